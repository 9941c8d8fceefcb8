// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/ribbons.h"

#include <algorithm>

namespace dealscape::layout {

std::vector<PairSize> pairSizes(const Graph &graph, const std::vector<int> &nodes, const Topology &part, double scale)
{
    std::vector<int> place(graph.nodes.size(), -1);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        place[nodes[i]] = static_cast<int>(i);
    std::vector<PairSize> ribbons(part.pairs().size());
    for (const Edge &edge : graph.edges) {
        if (place[edge.from] < 0)
            continue;
        const std::pair<int, int> pair = std::minmax(place[edge.from], place[edge.to]);
        const auto found = std::lower_bound(part.pairs().begin(), part.pairs().end(), pair);
        if (found == part.pairs().end() || *found != pair)
            continue;
        PairSize &ribbon = ribbons[static_cast<std::size_t>(found - part.pairs().begin())];
        ribbon.text = std::max(ribbon.text, edge.labelWidth * scale);
        ribbon.width += edge.width * scale;
    }
    return ribbons;
}

std::vector<std::vector<int>> hullsWithin(const Graph &graph, const std::vector<int> &nodes)
{
    std::vector<int> place(graph.nodes.size(), -1);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        place[nodes[i]] = static_cast<int>(i);
    std::vector<std::vector<int>> hulls;
    for (const auto &members : graph.hulls) {
        std::vector<int> within;
        for (const int member : members)
            if (member >= 0 && member < static_cast<int>(place.size()) && place[member] >= 0)
                within.push_back(place[member]);
        if (within.size() > 1)
            hulls.push_back(std::move(within));
    }
    return hulls;
}

Effort effortFor(const Topology &topology, bool written)
{
    const double nodes = topology.count();
    const double edges = static_cast<double>(topology.pairs().size());
    if (nodes > 400 || edges < 1)
        return {};
    const double tests = written ? 1300 : 2600;
    const int samples = nodes <= 100 ? 14 : nodes <= 200 ? 10 : 8;
    return {static_cast<int>(std::min(24.0, std::max(5.0, tests * nodes * nodes / (2 * samples * edges * edges)))), samples};
}

} // namespace dealscape::layout
