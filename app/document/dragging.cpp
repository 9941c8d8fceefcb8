// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/dragging.h"

#include "document/lookup.h"
#include "drawing/places.h"

namespace dealscape::document {

namespace {

constexpr double stillness = 0.05;

} // namespace

Dragging::Dragging(PlacedPointer placed, const std::vector<KeptPlace> &before, int node)
    : m_placed(std::move(placed)), m_before(before), m_node(node), m_graph(m_placed->graph), m_placement(m_placed->placement)
{
    for (const KeptPlace &place : m_before)
        if (const int pin = nodeOf(*m_placed->snapshot, m_placed->network, place.organization); pin >= 0 && place.pinned)
            m_graph.nodes[static_cast<std::size_t>(pin)].pinned = m_placement.nodes[static_cast<std::size_t>(pin)];
}

void Dragging::moveTo(QPointF point)
{
    const auto node = static_cast<std::size_t>(m_node);
    m_placement.nodes[node] = {point.x(), point.y()};
    m_graph.nodes[node].pinned = m_placement.nodes[node];
    reroute();
}

bool Dragging::relax()
{
    const double moved = layout::relax(m_graph, m_placement.nodes, m_placement.scale);
    reroute();
    return moved > stillness;
}

void Dragging::reroute()
{
    m_placement.routes = layout::route(m_graph, m_placement.nodes, m_placement.scale, drawing::algorithmOf(m_placed->perspective.layout));
}

std::vector<KeptPlace> Dragging::arrangement() const
{
    std::vector<KeptPlace> after = m_before;
    for (std::size_t i = 0; i < m_placement.nodes.size(); ++i) {
        const layout::Point now = m_placement.nodes[i];
        const bool held = static_cast<int>(i) == m_node;
        if (!held && now == m_placed->placement.nodes[i])
            continue;
        const OrganizationId &id = organizationOf(*m_placed->snapshot, m_placed->network, static_cast<int>(i));
        const QPointF at = drawing::betweenRooms({now.x, now.y}, m_placed->room, drawing::handsRoom());
        after.push_back({id, at.x(), at.y(), held || m_graph.nodes[i].pinned.has_value()});
    }
    return inOrder(std::move(after));
}

} // namespace dealscape::document
