// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "analysis/party.h"
#include "domain/dataset.h"
#include "domain/date.h"

#include <span>
#include <vector>

namespace dealscape::analysis {

/// A date on which something was announced: the deals of that date, and everything announced until then.
template <class Amount>
struct TimelinePoint {
    Date date;
    std::vector<int> deals;
    ByCertainty<Amount> cumulative;
    /// As cumulative, whatever the certainty; a deal in parts counts once in `deals`.
    SumOf<Amount> total;

    friend bool operator==(const TimelinePoint &, const TimelinePoint &) = default;
};

/// The party's counted deals of one flow class or power layer by the date they were announced, oldest first, each
/// date once. Certainty is today's: a deal that has since been paid is paid from the day it was announced. A date
/// known to the month or year stands at its first day. Deals without an amount raise only `unpublished`.
std::vector<TimelinePoint<Money>> timeline(const Index &index, std::span<const int> deals, FlowClass flow, const Party &party = {});
std::vector<TimelinePoint<Power>> timeline(const Index &index, std::span<const int> deals, PowerLayer layer, const Party &party = {});

} // namespace dealscape::analysis
