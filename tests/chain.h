// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "io/reader.h"

#include <string>

namespace dealscape::sample {

/// So many deals, one after the other: each payee pays the next.
inline io::ReadResult chain(int length)
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    for (int i = 0; i <= length; ++i) {
        Organization organization;
        organization.id = OrganizationId("o" + std::to_string(i));
        organization.name = organization.id.text();
        organization.layer = LayerId("cloud");
        dataset.organizations.push_back(organization);
    }
    for (int i = 0; i < length; ++i) {
        Deal deal;
        deal.id = DealId("d" + std::to_string(i));
        deal.payer = deal.customer = dataset.organizations[static_cast<std::size_t>(i)].id;
        deal.payee = deal.supplier = dataset.organizations[static_cast<std::size_t>(i) + 1].id;
        deal.value = MoneyRange::exactly(Money::billions(1));
        deal.announced = Date{2025, 1, 1};
        dataset.deals.push_back(deal);
    }
    io::ReadResult result;
    result.dataset = std::move(dataset);
    return result;
}

} // namespace dealscape::sample
