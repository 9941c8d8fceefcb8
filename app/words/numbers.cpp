// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/numbers.h"

#include <QChar>
#include <QLocale>

#include <array>
#include <cmath>

namespace dealscape::words {

namespace {

struct Unit {
    double dollars;
    QLatin1StringView suffix;
};

constexpr std::array<Unit, 5> units = {{{1e12, QLatin1StringView("T")},
                                        {1e9, QLatin1StringView("B")},
                                        {1e6, QLatin1StringView("M")},
                                        {1e3, QLatin1StringView("K")},
                                        {1, QLatin1StringView("")}}};
constexpr QChar enDash(0x2013);
constexpr QChar minusSign(0x2212);

/// Three significant figures: two decimals below 10, one below 100, where rounding itself may pass either border.
QString significant(double value)
{
    if (std::round(value * 100) < 1000)
        return grouped(value, 2);
    return grouped(value, std::round(value * 10) < 1000 ? 1 : 0);
}

/// Billions down to a tenth of one, so that amounts of one picture read in one unit; millions below.
/// What rounds up to the least amount of a unit is already written in it.
const Unit &unitOf(double dollars)
{
    constexpr double rounding = 0.9995;
    for (const Unit &unit : units)
        if (dollars >= unit.dollars * (unit.dollars == 1e9 ? 0.1 : 1) * rounding)
            return unit;
    return units.back();
}

QString inUnit(double dollars, const Unit &unit)
{
    return significant(dollars / unit.dollars);
}

QString between(Money low, Money high)
{
    const double from = static_cast<double>(low.dollars());
    const double to = static_cast<double>(high.dollars());
    const Unit &unit = unitOf(to);
    const QString first = inUnit(from, unit);
    const QString last = inUnit(to, unit);
    constexpr double allButEqual = 0.005;
    if (first == last || to - from <= allButEqual * to)
        return u'$' + first + unit.suffix;
    if (first == u'0')
        return money(low) + enDash + money(high);
    return u'$' + first + enDash + last + unit.suffix;
}

} // namespace

QString grouped(double value, int decimals)
{
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const double step = std::pow(10, decimals);
    QString text = english.toString(std::round(value * step) / step, 'f', decimals);
    if (decimals > 0) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

QString money(Money amount)
{
    const double dollars = std::abs(static_cast<double>(amount.dollars()));
    if (dollars == 0)
        return QStringLiteral("$0");
    const Unit &unit = unitOf(dollars);
    const QString text = u'$' + inUnit(dollars, unit) + unit.suffix;
    return amount < Money() ? minusSign + text : text;
}

QString money(double dollars)
{
    return money(Money(std::llround(dollars)));
}

QString money(const MoneyRange &range, QStringView unpublished)
{
    if (!range.published())
        return unpublished.toString();
    if (!range.high)
        return QChar(0x2265) + money(*range.low);
    if (!range.low || (*range.low == Money() && *range.high > Money()))
        return QChar(0x2264) + money(*range.high);
    return range.exact() ? money(*range.high) : between(*range.low, *range.high);
}

QString power(Power capacity)
{
    const double megawatts = static_cast<double>(capacity.megawatts());
    if (megawatts != 0 && megawatts < 100)
        return grouped(megawatts, 0) + QStringLiteral(" MW");
    return significant(megawatts / 1e3) + QStringLiteral(" GW");
}

QString power(double megawatts)
{
    return power(Power(std::llround(megawatts)));
}

QString power(const std::optional<Power> &capacity)
{
    return capacity ? power(*capacity) : QStringLiteral("?");
}

QString counted(int count, const QString &singular, const QString &plural)
{
    return grouped(count, 0) + u' ' + (count == 1 ? singular : plural);
}

} // namespace dealscape::words
