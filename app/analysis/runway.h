// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/schedule.h"
#include "domain/dataset.h"

#include <optional>
#include <span>
#include <vector>

namespace dealscape::analysis {

/// What comes in during one year: an assumption, to be edited.
struct FundsYear {
    int year = 0;
    /// What its business brings: operating cash flow, or revenue where that is all that is known.
    Money revenue;
    Money funding;
    /// Where a suggested revenue comes from; absent once edited.
    std::optional<ClaimId> revenueClaim;
    /// The capital deals that make up a suggested funding.
    std::vector<int> fundingDeals;
    /// The claim of cash that makes it up where there are none.
    std::optional<ClaimId> cashClaim = {};

    friend bool operator==(const FundsYear &, const FundsYear &) = default;
};

/// What is assumed beyond the dataset; with none, nothing.
struct Assumptions {
    /// By how much revenue grows each year after the one of its claim: 0.2 is a fifth more, -1 the end of it.
    double growth = 0;
    /// Over how many years a payment without a full term is spread, from the end of its term that is known or else from the year it was
    /// announced; 0 leaves it out. At most longestTerm.
    int termYears = 0;

    friend bool operator==(const Assumptions &, const Assumptions &) = default;
};

/// A path over the years in which the organisation has scheduled payments. Revenue from its newest claim of operating cash flow, or else of
/// revenue: the low end before the year of the claim, the high end from then on, growing as
/// assumed. Funding from its counted capital deals
/// in the years of their terms, or in the year announced, at the bound; where no capital comes in from the year of its newest claim of
/// cash on, that cash in the first year from then. Zero where the dataset says nothing.
std::vector<FundsYear> suggestedFunds(const Index &index, std::span<const int> deals, const OrganizationId &organization, Bound bound,
                                      const Assumptions &assumptions = {});

/// What happens to money left over at the end of a year.
enum class Surplus { Spent, Carried };

struct RunwayYear {
    int year = 0;
    /// What falls due, over the flows that are payments for goods and services.
    Sum obligations;
    Money funds;
    /// What is missing so far at either bound, all years until this one together; with Surplus::Carried less what was saved.
    Money gapLow;
    Money gapHigh;

    friend bool operator==(const RunwayYear &, const RunwayYear &) = default;
};

struct Runway {
    std::vector<RunwayYear> years;
    /// First year in which what falls due exceeds the funds, at either bound of what falls due.
    std::optional<int> firstShortLow;
    std::optional<int> firstShortHigh;
    /// Counted deals it pays that have no value or no term: what falls due is at least what is shown.
    std::vector<Unscheduled> unscheduled;
    /// Deals that fall due over an assumed term.
    std::vector<int> assumed = {};
};

/// What one organisation is to pay year by year against its funds. Adds compute, sites, hardware and energy: payments by one payer
/// to different payees are different dollars. Capital it invests, guarantees and grants are not obligations here.
Runway runway(const Index &index, std::span<const int> deals, const OrganizationId &organization, std::span<const FundsYear> funds,
              Surplus surplus, const Assumptions &assumptions = {});

struct PowerYear {
    int year = 0;
    Power needed;
    Power available;

    friend bool operator==(const PowerYear &, const PowerYear &) = default;
};

struct PowerRunway {
    std::vector<PowerYear> years;
    std::optional<int> firstShort;
    std::vector<Unscheduled> unscheduled;
};

/// The capacity that the party's deals of one layer need at the end of each year, against what is running before
/// the first year plus what can be built each year.
PowerRunway powerRunway(const Index &index, std::span<const int> deals, PowerLayer layer, const Party &party, Power running,
                        Power builtPerYear);

} // namespace dealscape::analysis
