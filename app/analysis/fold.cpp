// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/fold.h"

#include "domain/ascii.h"

#include <cstddef>

namespace dealscape::analysis {

namespace {

constexpr bool within(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

/// Blocks in which upper and lower case alternate, upper case on even or on odd code points.
constexpr char32_t pairedLower(char32_t c, char32_t upperParity)
{
    return (c % 2) == upperParity ? c + 1 : c;
}

char32_t latinLower(char32_t c)
{
    if (within(c, 0xC0, 0xDE) && c != 0xD7)
        return c + 32;
    if (c == 0x178)
        return 0xFF;
    if (within(c, 0x100, 0x12F) || within(c, 0x132, 0x137) || within(c, 0x14A, 0x177))
        return pairedLower(c, 0);
    if (within(c, 0x139, 0x148) || within(c, 0x179, 0x17E))
        return pairedLower(c, 1);
    if (within(c, 0x1E00, 0x1E95) || within(c, 0x1EA0, 0x1EFF))
        return pairedLower(c, 0);
    if (within(c, 0xFF21, 0xFF3A))
        return c + 32;
    return c;
}

char32_t greekLower(char32_t c)
{
    if (within(c, 0x391, 0x3AB) && c != 0x3A2)
        return c + 32;
    if (c == 0x386)
        return 0x3AC;
    if (within(c, 0x388, 0x38A))
        return c + 37;
    if (c == 0x38C)
        return 0x3CC;
    if (c == 0x38E || c == 0x38F)
        return c + 63;
    return c == 0x3C2 ? 0x3C3 : c;
}

char32_t cyrillicLower(char32_t c)
{
    if (within(c, 0x410, 0x42F))
        return c + 32;
    if (within(c, 0x400, 0x40F))
        return c + 80;
    if (within(c, 0x460, 0x481) || within(c, 0x48A, 0x4BF) || within(c, 0x4D0, 0x52F))
        return pairedLower(c, 0);
    if (within(c, 0x4C1, 0x4CE))
        return pairedLower(c, 1);
    return within(c, 0x531, 0x556) ? c + 48 : c;
}

char32_t lower(char32_t c)
{
    if (within(c, 0x370, 0x3FF))
        return greekLower(c);
    if (within(c, 0x400, 0x556))
        return cyrillicLower(c);
    return latinLower(c);
}

/// Length of the two- or three-byte sequence at the position, or 0 when there is none that is well formed.
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = within(lead, 0xC2, 0xDF) ? 2 : within(lead, 0xE0, 0xEF) ? 3 : 0;
    if (length == 0 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80)
            return 0;
    return length;
}

char32_t decode(std::string_view sequence)
{
    char32_t c = static_cast<unsigned char>(sequence[0]) & (sequence.size() == 2 ? 0x1F : 0x0F);
    for (const char byte : sequence.substr(1))
        c = (c << 6) | (static_cast<unsigned char>(byte) & 0x3F);
    return c;
}

void append(std::string &text, char32_t c)
{
    if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
    } else {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    }
    text += static_cast<char>(0x80 | (c & 0x3F));
}

} // namespace

std::string fold(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (const std::size_t length = sequenceLength(text, i)) {
            const std::string_view sequence = text.substr(i, length);
            const char32_t point = decode(sequence);
            if (const char32_t small = lower(point); small == point)
                folded += sequence;
            else
                append(folded, small);
            i += length;
            continue;
        }
        folded += lowered(c);
        ++i;
    }
    return folded;
}

bool containsFolded(std::string_view text, std::string_view foldedNeedle)
{
    return fold(text).find(foldedNeedle) != std::string::npos;
}

} // namespace dealscape::analysis
