// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/hulls.h"

#include "layout/hull.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dealscape::drawing {

namespace {

constexpr double clearance = 18;
constexpr int pointsRound = 48;
/// Between a hull and the rim of somebody who does not belong to it.
constexpr double apart = 4;

/// Who stands somewhere without being a member.
using Strangers = std::vector<const NodeMark *>;

/// Whether a disc lies inside of an outline or on its edge.
bool touches(const QPolygonF &outline, const NodeMark &node)
{
    const double reach = node.radius + apart;
    if (!outline.boundingRect().adjusted(-reach, -reach, reach, reach).contains(node.centre))
        return false;
    if (outline.containsPoint(node.centre, Qt::WindingFill))
        return true;
    const auto point = [](QPointF p) { return layout::Point{p.x(), p.y()}; };
    for (qsizetype i = 0; i < outline.size(); ++i)
        if (layout::distanceTo(point(outline[i]), point(outline[(i + 1) % outline.size()]), point(node.centre)) < reach)
            return true;
    return false;
}

bool touchesAny(const QPolygonF &outline, const Strangers &strangers)
{
    return std::ranges::any_of(strangers, [&](const NodeMark *node) { return touches(outline, *node); });
}

/// Pieces of the outline that nobody else stands in: rings round members, and belts round two of them.
std::vector<QPolygonF> clearPieces(const std::vector<NodeMark> &nodes, const std::vector<int> &members, const Strangers &strangers)
{
    std::vector<QPolygonF> pieces;
    for (std::size_t i = 0; i < members.size(); ++i) {
        pieces.push_back(outlineRound(nodes, {members[i]}));
        for (std::size_t j = 0; j < i; ++j)
            if (QPolygonF belt = outlineRound(nodes, {members[j], members[i]}); !touchesAny(belt, strangers))
                pieces.push_back(std::move(belt));
    }
    return pieces;
}

/// The outer edge of all pieces together. A gap between belts stays open only where somebody else stands in it.
QPainterPath joined(const std::vector<QPolygonF> &pieces, const Strangers &strangers)
{
    QPainterPath all;
    all.setFillRule(Qt::WindingFill);
    for (const QPolygonF &piece : pieces) {
        all.addPolygon(piece);
        all.closeSubpath();
    }
    const QList<QPolygonF> edges = all.simplified().toSubpathPolygons();
    QPainterPath outline;
    for (qsizetype i = 0; i < edges.size(); ++i) {
        const auto holds = [&](const QPolygonF &other) { return other.containsPoint(edges[i].first(), Qt::OddEvenFill); };
        bool gap = false;
        for (qsizetype j = 0; j < edges.size(); ++j)
            gap = gap || (j != i && holds(edges[j]));
        const auto inGap = [&](const NodeMark *node) { return edges[i].containsPoint(node->centre, Qt::OddEvenFill); };
        if (gap && std::ranges::none_of(strangers, inGap))
            continue;
        outline.addPolygon(edges[i]);
        outline.closeSubpath();
    }
    return outline;
}

QPainterPath outlineApart(const std::vector<NodeMark> &nodes, const std::vector<int> &members, const Strangers &strangers)
{
    const std::vector<QPolygonF> pieces = clearPieces(nodes, members, strangers);
    QPainterPath outline = joined(pieces, strangers);
    for (const NodeMark *node : strangers)
        if (std::ranges::any_of(pieces, [&](const QPolygonF &piece) { return touches(piece, *node); })) {
            double reach = node->radius + apart;
            for (const int member : members) {
                const NodeMark &own = nodes[static_cast<std::size_t>(member)];
                const QPointF way = own.centre - node->centre;
                reach = std::min(reach, std::max(node->radius, std::hypot(way.x(), way.y()) - own.radius - 1));
            }
            QPainterPath dent;
            dent.addEllipse(node->centre, reach, reach);
            outline = outline.subtracted(dent);
        }
    return outline;
}

} // namespace

QPolygonF outlineRound(const std::vector<NodeMark> &nodes, const std::vector<int> &members)
{
    std::vector<layout::Point> points;
    for (const int member : members) {
        const NodeMark &node = nodes[static_cast<std::size_t>(member)];
        for (int i = 0; i < pointsRound; ++i) {
            const double angle = 2 * std::numbers::pi * i / pointsRound;
            const QPointF point = node.centre + QPointF(std::cos(angle), std::sin(angle)) * (node.radius + clearance);
            points.push_back({point.x(), point.y()});
        }
    }
    QPolygonF outline;
    for (const layout::Point &corner : layout::convexHull(std::move(points)))
        outline.append({corner.x, corner.y});
    if (!outline.isEmpty())
        outline.append(outline.front());
    return outline;
}

std::vector<HullMark> hullMarks(const network::Network &network, const std::vector<NodeMark> &nodes)
{
    std::vector<HullMark> marks;
    for (std::size_t i = 0; i < network.hulls.size(); ++i) {
        HullMark mark;
        mark.hull = static_cast<int>(i);
        const std::vector<int> &members = network.hulls[i].members;
        Strangers strangers;
        for (std::size_t n = 0; n < nodes.size(); ++n)
            if (std::ranges::find(members, static_cast<int>(n)) == members.end())
                strangers.push_back(&nodes[n]);
        const QPolygonF outline = outlineRound(nodes, members);
        if (touchesAny(outline, strangers)) {
            mark.outline = outlineApart(nodes, members, strangers);
        } else {
            mark.outline.addPolygon(outline);
            mark.outline.closeSubpath();
        }
        marks.push_back(mark);
    }
    return marks;
}

} // namespace dealscape::drawing
