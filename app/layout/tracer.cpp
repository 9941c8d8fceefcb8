// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/curves.h"

#include "layout/grid.h"
#include "layout/hull.h"
#include "layout/nameplaces.h"
#include "layout/ports.h"
#include "layout/ways.h"

#include <limits>
#include <map>
#include <numeric>

namespace dealscape::layout {

namespace {

constexpr double Clearance = 4;

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

/// Up to so many nodes names are kept clear of foreign ways.
constexpr std::size_t MostNames = 200;
/// Prices in pixels of bow: running into a disc, and over a name.
constexpr double DiscPrice = 1000;
/// What a choice must be better by, so that rounding decides none.
constexpr double Hair = 1e-6;
constexpr double NamePrice = 60;
/// Price of crossing another way, once and for each pixel of the two widths.
constexpr double CrossingPrice = 12;
/// Price of each thing that an amount lies on in its freest place, and of running over another amount.
constexpr double SpotPrice = 40;
constexpr double CrossingWidthPrice = 1;
/// Up to so many edges the crossings of curves are counted.
constexpr std::size_t MostCrossed = 300;

/// Directions of the partners of a node: the ribbons of each leave turnedWithin its own sector, so that ribbons to two of them do not cross
/// at the rim.
class Sectors {
public:
    void add(int partner, double angle)
    {
        if (std::none_of(m_all.begin(), m_all.end(), [&](const auto &each) { return each.second == partner; }))
            m_all.emplace_back(angle, partner);
    }
    void sort() { std::sort(m_all.begin(), m_all.end()); }
    double clamped(int partner, double wish) const
    {
        if (m_all.size() < 2)
            return wish;
        const auto at = std::find_if(m_all.begin(), m_all.end(), [&](const auto &each) { return each.second == partner; });
        const double middle = at->first;
        const double before = at == m_all.begin() ? m_all.back().first - Tau : (at - 1)->first;
        const double after = at + 1 == m_all.end() ? m_all.front().first + Tau : (at + 1)->first;
        const double off = std::remainder(wish - middle, Tau);
        constexpr double share = 0.49;
        return middle + std::min(std::max(off, (before - middle) * share), (after - middle) * share);
    }

private:
    std::vector<std::pair<double, int>> m_all;
};

bool runsOver(const std::vector<Point> &line, const Box &box)
{
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        if (crosses(box, line[i], line[i + 1]))
            return true;
    return false;
}

bool runsOver(const Trace &trace, const Box &box)
{
    return box.overlaps(trace.box.grown(0.5)) && runsOver(trace.line, box);
}

/// A place for an amount, and what it costs.
struct Spot {
    Box box;
    double price = 0;
};

class Tracer {
public:
    Tracer(const Graph &graph, const std::vector<Point> &positions, double scale);
    std::vector<Route> trace(const Progress &progress);
    double blemishes(const std::vector<Route> &routes);

private:
    Ends endsOf(const Edge &edge) const
    {
        return {m_positions[edge.from], m_positions[edge.to], m_graph.nodes[edge.from].radius * m_scale,
                m_graph.nodes[edge.to].radius * m_scale};
    }
    double widthOf(const Edge &edge) const { return std::max(1.0, edge.width * m_scale); }
    double mostBow(const Edge &edge) const
    {
        return std::max(4.0, std::min(34.0, 0.25 * length(m_positions[edge.to] - m_positions[edge.from])));
    }
    double usualBow(const Edge &edge) const
    {
        return std::min(mostBow(edge), std::max(4.0, 0.045 * length(m_positions[edge.to] - m_positions[edge.from])));
    }
    void chooseBows();
    void layBeside(const std::vector<int> &edges);
    double roomBetween(int one, int other) const;
    void choosePorts();
    void improve(int edge);
    double crossed(int edge, const Trace &trace) const;
    Spot spotFor(int edge, const std::vector<Point> &line) const;
    double blocked(int edge, const Box &box, double limit) const;
    double spotsUnder(int edge, const Trace &trace) const;
    Exits portsWithin(int edge, const Bend &shape) const;
    void around(int edge, double least, const std::vector<Point> &straightest);
    std::vector<Obstacle> obstacles(const Edge &edge, const Ends &ends, double reach) const;
    std::vector<Box> namesNear(const Ends &ends, double reach) const;
    double namesUnder(const std::vector<Point> &line, const std::vector<Box> &names, double half) const;

