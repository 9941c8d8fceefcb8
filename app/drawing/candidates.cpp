// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/candidates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace dealscape::drawing {

namespace {

constexpr double nameGap = 5;
/// How much further off a name may be where it would else lie on a ribbon, and what a pixel of that costs.
constexpr std::array nameAways = {0.0, 7.0, 18.0, 32.0};
constexpr double awayPrice = 0.3;
/// Places of a name round its disc, a multiple of eight.
constexpr int nameSteps = 32;
/// How soon a name stands wholly to one side of its disc as it goes round.
constexpr double steepness = 1.5;
/// Room above and below the letters in a line.
constexpr double lineSpare = 2;
/// Price of a name over a ribbon: more than any other place costs; and nearer to another disc than to its own, or as near.
constexpr double uncoveredName = 20;
constexpr double mistakenName = 60;
constexpr double doubtfulName = 1.5;
constexpr double doubtful = 3;
constexpr std::array places = {0.5,  0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34, 0.66, 0.3, 0.7,
                               0.26, 0.74, 0.22, 0.78, 0.18, 0.82, 0.14, 0.86, 0.1,  0.9};
constexpr double hullStep = 12;
/// Between a hull and its name outside it.
constexpr double hullGap = 10;
/// Price of a name outside its hull: less than that of one under an edge.
constexpr double uncovered = 8;

/// The share of its ribbon's way that an amount may cover, the share that costs nothing, and the price of the rest.
constexpr double mostCovered = 0.6;
constexpr double wellSeen = 0.28;
constexpr double coveredPrice = 12;

/// Price of the places beside a ribbon.
constexpr double besidePrice = 1.4;
constexpr int besideSteps = 24;
/// Price of a place over another ribbon, and the number of the first beside its own.
constexpr double lastPrice = 50;
constexpr double firstLastPlace = 7;
/// Price of a place between the others, how many steps there are along a ribbon, and the number of the first beside it.
constexpr double narrowPrice = 25;
constexpr int narrowSteps = 48;
constexpr double firstNarrowPlace = 4;
/// Between a ribbon and its amount beside it at the least, what may be added, and how much further off other ribbons are.
constexpr double besideGap = 2;
constexpr std::array besideDistances = {0.0, 4.0};
/// How far off the own ribbon may be: beside a short one a wide box may else lie beyond its end.
constexpr double besideReach = 10;
constexpr double strangerGap = 1;

layout::Flaw onLine(double ribbons)
{
    return ribbons > 0 ? layout::Flaw::OnLine : layout::Flaw::None;
}

/// Half of the way that a box centred on a straight ribbon takes from it.
double halfGap(QPointF direction, const QSizeF &size, double width)
{
    const double clear = 0.3 * width;
    const double dx = std::max(1e-6, std::abs(direction.x()));
    const double dy = std::max(1e-6, std::abs(direction.y()));
    const double half = width / 2;
    return std::min((size.width() / 2 + clear + dy * half) / dx, (size.height() / 2 + clear + dx * half) / dy);
}

/// How far beside its centre line an edge covers, with a pixel of air.
double coveredBeside(const EdgeMark &edge)
{
    return edge.outerWidth() / 2 + 1;
}

} // namespace

Covering::Covering(const std::vector<EdgeMark> &edges, const std::vector<HullMark> &hulls)
    : m_edges(edges), m_grid(edges), m_seen(edges.size(), 0)
{
    for (const EdgeMark &edge : edges)
        m_reach = std::max(m_reach, coveredBeside(edge));
    for (const HullMark &hull : hulls)
        m_hulls.push_back(hull.outline.toFillPolygon());
}

template <class Visit>
void Covering::forEachUnder(const QRectF &box, int own, Visit visit) const
{
    ++m_query;
    m_grid.forEachNear(box.adjusted(-m_reach, -m_reach, m_reach, m_reach), [&](const SegmentGrid::Segment &segment) {
        unsigned &seen = m_seen[static_cast<std::size_t>(segment.edge)];
        if (segment.edge == own || seen == m_query)
            return;
        const EdgeMark &edge = m_edges[static_cast<std::size_t>(segment.edge)];
        const double half = coveredBeside(edge);
        if (!crosses(segment.a, segment.b, box.adjusted(-half, -half, half, half)))
            return;
        seen = m_query;
        visit(half);
    });
}

