// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "slides/picture.h"

#include "network/network.h"

#include <algorithm>
#include <set>

namespace dealscape::slides {

namespace {

constexpr std::size_t mostPartners = 8;
constexpr std::size_t mostLegs = 6;

void lightTrail(const Index &index, const network::Network &network, const Trail &trail, paint::Emphasis &light)
{
    const std::size_t count = trail.organizations.size();
    for (std::size_t i = 0; i + (trail.closed ? 0 : 1) < count; ++i) {
        const int from = network.nodeOf(index.position(trail.organizations[i]));
        const int to = network.nodeOf(index.position(trail.organizations[(i + 1) % count]));
        for (std::size_t edge = 0; edge < network.edges.size(); ++edge)
            if (from >= 0 && to >= 0 && network.edges[edge].from == from && network.edges[edge].to == to) {
                light.litEdges.insert(static_cast<int>(edge));
                light.litNodes.insert({from, to});
            }
    }
}

/// What a scene highlights, or else the trail of its perspective.
paint::Emphasis emphasisOf(const Index &index, const network::Network &network, const std::vector<std::string> &highlighted,
                           const std::optional<Trail> &trail)
{
    const std::set<std::string> ids(highlighted.begin(), highlighted.end());
    const Dataset &dataset = index.dataset();
    paint::Emphasis light;
    for (std::size_t i = 0; i < network.nodes.size(); ++i)
        if (ids.contains(dataset.organizations[static_cast<std::size_t>(network.nodes[i].organization)].id.text()))
            light.litNodes.insert(static_cast<int>(i));
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        const network::NetworkEdge &edge = network.edges[i];
        if (std::ranges::none_of(edge.deals,
                                 [&](int deal) { return ids.contains(dataset.deals[static_cast<std::size_t>(deal)].id.text()); }))
            continue;
        light.litEdges.insert(static_cast<int>(i));
        light.litNodes.insert(edge.from);
        light.litNodes.insert(edge.to);
    }
    if (light.litNodes.empty() && trail)
        lightTrail(index, network, *trail, light);
    light.fading =
        !light.litNodes.empty() && (light.litNodes.size() < network.nodes.size() || light.litEdges.size() < network.edges.size());
    return light;
}

std::vector<int> litEdges(const network::Network &network, const paint::Emphasis &light)
{
    std::vector<int> edges;
    for (int i = 0; i < static_cast<int>(network.edges.size()); ++i)
        if (!light.fading || light.litEdges.contains(i))
            edges.push_back(i);
    return edges;
}

/// The node that every edge touches, when each other node is the end of exactly one; else -1.
int hubOf(const network::Network &network)
{
    const std::size_t partners = network.nodes.size() - 1;
    if (network.nodes.size() < 3 || partners > mostPartners || network.edges.size() != partners)
        return -1;
    for (const int hub : {network.edges[0].from, network.edges[0].to}) {
        std::set<int> others;
        for (const network::NetworkEdge &edge : network.edges)
            if (edge.from == hub || edge.to == hub)
                others.insert(edge.from == hub ? edge.to : edge.from);
        if (others.size() == partners)
            return hub;
    }
    return -1;
}

/// The lit edges as one loop through all nodes, in the order of payment; else empty.
std::vector<int> circleOf(const network::Network &network, const std::vector<int> &edges)
{
    if (edges.size() != network.nodes.size() || edges.size() < 3 || edges.size() > mostLegs)
        return {};
    std::vector<int> circle{0};
    while (circle.size() <= edges.size()) {
        const auto leg =
            std::ranges::find_if(edges, [&](int edge) { return network.edges[static_cast<std::size_t>(edge)].from == circle.back(); });
        if (leg == edges.end() || !network.edges[static_cast<std::size_t>(*leg)].directed)
            return {};
        const int next = network.edges[static_cast<std::size_t>(*leg)].to;
        if (next == circle.front())
            return circle.size() == edges.size() ? circle : std::vector<int>();
        if (std::ranges::find(circle, next) != circle.end())
            return {};
        circle.push_back(next);
    }
    return {};
}

/// The network with some of its edges alone, and the deals behind them.
void keepEdges(network::Network &network, const std::vector<int> &edges)
{
    std::vector<network::NetworkEdge> kept;
    for (const int edge : edges)
        kept.push_back(std::move(network.edges[static_cast<std::size_t>(edge)]));
    network.edges = std::move(kept);
    network.deals.clear();
    for (const network::NetworkEdge &edge : network.edges)
        network.deals.insert(network.deals.end(), edge.deals.begin(), edge.deals.end());
    std::ranges::sort(network.deals);
    network.hulls.clear();
}

} // namespace

network::Network framed(const Index &index, const network::Network &network, const std::vector<OrganizationId> &frame)
{
    if (frame.empty())
        return network;
    network::Network part;
    std::vector<int> moved(network.nodes.size(), -1);
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        const OrganizationId &id = index.dataset().organizations[static_cast<std::size_t>(network.nodes[i].organization)].id;
        if (std::ranges::find(frame, id) == frame.end())
            continue;
        moved[i] = static_cast<int>(part.nodes.size());
        part.nodes.push_back(network.nodes[i]);
    }
    if (part.nodes.empty())
        return network;
    for (const network::NetworkEdge &edge : network.edges) {
        const int from = moved[static_cast<std::size_t>(edge.from)];
        const int to = moved[static_cast<std::size_t>(edge.to)];
        if (from < 0 || to < 0)
            continue;
        part.edges.push_back(edge);
        part.edges.back().from = from;
        part.edges.back().to = to;
        part.deals.insert(part.deals.end(), edge.deals.begin(), edge.deals.end());
    }
    std::ranges::sort(part.deals);
    for (const network::NetworkHull &hull : network.hulls) {
        network::NetworkHull here{hull.group, {}};
        for (const int member : hull.members)
            if (moved[static_cast<std::size_t>(member)] >= 0)
                here.members.push_back(moved[static_cast<std::size_t>(member)]);
        if (here.members.size() == hull.members.size())
            part.hulls.push_back(std::move(here));
    }
    return part;
}

Subject subjectOf(const Index &index, const Scene &scene)
{
    Subject subject;
    subject.network = framed(index, network::network(index, scene.perspective), scene.frame);
    subject.emphasis = emphasisOf(index, subject.network, scene.highlighted, scene.perspective.trail);
    const bool byHand = std::ranges::any_of(scene.places, [&](const KeptPlace &place) {
        return place.pinned && subject.network.nodeOf(index.position(place.organization)) >= 0;
    });
    if (subject.network.edges.empty() || scene.perspective.layout == LayoutKind::SupplyChain || byHand)
        return subject;
    const std::vector<int> lit = litEdges(subject.network, subject.emphasis);
    subject.circle = circleOf(subject.network, lit);
    if (!subject.circle.empty()) {
        keepEdges(subject.network, lit);
        subject.emphasis = {};
        subject.shape = Shape::Wheel;
        return subject;
    }
    network::Network star = subject.network;
    keepEdges(star, lit);
    subject.hub = star.edges.empty() ? -1 : hubOf(star);
    if (subject.hub < 0)
        return subject;
    subject.network = std::move(star);
    subject.emphasis = {};
    subject.shape = Shape::Fan;
    return subject;
}

} // namespace dealscape::slides
