// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/perspective.h"
#include "drawing/drawing.h"
#include "network/network.h"

#include <vector>

namespace dealscape::drawing {

/// "+5" at the upper right of each node whose neighbours are folded away: how many of its partners over the deals that pass the
/// filter are not in view. They stand fast: labels make room for them. No mark where none is hidden. Linear in the deals when something is
/// folded, else free.
std::vector<LabelMark> foldedMarks(const network::View &view, const std::vector<NodeMark> &nodes, style::ThemeKind theme);

} // namespace dealscape::drawing
