// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/circulation.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace dealscape::analysis {

namespace {

constexpr std::int64_t infinite = std::numeric_limits<std::int64_t>::max();

/// A residual network. Edges come in pairs, 2 i forth and 2 i + 1 back.
class Residual {
public:
    explicit Residual(int nodes) : m_edges(at(nodes)), m_price(at(nodes)), m_level(at(nodes)), m_next(at(nodes)) {}

    void connect(int from, int to, std::int64_t capacity, int cost)
    {
        m_edges[at(from)].push_back(static_cast<int>(m_ends.size()));
        m_ends.push_back({to, capacity, cost});
        m_edges[at(to)].push_back(static_cast<int>(m_ends.size()));
        m_ends.push_back({from, 0, -cost});
    }

    std::int64_t flow(std::size_t edge) const { return m_ends[2 * edge + 1].capacity; }

    /// Sends as much as there is from source to sink at the least cost. False when cancelled.
    bool sendAll(int source, int sink, const Progress &progress)
    {
        while (raisePrices(source, sink)) {
            while (layers(source, sink)) {
                if (progress.stop())
                    return false;
                std::ranges::fill(m_next, std::size_t(0));
                while (augment(source, sink)) {
                }
            }
        }
        return true;
    }

private:
    struct End {
        int node;
        std::int64_t capacity;
        int cost;
    };

    std::int64_t reducedCost(int from, const End &end) const { return end.cost + m_price[at(from)] - m_price[at(end.node)]; }

    /// Prices become distances from the source (Dijkstra over reduced costs, which are never negative). False when the sink
    /// cannot be reached any more.
    bool raisePrices(int source, int sink)
    {
        using Entry = std::pair<std::int64_t, int>;
        std::vector<std::int64_t> distance(m_edges.size(), infinite);
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        distance[at(source)] = 0;
        queue.emplace(0, source);
        while (!queue.empty()) {
            const auto [far, here] = queue.top();
            queue.pop();
            if (far > distance[at(here)])
                continue;
            for (const int edge : m_edges[at(here)]) {
                const End &end = m_ends[at(edge)];
                const std::int64_t next = far + reducedCost(here, end);
                if (end.capacity == 0 || next >= distance[at(end.node)])
                    continue;
                distance[at(end.node)] = next;
                queue.emplace(next, end.node);
            }
        }
        const std::int64_t reach = distance[at(sink)];
        if (reach == infinite)
            return false;
        for (std::size_t node = 0; node < m_price.size(); ++node)
            m_price[node] += std::min(distance[node], reach);
        return true;
    }

    bool open(int from, const End &end) const { return end.capacity > 0 && reducedCost(from, end) == 0; }

    /// Steps from the source over edges without reduced cost (Dinic's layers). False when the sink is out of reach.
    bool layers(int source, int sink)
    {
        std::ranges::fill(m_level, -1);
        std::vector<int> queue = {source};
        m_level[at(source)] = 0;
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for (const int edge : m_edges[at(queue[i])]) {
                const End &end = m_ends[at(edge)];
                if (!open(queue[i], end) || m_level[at(end.node)] >= 0)
                    continue;
                m_level[at(end.node)] = m_level[at(queue[i])] + 1;
                queue.push_back(end.node);
            }
        }
        return m_level[at(sink)] >= 0;
    }

    /// Saturates one way through the layers. Without recursion: a way may be as long as there are organisations.
    bool augment(int source, int sink)
    {
        std::vector<int> way;
        int here = source;
        while (here != sink) {
            if (const int edge = advance(here); edge >= 0) {
                way.push_back(edge);
                here = m_ends[at(edge)].node;
            } else if (way.empty()) {
                return false;
            } else {
                here = m_ends[at(way.back() ^ 1)].node;
                way.pop_back();
                ++m_next[at(here)];
            }
        }
        std::int64_t amount = infinite;
        for (const int edge : way)
            amount = std::min(amount, m_ends[at(edge)].capacity);
        for (const int edge : way) {
            m_ends[at(edge)].capacity -= amount;
            m_ends[at(edge ^ 1)].capacity += amount;
        }
        return true;
    }

    /// The next open edge into the next layer, or -1. Edges passed over stay passed until the layers are made anew.
    int advance(int here)
    {
        const std::vector<int> &edges = m_edges[at(here)];
        for (std::size_t &next = m_next[at(here)]; next < edges.size(); ++next) {
            const End &end = m_ends[at(edges[next])];
            if (open(here, end) && m_level[at(end.node)] == m_level[at(here)] + 1)
                return edges[next];
        }
        return -1;
    }

    std::vector<std::vector<int>> m_edges;
    std::vector<End> m_ends;
    std::vector<std::int64_t> m_price;
    std::vector<int> m_level;
    std::vector<std::size_t> m_next;
};

} // namespace

std::optional<Circulation> maximumCirculation(const FlowGraph &graph, Bound bound, const Progress &progress)
{
    const int source = graph.size();
    const int sink = source + 1;
    Residual residual(sink + 1);
    for (const Arc &arc : graph.arcs())
        residual.connect(arc.from, arc.to, arc.at(bound).dollars(), 1);
    for (int organization = 0; organization < graph.size(); ++organization) {
        const std::int64_t surplus = (graph.outflow(organization, bound) - graph.inflow(organization, bound)).dollars();
        if (surplus > 0)
            residual.connect(source, organization, surplus, 0);
        else if (surplus < 0)
            residual.connect(organization, sink, -surplus, 0);
    }
    if (!residual.sendAll(source, sink, progress))
        return std::nullopt;
    Circulation result;
    for (std::size_t i = 0; i < graph.arcs().size(); ++i) {
        const Money amount = graph.arcs()[i].at(bound);
        result.circulating.push_back(amount - Money(residual.flow(i)));
        result.sum += result.circulating.back();
        result.total += amount;
    }
    return result;
}

} // namespace dealscape::analysis
