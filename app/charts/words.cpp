// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/canvas.h"
#include "style/text.h"
#include "words/numbers.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace dealscape::charts {

namespace {

const QLocale &english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

QString full(reports::ChartUnit unit, std::int64_t amount)
{
    const QString number = english().toString(static_cast<qlonglong>(amount));
    return unit == reports::ChartUnit::Megawatts ? number + QStringLiteral(" MW") : u'$' + number;
}

QString full(reports::ChartUnit unit, const reports::ChartAmount &amount)
{
    if (!amount.published())
        return QStringLiteral("not published");
    if (!amount.high)
        return QStringLiteral("at least ") + full(unit, *amount.low);
    if (!amount.low)
        return QStringLiteral("up to ") + full(unit, *amount.high);
    return *amount.low == *amount.high ? full(unit, *amount.low)
                                       : full(unit, *amount.low) + QStringLiteral(" to ") + full(unit, *amount.high);
}

QString segmentWords(const reports::ChartTable &table, const reports::ChartRow &row)
{
    QStringList parts;
    for (const reports::ChartSegment &segment : row.segments) {
        const std::string_view name = word(segment.certainty);
        parts += QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + u' ' + full(table.unit, {segment.low, segment.high});
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace

double roundStep(double value, int most)
{
    if (!(value > 0))
        return 1;
    const double rough = value / most;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= rough * 0.999)
            return factor * power;
    return 10 * power;
}

QString axisNumber(double value, double step)
{
    int decimals = 0;
    for (double whole = step; decimals < 6 && std::abs(whole - std::round(whole)) > 1e-6 * whole; whole *= 10)
        ++decimals;
    return english().toString(value, 'f', decimals);
}

std::vector<double> axisValues(double value, double step)
{
    std::vector<double> values;
    const int last = static_cast<int>(std::floor(value / step * 1.0001));
    for (int i = 0; i <= last; ++i)
        values.push_back(i * step);
    return values;
}

double axisNumberWidth(double value, double step)
{
    return style::textWidth(axisNumber(axisValues(value, step).back(), step), style::FontRole::Small);
}

double stepApart(double value, int most, double length)
{
    constexpr double apart = 8;
    for (int intervals = most; intervals > 1; --intervals) {
        const double step = roundStep(value, intervals);
        if (step / value * length >= axisNumberWidth(value, step) + apart)
            return step;
    }
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {5.0, 2.5, 2.0})
        if (factor * power <= value)
            return factor * power;
    return power;
}

double scaled(const reports::ChartTable &table, std::int64_t raw)
{
    return static_cast<double>(raw) / table.scale.divisor;
}

double drawn(const reports::ChartTable &table, const reports::ChartSegment &segment)
{
    const bool high = table.bound == reports::ChartBound::High ||
        (table.bound == reports::ChartBound::Range && segment.certainty == Certainty::Potential);
    return scaled(table, high ? segment.high : segment.low);
}

bool isRange(const reports::ChartTable &table, const reports::ChartRow &row)
{
    return table.bound == reports::ChartBound::Range && row.amount.high && row.amount.low.value_or(0) < *row.amount.high;
}

double largestDrawn(const reports::ChartTable &table)
{
    double most = 0;
    for (const reports::ChartGroup &group : table.groups)
        for (const reports::ChartRow &row : group.rows) {
            const bool low = table.bound == reports::ChartBound::Low;
            const std::int64_t end = low ? row.amount.low.value_or(0) : row.amount.high.value_or(row.amount.low.value_or(0));
            most = std::max(most, scaled(table, end));
        }
    return most > 0 ? most : 1;
}

std::vector<int> drawnRows(const reports::ChartGroup &group)
{
    std::vector<int> rows;
    for (std::size_t i = 0; i < group.rows.size(); ++i)
        if (group.rows[i].amount.published())
            rows.push_back(static_cast<int>(i));
    return rows;
}

QString wordsOf(const reports::ChartTable &table, const reports::ChartGroup &group, const reports::ChartRow &row)
{
    QStringList lines = {row.label == group.title ? row.label : row.label + QStringLiteral(" – ") + group.title};
    if (row.stated.published())
        lines += QStringLiteral("Stated: ") + full(table.unit, row.stated);
    lines += (row.stated.published() ? QStringLiteral("Counted once: ") : QString()) + full(table.unit, row.amount);
    if (row.segments.size() > 1)
        lines.back() += QStringLiteral(" (") + segmentWords(table, row) + u')';
    else if (row.segments.size() == 1 && table.kind != reports::ChartKind::Certainty)
        lines.back() += QStringLiteral(", ") + segmentWords(table, row).section(u' ', 0, 0);
    if (row.gross.published())
        lines += QStringLiteral("Every record: ") + full(table.unit, row.gross);
    if (!row.difference.isEmpty())
        lines += row.difference;
    if (row.share)
        lines += QStringLiteral("%1 % of the group").arg(*row.share * 100, 0, 'f', 1);
    if (!row.deals.empty())
        lines += words::counted(static_cast<int>(row.deals.size()), QStringLiteral("deal"), QStringLiteral("deals"));
    if (row.unpublished > 0)
        lines.back() += QStringLiteral(", %1 without a published amount").arg(row.unpublished);
    if (!row.note.isEmpty())
        lines += row.note;
    return lines.join(u'\n');
}

PlotMark markOf(const reports::ChartTable &table, int group, int row)
{
    const reports::ChartGroup &from = table.groups[static_cast<std::size_t>(group)];
    const reports::ChartRow &line = from.rows[static_cast<std::size_t>(row)];
    PlotMark mark;
    mark.group = group;
    mark.row = row;
    mark.deals = line.deals;
    mark.words = wordsOf(table, from, line);
    return mark;
}

} // namespace dealscape::charts
