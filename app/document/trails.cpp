// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/trails.h"

#include "analysis/moneypath.h"
#include "document/wording.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QStringList>

namespace dealscape::document {

namespace {

using words::tr;

/// The legs of a walk, each as payer and payee.
std::vector<std::pair<OrganizationId, OrganizationId>> legsOf(const Trail &trail)
{
    std::vector<std::pair<OrganizationId, OrganizationId>> legs;
    for (std::size_t i = 1; i < trail.organizations.size(); ++i)
        legs.emplace_back(trail.organizations[i - 1], trail.organizations[i]);
    if (trail.closed && trail.organizations.size() > 1)
        legs.emplace_back(trail.organizations.back(), trail.organizations.front());
    return legs;
}

/// The leg that carries least, one without a published value first.
const analysis::Arc &smaller(const analysis::Arc &a, const analysis::Arc &b)
{
    if (a.known() != b.known())
        return a.known() ? b : a;
    return b.high < a.high ? b : a;
}

} // namespace

std::optional<Trail> moneyPath(const Snapshot &snapshot, const network::Network &network, const OrganizationId &from,
                               const OrganizationId &to)
{
    const Index &index = snapshot.index();
    const analysis::FlowGraph graph(index, network.deals);
    const std::vector<int> arcs = analysis::moneyPath(graph, index.position(from), index.position(to));
    if (arcs.empty())
        return std::nullopt;
    Trail trail{{from}, false};
    for (const int arc : arcs)
        trail.organizations.push_back(snapshot.dataset().organizations[static_cast<std::size_t>(graph.arc(arc).to)].id);
    return trail;
}

QString namesOf(const Snapshot &snapshot, const Trail &trail)
{
    constexpr qsizetype most = 5;
    QStringList names;
    for (const OrganizationId &id : trail.organizations)
        names << nameOf(snapshot, id);
    if (trail.closed && !names.isEmpty())
        names << names.front();
    if (names.size() > most)
        names = QStringList{names[0], names[1], QStringLiteral("…"), names[names.size() - 2], names.back()};
    return names.join(tr(" pays "));
}

QString describe(const Snapshot &snapshot, const network::Network &network, const Trail &trail)
{
    const Index &index = snapshot.index();
    const analysis::FlowGraph graph(index, network.deals);
    const auto legs = legsOf(trail);
    const analysis::Arc *smallest = nullptr;
    for (const auto &[payer, payee] : legs) {
        const int position = graph.find(index.position(payer), index.position(payee));
        if (position < 0)
            return tr("%1: the payment from %2 to %3 is not in view")
                .arg(namesOf(snapshot, trail), nameOf(snapshot, payer), nameOf(snapshot, payee));
        const analysis::Arc &arc = graph.arc(position);
        smallest = smallest ? &smaller(*smallest, arc) : &arc;
    }
    const QString steps = words::counted(static_cast<int>(legs.size()), tr("step"), tr("steps"));
    const QString leg = !smallest || !smallest->known()
        ? tr("smallest leg not published")
        : tr("smallest leg %1").arg(words::money(MoneyRange{smallest->low, smallest->high}));
    return QStringLiteral("%1: %2, %3").arg(namesOf(snapshot, trail), steps, leg);
}

QString describeNoPath(const Snapshot &snapshot, const network::Network &network, const OrganizationId &from, const OrganizationId &to)
{
    const QString none = tr("No money goes from %1 to %2 in view").arg(nameOf(snapshot, from), nameOf(snapshot, to));
    return moneyPath(snapshot, network, to, from) ? tr("%1, only the other way").arg(none) : none;
}

} // namespace dealscape::document
