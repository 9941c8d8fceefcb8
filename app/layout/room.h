// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"
#include "layout/random.h"
#include "layout/stress.h"

#include <vector>

namespace dealscape::layout {

/// What a node takes up, at the scale of the picture: its disc and, centred below it, its name.
struct Room {
    double radius = 0;
    double labelWidth = 0;
    double labelHeight = 0;

    static constexpr double NameGap = 5;

    double halfWidth() const { return std::max(radius, labelWidth / 2); }
    double above() const { return radius; }
    double below() const { return labelHeight > 0 ? radius + NameGap + labelHeight : radius; }
    bool hasName() const { return labelHeight > 0 && labelWidth > 0; }
    Box name(Point at) const { return {at.x - labelWidth / 2, at.y + radius + NameGap, labelWidth, labelHeight}; }
};

/// Whether names take up space beside their discs.
enum class Names { Counted, Ignored };

/// Rooms in the order of the nodes, in pixels; lengths below 0 count as 0. O(n).
std::vector<Room> roomsOf(const Graph &graph, double scale, Names names);

/// Scale, above 0 and at most 1, at which the discs cover no more than the share of the area that a legible picture allows. O(n).
double legibleScale(const Graph &graph, double width, double height);

/// The picture's rectangle, from (0, 0).
struct Frame {
    double width = 0;
    double height = 0;
    /// Kept free on every side, for what is wider than a line: arrows, halos, amounts.
    double margin = 0;

    explicit Frame(double w, double h) : width(w), height(h), margin(std::min({10.0, w / 40, h / 40})) {}

    /// The place nearest to one asked for at which the room lies inside; the middle where it is larger than the frame.
    Point clamped(Point at, const Room &room) const;
    /// Whether a room at that place lies inside, its margin kept.
    bool holds(Point at, const Room &room) const;
};

/// Scales and moves points so that every room is inside the frame and the picture is as large as it can be.
/// stretch: largest ratio between the factors of the two axes, 1 or more. O(n).
void fitInto(const Frame &frame, const std::vector<Room> &rooms, std::vector<Point> &points, double stretch = 1);

/// Turns points about their centroid so that fitInto() can make the picture largest. O(n).
void turnTo(const Frame &frame, std::vector<Point> &points);

/// Pushes rooms apart until discs keep gap pixels and names touch neither discs nor one another, inside the frame.
/// Fixed nodes stay. Returns true when nothing overlaps any more. Discs come first: with names counted, the result may be
/// free of overlapping discs only, which still is false. Expected O(n) a round by a uniform grid.
bool separate(const Frame &frame, const std::vector<Room> &rooms, std::vector<Point> &points, double gap, int rounds,
              const std::vector<Mobility> &mobility, const Progress &progress);

/// Factor on the radii at which no two discs would overlap, at most 1. Expected O(n).
double clearFactor(const std::vector<Room> &rooms, const std::vector<Point> &points);

/// Pairs of discs nearer than gap, in pixels. Expected O(n).
int overlaps(const std::vector<Room> &rooms, const std::vector<Point> &points, double gap);

} // namespace dealscape::layout
