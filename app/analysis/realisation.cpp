// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/realisation.h"

#include "analysis/amounts.h"

#include <algorithm>
#include <cmath>

namespace dealscape::analysis {

namespace {

using Shares = std::array<double, 5>;

std::optional<Money> scaled(const std::optional<Money> &amount, double share)
{
    return amount ? std::optional(Money(std::llround(static_cast<double>(amount->dollars()) * share))) : std::nullopt;
}

MoneyRange scaled(const MoneyRange &range, double share)
{
    return {scaled(range.low, share), scaled(range.high, share)};
}

/// What has been paid does not come undone.
MoneyRange noLessThan(MoneyRange range, Money paid)
{
    if (range.low)
        range.low = std::max(*range.low, paid);
    if (range.high && *range.high < paid)
        range = MoneyRange::exactly(paid);
    return range;
}

void add(std::optional<Money> &sum, const std::optional<Money> &amount)
{
    if (amount)
        sum = sum.value_or(Money()) + *amount;
}

/// The shares that hold for one deal.
Shares sharesOf(const Deal &deal, const Realisation &realisation)
{
    Shares shares = realisation.share;
    for (double &share : shares)
        share = std::clamp(share, 0.0, 1.0);
    if (realisation.failing.contains(deal.id))
        for (std::size_t i = 0; i < shares.size(); ++i)
            shares[i] = i == slot(Certainty::Paid) ? shares[i] : 0;
    return shares;
}

void scaleParts(Deal &deal, const Shares &shares)
{
    MoneyRange sum;
    for (CertaintyPart &part : deal.parts) {
        part.value = scaled(part.value, shares[slot(part.certainty)]);
        add(sum.low, part.value.low);
        add(sum.high, part.value.high);
    }
    deal.value = {deal.value.low ? sum.low : std::nullopt, deal.value.high ? sum.high : std::nullopt};
}

bool anythingLeft(const Deal &deal, const Shares &shares)
{
    if (deal.parts.empty())
        return shares[slot(deal.certainty)] > 0 || (deal.value.published() && deal.paid.value_or(Money()) > Money());
    return std::ranges::any_of(deal.parts, [&](const CertaintyPart &part) { return shares[slot(part.certainty)] > 0; });
}

void realise(Deal &deal, const Shares &shares)
{
    const double whole = shares[slot(deal.certainty)];
    if (!anythingLeft(deal, shares))
        deal.overlap.counted = false;
    if (deal.parts.empty())
        deal.value = noLessThan(scaled(deal.value, whole), deal.paid.value_or(Money()));
    else
        scaleParts(deal, shares);
    if (deal.power)
        deal.power->capacity = Power(std::llround(static_cast<double>(deal.power->capacity.megawatts()) * whole));
}

} // namespace

Dataset realised(const Dataset &dataset, const Realisation &realisation)
{
    Dataset result = dataset;
    for (Deal &deal : result.deals) {
        const Shares shares = sharesOf(deal, realisation);
        if (std::ranges::any_of(shares, [](double share) { return share < 1; }))
            realise(deal, shares);
    }
    return result;
}

} // namespace dealscape::analysis
