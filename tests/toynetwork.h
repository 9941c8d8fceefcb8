// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/scenario.h"
#include "domain/dataset.h"
#include "domain/perspective.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

/// A network of four parties whose measures are worked out by hand or published, for tests of loops, measures and scenarios.
namespace dealscape::sample {

/// N pays O 100, O pays C 300, C pays N 200, O pays N 30, X pays O 60, in billions of dollars.
inline Dataset toy()
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    for (const char *name : {"O", "N", "C", "X"}) {
        Organization organization;
        organization.id = OrganizationId(name);
        organization.name = name;
        organization.layer = LayerId("models");
        organization.country = name[0] == 'N' ? "NO" : "US";
        dataset.organizations.push_back(organization);
    }
    for (const auto &[payer, payee, billions] : {std::tuple("N", "O", 100), std::tuple("O", "C", 300), std::tuple("C", "N", 200),
                                                 std::tuple("O", "N", 30), std::tuple("X", "O", 60)})
    {
        Deal deal;
        deal.id = DealId(std::string(payer) + payee);
        deal.supplier = OrganizationId(payee);
        deal.customer = OrganizationId(payer);
        deal.payer = deal.customer;
        deal.payee = deal.supplier;
        deal.flow = FlowClass::Compute;
        deal.value = MoneyRange::exactly(Money::billions(billions));
        deal.announced = {2025, 1, 1};
        deal.term = {2026, 2027};
        deal.status = DealStatus::Signed;
        deal.certainty = billions == 30 ? Certainty::Announced : Certainty::Binding;
        dataset.deals.push_back(deal);
    }
    return dataset;
}

/// The same, in 2026, with cash and revenue of O as claims.
inline Dataset disclosing()
{
    Dataset dataset = toy();
    dataset.asOf = Date{2026, 10, 10};
    Source source;
    source.id = SourceId("gazette");
    source.publisher = "Gazette";
    dataset.sources.push_back(source);
    const auto claim = [&](const char *kind, const char *statement, double billions, ClaimUnit unit, Date date) {
        Claim made;
        made.id = ClaimId(kind);
        made.kind = kind;
        made.subject = OrganizationId("O");
        made.statement = statement;
        made.low = made.high = billions * 1e9;
        made.unit = unit;
        made.date = date;
        made.sources = {source.id};
        dataset.claims.push_back(made);
    };
    claim("cash", "O: $73B in hand", 73, ClaimUnit::Dollars, {2026, 3, 31});
    claim("revenue", "O: $40B a year", 40, ClaimUnit::DollarsPerYear, {2026, 6, 30});
    claim("spend", "O spends $9B a year", 9, ClaimUnit::DollarsPerYear, {2026, 9, 30});
    return dataset;
}

/// A walk round these organisations.
inline Trail ring(const std::vector<std::string> &names)
{
    Trail trail;
    trail.closed = true;
    for (const std::string &name : names)
        trail.organizations.emplace_back(name);
    return trail;
}

/// What a party has from outside and as its own, in billions of dollars, set by hand.
inline analysis::PartyInputs inputs(std::optional<int> outside, std::optional<int> equity)
{
    const auto input = [](std::optional<int> billions) {
        return billions ? analysis::Input{Money::billions(*billions), analysis::InputBasis::Set} : analysis::Input();
    };
    return {input(outside), input(equity)};
}

} // namespace dealscape::sample
