// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/reconciliation.h"
#include "reports/parts.h"
#include "words/numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace dealscape::reports::parts {

namespace {

using words::qt;

template <class Amount>
struct Statement {
    std::optional<Amount> low;
    std::optional<Amount> high;
};

QString said(const Statement<Money> &stated)
{
    if (stated.low && !stated.high)
        return QStringLiteral("> ") + words::money(*stated.low);
    return words::money(MoneyRange{stated.low, stated.high});
}

QString said(const Statement<Power> &stated)
{
    if (!stated.low || !stated.high || *stated.low == *stated.high)
        return words::power(stated.low ? stated.low : stated.high);
    QString low = words::power(*stated.low);
    const QString high = words::power(*stated.high);
    if (low.right(3) == high.right(3))
        low.chop(3);
    return low + QChar(0x2013) + high;
}

QString spokenAmount(Money amount)
{
    return words::money(amount);
}

QString spokenAmount(Power capacity)
{
    return words::power(capacity);
}

template <class Amount>
QString named(const analysis::Difference<Amount> &difference, bool open)
{
    switch (difference.gap) {
    case analysis::Gap::NothingItemised:
        return QStringLiteral("nothing itemised");
    case analysis::Gap::Short:
        return (open ? QStringLiteral("at least ") : QString()) + spokenAmount(difference.amount) + QStringLiteral(" not itemised");
    case analysis::Gap::Over:
        return spokenAmount(difference.amount) + QStringLiteral(" more itemised");
    case analysis::Gap::Within:
        break;
    }
    return QStringLiteral("covered");
}

/// Where a difference lies, when other flows or layers beside the statement hold a share of it.
template <class Line>
QString partOf(const Line &line)
{
    const bool apart = line.difference.gap == analysis::Gap::Short || line.difference.gap == analysis::Gap::Over;
    return apart ? QStringLiteral(" as ") + words::lowered(label(line.measure)) : QString();
}

template <class Amount>
ChartAmount amountStated(const Statement<Amount> &stated)
{
    return {stated.low ? std::optional(raw(*stated.low)) : std::nullopt, stated.high ? std::optional(raw(*stated.high)) : std::nullopt};
}

QString measureName(const analysis::MoneyLine &line)
{
    return flowTitle(line.measure, line.direction);
}

QString measureName(const analysis::PowerLine &line)
{
    return qt(label(line.measure));
}

/// "2 deals without a price"; nothing when every counted deal publishes its amount.
QString unpublished(const analysis::MoneyLine &line)
{
    const int count = line.counted.unpublished;
    return count > 0 ? words::counted(count, QStringLiteral("deal"), QStringLiteral("deals")) + QStringLiteral(" without a price")
                     : QString();
}

/// Deals that state no capacity are in no layer.
QString unpublished(const analysis::PowerLine &)
{
    return {};
}

template <class Line>
ChartRow lineRow(const Line &line)
{
    ChartRow row;
    row.note = unpublished(line);
    row.label = measureName(line);
    row.amount = parts::amountOf(line.counted);
    row.text = spoken(line.counted, ChartBound::Range);
    row.gross = parts::amountOf(line.gross);
    row.grossText = spoken(line.gross, ChartBound::Range);
    row.segments = segments(line.byCertainty);
    row.deals = line.deals;
    row.unpublished = line.counted.unpublished;
    return row;
}

QString labelOf(const analysis::Reconciliation &from)
{
    QString text = qt(from.label).simplified();
    if (from.kind == analysis::StatementKind::ArticleTotal)
        return text + QStringLiteral(", article");
    return from.kind == analysis::StatementKind::Claim && from.date ? qt(from.date->spoken()) + QStringLiteral(": ") + text : text;
}

/// The article's own items added up, as it states them: a row of its own under the total.
ChartRow itemisedRow(const analysis::Reconciliation &total)
{
    ChartRow row;
    row.key = QStringLiteral("itemised");
    row.label = QStringLiteral("Itemised by the article");
    row.stated = parts::amountOf(*total.itemisedByArticle);
    row.statedText = words::money(MoneyRange{total.itemisedByArticle->low, total.itemisedByArticle->high});
    row.note = QStringLiteral("Capital and compute are different flows: what better sources say of the items is not added");
    return row;
}

/// How far an itemised sum is from what is stated, as a ratio; the farthest when either is nothing.
template <class Line, class Amount>
double distance(const Line &line, const Statement<Amount> &stated)
{
    const auto itemised = static_cast<double>(raw(line.counted.high));
    const auto headline = static_cast<double>(raw(stated.low ? *stated.low : stated.high.value_or(Amount())));
    if (line.counted.deals == 0 || itemised <= 0 || headline <= 0)
        return std::numeric_limits<double>::max();
    return std::abs(std::log(itemised / headline));
}

/// The nearest to the statement first, then those whose amounts are unpublished; those in which nothing counts are left out,
/// as is what is unpublished where the file does not say that it belongs to the statement. One line stays in any case.
template <class Line, class Amount>
std::vector<const Line *> telling(const std::vector<Line> &lines, const Statement<Amount> &stated, analysis::Basis basis)
{
    const auto silent = [&](const Line *line) {
        return line->counted.deals == 0 && (basis == analysis::Basis::Anything || line->counted.unpublished == 0);
    };
    std::vector<const Line *> list;
    for (const Line &line : lines)
        list.push_back(&line);
    std::ranges::stable_sort(list, {}, [&](const Line *line) { return std::pair(silent(line), distance(*line, stated)); });
    auto end = std::ranges::find_if(list, silent);
    if (end == list.begin() && end != list.end())
        ++end;
    list.erase(end, list.end());
    return list;
}

QString keyOf(const analysis::Reconciliation &from)
{
    return from.kind == analysis::StatementKind::Claim ? qt(from.claims.front().text()) : qt(from.label);
}

template <class Amount>
ChartRow headRow(const analysis::Reconciliation &from, const Statement<Amount> &stated)
{
    ChartRow head;
    head.key = keyOf(from);
    head.label = labelOf(from);
    head.stated = amountStated(stated);
    head.statedText = said(stated);
    head.date = from.date;
    head.note = qt(!from.corrected.empty() ? from.corrected : !from.verdict.empty() ? from.verdict : from.note);
    return head;
}

/// The total of the article: its own items under it, then every line by the article's date and as it stands.
template <class Line, class Amount>
std::vector<ChartRow> totalRows(const analysis::Reconciliation &from, const std::vector<const Line *> &lines,
                                const Statement<Amount> &stated)
{
    ChartRow head = headRow(from, stated);
    if (from.itemisedByArticle)
        head.difference = words::money(from.itemisedByArticle->high) + QStringLiteral(" itemised, ") + named(from.articleDifference, true);
    std::vector<ChartRow> rows = {head};
    if (from.itemisedByArticle)
        rows.push_back(itemisedRow(from));
    for (const Line *line : lines) {
        if (line->countedThen.deals > 0 && line->countedThen != line->counted && from.date) {
            ChartRow then;
            then.key = head.key;
            then.label = measureName(*line) + QStringLiteral(", by ") + qt(from.date->spoken());
            then.amount = parts::amountOf(line->countedThen);
            then.text = spoken(line->countedThen, ChartBound::Range);
            then.note = QStringLiteral("Counted deals announced by the date of the article");
            rows.push_back(std::move(then));
        }
        ChartRow now = lineRow(*line);
        now.key = head.key;
        now.label += QStringLiteral(", today");
        if (line == lines.front())
            now.difference = named(line->difference, true);
        rows.push_back(std::move(now));
    }
    return rows;
}

QString hiddenDeals(const analysis::Reconciliation &from)
{
    return words::counted(from.notGiven, QStringLiteral("deal"), QStringLiteral("deals")) + QStringLiteral(" outside the filter");
}

/// What the bar beside a statement measures and on whose word, and what better sources say.
QString noteOf(QString measured, const analysis::Reconciliation &from, const QString &corrected)
{
    if (from.basis == analysis::Basis::Anything)
        measured += QStringLiteral(" (nearest to the statement)");
    else if (from.notGiven > 0 && from.basis != analysis::Basis::NamedDeals)
        measured += QStringLiteral(" (") + hiddenDeals(from) + u')';
    return corrected.isEmpty() ? measured : measured + QStringLiteral(": ") + corrected;
}

/// The difference in words. None is named where nothing can be short: the statement is no sum, its deals are not all in view,
/// or it adds up what is never added here.
template <class Line, class Amount>
QString differenceOf(const analysis::Reconciliation &from, const std::vector<const Line *> &lines, const Statement<Amount> &stated)
{
    if (from.basis == analysis::Basis::NotASum)
        return QStringLiteral("not a sum of deals");
    if (from.basis == analysis::Basis::NamedDeals && from.notGiven > 0)
        return hiddenDeals(from);
    if (lines.empty())
        return QStringLiteral("nothing itemised");
    const auto priced = std::ranges::count_if(lines, [](const Line *line) { return line->counted.deals > 0; });
    if (from.basis != analysis::Basis::Anything && from.kind == analysis::StatementKind::Claim && priced > 1)
        return QStringLiteral("in %1 parts that are not added").arg(priced);
    const bool alone = lines.size() == 1 || from.basis == analysis::Basis::Anything;
    return named(lines.front()->difference, !stated.high) + (alone ? QString() : partOf(*lines.front()));
}

/// A statement on one line with the itemised sum nearest to it; what else is known to belong to it follows.
template <class Line, class Amount>
std::vector<ChartRow> statementRows(const analysis::Reconciliation &from, const std::vector<const Line *> &lines,
                                    const Statement<Amount> &stated)
{
    ChartRow head = headRow(from, stated);
    if (lines.empty()) {
        head.difference = differenceOf(from, lines, stated);
        return {head};
    }
    std::vector<ChartRow> rows;
    for (const Line *line : lines) {
        ChartRow row = lineRow(*line);
        row.key = head.key;
        if (rows.empty()) {
            row.note = noteOf(row.note.isEmpty() ? row.label : row.label + QStringLiteral(", ") + row.note, from, head.note);
            row.label = head.label;
            row.stated = head.stated;
            row.statedText = head.statedText;
            row.date = head.date;
            if (head.stated.published())
                row.difference = differenceOf(from, lines, stated);
        }
        rows.push_back(std::move(row));
        if (from.basis == analysis::Basis::Anything)
            break;
    }
    return rows;
}

template <class Line, class Amount>
ChartGroup statement(const analysis::Reconciliation &from, const std::vector<Line> &lines, const Statement<Amount> &stated)
{
    const auto list = telling(lines, stated, from.basis);
    const bool total = from.kind == analysis::StatementKind::ArticleTotal;
    return {labelOf(from), {}, total ? totalRows(from, list, stated) : statementRows(from, list, stated), {}};
}

bool about(const Index &index, const analysis::Reconciliation &row, const std::optional<OrganizationId> &subject)
{
    if (!subject || row.kind != analysis::StatementKind::Claim)
        return true;
    const Claim *claim = row.claims.empty() ? nullptr : index.claim(row.claims.front());
    return claim && claim->subject == subject;
}

/// How many statements the folded page shows: one screen.
constexpr std::size_t mostStatements = 11;

/// Whether a statement matters more the lower it is: the article's first, then sums of deals that are on record, then the others.
int rankOf(const ChartGroup &group, const analysis::Reconciliation &from)
{
    if (from.kind == analysis::StatementKind::ArticleTotal)
        return 0;
    const bool itemised = !group.rows.empty() && group.rows.front().amount.published();
    if (from.kind == analysis::StatementKind::Claim)
        return from.basis != analysis::Basis::NotASum && itemised ? 2 : 4;
    return group.rows.front().stated.published() && itemised ? 1 : 3;
}

std::int64_t sizeOf(const ChartGroup &group)
{
    const ChartAmount &stated = group.rows.front().stated;
    return stated.high.value_or(stated.low.value_or(0));
}

/// Leaves the statements that matter most, each on its first line but the total, in their order, and a line that opens the rest.
void fold(std::vector<ChartGroup> &groups, const std::vector<int> &ranks)
{
    if (groups.size() <= mostStatements)
        return;
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t place) { return std::pair(ranks[place], -sizeOf(groups[place])); });
    order.resize(mostStatements);
    std::ranges::sort(order);
    std::vector<ChartGroup> kept;
    for (const std::size_t place : order) {
        kept.push_back(std::move(groups[place]));
        if (ranks[place] > 0)
            kept.back().rows.resize(1);
    }
    ChartRow rest;
    rest.key = QStringLiteral("other");
    rest.label = words::counted(static_cast<int>(groups.size() - mostStatements), QStringLiteral("more statement"),
                                QStringLiteral("more statements"));
    rest.note = QStringLiteral("Opens the rest of the list");
    kept.push_back({rest.label, {}, {rest}, {}});
    groups = std::move(kept);
}

