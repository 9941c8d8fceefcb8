// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/topology.h"

#include <vector>

namespace dealscape::layout {

/// What is drawn between two nodes.
struct PairSize {
    /// Width of the widest amount.
    double text = 0;
    /// Of all strokes side by side.
    double width = 0;
};

/// Those between the nodes given, in the order of pairs() of their part of the graph. O(m log m).
std::vector<PairSize> pairSizes(const Graph &graph, const std::vector<int> &nodes, const Topology &part, double scale);

/// The hulls of two and more members among the nodes given, as places in that list; members that are no nodes are left out. O(n + members).
std::vector<std::vector<int>> hullsWithin(const Graph &graph, const std::vector<int> &nodes);

/// How long a refinement may go on.
struct Effort {
    int rounds = 0;
    int samples = 0;
};

/// As many rounds as take about as long as the distances between all pairs would in other programs: a round costs
/// samples * edges squared. Fewer where amounts are written on the edges; none in large networks.
Effort effortFor(const Topology &topology, bool written);

} // namespace dealscape::layout
