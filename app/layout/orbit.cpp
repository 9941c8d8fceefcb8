// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/algorithms.h"

#include <limits>
#include <map>
#include <numbers>

namespace dealscape::layout {

namespace {

constexpr double Tau = 2 * std::numbers::pi;

/// A circle of nodes, drawn as an ellipse as wide as the frame suggests.
struct Circle {
    std::vector<int> nodes;
    double radius = 0;
};

int busiest(const Topology &topology)
{
    int best = 0;
    for (int i = 1; i < topology.count(); ++i)
        if (topology.degree(i) > topology.degree(best))
            best = i;
    return best;
}

double arc(const Room &room, double gap)
{
    return 2 * std::max(room.radius, std::min(0.3 * room.labelWidth, room.radius + 30)) + gap;
}

/// Nodes by distance, each ring cut into as many circles as keep its nodes apart.
std::vector<Circle> circlesOf(const Graph &graph, const Topology &topology, int centre, const std::vector<Room> &rooms, double gap)
{
    std::vector<int> steps;
    topology.distancesFrom(centre, steps);
    int farthest = 0;
    for (const int d : steps)
        farthest = std::max(farthest, d);
    std::map<int, std::vector<int>> byDistance;
    for (int i = 0; i < topology.count(); ++i)
        if (i != centre)
            byDistance[steps[i] < 0 ? farthest + 1 : steps[i]].push_back(i);

    std::vector<double> angle(topology.count(), 0);
    std::vector<Circle> circles;
    double outer = rooms[centre].radius;
    for (auto &[distance, nodes] : byDistance) {
        // Sector first, then beside the partners further in.
        std::vector<double> key(topology.count(), 0);
        for (const int node : nodes) {
            Point sum;
            for (const int next : topology.neighbours(node))
                if (steps[next] >= 0 && steps[next] < distance && next != centre)
                    sum = sum + Point{std::cos(angle[next]), std::sin(angle[next])};
            const double turn = length(sum) > 1e-9 ? std::atan2(sum.y, sum.x) : 0;
            key[node] = distance == 1 || length(sum) < 1e-9 ? graph.nodes[node].column * 1000.0 : turn < 0 ? turn + Tau : turn;
        }
        std::stable_sort(nodes.begin(), nodes.end(), [&](int a, int b) { return key[a] < key[b]; });
        double largest = 0;
        double around = 0;
        for (const int node : nodes) {
            largest = std::max(largest, rooms[node].radius + (rooms[node].below() - rooms[node].radius) / 2);
            around += arc(rooms[node], gap);
        }
        // Circles at least a step apart; a crowded ring is staggered over several.
        const double first = outer + largest + gap * 1.5 + (circles.empty() ? 30 * rooms[centre].radius / 71 : 0);
        int layers = 1;
        const auto room = [&](int count) {
            double sum = 0;
            for (int k = 0; k < count; ++k)
                sum += Tau * (first + k * (largest * 2 + gap));
            return sum;
        };
        while (room(layers) < around && first * Tau * (layers + 1) < around * 3)
            ++layers;
        double radius = first;
        if (layers == 1 && room(1) < around)
            radius = around / Tau;
        const std::size_t base = circles.size();
        for (int k = 0; k < layers; ++k)
            circles.push_back({{}, radius + k * (largest * 2 + gap)});
        double at = -std::numbers::pi / 2;
        const double total = around;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const double share = arc(rooms[nodes[i]], gap) / total * Tau;
            angle[nodes[i]] = at + share / 2;
            at += share;
            circles[base + i % layers].nodes.push_back(nodes[i]);
        }
        outer = circles.back().radius + largest + gap;
    }
    for (Circle &circle : circles)
        std::stable_sort(circle.nodes.begin(), circle.nodes.end(), [&](int a, int b) { return angle[a] < angle[b]; });
    return circles;
}

/// An ellipse's shape: how much wider than high.
struct Shape {
    Point middle;
    double wide = 1;

