// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/edges.h"

#include "style/scales.h"
#include "words/numbers.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace dealscape::drawing {

namespace {

constexpr double tipGap = 3;
constexpr double tailGap = 2;
constexpr double ringRadius = 3.5;
/// The ribbon goes this far into its head, so that no seam shows.
constexpr double headOverlap = 0.92;
/// Heads smaller than this are left out.
constexpr double leastHead = 4.5;
constexpr double leastStroke = 1;

double tolerance(std::size_t edges)
{
    return edges > 400 ? 0.7 : 0.06;
}

/// An end of the edge: its disc.
struct End {
    QPointF centre;
    double radius = 0;
};

QPolygonF headOf(const Polyline &line, double tip, const HeadSize &size)
{
    const QPointF point = line.at(tip);
    const QPointF back = point - line.at(tip - size.length);
    const double reach = std::hypot(back.x(), back.y());
    const QPointF direction = reach > 0 ? back / reach : line.directionAt(tip);
    const QPointF base = point - direction * size.length;
    const QPointF side = rightOf(direction) * size.half;
    return QPolygonF({point, base + side, base - side});
}

void giveHead(EdgeMark &mark, EdgeShape &shape, const End &head, const RibbonWidths &ribbon, double factor)
{
    const double tip = shape.line.entering(head.centre, head.radius + tipGap);
    HeadSize size = headSizeOf(ribbon);
    if (mark.certainty == Certainty::Paid)
        size.half += 1.5;
    const double room = 0.6 * (tip - shape.from);
    const double shrink = std::min(factor, room / size.length);
    size.length *= shrink;
    size.half *= shrink;
    shape.to = tip;
    if (size.length < leastHead)
        return;
    mark.head = headOf(shape.line, tip, size);
    shape.to = tip - headOverlap * size.length;
}

void giveRings(EdgeMark &mark, EdgeShape &shape, const End &tail, const End &head)
{
    const double start = shape.line.leaving(tail.centre, tail.radius + tipGap + ringRadius);
    const double end = shape.line.entering(head.centre, head.radius + tipGap + ringRadius);
    shape.to = shape.line.entering(head.centre, head.radius + tipGap);
    if (end - start < 4 * ringRadius)
        return;
    mark.rings = {shape.line.at(start), shape.line.at(end)};
    shape.from = start + ringRadius;
    shape.to = end - ringRadius;
}

void givePaidEnd(EdgeMark &mark, EdgeShape &shape, double factor)
{
    shape.paidFrom = shape.to;
    if (mark.certainty != Certainty::Paid || mark.head.isEmpty())
        return;
    const double wanted = (16 + 0.6 * mark.width / factor) * factor;
    const double length = std::min(wanted, 0.45 * (shape.to - shape.from));
    if (length < 3)
        return;
    shape.paidFrom = shape.to - length;
    mark.paidEnd = shape.line.slice(shape.paidFrom, shape.to);
    mark.paidWidth = mark.width + 4 * factor;
}

void measure(EdgeMark &mark, const EdgeShape &shape)
{
    const double half = std::max({mark.width, mark.haloWidth, mark.paidWidth, shape.hollow}) / 2 + 1;
    const QRectF head = mark.head.boundingRect().united(shape.hollowHead.boundingRect());
    mark.bounds = mark.centreLine.boundingRect().united(head).adjusted(-half, -half, half, half);
}

/// The closed line round a stretch of a way.
QPolygonF roundOf(const QPolygonF &way, double width)
{
    QPolygonF right;
    QPolygonF left;
    for (qsizetype i = 0; i < way.size(); ++i) {
        const QPointF along = way[std::min(i + 1, way.size() - 1)] - way[std::max<qsizetype>(i - 1, 0)];
        const double length = std::hypot(along.x(), along.y());
        const QPointF side = length > 0 ? rightOf(along / length) * width / 2 : QPointF();
        right << way[i] + side;
        left.prepend(way[i] - side);
    }
    return right + left + QPolygonF({right.first()});
}

/// In place of a ribbon its two sides, in place of its head its outline.
void hollowOut(EdgeMark &mark, EdgeShape &shape, const End &head)
{
    constexpr double side = 1.25;
    constexpr double leastApart = 4;
    shape.hollow = std::max(mark.width, leastApart);
    mark.width = side;
    mark.haloWidth = 0;
    if (mark.head.isEmpty())
        return;
    shape.hollowHead = mark.head + QPolygonF({mark.head.first()});
    const double tip = shape.line.entering(head.centre, head.radius + tipGap);
    shape.to = tip - (tip - shape.to) / headOverlap;
    mark.head.clear();
}

/// The strokes of a stretch of the ribbon.
void drawStretch(EdgeMark &mark, const EdgeShape &shape, double from, double to)
{
    if (const QPolygonF piece = shape.line.slice(from, to); !piece.isEmpty())
        mark.strokes.push_back(shape.hollow > 0 ? roundOf(piece, shape.hollow) : piece);
}

/// Everything but the cut for the label.
void shapeEdge(EdgeMark &mark, EdgeShape &shape, const Flow &flow, const RibbonWidths &ribbon, const Polyline &way, const End &tail,
               const End &head, double factor)
{
    mark.family = flow.family;
    mark.certainty = flow.certainty;
    mark.width = std::max(leastStroke, ribbon.core * factor);
    mark.haloWidth = ribbon.halo * factor > mark.width + 1 ? ribbon.halo * factor : 0;
    shape.line = Polyline(way.slice(way.leaving(tail.centre, tail.radius), way.entering(head.centre, head.radius)));
    mark.centreLine = shape.line.points();
    shape.from = shape.line.leaving(tail.centre, tail.radius + tailGap);
    if (flow.directed)
        giveHead(mark, shape, head, ribbon, factor);
    else
        giveRings(mark, shape, tail, head);
    if (flow.draft)
        hollowOut(mark, shape, head);
    givePaidEnd(mark, shape, factor);
    drawStretch(mark, shape, shape.from, shape.to);
    if (!shape.hollowHead.isEmpty())
        mark.strokes.push_back(shape.hollowHead);
    measure(mark, shape);
}

bool hasReverse(const network::Network &network, const network::NetworkEdge &edge)
{
    return std::any_of(network.edges.begin(), network.edges.end(),
                       [&](const network::NetworkEdge &other) { return other.from == edge.to && other.to == edge.from; });
}

/// +1 when the way bows to the right of its chord, else -1.
double bowSide(const Polyline &way)
{
    const QPointF chord = way.at(way.length()) - way.at(0);
    const QPointF middle = way.at(way.length() / 2) - (way.at(0) + chord / 2);
    return QPointF::dotProduct(middle, rightOf(chord)) < -1e-3 ? -1 : 1;
}

/// The way prolonged straight into both discs, so that a line beside it still meets them.
Polyline prolonged(const Polyline &way, const End &tail, const End &head)
{
    QPolygonF points = way.points();
    points.prepend(way.at(0) - way.directionAt(0) * tail.radius * 0.9);
    points.append(way.at(way.length()) + way.directionAt(way.length()) * head.radius * 0.9);
    return Polyline(points);
}

/// The way led on to the discs where it ends before them: they are smaller than those it was laid for.
Polyline reaching(QPolygonF way, const End &tail, const End &head)
{
    constexpr double touching = 0.5;
    const auto apart = [](QPointF point, const End &end) { return QLineF(point, end.centre).length() > end.radius + touching; };
    if (way.size() < 2)
        return Polyline(way);
    if (apart(way.first(), tail))
        way.prepend(tail.centre);
    if (apart(way.last(), head))
        way.append(head.centre);
    return Polyline(way);
}

/// Distances from the ribbon's own way at which its lanes run, in order of the deals. With a ribbon the other way round
/// they lie on the outer side of their bow, else on both sides.
std::vector<double> laneDistances(const std::vector<RibbonWidths> &lanes, double factor, bool oneSide, double side)
{
    std::vector<double> distances;
    double at = 0;
    double before = 0;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const double half = std::max({lanes[i].core, lanes[i].halo, 2 * headSizeOf(lanes[i]).half + 3}) / 2 * factor;
        if (i > 0)
            at += before + half + 4 * factor;
        before = half;
        distances.push_back(at);
    }
    const double shift = oneSide || distances.empty() ? 0 : distances.back() / 2;
    for (double &distance : distances)
        distance = (distance - shift) * side;
    return distances;
}

