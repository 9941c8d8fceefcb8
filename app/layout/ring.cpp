// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/algorithms.h"

#include "layout/refine.h"

#include <numbers>
#include <numeric>

namespace dealscape::layout {

namespace {

constexpr double Tau = 2 * std::numbers::pi;

struct Circle {
    std::vector<int> nodes;
    Point centre;
    double radius = 0;
};

double circumference(const std::vector<int> &nodes, const std::vector<Room> &rooms, double gap)
{
    double sum = 0;
    for (const int node : nodes)
        sum += 2 * std::max(rooms[node].radius, 0.3 * rooms[node].labelWidth) + gap;
    return sum;
}

void putOn(const Circle &circle, std::vector<Point> &points)
{
    for (std::size_t i = 0; i < circle.nodes.size(); ++i) {
        const double angle = -std::numbers::pi / 2 + Tau * static_cast<double>(i) / static_cast<double>(circle.nodes.size());
        points[circle.nodes[i]] = circle.centre + Point{std::cos(angle), std::sin(angle)} * circle.radius;
    }
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
        std::vector<Point> points(n);
        putOn({candidate, {}, 1000}, points);
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

/// The rings asked for, each node in the first that claims it, side by side about the origin.
std::vector<Circle> ringsOf(const Graph &graph, const std::vector<Room> &rooms, double gap)
{
    std::vector<Circle> circles;
    std::vector<char> taken(graph.nodes.size(), 0);
    double width = 0;
    for (const auto &ring : graph.rings) {
        Circle circle;
        for (const int node : ring)
            if (node >= 0 && node < static_cast<int>(taken.size()) && !taken[node]) {
                taken[node] = 1;
                circle.nodes.push_back(node);
            }
        if (circle.nodes.empty())
            continue;
        circle.radius = circle.nodes.size() == 1
            ? 0
            : std::max(60.0 * rooms[circle.nodes[0]].radius / 15, circumference(circle.nodes, rooms, gap * 3) / Tau);
        double largest = 0;
        for (const int node : circle.nodes)
            largest = std::max(largest, rooms[node].halfWidth());
        circle.centre = {width + circle.radius + largest, 0};
        width = circle.centre.x + circle.radius + largest + gap * 4;
        circles.push_back(std::move(circle));
    }
    for (Circle &circle : circles)
        circle.centre.x -= width / 2;
    return circles;
}

} // namespace

Placement placeRing(const Graph &graph, const Request &request, const Progress &progress)
{
    const Frame frame(request.width, request.height);
    const int n = static_cast<int>(graph.nodes.size());
    Placement placement;
    placement.nodes.resize(n);
    const Topology topology(graph);
    placement.scale = legibleScale(graph, request.width, request.height);
    const double side = std::min(frame.width, frame.height);
    const Point middle{frame.width / 2, frame.height / 2};
    std::vector<Mobility> mobility(n, Mobility::Free);

    for (int attempt = 0; attempt < 60 && !progress.stop(); ++attempt) {
        const std::vector<Room> rooms = roomsOf(graph, placement.scale, n <= 200 ? Names::Counted : Names::Ignored);
        const double gap = gapFor(rooms);
        std::vector<Circle> circles = ringsOf(graph, rooms, gap);
        std::vector<char> onRing(n, 0);
        double reachX = 0;
        double reachY = 0;
        for (const Circle &circle : circles) {
            reachY = std::max(reachY, circle.radius);
            reachX = std::max(reachX, std::abs(circle.centre.x) + circle.radius);
            for (const int node : circle.nodes)
                onRing[node] = 1;
        }
        std::vector<int> rest;
        if (circles.empty()) {
            rest = orderRound(topology);
        } else {
            for (int i = 0; i < n; ++i)
                if (!onRing[i])
                    rest.push_back(i);
            for (const Circle &circle : circles)
                putOn(circle, placement.nodes);
            // Outside, each near the ring nodes it deals with.
            std::vector<double> key(n, 0);
            for (const int node : rest) {
                Point sum;
                for (const int next : topology.neighbours(node))
                    if (onRing[next])
                        sum = sum + placement.nodes[next];
                key[node] = length(sum) > 1e-9 ? std::atan2(sum.y, sum.x) : 4;
            }
            std::stable_sort(rest.begin(), rest.end(), [&](int a, int b) { return key[a] < key[b]; });
        }
        double largest = 0;
        for (int i = 0; i < n; ++i)
            largest = std::max({largest, rooms[i].above(), rooms[i].below()});
        // The rest on ellipses outside, from the frame's rim inwards.
        double rx = frame.width / 2 - largest - 8;
        double ry = frame.height / 2 - largest - 8;
        if (circles.empty())
            rx = std::min(rx, ry * 1.4);
        const double spacing = 2 * largest + gap;
        std::size_t next = 0;
        bool fits = true;
        const double innerX = reachX + (circles.empty() ? 0 : 2 * largest + gap * 2);
        const double innerY = reachY + (circles.empty() ? 0 : 2 * largest + gap * 2);
        fits = circles.empty() || (innerX <= frame.width / 2 - largest && innerY <= frame.height / 2 - largest) || rest.empty();
        std::vector<std::pair<double, double>> ellipses;
        double capacity = 0;
        const double wanted = circumference(rest, rooms, gap);
        while (capacity < wanted && rx > std::max(innerX, largest) && ry > std::max(innerY, largest)) {
            ellipses.emplace_back(rx, ry);
            capacity += std::numbers::pi * (3 * (rx + ry) - std::sqrt((3 * rx + ry) * (rx + 3 * ry)));
            rx -= spacing;
            ry -= spacing;
        }
        fits = fits && (rest.empty() || capacity >= wanted);
        if (reachX + largest > frame.width / 2 || reachY + largest > frame.height / 2)
            fits = false;
        if (!fits && placement.scale > 1e-6) {
            placement.scale *= 0.85;
            continue;
        }
        const double grow = circles.empty() || rest.empty() ? 1
                                                            : std::max(1.0,
                                                                       std::min({ellipses.back().second * 0.62 / std::max(1.0, reachY),
                                                                                 ellipses.back().first * 0.7 / std::max(1.0, reachX)}));
        const double alone = !circles.empty() && rest.empty()
            ? std::min((side / 2 - largest) / std::max(1.0, reachY), (frame.width / 2 - largest) / std::max(1.0, reachX))
            : grow;
        for (Circle &circle : circles) {
            circle.centre = middle + circle.centre * std::max(1.0, alone);
            circle.radius *= std::max(1.0, alone);
            putOn(circle, placement.nodes);
            for (const int node : circle.nodes)
                mobility[node] = Mobility::Fixed;
        }
        std::size_t placed = 0;
        for (std::size_t e = 0; e < ellipses.size(); ++e) {
            const std::size_t count = (rest.size() - placed) / (ellipses.size() - e);
            for (std::size_t i = 0; i < count; ++i, ++next) {
                const double angle = -std::numbers::pi + Tau * (static_cast<double>(i) + 0.5) / static_cast<double>(count);
                placement.nodes[rest[next]] = middle + Point{std::cos(angle) * ellipses[e].first, std::sin(angle) * ellipses[e].second};
            }
            placed += count;
        }
        break;
    }
    finish(graph, frame, placement, mobility, progress);
    return placement;
}

} // namespace dealscape::layout
