// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/schedule.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <type_traits>
#include <utility>

namespace dealscape::analysis {

namespace {

/// The share of the i-th of n years when a whole number is spread as evenly as whole numbers allow.
std::int64_t shareOf(std::int64_t whole, int n, int i)
{
    return whole / n + (i < whole % n ? 1 : 0);
}

Money shareOf(Money whole, int n, int i)
{
    return Money(shareOf(whole.dollars(), n, i));
}

Power shareOf(Power whole, int n, int i)
{
    return Power(shareOf(whole.megawatts(), n, i));
}

template <class Amount>
SumOf<Amount> shareOf(const SumOf<Amount> &whole, int n, int i)
{
    return {shareOf(whole.low, n, i), shareOf(whole.high, n, i), whole.deals, whole.unpublished};
}

bool hasTerm(const Deal &deal)
{
    const Term &term = deal.term;
    if (!term.start || !term.end || *term.start > *term.end)
        return false;
    return static_cast<std::int64_t>(*term.end) - *term.start < longestTerm;
}

bool tooLong(const Deal &deal)
{
    return deal.term.start && deal.term.end && *deal.term.end >= *deal.term.start + std::int64_t(longestTerm);
}

/// The years over which a deal is spread.
int yearsOf(const Deal &deal, Money)
{
    const bool lent = deal.kind == DealKind::Loan || deal.kind == DealKind::ProjectFinance;
    return lent ? 1 : *deal.term.end - *deal.term.start + 1;
}

int yearsOf(const Deal &deal, Power)
{
    return *deal.term.end - *deal.term.start + 1;
}

template <class Amount>
using Years = std::map<int, ScheduleYear<Amount>>;

template <class Amount>
void spread(Years<Amount> &years, const Deal &deal, int position)
{
    ByCertainty<Amount> parts;
    addByCertainty(parts, deal);
    const int first = *deal.term.start;
    const int count = yearsOf(deal, Amount());
    for (int i = 0; i < count; ++i) {
        ScheduleYear<Amount> &year = years[first + i];
        SumOf<Amount> sum;
        for (std::size_t c = 0; c < parts.size(); ++c) {
            const SumOf<Amount> share = shareOf(parts[c], count, i);
            year.byCertainty[c] += share;
            sum += share;
        }
        sum.deals = 1;
        year.total += sum;
        year.deals.push_back(position);
    }
}

template <class Amount>
std::vector<ScheduleYear<Amount>> withoutGaps(Years<Amount> &&years)
{
    std::vector<ScheduleYear<Amount>> rows;
    if (years.empty())
        return rows;
    for (int year = years.begin()->first; year <= years.rbegin()->first; ++year) {
        rows.push_back(std::move(years[year]));
        rows.back().year = year;
    }
    return rows;
}

template <class Amount, class Measured>
Schedule<Amount> build(const Index &index, std::span<const int> deals, Measured measure, const Party &party)
{
    Schedule<Amount> result;
    Years<Amount> years;
    for (const int position : deals) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        if (!deal.counted() || !belongs(deal, measure) || !concerns(deal, party))
            continue;
        if (std::is_same_v<Amount, Money> && !deal.value.published())
            result.unscheduled.push_back({position, WhyUnscheduled::NoAmount});
        else if (!hasTerm(deal))
            result.unscheduled.push_back({position, tooLong(deal) ? WhyUnscheduled::LongTerm : WhyUnscheduled::NoTerm});
        else
            spread(years, deal, position);
    }
    result.years = withoutGaps(std::move(years));
    return result;
}

template <class Amount>
void share(std::span<Schedule<Amount>> schedules)
{
    int first = std::numeric_limits<int>::max();
    int last = std::numeric_limits<int>::min();
    for (const Schedule<Amount> &each : schedules)
        if (!each.years.empty()) {
            first = std::min(first, each.years.front().year);
            last = std::max(last, each.years.back().year);
        }
    for (Schedule<Amount> &each : schedules) {
        if (each.years.empty())
            continue;
        std::vector<ScheduleYear<Amount>> years;
        for (int year = first; year < each.years.front().year; ++year)
            years.push_back({year, {}, {}, {}});
        ScheduleYear<Amount> after = std::is_same_v<Amount, Power> ? each.years.back() : ScheduleYear<Amount>();
        after.deals.clear();
        std::ranges::move(each.years, std::back_inserter(years));
        for (after.year = years.back().year + 1; after.year <= last; ++after.year)
            years.push_back(after);
        each.years = std::move(years);
    }
}

} // namespace

Schedule<Money> schedule(const Index &index, std::span<const int> deals, FlowClass flow, const Party &party)
{
    return build<Money>(index, deals, flow, party);
}

Schedule<Power> schedule(const Index &index, std::span<const int> deals, PowerLayer layer, const Party &party)
{
    Schedule<Power> result = build<Power>(index, deals, layer, party);
    for (std::size_t i = 1; i < result.years.size(); ++i) {
        ScheduleYear<Power> &year = result.years[i];
        const ScheduleYear<Power> &before = result.years[i - 1];
        for (std::size_t c = 0; c < certaintyCount; ++c) {
            year.byCertainty[c].low += before.byCertainty[c].low;
            year.byCertainty[c].high += before.byCertainty[c].high;
        }
        year.total.low += before.total.low;
        year.total.high += before.total.high;
    }
    return result;
}

void shareYears(std::span<Schedule<Money>> schedules)
{
    share(schedules);
}

void shareYears(std::span<Schedule<Power>> schedules)
{
    share(schedules);
}

} // namespace dealscape::analysis
