// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dealscape::sheets {

/// Text as UTF-8, and how it was understood.
struct Decoded {
    std::string text;
    std::string encoding;
    /// Lines, from 1, that are in Windows-1252 while others are in UTF-8; at most the first hundred.
    std::vector<std::size_t> otherLines;
    std::size_t otherLineCount = 0;
    /// A sentence when it cannot be read as text.
    std::string error;
};

/// Finds the encoding (UTF-8, UTF-16 and UTF-32 with their marks or, for UTF-16, by its zeros, else Windows-1252 line by line) or takes
/// the one named. Linear.
Decoded decode(std::string_view bytes, const std::string &encoding = {});

/// Whether the bytes are well-formed UTF-8.
bool isUtf8(std::string_view bytes);

} // namespace dealscape::sheets
