// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dealscape::bench {

/// Time from starting a program to its first painted frame, and the memory it is then resident with: Dealscape with the
/// embedded network drawn beside a bare window of Qt Widgets and Qt Charts with the same docks, in turns, so that both meet
/// the same machine. Prints medians and the ratio.
///
///     startup [--runs N] [--program PATH]     PATH is the program to start, by default the dealscape beside this one
int runStartup(const std::vector<std::string> &arguments);

} // namespace dealscape::bench
