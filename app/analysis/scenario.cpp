// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/scenario.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace dealscape::analysis {

namespace {

Money lost(Money amount, double recovery)
{
    return Money(std::llround(static_cast<double>(amount.dollars()) * (1 - std::clamp(recovery, 0.0, 1.0))));
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
        const Money owed = graph.outflow(position, bound);
        if (owed > Money())
            party.outside = {std::max(Money(), owed - graph.inflow(position, bound)), InputBasis::JustEnough};
        inputs.push_back(party);
    }
    return inputs;
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
