// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/funds.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace dealscape::analysis {

namespace {

constexpr std::string_view cash = "cash";
constexpr std::string_view operatingCash = "operating-cash";
constexpr std::string_view revenue = "revenue";

const Claim *newest(const Dataset &dataset, const OrganizationId &organization, std::string_view kind, ClaimUnit unit)
{
    const Claim *found = nullptr;
    for (const Claim &claim : dataset.claims) {
        const bool asked = claim.kind == kind && claim.unit == unit && claim.subject == organization && (claim.low || claim.high);
        if (asked && (!found || found->date < claim.date))
            found = &claim;
    }
    return found;
}

Money clamped(double stated)
{
    const auto most = static_cast<double>(Money::maximum().dollars());
    return Money(std::llround(std::clamp(stated, 0.0, most)));
}

} // namespace

DisclosedFunds disclosedFunds(const Dataset &dataset, const OrganizationId &organization)
{
    const Claim *yearly = newest(dataset, organization, operatingCash, ClaimUnit::DollarsPerYear);
    return {newest(dataset, organization, cash, ClaimUnit::Dollars),
            yearly ? yearly : newest(dataset, organization, revenue, ClaimUnit::DollarsPerYear)};
}

bool tellsFunds(const Claim &claim)
{
    return claim.kind == cash || claim.kind == operatingCash || claim.kind == revenue;
}

Money statedHigh(const Claim &claim)
{
    return clamped(claim.high.value_or(claim.low.value_or(0)));
}

Money statedLow(const Claim &claim)
{
    return clamped(claim.low.value_or(claim.high.value_or(0)));
}

} // namespace dealscape::analysis
