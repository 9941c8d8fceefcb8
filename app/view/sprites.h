// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "view/drawing.h"
#include "view/theme.h"

#include <QColor>
#include <QPainter>

namespace dealscape::view {

/// The discs of organisations on a painter: a ring of canvas, rim, fill and icon.
class Discs {
public:
    Discs(QPainter &painter, const Theme &theme);

    /// Strength below 1 fades every colour towards the canvas.
    void disc(const NodeMark &node, double strength);
    /// A ring round the disc with canvas between.
    void ring(const NodeMark &node, const QColor &colour, double width, double gap);

private:
    void circle(QPointF centre, double radius, const QColor &colour);
    void icon(const NodeMark &node, const QColor &colour);

    QPainter &m_painter;
    const Theme &m_theme;
};

} // namespace dealscape::view