    const Graph &m_graph;
    const std::vector<Point> &m_positions;
    double m_scale;
    Care m_care;
    Grid m_grid;
    std::vector<Box> m_names;
    std::vector<Bend> m_shapes;
    std::vector<Exits> m_ports;
    std::vector<Sectors> m_sectors;
    /// The ways so far, and where their amounts could lie; none in large graphs.
    std::vector<Trace> m_traces;
    std::vector<Box> m_spots;
    /// Whether another edge joins the same two nodes.
    std::vector<char> m_shared;
};

Tracer::Tracer(const Graph &graph, const std::vector<Point> &positions, double scale)
    : m_graph(graph),
      m_positions(positions),
      m_scale(scale),
      m_care(careFor(graph.edges.size())),
      m_grid(48, graph.nodes.size()),
      m_shapes(graph.edges.size()),
      m_ports(graph.edges.size()),
      m_shared(graph.edges.size(), 0)
{
    for (std::size_t i = 0; m_care != Care::None && i < graph.nodes.size(); ++i) {
        const double r = graph.nodes[i].radius * scale;
        m_grid.insert(static_cast<int>(i), {positions[i].x - r, positions[i].y - r, 2 * r, 2 * r});
    }
    if (m_care == Care::None)
        return;
    m_sectors.resize(graph.nodes.size());
    for (const Edge &edge : graph.edges) {
        m_sectors[edge.from].add(edge.to, angleOf(positions[edge.to] - positions[edge.from]));
        m_sectors[edge.to].add(edge.from, angleOf(positions[edge.from] - positions[edge.to]));
    }
    for (Sectors &sectors : m_sectors)
        sectors.sort();
    if (m_care == Care::Detours && graph.nodes.size() <= MostNames)
        for (const Box &box : namePlaces(graph, positions, scale))
            if (box.w > 0)
                m_names.push_back(box);
}

/// Distance that the middles of two ribbons side by side need, for an amount on either to be clear of the other.
double Tracer::roomBetween(int one, int other) const
{
    const Edge &a = m_graph.edges[one];
    const Edge &b = m_graph.edges[other];
    const double least = (widthOf(a) + widthOf(b)) / 2 + 13 * std::max(0.4, m_scale);
    const double text = std::max(a.labelWidth, b.labelWidth);
    if (text <= 0)
        return least;
    constexpr double textHeight = 20;
    constexpr double share = 0.75;
    const Point way = m_positions[a.to] - m_positions[a.from];
    const double span = std::max(1e-9, length(way));
    const double across = (std::abs(way.y) * text + std::abs(way.x) * textHeight) / span / 2;
    return std::max(least, share * across + std::max(widthOf(a), widthOf(b)) / 2 + 3);
}

/// The bows of edges that join the same two nodes: those of each direction to their own left, as far apart as amounts need, the
/// widest the straightest.
void Tracer::layBeside(const std::vector<int> &edges)
{
    const int low = std::min(m_graph.edges[edges[0]].from, m_graph.edges[edges[0]].to);
    std::vector<int> row;
    for (const int edge : edges)
        if (m_graph.edges[edge].from != low)
            row.push_back(edge);
    for (const int edge : edges)
        if (m_graph.edges[edge].from == low)
            row.push_back(edge);
    std::vector<double> at(row.size(), 0);
    for (std::size_t i = 1; i < row.size(); ++i)
        at[i] = at[i - 1] + roomBetween(row[i - 1], row[i]);
    double sum = 0;
    double weight = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const double w = widthOf(m_graph.edges[row[i]]);
        sum += w * at[i];
        weight += w;
    }
    const double span = length(m_positions[m_graph.edges[row[0]].to] - m_positions[m_graph.edges[row[0]].from]);
    double most = 0;
    for (double &each : at) {
        each -= sum / weight;
        most = std::max(most, std::abs(each));
    }
    constexpr double steepest = 0.24;
    const double squeeze = most > steepest * span ? steepest * span / most : 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        m_shapes[row[i]].bow = at[i] * squeeze * (m_graph.edges[row[i]].from == low ? 1 : -1);
        m_shared[row[i]] = 1;
    }
}

