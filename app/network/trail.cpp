// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/trail.h"

#include "analysis/flowgraph.h"
#include "analysis/select.h"
#include "words/numbers.h"
#include "words/phrases.h"
#include "words/plain.h"

#include <algorithm>

namespace dealscape::network {

namespace {

using words::qt;

QString partyName(const Index &index, const Network &network, int node)
{
    const auto organization = static_cast<std::size_t>(network.nodes[static_cast<std::size_t>(node)].organization);
    return words::nameOf(index, index.dataset().organizations[organization].id);
}

std::vector<int> edgesBetween(const Network &network, int from, int to)
{
    std::vector<int> edges;
    for (std::size_t i = 0; i < network.edges.size(); ++i)
        if (network.edges[i].from == from && network.edges[i].to == to)
            edges.push_back(static_cast<int>(i));
    std::ranges::stable_sort(edges, std::greater(),
                             [&](int edge) { return network.edges[static_cast<std::size_t>(edge)].value.at(Bound::High); });
    return edges;
}

/// The amount of a leg as loops are measured: one arc over its deals.
bool measure(const Index &index, const std::vector<int> &deals, TrailLeg &leg)
{
    const analysis::FlowGraph graph(index, deals);
    if (graph.arcs().empty())
        return false;
    const auto &largest = *std::ranges::max_element(graph.arcs(), {}, &analysis::Arc::high);
    leg.deals = largest.deals;
    leg.certainty = largest.weakestAt(Bound::High);
    if (largest.known())
        leg.value = {largest.low, largest.high};
    return true;
}

std::optional<TrailLeg> legOf(const Index &index, const Network &network, int from, int to)
{
    if (from < 0 || to < 0)
        return std::nullopt;
    TrailLeg leg{from, to, edgesBetween(network, from, to), {}, {}, Certainty::Announced};
    if (leg.edges.empty())
        leg.edges = edgesBetween(network, to, from);
    if (leg.edges.empty())
        return std::nullopt;
    std::vector<int> deals;
    for (const int edge : leg.edges) {
        const auto &more = network.edges[static_cast<std::size_t>(edge)].deals;
        deals.insert(deals.end(), more.begin(), more.end());
    }
    std::ranges::sort(deals);
    if (!measure(index, analysis::firm(index, deals), leg) && !measure(index, deals, leg)) {
        const NetworkEdge &edge = network.edges[static_cast<std::size_t>(leg.edges.front())];
        leg.deals = edge.deals;
        leg.value = edge.value;
        leg.certainty = edge.certainty;
    }
    return leg;
}

/// Whether all deals of a leg are of one family, and which.
std::optional<Family> familyOf(const Index &index, const TrailLeg &leg)
{
    std::optional<Family> family;
    for (const int deal : leg.deals) {
        const Family next = dealscape::familyOf(dealAt(index, deal).flow);
        if (family && *family != next)
            return std::nullopt;
        family = next;
    }
    return family;
}

struct Verbs {
    const char *put;
    const char *pay;
    const char *buy;
};

Verbs verbsOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Paid:
        return {"puts", "pays", "buys"};
    case Certainty::Binding:
        return {"is to put", "is to pay", "is to buy"};
    case Certainty::Announced:
        return {"is expected to put", "is expected to pay", "is expected to buy"};
    case Certainty::Potential:
        return {"may put", "may pay", "may buy"};
    case Certainty::Cancelled:
        break;
    }
    return {"was to put", "was to pay", "was to buy"};
}

QString clauseOf(const Index &index, const Network &network, const TrailLeg &leg)
{
    const QString payer = partyName(index, network, leg.from);
    const QString payee = partyName(index, network, leg.to);
    const Verbs verbs = verbsOf(leg.certainty);
    const bool priced = leg.value.published();
    const QString amount = priced ? words::money(leg.value) : QStringLiteral("an unpublished amount");
    const auto family = familyOf(index, leg);
    if (family == Family::Capital)
        return QStringLiteral("%1 %2 %3 into %4").arg(payer, QLatin1String(verbs.put), amount, payee);
    if (family == Family::Hardware)
        return QStringLiteral("%1 %2 %3 of hardware from %4")
            .arg(payer, QLatin1String(verbs.buy), priced ? amount : QStringLiteral("an unpublished amount"), payee);
    return QStringLiteral("%1 %2 %3 %4").arg(payer, QLatin1String(verbs.pay), payee, amount);
}

} // namespace

