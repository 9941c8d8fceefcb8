// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/dates.h"

#include "domain/ascii.h"
#include "sheets/numberformat.h"

#include <QString>

#include <array>
#include <vector>

namespace dealscape::exchange {

namespace {

struct Part {
    bool number = false;
    int value = 0;
    std::size_t digits = 0;
    std::string word;
};

/// Month by the start of its name in English, German, French, Spanish, Italian or Portuguese, or 0.
int monthOf(const std::string &word)
{
    constexpr std::pair<std::string_view, int> starts[] = {
        {"jan", 1},  {"jän", 1},  {"janv", 1}, {"ene", 1},  {"gen", 1},  {"feb", 2},  {"fev", 2},  {"mar", 3}, {"mae", 3},
        {"mrz", 3},  {"apr", 4},  {"avr", 4},  {"abr", 4},  {"may", 5},  {"mai", 5},  {"mag", 5},  {"jun", 6}, {"juin", 6},
        {"giu", 6},  {"jul", 7},  {"juil", 7}, {"lug", 7},  {"aug", 8},  {"aou", 8},  {"ago", 8},  {"sep", 9}, {"set", 9},
        {"oct", 10}, {"okt", 10}, {"out", 10}, {"ott", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"dic", 12}};
    if (word.size() < 3)
        return 0;
    for (const auto &[start, month] : starts)
        if (word.substr(0, start.size()) == start)
            return month;
    return 0;
}

std::vector<Part> partsOf(std::string_view text)
{
    std::string plain;
    if (isAscii(text)) {
        plain.assign(text);
    } else {
        for (const QChar c : QString::fromUtf8(text).normalized(QString::NormalizationForm_KD))
            if (!c.isMark())
                plain += c.unicode() < 0x80 ? c.toLatin1() : ' ';
    }
    std::vector<Part> parts;
    for (std::size_t at = 0; at < plain.size();) {
        const char c = static_cast<char>(plain[at] >= 'A' && plain[at] <= 'Z' ? plain[at] + 32 : plain[at]);
        if (digit(c)) {
            if (parts.empty() || !parts.back().number || at == 0 || plain[at - 1] < '0' || plain[at - 1] > '9')
                parts.push_back({true, 0, 0, {}});
            if (++parts.back().digits <= 8)
                parts.back().value = parts.back().value * 10 + (c - '0');
        } else if (c >= 'a' && c <= 'z') {
            if (parts.empty() || parts.back().number || at == 0 ||
                !((plain[at - 1] >= 'a' && plain[at - 1] <= 'z') || (plain[at - 1] >= 'A' && plain[at - 1] <= 'Z')))
                parts.push_back({});
            parts.back().word += c;
        }
        ++at;
    }
    return parts;
}

std::optional<Date> made(int year, int month, int day)
{
    Date date{year, month, day};
    return Date::parse(date.iso());
}

int wholeYear(const Part &part)
{
    if (part.digits == 2)
        return part.value < 70 ? 2000 + part.value : 1900 + part.value;
    return part.digits == 4 ? part.value : 0;
}

DateReading numeric(const std::vector<Part> &parts, DayOrder order)
{
    DateReading reading;
    if (parts[0].digits == 4) {
        reading.date = made(parts[0].value, parts[1].value, parts[2].value);
        return reading;
    }
    const int year = wholeYear(parts[2]);
    const int first = parts[0].value;
    const int second = parts[1].value;
    if (!year || first < 1 || second < 1 || parts[0].digits > 2 || parts[1].digits > 2)
        return reading;
    if (first > 12 && second <= 12)
        reading.order = DayOrder::DayFirst;
    else if (second > 12 && first <= 12)
        reading.order = DayOrder::MonthFirst;
    else
        reading.ambiguous = first != second;
    const DayOrder used = reading.order != DayOrder::Unknown ? reading.order : order;
    reading.date = used == DayOrder::MonthFirst ? made(year, first, second) : made(year, second, first);
    return reading;
}

DateReading lone(const Part &part)
{
    DateReading reading;
    if (part.digits == 4) {
        reading.date = made(part.value, 0, 0);
    } else if (part.digits == 6 && part.value / 100 >= 1900) {
        reading.date = made(part.value / 100, part.value % 100, 0);
    } else if (part.digits == 8) {
        reading.date = made(part.value / 10000, part.value / 100 % 100, part.value % 100);
    } else if (part.digits == 5 && part.value >= 20000 && part.value <= 80000) {
        const auto iso = sheets::dateOfSerial(part.value, false, sheets::NumberFormat::Shows::Day);
        reading.date = iso ? Date::parse(*iso) : std::nullopt;
        reading.serial = reading.date.has_value();
    }
    return reading;
}

DateReading worded(const std::vector<Part> &parts)
{
    DateReading reading;
    int month = 0;
    int year = 0;
    int day = 0;
    bool period = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part &part = parts[i];
        if (!part.number) {
            const int named = monthOf(part.word);
            period = period || part.word == "q" || part.word == "h" || part.word == "t" || part.word == "s";
            month = month ? month : named;
        } else if (part.digits == 4 && !year) {
            year = part.value;
        } else if (part.digits <= 2 && !period && !day && (month || i + 1 < parts.size())) {
            day = part.value;
        } else if (part.digits == 2 && !year) {
            year = wholeYear(part);
        }
    }
    if (period && !month && year) {
        reading.date = made(year, 0, 0);
        reading.coarser = reading.date.has_value();
    } else if (month && year) {
        reading.date = made(year, month, day);
    } else if (month && day && !year) {
        reading.date = made(wholeYear({true, day, 2, {}}), month, 0);
    }
    return reading;
}

/// Words that may stand beside the numbers and the month of a date.
bool idle(const std::string &word)
{
    constexpr std::array<std::string_view, 26> words = {"st",  "nd", "rd",  "th",  "of",  "de",  "del", "di",  "den",
                                                        "the", "am", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
                                                        "mo",  "do", "fr",  "sa",  "so",  "t",   "z",   "er"};
    for (const auto each : words)
        if (each == word)
            return true;
    return word.size() > 4 && (word.ends_with("day") || word.ends_with("tag"));
}

} // namespace

