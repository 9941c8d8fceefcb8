// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/merge.h"

#include "compare/members.h"
#include "io/reader.h"

#include <algorithm>

namespace dealscape::compare {

namespace {

bool same(const Json *a, const Json *b)
{
    return a && b ? *a == *b : a == b;
}

const Json *memberOf(const Json *object, const std::string &key)
{
    if (!object || !object->is_object())
        return nullptr;
    const auto found = object->find(key);
    return found == object->end() ? nullptr : &*found;
}

/// Three states of a value into one. A null pointer is an absent value, and so is an empty result.
class Merger {
public:
    explicit Merger(std::vector<Conflict> &conflicts) : m_conflicts(conflicts) {}

    std::optional<Json> value(const Json *base, const Json *mine, const Json *theirs, const std::string &place)
    {
        const auto copy = [](const Json *value) { return value ? std::optional<Json>(*value) : std::nullopt; };
        if (same(mine, theirs) || same(theirs, base))
            return copy(mine);
        if (same(mine, base))
            return copy(theirs);
        if (mine && theirs && mine->is_object() && theirs->is_object())
            return object(base, *mine, *theirs, place);
        m_conflicts.push_back({place, shown(base), shown(mine), shown(theirs)});
        return copy(mine);
    }

    Json list(const Json &base, const Json &mine, const Json &theirs, std::string_view name)
    {
        const auto old = byId(base, name);
        const auto other = byId(theirs, name);
        const auto own = byId(mine, name);
        Json merged = Json::array();
        std::vector<std::string> order;
        for (const Json &record : listOf(mine, name))
            order.push_back(idOf(record));
        std::string before;
        for (const Json &record : listOf(theirs, name)) {
            const std::string id = idOf(record);
            if (!own.contains(id)) {
                const auto after = before.empty() ? order.begin() : std::ranges::find(order, before);
                order.insert(before.empty() ? order.begin() : after == order.end() ? after : after + 1, id);
            }
            before = id;
        }
        const auto at = [](const auto &records, const std::string &id) {
            const auto found = records.find(id);
            return found == records.end() ? nullptr : found->second;
        };
        for (const std::string &id : order)
            if (auto record = value(at(old, id), at(own, id), at(other, id), '/' + std::string(name) + '/' + id))
                merged.push_back(std::move(*record));
        return merged;
    }

private:
    Json object(const Json *base, const Json &mine, const Json &theirs, const std::string &place)
    {
        Json merged = Json::object();
        const auto take = [&](const std::string &key) {
            if (merged.contains(key))
                return;
            if (auto member = value(memberOf(base, key), memberOf(&mine, key), memberOf(&theirs, key), place + '/' + key))
                merged[key] = std::move(*member);
        };
        for (const auto &[key, member] : mine.items())
            take(key);
        for (const auto &[key, member] : theirs.items())
            if (!mine.contains(key))
                take(key);
        return merged;
    }

    std::vector<Conflict> &m_conflicts;
};

} // namespace

Merge merge(const Dataset &base, const Dataset &mine, const Dataset &theirs)
{
    const Json old = membersOf(base);
    const Json own = membersOf(mine);
    const Json other = membersOf(theirs);
    Merge result;
    Merger merger(result.conflicts);
    Json merged = Json::object();
    std::vector<std::string> keys;
    for (const Json *side : {&own, &other})
        for (const auto &[key, value] : side->items())
            if (std::ranges::find(keys, key) == keys.end())
                keys.push_back(key);
    for (const std::string &key : keys) {
        if (std::ranges::find(recordLists, key) != recordLists.end())
            merged[key] = merger.list(old, own, other, key);
        else if (auto value = merger.value(memberOf(&old, key), memberOf(&own, key), memberOf(&other, key), '/' + key))
            merged[key] = std::move(*value);
    }
    io::ReadResult read = io::readDataset(merged.dump(), "merged");
    result.dataset = std::move(read.dataset);
    result.issues = std::move(read.issues);
    return result;
}

} // namespace dealscape::compare
