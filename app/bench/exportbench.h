// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dealscape::bench {

/// `dealscape-bench export`: the embedded dataset at 7680x4320. Times our PNG encoder and QImageWriter with its defaults in
/// turns, prints the medians, the sizes of the files and their ratios; then the peak of resident memory while a picture is
/// painted and written, above what was there before, as a multiple of 4 bytes a pixel; then the size of tier 1 as SVG.
/// Needs no display. Options: --runs N turns (7); --size WxH. Returns 1 when a bound is missed: time at most a third, a file
/// not larger, memory at most 1.5, SVG at most 200 kB.
int runExport(const std::vector<std::string> &arguments);

} // namespace dealscape::bench