QString articleCounts(const Index &index)
{
    const auto &id = index.dataset().articleSource;
    const Source *source = id ? index.source(*id) : nullptr;
    QString text = QStringLiteral("Statements beside what the dataset itemises");
    if (source && source->date)
        text = QStringLiteral("The article of %1 and later statements beside the dataset").arg(qt(source->date->spoken()));
    return index.dataset().asOf ? text + QStringLiteral(" of ") + qt(index.dataset().asOf->spoken()) : text;
}

} // namespace

ChartTable reconciliationTable(const ChartGround &ground, const ChartQuestion &question)
{
    const Index &index = ground.index();
    ChartTable table;
    table.kind = question.kind;
    table.unit = question.lens == Lens::Power ? ChartUnit::Megawatts : ChartUnit::Dollars;
    table.title = QStringLiteral("Do the headlines add up?");
    table.counts = articleCounts(index);
    std::vector<int> ranks;
    for (const analysis::Reconciliation &from : analysis::reconcile(index, ground.gross())) {
        if (!about(index, from, question.subject))
            continue;
        const std::size_t before = table.groups.size();
        const bool item = from.kind != analysis::StatementKind::Claim;
        if (question.lens == Lens::Power) {
            if (from.statedPowerLow || from.statedPowerHigh)
                table.groups.push_back(statement(from, from.power, Statement<Power>{from.statedPowerLow, from.statedPowerHigh}));
        } else if (from.statedMoney.published() || (item && (from.statedPowerLow || !from.money.empty()))) {
            table.groups.push_back(statement(from, from.money, Statement<Money>{from.statedMoney.low, from.statedMoney.high}));
        }
        if (table.groups.size() > before)
            ranks.push_back(rankOf(table.groups.back(), from));
    }
    if (question.most > 0)
        fold(table.groups, ranks);
    table.missing = question.lens == Lens::Power
        ? QStringLiteral("Layers are not added: the same electricity appears in each.")
        : QStringLiteral("Flows are not added. Gross holds every record, also plans and restatements.");
    const QString title = table.title;
    scaled(table);
    table.title = title;
    return table;
}

} // namespace dealscape::reports::parts
