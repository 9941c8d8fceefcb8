// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/network.h"
#include "slides/plate.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace dealscape::slides {

/// One sign of a slide's short legend: a ribbon and what it says.
struct SlideSign {
    enum class Kind { Arrow, Range, Unknown };

    Kind kind = Kind::Arrow;
    /// Nothing for what is said of ribbons of several families: drawn in the grey of texts.
    std::optional<Family> family;
    Certainty certainty = Certainty::Binding;
    QString words;
};

/// The signs that a reader of this network needs: which way money runs or families where there are several, certainties unless
/// all is binding, ranges and unknown amounts. Only what is in the network. With several families a certainty, a range or an
/// unknown amount has a family's colour in no case, so that it is read as a sign of all of them.
std::vector<SlideSign> slideSigns(const network::Network &network, Lens lens);

inline constexpr double signRow = 40;

/// Draws the signs one below the other from the bottom of the area upwards, as many as find room.
void drawSigns(Plate &plate, const std::vector<SlideSign> &signs, const QRectF &area);
/// Draws the signs in one row from the left, shorter and closer where they are many; as many as find room.
void drawSignRow(Plate &plate, const std::vector<SlideSign> &signs, const QRectF &area);

} // namespace dealscape::slides
