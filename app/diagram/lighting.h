// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/picturejob.h"
#include "view/painter.h"

#include <QString>

#include <vector>

namespace dealscape::diagram {

/// The mark that stands for a selection: a node, a ribbon, or the lane of a deal whose ribbon is opened.
view::Target targetOf(const document::Placed &placed, const document::Selection &selection, const std::set<int> &openedEdges);

/// What a mark selects; nothing for parts of the legend.
document::Selection selectionOf(const document::Placed &placed, view::Target target);

/// What stands out while the pointer is over one mark: a node lights its neighbours, a row of the legend its category. Without that a
/// selection lights its neighbourhood, and the rest fades gently; a lit trail keeps its own light.
view::Emphasis emphasis(const document::Placed &placed, view::Target hovered, view::Target selected);

/// Whether pointing at this fades what has nothing to do with it.
bool fades(view::Target target);

/// Whether a selection fades what has nothing to do with it.
bool fadesBeside(const document::Placed &placed, view::Target selected);

/// What is told beside the pointer of a disc or a ribbon, in two lines of plain text: what it is, and its figures. Empty for other marks.
QString tipOf(const document::Placed &placed, view::Target target);

/// What is said of a mark that is pointed at; empty for nothing.
QString sentenceOf(const document::Placed &placed, view::Target target);

/// Lights the ribbons of deals, by their positions in the dataset, when the pointer itself lights nothing.
void lightDeals(view::Emphasis &light, const document::Placed &placed, const std::vector<int> &deals);

/// What stands out while a set of organisations is told about: they and the ribbons between them. None of them in view lights
/// everything.
view::Emphasis spotlight(const document::Placed &placed, const std::vector<OrganizationId> &lit, view::Target selected);

} // namespace dealscape::diagram