/// The share of its distance that the outermost lane keeps at a disc.
double squeeze(const std::vector<double> &distances, double radius)
{
    double most = 0;
    for (const double distance : distances)
        most = std::max(most, std::abs(distance));
    return most > 0 ? std::min(1.0, 0.8 * radius / most) : 1;
}

} // namespace

Flow flowOf(const Deal &deal)
{
    Flow flow;
    flow.family = familyOf(deal.flow);
    flow.certainty = deal.certainty;
    flow.directed = deal.moneyDirectionKnown();
    flow.value = deal.value;
    flow.paid = deal.paid.value_or(Money());
    flow.mixed = deal.parts.size() > 1;
    if (deal.power && deal.power->layer != PowerLayer::Context)
        flow.power = deal.power->capacity;
    flow.deals = 1;
    flow.draft = deal.draft;
    return flow;
}

Flow flowOf(const Dataset &dataset, const network::NetworkEdge &edge)
{
    Flow flow;
    flow.family = edge.family;
    flow.certainty = edge.certainty;
    flow.directed = edge.directed;
    flow.value = edge.value;
    flow.paid = edge.paid;
    flow.mixed = std::any_of(edge.deals.begin(), edge.deals.end(),
                             [&](int deal) { return dataset.deals[static_cast<std::size_t>(deal)].parts.size() > 1; });
    flow.power = edge.power;
    flow.deals = static_cast<int>(edge.deals.size());
    flow.draft = !edge.deals.empty() &&
        std::all_of(edge.deals.begin(), edge.deals.end(), [&](int deal) { return dataset.deals[static_cast<std::size_t>(deal)].draft; });
    return flow;
}

