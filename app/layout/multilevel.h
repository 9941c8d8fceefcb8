// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "layout/geometry.h"
#include "layout/random.h"
#include "layout/topology.h"

#include <vector>

namespace dealscape::layout {

/// A graph grown coarse: each node stands for one to three of the finer graph.
struct Coarser {
    Topology topology;
    /// Node of the coarser graph for each of the finer.
    std::vector<int> parent;
    std::vector<double> mass;
};

/// Joins neighbours, and leaves of one node with one another, so that stars shrink too (as in Hu, Efficient and High
/// Quality Force-Directed Graph Drawing, 2005). O(n + m) expected.
Coarser coarsen(const Topology &topology, const std::vector<double> &mass, Random &random);

/// Places a large connected graph: coarsens it, places the smallest by stress, then refines level by level with springs
/// along edges and repulsion summed over a quadtree (Barnes and Hut, 1986). One step of the graph is about one unit.
/// Returns false when cancelled. O((n + m) log n) a level.
bool multilevel(const Topology &topology, std::vector<Point> &points, Random &random, const Progress &progress);

} // namespace dealscape::layout