double Covering::cost(const QRectF &box, int own) const
{
    double sum = 0;
    forEachUnder(box, own, [&](double half) { sum += 1 + 0.2 * half; });
    return sum;
}

double Covering::widestUnder(const QRectF &box, int own) const
{
    double widest = 0;
    forEachUnder(box, own, [&](double half) { widest = std::max(widest, 2 * (half - 1)); });
    return widest;
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
    const double half = mark.outerWidth() / 2 + clear;
    const QRectF grown = box.adjusted(-half, -half, half, half);
    if (!mark.bounds.intersects(grown))
        return false;
    for (qsizetype i = 1; i < mark.centreLine.size(); ++i)
        if (crosses(mark.centreLine[i - 1], mark.centreLine[i], grown))
            return true;
    return false;
}

namespace {

/// The box whose rim faces the disc at a point of a circle round it.
QRectF leaningBox(QPointF centre, double away, double angle, const QSizeF &size)
{
    const QPointF direction(std::cos(angle), std::sin(angle));
    const double across = std::clamp(steepness * direction.x(), -1.0, 1.0);
    const double down = std::clamp(steepness * direction.y(), -1.0, 1.0);
    const QPointF middle = centre + direction * away + QPointF(across * size.width() / 2, down * (size.height() / 2 - lineSpare));
    return {middle - QPointF(size.width(), size.height()) / 2, size};
}

Side sideAt(int step)
{
    constexpr std::array sides = {Side::Right, Side::BelowRight, Side::Below, Side::BelowLeft,
                                  Side::Left,  Side::AboveLeft,  Side::Above, Side::AboveRight};
    constexpr int each = nameSteps / static_cast<int>(sides.size());
    return sides[static_cast<std::size_t>((step + each / 2) / each % static_cast<int>(sides.size()))];
}

double priceOf(Side side)
{
    constexpr std::array prices = {0.0, 0.0, 0.15, 0.6, 0.6, 1.1, 1.1, 1.2, 1.2};
    return prices[static_cast<std::size_t>(side)];
}

double fromRim(const QRectF &box, const NodeMark &node)
{
    const double x = std::max({box.left() - node.centre.x(), 0.0, node.centre.x() - box.right()});
    const double y = std::max({box.top() - node.centre.y(), 0.0, node.centre.y() - box.bottom()});
    return std::hypot(x, y) - node.radius;
}

/// Discs that a name could be taken to belong to.
std::vector<const NodeMark *> rivalsOf(const NodeMark &node, double width, const std::vector<NodeMark> &nodes)
{
    std::vector<const NodeMark *> rivals;
    const double reach = node.radius + width + 2 * (nameGap + nameAways.back());
    for (const NodeMark &other : nodes)
        if (other.node != node.node &&
            std::hypot(other.centre.x() - node.centre.x(), other.centre.y() - node.centre.y()) < reach + other.radius)
            rivals.push_back(&other);
    return rivals;
}

double toNearest(const QRectF &box, const std::vector<const NodeMark *> &nodes)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (const NodeMark *node : nodes)
        nearest = std::min(nearest, fromRim(box, *node));
    return nearest;
}

} // namespace

