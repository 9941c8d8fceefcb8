// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/organization.h"

#include <QColor>

#include <array>

namespace dealscape::style {

enum class ThemeKind { Light, Dark, Print };

/// Colours of a layer: fill of the disc, its rim (also the stroke and icon of a hollow disc), icon on the fill.
struct LayerColours {
    QColor fill;
    QColor rim;
    QColor icon;
};

/// Every colour that the picture, the charts and the window share. Opaque throughout.
/// Text has at least 4.5:1 on its ground, edges 3:1.
struct Theme {
    ThemeKind kind = ThemeKind::Light;
    QColor canvas, chrome, dock, field, border, grid, hullFill, hullEdge;
    QColor text, textSecond, textThird, accent, accentTint, textOnAccent, cancelled;
    std::array<LayerColours, 8> layers;
    std::array<QColor, 5> families;
    std::array<QColor, 5> halos;
    /// Certainty in bars: one ramp, by Certainty; Potential is hatched in its colour on the canvas.
    std::array<QColor, 5> certainties;

    const LayerColours &layer(LayerStyle style) const { return layers[static_cast<std::size_t>(style)]; }
    /// With a colour of its own as fill, a rim of that hue that has 3:1 on the canvas, and an icon in black or white.
    LayerColours layer(const LayerLook &look) const;
    const QColor &family(Family family) const { return families[static_cast<std::size_t>(family)]; }
    const QColor &halo(Family family) const { return halos[static_cast<std::size_t>(family)]; }
    const QColor &certainty(Certainty certainty) const { return certainties[static_cast<std::size_t>(certainty)]; }
};

const Theme &theme(ThemeKind kind);

/// The colour laid over the ground with that strength, as an opaque colour: 1 is the colour itself.
QColor blended(const QColor &colour, const QColor &ground, double strength);

} // namespace dealscape::style
