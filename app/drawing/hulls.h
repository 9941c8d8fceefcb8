// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/drawing.h"
#include "network/network.h"

#include <vector>

namespace dealscape::drawing {

/// The convex outline round discs, 18 px outside of their rims, rounded at the corners.
QPolygonF outlineRound(const std::vector<NodeMark> &nodes, const std::vector<int> &members);

/// One outline round all members of each hull. Where somebody else stands among them or on its edge, belts round two members each that
/// leave the others out, as many as join them, and a dent round whoever still stands too near: nobody is drawn into an umbrella that does
/// not belong to it. O(n) per hull; O(n m m) for one of m members with others among them.
std::vector<HullMark> hullMarks(const network::Network &network, const std::vector<NodeMark> &nodes);

} // namespace dealscape::drawing
