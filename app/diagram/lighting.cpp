// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/lighting.h"

#include "document/lookup.h"
#include "document/wording.h"

#include <algorithm>

namespace dealscape::diagram {

namespace {

using drawing::Target;
using drawing::TargetKind;

void lightEdge(paint::Emphasis &light, const network::Network &network, int edge)
{
    const network::NetworkEdge &e = network.edges[static_cast<std::size_t>(edge)];
    light.litEdges.insert(edge);
    light.litNodes.insert(e.from);
    light.litNodes.insert(e.to);
}

template <class Wanted>
void lightEdgesWhere(paint::Emphasis &light, const network::Network &network, Wanted wanted)
{
    for (std::size_t i = 0; i < network.edges.size(); ++i)
        if (wanted(network.edges[i]))
            lightEdge(light, network, static_cast<int>(i));
}

void lightLayer(paint::Emphasis &light, const document::Placed &placed, int layer)
{
    const network::Network &network = placed.network;
    const Dataset &dataset = placed.snapshot->dataset();
    for (std::size_t i = 0; i < network.nodes.size(); ++i)
        if (dataset.organizations[at(network.nodes[i].organization)].layer == dataset.layers.at(at(layer)).id)
            light.litNodes.insert(static_cast<int>(i));
    const auto members = light.litNodes;
    for (std::size_t i = 0; i < network.edges.size(); ++i)
        if (members.contains(network.edges[i].from) && members.contains(network.edges[i].to))
            light.litEdges.insert(static_cast<int>(i));
}

void lightNeighbours(paint::Emphasis &light, const network::Network &network, int node)
{
    light.litNodes.insert(node);
    lightEdgesWhere(light, network, [&](const network::NetworkEdge &e) { return e.from == node || e.to == node; });
}

void lightBeside(paint::Emphasis &light, const document::Placed &placed, Target selected)
{
    if (!fadesBeside(placed, selected))
        return;
    light.gently = true;
    if (selected.kind == TargetKind::Node)
        lightNeighbours(light, placed.network, selected.index);
    else if (const int edge = selected.kind == TargetKind::Edge ? selected.index : document::edgeOfDeal(placed.network, selected.index);
             edge >= 0)
        lightEdge(light, placed.network, edge);
}

} // namespace

Target targetOf(const document::Placed &placed, const document::Selection &selection, const std::set<int> &openedEdges)
{
    if (const auto *id = std::get_if<OrganizationId>(&selection)) {
        const int node = document::nodeOf(*placed.snapshot, placed.network, *id);
        return node < 0 ? Target() : Target{TargetKind::Node, node};
    }
    const int edge = document::selectedEdge(*placed.snapshot, placed.network, selection);
    if (edge < 0)
        return {};
    if (const auto *id = std::get_if<DealId>(&selection); id && openedEdges.contains(edge))
        return {TargetKind::Deal, document::positionOf(*placed.snapshot, *id)};
    return {TargetKind::Edge, edge};
}

document::Selection selectionOf(const document::Placed &placed, Target target)
{
    switch (target.kind) {
    case TargetKind::Node:
        return document::organizationOf(*placed.snapshot, placed.network, target.index);
    case TargetKind::Edge:
        return document::keyOf(*placed.snapshot, placed.network, target.index);
    case TargetKind::Deal:
        return placed.snapshot->dataset().deals[static_cast<std::size_t>(target.index)].id;
    default:
        return {};
    }
}

paint::Emphasis emphasis(const document::Placed &placed, Target hovered, Target selected)
{
    const network::Network &network = placed.network;
    paint::Emphasis light;
    light.hovered = hovered;
    light.selected = selected;
    switch (hovered.kind) {
    case TargetKind::Node:
        lightNeighbours(light, network, hovered.index);
        break;
    case TargetKind::Family:
        lightEdgesWhere(light, network, [&](const network::NetworkEdge &e) { return static_cast<int>(e.family) == hovered.index; });
        break;
    case TargetKind::Certainty:
        lightEdgesWhere(light, network, [&](const network::NetworkEdge &e) { return static_cast<int>(e.certainty) == hovered.index; });
        break;
    case TargetKind::Layer:
        lightLayer(light, placed, hovered.index);
        break;
    default:
        lightBeside(light, placed, selected);
        break;
    }
    light.fading = !light.litNodes.empty();
    return light;
}

bool fadesBeside(const document::Placed &placed, Target selected)
{
    const bool mark = selected.kind == TargetKind::Node || selected.kind == TargetKind::Edge || selected.kind == TargetKind::Deal;
    return mark && !placed.perspective.trail;
}

bool fades(Target target)
{
    return target.kind == TargetKind::Node || target.kind == TargetKind::Layer || target.kind == TargetKind::Family ||
        target.kind == TargetKind::Certainty;
}

QString tipOf(const document::Placed &placed, Target target)
{
    const document::Snapshot &snapshot = *placed.snapshot;
    const auto lines = [](const document::Told &told) { return told.what + u'\n' + told.facts; };
    switch (target.kind) {
    case TargetKind::Node:
        return lines(document::tellNode(snapshot, placed.network, target.index));
    case TargetKind::Edge:
        return lines(document::tellEdge(snapshot, placed.network, target.index));
    case TargetKind::Deal:
        return lines(document::tellDeal(snapshot, snapshot.dataset().deals[at(target.index)]));
    default:
        return {};
    }
}

QString sentenceOf(const document::Placed &placed, Target target)
{
    const document::Snapshot &snapshot = *placed.snapshot;
    switch (target.kind) {
    case TargetKind::Node:
        return document::describeNode(snapshot, placed.network, target.index);
    case TargetKind::Edge:
        return document::describeEdge(snapshot, placed.network, target.index);
    case TargetKind::Deal:
        return document::describeDeal(snapshot, snapshot.dataset().deals[static_cast<std::size_t>(target.index)]);
    default:
        return document::describeCategory(snapshot, placed.network, target);
    }
}

void lightDeals(paint::Emphasis &light, const document::Placed &placed, const std::vector<int> &deals)
{
    if (light.fading && !light.gently)
        return;
    paint::Emphasis pointed;
    for (const int deal : deals)
        if (const int edge = document::edgeOfDeal(placed.network, deal); edge >= 0)
            lightEdge(pointed, placed.network, edge);
    if (pointed.litEdges.empty())
        return;
    light.litNodes = std::move(pointed.litNodes);
    light.litEdges = std::move(pointed.litEdges);
    light.fading = true;
    light.gently = false;
}

paint::Emphasis spotlight(const document::Placed &placed, const std::vector<OrganizationId> &lit, Target selected)
{
    paint::Emphasis light;
    light.selected = selected;
    for (const OrganizationId &id : lit)
        if (const int node = document::nodeOf(*placed.snapshot, placed.network, id); node >= 0)
            light.litNodes.insert(node);
    const auto &edges = placed.network.edges;
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (light.litNodes.contains(edges[i].from) && light.litNodes.contains(edges[i].to))
            light.litEdges.insert(static_cast<int>(i));
    light.fading = !light.litNodes.empty();
    return light;
}

} // namespace dealscape::diagram
