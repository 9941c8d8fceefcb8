// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"
#include "style/theme.h"

#include <QList>

#include <optional>

namespace dealscape::style {

/// A line in the colour of the canvas along the middle of a ribbon, that tells its family where there is no colour: none for compute, one
/// that runs through for capital, strokes across for hardware, dots for energy, dashes for licences and policy.
struct Pattern {
    double width = 0;
    /// In multiples of the width, as QPen has them; empty for a line that runs through.
    QList<qreal> dashes;
    bool round = false;
};

/// The pattern of a family in a theme on a ribbon of that width. Only the print theme has any, on ribbons of at least 5 pixels.
std::optional<Pattern> patternOf(ThemeKind theme, Family family, double width);

} // namespace dealscape::style
