// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/reconciliation.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace dealscape::analysis {

namespace {

template <class Amount>
struct Stated {
    std::optional<Amount> low;
    std::optional<Amount> high;
};

template <class Amount>
Difference<Amount> compare(const Stated<Amount> &stated, const SumOf<Amount> &itemised)
{
    if (itemised.deals == 0)
        return {Gap::NothingItemised, stated.low ? *stated.low : stated.high.value_or(Amount())};
    if (stated.low && itemised.high < *stated.low)
        return {Gap::Short, *stated.low - itemised.high};
    if (stated.high && itemised.low > *stated.high)
        return {Gap::Over, itemised.low - *stated.high};
    return {Gap::Within, Amount()};
}

Sum amountOf(const Deal &deal, Money)
{
    return moneyOf(deal);
}

PowerSum amountOf(const Deal &deal, Power)
{
    return powerOf(deal);
}

/// The deals a statement is set against, and the date it was made.
struct Ground {
    std::vector<int> deals;
    Direction direction = Direction::Both;
    std::optional<Date> date;
};

template <class Amount, class Measured>
std::optional<ItemisedLine<Amount, Measured>> line(const Index &index, const Ground &ground, Measured measure, const Stated<Amount> &stated)
{
    ItemisedLine<Amount, Measured> made;
    made.measure = measure;
    made.direction = ground.direction;
    for (const int position : ground.deals) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        if (!belongs(deal, measure))
            continue;
        const SumOf<Amount> amount = amountOf(deal, Amount());
        made.deals.push_back(position);
        made.gross += amount;
        if (!deal.overlap.counted)
            continue;
        made.counted += amount;
        addByCertainty(made.byCertainty, deal);
        if (!ground.date || deal.announced.firstDay() <= ground.date->firstDay())
            made.countedThen += amount;
    }
    if (made.deals.empty())
        return std::nullopt;
    made.difference = compare(stated, made.counted);
    return made;
}

void addMoneyLines(Reconciliation &row, const Index &index, const Ground &ground)
{
    for (std::size_t i = 0; i < flowCount; ++i)
        if (auto made = line<Money>(index, ground, static_cast<FlowClass>(i), {row.statedMoney.low, row.statedMoney.high}))
            row.money.push_back(std::move(*made));
}

void addPowerLines(Reconciliation &row, const Index &index, const Ground &ground)
{
    for (std::size_t i = 0; i < powerLayerCount; ++i)
        if (auto made = line<Power>(index, ground, static_cast<PowerLayer>(i), {row.statedPowerLow, row.statedPowerHigh}))
            row.power.push_back(std::move(*made));
}

/// Lines in the units that the row states, for everything the subject pays and is paid, or for all deals.
void addSubjectLines(Reconciliation &row, const Index &index, std::span<const int> deals)
{
    std::vector<Direction> directions = {Direction::Both};
    if (row.subject && row.statedMoney.published())
        directions = {Direction::Out, Direction::In};
    for (const Direction direction : directions) {
        Ground ground{{}, direction, row.date};
        for (const int position : deals)
            if (concerns(index.dataset().deals[static_cast<std::size_t>(position)], {row.subject, direction}))
                ground.deals.push_back(position);
        if (row.statedMoney.published())
            addMoneyLines(row, index, ground);
        else
            addPowerLines(row, index, ground);
    }
}

std::optional<Money> dollars(const std::optional<double> &amount)
{
    return amount ? std::optional(Money(std::llround(*amount))) : std::nullopt;
}

std::optional<Power> gigawatts(const std::optional<double> &amount)
{
    return amount ? std::optional(Power(std::llround(*amount * 1000))) : std::nullopt;
}

bool isSumOfDeals(const Claim &claim)
{
    return (claim.unit == ClaimUnit::Dollars || claim.unit == ClaimUnit::Gigawatts) && claim.kind != "valuation";
}

