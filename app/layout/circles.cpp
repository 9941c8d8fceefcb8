// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/circles.h"

#include "layout/algorithms.h"
#include "layout/ascending.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dealscape::layout {

namespace {

/// Between two orbits, at full size: room for an amount on the way.
constexpr double Step = 60;

} // namespace

Orbits::Orbits(const Graph &graph, const Topology &topology, int centre, const Frame &frame)
    : m_graph(graph),
      m_topology(topology),
      m_centre(centre),
      m_wide(std::min(WidestOrbit, std::max(1.0, frame.width / frame.height))),
      m_angle(graph.nodes.size(), 0)
{
    topology.distancesFrom(centre, m_steps);
    for (int i = 0; i < topology.count(); ++i) {
        if (m_steps[i] < 0)
            m_islands.push_back(i);
        else if (i != centre)
            m_byDistance[m_steps[i]].push_back(i);
    }
    if (!m_byDistance.empty())
        orderFirst(m_byDistance.begin()->second);
}

std::vector<Circle> Orbits::circles(const std::vector<Room> &rooms, double scale, Islands islands)
{
    const double gap = gapFor(rooms);
    std::map<int, std::vector<int>> rings = m_byDistance;
    if (islands == Islands::Outermost && !m_islands.empty())
        rings[rings.empty() ? 1 : rings.rbegin()->first + 1] = m_islands;
    std::vector<Circle> circles;
    double outer = rooms[m_centre].radius;
    for (auto &[distance, nodes] : rings) {
        double largest = 0;
        for (const int node : nodes)
            largest = std::max(largest, rooms[node].radius + (rooms[node].below() - rooms[node].radius) / 2);
        const double first = outer + largest + gap + Step * scale * (circles.empty() ? 1 : 0.5);
        const double step = largest * 2 + gap;
        double needed = 0;
        for (const int node : nodes)
            needed += needOf(rooms[node], gap, first, std::numbers::pi / 4) * first;
        int layers = 1;
        double offered = Tau * first;
        while (offered < needed && layers < 3)
            offered += Tau * (first + layers++ * step);
        const double radius = offered < needed ? first * needed / offered : first;
        settle(nodes, distance == 1, rooms, gap, radius, layers);
        const std::size_t base = circles.size();
        for (int k = 0; k < layers; ++k)
            circles.push_back({{}, {}, radius + k * step});
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            circles[base + i % static_cast<std::size_t>(layers)].nodes.push_back(nodes[i]);
            circles[base + i % static_cast<std::size_t>(layers)].angles.push_back(m_angle[nodes[i]]);
        }
        outer = circles.back().radius + largest;
    }
    return circles;
}

void Orbits::orderFirst(std::vector<int> &nodes) const
{
    constexpr std::size_t most = 120;
    std::stable_sort(nodes.begin(), nodes.end(), [&](int a, int b) { return m_graph.nodes[a].column < m_graph.nodes[b].column; });
    if (nodes.size() > most)
        return;
    std::vector<std::vector<int>> sectors;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i == 0 || m_graph.nodes[nodes[i]].column != m_graph.nodes[nodes[i - 1]].column)
            sectors.emplace_back();
        sectors.back().push_back(nodes[i]);
    }
    const std::vector<std::pair<int, int>> ties = tiesAmong(nodes);
    double best = spanOf(sectors, ties);
    const auto better = [&](auto change) {
        change();
        const double span = spanOf(sectors, ties);
        if (span < best - 1e-9) {
            best = span;
            return true;
        }
        change();
        return false;
    };
    for (bool gained = true; gained;) {
        gained = false;
        for (std::size_t a = 0; a < sectors.size(); ++a) {
            for (std::size_t b = a + 1; b < sectors.size(); ++b)
                gained |= better([&] { sectors[a].swap(sectors[b]); });
            for (std::size_t i = 0; i < sectors[a].size(); ++i)
                for (std::size_t k = i + 1; k < sectors[a].size(); ++k)
                    gained |= better([&] { std::swap(sectors[a][i], sectors[a][k]); });
        }
    }
    nodes.clear();
    for (const std::vector<int> &sector : sectors)
        nodes.insert(nodes.end(), sector.begin(), sector.end());
}

