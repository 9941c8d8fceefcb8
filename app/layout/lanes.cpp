// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/lanes.h"

#include "layout/ports.h"
#include "layout/room.h"

#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace dealscape::layout {

namespace {

struct Band {
    double low = 0;
    double high = 0;
};

struct Lane {
    double y = 0;
    double width = 0;
};

struct Column {
    double x = 0;
    /// How far ribbons run flat on either side of the middle.
    double left = 0;
    double right = 0;
    std::vector<Band> nodes;
    std::vector<Lane> lanes;

    bool isFree(double y, double width, double gap) const
    {
        for (const Band &band : nodes)
            if (y > band.low - width / 2 + 1e-6 && y < band.high + width / 2 - 1e-6)
                return false;
        return std::none_of(lanes.begin(), lanes.end(),
                            [&](const Lane &lane) { return std::abs(lane.y - y) < (lane.width + width) / 2 + gap - 1e-6; });
    }
};

/// The free height nearest to the one wished for; lanes close up before one goes through a node.
double takeLane(Column &column, double wish, double width)
{
    constexpr std::size_t most = 150;
    if (column.lanes.size() > most)
        return wish;
    double taken = wish;
    for (const double gap : {LaneGap, LaneGap / 2, -width}) {
        std::vector<double> heights = {wish};
        for (const Band &band : column.nodes) {
            heights.push_back(band.low - width / 2);
            heights.push_back(band.high + width / 2);
        }
        for (const Lane &lane : column.lanes) {
            const double apart = (lane.width + width) / 2 + gap;
            heights.push_back(lane.y - apart);
            heights.push_back(lane.y + apart);
        }
        double best = std::numeric_limits<double>::infinity();
        for (const double y : heights)
            if (std::abs(y - wish) < std::abs(best - wish) && column.isFree(y, width, gap))
                best = y;
        if (std::isinf(best))
            continue;
        taken = best;
        break;
    }
    column.lanes.push_back({taken, width});
    return taken;
}

enum class Side { Left, Right };

struct Port {
    int edge = 0;
    int node = 0;
    /// The end further left, which of two ends in one column is the tail.
    bool first = false;
    Side side = Side::Right;
    /// Where the ribbon is bound for.
    Point towards;
};

/// Ribbons that run between each column and the next, columns numbered from the left.
std::vector<int> ribbonsBetween(const Graph &graph, const std::vector<int> &columnOf, std::size_t columns)
{
    std::vector<int> count(columns + 1, 0);
    for (const Edge &edge : graph.edges) {
        const auto [low, high] = std::minmax(columnOf[edge.from], columnOf[edge.to]);
        for (int gap = low; gap < high; ++gap)
            ++count[gap];
    }
    return count;
}

std::vector<int> columnsOf(const Graph &graph)
{
    std::vector<int> keys;
    for (const Node &node : graph.nodes)
        keys.push_back(node.column);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<int> columns;
    for (const Node &node : graph.nodes)
        columns.push_back(static_cast<int>(std::lower_bound(keys.begin(), keys.end(), node.column) - keys.begin()));
    return columns;
}

/// The side of each column to which its own edges bulge.
std::vector<Side> bulgesOf(const Graph &graph, const std::vector<int> &columnOf)
{
    const int columns = columnOf.empty() ? 0 : 1 + *std::max_element(columnOf.begin(), columnOf.end());
    const std::vector<int> between = ribbonsBetween(graph, columnOf, static_cast<std::size_t>(columns));
    std::vector<Side> sides;
    for (int column = 0; column < columns; ++column) {
        const int before = column > 0 ? between[column - 1] : 0;
        sides.push_back(before < between[column] ? Side::Left : Side::Right);
    }
    return sides;
}

/// Edges that join neighbours in a column.
std::vector<char> straightEdges(const Graph &graph, const std::vector<Point> &positions, const std::vector<int> &columnOf)
{
    std::vector<int> order(graph.nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return std::pair(columnOf[a], positions[a].y) < std::pair(columnOf[b], positions[b].y); });
    std::vector<int> rank(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        rank[order[i]] = static_cast<int>(i);
    std::vector<char> straight;
    for (const Edge &edge : graph.edges)
        straight.push_back(columnOf[edge.from] == columnOf[edge.to] && std::abs(rank[edge.from] - rank[edge.to]) == 1);
    return straight;
}

class Router {
public:
    Router(const Graph &graph, const std::vector<Point> &positions, double scale, std::vector<NameSpot> spots);
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
    bool stays(int edge) const { return columnOf(m_ways[edge].left) == columnOf(m_ways[edge].right); }
    void chooseSpots();
    void chooseLanes(const LaneWishes &wishes);
    std::vector<Port> portsOf() const;
    void choosePorts();
    std::vector<double> wishesOf(const std::vector<Port> &ports, std::size_t begin, std::size_t end, bool &fan) const;
    void setPort(const Port &port, double angle, bool fan);
    void leaveBeside(std::vector<Point> &points, int node, Point out, double x) const;
    Route between(int edge) const;
    Route within(int edge) const;

