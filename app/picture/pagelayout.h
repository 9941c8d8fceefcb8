// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/network.h"
#include "picture/chrome.h"
#include "picture/legend.h"
#include "picture/strip.h"
#include "style/text.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace dealscape::picture {

/// Measures of the parts around the network that both their shares and their drawing need, in logical pixels.
struct Measures {
    static constexpr double titleLine = 28;
    static constexpr double titleGap = 2;
    static constexpr double smallLine = 16;
    static constexpr double asOfLine = 20;
    static constexpr double pillHeight = 24;
};

struct Words {
    QString text;
    style::FontRole font = style::FontRole::Small;
};

/// Content of a picture's parts and the frames they were given.
struct PageLayout {
    /// The parts that were not left out for want of room.
    Parts parts;
    Frames frames;
    QStringList titleLines;
    std::vector<Words> titleSmall;
    StripTable strip;
    int stripRows = 0;
    Notes notes = Notes::Kept;
    std::vector<Words> asOf;
    std::vector<Words> trail;
    QStringList footerLines;
    /// What a page ends on, at the right of its footer; empty in a window.
    QString signature;
    std::optional<LegendPlan> legend;
};

PageLayout arrange(const Index &index, const Perspective &perspective, const network::Network &network, const Style &style,
                   Scaling scaling);

} // namespace dealscape::picture
