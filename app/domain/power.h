// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"

#include <compare>
#include <cstdint>

namespace dealscape {

/// Electrical capacity in whole megawatts.
class Power {
public:
    constexpr Power() = default;
    constexpr explicit Power(std::int64_t megawatts) : m_megawatts(megawatts) {}

    /// The largest capacity a single record may state: 10,000 GW, about the world's installed capacity.
    static constexpr Power maximum() { return Power(10'000'000); }

    constexpr std::int64_t megawatts() const { return m_megawatts; }
    constexpr double inGigawatts() const { return static_cast<double>(m_megawatts) / 1e3; }

    constexpr Power &operator+=(Power other)
    {
        m_megawatts += other.m_megawatts;
        return *this;
    }
    friend constexpr Power operator+(Power a, Power b) { return Power(a.m_megawatts + b.m_megawatts); }
    friend constexpr Power operator-(Power a, Power b) { return Power(a.m_megawatts - b.m_megawatts); }
    friend constexpr auto operator<=>(Power, Power) = default;

private:
    std::int64_t m_megawatts = 0;
};

/// A capacity and the layer at which it is counted. The same electricity appears as chips, as a cloud contract
/// and as a site, so capacities are summed only within one layer, and PowerLayer::Context never.
struct PowerStatement {
    Power capacity;
    PowerLayer layer = PowerLayer::Context;

    friend constexpr bool operator==(const PowerStatement &, const PowerStatement &) = default;
};

} // namespace dealscape
