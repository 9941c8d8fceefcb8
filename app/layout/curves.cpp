// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/curves.h"

#include "layout/grid.h"
#include "layout/hull.h"

#include <limits>
#include <map>

namespace dealscape::layout {

Point at(const Cubic &curve, double t)
{
    const double u = 1 - t;
    return curve[0] * (u * u * u) + curve[1] * (3 * u * u * t) + curve[2] * (3 * u * t * t) + curve[3] * (t * t * t);
}

Cubic quadratic(Point from, Point control, Point to)
{
    return {from, from + (control - from) * (2.0 / 3), to + (control - to) * (2.0 / 3), to};
}

void keepInside(const Box &box, const Graph &graph, double scale, std::vector<Route> &routes)
{
    for (std::size_t edge = 0; edge < routes.size(); ++edge) {
        const Box inner = box.grown(-std::min({graph.edges[edge].width * scale / 2 + 1, box.w / 4, box.h / 4}));
        auto &points = routes[edge].points;
        for (std::size_t i = 1; i + 1 < points.size(); ++i)
            points[i] = {std::min(std::max(points[i].x, inner.x), inner.right()), std::min(std::max(points[i].y, inner.y), inner.bottom())};
    }
}

namespace {

constexpr double Clearance = 4;

Point unit(Point way)
{
    const double l = length(way);
    return l > 1e-9 ? way * (1 / l) : Point{1, 0};
}

struct Ends {
    Point from;
    Point to;
    double fromRadius = 0;
    double toRadius = 0;
};

/// One quadratic curve, off the straight way by about bow, to the left of the way it goes; its control point stands at a
/// share of the way.
Route bowed(const Ends &ends, double bow, double along = 0.5)
{
    const Point way = ends.to - ends.from;
    const Point left = Point{way.y, -way.x} * (1 / std::max(1e-9, length(way)));
    const Point control = ends.from + way * along + left * (2 * bow);
    const Point start = ends.from + unit(control - ends.from) * ends.fromRadius;
    const Point end = ends.to + unit(control - ends.to) * ends.toRadius;
    const Cubic curve = quadratic(start, control, end);
    return {{curve.begin(), curve.end()}};
}

/// Two cubics that meet at a point beside the way and pass it in the direction of the way.
Route detour(const Ends &ends, Point by)
{
    const Point direction = unit(ends.to - ends.from);
    const Point start = ends.from + unit(by - ends.from) * ends.fromRadius;
    const Point end = ends.to + unit(by - ends.to) * ends.toRadius;
    const double before = length(by - start) * 0.35;
    const double after = length(end - by) * 0.35;
    return {
        {start, start + unit(by - start) * before, by - direction * before, by, by + direction * after, end + unit(by - end) * after, end}};
}

/// Straight pieces along a route, enough to measure its distance to discs.
void sample(const Route &route, std::vector<Point> &line)
{
    line.clear();
    line.push_back(route.points.front());
    for (std::size_t i = 0; i + 3 < route.points.size(); i += 3) {
        const Cubic curve = {route.points[i], route.points[i + 1], route.points[i + 2], route.points[i + 3]};
        for (int k = 1; k <= 12; ++k)
            line.push_back(at(curve, k / 12.0));
    }
}

struct Obstacle {
    Point centre;
    double wanted = 0;
};

/// How deep the line runs into discs, in pixels, summed; and once more for each disc.
double depth(const std::vector<Point> &line, const std::vector<Obstacle> &near)
{
    double sum = 0;
    Point low = line.front();
    Point high = low;
    for (const Point &p : line) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    for (const Obstacle &disc : near) {
        const Point c = disc.centre;
        const double r = disc.wanted;
        if (c.x + r < low.x || c.x - r > high.x || c.y + r < low.y || c.y - r > high.y)
            continue;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            least = std::min(least, distanceTo(line[i], line[i + 1], disc.centre));
        if (least < disc.wanted)
            sum += 1 + (disc.wanted - least);
    }
    return sum;
}

/// How hard routes are tried: discs are avoided by bowing up to some hundred edges, by detours up to five hundred.
enum class Care { None, Bows, Detours };

Care careFor(std::size_t edges)
{
    return edges <= 500 ? Care::Detours : edges <= 1500 ? Care::Bows : Care::None;
}

class Tracer {
public:
    Tracer(const Graph &graph, const std::vector<Point> &positions, double scale);
    Route trace(int edge) const;

private:
    struct Lane {
        /// How many edges join the two nodes, and which of those of its own direction this is.
        int total = 1;
        int rank = 0;
    };

