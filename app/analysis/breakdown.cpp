// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/breakdown.h"

#include <algorithm>
#include <string_view>
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
Name named(int value)
{
    return {std::string(word(static_cast<E>(value))), std::string(label(static_cast<E>(value)))};
}

/// Numbers the rows a deal is filed under, so that names are made once a row and not once a deal.
class Filing {
public:
    Filing(const Index &index, const Question &question) : m_index(index), m_question(question)
    {
        if (question.by != By::Layer && question.by != By::Country)
            return;
        std::unordered_map<std::string_view, int> numbers;
        for (const Organization &organization : index.dataset().organizations) {
            const std::string &key = question.by == By::Layer ? organization.layer.text() : organization.country;
            m_number.push_back(numbers.try_emplace(key, static_cast<int>(numbers.size())).first->second);
        }
    }

    /// The one or two rows of a deal; the second is -1 when there is none. A deal is filed under its partner's end,
    /// or under both ends when there is no subject.
    std::pair<int, int> rowsOf(const Deal &deal) const
    {
        if (m_question.by == By::Kind)
            return {static_cast<int>(deal.kind), -1};
        if (m_question.subject)
            return {row(deal.tail() == *m_question.subject ? deal.head() : deal.tail()), -1};
        const int tail = row(deal.tail());
        const int head = row(deal.head());
        return {tail, head == tail ? -1 : head};
    }

    Name name(int row) const
    {
        switch (m_question.by) {
        case By::Kind:
            return named<DealKind>(row);
        case By::Certainty:
            return named<Certainty>(row);
        case By::Partner: {
            const Organization &organization = m_index.dataset().organizations[static_cast<std::size_t>(row)];
            return {organization.id.text(), m_index.nameOf(organization)};
        }
        case By::Layer:
        case By::Country:
            break;
        }
        const auto first = std::ranges::find(m_number, row) - m_number.begin();
        const Organization &organization = m_index.dataset().organizations[static_cast<std::size_t>(first)];
        if (m_question.by == By::Country)
            return {organization.country, organization.country};
        const Layer *layer = m_index.layer(organization.layer);
        return {organization.layer.text(), layer ? layer->label : organization.layer.text()};
    }

private:
    int row(const OrganizationId &id) const
    {
        const int position = m_index.position(id);
        return position < 0 || m_number.empty() ? position : m_number[static_cast<std::size_t>(position)];
    }

    const Index &m_index;
    const Question &m_question;
    /// For each organisation the number of its layer or country.
    std::vector<int> m_number;
};

/// Rows under construction, found by number.
template <class Amount>
class Table {
public:
    explicit Table(const Filing &filing) : m_filing(filing) {}

    BreakdownRow<Amount> &row(int number)
    {
        if (static_cast<std::size_t>(number) >= m_places.size())
            m_places.resize(static_cast<std::size_t>(number) + 1, -1);
        int &place = m_places[static_cast<std::size_t>(number)];
        if (place < 0) {
            place = static_cast<int>(m_rows.size());
            const Name name = m_filing.name(number);
            m_rows.push_back({name.key, name.label, {}, {}, {}});
        }
        return m_rows[static_cast<std::size_t>(place)];
    }

    std::vector<BreakdownRow<Amount>> sorted() &&
    {
        std::ranges::sort(m_rows, [](const auto &a, const auto &b) {
            const bool emptyA = a.total.deals == 0;
            const bool emptyB = b.total.deals == 0;
            return std::tie(emptyA, b.total.high, b.total.low, a.label, a.key) <
                std::tie(emptyB, a.total.high, a.total.low, b.label, b.key);
        });
        return std::move(m_rows);
    }

    std::vector<BreakdownRow<Amount>> byNumber() &&
    {
        std::vector<BreakdownRow<Amount>> rows;
        for (const int place : m_places)
            if (place >= 0)
                rows.push_back(std::move(m_rows[static_cast<std::size_t>(place)]));
        return rows;
    }

private:
    const Filing &m_filing;
    std::vector<BreakdownRow<Amount>> m_rows;
    std::vector<int> m_places;
};

template <class Amount>
void addParts(Table<Amount> &table, const Deal &deal, int position)
{
    ByCertainty<Amount> parts;
    addByCertainty(parts, deal);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].empty())
            continue;
        auto &row = table.row(static_cast<int>(i));
        row.byCertainty[i] += parts[i];
        row.total += parts[i];
        row.deals.push_back(position);
    }
}

template <class Amount>
void addWhole(BreakdownRow<Amount> &row, const Deal &deal, int position)
{
    addByCertainty(row.byCertainty, deal);
    row.total += amountOf(deal, Amount());
    row.deals.push_back(position);
}

template <class Amount, class Measured>
std::vector<BreakdownRow<Amount>> build(const Index &index, std::span<const int> deals, Measured measure, const Question &question)
{
    const Filing filing(index, question);
    const Party party = {question.subject, question.direction};
    Table<Amount> table(filing);
    for (const int position : deals) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        if (!deal.counted() || !belongs(deal, measure) || !concerns(deal, party))
            continue;
        if (question.by == By::Certainty) {
            addParts(table, deal, position);
            continue;
        }
        const auto [first, second] = filing.rowsOf(deal);
        for (const int row : {first, second})
            if (row >= 0)
                addWhole(table.row(row), deal, position);
    }
    return question.by == By::Certainty ? std::move(table).byNumber() : std::move(table).sorted();
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
