// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dealscape::bench {

/// `dealscape-bench present`: for every change of scene of the embedded story, at 1920x1080 by software raster: milliseconds
/// until its first frame is painted once both scenes are composed, and the median and the slowest of 24 frames on the way, with
/// the frames a second that these would give. Then what composing a scene takes, which happens ahead of time in another thread. Times are
/// those of this thread alone. Needs no display. Options: --frames N. Returns the exit status.
int runPresent(const std::vector<std::string> &arguments);

} // namespace dealscape::bench
