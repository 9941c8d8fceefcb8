// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/algorithms.h"

#include "layout/refine.h"

#include <numbers>

namespace dealscape::layout {

namespace {

Frame frameOf(const Request &request)
{
    return Frame(request.width, request.height);
}

/// A first place for a node that was not there: beside the middle of its placed neighbours.
Point besidePartners(const Topology &topology, const std::vector<char> &known, const std::vector<Point> &points, int node, double step,
                     const Frame &frame, Random &random)
{
    Point middle;
    int count = 0;
    for (const int next : topology.neighbours(node))
        if (known[next]) {
            middle = middle + points[next];
            ++count;
        }
    const double angle = random.between(0, 2 * std::numbers::pi);
    if (count == 0)
        return {random.between(0.1, 0.9) * frame.width, random.between(0.1, 0.9) * frame.height};
    const double reach = count == 1 ? step : step * 0.3;
    return middle * (1.0 / count) + Point{std::cos(angle), std::sin(angle)} * reach;
}

double meanStep(const Topology &topology, const std::vector<char> &known, const std::vector<Point> &points, const Frame &frame)
{
    double sum = 0;
    int count = 0;
    for (const auto &[a, b] : topology.pairs())
        if (known[a] && known[b]) {
            sum += length(points[a] - points[b]);
            ++count;
        }
    return count > 0 ? sum / count : std::min(frame.width, frame.height) / 4;
}

} // namespace

bool continues(const Graph &graph)
{
    std::size_t known = 0;
    for (const Node &node : graph.nodes)
        known += node.previous.has_value() || node.pinned.has_value();
    std::size_t previous = 0;
    for (const Node &node : graph.nodes)
        previous += node.previous.has_value();
    return previous > 0 && known * 2 >= graph.nodes.size();
}

Placement placeBetween(const Graph &graph, const Request &request, const Progress &progress)
{
    const Frame frame = frameOf(request);
    const int n = static_cast<int>(graph.nodes.size());
    Placement placement;
    placement.scale = legibleScale(graph, request.width, request.height);
    placement.nodes.resize(n);
    Random random(request.seed);
    const Topology topology(graph);
    std::vector<char> known(n, 0);
    std::vector<Mobility> mobility(n, Mobility::Free);
    for (int i = 0; i < n; ++i) {
        const auto &at = graph.nodes[i].pinned ? graph.nodes[i].pinned : graph.nodes[i].previous;
        if (!at)
            continue;
        placement.nodes[i] = *at;
        known[i] = 1;
        mobility[i] = Mobility::Fixed;
    }
    const double step = meanStep(topology, known, placement.nodes, frame);
    std::vector<int> waiting;
    for (int i = 0; i < n; ++i)
        if (!known[i])
            waiting.push_back(i);
    // Those with known neighbours first, so that chains of new nodes grow from what is there.
    for (bool grown = true; grown && !waiting.empty();) {
        std::vector<int> later;
        for (const int node : waiting) {
            bool touches = false;
            for (const int next : topology.neighbours(node))
                touches = touches || known[next];
            if (!touches) {
                later.push_back(node);
                continue;
            }
            placement.nodes[node] = besidePartners(topology, known, placement.nodes, node, step, frame, random);
            known[node] = 1;
        }
        grown = later.size() < waiting.size();
        waiting = std::move(later);
    }
    for (const int node : waiting)
        placement.nodes[node] = besidePartners(topology, known, placement.nodes, node, step, frame, random);

    const std::vector<Room> rooms = roomsOf(graph, placement.scale, n <= 200 ? Names::Counted : Names::Ignored);
    const double gap = gapFor(rooms);
    if (n <= 1500 && !topology.pairs().empty()) {
        const Distances distances(topology);
        majorise(distances, placement.nodes, 1 / std::max(1e-9, stressOf(distances, placement.nodes).scale), 30, mobility, progress);
    }
    for (int i = 0; i < n; ++i)
        if (!graph.nodes[i].pinned)
            placement.nodes[i] = frame.clamped(placement.nodes[i], rooms[i]);
    // New nodes make room for themselves first; only then the old ones give way.
    separate(frame, rooms, placement.nodes, gap * 0.5, 120, mobility, progress);
    finish(graph, frame, placement, {}, progress);
    return placement;
}

double relax(const Graph &graph, std::vector<Point> &positions, double scale)
{
    const std::vector<Room> rooms = roomsOf(graph, scale, Names::Ignored);
    const Topology topology(graph);
    constexpr double following[] = {0.0, 0.35, 0.12};
    constexpr double rate = 0.25;
    const std::vector<Point> before = positions;
    std::vector<Point> shift(positions.size());
    std::vector<int> steps;
    for (std::size_t pin = 0; pin < positions.size(); ++pin) {
        const Node &node = graph.nodes[pin];
        if (!node.pinned)
            continue;
        positions[pin] = *node.pinned;
        if (!node.previous)
            continue;
        const Point moved = *node.pinned - *node.previous;
        if (length(moved) < 1e-6)
            continue;
        const auto follow = [&](int other, double share) {
            if (length(moved) * share > length(shift[other]))
                shift[other] = moved * share;
        };
        for (const int next : topology.neighbours(static_cast<int>(pin))) {
            follow(next, topology.degree(next) > 0 ? following[1] * std::min(1.0, 2.0 / topology.degree(next) + 0.3) : 0);
            if (topology.degree(next) <= 12)
                for (const int far : topology.neighbours(next))
                    follow(far, following[2] * std::min(1.0, 2.0 / topology.degree(far)));
        }
    }
    std::vector<Mobility> mobility(positions.size(), Mobility::Free);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (graph.nodes[i].pinned)
            mobility[i] = Mobility::Fixed;
        else if (graph.nodes[i].previous)
            positions[i] = positions[i] + (*graph.nodes[i].previous + shift[i] - positions[i]) * rate;
    }
    constexpr double unbounded = 1e9;
    std::vector<Point> pushed = positions;
    for (Point &p : pushed)
        p = p + Point{unbounded / 2, unbounded / 2};
    separate(Frame(unbounded, unbounded), rooms, pushed, gapFor(rooms) * 0.5, 2, mobility, {});
    double most = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (mobility[i] == Mobility::Free)
            positions[i] = pushed[i] - Point{unbounded / 2, unbounded / 2};
        most = std::max(most, length(positions[i] - before[i]));
    }
    return most;
}

} // namespace dealscape::layout
