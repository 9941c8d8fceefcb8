// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <string>

namespace dealscape::sample {

/// A small dataset put together in the test itself. Amounts are in billions of dollars, capacities in megawatts.
class Sample {
public:
    Sample() { m_dataset.layers = defaultLayers(); }

    Sample &organization(const std::string &id, LayerStyle layer)
    {
        Organization organization;
        organization.id = OrganizationId(id);
        organization.name = id;
        organization.layer = LayerId(std::string(word(layer)));
        m_dataset.organizations.push_back(organization);
        return *this;
    }

    /// Adds a deal paid by the first for something of the second and gives it for further changes.
    Deal &deal(const std::string &payer, const std::string &payee, FlowClass flow, MoneyRange value,
               Certainty certainty = Certainty::Binding)
    {
        Deal deal;
        deal.id = DealId("deal-" + std::to_string(m_dataset.deals.size()));
        deal.supplier = OrganizationId(payee);
        deal.customer = OrganizationId(payer);
        deal.payer = deal.customer;
        deal.payee = deal.supplier;
        deal.flow = flow;
        deal.value = value;
        deal.certainty = certainty;
        deal.announced = Date{2025, 1, 1};
        deal.sources = {SourceId("source-" + std::to_string(m_dataset.deals.size() % 3))};
        m_dataset.deals.push_back(deal);
        return m_dataset.deals.back();
    }

    Dataset &dataset() { return m_dataset; }

private:
    Dataset m_dataset;
};

inline MoneyRange billions(std::int64_t count)
{
    return MoneyRange::exactly(Money::billions(count));
}

inline MoneyRange billions(std::int64_t low, std::int64_t high)
{
    return {Money::billions(low), Money::billions(high)};
}

} // namespace dealscape::sample