Reconciliation fromClaim(const Index &index, std::span<const int> deals, const Claim &claim)
{
    Reconciliation row;
    row.label = claim.statement;
    row.subject = claim.subject;
    row.date = claim.date;
    row.claims = {claim.id};
    if (claim.unit == ClaimUnit::Dollars) {
        row.statedMoney = {dollars(claim.low), dollars(claim.high)};
    } else {
        row.statedPowerLow = gigawatts(claim.low);
        row.statedPowerHigh = gigawatts(claim.high);
    }
    addSubjectLines(row, index, deals);
    return row;
}

Sum itemisedByArticle(const Dataset &dataset)
{
    Sum sum;
    for (const ArticleItem &item : dataset.article) {
        if (!item.itemised)
            continue;
        if (item.statedValue)
            sum += Sum{*item.statedValue, *item.statedValue, 1, 0};
        else
            ++sum.unpublished;
    }
    return sum;
}

std::vector<const Claim *> claimsOf(const Index &index, const ArticleItem &item)
{
    std::vector<const Claim *> claims;
    for (const std::string &id : item.mapsTo)
        if (const Claim *claim = index.claim(ClaimId(id)))
            claims.push_back(claim);
    return claims;
}

Ground mappedDeals(const Index &index, std::span<const int> deals, const ArticleItem &item)
{
    const std::set<std::string> wanted(item.mapsTo.begin(), item.mapsTo.end());
    Ground ground;
    for (const int position : deals)
        if (wanted.contains(index.dataset().deals[static_cast<std::size_t>(position)].id.text()))
            ground.deals.push_back(position);
    return ground;
}

/// A total is stated as "more than": it has no upper end.
void makeTotal(Reconciliation &row, const Index &index, std::span<const int> deals)
{
    row.kind = StatementKind::ArticleTotal;
    row.itemisedByArticle = itemisedByArticle(index.dataset());
    row.statedMoney.high.reset();
    row.articleDifference = compare<Money>({row.statedMoney.low, row.statedMoney.high}, *row.itemisedByArticle);
    addSubjectLines(row, index, deals);
}

Reconciliation fromArticle(const Index &index, std::span<const int> deals, const ArticleItem &item)
{
    Reconciliation row;
    row.kind = item.itemised ? StatementKind::ArticleItem : StatementKind::ArticleContext;
    row.label = item.label;
    row.verdict = item.verdict;
    row.corrected = item.corrected;
    row.statedMoney = {item.statedValue, item.statedValue};
    row.statedPowerLow = row.statedPowerHigh = item.statedPower;
    if (index.dataset().articleSource)
        if (const Source *source = index.source(*index.dataset().articleSource))
            row.date = source->date;
    const std::vector<const Claim *> claims = claimsOf(index, item);
    for (const Claim *claim : claims)
        row.claims.push_back(claim->id);
    const auto aggregate = std::ranges::find(claims, "aggregate", &Claim::kind);
    if (!item.itemised && item.statedValue && aggregate != claims.end()) {
        row.subject = (*aggregate)->subject;
        std::ranges::rotate(row.claims, row.claims.begin() + (aggregate - claims.begin()));
        makeTotal(row, index, deals);
        return row;
    }
    Ground ground = mappedDeals(index, deals, item);
    ground.date = row.date;
    addMoneyLines(row, index, ground);
    addPowerLines(row, index, ground);
    return row;
}

} // namespace

std::vector<Reconciliation> reconcile(const Index &index, std::span<const int> deals)
{
    std::vector<Reconciliation> rows;
    std::set<ClaimId> told;
    for (const ArticleItem &item : index.dataset().article) {
        rows.push_back(fromArticle(index, deals, item));
        if (rows.back().kind != StatementKind::ArticleTotal)
            continue;
        told.insert(rows.back().claims.front());
    }
    std::ranges::stable_partition(rows, [](const Reconciliation &row) { return row.kind == StatementKind::ArticleTotal; });
    std::vector<const Claim *> claims;
    for (const Claim &claim : index.dataset().claims)
        if (isSumOfDeals(claim) && !told.contains(claim.id))
            claims.push_back(&claim);
    std::ranges::stable_sort(claims, {}, &Claim::date);
    for (const Claim *claim : claims)
        rows.push_back(fromClaim(index, deals, *claim));
    return rows;
}

} // namespace dealscape::analysis
