// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/drawing.h"
#include "drawing/polyline.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace dealscape::drawing {

/// The straight pieces of all centre lines, by the cells of a uniform grid over their extent (at most 256 x 256 cells).
/// Long pieces are entered bit by bit, so a cell holds only what passes near it. Building is linear in the length of the
/// lines measured in cells.
class SegmentGrid {
public:
    explicit SegmentGrid(const std::vector<EdgeMark> &edges);

    struct Segment {
        /// Position in the list of edges.
        int edge = 0;
        QPointF a;
        QPointF b;
    };

    /// Calls with each piece that shares a cell with the box, possibly more than once.
    template <class Call>
    void forEachNear(const QRectF &box, Call call) const
    {
        if (m_columns == 0 || !box.intersects(m_extent))
            return;
        const int right = column(box.right());
        const int bottom = row(box.bottom());
        for (int y = row(box.top()); y <= bottom; ++y)
            for (int x = column(box.left()); x <= right; ++x) {
                const auto cell = static_cast<std::size_t>(y * m_columns + x);
                for (int at = m_starts[cell]; at < m_starts[cell + 1]; ++at)
                    call(m_segments[static_cast<std::size_t>(m_items[static_cast<std::size_t>(at)])]);
            }
    }

private:
    int column(double x) const { return std::clamp(static_cast<int>((x - m_extent.left()) / m_cell), 0, m_columns - 1); }
    int row(double y) const { return std::clamp(static_cast<int>((y - m_extent.top()) / m_cell), 0, m_rows - 1); }
    template <class Call>
    void forEachCellOf(const Segment &segment, Call call) const;

    QRectF m_extent;
    double m_cell = 48;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<Segment> m_segments;
    std::vector<int> m_starts;
    std::vector<int> m_items;
};

} // namespace dealscape::drawing
