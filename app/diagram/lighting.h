// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/picturejob.h"
#include "paint/painter.h"

#include <QString>

#include <vector>

namespace dealscape::diagram {

/// The mark that stands for a selection: a node, a ribbon, or the lane of a deal whose ribbon is opened.
drawing::Target targetOf(const document::Placed &placed, const document::Selection &selection, const std::set<int> &openedEdges);

/// What a mark selects; nothing for parts of the legend.
document::Selection selectionOf(const document::Placed &placed, drawing::Target target);

/// What stands out while the pointer is over one mark: a node lights its neighbours, a row of the legend its category. Without that a
/// selection lights its neighbourhood, and the rest fades gently; a lit trail keeps its own light.
paint::Emphasis emphasis(const document::Placed &placed, drawing::Target hovered, drawing::Target selected);

/// Whether pointing at this fades what has nothing to do with it.
bool fades(drawing::Target target);

/// Whether a selection fades what has nothing to do with it.
bool fadesBeside(const document::Placed &placed, drawing::Target selected);

/// What is told beside the pointer of a disc or a ribbon, in two lines of plain text: what it is, and its figures. Empty for other marks.
QString tipOf(const document::Placed &placed, drawing::Target target);

/// What is said of a mark that is pointed at; empty for nothing.
QString sentenceOf(const document::Placed &placed, drawing::Target target);

/// Lights the ribbons of deals, by their positions in the dataset, when the pointer itself lights nothing.
void lightDeals(paint::Emphasis &light, const document::Placed &placed, const std::vector<int> &deals);

/// What stands out while a set of organisations is told about: they and the ribbons between them. None of them in view lights
/// everything.
paint::Emphasis spotlight(const document::Placed &placed, const std::vector<OrganizationId> &lit, drawing::Target selected);

} // namespace dealscape::diagram
