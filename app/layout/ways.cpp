// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/ways.h"

#include "layout/hull.h"

namespace dealscape::layout {

Point unit(Point way)
{
    const double l = length(way);
    return l > 1e-9 ? way * (1 / l) : Point{1, 0};
}

Point towards(double angle)
{
    return {std::cos(angle), std::sin(angle)};
}

double angleOf(Point way)
{
    return std::atan2(way.y, way.x);
}

Point Bend::aimOf(const Ends &ends) const
{
    if (by)
        return *by;
    const Point way = ends.to - ends.from;
    const Point left = Point{way.y, -way.x} * (1 / std::max(1e-9, length(way)));
    return ends.from + way * along + left * (2 * bow);
}

Exits exitsOf(const Ends &ends, const Bend &shape)
{
    const Point aim = shape.aimOf(ends);
    return {angleOf(aim - ends.from), angleOf(aim - ends.to)};
}

namespace {

/// A direction turned towards another, so that it is off it by no more than some angle: a way does not graze its own disc.
Point turnedWithin(Point direction, double around, double most)
{
    const double off = std::remainder(angleOf(direction) - around, Tau);
    return std::abs(off) <= most ? direction : towards(around + (off < 0 ? -most : most)) * length(direction);
}

} // namespace

Route routeOf(const Ends &ends, const Bend &shape, const Exits &ports)
{
    const double steepest = length(ends.to - ends.from) > ends.fromRadius + ends.toRadius ? 0.85 : Tau;
    const Point start = ends.from + towards(ports.from) * ends.fromRadius;
    const Point end = ends.to + towards(ports.to) * ends.toRadius;
    if (shape.by) {
        const Point direction = unit(ends.to - ends.from);
        const Point by = *shape.by;
        const double before = length(by - start) * 0.35;
        const double after = length(end - by) * 0.35;
        return {{start, start + turnedWithin(unit(by - start), ports.from, steepest) * before, by - direction * before, by,
                 by + direction * after, end + turnedWithin(unit(by - end), ports.to, steepest) * after, end}};
    }
    const Point way = end - start;
    const Point left = Point{way.y, -way.x} * (1 / std::max(1e-9, length(way)));
    const Point control = start + way * shape.along + left * (2 * shape.bow);
    return {{start, start + turnedWithin((control - start) * (2.0 / 3), ports.from, steepest),
             end + turnedWithin((control - end) * (2.0 / 3), ports.to, steepest), end}};
}

Trace::Trace(const Route &route)
{
    constexpr int pieces = 6;
    line.push_back(route.points.front());
    for (std::size_t i = 0; i + 3 < route.points.size(); i += 3)
        for (int k = 1; k <= pieces; ++k)
            line.push_back(
                at({route.points[i], route.points[i + 1], route.points[i + 2], route.points[i + 3]}, k / static_cast<double>(pieces)));
    Point low = line.front();
    Point high = low;
    for (const Point &p : line) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    box = {low.x, low.y, high.x - low.x, high.y - low.y};
}

int crossings(const Trace &a, const Trace &b)
{
    if (!a.box.overlaps(b.box))
        return 0;
    int sum = 0;
    for (std::size_t i = 0; i + 1 < a.line.size(); ++i)
        for (std::size_t k = 0; k + 1 < b.line.size(); ++k)
            sum += clockwise(a.line[i], a.line[i + 1], b.line[k]) * clockwise(a.line[i], a.line[i + 1], b.line[k + 1]) < 0 &&
                clockwise(b.line[k], b.line[k + 1], a.line[i]) * clockwise(b.line[k], b.line[k + 1], a.line[i + 1]) < 0;
    return sum;
}

} // namespace dealscape::layout
