// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealscape {

/// An opaque colour, eight bits a channel. Its text is "#RRGGBB" in hexadecimal digits, written in capitals and read in either case.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    /// Nothing when the text is no "#RRGGBB".
    static std::optional<Colour> parse(std::string_view text);
    std::string text() const;

    friend bool operator==(const Colour &, const Colour &) = default;
};

} // namespace dealscape