std::optional<LitTrail> litTrail(const View &view)
{
    const std::optional<Trail> &asked = view.perspective.trail;
    if (!asked || asked->organizations.size() < 2)
        return std::nullopt;
    const auto &walk = asked->organizations;
    const std::size_t wanted = asked->closed ? walk.size() : walk.size() - 1;
    const auto nodeAt = [&](std::size_t i) { return view.nodeOf(walk[i % walk.size()]); };
    LitTrail trail;
    for (std::size_t i = 0; i < wanted; ++i)
        if (auto leg = legOf(view.index, view.network, nodeAt(i), nodeAt(i + 1)))
            trail.legs.push_back(std::move(*leg));
    if (trail.legs.empty())
        return std::nullopt;
    const bool whole = trail.legs.size() == wanted;
    trail.closed = asked->closed && whole;
    if (whole && std::ranges::all_of(trail.legs, [](const TrailLeg &leg) { return leg.value.published(); }))
        trail.smallest = static_cast<int>(
            std::ranges::min_element(trail.legs, {}, [](const TrailLeg &leg) { return leg.value.at(Bound::High); }) - trail.legs.begin());
    return trail;
}

QString trailSentence(const Index &index, const Network &network, const LitTrail &trail)
{
    QStringList clauses;
    for (const TrailLeg &leg : trail.legs)
        clauses << clauseOf(index, network, leg);
    return clauses.join(QStringLiteral(", ")) + u'.';
}

QString trailLine(const Index &index, const Network &network, const LitTrail &trail)
{
    QString line;
    for (std::size_t i = 0; i < trail.legs.size(); ++i) {
        const TrailLeg &leg = trail.legs[i];
        if (i == 0 || trail.legs[i - 1].to != leg.from)
            line += (i == 0 ? QString() : QStringLiteral(", ")) + partyName(index, network, leg.from);
        line += QStringLiteral(" › %1 %2")
                    .arg(partyName(index, network, leg.to), leg.value.published() ? words::money(leg.value) : QStringLiteral("?"));
    }
    return line;
}

QString trailNote(const LitTrail &trail)
{
    if (trail.smallest < 0)
        return QStringLiteral("A leg has no published price, so how much can pass is unknown. The legs are never added together.");
    const QString smallest = words::money(trail.legs[static_cast<std::size_t>(trail.smallest)].value);
    if (trail.closed)
        return QStringLiteral("At most %1, the smallest leg, can come back to where it started. The legs are never added together.")
            .arg(smallest);
    return QStringLiteral("No more than the smallest leg, %1, can pass from end to end. The legs are never added together.").arg(smallest);
}

QStringList legFacts(const Index &index, const TrailLeg &leg)
{
    const QString certainty = leg.certainty != Certainty::Cancelled ? qt(word(leg.certainty))
        : leg.deals.size() == 1                                     ? words::standing(dealAt(index, leg.deals.front())).toLower()
                                                                    : words::lowered(label(leg.certainty));
    if (leg.deals.empty())
        return {certainty};
    const Deal &first = dealAt(index, leg.deals.front());
    if (leg.deals.size() == 1)
        return {qt(label(first.kind)), certainty + QStringLiteral(", ") + words::shortDate(first.announced)};
    const int from = first.announced.year;
    const int until = dealAt(index, leg.deals.back()).announced.year;
    const QString years = from == until ? QString::number(from) : QStringLiteral("%1–%2").arg(from).arg(until);
    return {words::counted(static_cast<int>(leg.deals.size()), QStringLiteral("deal"), QStringLiteral("deals")),
            certainty + QStringLiteral(", ") + years};
}

} // namespace dealscape::network
