// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "view/plate.h"

#include <QRectF>

#include <vector>

namespace dealscape::view {

/// One sign of a slide's short legend: a ribbon and what it says.
struct SlideSign {
    enum class Kind { Arrow, Range, Unknown };

    Kind kind = Kind::Arrow;
    Family family = Family::Compute;
    Certainty certainty = Certainty::Binding;
    QString words;
};

/// The signs that a reader of this network needs: which way money runs, families where there are several, line styles other
/// than the solid one, ranges and unknown amounts. Only what is in the network.
std::vector<SlideSign> slideSigns(const Network &network, Lens lens);

inline constexpr double signRow = 40;

/// Draws the signs one below the other from the bottom of the area upwards, as many as find room.
void drawSigns(Plate &plate, const std::vector<SlideSign> &signs, const QRectF &area);
/// Draws the signs in one row from the left, as many as find room.
void drawSignRow(Plate &plate, const std::vector<SlideSign> &signs, const QRectF &area);

} // namespace dealscape::view
