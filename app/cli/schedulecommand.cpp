// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "analysis/schedule.h"
#include "cli/sumjson.h"
#include "words/numbers.h"

#include <QJsonArray>

#include <ostream>

namespace dealscape::cli {

namespace {

void declareSchedule(QCommandLineParser &parser)
{
    declareFile(parser);
    declareTier(parser);
    parser.addOption({QStringLiteral("of"), QStringLiteral("Only what organisation ID has to pay."), QStringLiteral("ID")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON: money in whole US dollars, power in megawatts.")});
}

QString reasonOf(analysis::WhyUnscheduled why)
{
    switch (why) {
    case analysis::WhyUnscheduled::NoAmount:
        return QStringLiteral("no published amount");
    case analysis::WhyUnscheduled::LongTerm:
        return QStringLiteral("a term too long to be believed");
    case analysis::WhyUnscheduled::NoTerm:
        break;
    }
    return QStringLiteral("no complete term");
}

template <class Amount>
QJsonObject json(const Dataset &dataset, const analysis::Schedule<Amount> &schedule)
{
    QJsonArray years, left;
    for (const auto &year : schedule.years)
        years += QJsonObject{{QStringLiteral("year"), year.year},
                             {QStringLiteral("low"), plain(year.total.low)},
                             {QStringLiteral("high"), plain(year.total.high)},
                             {QStringLiteral("deals"), static_cast<int>(year.deals.size())}};
    for (const auto &entry : schedule.unscheduled)
        left += QJsonObject{{QStringLiteral("deal"), qt(dataset.deals[static_cast<std::size_t>(entry.deal)].id.text())},
                            {QStringLiteral("why"), reasonOf(entry.why)}};
    return {{QStringLiteral("years"), years}, {QStringLiteral("unscheduled"), left}};
}

template <class Amount>
void printText(std::ostream &out, std::string_view name, const analysis::Schedule<Amount> &schedule)
{
    if (schedule.years.empty() && schedule.unscheduled.empty())
        return;
    out << name << '\n';
    for (const auto &year : schedule.years)
        out << "  " << year.year << spoken(year.total).rightJustified(16).toStdString() << '\n';
    if (!schedule.unscheduled.empty())
        out << "  "
            << words::counted(static_cast<int>(schedule.unscheduled.size()),
                              QStringLiteral("deal without an amount or a complete term is on no year"),
                              QStringLiteral("deals without an amount or a complete term are on no year"))
                   .toStdString()
            << '\n';
}

int showSchedule(Call &call)
{
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const Index index(*dataset);
    const auto deals = dealsAsked(call, index);
    if (!deals)
        return Usage;
    analysis::Party party;
    if (!readParty(call, index, QStringLiteral("of"), party.subject))
        return Usage;
    if (party.subject)
        party.direction = analysis::Direction::Out;
    const bool asJson = call.parser.isSet(QStringLiteral("json"));
    QJsonObject value, power;
    for (const auto &flow : vocabulary<FlowClass>()) {
        const auto schedule = analysis::schedule(index, *deals, flow.value, party);
        value[qt(flow.word)] = json(*dataset, schedule);
        if (!asJson)
            printText(call.out, flow.label, schedule);
    }
    for (const auto &layer : vocabulary<PowerLayer>())
        if (layer.value != PowerLayer::Context) {
            const auto schedule = analysis::schedule(index, *deals, layer.value, party);
            power[qt(layer.word)] = json(*dataset, schedule);
            if (!asJson)
                printText(call.out, layer.label, schedule);
        }
    if (asJson)
        print(call.out, {{QStringLiteral("value"), value}, {QStringLiteral("power"), power}});
    else
        call.out << "Each deal is spread evenly over its term, which is an assumption; money lent stands in its first year; classes and "
                    "layers are not added.\n";
    return Ok;
}

} // namespace

const Command scheduleCommand = {"schedule", "spread what is promised over the years of its terms", declareSchedule, showSchedule};

} // namespace dealscape::cli
