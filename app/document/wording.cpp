// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/wording.h"

#include "analysis/totals.h"
#include "document/lookup.h"
#include "words/everyday.h"
#include "words/numbers.h"
#include "words/phrases.h"
#include "words/plain.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace dealscape::document {

namespace {

using words::tr;

QString partiesOf(const QString &tail, const QString &head, bool paid)
{
    const QString form = paid ? tr("%1 pays %2") : tr("%1 with %2");
    return form.arg(words::isolated(tail), words::isolated(head));
}

QString sentence(const Told &told)
{
    return told.facts.isEmpty() ? told.what : told.what + QStringLiteral(": ") + told.facts;
}

QString whoIs(const Snapshot &snapshot, const network::NetworkNode &node)
{
    const Organization &organization = snapshot.dataset().organizations[static_cast<std::size_t>(node.organization)];
    const Layer *layer = snapshot.index().layer(organization.layer);
    const QString part = layer ? text(layer->label) : words::lowered(label(node.look.style));
    return QStringLiteral("%1, %2").arg(words::isolated(fullNameOf(snapshot, organization)), part);
}

} // namespace

QString text(std::string_view utf8)
{
    return words::plain(utf8);
}

QString nameOf(const Snapshot &snapshot, const OrganizationId &id)
{
    return words::nameOf(snapshot.index(), id);
}

QString fullNameOf(const Snapshot &snapshot, const Organization &organization)
{
    const QString name = text(organization.name);
    if (words::blank(name))
        return text(snapshot.index().nameOf(organization));
    const std::string &qualifier = snapshot.index().qualifierOf(organization);
    return qualifier.empty() ? name : QStringLiteral("%1 (%2)").arg(name, text(qualifier));
}

namespace {

/// The picture of the founding article has edges and no deals.
bool drawnAsReported(const network::Network &network)
{
    return network.deals.empty() && !network.edges.empty();
}

QString dealsAt(const network::Network &network, const network::NetworkNode &node)
{
    return drawnAsReported(network) ? words::counted(node.deals, tr("edge as reported"), tr("edges as reported"))
                                    : words::counted(node.deals, tr("deal"), tr("deals"));
}

/// How firm a ribbon is; of one deal that is so in parts, each part.
QString certaintyOf(const Snapshot &snapshot, const network::NetworkEdge &edge)
{
    const Deal &first = snapshot.dataset().deals[static_cast<std::size_t>(edge.deals.front())];
    const bool mixed = edge.deals.size() == 1 && first.parts.size() > 1 && first.value == edge.value;
    return mixed ? words::standing(first) : words::lowered(label(edge.certainty));
}

} // namespace

Told tellNode(const Snapshot &snapshot, const network::Network &network, int node)
{
    const network::NetworkNode &n = network.nodes[static_cast<std::size_t>(node)];
    const OrganizationId &id = snapshot.dataset().organizations[static_cast<std::size_t>(n.organization)].id;
    std::vector<int> deals;
    std::ranges::copy_if(network.deals, std::back_inserter(deals), [&](int position) {
        const Deal &deal = snapshot.dataset().deals[static_cast<std::size_t>(position)];
        return deal.tail() == id || deal.head() == id;
    });
    const QString sums = describeSums(snapshot, deals, 2);
    if (drawnAsReported(network) && n.turnover)
        return {whoIs(snapshot, n), dealsAt(network, n)};
    return {whoIs(snapshot, n), dealsAt(network, n) + QStringLiteral(", ") + (sums.isEmpty() ? tr("no published value") : sums)};
}

QString describeNode(const Snapshot &snapshot, const network::Network &network, int node)
{
    const network::NetworkNode &n = network.nodes[static_cast<std::size_t>(node)];
    const QString facts = sentence({whoIs(snapshot, n), dealsAt(network, n)});
    return n.turnover ? facts : facts + QStringLiteral(", ") + tr("no published value");
}

Told tellEdge(const Snapshot &snapshot, const network::Network &network, int edge)
{
    const network::NetworkEdge &e = network.edges[static_cast<std::size_t>(edge)];
    const EdgeKey key = keyOf(snapshot, network, edge);
    QStringList facts;
    facts << (e.value.published() ? words::money(e.value) : tr("amount not published"));
    if (e.power)
        facts << words::power(*e.power);
    facts << words::lowered(label(e.family)) << (e.deals.empty() ? tr("as the article states it") : certaintyOf(snapshot, e));
    if (!e.deals.empty())
        facts << words::counted(static_cast<int>(e.deals.size()), tr("deal"), tr("deals"));
    return {partiesOf(nameOf(snapshot, key.tail), nameOf(snapshot, key.head), e.directed), facts.join(QStringLiteral(", "))};
}

QString describeEdge(const Snapshot &snapshot, const network::Network &network, int edge)
{
    return sentence(tellEdge(snapshot, network, edge));
}

QString groupNameOf(const OverlapGroup &group)
{
    const QString label = group.umbrella ? text(group.umbrella->label) : QString();
    const QString id = words::everyday(group.id.text());
    return label.isEmpty() ? words::capitalised(id) : label;
}

