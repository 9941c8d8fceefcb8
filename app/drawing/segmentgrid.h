// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/drawing.h"
#include "drawing/polyline.h"
#include "layout/grid.h"

#include <vector>

namespace dealscape::drawing {

/// The straight pieces of all centre lines, by the cells of a grid. Long pieces are entered bit by bit, so a cell holds only what
/// passes near it. Building is linear in the length of the lines measured in cells, of which the longer side of all has at most 256.
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
        m_grid.forEachNear({box.x(), box.y(), box.width(), box.height()},
                           [&](int segment) { call(m_segments[static_cast<std::size_t>(segment)]); });
    }

private:
    std::vector<Segment> m_segments;
    layout::Grid m_grid;
};

} // namespace dealscape::drawing
