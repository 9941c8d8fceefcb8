// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partysums.h"

#include <array>

namespace dealscape::models {

std::vector<FlowRow> flowsOf(const document::Snapshot &snapshot, std::span<const int> deals, const OrganizationId &party)
{
    std::array<FlowRow, analysis::flowCount> all;
    for (const int position : deals) {
        const Deal &deal = snapshot.dataset().deals[static_cast<std::size_t>(position)];
        if (!deal.counted() || !deal.moneyDirectionKnown())
            continue;
        FlowRow &row = all[analysis::slot(deal.flow)];
        if (*deal.payer == party)
            row.pays += analysis::moneyOf(deal);
        if (*deal.payee == party)
            row.receives += analysis::moneyOf(deal);
    }
    std::vector<FlowRow> rows;
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].flow = static_cast<FlowClass>(i);
        if (!all[i].pays.empty() || !all[i].receives.empty())
            rows.push_back(all[i]);
    }
    return rows;
}

std::vector<PowerRow> powerOf(const document::Snapshot &snapshot, std::span<const int> deals, const OrganizationId &party)
{
    std::array<PowerRow, analysis::powerLayerCount> all;
    for (const int position : deals) {
        const Deal &deal = snapshot.dataset().deals[static_cast<std::size_t>(position)];
        if (!deal.counted() || !deal.power || deal.power->layer == PowerLayer::Context)
            continue;
        PowerRow &row = all[analysis::slot(deal.power->layer)];
        if (deal.supplier == party)
            row.supplies += analysis::powerOf(deal);
        if (deal.customer == party)
            row.takes += analysis::powerOf(deal);
    }
    std::vector<PowerRow> rows;
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].layer = static_cast<PowerLayer>(i);
        if (!all[i].supplies.empty() || !all[i].takes.empty())
            rows.push_back(all[i]);
    }
    return rows;
}

} // namespace dealscape::models
