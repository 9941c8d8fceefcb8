// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/difference.h"

#include "compare/members.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

namespace dealscape::compare {

namespace {

void compareMembers(const Json *before, const Json *after, const std::string &pointer, std::vector<FieldChange> &fields)
{
    if (before && after && *before == *after)
        return;
    const bool nested = (!before || before->is_object()) && (!after || after->is_object());
    if (!nested) {
        fields.push_back({pointer, shown(before), shown(after)});
        return;
    }
    std::vector<std::string> keys;
    for (const Json *side : {after, before})
        if (side)
            for (const auto &[key, value] : side->items())
                if (std::ranges::find(keys, key) == keys.end())
                    keys.push_back(key);
    const auto member = [](const Json *side, const std::string &key) {
        const auto found = side ? side->find(key) : Json::const_iterator();
        return side && found != side->end() ? &*found : nullptr;
    };
    for (const std::string &key : keys) {
        std::string inner = pointer;
        inner.append("/").append(key);
        compareMembers(member(before, key), member(after, key), inner, fields);
    }
}

std::string nameOf(const Json &record)
{
    for (const char *member : {"name", "headline", "statement", "title", "label", "explanation"})
        if (const auto found = record.find(member); found != record.end() && found->is_string() && !found->get<std::string>().empty())
            return found->get<std::string>();
    return idOf(record);
}

/// What makes two deals the same whatever they are called.
std::string likeness(const Json &deal)
{
    std::string key;
    for (const char *member : {"payer", "payee", "supplier", "customer", "kind", "announced"})
        key += shown(&deal.at(member)) + '\n';
    return key;
}

ListChange compareList(std::string_view list, const Json &before, const Json &after)
{
    ListChange change{std::string(list), {}};
    const auto old = byId(before, list);
    const auto now = byId(after, list);
    std::map<std::string, std::vector<const Json *>> lost;
    if (list == "deals")
        for (const Json &record : listOf(before, list))
            if (!now.contains(idOf(record)))
                lost[likeness(record)].push_back(&record);
    std::unordered_set<const Json *> renamed;
    for (const Json &record : listOf(after, list)) {
        const std::string id = idOf(record);
        const auto found = old.find(id);
        const Json *earlier = found == old.end() ? nullptr : found->second;
        if (!earlier && list == "deals")
            if (const auto fellows = lost.find(likeness(record)); fellows != lost.end() && !fellows->second.empty()) {
                earlier = fellows->second.front();
                fellows->second.erase(fellows->second.begin());
                renamed.insert(earlier);
            }
        if (!earlier) {
            change.records.push_back({Fate::Added, id, {}, nameOf(record), {}});
            continue;
        }
        std::vector<FieldChange> fields;
        compareMembers(earlier, &record, {}, fields);
        if (!fields.empty())
            change.records.push_back({Fate::Changed, id, idOf(*earlier) == id ? std::string() : idOf(*earlier), nameOf(record), fields});
    }
    for (const Json &record : listOf(before, list))
        if (!now.contains(idOf(record)) && !renamed.contains(&record))
            change.records.push_back({Fate::Removed, idOf(record), {}, nameOf(record), {}});
    return change;
}

constexpr std::size_t flows = static_cast<std::size_t>(FlowClass::Policy) + 1;
constexpr std::size_t certainties = static_cast<std::size_t>(Certainty::Cancelled) + 1;

void addSums(const Dataset &dataset, std::array<SumChange, flows * certainties> &sums, Money SumChange::*low, Money SumChange::*high)
{
    for (const Deal &deal : dataset.deals) {
        if (!deal.counted())
            continue;
        for (const CertaintyPart &part : partsOf(deal)) {
            SumChange &sum = sums[static_cast<std::size_t>(deal.flow) * certainties + static_cast<std::size_t>(part.certainty)];
            sum.*low += part.value.at(Bound::Low);
            sum.*high += part.value.at(Bound::High);
        }
    }
}

std::vector<SumChange> sumsOf(const Dataset &before, const Dataset &after)
{
    std::array<SumChange, flows * certainties> all;
    addSums(before, all, &SumChange::lowBefore, &SumChange::highBefore);
    addSums(after, all, &SumChange::lowAfter, &SumChange::highAfter);
    std::vector<SumChange> sums;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].highBefore == Money() && all[i].highAfter == Money())
            continue;
        all[i].flow = static_cast<FlowClass>(i / certainties);
        all[i].certainty = static_cast<Certainty>(i % certainties);
        sums.push_back(all[i]);
    }
    return sums;
}

} // namespace

int Difference::count(std::string_view list, Fate fate) const
{
    for (const ListChange &change : lists)
        if (change.list == list)
            return static_cast<int>(std::ranges::count(change.records, fate, &RecordChange::fate));
    return 0;
}

const RecordChange *Difference::find(std::string_view list, std::string_view id) const
{
    for (const ListChange &change : lists)
        if (change.list == list)
            for (const RecordChange &record : change.records)
                if (record.id == id)
                    return &record;
    return nullptr;
}

Difference difference(const Dataset &before, const Dataset &after)
{
    const Json old = membersOf(before);
    const Json now = membersOf(after);
    Difference result;
    const auto withoutLists = [](const Json &dataset) {
        Json rest = dataset;
        for (const std::string_view list : recordLists)
            rest.erase(std::string(list));
        return rest;
    };
    const Json oldRest = withoutLists(old);
    const Json nowRest = withoutLists(now);
    compareMembers(&oldRest, &nowRest, {}, result.members);
    for (const std::string_view list : recordLists)
        if (ListChange change = compareList(list, old, now); !change.records.empty())
            result.lists.push_back(std::move(change));
    result.sums = sumsOf(before, after);
    return result;
}

} // namespace dealscape::compare
