// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks.h"

#include "layout/topology.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <vector>

/// Graphs of every shape that a network can take, and references by brute force to hold algorithms against.
namespace shapes {

using namespace dealscape::layout;

inline Graph of(int count, const std::vector<std::pair<int, int>> &ends)
{
    Graph graph = networks::isolated(count);
    for (const auto &[from, to] : ends)
        graph.edges.push_back(networks::edge(from, to));
    return graph;
}

inline Graph chain(int count)
{
    Graph graph = networks::isolated(count);
    for (int i = 0; i + 1 < count; ++i)
        graph.edges.push_back(networks::edge(i, i + 1));
    return graph;
}

inline Graph clique(int count)
{
    Graph graph = networks::isolated(count);
    for (int i = 0; i < count; ++i)
        for (int j = i + 1; j < count; ++j)
            graph.edges.push_back(networks::edge(i, j));
    return graph;
}

inline Graph grid(int columns, int rows)
{
    Graph graph = networks::isolated(columns * rows);
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x) {
            if (x + 1 < columns)
                graph.edges.push_back(networks::edge(y * columns + x, y * columns + x + 1));
            if (y + 1 < rows)
                graph.edges.push_back(networks::edge(y * columns + x, (y + 1) * columns + x));
        }
    return graph;
}

inline Graph tree(int count, int branches)
{
    Graph graph = networks::isolated(count);
    for (int i = 1; i < count; ++i)
        graph.edges.push_back(networks::edge((i - 1) / branches, i));
    return graph;
}

/// Two groups, each node of one joined with each of the other.
inline Graph bipartite(int left, int right)
{
    Graph graph = networks::isolated(left + right);
    for (int i = 0; i < left; ++i)
        for (int j = 0; j < right; ++j)
            graph.edges.push_back(networks::edge(i, left + j));
    return graph;
}

/// Several edges, there and back, between the nodes of a chain.
inline Graph parallels(int count, int each)
{
    Graph graph = networks::isolated(count);
    for (int i = 0; i + 1 < count; ++i)
        for (int k = 0; k < each; ++k)
            graph.edges.push_back(k % 2 ? networks::edge(i + 1, i) : networks::edge(i, i + 1));
    return graph;
}

/// Components of every size from 1 to count, none joined with another.
inline Graph islands(int count)
{
    Graph graph;
    for (int size = 1; size <= count; ++size) {
        const int base = static_cast<int>(graph.nodes.size());
        for (int i = 0; i < size; ++i) {
            graph.nodes.push_back(networks::disc(12 + size, i % 3));
            if (i > 0)
                graph.edges.push_back(networks::edge(base + i - 1, base + i));
        }
    }
    graph.columns = 3;
    return graph;
}

/// Discs from a dot to a quarter of the frame, all joined with the largest.
inline Graph uneven(int count)
{
    Graph graph = networks::star(count - 1);
    for (int i = 0; i < count; ++i)
        graph.nodes[static_cast<std::size_t>(i)].radius = i == 0 ? 120 : 1 + (i * 7) % 40;
    return graph;
}

struct Named {
    const char *name;
    Graph graph;
};

inline std::vector<Named> all()
{
    return {{"one", networks::isolated(1)},
            {"two", networks::isolated(2)},
            {"pair", chain(2)},
            {"three in a row", chain(3)},
            {"triangle", clique(3)},
            {"chain", chain(25)},
            {"star", networks::star(30)},
            {"clique", clique(12)},
            {"grid", grid(6, 5)},
            {"tree", tree(40, 3)},
            {"bipartite", bipartite(4, 9)},
            {"parallels", parallels(5, 6)},
            {"islands", islands(7)},
            {"uneven", uneven(20)},
            {"pairs", networks::pairs(12)},
            {"alone", networks::isolated(17)},
            {"cycle", networks::cycle(18)},
            {"deals", networks::deals(60, 130, 7, networks::Names::All)}};
}

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
