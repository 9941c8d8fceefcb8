// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads "organisations arcs longest" and then "payer payee billions" lines, and writes what the analysis finds as JSON,
// for comparison with an independent implementation.
#include "samples.h"

#include "analysis/circulation.h"
#include "analysis/cycling.h"
#include "analysis/loops.h"
#include "analysis/maxflow.h"
#include "analysis/structure.h"

#include <cstdio>
#include <iostream>

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

Dataset read(std::istream &input, int &longest)
{
    int organizations = 0;
    int deals = 0;
    input >> organizations >> deals >> longest;
    Dataset dataset;
    for (int i = 0; i < organizations; ++i)
        dataset.organizations.push_back(samples::organization(std::to_string(i)));
    for (int i = 0; i < deals; ++i) {
        std::string payer;
        std::string payee;
        double billions = 0;
        input >> payer >> payee >> billions;
        dataset.deals.push_back(samples::deal(samples::numbered("d", i), payer, payee, billions));
    }
    return dataset;
}

template <class List, class Write>
void list(const char *name, const List &items, Write write)
{
    std::printf("\"%s\": [", name);
    const char *between = "";
    for (const auto &item : items) {
        std::fputs(between, stdout);
        write(item);
        between = ", ";
    }
    std::printf("],\n");
}

void writeLoop(const Loop &loop)
{
    std::printf("[");
    for (std::size_t i = 0; i < loop.organizations.size(); ++i)
        std::printf(i ? ", %d" : "%d", loop.organizations[i]);
    std::printf("]");
}

} // namespace

int main()
{
    int longest = 0;
    const Dataset dataset = read(std::cin, longest);
    const Index index(dataset);
    const FlowGraph graph(index, samples::all(dataset));
    const Structure structure = analysis::structure(index, samples::all(dataset));
    LoopOptions options;
    options.maximumLength = longest;
    options.limit = 10'000'000;
    std::vector<double> returns;
    for (int i = 0; i < graph.size(); ++i)
        returns.push_back(returnTo(graph, i, Bound::High).amount.inBillions());
    const auto number = [](double value) { std::printf("%.17g", value); };
    std::printf("{\n");
    list("betweenness", betweenness(index, samples::all(dataset)), number);
    list("articulation", structure.articulationPoints, [](int point) { std::printf("%d", point); });
    list("bridges", structure.bridges, [](const auto &pair) { std::printf("[%d, %d]", pair.first, pair.second); });
    list("loops", findLoops(graph, options).loops, writeLoop);
    list("returns", returns, number);
    list("cycled", cycling(graph, Bound::High)->cycled, number);
    std::printf("\"cut\": %.17g,\n", minimumCut(graph, 0, 1, Bound::High).amount.inBillions());
    std::printf("\"circulation\": %.17g\n}\n", maximumCirculation(graph, Bound::High)->sum.inBillions());
}
