// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/chromesheet.h"
#include "drawing/drawing.h"
#include "network/network.h"

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace dealscape::picture {

/// The first source of every deal in view, each numbered once, from 1, in the order of the edges from the largest amount
/// to the smallest.
struct NumberedSources {
    std::vector<const Source *> list;
    /// For each edge of the network the numbers of its deals' sources, ascending.
    std::vector<std::vector<int>> ofEdge;
};

NumberedSources numberedSources(const Index &index, const network::Network &network);

/// The numbers of an edge mark's sources, "3,7–9": of the one deal of a lane, else of the whole ribbon.
QString numbersOf(const Index &index, const NumberedSources &sources, const drawing::EdgeMark &mark);

inline constexpr double sourceColumn = 304;
inline constexpr double sourceGap = 24;

/// How a list of sources is set: in full, with publisher and date alone in one line each, or like that in a small type and half the column.
enum class SourceForm { Full, Brief, Small };

/// A list of sources in a frame: how it is set, and how many of them, from the first, find room.
struct SourceList {
    SourceForm form = SourceForm::Full;
    int listed = 0;
};

/// The fullest form in which all sources find room in columns of the frame, else the small one with as many as it holds.
SourceList sourceList(const NumberedSources &sources, const QRectF &frame);

/// The height at which a frame of that width holds all sources in the small form.
double leastSourcesHeight(const NumberedSources &sources, double width);

/// Draws the list; what finds no room is counted in a last line, with the sources of the deals in view that are not numbered.
void drawSources(drawing::ChromeSheet &sheet, const NumberedSources &sources, int sourcesInView, const QRectF &frame);

/// Pages of that size with all sources in full, for what follows a picture that had no room for them.
std::vector<drawing::Drawing> sourcePages(const NumberedSources &sources, QSizeF size, style::ThemeKind theme);

} // namespace dealscape::picture
