// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "analysis/party.h"
#include "domain/dataset.h"

#include <span>
#include <vector>

namespace dealscape::analysis {

/// One calendar year: money that falls due in it, or capacity that stands at its end.
template <class Amount>
struct ScheduleYear {
    int year = 0;
    ByCertainty<Amount> byCertainty;
    SumOf<Amount> total;
    /// Deals that add something in this very year.
    std::vector<int> deals;

    friend bool operator==(const ScheduleYear &, const ScheduleYear &) = default;
};

/// Why a counted deal is on no year.
enum class WhyUnscheduled { NoAmount, NoTerm, LongTerm };

struct Unscheduled {
    int deal = 0;
    WhyUnscheduled why = WhyUnscheduled::NoAmount;

    friend bool operator==(const Unscheduled &, const Unscheduled &) = default;
};

/// years runs without a gap from the first to the last year of any term. Deals that have no amount, or no term with
/// both ends, or one too long to be believed, are named rather than guessed.
template <class Amount>
struct Schedule {
    std::vector<ScheduleYear<Amount>> years;
    std::vector<Unscheduled> unscheduled;

    friend bool operator==(const Schedule &, const Schedule &) = default;
};

/// A term of more years than this is taken for a mistake and leaves its deal unscheduled.
inline constexpr int longestTerm = 200;

/// The party's counted money of one flow class, each deal spread evenly over the years of its term, both inclusive. Whole
/// dollars that do not divide go to the first years, so that the years add up to the deal exactly. Even spreading
/// is an assumption: contracts seldom publish their payment plan. Money that is lent stands in the first year of its term,
/// which says when it is to be paid back.
Schedule<Money> schedule(const Index &index, std::span<const int> deals, FlowClass flow, const Party &party = {});

/// The party's counted capacity of one layer that stands at the end of each year, on the assumption that each deal adds it in
/// equal yearly steps over its term and that it stays.
Schedule<Power> schedule(const Index &index, std::span<const int> deals, PowerLayer layer, const Party &party = {});

/// Gives every schedule that has years those of all, so that a year stands at one place in each: no money falls due in the years added;
/// no capacity stands before a schedule's first year, and what stood in its last one stays.
void shareYears(std::span<Schedule<Money>> schedules);
void shareYears(std::span<Schedule<Power>> schedules);

} // namespace dealscape::analysis