RibbonWidths widthsOf(Lens lens, const Scales &scales, const Flow &flow)
{
    const auto width = [&](std::optional<double> amount) { return style::gradeOf(lens, scales, amount).width; };
    const auto billions = [](const std::optional<Money> &amount) {
        return amount ? std::optional<double>(amount->inBillions()) : std::nullopt;
    };
    if (lens == Lens::Deals)
        return {width(std::max(1, flow.deals)), 0};
    if (lens == Lens::Power)
        return {width(flow.power ? std::optional<double>(flow.power->inGigawatts()) : std::nullopt), 0};
    const double core = width(billions(flow.value.low));
    const bool range = flow.value.high && (!flow.value.low || words::money(*flow.value.low) != words::money(*flow.value.high));
    return {core, range ? std::max(width(billions(flow.value.high)), core + 3) : 0};
}

Dash announcedDash(double width)
{
    return {std::max(10.0, 2.4 * width), std::max(6.0, width)};
}

Dash announcedDash(double width, const std::vector<QPolygonF> &pieces)
{
    constexpr double leastGap = 3;
    const Dash usual = announcedDash(width);
    double longest = 0;
    for (const QPolygonF &piece : pieces)
        longest = std::max(longest, Polyline(piece).length());
    const double share = std::min(1.0, longest / (2 * usual.on + usual.off));
    return share * usual.off < leastGap ? usual : Dash{share * usual.on, share * usual.off};
}

HeadSize headSizeOf(const RibbonWidths &ribbon)
{
    const double width = std::max(ribbon.core, ribbon.halo / 2);
    return {8 + 0.85 * width, 4 + 0.72 * width};
}

