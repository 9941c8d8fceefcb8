// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/reconciliation.h"
#include "analysis/schedule.h"
#include "analysis/timeline.h"
#include "reports/parts.h"
#include "words/numbers.h"

#include <algorithm>
#include <iterator>

namespace dealscape::reports::parts {

namespace {

using words::qt;

template <class Amount>
ChartRow rowOf(const analysis::TimelinePoint<Amount> &point, ChartBound bound)
{
    ChartRow row;
    row.key = qt(point.date.iso());
    row.label = qt(point.date.spoken());
    row.text = spoken(point.total, bound);
    row.amount = amountOf(point.total);
    row.segments = segments(point.cumulative);
    row.deals = point.deals;
    row.unpublished = point.total.unpublished;
    row.date = point.date;
    return row;
}

template <class Amount>
ChartRow rowOf(const analysis::ScheduleYear<Amount> &year, ChartBound bound)
{
    ChartRow row;
    row.key = row.label = QString::number(year.year);
    row.text = year.deals.empty() && year.total.high == Amount() ? QString() : spoken(year.total, bound);
    row.amount = {raw(year.total.low), raw(year.total.high)};
    row.segments = segments(year.byCertainty);
    row.deals = year.deals;
    row.date = Date{year.year, 0, 0};
    return row;
}

template <class Points>
std::vector<ChartRow> rowsOf(const Points &points, ChartBound bound)
{
    std::vector<ChartRow> rows;
    for (const auto &point : points)
        rows.push_back(rowOf(point, bound));
    return rows;
}

std::optional<ChartMark> articleMark(const Index &index)
{
    const auto rows = analysis::reconcile(index, {});
    if (rows.empty() || rows.front().kind != analysis::StatementKind::ArticleTotal || !rows.front().date)
        return std::nullopt;
    const analysis::Reconciliation &total = rows.front();
    ChartMark mark{*total.date, QStringLiteral("Article"), {}, {}};
    if (total.statedMoney.low) {
        mark.title = QStringLiteral("Article: over ") + words::money(*total.statedMoney.low);
        mark.stated = total.statedMoney.low->dollars();
    }
    if (total.itemisedByArticle)
        mark.note = words::money(total.itemisedByArticle->high) + QStringLiteral(" itemised");
    return mark;
}

/// "2 deals publish no price, 1 states no term."
QString unscheduledWords(const std::vector<analysis::Unscheduled> &list)
{
    const auto silent = static_cast<int>(std::ranges::count(list, analysis::WhyUnscheduled::NoAmount, &analysis::Unscheduled::why));
    const auto lengthy = static_cast<int>(std::ranges::count(list, analysis::WhyUnscheduled::LongTerm, &analysis::Unscheduled::why));
    const int open = static_cast<int>(list.size()) - silent - lengthy;
    QStringList words;
    if (silent > 0)
        words += words::counted(silent, QStringLiteral("deal publishes"), QStringLiteral("deals publish")) + QStringLiteral(" no price");
    if (open > 0)
        words +=
            words::counted(open, QStringLiteral("deal states"), QStringLiteral("deals state")) + QStringLiteral(" no first and last year");
    if (lengthy > 0)
        words += words::counted(lengthy, QStringLiteral("deal states"), QStringLiteral("deals state")) +
            QStringLiteral(" a term of more than %1 years, too long to be believed").arg(analysis::longestTerm);
    return words.isEmpty() ? QString() : QStringLiteral("Not on any year: ") + words.join(QStringLiteral(", ")) + u'.';
}

void note(ChartTable &table, const std::vector<analysis::Unscheduled> &all)
{
    table.missing = unscheduledWords(all);
    std::ranges::transform(all, std::back_inserter(table.missingDeals), &analysis::Unscheduled::deal);
    std::ranges::sort(table.missingDeals);
}

ChartTable started(const ChartGround &ground, const ChartQuestion &question, const char *words)
{
    ChartTable table;
    table.kind = question.kind;
    table.bound = question.bound;
    table.unit = question.lens == Lens::Power ? ChartUnit::Megawatts : ChartUnit::Dollars;
    table.title = subjectName(ground.index(), question.subject) + QString::fromLatin1(words);
    return table;
}

} // namespace

ChartTable timelineTable(const ChartGround &ground, const ChartQuestion &question)
{
    ChartTable table = started(ground, question, " over time, cumulative");
    const Index &index = ground.index();
    const bool power = question.lens == Lens::Power;
    if (power) {
        for (const PowerGroup &from : powerGroups(ground, question.subject))
            table.groups.push_back({from.title, from.layer, rowsOf(analysis::timeline(index, from.deals, from.layer), question.bound), {}});
        table.counts = QStringLiteral("Planned capacity by date announced; layers are not added, the same electricity appears in each");
    } else {
        for (const MoneyGroup &from : moneyGroups(ground, question.subject))
            table.groups.push_back({from.title, from.flow, rowsOf(analysis::timeline(index, from.deals, from.flow), question.bound), {}});
        table.counts = QStringLiteral("Counted once, by date announced; flow classes on one scale, never added");
        if (question.bound == ChartBound::Range)
            table.counts += QStringLiteral("; pale step: high bound");
        else
            table.counts += boundWords(question.bound);
    }
    table.mark = articleMark(index);
    if (power && table.mark)
        *table.mark = {table.mark->date, QStringLiteral("Article"), {}, {}};
    for (const int position : power ? std::vector<int>() : concerning(index, ground.counted(), question.subject))
        if (!dealAt(index, position).value.published())
            table.missingDeals.push_back(position);
    if (const auto count = static_cast<int>(table.missingDeals.size()))
        table.missing = words::counted(count, QStringLiteral("counted deal publishes"), QStringLiteral("counted deals publish")) +
            QStringLiteral(" no price and raise no step. Certainty is today's.");
    scaled(table);
    return table;
}

ChartTable scheduleTable(const ChartGround &ground, const ChartQuestion &question)
{
    const Index &index = ground.index();
    std::vector<analysis::Unscheduled> unscheduled;
    const auto addYears = [&](ChartTable &table, const auto &groups, auto measure) {
        std::vector<decltype(analysis::schedule(index, groups.front().deals, groups.front().*measure))> schedules;
        for (const auto &from : groups)
            schedules.push_back(analysis::schedule(index, from.deals, from.*measure));
        analysis::shareYears(schedules);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            unscheduled.insert(unscheduled.end(), schedules[i].unscheduled.begin(), schedules[i].unscheduled.end());
            table.groups.push_back({groups[i].title, groups[i].*measure, rowsOf(schedules[i].years, question.bound), {}});
        }
    };
    if (question.lens == Lens::Power) {
        ChartTable table = started(ground, question, " by year, capacity at its end");
        addYears(table, powerGroups(ground, question.subject), &PowerGroup::layer);
        table.counts = QStringLiteral("Each deal added in equal yearly steps over its term: an assumption; layers are not added");
        note(table, unscheduled);
        scaled(table);
        return table;
    }
    ChartTable table = started(ground, question, " by year of term");
    addYears(table, moneyGroups(ground, question.subject), &MoneyGroup::flow);
    table.counts = QStringLiteral("Each deal spread evenly over its term, an assumption, and loans in their first year; counted once") +
        boundWords(question.bound);
    note(table, unscheduled);
    scaled(table);
    return table;
}

} // namespace dealscape::reports::parts
