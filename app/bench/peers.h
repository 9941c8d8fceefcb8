// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/networks.h"

#include "layout/geometry.h"

#include <optional>
#include <string>
#include <vector>

namespace dealscape::bench {

/// What a program made of a network.
struct PeerDrawing {
    std::vector<layout::Point> points;
    /// Processor time of the whole process.
    double seconds = 0;
};

/// Has a Graphviz program (neato, sfdp) draw a network with overlap removal by prism. Nothing when the program is
/// missing, fails or leaves nodes out. runs: the median of that many is the time.
std::optional<PeerDrawing> drawWith(const std::string &program, const Network &network, int runs);

} // namespace dealscape::bench
