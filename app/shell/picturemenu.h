// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dealscape::shell {

class MainWindow;

/// Answers the right button and the menu key in the picture: selects what is there and offers what can be done with it, the
/// same actions as in the menus.
void offerPictureMenu(MainWindow &window);

} // namespace dealscape::shell