std::vector<Candidate> nameCandidates(const Name &name, const NodeMark &node, const std::vector<NodeMark> &nodes, const Covering *covering)
{
    const QSizeF size(name.width, name.height);
    const QPointF c = node.centre;
    if (name.inside)
        return {{{{c.x() - size.width() / 2, c.y() + nameTopInside(name, node.radius)}, size}, 0, 0, static_cast<double>(Side::Inside)}};
    std::vector<Candidate> candidates;
    const std::vector<const NodeMark *> rivals = covering ? rivalsOf(node, size.width(), nodes) : std::vector<const NodeMark *>();
    constexpr int each = nameSteps / 8;
    double ring = -0.02;
    for (const double away : nameAways) {
        ring += 0.02;
        for (int step = 0; step < nameSteps; ++step) {
            const bool between = step % each != 0;
            if ((between || away > 0) && !covering)
                continue;
            const double angle = 2 * std::numbers::pi * step / nameSteps;
            const Side side = sideAt(step);
            const QRectF box = leaningBox(c, node.radius + nameGap + away, angle, size);
            const double ribbons = covering ? covering->cost(box) : 0;
            const double spare = toNearest(box, rivals) - fromRim(box, node);
            const double mistaken = spare < 0 ? mistakenName : spare < doubtful ? doubtfulName : 0;
            const layout::Flaw flaw = spare < 0 ? layout::Flaw::Mistaken : onLine(ribbons);
            const double hidden = uncoveredName * ribbons + (covering && covering->straddles(box) ? 0.3 : 0) + mistaken;
            const double off = (between ? 0.3 + 0.02 * (step % each) : 0) + awayPrice * away;
            const double place = static_cast<double>(side) + 0.1 * (step % each) + ring;
            candidates.push_back({box, priceOf(side) + off + hidden, 0, place, flaw});
        }
    }
    return candidates;
}

std::vector<Candidate> amountCandidates(const std::vector<Wording> &wordings, int badge, const EdgeMark &mark, const EdgeShape &shape,
                                        int own, const Covering *covering)
{
    const double width = mark.outerWidth();
    const double reach = shape.paidFrom - shape.from;
    std::vector<Candidate> candidates;
    for (std::size_t wording = 0; wording < wordings.size(); ++wording) {
        const QSizeF size(labelWidthOf(wordings[wording], badge), labelHeight);
        for (const double place : places) {
            const double way = shape.from + place * reach;
            const double half = halfGap(shape.line.directionAt(way), size, width);
            if (way - half < shape.from + 3 || way + half > shape.paidFrom - 3 || 2 * half > mostCovered * shape.line.length())
                continue;
            const QRectF box(shape.line.at(way) - QPointF(size.width(), size.height()) / 2, size);
            if (covering && covering->cost(box, own) > 0)
                continue;
            const double covered = std::max(0.0, 2 * half / shape.line.length() - wellSeen);
            const double straddling = covering && covering->straddles(box) ? 1 : 0;
            const double cost = 2 * std::abs(place - 0.5) + 1.5 * static_cast<double>(wording) + coveredPrice * covered + straddling;
            candidates.push_back({box, cost, wording, place});
        }
    }
    return candidates;
}

namespace {

/// Beside the ribbon, near it first. Another ribbon is further off than the own one.
void addBeside(std::vector<Candidate> &candidates, Candidate candidate, const EdgeMark &mark, const EdgeShape &shape, int own,
               const Covering &covering)
{
    const double worded = 1.5 * static_cast<double>(candidate.wording);
    const QSizeF size = candidate.box.size();
    const double width = mark.outerWidth();
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
                if (meets(candidate.box, mark, least) || !meets(candidate.box, mark, besideReach) ||
                    covering.cost(candidate.box.adjusted(-clear, -clear, clear, clear), own) > 0)
                    continue;
                const double straddling = covering.straddles(candidate.box) ? 1 : 0;
                candidate.cost = besidePrice + std::abs(share - 0.5) + 0.1 * further + straddling + worded;
                candidate.place = number;
                candidates.push_back(candidate);
            }
    }
}

} // namespace

std::vector<Candidate> besideCandidates(const std::vector<Wording> &wordings, int badge, const EdgeMark &mark, const EdgeShape &shape,
                                        int own, const Covering &covering)
{
    std::vector<Candidate> candidates;
    for (std::size_t wording = 0; wording < wordings.size(); ++wording) {
        const QSizeF size(labelWidthOf(wordings[wording], badge), labelHeight);
        addBeside(candidates, {QRectF(QPointF(), size), 0, wording, 0}, mark, shape, own, covering);
    }
    return candidates;
}

