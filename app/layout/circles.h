// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/room.h"
#include "layout/topology.h"

#include <map>
#include <utility>
#include <vector>

namespace dealscape::layout {

/// Orbits are as much wider than high as this, at most.
constexpr double WidestOrbit = 1.8;

/// Nodes on one orbit, an ellipse; angles grow clockwise from the right.
struct Circle {
    std::vector<int> nodes;
    std::vector<double> angles;
    double radius = 0;
};

/// Where nodes without any way to the middle stand.
enum class Islands { Apart, Outermost };

/// Finds the orbits of the orbit layout: which nodes stand on which, and at what angle.
class Orbits {
public:
    Orbits(const Graph &graph, const Topology &topology, int centre, const Frame &frame);
    const std::vector<int> &islands() const { return m_islands; }
    /// Orbits with room for their nodes at a scale; a crowded one is staggered over several. Islands that stand
    /// apart are left out. O(n log n).
    std::vector<Circle> circles(const std::vector<Room> &rooms, double scale, Islands islands);

private:
    /// Sectors by layer, in an order in which those who deal with one another stand near.
    void orderFirst(std::vector<int> &nodes) const;
    /// Pairs of nodes that deal with one another, or with a common partner further out.
    std::vector<std::pair<int, int>> tiesAmong(const std::vector<int> &nodes) const;
    /// Sum of the ways round between tied nodes, in places.
    double spanOf(const std::vector<std::vector<int>> &sectors, const std::vector<std::pair<int, int>> &ties) const;
    /// The angle that a node takes up on an orbit: its width counts above and below the middle, its height beside it.
    double needOf(const Room &room, double gap, double radius, double angle) const;
    /// Angles for the nodes of one ring, which are put in their order: the first ring all round, further ones beside the
    /// partners that stand further in. Blocks that touch move as one (pool adjacent violators).
    void settle(std::vector<int> &nodes, bool first, const std::vector<Room> &rooms, double gap, double radius, int layers);
    /// Mean direction of the partners further in.
    double wishOf(int node) const;
    void goRound(const std::vector<int> &nodes, const std::vector<double> &need, double from, double stretch);
    /// Begins the ring behind its widest gap and lets its angles grow from there.
    void cutAtWidestGap(std::vector<int> &nodes);

    const Graph &m_graph;
    const Topology &m_topology;
    int m_centre = 0;
    double m_wide = 1;
    std::vector<int> m_steps;
    std::map<int, std::vector<int>> m_byDistance;
    std::vector<int> m_islands;
    std::vector<double> m_angle;
};

} // namespace dealscape::layout
