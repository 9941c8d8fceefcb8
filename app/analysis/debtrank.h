// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/scenario.h"
#include "domain/progress.h"

#include <span>
#include <vector>

namespace dealscape::analysis {

/// The share of its equity that each organisation has lost after so many steps, from 0 to 1.
struct DistressRound {
    int step = 0;
    std::vector<double> distress;
};

struct DebtRank {
    /// h_i in the end, for each organisation; 0 for those without input.
    std::vector<double> distress;
    /// The part of all known equity that is lost beyond the failed party's own, from 0 to 1.
    double rank = 0;
    /// Parties that have to do with the failed one's money, direct or not, but no known equity: taken to stand firm,
    /// and given no result.
    std::vector<int> withoutInput;
    /// The first steps and the last.
    std::vector<DistressRound> rounds;
    bool converged = false;
};

/// Rounds kept before the last.
inline constexpr int mostDistressRounds = 100;

/// How distress spreads when a party fails and its payments become worth less in proportion: h_i(t+1) = min(1, h_i(t) +
/// sum_j L_ij (h_j(t) - h_j(t-1))) with L_ij = (1 - recovery) w_ji / equity_i, where j is to pay i (Battiston et al. 2012;
/// Bardoscia et al. 2015). recovery runs from 0 to 1. Each step is linear in the arcs. The failed party's equity counts
/// in the base when known. Give a graph of Dues::Outstanding, since what was paid cannot be lost. A cancelled one has not converged.
DebtRank debtRank(const FlowGraph &graph, std::span<const PartyInputs> inputs, Bound bound, int failed, double recovery,
                  const Progress &progress = {});

} // namespace dealscape::analysis
