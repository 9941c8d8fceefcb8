// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/reconciliation.h"

#include "analysis/funds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <ranges>
#include <set>
#include <string_view>
#include <utility>

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

/// A line that belongs to no statement yet, and its counted deals added up day by day.
template <class Amount, class Measured>
struct Account {
    using Line = ItemisedLine<Amount, Measured>;

    Line line;
    std::map<int, SumOf<Amount>> days;

    void add(int position, const Deal &deal)
    {
        const SumOf<Amount> amount = amountOf(deal, Amount());
        line.deals.push_back(position);
        line.gross += amount;
        if (!deal.counted())
            return;
        line.counted += amount;
        addByCertainty(line.byCertainty, deal);
        days[deal.announced.firstDay()] += amount;
    }

    Line against(const Stated<Amount> &stated, const std::optional<Date> &date) const
    {
        Line made = line;
        made.countedThen = {};
        const auto end = date ? days.upper_bound(date->firstDay()) : days.end();
        for (auto day = days.begin(); day != end; ++day)
            made.countedThen += day->second;
        made.difference = compare(stated, made.counted);
        return made;
    }
};

/// What some deals come to, added up once for every statement that is set against them. Linear in the deals.
class Ledger {
public:
    template <class Deals>
    Ledger(const Dataset &dataset, Deals &&deals, Direction direction)
    {
        for (std::size_t i = 0; i < flowCount; ++i)
            open(m_money[i], static_cast<FlowClass>(i), direction);
        for (std::size_t i = 0; i < powerLayerCount; ++i)
            open(m_power[i], static_cast<PowerLayer>(i), direction);
        for (const int position : deals) {
            const Deal &deal = dataset.deals[static_cast<std::size_t>(position)];
            m_money[slot(deal.flow)].add(position, deal);
            if (deal.power && slot(deal.power->layer) < powerLayerCount)
                m_power[slot(deal.power->layer)].add(position, deal);
        }
    }

    void addMoney(Reconciliation &row) const
    {
        add(row.money, m_money, Stated<Money>{row.statedMoney.low, row.statedMoney.high}, row.date);
    }
    void addPower(Reconciliation &row) const { add(row.power, m_power, Stated<Power>{row.statedPowerLow, row.statedPowerHigh}, row.date); }

private:
    template <class Account, class Measured>
    static void open(Account &account, Measured measure, Direction direction)
    {
        account.line.measure = measure;
        account.line.direction = direction;
    }

    template <class Line, class Accounts, class Amount>
    static void add(std::vector<Line> &lines, const Accounts &accounts, const Stated<Amount> &stated, const std::optional<Date> &date)
    {
        for (const auto &account : accounts)
            if (!account.line.deals.empty())
                lines.push_back(account.against(stated, date));
    }

    std::array<Account<Money, FlowClass>, flowCount> m_money;
    std::array<Account<Power, PowerLayer>, powerLayerCount> m_power;
};

/// The given deals, found by the organisation at an end of them, with a ledger for each party that is asked for.
class Given {
public:
    Given(const Index &index, std::span<const int> deals) : m_index(index), m_deals(deals), m_ending(index.dataset().organizations.size())
    {
        for (const int position : deals) {
            const Deal &deal = at(position);
            file(position, index.position(deal.tail()));
            if (deal.head() != deal.tail())
                file(position, index.position(deal.head()));
        }
    }

    const Ledger &of(const Party &party) const
    {
        const auto key = std::pair(party.subject, party.direction);
        if (const auto known = m_ledgers.find(key); known != m_ledgers.end())
            return known->second;
        auto concerned = near(party.subject) | std::views::filter([&](int position) { return concerns(at(position), party); });
        return m_ledgers.emplace(key, Ledger(m_index.dataset(), concerned, party.direction)).first->second;
    }

    /// Adds up those that are named by their ids, in the order of the dataset, and counts in the row those that are not given.
    template <class Ids>
    Ledger named(const Ids &ids, Reconciliation &row) const
    {
        std::set<int> chosen;
        for (const auto &id : ids) {
            const int position = m_index.position(DealId(id));
            if (position < 0)
                continue;
            if (std::ranges::find(m_deals, position) != m_deals.end())
                chosen.insert(position);
            else
                ++row.notGiven;
        }
        return Ledger(m_index.dataset(), chosen, Direction::Both);
    }

    /// How many counted deals of the row's subject in the measures and directions of its money are not given.
    int missing(const Reconciliation &row) const
    {
        const auto belonging = [&](const Deal &deal) {
            return deal.counted() && std::ranges::any_of(row.money, [&](const MoneyLine &line) {
                       return line.measure == deal.flow && concerns(deal, {row.subject, line.direction});
                   });
        };
        auto known = near(row.subject);
        const auto given = std::ranges::count_if(known, [&](int position) { return belonging(at(position)); });
        return static_cast<int>(std::ranges::count_if(m_index.dataset().deals, belonging) - given);
    }

private:
    const Deal &at(int position) const { return m_index.dataset().deals[static_cast<std::size_t>(position)]; }

