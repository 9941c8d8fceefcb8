// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/topology.h"

#include <algorithm>

namespace dealscape::layout {

namespace {

std::vector<std::pair<int, int>> pairsOf(const Graph &graph)
{
    const int count = static_cast<int>(graph.nodes.size());
    std::vector<std::pair<int, int>> pairs;
    pairs.reserve(graph.edges.size());
    for (const Edge &edge : graph.edges)
        if (edge.from >= 0 && edge.to >= 0 && edge.from < count && edge.to < count)
            pairs.emplace_back(edge.from, edge.to);
    return pairs;
}

} // namespace

Topology::Topology(int count, std::vector<std::pair<int, int>> pairs) : m_first(static_cast<std::size_t>(count) + 1, 0)
{
    for (auto &[a, b] : pairs)
        if (a > b)
            std::swap(a, b);
    std::erase_if(pairs, [](const auto &pair) { return pair.first == pair.second; });
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    m_pairs = std::move(pairs);

    for (const auto &[a, b] : m_pairs) {
        ++m_first[a + 1];
        ++m_first[b + 1];
    }
    for (std::size_t i = 1; i < m_first.size(); ++i)
        m_first[i] += m_first[i - 1];
    m_next.resize(m_pairs.size() * 2);
    std::vector<int> at(m_first.begin(), m_first.end() - 1);
    for (const auto &[a, b] : m_pairs)
        m_next[at[b]++] = a;
    for (const auto &[a, b] : m_pairs)
        m_next[at[a]++] = b;
}

Topology::Topology(const Graph &graph) : Topology(static_cast<int>(graph.nodes.size()), pairsOf(graph)) {}

void Topology::distancesFrom(int source, std::vector<int> &distances) const
{
    distances.assign(static_cast<std::size_t>(count()), -1);
    std::vector<int> queue;
    queue.reserve(distances.size());
    queue.push_back(source);
    distances[source] = 0;
    for (std::size_t head = 0; head < queue.size(); ++head)
        for (const int next : neighbours(queue[head]))
            if (distances[next] < 0) {
                distances[next] = distances[queue[head]] + 1;
                queue.push_back(next);
            }
}

std::vector<std::vector<int>> Topology::components() const
{
    std::vector<std::vector<int>> all;
    std::vector<char> seen(static_cast<std::size_t>(count()), 0);
    for (int start = 0; start < count(); ++start) {
        if (seen[start])
            continue;
        std::vector<int> nodes = {start};
        seen[start] = 1;
        for (std::size_t head = 0; head < nodes.size(); ++head)
            for (const int next : neighbours(nodes[head]))
                if (!seen[next]) {
                    seen[next] = 1;
                    nodes.push_back(next);
                }
        std::sort(nodes.begin(), nodes.end());
        all.push_back(std::move(nodes));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.size() > b.size(); });
    return all;
}

Topology Topology::part(const std::vector<int> &nodes) const
{
    std::vector<int> place(static_cast<std::size_t>(count()), -1);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        place[nodes[i]] = static_cast<int>(i);
    std::vector<std::pair<int, int>> pairs;
    for (const int node : nodes)
        for (const int next : neighbours(node))
            if (node < next && place[next] >= 0)
                pairs.emplace_back(place[node], place[next]);
    return Topology(static_cast<int>(nodes.size()), std::move(pairs));
}

} // namespace dealscape::layout
