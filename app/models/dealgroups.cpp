// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dealgroups.h"

#include "document/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace dealscape::models {

namespace {

Way wayOf(const Deal &deal, const OrganizationId &organization)
{
    if (!deal.moneyDirectionKnown())
        return Way::Other;
    return *deal.payee == organization ? Way::IsPaid : *deal.payer == organization ? Way::Pays : Way::Other;
}

/// Unpublished amounts come last, and deals that are not counted after those that are.
std::int64_t weightOf(const Deal &deal)
{
    const std::int64_t dollars = deal.value.published() ? deal.value.at(Bound::High).dollars() : -1;
    return deal.counted() ? dollars : std::min<std::int64_t>(dollars, 0);
}

std::int64_t weightOf(const document::Snapshot &snapshot, const PartnerDeals &partner)
{
    std::int64_t sum = 0;
    for (const int deal : partner.deals)
        sum += std::max<std::int64_t>(0, weightOf(snapshot.dataset().deals[static_cast<std::size_t>(deal)]));
    return sum;
}

void finish(DealGroup &group, const document::Snapshot &snapshot)
{
    constexpr std::size_t mostSums = 2;
    const auto &deals = snapshot.dataset().deals;
    std::vector<std::pair<std::int64_t, PartnerDeals>> order;
    for (PartnerDeals &partner : group.partners) {
        std::ranges::stable_sort(partner.deals, std::greater(), [&](int deal) { return weightOf(deals[static_cast<std::size_t>(deal)]); });
        partner.sums = document::describeSums(snapshot, partner.deals, mostSums);
        const std::int64_t weight = weightOf(snapshot, partner);
        order.emplace_back(weight, std::move(partner));
    }
    std::ranges::stable_sort(order, std::greater(), [](const auto &entry) { return entry.first; });
    group.partners.clear();
    for (auto &entry : order)
        group.partners.push_back(std::move(entry.second));
}

} // namespace

QString title(Way way)
{
    switch (way) {
    case Way::IsPaid:
        return QCoreApplication::translate("Details", "Is paid by");
    case Way::Pays:
        return QCoreApplication::translate("Details", "Pays");
    case Way::Other:
        break;
    }
    return QCoreApplication::translate("Details", "No payment known, or takes part");
}

std::vector<DealGroup> dealGroups(const document::Snapshot &snapshot, std::span<const int> deals, const OrganizationId &organization)
{
    std::array<DealGroup, wayCount> groups;
    std::array<std::unordered_map<OrganizationId, std::size_t>, wayCount> places;
    for (const int position : deals) {
        const Deal &deal = snapshot.dataset().deals[static_cast<std::size_t>(position)];
        const Way way = wayOf(deal, organization);
        const auto slot = static_cast<std::size_t>(way);
        const OrganizationId &partner = deal.tail() == organization ? deal.head() : deal.tail();
        const auto [place, fresh] = places[slot].try_emplace(partner, groups[slot].partners.size());
        if (fresh)
            groups[slot].partners.push_back({partner, {}, {}});
        groups[slot].partners[place->second].deals.push_back(position);
        ++groups[slot].deals;
    }
    std::vector<DealGroup> filled;
    for (std::size_t slot = 0; slot < groups.size(); ++slot) {
        if (groups[slot].deals == 0)
            continue;
        groups[slot].way = static_cast<Way>(slot);
        finish(groups[slot], snapshot);
        filled.push_back(std::move(groups[slot]));
    }
    return filled;
}

} // namespace dealscape::models
