// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/power.h"
#include "domain/vocabulary.h"

#include <optional>
#include <span>

namespace dealscape::view {

/// One class of ribbon widths. Amounts from `from` upwards, in billions of dollars, gigawatts or deals, share it.
struct Grade {
    double from = 0;
    /// Stroke, arrowhead length and arrowhead width in logical pixels.
    double width = 1.25;
    double headLength = 9;
    double headWidth = 10;
};

/// The five grades of a lens, thinnest first. They are fixed: filters never change them.
std::span<const Grade> grades(Lens lens);

/// The hairline of an amount that is not published.
const Grade &unknownGrade();

/// Grade of an amount in the lens' unit (billions of dollars, gigawatts, deals); nothing gives the hairline.
const Grade &gradeOf(Lens lens, std::optional<double> amount);

/// Radius of a disc in logical pixels: area follows the turnover, 2.35 sqrt(billions), at least 15.
double radiusOf(std::optional<Money> turnover);

/// Whole billions up to which all discs have the least size: the smaller disc in the key.
Money leastKeyedTurnover();

} // namespace dealscape::view
