// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace dealscape::shell {

/// Opens the window on a file, or on the embedded dataset, and runs until it is closed. The embedded dataset is read in
/// another thread while the toolkit starts, so call beginReading() first thing.
void beginReading();
int run(QApplication &application);

/// Whether a window can be opened at all here; if not, why not is said in one line on standard error.
bool displayPresent();

} // namespace dealscape::shell
