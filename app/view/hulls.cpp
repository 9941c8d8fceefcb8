// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/hulls.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dealscape::view {

namespace {

constexpr double clearance = 18;
constexpr int pointsRound = 48;

double turn(QPointF a, QPointF b, QPointF c)
{
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
}

/// Andrew's monotone chain: O(n log n).
QPolygonF convexHull(std::vector<QPointF> points)
{
    std::sort(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.x() < b.x() || (a.x() == b.x() && a.y() < b.y()); });
    QPolygonF hull;
    const auto add = [&hull](QPointF point, qsizetype keep) {
        while (hull.size() >= keep + 2 && turn(hull[hull.size() - 2], hull.back(), point) <= 0)
            hull.removeLast();
        hull.append(point);
    };
    for (const QPointF &point : points)
        add(point, 0);
    const qsizetype upper = hull.size() - 1;
    for (auto point = points.rbegin(); point != points.rend(); ++point)
        add(*point, upper);
    return hull;
}

/// A ring round each member, for members with strangers between them.
QPainterPath ringsRound(const std::vector<NodeMark> &nodes, const std::vector<int> &members)
{
    QPainterPath rings;
    for (const int member : members) {
        const NodeMark &node = nodes[static_cast<std::size_t>(member)];
        QPainterPath ring;
        ring.addEllipse(node.centre, node.radius + clearance, node.radius + clearance);
        rings = rings.united(ring);
    }
    return rings;
}

bool holdsStranger(const QPolygonF &outline, const std::vector<NodeMark> &nodes, const std::vector<int> &members)
{
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (std::ranges::find(members, static_cast<int>(i)) == members.end() && outline.containsPoint(nodes[i].centre, Qt::WindingFill))
            return true;
    return false;
}

} // namespace

QPolygonF outlineRound(const std::vector<NodeMark> &nodes, const std::vector<int> &members)
{
    std::vector<QPointF> points;
    for (const int member : members) {
        const NodeMark &node = nodes[static_cast<std::size_t>(member)];
        for (int i = 0; i < pointsRound; ++i) {
            const double angle = 2 * std::numbers::pi * i / pointsRound;
            points.push_back(node.centre + QPointF(std::cos(angle), std::sin(angle)) * (node.radius + clearance));
        }
    }
    return convexHull(std::move(points));
}

std::vector<HullMark> hullMarks(const Network &network, const std::vector<NodeMark> &nodes)
{
    std::vector<HullMark> marks;
    for (std::size_t i = 0; i < network.hulls.size(); ++i) {
        HullMark mark;
        mark.hull = static_cast<int>(i);
        const std::vector<int> &members = network.hulls[i].members;
        const QPolygonF outline = outlineRound(nodes, members);
        if (holdsStranger(outline, nodes, members)) {
            mark.outline = ringsRound(nodes, members);
        } else {
            mark.outline.addPolygon(outline);
            mark.outline.closeSubpath();
        }
        marks.push_back(mark);
    }
    return marks;
}

} // namespace dealscape::view
