// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/networks.h"

#include <string>
#include <vector>

namespace dealscape::bench {

/// `dealscape-bench layout`: draws networks, has neato and sfdp (with overlap removal by prism) draw the same in the same
/// run, and prints the measures side by side, then what becomes of the labels.
/// Options: --graph EDGES.csv --nodes NODES.csv draws a network from files instead of the built-in ones; --only NAME
/// keeps one; --pos FILE writes our places as "id x y" lines; --no-peers leaves the programs out.
/// Returns the exit status.
int runLayout(const std::vector<std::string> &arguments);

struct LayoutOptions {
    std::string positions;
    bool peers = true;
};

/// One block of the table. Whoever has networks of his own (the embedded dataset's) adds them by this.
void benchNetwork(const Network &network, const LayoutOptions &options);
void printLayoutHeader();

} // namespace dealscape::bench
