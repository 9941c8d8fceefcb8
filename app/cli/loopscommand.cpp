// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "analysis/loops.h"
#include "analysis/select.h"
#include "words/numbers.h"

#include <QJsonArray>

#include <algorithm>
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

template <class Amount>
QJsonValue orNull(const std::optional<Amount> &amount)
{
    return amount ? QJsonValue(static_cast<qint64>(amount->dollars())) : QJsonValue();
}

QJsonObject json(const Dataset &dataset, const analysis::Arc &arc)
{
    QJsonArray deals;
    for (const int deal : arc.deals)
        deals += qt(dataset.deals[static_cast<std::size_t>(deal)].id.text());
    const auto organization = [&](int position) { return qt(dataset.organizations[static_cast<std::size_t>(position)].id.text()); };
    return {{QStringLiteral("from"), organization(arc.from)},
            {QStringLiteral("to"), organization(arc.to)},
            {QStringLiteral("low"), arc.known() ? QJsonValue(static_cast<qint64>(arc.low.dollars())) : QJsonValue()},
            {QStringLiteral("high"), arc.known() ? QJsonValue(static_cast<qint64>(arc.high.dollars())) : QJsonValue()},
            {QStringLiteral("certainty"), qt(dealscape::word(arc.weakestAt(Bound::High)))},
            {QStringLiteral("deals"), deals}};
}

QJsonObject json(const Dataset &dataset, const analysis::FlowGraph &graph, const analysis::Loop &loop)
{
    QJsonArray organizations;
    for (const int position : loop.organizations)
        organizations += qt(dataset.organizations[static_cast<std::size_t>(position)].id.text());
    QJsonArray legs;
    for (const int leg : loop.legs)
        legs += json(dataset, graph.arc(leg));
    return {{QStringLiteral("organizations"), organizations},
            {QStringLiteral("smallestLeg"), orNull(loop.smallestHigh)},
            {QStringLiteral("smallestLegLow"), orNull(loop.smallestLow)},
            {QStringLiteral("closure"), loop.closureHigh ? QJsonValue(*loop.closureHigh) : QJsonValue()},
            {QStringLiteral("unknownLegs"), loop.unknownLegs},
            {QStringLiteral("dates"), word(loop.dates)},
            {QStringLiteral("weakestCertainty"), qt(dealscape::word(loop.weakest))},
            {QStringLiteral("legs"), legs}};
}

void printTable(std::ostream &out, const Dataset &dataset, const analysis::LoopSearch &search)
{
    for (const analysis::Loop &loop : search.loops) {
        QStringList names;
        for (const int position : loop.organizations)
            names += qt(dataset.organizations[static_cast<std::size_t>(position)].displayName());
        const bool known = loop.smallestHigh.has_value();
        const QString smallest = known ? words::money(MoneyRange{loop.smallestLow, loop.smallestHigh}) : QStringLiteral("unknown");
        const QString closure = loop.closureHigh ? QStringLiteral("%1 %").arg(std::lround(*loop.closureHigh * 100)) : QStringLiteral("–");
        const QString line = smallest.rightJustified(12) + QStringLiteral("  closure ") + closure.rightJustified(5) + QStringLiteral("  ") +
            qt(dealscape::word(loop.weakest)).leftJustified(11) + word(loop.dates).leftJustified(11) + names.join(QStringLiteral(" > "));
        out << line.toStdString() << '\n';
    }
    const auto known = std::count_if(search.loops.begin(), search.loops.end(), [](const auto &loop) { return loop.unknownLegs == 0; });
    out << words::counted(static_cast<int>(search.loops.size()), QStringLiteral("loop"), QStringLiteral("loops")).toStdString()
        << " of up to " << search.maximumLength << " steps, " << known
        << " with a value on every leg; the amount is the smallest leg, the legs are never added (" << word(search.completion).toStdString()
        << ")\n";
}

std::optional<analysis::LoopOptions> loopOptions(Call &call, const Index &index)
{
    analysis::LoopOptions options;
    if (call.parser.isSet(QStringLiteral("max-length"))) {
        bool number = false;
        options.maximumLength = call.parser.value(QStringLiteral("max-length")).toInt(&number);
        if (!number || options.maximumLength < 2 || options.maximumLength > 12) {
            misuse(call, QStringLiteral("--max-length is a whole number from 2 to 12"));
            return std::nullopt;
        }
    }
    if (call.parser.isSet(QStringLiteral("through"))) {
        const QString id = call.parser.value(QStringLiteral("through"));
        options.through = index.position(OrganizationId(id.toStdString()));
        if (*options.through < 0) {
            misuse(call, QStringLiteral("--through names no organisation of the dataset: '%1'").arg(id));
            return std::nullopt;
        }
    }
    return options;
}

int findLoops(Call &call)
{
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const Index index(*dataset);
    const auto deals = dealsAsked(call, index);
    const auto options = deals ? loopOptions(call, index) : std::nullopt;
    if (!options)
        return Usage;
    const analysis::FlowGraph graph(index, analysis::firm(index, *deals));
    const analysis::LoopSearch search = analysis::findLoops(graph, *options);
    if (!call.parser.isSet(QStringLiteral("json"))) {
        printTable(call.out, *dataset, search);
        return Ok;
    }
    QJsonArray loops;
    for (const analysis::Loop &loop : search.loops)
        loops += json(*dataset, graph, loop);
    print(call.out,
          {{QStringLiteral("maximumLength"), search.maximumLength},
           {QStringLiteral("bound"), QStringLiteral("high")},
           {QStringLiteral("completion"), word(search.completion)},
           {QStringLiteral("loops"), loops}});
    return Ok;
}

} // namespace

const Command loopsCommand = {"loops", "find where money comes back to who paid it", declareLoops, findLoops};

} // namespace dealscape::cli
