// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/text.h"

#include <QColor>
#include <QPainter>
#include <QPointF>
#include <QString>

namespace dealscape::paint {

/// Draws a text in the painter's font and pen, `position` being the left end of its baseline. A PDF cannot hold letters that are pictures
/// (emoji): there they are drawn as such, and the rest stays text.
void drawText(QPainter &painter, QPointF position, const QString &text);

/// Lines of text on a painter. Shaping a text costs several times as much as drawing it, so on raster devices what was
/// shaped is remembered, for each thread. Elsewhere texts go to the device as they are, so that a file keeps real text.
class Letters {
public:
    explicit Letters(QPainter &painter);

    /// `position` is the left end of the baseline.
    void draw(const QString &text, style::FontRole role, QPointF position, const QColor &colour);

private:
    QPainter &m_painter;
    bool m_remembering = false;
};

} // namespace dealscape::paint
