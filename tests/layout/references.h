// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks.h"

#include "layout/topology.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <vector>

/// What algorithms are held against: the same by brute force, slow and sure.
namespace shapes {

using namespace dealscape::layout;

inline bool finite(Point point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// Steps between all pairs (Floyd and Warshall), infinite where there is no way. lengths in the order of pairs().
inline std::vector<std::vector<double>> ways(const Topology &topology, const std::vector<double> &lengths = {})
{
    const auto n = static_cast<std::size_t>(topology.count());
    std::vector<std::vector<double>> result(n, std::vector<double>(n, std::numeric_limits<double>::infinity()));
    for (std::size_t i = 0; i < n; ++i)
        result[i][i] = 0;
    for (std::size_t k = 0; k < topology.pairs().size(); ++k) {
        const auto &[a, b] = topology.pairs()[k];
        result[a][b] = result[b][a] = lengths.empty() ? 1 : lengths[k];
    }
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                result[i][j] = std::min(result[i][j], result[i][k] + result[k][j]);
    return result;
}

inline double turn(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Whether two ways cross between their ends.
inline bool cross(Point a, Point b, Point c, Point d)
{
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

inline long crossings(const Topology &topology, const std::vector<Point> &points)
{
    long count = 0;
    const auto &pairs = topology.pairs();
    for (std::size_t i = 0; i < pairs.size(); ++i)
        for (std::size_t j = i + 1; j < pairs.size(); ++j) {
            const std::set<int> ends = {pairs[i].first, pairs[i].second, pairs[j].first, pairs[j].second};
            count +=
                ends.size() == 4 && cross(points[pairs[i].first], points[pairs[i].second], points[pairs[j].first], points[pairs[j].second]);
        }
    return count;
}

/// Pairs of discs that overlap by more than a hair.
inline int overlapping(const Graph &graph, const Placement &placement)
{
    int count = 0;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        for (std::size_t j = i + 1; j < graph.nodes.size(); ++j)
            count +=
                length(placement.nodes[i] - placement.nodes[j]) < (graph.nodes[i].radius + graph.nodes[j].radius) * placement.scale - 1e-6;
    return count;
}

inline std::vector<Point> scattered(int count, std::uint64_t seed, double width, double height)
{
    Random random(seed);
    std::vector<Point> points(static_cast<std::size_t>(count));
    for (Point &point : points)
        point = {random.between(0, width), random.between(0, height)};
    return points;
}

/// Points along a route, so many a curve.
inline std::vector<Point> along(const Route &route, int each)
{
    std::vector<Point> points = {route.points.front()};
    for (std::size_t i = 0; i + 3 < route.points.size(); i += 3)
        for (int k = 1; k <= each; ++k) {
            const double t = static_cast<double>(k) / each;
            const double u = 1 - t;
            const Point *p = route.points.data() + i;
            points.push_back(p[0] * (u * u * u) + p[1] * (3 * u * u * t) + p[2] * (3 * u * t * t) + p[3] * (t * t * t));
        }
    return points;
}

} // namespace shapes
