// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"

#include <vector>

namespace dealscape::layout {

/// The rings asked for, each node in the first that claims it; nodes that do not exist and rings left empty are dropped.
std::vector<std::vector<int>> disjointRings(const Graph &graph);

/// Part of a circle from disc to disc that bows to the left of its way, whose highest point stands bow pixels off the straight way.
/// No points when the discs leave nothing of it.
Route arcBetween(Point from, Point to, double fromRadius, double toRadius, double bow);

/// Lets the edges between neighbours on a ring follow its circle, where the nodes of the ring stand on one; several between the
/// same two lie outside one another, those that run with the ring inmost. O(edges).
void followRings(const Graph &graph, const std::vector<Point> &positions, double scale, std::vector<Route> &routes);

} // namespace dealscape::layout
