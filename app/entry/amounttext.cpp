// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/amounttext.h"

#include "domain/ascii.h"
#include "exchange/amounts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace dealscape::entry {

namespace {

using exchange::Amount;

std::string inQuotes(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

constexpr std::string_view expected = "write an amount such as 300b, $1.2bn, 20-30bn, up to 5bn, EUR 4bn at 1.08 or undisclosed";

/// Whole dollars, or nothing beyond what a deal may be worth.
std::optional<Money> dollarsOf(long double amount, double rate)
{
    const long double dollars = std::round(amount * static_cast<long double>(rate));
    if (std::isnan(dollars) || dollars < 0 || dollars > static_cast<long double>(Money::maximum().dollars()))
        return std::nullopt;
    return Money(static_cast<std::int64_t>(dollars));
}

std::optional<double> plainNumber(std::string_view text)
{
    double number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && stop == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

struct Rated {
    std::string_view amount;
    std::optional<double> rate;
    bool stated = false;
};

Rated splitRate(std::string_view text)
{
    for (const std::string_view sign : {" at ", " @ ", "@"}) {
        const std::size_t at = text.rfind(sign);
        if (at == std::string_view::npos || text.substr(0, at).empty())
            continue;
        const std::string_view tail = trimmed(text.substr(at + sign.size()));
        const auto rate = plainNumber(tail);
        if (!rate && sign == " at ")
            continue;
        return {trimmed(text.substr(0, at)), rate && *rate > 0 ? rate : std::nullopt, true};
    }
    return {text, std::nullopt, false};
}

/// "300bn" for 300,000,000,000: the largest unit in which the figure is short, exactly.
std::string figure(Money money)
{
    const std::int64_t dollars = money.dollars();
    for (const auto &[unit, word] : {std::pair<std::int64_t, const char *>(1'000'000'000, "bn"), {1'000'000, "m"}}) {
        if (dollars < unit)
            continue;
        std::string digits = std::to_string(dollars % unit);
        digits.insert(0, std::to_string(unit).size() - 1 - digits.size(), '0');
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.size() <= 6)
            return std::to_string(dollars / unit) + (digits.empty() ? "" : '.' + digits) + word;
    }
    return std::to_string(dollars);
}

} // namespace

TypedAmount readAmount(std::string_view raw)
{
    const std::string_view text = trimmed(raw);
    TypedAmount typed;
    if (text.empty())
        return typed;
    const auto [amount, rate, rated] = splitRate(text);
    const Amount read = exchange::parseAmount(amount, {});
    if (read.says == Amount::Says::NotPublished)
        return typed;
    if (read.says != Amount::Says::Figure || read.negative) {
        typed.fault = inQuotes(text) + " is no amount; " + std::string(expected);
        return typed;
    }
    const std::string currency = read.currency[0] ? std::string(read.currency.data(), read.currency.size()) : "USD";
    if (rated && !rate) {
        typed.fault = "the rate must be a number above zero, in US dollars for one " + currency;
        return typed;
    }
    if (currency != "USD" && !rate) {
        typed.fault = "an amount in " + currency + " needs its rate in US dollars, such as " + inQuotes(std::string(amount) + " at 1.08");
        return typed;
    }
    typed.currency = currency;
    if (currency != "USD")
        typed.asAnnounced = std::string(text);
    for (const auto &[from, to] : {std::pair(read.low, &typed.value.low), std::pair(read.high, &typed.value.high)}) {
        if (!from)
            continue;
        *to = dollarsOf(*from, rate.value_or(1));
        if (!*to)
            typed.fault = inQuotes(text) + " is beyond belief";
    }
    return typed;
}

std::string amountText(const MoneyRange &value)
{
    if (!value.published())
        return "undisclosed";
    if (!value.low)
        return "up to " + figure(*value.high);
    if (!value.high)
        return "at least " + figure(*value.low);
    return value.exact() ? figure(*value.low) : figure(*value.low) + "-" + figure(*value.high);
}

std::string amountText(const Deal &deal)
{
    if (deal.currency != "USD" && !deal.asAnnounced.empty()) {
        const TypedAmount typed = readAmount(deal.asAnnounced);
        if (typed.fault.empty() && typed.value == deal.value)
            return deal.asAnnounced;
    }
    return amountText(deal.value);
}

TypedPower readPower(std::string_view raw)
{
    const std::string_view text = trimmed(raw);
    if (text.empty())
        return {};
    const Amount read = exchange::parseAmount(text, {});
    const long double megawatts = std::round(read.low.value_or(0));
    const bool exact = read.says == Amount::Says::Power && !read.negative && read.low == read.high;
    if (!exact || std::isnan(megawatts) || megawatts < 1 || megawatts > static_cast<long double>(Power::maximum().megawatts()))
        return {std::nullopt, inQuotes(text) + " is no capacity; write 4.5 GW or 300 MW"};
    return {Power(static_cast<std::int64_t>(megawatts)), {}};
}

std::string powerText(const Power &power)
{
    const std::int64_t megawatts = power.megawatts();
    if (megawatts < 1000)
        return std::to_string(megawatts) + " MW";
    std::string digits = std::to_string(megawatts % 1000);
    digits.insert(0, 3 - digits.size(), '0');
    digits.erase(digits.find_last_not_of('0') + 1);
    return std::to_string(megawatts / 1000) + (digits.empty() ? "" : '.' + digits) + " GW";
}

TypedParts readParts(std::string_view raw)
{
    TypedParts typed;
    std::string_view rest = trimmed(raw);
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(", "), rest.size());
        const std::string_view part = trimmed(rest.substr(0, comma));
        rest = comma < rest.size() ? trimmed(rest.substr(comma + 1)) : std::string_view();
        const std::size_t blank = part.rfind(' ');
        const auto certainty = blank == std::string_view::npos ? std::nullopt : parseWord<Certainty>(lowered(part.substr(blank + 1)));
        if (!certainty) {
            typed.fault = inQuotes(part) + " must end in paid, binding, announced, potential or cancelled";
            return typed;
        }
        const TypedAmount amount = readAmount(part.substr(0, blank));
        if (!amount.fault.empty() || !amount.value.published() || amount.currency != "USD") {
            typed.fault = inQuotes(part) + " is no part; write 15bn paid, up to 35bn potential";
            return typed;
        }
        typed.parts.push_back({*certainty, amount.value});
    }
    return typed;
}

std::string partsText(const std::vector<CertaintyPart> &parts)
{
    std::string text;
    for (const CertaintyPart &part : parts)
        text += (text.empty() ? "" : ", ") + amountText(part.value) + ' ' + std::string(word(part.certainty));
    return text;
}

TypedTerm readTerm(std::string_view raw)
{
    const std::string text = lowered(trimmed(raw));
    TypedTerm typed;
    if (text.empty())
        return typed;
    std::vector<int> years;
    std::string words;
    for (std::size_t i = 0; i < text.size();) {
        int year = 0;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), year);
        if (error == std::errc() && text[i] != '-') {
            years.push_back(year);
            i = static_cast<std::size_t>(end - text.data());
        } else {
            if (text[i] != ' ')
                words += text[i];
            ++i;
        }
    }
    const auto isOne = [&](std::initializer_list<std::string_view> known) { return std::ranges::find(known, words) != known.end(); };
    const bool sound = std::ranges::all_of(years, [](int year) { return year >= 1900 && year <= 2200; });
    if (sound && years.size() == 2 && isOne({"-", "\u2013", "to", "fromto"}))
        typed.term = {years[0], years[1]};
    else if (sound && years.size() == 1 && words.empty())
        typed.term = {years[0], years[0]};
    else if (sound && years.size() == 1 && isOne({"from", "since"}))
        typed.term = {years[0], std::nullopt};
    else if (sound && years.size() == 1 && isOne({"until", "to", "till"}))
        typed.term = {std::nullopt, years[0]};
    else
        typed.fault = inQuotes(trimmed(raw)) + " is no term; write 2027-2032, from 2027 or until 2032";
    return typed;
}

std::string termText(const Term &term)
{
    if (term.start && term.end)
        return *term.start == *term.end ? std::to_string(*term.start) : std::to_string(*term.start) + '-' + std::to_string(*term.end);
    if (term.start)
        return "from " + std::to_string(*term.start);
    return term.end ? "until " + std::to_string(*term.end) : std::string();
}

} // namespace dealscape::entry
