// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/arcs.h"

#include <map>
#include <numbers>
#include <optional>

namespace dealscape::layout {

namespace {

struct RoundOf {
    Point centre;
    double radius = 0;
};

/// The circle of nodes that stand evenly round it.
std::optional<RoundOf> circleOf(const std::vector<int> &ring, const std::vector<Point> &positions)
{
    constexpr double tolerance = 0.01;
    RoundOf circle;
    for (const int node : ring)
        circle.centre = circle.centre + positions[node] * (1.0 / static_cast<double>(ring.size()));
    circle.radius = length(positions[ring.front()] - circle.centre);
    for (const int node : ring)
        if (std::abs(length(positions[node] - circle.centre) - circle.radius) > tolerance * circle.radius)
            return std::nullopt;
    return circle.radius > 1 ? std::optional(circle) : std::nullopt;
}

/// A pair of neighbours on a ring, as far as edges between them were drawn.
struct ArcSide {
    double taken = 0;
    double half = 0;
    bool used = false;
};

double dot(Point a, Point b)
{
    return a.x * b.x + a.y * b.y;
}

Point leftOf(Point way)
{
    return Point{way.y, -way.x} * (1 / std::max(1e-9, length(way)));
}

} // namespace

std::vector<std::vector<int>> disjointRings(const Graph &graph)
{
    std::vector<std::vector<int>> rings;
    std::vector<char> taken(graph.nodes.size(), 0);
    for (const auto &wanted : graph.rings) {
        std::vector<int> ring;
        for (const int node : wanted)
            if (node >= 0 && node < static_cast<int>(taken.size()) && !taken[node]) {
                taken[node] = 1;
                ring.push_back(node);
            }
        if (!ring.empty())
            rings.push_back(std::move(ring));
    }
    return rings;
}

Route arcBetween(Point from, Point to, double fromRadius, double toRadius, double bow)
{
    const double half = length(to - from) / 2;
    if (half < 1e-6 || std::abs(bow) < 1e-6)
        return {};
    const Point apex = leftOf(to - from) * (bow < 0 ? -1 : 1);
    const double high = std::abs(bow);
    const double radius = (half * half + high * high) / (2 * high);
    const Point centre = (from + to) * 0.5 + apex * (high - radius);
    const Point out = (from - centre) * (1 / radius);
    const double turn = out.x * apex.y - out.y * apex.x < 0 ? -1 : 1;
    const double sweep = 2 * std::acos(std::min(1.0, std::max(-1.0, dot(out, apex))));
    const auto angleOf = [&](double disc) { return 2 * std::asin(std::min(1.0, disc / (2 * radius))); };
    const double begin = angleOf(fromRadius);
    const double end = sweep - angleOf(toRadius);
    if (end - begin < 1e-3)
        return {};
    const int pieces = static_cast<int>(std::ceil((end - begin) / (std::numbers::pi / 3)));
    const double step = (end - begin) / pieces;
    const double handle = radius * 4 / 3 * std::tan(step / 4);
    const double start = std::atan2(out.y, out.x);
    Route route;
    for (int i = 0; i <= pieces; ++i) {
        const double angle = start + turn * (begin + step * i);
        const Point at = centre + Point{std::cos(angle), std::sin(angle)} * radius;
        const Point along = Point{-std::sin(angle), std::cos(angle)} * (turn * handle);
        if (i > 0)
            route.points.push_back(at - along);
        route.points.push_back(at);
        if (i < pieces)
            route.points.push_back(at + along);
    }
    return route;
}

void followRings(const Graph &graph, const std::vector<Point> &positions, double scale, std::vector<Route> &routes)
{
    for (const auto &ring : disjointRings(graph)) {
        const auto circle = ring.size() > 1 ? circleOf(ring, positions) : std::nullopt;
        if (!circle)
            continue;
        const int count = static_cast<int>(ring.size());
        std::map<int, int> place;
        for (int i = 0; i < count; ++i)
            place[ring[i]] = i;
        std::map<std::pair<int, int>, ArcSide> sides;
        for (const bool with : {true, false})
            for (std::size_t e = 0; e < graph.edges.size(); ++e) {
                const Edge &edge = graph.edges[e];
                const auto from = place.find(edge.from);
                const auto to = place.find(edge.to);
                if (from == place.end() || to == place.end() || from == to)
                    continue;
                const bool forwards = (from->second + 1) % count == to->second;
                const bool backwards = !forwards && (to->second + 1) % count == from->second;
                if (with ? !forwards : !backwards)
                    continue;
                ArcSide &side = sides[forwards ? std::pair(edge.from, edge.to) : std::pair(edge.to, edge.from)];
                const double half = edge.width * scale / 2;
                constexpr double between = 14;
                if (side.used)
                    side.taken += side.half + half + between * std::max(0.4, scale);
                side.half = half;
                side.used = true;
                const Point a = positions[edge.from];
                const Point b = positions[edge.to];
                const double out = dot((a + b) * 0.5 - circle->centre, leftOf(b - a));
                const double high = circle->radius - std::abs(out) + side.taken;
                Route route = arcBetween(a, b, graph.nodes[edge.from].radius * scale, graph.nodes[edge.to].radius * scale,
                                         out < -1e-6 ? -high : high);
                if (!route.points.empty())
                    routes[e] = std::move(route);
            }
    }
}

} // namespace dealscape::layout
