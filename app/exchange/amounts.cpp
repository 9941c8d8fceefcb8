// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/amounts.h"

#include "domain/ascii.h"
#include "sheets/numberformat.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace dealscape::exchange {

namespace {

enum class Meaning { Upper, Lower, Rough, Join, Filler, Power };

struct Phrase {
    std::string_view words;
    Meaning meaning;
};

constexpr Phrase phrases[] = {{"up to", Meaning::Upper},
                              {"at most", Meaning::Upper},
                              {"no more than", Meaning::Upper},
                              {"less than", Meaning::Upper},
                              {"bis zu", Meaning::Upper},
                              {"hochstens", Meaning::Upper},
                              {"max", Meaning::Upper},
                              {"maximal", Meaning::Upper},
                              {"under", Meaning::Upper},
                              {"jusqu'a", Meaning::Upper},
                              {"hasta", Meaning::Upper},
                              {"fino a", Meaning::Upper},
                              {"ate", Meaning::Upper},
                              {"below", Meaning::Upper},
                              {"at least", Meaning::Lower},
                              {"more than", Meaning::Lower},
                              {"over", Meaning::Lower},
                              {"min", Meaning::Lower},
                              {"minimum", Meaning::Lower},
                              {"mindestens", Meaning::Lower},
                              {"uber", Meaning::Lower},
                              {"mehr als", Meaning::Lower},
                              {"ab", Meaning::Lower},
                              {"au moins", Meaning::Lower},
                              {"plus de", Meaning::Lower},
                              {"al menos", Meaning::Lower},
                              {"mas de", Meaning::Lower},
                              {"almeno", Meaning::Lower},
                              {"oltre", Meaning::Lower},
                              {"mais de", Meaning::Lower},
                              {"pelo menos", Meaning::Lower},
                              {"above", Meaning::Lower},
                              {"from", Meaning::Lower},
                              {"exceeding", Meaning::Lower},
                              {"about", Meaning::Rough},
                              {"approx", Meaning::Rough},
                              {"approximately", Meaning::Rough},
                              {"around", Meaning::Rough},
                              {"roughly", Meaning::Rough},
                              {"circa", Meaning::Rough},
                              {"ca", Meaning::Rough},
                              {"c", Meaning::Rough},
                              {"rund", Meaning::Rough},
                              {"etwa", Meaning::Rough},
                              {"environ", Meaning::Rough},
                              {"env", Meaning::Rough},
                              {"unos", Meaning::Rough},
                              {"est", Meaning::Rough},
                              {"estimated", Meaning::Rough},
                              {"nearly", Meaning::Rough},
                              {"almost", Meaning::Rough},
                              {"cerca de", Meaning::Rough},
                              {"to", Meaning::Join},
                              {"bis", Meaning::Join},
                              {"and", Meaning::Join},
                              {"und", Meaning::Join},
                              {"a", Meaning::Join},
                              {"et", Meaning::Join},
                              {"y", Meaning::Join},
                              {"in", Meaning::Filler},
                              {"cash", Meaning::Filler},
                              {"stock", Meaning::Filler},
                              {"total", Meaning::Filler},
                              {"worth", Meaning::Filler},
                              {"of", Meaning::Filler},
                              {"between", Meaning::Filler},
                              {"zwischen", Meaning::Filler},
                              {"de", Meaning::Filler},
                              {"us", Meaning::Filler},
                              {"entre", Meaning::Filler},
                              {"gw", Meaning::Power},
                              {"mw", Meaning::Power},
                              {"gigawatt", Meaning::Power},
                              {"gigawatts", Meaning::Power},
                              {"megawatt", Meaning::Power},
                              {"megawatts", Meaning::Power},
                              {"kw", Meaning::Power},
                              {"tw", Meaning::Power}};

constexpr std::string_view silence[] = {"undisclosed",
                                        "n/a",
                                        "na",
                                        "n.a.",
                                        "n.a",
                                        "-",
                                        "--",
                                        "---",
                                        "?",
                                        "unknown",
                                        "tbd",
                                        "tba",
                                        "null",
                                        "nil",
                                        "none",
                                        "nan",
                                        "not disclosed",
                                        "secret",
                                        "not published",
                                        "not available",
                                        "confidential",
                                        "unbekannt",
                                        "k.a.",
                                        "k. a.",
                                        "k.a",
                                        "keine angabe",
                                        "nicht bekannt",
                                        "nicht genannt",
                                        "non communique",
                                        "nc",
                                        "n.c.",
                                        "no divulgado",
                                        "non divulgato",
                                        "nao divulgado",
                                        "n.d.",
                                        "nd",
                                        "n/d",
                                        "s/o",
                                        "#n/a",
                                        "#value!",
                                        "#ref!",
                                        "x",
                                        "...",
                                        "\xE2\x80\xA6",
                                        "not public",
                                        "undisclosed amount",
                                        "undisclosed sum"};

long double megawattsPer(std::string_view unit)
{
    return unit.front() == 'g' ? 1e3L : unit.front() == 't' ? 1e6L : unit.front() == 'k' ? 1e-3L : 1.0L;
}

class Parser {
public:
    Parser(std::string text, const AmountRules &rules) : m_text(std::move(text)), m_rules(rules) {}

