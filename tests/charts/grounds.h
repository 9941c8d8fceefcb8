// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"
#include "tables.h"

#include "charts/plot.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dealscape::charts {

/// A dataset with the organisation that its charts are about.
struct Ground {
    std::string name;
    std::shared_ptr<const Dataset> dataset;
    std::optional<OrganizationId> subject;
};

inline constexpr std::array kinds = {reports::ChartKind::Partner,      reports::ChartKind::Kind,         reports::ChartKind::Layer,
                                     reports::ChartKind::Certainty,    reports::ChartKind::Country,      reports::ChartKind::Timeline,
                                     reports::ChartKind::Schedule,     reports::ChartKind::Plausibility, reports::ChartKind::Reconciliation,
                                     reports::ChartKind::Concentration};

inline constexpr std::array themes = {style::ThemeKind::Light, style::ThemeKind::Dark, style::ThemeKind::Print};

/// "hub" has a deal with each of the names. Deals take turns in what flows, in certainty and in day.
inline std::shared_ptr<const Dataset> around(const std::vector<std::string> &names,
                                             const std::function<void(std::size_t, Deal &)> &finish = {})
{
    constexpr std::array flows = {FlowClass::Compute, FlowClass::Capital, FlowClass::Compute, FlowClass::Hardware};
    constexpr std::array layers = {LayerStyle::Cloud, LayerStyle::Capital, LayerStyle::DataCentre, LayerStyle::Chips};
    constexpr std::array countries = {"US", "JP", "AE", "FR", "IN"};
    sample::Sample made;
    made.organization("hub", LayerStyle::Models);
    made.dataset().organizations.back().name = "Hub";
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string id = "partner-" + std::to_string(i);
        made.organization(id, layers[i % layers.size()]);
        Organization partner = made.dataset().organizations.back();
        partner.name = names[i];
        partner.country = countries[i % countries.size()];
        made.dataset().organizations.back() = partner;
        const auto amount = static_cast<std::int64_t>(names.size() - i) * 3;
        Deal deal = made.deal("hub", id, flows[i % flows.size()], sample::billions(amount), static_cast<Certainty>(i % 4));
        deal.announced = Date{2023 + static_cast<int>(i) % 4, 1 + static_cast<int>(i) % 12, 1 + static_cast<int>(i) % 28};
        deal.term = {deal.announced.year + 1, deal.announced.year + 4};
        deal.power = PowerStatement{Power(250 * (1 + static_cast<std::int64_t>(i) % 7)), static_cast<PowerLayer>(i % 3)};
        if (finish)
            finish(i, deal);
        made.dataset().deals.back() = deal;
    }
    return std::make_shared<const Dataset>(made.dataset());
}

inline std::vector<std::string> numbered(std::size_t count)
{
    std::vector<std::string> names;
    for (std::size_t i = 1; i <= count; ++i)
        names.push_back("Partner " + std::to_string(i));
    return names;
}

/// Amounts of every form: exact, between two, at least, at most, not published, with parts, the smallest and the largest that may be.
inline void ofEveryForm(std::size_t i, Deal &deal)
{
    const std::array<MoneyRange, 8> forms = {
        sample::billions(20, 30), {Money::billions(5), {}}, {{}, Money::billions(50)}, {},
        sample::billions(100),    sample::billions(0, 40),  sample::billions(12),      sample::billions(7)};
    deal.value = forms[i % forms.size()];
    deal.certainty = Certainty::Binding;
    if (i == 4) {
        deal.certainty = Certainty::Announced;
        deal.parts = {{Certainty::Paid, sample::billions(30)},
                      {Certainty::Announced, sample::billions(50)},
                      {Certainty::Potential, sample::billions(20)}};
    }
    if (i == 5)
        deal.certainty = Certainty::Potential;
}

inline const std::vector<Ground> &grounds()
{
    const auto hub = OrganizationId("hub");
    static const std::vector<Ground> all = {
        {"published, one", embedded(), OrganizationId("openai")},
        {"published, all", embedded(), {}},
        {"nothing", std::make_shared<const Dataset>(), {}},
        {"one deal", around({"Partner"}), hub},
        {"no price", around(numbered(6), [](std::size_t, Deal &deal) { deal.value = {}, deal.power = {}; }), hub},
        {"a hundred", around(numbered(100)), hub},
        {"long names",
         around({std::string(120, 'W'), "An Organisation Whose Name Takes More Room Than Any Chart Has Beside Its Bars",
                 std::string(60, 'i'), "The Same Organisation Whose Name Takes More Room Than Any Chart"}),
         OrganizationId("hub")},
        {"scripts", around({"阿里巴巴集团控股有限公司", "مبادلة للاستثمار", "Яндекс", "ソフトバンクグループ", "🦙 Llama", "חברת החשמל"}),
         hub},
        {"markup", around({"<b>Bold</b> & <i>Co</i>", "A&amp;B", "<script>alert(1)</script>", "\"Quoted\" 'Ltd'"}), hub},
        {"every form", around(numbered(8), ofEveryForm), hub},
        {"largest",
         around(numbered(5),
                [](std::size_t i, Deal &deal) {
                    deal.value = {Money(Money::maximum().dollars() - static_cast<std::int64_t>(i)), Money::maximum()};
                    deal.power->capacity = Power(Power::maximum().megawatts());
                }),
         hub},
        {"smallest",
         around(numbered(5),
                [](std::size_t i, Deal &deal) {
                    deal.value = MoneyRange::exactly(Money(static_cast<std::int64_t>(i) + 1));
                    deal.power->capacity = Power(static_cast<std::int64_t>(i) + 1);
                }),
         hub},
    };
    return all;
}

inline const Ground &groundNamed(const std::string &name)
{
    return *std::ranges::find(grounds(), name, &Ground::name);
}

inline reports::ChartTable tableOn(const Ground &ground, reports::ChartKind kind, Lens lens = Lens::Value,
                                   reports::ChartBound bound = reports::ChartBound::Range, int most = 10)
{
    const Index index(*ground.dataset);
    reports::ChartTable table =
        reports::chartTable(reports::ChartGround(index, ground.dataset->opening), {kind, lens, ground.subject, bound, most});
    table.standing = reports::standingOf(index, table);
    return table;
}

/// A plot as high as it needs.
inline Plot plotted(const reports::ChartTable &table, const PlotStyle &style, double width)
{
    return Plot(table, style, QSizeF(width, std::ceil(Plot::heightFor(table, style, width))));
}

} // namespace dealscape::charts
