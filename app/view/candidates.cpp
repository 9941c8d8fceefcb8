// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/candidates.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dealscape::view {

namespace {

constexpr double nameGap = 5;
constexpr std::array places = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};
constexpr double hullStep = 12;
/// Between a hull and its name outside it.
constexpr double hullGap = 10;
/// Price of a name outside its hull: less than that of one under an edge.
constexpr double uncovered = 8;

/// Price of the places that only an amount without any other takes.
constexpr double harder = 50;
constexpr double harderStep = 0.02;
constexpr int besideSteps = 16;
/// Between a ribbon and its amount beside it at the least, what may be added, and how much further off other ribbons are.
constexpr double besideGap = 2;
constexpr std::array besideDistances = {0.0, 4.0};
constexpr double strangerGap = 1;

/// Half of the way that a box centred on a straight ribbon takes from it.
double halfGap(QPointF direction, const QSizeF &size, double width)
{
    const double clear = 0.3 * width;
    const double dx = std::max(1e-6, std::abs(direction.x()));
    const double dy = std::max(1e-6, std::abs(direction.y()));
    const double half = width / 2;
    return std::min((size.width() / 2 + clear + dy * half) / dx, (size.height() / 2 + clear + dx * half) / dy);
}

} // namespace

Covering::Covering(const std::vector<EdgeMark> &edges, const std::vector<HullMark> &hulls)
    : m_edges(edges), m_grid(edges), m_seen(edges.size(), 0)
{
    for (const HullMark &hull : hulls)
        m_hulls.push_back(hull.outline.toFillPolygon());
}

double Covering::cost(const QRectF &box, int own) const
{
    ++m_query;
    double sum = 0;
    m_grid.forEachNear(box.adjusted(-8, -8, 8, 8), [&](const SegmentGrid::Segment &segment) {
        unsigned &seen = m_seen[static_cast<std::size_t>(segment.edge)];
        if (segment.edge == own || seen == m_query)
            return;
        const EdgeMark &edge = m_edges[static_cast<std::size_t>(segment.edge)];
        const double half = std::max(edge.width, edge.haloWidth) / 2 + 1;
        if (!crosses(segment.a, segment.b, box.adjusted(-half, -half, half, half)))
            return;
        seen = m_query;
        sum += 1 + 0.2 * half;
    });
    return sum;
}

bool Covering::straddles(const QRectF &box) const
{
    return std::any_of(m_hulls.begin(), m_hulls.end(), [&](const QPolygonF &hull) {
        if (!hull.boundingRect().intersects(box))
            return false;
        const std::array corners = {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()};
        const auto within =
            std::count_if(corners.begin(), corners.end(), [&](QPointF corner) { return hull.containsPoint(corner, Qt::WindingFill); });
        return within != 0 && within != static_cast<std::ptrdiff_t>(corners.size());
    });
}

bool meets(const QRectF &box, const EdgeMark &mark, double clear)
{
    const double half = std::max(mark.width, mark.haloWidth) / 2 + clear;
    const QRectF grown = box.adjusted(-half, -half, half, half);
    if (!mark.bounds.intersects(grown))
        return false;
    for (qsizetype i = 1; i < mark.centreLine.size(); ++i)
        if (crosses(mark.centreLine[i - 1], mark.centreLine[i], grown))
            return true;
    return false;
}

std::vector<Candidate> nameCandidates(const Name &name, const NodeMark &node, const Covering *covering)
{
    const double w = name.width;
    const double h = name.height;
    const QPointF c = node.centre;
    if (name.inside)
        return {{{c.x() - w / 2, c.y() + nameTopInside(name, node.radius), w, h}, 0, 0, static_cast<double>(Side::Inside)}};
    const double away = node.radius + nameGap;
    const double slant = away * 0.72;
    const std::array<QPointF, 8> corners = {{{c.x() - w / 2, c.y() + away - 2},
                                             {c.x() - w / 2, c.y() - away - h + 2},
                                             {c.x() + away, c.y() - h / 2},
                                             {c.x() - away - w, c.y() - h / 2},
                                             {c.x() + slant, c.y() + slant - 4},
                                             {c.x() - slant - w, c.y() + slant - 4},
                                             {c.x() + slant, c.y() - slant - h + 4},
                                             {c.x() - slant - w, c.y() - slant - h + 4}}};
    constexpr std::array preference = {0.0, 0.15, 0.6, 0.6, 1.1, 1.1, 1.2, 1.2};
    std::vector<Candidate> candidates;
    for (std::size_t side = 0; side < corners.size(); ++side) {
        const QRectF box(corners[side], QSizeF(w, h));
        const double hidden = covering ? covering->cost(box) + (covering->straddles(box) ? 0.3 : 0) : 0;
        const double cost = preference[side] + hidden;
        candidates.push_back({box, cost, 0, static_cast<double>(side + 1)});
    }
    return candidates;
}

std::vector<Candidate> amountCandidates(const std::vector<Wording> &wordings, int badge, const EdgeMark &mark, const EdgeShape &shape,
                                        int own, const Covering *covering)
{
    const double width = std::max(mark.width, mark.haloWidth);
    const double reach = shape.paidFrom - shape.from;
    // Boxes of shorter wordings lie within those of longer ones, so what was free stays free.
    std::array<double, places.size()> hidden;
    hidden.fill(-1);
    std::vector<Candidate> candidates;
    for (std::size_t wording = 0; wording < wordings.size(); ++wording) {
        const QSizeF size(labelWidthOf(wordings[wording], badge), labelHeight);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const double way = shape.from + places[i] * reach;
            const double half = halfGap(shape.line.directionAt(way), size, width);
            if (way - half < shape.from + 3 || way + half > shape.paidFrom - 3)
                continue;
            const QRectF box(shape.line.at(way) - QPointF(size.width(), size.height()) / 2, size);
            if (hidden[i] != 0)
                hidden[i] = covering ? 1.5 * covering->cost(box, own) + (covering->straddles(box) ? 1 : 0) : 0;
            const double cost = 2 * std::abs(places[i] - 0.5) + 1.5 * static_cast<double>(wording) + hidden[i];
            candidates.push_back({box, cost, wording, places[i]});
        }
    }
    return candidates;
}

