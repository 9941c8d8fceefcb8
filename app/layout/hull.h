// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/geometry.h"

#include <vector>

namespace dealscape::layout {

/// Twice the area of a triangle: above 0 where it turns clockwise on the screen.
double clockwise(Point a, Point b, Point c);

/// Corners of the smallest convex polygon round the points, counter-clockwise in mathematical sense, without repeats and
/// without points on its sides (Andrew's monotone chain). One or two corners when there are no more. O(n log n).
std::vector<Point> convexHull(std::vector<Point> points);

/// Distance of a point to a convex polygon, 0 inside.
double distanceTo(const std::vector<Point> &hull, Point at);

/// Distance of a point to the straight way between two others.
double distanceTo(Point from, Point to, Point at);

/// True when the straight way between two points touches a box.
bool crosses(const Box &box, Point from, Point to);

} // namespace dealscape::layout
