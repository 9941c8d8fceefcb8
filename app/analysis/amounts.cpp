// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/amounts.h"

namespace dealscape::analysis {

bool belongs(const Deal &deal, FlowClass flow)
{
    return deal.flow == flow;
}

bool belongs(const Deal &deal, PowerLayer layer)
{
    return deal.power && deal.power->layer == layer;
}

Sum moneyOf(const Deal &deal)
{
    if (!deal.value.published())
        return {Money(), Money(), 0, 1};
    return {deal.value.at(Bound::Low), deal.value.at(Bound::High), 1, 0};
}

Sum moneyOf(const Deal &deal, Settled settled)
{
    const auto asked = [&](Certainty certainty) {
        return certainty != Certainty::Cancelled && (certainty == Certainty::Paid) == (settled == Settled::Paid);
    };
    Sum sum;
    if (!deal.value.published()) {
        sum.unpublished = asked(deal.certainty);
        return sum;
    }
    for (const CertaintyPart &part : partsOf(deal)) {
        if (!asked(part.certainty))
            continue;
        sum.low += part.value.at(Bound::Low);
        sum.high += part.value.at(Bound::High);
        sum.deals = 1;
    }
    return sum;
}

PowerSum powerOf(const Deal &deal)
{
    if (!deal.power)
        return {Power(), Power(), 0, 1};
    return {deal.power->capacity, deal.power->capacity, 1, 0};
}

void addByCertainty(ByCertainty<Money> &sums, const Deal &deal)
{
    if (!deal.value.published()) {
        ++sums[slot(deal.certainty)].unpublished;
        return;
    }
    if (deal.parts.empty())
        sums[slot(deal.certainty)] += moneyOf(deal);
    for (const CertaintyPart &part : deal.parts)
        sums[slot(part.certainty)] += Sum{part.value.at(Bound::Low), part.value.at(Bound::High), 1, 0};
}

void addByCertainty(ByCertainty<Power> &sums, const Deal &deal)
{
    sums[slot(deal.certainty)] += powerOf(deal);
}

} // namespace dealscape::analysis
