// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "analysis/loops.h"
#include "analysis/select.h"
#include "analysis/structure.h"
#include "bench/networks.h"
#include "bench/timing.h"
#include "io/reader.h"
#include "resources/embedded.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/directed_graph.hpp>
#include <boost/graph/tiernan_all_cycles.hpp>
#include <cstdio>
#include <malloc.h>
#include <numeric>
#include <set>

namespace dealscape::bench {

namespace {

using Directed = boost::directed_graph<>;
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

struct CountCycles {
    std::size_t *count;

    template <class Path, class Graph>
    void cycle(const Path &, const Graph &) const
    {
        ++*count;
    }
};

std::size_t allCycles(const analysis::FlowGraph &graph, int length)
{
    Directed boosted;
    std::vector<Directed::vertex_descriptor> vertices;
    for (int i = 0; i < graph.size(); ++i)
        vertices.push_back(boosted.add_vertex());
    for (const analysis::Arc &arc : graph.arcs())
        boosted.add_edge(vertices[static_cast<std::size_t>(arc.from)], vertices[static_cast<std::size_t>(arc.to)]);
    std::size_t count = 0;
    boost::tiernan_all_cycles(boosted, CountCycles{&count}, 2, static_cast<std::size_t>(length));
    return count;
}

/// The reference walks through everything that has no bound but the length: it is asked only where that ends soon.
enum class Reference { Measured, LeftOut };

void compare(const char *name, const analysis::FlowGraph &graph, int length, int runs, Reference reference = Reference::Measured)
{
    analysis::LoopOptions options;
    options.maximumLength = length;
    std::vector<double> ours, theirs;
    analysis::LoopSearch search;
    std::size_t all = 0;
    malloc_trim(0);
    const auto used = [] { return mallinfo2().uordblks + mallinfo2().hblkhd; };
    const auto before = used();
    for (int run = 0; run < runs; ++run) {
        search = {};
        ours.push_back(milliseconds([&] { search = analysis::findLoops(graph, options); }));
        if (reference == Reference::Measured)
            theirs.push_back(milliseconds([&] { all = allCycles(graph, length); }));
    }
    std::printf("%s: %zu arcs, loops of up to %d legs\n", name, graph.arcs().size(), length);
    std::printf("found and ranked   %10.2f ms, %zu loops%s, %.1f MB kept\n", median(ours), search.loops.size(),
                search.completion == analysis::Completion::LimitReached ? " (the best, at the limit)" : "",
                static_cast<double>(used() - before) / 1e6);
    if (theirs.empty()) {
        std::puts("Boost, all cycles  left out at this size: ask for it with --reference\n");
        return;
    }
    std::printf("Boost, all cycles  %10.2f ms, %zu cycles, not ranked\n", median(theirs), all);
    std::printf("ratio              %10.2f\n\n", median(ours) / median(theirs));
}

/// The generated network as deals of log-normal worth.
Dataset generatedDataset(int organizations, int deals)
{
    const Network network = generated(organizations, deals, 7);
    Dataset dataset;
    for (std::size_t i = 0; i < network.values.size(); ++i) {
        Organization organization;
        organization.id = OrganizationId("o" + std::to_string(i));
        dataset.organizations.push_back(organization);
    }
    for (std::size_t i = 0; i < network.deals.size(); ++i) {
        const auto [from, to] = network.deals[i];
        Deal deal;
        deal.id = DealId("d" + std::to_string(i));
        deal.payer = deal.customer = dataset.organizations[static_cast<std::size_t>(from)].id;
        deal.payee = deal.supplier = dataset.organizations[static_cast<std::size_t>(to)].id;
        deal.value = MoneyRange::exactly(Money(1'000'000 + static_cast<std::int64_t>(i * 7919 % 1'000'003) * 1000));
        deal.announced = {2025, 1, 1};
        dataset.deals.push_back(std::move(deal));
    }
    return dataset;
}

std::vector<int> everyDeal(const Dataset &dataset)
{
    std::vector<int> deals(dataset.deals.size());
    std::iota(deals.begin(), deals.end(), 0);
    return deals;
}

void cancelEarly(const analysis::FlowGraph &graph, int length)
{
    analysis::LoopOptions options;
    options.maximumLength = length;
    const double start = wall();
    const double wait = 50;
    const auto elapsed = [&] { return wall() - start; };
    const auto search = analysis::findLoops(graph, options, {{}, [&] { return elapsed() > wait; }});
    std::printf("cancelled after %.0f ms: returned at %.1f ms%s\n\n", wait, elapsed(),
                search.completion == analysis::Completion::Cancelled ? "" : ", complete before");
}

void compareBetweenness(const Index &index, const std::vector<int> &deals)
{
    std::set<std::pair<std::size_t, std::size_t>> ties;
    for (const int position : deals) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        const auto tail = static_cast<std::size_t>(index.position(deal.tail()));
        const auto head = static_cast<std::size_t>(index.position(deal.head()));
        if (tail != head)
            ties.insert(std::minmax(tail, head));
    }
    Undirected graph(index.dataset().organizations.size());
    for (const auto &[a, b] : ties)
        add_edge(a, b, graph);
    std::vector<double> values(index.dataset().organizations.size());
    int told = 0;
    const double ours = milliseconds([&] { analysis::betweenness(index, deals, {[&](double) { ++told; }, {}}); });
    const double theirs = milliseconds([&] {
        boost::brandes_betweenness_centrality(graph, boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph)));
    });
    std::printf("betweenness        %10.0f ms, told its progress %d times\n", ours, told);
    std::printf("Boost, plain       %10.0f ms\nratio              %10.2f\n", theirs, ours / theirs);
}

} // namespace

int runLoops(const std::vector<std::string> &arguments)
{
    const int length = option(arguments, "--length", 5);
    const Dataset embedded = *io::readDataset(resources::defaultDataset(), "embedded").dataset;
    const Index small(embedded);
    const analysis::FlowGraph few(small, analysis::firm(small, analysis::select(small, analysis::everything())));
    compare("Embedded dataset", few, length, option(arguments, "--runs", 51));

    const int organizations = option(arguments, "--organizations", 10'000);
    const Dataset large = generatedDataset(organizations, option(arguments, "--deals", 30'000));
    const Index index(large);
    const std::vector<int> deals = everyDeal(large);
    const analysis::FlowGraph many(index, deals);
    const bool asked = std::find(arguments.begin(), arguments.end(), "--reference") != arguments.end();
    if (!asked) {
        const Dataset part = generatedDataset(organizations / 20, 3 * (organizations / 20));
        const Index partIndex(part);
        compare("Generated network, a twentieth", analysis::FlowGraph(partIndex, everyDeal(part)), length, 1);
    }
    compare("Generated network", many, length, 1, asked ? Reference::Measured : Reference::LeftOut);
    cancelEarly(many, length);
    compareBetweenness(index, deals);
    return 0;
}

} // namespace dealscape::bench
