// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace dealscape::layout {

/// Coordinates are logical pixels, x to the right and y downwards.
struct Point {
    double x = 0;
    double y = 0;

    friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend constexpr Point operator*(Point a, double f) { return {a.x * f, a.y * f}; }
    friend constexpr bool operator==(const Point &, const Point &) = default;
};

inline double length(Point p)
{
    return std::sqrt(p.x * p.x + p.y * p.y);
}

struct Box {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;

    constexpr double right() const { return x + w; }
    constexpr double bottom() const { return y + h; }
    constexpr Point centre() const { return {x + w / 2, y + h / 2}; }
    constexpr bool overlaps(const Box &o) const { return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom(); }
    constexpr bool contains(const Box &o) const { return x <= o.x && y <= o.y && o.right() <= right() && o.bottom() <= bottom(); }
    constexpr bool contains(Point p) const { return x <= p.x && p.x <= right() && y <= p.y && p.y <= bottom(); }
    constexpr Box grown(double by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
    friend constexpr bool operator==(const Box &, const Box &) = default;
};

/// A full turn, in radians.
inline constexpr double Tau = 2 * std::numbers::pi;

} // namespace dealscape::layout
