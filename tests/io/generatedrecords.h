// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance.h"

namespace generated {

inline Perspective perspective(Chance &chance, const Dataset &dataset)
{
    Perspective result;
    result.lens = chance.word<Lens>();
    result.layout = chance.word<LayoutKind>();
    result.asReported = chance.coin();
    result.arrangeShown = chance.coin();
    Filter &filter = result.filter;
    filter.maximumTier = static_cast<int>(chance.below(10));
    filter.countedOnly = chance.coin();
    filter.publishedOnly = chance.coin();
    filter.certainties = chance.words<Certainty>();
    filter.families = chance.words<Family>();
    filter.kinds = chance.words<DealKind>();
    if (chance.coin())
        filter.layers = {chance.idOf(dataset.layers)};
    if (chance.coin())
        filter.countries = {"US", "CN"};
    if (chance.coin())
        filter.layerEnds = Ends::Either;
    if (chance.coin())
        filter.countryEnds = Ends::Either;
    if (chance.coin())
        filter.organizationEnds = Ends::Both;
    if (!dataset.organizations.empty() && chance.coin())
        filter.organizations = {chance.idOf(dataset.organizations), chance.idOf(dataset.organizations)};
    filter.weakestSources = chance.words<SourceBasis>();
    if (chance.coin())
        filter.from = chance.date();
    if (chance.coin())
        filter.until = Date{2021, 0, 0};
    if (chance.coin())
        filter.atLeast = chance.money();
    filter.text = chance.text();
    if (!dataset.organizations.empty() && chance.coin())
        result.focus = Focus{chance.idOf(dataset.organizations), static_cast<int>(chance.between(1, 99))};
    if (dataset.organizations.size() < 2 || chance.coin())
        return result;
    result.expanded = {chance.idOf(dataset.organizations), chance.idOf(dataset.organizations)};
    result.collapsed = {chance.idOf(dataset.organizations)};
    result.trail = Trail{{dataset.organizations[1].id, dataset.organizations[0].id, chance.idOf(dataset.organizations)}, chance.coin()};
    return result;
}

inline Organization organization(Chance &chance, const Dataset &dataset)
{
    Organization result;
    result.id = OrganizationId("o" + std::to_string(dataset.organizations.size()) + chance.text());
    result.name = chance.name();
    result.shortName = chance.text();
    result.kind = chance.text();
    result.layer = chance.idOf(dataset.layers);
    result.country = chance.coin() ? "GB" : "";
    if (!dataset.organizations.empty() && chance.coin())
        result.parent = chance.idOf(dataset.organizations);
    result.listing = {chance.text(), chance.text(), chance.text()};
    result.wikidata = chance.text();
    if (chance.coin()) {
        result.valuation = Valuation{chance.money(), chance.text(), chance.date(), chance.word<Confidence>(), chance.text(), std::nullopt};
        if (chance.coin())
            result.valuation->source = chance.idOf(dataset.sources);
    }
    result.note = chance.text();
    result.extras = chance.extras();
    return result;
}

inline Deal deal(Chance &chance, const Dataset &dataset)
{
    Deal result;
    result.id = DealId("d" + std::to_string(dataset.deals.size()));
    const std::size_t supplier = chance.below(dataset.organizations.size());
    const std::size_t customer = (supplier + 1 + chance.below(dataset.organizations.size() - 1)) % dataset.organizations.size();
    result.supplier = dataset.organizations[supplier].id;
    result.customer = dataset.organizations[customer].id;
    if (chance.coin()) {
        result.payer = result.customer;
        result.payee = result.supplier;
    }
    result.kind = chance.word<DealKind>();
    result.flow = chance.word<FlowClass>();
    result.value = chance.range();
    if (chance.coin())
        result.paid = result.value.at(Bound::Low);
    result.currency = chance.coin() ? "EUR" : "USD";
    result.asAnnounced = chance.text();
    for (std::size_t i = chance.below(3); i > 0; --i)
        result.estimates.push_back({chance.text(), chance.range(), std::nullopt});
    if (chance.coin() && result.value.low && result.value.high)
        result.parts = {{chance.word<Certainty>(), MoneyRange::exactly(*result.value.low)},
                        {chance.word<Certainty>(), {std::nullopt, *result.value.high - *result.value.low}}};
    if (chance.coin())
        result.power = PowerStatement{Power(chance.between(1, Power::maximum().megawatts())), chance.word<PowerLayer>()};
    result.announced = chance.date();
    if (chance.coin())
        result.term = {static_cast<int>(chance.between(1900, 2020)), static_cast<int>(chance.between(2021, 2200))};
    result.status = chance.word<DealStatus>();
    result.statusDetail = chance.text();
    result.commitment = chance.text();
    result.certainty = chance.word<Certainty>();
    result.confidence = chance.word<Confidence>();
    result.headline = chance.text();
    result.note = chance.text();
    result.tier = static_cast<int>(chance.between(1, 9));
    result.draft = chance.coin();
    if (chance.coin())
        result.overlap = {chance.idOf(dataset.groups), chance.word<OverlapRole>(), false, std::nullopt};
    if (!dataset.deals.empty() && chance.coin())
        result.overlap.supersededBy = chance.idOf(dataset.deals);
    if (chance.coin())
        result.reported = Reported{chance.text(), chance.money(), chance.coin(), chance.text()};
    result.sources = {chance.idOf(dataset.sources)};
    for (std::size_t i = chance.below(3); i > 0; --i)
        result.unsourced.push_back(chance.text());
    result.extras = chance.extras();
    return result;
}

} // namespace generated
