// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/scales.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace dealscape::view {

namespace {

using Grades = std::array<Grade, 5>;

constexpr Grades gradesFrom(std::array<double, 5> from)
{
    return {{{from[0], 1.5, 9, 10}, {from[1], 3, 11, 12}, {from[2], 5.5, 13, 16}, {from[3], 9, 16, 21}, {from[4], 14, 20, 28}}};
}

constexpr Grades valueGrades = gradesFrom({0, 5, 20, 75, 200});
constexpr Grades powerGrades = gradesFrom({0, 0.25, 0.75, 2.5, 5});
constexpr Grades dealGrades = gradesFrom({1, 2, 3, 5, 8});

constexpr double radiusPerRootBillion = 2.35;
constexpr double leastRadius = 15;

} // namespace

std::span<const Grade> grades(Lens lens)
{
    switch (lens) {
    case Lens::Value:
        return valueGrades;
    case Lens::Power:
        return powerGrades;
    case Lens::Deals:
        return dealGrades;
    }
    return valueGrades;
}

const Grade &unknownGrade()
{
    static constexpr Grade hairline{0, 1.25, 9, 10};
    return hairline;
}

const Grade &gradeOf(Lens lens, std::optional<double> amount)
{
    if (!amount)
        return unknownGrade();
    const auto all = grades(lens);
    const auto above =
        std::upper_bound(all.begin(), all.end(), *amount, [](double value, const Grade &grade) { return value < grade.from; });
    return above == all.begin() ? all.front() : *std::prev(above);
}

double radiusOf(std::optional<Money> turnover)
{
    if (!turnover)
        return leastRadius;
    return std::max(leastRadius, radiusPerRootBillion * std::sqrt(std::max(0.0, turnover->inBillions())));
}

Money leastKeyedTurnover()
{
    return Money::billions(std::lround(std::floor(std::pow(leastRadius / radiusPerRootBillion, 2))));
}

} // namespace dealscape::view
