// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/algorithms.h"
#include "layout/arcs.h"
#include "layout/refine.h"
#include "layout/ribbons.h"

#include <algorithm>
#include <numbers>
#include <numeric>
#include <utility>

namespace dealscape::layout {

namespace {

constexpr int MostStressed = 1500;
constexpr int MostRefined = 400;
constexpr int MostNamed = 200;
/// Shares of a ring's radius that other discs and other edges keep out of.
constexpr double Round = 1.05;
constexpr double Inside = 0.88;

struct Circle {
    std::vector<int> nodes;
    Point centre;
    double radius = 0;

    Point at(std::size_t place) const
    {
        const double angle = Tau * static_cast<double>(place) / static_cast<double>(nodes.size()) - std::numbers::pi / 2;
        return centre + Point{std::cos(angle), std::sin(angle)} * radius;
    }
};

/// Places a graph with rings: those in the middle, the rest round them.
class Ringed {
public:
    Ringed(const Graph &graph, const Request &request, const Progress &progress)
        : m_graph(graph), m_frame(request.width, request.height), m_progress(progress), m_random(request.seed)
    {
        m_placement.scale = legibleScale(graph, request.width, request.height);
        for (auto &ring : disjointRings(graph))
            m_circles.push_back({std::move(ring), {}, 0});
        for (std::size_t i = 0; i < m_circles.size(); ++i)
            for (const int node : m_circles[i].nodes)
                m_ringed.push_back(node);
        turnRings();
        // Behind the nodes stands one disc for the inside of each ring, which no edge belongs to.
        m_count = static_cast<int>(graph.nodes.size());
        m_topology = Topology(m_count + static_cast<int>(m_circles.size()), Topology(graph).pairs());
    }

    Placement place()
    {
        constexpr int most = 40;
        for (int attempt = 0; attempt < most && !m_progress.stop(); ++attempt) {
            prepareRooms();
            if (putRings() && surround())
                break;
            m_placement.scale *= 0.85;
        }
        m_points.resize(static_cast<std::size_t>(m_count));
        m_placement.nodes = std::move(m_points);
        m_mobility.resize(static_cast<std::size_t>(m_count));
        finish(m_graph, m_frame, m_placement, m_mobility, m_progress);
        return std::move(m_placement);
    }

private:
    bool alone() const { return m_ringed.size() == m_graph.nodes.size(); }

    /// Turns each ring so that nodes with many partners outside it stand at its sides, where there is room.
    void turnRings()
    {
        const Topology topology(m_graph);
        for (Circle &circle : m_circles) {
            auto &nodes = circle.nodes;
            double best = -1;
            std::vector<int> chosen = nodes;
            for (std::size_t turn = 0; turn < nodes.size(); ++turn) {
                double sum = 0;
                for (std::size_t i = 0; i < nodes.size(); ++i)
                    sum += topology.degree(nodes[i]) * std::abs(std::sin(Tau * static_cast<double>(i) / static_cast<double>(nodes.size())));
                if (sum > best + 1e-9) {
                    best = sum;
                    chosen = nodes;
                }
                std::rotate(nodes.begin(), nodes.begin() + 1, nodes.end());
            }
            nodes = std::move(chosen);
        }
    }

    void prepareRooms()
    {
        m_rooms = roomsOf(m_graph, m_placement.scale, m_count <= MostNamed ? Names::Counted : Names::Ignored);
        m_gap = gapFor(m_rooms);
    }

    double leastRadius(const Circle &circle) const
    {
        double around = 0;
        for (const int node : circle.nodes)
            around += 2 * std::max(m_rooms[node].radius, 0.3 * m_rooms[node].labelWidth) + 3 * m_gap;
        return circle.nodes.size() == 1 ? 0 : std::max(60 * m_placement.scale, 2 * around / Tau);
    }

    /// Side by side about the middle of the frame; false when they do not fit.
    bool putRings()
    {
        const double share = (alone() ? 0.38 : 0.25) / std::sqrt(static_cast<double>(m_circles.size()));
        double largest = 0;
        for (const int node : m_ringed)
            largest = std::max(largest, m_rooms[node].halfWidth());
        double width = 0;
        double reach = 0;
        for (Circle &circle : m_circles) {
            const double least = leastRadius(circle);
            circle.radius = circle.nodes.size() == 1 ? 0 : std::max(least, share * std::min(m_frame.width, m_frame.height));
            circle.centre = {width + circle.radius + largest, m_frame.height / 2};
            width = circle.centre.x + circle.radius + largest + 4 * m_gap;
            reach = std::max(reach, circle.radius + largest);
        }
        width -= 4 * m_gap;
        for (Circle &circle : m_circles)
            circle.centre.x += (m_frame.width - width) / 2;
        const double most = alone() ? 1 : 0.75;
        return width <= most * m_frame.width && 2 * reach <= std::max(most, 0.85) * m_frame.height;
    }

