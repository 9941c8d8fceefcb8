// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dealscape::diagram {
class DiagramView;
} // namespace dealscape::diagram

namespace dealscape::shell {

class Actions;

/// Answers the right button and the menu key in the picture: selects what is there and offers what can be done with it, the
/// same actions as in the menus.
void offerPictureMenu(diagram::DiagramView &diagram, const Actions &actions);

} // namespace dealscape::shell
