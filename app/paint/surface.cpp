// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/surface.h"

#include "paint/painter.h"

#include <algorithm>

namespace dealscape::paint {

void Surface::disc(const drawing::NodeMark &node, const style::Theme &theme, double strength)
{
    constexpr double rimOfFull = 1.5;
    constexpr double rimOfHollow = 2;
    const style::LayerColours colours = theme.layer(node.look);
    const auto faded = [&](const QColor &colour) { return style::blended(colour, theme.canvas, strength); };
    const double rim = std::min(node.radius * 0.3, node.hollow ? rimOfHollow : rimOfFull);
    if (node.ringed)
        circle(node.centre, node.radius + canvasRing, theme.canvas);
    circle(node.centre, node.radius, node.hollow ? theme.canvas : faded(colours.fill), faded(colours.rim), rim);
    if (node.iconSize > 0)
        icon(node.look.icon, node.iconSize, node.iconCentre, faded(node.hollow ? colours.rim : colours.icon));
}

} // namespace dealscape::paint