    /// Puts the rest round the rings; false when discs overlap.
    bool surround()
    {
        m_points.assign(static_cast<std::size_t>(m_topology.count()), Point{});
        m_mobility.assign(m_points.size(), Mobility::Free);
        for (const Circle &circle : m_circles) {
            for (std::size_t i = 0; i < circle.nodes.size(); ++i) {
                m_points[circle.nodes[i]] = circle.at(i);
                m_mobility[circle.nodes[i]] = Mobility::Fixed;
            }
            m_rooms.push_back({Round * circle.radius, 0, 0});
            m_points[m_rooms.size() - 1] = circle.centre;
            m_mobility[m_rooms.size() - 1] = Mobility::Fixed;
        }
        if (alone())
            return true;
        const std::vector<Mobility> rings = m_mobility;
        fan();
        if (m_count > MostStressed) {
            m_mobility = rings;
            return spread();
        }
        settle();
        m_mobility = rings;
        if (separate(m_frame, m_rooms, m_points, m_gap * 0.5, 200, m_mobility, m_progress))
            return true;
        std::vector<Room> bare = m_rooms;
        for (Room &room : bare)
            room.labelWidth = room.labelHeight = 0;
        return separate(m_frame, bare, m_points, m_gap * 0.25, 200, m_mobility, m_progress);
    }

    /// Columns of places outside the rings, as far apart as this; each with its place and those free in it.
    std::vector<std::pair<double, std::vector<double>>> columnsOf(double pitch, double half) const
    {
        std::vector<std::pair<double, std::vector<double>>> columns;
        const auto outside = [&](Point at) {
            return std::ranges::all_of(
                m_circles, [&](const Circle &circle) { return length(at - circle.centre) > Round * circle.radius + 2 * half + m_gap; });
        };
        const double edge = half + m_frame.margin;
        for (double x = edge; x <= m_frame.width - edge; x += pitch) {
            columns.emplace_back(x, std::vector<double>());
            for (double y = edge; y <= m_frame.height - edge; y += pitch)
                if (outside({x, y}))
                    columns.back().second.push_back(y);
        }
        return columns;
    }

    /// For more nodes than can be settled: each takes a place in a lattice outside the rings, near to where the fan put it. False
    /// when there are too few places for discs of this size. O(n log n).
    bool spread()
    {
        double half = 0;
        std::vector<int> rest;
        for (int i = 0; i < m_count; ++i) {
            half = std::max(half, m_rooms[i].radius);
            if (m_mobility[i] == Mobility::Free)
                rest.push_back(i);
        }
        const double least = 2 * half + m_gap;
        double pitch = std::max(least, std::sqrt(m_frame.width * m_frame.height / static_cast<double>(rest.size())));
        auto columns = columnsOf(pitch, half);
        const auto places = [&] {
            std::size_t sum = 0;
            for (const auto &[x, free] : columns)
                sum += free.size();
            return sum;
        };
        for (; places() < rest.size(); columns = columnsOf(pitch, half)) {
            if (pitch <= least)
                return false;
            pitch = std::max(least, 0.95 * pitch);
        }
        std::ranges::sort(rest, {}, [&](int node) { return std::pair(m_points[node].x, node); });
        const double share = static_cast<double>(rest.size()) / static_cast<double>(places());
        std::size_t next = 0;
        double due = 0;
        for (const auto &[x, free] : columns) {
            due += share * static_cast<double>(free.size());
            const std::size_t end =
                &free == &columns.back().second ? rest.size() : std::min(rest.size(), static_cast<std::size_t>(due + 0.5));
            const std::size_t count = std::min(end - next, free.size());
            const auto from = rest.begin() + static_cast<std::ptrdiff_t>(next);
            std::sort(from, from + static_cast<std::ptrdiff_t>(count),
                      [&](int a, int b) { return std::pair(m_points[a].y, a) < std::pair(m_points[b].y, b); });
            for (std::size_t i = 0; i < count; ++i)
                m_points[rest[next + i]] = {x, free[(2 * i + 1) * free.size() / (2 * count)]};
            next += count;
        }
        return next == rest.size();
    }

    double step() const { return 0.8 * std::sqrt(m_frame.width * m_frame.height / static_cast<double>(m_count)); }

