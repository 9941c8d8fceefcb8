// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "analysis/breakdown.h"
#include "analysis/concentration.h"
#include "analysis/plausibility.h"
#include "analysis/reconciliation.h"
#include "analysis/schedule.h"
#include "analysis/select.h"
#include "analysis/timeline.h"
#include "analysis/totals.h"
#include "cli/sumjson.h"
#include "domain/dataset.h"
#include "domain/perspective.h"
#include "reports/chartground.h"
#include "words/numbers.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <ostream>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace dealscape::cli {

namespace {

void declareSummary(QCommandLineParser &parser)
{
    declareFile(parser);
    declareTier(parser);
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON: money in whole US dollars, power in megawatts.")});
}

template <class Amount>
QJsonObject json(const analysis::TotalOf<Amount> &total)
{
    return {{QStringLiteral("gross"), sumJson(total.gross)},
            {QStringLiteral("countedOnce"), sumJson(total.counted)},
            {QStringLiteral("byCertainty"), sumJson(total.byCertainty)}};
}

QJsonObject json(const ArticleItem &item)
{
    QJsonObject object{{QStringLiteral("label"), qt(item.label)},
                       {QStringLiteral("verdict"), qt(item.verdict)},
                       {QStringLiteral("corrected"), qt(item.corrected)},
                       {QStringLiteral("itemised"), item.itemised}};
    if (item.statedValue)
        object[QStringLiteral("statedValue")] = plain(*item.statedValue);
    if (item.statedPower)
        object[QStringLiteral("statedMegawatts")] = plain(*item.statedPower);
    QJsonArray ids;
    for (const std::string &id : item.mapsTo)
        ids += qt(id);
    object[QStringLiteral("mapsTo")] = ids;
    return object;
}

QJsonObject json(const Dataset &dataset, int tier, const analysis::Counts &counts, const analysis::Summary &summary)
{
    QJsonObject value;
    for (const auto &entry : vocabulary<FlowClass>())
        value[qt(entry.word)] = json(summary[entry.value]);
    QJsonObject power;
    for (const auto &entry : vocabulary<PowerLayer>())
        if (entry.value != PowerLayer::Context)
            power[qt(entry.word)] = json(summary[entry.value]);
    QJsonArray article;
    for (const ArticleItem &item : dataset.article)
        article += json(item);
    return {{QStringLiteral("title"), qt(dataset.title)},
            {QStringLiteral("asOf"), dataset.asOf ? QJsonValue(qt(dataset.asOf->iso())) : QJsonValue()},
            {QStringLiteral("tier"), tier ? QJsonValue(tier) : QJsonValue()},
            {QStringLiteral("organizations"), counts.organizations},
            {QStringLiteral("deals"), counts.deals},
            {QStringLiteral("edges"), summary.counts.edges},
            {QStringLiteral("sources"), counts.sources},
            {QStringLiteral("claims"), counts.claims},
            {QStringLiteral("overlapGroups"), counts.groups},
            {QStringLiteral("countedWithoutPublishedValue"), summary.withoutValue},
            {QStringLiteral("value"), value},
            {QStringLiteral("power"), power},
            {QStringLiteral("article"), article}};
}

/// A cell of a column: text counted in characters, not bytes, so that dashes and signs stay in line.
void cell(std::ostream &out, const QString &text, int width, bool right = true)
{
    const QString padded = right ? text.rightJustified(width) : text.leftJustified(width);
    out << padded.toStdString();
}

template <class Amount>
void printRow(std::ostream &out, const QString &name, const analysis::TotalOf<Amount> &total)
{
    if (total.gross.empty())
        return;
    cell(out, name, 26, false);
    const auto amount = [](const analysis::SumOf<Amount> &sum) { return sum.deals ? spoken(sum) : QStringLiteral("–"); };
    cell(out, amount(total.gross), 14);
    cell(out, amount(total.counted), 14);
    for (const auto &entry : vocabulary<Certainty>())
        cell(out, amount(total.byCertainty[analysis::slot(entry.value)]), 13);
    cell(out, QString::number(total.counted.unpublished), 13);
    out << '\n';
}

void printHead(std::ostream &out, const QString &name)
{
    cell(out, name, 26, false);
    cell(out, QStringLiteral("gross"), 14);
    cell(out, QStringLiteral("counted once"), 14);
    for (const auto &entry : vocabulary<Certainty>())
        cell(out, qt(entry.word), 13);
    cell(out, QStringLiteral("unpublished"), 13);
    out << '\n';
}

void printArticle(std::ostream &out, const Dataset &dataset)
{
    if (dataset.article.empty())
        return;
    out << "\nThe founding article, as reported and as corrected\n";
    for (const ArticleItem &item : dataset.article) {
        QStringList stated;
        if (item.statedValue)
            stated += words::money(*item.statedValue);
        if (item.statedPower)
            stated += words::power(*item.statedPower);
        out << "  ";
        cell(out, qt(item.label), 46, false);
        cell(out, stated.join(QStringLiteral(", ")), 14, false);
        out << item.verdict << ": " << item.corrected << '\n';
    }
}

std::string number(int count, const char *singular, const char *plural)
{
    return words::counted(count, QString::fromLatin1(singular), QString::fromLatin1(plural)).toStdString();
}

void printTables(std::ostream &out, const Dataset &dataset, int tier, const analysis::Counts &counts, const analysis::Summary &summary)
{
    out << dataset.title;
    if (dataset.asOf)
        out << ", as of " << dataset.asOf->spoken();
    if (tier)
        out << ", tier " << tier << " and below";
    out << '\n'
        << number(counts.organizations, "organisation", "organisations") << ", " << number(counts.deals, "deal", "deals") << " on "
        << number(summary.counts.edges, "edge", "edges") << ", " << number(counts.sources, "source", "sources") << ", "
        << number(counts.claims, "claim", "claims") << ", " << number(counts.groups, "overlap group", "overlap groups") << '\n'
        << number(summary.withoutValue, "counted deal publishes no value", "counted deals publish no value") << "\n\n";
    printHead(out, QStringLiteral("Value, US$"));
    for (const auto &entry : vocabulary<FlowClass>())
        printRow(out, qt(entry.label), summary[entry.value]);
    out << "Rows are not added: capital pays for compute, and compute pays for sites and hardware.\n\n";
    printHead(out, QStringLiteral("Power, planned capacity"));
    for (const auto &entry : vocabulary<PowerLayer>())
        if (entry.value != PowerLayer::Context)
            printRow(out, qt(entry.label), summary[entry.value]);
    out << "Rows are not added: the same electricity appears in each layer.\n";
    printArticle(out, dataset);
}

/// One member for each flow class under "value" and for each counted layer under "power"; empty lists are left out.
template <class Make>
QJsonObject byMeasure(Make make)
{
    QJsonObject value, power;
    const auto put = [](QJsonObject &object, std::string_view name, const QJsonArray &rows) {
        if (!rows.isEmpty())
            object[qt(name)] = rows;
    };
    for (const auto &entry : vocabulary<FlowClass>())
        put(value, entry.word, make(entry.value));
    for (const auto &entry : vocabulary<PowerLayer>())
        if (entry.value != PowerLayer::Context)
            put(power, entry.word, make(entry.value));
    return {{QStringLiteral("value"), value}, {QStringLiteral("power"), power}};
}

template <class Amount>
QJsonObject row(const QString &key, const analysis::SumOf<Amount> &total, const analysis::ByCertainty<Amount> &certainties)
{
    QJsonObject object = sumJson(total);
    object[QStringLiteral("key")] = key;
    object[QStringLiteral("byCertainty")] = sumJson(certainties);
    return object;
}

QJsonObject breakdowns(const Index &index, std::span<const int> deals, analysis::By by)
{
    return byMeasure([&](auto measure) {
        QJsonArray rows;
        for (const auto &from : analysis::breakdown(index, deals, measure, {by, analysis::Direction::Both, {}}))
            rows += row(qt(from.key), from.total, from.byCertainty);
        return rows;
    });
}

QJsonObject timelines(const Index &index, std::span<const int> deals)
{
    return byMeasure([&](auto measure) {
        QJsonArray rows;
        for (const auto &point : analysis::timeline(index, deals, measure))
            rows += row(qt(point.date.iso()), point.total, point.cumulative);
        return rows;
    });
}

QJsonObject schedules(const Index &index, std::span<const int> deals)
{
    std::vector<analysis::Schedule<Money>> money;
    for (const auto &entry : vocabulary<FlowClass>())
        money.push_back(analysis::schedule(index, deals, entry.value));
    std::vector<analysis::Schedule<Power>> capacity;
    for (const auto &entry : vocabulary<PowerLayer>())
        if (entry.value != PowerLayer::Context)
            capacity.push_back(analysis::schedule(index, deals, entry.value));
    analysis::shareYears(money);
    analysis::shareYears(capacity);
    const auto listed = [](const auto &years) {
        QJsonArray rows;
        for (const auto &year : years)
            rows += row(QString::number(year.year), year.total, year.byCertainty);
        return rows;
    };
    const auto of = [&](auto measure) -> QJsonArray {
        const auto place = static_cast<std::size_t>(measure);
        if constexpr (std::is_same_v<decltype(measure), FlowClass>)
            return listed(money[place].years);
        else
            return listed(capacity[place].years);
    };
    return byMeasure(of);
}

QJsonArray prices(const Index &index, std::span<const int> deals)
{
    QJsonArray rows;
    for (const analysis::CostRow &cost : analysis::costPerGigawatt(index, deals)) {
        QJsonObject object{{QStringLiteral("key"), qt(index.dataset().deals[static_cast<std::size_t>(cost.deal)].id.text())},
                           {QStringLiteral("counted"), cost.counted}};
        if (cost.perGigawatt.low)
            object[QStringLiteral("low")] = plain(*cost.perGigawatt.low);
        if (cost.perGigawatt.high)
            object[QStringLiteral("high")] = plain(*cost.perGigawatt.high);
        rows += object;
    }
    return rows;
}

QJsonObject concentrations(const Index &index, std::span<const int> deals, analysis::Direction direction)
{
    QJsonObject flows;
    for (const auto &entry : vocabulary<FlowClass>()) {
        const auto found = analysis::concentration(index, deals, entry.value, {{}, direction}, Bound::High);
        QJsonArray shares;
        for (const analysis::PartnerShare &share : found.shares)
            shares += QJsonObject{
                {QStringLiteral("key"), qt(index.dataset().organizations[static_cast<std::size_t>(share.organization)].id.text())},
                {QStringLiteral("amount"), plain(share.amount)},
                {QStringLiteral("share"), share.share},
                {QStringLiteral("unpublished"), share.unpublished}};
        if (!shares.isEmpty())
            flows[qt(entry.word)] = QJsonObject{{QStringLiteral("shares"), shares},
                                                {QStringLiteral("herfindahl"), found.herfindahl},
                                                {QStringLiteral("effectiveNumber"), found.effectivePartners},
                                                {QStringLiteral("unpublished"), found.unpublished}};
    }
    return flows;
}

/// The numbers behind every chart of some deals, asked of the analysis itself: by partner, kind, layer, certainty and country,
/// over time, by year, price a gigawatt, and concentration; each for every flow class and power layer on its own, in
/// whole US dollars and megawatts. Keys are ids, words of the format, ISO dates and years.
QJsonObject chartNumbers(const Index &index, std::span<const int> deals)
{
    return {{QStringLiteral("partner"), breakdowns(index, deals, analysis::By::Partner)},
            {QStringLiteral("kind"), breakdowns(index, deals, analysis::By::Kind)},
            {QStringLiteral("layer"), breakdowns(index, deals, analysis::By::Layer)},
            {QStringLiteral("certainty"), breakdowns(index, deals, analysis::By::Certainty)},
            {QStringLiteral("country"), breakdowns(index, deals, analysis::By::Country)},
            {QStringLiteral("time"), timelines(index, deals)},
            {QStringLiteral("schedule"), schedules(index, deals)},
            {QStringLiteral("dollarsPerGigawatt"), prices(index, deals)},
            {QStringLiteral("spenders"), concentrations(index, deals, analysis::Direction::Out)},
            {QStringLiteral("suppliers"), concentrations(index, deals, analysis::Direction::In)}};
}

// The headlines: every statement beside what the deals itemise for it, everything on record, counted once, by certainty, and the
// difference by name. The founding article's total comes first.

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

/// Money and power apart; flows and layers are never added. Each statement is followed by what better sources say of it.
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

/// The same with raw numbers: one object a statement, with one line for each flow class and power layer.
QJsonArray headlines(const Index &index, std::span<const int> deals)
{
    QJsonArray list;
    for (const analysis::Reconciliation &from : analysis::reconcile(index, deals))
        list += json(from);
    return list;
}

int summarize(Call &call)
{
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const auto perspective = perspectiveAsked(call);
    if (!perspective)
        return Usage;
    const int maximumTier = perspective->filter.maximumTier;
    const Index index(*dataset);
    const std::vector<int> deals = analysis::visible(index, *perspective);
    const analysis::Summary summary = analysis::summarize(index, deals);
    const analysis::Counts counts = maximumTier ? summary.counts : analysis::countsOf(*dataset);
    if (call.parser.isSet(QStringLiteral("json"))) {
        QJsonObject all = json(*dataset, maximumTier, counts, summary);
        all[QStringLiteral("reconciliation")] = headlines(index, deals);
        all[QStringLiteral("charts")] = chartNumbers(index, deals);
        print(call.out, all);
        return Ok;
    }
    printTables(call.out, *dataset, maximumTier, counts, summary);
    printHeadlines(call.out, index, *perspective);
    return Ok;
}

} // namespace

const Command summaryCommand = {"summary", "count and sum a dataset: what, how much, how firm", declareSummary, summarize};

} // namespace dealscape::cli
