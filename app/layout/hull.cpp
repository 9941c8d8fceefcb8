// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/hull.h"

#include <limits>

namespace dealscape::layout {

double clockwise(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

std::vector<Point> convexHull(std::vector<Point> points)
{
    std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3)
        return points;
    std::vector<Point> hull;
    const auto add = [&](Point point, std::size_t base) {
        while (hull.size() >= base + 2 && clockwise(hull[hull.size() - 2], hull.back(), point) <= 0)
            hull.pop_back();
        hull.push_back(point);
    };
    for (const Point &point : points)
        add(point, 0);
    const std::size_t base = hull.size() - 1;
    for (auto it = points.rbegin() + 1; it != points.rend(); ++it)
        add(*it, base);
    hull.pop_back();
    return hull;
}

double distanceTo(Point from, Point to, Point at)
{
    const Point way = to - from;
    const double square = way.x * way.x + way.y * way.y;
    const Point off = at - from;
    const double t = square > 0 ? std::min(1.0, std::max(0.0, (off.x * way.x + off.y * way.y) / square)) : 0;
    return length(off - way * t);
}

double distanceTo(const std::vector<Point> &hull, Point at)
{
    if (hull.empty())
        return std::numeric_limits<double>::infinity();
    bool inside = hull.size() > 2;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Point next = hull[(i + 1) % hull.size()];
        inside = inside && clockwise(hull[i], next, at) >= 0;
        least = std::min(least, distanceTo(hull[i], next, at));
    }
    return inside ? 0 : least;
}

bool crosses(const Box &box, Point a, Point b)
{
    if (std::max(a.x, b.x) < box.x || std::min(a.x, b.x) > box.right() || std::max(a.y, b.y) < box.y || std::min(a.y, b.y) > box.bottom())
        return false;
    double from = 0;
    double to = 1;
    const auto clip = [&](double start, double delta, double low, double high) {
        if (std::abs(delta) < 1e-12)
            return start >= low && start <= high;
        const double t0 = (low - start) / delta;
        const double t1 = (high - start) / delta;
        from = std::max(from, std::min(t0, t1));
        to = std::min(to, std::max(t0, t1));
        return from <= to;
    };
    return clip(a.x, b.x - a.x, box.x, box.right()) && clip(a.y, b.y - a.y, box.y, box.bottom());
}

} // namespace dealscape::layout
