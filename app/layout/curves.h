// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"

#include <array>
#include <vector>

namespace dealscape::layout {

using Cubic = std::array<Point, 4>;

/// The point of the curve at t, from 0 at its start to 1 at its end.
Point at(const Cubic &curve, double t);
/// The cubic that follows the quadratic curve of the three points.
Cubic quadratic(Point from, Point control, Point to);
/// Moves inner control points of every route into the box, less half the width of the stroke, so that what is drawn lies
/// inside it. Ends stay; in a box too small for the stroke the points keep to its middle half. O(points).
void keepInside(const Box &box, const Graph &graph, double scale, std::vector<Route> &routes);

/// Curved ways between discs that keep off other discs: one slightly bowed curve an edge, there and back to opposite
/// sides, parallels fanned, or two joined curves round what stands in the way. Expected O(edges * discs near an edge);
/// beyond a few thousand edges discs are not avoided any more.
std::vector<Route> curvedRoutes(const Graph &graph, const std::vector<Point> &positions, double scale, const Progress &progress);

/// Ways, and how well the picture reads with them.
struct Routing {
    std::vector<Route> routes;
    /// What is not legible in it: amounts without free ground, the wide ones dearer, names under ways, and crossings. 0 is best.
    double blemishes = 0;
};
/// As curvedRoutes().
Routing curvedRouting(const Graph &graph, const std::vector<Point> &positions, double scale, const Progress &progress);

} // namespace dealscape::layout
