// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "view/chrome.h"
#include "view/legend.h"
#include "view/strip.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace dealscape::view {

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
    FontRole font = FontRole::Small;
};

/// Content of a picture's parts and the frames they were given.
struct Arrangement {
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

Arrangement arrange(const Index &index, const Perspective &perspective, const Network &network, const Style &style, Scaling scaling);

} // namespace dealscape::view