    void file(int deal, int organization)
    {
        if (organization >= 0)
            m_ending[static_cast<std::size_t>(organization)].push_back(deal);
    }

    std::span<const int> near(const std::optional<OrganizationId> &subject) const
    {
        if (!subject)
            return m_deals;
        const int organization = m_index.position(*subject);
        return organization < 0 ? std::span<const int>() : std::span<const int>(m_ending[static_cast<std::size_t>(organization)]);
    }

    const Index &m_index;
    std::span<const int> m_deals;
    std::vector<std::vector<int>> m_ending;
    mutable std::map<std::pair<std::optional<OrganizationId>, Direction>, Ledger> m_ledgers;
};

/// Lines in the unit that the row states.
void addStatedLines(Reconciliation &row, const Ledger &ledger)
{
    if (row.statedMoney.published())
        ledger.addMoney(row);
    else
        ledger.addPower(row);
}

/// For everything the subject pays and is paid, or for all deals.
void addSubjectLines(Reconciliation &row, const Given &given)
{
    std::vector<Direction> directions = {Direction::Both};
    if (row.subject && row.statedMoney.published())
        directions = {Direction::Out, Direction::In};
    for (const Direction direction : directions)
        addStatedLines(row, given.of({row.subject, direction}));
}

/// Whether the first of two lines is the nearer to what is stated; one with nothing itemised is never nearer.
bool nearer(const MoneyLine &a, const MoneyLine &b)
{
    const auto rank = [](const MoneyLine &line) { return std::pair(line.difference.gap == Gap::NothingItemised, line.difference.amount); };
    return rank(a) < rank(b);
}

void keepFlows(std::vector<MoneyLine> &lines, const std::vector<FlowClass> &flows)
{
    std::erase_if(lines, [&](const MoneyLine &line) { return std::ranges::find(flows, line.measure) == flows.end(); });
}

/// Of a flow class that is paid both ways leaves the nearer line, and none of a class in which nothing counts: which way the
/// statement means is not known.
void keepNearer(std::vector<MoneyLine> &lines)
{
    std::erase_if(lines, [](const MoneyLine &line) { return line.counted.deals == 0 && line.counted.unpublished == 0; });
    const std::vector<MoneyLine> all = lines;
    std::erase_if(lines, [&](const MoneyLine &line) {
        return std::ranges::any_of(all, [&](const MoneyLine &other) { return other.measure == line.measure && nearer(other, line); });
    });
}

std::optional<Money> dollars(const std::optional<double> &amount)
{
    return amount ? std::optional(Money(std::llround(*amount))) : std::nullopt;
}

std::optional<Power> gigawatts(const std::optional<double> &amount)
{
    return amount ? std::optional(Power(std::llround(*amount * 1000))) : std::nullopt;
}

bool hasRow(const Claim &claim)
{
    return (claim.unit == ClaimUnit::Dollars || claim.unit == ClaimUnit::Gigawatts) && claim.kind != "valuation" && !tellsFunds(claim);
}

Basis basisOf(const Claim &claim)
{
    constexpr std::array<std::string_view, 4> noSums = {"context", "sector-context", "spend", "method"};
    if (!claim.deals.empty())
        return Basis::NamedDeals;
    if (std::ranges::find(noSums, claim.kind) != noSums.end())
        return Basis::NotASum;
    return claim.flows.empty() ? Basis::Anything : Basis::NamedFlows;
}

/// Gives a row the lines of a claim.
void setAgainst(Reconciliation &row, const Given &given, const Claim &claim)
{
    row.basis = basisOf(claim);
    if (row.basis == Basis::NamedDeals)
        addStatedLines(row, given.named(claim.deals, row));
    else if (row.basis == Basis::Anything || !claim.flows.empty())
        addSubjectLines(row, given);
    if (!claim.flows.empty())
        keepFlows(row.money, claim.flows);
    if (!claim.flows.empty() && claim.deals.empty()) {
        keepNearer(row.money);
        row.notGiven = given.missing(row);
    }
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
    row.note = claim.note;
    setAgainst(row, given, claim);
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
    const Ledger ledger = given.named(item.mapsTo, row);
    ledger.addMoney(row);
    ledger.addPower(row);
    const bool named = !row.money.empty() || !row.power.empty() || row.notGiven > 0;
    row.basis = Basis::NamedDeals;
    if (named || item.itemised)
        return row;
    row.basis = Basis::NotASum;
    if (!claims.empty() && hasRow(*claims.front())) {
        row.subject = claims.front()->subject;
        setAgainst(row, given, *claims.front());
    }
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
        if (hasRow(claim) && !told.contains(claim.id))
            claims.push_back(&claim);
    std::ranges::stable_sort(claims, {}, &Claim::date);
    for (const Claim *claim : claims)
        rows.push_back(fromClaim(given, *claim));
    return rows;
}

} // namespace dealscape::analysis
