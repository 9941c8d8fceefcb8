// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "bench/labels.h"
#include "bench/metrics.h"
#include "bench/peers.h"
#include "bench/timing.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <optional>
#include <stdexcept>

namespace dealscape::bench {

namespace {

struct Row {
    std::string program;
    Measures measures;
    double seconds = 0;
};

/// Places fit 1600 x 1000 with its margin of 5 %, so that the discs measured are the discs asked for.
constexpr double Width = 1600;
constexpr double Height = 1000;

int runsFor(const Network &network)
{
    return network.values.size() <= 300 ? 5 : network.values.size() <= 2000 ? 3 : 1;
}

struct LayoutOptions {
    std::string positions;
    bool peers = true;
};

Row ours(const Network &network, const LayoutOptions &options)
{
    const layout::Graph graph = graphOf(network, Width, Height);
    layout::Request request;
    request.width = 0.9 * Width;
    request.height = 0.9 * Height;
    layout::Placement placement;
    std::vector<double> times;
    for (int i = 0; i < runsFor(network); ++i) {
        const std::clock_t start = std::clock();
        placement = layout::place(graph, request);
        times.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    if (!options.positions.empty()) {
        std::ofstream out(options.positions);
        for (std::size_t i = 0; i < placement.nodes.size(); ++i)
            out << i << ' ' << placement.nodes[i].x << ' ' << placement.nodes[i].y << '\n';
    }
    return {"dealscape", measure(network, placement.nodes), median(times)};
}

void print(const Network &network, const Row &row)
{
    const Measures &m = row.measures;
    std::printf("%-20s %-12s %8.4f %10ld %8ld %8ld %7.3f %9.1f\n", network.name.c_str(), row.program.c_str(), m.stress, m.crossings,
                m.nodeOverlaps, m.edgesThroughNodes, m.giantShare, row.seconds * 1000);
}

void printRatios(const Row &mine, const std::vector<Row> &peers)
{
    double stress = peers[0].measures.stress;
    long crossings = peers[0].measures.crossings;
    long through = peers[0].measures.edgesThroughNodes;
    for (const Row &peer : peers) {
        stress = std::min(stress, peer.measures.stress);
        crossings = std::min(crossings, peer.measures.crossings);
        through = std::min(through, peer.measures.edgesThroughNodes);
    }
    std::printf("%-20s %-12s %8.3f %10.3f %8s %8.3f %7s", "", "to the best", mine.measures.stress / std::max(1e-9, stress),
                static_cast<double>(mine.measures.crossings) / static_cast<double>(std::max(1L, crossings)), "",
                static_cast<double>(mine.measures.edgesThroughNodes) / static_cast<double>(std::max(1L, through)), "");
    for (const Row &peer : peers)
        std::printf("  %.2f of %s", mine.seconds / peer.seconds, peer.program.c_str());
    std::printf("\n\n");
}

std::vector<Network> builtIn()
{
    return {embedded(1),
            embedded(2),
            embedded(3),
            lesMiserables(),
            generated(60, 120, 1),
            generated(150, 330, 2),
            generated(300, 720, 3),
            generated(1000, 2500, 4)};
}

struct Choice {
    LayoutOptions options;
    std::string graph;
    std::string nodes;
    std::string only;
};

std::optional<Choice> parse(const std::vector<std::string> &arguments)
{
    Choice choice;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &word = arguments[i];
        if (word == "--no-peers") {
            choice.options.peers = false;
            continue;
        }
        std::string *target = word == "--graph" ? &choice.graph
            : word == "--nodes"                 ? &choice.nodes
            : word == "--pos"                   ? &choice.options.positions
            : word == "--only"                  ? &choice.only
                                                : nullptr;
        if (!target || i + 1 == arguments.size())
            return std::nullopt;
        *target = arguments[++i];
    }
    if (choice.graph.empty() != choice.nodes.empty())
        return std::nullopt;
    return choice;
}

void printLayoutHeader()
{
    std::printf("%-20s %-12s %8s %10s %8s %8s %7s %9s\n", "network", "drawn by", "stress", "crossings", "overlaps", "through", "giant",
                "cpu ms");
}

void benchNetwork(const Network &network, const LayoutOptions &options)
{
    const Row mine = ours(network, options);
    print(network, mine);
    std::fflush(stdout);
    std::vector<Row> peers;
    for (const char *program : {"neato", "sfdp"}) {
        if (!options.peers)
            break;
        const auto drawing = drawWith(program, network, runsFor(network));
        if (!drawing) {
            std::printf("%-20s %-12s is not installed or failed\n", network.name.c_str(), program);
            continue;
        }
        peers.push_back({std::string(program) + "+prism", measure(network, drawing->points), drawing->seconds});
        print(network, peers.back());
    }
    if (!peers.empty())
        printRatios(mine, peers);
}

} // namespace

int runLayout(const std::vector<std::string> &arguments)
{
    const auto choice = parse(arguments);
    if (!choice) {
        std::fputs("Usage: dealscape-bench layout [--graph EDGES.csv --nodes NODES.csv] [--only NAME] [--pos FILE] [--no-peers]\n", stderr);
        return 2;
    }
    try {
        const std::vector<Network> networks =
            choice->graph.empty() ? builtIn() : std::vector<Network>{readNetwork(choice->graph, choice->nodes)};
        printLayoutHeader();
        for (const Network &network : networks)
            if (choice->only.empty() || choice->only == network.name)
                benchNetwork(network, choice->options);
        if (choice->graph.empty() && choice->only.empty() && !printLabels())
            throw std::runtime_error("the built-in dataset does not load");
    } catch (const std::exception &error) {
        std::fprintf(stderr, "dealscape-bench: %s\n", error.what());
        return 1;
    }
    return 0;
}

} // namespace dealscape::bench