    const Graph &m_graph;
    const std::vector<Point> &m_positions;
    double m_scale;
    std::vector<int> m_columnOf;
    std::vector<Side> m_bulges;
    std::vector<char> m_straight;
    std::vector<NameSpot> m_spots;
    std::vector<Room> m_rooms;
    std::vector<Column> m_columns;
    std::vector<Way> m_ways;
};

Router::Router(const Graph &graph, const std::vector<Point> &positions, double scale, std::vector<NameSpot> spots)
    : m_graph(graph),
      m_positions(positions),
      m_scale(scale),
      m_columnOf(columnsOf(graph)),
      m_bulges(bulgesOf(graph, m_columnOf)),
      m_straight(straightEdges(graph, positions, m_columnOf)),
      m_spots(std::move(spots)),
      m_columns(m_bulges.size()),
      m_ways(graph.edges.size())
{
    if (m_spots.size() != graph.nodes.size())
        chooseSpots();
    std::vector<int> members(m_columns.size(), 0);
    for (const int column : m_columnOf)
        ++members[column];
    const std::vector<Room> whole = namedRooms(graph, scale);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        Column &column = m_columns[m_columnOf[i]];
        column.x += positions[i].x / members[m_columnOf[i]];
        const Room room = roomAt(whole[i], m_spots[i]);
        const auto [left, right] = reachAt(whole[i], m_spots[i]);
        column.left = std::max(column.left, left + LaneRim * scale);
        column.right = std::max(column.right, right + LaneRim * scale);
        const double rim = std::max(LaneRim * scale, 4.5);
        column.nodes.push_back({positions[i].y - room.above() - rim, positions[i].y + room.below() + rim});
        m_rooms.push_back(room);
    }
    for (const Edge &edge : graph.edges) {
        const auto [first, last] = std::minmax(m_columnOf[edge.from], m_columnOf[edge.to]);
        for (int c = first + 1; c < last && edge.labelWidth > 0; ++c) {
            m_columns[c].left = std::max(m_columns[c].left, edge.labelWidth / 2);
            m_columns[c].right = std::max(m_columns[c].right, edge.labelWidth / 2);
        }
    }
    // Ribbons keep most of the way between two columns to bend.
    constexpr double share = 0.55;
    for (std::size_t c = 1; c < m_columns.size(); ++c) {
        Column &before = m_columns[c - 1];
        Column &after = m_columns[c];
        const double factor = share * (after.x - before.x) / (before.right + after.left);
        if (factor < 1) {
            before.right *= std::max(0.0, factor);
            after.left *= std::max(0.0, factor);
        }
    }
}

