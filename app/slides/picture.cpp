// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "slides/picture.h"

#include "drawing/columns.h"
#include "drawing/drawing.h"
#include "drawing/hulls.h"
#include "drawing/labels.h"
#include "drawing/nodes.h"
#include "drawing/places.h"
#include "network/network.h"
#include "style/scales.h"
#include "style/theme.h"
#include "words/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dealscape::slides {

namespace {

/// Magnifications to try, the largest first: 12 becomes 30 down to 14.
constexpr std::array<double, 7> magnifications = {2.5, 2.2, 1.95, 1.75, 1.55, 1.35, 1.2};
/// Below this scale discs and ribbons would look small beside their labels.
constexpr double enoughScale = 0.75;
/// How far an umbrella's hull lies outside of its members, with its edge.
constexpr double hullReach = 20;
/// Share of the labels that may go missing from a crowded picture.
constexpr double missable = 0.12;

QRectF shrunk(const QRectF &area, double magnification)
{
    return {area.topLeft() / magnification, area.size() / magnification};
}

/// A network with its places, and the box that they fill.
struct Arranged {
    layout::Placement placement;
    QRectF extent;
};

/// The box round those who are drawn, with their discs and names.
QRectF extentOfPart(const PictureGround &ground, const Subject &subject, const layout::Placement &placement)
{
    constexpr double names = 28;
    const layout::Graph graph = drawing::layoutGraph(ground.view(subject.network));
    QRectF box;
    for (std::size_t i = 0; i < placement.nodes.size(); ++i) {
        const double reach = graph.nodes[i].radius * placement.scale + names;
        box |= QRectF(placement.nodes[i].x - reach, placement.nodes[i].y - reach, 2 * reach, 2 * reach);
    }
    return box;
}

/// As a window of the slide's class has it, or of the area's where the picture stands beside words.
Arranged arrangedAsWindow(const PictureGround &ground, const Subject &subject, const QRectF &area)
{
    const QSizeF canvas = area.width() > 0.8 * ground.size.width() ? ground.size : area.size();
    const std::vector<KeptPlace> &hands = drawing::handsOf(ground.index.dataset(), ground.scene);
    const drawing::Ground all = drawing::groundOf(ground.view(subject.network), canvas, hands);
    const layout::Placement whole = drawing::placedByHands(all, drawing::placedFreely(all));
    const layout::Placement part = drawing::placesOfPart(all, whole, subject.network);
    return {part, ground.scene.frame.empty() ? drawing::extentOf(all, whole) : extentOfPart(ground, subject, part)};
}

/// For itself, as large as it goes: what a scene frames is a picture of its own.
Arranged arrangedAlone(const PictureGround &ground, const Subject &subject, QSizeF plot)
{
    layout::Request request;
    request.algorithm = drawing::algorithmOf(ground.scene.perspective.layout);
    request.width = plot.width();
    request.height = plot.height();
    return {layout::place(drawing::layoutGraph(ground.view(subject.network)), request), QRectF(QPointF(), plot)};
}

SlideLayer placedLayer(const PictureGround &ground, const Subject &subject, const QRectF &area, double magnification,
                       const std::optional<Arranged> &known, double &scale)
{
    const bool columns = ground.scene.perspective.layout == LayoutKind::SupplyChain;
    QRectF plot = shrunk(area, magnification);
    if (columns)
        plot.setTop(plot.top() + drawing::columnHeadHeight);
    const QRectF whole = plot;
    if (!subject.network.hulls.empty())
        plot.adjust(hullReach, hullReach, -hullReach, -hullReach);
    const Arranged arranged = known ? *known : arrangedAlone(ground, subject, plot.size());
    drawing::Fitting fit = drawing::fittingInto(arranged.extent, plot.size());
    fit.offset += plot.topLeft();
    const layout::Placement placement = fit.into(arranged.placement);
    scale = placement.scale;
    return {subjectDrawing(ground, subject, placement, whole), subject.emphasis, magnification};
}

/// Control points of an arc round a centre, cut into pieces of at most a sixth of a turn (angles in radians, clockwise).
layout::Route arc(layout::Point centre, double radius, double from, double to)
{
    const int pieces = std::max(1, static_cast<int>(std::ceil((to - from) / (std::numbers::pi / 3))));
    const double step = (to - from) / pieces;
    const double reach = 4.0 / 3 * std::tan(step / 4) * radius;
    const auto at = [&](double angle) { return centre + layout::Point{std::cos(angle), std::sin(angle)} * radius; };
    const auto along = [](double angle) { return layout::Point{-std::sin(angle), std::cos(angle)}; };
    layout::Route route{{at(from)}};
    for (int i = 0; i < pieces; ++i) {
        const double a = from + i * step;
        route.points.push_back(at(a) + along(a) * reach);
        route.points.push_back(at(a + step) - along(a + step) * reach);
        route.points.push_back(at(a + step));
    }
    return route;
}

int smallestLeg(const network::Network &network)
{
    int smallest = -1;
    for (int i = 0; i < static_cast<int>(network.edges.size()); ++i) {
        const MoneyRange &value = network.edges[static_cast<std::size_t>(i)].value;
        if (!value.published())
            return -1;
        if (smallest < 0 || value.at(Bound::High) < network.edges[static_cast<std::size_t>(smallest)].value.at(Bound::High))
            smallest = i;
    }
    return smallest;
}

/// Whether the widest ribbon that a slide lights says how much it is.
bool saysTheLargest(const SlideLayer &layer)
{
    const drawing::Drawing &drawing = layer.drawing;
    const drawing::EdgeMark *widest = nullptr;
    for (const drawing::EdgeMark &mark : drawing.edges) {
        const bool lit = !layer.emphasis.fading || layer.emphasis.litEdges.contains(mark.edge);
        if (lit && (!widest || mark.width > widest->width))
            widest = &mark;
    }
    return !widest || std::ranges::any_of(drawing.labels, [&](const drawing::LabelMark &label) {
        return label.shown && label.target == drawing::Target{drawing::TargetKind::Edge, widest->edge};
    });
}

} // namespace