    double radiusOf(Point at) const { return std::hypot((at.x - middle.x) / wide, at.y - middle.y); }
};

/// Lets nodes that were there before stay where they stood, or at their angle where they have come nearer or gone further away.
/// band: half the distance between two circles.
void keepPlaces(const Graph &graph, const Shape &shape, double band, int centre, std::vector<Point> &points)
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto &before = graph.nodes[i].previous;
        if (!before || static_cast<int>(i) == centre)
            continue;
        const double was = shape.radiusOf(*before);
        const double wanted = shape.radiusOf(points[i]);
        if (std::abs(was - wanted) <= band)
            points[i] = *before;
        else if (was > band)
            points[i] = shape.middle + (*before - shape.middle) * (wanted / was);
    }
}

} // namespace

Placement placeOrbit(const Graph &graph, const Request &request, const Progress &progress)
{
    const Frame frame(request.width, request.height);
    const int n = static_cast<int>(graph.nodes.size());
    Placement placement;
    placement.nodes.resize(n);
    const Topology topology(graph);
    const int centre = graph.centre >= 0 && graph.centre < n ? graph.centre : busiest(topology);
    placement.scale = legibleScale(graph, request.width, request.height);
    Shape shape;
    double band = 0;

    for (int attempt = 0; attempt < 60 && !progress.stop(); ++attempt) {
        const std::vector<Room> rooms = roomsOf(graph, placement.scale, n <= 200 ? Names::Counted : Names::Ignored);
        const std::vector<Circle> circles = circlesOf(graph, topology, centre, rooms, gapFor(rooms));
        const Point middle{frame.width / 2, frame.height / 2};
        double farthest = 0;
        for (const Circle &circle : circles)
            farthest = std::max(farthest, circle.radius);
        double rim = 0;
        double beside = 0;
        for (const Circle &circle : circles)
            for (const int node : circle.nodes) {
                rim = std::max(rim, circle.radius + std::max(rooms[node].above(), rooms[node].below()));
                beside = std::max(beside, rooms[node].halfWidth());
            }
        if (farthest > 0 && rim > frame.height / 2 && placement.scale > 1e-6) {
            placement.scale *= std::max(0.5, std::min(0.95, frame.height / 2 / rim));
            continue;
        }
        const double grow = farthest > 0 ? (frame.height / 2 - (rim - farthest)) / farthest : 1;
        const double wide = farthest > 0 ? std::max(1.0, std::min(1.8, (frame.width / 2 - beside) / (farthest * grow))) : 1;
        placement.nodes[centre] = middle;
        shape = {middle, wide};
        band = 0.45 * farthest * grow / static_cast<double>(std::max<std::size_t>(1, circles.size()));
        for (const Circle &circle : circles) {
            double around = 0;
            for (const int node : circle.nodes)
                around += arc(rooms[node], gapFor(rooms));
            double at = -std::numbers::pi / 2;
            for (const int node : circle.nodes) {
                const double share = arc(rooms[node], gapFor(rooms)) / around * Tau;
                const double angle = at + share / 2;
                at += share;
                placement.nodes[node] =
                    middle + Point{std::cos(angle) * circle.radius * grow * wide, std::sin(angle) * circle.radius * grow};
            }
        }
        break;
    }
    std::vector<Mobility> mobility(n, Mobility::Free);
    mobility[centre] = Mobility::Fixed;
    if (continues(graph)) {
        keepPlaces(graph, shape, band, centre, placement.nodes);
        const std::vector<Room> rooms = roomsOf(graph, placement.scale, n <= 200 ? Names::Counted : Names::Ignored);
        std::vector<Mobility> still = mobility;
        for (int i = 0; i < n; ++i)
            if (graph.nodes[i].previous)
                still[i] = Mobility::Fixed;
        separate(frame, rooms, placement.nodes, gapFor(rooms) * 0.5, 120, still, progress);
    }
    finish(graph, frame, placement, mobility, progress);
    return placement;
}

} // namespace dealscape::layout
