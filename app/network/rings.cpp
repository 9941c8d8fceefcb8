// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/rings.h"

#include "analysis/loops.h"
#include "analysis/select.h"

#include <algorithm>

namespace dealscape::network {

namespace {

constexpr std::size_t mostRings = 2;

std::vector<int> trailRing(const View &view)
{
    std::vector<int> ring;
    if (!view.perspective.trail || !view.perspective.trail->closed)
        return ring;
    for (const OrganizationId &id : view.perspective.trail->organizations) {
        const int node = view.nodeOf(id);
        if (node < 0 || std::ranges::find(ring, node) != ring.end())
            return {};
        ring.push_back(node);
    }
    return ring;
}

std::vector<std::vector<int>> loopsIn(const Index &index, const Network &network)
{
    analysis::LoopOptions options;
    options.limit = 200;
    options.maximumSteps = 2'000'000;
    const analysis::FlowGraph flows(index, analysis::firm(index, network.deals));
    std::vector<std::vector<int>> loops;
    for (const analysis::Loop &loop : analysis::findLoops(flows, options).loops) {
        std::vector<int> &nodes = loops.emplace_back();
        for (const int organization : loop.organizations)
            nodes.push_back(network.nodeOf(organization));
        if (std::ranges::find(nodes, -1) != nodes.end())
            loops.pop_back();
    }
    return loops;
}

} // namespace

std::vector<std::vector<int>> ringsOf(const View &view)
{
    if (std::vector<int> ring = trailRing(view); ring.size() > 1)
        return {ring};
    const std::vector<std::vector<int>> loops = loopsIn(view.index, view.network);
    std::vector<std::vector<int>> rings;
    std::vector<char> taken(view.network.nodes.size(), 0);
    const auto free = [&](int node) { return !taken[static_cast<std::size_t>(node)]; };
    for (const std::vector<int> &loop : loops) {
        if (rings.size() == mostRings)
            break;
        if (loop.size() < 3 || !std::ranges::all_of(loop, free))
            continue;
        for (const int node : loop)
            taken[static_cast<std::size_t>(node)] = 1;
        rings.push_back(loop);
    }
    if (rings.empty() && !loops.empty())
        rings.push_back(loops.front());
    return rings;
}

std::optional<Trail> leadingLoop(const Index &index, const Perspective &perspective)
{
    if (perspective.asReported)
        return std::nullopt;
    const Network network = network::network(index, perspective);
    const View view{index, perspective, network};
    const std::vector<std::vector<int>> rings = ringsOf(view);
    if (rings.empty())
        return std::nullopt;
    Trail trail;
    trail.closed = true;
    for (const int node : rings.front())
        trail.organizations.push_back(view.organizationOf(node).id);
    return trail;
}

} // namespace dealscape::network