namespace {

/// Free ground between the places of the other lists: along the ribbon a little off its middle line, and beside it as near to others as can
/// be without touching them.
void addNarrow(std::vector<Candidate> &candidates, std::size_t wording, const QSizeF &size, const EdgeMark &mark, const EdgeShape &shape,
               int own, const Covering &covering)
{
    const double width = mark.outerWidth();
    double number = 0;
    const auto offer = [&](QPointF middle, double place, double dearer) {
        const QRectF box(middle - QPointF(size.width(), size.height()) / 2, size);
        if (covering.cost(box, own) > 0)
            return;
        const double straddling = covering.straddles(box) ? 1 : 0;
        candidates.push_back({box, narrowPrice + dearer + straddling, wording, place});
    };
    for (int step = 1; step < narrowSteps; ++step) {
        const double share = static_cast<double>(step) / narrowSteps;
        const double way = shape.from + share * (shape.paidFrom - shape.from);
        const QPointF direction = shape.line.directionAt(way);
        const QPointF normal = rightOf(direction);
        const double half = halfGap(direction, size, width);
        const double aside = 2 * std::abs(share - 0.5);
        const bool along =
            way - half >= shape.from + 3 && way + half <= shape.paidFrom - 3 && 2 * half <= mostCovered * shape.line.length();
        for (const double off : {0.0, 3.0, -3.0, 6.0, -6.0}) {
            number += 1e-6;
            if (along)
                offer(shape.line.at(way) + normal * off, share + number, aside + 0.2 * std::abs(off));
        }
        const double across = std::abs(normal.x()) * size.width() / 2 + std::abs(normal.y()) * size.height() / 2;
        for (double gap = besideGap; gap <= besideReach; gap += 2)
            for (const double side : {1.0, -1.0}) {
                number += 1e-6;
                const QPointF middle = shape.line.at(way) + normal * side * (width / 2 + gap + across);
                const QRectF box(middle - QPointF(size.width(), size.height()) / 2, size);
                if (!meets(box, mark, besideGap - 0.5) && meets(box, mark, besideReach))
                    offer(middle, firstNarrowPlace + share + number, aside + 0.2 * gap + 2);
            }
    }
}

} // namespace

std::vector<Candidate> lastCandidates(const std::vector<Wording> &wordings, int badge, const EdgeMark &mark, const EdgeShape &shape,
                                      int own, const Covering &covering)
{
    std::vector<Candidate> candidates;
    for (std::size_t wording = wordings.size() - std::min<std::size_t>(2, wordings.size()); wording < wordings.size(); ++wording)
        addNarrow(candidates, wording, QSizeF(labelWidthOf(wordings[wording], badge), labelHeight), mark, shape, own, covering);
    const double width = mark.outerWidth();
    const QSizeF size(labelWidthOf(wordings.back(), badge), labelHeight);
    const auto offer = [&](QPointF middle, double place, double dearer) {
        const QRectF box(middle - QPointF(size.width(), size.height()) / 2, size);
        const double widest = covering.widestUnder(box, own);
        if (widest > 0 && widest <= width)
            candidates.push_back({box, lastPrice + covering.cost(box, own) + dearer, wordings.size() - 1, place, layout::Flaw::OnLine});
    };
    for (const double place : places) {
        const double way = shape.from + place * (shape.paidFrom - shape.from);
        const QPointF direction = shape.line.directionAt(way);
        const QPointF normal = rightOf(direction);
        const double half = halfGap(direction, size, width);
        if (way - half >= shape.from + 3 && way + half <= shape.paidFrom - 3 && 2 * half <= mostCovered * shape.line.length())
            offer(shape.line.at(way), place, std::abs(place - 0.5));
        const double across = std::abs(normal.x()) * size.width() / 2 + std::abs(normal.y()) * size.height() / 2;
        for (const double side : {1.0, -1.0})
            offer(shape.line.at(way) + normal * side * (width / 2 + besideGap + across), firstLastPlace + place + (side > 0 ? 0 : 1), 1);
    }
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
            const double ribbons = covering.cost(box);
            candidates.push_back({box, uncovered + 10 * ribbons + 0.01 * std::hypot(off.x(), off.y()), 0, number, onLine(ribbons)});
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
            const double ribbons = covering.cost(room);
            candidates.push_back({box, 10 * ribbons + 0.01 * std::hypot(off.x(), off.y()), 0, number, onLine(ribbons)});
        }
    const bool bare = std::ranges::any_of(candidates, [](const Candidate &candidate) { return candidate.cost < uncovered; });
    if (!bare)
        addAround(candidates, outline, size, covering);
    return candidates;
}

} // namespace dealscape::drawing
