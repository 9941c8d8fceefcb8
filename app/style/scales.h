// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/scales.h"
#include "domain/vocabulary.h"

#include <array>
#include <optional>

namespace dealscape::style {

/// One class of ribbon widths. Amounts from `from` upwards, in billions of dollars, gigawatts or deals, share it.
struct Grade {
    double from = 0;
    /// Stroke, arrowhead length and arrowhead width in logical pixels.
    double width = 1.25;
    double headLength = 9;
    double headWidth = 10;
};

/// The five grades of a lens, thinnest first, by the scales of the dataset: filters never change them.
std::array<Grade, 5> grades(Lens lens, const Scales &scales);

/// The hairline of an amount that is not published.
const Grade &unknownGrade();

/// Grade of an amount in the lens' unit (billions of dollars, gigawatts, deals); nothing gives the hairline.
Grade gradeOf(Lens lens, const Scales &scales, std::optional<double> amount);

/// Radius of a disc in logical pixels: its area follows the turnover, at least 15.
double radiusOf(const Scales &scales, std::optional<Money> turnover);

/// The largest amount of two figures at which a disc has the least size: the smaller disc in the key.
Money leastKeyedTurnover(const Scales &scales);

} // namespace dealscape::style
