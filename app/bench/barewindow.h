// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dealscape::bench {

/// Shows an empty main window with menus, a tool bar, two docks and an empty chart, says "first frame" on standard error
/// once the chart was painted, and runs until it is ended from outside.
int runBareWindow();

} // namespace dealscape::bench
