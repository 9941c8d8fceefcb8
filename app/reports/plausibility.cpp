// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/plausibility.h"
#include "reports/parts.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <algorithm>
#include <map>

namespace dealscape::reports::parts {

namespace {

using words::qt;

std::optional<std::int64_t> rawOrNothing(const std::optional<Money> &amount)
{
    return amount ? std::optional(amount->dollars()) : std::nullopt;
}

QString spokenRange(const MoneyRange &range, ChartBound bound)
{
    if (bound == ChartBound::Range)
        return words::money(range);
    return words::money(MoneyRange::exactly(range.at(bound == ChartBound::Low ? Bound::Low : Bound::High)));
}

QString verdictOf(analysis::CostVerdict verdict)
{
    switch (verdict) {
    case analysis::CostVerdict::Below:
        return QStringLiteral("Below every estimate");
    case analysis::CostVerdict::Above:
        return QStringLiteral("Above every estimate");
    case analysis::CostVerdict::NoBands:
        return QStringLiteral("No estimate to hold it against");
    case analysis::CostVerdict::Among:
        break;
    }
    return QStringLiteral("Among the estimates");
}

ChartRow rowOf(const Index &index, const analysis::CostRow &cost, const ChartQuestion &question)
{
    const Deal &deal = dealAt(index, cost.deal);
    ChartRow row;
    row.key = qt(deal.id.text());
    row.label = partiesOf(index, deal, question.subject);
    row.text = spokenRange(cost.perGigawatt, question.bound);
    row.amount = {rawOrNothing(cost.perGigawatt.low), rawOrNothing(cost.perGigawatt.high)};
    row.segments = {{deal.certainty, row.amount.low.value_or(0), row.amount.high.value_or(row.amount.low.value_or(0))}};
    row.deals = {cost.deal};
    row.counted = cost.counted;
    row.note =
        QStringLiteral("%1 for %2, %3. %4")
            .arg(words::money(deal.value), words::power(deal.power->capacity), words::lowered(label(cost.layer)), verdictOf(cost.verdict));
    return row;
}

QString monthOf(const Date &date)
{
    return words::shortDate({date.year, date.month, 0});
}

/// Gives rows that read the same the month they were announced in, first, since what does not fit is cut at the end.
void tellApart(const Index &index, std::vector<ChartRow> &rows)
{
    std::map<QString, int> names;
    for (const ChartRow &row : rows)
        ++names[row.label];
    for (ChartRow &row : rows)
        if (names[row.label] > 1)
            row.label.prepend(monthOf(dealAt(index, row.deals.front()).announced) + QStringLiteral(": "));
}

QString outliers(const std::vector<const ChartRow *> &below, const std::vector<const ChartRow *> &above)
{
    const auto words = [](const std::vector<const ChartRow *> &rows, const QString &where) {
        QStringList names;
        for (const ChartRow *row : rows)
            names += row->label + u' ' + row->text;
        return names.isEmpty() ? QString() : where + names.join(QStringLiteral(", "));
    };
    QStringList parts = {words(below, QStringLiteral("Below every estimate: ")), words(above, QStringLiteral("Above every estimate: "))};
    parts.removeAll(QString());
    return parts.isEmpty() ? QStringLiteral("No deal lies outside the estimates.") : parts.join(QStringLiteral(". ")) + u'.';
}

/// A band with the subject of its claim's statement, what stands before a colon, and the month: "1 GW, whole site, Oct 2025"; "Claim, Oct
/// 2025" where the statement names none.
ChartBand bandOf(const Index &index, const analysis::CostBand &from)
{
    constexpr qsizetype longest = 40;
    const QString statement = qt(from.scope).simplified();
    const qsizetype colon = statement.indexOf(u':');
    const QString subject = colon > 0 && colon <= longest ? statement.left(colon) : QStringLiteral("Claim");
    const Claim *claim = index.claim(from.claim);
    return {claim ? subject + QStringLiteral(", ") + monthOf(claim->date) : subject, from.low.dollars(), from.high.dollars()};
}

} // namespace

ChartTable plausibilityTable(const ChartGround &ground, const ChartQuestion &question)
{
    const Index &index = ground.index();
    ChartTable table;
    table.kind = question.kind;
    table.bound = question.bound;
    table.unit = ChartUnit::DollarsPerGigawatt;
    table.title = QStringLiteral("Is the power plausible?");
    ChartGroup once{QStringLiteral("Counted once"), {}, {}, {}};
    ChartGroup beside{QStringLiteral("Not counted: plans, letters, restatements"), {}, {}, {}};
    std::vector<int> deals = concerning(index, ground.gross(), question.subject);
    const auto &certainties = ground.perspective().filter.certainties;
    std::erase_if(deals, [&](int deal) { return !certainties.empty() && !certainties.contains(dealAt(index, deal).certainty); });
    for (const analysis::CostRow &cost : analysis::costPerGigawatt(index, deals))
        (cost.counted ? once : beside).rows.push_back(rowOf(index, cost, question));
    for (const analysis::CostBand &band : analysis::costBands(index.dataset()))
        table.bands.push_back(bandOf(index, band));
    std::ranges::stable_sort(table.bands, {}, &ChartBand::low);
    table.counts = QStringLiteral("Deals with both a value and a capacity");
    if (!table.bands.empty())
        table.counts += QStringLiteral("; the estimates are claims with sources");
    std::vector<const ChartRow *> below;
    std::vector<const ChartRow *> above;
    for (ChartGroup *group : {&once, &beside}) {
        tellApart(index, group->rows);
        for (const ChartRow &row : group->rows) {
            if (row.note.contains(verdictOf(analysis::CostVerdict::Below)))
                below.push_back(&row);
            if (row.note.contains(verdictOf(analysis::CostVerdict::Above)))
                above.push_back(&row);
        }
    }
    const bool any = !once.rows.empty() || !beside.rows.empty();
    table.missing = any ? outliers(below, above) : QStringLiteral("No deal in view states both a value and a capacity that it buys.");
    for (ChartGroup *group : {&once, &beside})
        if (!group->rows.empty() && any)
            table.groups.push_back(std::move(*group));
    scaled(table);
    return table;
}

} // namespace dealscape::reports::parts