    std::vector<Obstacle> obstacles(const Edge &edge, const Ends &ends, double reach) const;
    double crowding(int edge, const Route &route) const;
    Route around(const Edge &edge, const Ends &ends, const Route &straightest) const;

    const Graph &m_graph;
    const std::vector<Point> &m_positions;
    double m_scale;
    Care m_care;
    Grid m_grid;
    std::vector<Lane> m_lanes;
    std::vector<std::vector<std::pair<int, double>>> m_angles;
};

Tracer::Tracer(const Graph &graph, const std::vector<Point> &positions, double scale)
    : m_graph(graph),
      m_positions(positions),
      m_scale(scale),
      m_care(careFor(graph.edges.size())),
      m_grid(48, graph.nodes.size()),
      m_lanes(graph.edges.size()),
      m_angles(graph.nodes.size())
{
    std::map<std::pair<int, int>, int> seen;
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        m_lanes[i].rank = seen[{graph.edges[i].from, graph.edges[i].to}]++;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const Edge &edge = graph.edges[i];
        const auto back = seen.find({edge.to, edge.from});
        m_lanes[i].total = seen[{edge.from, edge.to}] + (back == seen.end() ? 0 : back->second);
        if (m_care == Care::None)
            continue;
        const Point way = positions[edge.to] - positions[edge.from];
        m_angles[edge.from].emplace_back(static_cast<int>(i), std::atan2(way.y, way.x));
        m_angles[edge.to].emplace_back(static_cast<int>(i), std::atan2(-way.y, -way.x));
    }
    for (std::size_t i = 0; m_care != Care::None && i < graph.nodes.size(); ++i) {
        const double r = graph.nodes[i].radius * scale;
        m_grid.insert(static_cast<int>(i), {positions[i].x - r, positions[i].y - r, 2 * r, 2 * r});
    }
}

std::vector<Obstacle> Tracer::obstacles(const Edge &edge, const Ends &ends, double reach) const
{
    std::vector<int> near;
    const Box box = Box{std::min(ends.from.x, ends.to.x), std::min(ends.from.y, ends.to.y), std::abs(ends.to.x - ends.from.x),
                        std::abs(ends.to.y - ends.from.y)}
                        .grown(reach);
    m_grid.forEachNear(box, [&](int node) {
        if (node != edge.from && node != edge.to &&
            distanceTo(ends.from, ends.to, m_positions[node]) < reach + m_graph.nodes[node].radius * m_scale)
            near.push_back(node);
    });
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    std::vector<Obstacle> result;
    for (const int node : near)
        result.push_back({m_positions[node], m_graph.nodes[node].radius * m_scale + Clearance + edge.width * m_scale / 2});
    return result;
}

/// How close the route leaves its nodes beside straight ways of other edges, from 0 to 2.
double Tracer::crowding(int edge, const Route &route) const
{
    constexpr double wide = 0.25;
    constexpr double tau = 6.283185307179586;
    const auto at = [&](int node, Point next) {
        const Point way = next - m_positions[node];
        const double angle = std::atan2(way.y, way.x);
        double worst = 0;
        for (const auto &[other, direction] : m_angles[node])
            if (other != edge)
                worst = std::max(worst, 1 - std::abs(std::remainder(direction - angle, tau)) / wide);
        return worst;
    };
    const Edge &e = m_graph.edges[edge];
    return at(e.from, route.points[1]) + at(e.to, route.points[route.points.size() - 2]);
}

Route Tracer::around(const Edge &edge, const Ends &ends, const Route &straightest) const
{
    const double reach = 0.2 * length(ends.to - ends.from) + 60;
    const std::vector<Obstacle> near = obstacles(edge, ends, reach);
    Route best = straightest;
    std::vector<Point> line;
    sample(best, line);
    double least = depth(line, near) * 1000;
    std::vector<Obstacle> inTheWay;
    for (const Obstacle &disc : near)
        if (depth(line, {disc}) > 0)
            inTheWay.push_back(disc);
    std::stable_sort(inTheWay.begin(), inTheWay.end(), [](const Obstacle &a, const Obstacle &b) { return a.wanted > b.wanted; });
    if (inTheWay.size() > 3)
        inTheWay.resize(3);
    const Point direction = unit(ends.to - ends.from);
    const Point left{direction.y, -direction.x};
    for (const Obstacle &disc : inTheWay)
        for (const double side : {1.0, -1.0})
            for (int k = 1; k <= 5; ++k) {
                Route route = detour(ends, disc.centre + left * (side * (disc.wanted + 3.0 * k * k)));
                const double bend = distanceTo(ends.from, ends.to, route.points[3]);
                if (bend > reach)
                    continue;
                sample(route, line);
                const double price = depth(line, near) * 1000 + bend;
                if (price < least) {
                    least = price;
                    best = std::move(route);
                }
            }
    return best;
}

Route Tracer::trace(int index) const
{
    const Edge &edge = m_graph.edges[index];
    const Ends ends{m_positions[edge.from], m_positions[edge.to], m_graph.nodes[edge.from].radius * m_scale,
                    m_graph.nodes[edge.to].radius * m_scale};
    const Lane &lane = m_lanes[index];
    const double span = length(ends.to - ends.from);
    const double most = std::max(4.0, std::min(34.0, 0.25 * span));
    const double base = std::min(most, std::max(4.0, 0.045 * span));
    const double step = std::max(18.0, edge.width + 13) * std::max(0.4, m_scale);
    const bool shared = lane.total > 1;
    const double plain = shared ? std::min(most, std::max(base, step * 0.8)) + step * lane.rank : base;
    if (m_care == Care::None)
        return bowed(ends, plain);

    std::vector<double> bows = {plain};
    for (const double factor : {0.5, 1.5, 2.0, 3.0, 4.0}) {
        const double bow = shared ? plain + step * factor : base * factor;
        if (bow <= most * 1.6)
            bows.push_back(bow);
    }
    if (!shared)
        for (std::size_t i = 0, n = bows.size(); i < n; ++i)
            bows.push_back(-bows[i]);
    const std::vector<Obstacle> near = obstacles(edge, ends, most * 2.1 + Clearance + edge.width);
    std::vector<Point> line;
    Route best;
    double least = std::numeric_limits<double>::infinity();
    for (const double bow : bows) {
        Route route = bowed(ends, bow);
        sample(route, line);
        const double price = depth(line, near) * 1000 + 12 * crowding(index, route) + std::abs(std::abs(bow) - plain);
        if (price < least) {
            least = price;
            best = std::move(route);
        }
    }
    for (const double along : {0.25, 0.75}) {
        if (least < 1000)
            break;
        for (const double bow : bows) {
            Route route = bowed(ends, bow * 1.3, along);
            sample(route, line);
            const double price = depth(line, near) * 1000 + 20 + std::abs(bow);
            if (price < least) {
                least = price;
                best = std::move(route);
            }
        }
    }
    return least < 1000 || m_care != Care::Detours ? best : around(edge, ends, best);
}

} // namespace

std::vector<Route> curvedRoutes(const Graph &graph, const std::vector<Point> &positions, double scale, const Progress &progress)
{
    const Tracer tracer(graph, positions, scale);
    std::vector<Route> routes;
    routes.reserve(graph.edges.size());
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        if (i % 64 == 0 && progress.stop())
            break;
        routes.push_back(tracer.trace(static_cast<int>(i)));
    }
    while (routes.size() < graph.edges.size()) {
        const Edge &edge = graph.edges[routes.size()];
        routes.push_back(bowed(
            {positions[edge.from], positions[edge.to], graph.nodes[edge.from].radius * scale, graph.nodes[edge.to].radius * scale}, 0));
    }
    return routes;
}

} // namespace dealscape::layout
