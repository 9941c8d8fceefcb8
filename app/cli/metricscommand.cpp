// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "analysis/concentration.h"
#include "analysis/maxflow.h"
#include "analysis/select.h"
#include "cli/patience.h"
#include "cli/sumjson.h"
#include "reports/measures.h"

#include <QJsonArray>

#include <ostream>

namespace dealscape::cli {

namespace {

void declareMetrics(QCommandLineParser &parser)
{
    declareFile(parser);
    declareTier(parser);
    parser.addOption(
        {QStringLiteral("bound"), QStringLiteral("End of each range to use: low or high; high when left out."), QStringLiteral("BOUND")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON: money in whole US dollars, shares from 0 to 1.")});
}

struct PartyMetrics {
    int organization = 0;
    Money paid;
    Money received;
    double returnShare = 0;
    double betweenness = 0;
    double cycled = 0;
};

/// Over the firm, counted deals; structure and betweenness over every deal asked for.
struct Metrics {
    Bound bound = Bound::High;
    reports::NetworkFigures network;
    std::vector<PartyMetrics> parties;
};

Metrics measure(const Index &index, const std::vector<int> &deals, Bound bound, const Progress &progress)
{
    const analysis::FlowGraph graph(index, analysis::firm(index, deals));
    const auto half = [&](double from) { return Progress{[&progress, from](double share) { progress(from + share / 2); }, {}}; };
    Metrics metrics{bound, *reports::figuresOf(graph, index, deals, bound, half(0)), {}};
    for (int i = 0; i < graph.size(); ++i) {
        half(0.5)(static_cast<double>(i) / graph.size());
        const double between = metrics.network.betweenness[at(i)];
        if (graph.in(i).empty() && graph.out(i).empty() && between <= 0)
            continue;
        metrics.parties.push_back({i, graph.outflow(i, bound), graph.inflow(i, bound), analysis::returnTo(graph, i, bound).share(), between,
                                   metrics.network.cycling ? metrics.network.cycling->cycled[at(i)] : 0});
    }
    return metrics;
}

QJsonArray concentrations(const Index &index, const std::vector<int> &deals, Bound bound)
{
    QJsonArray rows;
    for (const auto &flow : vocabulary<FlowClass>())
        for (const auto &[direction, name] :
             {std::pair(analysis::Direction::Out, "spenders"), std::pair(analysis::Direction::In, "suppliers")}) {
            analysis::Party party;
            party.direction = direction;
            const auto result = analysis::concentration(index, deals, flow.value, party, bound);
            if (result.total == Money())
                continue;
            rows += QJsonObject{{QStringLiteral("flowClass"), qt(flow.word)},
                                {QStringLiteral("of"), QString::fromLatin1(name)},
                                {QStringLiteral("herfindahl"), result.herfindahl},
                                {QStringLiteral("effectivePartners"), result.effectivePartners},
                                {QStringLiteral("unpublished"), result.unpublished}};
        }
    return rows;
}

QString idOf(const Index &index, int organization)
{
    return qt(index.dataset().organizations[static_cast<std::size_t>(organization)].id.text());
}

QJsonObject json(const Index &index, const Metrics &metrics, const QJsonArray &concentration)
{
    const reports::NetworkFigures &network = metrics.network;
    QJsonArray points, bridges, parties;
    for (const int point : network.structure.articulationPoints)
        points += idOf(index, point);
    for (const auto &[first, second] : network.structure.bridges)
        bridges += QJsonArray{idOf(index, first), idOf(index, second)};
    for (const PartyMetrics &party : metrics.parties)
        parties += QJsonObject{{QStringLiteral("id"), idOf(index, party.organization)}, {QStringLiteral("paid"), plain(party.paid)},
                               {QStringLiteral("received"), plain(party.received)},     {QStringLiteral("returnShare"), party.returnShare},
                               {QStringLiteral("betweenness"), party.betweenness},      {QStringLiteral("cycled"), party.cycled}};
    return {{QStringLiteral("bound"), metrics.bound == Bound::Low ? QStringLiteral("low") : QStringLiteral("high")},
            {QStringLiteral("circularity"), network.circulation.circularity()},
            {QStringLiteral("reciprocity"), network.reciprocity},
            {QStringLiteral("finnCyclingIndex"), network.cycling ? QJsonValue(network.cycling->index) : QJsonValue()},
            {QStringLiteral("components"), network.structure.components},
            {QStringLiteral("articulationPoints"), points},
            {QStringLiteral("bridges"), bridges},
            {QStringLiteral("concentration"), concentration},
            {QStringLiteral("organizations"), parties}};
}

void printText(std::ostream &out, const Index &index, const Metrics &metrics)
{
    const reports::NetworkFigures &network = metrics.network;
    const auto line = [&](const QString &figure, const char *sentence) {
        out << figure.rightJustified(9).toStdString() << "  " << sentence << '\n';
    };
    out << "Counted deals that are firm enough, " << (metrics.bound == Bound::Low ? "low" : "high") << " bound\n";
    line(percent(network.circulation.circularity()),
         "of all payments can go round and come back (circularity: largest circulation over all payments)");
    line(percent(network.reciprocity), "of all payments are matched by payments the other way (reciprocity)");
    if (network.cycling)
        line(percent(network.cycling->index),
             "of the throughput has been through the same party before, if money mixes (Finn cycling index)");
    line(QString::number(network.structure.articulationPoints.size()),
         "organisations without which the network falls apart (articulation points)");
    line(QString::number(network.structure.bridges.size()), "ties that alone hold two parts together (bridges)");
    const auto row = [&](const QString &name, const QString &back, const QString &between, const QString &cycled) {
        out << (name.leftJustified(34) + back.rightJustified(12) + between.rightJustified(13) + cycled.rightJustified(10)).toStdString()
            << '\n';
    };
    out << '\n';
    row(QStringLiteral("organisation"), QStringLiteral("comes back"), QStringLiteral("betweenness"), QStringLiteral("cycled"));
    for (const PartyMetrics &party : metrics.parties)
        if (party.returnShare > 0 || party.betweenness > 0.01)
            row(words::nameOf(index, index.dataset().organizations[at(party.organization)].id), percent(party.returnShare),
                QString::number(party.betweenness, 'f', 3), percent(party.cycled));
}

int measureNetwork(Call &call)
{
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const Index index(*dataset);
    const QString bound = call.parser.isSet(QStringLiteral("bound")) ? call.parser.value(QStringLiteral("bound")) : QStringLiteral("high");
    if (bound != QLatin1String("low") && bound != QLatin1String("high"))
        return misuse(call, QStringLiteral("--bound is low or high, not '%1'").arg(bound));
    const auto deals = dealsAsked(call, index);
    if (!deals)
        return Usage;
    const Bound end = bound == QLatin1String("low") ? Bound::Low : Bound::High;
    const Metrics metrics = measure(index, *deals, end, patience(call.err));
    if (call.parser.isSet(QStringLiteral("json")))
        print(call.out, json(index, metrics, concentrations(index, *deals, end)));
    else
        printText(call.out, index, metrics);
    return Ok;
}

} // namespace

const Command metricsCommand = {"metrics", "measure the network: what comes back, who is between, who depends", declareMetrics,
                                measureNetwork};

} // namespace dealscape::cli
