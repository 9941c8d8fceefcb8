// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/room.h"
#include "layout/topology.h"

#include <vector>

namespace dealscape::layout {

/// A component drawn by itself, about its own origin.
struct Piece {
    std::vector<int> nodes;
    std::vector<Point> points;
};

/// Puts small components into free places of a frame that the main one, the nodes placed, fills: nearest to the corners first, clear of
/// discs and names, clear of straight edges where there is room. What finds no place goes on top of the freest, to be separated. O(cells of
/// 8 pixels) a piece.
void packInto(const Frame &frame, const std::vector<Room> &rooms, const Topology &topology, const std::vector<int> &placed,
              const std::vector<Piece> &pieces, std::vector<Point> &points);

/// Lays pieces of like size side by side in rows of about the proportions of the frame. O(p log p).
void packRows(const Frame &frame, const std::vector<Room> &rooms, const std::vector<Piece> &pieces, double gap, std::vector<Point> &points);

} // namespace dealscape::layout
