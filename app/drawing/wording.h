// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/edges.h"

#include <QString>

#include <vector>

namespace dealscape::drawing {

/// One way to say an amount: the strong part, what follows it in the second text colour with its separators, and the numbers
/// of its sources, small and raised.
struct Wording {
    QString strong;
    QString rest;
    QString raised = {};

    QString text() const { return strong + rest; }
};

/// The wordings of a ribbon's label from the longest to the shortest, which lose parts from the right:
/// "$300B · 4.5 GW", "$60B · 50 paid", "? · 1.2 GW"; with the power lens "4.5 GW · $300B", and capital, which has no
/// power, as a plain "$30B". Empty when there is nothing to say.
std::vector<Wording> wordingsOf(Lens lens, const Flow &flow);

/// How much a ribbon's label says, for the order in which labels look for places: published amounts of the lens come first, by
/// size at the high bound, then the others by what else is known. Between 0 and 1e6.
double weightOf(Lens lens, const Flow &flow);

inline constexpr double labelPadding = 4;
inline constexpr double labelHeight = 18;
/// Height of a badge, and its width up to two digits.
inline constexpr double badgeSize = 16;
/// Width of the badge that shows a number.
double badgeWidth(int number);
inline constexpr double badgeGap = 4;
inline constexpr double raisedGap = 1;

/// Width of a wording as a label with its padding and, if it counts deals, its badge.
double labelWidthOf(const Wording &wording, int badge);
/// Width of the longest wording of a merged ribbon; 0 when there is nothing to say.
double labelWidthOf(Lens lens, const Flow &flow);

/// The number in the badge of a merged ribbon; 0 for none: with one deal, or where the label itself counts the deals.
int badgeOf(Lens lens, const Flow &flow);

} // namespace dealscape::drawing
