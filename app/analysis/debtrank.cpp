// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/debtrank.h"

#include <algorithm>

namespace dealscape::analysis {

namespace {

constexpr int mostRounds = 100'000;
constexpr double calm = 1e-13;

std::vector<double> equities(const FlowGraph &graph, std::span<const PartyInputs> inputs)
{
    std::vector<double> equity(at(graph.size()));
    for (std::size_t i = 0; i < std::min(equity.size(), inputs.size()); ++i)
        if (inputs[i].equity.amount)
            equity[i] = std::max(0.0, amount(*inputs[i].equity.amount));
    return equity;
}

/// Losses passed on in one step, from the last step's rise in distress.
std::vector<double> spread(const FlowGraph &graph, Bound bound, double lossShare, const std::vector<double> &equity,
                           const std::vector<double> &rise)
{
    std::vector<double> more(rise.size());
    for (const Arc &arc : graph.arcs())
        if (equity[at(arc.to)] > 0)
            more[at(arc.to)] += lossShare * amount(arc.at(bound)) / equity[at(arc.to)] * rise[at(arc.from)];
    return more;
}

/// Parties without equity that distress would have reached.
std::vector<int> reachedWithoutEquity(const FlowGraph &graph, const std::vector<double> &equity, const std::vector<double> &distress,
                                      Bound bound)
{
    std::vector<int> parties;
    for (const Arc &arc : graph.arcs())
        if (distress[at(arc.from)] > 0 && arc.at(bound) > Money() && equity[at(arc.to)] <= 0)
            parties.push_back(arc.to);
    std::ranges::sort(parties);
    const auto twice = std::ranges::unique(parties);
    parties.erase(twice.begin(), twice.end());
    return parties;
}

} // namespace

DebtRank debtRank(const FlowGraph &graph, std::span<const PartyInputs> inputs, Bound bound, int failed, double recovery,
                  const Progress &progress)
{
    DebtRank result;
    const std::vector<double> equity = equities(graph, inputs);
    const double lossShare = 1 - std::clamp(recovery, 0.0, 1.0);
    std::vector<double> &distress = result.distress;
    distress.resize(equity.size());
    std::vector<double> rise(equity.size());
    distress[at(failed)] = rise[at(failed)] = 1;
    result.rounds.push_back({0, distress});
    int step = 0;
    while (!result.converged && step < mostRounds && !progress.stop()) {
        ++step;
        const std::vector<double> more = spread(graph, bound, lossShare, equity, rise);
        double change = 0;
        for (std::size_t i = 0; i < distress.size(); ++i) {
            const double next = std::min(1.0, distress[i] + more[i]);
            rise[i] = next - distress[i];
            distress[i] = next;
            change = std::max(change, rise[i]);
        }
        result.converged = change <= calm;
        if (!result.converged && step <= mostDistressRounds)
            result.rounds.push_back({step, distress});
    }
    if (result.rounds.back().distress != distress)
        result.rounds.push_back({step, distress});
    double all = 0;
    double gone = 0;
    for (std::size_t i = 0; i < equity.size(); ++i) {
        all += equity[i];
        gone += i == at(failed) ? 0 : equity[i] * distress[i];
    }
    result.rank = all > 0 ? gone / all : 0;
    result.withoutInput = reachedWithoutEquity(graph, equity, distress, bound);
    std::erase(result.withoutInput, failed);
    return result;
}

} // namespace dealscape::analysis
