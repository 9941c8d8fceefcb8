// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/places.h"

#include "drawing/drawing.h"
#include "drawing/edges.h"
#include "drawing/nodes.h"
#include "drawing/wording.h"
#include "network/rings.h"
#include "style/scales.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dealscape::drawing {

namespace {

/// A class by width to height, with the share that its canvas has of the area of others: low windows are small ones.
struct CanvasShape {
    double ratio = 1;
    double share = 1;
};

/// Those that lie broad; upright ones are their inverses.
constexpr std::array broadShapes = {CanvasShape{1},        CanvasShape{4.0 / 3},   CanvasShape{3.0 / 2},
                                    CanvasShape{16.0 / 9}, CanvasShape{2, 0.6136}, CanvasShape{8.0 / 3, 0.8}};

/// Areas of canvases in square pixels: of the smallest and the largest that is laid out for, and of what each organisation adds beyond
/// the first few. Measured with the built-in dataset: names have room, and ribbons end apart, on canvases from 1064x560 to Full HD.
constexpr double leastArea = 1280.0 * 720;
constexpr double largestArea = 2030000;
constexpr double areaOfOne = 32600;
constexpr double few = 36;
/// What title, figures, legend and margins take of a canvas.
constexpr QSizeF aside(256, 190);

QSizeF scaledTo(double area, double shape)
{
    const double height = std::sqrt(area / shape);
    return {shape * height, height};
}

std::map<network::EdgeName, std::size_t> edgesByName(const network::Network &network)
{
    std::map<network::EdgeName, std::size_t> edges;
    for (std::size_t i = 0; i < network.edges.size(); ++i)
        edges.emplace(network.nameOf(network.edges[i]), i);
    return edges;
}

} // namespace

Perspective ground(const Perspective &perspective)
{
    Perspective result = perspective;
    result.lens = Lens::Value;
    if (result.layout != LayoutKind::Ring)
        result.trail.reset();
    if (result.arrangeShown)
        return result;
    result.filter = Filter();
    result.filter.maximumTier = perspective.filter.maximumTier;
    result.filter.countedOnly = perspective.filter.countedOnly;
    result.filter.publishedOnly = perspective.filter.publishedOnly;
    result.filter.certainties.clear();
    return result;
}

QSizeF classOf(QSizeF canvas)
{
    const double shape = std::max(canvas.width(), 1.0) / std::max(canvas.height(), 1.0);
    const double broad = std::max(shape, 1 / shape);
    const auto distance = [broad](const CanvasShape &other) { return std::abs(std::log(broad / other.ratio)); };
    const CanvasShape &nearest = *std::ranges::min_element(broadShapes, {}, distance);
    return scaledTo(leastArea * nearest.share, shape < 1 ? 1 / nearest.ratio : nearest.ratio);
}

QSizeF roomOf(QSizeF canvas, LayoutKind layout, std::size_t organizations)
{
    const bool columns = layout == LayoutKind::SupplyChain;
    const double more = std::max(0.0, static_cast<double>(organizations) - few);
    const double whole = columns ? largestArea : std::min(largestArea, leastArea + areaOfOne * more);
    const double share = canvas.width() * canvas.height() / leastArea;
    const QSizeF heads(0, columns ? columnHeadHeight : 0);
    return scaledTo(whole * share, canvas.width() / canvas.height()) - aside - heads;
}

QSizeF canvasRound(QSizeF plot)
{
    return plot + aside;
}

QSizeF handsRoom()
{
    return {1250, 720};
}

QPointF betweenRooms(QPointF point, QSizeF from, QSizeF to)
{
    return {point.x() * to.width() / from.width(), point.y() * to.height() / from.height()};
}

const std::vector<KeptPlace> &handsOf(const Dataset &dataset, LayoutKind layout)
{
    static const std::vector<KeptPlace> untouched;
    const auto kept = std::ranges::find(dataset.arrangements, layout, &KeptArrangement::layout);
    return kept == dataset.arrangements.end() ? untouched : kept->places;
}

const std::vector<KeptPlace> &handsOf(const Dataset &dataset, const Scene &scene)
{
    return scene.places.empty() ? handsOf(dataset, scene.perspective.layout) : scene.places;
}

bool holds(const network::Network &whole, const network::Network &part)
{
    const auto edges = edgesByName(whole);
    return std::ranges::all_of(part.nodes, [&](const network::NetworkNode &node) { return whole.nodeOf(node.organization) >= 0; }) &&
        std::ranges::all_of(part.edges, [&](const network::NetworkEdge &edge) { return edges.contains(part.nameOf(edge)); });
}

layout::Algorithm algorithmOf(LayoutKind layout)
{
    switch (layout) {
    case LayoutKind::Web:
        return layout::Algorithm::Web;
    case LayoutKind::SupplyChain:
        return layout::Algorithm::SupplyChain;
    case LayoutKind::Orbit:
        return layout::Algorithm::Orbit;
    case LayoutKind::Ring:
        return layout::Algorithm::Ring;
    }
    return layout::Algorithm::Web;
}