std::vector<std::pair<int, int>> Orbits::tiesAmong(const std::vector<int> &nodes) const
{
    std::vector<std::pair<int, int>> ties;
    for (const int node : nodes)
        for (const int next : m_topology.neighbours(node)) {
            if (m_steps[next] == 1 && node < next)
                ties.emplace_back(node, next);
            if (m_steps[next] == 2)
                for (const int other : m_topology.neighbours(next))
                    if (m_steps[other] == 1 && node < other)
                        ties.emplace_back(node, other);
        }
    return ties;
}

double Orbits::spanOf(const std::vector<std::vector<int>> &sectors, const std::vector<std::pair<int, int>> &ties) const
{
    std::vector<int> place(m_graph.nodes.size(), 0);
    int count = 0;
    for (const auto &sector : sectors)
        for (const int node : sector)
            place[node] = count++;
    double sum = 0;
    for (const auto &[a, b] : ties) {
        const int apart = std::abs(place[a] - place[b]);
        sum += std::min(apart, count - apart);
    }
    return sum;
}

double Orbits::needOf(const Room &room, double gap, double radius, double angle) const
{
    const double width = 2 * std::max(room.radius, std::min(room.labelWidth / 2, room.radius + 30)) + gap;
    const double height = room.above() + room.below() + gap;
    return std::abs(std::sin(angle)) * width / (radius * m_wide) + std::abs(std::cos(angle)) * height / radius;
}

void Orbits::settle(std::vector<int> &nodes, bool first, const std::vector<Room> &rooms, double gap, double radius, int layers)
{
    std::vector<double> need(m_angle.size(), 0);
    double total = 0;
    const auto measure = [&](int node, double angle) {
        need[node] = needOf(rooms[node], gap, radius, angle) / layers;
        total += need[node];
    };
    if (first) {
        for (const int node : nodes)
            measure(node, std::numbers::pi / 4);
        goRound(nodes, need, -std::numbers::pi / 2, Tau / total);
        return;
    }
    for (const int node : nodes) {
        m_angle[node] = wishOf(node);
        measure(node, m_angle[node]);
    }
    std::stable_sort(nodes.begin(), nodes.end(), [&](int a, int b) { return m_angle[a] < m_angle[b]; });
    if (total >= Tau) {
        goRound(nodes, need, m_angle[nodes.front()], Tau / total);
        return;
    }
    cutAtWidestGap(nodes);
    std::vector<double> offset(nodes.size(), 0);
    for (std::size_t i = 1; i < nodes.size(); ++i)
        offset[i] = offset[i - 1] + (need[nodes[i - 1]] + need[nodes[i]]) / 2;
    std::vector<Wish> wishes;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        wishes.push_back({m_angle[nodes[i]] - offset[i], 1});
    const std::vector<double> settled = ascending(wishes);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        m_angle[nodes[i]] = settled[i] + offset[i];
    const double ends = (need[nodes.front()] + need[nodes.back()]) / 2;
    if (m_angle[nodes.back()] - m_angle[nodes.front()] + ends > Tau)
        goRound(nodes, need, m_angle[nodes.front()], Tau / total);
}

double Orbits::wishOf(int node) const
{
    Point sum;
    for (const int next : m_topology.neighbours(node))
        if (m_steps[next] >= 0 && m_steps[next] < m_steps[node])
            sum = sum + Point{std::cos(m_angle[next]), std::sin(m_angle[next])};
    return length(sum) > 1e-9 ? std::atan2(sum.y, sum.x) : std::numbers::pi / 2;
}

void Orbits::goRound(const std::vector<int> &nodes, const std::vector<double> &need, double from, double stretch)
{
    double at = from;
    for (const int node : nodes) {
        m_angle[node] = at + need[node] * stretch / 2;
        at += need[node] * stretch;
    }
}

void Orbits::cutAtWidestGap(std::vector<int> &nodes)
{
    std::size_t begin = 0;
    double widest = -1;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const double before = i == 0 ? m_angle[nodes.back()] - Tau : m_angle[nodes[i - 1]];
        if (m_angle[nodes[i]] - before > widest) {
            widest = m_angle[nodes[i]] - before;
            begin = i;
        }
    }
    for (std::size_t i = 0; i < begin; ++i)
        m_angle[nodes[i]] += Tau;
    std::rotate(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(begin), nodes.end());
}

} // namespace dealscape::layout
