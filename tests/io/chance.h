// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace generated {

using namespace dealscape;

/// Values of every kind by chance: each seed gives the same ones everywhere.
class Chance {
public:
    explicit Chance(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t count) { return m_random() % count; }
    bool coin() { return below(2) == 0; }
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + static_cast<std::int64_t>(below(static_cast<std::size_t>(high - low) + 1));
    }

    /// Text with whatever a file may hold; sometimes empty.
    std::string text()
    {
        static const std::vector<std::string> pieces = {"a",    "Z",       " ",  "é",      "測試", "🚀", "\"", "\\", "/",
                                                        "\n",   "\t",      "\r", "\x01",   "\x7F", "{", "]",  ":",  ",",
                                                        "null", "\\u0041", "~1", "\u2028", "0.5",  "“", "'",  "&",  "<b>"};
        std::string result;
        for (std::size_t i = below(6); i > 0; --i)
            result += pieces[below(pieces.size())];
        return result;
    }
    std::string name() { return "x" + text(); }

    Date date()
    {
        Date date{static_cast<int>(between(1990, 2020)), 0, 0};
        if (coin())
            date.month = static_cast<int>(between(1, 12));
        if (date.month && coin())
            date.day = static_cast<int>(between(1, 28));
        return date;
    }
    Money money() { return Money(below(8) ? between(0, 1'000'000'000'000) : between(0, Money::maximum().dollars())); }
    MoneyRange range()
    {
        const Money a = money();
        const Money b = money();
        MoneyRange range{std::min(a, b), std::max(a, b)};
        if (below(4) == 0)
            range.low.reset();
        if (below(4) == 0)
            range.high.reset();
        return range;
    }
    template <class E>
    E word()
    {
        return vocabulary<E>()[below(vocabulary<E>().size())].value;
    }
    template <class Items>
    const auto &idOf(const Items &items)
    {
        return items[below(items.size())].id;
    }
    template <class E>
    std::set<E> words()
    {
        std::set<E> result;
        for (std::size_t i = below(4); i > 0; --i)
            result.insert(word<E>());
        return result;
    }
    Extras extras()
    {
        static const std::vector<std::string> values = {"1", "-0.50", "\"é\\n\"", "[1,{\"a\":null}]", "{}", "[]", "true", "1e5"};
        Extras extras;
        if (coin())
            extras.emplace_back("zz", values[below(values.size())]);
        if (coin())
            extras.emplace_back("odd key \"é", values[below(values.size())]);
        return extras;
    }

private:
    std::mt19937 m_random;
};

} // namespace generated