/// Names below where the next disc leaves room, else beside.
void Router::chooseSpots()
{
    const std::vector<NameSpot> open = openSides(m_graph, m_straight);
    const std::vector<Room> whole = namedRooms(m_graph, m_scale);
    m_spots.assign(m_graph.nodes.size(), NameSpot::Below);
    for (std::size_t i = 0; i < m_spots.size(); ++i)
        for (std::size_t k = 0; k < m_spots.size(); ++k) {
            const double down = m_positions[k].y - m_positions[i].y;
            if (k != i && m_columnOf[k] == m_columnOf[i] && down >= 0 && down < whole[i].below() + whole[k].above() + LaneRim)
                m_spots[i] = open[i];
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
            way.lanes.push_back(takeLane(m_columns[c], wished ? wishes[index][at] : direct, laneWidth(edge, m_scale)));
        }
    }
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        if (!m_straight[i])
            continue;
        const auto [low, high] = std::minmax(m_positions[m_ways[i].left].y, m_positions[m_ways[i].right].y);
        const auto &lanes = m_columns[columnOf(m_ways[i].left)].lanes;
        m_straight[i] = std::none_of(lanes.begin(), lanes.end(),
                                     [&, low = low, high = high](const Lane &lane) { return lane.y > low && lane.y < high; });
    }
}

/// The ends of all edges, those on one side of a disc one after the other in the order in which they stand, from above. Edges that bulge
/// upwards stand above all others, the nearer their partner the higher; and so below.
std::vector<Port> Router::portsOf() const
{
    constexpr double far = 1e9;
    std::vector<Port> ports;
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        const Way &way = m_ways[i];
        const auto edge = static_cast<int>(i);
        const Point left = m_positions[way.left];
        const Point right = m_positions[way.right];
        if (stays(edge)) {
            const Side side = m_bulges[columnOf(way.left)];
            const double down = right.y - left.y;
            const auto bound = [&](double y) { return Point{0, y > 0 ? far - y : -far - y}; };
            ports.push_back({edge, way.left, true, side, bound(down)});
            ports.push_back({edge, way.right, false, side, bound(-down)});
            continue;
        }
        const Column &after = m_columns[static_cast<std::size_t>(columnOf(way.left)) + 1];
        const Column &before = m_columns[static_cast<std::size_t>(columnOf(way.right)) - 1];
        ports.push_back({edge, way.left, true, Side::Right, way.lanes.empty() ? right : Point{after.x - after.left, way.lanes.front()}});
        ports.push_back({edge, way.right, false, Side::Left, way.lanes.empty() ? left : Point{before.x + before.right, way.lanes.back()}});
    }
    std::stable_sort(ports.begin(), ports.end(), [](const Port &a, const Port &b) {
        return std::tuple(a.node, a.side, a.towards.y) < std::tuple(b.node, b.side, b.towards.y);
    });
    return ports;
}

/// Angles above or below the horizontal for the ends on one side of a disc, from above. A few edges leave flat; many fan out round the
/// disc, each square to its rim.
std::vector<double> Router::wishesOf(const std::vector<Port> &ports, std::size_t begin, std::size_t end, bool &fan) const
{
    const double radius = std::max(1e-9, m_rooms[ports[begin].node].radius);
    const double room = 1.7 * radius;
    const auto widthOf = [&](std::size_t k) { return laneWidth(m_graph.edges[ports[k].edge], m_scale); };
    double strokes = 0;
    double lean = 0;
    for (std::size_t k = begin; k < end; ++k) {
        strokes += widthOf(k);
        const Point way = ports[k].towards - m_positions[ports[k].node];
        lean += std::atan2(std::min(1e3, std::max(-1e3, way.y)), std::abs(way.x) + 50) / static_cast<double>(end - begin);
    }
    const auto count = static_cast<double>(end - begin);
    fan = strokes + PortGap * count > room;
    const double most = fan ? 2.7 * radius : room;
    const double gap = std::max(PortGap, std::min(14 * m_scale, (most - strokes) / count));
    double at = -(strokes + gap * count) / 2;
    std::vector<double> wishes;
    for (std::size_t k = begin; k < end; ++k) {
        const double along = at + (widthOf(k) + gap) / 2;
        at += widthOf(k) + gap;
        wishes.push_back(fan ? along / radius + 0.4 * lean : std::asin(std::min(1.0, std::max(-1.0, along / radius))));
    }
    return wishes;
}

void Router::setPort(const Port &port, double angle, bool fan)
{
    constexpr double steep = 0.9;
    const Point out{std::cos(angle), std::sin(angle)};
    const double direction = port.side == Side::Right ? 1 : -1;
    Way &way = m_ways[port.edge];
    (port.first ? way.start : way.end) = m_positions[port.node] + out * m_rooms[port.node].radius;
    (port.first ? way.out : way.in) = fan || std::abs(out.y) > steep || out.x * direction <= 0 ? out : Point{direction, 0};
}

