// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/drawing.h"
#include "style/icons.h"
#include "style/pattern.h"
#include "style/text.h"

#include <QPainterPath>
#include <QPointF>
#include <QString>

#include <vector>

namespace dealscape::drawing {

/// Collects the marks of title, strip and legend. What is added after aim() stands for that target, until release().
class ChromeSheet {
public:
    explicit ChromeSheet(style::ThemeKind kind) : m_theme(style::theme(kind)) {}

    const style::Theme &colours() const { return m_theme; }

    /// One line of text whose line box starts at `top`; lineRight ends at `right`, lineCentred lies around `middle`.
    void line(double left, double top, const QString &text, style::FontRole font, const QColor &colour);
    void lineRight(double right, double top, const QString &text, style::FontRole font, const QColor &colour);
    void lineCentred(double middle, double top, const QString &text, style::FontRole font, const QColor &colour);

    void fill(const QPainterPath &path, const QColor &colour);
    void stroke(const QPainterPath &path, const QColor &colour, double width, Qt::PenCapStyle cap = Qt::FlatCap);
    /// A line of a pattern in the colour of the canvas.
    void patterned(const QPainterPath &path, const style::Pattern &pattern);
    void outlined(const QPainterPath &path, const QColor &fill, const QColor &edge, double width);
    void icon(style::Icon icon, QPointF centre, double size, const QColor &colour);

    /// An arrow of the length to the tip, in the line style of a certainty, as edges are drawn.
    void arrow(QPointF tip, double length, double width, Certainty certainty, const QColor &colour);

    void aim(Target target, const QRectF &hitBox);
    void release();

    std::vector<ChromeMark> take();

private:
    ChromeMark &add();

    const style::Theme &m_theme;
    Target m_target;
    QRectF m_hitBox;
    std::vector<ChromeMark> m_marks;
};

/// Of the head of an arrow of that width, as far as its shaft does not reach into it.
double headLengthOf(double width);

/// The outline of a path cut into dashes.
QPainterPath dashed(const QPainterPath &path, double dash, double gap);

} // namespace dealscape::drawing
