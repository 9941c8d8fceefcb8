// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/reconciliation.h"

#include <algorithm>
#include <array>
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

/// The given deals, found by the organisation at an end of them, so that no statement walks through all of them.
class Given {
public:
    Given(const Index &index, std::span<const int> deals)
        : m_index(index),
          m_all(deals.begin(), deals.end()),
          m_among(index.dataset().deals.size()),
          m_ending(index.dataset().organizations.size())
    {
        for (const int position : deals) {
            const Deal &deal = at(position);
            m_among[static_cast<std::size_t>(position)] = true;
            file(position, index.position(deal.tail()));
            if (deal.head() != deal.tail())
                file(position, index.position(deal.head()));
        }
    }

    const Deal &at(int position) const { return m_index.dataset().deals[static_cast<std::size_t>(position)]; }

    std::vector<int> of(const Party &party) const
    {
        if (!party.subject)
            return m_all;
        const int organization = m_index.position(*party.subject);
        std::vector<int> chosen;
        if (organization < 0)
            return chosen;
        for (const int position : m_ending[static_cast<std::size_t>(organization)])
            if (concerns(at(position), party))
                chosen.push_back(position);
        return chosen;
    }

    /// Those named by their ids, in the order of the dataset.
    std::vector<int> named(const std::vector<std::string> &ids) const
    {
        std::set<int> chosen;
        for (const std::string &id : ids)
            if (const Deal *deal = m_index.deal(DealId(id)))
                if (const auto position = deal - m_index.dataset().deals.data(); m_among[static_cast<std::size_t>(position)])
                    chosen.insert(static_cast<int>(position));
        return {chosen.begin(), chosen.end()};
    }

private:
    void file(int deal, int organization)
    {
        if (organization >= 0)
            m_ending[static_cast<std::size_t>(organization)].push_back(deal);
    }

    const Index &m_index;
    std::vector<int> m_all;
    std::vector<bool> m_among;
    std::vector<std::vector<int>> m_ending;
};

/// The deals a statement is set against, and the date it was made.
struct Ground {
    std::vector<int> deals;
    Direction direction = Direction::Both;
    std::optional<Date> date;
};

template <class Amount, class Measured>
std::optional<ItemisedLine<Amount, Measured>> line(const Given &given, const Ground &ground, const std::vector<int> &deals,
                                                   Measured measure, const Stated<Amount> &stated)
{
    ItemisedLine<Amount, Measured> made;
    made.measure = measure;
    made.direction = ground.direction;
    for (const int position : deals) {
        const Deal &deal = given.at(position);
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

void addMoneyLines(Reconciliation &row, const Given &given, const Ground &ground)
{
    std::array<std::vector<int>, flowCount> flows;
    for (const int position : ground.deals)
        flows[slot(given.at(position).flow)].push_back(position);
    for (std::size_t i = 0; i < flowCount; ++i)
        if (auto made = line<Money>(given, ground, flows[i], static_cast<FlowClass>(i), {row.statedMoney.low, row.statedMoney.high}))
            row.money.push_back(std::move(*made));
}

void addPowerLines(Reconciliation &row, const Given &given, const Ground &ground)
{
    std::array<std::vector<int>, powerLayerCount> layers;
    for (const int position : ground.deals)
        if (const auto &power = given.at(position).power; power && slot(power->layer) < powerLayerCount)
            layers[slot(power->layer)].push_back(position);
    for (std::size_t i = 0; i < powerLayerCount; ++i)
        if (auto made = line<Power>(given, ground, layers[i], static_cast<PowerLayer>(i), {row.statedPowerLow, row.statedPowerHigh}))
            row.power.push_back(std::move(*made));
}

/// Lines in the units that the row states, for everything the subject pays and is paid, or for all deals.
void addSubjectLines(Reconciliation &row, const Given &given)
{
    std::vector<Direction> directions = {Direction::Both};
    if (row.subject && row.statedMoney.published())
        directions = {Direction::Out, Direction::In};
    for (const Direction direction : directions) {
        const Ground ground{given.of({row.subject, direction}), direction, row.date};
        if (row.statedMoney.published())
            addMoneyLines(row, given, ground);
        else
            addPowerLines(row, given, ground);
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

Reconciliation fromClaim(const Given &given, const Claim &claim)
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
    addSubjectLines(row, given);
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

/// A total is stated as "more than": it has no upper end.
void makeTotal(Reconciliation &row, const Index &index, const Given &given)
{
    row.kind = StatementKind::ArticleTotal;
    row.itemisedByArticle = itemisedByArticle(index.dataset());
    row.statedMoney.high.reset();
    row.articleDifference = compare<Money>({row.statedMoney.low, row.statedMoney.high}, *row.itemisedByArticle);
    addSubjectLines(row, given);
}

Reconciliation fromArticle(const Index &index, const Given &given, const ArticleItem &item)
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
        makeTotal(row, index, given);
        return row;
    }
    const Ground ground{given.named(item.mapsTo), Direction::Both, row.date};
    addMoneyLines(row, given, ground);
    addPowerLines(row, given, ground);
    return row;
}

} // namespace

std::vector<Reconciliation> reconcile(const Index &index, std::span<const int> deals)
{
    const Given given(index, deals);
    std::vector<Reconciliation> rows;
    std::set<ClaimId> told;
    for (const ArticleItem &item : index.dataset().article) {
        rows.push_back(fromArticle(index, given, item));
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
        rows.push_back(fromClaim(given, *claim));
    return rows;
}

} // namespace dealscape::analysis