void Router::choosePorts()
{
    const std::vector<Port> ports = portsOf();
    for (std::size_t i = 0; i < ports.size();) {
        std::vector<RibbonEnd> ends;
        std::vector<char> fans;
        std::size_t end = i;
        while (end < ports.size() && ports[end].node == ports[i].node) {
            const std::size_t begin = end;
            while (end < ports.size() && ports[end].node == ports[i].node && ports[end].side == ports[begin].side)
                ++end;
            bool fan = false;
            const std::vector<double> wishes = wishesOf(ports, begin, end, fan);
            for (std::size_t k = begin; k < end; ++k) {
                const double width = laneWidth(m_graph.edges[ports[k].edge], m_scale);
                const double wish = ports[k].side == Side::Right ? wishes[k - begin] : Tau / 2 - wishes[k - begin];
                ends.push_back({wish, width, width * width});
                fans.push_back(fan);
                if (!m_straight[ports[k].edge])
                    continue;
                constexpr double firm = 1e4;
                ends.back().angle = ports[k].towards.y < 0 ? -Tau / 4 : Tau / 4;
                ends.back().weight = firm;
            }
        }
        const std::vector<double> angles = spreadPorts(ends, m_rooms[ports[i].node].radius);
        for (std::size_t k = i; k < end; ++k)
            setPort(ports[k], angles[k - i], fans[k - i]);
        i = end;
    }
}

void flatTo(std::vector<Point> &points, double x)
{
    const Point from = points.back();
    const Point to{x, from.y};
    points.insert(points.end(), {from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to});
}

void curveTo(std::vector<Point> &points, Point to)
{
    const Point from = points.back();
    const Point half{(to.x - from.x) / 2, 0};
    points.insert(points.end(), {from + half, to - half, to});
}

/// From a port on the rim to where the ribbon runs flat beside its column, clear of the disc's neighbours. A steep port lies nearer to the
/// edge of the bundle.
void Router::leaveBeside(std::vector<Point> &points, int node, Point out, double x) const
{
    if (out.y == 0) {
        flatTo(points, x);
        return;
    }
    const Point from = points.back();
    const double radius = m_rooms[node].radius;
    const double turn = std::atan2(out.y, x < from.x ? -out.x : out.x);
    const double beyond = std::max(0.0, std::abs(turn) - Tau / 4);
    constexpr double around = 5;
    const double off = std::copysign(std::sin(std::min(std::abs(turn), Tau / 4)) * (radius + around) + 0.5 * around * beyond, turn);
    const Point to{x, m_positions[node].y + off};
    const double reach = std::abs(x - from.x);
    points.insert(points.end(), {from + out * std::min(around, reach / 2), to - Point{0.6 * (x - from.x), 0}, to});
}

Route Router::between(int index) const
{
    const Way &way = m_ways[index];
    const int first = columnOf(way.left);
    std::vector<Point> points = {way.start};
    const Column &start = m_columns[first];
    const Column &end = m_columns[columnOf(way.right)];
    leaveBeside(points, way.left, way.out, std::max(way.start.x, start.x + start.right));
    for (std::size_t k = 0; k < way.lanes.size(); ++k) {
        const Column &column = m_columns[static_cast<std::size_t>(first) + 1 + k];
        curveTo(points, {column.x - column.left, way.lanes[k]});
        flatTo(points, column.x + column.right);
    }
    std::vector<Point> arrival = {way.end};
    leaveBeside(arrival, way.right, way.in, std::min(way.end.x, end.x - end.left));
    curveTo(points, arrival.back());
    points.insert(points.end(), arrival.rbegin() + 1, arrival.rend());
    if (way.left != m_graph.edges[index].from)
        std::reverse(points.begin(), points.end());
    return {points};
}

