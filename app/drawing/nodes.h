// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "drawing/drawing.h"
#include "layout/layout.h"
#include "network/network.h"
#include "style/text.h"

#include <QStringList>

#include <vector>

namespace dealscape::drawing {

/// From a placement's coordinates to the drawing's. Discs grow with scale and zoom; strokes shrink with them below 1 but never
/// grow, so that a ribbon keeps to the legend's grades; text keeps its size.
struct Projection {
    QPointF origin;
    double zoom = 1;
    double scale = 1;

    QPointF map(layout::Point point) const { return origin + QPointF(point.x, point.y) * zoom; }
    double discs() const { return scale * zoom; }
    double strokes() const { return (scale < 1 ? scale : 1) * (zoom < 1 ? zoom : 1); }
};

/// A name as it is set: one or two lines.
struct Name {
    QStringList lines;
    style::FontRole font = style::FontRole::SmallBold;
    double width = 0;
    double height = 0;
    /// Set inside the disc, below the icon.
    bool inside = false;
};

/// The name of an organisation beside or inside a disc of that radius: inside when one line of it fits below the icon.
Name nameOf(const Index &index, const Organization &organization, double radius);

/// Edge of the square icon in a disc of that radius: 16, 20, 24 or 32, less in the smallest discs, 0 below radius 7.
double iconSizeOf(double radius);

/// Top of the name's line below the centre of the disc, and the icon's middle above it, when the name is inside.
double nameTopInside(const Name &name, double radius);
double iconRiseInside(const Name &name, double radius);

/// The discs of a placed network, in its order.
std::vector<NodeMark> nodeMarks(const Index &index, const network::Network &network, const layout::Placement &placement,
                                const Projection &projection);

} // namespace dealscape::drawing
