// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

/// Sound datasets in which chance decides what is there: each seed gives the same one everywhere.
namespace generated {

using namespace dealscape;

class Source {
public:
    explicit Source(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t count) { return m_random() % count; }
    bool chance() { return below(2) == 0; }
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + static_cast<std::int64_t>(below(static_cast<std::size_t>(high - low) + 1));
    }

    /// Text with whatever a file may hold; sometimes empty.
    std::string text()
    {
        static const std::vector<std::string> pieces = {"a",    "Z",       " ",  "é",      "測試", "🚀", "\"", "\\", "/",
                                                        "\n",   "\t",      "\r", "\x01",   "\x7F", "{", "]",  ":",  ",",
                                                        "null", "\\u0041", "~1", "\u2028", "0.5",  "“", "'",  "&",  "<b>"};
        std::string result;
        for (std::size_t i = below(6); i > 0; --i)
            result += pieces[below(pieces.size())];
        return result;
    }
    std::string name() { return "x" + text(); }

    Date date()
    {
        Date date{static_cast<int>(between(1990, 2020)), 0, 0};
        if (chance())
            date.month = static_cast<int>(between(1, 12));
        if (date.month && chance())
            date.day = static_cast<int>(between(1, 28));
        return date;
    }
    Money money() { return Money(below(8) ? between(0, 1'000'000'000'000) : between(0, Money::maximum().dollars())); }
    MoneyRange range()
    {
        const Money a = money();
        const Money b = money();
        MoneyRange range{std::min(a, b), std::max(a, b)};
        if (below(4) == 0)
            range.low.reset();
        if (below(4) == 0)
            range.high.reset();
        return range;
    }
    template <class E>
    E word()
    {
        return vocabulary<E>()[below(vocabulary<E>().size())].value;
    }
    template <class Items>
    const auto &idOf(const Items &items)
    {
        return items[below(items.size())].id;
    }
    template <class E>
    std::set<E> words()
    {
        std::set<E> result;
        for (std::size_t i = below(4); i > 0; --i)
            result.insert(word<E>());
        return result;
    }
    Extras extras()
    {
        static const std::vector<std::string> values = {"1", "-0.50", "\"é\\n\"", "[1,{\"a\":null}]", "{}", "[]", "true", "1e5"};
        Extras extras;
        if (chance())
            extras.emplace_back("zz", values[below(values.size())]);
        if (chance())
            extras.emplace_back("odd key \"é", values[below(values.size())]);
        return extras;
    }

private:
    std::mt19937 m_random;
};

inline Perspective perspective(Source &source, const Dataset &dataset)
{
    Perspective result;
    result.lens = source.word<Lens>();
    result.layout = source.word<LayoutKind>();
    result.asReported = source.chance();
    Filter &filter = result.filter;
    filter.maximumTier = static_cast<int>(source.below(10));
    filter.countedOnly = source.chance();
    filter.publishedOnly = source.chance();
    filter.certainties = source.words<Certainty>();
    filter.families = source.words<Family>();
    filter.kinds = source.words<DealKind>();
    if (source.chance())
        filter.layers = {source.idOf(dataset.layers)};
    if (source.chance())
        filter.countries = {"US", "CN"};
    if (source.chance())
        filter.from = source.date();
    if (source.chance())
        filter.until = Date{2021, 0, 0};
    if (source.chance())
        filter.atLeast = source.money();
    filter.text = source.text();
    if (!dataset.organizations.empty() && source.chance())
        result.focus = Focus{source.idOf(dataset.organizations), static_cast<int>(source.between(1, 99))};
    return result;
}

inline Organization organization(Source &source, const Dataset &dataset)
{
    Organization result;
    result.id = OrganizationId("o" + std::to_string(dataset.organizations.size()) + source.text());
    result.name = source.name();
    result.shortName = source.text();
    result.kind = source.text();
    result.layer = source.idOf(dataset.layers);
    result.country = source.chance() ? "GB" : "";
    if (!dataset.organizations.empty() && source.chance())
        result.parent = source.idOf(dataset.organizations);
    result.listing = {source.text(), source.text(), source.text()};
    result.wikidata = source.text();
    if (source.chance()) {
        result.valuation = Valuation{source.money(), source.text(), source.date(), source.word<Confidence>(), source.text(), std::nullopt};
        if (source.chance())
            result.valuation->source = source.idOf(dataset.sources);
    }
    result.note = source.text();
    result.extras = source.extras();
    return result;
}

