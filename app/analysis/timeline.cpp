// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/timeline.h"

#include <algorithm>

namespace dealscape::analysis {

namespace {

template <class Amount, class Measured>
std::vector<TimelinePoint<Amount>> steps(const Index &index, std::span<const int> deals, Measured measure, const Party &party)
{
    std::vector<int> chosen;
    for (const int position : deals) {
        const Deal &deal = dealAt(index, position);
        if (deal.counted() && belongs(deal, measure) && concerns(deal, party))
            chosen.push_back(position);
    }
    const auto announced = [&](int position) { return dealAt(index, position).announced; };
    std::ranges::stable_sort(chosen, {}, announced);
    std::vector<TimelinePoint<Amount>> points;
    for (const int position : chosen) {
        if (points.empty() || points.back().date != announced(position)) {
            TimelinePoint<Amount> next = points.empty() ? TimelinePoint<Amount>() : points.back();
            next.date = announced(position);
            next.deals.clear();
            points.push_back(std::move(next));
        }
        TimelinePoint<Amount> &point = points.back();
        point.deals.push_back(position);
        point.total += amountOf(dealAt(index, position), Amount());
        addByCertainty(point.cumulative, dealAt(index, position));
    }
    return points;
}

} // namespace

std::vector<TimelinePoint<Money>> timeline(const Index &index, std::span<const int> deals, FlowClass flow, const Party &party)
{
    return steps<Money>(index, deals, flow, party);
}

std::vector<TimelinePoint<Power>> timeline(const Index &index, std::span<const int> deals, PowerLayer layer, const Party &party)
{
    return steps<Power>(index, deals, layer, party);
}

} // namespace dealscape::analysis
