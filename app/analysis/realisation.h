// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <array>
#include <set>

namespace dealscape::analysis {

/// A scenario in which only part of what was said comes true.
struct Realisation {
    /// The part of each certainty that comes true, from 0 to 1, by slot(certainty).
    std::array<double, 5> share = {1, 1, 1, 1, 1};
    /// Deals whose milestones fail: only what has been paid remains of them.
    std::set<DealId> failing;
};

/// The dataset as it would read then, for every other question to be asked of it again: each part of each value is scaled by
/// the share of its certainty, a value without parts to no less than what has been paid of it, capacities by the share of the whole deal.
/// A deal of which nothing comes true is no longer counted.
/// Unpublished values stay unpublished, open ends stay open. Amounts are rounded to whole dollars and megawatts. Linear.
Dataset realised(const Dataset &dataset, const Realisation &realisation);

} // namespace dealscape::analysis
