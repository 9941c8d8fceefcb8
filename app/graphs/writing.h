// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/workbook.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace dealscape::graphs {

/// Where a node stands and how it looks: pixels to the right and downwards, a diameter, red, green and blue.
struct Look {
    double x = 0;
    double y = 0;
    double size = 10;
    std::array<int, 3> colour = {128, 128, 128};
};

/// A graph to be written: two tables as readGraph() gives them, header first. Looks go by the order of the nodes and may be missing.
struct Graph {
    std::string title;
    sheets::Table nodes;
    sheets::Table edges;
    std::vector<std::optional<Look>> looks;
    std::vector<std::array<int, 3>> edgeColours;
};

/// Every edge directed, since readers such as networkx refuse a mixture; every attribute typed by what its column holds, parallel edges
/// under ids of their own, names for yEd and places and colours for Gephi.
std::string writeGraphMl(const Graph &graph);
/// GEXF 1.3 with places and colours as viz.
std::string writeGexf(const Graph &graph);
/// A directed multigraph as networkx's node_link_graph and d3 read it.
std::string writeNodeLink(const Graph &graph);
/// A digraph for Graphviz; an edge without a direction has no arrowhead. A column "amount" labels the edges.
std::string writeDot(const Graph &graph);

} // namespace dealscape::graphs