Edges edgeMarks(const network::View &view, const layout::Placement &placement, const Projection &projection,
                const std::vector<NodeMark> &nodes, const std::set<int> &opened)
{
    const network::Network &network = view.network;
    const auto ribbonOf = [&](const Flow &flow) { return widthsOf(view.perspective.lens, network.scales, flow); };
    Edges edges;
    edges.marks.reserve(network.edges.size());
    edges.shapes.reserve(network.edges.size());
    edges.flows.reserve(network.edges.size());
    const double factor = projection.strokes();
    std::vector<QPointF> controls;
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        const network::NetworkEdge &edge = network.edges[i];
        const NodeMark &from = nodes[static_cast<std::size_t>(edge.from)];
        const NodeMark &to = nodes[static_cast<std::size_t>(edge.to)];
        const End tail{from.centre, from.radius};
        const End head{to.centre, to.radius};
        controls.clear();
        for (const layout::Point &point : placement.routes[i].points)
            controls.push_back(projection.map(point));
        const Polyline way = reaching(flatten(controls, tolerance(network.edges.size())), tail, head);
        const auto add = [&](const Flow &flow, int deal, const Polyline &line) {
            EdgeMark &mark = edges.marks.emplace_back();
            mark.edge = static_cast<int>(i);
            mark.deal = deal;
            shapeEdge(mark, edges.shapes.emplace_back(), flow, ribbonOf(flow), line, tail, head, factor);
            edges.flows.push_back(flow);
        };
        if (edge.deals.size() < 2 || !opened.contains(static_cast<int>(i))) {
            add(flowOf(view.index.dataset(), edge), -1, way);
            continue;
        }
        std::vector<Flow> flows;
        std::vector<RibbonWidths> ribbons;
        for (const int deal : edge.deals) {
            flows.push_back(flowOf(dealAt(view.index, deal)));
            ribbons.push_back(ribbonOf(flows.back()));
        }
        const std::vector<double> distances = laneDistances(ribbons, factor, hasReverse(network, edge), bowSide(way));
        const double start = squeeze(distances, tail.radius);
        const double end = squeeze(distances, head.radius);
        const Polyline base = prolonged(way, tail, head);
        const double taper = std::min(90.0, base.length() / 3);
        for (std::size_t k = 0; k < flows.size(); ++k) {
            const double d = distances[k];
            QPolygonF lane = beside(base, {d * start, d, d * end, taper});
            lane.prepend(tail.centre);
            lane.append(head.centre);
            add(flows[k], edge.deals[k], Polyline(lane));
        }
    }
    return edges;
}

Gap gapOf(const EdgeShape &shape, double width, const QRectF &box)
{
    const double clear = 0.3 * width;
    const QRectF room = box.adjusted(-clear, -clear, clear, clear);
    const double half = width / 2;
    const auto meets = [&](double way) {
        const QPointF point = shape.line.at(way);
        const QPointF side = rightOf(shape.line.directionAt(way)) * half;
        return crosses(point - side, point + side, room);
    };
    const double middle = shape.line.nearest(box.center());
    const double reach = std::hypot(room.width(), room.height()) / 2 + half;
    Gap gap{middle, middle};
    for (double way = std::max(0.0, middle - reach); way <= std::min(shape.line.length(), middle + reach); way += 0.5)
        if (meets(way)) {
            gap.from = std::min(gap.from, way - 0.5);
            gap.to = std::max(gap.to, way + 0.5);
        }
    return gap;
}

void cut(EdgeMark &mark, const EdgeShape &shape, const Gap &gap)
{
    mark.strokes.clear();
    drawStretch(mark, shape, shape.from, std::min(shape.to, gap.from));
    drawStretch(mark, shape, std::max(shape.from, gap.to), shape.to);
    if (!shape.hollowHead.isEmpty())
        mark.strokes.push_back(shape.hollowHead);
}

} // namespace dealscape::drawing
