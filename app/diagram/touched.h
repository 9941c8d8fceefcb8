// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/drawing.h"

#include <QRegion>

namespace dealscape::diagram {

/// Where the screen changes when one mark is selected or pointed at, or no longer: the boxes of the mark with its outline and of
/// its labels, clipped to the plot. Empty for what has no outline. Painting a drawing anew inside of it, with the other
/// emphasis, gives what painting the whole would give, but for lines cut at the border of a box, which Qt rounds by up to four
/// of 255 levels in single pixels. Linear in the marks of the drawing.
QRegion touched(const drawing::Drawing &drawing, drawing::Target target, QPointF offset);

} // namespace dealscape::diagram