namespace {

/// Beside the ribbon, near it first. Another ribbon is further off than the own one.
void addBeside(std::vector<Candidate> &candidates, Candidate candidate, const EdgeMark &mark, const EdgeShape &shape, int own,
               const Covering &covering)
{
    const QSizeF size = candidate.box.size();
    const double width = std::max(mark.width, mark.haloWidth);
    const double least = std::max(besideGap, 0.3 * width);
    double number = firstBesidePlace;
    for (int step = 0; step <= besideSteps; ++step) {
        const double share = static_cast<double>(step) / besideSteps;
        const double way = shape.from + share * (shape.to - shape.from);
        const QPointF normal = rightOf(shape.line.directionAt(way));
        const double across = std::abs(normal.x()) * size.width() / 2 + std::abs(normal.y()) * size.height() / 2;
        for (const double further : besideDistances)
            for (const double side : {-1.0, 1.0}) {
                number += 0.01;
                const double gap = least + further;
                candidate.box.moveCenter(shape.line.at(way) + normal * side * (width / 2 + gap + 0.5 + across));
                const double clear = gap + strangerGap;
                if (meets(candidate.box, mark, least) || covering.cost(candidate.box.adjusted(-clear, -clear, clear, clear), own) > 0)
                    continue;
                const double straddling = covering.straddles(candidate.box) ? 1 : 0;
                candidate.cost = 2 * harder + std::abs(share - 0.5) + 0.1 * further + straddling;
                candidate.place = number;
                candidates.push_back(candidate);
            }
    }
}

} // namespace

std::vector<Candidate> harderCandidates(const std::vector<Wording> &wordings, int badge, const EdgeMark &mark, const EdgeShape &shape,
                                        int own, const Covering &covering)
{
    std::vector<Candidate> candidates;
    const double width = std::max(mark.width, mark.haloWidth);
    const QSizeF size(labelWidthOf(wordings.back(), badge), labelHeight);
    Candidate candidate{QRectF(QPointF(), size), 0, wordings.size() - 1, 0};
    for (double place = harderStep; place < 1; place += harderStep) {
        const double way = shape.from + place * (shape.paidFrom - shape.from);
        const double half = halfGap(shape.line.directionAt(way), size, width);
        if (way - half < shape.from + 3 || way + half > shape.paidFrom - 3)
            continue;
        candidate.box.moveCenter(shape.line.at(way));
        candidate.cost = harder + 2 * std::abs(place - 0.5) + 1.5 * covering.cost(candidate.box, own) + covering.straddles(candidate.box);
        candidate.place = place;
        candidates.push_back(candidate);
    }
    addBeside(candidates, candidate, mark, shape, own, covering);
    return candidates;
}

namespace {

/// Places outside a hull that nearly touch it.
void addAround(std::vector<Candidate> &candidates, const QPolygonF &outline, const QSizeF &size, const Covering &covering)
{
    const QRectF bounds = outline.boundingRect();
    const QRectF area = bounds.adjusted(-size.width() - hullGap, -size.height() - hullGap, hullGap, hullGap);
    const auto meets = [&](const QRectF &box) {
        for (qsizetype i = 1; i < outline.size(); ++i)
            if (crosses(outline[i - 1], outline[i], box))
                return true;
        return outline.containsPoint(box.center(), Qt::WindingFill);
    };
    double number = -1;
    for (double y = area.top(); y <= area.bottom(); y += hullStep / 2)
        for (double x = area.left(); x <= area.right(); x += hullStep) {
            --number;
            const QRectF box(QPointF(x, y), size);
            if (meets(box.adjusted(-3, -3, 3, 3)) || !meets(box.adjusted(-hullGap, -hullGap, hullGap, hullGap)))
                continue;
            const QPointF off = box.center() - bounds.center();
            candidates.push_back({box, uncovered + 10 * covering.cost(box) + 0.01 * std::hypot(off.x(), off.y()), 0, number});
        }
}

} // namespace

std::vector<Candidate> hullCandidates(const HullMark &hull, const QSizeF &size, const Covering &covering)
{
    const QPolygonF outline = hull.outline.toFillPolygon();
    const QRectF bounds = outline.boundingRect();
    const QPointF middle = bounds.center();
    const auto inside = [&](QPointF point) { return outline.containsPoint(point, Qt::WindingFill); };
    std::vector<Candidate> candidates;
    double number = 0;
    for (double y = bounds.top(); y + size.height() < bounds.bottom(); y += hullStep)
        for (double x = bounds.left(); x + size.width() < bounds.right(); x += hullStep) {
            ++number;
            const QRectF box(QPointF(x, y), size);
            const QRectF room = box.adjusted(-6, -4, 6, 4);
            if (!inside(room.topLeft()) || !inside(room.topRight()) || !inside(room.bottomLeft()) || !inside(room.bottomRight()))
                continue;
            const QPointF off = box.center() - middle;
            candidates.push_back({box, 10 * covering.cost(room) + 0.01 * std::hypot(off.x(), off.y()), 0, number});
        }
    const bool bare = std::ranges::any_of(candidates, [](const Candidate &candidate) { return candidate.cost < uncovered; });
    if (!bare)
        addAround(candidates, outline, size, covering);
    return candidates;
}

} // namespace dealscape::view
