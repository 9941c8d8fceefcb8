// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "analysis/party.h"
#include "reports/chartground.h"
#include "words/phrases.h"

#include <string_view>

/// What the makers of chart tables share; not for use outside of this room.
namespace dealscape::reports::parts {

inline std::int64_t raw(Money amount)
{
    return amount.dollars();
}

inline std::int64_t raw(Power capacity)
{
    return capacity.megawatts();
}

QString spoken(const analysis::Sum &sum, ChartBound bound);
QString spoken(const analysis::PowerSum &sum, ChartBound bound);

/// Nothing is published when no deal of the sum publishes an amount.
template <class Amount>
ChartAmount amountOf(const analysis::SumOf<Amount> &sum)
{
    return sum.deals ? ChartAmount{raw(sum.low), raw(sum.high)} : ChartAmount{};
}

/// The certainties that are not empty, firmest first.
template <class Amount>
std::vector<ChartSegment> segments(const analysis::ByCertainty<Amount> &sums)
{
    std::vector<ChartSegment> list;
    for (std::size_t i = 0; i < sums.size(); ++i)
        if (sums[i].deals > 0)
            list.push_back({static_cast<Certainty>(i), raw(sums[i].low), raw(sums[i].high)});
    return list;
}

/// One group of a chart: the money of a flow class in one direction, or the capacity of a layer.
struct MoneyGroup {
    QString title;
    FlowClass flow = FlowClass::Compute;
    analysis::Direction direction = analysis::Direction::Both;
    std::vector<int> deals;
};

/// Without a subject one group a flow class; with one, its payments out, those in, and those without a known payer.
/// Groups without deals are left out.
std::vector<MoneyGroup> moneyGroups(const ChartGround &ground, const std::optional<OrganizationId> &subject);

struct PowerGroup {
    QString title;
    PowerLayer layer = PowerLayer::Site;
    std::vector<int> deals;
};

std::vector<PowerGroup> powerGroups(const ChartGround &ground, const std::optional<OrganizationId> &subject);

/// "Pays for compute", "Receives capital"; "Compute" for both directions.
QString flowTitle(FlowClass flow, analysis::Direction direction);

/// "4,980 others".
QString othersLabel(std::size_t count);
/// "OpenAI", or "All deals" without a subject.
QString subjectName(const Index &index, const std::optional<OrganizationId> &subject);
/// The other end as seen from a subject; "payer to payee" without one.
QString partiesOf(const Index &index, const Deal &deal, const std::optional<OrganizationId> &subject);
/// "Microsoft, CoreWeave, Google and 2 more": the partners behind deals, each once, in order.
QString partnersOf(const Index &index, std::span<const int> deals, const std::optional<OrganizationId> &subject);

std::vector<int> concerning(const Index &index, std::span<const int> deals, const std::optional<OrganizationId> &subject);

/// Sets the scale from the largest amount of the table and adds its name to the title.
void scaled(ChartTable &table);
/// "moderately concentrated", by a Herfindahl-Hirschman index.
QString levelOf(double herfindahl);
/// "; bar: low bound, bracket: range", or the bound that is shown.
QString boundWords(ChartBound bound);

ChartTable breakdownTable(const ChartGround &ground, const ChartQuestion &question);
ChartTable timelineTable(const ChartGround &ground, const ChartQuestion &question);
ChartTable scheduleTable(const ChartGround &ground, const ChartQuestion &question);
ChartTable plausibilityTable(const ChartGround &ground, const ChartQuestion &question);
ChartTable reconciliationTable(const ChartGround &ground, const ChartQuestion &question);
ChartTable concentrationTable(const ChartGround &ground, const ChartQuestion &question);

} // namespace dealscape::reports::parts
