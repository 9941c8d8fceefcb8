// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dealscape::diagram {

class DiagramView;

/// What assistive technology sees of a diagram: a list of the nodes and edges in view, each with a spoken name, its box on
/// the screen, a selected state and an action that selects it. Nodes come first, in the order of the network.

/// Registers the diagram with Qt's accessibility; cheap when repeated.
void installSpokenDiagram();
/// To be called when the marks in view were replaced, and when the selection moved.
void spokenNetworkChanged(DiagramView *diagram);
void spokenFocusChanged(DiagramView *diagram);

} // namespace dealscape::diagram
