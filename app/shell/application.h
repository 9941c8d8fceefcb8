// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace dealscape::shell {

class EarlyStart;

/// Opens the window on the file that the arguments name, or on the embedded dataset, and runs until it is closed. early
/// is null when a file is named.
int run(QApplication &application, EarlyStart *early);

/// Whether a window can be opened at all here; if not, why not is said in one line on standard error.
bool displayPresent();

} // namespace dealscape::shell
