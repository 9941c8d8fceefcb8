// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/chromesheet.h"
#include "slides/slide.h"
#include "style/text.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace dealscape::slides {

/// A size of type on a slide: a role of the typeface and by how much it is magnified.
struct Type {
    style::FontRole font = style::FontRole::Body;
    double magnification = 1;

    /// Height of a line and width of a text in units of the slide.
    double line() const;
    double width(const QString &text) const;
};

/// The sizes of the projector: 64 on lines of 72, 30 on lines of 42, 22 on lines of 32.
namespace type {
inline constexpr Type headline{style::FontRole::Title, 64.0 / 22};
inline constexpr Type caption{style::FontRole::Body, 30.0 / 14};
inline constexpr Type small{style::FontRole::Body, 22.0 / 14};
inline constexpr Type figure{style::FontRole::FigureBold, 64.0 / 12};
} // namespace type

/// A text broken into lines no wider than `width`, in units of the slide; at most `most` lines, the last of them shortened.
QStringList linesOf(const QString &text, Type type, double width, int most);

/// Collects the words and signs of a slide, each at its own magnification.
class Plate {
public:
    Plate(style::ThemeKind theme, QSizeF size) : m_theme(theme), m_size(size) {}

    const style::Theme &colours() const { return style::theme(m_theme); }
    /// Lines one below the other; returns the bottom of the last.
    double lines(QPointF topLeft, const QStringList &lines, Type type, const QColor &colour);
    void lineRight(double right, double top, const QString &text, Type type, const QColor &colour);
    void lineCentred(double middle, double top, const QString &text, Type type, const QColor &colour);
    /// For signs: coordinates of the sheet are those of the slide divided by the magnification.
    drawing::ChromeSheet &sheet(double magnification);

    std::vector<SlideLayer> take();

private:
    style::ThemeKind m_theme;
    QSizeF m_size;
    std::map<double, drawing::ChromeSheet> m_sheets;
};

} // namespace dealscape::slides
