// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/runway.h"

#include "analysis/funds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace dealscape::analysis {

namespace {

constexpr std::array payments = {FlowClass::Compute, FlowClass::Sites, FlowClass::Hardware, FlowClass::Energy};

struct Obligations {
    std::map<int, Sum> years;
    std::vector<Unscheduled> unscheduled;
    std::vector<int> assumed;
};

Obligations statedObligations(const Index &index, std::span<const int> deals, const OrganizationId &organization)
{
    Obligations result;
    for (const FlowClass flow : payments) {
        const Schedule<Money> part = schedule(index, deals, flow, {organization, Direction::Out});
        for (const ScheduleYear<Money> &year : part.years)
            result.years[year.year] += year.total;
        result.unscheduled.insert(result.unscheduled.end(), part.unscheduled.begin(), part.unscheduled.end());
    }
    std::ranges::sort(result.unscheduled, {}, &Unscheduled::deal);
    return result;
}

Term assumedTerm(const Deal &deal, int years)
{
    if (deal.term.end && !deal.term.start)
        return {*deal.term.end - years + 1, *deal.term.end};
    const int start = deal.term.start.value_or(deal.announced.year);
    return {start, start + years - 1};
}

Obligations obligationsOf(const Index &index, std::span<const int> deals, const OrganizationId &organization,
                          const Assumptions &assumptions)
{
    Obligations stated = statedObligations(index, deals, organization);
    if (assumptions.termYears <= 0)
        return stated;
    Dataset dated;
    dated.organizations = index.dataset().organizations;
    dated.deals = index.dataset().deals;
    std::vector<int> assumed;
    for (const Unscheduled &left : stated.unscheduled) {
        const Deal &deal = index.dataset().deals[at(left.deal)];
        if (left.why != WhyUnscheduled::NoTerm || !deal.value.published())
            continue;
        dated.deals[at(left.deal)].term = assumedTerm(deal, std::min(assumptions.termYears, longestTerm));
        assumed.push_back(left.deal);
    }
    if (assumed.empty())
        return stated;
    stated = statedObligations(Index(dated), deals, organization);
    stated.assumed = std::move(assumed);
    return stated;
}

void addRevenue(FundsYear &year, const Claim &claim, double growth)
{
    year.revenue = year.year >= claim.date.year ? statedHigh(claim) : statedLow(claim);
    if (year.year > claim.date.year && growth != 0) {
        constexpr double most = 1e18;
        const double grown = static_cast<double>(year.revenue.dollars()) * std::pow(std::max(0.0, 1 + growth), year.year - claim.date.year);
        year.revenue = Money(static_cast<std::int64_t>(std::min(most, grown)));
    }
    year.revenueClaim = claim.id;
}

/// Capital that comes in later is told by its deals, and may already be in the cash: only one of the two is taken.
void addCash(std::vector<FundsYear> &path, const Claim &claim)
{
    const auto since = std::ranges::find_if(path, [&](const FundsYear &year) { return year.year >= claim.date.year; });
    if (since == path.end() || std::any_of(since, path.end(), [](const FundsYear &year) { return !year.fundingDeals.empty(); }))
        return;
    since->funding = statedHigh(claim);
    since->cashClaim = claim.id;
}

/// A copy in which capital without a term falls due in the year it was announced.
Dataset withYears(const Dataset &dataset)
{
    Dataset copy;
    copy.organizations = dataset.organizations;
    copy.deals = dataset.deals;
    for (Deal &deal : copy.deals)
        if (!deal.term.start || !deal.term.end)
            deal.term = {deal.announced.year, deal.announced.year};
    return copy;
}

std::map<int, ScheduleYear<Money>> fundingOf(const Index &index, std::span<const int> deals, const OrganizationId &organization)
{
    const Dataset dated = withYears(index.dataset());
    std::map<int, ScheduleYear<Money>> years;
    for (ScheduleYear<Money> &year : schedule(Index(dated), deals, FlowClass::Capital, {organization, Direction::In}).years)
        years[year.year] = std::move(year);
    return years;
}

/// Adds one year to what is missing so far.
Money gapAfter(Money before, Money due, Money funds, Surplus surplus)
{
    const Money missing = due - funds;
    return surplus == Surplus::Carried ? before + missing : before + std::max(Money(), missing);
}

} // namespace

std::vector<FundsYear> suggestedFunds(const Index &index, std::span<const int> deals, const OrganizationId &organization, Bound bound,
                                      const Assumptions &assumptions)
{
    const Obligations due = obligationsOf(index, deals, organization, assumptions);
    if (due.years.empty())
        return {};
    auto funding = fundingOf(index, deals, organization);
    const DisclosedFunds known = disclosedFunds(index.dataset(), organization);
    std::vector<FundsYear> path;
    for (int year = due.years.begin()->first; year <= due.years.rbegin()->first; ++year) {
        FundsYear funds;
        funds.year = year;
        if (known.yearly)
            addRevenue(funds, *known.yearly, assumptions.growth);
        if (const auto found = funding.find(year); found != funding.end()) {
            funds.funding = found->second.total.at(bound);
            funds.fundingDeals = std::move(found->second.deals);
        }
        path.push_back(std::move(funds));
    }
    if (known.cash)
        addCash(path, *known.cash);
    return path;
}

Runway runway(const Index &index, std::span<const int> deals, const OrganizationId &organization, std::span<const FundsYear> funds,
              Surplus surplus, const Assumptions &assumptions)
{
    Obligations due = obligationsOf(index, deals, organization, assumptions);
    std::map<int, Money> available;
    for (const FundsYear &year : funds) {
        available[year.year] += year.revenue + year.funding;
        due.years.try_emplace(year.year);
    }
    Runway result;
    result.unscheduled = std::move(due.unscheduled);
    result.assumed = std::move(due.assumed);
    Money low;
    Money high;
    for (const auto &[year, obligations] : due.years) {
        const Money in = available[year];
        const Money savedLow = surplus == Surplus::Carried ? low : Money();
        const Money savedHigh = surplus == Surplus::Carried ? high : Money();
        if (!result.firstShortLow && obligations.low + savedLow > in)
            result.firstShortLow = year;
        if (!result.firstShortHigh && obligations.high + savedHigh > in)
            result.firstShortHigh = year;
        low = gapAfter(low, obligations.low, in, surplus);
        high = gapAfter(high, obligations.high, in, surplus);
        result.years.push_back({year, obligations, in, low, high});
    }
    return result;
}

PowerRunway powerRunway(const Index &index, std::span<const int> deals, PowerLayer layer, const Party &party, Power running,
                        Power builtPerYear)
{
    Schedule<Power> needed = schedule(index, deals, layer, party);
    PowerRunway result;
    result.unscheduled = std::move(needed.unscheduled);
    Power available = running;
    for (const ScheduleYear<Power> &year : needed.years) {
        available += builtPerYear;
        result.years.push_back({year.year, year.total.high, available});
        if (!result.firstShort && year.total.high > available)
            result.firstShort = year.year;
    }
    return result;
}

} // namespace dealscape::analysis
