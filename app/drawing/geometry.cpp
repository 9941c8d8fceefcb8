// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/geometry.h"

#include <algorithm>

namespace dealscape::drawing {

namespace {

/// Turns marks into ids.
class Names {
public:
    Names(const Dataset &dataset, const network::Network &network) : m_dataset(dataset), m_network(network) {}

    const std::string &node(int node) const
    {
        return m_dataset.organizations[static_cast<std::size_t>(m_network.nodes[static_cast<std::size_t>(node)].organization)].id.text();
    }
    const std::string &deal(int deal) const { return m_dataset.deals[static_cast<std::size_t>(deal)].id.text(); }
    const network::NetworkEdge &edge(int edge) const { return m_network.edges[static_cast<std::size_t>(edge)]; }

    std::string target(const Target &target) const
    {
        switch (target.kind) {
        case TargetKind::Node:
            return node(target.index);
        case TargetKind::Edge:
            return node(edge(target.index).from) + "->" + node(edge(target.index).to);
        case TargetKind::Deal:
            return deal(target.index);
        case TargetKind::Hull:
            return m_dataset.groups[static_cast<std::size_t>(m_network.hulls[static_cast<std::size_t>(target.index)].group)].id.text();
        default:
            return {};
        }
    }

private:
    const Dataset &m_dataset;
    const network::Network &m_network;
};

QRectF times(const QRectF &box, double factor)
{
    return {box.topLeft() * factor, box.size() * factor};
}

Geometry::Edge edgeOf(const Names &names, const EdgeMark &mark, double factor)
{
    Geometry::Edge edge;
    edge.from = names.node(names.edge(mark.edge).from);
    edge.to = names.node(names.edge(mark.edge).to);
    if (mark.deal >= 0)
        edge.deals = {names.deal(mark.deal)};
    else
        for (const int deal : names.edge(mark.edge).deals)
            edge.deals.push_back(names.deal(deal));
    edge.width = mark.outerWidth() * factor;
    for (const QPointF &point : mark.centreLine)
        edge.points.push_back(point * factor);
    return edge;
}

} // namespace

Geometry geometry(const Index &index, const network::Network &network, const Drawing &drawing, double magnification)
{
    const Names names(index.dataset(), network);
    Geometry result;
    result.frame = times(drawing.plot, magnification);
    for (const NodeMark &mark : drawing.nodes)
        result.nodes.push_back(
            {names.node(mark.node), mark.centre.x() * magnification, mark.centre.y() * magnification, mark.radius * magnification});
    for (const LabelMark &mark : drawing.labels)
        result.labels.push_back({names.target(mark.target), mark.text, mark.shown, mark.shown ? times(mark.box, magnification) : QRectF()});
    for (const EdgeMark &mark : drawing.edges)
        result.edges.push_back(edgeOf(names, mark, magnification));
    return result;
}

} // namespace dealscape::drawing
