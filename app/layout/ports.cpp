// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/ports.h"

#include "layout/ascending.h"
#include "layout/geometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dealscape::layout {

namespace {

/// Turn between the middles of two neighbouring ends.
double turnBetween(const RibbonEnd &a, const RibbonEnd &b, double radius)
{
    const double chord = (a.width + b.width) / 2 + PortGap;
    return 2 * std::asin(std::min(1.0, chord / (2 * std::max(1e-9, radius))));
}

/// Places of the ports from the one behind the widest gap on, their angles growing from there.
std::vector<int> unrolled(std::vector<double> &angles)
{
    std::vector<int> order(angles.size());
    std::iota(order.begin(), order.end(), 0);
    for (double &angle : angles)
        angle = std::remainder(angle, Tau);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return angles[a] < angles[b]; });
    std::size_t begin = 0;
    double widest = -1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double before = i == 0 ? angles[order.back()] - Tau : angles[order[i - 1]];
        if (angles[order[i]] - before > widest + 1e-12) {
            widest = angles[order[i]] - before;
            begin = i;
        }
    }
    for (std::size_t i = 0; i < begin; ++i)
        angles[order[i]] += Tau;
    std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(begin), order.end());
    return order;
}

} // namespace

std::vector<double> spreadPorts(const std::vector<RibbonEnd> &ports, double radius)
{
    std::vector<double> angles;
    for (const RibbonEnd &port : ports)
        angles.push_back(port.angle);
    if (ports.size() < 2)
        return angles;
    const std::vector<int> order = unrolled(angles);
    std::vector<double> offset(order.size(), 0);
    for (std::size_t i = 1; i < order.size(); ++i)
        offset[i] = offset[i - 1] + turnBetween(ports[order[i - 1]], ports[order[i]], radius);
    const double total = offset.back() + turnBetween(ports[order.back()], ports[order.front()], radius);
    std::vector<Wish> wishes;
    for (std::size_t i = 0; i < order.size(); ++i)
        wishes.push_back({angles[order[i]] - offset[i], std::max(1e-6, ports[order[i]].weight)});
    const std::vector<double> settled = ascending(wishes);
    std::vector<double> result(ports.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        result[order[i]] = settled[i] + offset[i];
    const double span = result[order.back()] - result[order.front()];
    if (span + total - offset.back() <= Tau)
        return result;
    const double stretch = Tau / total;
    double sum = 0;
    double weight = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        sum += wishes[k].weight * (angles[order[k]] - offset[k] * stretch);
        weight += wishes[k].weight;
    }
    for (std::size_t k = 0; k < order.size(); ++k)
        result[order[k]] = sum / weight + offset[k] * stretch;
    return result;
}

} // namespace dealscape::layout
