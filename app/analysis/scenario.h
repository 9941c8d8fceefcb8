// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "analysis/flowgraph.h"
#include "domain/dataset.h"

#include <optional>
#include <span>
#include <vector>

namespace dealscape::analysis {

/// Where an input of a scenario comes from. Commitments are not debts due today and balance sheets are not in the dataset,
/// so every input is an assumption: it is listed with its result and can be changed.
enum class InputBasis {
    /// Not known: no result is given for the party.
    None,
    /// Its valuation in the dataset, taken for equity.
    Valuation,
    /// As much from outside as it takes to pay everything when everybody else pays.
    JustEnough,
    /// Set by whoever asks.
    Set
};

struct Input {
    std::optional<Money> amount;
    InputBasis basis = InputBasis::None;

    friend bool operator==(const Input &, const Input &) = default;
};

/// For each organisation of the dataset what it has besides the payments of the network.
struct PartyInputs {
    /// Funds from outside the network, for clearing.
    Input outside;
    /// Own capital that bears losses, for DebtRank.
    Input equity;

    friend bool operator==(const PartyInputs &, const PartyInputs &) = default;
};

/// A starting point to edit: equity from valuations, outside funds just enough to pay in full where a party pays anything.
std::vector<PartyInputs> suggestedInputs(const Index &index, const FlowGraph &graph, Bound bound);

/// What one counterparty stands to lose when a party fails.
struct DirectLoss {
    int organization = 0;
    /// What the failed party was to pay it and has not, at either bound, less what is recovered.
    Sum unpaid;
    /// Capital it has already put into the failed party, less what is recovered.
    Sum invested;
    std::vector<int> deals;
};

/// Losses of every counterparty of the counted deals, largest unpaid high bound first, then largest investment. Money already
/// paid to a counterparty is not lost; instruments and guarantees carry no payment and are left out. recovery runs from 0 to 1.
std::vector<DirectLoss> directLosses(const Index &index, std::span<const int> deals, int failed, double recovery);

} // namespace dealscape::analysis
