// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/parts.h"

#include "analysis/concentration.h"
#include "words/numbers.h"

#include <algorithm>

namespace dealscape::reports::parts {

namespace {

using words::nameOf;
using words::qt;

struct FlowWords {
    const char *out;
    const char *in;
};

constexpr std::array<FlowWords, analysis::flowCount> flowWords = {{{"Pays for compute", "Is paid for compute"},
                                                                   {"Pays for sites", "Is paid for sites"},
                                                                   {"Pays for hardware", "Is paid for hardware"},
                                                                   {"Pays for energy", "Is paid for energy"},
                                                                   {"Provides capital", "Receives capital"},
                                                                   {"Gives warrants and shares", "Receives warrants and shares"},
                                                                   {"Gives guarantees", "Receives guarantees"},
                                                                   {"Shares revenue", "Receives revenue share"},
                                                                   {"Pays for licences", "Is paid for licences"},
                                                                   {"Gives policy support", "Receives policy support"}}};

std::int64_t largest(const ChartTable &table)
{
    std::int64_t most = 0;
    for (const ChartGroup &group : table.groups)
        for (const ChartRow &row : group.rows)
            for (const ChartAmount *amount : {&row.amount, &row.stated})
                most = std::max(most, amount->high.value_or(amount->low.value_or(0)));
    return most;
}

} // namespace

QString spoken(const analysis::Sum &sum, ChartBound bound)
{
    if (sum.deals == 0)
        return QStringLiteral("?");
    if (bound == ChartBound::Range)
        return words::money(MoneyRange{sum.low, sum.high});
    return words::money(bound == ChartBound::Low ? sum.low : sum.high);
}

QString spoken(const analysis::PowerSum &sum, ChartBound bound)
{
    return sum.deals ? words::power(bound == ChartBound::Low ? sum.low : sum.high) : QStringLiteral("?");
}

std::vector<MoneyGroup> moneyGroups(const ChartGround &ground, const std::optional<OrganizationId> &subject)
{
    using analysis::Direction;
    std::vector<MoneyGroup> groups;
    for (std::size_t i = 0; i < analysis::flowCount; ++i) {
        const auto flow = static_cast<FlowClass>(i);
        const auto deals = ground.counted(flow);
        if (!subject) {
            if (!deals.empty())
                groups.push_back({flowTitle(flow, Direction::Both), flow, Direction::Both, {deals.begin(), deals.end()}});
            continue;
        }
        MoneyGroup out{flowTitle(flow, Direction::Out), flow, Direction::Out, {}};
        MoneyGroup in{flowTitle(flow, Direction::In), flow, Direction::In, {}};
        MoneyGroup open{flowTitle(flow, Direction::Both) + QStringLiteral(", payer not known"), flow, Direction::Both, {}};
        for (const int position : deals) {
            const Deal &deal = dealAt(ground.index(), position);
            if (!analysis::concerns(deal, {subject, Direction::Both}))
                continue;
            MoneyGroup &group = !deal.moneyDirectionKnown() ? open : *deal.payer == *subject ? out : in;
            group.deals.push_back(position);
        }
        for (MoneyGroup *group : {&out, &in, &open})
            if (!group->deals.empty())
                groups.push_back(std::move(*group));
    }
    return groups;
}

std::vector<PowerGroup> powerGroups(const ChartGround &ground, const std::optional<OrganizationId> &subject)
{
    std::vector<PowerGroup> groups;
    for (std::size_t i = 0; i < analysis::powerLayerCount; ++i) {
        const auto layer = static_cast<PowerLayer>(i);
        std::vector<int> deals = concerning(ground.index(), ground.counted(layer), subject);
        if (!deals.empty())
            groups.push_back({qt(label(layer)), layer, std::move(deals)});
    }
    return groups;
}

QString flowTitle(FlowClass flow, analysis::Direction direction)
{
    if (direction == analysis::Direction::Both)
        return qt(label(flow));
    const FlowWords &words = flowWords[analysis::slot(flow)];
    return QString::fromLatin1(direction == analysis::Direction::Out ? words.out : words.in);
}

QString othersLabel(std::size_t count)
{
    return words::counted(static_cast<int>(count), QStringLiteral("other"), QStringLiteral("others"));
}

QString subjectName(const Index &index, const std::optional<OrganizationId> &subject)
{
    return subject ? nameOf(index, *subject) : QStringLiteral("All deals");
}

QString partiesOf(const Index &index, const Deal &deal, const std::optional<OrganizationId> &subject)
{
    if (subject)
        return nameOf(index, deal.tail() == *subject ? deal.head() : deal.tail());
    const QString joint = deal.moneyDirectionKnown() ? QStringLiteral(" to ") : QStringLiteral(" and ");
    return nameOf(index, deal.tail()) + joint + nameOf(index, deal.head());
}

QString partnersOf(const Index &index, std::span<const int> deals, const std::optional<OrganizationId> &subject)
{
    constexpr qsizetype most = 3;
    QStringList names;
    for (const int position : deals)
        if (const QString name = partiesOf(index, dealAt(index, position), subject); !names.contains(name))
            names.append(name);
    if (names.size() > most + 1)
        return names.mid(0, most).join(QStringLiteral(", ")) + QStringLiteral(" and %1 more").arg(names.size() - most);
    return words::listed(names);
}

std::vector<int> concerning(const Index &index, std::span<const int> deals, const std::optional<OrganizationId> &subject)
{
    std::vector<int> chosen;
    for (const int position : deals)
        if (analysis::concerns(dealAt(index, position), {subject, analysis::Direction::Both}))
            chosen.push_back(position);
    return chosen;
}

void scaled(ChartTable &table)
{
    const std::int64_t most = largest(table);
    if (table.unit == ChartUnit::Megawatts)
        table.scale = most < 100 && most > 0 ? ChartScale{1, QStringLiteral("MW")} : ChartScale{1e3, QStringLiteral("GW")};
    else if (most >= 100'000'000 || most == 0)
        table.scale = {1e9, QStringLiteral("$ billion")};
    else
        table.scale = most >= 100'000 ? ChartScale{1e6, QStringLiteral("$ million")} : ChartScale{1, QStringLiteral("$")};
    table.title += (table.title.endsWith(u'?') ? QStringLiteral(" ") : QStringLiteral(", ")) + table.scale.name;
    if (table.unit == ChartUnit::DollarsPerGigawatt)
        table.title += QStringLiteral(" a GW");
}

QString levelOf(double herfindahl)
{
    switch (analysis::concentrationLevel(herfindahl)) {
    case analysis::ConcentrationLevel::High:
        return QStringLiteral("highly concentrated");
    case analysis::ConcentrationLevel::Moderate:
        return QStringLiteral("moderately concentrated");
    case analysis::ConcentrationLevel::Low:
        break;
    }
    return QStringLiteral("not concentrated");
}

QString boundWords(ChartBound bound)
{
    switch (bound) {
    case ChartBound::Low:
        return QStringLiteral(", at the low bound");
    case ChartBound::High:
        return QStringLiteral(", at the high bound");
    case ChartBound::Range:
        break;
    }
    return QStringLiteral("; bar: low bound, bracket: range");
}

} // namespace dealscape::reports::parts
