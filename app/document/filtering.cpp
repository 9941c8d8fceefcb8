// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/filtering.h"

#include <algorithm>
#include <utility>

namespace dealscape::document {

namespace {

template <class Value>
std::set<Value> toggledSet(std::set<Value> set, const std::set<Value> &all, Value value)
{
    if (set.empty())
        set = all;
    if (set.erase(value) == 0)
        set.insert(value);
    else if (set.empty())
        set.insert(value);
    return set == all ? std::set<Value>() : set;
}

template <class E>
std::set<E> everyWord()
{
    std::set<E> all;
    for (const auto &entry : vocabulary<E>())
        all.insert(entry.value);
    return all;
}

} // namespace

bool shows(const Filter &filter, Family family)
{
    return filter.families.empty() || filter.families.contains(family);
}

bool shows(const Filter &filter, Certainty certainty)
{
    return filter.certainties.empty() || filter.certainties.contains(certainty);
}

bool shows(const Filter &filter, const LayerId &layer)
{
    return filter.layers.empty() || filter.layerEnds == Ends::Either || filter.layers.contains(layer);
}

Filter toggled(Filter filter, Family family)
{
    filter.families = toggledSet(filter.families, everyWord<Family>(), family);
    return filter;
}

Filter toggled(Filter filter, Certainty certainty)
{
    filter.certainties = toggledSet(filter.certainties, everyWord<Certainty>(), certainty);
    return filter;
}

Filter toggled(Filter filter, const Dataset &dataset, const LayerId &layer)
{
    std::set<LayerId> all;
    for (const Layer &known : dataset.layers)
        all.insert(known.id);
    filter.layers = toggledSet(std::exchange(filter.layerEnds, Ends::Both) == Ends::Both ? filter.layers : std::set<LayerId>(), all, layer);
    return filter;
}

} // namespace dealscape::document