Route Router::within(int index) const
{
    const Edge &edge = m_graph.edges[index];
    const Way &way = m_ways[index];
    const Point from = edge.from == way.left ? way.start : way.end;
    const Point to = edge.to == way.right ? way.end : way.start;
    if (m_straight[index])
        return {{from, from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to}};
    const Column &column = m_columns[columnOf(edge.from)];
    const double high = std::abs(m_positions[edge.from].y - m_positions[edge.to].y);
    const double off = 24 * m_scale + 0.06 * high;
    const double reach = m_bulges[columnOf(edge.from)] == Side::Right ? column.x + column.right + off : column.x - column.left - off;
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
        result.push_back(stays(edge) ? within(edge) : between(edge));
    }
    return result;
}

} // namespace

double laneWidth(const Edge &edge, double scale)
{
    return std::max(1.0, edge.width * scale);
}

double nameFactor(double scale)
{
    constexpr double legible = 0.5;
    return std::min(1.0, scale / legible);
}

std::vector<Room> namedRooms(const Graph &graph, double scale)
{
    std::vector<Room> rooms = roomsOf(graph, nameFactor(scale), Names::Counted);
    for (std::size_t i = 0; i < rooms.size(); ++i)
        rooms[i].radius = std::max(0.0, graph.nodes[i].radius) * scale;
    return rooms;
}

Room roomAt(Room room, NameSpot spot)
{
    if (spot != NameSpot::Below)
        room.labelWidth = room.labelHeight = 0;
    return room;
}

Reach reachAt(const Room &room, NameSpot spot)
{
    if (!room.hasName())
        return {room.radius, room.radius};
    const double beside = room.radius + Room::NameGap + room.labelWidth;
    if (spot == NameSpot::Below)
        return {room.halfWidth(), room.halfWidth()};
    return spot == NameSpot::Left ? Reach{beside, room.radius} : Reach{room.radius, beside};
}

std::vector<NameSpot> openSides(const Graph &graph, const std::vector<char> &straight)
{
    const std::vector<int> columnOf = columnsOf(graph);
    const std::vector<Side> bulges = bulgesOf(graph, columnOf);
    std::vector<char> left(graph.nodes.size(), 0);
    std::vector<char> right(graph.nodes.size(), 0);
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const Edge &edge = graph.edges[i];
        const int step = columnOf[edge.to] - columnOf[edge.from];
        if (step == 0 && !straight[i]) {
            auto &busy = bulges[columnOf[edge.from]] == Side::Left ? left : right;
            busy[edge.from] = busy[edge.to] = 1;
        } else if (step != 0) {
            (step > 0 ? right : left)[edge.from] = 1;
            (step > 0 ? left : right)[edge.to] = 1;
        }
    }
    std::vector<NameSpot> spots;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const bool outside = bulges[columnOf[i]] == Side::Left;
        if (left[i] && right[i])
            spots.push_back(NameSpot::Below);
        else
            spots.push_back(!left[i] && (outside || right[i]) ? NameSpot::Left : NameSpot::Right);
    }
    return spots;
}

Graph foldedAsStanding(const Graph &graph, const std::vector<Point> &positions)
{
    Graph folded = graph;
    const std::vector<int> columnOf = columnsOf(graph);
    std::map<int, std::vector<double>> uprights;
    for (std::size_t i = 0; i < positions.size(); ++i)
        if (!graph.nodes[i].pinned)
            uprights[columnOf[i]].push_back(positions[i].x);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        auto &xs = uprights[columnOf[i]];
        std::sort(xs.begin(), xs.end());
        constexpr double same = 0.5;
        const double middle = xs.empty() ? 0 : (xs.front() + xs.back()) / 2;
        const bool two = !xs.empty() && xs.back() - xs.front() > same &&
            std::all_of(xs.begin(), xs.end(), [&](double x) { return std::min(x - xs.front(), xs.back() - x) <= same; });
        folded.nodes[i].column = 2 * columnOf[i] + (two && positions[i].x > middle);
    }
    return folded;
}

std::vector<Route> laneRoutes(const Graph &graph, const std::vector<Point> &positions, double scale, const LaneWishes &wishes,
                              std::vector<NameSpot> spots)
{
    return Router(graph, positions, scale, std::move(spots)).routes(wishes);
}

} // namespace dealscape::layout
