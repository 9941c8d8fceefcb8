// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/perspective.h"

#include <map>
#include <span>
#include <vector>

namespace dealscape::analysis {

/// Two organisations that something joins, by their positions in dataset().organizations; -1 where one is not known.
struct Join {
    int tail = -1;
    int head = -1;
};

/// The ends of deals, in their order.
std::vector<Join> joinsOf(const Index &index, std::span<const int> deals);

/// Which organisations a perspective keeps in view.
struct Reach {
    /// By position in dataset().organizations.
    std::vector<bool> shown;
    /// How many neighbours are folded away behind an organisation, by its position; those with none are left out.
    std::map<int, int> folded;

    bool keeps(const Join &join) const { return has(join.tail) && has(join.head); }
    bool has(int organization) const { return organization >= 0 && shown[static_cast<std::size_t>(organization)]; }
};

/// Without a focus everything that is joined is in view; with one, those within its depth, walking the joins in any
/// direction, and the neighbours of expanded organisations beside them. Of these, the ones whose neighbours in view are all
/// collapsed are folded away, unless they are the focus, expanded or collapsed themselves; which of several collapsed
/// organisations came first makes no difference. Nothing is in view of an unknown focus or a depth below 1.
/// Linear in organisations and joins, but for a logarithm.
Reach reach(const Index &index, std::span<const Join> joins, const Perspective &perspective);

/// How many distinct organisations the joins lead to from one that are not in view.
int hiddenNeighbours(std::span<const Join> joins, const Reach &reach, int organization);

} // namespace dealscape::analysis
