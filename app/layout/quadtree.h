// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/geometry.h"

#include <vector>

namespace dealscape::layout {

/// Masses in the plane, summed in squares, for forces that fall off with distance. Building and one query are O(log n)
/// a point for points that do not all coincide; depth is bounded, so coinciding points cost no more.
class QuadTree {
public:
    QuadTree(const std::vector<Point> &points, const std::vector<double> &masses);

    /// Sum over all other masses of mass / distance, away from them: squares that look smaller than theta count as one.
    Point repulsion(int point, double theta) const;

private:
    struct Cell {
        double x = 0;
        double y = 0;
        double mass = 0;
        /// Squared side of the square.
        double size = 0;
        /// First of four children, or -1.
        int child = -1;
        /// Points of a leaf in m_order.
        int begin = 0;
        int end = 0;
    };

    void split(int cell, double x, double y, double side, int depth);

    const std::vector<Point> &m_points;
    const std::vector<double> &m_masses;
    std::vector<int> m_order;
    std::vector<int> m_scratch;
    std::vector<Cell> m_cells;
};

} // namespace dealscape::layout
