// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/lanes.h"

#include "layout/room.h"

#include <limits>
#include <map>
#include <numeric>

namespace dealscape::layout {

namespace {

struct Band {
    double low = 0;
    double high = 0;
};

struct Column {
    double x = 0;
    double half = 0;
    std::vector<Band> nodes;
    std::vector<double> lanes;

    bool isFree(double y, double apart) const
    {
        for (const Band &band : nodes)
            if (y > band.low - apart / 4 && y < band.high + apart / 4)
                return false;
        return std::none_of(lanes.begin(), lanes.end(), [&](double lane) { return std::abs(lane - y) < apart - 1e-6; });
    }
};

/// The free height nearest to the one wished for; lanes close up before one goes through a node.
double takeLane(Column &column, double wish, double spacing)
{
    constexpr std::size_t most = 150;
    if (column.lanes.size() > most)
        return wish;
    for (const double apart : {spacing, spacing / 2, spacing / 4, 0.0}) {
        std::vector<double> heights = {wish};
        for (const Band &band : column.nodes) {
            heights.push_back(band.low - apart / 2);
            heights.push_back(band.high + apart / 2);
        }
        for (const double lane : column.lanes) {
            heights.push_back(lane - apart);
            heights.push_back(lane + apart);
        }
        double best = std::numeric_limits<double>::infinity();
        for (const double y : heights)
            if (std::abs(y - wish) < std::abs(best - wish) && column.isFree(y, apart))
                best = y;
        if (!std::isinf(best)) {
            column.lanes.push_back(best);
            return best;
        }
    }
    return wish;
}

enum class Side { Left, Right };

struct Port {
    int edge = 0;
    int node = 0;
    Side side = Side::Right;
    double towards = 0;
};

class Router {
public:
    Router(const Graph &graph, const std::vector<Point> &positions, double scale);
    std::vector<Route> routes(const LaneWishes &wishes);

private:
    struct Way {
        int left = 0;
        int right = 0;
        std::vector<double> lanes;
        Point start;
        Point end;
        /// Directions away from the discs at both ends.
        Point out;
        Point in;
    };

    int columnOf(int node) const { return m_columnOf[node]; }
    void chooseLanes(const LaneWishes &wishes);
    void choosePorts();
    Route between(int edge) const;
    Route within(int edge) const;

    const Graph &m_graph;
    const std::vector<Point> &m_positions;
    double m_scale;
    std::vector<Room> m_rooms;
    std::vector<Column> m_columns;
    std::vector<int> m_columnOf;
    std::vector<Way> m_ways;
};

Router::Router(const Graph &graph, const std::vector<Point> &positions, double scale)
    : m_graph(graph),
      m_positions(positions),
      m_scale(scale),
      m_rooms(roomsOf(graph, scale, Names::Counted)),
      m_columnOf(graph.nodes.size()),
      m_ways(graph.edges.size())
{
    std::map<int, std::vector<int>> members;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        members[graph.nodes[i].column].push_back(static_cast<int>(i));
    for (const auto &[key, nodes] : members) {
        Column column;
        for (const int node : nodes)
            column.x += positions[node].x / static_cast<double>(nodes.size());
        for (const int node : nodes) {
            const Room &room = m_rooms[node];
            const double rim = 6 * scale;
            column.half = std::max(column.half, room.radius + rim);
            column.nodes.push_back({positions[node].y - room.above() - rim, positions[node].y + room.below() + rim});
            m_columnOf[node] = static_cast<int>(m_columns.size());
        }
        m_columns.push_back(std::move(column));
    }
}

void Router::chooseLanes(const LaneWishes &wishes)
{
    std::vector<int> order(m_graph.edges.size());
    std::iota(order.begin(), order.end(), 0);
    const auto middle = [&](int edge) { return m_positions[m_graph.edges[edge].from].y + m_positions[m_graph.edges[edge].to].y; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return middle(a) < middle(b); });
    for (const int index : order) {
        const Edge &edge = m_graph.edges[index];
        Way &way = m_ways[index];
        const bool forward = columnOf(edge.from) <= columnOf(edge.to);
        way.left = forward ? edge.from : edge.to;
        way.right = forward ? edge.to : edge.from;
        const int first = columnOf(way.left);
        const int last = columnOf(way.right);
        for (int c = first + 1; c < last; ++c) {
            const auto at = static_cast<std::size_t>(c - first - 1);
            const double share = static_cast<double>(c - first) / (last - first);
            const double direct = m_positions[way.left].y * (1 - share) + m_positions[way.right].y * share;
            const bool wished = static_cast<std::size_t>(index) < wishes.size() && at < wishes[index].size();
            way.lanes.push_back(takeLane(m_columns[c], wished ? wishes[index][at] : direct, LaneSpacing * m_scale));
        }
    }
}

void Router::choosePorts()
{
    std::vector<Port> ports;
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        const Way &way = m_ways[i];
        const auto edge = static_cast<int>(i);
        const bool same = columnOf(way.left) == columnOf(way.right);
        const double first = way.lanes.empty() ? m_positions[way.right].y : way.lanes.front();
        const double last = way.lanes.empty() ? m_positions[way.left].y : way.lanes.back();
        ports.push_back({edge, way.left, Side::Right, first});
        ports.push_back({edge, way.right, same ? Side::Right : Side::Left, last});
    }
    std::stable_sort(ports.begin(), ports.end(), [](const Port &a, const Port &b) {
        return std::tuple(a.node, a.side, a.towards) < std::tuple(b.node, b.side, b.towards);
    });
    for (std::size_t i = 0; i < ports.size();) {
        std::size_t end = i;
        while (end < ports.size() && ports[end].node == ports[i].node && ports[end].side == ports[i].side)
            ++end;
        const double radius = m_rooms[ports[i].node].radius;
        const auto thickness = [&](std::size_t k) { return (m_graph.edges[ports[k].edge].width + 8) * m_scale; };
        double total = 0;
        for (std::size_t k = i; k < end; ++k)
            total += thickness(k);
        // A few edges leave flat; many fan out round the disc, each square to its rim.
        const bool fan = end - i > 4 && total > 1.2 * radius && radius > 45 * m_scale;
        const double squeeze = fan ? std::min(1.3, 2.7 * radius / total) : std::min(1.0, 1.5 * radius / total);
        double at = -total / 2;
        for (std::size_t k = i; k < end; ++k) {
            const double along = (at + thickness(k) / 2) * squeeze;
            at += thickness(k);
            const double angle = fan ? along / radius : std::asin(along / std::max(radius, 1e-9));
            const double direction = ports[k].side == Side::Right ? 1 : -1;
            const Point out{direction * std::cos(angle), std::sin(angle)};
            Way &way = m_ways[ports[k].edge];
            const bool first = ports[k].node == way.left;
            (first ? way.start : way.end) = m_positions[ports[k].node] + out * radius;
            (first ? way.out : way.in) = fan ? out : Point{direction, 0};
        }
        i = end;
    }
}

