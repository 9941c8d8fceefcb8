// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/sumjson.h"
#include "reports/loops.h"
#include "words/numbers.h"

#include <QJsonArray>

#include <cmath>
#include <ostream>

namespace dealscape::cli {

namespace {

void declareLoops(QCommandLineParser &parser)
{
    declareFile(parser);
    declareTier(parser);
    parser.addOption(
        {QStringLiteral("max-length"), QStringLiteral("Most legs a loop may have, 2 to 12; 5 when left out."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("through"), QStringLiteral("Only loops through organisation ID."), QStringLiteral("ID")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON: money in whole US dollars.")});
}

QString word(analysis::DateOrder order)
{
    switch (order) {
    case analysis::DateOrder::Forwards:
        return QStringLiteral("forwards");
    case analysis::DateOrder::Backwards:
        return QStringLiteral("backwards");
    case analysis::DateOrder::Mixed:
        break;
    }
    return QStringLiteral("mixed");
}

QString word(analysis::Completion completion)
{
    switch (completion) {
    case analysis::Completion::Complete:
        return QStringLiteral("complete");
    case analysis::Completion::LimitReached:
        return QStringLiteral("limit reached: only the loops of the largest smallest legs are listed");
    case analysis::Completion::StepsExhausted:
        return QStringLiteral("search cut off: only the loops of the largest smallest legs are listed");
    case analysis::Completion::Cancelled:
        break;
    }
    return QStringLiteral("cancelled");
}

QJsonValue orNull(const std::optional<Money> &amount)
{
    return amount ? QJsonValue(plain(*amount)) : QJsonValue();
}

QJsonObject json(const Dataset &dataset, const reports::LoopLeg &leg)
{
    QJsonArray deals;
    for (const int deal : leg.deals)
        deals += qt(dataset.deals[at(deal)].id.text());
    return {{QStringLiteral("from"), qt(leg.payer.text())},
            {QStringLiteral("to"), qt(leg.payee.text())},
            {QStringLiteral("low"), orNull(leg.value.low)},
            {QStringLiteral("high"), orNull(leg.value.high)},
            {QStringLiteral("certainty"), qt(dealscape::word(leg.certainty))},
            {QStringLiteral("deals"), deals}};
}

QJsonObject json(const Dataset &dataset, const reports::FoundLoop &found)
{
    QJsonArray organizations;
    QJsonArray legs;
    for (const reports::LoopLeg &leg : found.legs) {
        organizations += qt(leg.payer.text());
        legs += json(dataset, leg);
    }
    return {{QStringLiteral("organizations"), organizations},
            {QStringLiteral("smallestLeg"), orNull(found.loop.smallestHigh)},
            {QStringLiteral("smallestLegLow"), orNull(found.loop.smallestLow)},
            {QStringLiteral("closure"), found.loop.closureHigh ? QJsonValue(*found.loop.closureHigh) : QJsonValue()},
            {QStringLiteral("unknownLegs"), found.loop.unknownLegs},
            {QStringLiteral("dates"), word(found.loop.dates)},
            {QStringLiteral("weakestCertainty"), qt(dealscape::word(found.loop.weakest))},
            {QStringLiteral("legs"), legs}};
}

void printTable(std::ostream &out, const Index &index, const reports::LoopFinding &finding)
{
    for (const reports::FoundLoop &found : finding.loops) {
        QStringList names;
        for (const reports::LoopLeg &leg : found.legs)
            names += words::nameOf(index, leg.payer);
        const analysis::Loop &loop = found.loop;
        const QString closure = loop.closureHigh ? QStringLiteral("%1 %").arg(std::lround(*loop.closureHigh * 100)) : QStringLiteral("–");
        const QString line = words::money(found.smallest(), u"unknown").rightJustified(12) + QStringLiteral("  closure ") +
            closure.rightJustified(5) + QStringLiteral("  ") + qt(dealscape::word(loop.weakest)).leftJustified(11) +
            word(loop.dates).leftJustified(11) + names.join(QStringLiteral(" > "));
        out << line.toStdString() << '\n';
    }
    out << words::counted(static_cast<int>(finding.loops.size()), QStringLiteral("loop"), QStringLiteral("loops")).toStdString()
        << " of up to " << finding.maximumLength << " steps, " << finding.priced(reports::LoopPlace::Here)
        << " with a value on every leg; the amount is the smallest leg, the legs are never added ("
        << word(finding.completion).toStdString() << ")\n";
}

std::optional<reports::LoopQuestion> loopQuestion(Call &call, const Index &index)
{
    reports::LoopQuestion question;
    question.elsewhere = reports::Elsewhere::LeftOut;
    if (call.parser.isSet(QStringLiteral("max-length"))) {
        bool number = false;
        question.maximumLength = call.parser.value(QStringLiteral("max-length")).toInt(&number);
        if (!number || question.maximumLength < 2 || question.maximumLength > 12) {
            misuse(call, QStringLiteral("--max-length is a whole number from 2 to 12"));
            return std::nullopt;
        }
    }
    return readParty(call, index, QStringLiteral("through"), question.through) ? std::optional(question) : std::nullopt;
}

int findLoops(Call &call)
{
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const Index index(*dataset);
    const auto perspective = perspectiveAsked(call);
    const auto question = perspective ? loopQuestion(call, index) : std::nullopt;
    if (!question)
        return Usage;
    const reports::LoopFinding finding = reports::findLoops(index, *perspective, *question);
    if (!call.parser.isSet(QStringLiteral("json"))) {
        printTable(call.out, index, finding);
        return Ok;
    }
    QJsonArray loops;
    for (const reports::FoundLoop &found : finding.loops)
        loops += json(*dataset, found);
    print(call.out,
          {{QStringLiteral("maximumLength"), finding.maximumLength},
           {QStringLiteral("bound"), QStringLiteral("high")},
           {QStringLiteral("completion"), word(finding.completion)},
           {QStringLiteral("loops"), loops}});
    return Ok;
}

} // namespace

const Command loopsCommand = {"loops", "find where money comes back to who paid it", declareLoops, findLoops};

} // namespace dealscape::cli
