// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "view/drawing.h"
#include "view/network.h"
#include "view/sheet.h"

#include <QRectF>

#include <vector>

namespace dealscape::view {

/// The first source of every deal in view, each numbered once, from 1, in the order of the edges from the largest amount
/// to the smallest.
struct NumberedSources {
    std::vector<const Source *> list;
    /// For each edge of the network the numbers of its deals' sources, ascending.
    std::vector<std::vector<int>> ofEdge;
};

NumberedSources numberedSources(const Index &index, const Network &network);

/// How many of them, from the first, are listed in a frame.
int listedIn(const NumberedSources &sources, const QRectF &frame);

/// The numbers of an edge mark's sources that are listed, "3,4": of the one deal of a lane, else of the whole ribbon. Of many
/// the first three and an ellipsis.
QString numbersOf(const Index &index, const NumberedSources &sources, const EdgeMark &mark, int listed);

inline constexpr double sourceColumn = 304;

/// Draws the list into a frame of that width; what finds no room is counted in a last line, with the sources of the deals
/// in view that are not numbered.
void drawSources(Sheet &sheet, const NumberedSources &sources, int sourcesInView, const QRectF &frame);

} // namespace dealscape::view
