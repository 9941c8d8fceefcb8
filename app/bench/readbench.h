// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dealscape::bench {

/// Time to read and check the embedded dataset beside the time nlohmann/json needs to parse the same bytes, in turns; and how much
/// memory a file of 100,000 deals takes once it is read, beside its size. Prints medians and ratios.
///
///     read [--runs N] [--deals N]
int runRead(const std::vector<std::string> &arguments);

} // namespace dealscape::bench
