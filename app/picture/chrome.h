// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/network.h"
#include "picture/compose.h"

#include <QRectF>

#include <vector>

namespace dealscape::picture {

/// By how much the network's discs and strokes are magnified, so that the keys of the legend keep to them.
struct Scaling {
    double discs = 1;
    double strokes = 1;
};

/// Where the parts of a picture stand, in logical pixels. A part that is switched off or finds no room has an empty
/// rectangle; the others overlap neither one another nor the plot, and all lie inside the picture.
struct Frames {
    QRectF title;
    QRectF strip;
    /// Bounds, as-of date and what is not added: at the right of the strip. Empty when folded into the title.
    QRectF asOf;
    QRectF legend;
    /// Numbered sources: at the right of pictures at least 1240 wide, at the foot of narrower pages.
    QRectF sources;
    /// What is lit and what can be said of it, above the plot.
    QRectF trail;
    /// Sentence at the left, hidden labels at the right.
    QRectF footer;
    QRectF plot;
};

/// Shares out a picture. The plot is what plotArea() gives. In a narrow picture the lines at the right move under the
/// title, then the strip below it, then the legend to the bottom in several columns; what would leave no room for the
/// network is left out, first the legend, then the strip, then the title. Linear in the deals.
Frames frames(const Index &index, const Perspective &perspective, const network::Network &network, const Style &style);

/// Everything around the network: title, strip, legend, sources, sentence and the count of labels that found no room.
/// Rows of the legend carry a target: Layer with the position in Dataset::layers, Family and Certainty with the value.
/// An empty network is replaced by words that say what to do.
std::vector<drawing::ChromeMark> chrome(const Index &index, const Perspective &perspective, const network::Network &network,
                                        const Style &style, int hiddenLabels, Scaling scaling = {});

} // namespace dealscape::picture
