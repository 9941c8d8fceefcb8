// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/algorithms.h"

#include "layout/arcs.h"
#include "layout/refine.h"

#include <numbers>
#include <numeric>

namespace dealscape::layout {

namespace {

double circumference(const std::vector<int> &nodes, const std::vector<Room> &rooms, double gap)
{
    double sum = 0;
    for (const int node : nodes)
        sum += 2 * std::max(rooms[node].radius, 0.3 * rooms[node].labelWidth) + gap;
    return sum;
}

/// An order round a circle in which neighbours stand close: by depth-first walk, then moved to the mean place of their
/// partners while that brings fewer crossings.
std::vector<int> orderRound(const Topology &topology)
{
    const int n = topology.count();
    std::vector<int> order;
    std::vector<char> seen(n, 0);
    std::vector<int> byDegree(n);
    std::iota(byDegree.begin(), byDegree.end(), 0);
    std::stable_sort(byDegree.begin(), byDegree.end(), [&](int a, int b) { return topology.degree(a) < topology.degree(b); });
    for (const int start : byDegree) {
        std::vector<int> stack = {start};
        while (!stack.empty()) {
            const int node = stack.back();
            stack.pop_back();
            if (seen[node])
                continue;
            seen[node] = 1;
            order.push_back(node);
            const auto next = topology.neighbours(node);
            std::vector<int> sorted(next.begin(), next.end());
            std::stable_sort(sorted.begin(), sorted.end(), [&](int a, int b) { return topology.degree(a) > topology.degree(b); });
            for (const int other : sorted)
                if (!seen[other])
                    stack.push_back(other);
        }
    }
    if (n < 4 || n > 300)
        return order;
    const auto circular = [&](const std::vector<int> &candidate) {
        constexpr double radius = 1000;
        std::vector<Point> points(n);
        for (int i = 0; i < n; ++i)
            points[candidate[i]] = Point{std::cos(Tau * i / n - Tau / 4), std::sin(Tau * i / n - Tau / 4)} * radius;
        return crossings(topology, points);
    };
    long least = circular(order);
    const int rounds = n <= 80 ? 6 : 2;
    for (int round = 0; round < rounds; ++round) {
        bool better = false;
        for (int i = 0; i < n; ++i)
            for (const int reach : {1, 2, 3, 5, 8, 13, 21}) {
                if (n > 120 && reach > 3)
                    break;
                std::vector<int> candidate = order;
                const int moved = candidate[i];
                candidate.erase(candidate.begin() + i);
                candidate.insert(candidate.begin() + (i + reach) % n, moved);
                const long count = circular(candidate);
                if (count < least) {
                    least = count;
                    order = std::move(candidate);
                    better = true;
                }
            }
        if (!better)
            break;
    }
    return order;
}

/// As many ellipses as hold the nodes, from the rim of the frame inwards; none when there is no room.
std::vector<std::pair<double, double>> ellipsesFor(const std::vector<int> &nodes, const std::vector<Room> &rooms, const Frame &frame)
{
    const double gap = gapFor(rooms);
    double largest = 0;
    for (const Room &room : rooms)
        largest = std::max({largest, room.above(), room.below()});
    double ry = frame.height / 2 - largest - 8;
    double rx = std::min(frame.width / 2 - largest - 8, ry * 1.4);
    const double wanted = circumference(nodes, rooms, gap);
    std::vector<std::pair<double, double>> ellipses;
    for (double capacity = 0; capacity < wanted;) {
        if (rx <= largest || ry <= largest)
            return {};
        ellipses.emplace_back(rx, ry);
        capacity += std::numbers::pi * (3 * (rx + ry) - std::sqrt((3 * rx + ry) * (rx + 3 * ry)));
        rx -= 2 * largest + gap;
        ry -= 2 * largest + gap;
    }
    return ellipses;
}

/// All nodes on ellipses, for networks without loops.
Placement placeRound(const Graph &graph, const Request &request, const Progress &progress)
{
    const Frame frame(request.width, request.height);
    const int n = static_cast<int>(graph.nodes.size());
    const Point middle{frame.width / 2, frame.height / 2};
    Placement placement;
    placement.nodes.assign(n, middle);
    placement.scale = legibleScale(graph, request.width, request.height);
    const Topology topology(graph);
    const std::vector<int> order = orderRound(topology);
    std::vector<std::pair<double, double>> ellipses;
    for (int attempt = 0; attempt < 60 && ellipses.empty() && !progress.stop(); ++attempt) {
        ellipses = ellipsesFor(order, roomsOf(graph, placement.scale, n <= 200 ? Names::Counted : Names::Ignored), frame);
        if (ellipses.empty())
            placement.scale *= 0.85;
    }
    std::size_t next = 0;
    for (std::size_t e = 0; e < ellipses.size(); ++e) {
        const std::size_t count = (order.size() - next) / (ellipses.size() - e);
        for (std::size_t i = 0; i < count; ++i, ++next) {
            const double angle = Tau * (static_cast<double>(i) + 0.5) / static_cast<double>(count) - std::numbers::pi;
            placement.nodes[order[next]] = middle + Point{std::cos(angle) * ellipses[e].first, std::sin(angle) * ellipses[e].second};
        }
    }
    finish(graph, frame, placement, {}, progress);
    return placement;
}

} // namespace

Placement placeRing(const Graph &graph, const Request &request, const Progress &progress)
{
    return disjointRings(graph).empty() ? placeRound(graph, request, progress) : placeRinged(graph, request, progress);
}

} // namespace dealscape::layout
