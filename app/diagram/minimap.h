// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/painter.h"

#include <QImage>
#include <QPointF>
#include <QRectF>

class QPainter;

namespace dealscape::diagram {

/// The whole network in a corner with a frame round what the plot shows, for pictures larger than the plot. Painted by the
/// painter of the picture itself, without labels. Coordinates are those of the screen.
class Minimap {
public:
    /// Whether the drawing reaches beyond its plot as it is seen, so that a minimap helps.
    static bool needed(const drawing::Drawing &drawing, const paint::Shot &shot);
    /// The corner of the plot that the map of this drawing takes.
    static QRectF area(const drawing::Drawing &drawing);

    /// Forgets the rendered network, after the drawing changed.
    void reset() { m_image = {}; }
    void paint(QPainter &painter, const drawing::Drawing &drawing, const paint::Shot &shot);
    /// The offset that brings a point of the map into the middle of the plot.
    static QPointF offsetFor(const drawing::Drawing &drawing, const paint::Shot &shot, QPointF point);

private:
    QImage m_image;
};

} // namespace dealscape::diagram
