// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/segmentgrid.h"

namespace dealscape::drawing {

namespace {

constexpr double leastCell = 48;
constexpr double mostCells = 256;

} // namespace

template <class Call>
void SegmentGrid::forEachCellOf(const Segment &segment, Call call) const
{
    const QPointF d = segment.b - segment.a;
    const int bits = 1 + static_cast<int>(std::sqrt(QPointF::dotProduct(d, d)) / m_cell);
    int last = -1;
    for (int i = 0; i < bits; ++i) {
        const QPointF a = segment.a + d * (static_cast<double>(i) / bits);
        const QPointF b = segment.a + d * (static_cast<double>(i + 1) / bits);
        const int right = column(std::max(a.x(), b.x()));
        const int bottom = row(std::max(a.y(), b.y()));
        for (int y = row(std::min(a.y(), b.y())); y <= bottom; ++y)
            for (int x = column(std::min(a.x(), b.x())); x <= right; ++x)
                if (const int cell = y * m_columns + x; cell != last) {
                    last = cell;
                    call(static_cast<std::size_t>(cell));
                }
    }
}

SegmentGrid::SegmentGrid(const std::vector<EdgeMark> &edges)
{
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const QPolygonF &line = edges[i].centreLine;
        for (qsizetype k = 0; k + 1 < line.size(); ++k)
            m_segments.push_back({static_cast<int>(i), line[k], line[k + 1]});
        if (!line.isEmpty())
            m_extent = m_extent.united(line.boundingRect().adjusted(-1, -1, 1, 1));
    }
    if (m_segments.empty())
        return;
    m_cell = std::max({leastCell, m_extent.width() / mostCells, m_extent.height() / mostCells});
    m_columns = 1 + static_cast<int>(m_extent.width() / m_cell);
    m_rows = 1 + static_cast<int>(m_extent.height() / m_cell);
    m_starts.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    for (const Segment &segment : m_segments)
        forEachCellOf(segment, [&](std::size_t cell) { ++m_starts[cell + 1]; });
    for (std::size_t cell = 1; cell < m_starts.size(); ++cell)
        m_starts[cell] += m_starts[cell - 1];
    m_items.resize(static_cast<std::size_t>(m_starts.back()));
    std::vector<int> next(m_starts.begin(), m_starts.end() - 1);
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        forEachCellOf(m_segments[i], [&](std::size_t cell) { m_items[static_cast<std::size_t>(next[cell]++)] = static_cast<int>(i); });
}

} // namespace dealscape::drawing
