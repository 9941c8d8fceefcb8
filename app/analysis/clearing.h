// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/scenario.h"
#include "domain/progress.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace dealscape::analysis {

/// One step of contagion: everybody pays out of what was paid to it in the step before.
struct ClearingRound {
    /// How many times payments have passed on; the first round is 0, before anybody knows of a shortfall.
    int step = 0;
    /// For each organisation what it pays, in dollars.
    std::vector<double> paid;
    /// Organisations that fall short for the first time in this step.
    std::vector<int> newlyShort;
};

/// One party's result.
struct ClearingResult {
    int organization = 0;
    double owed = 0;
    double paid = 0;
    /// What it gets from the others in the end.
    double received = 0;
    InputBasis basis = InputBasis::None;

    double share() const { return owed > 0 ? paid / owed : 1; }
};

struct Clearing {
    /// Parties that owe something and whose outside funds are given, by position.
    std::vector<ClearingResult> results;
    /// Parties that owe something and have no input: taken to pay in full, and given no result.
    std::vector<int> withoutInput;
    /// Round 0, the steps in which somebody new falls short, the first mostClearingRounds of them, and the last, which names those of
    /// the steps left out; payments never rise from one to the next.
    std::vector<ClearingRound> rounds;
    bool converged = false;
};

/// What each can pay when all pay at once out of outside funds and of what the others pay, in proportion to what is
/// owed: p_i = min(pbar_i, e_i + sum_j pi_ji p_j), the greatest such payments (Eisenberg and Noe 2001), by passing payments
/// on from full payment until they settle. A failed party has no funds but a recovery: it pays that part of what it owes, from
/// 0 to 1, whatever it gets. Owed is all money of the graph at the bound, unknown amounts being zero; give one of Dues::Outstanding, so
/// that nothing is owed that was paid. Each step is linear in the arcs. A cancelled one has not converged.
Clearing clear(const FlowGraph &graph, std::span<const PartyInputs> inputs, Bound bound, std::optional<int> failed, double recovery,
               const Progress &progress = {});

/// What everybody pays when one party fails, beside the same without any failure.
struct Failure {
    Clearing without;
    Clearing with;

    /// What a party of with.results could pay without the failure, in dollars, and the share of it that is lost, from 0 to 1.
    double could(const ClearingResult &party) const { return without.rounds.back().paid[at(party.organization)]; }
    double lost(const ClearingResult &party) const { return could(party) > 0 ? 1 - party.paid / could(party) : 0; }
};

/// Less than this share is rounding and no loss.
inline constexpr double leastLoss = 0.0005;

/// As clear(), which is done twice.
Failure clearFailure(const FlowGraph &graph, std::span<const PartyInputs> inputs, Bound bound, int failed, double recovery,
                     const Progress &progress = {});

/// Rounds kept before the last, since each holds a number for everybody.
inline constexpr std::size_t mostClearingRounds = 100;

} // namespace dealscape::analysis
