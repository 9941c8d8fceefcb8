// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/scales.h"

#include "domain/dataset.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dealscape {

namespace {

/// The round numbers 1, 2, 5, 10, 20 ... in their order.
std::int64_t roundNumber(int place)
{
    constexpr std::int64_t mantissas[] = {1, 2, 5};
    std::int64_t number = mantissas[place % 3];
    for (int i = 0; i < place / 3; ++i)
        number *= 10;
    return number;
}

/// The place of the largest round number that is not above an amount of at least 1; -1 for less.
int placeBelow(std::int64_t amount)
{
    int place = -1;
    while (place < 55 && roundNumber(place + 1) <= amount)
        ++place;
    return place;
}

/// The thresholds for a set of different amounts above zero.
Thresholds<std::int64_t> thresholdsOf(std::vector<std::int64_t> amounts)
{
    constexpr std::array shares = {0.30, 0.60, 0.82, 0.94};
    constexpr int count = static_cast<int>(shares.size());
    const auto [least, most] = std::ranges::minmax(amounts);
    const int first = placeBelow(least) + 1;
    const int last = placeBelow(most);
    std::array<int, count> places{};
    if (last - first < count - 1) {
        const int start = std::max(0, (first + last - count + 1) / 2);
        for (int i = 0; i < count; ++i)
            places[at(i)] = start + i;
    } else {
        const auto size = static_cast<int>(amounts.size());
        for (int i = 0; i < count; ++i) {
            // How many amounts are to lie below the threshold: at least one for each width.
            const int wanted = static_cast<int>(std::lround(shares[at(i)] * size));
            const int below = std::clamp(wanted, std::min(i + 1, size - 1), std::max(i + 1, size - count + i));
            const auto found = amounts.begin() + std::min(below, size - 1);
            std::ranges::nth_element(amounts, found);
            const int lowest = i == 0 ? first : std::max(first + i, places[at(i - 1)] + 1);
            places[at(i)] = std::clamp(placeBelow(*found), lowest, last - count + 1 + i);
        }
    }
    Thresholds<std::int64_t> thresholds{};
    std::ranges::transform(places, thresholds.begin(), roundNumber);
    return thresholds;
}

/// What the counted deals say of amounts.
struct Figures {
    std::unordered_set<std::int64_t> dollars;
    std::unordered_set<std::int64_t> megawatts;
    /// Money in and out by organisation, in dollars: sums of many deals, so in floating point.
    std::unordered_map<std::string_view, double> turnovers;
};

Figures figuresOf(const Dataset &dataset)
{
    Figures figures;
    for (const Deal &deal : dataset.deals) {
        if (!deal.counted())
            continue;
        if (deal.power && deal.power->layer != PowerLayer::Context)
            figures.megawatts.insert(deal.power->capacity.megawatts());
        const std::int64_t dollars = deal.value.at(Bound::High).dollars();
        if (dollars <= 0)
            continue;
        figures.dollars.insert(dollars);
        if (deal.moneyDirectionKnown())
            for (const OrganizationId *end : {&*deal.payer, &*deal.payee})
                figures.turnovers[end->text()] += static_cast<double>(dollars);
    }
    figures.megawatts.erase(0);
    return figures;
}

/// The nearest of the numbers 1, 1.5, 2, 3, 4, 5, 6 and 8 times a power of ten.
Money nearestRound(double dollars)
{
    constexpr std::array steps = {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0};
    const double unit = std::pow(10, std::floor(std::log10(dollars)));
    const auto off = [&](double step) { return std::abs(std::log(dollars / (step * unit))); };
    const double nearest = *std::ranges::min_element(steps, {}, off);
    return Money(std::max<std::int64_t>(1, std::llround(nearest * unit)));
}

Money areaOf(const std::unordered_map<std::string_view, double> &turnovers)
{
    constexpr double keyed = 23.5 * 23.5;
    constexpr double largest = 70 * 70;
    constexpr double mean = 35 * 35;
    constexpr double together = 25'000;
    double most = 0;
    double sum = 0;
    for (const auto &[organization, turnover] : turnovers) {
        most = std::max(most, turnover);
        sum += turnover;
    }
    const double all = std::min(together, mean * static_cast<double>(turnovers.size()));
    return nearestRound(keyed / std::min(largest / most, all / sum));
}

} // namespace

Scales scalesOf(const Dataset &dataset)
{
    const FixedScales &fixed = dataset.scales;
    Scales scales;
    if (!fixed.value || !fixed.power || !fixed.area) {
        const Figures figures = figuresOf(dataset);
        const auto listOf = [](const std::unordered_set<std::int64_t> &set) { return std::vector<std::int64_t>(set.begin(), set.end()); };
        if (!figures.dollars.empty())
            std::ranges::transform(thresholdsOf(listOf(figures.dollars)), scales.value.begin(),
                                   [](auto dollars) { return Money(dollars); });
        if (!figures.megawatts.empty())
            std::ranges::transform(thresholdsOf(listOf(figures.megawatts)), scales.power.begin(), [](auto mw) { return Power(mw); });
        if (!figures.turnovers.empty())
            scales.area = areaOf(figures.turnovers);
    }
    scales.value = fixed.value.value_or(scales.value);
    scales.power = fixed.power.value_or(scales.power);
    scales.area = fixed.area.value_or(scales.area);
    return scales;
}

} // namespace dealscape
