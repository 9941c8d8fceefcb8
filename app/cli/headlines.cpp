// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/headlines.h"

#include "analysis/reconciliation.h"
#include "cli/sumjson.h"
#include "reports/chartground.h"
#include "words/numbers.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace dealscape::cli {

namespace {

constexpr int labelWidth = 58;
constexpr int figureWidth = 14;

QString gapWord(analysis::Gap gap)
{
    switch (gap) {
    case analysis::Gap::Short:
        return QStringLiteral("short");
    case analysis::Gap::Within:
        return QStringLiteral("within");
    case analysis::Gap::Over:
        return QStringLiteral("over");
    case analysis::Gap::NothingItemised:
        break;
    }
    return QStringLiteral("nothing itemised");
}

QString kindWord(analysis::StatementKind kind)
{
    constexpr std::array words = {"article total", "article item", "article context", "claim"};
    return QString::fromLatin1(words[static_cast<std::size_t>(kind)]);
}

QString directionWord(analysis::Direction direction)
{
    constexpr std::array words = {"out", "in", "both"};
    return QString::fromLatin1(words[static_cast<std::size_t>(direction)]);
}

template <class Amount>
QJsonObject json(const analysis::Difference<Amount> &difference)
{
    return {{QStringLiteral("gap"), gapWord(difference.gap)}, {QStringLiteral("amount"), plain(difference.amount)}};
}

template <class Line>
QJsonArray lines(const std::vector<Line> &from)
{
    QJsonArray list;
    for (const Line &line : from)
        list += QJsonObject{{QStringLiteral("measure"), qt(word(line.measure))},
                            {QStringLiteral("direction"), directionWord(line.direction)},
                            {QStringLiteral("gross"), sumJson(line.gross)},
                            {QStringLiteral("countedOnce"), sumJson(line.counted)},
                            {QStringLiteral("countedOnceThen"), sumJson(line.countedThen)},
                            {QStringLiteral("byCertainty"), sumJson(line.byCertainty)},
                            {QStringLiteral("difference"), json(line.difference)}};
    return list;
}

template <class Amount>
void put(QJsonObject &object, const char *name, const std::optional<Amount> &amount)
{
    if (amount)
        object[QLatin1String(name)] = plain(*amount);
}

QJsonObject json(const analysis::Reconciliation &from)
{
    QJsonObject object{{QStringLiteral("kind"), kindWord(from.kind)},
                       {QStringLiteral("label"), qt(from.label)},
                       {QStringLiteral("money"), lines(from.money)},
                       {QStringLiteral("power"), lines(from.power)}};
    put(object, "statedLow", from.statedMoney.low);
    put(object, "statedHigh", from.statedMoney.high);
    put(object, "statedMegawattsLow", from.statedPowerLow);
    put(object, "statedMegawattsHigh", from.statedPowerHigh);
    if (from.date)
        object[QStringLiteral("date")] = qt(from.date->iso());
    if (from.subject)
        object[QStringLiteral("subject")] = qt(from.subject->text());
    if (!from.verdict.empty())
        object[QStringLiteral("verdict")] = qt(from.verdict);
    if (!from.corrected.empty())
        object[QStringLiteral("corrected")] = qt(from.corrected);
    if (from.itemisedByArticle) {
        object[QStringLiteral("itemisedByArticle")] = sumJson(*from.itemisedByArticle);
        object[QStringLiteral("articleDifference")] = json(from.articleDifference);
    }
    return object;
}

/// Counted in characters, not bytes; a text that is too long has a line to itself.
void label(std::ostream &out, const QString &text)
{
    if (text.size() < labelWidth)
        out << text.leftJustified(labelWidth).toStdString();
    else
        out << text.toStdString() << '\n' << std::string(labelWidth, ' ');
}

void figure(std::ostream &out, const QString &text)
{
    out << (text.isEmpty() ? QStringLiteral("–") : text).rightJustified(figureWidth).toStdString();
}

QString amount(const reports::ChartTable &table, const reports::ChartSegment &segment)
{
    return table.unit == reports::ChartUnit::Megawatts ? words::power(Power(segment.high))
                                                       : words::money(MoneyRange{Money(segment.low), Money(segment.high)});
}

void printRow(std::ostream &out, const reports::ChartTable &table, const reports::ChartRow &row, bool first)
{
    label(out, first ? row.label : QStringLiteral("  ") + row.label);
    figure(out, row.statedText);
    figure(out, row.grossText);
    figure(out, row.text);
    for (const auto &entry : vocabulary<Certainty>()) {
        const auto segment = std::ranges::find(row.segments, entry.value, &reports::ChartSegment::certainty);
        figure(out, segment == row.segments.end() ? QString() : amount(table, *segment));
    }
    out << "  " << row.difference.toStdString() << '\n';
    if (!row.note.isEmpty())
        out << "    " << row.note.toStdString() << '\n';
}

void printTable(std::ostream &out, const reports::ChartTable &table, const char *unit)
{
    if (table.groups.empty())
        return;
    label(out, table.title + QStringLiteral(" ") + QString::fromLatin1(unit));
    for (const char *head : {"stated", "gross", "counted once"})
        figure(out, QString::fromLatin1(head));
    for (const auto &entry : vocabulary<Certainty>())
        figure(out, qt(entry.word));
    out << "  difference\n";
    for (const reports::ChartGroup &group : table.groups)
        for (std::size_t i = 0; i < group.rows.size(); ++i)
            printRow(out, table, group.rows[i], i == 0);
    out << table.missing.toStdString() << '\n';
}

} // namespace

void printHeadlines(std::ostream &out, const Index &index, const Perspective &perspective)
{
    const reports::ChartGround ground(index, perspective);
    reports::ChartQuestion question;
    question.kind = reports::ChartKind::Reconciliation;
    out << '\n';
    printTable(out, reports::chartTable(ground, question), "US$");
    question.lens = Lens::Power;
    out << '\n';
    printTable(out, reports::chartTable(ground, question), "Power");
}

QJsonArray headlines(const Index &index, std::span<const int> deals)
{
    QJsonArray list;
    for (const analysis::Reconciliation &from : analysis::reconcile(index, deals))
        list += json(from);
    return list;
}

} // namespace dealscape::cli
