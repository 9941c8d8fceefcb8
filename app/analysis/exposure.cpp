// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/exposure.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace dealscape::analysis {

namespace {

std::string countryOf(const Index &index, const OrganizationId &id)
{
    const Organization *organization = index.organization(id);
    return organization ? organization->country : std::string();
}

std::optional<StateLink> ownLink(const Index &index, const Organization &organization)
{
    const std::string_view kind = organization.kind;
    const Layer *layer = index.layer(organization.layer);
    if (kind.starts_with("sovereign") || kind.starts_with("state-"))
        return StateLink::StateBacked;
    if (kind.starts_with("government") || (layer && layer->style == LayerStyle::Government))
        return StateLink::Government;
    return std::nullopt;
}

StateRole roleOf(const Deal &deal, const OrganizationId &party)
{
    switch (deal.flow) {
    case FlowClass::Policy:
        return deal.kind == DealKind::ExportLicence ? StateRole::Licence : StateRole::Support;
    case FlowClass::Licence:
        return StateRole::Licence;
    case FlowClass::Guarantee:
        return StateRole::Guarantee;
    case FlowClass::Capital:
    case FlowClass::EquityInstrument:
        return StateRole::Capital;
    default:
        return deal.customer == party || (deal.payer && *deal.payer == party) ? StateRole::Buyer : StateRole::Seller;
    }
}

} // namespace

CountryMatrix countryMatrix(const Index &index, std::span<const int> deals, FlowClass flow)
{
    CountryMatrix matrix;
    std::set<std::string> countries;
    std::map<std::pair<std::string, std::string>, CountryFlow> cells;
    for (const int position : deals) {
        const Deal &deal = dealAt(index, position);
        if (!deal.counted() || deal.flow != flow || !deal.moneyDirectionKnown())
            continue;
        const std::string from = countryOf(index, *deal.payer);
        const std::string to = countryOf(index, *deal.payee);
        countries.insert({from, to});
        CountryFlow &cell = cells[{from, to}];
        cell.from = from;
        cell.to = to;
        cell.sum += moneyOf(deal);
        cell.deals.push_back(position);
        (from.empty() || to.empty() ? matrix.unknown : from == to ? matrix.domestic : matrix.crossBorder) += moneyOf(deal);
    }
    matrix.countries.assign(countries.begin(), countries.end());
    for (auto &[ends, cell] : cells)
        matrix.flows.push_back(std::move(cell));
    return matrix;
}

std::optional<StateLink> stateLink(const Index &index, const OrganizationId &organization)
{
    const Organization *here = index.organization(organization);
    if (!here)
        return std::nullopt;
    if (const auto own = ownLink(index, *here))
        return own;
    std::set<OrganizationId> seen = {organization};
    while (here->parent && seen.insert(*here->parent).second) {
        here = index.organization(*here->parent);
        if (!here)
            return std::nullopt;
        if (ownLink(index, *here))
            return StateLink::Subsidiary;
    }
    return std::nullopt;
}

StateExposure stateExposure(const Index &index, std::span<const int> deals)
{
    std::vector<std::optional<StateLink>> links;
    for (const Organization &organization : index.dataset().organizations)
        links.push_back(stateLink(index, organization.id));
    StateExposure exposure;
    for (const int position : deals) {
        const Deal &deal = dealAt(index, position);
        bool touched = false;
        for (const OrganizationId &end : {deal.tail(), deal.head()}) {
            const int organization = index.position(end);
            if (organization < 0 || !links[static_cast<std::size_t>(organization)])
                continue;
            exposure.deals.push_back({position, organization, *links[static_cast<std::size_t>(organization)], roleOf(deal, end)});
            touched = true;
        }
        if (touched && deal.counted())
            exposure.byFlow[slot(deal.flow)] += moneyOf(deal);
    }
    return exposure;
}

} // namespace dealscape::analysis
