// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/money.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dealscape::analysis {

/// A published estimate of what a gigawatt costs, and what it includes.
struct CostBand {
    std::string scope;
    Money low;
    Money high;
    /// The claim it comes from.
    ClaimId claim;

    friend bool operator==(const CostBand &, const CostBand &) = default;
};

/// The dataset's claims in dollars per gigawatt, in its order: nothing is assumed that the file gives no source for.
std::vector<CostBand> costBands(const Dataset &dataset);

/// Where a price lies among the bands: all of it below the cheapest, all of it above the dearest, or neither; or there are none.
enum class CostVerdict { Below, Among, Above, NoBands };

/// What a deal pays for a gigawatt, with the same open ends as its value.
struct CostRow {
    int deal = 0;
    PowerLayer layer = PowerLayer::Site;
    MoneyRange perGigawatt;
    bool counted = true;
    CostVerdict verdict = CostVerdict::Among;

    friend bool operator==(const CostRow &, const CostRow &) = default;
};

/// Value over capacity of every deal that states both and buys capacity with it: compute, sites or hardware, at the chips,
/// cloud or site layer. Money put into a company's shares buys no capacity and is left out. Counted records
/// first, then dearest first by the high bound. Quotients are rounded down to whole dollars.
std::vector<CostRow> costPerGigawatt(const Index &index, std::span<const int> deals);

} // namespace dealscape::analysis
