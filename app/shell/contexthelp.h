// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dealscape::shell {

class MainWindow;

/// Gives every part of the window a few sentences of help, which Shift+F1 and a click, or "What is this?", show where they
/// are about. Every action explains itself by its tip and its keys.
void explainParts(MainWindow &window);

/// Shows the help of the part that has the keyboard; without one, the next click chooses the part.
void explainHere(MainWindow &window);

} // namespace dealscape::shell
