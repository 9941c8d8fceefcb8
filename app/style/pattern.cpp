// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/pattern.h"

namespace dealscape::style {

std::optional<Pattern> patternOf(ThemeKind theme, Family family, double width)
{
    constexpr double least = 5;
    constexpr double thin = 0.32;
    constexpr double stroke = 1.4;
    constexpr double apart = 4.6;
    if (theme != ThemeKind::Print || width < least)
        return std::nullopt;
    switch (family) {
    case Family::Compute:
        break;
    case Family::Capital:
        return Pattern{thin * width, {}, false};
    case Family::Hardware:
        return Pattern{width + 1, {stroke / (width + 1), apart / (width + 1)}, false};
    case Family::Energy:
        return Pattern{0.5 * width, {0.01, 2.4}, true};
    case Family::Licence:
        return Pattern{thin * width, {4, 3}, false};
    }
    return std::nullopt;
}

} // namespace dealscape::style
