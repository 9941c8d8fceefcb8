// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/numbers.h"

#include "domain/ascii.h"

#include <QString>

#include <algorithm>

namespace dealscape::exchange {

namespace {

/// What one number decides: the last of two kinds of signs, or the only one where it cannot part thousands.
MarkEvidence decide(std::string_view number)
{
    const auto count = [&](char c) { return std::count(number.begin(), number.end(), c); };
    const auto points = count('.');
    const auto commas = count(',');
    const bool blanks = count(' ') + count('\'') > 0;
    if (points && commas)
        return {number.rfind('.') > number.rfind(',') ? Mark::Point : Mark::Comma, false};
    if (!points && !commas)
        return {};
    const char sign = points ? '.' : ',';
    const Mark itself = points ? Mark::Point : Mark::Comma;
    const Mark other = points ? Mark::Comma : Mark::Point;
    if (points + commas > 1)
        return {other, false};
    const std::size_t at = number.find(sign);
    const bool thousands = number.size() - at - 1 == 3 && at >= 1 && at <= 3 && number[0] != '0' && !blanks;
    return thousands ? MarkEvidence{Mark::Unknown, true} : MarkEvidence{itself, false};
}

/// Whether signs that part groups part groups of three, or of two before the last as in India.
bool grouped(std::string_view whole)
{
    const std::size_t first = whole.find_first_not_of("0123456789");
    if (first == std::string_view::npos)
        return true;
    std::size_t run = 0;
    for (std::size_t i = first + 1; i < whole.size(); ++i) {
        if (digit(whole[i])) {
            ++run;
            continue;
        }
        if (run != 3 && run != 2)
            return false;
        run = 0;
    }
    return run == 3 && first <= 3;
}

} // namespace

std::string prepared(std::string_view text)
{
    std::string out;
    if (isAscii(text)) {
        out.assign(text);
        std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c == '\t' || c == '\n' || c == '\r' ? ' ' : lowered(c); });
    } else {
        QString plain;
        for (const QChar c : QString::fromUtf8(text).normalized(QString::NormalizationForm_KD)) {
            if (c.isMark() && c.unicode() >= 0x300)
                continue;
            const char16_t u = c.unicode();
            if ((u >= 0x2010 && u <= 0x2015) || u == 0x2212)
                plain += u'-';
            else if (u == 0x2019 || u == 0x2018 || u == 0x02BC)
                plain += u'\'';
            else
                plain += c.isSpace() ? QChar(u' ') : c.toLower();
        }
        out = plain.toStdString();
    }
    return std::string(trimmed(out));
}

std::size_t numberLength(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        const bool more = at + 1 < text.size() && digit(text[at + 1]);
        if (digit(c)) {
            ++at;
            continue;
        }
        std::size_t group = 0;
        while (at + 1 + group < text.size() && digit(text[at + 1 + group]))
            ++group;
        const bool thousands = (c == '\'' || c == ' ') && at > 0 && group == 3 &&
            (at < 4 || !digit(text[at - 1]) || !digit(text[at - 2]) || !digit(text[at - 3]) || !digit(text[at - 4]));
        if (!more || (c != '.' && c != ',' && !thousands))
            break;
        ++at;
    }
    return at;
}

std::optional<long double> valueOf(std::string_view number, Mark mark)
{
    const MarkEvidence own = decide(number);
    const Mark used = own.mark != Mark::Unknown ? own.mark : mark == Mark::Unknown ? Mark::Point : mark;
    const char sign = used == Mark::Comma ? ',' : '.';
    const std::size_t at = number.rfind(sign);
    if (at != std::string_view::npos && number.find(sign) != at)
        return std::nullopt;
    if (!grouped(number.substr(0, at)))
        return std::nullopt;
    long double value = 0;
    long double step = 1;
    bool fraction = false;
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (i == at)
            fraction = true;
        if (!digit(number[i])) {
            if (fraction && i != at)
                return std::nullopt;
            continue;
        }
        value = value * 10 + static_cast<long double>(number[i] - '0');
        if (fraction)
            step *= 10;
    }
    return value / step;
}

MarkEvidence markEvidence(std::string_view text)
{
    MarkEvidence evidence;
    if (text.find_first_of(".,") == std::string_view::npos)
        return evidence;
    std::string plain = prepared(text);
    for (std::size_t at = 0; at < plain.size();) {
        if (!digit(plain[at])) {
            ++at;
            continue;
        }
        const std::size_t length = numberLength(std::string_view(plain).substr(at));
        const MarkEvidence own = decide(std::string_view(plain).substr(at, length));
        if (own.mark != Mark::Unknown)
            return own;
        evidence.ambiguous = evidence.ambiguous || own.ambiguous;
        at += length;
    }
    return evidence;
}

std::optional<long double> parseNumber(std::string_view text, Mark mark)
{
    const std::string plain = prepared(text);
    const bool minus = !plain.empty() && plain.front() == '-';
    const std::string_view number = std::string_view(plain).substr(minus ? 1 : 0);
    if (number.empty() || numberLength(number) != number.size())
        return std::nullopt;
    const auto value = valueOf(number, mark);
    return value ? std::optional(minus ? -*value : *value) : std::nullopt;
}

} // namespace dealscape::exchange
