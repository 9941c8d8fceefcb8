// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/nodes.h"

#include "style/scales.h"
#include "style/text.h"
#include "words/plain.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace dealscape::drawing {

namespace {

constexpr double hubTextRadius = 60;
constexpr double leastIconRadius = 7;
constexpr double widestName = 150;
/// Between the icon and the capitals of the name.
constexpr double iconGap = 6;
/// Between the name and the edge of the disc.
constexpr double sideGap = 2.5;

/// Half of the width that a disc offers between two heights below its centre, less its rim.
double halfChord(double radius, double y)
{
    const double inner = radius - sideGap;
    return inner > std::abs(y) ? std::sqrt(inner * inner - y * y) : 0;
}

/// Height of icon, gap and capitals, which stand in the middle of the disc together.
double blockHeight(const Name &name, double radius)
{
    return iconSizeOf(radius) + iconGap + style::capHeight(name.font);
}

bool fitsInside(const Name &name, double radius)
{
    if (radius < 28 || name.lines.size() != 1)
        return false;
    const double bottom = blockHeight(name, radius) / 2;
    return bottom < radius - sideGap && name.width / 2 <= halfChord(radius, bottom - 1);
}

Name set(const QString &text, style::FontRole font, double width)
{
    Name name;
    name.font = font;
    name.lines = style::wrapped(text, font, width);
    for (const QString &line : name.lines)
        name.width = std::max(name.width, style::textWidth(line, font));
    name.height = style::lineHeight(font) * static_cast<double>(name.lines.size());
    return name;
}

} // namespace

Name nameOf(const Index &index, const Organization &organization, double radius)
{
    const QString text = words::plain(index.nameOf(organization));
    if (radius >= hubTextRadius) {
        Name hub = set(text, style::FontRole::Hub, 4 * radius);
        hub.inside = fitsInside(hub, radius);
        if (hub.inside)
            return hub;
    }
    Name name = set(text, style::FontRole::SmallBold, widestName);
    name.inside = fitsInside(name, radius);
    return name;
}

double iconSizeOf(double radius)
{
    if (radius < leastIconRadius)
        return 0;
    if (radius < 15)
        return radius * 16 / 15;
    return radius < 20 ? 16 : radius < 34 ? 20 : radius < 60 ? 24 : 32;
}

double nameTopInside(const Name &name, double radius)
{
    const double baseline = blockHeight(name, radius) / 2;
    return baseline - style::baselineIn(name.font);
}

double iconRiseInside(const Name &name, double radius)
{
    return (blockHeight(name, radius) - iconSizeOf(radius)) / 2;
}

std::vector<NodeMark> nodeMarks(const Index &index, const network::Network &network, const layout::Placement &placement,
                                const Projection &projection)
{
    std::vector<NodeMark> marks;
    marks.reserve(network.nodes.size());
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        const network::NetworkNode &node = network.nodes[i];
        NodeMark mark;
        mark.node = static_cast<int>(i);
        mark.centre = projection.map(placement.nodes[i]);
        mark.radius = style::radiusOf(network.scales, node.turnover) * projection.discs();
        mark.look = node.look;
        mark.hollow = !node.turnover;
        mark.iconSize = iconSizeOf(mark.radius);
        const Name name = nameOf(index, index.dataset().organizations[static_cast<std::size_t>(node.organization)], mark.radius);
        mark.iconCentre = name.inside ? mark.centre - QPointF(0, iconRiseInside(name, mark.radius)) : mark.centre;
        marks.push_back(mark);
    }
    return marks;
}

} // namespace dealscape::drawing
