// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace dealscape::layout {

/// The end of a ribbon on the rim of a disc.
struct RibbonEnd {
    /// Where the ribbon would like to leave, in radians.
    double angle = 0;
    /// Of the stroke at the rim, in pixels.
    double width = 0;
    /// How dear it is to leave elsewhere.
    double weight = 1;
};

/// Between the strokes of two ends on one disc, in pixels, where the rim is long enough.
constexpr double PortGap = 3.5;

/// Angles near those wished for at which the strokes stand apart on a rim of that radius, in the order of their angles: least squares by
/// pooling neighbours that touch (pool adjacent violators). Evenly round the disc where the rim is too short. Angles may lie beyond a
/// turn. O(n log n).
std::vector<double> spreadPorts(const std::vector<RibbonEnd> &ports, double radius);

} // namespace dealscape::layout
