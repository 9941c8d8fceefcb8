// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/numberformat.h"

#include "domain/ascii.h"
#include "domain/date.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace dealscape::sheets {

namespace {

/// The code without what is written as it stands: quoted texts, escaped letters and brackets.
std::string signs(std::string_view code)
{
    std::string bare;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == ';')
            break;
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            const char first = i + 1 < code.size() ? code[i + 1] : ' ';
            if (first == 'h' || first == 'H' || ((first == 'm' || first == 'M' || first == 's') && end - i <= 3))
                bare += 'h';
            i = end;
        } else {
            bare += lowered(c);
        }
    }
    return bare;
}

std::array<char, 3> currencyIn(std::string_view code)
{
    const std::size_t bracket = code.find("[$");
    if (bracket != std::string_view::npos) {
        const std::string_view rest = code.substr(bracket + 2);
        return currencyOf(rest.substr(0, rest.find_first_of("-]")));
    }
    for (const std::string_view sign : {"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "USD", "EUR", "GBP", "CHF", "JPY"})
        if (code.find(sign) != std::string_view::npos)
            return currencyOf(sign);
    return {};
}

} // namespace

std::array<char, 3> currencyOf(std::string_view sign)
{
    constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"$", "USD"},   {"US$", "USD"}, {"\xE2\x82\xAC", "EUR"}, {"\xC2\xA3", "GBP"},     {"\xC2\xA5", "JPY"},     {"C$", "CAD"},
        {"A$", "AUD"},  {"R$", "BRL"},  {"S$", "SGD"},           {"\xE2\x82\xB9", "INR"}, {"\xE2\x82\xA9", "KRW"}, {"HK$", "HKD"},
        {"Fr.", "CHF"}, {"NT$", "TWD"}, {"z\xC5\x82", "PLN"},    {"\xE2\x82\xAA", "ILS"}, {"\xE2\x82\xBA", "TRY"}, {"\xE2\x82\xBD", "RUB"}};
    while (!sign.empty() && sign.front() == ' ')
        sign.remove_prefix(1);
    while (!sign.empty() && sign.back() == ' ')
        sign.remove_suffix(1);
    for (const auto &[text, code] : known)
        if (text == sign)
            sign = code;
    std::array<char, 3> code = {};
    if (sign.size() == 3 && std::all_of(sign.begin(), sign.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        std::copy(sign.begin(), sign.end(), code.begin());
    return code;
}

NumberFormat formatOf(std::string_view code)
{
    NumberFormat format;
    const std::string bare = signs(code);
    if (bare == "general" || bare.find_first_of("0#") != std::string::npos) {
        format.currency = currencyIn(code);
        if (bare.find_first_of("yd") == std::string::npos)
            return format;
    }
    using Shows = NumberFormat::Shows;
    const bool year = bare.find('y') != std::string::npos;
    const bool clock = bare.find_first_of("hs") != std::string::npos;
    if (bare.find('d') != std::string::npos)
        format.shows = Shows::Day;
    else if (year)
        format.shows = bare.find('m') != std::string::npos ? Shows::Month : Shows::Year;
    else if (clock)
        format.shows = Shows::Time;
    else
        format.currency = currencyIn(code);
    return format;
}

NumberFormat builtInFormat(int id)
{
    using Shows = NumberFormat::Shows;
    const auto within = [id](int first, int last) { return id >= first && id <= last; };
    if (id == 17)
        return {Shows::Month, {}};
    if (within(14, 16) || id == 22 || within(27, 31) || within(50, 54) || within(57, 58) || id == 36)
        return {Shows::Day, {}};
    if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56))
        return {Shows::Time, {}};
    return {};
}

std::optional<std::string> dateOfSerial(double serial, bool from1904, NumberFormat::Shows shows)
{
    if (!(serial >= 0 && serial < 110'000))
        return std::nullopt;
    const int whole = static_cast<int>(serial);
    using namespace std::chrono;
    const sys_days base = from1904 ? sys_days(1904y / 1 / 1) : whole < 60 ? sys_days(1899y / 12 / 31) : sys_days(1899y / 12 / 30);
    const year_month_day day(base + days(whole));
    if (static_cast<int>(day.year()) < 1900 || static_cast<int>(day.year()) > 2200)
        return std::nullopt;
    Date date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
              static_cast<int>(static_cast<unsigned>(day.day()))};
    if (shows == NumberFormat::Shows::Month || shows == NumberFormat::Shows::Year)
        date.day = 0;
    if (shows == NumberFormat::Shows::Year)
        date.month = 0;
    return date.iso();
}

} // namespace dealscape::sheets
