// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <numeric>
#include <string>
#include <vector>

/// Small datasets written in a line or two.
namespace samples {

using namespace dealscape;

inline Organization organization(const std::string &id, const std::string &layer = "models", const std::string &country = "US")
{
    Organization made;
    made.id = OrganizationId(id);
    made.name = id;
    made.layer = LayerId(layer);
    made.country = country;
    return made;
}

/// A counted, binding compute deal in which payer pays payee; billions below zero mean "not published".
inline Deal deal(const std::string &id, const std::string &payer, const std::string &payee, double billions)
{
    Deal made;
    made.id = DealId(id);
    made.supplier = OrganizationId(payee);
    made.customer = OrganizationId(payer);
    made.payer = OrganizationId(payer);
    made.payee = OrganizationId(payee);
    made.kind = DealKind::CloudCompute;
    made.flow = FlowClass::Compute;
    if (billions >= 0)
        made.value = MoneyRange::exactly(Money(static_cast<std::int64_t>(billions * 1e9)));
    made.announced = Date{2025, 6, 1};
    made.status = DealStatus::Signed;
    made.certainty = Certainty::Binding;
    return made;
}

/// The network of the golden numbers: N, O, C and X, in billions of dollars from payer to payee.
inline Dataset toy()
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    for (const char *id : {"O", "N", "C", "X"})
        dataset.organizations.push_back(organization(id));
    dataset.deals = {deal("no", "N", "O", 100), deal("oc", "O", "C", 300), deal("cn", "C", "N", 200), deal("on", "O", "N", 30),
                     deal("xo", "X", "O", 60)};
    return dataset;
}

inline std::vector<int> all(const Dataset &dataset)
{
    std::vector<int> positions(dataset.deals.size());
    std::iota(positions.begin(), positions.end(), 0);
    return positions;
}

} // namespace samples
