// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/compose.h"

#include "drawing/columns.h"
#include "drawing/edges.h"
#include "drawing/folded.h"
#include "drawing/hulls.h"
#include "drawing/labels.h"
#include "drawing/nodes.h"
#include "picture/chrome.h"
#include "style/theme.h"

#include <algorithm>
#include <utility>

namespace dealscape::picture {

namespace {

QRectF boundsOf(const drawing::Drawing &drawing)
{
    QRectF bounds;
    for (const drawing::NodeMark &node : drawing.nodes) {
        const double reach = node.radius + 2;
        bounds |= QRectF(node.centre.x() - reach, node.centre.y() - reach, 2 * reach, 2 * reach);
    }
    for (const drawing::EdgeMark &edge : drawing.edges)
        bounds |= edge.bounds;
    for (const drawing::HullMark &hull : drawing.hulls)
        bounds |= hull.outline.boundingRect();
    for (const drawing::LabelMark &label : drawing.labels)
        if (label.shown)
            bounds |= label.box;
    return bounds;
}

/// Where labels may lie: the plot that the network was placed for; seen from nearer or farther, the discs and the room that is
/// left round them in the plot, or a little where they reach beyond it.
QRectF labelFrame(const QRectF &plot, double zoom, const std::vector<drawing::NodeMark> &nodes)
{
    if (zoom == 1 || nodes.empty())
        return plot;
    QRectF discs;
    for (const drawing::NodeMark &node : nodes)
        discs |= QRectF(node.centre.x() - node.radius, node.centre.y() - node.radius, 2 * node.radius, 2 * node.radius);
    const auto room = [](double whole, double taken) { return whole < taken ? 24.0 : std::min((whole - taken) / 2, 120.0); };
    const double across = room(plot.width(), discs.width());
    const double up = room(plot.height(), discs.height());
    return discs.adjusted(-across, -up, across, up);
}

drawing::Light lightOf(const network::LitTrail &trail)
{
    drawing::Light light;
    for (std::size_t i = 0; i < trail.legs.size(); ++i) {
        const network::TrailLeg &leg = trail.legs[i];
        light.nodes.insert({leg.from, leg.to});
        light.edges.insert(leg.edges.begin(), leg.edges.end());
        if (trail.legs.size() > 1 && static_cast<int>(i) == trail.smallest)
            light.haloed.insert(leg.edges.begin(), leg.edges.end());
    }
    return light;
}

/// The numbers of the sources of each mark; empty where no sources are wanted.
std::vector<QString> sourceNumbers(const Index &index, const Page &page, const std::vector<drawing::EdgeMark> &marks)
{
    if (!page.sources)
        return {};
    std::vector<QString> numbers;
    for (const drawing::EdgeMark &mark : marks)
        numbers.push_back(numbersOf(index, *page.sources, mark));
    return numbers;
}

/// What stands on a ground that is not known covers none of it but with its own colour.
void bare(drawing::Drawing &drawing)
{
    for (drawing::NodeMark &node : drawing.nodes)
        node.ringed = false;
    for (drawing::HullMark &hull : drawing.hulls)
        hull.filled = false;
    for (drawing::LabelMark &label : drawing.labels) {
        label.ground = QColor();
        label.knockOut = 0;
    }
}

} // namespace

drawing::Drawing compose(const network::View &view, const layout::Placement &placement, const Page &page, const Style &style,
                         const drawing::Drawing *previous)
{
    drawing::Drawing drawing;
    drawing.theme = style.theme;
    drawing.size = style.size;
    drawing.plot = page.frames.plot;
    drawing.zoom = style.zoom;
    const drawing::Projection projection{drawing.plot.topLeft(), style.zoom, placement.scale};
    drawing.nodes = drawing::nodeMarks(view.index, view.network, placement, projection);
    drawing.hulls = drawing::hullMarks(view.network, drawing.nodes);
    if (page.trail)
        drawing.light = lightOf(*page.trail);
    drawing::Edges edges = drawing::edgeMarks(view, placement, projection, drawing.nodes, style.opened);
    const std::vector<QString> raised = sourceNumbers(view.index, page, edges.marks);
    std::vector<drawing::LabelMark> folded = drawing::foldedMarks(view, drawing.nodes, style.theme);
    std::vector<QRectF> taken;
    for (const drawing::LabelMark &mark : folded)
        taken.push_back(mark.box);
    const drawing::LabelScene scene{view,
                                    style::theme(style.theme),
                                    labelFrame(drawing.plot, style.zoom, drawing.nodes),
                                    std::move(taken),
                                    drawing.nodes,
                                    drawing.hulls,
                                    previous,
                                    page.trail ? &*page.trail : nullptr,
                                    drawing.light ? &*drawing.light : nullptr,
                                    raised.empty() ? nullptr : &raised,
                                    style.labels};
    drawing.labels = drawing::placeLabels(scene, edges);
    drawing.edges = std::move(edges.marks);
    drawing.hiddenLabels = static_cast<int>(
        std::count_if(drawing.labels.begin(), drawing.labels.end(), [](const drawing::LabelMark &label) { return !label.shown; }));
    for (drawing::LabelMark &mark : folded)
        drawing.labels.push_back(std::move(mark));
    std::vector<double> centres;
    for (const double x : placement.columns)
        centres.push_back(projection.map({x, 0}).x());
    drawing.columns = drawing::columnMarks(view.index, view.network, centres, drawing.plot, style.theme);
    for (const layout::Orbit &orbit : placement.orbits)
        drawing.orbits.emplace_back().addEllipse(projection.map(orbit.centre), orbit.wide * projection.zoom, orbit.high * projection.zoom);
    drawing.chrome = chrome(view.index, view.network, page, style.theme, drawing.hiddenLabels, {projection.discs(), projection.strokes()});
    drawing.extent = boundsOf(drawing);
    if (style.bare)
        bare(drawing);
    return drawing;
}

} // namespace dealscape::picture
