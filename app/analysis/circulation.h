// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/flowgraph.h"
#include "domain/progress.h"

#include <optional>
#include <vector>

namespace dealscape::analysis {

/// The most money that can go round: for each arc the part of it that is in circulation, conserved at every organisation.
/// The sum is unique, the way it is laid over the arcs need not be. Circularity is that sum over all money in the graph,
/// from 0 (nothing comes back) to 1 (everything does).
struct Circulation {
    /// For each arc of the graph, between zero and the arc's amount.
    std::vector<Money> circulating;
    Money sum;
    Money total;

    double circularity() const { return total > Money() ? static_cast<double>(sum.dollars()) / static_cast<double>(total.dollars()) : 0; }
};

/// Maximum circulation: max sum of c_e with 0 <= c_e <= w_e and c conserved at every node (Homs-Dones et al. 2025,
/// arXiv 2506.12546). Solved from the other side: the least amount whose removal balances every node is a flow of least cost
/// from organisations that pay more than they get to those that get more, each arc costing 1; found exactly, in whole
/// dollars, by raising node prices and saturating cheapest ways (Ford and Fulkerson's primal-dual method). Unknown
/// amounts count as zero. Nothing when cancelled.
std::optional<Circulation> maximumCirculation(const FlowGraph &graph, Bound bound, const Progress &progress = {});

} // namespace dealscape::analysis
