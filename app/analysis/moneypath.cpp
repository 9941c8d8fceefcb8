// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/moneypath.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace dealscape::analysis {

namespace {

/// The best known way to an organisation: the arc that it ends with, how many steps, and the smallest leg in dollars.
struct Way {
    int arc = -1;
    int steps = -1;
    std::int64_t smallest = -1;
};

std::int64_t width(const Arc &arc)
{
    return arc.known() ? arc.high.dollars() : -1;
}

} // namespace

std::vector<int> moneyPath(const FlowGraph &graph, int from, int to)
{
    if (from < 0 || to < 0 || from == to || from >= graph.size() || to >= graph.size())
        return {};
    std::vector<Way> ways(static_cast<std::size_t>(graph.size()));
    const auto wayTo = [&](int organization) -> Way & { return ways[static_cast<std::size_t>(organization)]; };
    wayTo(from) = {-1, 0, std::numeric_limits<std::int64_t>::max()};
    std::vector<int> front = {from};
    for (int step = 1; !front.empty() && wayTo(to).steps < 0; ++step) {
        std::vector<int> next;
        for (const int here : front)
            for (const int position : graph.out(here)) {
                const Arc &arc = graph.arc(position);
                Way &way = wayTo(arc.to);
                const std::int64_t smallest = std::min(wayTo(here).smallest, width(arc));
                if (way.steps < 0)
                    next.push_back(arc.to);
                if (way.steps < 0 || (way.steps == step && smallest > way.smallest))
                    way = {position, step, smallest};
            }
        front = std::move(next);
    }
    std::vector<int> path;
    for (int end = to; wayTo(end).arc >= 0; end = graph.arc(path.back()).from)
        path.push_back(wayTo(end).arc);
    std::reverse(path.begin(), path.end());
    return path;
}

} // namespace dealscape::analysis
