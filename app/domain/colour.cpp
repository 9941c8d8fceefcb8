// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/colour.h"

#include <array>

namespace dealscape {

namespace {

constexpr std::string_view hexDigits = "0123456789ABCDEF";

int valueOf(char digit)
{
    const char upper = digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 'a' + 'A') : digit;
    const std::size_t found = hexDigits.find(upper);
    return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

} // namespace

std::optional<Colour> Colour::parse(std::string_view text)
{
    if (text.size() != 7 || text.front() != '#')
        return std::nullopt;
    std::array<std::uint8_t, 3> channels{};
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const int high = valueOf(text[1 + 2 * i]);
        const int low = valueOf(text[2 + 2 * i]);
        if (high < 0 || low < 0)
            return std::nullopt;
        channels[i] = static_cast<std::uint8_t>(16 * high + low);
    }
    return Colour{channels[0], channels[1], channels[2]};
}

std::string Colour::text() const
{
    std::string text = "#";
    for (const std::uint8_t channel : {red, green, blue}) {
        text += hexDigits[channel / 16];
        text += hexDigits[channel % 16];
    }
    return text;
}

} // namespace dealscape
