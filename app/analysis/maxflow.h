// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/flowgraph.h"

#include <vector>

namespace dealscape::analysis {

/// How much of what an organisation pays can find its way back to it: the maximum flow from its outgoing side to its incoming
/// side, over everything it pays (max-flow/min-cut after splitting the organisation). amount at most paid.
struct Return {
    Money amount;
    Money paid;

    /// From 0 to 1; 0 for an organisation that pays nothing.
    double share() const { return paid > Money() ? static_cast<double>(amount.dollars()) / static_cast<double>(paid.dollars()) : 0; }
};

Return returnTo(const FlowGraph &graph, int organization, Bound bound);

/// The least money that must stop so that none can pass from one organisation to another, and the arcs that carry it.
struct Cut {
    Money amount;
    /// Arcs across the cut that carry money at the bound.
    std::vector<int> arcs;
    /// Arcs across the cut without a published value: they are not part of the amount, and they must stop too.
    std::vector<int> unknownArcs;
    /// The organisations on the side of the first, by position.
    std::vector<int> side;
};

/// Ford and Fulkerson's minimum cut, by preflow-push; of several, the one nearest the first organisation. Everything stays empty
/// when the two are one.
Cut minimumCut(const FlowGraph &graph, int from, int to, Bound bound);

} // namespace dealscape::analysis
