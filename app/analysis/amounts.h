// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/money.h"
#include "domain/power.h"
#include "domain/vocabulary.h"

#include <array>
#include <cstddef>
#include <optional>
#include <variant>

namespace dealscape::analysis {

inline constexpr std::size_t certaintyCount = 5;
inline constexpr std::size_t flowCount = 10;
/// Power layers that are counted: all but PowerLayer::Context, which is the last.
inline constexpr std::size_t powerLayerCount = 4;

/// Place of an enumeration's value in an array over the enumeration.
template <class E>
constexpr std::size_t slot(E value)
{
    return static_cast<std::size_t>(value);
}

/// Some amounts added up at both bounds. deals counts the records with a published amount in the sum, unpublished those
/// that belong here and publish none: they are never taken for zero.
template <class Amount>
struct SumOf {
    Amount low;
    Amount high;
    int deals = 0;
    int unpublished = 0;

    Amount at(Bound bound) const { return bound == Bound::Low ? low : high; }
    bool empty() const { return deals == 0 && unpublished == 0; }

    SumOf &operator+=(const SumOf &other)
    {
        low += other.low;
        high += other.high;
        deals += other.deals;
        unpublished += other.unpublished;
        return *this;
    }
    friend bool operator==(const SumOf &, const SumOf &) = default;
};

using Sum = SumOf<Money>;
using PowerSum = SumOf<Power>;

/// The bounds of a sum; not published when none of its deals publishes an amount.
inline MoneyRange rangeOf(const Sum &sum)
{
    return sum.deals > 0 ? MoneyRange{sum.low, sum.high} : MoneyRange();
}

/// One sum for each certainty, at slot(certainty).
template <class Amount>
using ByCertainty = std::array<SumOf<Amount>, certaintyCount>;

/// What is added up: the money of one flow class or the capacity of one power layer. There is no value for "all": money
/// is never added across flow classes, power never across layers, and the two never meet.
using Measure = std::variant<FlowClass, PowerLayer>;

/// Whether the deal takes part in the measure at all, published or not.
bool belongs(const Deal &deal, FlowClass flow);
bool belongs(const Deal &deal, PowerLayer layer);

/// A deal's amount as a sum of one record. A deal in parts of different certainty counts as one deal.
Sum moneyOf(const Deal &deal);
PowerSum powerOf(const Deal &deal);

/// The part of a deal that has been paid, or that is neither paid nor cancelled; empty when the deal has no such part.
enum class Settled { Paid, Outstanding };
Sum moneyOf(const Deal &deal, Settled settled);

/// Adds a deal to the sums of its certainties: money by its parts, capacity under the certainty of the whole.
/// A deal with two parts raises `deals` in both places.
void addByCertainty(ByCertainty<Money> &sums, const Deal &deal);
void addByCertainty(ByCertainty<Power> &sums, const Deal &deal);

/// The amount of a deal in the unit of the second argument, for code that sums either.
inline Sum amountOf(const Deal &deal, Money)
{
    return moneyOf(deal);
}
inline PowerSum amountOf(const Deal &deal, Power)
{
    return powerOf(deal);
}

/// Dollars for arithmetic with shares.
constexpr double amount(Money money)
{
    return static_cast<double>(money.dollars());
}

} // namespace dealscape::analysis
