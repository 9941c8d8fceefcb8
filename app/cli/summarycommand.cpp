// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "analysis/select.h"
#include "analysis/totals.h"
#include "cli/chartnumbers.h"
#include "cli/headlines.h"
#include "cli/sumjson.h"
#include "words/numbers.h"

#include <QJsonArray>

#include <iomanip>
#include <ostream>
#include <string>

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
