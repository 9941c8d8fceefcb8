// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/chartnumbers.h"

#include "analysis/breakdown.h"
#include "analysis/concentration.h"
#include "analysis/plausibility.h"
#include "analysis/schedule.h"
#include "analysis/timeline.h"
#include "cli/sumjson.h"

#include <QJsonArray>

#include <type_traits>
#include <vector>

namespace dealscape::cli {

namespace {

/// One member for each flow class under "value" and for each counted layer under "power"; empty lists are left out.
template <class Make>
QJsonObject byMeasure(Make make)
{
    QJsonObject value, power;
    const auto put = [](QJsonObject &object, std::string_view name, const QJsonArray &rows) {
        if (!rows.isEmpty())
            object[qt(name)] = rows;
    };
    for (const auto &entry : vocabulary<FlowClass>())
        put(value, entry.word, make(entry.value));
    for (const auto &entry : vocabulary<PowerLayer>())
        if (entry.value != PowerLayer::Context)
            put(power, entry.word, make(entry.value));
    return {{QStringLiteral("value"), value}, {QStringLiteral("power"), power}};
}

template <class Amount>
QJsonObject row(const QString &key, const analysis::SumOf<Amount> &total, const analysis::ByCertainty<Amount> &certainties)
{
    QJsonObject object = sumJson(total);
    object[QStringLiteral("key")] = key;
    object[QStringLiteral("byCertainty")] = sumJson(certainties);
    return object;
}

QJsonObject breakdowns(const Index &index, std::span<const int> deals, analysis::By by)
{
    return byMeasure([&](auto measure) {
        QJsonArray rows;
        for (const auto &from : analysis::breakdown(index, deals, measure, {by, analysis::Direction::Both, {}}))
            rows += row(qt(from.key), from.total, from.byCertainty);
        return rows;
    });
}

QJsonObject timelines(const Index &index, std::span<const int> deals)
{
    return byMeasure([&](auto measure) {
        QJsonArray rows;
        for (const auto &point : analysis::timeline(index, deals, measure))
            rows += row(qt(point.date.iso()), point.total, point.cumulative);
        return rows;
    });
}

QJsonObject schedules(const Index &index, std::span<const int> deals)
{
    std::vector<analysis::Schedule<Money>> money;
    for (const auto &entry : vocabulary<FlowClass>())
        money.push_back(analysis::schedule(index, deals, entry.value));
    std::vector<analysis::Schedule<Power>> capacity;
    for (const auto &entry : vocabulary<PowerLayer>())
        if (entry.value != PowerLayer::Context)
            capacity.push_back(analysis::schedule(index, deals, entry.value));
    analysis::shareYears(money);
    analysis::shareYears(capacity);
    const auto listed = [](const auto &years) {
        QJsonArray rows;
        for (const auto &year : years)
            rows += row(QString::number(year.year), year.total, year.byCertainty);
        return rows;
    };
    const auto of = [&](auto measure) -> QJsonArray {
        const auto place = static_cast<std::size_t>(measure);
        if constexpr (std::is_same_v<decltype(measure), FlowClass>)
            return listed(money[place].years);
        else
            return listed(capacity[place].years);
    };
    return byMeasure(of);
}

QJsonArray prices(const Index &index, std::span<const int> deals)
{
    QJsonArray rows;
    for (const analysis::CostRow &cost : analysis::costPerGigawatt(index, deals)) {
        QJsonObject object{{QStringLiteral("key"), qt(index.dataset().deals[static_cast<std::size_t>(cost.deal)].id.text())},
                           {QStringLiteral("counted"), cost.counted}};
        if (cost.perGigawatt.low)
            object[QStringLiteral("low")] = plain(*cost.perGigawatt.low);
        if (cost.perGigawatt.high)
            object[QStringLiteral("high")] = plain(*cost.perGigawatt.high);
        rows += object;
    }
    return rows;
}

QJsonObject concentrations(const Index &index, std::span<const int> deals, analysis::Direction direction)
{
    QJsonObject flows;
    for (const auto &entry : vocabulary<FlowClass>()) {
        const auto found = analysis::concentration(index, deals, entry.value, {{}, direction}, Bound::High);
        QJsonArray shares;
        for (const analysis::PartnerShare &share : found.shares)
            shares += QJsonObject{
                {QStringLiteral("key"), qt(index.dataset().organizations[static_cast<std::size_t>(share.organization)].id.text())},
                {QStringLiteral("amount"), plain(share.amount)},
                {QStringLiteral("share"), share.share},
                {QStringLiteral("unpublished"), share.unpublished}};
        if (!shares.isEmpty())
            flows[qt(entry.word)] = QJsonObject{{QStringLiteral("shares"), shares},
                                                {QStringLiteral("herfindahl"), found.herfindahl},
                                                {QStringLiteral("effectiveNumber"), found.effectivePartners},
                                                {QStringLiteral("unpublished"), found.unpublished}};
    }
    return flows;
}

} // namespace

QJsonObject chartNumbers(const Index &index, std::span<const int> deals)
{
    return {{QStringLiteral("partner"), breakdowns(index, deals, analysis::By::Partner)},
            {QStringLiteral("kind"), breakdowns(index, deals, analysis::By::Kind)},
            {QStringLiteral("layer"), breakdowns(index, deals, analysis::By::Layer)},
            {QStringLiteral("certainty"), breakdowns(index, deals, analysis::By::Certainty)},
            {QStringLiteral("country"), breakdowns(index, deals, analysis::By::Country)},
            {QStringLiteral("time"), timelines(index, deals)},
            {QStringLiteral("schedule"), schedules(index, deals)},
            {QStringLiteral("dollarsPerGigawatt"), prices(index, deals)},
            {QStringLiteral("spenders"), concentrations(index, deals, analysis::Direction::Out)},
            {QStringLiteral("suppliers"), concentrations(index, deals, analysis::Direction::In)}};
}

} // namespace dealscape::cli
