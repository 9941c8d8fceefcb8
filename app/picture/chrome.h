// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/drawing.h"
#include "network/network.h"
#include "picture/page.h"

#include <vector>

namespace dealscape::picture {

/// Everything around the network: title, strip, legend, sources, sentence and the count of labels that found no room.
/// Rows of the legend carry a target: Layer with the position in Dataset::layers, Family and Certainty with the value.
/// An empty network is replaced by words that say what to do.
std::vector<drawing::ChromeMark> chrome(const Index &index, const network::Network &network, const Page &page, style::ThemeKind theme,
                                        int hiddenLabels, Scaling scaling = {});

} // namespace dealscape::picture
