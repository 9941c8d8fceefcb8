// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "generatedrecords.h"

/// Sound datasets in which chance decides what is there: each seed gives the same one everywhere.
namespace generated {

inline Claim claim(Chance &chance, const Dataset &dataset)
{
    static const std::vector<double> figures = {0, 0.125, 0.1, 1.0 / 3, 1};
    Claim result;
    result.id = ClaimId("c" + std::to_string(dataset.claims.size()));
    result.kind = chance.text();
    if (chance.coin())
        result.subject = chance.idOf(dataset.organizations);
    result.statement = chance.text();
    const double low = figures[chance.below(figures.size())];
    if (chance.coin())
        result.low = low;
    if (chance.coin())
        result.high = std::max(low, figures[chance.below(figures.size())]);
    result.unit = chance.word<ClaimUnit>();
    result.date = chance.date();
    result.confidence = chance.word<Confidence>();
    result.note = chance.text();
    if (chance.coin())
        result.deals = {chance.idOf(dataset.deals)};
    if (chance.coin())
        result.flows = {chance.word<FlowClass>()};
    result.sources = {chance.idOf(dataset.sources)};
    result.extras = chance.extras();
    return result;
}

inline std::vector<KeptPlace> places(Chance &chance, const Dataset &dataset)
{
    std::vector<KeptPlace> result;
    for (const Organization &organization : dataset.organizations)
        if (chance.coin())
            result.push_back({organization.id, static_cast<double>(chance.between(-4000, 4000)) / 7,
                              static_cast<double>(chance.between(-4000, 4000)) / 16, chance.coin()});
    return result;
}

inline Story story(Chance &chance, const Dataset &dataset)
{
    Story result{StoryId("s" + std::to_string(dataset.stories.size())), chance.text(), {}, chance.extras()};
    for (std::size_t i = chance.below(3); i > 0; --i) {
        Scene scene;
        scene.name = chance.text();
        scene.caption = chance.text();
        scene.notes = chance.text();
        scene.perspective = perspective(chance, dataset);
        if (chance.coin())
            scene.highlighted = {chance.idOf(dataset.organizations).text(), chance.idOf(dataset.deals).text()};
        if (chance.coin())
            scene.frame = {chance.idOf(dataset.organizations)};
        if (chance.coin())
            scene.places = places(chance, dataset);
        scene.chart = chance.text();
        if (chance.text().size() % 2)
            scene.compare = "earlier/state.json";
        scene.extras = chance.extras();
        result.scenes.push_back(scene);
    }
    return result;
}

inline ArticleItem articleItem(Chance &chance, const Dataset &dataset)
{
    ArticleItem result;
    result.label = chance.text();
    if (chance.coin())
        result.statedValue = chance.money();
    if (chance.coin())
        result.statedPower = Power(chance.between(1, 5000));
    result.itemised = chance.coin();
    result.mapsTo = {chance.idOf(dataset.deals).text(), chance.idOf(dataset.claims).text()};
    result.verdict = chance.text();
    result.corrected = chance.text();
    const OrganizationId &payer = dataset.organizations[0].id;
    if (chance.coin())
        result.edges.push_back({payer, dataset.organizations[1].id, chance.word<FlowClass>(), chance.range(), std::nullopt});
    result.extras = chance.extras();
    return result;
}

inline Dataset dataset(unsigned seed)
{
    Chance chance(seed);
    Dataset result;
    result.title = chance.text();
    result.description = chance.text();
    result.example = chance.coin();
    if (chance.coin())
        result.asOf = Date{2022, 0, 0};
    result.layers = defaultLayers();
    if (chance.coin())
        result.layers.push_back({LayerId("own"), chance.text(), chance.word<LayerStyle>(), static_cast<int>(chance.below(64)), {}, {}, {}});
    if (chance.coin()) {
        result.layers.back().icon = chance.word<LayerIcon>();
        result.layers.back().colour = Colour{0, 0x4A, static_cast<std::uint8_t>(chance.below(256))};
    }
    if (chance.coin())
        result.scales.value = {Money(chance.between(1, 9)), Money(10), Money(11), Money(chance.between(12, 99))};
    if (chance.coin())
        result.scales.power = {Power(chance.between(1, 9)), Power(10), Power(11), Power(chance.between(12, 99))};
    if (chance.coin())
        result.scales.area = Money(chance.between(1, 1'000'000));
    for (int i = 0; i < 3; ++i)
        result.sources.push_back({SourceId("s" + std::to_string(i)), chance.text(), chance.text(), chance.date(),
                                  chance.coin() ? "https://example.org/é" : "", chance.word<SourceBasis>(), chance.extras()});
    for (std::size_t i = 2 + chance.below(6); i > 0; --i)
        result.organizations.push_back(organization(chance, result));
    for (int i = 0; i < 2; ++i)
        result.groups.push_back({GroupId("g" + std::to_string(i)), chance.text(), std::nullopt, chance.extras()});
    for (std::size_t i = 1 + chance.below(8); i > 0; --i)
        result.deals.push_back(deal(chance, result));
    result.groups[0].umbrella = Umbrella{chance.idOf(result.deals), chance.text(), {chance.idOf(result.organizations)}};
    for (std::size_t i = 1 + chance.below(3); i > 0; --i)
        result.claims.push_back(claim(chance, result));
    if (chance.coin())
        result.articleSource = chance.idOf(result.sources);
    for (std::size_t i = chance.below(3); i > 0; --i)
        result.article.push_back(articleItem(chance, result));
    for (std::size_t i = chance.below(3); i > 0; --i)
        result.stories.push_back(story(chance, result));
    for (const LayoutKind layout : chance.words<LayoutKind>())
        result.arrangements.push_back({layout, places(chance, result)});
    result.opening = perspective(chance, result);
    for (std::size_t i = chance.below(3); i > 0; --i)
        result.notes.push_back(chance.text());
    result.extras = chance.extras();
    return result;
}

} // namespace generated