    Amount parse()
    {
        std::string_view rest = m_text;
        if (rest.empty())
            return {};
        if (std::find(std::begin(silence), std::end(silence), rest) != std::end(silence))
            return said(Amount::Says::NotPublished);
        if (rest.front() == '(' && rest.back() == ')') {
            m_amount.negative = true;
            rest = rest.substr(1, rest.size() - 2);
        }
        while (!rest.empty())
            if (!take(rest))
                return said(Amount::Says::Unreadable);
        return finish();
    }

private:
    struct Figure {
        long double value = 0;
        std::optional<int> scale;
    };

    Amount said(Amount::Says says) const
    {
        Amount amount;
        amount.says = says;
        return amount;
    }

    bool take(std::string_view &rest)
    {
        const char c = rest.front();
        if (c == ' ') {
            rest.remove_prefix(1);
            return true;
        }
        if (digit(c) || ((c == '.' || c == ',') && rest.size() > 1 && digit(rest[1])))
            return takeNumber(rest);
        if (sign(rest))
            return true;
        return word(rest);
    }

    bool takeNumber(std::string_view &rest)
    {
        const std::size_t length = numberLength(rest);
        const auto value = valueOf(rest.substr(0, length), m_rules.mark);
        rest.remove_prefix(length);
        if (!value || m_figures.size() == 2 || (m_figures.size() == 1 && !m_joined))
            return false;
        m_figures.push_back({*value, {}});
        return true;
    }

