// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/numbers.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealscape::exchange {

/// The power of ten that a word such as "bn", "Mio." or "crore" stands for.
std::optional<int> scaleOf(std::string_view word);

/// How the amounts of a column are read: the sign where a number does not decide itself, and the power of ten and the currency where a text
/// names none.
struct AmountRules {
    Mark mark = Mark::Point;
    int scale = 0;
    std::array<char, 3> currency = {};
};

struct Amount {
    enum class Says : std::uint8_t { Nothing, Figure, NotPublished, Power, Unreadable };
    Says says = Says::Nothing;
    /// In the currency's units, of a power in megawatts. An absent bound is open, as in MoneyRange; two stand as they are written, so
    /// that the low one may be the greater.
    std::optional<long double> low;
    std::optional<long double> high;
    bool negative = false;
    /// "About": the figure is not meant to the last digit.
    bool rough = false;
    std::array<char, 3> currency = {};
};

/// An amount as people write it: "$1.2bn", "1,2 Mrd. EUR", "100-300m", "up to 5bn", "> 2B", "(450)", "undisclosed", "10 GW".
/// Anything that is not understood whole is unreadable. Linear.
Amount parseAmount(std::string_view text, const AmountRules &rules);

} // namespace dealscape::exchange
