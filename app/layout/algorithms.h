// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"
#include "layout/room.h"
#include "layout/topology.h"

namespace dealscape::layout {

/// The algorithms behind place(); each fills nodes, scale and columns of the placement and leaves the routes to the caller,
/// except the supply chain, whose lanes are part of its placement.
Placement placeWeb(const Graph &graph, const Request &request, const Progress &progress);
Placement placeOrbit(const Graph &graph, const Request &request, const Progress &progress);
Placement placeRing(const Graph &graph, const Request &request, const Progress &progress);
/// The ring layout of a graph that has rings.
Placement placeRinged(const Graph &graph, const Request &request, const Progress &progress);
Placement placeSupplyChain(const Graph &graph, const Request &request, const Progress &progress);

/// Space kept between discs, in pixels.
double gapFor(const std::vector<Room> &rooms);

/// Ends a layout: nodes placed by hand go to their places, discs are pushed apart; when that fails the scale shrinks until
/// nothing overlaps. Names are kept apart where possible.
void finish(const Graph &graph, const Frame &frame, Placement &placement, const std::vector<Mobility> &mobility, const Progress &progress);

} // namespace dealscape::layout
