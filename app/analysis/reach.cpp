// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/reach.h"

#include <algorithm>
#include <set>

namespace dealscape::analysis {

namespace {

using Lists = std::vector<std::vector<int>>;

/// The neighbours of each organisation, as often as they are joined.
Lists neighbours(std::size_t organizations, std::span<const Join> joins)
{
    Lists lists(organizations);
    for (const Join &join : joins) {
        if (join.tail < 0 || join.head < 0)
            continue;
        lists[at(join.tail)].push_back(join.head);
        lists[at(join.head)].push_back(join.tail);
    }
    return lists;
}

std::vector<bool> within(const Lists &lists, int start, int depth)
{
    std::vector<bool> reached(lists.size(), false);
    if (start < 0 || depth < 1)
        return reached;
    std::vector<int> front = {start};
    reached[at(start)] = true;
    for (int step = 0; step < depth && !front.empty(); ++step) {
        std::vector<int> next;
        for (const int here : front)
            for (const int there : lists[at(here)])
                if (!reached[at(there)]) {
                    reached[at(there)] = true;
                    next.push_back(there);
                }
        front = std::move(next);
    }
    return reached;
}

std::vector<bool> flagged(const Index &index, const std::set<OrganizationId> &ids)
{
    std::vector<bool> flags(index.dataset().organizations.size(), false);
    for (const OrganizationId &id : ids)
        if (const int position = index.position(id); position >= 0)
            flags[at(position)] = true;
    return flags;
}

void expand(std::vector<bool> &shown, const Lists &lists, const std::vector<bool> &expanded)
{
    for (std::size_t i = 0; i < expanded.size(); ++i) {
        if (!expanded[i])
            continue;
        shown[i] = true;
        for (const int neighbour : lists[i])
            shown[at(neighbour)] = true;
    }
}

void foldAway(Reach &reach, const Lists &lists, const std::vector<bool> &collapsed, const std::vector<bool> &kept)
{
    const std::vector<bool> before = reach.shown;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (!before[i] || collapsed[i] || kept[i])
            continue;
        std::set<int> behind;
        for (const int neighbour : lists[i])
            if (before[at(neighbour)] && neighbour != static_cast<int>(i))
                behind.insert(neighbour);
        if (behind.empty() || !std::all_of(behind.begin(), behind.end(), [&](int n) { return collapsed[at(n)]; }))
            continue;
        reach.shown[i] = false;
        for (const int organization : behind)
            ++reach.folded[organization];
    }
}

} // namespace

std::vector<Join> joinsOf(const Index &index, std::span<const int> deals)
{
    std::vector<Join> joins;
    joins.reserve(deals.size());
    for (const int position : deals) {
        const Deal &deal = index.dataset().deals[at(position)];
        joins.push_back({index.position(deal.tail()), index.position(deal.head())});
    }
    return joins;
}

Reach reach(const Index &index, std::span<const Join> joins, const Perspective &perspective)
{
    const Lists lists = neighbours(index.dataset().organizations.size(), joins);
    Reach result;
    std::vector<bool> kept(lists.size(), false);
    if (perspective.focus) {
        const int middle = index.position(perspective.focus->organization);
        result.shown = within(lists, middle, perspective.focus->depth);
        if (middle < 0 || perspective.focus->depth < 1)
            return result;
        kept = flagged(index, perspective.expanded);
        expand(result.shown, lists, kept);
        kept[at(middle)] = true;
    } else {
        for (const std::vector<int> &list : lists)
            result.shown.push_back(!list.empty());
    }
    if (!perspective.collapsed.empty())
        foldAway(result, lists, flagged(index, perspective.collapsed), kept);
    return result;
}

int hiddenNeighbours(std::span<const Join> joins, const Reach &reach, int organization)
{
    std::set<int> hidden;
    for (const Join &join : joins) {
        const int other = join.tail == organization ? join.head : join.head == organization ? join.tail : -1;
        if (other >= 0 && other != organization && !reach.has(other))
            hidden.insert(other);
    }
    return static_cast<int>(hidden.size());
}

} // namespace dealscape::analysis
