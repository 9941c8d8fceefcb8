// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/measures.h"

#include "analysis/concentration.h"
#include "analysis/exposure.h"
#include "analysis/maxflow.h"
#include "analysis/select.h"
#include "reports/parts.h"
#include "words/numbers.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>

namespace dealscape::reports {

namespace {

using analysis::FlowGraph;
using words::percent;
using words::qt;
using words::tr;

constexpr int mostNames = 5;

/// What all measures of one perspective work on.
struct Ground {
    const Index &index;
    std::vector<int> deals;
    FlowGraph graph;

    Ground(const Index &of, const Perspective &perspective)
        : index(of), deals(analysis::measured(of, perspective)), graph(of, analysis::firm(of, deals))
    {}

    const OrganizationId &idOf(int position) const { return index.dataset().organizations[at(position)].id; }
    QString nameOf(int position) const { return words::nameOf(index, idOf(position)); }

    /// The first few names, and how many more there are.
    QString listed(const std::vector<int> &positions) const
    {
        QStringList names;
        for (std::size_t i = 0; i < std::min<std::size_t>(mostNames, positions.size()); ++i)
            names << nameOf(positions[i]);
        QString list = names.join(QStringLiteral(", "));
        if (positions.size() > mostNames)
            list += tr(" and %1 more").arg(positions.size() - mostNames);
        return list;
    }
    std::vector<OrganizationId> idsOf(const std::vector<int> &positions) const
    {
        std::vector<OrganizationId> ids;
        for (const int position : positions)
            ids.push_back(idOf(position));
        return ids;
    }
};

const char *circularityDefinition()
{
    return QT_TRANSLATE_NOOP("Measures",
                             "Circularity: the largest circulation over all payments, max sum of c with 0 ≤ c ≤ w and as much coming in as "
                             "going out everywhere (Homs-Dones et al. 2025). 0 % when nothing comes back, 100 % when everything does.");
}

const char *finnDefinition()
{
    return QT_TRANSLATE_NOOP("Measures",
                             "Finn cycling index: throughput that has been through the same party before, over all throughput (Finn 1976). "
                             "Assumes that money mixes: every dollar that passes a party is paid on in the same proportions.");
}

const char *reciprocityDefinition()
{
    return QT_TRANSLATE_NOOP("Measures",
                             "Reciprocity: the sum over ordered pairs of the smaller of the payments there and back, over all payments "
                             "(Squartini et al. 2013).");
}

const char *betweennessDefinition()
{
    return QT_TRANSLATE_NOOP("Measures",
                             "Betweenness: the share of shortest ways between two others that pass through a party, whatever the amounts "
                             "(Freeman 1977).");
}

/// Concentration of each flow class in one direction, one line each.
void addConcentration(MeasureGroup &group, const Ground &ground, const std::optional<OrganizationId> &subject,
                      analysis::Direction direction)
{
    const bool out = direction == analysis::Direction::Out;
    for (const auto &flow : vocabulary<FlowClass>()) {
        const auto result = analysis::concentration(ground.index, ground.deals, flow.value, {subject, direction}, Bound::High);
        if (result.total == Money() || result.shares.size() < (subject ? 1U : 2U))
            continue;
        const analysis::PartnerShare &first = result.shares.front();
        const QString who = subject ? (out ? tr("goes to %1") : tr("comes from %1")) : (out ? tr("is paid by %1") : tr("is paid to %1"));
        QString sentence = tr("%1 of %2 %3; as if there were %4 equal partners, %5.")
                               .arg(percent(first.share), words::lowered(flow.label), who.arg(ground.nameOf(first.organization)),
                                    QString::number(result.effectivePartners, 'f', 1), parts::levelOf(result.herfindahl));
        if (result.unpublished > 0)
            sentence += tr(" %1 without a price.").arg(result.unpublished);
        group.measures.push_back(
            {tr("%1, concentration of %2")
                 .arg(qt(flow.label), out ? (subject ? tr("payees") : tr("payers")) : (subject ? tr("payers") : tr("payees"))),
             words::grouped(result.herfindahl, 0),
             sentence,
             tr("Herfindahl-Hirschman index: the sum of squared percentage shares, up to 10,000; above 1,000 moderately, "
                "above 1,800 highly concentrated (US merger guidelines of 2023). Equal partners: one over the sum of "
                "squared shares."),
             {ground.idOf(first.organization)}});
    }
}

void addStructure(MeasureGroup &group, const Ground &ground, const analysis::Structure &structure)
{
    const auto &points = structure.articulationPoints;
    group.measures.push_back({tr("Parties that hold it together"), QString::number(points.size()),
                              points.empty() ? tr("No single party holds the network together.")
                                             : tr("Without one of them the network falls apart: %1.").arg(ground.listed(points)),
                              tr("Articulation points: parties whose removal cuts the network in more parts (Hopcroft and Tarjan 1973)."),
                              ground.idsOf(points)});
    std::vector<int> ends;
    QStringList pairs;
    for (const auto &[a, b] : structure.bridges) {
        ends.insert(ends.end(), {a, b});
        if (pairs.size() < mostNames)
            pairs << tr("%1 with %2").arg(ground.nameOf(a), ground.nameOf(b));
    }
    QString bridges = pairs.join(QStringLiteral(", "));
    if (structure.bridges.size() > mostNames)
        bridges += tr(" and %1 more").arg(structure.bridges.size() - mostNames);
    group.measures.push_back({tr("Bridges"), QString::number(structure.bridges.size()),
                              structure.bridges.empty() ? tr("No tie is the only one between two parts.")
                                                        : tr("Ties that alone hold two parts together: %1.").arg(bridges),
                              tr("Bridges: pairs of parties whose tie is the only way between two parts, whatever the amounts."),
                              ground.idsOf(ends)});
}

QString linkWord(analysis::StateLink link)
{
    switch (link) {
    case analysis::StateLink::Government:
        return tr("Governments");
    case analysis::StateLink::StateBacked:
        return tr("Owned or backed by a state");
    case analysis::StateLink::Subsidiary:
        break;
    }
    return tr("Part of such a party");
}

QString roleWord(analysis::StateRole role)
{
    switch (role) {
    case analysis::StateRole::Support:
        return tr("support");
    case analysis::StateRole::Licence:
        return tr("licence");
    case analysis::StateRole::Capital:
        return tr("capital");
    case analysis::StateRole::Guarantee:
        return tr("guarantee");
    case analysis::StateRole::Buyer:
        return tr("buyer");
    case analysis::StateRole::Seller:
        break;
    }
    return tr("seller");
}

} // namespace

std::optional<NetworkFigures> figuresOf(const FlowGraph &graph, const Index &index, std::span<const int> deals, Bound bound,
                                        const Progress &progress)
{
    auto circulation = analysis::maximumCirculation(graph, bound, progress);
    auto betweenness = circulation ? analysis::betweenness(index, deals, progress) : std::nullopt;
    if (!betweenness)
        return std::nullopt;
    return NetworkFigures{std::move(*circulation), analysis::reciprocity(graph, bound), analysis::cycling(graph, bound),
                          analysis::structure(index, deals), std::move(*betweenness)};
}

std::optional<MeasureGroup> networkMeasures(const Index &index, const Perspective &perspective, const Progress &progress)
{
    const Ground ground(index, perspective);
    MeasureGroup group{tr("The network"), {}};
    const auto figures = figuresOf(ground.graph, index, ground.deals, Bound::High, progress);
    if (!figures)
        return std::nullopt;
    const analysis::Circulation &round = figures->circulation;
    group.measures.push_back({tr("Circularity"),
                              percent(round.circularity()),
                              tr("At most %1 of all payments, %2 of %3, can go round and come back.")
                                  .arg(percent(round.circularity()), words::money(round.sum), words::money(round.total)),
                              tr(circularityDefinition()),
                              {}});
    const QString matched = percent(figures->reciprocity);
    group.measures.push_back({tr("Reciprocity"),
                              matched,
                              tr("%1 of all payments are matched by payments between the same two the other way.").arg(matched),
                              tr(reciprocityDefinition()),
                              {}});
    if (const auto &cycling = figures->cycling)
        group.measures.push_back(
            {tr("Finn cycling index"),
             percent(cycling->index),
             tr("If money mixes, %1 of what passes through has been through the same party before.").arg(percent(cycling->index)),
             tr(finnDefinition()),
             {}});
    const std::vector<double> &between = figures->betweenness;
    if (const auto most = std::ranges::max_element(between); most != between.end() && *most > 0) {
        const int party = static_cast<int>(most - between.begin());
        group.measures.push_back(
            {tr("Most in between"),
             percent(*most),
             tr("%1 of the shortest ways between two others pass through %2.").arg(percent(*most), ground.nameOf(party)),
             tr(betweennessDefinition()),
             {ground.idOf(party)}});
    }
    addStructure(group, ground, figures->structure);
    addConcentration(group, ground, std::nullopt, analysis::Direction::Out);
    addConcentration(group, ground, std::nullopt, analysis::Direction::In);
    return group;
}

std::optional<MeasureGroup> partyMeasures(const Index &index, const Perspective &perspective, const OrganizationId &party,
                                          const Progress &progress)
{
    const Ground ground(index, perspective);
    const int position = index.position(party);
    MeasureGroup group{words::nameOf(index, party), {}};
    const bool tied = std::ranges::any_of(ground.deals, [&](int deal) {
        const Deal &d = dealAt(index, deal);
        return d.tail() == party || d.head() == party;
    });
    if (position < 0 || !tied)
        return group;
    const auto back = analysis::returnTo(ground.graph, position, Bound::High);
    group.measures.push_back({tr("Comes back"),
                              back.paid > Money() ? percent(back.share()) : QStringLiteral("–"),
                              back.paid > Money() ? tr("Of the %1 that %2 pays, at most %3 can find its way back to it.")
                                                        .arg(words::money(back.paid), group.title, words::money(back.amount))
                                                  : tr("%1 pays nothing that is published and firm.").arg(group.title),
                              tr("Return share: the maximum flow from its outgoing to its incoming side over everything it pays "
                                 "(maximum flow, minimum cut)."),
                              {party}});
    if (const auto cycling = analysis::cycling(ground.graph, Bound::High)) {
        const double cycled = cycling->cycled[static_cast<std::size_t>(position)];
        group.measures.push_back(
            {tr("Been here before"),
             percent(cycled),
             tr("If money mixes, %1 of what passes through %2 has been there before.").arg(percent(cycled), group.title),
             tr(finnDefinition()),
             {party}});
    }
    const auto between = analysis::betweenness(index, ground.deals, progress);
    if (!between)
        return std::nullopt;
    const double share = (*between)[static_cast<std::size_t>(position)];
    group.measures.push_back({tr("In between"),
                              percent(share),
                              tr("%1 of the shortest ways between two others pass through %2.").arg(percent(share), group.title),
                              tr(betweennessDefinition()),
                              {party}});
    const auto structure = analysis::structure(index, ground.deals);
    const bool holds = std::ranges::binary_search(structure.articulationPoints, position);
    group.measures.push_back({tr("Holds it together"),
                              holds ? tr("yes") : tr("no"),
                              holds ? tr("Without %1 the network falls apart.").arg(group.title)
                                    : tr("The network stays in one piece without %1.").arg(group.title),
                              tr("Whether it is an articulation point (Hopcroft and Tarjan 1973)."),
                              {party}});
    addConcentration(group, ground, party, analysis::Direction::Out);
    addConcentration(group, ground, party, analysis::Direction::In);
    return group;
}

Measure cutBetween(const Index &index, const Perspective &perspective, const OrganizationId &from, const OrganizationId &to)
{
    const Ground ground(index, perspective);
    const int start = index.position(from);
    const int end = index.position(to);
    Measure measure{tr("Smallest cut"),
                    QStringLiteral("–"),
                    tr("Choose two different parties."),
                    tr("Minimum cut: the least money that must stop so that none can pass from the first to the second (Ford and Fulkerson "
                       "1956); as much as can flow at most."),
                    {from, to}};
    if (start < 0 || end < 0 || start == end)
        return measure;
    const auto cut = analysis::minimumCut(ground.graph, start, end, Bound::High);
    QStringList arcs;
    for (const int arc : cut.arcs)
        arcs << tr("%1 to %2").arg(ground.nameOf(ground.graph.arc(arc).from), ground.nameOf(ground.graph.arc(arc).to));
    measure.figure = words::money(cut.amount);
    measure.sentence = cut.arcs.empty() && cut.unknownArcs.empty()
        ? tr("No money can pass from %1 to %2.").arg(ground.nameOf(start), ground.nameOf(end))
        : tr("At most %1 can pass from %2 to %3; it would take stopping %4.")
              .arg(measure.figure, ground.nameOf(start), ground.nameOf(end),
                   arcs.isEmpty() ? tr("payments without a price") : arcs.join(QStringLiteral(", ")));
    if (!cut.unknownArcs.empty())
        measure.sentence += tr(" %1 more without a price would have to stop too.").arg(cut.unknownArcs.size());
    for (const int arc : cut.arcs)
        measure.parties.insert(measure.parties.end(), {ground.idOf(ground.graph.arc(arc).from), ground.idOf(ground.graph.arc(arc).to)});
    return measure;
}

MeasureGroup stateMeasures(const Index &index, const Perspective &perspective)
{
    const Ground ground(index, perspective);
    const auto exposure = analysis::stateExposure(index, ground.deals);
    MeasureGroup group{tr("States"), {}};
    std::map<analysis::StateLink, std::map<int, QStringList>> parties;
    for (const analysis::StateDeal &deal : exposure.deals) {
        QStringList &roles = parties[deal.link][deal.organization];
        if (!roles.contains(roleWord(deal.role)))
            roles << roleWord(deal.role);
    }
    for (const auto &[link, members] : parties) {
        QStringList words;
        std::vector<int> positions;
        for (const auto &[party, roles] : members) {
            words << tr("%1 (%2)").arg(ground.nameOf(party), roles.join(QStringLiteral(", ")));
            positions.push_back(party);
        }
        group.measures.push_back(
            {linkWord(link), QString::number(members.size()), words.join(QStringLiteral(", ")) + u'.',
             tr("By the layer and kind of a party in the dataset, and by its parents. The roles are those in its deals."),
             ground.idsOf(positions)});
    }
    for (const auto &flow : vocabulary<FlowClass>())
        if (const analysis::Sum &sum = exposure.byFlow[analysis::slot(flow.value)]; !sum.empty())
            group.measures.push_back({tr("%1 with a state at an end").arg(qt(flow.label)),
                                      words::money(analysis::rangeOf(sum)),
                                      words::counted(sum.deals + sum.unpublished, tr("counted deal"), tr("counted deals")) +
                                          (sum.unpublished > 0 ? tr(", %1 without a price.").arg(sum.unpublished) : QStringLiteral(".")),
                                      tr("Each deal once. Flow classes are not added."),
                                      {}});
    return group;
}

} // namespace dealscape::reports
