// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/networks.h"

#include "layout/geometry.h"

#include <vector>

namespace dealscape::bench {

/// Measures of a drawing with straight edges. Stress is scale-free: the mean over connected pairs of (s |p - q| / d - 1)^2
/// with the best s, weights d^-2, from 200 sources above 2,000 nodes. The others are taken after a uniform fit into
/// 1600 x 1000 with a margin of 5 %, where discs by worth cover 5 % of the area; parallel deals count as one edge.
struct Measures {
    double stress = 0;
    long crossings = 0;
    long nodeOverlaps = 0;
    long edgesThroughNodes = 0;
    /// Share of the picture's box that the box of the largest component takes.
    double giantShare = 1;
};

Measures measure(const Network &network, const std::vector<layout::Point> &points);

} // namespace dealscape::bench
