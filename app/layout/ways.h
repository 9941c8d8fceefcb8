// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/curves.h"

#include <optional>
#include <vector>

namespace dealscape::layout {

/// The unit vector along a way; to the right when it has no length.
Point unit(Point way);
Point towards(double angle);
double angleOf(Point way);

/// The two discs of an edge.
struct Ends {
    Point from;
    Point to;
    double fromRadius = 0;
    double toRadius = 0;
};

/// What an edge's way looks like, apart from where on the rims it ends.
struct Bend {
    /// How far it bows off the straight way, to its left, and at which share of the way most.
    double bow = 0;
    double along = 0.5;
    /// Where it leads round something.
    std::optional<Point> by;

    friend bool operator==(const Bend &, const Bend &) = default;

    /// The point that both ends of the way look at.
    Point aimOf(const Ends &ends) const;
};

/// Angles at which an edge leaves its discs.
struct Exits {
    double from = 0;
    double to = 0;
};

/// Where both ends look at what the bend aims at.
Exits exitsOf(const Ends &ends, const Bend &bend);

/// One curve, or two that meet at a point beside the way and pass it in the direction of the way, from exit to exit.
Route routeOf(const Ends &ends, const Bend &bend, const Exits &exits);

/// A way as a few straight pieces, in their box.
struct Trace {
    std::vector<Point> line;
    Box box;

    explicit Trace(const Route &route);
};

/// How often two ways cross.
int crossings(const Trace &a, const Trace &b);

} // namespace dealscape::layout
