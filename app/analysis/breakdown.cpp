// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/breakdown.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace dealscape::analysis {

namespace {

struct Name {
    std::string key;
    std::string label;
};

template <class E>
Name named(E value)
{
    return {std::string(word(value)), std::string(label(value))};
}

Name partnerName(const Index &index, const OrganizationId &id)
{
    const Organization *organization = index.organization(id);
    return {id.text(), organization ? organization->displayName() : id.text()};
}

Name layerName(const Index &index, const OrganizationId &id)
{
    const Organization *organization = index.organization(id);
    if (!organization)
        return {};
    const Layer *layer = index.layer(organization->layer);
    return {organization->layer.text(), layer ? layer->label : organization->layer.text()};
}

Name countryName(const Index &index, const OrganizationId &id)
{
    const Organization *organization = index.organization(id);
    return organization ? Name{organization->country, organization->country} : Name{};
}

/// The ends whose partner, layer or country a deal is filed under.
std::vector<OrganizationId> filedUnder(const Deal &deal, const Question &question)
{
    if (!question.subject)
        return {deal.tail(), deal.head()};
    return {deal.tail() == *question.subject ? deal.head() : deal.tail()};
}

std::vector<Name> rowsOf(const Index &index, const Deal &deal, const Question &question)
{
    if (question.by == By::Kind)
        return {named(deal.kind)};
    std::vector<Name> names;
    for (const OrganizationId &end : filedUnder(deal, question)) {
        Name name = question.by == By::Partner ? partnerName(index, end)
            : question.by == By::Layer         ? layerName(index, end)
                                               : countryName(index, end);
        if (std::ranges::find(names, name.key, &Name::key) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

Sum amountOf(const Deal &deal, Money)
{
    return moneyOf(deal);
}

PowerSum amountOf(const Deal &deal, Power)
{
    return powerOf(deal);
}

/// Rows under construction, found by key.
template <class Amount>
class Table {
public:
    BreakdownRow<Amount> &row(const Name &name)
    {
        const auto [found, fresh] = m_places.try_emplace(name.key, m_rows.size());
        if (fresh)
            m_rows.push_back({name.key, name.label, {}, {}, {}});
        return m_rows[found->second];
    }

    std::vector<BreakdownRow<Amount>> sorted() &&
    {
        std::ranges::sort(m_rows, [](const auto &a, const auto &b) {
            const auto rank = [](const auto &row) { return std::tuple(row.total.deals == 0, row.total.high, row.total.low); };
            const auto [emptyA, highA, lowA] = rank(a);
            const auto [emptyB, highB, lowB] = rank(b);
            return std::tie(emptyA, highB, lowB, a.label, a.key) < std::tie(emptyB, highA, lowA, b.label, b.key);
        });
        return std::move(m_rows);
    }

private:
    std::vector<BreakdownRow<Amount>> m_rows;
    std::unordered_map<std::string, std::size_t> m_places;
};

template <class Amount>
void addParts(Table<Amount> &table, const Deal &deal, int position)
{
    ByCertainty<Amount> parts;
    addByCertainty(parts, deal);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].empty())
            continue;
        auto &row = table.row(named(static_cast<Certainty>(i)));
        row.byCertainty[i] += parts[i];
        row.total += parts[i];
        row.deals.push_back(position);
    }
}

template <class Amount, class Measured>
std::vector<BreakdownRow<Amount>> build(const Index &index, std::span<const int> deals, Measured measure, const Question &question)
{
    Table<Amount> table;
    for (const int position : deals) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        if (!deal.overlap.counted || !belongs(deal, measure) || !concerns(deal, {question.subject, question.direction}))
            continue;
        if (question.by == By::Certainty) {
            addParts(table, deal, position);
            continue;
        }
        for (const Name &name : rowsOf(index, deal, question)) {
            auto &row = table.row(name);
            addByCertainty(row.byCertainty, deal);
            row.total += amountOf(deal, Amount());
            row.deals.push_back(position);
        }
    }
    return std::move(table).sorted();
}

} // namespace

std::vector<BreakdownRow<Money>> breakdown(const Index &index, std::span<const int> deals, FlowClass flow, const Question &question)
{
    return build<Money>(index, deals, flow, question);
}

std::vector<BreakdownRow<Power>> breakdown(const Index &index, std::span<const int> deals, PowerLayer layer, const Question &question)
{
    return build<Power>(index, deals, layer, question);
}

} // namespace dealscape::analysis
