// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/concentration.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace dealscape::analysis {

namespace {

double squaredShares(std::span<const double> amounts)
{
    const double total = std::accumulate(amounts.begin(), amounts.end(), 0.0);
    if (total <= 0)
        return 0;
    double sum = 0;
    for (const double amount : amounts)
        sum += (amount / total) * (amount / total);
    return sum;
}

/// The end whose share a deal adds to: the payer or the payee, and always the one that is not the subject.
const OrganizationId &holder(const Deal &deal, const Party &party)
{
    const bool paid = party.direction == Direction::In;
    return paid != party.subject.has_value() ? *deal.payee : *deal.payer;
}

} // namespace

double herfindahl(std::span<const double> amounts)
{
    return 10'000 * squaredShares(amounts);
}

double effectiveNumber(std::span<const double> amounts)
{
    const double sum = squaredShares(amounts);
    return sum > 0 ? 1 / sum : 0;
}

ConcentrationLevel concentrationLevel(double herfindahl)
{
    if (herfindahl > 1800)
        return ConcentrationLevel::High;
    return herfindahl > 1000 ? ConcentrationLevel::Moderate : ConcentrationLevel::Low;
}

Concentration concentration(const Index &index, std::span<const int> deals, FlowClass flow, const Party &party, Bound bound)
{
    const Party asked = {party.subject, party.direction == Direction::In ? Direction::In : Direction::Out};
    Concentration result;
    std::map<int, PartnerShare> partners;
    for (const int position : deals) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        if (!deal.counted() || deal.flow != flow || !deal.moneyDirectionKnown() || !concerns(deal, asked))
            continue;
        const int organization = index.position(holder(deal, asked));
        PartnerShare &partner = partners[organization];
        partner.organization = organization;
        partner.amount += deal.value.at(bound);
        partner.unpublished += !deal.value.published();
    }
    std::vector<double> amounts;
    for (const auto &[organization, partner] : partners) {
        result.shares.push_back(partner);
        result.total += partner.amount;
        result.unpublished += partner.unpublished;
        amounts.push_back(static_cast<double>(partner.amount.dollars()));
    }
    for (PartnerShare &share : result.shares)
        if (result.total > Money())
            share.share = static_cast<double>(share.amount.dollars()) / static_cast<double>(result.total.dollars());
    std::ranges::stable_sort(result.shares, std::greater<>(), &PartnerShare::amount);
    result.herfindahl = herfindahl(amounts);
    result.effectivePartners = effectiveNumber(amounts);
    return result;
}

} // namespace dealscape::analysis
