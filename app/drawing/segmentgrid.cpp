// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/segmentgrid.h"

#include <algorithm>
#include <cmath>

namespace dealscape::drawing {

namespace {

constexpr double leastCell = 48;
constexpr double mostCells = 256;

double cellFor(const std::vector<EdgeMark> &edges)
{
    QRectF extent;
    for (const EdgeMark &edge : edges)
        extent = extent.united(edge.centreLine.boundingRect());
    return std::max({leastCell, extent.width() / mostCells, extent.height() / mostCells});
}

} // namespace

SegmentGrid::SegmentGrid(const std::vector<EdgeMark> &edges) : m_grid(cellFor(edges), edges.size() * 8)
{
    const double cell = cellFor(edges);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const QPolygonF &line = edges[i].centreLine;
        for (qsizetype k = 0; k + 1 < line.size(); ++k) {
            const Segment &segment = m_segments.emplace_back(Segment{static_cast<int>(i), line[k], line[k + 1]});
            const QPointF d = segment.b - segment.a;
            const int bits = 1 + static_cast<int>(std::hypot(d.x(), d.y()) / cell);
            for (int bit = 0; bit < bits; ++bit) {
                const QPointF a = segment.a + d * (static_cast<double>(bit) / bits);
                const QRectF box = QRectF(a, a + d / bits).normalized();
                m_grid.insert(static_cast<int>(m_segments.size()) - 1, {box.x(), box.y(), box.width(), box.height()});
            }
        }
    }
}

} // namespace dealscape::drawing
