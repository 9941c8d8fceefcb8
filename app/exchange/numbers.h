// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers as people write them, in whatever country.
namespace dealscape::exchange {

/// The sign between a number's whole and its fraction.
enum class Mark : std::uint8_t { Unknown, Point, Comma };

/// What the numbers of a text say of the sign: one that can only be read one way decides, "1.500" is ambiguous, "12" says nothing.
struct MarkEvidence {
    Mark mark = Mark::Unknown;
    bool ambiguous = false;
};
MarkEvidence markEvidence(std::string_view text);

/// One bare number by the rules of a column; nothing when the text holds anything else.
std::optional<long double> parseNumber(std::string_view text, Mark mark);

/// Small letters, plain blanks, hyphens and apostrophes, no accents.
std::string prepared(std::string_view text);

/// Of a prepared text: the length of the number that starts it, with signs between its digits, and what such a number is worth; nothing
/// where its signs cannot be.
std::size_t numberLength(std::string_view text);
std::optional<long double> valueOf(std::string_view number, Mark mark);

} // namespace dealscape::exchange
