// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/walk.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dealscape::diagram {

namespace {

double angle(const layout::Placement &placement, int from, int to)
{
    const layout::Point way = placement.nodes[static_cast<std::size_t>(to)] - placement.nodes[static_cast<std::size_t>(from)];
    const double a = std::atan2(way.y, way.x);
    return a < 0 ? a + 2 * std::numbers::pi : a;
}

} // namespace

std::vector<int> edgesByAngle(const network::Network &network, const layout::Placement &placement, int node)
{
    std::vector<int> edges;
    for (std::size_t i = 0; i < network.edges.size(); ++i)
        if (network.edges[i].from == node || network.edges[i].to == node)
            edges.push_back(static_cast<int>(i));
    std::stable_sort(edges.begin(), edges.end(), [&](int a, int b) {
        return angle(placement, node, partner(network, a, node)) < angle(placement, node, partner(network, b, node));
    });
    return edges;
}

int turned(const std::vector<int> &edges, int edge, int step)
{
    if (edges.empty())
        return -1;
    const auto found = std::find(edges.begin(), edges.end(), edge);
    if (found == edges.end())
        return step > 0 ? edges.front() : edges.back();
    const auto count = static_cast<std::ptrdiff_t>(edges.size());
    return edges[static_cast<std::size_t>((found - edges.begin() + step + count) % count)];
}

int partner(const network::Network &network, int edge, int node)
{
    const network::NetworkEdge &e = network.edges[static_cast<std::size_t>(edge)];
    return e.from == node ? e.to : e.from;
}

int largest(const network::Network &network)
{
    const auto found =
        std::max_element(network.nodes.begin(), network.nodes.end(),
                         [](const network::NetworkNode &a, const network::NetworkNode &b) { return a.turnover < b.turnover; });
    return found == network.nodes.end() ? -1 : static_cast<int>(found - network.nodes.begin());
}

} // namespace dealscape::diagram
