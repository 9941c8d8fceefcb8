// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"
#include "layout/room.h"

#include <vector>

namespace dealscape::layout {

/// Height that each edge would like in the columns it passes, first the column next to the one further left; may be empty.
using LaneWishes = std::vector<std::vector<double>>;

/// Where the name of a node in a column stands.
enum class NameSpot { Below, Left, Right };

/// Kept free between two lanes side by side, and between a lane and what stands in a column, in pixels.
constexpr double LaneGap = 3;
constexpr double LaneRim = 6;

/// Width of an edge's ribbon at a scale; at least a pixel.
double laneWidth(const Edge &edge, double scale);

/// The side of each node on which no ribbon ends, else below: where its name stands when its column is crowded. straight tells the edges
/// that join neighbours in a column. O(n + m).
std::vector<NameSpot> openSides(const Graph &graph, const std::vector<char> &straight);

/// Factor on names at a scale: they keep their size while discs shrink, down to half of it.
double nameFactor(double scale);

/// Rooms of the nodes with their names at that factor. O(n).
std::vector<Room> namedRooms(const Graph &graph, double scale);

/// What a room takes up of the height of its column: a name beside the disc takes none.
Room roomAt(Room room, NameSpot spot);

/// How far a disc and its name reach to both sides of its middle.
struct Reach {
    double left = 0;
    double right = 0;
};

Reach reachAt(const Room &room, NameSpot spot);

/// The graph with columns numbered from 0 by twos; a column whose nodes stand on two uprights is folded: those further right have the odd
/// number that follows. O(n log n).
Graph foldedAsStanding(const Graph &graph, const std::vector<Point> &positions);

/// Ways of a supply chain: out of a port on the rim, an S-curve between columns, flat through each column on the way in a lane of its
/// own between, above or below the nodes. Edges between neighbours in a column run straight, others inside it bulge to the side where
/// fewer ribbons run. Ribbons leave a disc apart from one another as long as its rim is long enough.
/// Columns are taken from Node::column and stand where their nodes stand. positions in pixels; spots may be empty: names then
/// stand below where there is room. O(edges * columns passed * lanes in a column), with at most some hundred lanes told apart in one.
std::vector<Route> laneRoutes(const Graph &graph, const std::vector<Point> &positions, double scale, const LaneWishes &wishes = {},
                              std::vector<NameSpot> spots = {});

} // namespace dealscape::layout
