// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dealscape::io {

/// Where the offending token starts or the offending character stands, and what is wrong with it.
struct SyntaxError {
    std::size_t offset = 0;
    std::string text;
};

/// The first thing in the bytes that is no JSON (RFC 8259), found by reading them anew from the start. The text quotes nothing of a file
/// but single brackets, commas and colons. Linear; bytes that are sound give "syntax error" at their end.
SyntaxError syntaxError(std::string_view bytes);

/// A number that no double holds, when `consumed` bytes were read, that after the number included; one more than there are at the end.
SyntaxError numberTooLarge(std::string_view bytes, std::size_t consumed);

/// First byte of the number that ends before `end`.
std::size_t numberStart(std::string_view bytes, std::size_t end);

/// The opening quote of the string whose closing quote is the byte before `end`.
std::size_t stringStart(std::string_view bytes, std::size_t end);

} // namespace dealscape::io
