// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/scenario.h"

#include "analysis/funds.h"
#include "analysis/schedule.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>

namespace dealscape::analysis {

namespace {

Money lost(Money amount, double recovery)
{
    return Money(std::llround(static_cast<double>(amount.dollars()) * (1 - std::clamp(recovery, 0.0, 1.0))));
}

bool delivers(FlowClass flow)
{
    return flow == FlowClass::Compute || flow == FlowClass::Sites || flow == FlowClass::Hardware || flow == FlowClass::Energy;
}

/// From the year of the dataset to the last in which one of its payments falls due; at least one.
int yearsOfPayment(const Index &index, const FlowGraph &graph, int payer)
{
    const Dataset &dataset = index.dataset();
    if (!dataset.asOf)
        return 1;
    int last = dataset.asOf->year;
    for (const int arc : graph.out(payer))
        for (const int deal : graph.arc(arc).deals)
            last = std::max(last, dataset.deals[static_cast<std::size_t>(deal)].term.end.value_or(last));
    return std::min(last - dataset.asOf->year + 1, longestTerm);
}

Input disclosedInput(const Index &index, const FlowGraph &graph, int payer)
{
    const DisclosedFunds known = disclosedFunds(index.dataset(), index.dataset().organizations[static_cast<std::size_t>(payer)].id);
    if (!known.known())
        return {};
    Input input{Money(), InputBasis::Disclosed};
    if (known.cash) {
        *input.amount += statedHigh(*known.cash);
        input.claims.push_back(known.cash->id);
    }
    if (known.yearly) {
        input.years = yearsOfPayment(index, graph, payer);
        for (int year = 0; year < input.years; ++year)
            *input.amount += statedHigh(*known.yearly);
        input.claims.push_back(known.yearly->id);
    }
    return input;
}

} // namespace

std::vector<PartyInputs> suggestedInputs(const Index &index, const FlowGraph &graph, Bound bound)
{
    std::vector<PartyInputs> inputs;
    const auto &organizations = index.dataset().organizations;
    for (std::size_t i = 0; i < organizations.size(); ++i) {
        PartyInputs party;
        if (organizations[i].valuation)
            party.equity = {organizations[i].valuation->value, InputBasis::Valuation};
        const int position = static_cast<int>(i);
        if (graph.outflow(position, bound) > Money())
            party.outside = disclosedInput(index, graph, position);
        inputs.push_back(std::move(party));
    }
    return inputs;
}

std::vector<Undelivered> undelivered(const Index &index, std::span<const int> deals, int failed, double delivered)
{
    std::map<int, Undelivered> customers;
    for (const int position : deals) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        if (!deal.counted() || !delivers(deal.flow) || index.position(deal.supplier) != failed)
            continue;
        const int customer = index.position(deal.customer);
        Undelivered &row = customers[customer];
        row.organization = customer;
        Sum sum = moneyOf(deal, Settled::Outstanding);
        sum.low = lost(sum.low, delivered);
        sum.high = lost(sum.high, delivered);
        row.contracts += sum;
        if (deal.power && slot(deal.power->layer) < powerLayerCount) {
            PowerSum capacity = powerOf(deal);
            capacity.low = capacity.high = Power(std::llround(static_cast<double>(capacity.high.megawatts()) * (1 - delivered)));
            row.capacity[slot(deal.power->layer)] += capacity;
        }
        row.deals.push_back(position);
    }
    std::vector<Undelivered> rows;
    for (auto &[organization, row] : customers)
        rows.push_back(std::move(row));
    const auto size = [](const Undelivered &row) {
        const auto largest = std::ranges::max_element(row.capacity, {}, [](const PowerSum &sum) { return sum.high; });
        return std::tuple(row.contracts.high, largest->high);
    };
    std::ranges::stable_sort(rows, std::greater(), size);
    return rows;
}

std::vector<DirectLoss> directLosses(const Index &index, std::span<const int> deals, int failed, double recovery)
{
    std::map<int, DirectLoss> losses;
    for (const int position : deals) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        if (!deal.counted() || !deal.moneyDirectionKnown() || carriesNoPayment(deal.flow))
            continue;
        const int payer = index.position(*deal.payer);
        const int payee = index.position(*deal.payee);
        if (payer == payee || (payer != failed && payee != failed) || (payee == failed && deal.flow != FlowClass::Capital))
            continue;
        Sum sum = moneyOf(deal, payee == failed ? Settled::Paid : Settled::Outstanding);
        if (sum.empty())
            continue;
        sum.low = lost(sum.low, recovery);
        sum.high = lost(sum.high, recovery);
        DirectLoss &loss = losses[payer == failed ? payee : payer];
        loss.organization = payer == failed ? payee : payer;
        (payer == failed ? loss.unpaid : loss.invested) += sum;
        loss.deals.push_back(position);
    }
    std::vector<DirectLoss> rows;
    for (auto &[organization, loss] : losses)
        rows.push_back(std::move(loss));
    std::ranges::stable_sort(rows, [](const DirectLoss &a, const DirectLoss &b) {
        return std::tie(b.unpaid.high, b.invested.high) < std::tie(a.unpaid.high, a.invested.high);
    });
    return rows;
}

} // namespace dealscape::analysis