    /// First places, from the rings outwards: each node's new partners spread over the side that is turned away from its ring.
    void fan()
    {
        std::vector<char> seen(m_points.size(), 0);
        std::vector<Point> outwards(m_points.size());
        std::vector<int> queue = m_ringed;
        for (const Circle &circle : m_circles)
            for (const int node : circle.nodes) {
                seen[node] = 1;
                outwards[node] = m_points[node] - circle.centre;
            }
        for (std::size_t next = 0; next < queue.size(); ++next) {
            const int node = queue[next];
            std::vector<int> partners;
            for (const int other : m_topology.neighbours(node))
                if (!seen[other])
                    partners.push_back(other);
            const double heading = std::atan2(outwards[node].y, outwards[node].x);
            for (std::size_t i = 0; i < partners.size(); ++i) {
                const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(partners.size()) - 0.5;
                const double angle = heading + share * std::numbers::pi * 0.9;
                seen[partners[i]] = 1;
                outwards[partners[i]] = Point{std::cos(angle), std::sin(angle)};
                put(partners[i], m_points[node] + outwards[partners[i]] * (step() + m_rooms[node].radius));
                queue.push_back(partners[i]);
            }
        }
        std::vector<int> islands;
        for (int i = 0; i < m_count; ++i)
            if (!seen[i])
                islands.push_back(i);
        for (std::size_t i = 0; i < islands.size(); ++i)
            put(islands[i], {m_frame.width * (static_cast<double>(i) + 0.5) / static_cast<double>(islands.size()), m_frame.height * 0.95});
    }

    void put(int node, Point at) { m_points[node] = m_frame.clamped(at, m_rooms[node]); }

    /// Less stress, then fewer crossings, with rings left alone.
    void settle()
    {
        if (m_count > MostStressed || m_topology.pairs().empty())
            return;
        std::vector<int> all(m_points.size());
        std::iota(all.begin(), all.end(), 0);
        Graph graph = m_graph;
        graph.nodes.resize(m_points.size());
        const std::vector<PairSize> ribbons = pairSizes(graph, all, m_topology, m_placement.scale);
        const Distances distances(m_topology, lengths());
        majorise(distances, m_points, step(), 60, m_mobility, m_progress);
        for (int i = 0; i < m_count; ++i)
            if (m_mobility[i] == Mobility::Free)
                m_points[i] = m_frame.clamped(m_points[i], m_rooms[i]);
        separate(m_frame, m_rooms, m_points, m_gap, 120, m_mobility, m_progress);
        if (m_count > MostRefined)
            return;
        // Edges may leave a ring's node along the ring.
        for (std::size_t i = 0; i < m_circles.size(); ++i)
            m_rooms[static_cast<std::size_t>(m_count) + i].radius = Inside * m_circles[i].radius;
        Prices prices;
        prices.crossings = 0.25;
        prices.through = 4;
        Refinement refinement(m_topology, distances, m_rooms, m_frame, prices);
        constexpr double textHeight = 20;
        for (std::size_t i = 0; i < ribbons.size(); ++i) {
            refinement.setText(i, ribbons[i].text, textHeight * m_placement.scale);
            refinement.setWidth(i, ribbons[i].width);
        }
        refinement.setHulls(hullsWithin(graph, all));
        refinement.setMobility(m_mobility);
        const Effort effort = effortFor(m_topology, m_count <= MostNamed);
        refinement.run(m_points, m_gap, effort.rounds, effort.samples, m_random, m_progress);
        for (std::size_t i = 0; i < m_circles.size(); ++i)
            m_rooms[static_cast<std::size_t>(m_count) + i].radius = Round * m_circles[i].radius;
    }

    /// In steps: the partners of a ring's node share the side that is turned away from the ring, so that many stand further out.
    std::vector<double> lengths() const
    {
        std::vector<char> ringed(m_points.size(), 0);
        for (const int node : m_ringed)
            ringed[node] = 1;
        const auto wanted = [&](int node) {
            if (!ringed[node])
                return 1.0;
            const double each = 2 * m_rooms[node].radius / std::max(1, m_topology.degree(node)) + 3 * m_gap + 50 * m_placement.scale;
            return std::min(2.5, std::max(1.0, each * m_topology.degree(node) / std::numbers::pi / step()));
        };
        std::vector<double> lengths;
        for (const auto &[a, b] : m_topology.pairs())
            lengths.push_back(std::max(wanted(a), wanted(b)));
        return lengths;
    }

    const Graph &m_graph;
    Frame m_frame;
    const Progress &m_progress;
    Random m_random;
    Placement m_placement;
    std::vector<Circle> m_circles;
    std::vector<int> m_ringed;
    int m_count = 0;
    /// Of the nodes, then of the rings' insides.
    Topology m_topology;
    std::vector<Room> m_rooms;
    std::vector<Point> m_points;
    std::vector<Mobility> m_mobility;
    double m_gap = 0;
};

} // namespace

Placement placeRinged(const Graph &graph, const Request &request, const Progress &progress)
{
    return Ringed(graph, request, progress).place();
}

} // namespace dealscape::layout
