// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/maxflow.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <cstdint>

namespace dealscape::analysis {

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Reverse = boost::property<boost::edge_reverse_t, Traits::edge_descriptor>;
using Left = boost::property<boost::edge_residual_capacity_t, std::int64_t, Reverse>;
using Capacity = boost::property<boost::edge_capacity_t, std::int64_t, Left>;
using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Capacity>;

void connect(Network &network, int from, int to, std::int64_t capacity)
{
    const auto forth = add_edge(at(from), at(to), network).first;
    const auto back = add_edge(at(to), at(from), network).first;
    put(boost::edge_capacity, network, forth, capacity);
    put(boost::edge_capacity, network, back, 0);
    put(boost::edge_reverse, network, forth, back);
    put(boost::edge_reverse, network, back, forth);
}

std::vector<bool> reachable(const Network &network, int from)
{
    std::vector<bool> seen(num_vertices(network));
    std::vector<std::size_t> queue = {at(from)};
    seen[at(from)] = true;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (auto [edge, end] = out_edges(queue[i], network); edge != end; ++edge) {
            if (get(boost::edge_residual_capacity, network, *edge) == 0 || seen[target(*edge, network)])
                continue;
            seen[target(*edge, network)] = true;
            queue.push_back(target(*edge, network));
        }
    }
    return seen;
}

} // namespace

Return returnTo(const FlowGraph &graph, int organization, Bound bound)
{
    Return result;
    result.paid = graph.outflow(organization, bound);
    if (graph.in(organization).empty() || graph.out(organization).empty())
        return result;
    const int home = graph.size();
    Network network(at(home + 1));
    for (const Arc &arc : graph.arcs())
        connect(network, arc.from, arc.to == organization ? home : arc.to, arc.at(bound).dollars());
    result.amount = Money(push_relabel_max_flow(network, at(organization), at(home)));
    return result;
}

Cut minimumCut(const FlowGraph &graph, int from, int to, Bound bound)
{
    Cut cut;
    if (from == to)
        return cut;
    Network network(at(graph.size()));
    for (const Arc &arc : graph.arcs())
        connect(network, arc.from, arc.to, arc.at(bound).dollars());
    cut.amount = Money(push_relabel_max_flow(network, at(from), at(to)));
    const std::vector<bool> near = reachable(network, from);
    for (int organization = 0; organization < graph.size(); ++organization)
        if (near[at(organization)])
            cut.side.push_back(organization);
    for (std::size_t i = 0; i < graph.arcs().size(); ++i) {
        const Arc &arc = graph.arcs()[i];
        if (!near[at(arc.from)] || near[at(arc.to)])
            continue;
        if (!arc.known())
            cut.unknownArcs.push_back(static_cast<int>(i));
        else if (arc.at(bound) > Money())
            cut.arcs.push_back(static_cast<int>(i));
    }
    return cut;
}

} // namespace dealscape::analysis