void flatTo(std::vector<Point> &points, double x)
{
    const Point from = points.back();
    const Point to{x, from.y};
    points.insert(points.end(), {from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to});
}

void curveTo(std::vector<Point> &points, Point to, Point out = {1, 0}, Point in = {-1, 0})
{
    const Point from = points.back();
    const double half = std::abs(to.x - from.x) / 2;
    points.insert(points.end(), {from + out * half, to + in * half, to});
}

Route Router::between(int index) const
{
    const Way &way = m_ways[index];
    const int first = columnOf(way.left);
    std::vector<Point> points = {way.start};
    const Column &start = m_columns[first];
    const Column &end = m_columns[columnOf(way.right)];
    const bool flatStart = way.out.y == 0;
    const bool flatEnd = way.in.y == 0;
    if (flatStart)
        flatTo(points, std::max(way.start.x, start.x + start.half));
    for (std::size_t k = 0; k < way.lanes.size(); ++k) {
        const Column &column = m_columns[static_cast<std::size_t>(first) + 1 + k];
        curveTo(points, {column.x - column.half, way.lanes[k]}, k == 0 ? way.out : Point{1, 0});
        flatTo(points, column.x + column.half);
    }
    curveTo(points, {flatEnd ? std::min(way.end.x, end.x - end.half) : way.end.x, way.end.y}, way.lanes.empty() ? way.out : Point{1, 0},
            way.in);
    if (flatEnd)
        flatTo(points, way.end.x);
    if (way.left != m_graph.edges[index].from)
        std::reverse(points.begin(), points.end());
    return {points};
}

Route Router::within(int index) const
{
    const Edge &edge = m_graph.edges[index];
    const Way &way = m_ways[index];
    const Column &column = m_columns[columnOf(edge.from)];
    const Point a = m_positions[edge.from];
    const Point b = m_positions[edge.to];
    const double low = std::min(a.y, b.y);
    const double high = std::max(a.y, b.y);
    bool adjacent = true;
    for (std::size_t i = 0; i < m_positions.size(); ++i)
        adjacent = adjacent && !(columnOf(static_cast<int>(i)) == columnOf(edge.from) && m_positions[i].y > low && m_positions[i].y < high);
    adjacent = adjacent && std::none_of(column.lanes.begin(), column.lanes.end(), [&](double y) { return y > low && y < high; });
    if (adjacent && length(b - a) > 1e-9) {
        const Point direction = (b - a) * (1 / length(b - a));
        const Point from = a + direction * m_rooms[edge.from].radius;
        const Point to = b - direction * m_rooms[edge.to].radius;
        return {{from, from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to}};
    }
    const Point from = edge.from == way.left ? way.start : way.end;
    const Point to = edge.to == way.right ? way.end : way.start;
    const double reach = column.x + column.half + 24 * m_scale + 0.06 * (high - low);
    const Point turn{reach, (from.y + to.y) / 2};
    return {{from, {reach, from.y}, {reach, from.y + (turn.y - from.y) / 2}, turn, {reach, to.y + (turn.y - to.y) / 2}, {reach, to.y}, to}};
}

std::vector<Route> Router::routes(const LaneWishes &wishes)
{
    chooseLanes(wishes);
    choosePorts();
    std::vector<Route> result;
    result.reserve(m_ways.size());
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        const auto edge = static_cast<int>(i);
        result.push_back(columnOf(m_ways[i].left) == columnOf(m_ways[i].right) ? within(edge) : between(edge));
    }
    return result;
}

} // namespace

std::vector<Route> laneRoutes(const Graph &graph, const std::vector<Point> &positions, double scale, const LaneWishes &wishes)
{
    return Router(graph, positions, scale).routes(wishes);
}

} // namespace dealscape::layout
