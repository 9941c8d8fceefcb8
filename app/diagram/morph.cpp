// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/morph.h"

#include "document/lookup.h"

namespace dealscape::diagram {

Morph::Morph(const document::Placed &from, const layout::Placement &seen, document::PlacedPointer to, const drawing::Fitting &fitting)
    : m_to(std::move(to))
{
    const auto outOf = [&](layout::Point point) {
        const QPointF at = fitting.outOf({point.x, point.y});
        return layout::Point{at.x(), at.y()};
    };
    std::map<OrganizationId, layout::Point> places;
    for (std::size_t i = 0; i < seen.nodes.size(); ++i)
        places[document::organizationOf(*from.snapshot, from.network, static_cast<int>(i))] = outOf(seen.nodes[i]);
    for (std::size_t i = 0; i < m_to->placement.nodes.size(); ++i) {
        const auto place = places.find(document::organizationOf(*m_to->snapshot, m_to->network, static_cast<int>(i)));
        m_start.push_back(place == places.end() ? m_to->placement.nodes[i] : place->second);
    }
}

bool Morph::needed() const
{
    for (std::size_t i = 0; i < m_start.size(); ++i)
        if (layout::length(m_start[i] - m_to->placement.nodes[i]) >= 1)
            return true;
    return false;
}

layout::Placement Morph::at(double share) const
{
    layout::Placement now = m_to->placement;
    if (share >= 1)
        return now;
    for (std::size_t i = 0; i < m_start.size(); ++i)
        now.nodes[i] = m_start[i] + (now.nodes[i] - m_start[i]) * share;
    for (std::size_t i = 0; i < now.routes.size(); ++i) {
        const layout::Edge &edge = m_to->graph.edges[i];
        const auto shift = [&](int node) {
            const auto n = static_cast<std::size_t>(node);
            return now.nodes[n] - m_to->placement.nodes[n];
        };
        const layout::Point tail = shift(edge.from);
        const layout::Point head = shift(edge.to);
        auto &points = now.routes[i].points;
        for (std::size_t p = 0; p < points.size(); ++p) {
            const double along = points.size() < 2 ? 0 : static_cast<double>(p) / static_cast<double>(points.size() - 1);
            points[p] = points[p] + tail * (1 - along) + head * along;
        }
    }
    return now;
}

} // namespace dealscape::diagram
