// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/compose.h"

#include "view/chrome.h"
#include "view/columns.h"
#include "view/edges.h"
#include "view/folded.h"
#include "view/hulls.h"
#include "view/labels.h"
#include "view/nodes.h"
#include "view/sources.h"
#include "view/theme.h"
#include "view/trail.h"

#include <algorithm>
#include <utility>

namespace dealscape::view {

namespace {

QRectF boundsOf(const Drawing &drawing)
{
    QRectF bounds;
    for (const NodeMark &node : drawing.nodes) {
        const double reach = node.radius + 2;
        bounds |= QRectF(node.centre.x() - reach, node.centre.y() - reach, 2 * reach, 2 * reach);
    }
    for (const EdgeMark &edge : drawing.edges)
        bounds |= edge.bounds;
    for (const HullMark &hull : drawing.hulls)
        bounds |= hull.outline.boundingRect();
    for (const LabelMark &label : drawing.labels)
        if (label.shown)
            bounds |= label.box;
    return bounds;
}

/// Where labels may lie: the plot that the network was placed for; seen from nearer or farther, the discs and the room that is
/// left round them in the plot, or a little where they reach beyond it.
QRectF labelFrame(const QRectF &plot, double zoom, const std::vector<NodeMark> &nodes)
{
    if (zoom == 1 || nodes.empty())
        return plot;
    QRectF discs;
    for (const NodeMark &node : nodes)
        discs |= QRectF(node.centre.x() - node.radius, node.centre.y() - node.radius, 2 * node.radius, 2 * node.radius);
    const auto room = [](double whole, double taken) { return whole < taken ? 24.0 : std::min((whole - taken) / 2, 120.0); };
    const double across = room(plot.width(), discs.width());
    const double up = room(plot.height(), discs.height());
    return discs.adjusted(-across, -up, across, up);
}

Light lightOf(const LitTrail &trail)
{
    Light light;
    for (std::size_t i = 0; i < trail.legs.size(); ++i) {
        const TrailLeg &leg = trail.legs[i];
        light.nodes.insert({leg.from, leg.to});
        light.edges.insert(leg.edges.begin(), leg.edges.end());
        if (trail.legs.size() > 1 && static_cast<int>(i) == trail.smallest)
            light.haloed.insert(leg.edges.begin(), leg.edges.end());
    }
    return light;
}

/// The numbers of the sources of each mark; empty where no sources are wanted.
std::vector<QString> sourceNumbers(const Index &index, const Network &network, const Style &style, const std::vector<EdgeMark> &marks)
{
    if (!(style.parts & Part::Sources))
        return {};
    const NumberedSources sources = numberedSources(index, network);
    std::vector<QString> numbers;
    for (const EdgeMark &mark : marks)
        numbers.push_back(numbersOf(index, sources, mark));
    return numbers;
}

/// What stands on a ground that is not known covers none of it but with its own colour.
void bare(Drawing &drawing)
{
    for (NodeMark &node : drawing.nodes)
        node.ringed = false;
    for (HullMark &hull : drawing.hulls)
        hull.filled = false;
    for (LabelMark &label : drawing.labels) {
        label.ground = QColor();
        label.knockOut = 0;
    }
}

} // namespace

Drawing compose(const Index &index, const Perspective &perspective, const Network &network, const layout::Placement &placement,
                const Style &style, const Drawing *previous)
{
    Drawing drawing;
    drawing.theme = style.theme;
    drawing.size = style.size;
    drawing.plot = plotArea(index, perspective, network, style);
    drawing.zoom = style.zoom;
    const Camera camera{drawing.plot.topLeft(), style.zoom, placement.scale};
    drawing.nodes = nodeMarks(index, network, placement, camera);
    drawing.hulls = hullMarks(network, drawing.nodes);
    const auto trail = litTrail(index, perspective, network);
    if (trail)
        drawing.light = lightOf(*trail);
    Edges edges = edgeMarks(index.dataset(), perspective.lens, network, placement, camera, drawing.nodes, style.opened);
    const std::vector<QString> raised = sourceNumbers(index, network, style, edges.marks);
    std::vector<LabelMark> folded = foldedMarks(index, perspective, network, drawing.nodes, style.theme);
    std::vector<QRectF> taken;
    for (const LabelMark &mark : folded)
        taken.push_back(mark.box);
    const LabelScene scene{index,
                           network,
                           theme(style.theme),
                           perspective.lens,
                           labelFrame(drawing.plot, style.zoom, drawing.nodes),
                           std::move(taken),
                           drawing.nodes,
                           drawing.hulls,
                           previous,
                           trail ? &*trail : nullptr,
                           drawing.light ? &*drawing.light : nullptr,
                           raised.empty() ? nullptr : &raised};
    drawing.labels = placeLabels(scene, edges);
    drawing.edges = std::move(edges.marks);
    drawing.hiddenLabels =
        static_cast<int>(std::count_if(drawing.labels.begin(), drawing.labels.end(), [](const LabelMark &label) { return !label.shown; }));
    for (LabelMark &mark : folded)
        drawing.labels.push_back(std::move(mark));
    std::vector<double> centres;
    for (const double x : placement.columns)
        centres.push_back(camera.map({x, 0}).x());
    drawing.columns = columnMarks(index, network, centres, drawing.plot, style.theme);
    for (const layout::Orbit &orbit : placement.orbits)
        drawing.orbits.emplace_back().addEllipse(camera.map(orbit.centre), orbit.wide * camera.zoom, orbit.high * camera.zoom);
    drawing.chrome = chrome(index, perspective, network, style, drawing.hiddenLabels, {camera.discs(), camera.strokes()});
    drawing.extent = boundsOf(drawing);
    if (style.bare)
        bare(drawing);
    return drawing;
}

} // namespace dealscape::view
