// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references.h"

#include <vector>

/// Graphs of every shape that a network can take.
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

} // namespace shapes
