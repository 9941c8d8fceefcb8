// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "view/drawing.h"
#include "view/sprites.h"
#include "view/theme.h"

#include <QColor>
#include <QPainter>

namespace dealscape::view {

/// How discs come about: each drawn where it stands, or as images that are off by up to half a device pixel.
enum class Discing { Exact, Stamped };

/// The discs of organisations on a painter: a ring of canvas, rim, fill and icon.
class Discs {
public:
    Discs(QPainter &painter, const Theme &theme, Discing discing);

    /// Strength below 1 fades every colour towards the canvas.
    void disc(const NodeMark &node, double strength);
    /// A ring round the disc with canvas between.
    void ring(const NodeMark &node, const QColor &colour, double width, double gap);

private:
    void draw(QPainter &painter, const NodeMark &node, double strength) const;
    void putIcon(QPainter &painter, const NodeMark &node, const QColor &colour) const;

    QPainter &m_painter;
    const Theme &m_theme;
    Sprites m_sprites;
    Discing m_discing;
};

} // namespace dealscape::view
