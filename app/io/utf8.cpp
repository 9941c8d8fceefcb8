// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/utf8.h"

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
    std::string shown;
    shown.reserve(text.size());
    for (const char c : text) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
        shown += control ? replacement : std::string_view(&c, 1);
    }
    return shown;
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
