// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/flowgraph.h"

#include <vector>

namespace dealscape::analysis {

/// The way that money takes from one organisation to another in the fewest steps; of ways with as many, one whose smallest
/// leg is largest at the high bound, a leg without a published value being smaller than any other. Positions of its arcs in
/// order, from the first payer to the last payee; empty when there is none, or both ends are the same or unknown.
/// Breadth first, one layer after the other: linear in the arcs. The same graph gives the same path.
std::vector<int> moneyPath(const FlowGraph &graph, int from, int to);

} // namespace dealscape::analysis
