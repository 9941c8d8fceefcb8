// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"

#include <vector>

namespace dealscape::layout {

/// Height that each edge would like in the columns it passes, first the column next to the one further left; may be empty.
using LaneWishes = std::vector<std::vector<double>>;

/// Distance between lanes at scale 1, in pixels.
constexpr double LaneSpacing = 22;

/// Ways of a supply chain: flat out of a port on the rim, an S-curve between columns, flat through each column on the way
/// in a lane of its own between, above or below the nodes. Edges inside a column bulge to its right.
/// Columns are taken from Node::column and stand where their nodes stand. positions in pixels; O(edges * columns passed * lanes
/// in a column), with at most some hundred lanes told apart in one.
std::vector<Route> laneRoutes(const Graph &graph, const std::vector<Point> &positions, double scale, const LaneWishes &wishes = {});

} // namespace dealscape::layout
