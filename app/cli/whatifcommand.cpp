// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "analysis/clearing.h"
#include "analysis/debtrank.h"
#include "analysis/scenario.h"
#include "analysis/select.h"
#include "cli/sumjson.h"
#include "words/numbers.h"

#include <QJsonArray>

#include <ostream>

namespace dealscape::cli {

namespace {

void declareWhatif(QCommandLineParser &parser)
{
    declareFile(parser);
    declareTier(parser);
    parser.addOption({QStringLiteral("fail"), QStringLiteral("The organisation that fails in the scenario."), QStringLiteral("ID")});
    parser.addOption({QStringLiteral("recovery"),
                      QStringLiteral("Part of what it owes that is paid all the same, 0 to 100 percent; 0 when left out."),
                      QStringLiteral("P")});
    parser.addOption({QStringLiteral("model"), QStringLiteral("direct, clearing (Eisenberg and Noe) or debtrank; direct when left out."),
                      QStringLiteral("MODEL")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON: money in whole US dollars, shares from 0 to 1.")});
}

/// A scenario as it was asked for, and the ground it stands on.
struct Scenario {
    const Index &index;
    int failed = 0;
    double recovery = 0;
    QString model;
    std::vector<int> deals;

    const OrganizationId &idOf(int position) const { return index.dataset().organizations[at(position)].id; }
    QString id(int position) const { return qt(idOf(position).text()); }
    QString name(int position) const { return words::nameOf(index, idOf(position)); }
};

QString word(analysis::InputBasis basis)
{
    switch (basis) {
    case analysis::InputBasis::Valuation:
        return QStringLiteral("valuation");
    case analysis::InputBasis::Disclosed:
        return QStringLiteral("disclosed");
    case analysis::InputBasis::Set:
        return QStringLiteral("set");
    case analysis::InputBasis::None:
        break;
    }
    return QStringLiteral("not known");
}

QJsonObject json(const analysis::Sum &sum)
{
    return {{QStringLiteral("low"), plain(sum.low)},
            {QStringLiteral("high"), plain(sum.high)},
            {QStringLiteral("unpublished"), sum.unpublished}};
}

/// A dash where nothing is published.
QString orDash(const analysis::Sum &sum)
{
    return words::money(analysis::rangeOf(sum), u"–");
}

QJsonArray ids(const Scenario &scenario, const std::vector<int> &organizations)
{
    QJsonArray list;
    for (const int organization : organizations)
        list += scenario.id(organization);
    return list;
}

void row(std::ostream &out, const QString &name, const QStringList &cells)
{
    out << name.leftJustified(34).toStdString();
    for (const QString &cell : cells)
        out << cell.rightJustified(16).toStdString();
    out << '\n';
}

/// What the customers of the failed party go without.
QJsonArray supplies(const Scenario &scenario, std::ostream *text)
{
    QJsonArray list;
    const auto rows = analysis::undelivered(scenario.index, scenario.deals, scenario.failed, scenario.recovery);
    if (text && !rows.empty()) {
        *text << '\n';
        row(*text, QStringLiteral("goes without"),
            {QStringLiteral("contracts"), QStringLiteral("capacity"), QStringLiteral("unpublished")});
    }
    for (const auto &customer : rows) {
        QJsonObject capacity;
        QStringList spoken;
        for (const auto &layer : vocabulary<PowerLayer>()) {
            if (analysis::slot(layer.value) >= analysis::powerLayerCount)
                continue;
            const Power missing = customer.capacity[analysis::slot(layer.value)].high;
            if (missing > Power()) {
                capacity[qt(std::string(layer.word))] = plain(missing);
                spoken << words::power(missing);
            }
        }
        list += QJsonObject{{QStringLiteral("id"), scenario.id(customer.organization)},
                            {QStringLiteral("contracts"), json(customer.contracts)},
                            {QStringLiteral("megawatts"), capacity},
                            {QStringLiteral("deals"), static_cast<int>(customer.deals.size())}};
        if (text)
            row(*text, scenario.name(customer.organization),
                {orDash(customer.contracts), spoken.isEmpty() ? QStringLiteral("–") : spoken.join(QStringLiteral(", ")),
                 QString::number(customer.contracts.unpublished)});
    }
    return list;
}

QJsonObject direct(const Scenario &scenario, std::ostream *text)
{
    QJsonArray losses;
    if (text)
        row(*text, QStringLiteral("stands to lose"),
            {QStringLiteral("not paid"), QStringLiteral("invested"), QStringLiteral("unpublished")});
    for (const auto &loss : analysis::directLosses(scenario.index, scenario.deals, scenario.failed, scenario.recovery)) {
        losses += QJsonObject{{QStringLiteral("id"), scenario.id(loss.organization)},
                              {QStringLiteral("unpaid"), json(loss.unpaid)},
                              {QStringLiteral("invested"), json(loss.invested)},
                              {QStringLiteral("deals"), static_cast<int>(loss.deals.size())}};
        if (text)
            row(*text, scenario.name(loss.organization),
                {orDash(loss.unpaid), orDash(loss.invested), QString::number(loss.unpaid.unpublished + loss.invested.unpublished)});
    }
    return {{QStringLiteral("losses"), losses}, {QStringLiteral("undelivered"), supplies(scenario, text)}};
}

QJsonObject clearing(const Scenario &scenario, const analysis::FlowGraph &graph, const std::vector<analysis::PartyInputs> &inputs,
                     std::ostream *text)
{
    const auto failure = analysis::clearFailure(graph, inputs, Bound::High, scenario.failed, scenario.recovery);
    const analysis::Clearing &result = failure.with;
    QJsonArray parties, rounds;
    if (text)
        row(*text, QStringLiteral("can pay less than without it"),
            {QStringLiteral("is to pay"), QStringLiteral("could pay"), QStringLiteral("pays")});
    for (const auto &party : result.results) {
        const double could = failure.could(party);
        parties += QJsonObject{{QStringLiteral("id"), scenario.id(party.organization)},
                               {QStringLiteral("owed"), party.owed},
                               {QStringLiteral("couldPay"), could},
                               {QStringLiteral("paid"), party.paid},
                               {QStringLiteral("share"), party.share()},
                               {QStringLiteral("input"), word(party.basis)}};
        if (text && failure.lost(party) >= analysis::leastLoss)
            row(*text, scenario.name(party.organization), {words::money(party.owed), words::money(could), words::money(party.paid)});
    }
    for (const auto &round : result.rounds)
        rounds += QJsonObject{{QStringLiteral("step"), round.step}, {QStringLiteral("newlyShort"), ids(scenario, round.newlyShort)}};
    if (text)
        *text << "Assumed: funds are cash and what comes in over the years of the payments, as disclosed; " << result.withoutInput.size()
              << " payers that disclose nothing pay in full.\n";
    return {{QStringLiteral("parties"), parties},
            {QStringLiteral("rounds"), rounds},
            {QStringLiteral("withoutInput"), ids(scenario, result.withoutInput)},
            {QStringLiteral("converged"), result.converged}};
}

QJsonObject distress(const Scenario &scenario, const analysis::FlowGraph &graph, const std::vector<analysis::PartyInputs> &inputs,
                     std::ostream *text)
{
    const auto result = analysis::debtRank(graph, inputs, Bound::High, scenario.failed, scenario.recovery);
    QJsonArray parties;
    if (text)
        row(*text, QStringLiteral("loses of its value"), {QStringLiteral("value"), QStringLiteral("share lost")});
    for (int i = 0; i < graph.size(); ++i) {
        const auto slot = static_cast<std::size_t>(i);
        const double lost = result.distress[slot];
        if (lost <= 0 || !inputs[slot].equity.amount)
            continue;
        parties += QJsonObject{{QStringLiteral("id"), scenario.id(i)},
                               {QStringLiteral("equity"), plain(*inputs[slot].equity.amount)},
                               {QStringLiteral("input"), word(inputs[slot].equity.basis)},
                               {QStringLiteral("distress"), lost}};
        if (text)
            row(*text, scenario.name(i), {words::money(*inputs[slot].equity.amount), percent(lost)});
    }
    if (text)
        *text << percent(result.rank).toStdString() << " of the value of all others is lost; valuations are taken for equity, "
              << result.withoutInput.size() << " parties without one get no result.\n";
    return {{QStringLiteral("parties"), parties},
            {QStringLiteral("debtRank"), result.rank},
            {QStringLiteral("withoutInput"), ids(scenario, result.withoutInput)},
            {QStringLiteral("converged"), result.converged}};
}

std::optional<Scenario> scenarioAsked(Call &call, const Index &index)
{
    Scenario scenario{index, -1, 0, QStringLiteral("direct"), {}};
    const QString id = call.parser.value(QStringLiteral("fail"));
    scenario.failed = index.position(OrganizationId(id.toStdString()));
    if (scenario.failed < 0) {
        misuse(call,
               id.isEmpty() ? QStringLiteral("say who fails: --fail ID")
                            : QStringLiteral("--fail names no organisation of the dataset: '%1'").arg(id));
        return std::nullopt;
    }
    bool number = true;
    if (call.parser.isSet(QStringLiteral("recovery")))
        scenario.recovery = call.parser.value(QStringLiteral("recovery")).toDouble(&number) / 100;
    if (!number || !(scenario.recovery >= 0 && scenario.recovery <= 1)) {
        misuse(call, QStringLiteral("--recovery is a percentage from 0 to 100"));
        return std::nullopt;
    }
    if (call.parser.isSet(QStringLiteral("model")))
        scenario.model = call.parser.value(QStringLiteral("model"));
    static const QStringList models{QStringLiteral("direct"), QStringLiteral("clearing"), QStringLiteral("debtrank")};
    if (!models.contains(scenario.model)) {
        misuse(call, QStringLiteral("--model is one of direct, clearing, debtrank, not '%1'").arg(scenario.model));
        return std::nullopt;
    }
    const auto deals = dealsAsked(call, index);
    if (!deals)
        return std::nullopt;
    scenario.deals = analysis::firm(index, *deals);
    return scenario;
}

int ask(Call &call)
{
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const Index index(*dataset);
    const auto scenario = scenarioAsked(call, index);
    if (!scenario)
        return Usage;
    std::ostream *text = call.parser.isSet(QStringLiteral("json")) ? nullptr : &call.out;
    if (text)
        *text << "Scenario: " << scenario->name(scenario->failed).toStdString() << " fails and pays "
              << percent(scenario->recovery).toStdString() << " of what it is to pay. Commitments are not debts due today.\n\n";
    const analysis::FlowGraph graph(index, scenario->deals, analysis::Dues::Outstanding);
    const auto inputs = analysis::suggestedInputs(index, graph, Bound::High);
    QJsonObject result = scenario->model == QLatin1String("direct") ? direct(*scenario, text)
        : scenario->model == QLatin1String("clearing")              ? clearing(*scenario, graph, inputs, text)
                                                                    : distress(*scenario, graph, inputs, text);
    if (text)
        return Ok;
    result[QStringLiteral("scenario")] = QJsonObject{{QStringLiteral("fails"), scenario->id(scenario->failed)},
                                                     {QStringLiteral("recovery"), scenario->recovery},
                                                     {QStringLiteral("model"), scenario->model}};
    print(call.out, result);
    return Ok;
}

} // namespace

const Command whatIfCommand = {"whatif", "play the failure of one party as a scenario", declareWhatif, ask};

} // namespace dealscape::cli
