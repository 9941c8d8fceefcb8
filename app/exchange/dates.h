// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealscape::exchange {

/// Which of two numbers before the year is the day.
enum class DayOrder : std::uint8_t { Unknown, DayFirst, MonthFirst };

struct DateReading {
    std::optional<Date> date;
    /// Set when only the order decides, and the text can be read both ways.
    bool ambiguous = false;
    /// What the text itself says of the order: "31/12/2024" can only have the day first.
    DayOrder order = DayOrder::Unknown;
    /// A quarter or half-year, of which the year is kept.
    bool coarser = false;
    /// 1905-03 to 1905-12: what a spreadsheet makes of a year typed into a cell for days.
    bool spoiltYear = false;
    /// A serial number of a spreadsheet.
    bool serial = false;
};

/// A date as people write it: ISO with or without a time, "07.10.2025", "10/07/2025", "7 Oct 2025", "Oktober 2025", "Q3 2025", "2025", a
/// serial number from 20000 on. Month names in six languages. Where the order decides and is unknown, the day comes first.
DateReading parseDate(std::string_view text, DayOrder order);

} // namespace dealscape::exchange
