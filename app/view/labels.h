// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "view/drawing.h"
#include "view/edges.h"
#include "view/network.h"
#include "view/nodes.h"
#include "view/theme.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace dealscape::view {

/// One way to say an amount: the strong part, and what follows it in the second text colour with its separators.
struct Wording {
    QString strong;
    QString rest;

    QString text() const { return strong + rest; }
};

/// The wordings of a ribbon's label from the longest to the shortest, which lose parts from the right:
/// "$300B · 4.5 GW", "$60B · 50 paid", "? · 1.2 GW"; with the power lens "4.5 GW · $300B", and capital, which has no
/// power, as a plain "$30B". Empty when there is nothing to say.
std::vector<Wording> wordingsOf(Lens lens, const Flow &flow);

/// Width of the longest wording as a label with its padding and badge; 0 without one.
double labelWidthOf(Lens lens, const Flow &flow);

/// All that decides where labels go.
struct LabelScene {
    const Index &index;
    const Network &network;
    const Theme &theme;
    Lens lens = Lens::Value;
    /// Every label lies in it.
    QRectF frame;
    /// Chrome that lies over the frame.
    std::vector<QRectF> taken;
    const std::vector<NodeMark> &nodes;
    const std::vector<HullMark> &hulls;
    const Drawing *previous = nullptr;
};

/// Names, umbrella names and amounts, placed by one occupancy index in order of importance: names by turnover and deals,
/// then umbrellas, then amounts by size. Ribbons of grade 3 and up are cut round their own label, thin ones too.
/// Labels avoid each other, discs, arrowheads and what is taken always, and foreign ribbons where they can.
std::vector<LabelMark> placeLabels(const LabelScene &scene, Edges &edges);

} // namespace dealscape::view