QString describeTerm(const Term &term)
{
    if (term.start && term.end)
        return *term.start == *term.end ? QString::number(*term.start) : tr("%1 to %2").arg(*term.start).arg(*term.end);
    if (term.start)
        return tr("from %1").arg(*term.start);
    return term.end ? tr("until %1").arg(*term.end) : QString();
}

Told tellDeal(const Snapshot &snapshot, const Deal &deal)
{
    QStringList facts;
    facts << (deal.value.published() ? words::money(deal.value) : tr("amount not published"));
    if (deal.power)
        facts << words::power(deal.power->capacity);
    const QString standing = words::standing(deal);
    facts << standing.left(1).toLower() + standing.mid(1);
    if (const QString term = describeTerm(deal.term); !term.isEmpty())
        facts << term;
    return {partiesOf(nameOf(snapshot, deal.tail()), nameOf(snapshot, deal.head()), deal.moneyDirectionKnown()),
            facts.join(QStringLiteral(", "))};
}

QString describeDeal(const Snapshot &snapshot, const Deal &deal)
{
    return sentence(tellDeal(snapshot, deal));
}

QString titleOf(const Snapshot &snapshot, const Selection &selection)
{
    if (const auto *id = std::get_if<OrganizationId>(&selection))
        return nameOf(snapshot, *id);
    if (const auto *key = std::get_if<EdgeKey>(&selection))
        return tr("%1 to %2").arg(nameOf(snapshot, key->tail), nameOf(snapshot, key->head));
    if (const auto *id = std::get_if<DealId>(&selection)) {
        const Deal *deal = snapshot.index().deal(*id);
        if (deal && !deal->headline.empty())
            return text(deal->headline);
        if (deal)
            return tr("%1 to %2").arg(nameOf(snapshot, deal->tail()), nameOf(snapshot, deal->head()));
    }
    return {};
}

QString describeSums(const Snapshot &snapshot, const std::vector<int> &deals, std::size_t most)
{
    const analysis::Summary summary = analysis::summarize(snapshot.index(), deals);
    std::vector<std::pair<Money, QString>> sums;
    for (const auto &flow : vocabulary<FlowClass>())
        if (const analysis::Sum &sum = summary[flow.value].counted; sum.deals > 0)
            sums.emplace_back(sum.high,
                              QStringLiteral("%1 %2").arg(words::lowered(flow.label), words::money(MoneyRange{sum.low, sum.high})));
    std::stable_sort(sums.begin(), sums.end(), [](const auto &a, const auto &b) { return b.first < a.first; });
    QStringList words;
    for (std::size_t i = 0; i < std::min(most, sums.size()); ++i)
        words << sums[i].second;
    if (sums.size() > most)
        words << tr("%1 more").arg(sums.size() - most);
    return words.join(QStringLiteral(", "));
}

QString describeCategory(const Snapshot &snapshot, const network::Network &network, drawing::Target target)
{
    const auto inLayer = [&](const OrganizationId &id) {
        const int node = nodeOf(snapshot, network, id);
        return node >= 0 && snapshot.index().organization(id)->layer == snapshot.dataset().layers.at(at(target.index)).id;
    };
    const auto belongs = [&](const Deal &deal) {
        return target.kind == drawing::TargetKind::Family   ? static_cast<int>(familyOf(deal.flow)) == target.index
            : target.kind == drawing::TargetKind::Certainty ? static_cast<int>(deal.certainty) == target.index
                                                            : inLayer(deal.tail()) || inLayer(deal.head());
    };
    QString name;
    if (target.kind == drawing::TargetKind::Family)
        name = text(label(static_cast<Family>(target.index)));
    else if (target.kind == drawing::TargetKind::Certainty)
        name = text(label(static_cast<Certainty>(target.index)));
    else if (target.kind == drawing::TargetKind::Layer)
        name = text(snapshot.dataset().layers.at(at(target.index)).label);
    else
        return {};
    std::vector<int> deals;
    for (const int position : network.deals)
        if (belongs(snapshot.dataset().deals[static_cast<std::size_t>(position)]))
            deals.push_back(position);
    const QString sums = describeSums(snapshot, deals, 3);
    const QString count = words::counted(static_cast<int>(deals.size()), tr("deal"), tr("deals"));
    return QStringLiteral("%1: %2").arg(name, sums.isEmpty() ? count : count + QStringLiteral(", ") + sums);
}

QString describe(const Snapshot &snapshot, const network::Network &network, const Selection &selection)
{
    if (const auto *id = std::get_if<OrganizationId>(&selection)) {
        const int node = nodeOf(snapshot, network, *id);
        return node < 0 ? tr("%1 is not in view").arg(nameOf(snapshot, *id)) : describeNode(snapshot, network, node);
    }
    if (const auto *key = std::get_if<EdgeKey>(&selection)) {
        const int edge = edgeOf(snapshot, network, *key);
        return edge < 0 ? tr("%1 is not in view").arg(titleOf(snapshot, selection)) : describeEdge(snapshot, network, edge);
    }
    if (const auto *id = std::get_if<DealId>(&selection))
        if (const Deal *deal = snapshot.index().deal(*id))
            return describeDeal(snapshot, *deal);
    return {};
}

} // namespace dealscape::document