    bool sign(std::string_view &rest)
    {
        const auto starts = [&](std::string_view mark) { return rest.substr(0, mark.size()) == mark; };
        const auto eat = [&](std::size_t count) {
            rest.remove_prefix(count);
            return true;
        };
        if (starts("-")) {
            if (m_figures.empty())
                m_amount.negative = true;
            else
                m_joined = true;
            return eat(1);
        }
        if (starts("..")) {
            m_joined = true;
            return eat(rest.find_first_not_of('.') == std::string_view::npos ? rest.size() : rest.find_first_not_of('.'));
        }
        for (const std::string_view lower : {">=", ">", "\xE2\x89\xA5"})
            if (starts(lower)) {
                m_lower = true;
                return eat(lower.size());
            }
        for (const std::string_view upper : {"<=", "<", "\xE2\x89\xA4"})
            if (starts(upper)) {
                m_upper = true;
                return eat(upper.size());
            }
        for (const std::string_view rough : {"~", "\xE2\x89\x88"})
            if (starts(rough)) {
                m_amount.rough = true;
                return eat(rough.size());
            }
        if (starts("+")) {
            m_lower = m_lower || !m_figures.empty();
            return eat(1);
        }
        for (const std::string_view money :
             {"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "\xE2\x82\xB9", "\xE2\x82\xA9", "\xE2\x82\xAA", "\xE2\x82\xBA", "\xE2\x82\xBD"})
            if (starts(money)) {
                if (m_amount.currency[0] == 0)
                    m_amount.currency = sheets::currencyOf(money);
                return eat(money.size());
            }
        return false;
    }

    /// The longest phrase, unit or currency that the text starts with.
    bool word(std::string_view &rest)
    {
        std::size_t length = 0;
        while (length < rest.size() &&
               (static_cast<unsigned char>(rest[length]) >= 0x80 || (rest[length] >= 'a' && rest[length] <= 'z') ||
                (rest[length] == '\'' && length > 0)))
            ++length;
        if (length == 0)
            return false;
        if (length < rest.size() && rest[length] == '$') {
            std::string code(rest.substr(0, length + 1));
            std::transform(code.begin(), code.end(), code.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
            m_amount.currency = sheets::currencyOf(code);
            rest.remove_prefix(length + 1);
            return m_amount.currency[0] != 0;
        }
        if (rest.substr(0, 12) == "mil millones") {
            rest.remove_prefix(12);
            return scale(9);
        }
        for (const Phrase &phrase : phrases)
            if (phrase.words.find(' ') != std::string_view::npos && rest.substr(0, phrase.words.size()) == phrase.words)
                return means(phrase, rest);
        const std::string_view text = rest.substr(0, length);
        const auto eat = [&] {
            rest.remove_prefix(length);
            if (!rest.empty() && rest.front() == '.')
                rest.remove_prefix(1);
        };
        if (!m_figures.empty())
            if (const auto power = scaleOf(text)) {
                eat();
                return scale(*power);
            }
        for (const Phrase &phrase : phrases)
            if (phrase.words == text) {
                const bool done = means(phrase, rest);
                if (!rest.empty() && rest.front() == '.')
                    rest.remove_prefix(1);
                return done;
            }
        if (currency(text)) {
            eat();
            return true;
        }
        return false;
    }

    bool means(const Phrase &phrase, std::string_view &rest)
    {
        switch (phrase.meaning) {
        case Meaning::Upper:
            m_upper = true;
            break;
        case Meaning::Lower:
            m_lower = true;
            break;
        case Meaning::Rough:
            m_amount.rough = true;
            break;
        case Meaning::Join:
            m_joined = m_joined || !m_figures.empty();
            break;
        case Meaning::Power:
            if (m_megawatts > 0 && m_megawatts != megawattsPer(phrase.words))
                return false;
            m_megawatts = megawattsPer(phrase.words);
            break;
        case Meaning::Filler:
            break;
        }
        rest.remove_prefix(phrase.words.size());
        return true;
    }

    bool scale(int power)
    {
        if (m_figures.empty() || m_figures.back().scale)
            return false;
        m_figures.back().scale = power;
        return true;
    }

    bool currency(std::string_view text)
    {
        constexpr std::pair<std::string_view, std::string_view> names[] = {
            {"dollar", "USD"}, {"dollars", "USD"}, {"euro", "EUR"}, {"euros", "EUR"}, {"pounds", "GBP"},
            {"pound", "GBP"},  {"yen", "JPY"},     {"yuan", "CNY"}, {"rmb", "CNY"},   {"francs", "CHF"},
            {"rupees", "INR"}, {"rs", "INR"},      {"won", "KRW"}};
        for (const auto &[name, code] : names)
            if (name == text) {
                m_amount.currency = sheets::currencyOf(code);
                return true;
            }
        constexpr std::string_view codes =
            "aed afn amd ang ars aud awg azn bam bbd bdt bgn bhd bmd bnd bob brl bsd btn bwp byn bzd cad chf clp "
            "cny cop crc czk djf dkk dop dzd egp etb eur fjd gbp gel ghs gip gmd gtq hkd hnl htg huf idr ils inr "
            "iqd irr isk jmd jod jpy kes kgs khr krw kwd kyd kzt lak lbp lkr lyd mad mdl mga mkd mmk mnt mop mur "
            "mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar "
            "scr sek sgd svc syp szl thb tjs tmt tnd try ttd twd tzs uah ugx usd uyu uzs ves vnd vuv wst xaf xcd "
            "xof xpf yer zar zmw";
        std::string upper(text);
        if (text.size() != 3 || codes.find(text) == std::string_view::npos)
            return false;
        std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) { return static_cast<char>(c - 32); });
        m_amount.currency = sheets::currencyOf(upper);
        return m_amount.currency[0] != 0;
    }

    Amount finish()
    {
        if (m_figures.empty())
            return said(Amount::Says::Unreadable);
        const auto figure = [&](const Figure &each) {
            const int common = m_megawatts > 0 ? 0 : m_rules.scale;
            const int power = each.scale ? *each.scale : m_figures.back().scale ? *m_figures.back().scale : common;
            long double value = m_megawatts > 0 ? each.value * m_megawatts : each.value;
            for (int i = 0; i < power; ++i)
                value *= 10;
            return value;
        };
        m_amount.says = m_megawatts > 0 ? Amount::Says::Power : Amount::Says::Figure;
        if (m_amount.currency[0] == 0)
            m_amount.currency = m_rules.currency;
        const long double first = figure(m_figures.front());
        const long double last = figure(m_figures.back());
        if (m_figures.size() == 2) {
            m_amount.low = first;
            m_amount.high = last;
            return m_amount;
        }
        if (!m_upper)
            m_amount.low = first;
        if (!m_lower || m_upper)
            m_amount.high = first;
        return m_amount;
    }

    std::string m_text;
    const AmountRules &m_rules;
    Amount m_amount;
    std::vector<Figure> m_figures;
    long double m_megawatts = 0;
    bool m_joined = false;
    bool m_upper = false;
    bool m_lower = false;
};

} // namespace

std::optional<int> scaleOf(std::string_view word)
{
    static const std::unordered_map<std::string_view, int> known = {{"k", 3},
                                                                    {"000", 3},
                                                                    {"000s", 3},
                                                                    {"tsd", 3},
                                                                    {"thousand", 3},
                                                                    {"thousands", 3},
                                                                    {"tausend", 3},
                                                                    {"mille", 3},
                                                                    {"milliers", 3},
                                                                    {"miles", 3},
                                                                    {"migliaia", 3},
                                                                    {"milhares", 3},
                                                                    {"m", 6},
                                                                    {"mm", 6},
                                                                    {"mn", 6},
                                                                    {"mio", 6},
                                                                    {"mill", 6},
                                                                    {"million", 6},
                                                                    {"millions", 6},
                                                                    {"millionen", 6},
                                                                    {"millones", 6},
                                                                    {"millon", 6},
                                                                    {"milhoes", 6},
                                                                    {"milhao", 6},
                                                                    {"milioni", 6},
                                                                    {"milione", 6},
                                                                    {"mln", 6},
                                                                    {"b", 9},
                                                                    {"bn", 9},
                                                                    {"bln", 9},
                                                                    {"billion", 9},
                                                                    {"billions", 9},
                                                                    {"mrd", 9},
                                                                    {"md", 9},
                                                                    {"mds", 9},
                                                                    {"milliarde", 9},
                                                                    {"milliarden", 9},
                                                                    {"milliard", 9},
                                                                    {"milliards", 9},
                                                                    {"miliardi", 9},
                                                                    {"miliardo", 9},
                                                                    {"mld", 9},
                                                                    {"bilhoes", 9},
                                                                    {"bilhao", 9},
                                                                    {"t", 12},
                                                                    {"tn", 12},
                                                                    {"trn", 12},
                                                                    {"trillion", 12},
                                                                    {"trillions", 12},
                                                                    {"bio", 12},
                                                                    {"billionen", 12},
                                                                    {"billones", 12},
                                                                    {"lakh", 5},
                                                                    {"lakhs", 5},
                                                                    {"lac", 5},
                                                                    {"crore", 7},
                                                                    {"crores", 7},
                                                                    {"cr", 7},
                                                                    {"\xE4\xB8\x87", 4},
                                                                    {"\xE5\x84\x84", 8},
                                                                    {"\xE4\xBA\xBF", 8},
                                                                    {"\xE5\x85\x86", 12}};
    const auto found = known.find(word);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

Amount parseAmount(std::string_view text, const AmountRules &rules)
{
    return Parser(prepared(text), rules).parse();
}

} // namespace dealscape::exchange
