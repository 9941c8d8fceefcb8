// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/lookup.h"

#include "domain/revision.h"

#include <algorithm>

namespace dealscape::document {

namespace {

template <class Wanted>
std::vector<int> dealsWhere(const Snapshot &snapshot, Wanted wanted)
{
    const auto &deals = snapshot.dataset().deals;
    std::vector<int> found;
    for (std::size_t i = 0; i < deals.size(); ++i)
        if (wanted(deals[i]))
            found.push_back(static_cast<int>(i));
    std::stable_sort(found.begin(), found.end(), [&](int a, int b) { return deals[at(a)].announced < deals[at(b)].announced; });
    return found;
}

template <class Wanted>
std::vector<int> itemsWhere(const Snapshot &snapshot, Wanted wanted)
{
    const auto &items = snapshot.dataset().article;
    std::vector<int> found;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (std::ranges::any_of(items[i].edges, wanted))
            found.push_back(static_cast<int>(i));
    return found;
}

} // namespace

const OrganizationId &organizationOf(const Snapshot &snapshot, const network::Network &network, int node)
{
    return snapshot.dataset().organizations[at(network.nodes[at(node)].organization)].id;
}

EdgeKey keyOf(const Snapshot &snapshot, const network::Network &network, int edge)
{
    const network::NetworkEdge &e = network.edges[at(edge)];
    return {organizationOf(snapshot, network, e.from), organizationOf(snapshot, network, e.to), e.family};
}

int nodeOf(const Snapshot &snapshot, const network::Network &network, const OrganizationId &id)
{
    const int position = snapshot.index().position(id);
    return position < 0 ? -1 : network.nodeOf(position);
}

int edgeOf(const Snapshot &snapshot, const network::Network &network, const EdgeKey &key)
{
    const int from = nodeOf(snapshot, network, key.tail);
    const int to = nodeOf(snapshot, network, key.head);
    const auto found = std::find_if(network.edges.begin(), network.edges.end(),
                                    [&](const network::NetworkEdge &e) { return e.from == from && e.to == to && e.family == key.family; });
    return found == network.edges.end() ? -1 : static_cast<int>(found - network.edges.begin());
}

int edgeOfDeal(const network::Network &network, int deal)
{
    const auto found = std::find_if(network.edges.begin(), network.edges.end(), [&](const network::NetworkEdge &e) {
        return std::find(e.deals.begin(), e.deals.end(), deal) != e.deals.end();
    });
    return found == network.edges.end() ? -1 : static_cast<int>(found - network.edges.begin());
}

int positionOf(const Snapshot &snapshot, const DealId &id)
{
    return snapshot.index().position(id);
}

std::vector<int> dealsOf(const Snapshot &snapshot, const EdgeKey &key)
{
    return dealsWhere(snapshot,
                      [&](const Deal &d) { return d.tail() == key.tail && d.head() == key.head && familyOf(d.flow) == key.family; });
}

std::vector<int> dealsOf(const Snapshot &snapshot, const OrganizationId &id)
{
    const auto &deals = snapshot.dataset().deals;
    std::vector<int> found = snapshot.index().dealsOf(id);
    std::stable_sort(found.begin(), found.end(), [&](int a, int b) { return deals[at(a)].announced < deals[at(b)].announced; });
    return found;
}

std::vector<int> dealsCiting(const Snapshot &snapshot, const SourceId &id)
{
    return dealsWhere(snapshot, [&](const Deal &d) { return std::find(d.sources.begin(), d.sources.end(), id) != d.sources.end(); });
}

std::vector<int> articleItemsOf(const Snapshot &snapshot, const EdgeKey &key)
{
    return itemsWhere(snapshot, [&](const ReportedEdge &edge) {
        return edge.payer == key.tail && edge.payee == key.head && familyOf(edge.flow) == key.family;
    });
}

std::vector<int> articleItemsOf(const Snapshot &snapshot, const OrganizationId &id)
{
    return itemsWhere(snapshot, [&](const ReportedEdge &edge) { return edge.payer == id || edge.payee == id; });
}

int selectedEdge(const Snapshot &snapshot, const network::Network &network, const Selection &selection)
{
    if (const auto *key = std::get_if<EdgeKey>(&selection))
        return edgeOf(snapshot, network, *key);
    if (const auto *deal = std::get_if<DealId>(&selection))
        return edgeOfDeal(network, positionOf(snapshot, *deal));
    return -1;
}

void keepSound(const Snapshot &snapshot, Viewpoint &viewpoint)
{
    viewpoint.perspective = soundPerspective(snapshot.index(), std::move(viewpoint.perspective));
    if (!exists(snapshot, viewpoint.selection))
        viewpoint.selection = std::monostate();
    std::erase_if(viewpoint.opened, [&](const EdgeKey &key) { return !exists(snapshot, key); });
    std::erase_if(viewpoint.places, [&](const KeptPlace &place) { return !snapshot.index().organization(place.organization); });
}

bool exists(const Snapshot &snapshot, const Selection &selection)
{
    if (const auto *id = std::get_if<OrganizationId>(&selection))
        return snapshot.index().organization(*id);
    if (const auto *id = std::get_if<DealId>(&selection))
        return snapshot.index().deal(*id);
    if (const auto *key = std::get_if<EdgeKey>(&selection))
        return snapshot.index().organization(key->tail) && snapshot.index().organization(key->head);
    return true;
}

} // namespace dealscape::document
