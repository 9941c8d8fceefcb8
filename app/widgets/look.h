// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QPalette>
#include <QProxyStyle>

namespace dealscape::widgets {

/// The colours of a theme as a palette: Window is the chrome, AlternateBase the dock, Base the fields, Mid the borders,
/// Midlight the grid, Highlight the tint of the selection, Link the accent, PlaceholderText the third text.
QPalette paletteOf(const style::Theme &theme);

/// The colours of the light theme with black text on white and strong lines: text at 7:1 at least, lines at 4.5:1.
QPalette strongPalette();

/// The flat look of the window: one border a control, radius 6, the accent for what is chosen and for the keyboard's place.
/// Takes every colour from the palette, so it needs no word about the theme.
class Look : public QProxyStyle {
    Q_OBJECT

public:
    Look();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QPalette standardPalette() const override;
};

/// Whether windows of this palette are dark.
bool isDark(const QPalette &palette);

} // namespace dealscape::widgets
