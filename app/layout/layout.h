// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "layout/geometry.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dealscape::layout {

enum class Algorithm { Web, SupplyChain, Orbit, Ring };

struct Node {
    /// Of the disc, in logical pixels at scale 1.
    double radius = 15;
    /// Size of the name that goes beside or below the disc; 0 when it fits inside. Layouts leave room for it.
    double labelWidth = 0;
    double labelHeight = 0;
    /// Column of the supply chain, sector of the orbit.
    int column = 0;
    /// Where the node was put by hand: it stays there.
    std::optional<Point> pinned;

    friend bool operator==(const Node &, const Node &) = default;
};

struct Edge {
    int from = 0;
    int to = 0;
    /// Of the stroke, in logical pixels.
    double width = 1.5;
    /// Of the amount that should find a place on the edge; 0 when there is none.
    double labelWidth = 0;

    friend bool operator==(const Edge &, const Edge &) = default;
};

/// What is to be drawn: a directed multigraph without self loops. At most one edge per ordered pair comes from the
/// view, but more are accepted.
struct Graph {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    int columns = 0;
    /// Middle of the orbit; -1 takes the node with the most neighbours.
    int centre = -1;
    /// Rings to draw, each a list of nodes in order of the cycle; disjoint or not, the first that claims a node keeps it.
    std::vector<std::vector<int>> rings;
    /// Groups whose members should stand together so that a hull round them holds no others.
    std::vector<std::vector<int>> hulls;

    friend bool operator==(const Graph &, const Graph &) = default;
};

struct Request {
    Algorithm algorithm = Algorithm::Web;
    /// The picture is fitted to this size and every node, label and route lies inside it.
    double width = 1504;
    double height = 800;
    std::uint64_t seed = 1;

    friend bool operator==(const Request &, const Request &) = default;
};

/// One way from disc to disc: the control polygon of joined cubic Bézier curves, 1 + 3 n points, from the rim of the
/// tail to the rim of the head (the painter leaves room for rings and arrowheads).
struct Route {
    std::vector<Point> points;
};

/// An ellipse with level and upright axes.
struct Orbit {
    Point centre;
    double wide = 0;
    double high = 0;
};

struct Placement {
    /// Centre of each node, in the order of Graph::nodes.
    std::vector<Point> nodes;
    /// Way of each edge, in the order of Graph::edges.
    std::vector<Route> routes;
    /// Factor by which radii, widths and labels were understood to be drawn: 1 when everything fits the size asked
    /// for, less when the graph is too large for it.
    double scale = 1;
    /// Horizontal centre of each column of a supply chain, else empty.
    std::vector<double> columns;
    /// On which the nodes of an orbit stand, from the inmost, else empty; half axes.
    std::vector<Orbit> orbits;
    /// False when the computation was cancelled: positions are then finite but unfinished.
    bool complete = true;
};

/// Places a graph. Deterministic: same graph, request and seed give the same placement on every machine of one
/// architecture. Discs do not overlap, save those pinned onto one another. Runs in any thread.
/// Web: stress majorisation below a few thousand nodes, multilevel force directed placement above; O((n + m) log n) a
/// level in the latter.
Placement place(const Graph &graph, const Request &request, const Progress &progress = {});

/// A placement of the graph in which its pinned nodes are where they are pinned, who stands there made room, and the ways lead anew.
/// Everybody else keeps their place. Deterministic; runs in any thread.
Placement pinned(const Graph &graph, const Request &request, Placement placement, const Progress &progress = {});

/// Ways for the edges of a graph whose nodes stand where they are told, as place() would choose them for the algorithm.
std::vector<Route> route(const Graph &graph, const std::vector<Point> &positions, double scale, Algorithm algorithm,
                         const Progress &progress = {});

/// One round of relaxation around pinned nodes, for dragging: moves every unpinned node a little towards rest.
/// Returns the largest distance moved, in logical pixels.
double relax(const Graph &graph, std::vector<Point> &positions, double scale);

} // namespace dealscape::layout