void Tracer::chooseBows()
{
    std::map<std::pair<int, int>, std::vector<int>> pairs;
    for (std::size_t i = 0; i < m_graph.edges.size(); ++i)
        pairs[std::minmax(m_graph.edges[i].from, m_graph.edges[i].to)].push_back(static_cast<int>(i));
    for (const auto &[pair, edges] : pairs) {
        if (edges.size() > 1) {
            layBeside(edges);
            continue;
        }
        const Edge &edge = m_graph.edges[edges[0]];
        constexpr double wide = 8;
        m_shapes[edges[0]].bow = edge.width >= wide ? 0 : usualBow(edge);
    }
}

void Tracer::choosePorts()
{
    std::vector<std::vector<std::pair<int, bool>>> at(m_graph.nodes.size());
    for (std::size_t i = 0; i < m_graph.edges.size(); ++i) {
        const auto edge = static_cast<int>(i);
        m_ports[i] = portsWithin(edge, m_shapes[i]);
        at[m_graph.edges[i].from].emplace_back(edge, true);
        at[m_graph.edges[i].to].emplace_back(edge, false);
    }
    for (std::size_t node = 0; node < at.size(); ++node) {
        std::vector<RibbonEnd> ports;
        for (const auto &[edge, tail] : at[node]) {
            const double width = widthOf(m_graph.edges[edge]);
            ports.push_back({tail ? m_ports[edge].from : m_ports[edge].to, width, width * width});
        }
        const std::vector<double> angles = spreadPorts(ports, m_graph.nodes[node].radius * m_scale);
        for (std::size_t k = 0; k < angles.size(); ++k)
            (at[node][k].second ? m_ports[at[node][k].first].from : m_ports[at[node][k].first].to) = angles[k];
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
        result.push_back({m_positions[node], m_graph.nodes[node].radius * m_scale + Clearance + widthOf(edge) / 2});
    return result;
}

std::vector<Box> Tracer::namesNear(const Ends &ends, double reach) const
{
    std::vector<Box> near;
    for (const Box &box : m_names)
        if (distanceTo(ends.from, ends.to, box.centre()) < reach + (box.w + box.h) / 2)
            near.push_back(box);
    return near;
}

double Tracer::namesUnder(const std::vector<Point> &line, const std::vector<Box> &names, double half) const
{
    double sum = 0;
    for (const Box &name : names)
        sum += runsOver(line, name.grown(half + 1));
    return sum;
}

double Tracer::crossed(int edge, const Trace &trace) const
{
    double sum = 0;
    for (std::size_t other = 0; other < m_traces.size(); ++other)
        if (static_cast<int>(other) != edge)
            if (const int count = crossings(trace, m_traces[other]); count > 0)
                sum += count * (CrossingPrice + CrossingWidthPrice * (widthOf(m_graph.edges[edge]) + widthOf(m_graph.edges[other])));
    return sum;
}

/// How many ways, names, discs and other amounts a box lies on.
double Tracer::blocked(int edge, const Box &box, double limit) const
{
    double sum = 0;
    for (std::size_t other = 0; other < m_traces.size() && sum < limit; ++other) {
        if (static_cast<int>(other) == edge)
            continue;
        sum += m_spots[other].overlaps(box);
        sum += runsOver(m_traces[other], box.grown(widthOf(m_graph.edges[other]) / 2 + 1));
    }
    for (const Box &name : m_names)
        sum += name.overlaps(box);
    bool onDisc = false;
    m_grid.forEachNear(box, [&](int node) {
        const double r = m_graph.nodes[node].radius * m_scale;
        onDisc = onDisc || Box{m_positions[node].x - r, m_positions[node].y - r, 2 * r, 2 * r}.overlaps(box);
    });
    return sum + onDisc;
}

/// The freest place for the amount of an edge on its way or beside it.
Spot Tracer::spotFor(int index, const std::vector<Point> &line) const
{
    const Edge &edge = m_graph.edges[index];
    constexpr double height = 18;
    const double half = edge.labelWidth / 2;
    Spot best{{}, 0};
    if (edge.labelWidth <= 0)
        return best;
    best.price = std::numeric_limits<double>::infinity();
    const auto offer = [&](Point middle, double dearer) {
        const Box box{middle.x - half, middle.y - height / 2, 2 * half, height};
        const double price = SpotPrice * blocked(index, box, best.price / SpotPrice) + dearer;
        if (price < best.price - Hair)
            best = {box, price};
    };
    const auto last = static_cast<double>(line.size() - 1);
    for (const double share : {0.5, 0.42, 0.58, 0.33, 0.67, 0.25, 0.75}) {
        const auto at = static_cast<std::size_t>(std::lround(share * last));
        offer(line[at], 8 * std::abs(share - 0.5));
        if (best.price < SpotPrice)
            return best;
    }
    for (const double share : {0.5, 0.33, 0.67}) {
        const auto at = static_cast<std::size_t>(std::lround(share * last));
        const Point along = unit(line[at + 1] - line[at - 1]);
        const Point normal{-along.y, along.x};
        const double off = widthOf(edge) / 2 + 3 + std::abs(normal.x) * half + std::abs(normal.y) * height / 2;
        for (const double side : {1.0, -1.0})
            offer(line[at] + normal * (side * off), 8);
    }
    return best;
}

/// How many places of other amounts a way runs over.
double Tracer::spotsUnder(int edge, const Trace &trace) const
{
    double sum = 0;
    for (std::size_t other = 0; other < m_spots.size(); ++other) {
        if (static_cast<int>(other) == edge || m_spots[other].w <= 0)
            continue;
        sum += runsOver(trace, m_spots[other].grown(widthOf(m_graph.edges[edge]) / 2 + 1));
    }
    return sum;
}

/// A way round what stands in the way of the straightest one.
void Tracer::around(int index, double least, const std::vector<Point> &straightest)
{
    const Edge &edge = m_graph.edges[index];
    const Ends ends = endsOf(edge);
    const double reach = 0.2 * length(ends.to - ends.from) + 60;
    const std::vector<Obstacle> near = obstacles(edge, ends, reach);
    std::vector<Obstacle> inTheWay;
    for (const Obstacle &disc : near)
        if (depth(straightest, {disc}) > 0)
            inTheWay.push_back(disc);
    std::stable_sort(inTheWay.begin(), inTheWay.end(), [](const Obstacle &a, const Obstacle &b) { return a.wanted > b.wanted; });
    if (inTheWay.size() > 3)
        inTheWay.resize(3);
    const Point direction = unit(ends.to - ends.from);
    const Point left{direction.y, -direction.x};
    std::vector<Point> line;
    for (const Obstacle &disc : inTheWay)
        for (const double side : {1.0, -1.0})
            for (int k = 1; k <= 5; ++k) {
                const Bend shape{0, 0.5, disc.centre + left * (side * (disc.wanted + 3.0 * k * k))};
                const double bend = distanceTo(ends.from, ends.to, *shape.by);
                if (bend > reach)
                    continue;
                const Route route = routeOf(ends, shape, exitsOf(ends, shape));
                sample(route, line);
                const double price = depth(line, near) * DiscPrice + crossed(index, Trace(route)) + bend;
                if (price < least - Hair) {
                    least = price;
                    m_shapes[index] = shape;
                }
            }
}

/// The bow at which the edge keeps off discs and names, near to the one it has.
void Tracer::improve(int index)
{
    const Edge &edge = m_graph.edges[index];
    const Ends ends = endsOf(edge);
    const Bend plain = m_shapes[index];
    const double most = mostBow(edge);
    const double base = std::max(usualBow(edge), std::abs(plain.bow));
    std::vector<Bend> shapes = {plain};
    for (const double factor : {0.5, 1.0, 1.5, 2.0, 3.0, 4.0})
        for (const double side : {1.0, -1.0}) {
            const double bow = m_shared[index] ? plain.bow + side * 6 * factor : side * base * factor;
            if (std::abs(bow) <= std::max(most * 1.6, std::abs(plain.bow)) + 24 * m_shared[index])
                shapes.push_back({bow, 0.5, {}});
        }
    if (!m_shared[index])
        for (const double along : {0.25, 0.75})
            for (const double factor : {1.3, 2.6, 4.0})
                for (const double side : {1.0, -1.0})
                    if (base * factor <= most * 1.6)
                        shapes.push_back({side * base * factor, along, {}});
    const double reach = most * 2.1 + Clearance + edge.width + std::abs(plain.bow);
    const std::vector<Obstacle> near = obstacles(edge, ends, reach);
    const std::vector<Box> names = namesNear(ends, reach);
    std::vector<Point> line;
    std::vector<Point> best;
    double least = std::numeric_limits<double>::infinity();
    for (const Bend &shape : shapes) {
        const Route route = routeOf(ends, shape, shape == plain ? m_ports[index] : portsWithin(index, shape));
        sample(route, line);
        double price = depth(line, near) * DiscPrice + namesUnder(line, names, widthOf(edge) / 2) * NamePrice +
            std::abs(shape.bow - plain.bow) + (shape.along == 0.5 ? 0 : 20);
        if (!m_traces.empty() && price < least) {
            const Trace trace(route);
            price += crossed(index, trace) + SpotPrice * spotsUnder(index, trace);
            if (price < least)
                price += spotFor(index, line).price;
        }
        if (price < least - Hair) {
            least = price;
            m_shapes[index] = shape;
            best = line;
        }
    }
    if (least >= DiscPrice && m_care == Care::Detours)
        around(index, least, best);
    if (!m_traces.empty()) {
        const Route route = routeOf(ends, m_shapes[index], portsWithin(index, m_shapes[index]));
        m_traces[index] = Trace(route);
        sample(route, line);
        m_spots[index] = spotFor(index, line).box;
    }
}

Exits Tracer::portsWithin(int edge, const Bend &shape) const
{
    const Edge &e = m_graph.edges[edge];
    Exits ports = exitsOf(endsOf(e), shape);
    if (!shape.by) {
        ports.from = m_sectors[e.from].clamped(e.to, ports.from);
        ports.to = m_sectors[e.to].clamped(e.from, ports.to);
    }
    return ports;
}

std::vector<Route> Tracer::trace(const Progress &progress)
{
    if (!progress.stop())
        chooseBows();
    std::vector<Route> routes;
    routes.reserve(m_graph.edges.size());
    if (m_care == Care::None || progress.stop()) {
        for (std::size_t i = 0; i < m_graph.edges.size(); ++i) {
            const Ends ends = endsOf(m_graph.edges[i]);
            routes.push_back(routeOf(ends, m_shapes[i], exitsOf(ends, m_shapes[i])));
        }
        return routes;
    }
    choosePorts();
    std::vector<int> order(m_graph.edges.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return m_graph.edges[a].width > m_graph.edges[b].width; });
    if (order.size() <= MostCrossed)
        for (std::size_t i = 0; i < order.size(); ++i)
            m_traces.emplace_back(routeOf(endsOf(m_graph.edges[i]), m_shapes[i], m_ports[i]));
    m_spots.resize(m_traces.size());
    constexpr int rounds = 2;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i % 64 == 0 && progress.stop())
                break;
            improve(order[i]);
        }
        choosePorts();
        if (m_traces.empty())
            break;
    }
    for (std::size_t i = 0; i < m_graph.edges.size(); ++i)
        routes.push_back(routeOf(endsOf(m_graph.edges[i]), m_shapes[i], m_ports[i]));
    return routes;
}

