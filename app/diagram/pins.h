// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/stage.h"
#include "document/document.h"

class QPainter;

namespace dealscape::diagram {

/// Draws a pin at every disc that a hand keeps in its place.
void paintPins(QPainter &painter, const Stage &stage, const std::vector<KeptPlace> &arrangement);

} // namespace dealscape::diagram
