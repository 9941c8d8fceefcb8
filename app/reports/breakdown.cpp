// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/breakdown.h"
#include "reports/parts.h"
#include "words/everyday.h"
#include "words/numbers.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace dealscape::reports::parts {

namespace {

using words::qt;

analysis::By byOf(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Kind:
        return analysis::By::Kind;
    case ChartKind::Layer:
        return analysis::By::Layer;
    case ChartKind::Certainty:
        return analysis::By::Certainty;
    case ChartKind::Country:
        return analysis::By::Country;
    default:
        return analysis::By::Partner;
    }
}

QString rowsName(const ChartQuestion &question)
{
    switch (question.kind) {
    case ChartKind::Kind:
        return QStringLiteral("kind");
    case ChartKind::Layer:
        return QStringLiteral("layer");
    case ChartKind::Certainty:
        return QStringLiteral("certainty");
    case ChartKind::Country:
        return QStringLiteral("country");
    default:
        return question.subject ? QStringLiteral("partner") : QStringLiteral("organisation");
    }
}

/// Rows in which one deal may stand twice: both of its ends are filed when there is no subject.
bool bothEnds(const ChartQuestion &question)
{
    const bool ends = question.kind == ChartKind::Partner || question.kind == ChartKind::Layer || question.kind == ChartKind::Country;
    return ends && !question.subject;
}

QString labelOf(const std::string &key, const std::string &text, ChartKind kind)
{
    if (key.empty())
        return QStringLiteral("Not known");
    if (kind != ChartKind::Country)
        return qt(text).simplified();
    return words::countryName(key);
}

template <class Amount>
ChartRow rowOf(const analysis::BreakdownRow<Amount> &from, const ChartQuestion &question)
{
    ChartRow row;
    row.key = qt(from.key);
    row.label = labelOf(from.key, from.label, question.kind);
    row.text = spoken(from.total, question.bound);
    row.amount = amountOf(from.total);
    row.segments = segments(from.byCertainty);
    row.deals = from.deals;
    row.unpublished = from.total.unpublished;
    return row;
}

analysis::Sum sumOf(const Deal &deal, Money)
{
    return analysis::moneyOf(deal);
}

analysis::PowerSum sumOf(const Deal &deal, Power)
{
    return analysis::powerOf(deal);
}

/// Everything beyond the largest rows as one row, each deal once.
template <class Amount>
ChartRow others(const Index &index, std::span<const analysis::BreakdownRow<Amount>> rest, const ChartQuestion &question)
{
    analysis::BreakdownRow<Amount> sum;
    for (const auto &row : rest)
        sum.deals.insert(sum.deals.end(), row.deals.begin(), row.deals.end());
    std::ranges::sort(sum.deals);
    sum.deals.erase(std::ranges::unique(sum.deals).begin(), sum.deals.end());
    for (const int position : sum.deals) {
        analysis::addByCertainty(sum.byCertainty, dealAt(index, position));
        sum.total += sumOf(dealAt(index, position), Amount());
    }
    sum.key = "other";
    ChartRow row = rowOf(sum, question);
    row.label = othersLabel(rest.size());
    row.note = QStringLiteral("Opens the rest of the list");
    return row;
}

template <class Amount>
std::vector<ChartRow> rowsOf(const Index &index, const std::vector<analysis::BreakdownRow<Amount>> &from, const ChartQuestion &question)
{
    std::vector<ChartRow> rows;
    if (question.kind == ChartKind::Certainty) {
        for (const auto &row : from)
            rows.push_back(rowOf(row, question));
        return rows;
    }
    const auto silent = std::ranges::find_if(from, [](const auto &row) { return row.total.deals == 0; });
    const auto published = static_cast<int>(std::distance(from.begin(), silent));
    const bool folds = question.most > 0 && published > question.most + 1;
    const int shown = folds ? question.most : published;
    for (int i = 0; i < shown; ++i)
        rows.push_back(rowOf(from[static_cast<std::size_t>(i)], question));
    if (folds)
        rows.push_back(others<Amount>(
            index, std::span(from).subspan(static_cast<std::size_t>(shown), static_cast<std::size_t>(published - shown)), question));
    const auto unpublished = std::span(from).subspan(static_cast<std::size_t>(published));
    const bool crowded = question.most > 0 && unpublished.size() > static_cast<std::size_t>(question.most) + 1;
    const auto named = unpublished.first(crowded ? static_cast<std::size_t>(question.most) : unpublished.size());
    for (const auto &row : named)
        rows.push_back(rowOf(row, question));
    if (crowded)
        rows.push_back(others<Amount>(index, unpublished.subspan(named.size()), question));
    return rows;
}

/// ", all binding" when nothing in the group is of another certainty.
QString onlyCertainty(const std::vector<ChartRow> &rows)
{
    std::set<Certainty> found;
    int published = 0;
    for (const ChartRow &row : rows) {
        published += row.amount.published();
        for (const ChartSegment &segment : row.segments)
            found.insert(segment.certainty);
    }
    if (found.size() != 1 || published < 2)
        return {};
    return QStringLiteral(", all ") + qt(word(*found.begin()));
}

