// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"
#include "network/network.h"

#include <vector>

namespace dealscape::diagram {

/// Walking a network by keys, as somebody would who stands on a node and turns round.

/// Edges of a node by the direction in which they leave it, clockwise from three o'clock; in and out alike.
std::vector<int> edgesByAngle(const network::Network &network, const layout::Placement &placement, int node);

/// The edge after (step 1) or before (step -1) one in that order, going round; the first or last when edge is not among
/// them, -1 when the node has none.
int turned(const std::vector<int> &edges, int edge, int step);

/// The node at the other end of an edge.
int partner(const network::Network &network, int edge, int node);

/// The node with the largest turnover, the first of equals; -1 in an empty network.
int largest(const network::Network &network);

} // namespace dealscape::diagram
