// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/power.h"

#include <array>
#include <optional>

namespace dealscape {

struct Dataset;

/// The amounts from which a ribbon is drawn in the second, third, fourth and fifth width, rising; below the first it has the thinnest.
template <class Amount>
using Thresholds = std::array<Amount, 4>;

/// How amounts become widths of ribbons and areas of discs in every picture of a dataset, whatever is filtered. The defaults are those of
/// a dataset that states no amount.
struct Scales {
    Thresholds<Money> value = {Money::billions(5), Money::billions(20), Money::billions(75), Money::billions(200)};
    Thresholds<Power> power = {Power(250), Power(750), Power(2500), Power(5000)};
    /// Money in and out that a disc 47 logical pixels across stands for; above zero.
    Money area = Money::billions(100);

    friend bool operator==(const Scales &, const Scales &) = default;
};

/// The scales that a file fixes; what is absent follows from the data.
struct FixedScales {
    std::optional<Thresholds<Money>> value;
    std::optional<Thresholds<Power>> power;
    std::optional<Money> area;

    friend bool operator==(const FixedScales &, const FixedScales &) = default;
};

/// The scales of a dataset: those that it fixes, and for the others round numbers (1, 2 or 5 times a power of ten) from the counted deals.
/// Thresholds of widths stand at 30, 60, 82 and 94 % of the different amounts, moved so that of five or more amounts a step apart each
/// width is in use; amounts that are all alike have the third. The area is such that the largest disc is at most 140 logical pixels
/// across and all of them together cover no more than 25,000 pi square pixels. Linear in the deals.
Scales scalesOf(const Dataset &dataset);

} // namespace dealscape
