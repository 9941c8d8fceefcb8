// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"
#include "layout/random.h"

#include <cmath>
#include <utility>
#include <vector>

/// Networks for tests: hubs with many partners, some deals back and forth, a few islands.
namespace networks {

using dealscape::layout::Edge;
using dealscape::layout::Graph;
using dealscape::layout::Node;
using dealscape::layout::Random;

inline Node disc(double radius, int column = 0)
{
    Node node;
    node.radius = radius;
    node.column = column;
    return node;
}

inline Edge edge(int from, int to)
{
    Edge e;
    e.from = from;
    e.to = to;
    return e;
}

inline Graph star(int leaves)
{
    Graph graph;
    graph.nodes.push_back(disc(40, 2));
    for (int i = 1; i <= leaves; ++i) {
        graph.nodes.push_back(disc(15, i % 5));
        graph.edges.push_back(i % 2 ? edge(0, i) : edge(i, 0));
    }
    graph.columns = 5;
    return graph;
}

inline Graph cycle(int count)
{
    Graph graph;
    for (int i = 0; i < count; ++i) {
        graph.nodes.push_back(disc(15, i % 4));
        graph.edges.push_back(edge(i, (i + 1) % count));
    }
    graph.columns = 4;
    return graph;
}

inline Graph pairs(int count)
{
    Graph graph;
    for (int i = 0; i < 2 * count; ++i)
        graph.nodes.push_back(disc(15, i % 3));
    for (int i = 0; i < count; ++i)
        graph.edges.push_back(edge(2 * i, 2 * i + 1));
    graph.columns = 3;
    return graph;
}

inline Graph isolated(int count)
{
    Graph graph;
    for (int i = 0; i < count; ++i)
        graph.nodes.push_back(disc(15, i % 3));
    graph.columns = 3;
    return graph;
}

enum class Names { None, All };

/// Buyers chosen by how many deals they have already; every 25th node belongs to an island of two or three.
inline Graph deals(int count, int edges, std::uint64_t seed, Names names = Names::None)
{
    Random random(seed);
    Graph graph;
    graph.columns = 6;
    const int core = count < 10 ? count : count - count / 25;
    std::vector<int> pool;
    for (int i = 0; i < count; ++i) {
        Node node = disc(15 + 30 * std::pow(random.unit(), 6), random.below(graph.columns));
        if (names == Names::All) {
            node.labelWidth = 40 + random.below(60);
            node.labelHeight = 16;
        }
        graph.nodes.push_back(node);
    }
    const auto join = [&](int a, int b) {
        if (a == b)
            return;
        graph.edges.push_back(edge(a, b));
        graph.edges.back().width = 1.5 + random.below(8);
        pool.push_back(a);
        pool.push_back(b);
    };
    for (int i = 1; i < core; ++i)
        join(i, pool.empty() || random.unit() < 0.1 ? random.below(i) : pool[random.below(static_cast<int>(pool.size()))]);
    while (static_cast<int>(graph.edges.size()) < edges && !pool.empty())
        join(pool[random.below(static_cast<int>(pool.size()))], random.below(core));
    for (int i = core; i + 1 < count; i += 2 + random.below(2))
        join(i, i + 1);
    return graph;
}

inline dealscape::layout::Request chainRequest(double width = 1504, double height = 800)
{
    dealscape::layout::Request request;
    request.algorithm = dealscape::layout::Algorithm::SupplyChain;
    request.width = width;
    request.height = height;
    return request;
}

} // namespace networks
