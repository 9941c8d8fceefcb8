// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/date.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace dealscape {

namespace {

constexpr std::array<const char *, 12> monthNames = {"January", "February", "March",     "April",   "May",      "June",
                                                     "July",    "August",   "September", "October", "November", "December"};

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    for (char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

std::optional<Date> Date::parse(std::string_view text)
{
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return std::nullopt;
    if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-'))
        return std::nullopt;
    Date date;
    const auto year = digits(text.substr(0, 4));
    if (!year || *year < 1900 || *year > 2200)
        return std::nullopt;
    date.year = *year;
    if (text.size() >= 7) {
        const auto month = digits(text.substr(5, 2));
        if (!month || *month < 1 || *month > 12)
            return std::nullopt;
        date.month = *month;
    }
    if (text.size() == 10) {
        const auto day = digits(text.substr(8, 2));
        if (!day || *day < 1)
            return std::nullopt;
        date.day = *day;
        const std::chrono::year_month_day whole{std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
                                                std::chrono::day(static_cast<unsigned>(date.day))};
        if (!whole.ok())
            return std::nullopt;
    }
    return date;
}

std::string Date::iso() const
{
    std::array<char, 40> buffer{};
    if (day)
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
    else if (month)
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", year, month);
    else
        std::snprintf(buffer.data(), buffer.size(), "%04d", year);
    return buffer.data();
}

std::string Date::spoken() const
{
    std::string text;
    if (day)
        text += std::to_string(day) + " ";
    if (month)
        text += std::string(monthNames[static_cast<std::size_t>(month - 1)]) + " ";
    return text + std::to_string(year);
}

int Date::firstDay() const
{
    const std::chrono::year_month_day first{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month ? month : 1)),
                                            std::chrono::day(static_cast<unsigned>(day ? day : 1))};
    return static_cast<int>(std::chrono::sys_days(first).time_since_epoch().count());
}

} // namespace dealscape
