// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "view/drawing.h"

#include <QRectF>

#include <vector>

namespace dealscape::view {

/// Heads of the columns that hold a node, with the icon of their first layer, in the band above the plot, and the lines
/// between them. `centres` are the columns' middles by number, in the drawing's coordinates.
std::vector<ChromeMark> columnMarks(const Index &index, const Network &network, const std::vector<double> &centres, const QRectF &plot,
                                    ThemeKind kind);

} // namespace dealscape::view
