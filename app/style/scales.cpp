// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/scales.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace dealscape::style {

namespace {

constexpr std::array<Grade, 5> widths = {{{0, 1.5, 9, 10}, {0, 3, 11, 12}, {0, 5.5, 13, 16}, {0, 9, 16, 21}, {0, 14, 20, 28}}};

/// Radius of the disc that Scales::area stands for.
constexpr double keyedRadius = 23.5;
constexpr double leastRadius = 15;

} // namespace

std::array<Grade, 5> grades(Lens lens, const Scales &scales)
{
    std::array<Grade, 5> all = widths;
    const auto from = [&](std::size_t i) {
        switch (lens) {
        case Lens::Value:
            return scales.value[i].inBillions();
        case Lens::Power:
            return scales.power[i].inGigawatts();
        case Lens::Deals:
            break;
        }
        constexpr std::array<double, 4> counts = {2, 3, 5, 8};
        return counts[i];
    };
    all[0].from = lens == Lens::Deals ? 1 : 0;
    for (std::size_t i = 1; i < all.size(); ++i)
        all[i].from = from(i - 1);
    return all;
}

const Grade &unknownGrade()
{
    static constexpr Grade hairline{0, 1.25, 9, 10};
    return hairline;
}

Grade gradeOf(Lens lens, const Scales &scales, std::optional<double> amount)
{
    if (!amount)
        return unknownGrade();
    const auto all = grades(lens, scales);
    const auto above =
        std::upper_bound(all.begin(), all.end(), *amount, [](double value, const Grade &grade) { return value < grade.from; });
    return above == all.begin() ? all.front() : *std::prev(above);
}

double radiusOf(const Scales &scales, std::optional<Money> turnover)
{
    if (!turnover)
        return leastRadius;
    const double share = std::max(0.0, turnover->inBillions()) / scales.area.inBillions();
    return std::max(leastRadius, keyedRadius * std::sqrt(share));
}

Money leastKeyedTurnover(const Scales &scales)
{
    const double least = static_cast<double>(scales.area.dollars()) * std::pow(leastRadius / keyedRadius, 2);
    const double unit = std::max(1.0, std::pow(10, std::floor(std::log10(least)) - 1));
    return Money(std::llround(std::floor(least / unit) * unit));
}

} // namespace dealscape::style