double Tracer::blemishes(const std::vector<Route> &routes)
{
    if (m_traces.empty())
        return 0;
    for (std::size_t i = 0; i < routes.size(); ++i)
        m_traces[i] = Trace(routes[i]);
    constexpr double hidden = 3;
    constexpr double wide = 3;
    constexpr double crossing = 0.1;
    double sum = 0;
    std::vector<Point> line;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const double width = widthOf(m_graph.edges[i]);
        sample(routes[i], line);
        const Spot spot = spotFor(static_cast<int>(i), line);
        m_spots[i] = spot.box;
        sum += std::floor(spot.price / SpotPrice) * hidden * (1 + width / wide);
        sum += namesUnder(line, m_names, width / 2);
        for (std::size_t k = 0; k < i; ++k)
            sum += crossing * crossings(m_traces[i], m_traces[k]);
    }
    return sum;
}

} // namespace

Routing curvedRouting(const Graph &graph, const std::vector<Point> &positions, double scale, const Progress &progress)
{
    Tracer tracer(graph, positions, scale);
    Routing routing;
    routing.routes = tracer.trace(progress);
    routing.blemishes = tracer.blemishes(routing.routes);
    return routing;
}

std::vector<Route> curvedRoutes(const Graph &graph, const std::vector<Point> &positions, double scale, const Progress &progress)
{
    return Tracer(graph, positions, scale).trace(progress);
}

} // namespace dealscape::layout
