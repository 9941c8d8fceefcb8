// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dealscape::io {

inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Offset of the first byte at or after `from` that is not part of well-formed UTF-8 (no overlong forms, no
/// surrogates, nothing above U+10FFFF), or bytes.size().
std::size_t firstInvalid(std::string_view bytes, std::size_t from = 0);

/// Code points in well-formed UTF-8; each stray byte of anything else counts as one.
std::size_t codePoints(std::string_view bytes);

/// The same text with U+FFFD in place of each byte that is not well-formed UTF-8.
std::string wellFormed(std::string_view bytes);

/// Text from a file as one line of a message can show it: control characters, those of the upper half (U+0080 to U+009F) and those that
/// turn the direction of letters too, become U+FFFD, as does what is not UTF-8, so that no terminal obeys them.
std::string printable(std::string_view text);

/// What may stand in a text: only what fits on one line, or also line breaks and tabs.
enum class Lines { One, Many };

/// The first control character, or character that turns the direction of the letters after it, in well-formed UTF-8.
std::optional<char32_t> firstControl(std::string_view text, Lines lines);

/// Whether well-formed UTF-8 shows nothing: no characters, or only blanks and characters without width.
bool blank(std::string_view text);

/// Whether a text is an address of the web, http or https, with a host and without blanks.
bool webAddress(std::string_view text);

/// "U+202E".
std::string codeOf(char32_t character);

/// The same in quotes; of a long text the first 50 bytes or fewer, cut between code points, and "…".
std::string quotation(std::string_view text);

} // namespace dealscape::io
