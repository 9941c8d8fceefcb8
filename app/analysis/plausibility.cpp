// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/plausibility.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace dealscape::analysis {

namespace {

Money dollars(double amount)
{
    return Money(std::llround(amount));
}

bool buysCapacity(const Deal &deal)
{
    const bool flow = deal.flow == FlowClass::Compute || deal.flow == FlowClass::Sites || deal.flow == FlowClass::Hardware;
    if (!flow || !deal.value.published() || !deal.power || deal.power->capacity <= Power())
        return false;
    const PowerLayer layer = deal.power->layer;
    return layer == PowerLayer::Chips || layer == PowerLayer::Cloud || layer == PowerLayer::Site;
}

std::optional<Money> over(const std::optional<Money> &value, Power capacity)
{
    if (!value)
        return std::nullopt;
    return Money(value->dollars() / capacity.megawatts() * 1000 + value->dollars() % capacity.megawatts() * 1000 / capacity.megawatts());
}

CostVerdict judge(const MoneyRange &price, const std::vector<CostBand> &bands)
{
    if (bands.empty())
        return CostVerdict::NoBands;
    if (price.high && *price.high < std::ranges::min(bands, {}, &CostBand::low).low)
        return CostVerdict::Below;
    return price.at(Bound::Low) > std::ranges::max(bands, {}, &CostBand::high).high ? CostVerdict::Above : CostVerdict::Among;
}

} // namespace

std::vector<CostBand> costBands(const Dataset &dataset)
{
    std::vector<CostBand> bands;
    for (const Claim &claim : dataset.claims) {
        if (claim.unit != ClaimUnit::DollarsPerGigawatt || (!claim.low && !claim.high))
            continue;
        bands.push_back(
            {claim.statement, dollars(*(claim.low ? claim.low : claim.high)), dollars(*(claim.high ? claim.high : claim.low)), claim.id});
    }
    return bands;
}

std::vector<CostRow> costPerGigawatt(const Index &index, std::span<const int> deals)
{
    const std::vector<CostBand> bands = costBands(index.dataset());
    std::vector<CostRow> rows;
    for (const int position : deals) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        if (!buysCapacity(deal))
            continue;
        const MoneyRange price = {over(deal.value.low, deal.power->capacity), over(deal.value.high, deal.power->capacity)};
        rows.push_back({position, deal.power->layer, price, deal.counted(), judge(price, bands)});
    }
    std::ranges::stable_sort(rows, [](const CostRow &a, const CostRow &b) {
        return std::tuple(!a.counted, b.perGigawatt.at(Bound::High)) < std::tuple(!b.counted, a.perGigawatt.at(Bound::High));
    });
    return rows;
}

} // namespace dealscape::analysis
