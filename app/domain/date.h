// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace dealscape {

/// A calendar date known to the day, the month or the year, as sources state it: "2025-10-07", "2025-10", "2025".
/// Absent parts are 0; ordering places "2025" before "2025-01" before "2025-01-01". Years run from 1900 to 2200.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    /// Accepts the three forms above and only existing days; anything else gives nothing.
    static std::optional<Date> parse(std::string_view text);

    /// The form accepted by parse().
    std::string iso() const;
    /// "7 October 2025", "October 2025" or "2025".
    std::string spoken() const;

    /// Days since 1970-01-01 of the first day the date may mean; for axes and comparisons across precisions.
    int firstDay() const;

    friend constexpr auto operator<=>(const Date &, const Date &) = default;
};

} // namespace dealscape
