// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"

#include <vector>

namespace dealscape::layout {

/// A place for the name of each node on one of eight sides of its disc where straight ways between discs, other discs and names are
/// least in the way; an empty box for a node without a name. Those with most partners choose first. O(n (n + m)).
std::vector<Box> namePlaces(const Graph &graph, const std::vector<Point> &positions, double scale);

} // namespace dealscape::layout