/// Counted deals that buy capacity or a place to put it, but state none at a layer that is counted; the largest first.
std::vector<int> withoutCapacity(const ChartGround &ground, const std::optional<OrganizationId> &subject)
{
    std::vector<int> deals;
    for (const FlowClass flow : {FlowClass::Compute, FlowClass::Sites, FlowClass::Hardware})
        for (const int position : concerning(ground.index(), ground.counted(flow), subject)) {
            const Deal &deal = dealAt(ground.index(), position);
            if (!deal.power || deal.power->layer == PowerLayer::Context)
                deals.push_back(position);
        }
    std::ranges::stable_sort(deals, std::greater<>(), [&](int position) { return dealAt(ground.index(), position).value.at(Bound::High); });
    return deals;
}

std::vector<int> withoutValue(const ChartGround &ground, const std::optional<OrganizationId> &subject)
{
    std::vector<int> deals;
    for (const int position : concerning(ground.index(), ground.counted(), subject))
        if (!dealAt(ground.index(), position).value.published())
            deals.push_back(position);
    return deals;
}

/// What part of its group each row is, where every deal stands in one row.
void addShares(std::vector<ChartRow> &rows, const ChartQuestion &question)
{
    if (bothEnds(question) || question.bound == ChartBound::Range)
        return;
    const auto drawn = [&](const ChartRow &row) {
        return static_cast<double>((question.bound == ChartBound::Low ? row.amount.low : row.amount.high).value_or(0));
    };
    double total = 0;
    for (const ChartRow &row : rows)
        total += drawn(row);
    for (ChartRow &row : rows)
        if (total > 0 && row.amount.published())
            row.share = drawn(row) / total;
}

void addMoney(ChartTable &table, const ChartGround &ground, const ChartQuestion &question)
{
    for (const MoneyGroup &from : moneyGroups(ground, question.subject)) {
        const analysis::Question asked{byOf(question.kind), analysis::Direction::Both, question.subject};
        ChartGroup group{from.title, from.flow, {}, {}, from.title};
        group.rows = rowsOf(ground.index(), analysis::breakdown(ground.index(), from.deals, from.flow, asked), question);
        group.title += onlyCertainty(group.rows);
        addShares(group.rows, question);
        table.groups.push_back(std::move(group));
    }
    table.counts = QStringLiteral("Counted once") + boundWords(question.bound);
    table.missingDeals = withoutValue(ground, question.subject);
    QStringList notes;
    if (table.groups.size() > 1)
        notes += QStringLiteral("Groups are not added: capital pays for compute.");
    if (const auto count = static_cast<int>(table.missingDeals.size())) {
        const QString whose = question.subject ? QStringLiteral(" of ") + words::nameOf(ground.index(), *question.subject) : QString();
        notes += words::counted(count, QStringLiteral("counted deal"), QStringLiteral("counted deals")) + whose +
            (count == 1 ? QStringLiteral(" publishes no price.") : QStringLiteral(" publish no price."));
    }
    table.missing = notes.join(u' ');
}

void addPower(ChartTable &table, const ChartGround &ground, const ChartQuestion &question)
{
    for (const PowerGroup &from : powerGroups(ground, question.subject)) {
        const analysis::Question asked{byOf(question.kind), analysis::Direction::Both, question.subject};
        ChartGroup group{from.title, from.layer, {}, {}, from.title};
        group.rows = rowsOf(ground.index(), analysis::breakdown(ground.index(), from.deals, from.layer, asked), question);
        group.title += onlyCertainty(group.rows);
        addShares(group.rows, question);
        table.groups.push_back(std::move(group));
    }
    table.counts = QStringLiteral("Planned capacity; layers are not added, the same electricity appears in each");
    table.missingDeals = withoutCapacity(ground, question.subject);
    const auto count = static_cast<int>(table.missingDeals.size());
    if (count > 0)
        table.missing = words::counted(count, QStringLiteral("deal"), QStringLiteral("deals")) +
            QStringLiteral(" for compute, sites or hardware ") + (count == 1 ? QStringLiteral("publishes") : QStringLiteral("publish")) +
            QStringLiteral(" no capacity") +
            (question.subject ? QStringLiteral(": ") + partnersOf(ground.index(), table.missingDeals, question.subject) : QString()) + u'.';
}

} // namespace

ChartTable breakdownTable(const ChartGround &ground, const ChartQuestion &question)
{
    ChartTable table;
    table.kind = question.kind;
    table.bound = question.bound;
    table.unit = question.lens == Lens::Power ? ChartUnit::Megawatts : ChartUnit::Dollars;
    table.title = subjectName(ground.index(), question.subject) + QStringLiteral(" by ") + rowsName(question);
    if (question.lens == Lens::Power)
        addPower(table, ground, question);
    else
        addMoney(table, ground, question);
    if (bothEnds(question))
        table.counts += QStringLiteral("; each deal stands at both of its ends, so rows do not add up");
    scaled(table);
    return table;
}

} // namespace dealscape::reports::parts
