// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"

#include <span>
#include <utility>
#include <vector>

namespace dealscape::layout {

/// A graph as the algorithms see it: undirected, without loops or parallels, neighbours in compressed rows, ascending.
/// Edges that name a node outside the graph, or one node twice, are left out.
class Topology {
public:
    Topology() = default;
    /// O((n + m) log m).
    Topology(int count, std::vector<std::pair<int, int>> pairs);
    explicit Topology(const Graph &graph);

    int count() const { return static_cast<int>(m_first.size()) - 1; }
    std::span<const int> neighbours(int node) const { return {m_next.data() + m_first[node], m_next.data() + m_first[node + 1]}; }
    int degree(int node) const { return m_first[node + 1] - m_first[node]; }
    /// Each undirected edge once, lower end first, ascending.
    const std::vector<std::pair<int, int>> &pairs() const { return m_pairs; }

    /// Steps from one node to all, -1 where there is no way. O(n + m).
    void distancesFrom(int source, std::vector<int> &distances) const;
    /// Nodes of each connected component, the largest component first, nodes ascending.
    std::vector<std::vector<int>> components() const;
    /// The part between the nodes given, renumbered in their order.
    Topology part(const std::vector<int> &nodes) const;

private:
    std::vector<int> m_first = {0};
    std::vector<int> m_next;
    std::vector<std::pair<int, int>> m_pairs;
};

} // namespace dealscape::layout
