// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/theme.h"

#include <algorithm>
#include <cmath>

namespace dealscape::style {

QColor blended(const QColor &colour, const QColor &ground, double strength)
{
    if (strength >= 1)
        return colour;
    const auto mix = [&](int over, int under) { return static_cast<int>(std::lround(under + (over - under) * strength)); };
    return QColor(mix(colour.red(), ground.red()), mix(colour.green(), ground.green()), mix(colour.blue(), ground.blue()));
}

namespace {

Theme lightTheme()
{
    Theme t;
    t.kind = ThemeKind::Light;
    t.canvas = QColor(0xFC, 0xFB, 0xF8);
    t.chrome = QColor(0xF2, 0xF1, 0xED);
    t.dock = QColor(0xF8, 0xF7, 0xF3);
    t.field = QColor(0xFF, 0xFF, 0xFF);
    t.border = QColor(0xDA, 0xD7, 0xCF);
    t.grid = QColor(0xE8, 0xE5, 0xDE);
    t.hullFill = QColor(0xF1, 0xEF, 0xE8);
    t.hullEdge = QColor(0xC9, 0xC4, 0xB6);
    t.text = QColor(0x1B, 0x20, 0x26);
    t.textSecond = QColor(0x55, 0x5D, 0x66);
    t.textThird = QColor(0x64, 0x6C, 0x75);
    t.accent = QColor(0xC2, 0x14, 0x6B);
    t.accentTint = QColor(0xFA, 0xE4, 0xEF);
    t.textOnAccent = QColor(0xFF, 0xFF, 0xFF);
    t.cancelled = QColor(0xA9, 0xAD, 0xB2);
    t.layers = {{{0xFF1B2F3E, 0xFF1B2F3E, 0xFFFFFFFF},
                 {0xFF2473C8, 0xFF1B5CA3, 0xFFFFFFFF},
                 {0xFF5CC0DB, 0xFF1F7F9C, 0xFF12303A},
                 {0xFFC9632A, 0xFFA34B18, 0xFFFFFFFF},
                 {0xFF8F5484, 0xFF74406B, 0xFFFFFFFF},
                 {0xFFEFC44C, 0xFF8A6A10, 0xFF3A2C00},
                 {0xFF0B6A50, 0xFF0B6A50, 0xFFFFFFFF},
                 {0xFF8E949B, 0xFF646B73, 0xFFFFFFFF}}};
    t.families = {0xFF4A8FCF, 0xFF2E7D6B, 0xFFA9592F, 0xFFAD8C34, 0xFF8B9097};
    t.halos = {0xFFCBE0F3, 0xFFC4DED6, 0xFFEBD3C6, 0xFFEBDFBE, 0xFFDCDEE1};
    t.certainties = {0xFF22303C, 0xFF5F7F9E, 0xFFB4C4D2, 0xFF8FA3B5, t.cancelled};
    return t;
}

Theme darkTheme()
{
    Theme t;
    t.kind = ThemeKind::Dark;
    t.canvas = QColor(0x13, 0x17, 0x1C);
    t.chrome = QColor(0x1C, 0x21, 0x27);
    t.dock = QColor(0x18, 0x1D, 0x23);
    t.field = QColor(0x12, 0x16, 0x1A);
    t.border = QColor(0x34, 0x3C, 0x45);
    t.grid = QColor(0x26, 0x2D, 0x35);
    t.hullFill = QColor(0x1B, 0x20, 0x26);
    t.hullEdge = QColor(0x45, 0x4D, 0x57);
    t.text = QColor(0xEC, 0xEF, 0xF2);
    t.textSecond = QColor(0xAE, 0xB7, 0xC0);
    t.textThird = QColor(0x92, 0x9C, 0xA6);
    t.accent = QColor(0xFF, 0x6F, 0xAE);
    t.accentTint = QColor(0x3B, 0x1E, 0x2E);
    t.textOnAccent = QColor(0x14, 0x18, 0x1D);
    t.cancelled = QColor(0x5C, 0x64, 0x6D);
    t.layers = {{{0xFFE8EDF0, 0xFFE8EDF0, 0xFF14181D},
                 {0xFF3F93EA, 0xFF63A8F0, 0xFF0B1A2A},
                 {0xFF8AD3EE, 0xFF8AD3EE, 0xFF0E2A33},
                 {0xFFE07B40, 0xFFEA8E58, 0xFF2A1003},
                 {0xFFAE67A8, 0xFFC084BA, 0xFF1F0A1D},
                 {0xFFF5C867, 0xFFF5C867, 0xFF3A2C00},
                 {0xFF3FB287, 0xFF4CC296, 0xFF04241A},
                 {0xFF8F969E, 0xFFA5ACB4, 0xFF14181D}}};
    t.families = {0xFF4694DB, 0xFF1E8C70, 0xFFB5622A, 0xFFC9A346, 0xFF9A9DA3};
    t.halos = {0xFF20405E, 0xFF17423A, 0xFF4B2F1E, 0xFF4D4222, 0xFF3B4047};
    t.certainties = {0xFFF0F4F7, 0xFF8DA9C2, 0xFF4E6479, 0xFF6C8296, t.cancelled};
    return t;
}

Theme printTheme()
{
    Theme t = lightTheme();
    t.kind = ThemeKind::Print;
    t.canvas = QColor(0xFF, 0xFF, 0xFF);
    // In steps of ten of CIE lightness, so that a copy in grey keeps them apart: 51, 41, 31, 61, 20.
    t.families = {0xFF337EBC, 0xFF1A6D5B, 0xFF7C330A, 0xFFB08F37, 0xFF2C3137};
    return t;
}

/// Relative luminance of WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto channel = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

LayerColours Theme::layer(const LayerLook &look) const
{
    if (!look.colour)
        return layer(look.style);
    constexpr double enough = 3;
    const QColor fill(look.colour->red, look.colour->green, look.colour->blue);
    const QColor ink(0x14, 0x18, 0x1D);
    const QColor paper(0xFF, 0xFF, 0xFF);
    LayerColours colours{fill, fill, contrast(paper, fill) >= enough ? paper : ink};
    const QColor &away = kind == ThemeKind::Dark ? paper : ink;
    for (int step = 1; step <= 20 && contrast(colours.rim, canvas) < enough; ++step)
        colours.rim = blended(away, fill, step / 20.0);
    return colours;
}

const Theme &theme(ThemeKind kind)
{
    static const std::array<Theme, 3> themes = {lightTheme(), darkTheme(), printTheme()};
    return themes[static_cast<std::size_t>(kind)];
}

} // namespace dealscape::style
