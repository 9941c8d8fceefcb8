// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/painter.h"

#include "drawing/segmentgrid.h"
#include "layout/grid.h"
#include "layout/hull.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>

namespace dealscape::paint {

namespace {

constexpr double edgeReach = 5;
constexpr double hitCell = 64;

layout::Box boxOf(const QRectF &box)
{
    return {box.x(), box.y(), box.width(), box.height()};
}

} // namespace

struct HitIndex::Grid {
    layout::Grid nodes;
    layout::Grid labels;
    drawing::SegmentGrid edges;
    double widest = 0;
};

HitIndex::HitIndex(const drawing::Drawing &drawing)
    : m_drawing(drawing),
      m_grid(new Grid{{hitCell, drawing.nodes.size()}, {hitCell, drawing.labels.size()}, drawing::SegmentGrid(drawing.edges), 0})
{
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        const drawing::NodeMark &node = drawing.nodes[i];
        const QPointF reach(node.radius, node.radius);
        m_grid->nodes.insert(static_cast<int>(i), boxOf(QRectF(node.centre - reach, node.centre + reach)));
    }
    for (std::size_t i = 0; i < drawing.labels.size(); ++i)
        if (drawing.labels[i].shown && drawing.labels[i].target.kind != drawing::TargetKind::None)
            m_grid->labels.insert(static_cast<int>(i), boxOf(drawing.labels[i].box));
    for (const drawing::EdgeMark &edge : drawing.edges)
        m_grid->widest = std::max({m_grid->widest, edge.width, edge.haloWidth});
}

HitIndex::~HitIndex() = default;

drawing::Target HitIndex::at(QPointF point, QPointF offset) const
{
    for (const drawing::ChromeMark &mark : std::views::reverse(m_drawing.chrome))
        if (mark.target.kind != drawing::TargetKind::None && mark.hitBox.contains(point))
            return mark.target;
    if (!m_drawing.plot.contains(point))
        return {};
    const QPointF place = point - offset;
    int node = -1;
    m_grid->nodes.forEachNear(boxOf({place, QSizeF(0, 0)}), [&](int i) {
        const QPointF off = place - m_drawing.nodes[static_cast<std::size_t>(i)].centre;
        if (std::hypot(off.x(), off.y()) <= m_drawing.nodes[static_cast<std::size_t>(i)].radius)
            node = std::max(node, i);
    });
    if (node >= 0)
        return {drawing::TargetKind::Node, m_drawing.nodes[static_cast<std::size_t>(node)].node};
    std::size_t label = m_drawing.labels.size();
    m_grid->labels.forEachNear(boxOf({place, QSizeF(0, 0)}), [&](int i) {
        if (m_drawing.labels[static_cast<std::size_t>(i)].box.contains(place))
            label = std::min(label, static_cast<std::size_t>(i));
    });
    if (label < m_drawing.labels.size())
        return m_drawing.labels[label].target;
    const double reach = edgeReach + m_grid->widest / 2;
    const auto corner = [](QPointF p) { return layout::Point{p.x(), p.y()}; };
    double nearest = std::numeric_limits<double>::max();
    int hit = -1;
    m_grid->edges.forEachNear(
        QRectF(place - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)), [&](const drawing::SegmentGrid::Segment &segment) {
            const drawing::EdgeMark &edge = m_drawing.edges[static_cast<std::size_t>(segment.edge)];
            const double away =
                std::max(0.0, layout::distanceTo(corner(segment.a), corner(segment.b), corner(place)) - edge.outerWidth() / 2);
            if (away <= edgeReach && (away < nearest || (away == nearest && segment.edge > hit))) {
                nearest = away;
                hit = segment.edge;
            }
        });
    if (hit < 0)
        return {};
    const drawing::EdgeMark &edge = m_drawing.edges[static_cast<std::size_t>(hit)];
    return edge.deal < 0 ? drawing::Target{drawing::TargetKind::Edge, edge.edge} : drawing::Target{drawing::TargetKind::Deal, edge.deal};
}

} // namespace dealscape::paint
