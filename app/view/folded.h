// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/perspective.h"
#include "view/drawing.h"
#include "view/network.h"

#include <vector>

namespace dealscape::view {

/// "+5" at the upper right of each node whose neighbours are folded away: how many of its partners over the deals that pass the
/// filter are not in view. They stand fast: labels make room for them. No mark where none is hidden. Linear in the deals when something is
/// folded, else free.
std::vector<LabelMark> foldedMarks(const Index &index, const Perspective &perspective, const Network &network,
                                   const std::vector<NodeMark> &nodes, ThemeKind theme);

} // namespace dealscape::view
