// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace dealscape::io {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool continuation(unsigned char c)
{
    return (c & 0xC0U) == 0x80U;
}

/// Length of the well-formed sequence of two to four bytes at the start of the text, or 0. Table 3-7 of the Unicode standard.
std::size_t sequence(std::string_view text)
{
    const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned lead = at(0);
    const unsigned second = at(1);
    if (lead >= 0xC2 && lead <= 0xDF)
        return continuation(static_cast<unsigned char>(second)) ? 2 : 0;
    const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (lead < 0xE0 || lead > 0xF4 || second < low || second > high || !continuation(static_cast<unsigned char>(at(2))))
        return 0;
    if (lead < 0xF0)
        return 3;
    return continuation(static_cast<unsigned char>(at(3))) ? 4 : 0;
}

std::size_t skipAscii(std::string_view bytes, std::size_t at)
{
    while (at + sizeof(std::uint64_t) <= bytes.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if (word & 0x8080808080808080U)
            break;
        at += sizeof word;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
        ++at;
    return at;
}

struct Decoded {
    char32_t character = 0;
    std::size_t length = 1;
};

/// The character at the start of a text that is not empty; a stray byte is taken for itself.
Decoded decoded(std::string_view text)
{
    const auto at = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const std::size_t length = at(0) < 0x80 ? 1 : sequence(text.substr(0, 4));
    if (length < 2)
        return {at(0), 1};
    char32_t character = at(0) & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        character = (character << 6U) | (at(i) & 0x3FU);
    return {character, length};
}

/// Control characters (C0, DEL, C1), line and paragraph separators, and what embeds, overrides or isolates a direction.
bool unruly(char32_t c, Lines lines)
{
    if (c < 0x20)
        return lines == Lines::One || (c != '\n' && c != '\t' && c != '\r');
    if (c < 0x7F)
        return false;
    if (c == 0x2028 || c == 0x2029)
        return lines == Lines::One;
    return c < 0xA0 || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Blanks of every width, none included.
bool unseen(char32_t c)
{
    switch (c) {
    case 0x00A0:
    case 0x00AD:
    case 0x034F:
    case 0x061C:
    case 0x115F:
    case 0x1160:
    case 0x1680:
    case 0x17B4:
    case 0x17B5:
    case 0x202F:
    case 0x205F:
    case 0x2800:
    case 0x3000:
    case 0x3164:
    case 0xFEFF:
    case 0xFFA0:
        return true;
    default:
        return c <= 0x20 || c == 0x7F || (c >= 0x180B && c <= 0x180F) || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
            (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F);
    }
}

} // namespace

std::size_t firstInvalid(std::string_view bytes, std::size_t from)
{
    std::size_t at = from;
    while ((at = skipAscii(bytes, at)) < bytes.size()) {
        const std::size_t length = sequence(bytes.substr(at, 4));
        if (!length)
            return at;
        at += length;
    }
    return bytes.size();
}

std::size_t codePoints(std::string_view bytes)
{
    std::size_t count = 0;
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t ascii = skipAscii(bytes, at);
        count += ascii - at;
        at = ascii;
        if (at < bytes.size()) {
            const std::size_t length = sequence(bytes.substr(at, 4));
            at += length ? length : 1;
            ++count;
        }
    }
    return count;
}

std::string wellFormed(std::string_view bytes)
{
    std::string text;
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t bad = firstInvalid(bytes, at);
        text.append(bytes.substr(at, bad - at));
        if (bad < bytes.size())
            text += replacement;
        at = bad + 1;
    }
    return text;
}

std::string printable(std::string_view text)
{
    if (firstInvalid(text) < text.size())
        return printable(wellFormed(text));
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = decoded(text.substr(at));
        shown += unruly(character, Lines::One) ? replacement : text.substr(at, length);
        at += length;
    }
    return shown;
}

std::optional<char32_t> firstControl(std::string_view text, Lines lines)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = decoded(text.substr(at));
        if (unruly(character, lines))
            return character;
        at += length;
    }
    return std::nullopt;
}

bool blank(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = decoded(text.substr(at));
        if (!unseen(character))
            return false;
        at += length;
    }
    return true;
}

bool webAddress(std::string_view text)
{
    const std::size_t host = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
    const auto unfit = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; };
    return host && text.size() > host && text[host] != '/' && std::ranges::none_of(text, unfit);
}

std::string codeOf(char32_t character)
{
    std::string digits;
    for (auto rest = static_cast<std::uint32_t>(character); rest > 0 || digits.size() < 4; rest /= 16)
        digits.insert(digits.begin(), "0123456789ABCDEF"[rest % 16]);
    return "U+" + digits;
}

std::string quotation(std::string_view text)
{
    constexpr std::size_t longest = 50;
    if (text.size() <= longest)
        return '"' + printable(text) + '"';
    std::size_t end = longest;
    while (end > 0 && continuation(static_cast<unsigned char>(text[end])))
        --end;
    return '"' + printable(text.substr(0, end)) + "…\"";
}

} // namespace dealscape::io
