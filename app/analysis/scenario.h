// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "analysis/flowgraph.h"
#include "domain/dataset.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace dealscape::analysis {

/// Where an input of a scenario comes from. Commitments are not debts due today and balance sheets are not in the dataset,
/// so every input is an assumption: it is listed with its result and can be changed.
enum class InputBasis {
    /// Not known: no result is given for the party, and it is taken to pay in full.
    None,
    /// Its valuation in the dataset, taken for equity.
    Valuation,
    /// Cash and what comes in over the years in which its payments fall due, as its newest claims state them.
    Disclosed,
    /// Set by whoever asks.
    Set
};

struct Input {
    std::optional<Money> amount;
    InputBasis basis = InputBasis::None;
    /// Of a Disclosed input: its claims, and over how many years what comes in a year is taken.
    std::vector<ClaimId> claims = {};
    int years = 0;

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

/// A starting point to edit: equity from valuations; outside funds, where a party pays anything and its funds are disclosed, from its
/// newest claims: cash, and operating cash flow or else revenue for each year from that of the dataset to the last in which a payment falls
/// due. Whoever discloses nothing is left without funds, and so taken to pay in full, rather than given just enough.
std::vector<PartyInputs> suggestedInputs(const Index &index, const FlowGraph &graph, Bound bound);

/// What one customer goes without when its supplier fails: contracts for goods and services that are not fulfilled. Not money lost, since
/// what is not delivered need not be paid.
struct Undelivered {
    int organization = 0;
    /// What the customer was still to pay for it.
    Sum contracts;
    /// The capacity that does not come, in megawatts by layer, which are never added.
    std::array<PowerSum, powerLayerCount> capacity;
    std::vector<int> deals;
};

/// Customers of the counted deals in which the failed party supplies compute, sites, hardware or energy, the largest high bound
/// first, then the largest capacity at any layer; with deals of unknown size. delivered is the part that comes all the same, 0 to 1.
std::vector<Undelivered> undelivered(const Index &index, std::span<const int> deals, int failed, double delivered);

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
