// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/workbook.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace dealscape::sheets {

/// What the format code of a spreadsheet says of a number.
struct NumberFormat {
    enum class Shows { Number, Day, Month, Year, Time };
    Shows shows = Shows::Number;
    std::array<char, 3> currency = {};
};

/// Reads a code such as "mmm-yy", "[$€-407] #,##0" or "\"$\"#,##0".
NumberFormat formatOf(std::string_view code);
/// One of the formats that workbooks know by number, 0 to 163.
NumberFormat builtInFormat(int id);

/// The ISO 4217 code of a sign such as "€" or of a code such as "EUR"; zeros when it is neither.
std::array<char, 3> currencyOf(std::string_view sign);

/// The day of a serial number, which is 1 on 1900-01-01 (with the 29 February 1900 that never was) or 0 on 1904-01-01;
/// as precise as the format shows it. Nothing outside of the years 1900 to 2200.
std::optional<std::string> dateOfSerial(double serial, bool from1904, NumberFormat::Shows shows);

} // namespace dealscape::sheets
