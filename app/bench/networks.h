// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace dealscape {
struct Dataset;
}

namespace dealscape::bench {

/// A network as benchmarks know it: organisations with a worth that sets the area of their discs, and deals, which may run
/// parallel.
struct Network {
    std::string name;
    std::vector<double> values;
    std::vector<std::pair<int, int>> deals;
};

/// A network like those of real deals. Organisations have a Pareto weight and a sector, a few are hubs; a deal picks its
/// buyer by weight and by the deals it has, its target in the same sector three times out of four; one deal in twelve
/// repeats a pair; 4 % of the organisations live on islands of two to four; values are log-normal.
Network generated(int organizations, int deals, std::uint64_t seed);

/// Characters of Les Misérables that meet in a chapter, from D. E. Knuth, The Stanford GraphBase, 1993: 77 nodes, 254 edges.
Network lesMiserables();

/// The embedded dataset up to a tier as it is drawn: one tie for each ribbon, worth by turnover.
Network embedded(int tier);

/// The embedded dataset with its deals over and over under new ids, until there are so many.
Dataset manyDeals(std::size_t count);

/// A generated network as a dataset: amounts by the organisations' worth, all families and certainties in turn.
Dataset datasetOf(const Network &network);

/// Reads "source,target,..." and "id,name,sector,value" lines after one line of heads each. Throws std::runtime_error.
Network readNetwork(const std::string &edgeFile, const std::string &nodeFile);

/// Radii by square root of worth, least and most within 0.4 and 4 of the mean root, covering share of the area.
std::vector<double> radiiFor(const std::vector<double> &values, double area, double share = 0.05);

/// What layouts are asked to draw, with discs for a picture of that size.
layout::Graph graphOf(const Network &network, double width, double height);

} // namespace dealscape::bench
