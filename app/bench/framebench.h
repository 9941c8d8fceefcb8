// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dealscape::bench {

/// `dealscape-bench frame`: milliseconds of computing for a whole frame of 1920x1080 by software raster, the median of 100, for tier 1
/// of the embedded dataset and for generated networks, while panning and while zooming. A frame of panning paints the
/// drawing moved; a frame of zooming composes it anew and paints it. Each is followed by the same for a QGraphicsView
/// that shows the same discs, curves and texts as items, and by the ratio. Needs no display.
/// Options: --only NAME keeps one network; --frames N takes N instead of 100. Returns the exit status.
int runFrame(const std::vector<std::string> &arguments);

} // namespace dealscape::bench