layout::Graph layoutGraph(const network::View &view)
{
    const auto &[index, perspective, network] = view;
    const Dataset &dataset = index.dataset();
    layout::Graph graph;
    for (const network::NetworkNode &entry : network.nodes) {
        layout::Node &node = graph.nodes.emplace_back();
        node.radius = style::radiusOf(network.scales, entry.turnover);
        node.column = entry.column;
        graph.columns = std::max(graph.columns, entry.column + 1);
        const Name name = nameOf(index, dataset.organizations[static_cast<std::size_t>(entry.organization)], node.radius);
        if (!name.inside) {
            node.labelWidth = name.width;
            node.labelHeight = name.height;
        }
    }
    for (const network::NetworkEdge &entry : network.edges) {
        const Flow flow = flowOf(dataset, entry);
        const RibbonWidths ribbon = widthsOf(perspective.lens, network.scales, flow);
        graph.edges.push_back({entry.from, entry.to, std::max(ribbon.core, ribbon.halo), labelWidthOf(perspective.lens, flow)});
    }
    for (const network::NetworkHull &hull : network.hulls)
        graph.hulls.push_back(hull.members);
    if (perspective.focus)
        graph.centre = view.nodeOf(perspective.focus->organization);
    if (perspective.layout == LayoutKind::Ring)
        graph.rings = network::ringsOf(view);
    return graph;
}

Ground groundOf(const network::View &shown, QSizeF canvas, const std::vector<KeptPlace> &hands)
{
    Ground result;
    result.perspective = ground(shown.perspective);
    result.network = network::network(shown.index, result.perspective);
    result.shownAlone = !holds(result.network, shown.network);
    if (result.shownAlone)
        result.network = shown.network;
    const network::View laid{shown.index, result.perspective, result.network};
    const QSizeF room = roomOf(classOf(canvas), shown.perspective.layout, result.network.nodes.size());
    result.request.algorithm = algorithmOf(shown.perspective.layout);
    result.request.width = room.width();
    result.request.height = room.height();
    result.graph = layoutGraph(laid);
    for (const KeptPlace &hand : hands) {
        const int node = laid.nodeOf(hand.organization);
        if (node < 0)
            continue;
        const QPointF at = betweenRooms({hand.x, hand.y}, handsRoom(), room);
        result.graph.nodes[static_cast<std::size_t>(node)].pinned = layout::Point{at.x(), at.y()};
    }
    return result;
}

layout::Placement placedFreely(const Ground &ground, const Progress &progress)
{
    layout::Graph graph = ground.graph;
    for (layout::Node &node : graph.nodes)
        node.pinned.reset();
    return layout::place(graph, ground.request, progress);
}

layout::Placement placedByHands(const Ground &ground, const layout::Placement &freely, const Progress &progress)
{
    const bool touched = std::ranges::any_of(ground.graph.nodes, [](const layout::Node &node) { return node.pinned.has_value(); });
    return touched ? layout::pinned(ground.graph, ground.request, freely, progress) : freely;
}

layout::Placement placesOfPart(const Ground &ground, const layout::Placement &whole, const network::Network &part)
{
    layout::Placement result;
    result.scale = whole.scale;
    result.columns = whole.columns;
    result.orbits = whole.orbits;
    result.complete = whole.complete;
    result.nodes.reserve(part.nodes.size());
    for (const network::NetworkNode &node : part.nodes)
        result.nodes.push_back(whole.nodes[static_cast<std::size_t>(ground.network.nodeOf(node.organization))]);
    const auto edges = edgesByName(ground.network);
    result.routes.reserve(part.edges.size());
    for (const network::NetworkEdge &edge : part.edges)
        result.routes.push_back(whole.routes[edges.at(part.nameOf(edge))]);
    return result;
}

layout::Placement Fitting::into(layout::Placement placement) const
{
    const auto move = [this](layout::Point &point) { point = {point.x * factor + offset.x(), point.y * factor + offset.y()}; };
    std::ranges::for_each(placement.nodes, move);
    for (layout::Route &route : placement.routes)
        std::ranges::for_each(route.points, move);
    for (double &column : placement.columns)
        column = column * factor + offset.x();
    for (layout::Orbit &orbit : placement.orbits) {
        move(orbit.centre);
        orbit.wide *= factor;
        orbit.high *= factor;
    }
    placement.scale *= factor;
    return placement;
}

QRectF extentOf(const Ground &ground, const layout::Placement &whole)
{
    constexpr double rim = 2;
    constexpr double hullRim = 24;
    QRectF box(QPointF(), ground.room());
    const auto add = [&](int node, double beyond) {
        const layout::Point &centre = whole.nodes[static_cast<std::size_t>(node)];
        const double reach = ground.graph.nodes[static_cast<std::size_t>(node)].radius * whole.scale + beyond;
        box |= QRectF(centre.x - reach, centre.y - reach, 2 * reach, 2 * reach);
    };
    for (std::size_t i = 0; i < ground.graph.nodes.size(); ++i)
        add(static_cast<int>(i), rim);
    for (const auto &hull : ground.graph.hulls)
        for (const int member : hull)
            add(member, hullRim);
    return box;
}

Fitting fittingInto(const QRectF &extent, QSizeF plot)
{
    if (extent.isEmpty() || plot.isEmpty())
        return {};
    const double factor = std::min(plot.width() / extent.width(), plot.height() / extent.height());
    return {factor, QPointF(plot.width(), plot.height()) / 2 - extent.center() * factor};
}

} // namespace dealscape::drawing
