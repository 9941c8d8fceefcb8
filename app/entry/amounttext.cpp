// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/amounttext.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace dealscape::entry {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

std::string lowered(std::string_view text)
{
    std::string small(text);
    for (char &c : small)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return small;
}

std::string quoted(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

constexpr std::string_view expected = "write an amount such as 300b, $1.2bn, 20-30bn, up to 5bn, EUR 4bn at 1.08 or undisclosed";

/// Whole dollars, or nothing beyond what a deal may be worth.
std::optional<Money> dollarsOf(long double amount, double rate)
{
    const long double dollars = std::round(amount * static_cast<long double>(rate));
    if (!(dollars >= 0 && dollars <= static_cast<long double>(Money::maximum().dollars())))
        return std::nullopt;
    return Money(static_cast<std::int64_t>(dollars));
}

/// One figure with the unit that follows it: "1.2bn", "300". The scale is 0 where none was given.
struct Figure {
    long double number = 0;
    long double scale = 0;
};

struct Reading {
    bool understood = false;
    bool published = true;
    std::optional<Figure> low;
    std::optional<Figure> high;
    std::string currency;
    /// Gigawatts or megawatts in place of money: megawatts for one.
    long double power = 0;
};

/// Reads an amount from left to right.
class Reader {
public:
    explicit Reader(std::string_view text) : m_rest(lowered(text)) {}

    Reading read()
    {
        for (const std::string_view word : {"undisclosed", "not published", "unpublished", "unknown", "n/a", "?", "-"})
            if (m_rest == word) {
                m_read.understood = true;
                m_read.published = false;
                return m_read;
            }
        const bool upTo = take({"up to", "at most", "below", "under", "<=", "≤", "<"});
        const bool atLeast = !upTo && take({"at least", "more than", "over", "from", ">=", "≥", ">"});
        take({"about", "around", "ca.", "~", "≈"});
        const auto first = figure();
        if (!first)
            return m_read;
        std::optional<Figure> second;
        if (take({"-", "–", "—", "to"}))
            if (!(second = figure()))
                return m_read;
        if (!skip().empty() || (second && (upTo || atLeast)))
            return m_read;
        m_read.understood = true;
        m_read.low = upTo ? std::nullopt : first;
        m_read.high = atLeast ? std::nullopt : second ? second : first;
        if (second && first->scale == 0)
            m_read.low->scale = second->scale;
        return m_read;
    }

private:
    std::string_view skip()
    {
        while (!m_rest.empty() && m_rest.front() == ' ')
            m_rest.erase(0, 1);
        return m_rest;
    }
    bool take(std::initializer_list<std::string_view> words)
    {
        skip();
        for (const std::string_view word : words) {
            const bool letters = word.back() >= 'a' && word.back() <= 'z';
            const char next = m_rest.size() > word.size() ? m_rest[word.size()] : ' ';
            if (m_rest.starts_with(word) && !(letters && next >= 'a' && next <= 'z')) {
                m_rest.erase(0, word.size());
                return true;
            }
        }
        return false;
    }
    void currency()
    {
        for (const auto &[sign, code] : {std::pair("us$", "USD"), {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "JPY"}, {"₹", "INR"}})
            if (take({sign})) {
                m_read.currency = code;
                return;
            }
        skip();
        const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
        if (m_rest.size() < 3 || !std::all_of(m_rest.begin(), m_rest.begin() + 3, letter) || (m_rest.size() > 3 && letter(m_rest[3])))
            return;
        if (const std::string_view word(m_rest.data(), 3); word == "mio" || word == "mrd" || word == "mln" || word == "bln")
            return;
        m_read.currency = m_rest.substr(0, 3);
        for (char &c : m_read.currency)
            c = static_cast<char>(c - 'a' + 'A');
        m_rest.erase(0, 3);
    }
    std::optional<Figure> figure()
    {
        currency();
        skip();
        std::string digits;
        std::size_t end = 0;
        while (end < m_rest.size() && ((m_rest[end] >= '0' && m_rest[end] <= '9') || m_rest[end] == '.' || m_rest[end] == ','))
            digits += m_rest[end++];
        // A comma parts thousands where three digits follow, and a fraction otherwise.
        for (std::size_t comma = digits.find(','); comma != std::string::npos; comma = digits.find(',', comma)) {
            const std::size_t next = std::min(digits.find_first_of(",.", comma + 1), digits.size());
            if (next - comma == 4)
                digits.erase(comma, 1);
            else
                digits[comma] = '.';
        }
        double number = 0;
        const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (digits.empty() || error != std::errc() || stop != digits.data() + digits.size())
            return std::nullopt;
        m_rest.erase(0, end);
        const Figure read{static_cast<long double>(number), unit()};
        currency();
        return read;
    }
    long double unit()
    {
        if (take({"gw"}))
            return m_read.power = 1000;
        if (take({"mw"}))
            return m_read.power = 1;
        if (take({"trillion", "tn", "t"}))
            return 1e12L;
        if (take({"billion", "bn", "bln", "b", "mrd"}))
            return 1e9L;
        if (take({"million", "mn", "mln", "mio", "m"}))
            return 1e6L;
        return take({"thousand", "k"}) ? 1e3L : 0;
    }

    std::string m_rest;
    Reading m_read;
};

/// In the currency's units or in megawatts.
std::optional<long double> amountOf(const std::optional<Figure> &figure)
{
    return figure ? std::optional(figure->number * (figure->scale == 0 ? 1 : figure->scale)) : std::nullopt;
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
    const Reading read = Reader(amount).read();
    if (!read.understood || read.power > 0) {
        typed.fault = quoted(text) + " is no amount; " + std::string(expected);
        return typed;
    }
    if (!read.published)
        return typed;
    const std::string currency = read.currency.empty() ? "USD" : read.currency;
    if (rated && !rate) {
        typed.fault = "the rate must be a number above zero, in US dollars for one " + currency;
        return typed;
    }
    if (currency != "USD" && !rate) {
        typed.fault = "an amount in " + currency + " needs its rate in US dollars, such as " + quoted(std::string(amount) + " at 1.08");
        return typed;
    }
    typed.currency = currency;
    if (currency != "USD")
        typed.asAnnounced = std::string(text);
    for (const auto &[from, to] : {std::pair(amountOf(read.low), &typed.value.low), std::pair(amountOf(read.high), &typed.value.high)}) {
        if (!from)
            continue;
        *to = dollarsOf(*from, rate.value_or(1));
        if (!*to)
            typed.fault = quoted(text) + " is beyond belief";
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
    const Reading read = Reader(text).read();
    const long double megawatts = std::round(amountOf(read.low).value_or(0));
    const bool exact = read.understood && read.power > 0 && amountOf(read.low) == amountOf(read.high);
    if (!exact || !(megawatts >= 1 && megawatts <= static_cast<long double>(Power::maximum().megawatts())))
        return {std::nullopt, quoted(text) + " is no capacity; write 4.5 GW or 300 MW"};
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
            typed.fault = quoted(part) + " must end in paid, binding, announced, potential or cancelled";
            return typed;
        }
        const TypedAmount amount = readAmount(part.substr(0, blank));
        if (!amount.fault.empty() || !amount.value.published() || amount.currency != "USD") {
            typed.fault = quoted(part) + " is no part; write 15bn paid, up to 35bn potential";
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
        typed.fault = quoted(trimmed(raw)) + " is no term; write 2027-2032, from 2027 or until 2032";
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
