// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dealscape::bench {

/// `loops [--runs N] [--organizations N] [--deals N] [--length N]`: finding the loops of the embedded dataset and of a large generated
/// network, beside Boost's enumeration of all cycles of a bounded length on the same arcs; then how soon a search can be cancelled, and
/// betweenness with word of its progress beside Boost's own call.
int runLoops(const std::vector<std::string> &arguments);

} // namespace dealscape::bench
