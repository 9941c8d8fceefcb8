// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/structure.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <iterator>
#include <map>

namespace dealscape::analysis {

namespace {

using Number = boost::property<boost::edge_index_t, std::size_t>;
using Ties = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Number>;
using Arcs = boost::compressed_sparse_row_graph<boost::directedS>;
using Pair = std::pair<int, int>;

std::vector<Pair> tiesOf(const Index &index, std::span<const int> deals)
{
    std::vector<Pair> ties;
    for (const int position : deals) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        const int tail = index.position(deal.tail());
        const int head = index.position(deal.head());
        if (tail >= 0 && head >= 0 && tail != head)
            ties.push_back(std::minmax(tail, head));
    }
    std::ranges::sort(ties);
    const auto twice = std::ranges::unique(ties);
    ties.erase(twice.begin(), twice.end());
    return ties;
}

/// Organisations that are tied, ascending: vertex numbers run over them.
std::vector<int> membersOf(const std::vector<Pair> &ties)
{
    std::vector<int> members;
    for (const auto &[a, b] : ties) {
        members.push_back(a);
        members.push_back(b);
    }
    std::ranges::sort(members);
    const auto twice = std::ranges::unique(members);
    members.erase(twice.begin(), twice.end());
    return members;
}

std::size_t vertexOf(const std::vector<int> &members, int organization)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(members, organization) - members.begin());
}

Ties build(const std::vector<Pair> &ties, const std::vector<int> &members)
{
    Ties graph(members.size());
    for (std::size_t i = 0; i < ties.size(); ++i)
        add_edge(vertexOf(members, ties[i].first), vertexOf(members, ties[i].second), Number(i), graph);
    return graph;
}

/// Each tie as two arcs: compact, and what shortest ways both ways need.
Arcs arcsBothWays(const std::vector<Pair> &ties, const std::vector<int> &members)
{
    std::vector<std::pair<std::size_t, std::size_t>> arcs;
    for (const auto &[a, b] : ties) {
        arcs.emplace_back(vertexOf(members, a), vertexOf(members, b));
        arcs.emplace_back(vertexOf(members, b), vertexOf(members, a));
    }
    std::ranges::sort(arcs);
    return Arcs(boost::edges_are_sorted, arcs.begin(), arcs.end(), members.size());
}

/// A bridge is a biconnected component of a single tie.
void findWeakPoints(const Ties &graph, const std::vector<Pair> &ties, const std::vector<int> &members, Structure &result)
{
    std::vector<std::size_t> component(ties.size());
    std::vector<std::size_t> points;
    boost::biconnected_components(graph, boost::make_iterator_property_map(component.begin(), get(boost::edge_index, graph)),
                                  std::back_inserter(points));
    for (const std::size_t point : points)
        result.articulationPoints.push_back(members[point]);
    std::ranges::sort(result.articulationPoints);
    std::map<std::size_t, int> sizes;
    for (const std::size_t part : component)
        ++sizes[part];
    for (std::size_t i = 0; i < ties.size(); ++i)
        if (sizes[component[i]] == 1)
            result.bridges.push_back(ties[i]);
}

struct Stopped {};

/// The dependencies of one source after another. Brandes sets each of them to zero once a source, which tells how far he is.
struct Watch {
    std::vector<double> dependency;
    const Progress &progress;
    std::size_t cleared = 0;

    void set(std::size_t vertex, double value)
    {
        dependency[vertex] = value;
        if (value != 0 || ++cleared % dependency.size() != 0)
            return;
        if (progress.stop())
            throw Stopped();
        const std::size_t sources = cleared / dependency.size();
        progress(static_cast<double>(sources) / static_cast<double>(dependency.size()));
    }
};

/// A property map over a Watch.
struct Watched {
    using key_type = std::size_t;
    using value_type = double;
    using reference = double;
    using category = boost::read_write_property_map_tag;

    Watch *watch;

    friend double get(const Watched &map, std::size_t vertex) { return map.watch->dependency[vertex]; }
    friend void put(const Watched &map, std::size_t vertex, double value) { map.watch->set(vertex, value); }
};

bool sumShortestWays(const Arcs &graph, std::vector<double> &values, const Progress &progress)
{
    const auto number = get(boost::vertex_index, graph);
    const auto mapOf = [&](auto &vector) { return boost::make_iterator_property_map(vector.begin(), number); };
    std::vector<std::vector<boost::graph_traits<Arcs>::edge_descriptor>> incoming(values.size());
    std::vector<std::size_t> distance(values.size());
    std::vector<std::size_t> ways(values.size());
    Watch watch{std::vector<double>(values.size()), progress};
    try {
        boost::brandes_betweenness_centrality(graph, mapOf(values), boost::dummy_property_map(), mapOf(incoming), mapOf(distance),
                                              Watched{&watch}, mapOf(ways), number);
    } catch (const Stopped &) {
        return false;
    }
    return true;
}

} // namespace

Structure structure(const Index &index, std::span<const int> deals)
{
    Structure result;
    const std::vector<Pair> ties = tiesOf(index, deals);
    const std::vector<int> members = membersOf(ties);
    result.organizations = static_cast<int>(members.size());
    if (members.empty())
        return result;
    const Ties graph = build(ties, members);
    std::vector<int> part(members.size());
    result.components =
        boost::connected_components(graph, boost::make_iterator_property_map(part.begin(), get(boost::vertex_index, graph)));
    findWeakPoints(graph, ties, members, result);
    return result;
}

std::vector<double> betweenness(const Index &index, std::span<const int> deals)
{
    return *betweenness(index, deals, Progress());
}

std::optional<std::vector<double>> betweenness(const Index &index, std::span<const int> deals, const Progress &progress)
{
    std::vector<double> shares(index.dataset().organizations.size());
    const std::vector<Pair> ties = tiesOf(index, deals);
    const std::vector<int> members = membersOf(ties);
    if (members.size() < 3)
        return shares;
    const Arcs graph = arcsBothWays(ties, members);
    std::vector<double> values(members.size());
    if (!sumShortestWays(graph, values, progress))
        return std::nullopt;
    const auto others = static_cast<double>(members.size()) - 1;
    for (std::size_t i = 0; i < members.size(); ++i)
        shares[static_cast<std::size_t>(members[i])] = values[i] / (others * (others - 1));
    return shares;
}

} // namespace dealscape::analysis
