// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "drawing/drawing.h"
#include "network/network.h"

#include <QRectF>

#include <vector>

namespace dealscape::drawing {

/// Heads of the columns that hold a node, with the icon of their first layer, in the band above the plot, and the lines
/// between them. `centres` are the columns' middles by number, in the drawing's coordinates.
std::vector<ChromeMark> columnMarks(const Index &index, const network::Network &network, const std::vector<double> &centres,
                                    const QRectF &plot, style::ThemeKind kind);

} // namespace dealscape::drawing
