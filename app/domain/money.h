// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>

namespace dealscape {

/// Which end of a range a computation uses. Every result states it.
enum class Bound { Low, High };

/// An amount of money in whole US dollars, nominal. 64 bits reach 9.2e18, far beyond any sum here;
/// the reader refuses single amounts above maximum().
class Money {
public:
    constexpr Money() = default;
    constexpr explicit Money(std::int64_t dollars) : m_dollars(dollars) {}

    static constexpr Money billions(std::int64_t count) { return Money(count * 1'000'000'000); }
    /// The largest amount a single record may state: 1,000 trillion dollars.
    static constexpr Money maximum() { return Money(1'000'000'000'000'000); }

    constexpr std::int64_t dollars() const { return m_dollars; }
    constexpr double inBillions() const { return static_cast<double>(m_dollars) / 1e9; }

    constexpr Money &operator+=(Money other)
    {
        m_dollars += other.m_dollars;
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_dollars + b.m_dollars); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_dollars - b.m_dollars); }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    std::int64_t m_dollars = 0;
};

/// A published amount between two bounds, both inclusive. An absent low bound reads "up to high", an absent
/// high bound "at least low", and both absent "not published", which is never the same as zero.
struct MoneyRange {
    std::optional<Money> low;
    std::optional<Money> high;

    static constexpr MoneyRange exactly(Money amount) { return {amount, amount}; }

    constexpr bool published() const { return low || high; }
    constexpr bool exact() const { return low && high && *low == *high; }
    /// The amount at one bound: an absent low bound counts as zero, an absent high bound as the low one.
    constexpr Money at(Bound bound) const
    {
        if (bound == Bound::Low)
            return low.value_or(Money());
        return high ? *high : low.value_or(Money());
    }

    friend constexpr bool operator==(const MoneyRange &, const MoneyRange &) = default;
};

} // namespace dealscape
