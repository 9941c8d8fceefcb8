// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/filtering.h"

#include <algorithm>
#include <utility>

namespace dealscape::document {

namespace {

template <class Value>
std::set<Value> toggledSet(std::set<Value> set, const std::set<Value> &all, const std::set<Value> &some)
{
    if (set.empty())
        set = all;
    const bool shown = std::any_of(some.begin(), some.end(), [&](const Value &v) { return set.contains(v); });
    const std::set<Value> before = set;
    for (const Value &value : some)
        shown ? static_cast<void>(set.erase(value)) : static_cast<void>(set.insert(value));
    if (set.empty())
        set = before;
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

std::set<LayerId> layersOf(const Dataset &dataset, LayerStyle style)
{
    std::set<LayerId> found;
    for (const Layer &layer : dataset.layers)
        if (layer.style == style)
            found.insert(layer.id);
    return found;
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

bool shows(const Filter &filter, const Dataset &dataset, LayerStyle style)
{
    if (filter.layers.empty() || filter.layerEnds == Ends::Either)
        return true;
    const auto some = layersOf(dataset, style);
    return std::any_of(some.begin(), some.end(), [&](const LayerId &id) { return filter.layers.contains(id); });
}

Filter toggled(Filter filter, Family family)
{
    filter.families = toggledSet(filter.families, everyWord<Family>(), {family});
    return filter;
}

Filter toggled(Filter filter, Certainty certainty)
{
    filter.certainties = toggledSet(filter.certainties, everyWord<Certainty>(), {certainty});
    return filter;
}

Filter toggled(Filter filter, const Dataset &dataset, LayerStyle style)
{
    std::set<LayerId> all;
    for (const Layer &layer : dataset.layers)
        all.insert(layer.id);
    filter.layers = toggledSet(std::exchange(filter.layerEnds, Ends::Both) == Ends::Both ? filter.layers : std::set<LayerId>(), all,
                               layersOf(dataset, style));
    return filter;
}

} // namespace dealscape::document
