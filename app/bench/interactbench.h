// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dealscape::bench {

/// interact [--runs N] [--deals N]: how long a person waits in the real window on the embedded dataset, from mouse click to
/// the repainted selection with its details, and from a filter to the picture at rest; and for the results of a search over
/// N deals (100,000) after each letter. Prints median, 95th of a hundred and most of the wall clock, and what the thread computed
/// of it, in milliseconds. Needs no display.
int runInteract(const std::vector<std::string> &arguments);

} // namespace dealscape::bench