DateReading parseDate(std::string_view text, DayOrder order)
{
    DateReading reading;
    if (text.size() > 64)
        return reading;
    if (const auto plain = Date::parse(text)) {
        reading.date = plain;
    } else {
        std::vector<Part> parts = partsOf(text);
        std::size_t words = 0;
        for (const Part &part : parts) {
            const bool period = part.word == "q" || part.word == "h" || part.word == "s" || (part.word == "t" && parts.size() == 3);
            if (!part.number && !period && !monthOf(part.word) && !idle(part.word))
                return reading;
            words += !part.number && (period || monthOf(part.word));
        }
        std::erase_if(parts, [](const Part &part) { return !part.number && !monthOf(part.word) && part.word.size() != 1; });
        std::vector<Part> numbers = parts;
        std::erase_if(numbers, [](const Part &part) { return !part.number; });
        if (words)
            reading = worded(parts);
        else if (numbers.size() >= 3 && (numbers.size() == 3 || text.find(':') != std::string_view::npos))
            reading = numeric(numbers, order);
        else if (numbers.size() == 2 && numbers[1].digits == 4)
            reading.date = made(numbers[1].value, numbers[0].value, 0);
        else if (numbers.size() == 2 && numbers[0].digits == 4 && numbers[1].value >= 1)
            reading.date = made(numbers[0].value, numbers[1].value, 0);
        else if (numbers.size() == 1)
            reading = lone(numbers.front());
    }
    if (reading.date && reading.date->year == 1905 && reading.date->month >= 3 && reading.date->month <= 12 && reading.date->day)
        reading.spoiltYear = true;
    return reading;
}

} // namespace dealscape::exchange
