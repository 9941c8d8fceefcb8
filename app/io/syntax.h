// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dealscape::io {

/// A syntax error as the JSON library tells it, restated: where the offending token starts, and what is wrong with it.
struct SyntaxError {
    std::size_t offset = 0;
    std::string text;
};

/// `what` is the library's message, `consumed` the number of bytes it had read, one more than there are at the end.
SyntaxError restate(std::string_view bytes, std::size_t consumed, std::string_view what);

/// First byte of the number that ends before `end`.
std::size_t numberStart(std::string_view bytes, std::size_t end);

/// The opening quote of the string whose closing quote is the byte before `end`.
std::size_t stringStart(std::string_view bytes, std::size_t end);

} // namespace dealscape::io
