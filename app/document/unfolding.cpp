// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/unfolding.h"

#include "analysis/reach.h"
#include "analysis/select.h"

namespace dealscape::document {

std::optional<Perspective> expanded(const Perspective &perspective, const OrganizationId &id)
{
    Perspective next = perspective;
    if (next.collapsed.erase(id) > 0)
        return next;
    if (!next.focus || next.focus->organization == id || !next.expanded.insert(id).second)
        return std::nullopt;
    return next;
}

std::optional<Perspective> collapsed(const Perspective &perspective, const OrganizationId &id)
{
    Perspective next = perspective;
    if (next.expanded.erase(id) > 0 || next.collapsed.insert(id).second)
        return next;
    return std::nullopt;
}

Neighbours neighboursOf(const Snapshot &snapshot, const Perspective &perspective, const OrganizationId &id)
{
    const int organization = snapshot.index().position(id);
    const std::vector<int> deals = analysis::select(snapshot.index(), perspective.filter);
    const std::vector<analysis::Join> joins = analysis::joinsOf(snapshot.index(), deals);
    const analysis::Reach within = analysis::reach(snapshot.index(), joins, perspective);
    const analysis::Reach nowhere{std::vector<bool>(within.shown.size(), false), {}};
    return {analysis::hiddenNeighbours(joins, nowhere, organization), analysis::hiddenNeighbours(joins, within, organization)};
}

} // namespace dealscape::document