inline Deal deal(Source &source, const Dataset &dataset)
{
    Deal result;
    result.id = DealId("d" + std::to_string(dataset.deals.size()));
    const std::size_t supplier = source.below(dataset.organizations.size());
    const std::size_t customer = (supplier + 1 + source.below(dataset.organizations.size() - 1)) % dataset.organizations.size();
    result.supplier = dataset.organizations[supplier].id;
    result.customer = dataset.organizations[customer].id;
    if (source.chance()) {
        result.payer = result.customer;
        result.payee = result.supplier;
    }
    result.kind = source.word<DealKind>();
    result.flow = source.word<FlowClass>();
    result.value = source.range();
    if (source.chance())
        result.paid = result.value.at(Bound::Low);
    result.currency = source.chance() ? "EUR" : "USD";
    result.asAnnounced = source.text();
    for (std::size_t i = source.below(3); i > 0; --i)
        result.estimates.push_back({source.text(), source.range(), std::nullopt});
    if (source.chance() && result.value.low && result.value.high)
        result.parts = {{source.word<Certainty>(), MoneyRange::exactly(*result.value.low)},
                        {source.word<Certainty>(), {std::nullopt, *result.value.high - *result.value.low}}};
    if (source.chance())
        result.power = PowerStatement{Power(source.between(1, Power::maximum().megawatts())), source.word<PowerLayer>()};
    result.announced = source.date();
    if (source.chance())
        result.term = {static_cast<int>(source.between(1900, 2020)), static_cast<int>(source.between(2021, 2200))};
    result.status = source.word<DealStatus>();
    result.statusDetail = source.text();
    result.commitment = source.text();
    result.certainty = source.word<Certainty>();
    result.confidence = source.word<Confidence>();
    result.headline = source.text();
    result.note = source.text();
    result.tier = static_cast<int>(source.between(1, 9));
    if (source.chance())
        result.overlap = {source.idOf(dataset.groups), source.word<OverlapRole>(), false, std::nullopt};
    if (!dataset.deals.empty() && source.chance())
        result.overlap.supersededBy = source.idOf(dataset.deals);
    if (source.chance())
        result.reported = Reported{source.text(), source.money(), source.chance(), source.text()};
    result.sources = {source.idOf(dataset.sources)};
    for (std::size_t i = source.below(3); i > 0; --i)
        result.unsourced.push_back(source.text());
    result.extras = source.extras();
    return result;
}

inline Claim claim(Source &source, const Dataset &dataset)
{
    static const std::vector<double> figures = {0, 0.125, 0.1, 1.0 / 3, 1};
    Claim result;
    result.id = ClaimId("c" + std::to_string(dataset.claims.size()));
    result.kind = source.text();
    if (source.chance())
        result.subject = source.idOf(dataset.organizations);
    result.statement = source.text();
    const double low = figures[source.below(figures.size())];
    if (source.chance())
        result.low = low;
    if (source.chance())
        result.high = std::max(low, figures[source.below(figures.size())]);
    result.unit = source.word<ClaimUnit>();
    result.date = source.date();
    result.confidence = source.word<Confidence>();
    result.note = source.text();
    result.sources = {source.idOf(dataset.sources)};
    result.extras = source.extras();
    return result;
}

inline Story story(Source &source, const Dataset &dataset)
{
    Story result{StoryId("s" + std::to_string(dataset.stories.size())), source.text(), {}, source.extras()};
    for (std::size_t i = source.below(3); i > 0; --i) {
        Scene scene;
        scene.name = source.text();
        scene.caption = source.text();
        scene.notes = source.text();
        scene.perspective = perspective(source, dataset);
        if (source.chance())
            scene.highlighted = {source.idOf(dataset.organizations).text(), source.idOf(dataset.deals).text()};
        if (source.chance())
            scene.frame = {source.idOf(dataset.organizations)};
        scene.chart = source.text();
        scene.extras = source.extras();
        result.scenes.push_back(scene);
    }
    return result;
}

inline ArticleItem articleItem(Source &source, const Dataset &dataset)
{
    ArticleItem result;
    result.label = source.text();
    if (source.chance())
        result.statedValue = source.money();
    if (source.chance())
        result.statedPower = Power(source.between(1, 5000));
    result.itemised = source.chance();
    result.mapsTo = {source.idOf(dataset.deals).text(), source.idOf(dataset.claims).text()};
    result.verdict = source.text();
    result.corrected = source.text();
    const OrganizationId &payer = dataset.organizations[0].id;
    if (source.chance())
        result.edges.push_back({payer, dataset.organizations[1].id, source.word<FlowClass>(), source.range(), std::nullopt});
    result.extras = source.extras();
    return result;
}

inline Dataset dataset(unsigned seed)
{
    Source source(seed);
    Dataset result;
    result.title = source.text();
    result.description = source.text();
    result.example = source.chance();
    if (source.chance())
        result.asOf = Date{2022, 0, 0};
    result.layers = defaultLayers();
    if (source.chance())
        result.layers.push_back({LayerId("own"), source.text(), source.word<LayerStyle>(), static_cast<int>(source.below(64)), {}});
    for (int i = 0; i < 3; ++i)
        result.sources.push_back({SourceId("s" + std::to_string(i)), source.text(), source.text(), source.date(),
                                  source.chance() ? "https://example.org/é" : "", source.word<SourceBasis>(), source.extras()});
    for (std::size_t i = 2 + source.below(6); i > 0; --i)
        result.organizations.push_back(organization(source, result));
    for (int i = 0; i < 2; ++i)
        result.groups.push_back({GroupId("g" + std::to_string(i)), source.text(), std::nullopt, source.extras()});
    for (std::size_t i = 1 + source.below(8); i > 0; --i)
        result.deals.push_back(deal(source, result));
    result.groups[0].umbrella = Umbrella{source.idOf(result.deals), source.text(), {source.idOf(result.organizations)}};
    for (std::size_t i = 1 + source.below(3); i > 0; --i)
        result.claims.push_back(claim(source, result));
    if (source.chance())
        result.articleSource = source.idOf(result.sources);
    for (std::size_t i = source.below(3); i > 0; --i)
        result.article.push_back(articleItem(source, result));
    for (std::size_t i = source.below(3); i > 0; --i)
        result.stories.push_back(story(source, result));
    result.opening = perspective(source, result);
    for (std::size_t i = source.below(3); i > 0; --i)
        result.notes.push_back(source.text());
    result.extras = source.extras();
    return result;
}

} // namespace generated