drawing::Drawing subjectDrawing(const PictureGround &ground, const Subject &subject, const layout::Placement &placement, const QRectF &area)
{
    const network::View view = ground.view(subject.network);
    drawing::Drawing drawing;
    drawing.theme = ground.theme;
    drawing.size = area.size();
    drawing.plot = area;
    const drawing::Projection projection{{}, 1, placement.scale};
    drawing.nodes = drawing::nodeMarks(ground.index, subject.network, placement, projection);
    drawing.hulls = drawing::hullMarks(subject.network, drawing.nodes);
    drawing::Edges all = drawing::edgeMarks(view, placement, projection, drawing.nodes);
    drawing::Edges lit;
    for (std::size_t i = 0; i < all.marks.size(); ++i) {
        if (subject.emphasis.fading && !subject.emphasis.litEdges.contains(all.marks[i].edge)) {
            drawing.edges.push_back(std::move(all.marks[i]));
            continue;
        }
        lit.marks.push_back(std::move(all.marks[i]));
        lit.shapes.push_back(std::move(all.shapes[i]));
        lit.flows.push_back(all.flows[i]);
    }
    const drawing::LabelScene scene{view, style::theme(ground.theme), area, {}, drawing.nodes, drawing.hulls};
    drawing.labels = drawing::placeLabels(scene, lit);
    std::ranges::move(lit.marks, std::back_inserter(drawing.edges));
    drawing.hiddenLabels =
        static_cast<int>(std::ranges::count_if(drawing.labels, [](const drawing::LabelMark &label) { return !label.shown; }));
    drawing.columns = drawing::columnMarks(ground.index, subject.network, placement.columns, area, ground.theme);
    return drawing;
}

SlidePicture layoutPicture(const PictureGround &ground, const Subject &subject, const QRectF &area)
{
    SlidePicture picture;
    std::optional<Arranged> known;
    if (ground.scene.frame.empty() || !ground.scene.places.empty())
        known = arrangedAsWindow(ground, subject, area);
    for (const double magnification : magnifications) {
        double scale = 1;
        picture.layer = placedLayer(ground, subject, area, magnification, known, scale);
        const auto labels = static_cast<double>(picture.layer.drawing.labels.size());
        if (scale >= enoughScale && picture.layer.drawing.hiddenLabels <= missable * labels && saysTheLargest(picture.layer))
            break;
    }
    return picture;
}

SlidePicture wheelPicture(const PictureGround &ground, const Subject &subject, const QRectF &area)
{
    constexpr double magnification = 2.5;
    constexpr double largestRadius = 60;
    constexpr double room = 34;
    const QRectF plot = shrunk(area, magnification);
    double largest = 0;
    for (const network::NetworkNode &node : subject.network.nodes)
        largest = std::max(largest, style::radiusOf(subject.network.scales, node.turnover));
    layout::Placement placement;
    placement.scale = std::clamp(largestRadius / largest, 0.7, 2.0);
    const double radius = std::min(plot.width(), plot.height()) / 2 - placement.scale * largest * 0.6 - room;
    const layout::Point centre{plot.center().x(), plot.center().y()};
    const double turn = 2 * std::numbers::pi / static_cast<double>(subject.circle.size());
    const auto angleOf = [&](std::size_t i) { return -std::numbers::pi / 2 + turn * static_cast<double>(i); };
    placement.nodes.resize(subject.network.nodes.size());
    placement.routes.resize(subject.network.edges.size());
    for (std::size_t i = 0; i < subject.circle.size(); ++i) {
        const int node = subject.circle[i];
        placement.nodes[static_cast<std::size_t>(node)] = centre + layout::Point{std::cos(angleOf(i)), std::sin(angleOf(i))} * radius;
        const auto leg = std::ranges::find(subject.network.edges, node, &network::NetworkEdge::from);
        placement.routes[static_cast<std::size_t>(leg - subject.network.edges.begin())] =
            arc(centre, radius, angleOf(i), angleOf(i) + turn);
    }
    SlidePicture picture;
    picture.layer = {subjectDrawing(ground, subject, placement, plot), subject.emphasis, magnification};
    const int smallest = smallestLeg(subject.network);
    if (smallest < 0 || ground.scene.perspective.lens != Lens::Value)
        return picture;
    picture.layer.emphasis.selected = {drawing::TargetKind::Edge, smallest};
    picture.middle = WheelText{area.center(), words::money(subject.network.edges[static_cast<std::size_t>(smallest)].value.at(Bound::High)),
                               QStringLiteral("at most, once round")};
    return picture;
}

SlidePicture slidePicture(const PictureGround &ground, const Subject &subject, const QRectF &area)
{
    switch (subject.shape) {
    case Shape::Fan:
        return fanPicture(ground, subject, area);
    case Shape::Wheel:
        return wheelPicture(ground, subject, area);
    case Shape::Layout:
        break;
    }
    return layoutPicture(ground, subject, area);
}

} // namespace dealscape::slides
