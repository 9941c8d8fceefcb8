// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "domain/dataset.h"

#include <array>
#include <span>

namespace dealscape::analysis {

/// How many of each there are.
struct Counts {
    /// Organisations at an end of a deal's edge.
    int organizations = 0;
    int deals = 0;
    /// Ribbons of a diagram: ordered pairs of organisations and families between which there is a deal.
    int edges = 0;
    int sources = 0;
    int claims = 0;
    int groups = 0;

    friend bool operator==(const Counts &, const Counts &) = default;
};

/// Everything in the file, whether a deal uses it or not.
Counts countsOf(const Dataset &dataset);

/// What the deals touch: their ends, sources and overlap groups. claims are those about an organisation that is touched,
/// or about none.
Counts countsOf(const Index &index, std::span<const int> deals);

/// One flow class or one power layer. counted holds records that count once, whatever their certainty, and equals
/// the sum of byCertainty at both bounds; gross holds every record given, counted or not, so the same money
/// may be in it several times.
template <class Amount>
struct TotalOf {
    ByCertainty<Amount> byCertainty;
    SumOf<Amount> counted;
    SumOf<Amount> gross;

    friend bool operator==(const TotalOf &, const TotalOf &) = default;
};

using FlowTotal = TotalOf<Money>;
using PowerTotal = TotalOf<Power>;

/// The sums of a selection, one for each flow class and each counted power layer. There is deliberately no grand total.
/// For a gross worth its name the selection must include uncounted records (Filter::countedOnly off).
struct Summary {
    Counts counts;
    std::array<FlowTotal, flowCount> flows;
    std::array<PowerTotal, powerLayerCount> power;
    /// Counted deals without a published value, and those without a capacity that is counted.
    int withoutValue = 0;
    int withoutCapacity = 0;

    const FlowTotal &operator[](FlowClass flow) const { return flows[slot(flow)]; }
    const PowerTotal &operator[](PowerLayer layer) const { return power[slot(layer)]; }
    friend bool operator==(const Summary &, const Summary &) = default;
};

/// Linear in the deals and their sources.
Summary summarize(const Index &index, std::span<const int> deals);

} // namespace dealscape::analysis
