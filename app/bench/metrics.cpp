// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/metrics.h"

#include "layout/grid.h"
#include "layout/hull.h"
#include "layout/random.h"
#include "layout/topology.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace dealscape::bench {

namespace {

using layout::Box;
using layout::Point;
using layout::Topology;

constexpr double frameWidth = 1600;
constexpr double frameHeight = 1000;

Box boundsOf(const std::vector<Point> &points, const std::vector<int> &nodes)
{
    double x0 = std::numeric_limits<double>::infinity();
    double y0 = x0;
    double x1 = -x0;
    double y1 = -x0;
    for (const int node : nodes) {
        x0 = std::min(x0, points[node].x);
        x1 = std::max(x1, points[node].x);
        y0 = std::min(y0, points[node].y);
        y1 = std::max(y1, points[node].y);
    }
    return {x0, y0, x1 - x0, y1 - y0};
}

std::vector<int> everyNode(const std::vector<Point> &points)
{
    std::vector<int> nodes(points.size());
    std::iota(nodes.begin(), nodes.end(), 0);
    return nodes;
}

std::vector<Point> fitted(const std::vector<Point> &points)
{
    const Box box = boundsOf(points, everyNode(points));
    const double factor = std::min(0.9 * frameWidth / std::max(box.w, 1e-12), 0.9 * frameHeight / std::max(box.h, 1e-12));
    std::vector<Point> result;
    for (const Point &point : points)
        result.push_back((point - box.centre()) * factor + Point{frameWidth / 2, frameHeight / 2});
    return result;
}

double stressOf(const Topology &topology, const std::vector<Point> &points)
{
    std::vector<int> sources = everyNode(points);
    constexpr int most = 200;
    if (points.size() > 2000) {
        layout::Random random(88172645463325252ULL);
        for (int i = 0; i < most; ++i)
            std::swap(sources[i], sources[i + random.below(static_cast<int>(points.size()) - i)]);
        sources.resize(most);
    }
    double sum = 0;
    double squares = 0;
    double count = 0;
    std::vector<int> steps;
    for (const int source : sources) {
        topology.distancesFrom(source, steps);
        for (std::size_t other = 0; other < points.size(); ++other) {
            if (steps[other] <= 0)
                continue;
            const double ratio = length(points[source] - points[other]) / steps[other];
            sum += ratio;
            squares += ratio * ratio;
            count += 1;
        }
    }
    return squares > 0 ? 1 - sum * sum / (squares * count) : 0;
}

double turn(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(Point a, Point b, Point c, Point d)
{
    const double o1 = turn(a, b, c);
    const double o2 = turn(a, b, d);
    const double o3 = turn(c, d, a);
    const double o4 = turn(c, d, b);
    return o1 != 0 && o2 != 0 && o3 != 0 && o4 != 0 && (o1 > 0) != (o2 > 0) && (o3 > 0) != (o4 > 0);
}

long crossingsOf(const Topology &topology, const std::vector<Point> &points)
{
    auto edges = topology.pairs();
    for (auto &[a, b] : edges)
        if (points[a].x > points[b].x)
            std::swap(a, b);
    std::sort(edges.begin(), edges.end(), [&](const auto &e, const auto &f) { return points[e.first].x < points[f.first].x; });
    long count = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto &[a, b] = edges[i];
        const double low = std::min(points[a].y, points[b].y);
        const double high = std::max(points[a].y, points[b].y);
        for (std::size_t j = i + 1; j < edges.size() && points[edges[j].first].x <= points[b].x; ++j) {
            const auto &[c, d] = edges[j];
            if (a == c || a == d || b == c || b == d || std::max(points[c].y, points[d].y) < low ||
                std::min(points[c].y, points[d].y) > high)
                continue;
            count += cross(points[a], points[b], points[c], points[d]);
        }
    }
    return count;
}

layout::Grid gridOf(const std::vector<Point> &points, const std::vector<double> &radii)
{
    double mean = 0;
    for (const double radius : radii)
        mean += radius / static_cast<double>(radii.size());
    layout::Grid grid(std::max(4.0, 3 * mean), points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        grid.insert(static_cast<int>(i), {points[i].x - radii[i], points[i].y - radii[i], 2 * radii[i], 2 * radii[i]});
    return grid;
}

long throughNodes(const Topology &topology, const std::vector<Point> &points, const std::vector<double> &radii)
{
    const layout::Grid grid = gridOf(points, radii);
    long count = 0;
    std::vector<int> near;
    for (const auto &[a, b] : topology.pairs()) {
        near.clear();
        const double steps = std::max(1.0, std::ceil(length(points[b] - points[a]) / 60));
        for (double k = 0; k < steps; k += 1) {
            const Point p = points[a] + (points[b] - points[a]) * (k / steps);
            const Point q = points[a] + (points[b] - points[a]) * ((k + 1) / steps);
            grid.forEachNear({std::min(p.x, q.x), std::min(p.y, q.y), std::abs(q.x - p.x), std::abs(q.y - p.y)},
                             [&](int node) { near.push_back(node); });
        }
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        for (const int node : near)
            count += node != a && node != b && layout::distanceTo(points[a], points[b], points[node]) < radii[node];
    }
    return count;
}

} // namespace

Measures measure(const Network &network, const std::vector<Point> &places)
{
    const Topology topology(static_cast<int>(places.size()), network.deals);
    const std::vector<Point> points = fitted(places);
    const std::vector<double> radii = radiiFor(network.values, frameWidth * frameHeight);
    Measures measures;
    measures.stress = stressOf(topology, points);
    measures.crossings = crossingsOf(topology, points);
    gridOf(points, radii).forEachPair([&](int a, int b) {
        measures.nodeOverlaps += length(points[a] - points[b]) < radii[a] + radii[b] - 0.01;
    });
    measures.edgesThroughNodes = throughNodes(topology, points, radii);
    const Box giant = boundsOf(points, topology.components().front());
    const Box all = boundsOf(points, everyNode(points));
    measures.giantShare = giant.w * giant.h / std::max(1e-9, all.w * all.h);
    return measures;
}

} // namespace dealscape::bench
