// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/polyline.h"
#include "network/network.h"
#include "present/transition.h"

#include <map>

namespace dealscape::present {

namespace {

constexpr int wayPoints = 24;
constexpr double fadedEdge = 0.16;
constexpr double fadedNode = 0.30;

/// A fixed number of points at equal steps along the drawn part of a ribbon, gaps for labels bridged.
QPolygonF wayOf(const drawing::EdgeMark &mark, double magnification)
{
    QPolygonF whole;
    for (const QPolygonF &stroke : mark.strokes)
        whole += stroke;
    if (whole.size() < 2)
        whole = mark.centreLine;
    const drawing::Polyline line(whole);
    QPolygonF way;
    way.reserve(wayPoints);
    for (int i = 0; i < wayPoints; ++i)
        way.append(line.at(line.length() * i / (wayPoints - 1)) * magnification);
    return way;
}

std::map<int, DiscKeyframe> discsOf(const slides::Slide &slide)
{
    const double m = slide.picture.magnification;
    const paint::Emphasis &light = slide.picture.emphasis;
    std::map<int, DiscKeyframe> discs;
    for (const drawing::NodeMark &mark : slide.picture.drawing.nodes) {
        DiscKeyframe disc{mark, !light.fading || light.litNodes.contains(mark.node) ? 1 : fadedNode};
        disc.mark.centre *= m;
        disc.mark.iconCentre *= m;
        disc.mark.radius *= m;
        disc.mark.iconSize *= m;
        discs.emplace(slide.network.nodes[static_cast<std::size_t>(mark.node)].organization, disc);
    }
    return discs;
}

std::map<network::EdgeName, RibbonKeyframe> ribbonsOf(const slides::Slide &slide)
{
    const double m = slide.picture.magnification;
    const paint::Emphasis &light = slide.picture.emphasis;
    std::map<network::EdgeName, RibbonKeyframe> ribbons;
    for (const drawing::EdgeMark &mark : slide.picture.drawing.edges) {
        const network::NetworkEdge &edge = slide.network.edges[static_cast<std::size_t>(mark.edge)];
        RibbonKeyframe ribbon{mark, wayOf(mark, m), !light.fading || light.litEdges.contains(mark.edge) ? 1 : fadedEdge};
        ribbon.mark.width *= m;
        ribbon.mark.haloWidth *= m;
        ribbon.mark.paidEnd.clear();
        for (QPointF &point : ribbon.mark.head)
            point *= m;
        for (QPointF &ring : ribbon.mark.rings)
            ring *= m;
        ribbons.emplace(slide.network.nameOf(edge), std::move(ribbon));
    }
    return ribbons;
}

/// Pairs the values of two maps by key; a value without a partner is paired with itself at no strength.
template <class Pair, class Map>
std::vector<Pair> paired(const Map &from, const Map &to)
{
    std::vector<Pair> pairs;
    for (const auto &[key, mark] : from) {
        const auto there = to.find(key);
        pairs.push_back({mark, there == to.end() ? mark : there->second});
        if (there == to.end())
            pairs.back().to.strength = 0;
    }
    for (const auto &[key, mark] : to) {
        if (from.contains(key))
            continue;
        pairs.push_back({mark, mark});
        pairs.back().from.strength = 0;
    }
    return pairs;
}

} // namespace

std::vector<DiscPair> discPairs(const slides::Slide &from, const slides::Slide &to)
{
    return paired<DiscPair>(discsOf(from), discsOf(to));
}

std::vector<RibbonPair> ribbonPairs(const slides::Slide &from, const slides::Slide &to)
{
    return paired<RibbonPair>(ribbonsOf(from), ribbonsOf(to));
}

} // namespace dealscape::present
