// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace dealscape::shell {

class Actions;

/// Gives every part of the window a few sentences of help, which Shift+F1 and a click, or "What is this?", show where they
/// are about. Every action explains itself by its tip and its keys.
void explainParts(QWidget &window, const Actions &actions);

/// Shows the help of the part that has the keyboard; without one, the next click chooses the part.
void explainHere(QWidget &window);

} // namespace dealscape::shell
