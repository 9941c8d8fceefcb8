// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/flowgraph.h"
#include "domain/dataset.h"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
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

inline std::string numbered(const char *prefix, int number)
{
    return std::string(prefix).append(std::to_string(number));
}

/// Organisations and deals drawn evenly, the same for a seed on every machine: amounts of 0 to 99 billion, one in six
/// unpublished, one in four a range.
inline Dataset random(int seed, int organizations, int deals)
{
    std::mt19937 engine(static_cast<std::uint32_t>(seed));
    const auto draw = [&](int below) { return static_cast<int>(engine() % static_cast<std::uint32_t>(below)); };
    Dataset dataset;
    for (int i = 0; i < organizations; ++i)
        dataset.organizations.push_back(organization(numbered("o", i)));
    for (int i = 0; i < deals; ++i) {
        const std::string payer = numbered("o", draw(organizations));
        const std::string payee = numbered("o", draw(organizations));
        const int amount = draw(100);
        dataset.deals.push_back(deal(numbered("d", i), payer, payee, draw(6) ? amount : -1));
        if (draw(4) == 0 && dataset.deals.back().value.published())
            dataset.deals.back().value.low = Money::billions(amount / 2);
    }
    return dataset;
}

/// As random(), but half of all ends belong to a few organisations, as in real networks.
inline Dataset hubs(int seed, int organizations, int deals)
{
    Dataset dataset = random(seed, organizations, deals);
    std::mt19937 engine(static_cast<std::uint32_t>(seed) + 1);
    for (Deal &made : dataset.deals) {
        auto &end = engine() % 2 ? made.payer : made.payee;
        const double place = std::pow(static_cast<double>(engine()) / 4294967296.0, 6);
        end = OrganizationId(numbered("o", static_cast<int>(place * organizations)));
    }
    return dataset;
}

inline std::vector<int> all(const Dataset &dataset)
{
    std::vector<int> positions(dataset.deals.size());
    std::iota(positions.begin(), positions.end(), 0);
    return positions;
}

inline analysis::FlowGraph graphOf(const Dataset &dataset)
{
    return analysis::FlowGraph(Index(dataset), all(dataset));
}

} // namespace samples
