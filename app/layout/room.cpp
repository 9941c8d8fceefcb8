// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/room.h"

#include "layout/grid.h"

#include <limits>
#include <numbers>

namespace dealscape::layout {

std::vector<Room> roomsOf(const Graph &graph, double scale, Names names)
{
    std::vector<Room> rooms;
    rooms.reserve(graph.nodes.size());
    for (const Node &node : graph.nodes) {
        const bool named = names == Names::Counted;
        rooms.push_back({std::max(0.0, node.radius) * scale, named ? std::max(0.0, node.labelWidth) * scale : 0,
                         named ? std::max(0.0, node.labelHeight) * scale : 0});
    }
    return rooms;
}

double legibleScale(const Graph &graph, double width, double height)
{
    constexpr double share = 0.10;
    double area = 0;
    double largest = 0;
    for (const Node &node : graph.nodes) {
        area += std::numbers::pi * node.radius * node.radius;
        largest = std::max(largest, node.radius);
    }
    double scale = 1;
    if (area > share * width * height)
        scale = std::sqrt(share * width * height / area);
    const double side = std::min(width, height);
    if (largest * scale > side / 4)
        scale = side / 4 / largest;
    return scale;
}

Point Frame::clamped(Point at, const Room &room) const
{
    const auto within = [](double value, double low, double high) {
        return low > high ? (low + high) / 2 : std::min(std::max(value, low), high);
    };
    return {within(at.x, margin + room.halfWidth(), width - margin - room.halfWidth()),
            within(at.y, margin + room.above(), height - margin - room.below())};
}

bool Frame::holds(Point at, const Room &room) const
{
    return at.x >= margin + room.halfWidth() && at.x <= width - margin - room.halfWidth() && at.y >= margin + room.above() &&
        at.y <= height - margin - room.below();
}

namespace {

/// One axis of the fit: value * factor + offset must lie between before and size - after.
struct Span {
    double value = 0;
    double before = 0;
    double after = 0;
};

struct Interval {
    double low = 0;
    double high = 0;
};

Interval offsets(const std::vector<Span> &spans, double size, double factor)
{
    Interval allowed{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    for (const Span &span : spans) {
        allowed.low = std::max(allowed.low, span.before - span.value * factor);
        allowed.high = std::min(allowed.high, size - span.after - span.value * factor);
    }
    return allowed;
}

double largestFactor(const std::vector<Span> &spans, double size)
{
    double low = 0;
    double extent = 0;
    const auto [least, most] =
        std::minmax_element(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.value < b.value; });
    extent = most->value - least->value;
    if (extent < 1e-9)
        return std::numeric_limits<double>::infinity();
    double high = size / extent;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        const Interval allowed = offsets(spans, size, middle);
        (allowed.low <= allowed.high ? low : high) = middle;
    }
    return low;
}

struct Spans {
    std::vector<Span> x;
    std::vector<Span> y;
};

Spans spansOf(const std::vector<Room> &rooms, const std::vector<Point> &points, double margin)
{
    Spans spans;
    for (std::size_t i = 0; i < points.size(); ++i) {
        spans.x.push_back({points[i].x, margin + rooms[i].halfWidth(), margin + rooms[i].halfWidth()});
        spans.y.push_back({points[i].y, margin + rooms[i].above(), margin + rooms[i].below()});
    }
    return spans;
}

} // namespace

void fitInto(const Frame &frame, const std::vector<Room> &rooms, std::vector<Point> &points, double stretch)
{
    if (points.empty())
        return;
    const Spans spans = spansOf(rooms, points, frame.margin);
    double fx = largestFactor(spans.x, frame.width);
    double fy = largestFactor(spans.y, frame.height);
    if (std::isinf(fx) && std::isinf(fy))
        fx = fy = 1;
    const double least = std::min(fx, fy);
    fx = std::min(fx, least * stretch);
    fy = std::min(fy, least * stretch);
    const Interval x = offsets(spans.x, frame.width, fx);
    const Interval y = offsets(spans.y, frame.height, fy);
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = frame.clamped({points[i].x * fx + (x.low + x.high) / 2, points[i].y * fy + (y.low + y.high) / 2}, rooms[i]);
}

void turnTo(const Frame &frame, std::vector<Point> &points)
{
    if (points.size() < 2)
        return;
    Point centroid;
    for (const Point &point : points)
        centroid = centroid + point * (1.0 / static_cast<double>(points.size()));
    const auto turned = [&](double angle) {
        std::vector<Point> result(points.size());
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Point p = points[i] - centroid;
            result[i] = {c * p.x - s * p.y, s * p.x + c * p.y};
        }
        return result;
    };
    constexpr int steps = 36;
    double bestAngle = 0;
    double best = -1;
    for (int step = 0; step < steps; ++step) {
        const double angle = std::numbers::pi * step / steps;
        double x0 = 0;
        double x1 = 0;
        double y0 = 0;
        double y1 = 0;
        for (const Point &p : turned(angle)) {
            x0 = std::min(x0, p.x);
            x1 = std::max(x1, p.x);
            y0 = std::min(y0, p.y);
            y1 = std::max(y1, p.y);
        }
        const double factor = std::min(frame.width / std::max(x1 - x0, 1e-9), frame.height / std::max(y1 - y0, 1e-9));
        if (factor > best * 1.0001) {
            best = factor;
            bestAngle = angle;
        }
    }
    points = turned(bestAngle);
}

namespace {

/// Way the second of two rooms must go for the two to be apart; zero when they are.
Point discPush(const Room &a, Point p, const Room &b, Point q, double gap, Random &random)
{
    const double wanted = a.radius + b.radius + gap;
    Point way = q - p;
    const double distance = length(way);
    if (distance >= wanted)
        return {};
    if (distance < 1e-6) {
        const double angle = random.between(0, 2 * std::numbers::pi);
        return Point{std::cos(angle), std::sin(angle)} * wanted;
    }
    return way * ((wanted - distance) / distance);
}

enum class Ways { Shortest, Sideways };

Point boxPush(const Box &a, const Box &b, Ways ways)
{
    if (!a.overlaps(b))
        return {};
    const double right = a.right() - b.x;
    const double left = b.right() - a.x;
    const double down = a.bottom() - b.y;
    const double up = b.bottom() - a.y;
    const double x = right < left ? right : -left;
    const double y = down < up ? down : -up;
    return ways == Ways::Sideways || std::abs(x) < std::abs(y) ? Point{x, 0} : Point{0, y};
}

Box square(const Room &room, Point at)
{
    const double half = room.radius * 0.9;
    return {at.x - half, at.y - half, 2 * half, 2 * half};
}

Point namePush(const Room &a, Point p, const Room &b, Point q, Ways ways)
{
    Point way;
    if (a.hasName() && b.hasName())
        way = boxPush(a.name(p), b.name(q), ways);
    if (a.hasName() && way == Point{})
        way = boxPush(a.name(p), square(b, q), ways);
    if (b.hasName() && way == Point{})
        way = boxPush(square(a, p), b.name(q), ways);
    return way;
}

Box bounds(const Room &room, Point at, double gap)
{
    return Box{at.x - room.halfWidth(), at.y - room.above(), 2 * room.halfWidth(), room.above() + room.below()}.grown(gap / 2);
}

double cellFor(const std::vector<Room> &rooms, double gap)
{
    double sum = 0;
    for (const Room &room : rooms)
        sum += 2 * room.halfWidth() + gap;
    return std::max(1.0, 1.5 * sum / static_cast<double>(std::max<std::size_t>(1, rooms.size())));
}

} // namespace

bool separate(const Frame &frame, const std::vector<Room> &rooms, std::vector<Point> &points, double gap, int rounds,
              const std::vector<Mobility> &mobility, const Progress &progress)
{
    Random random(0x5eed);
    const auto fixed = [&](int i) { return !mobility.empty() && mobility[i] == Mobility::Fixed; };
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!fixed(static_cast<int>(i)))
            points[i] = frame.clamped(points[i], rooms[i]);
    const double cell = cellFor(rooms, gap);
    bool clear = false;
    for (int round = 0; round < rounds && !clear && !progress.stop(); ++round) {
        clear = true;
        // Names that push one another up and down without end come free sideways.
        const Ways ways = round % 4 == 3 ? Ways::Sideways : Ways::Shortest;
        Grid grid(cell, points.size());
        for (std::size_t i = 0; i < points.size(); ++i)
            grid.insert(static_cast<int>(i), bounds(rooms[i], points[i], gap));
        grid.forEachPair([&](int a, int b) {
            if (fixed(a) && fixed(b))
                return;
            Point way = discPush(rooms[a], points[a], rooms[b], points[b], gap, random);
            if (way == Point{})
                way = namePush(rooms[a], points[a], rooms[b], points[b], ways);
            if (length(way) < 1e-3)
                return;
            clear = false;
            const double share = fixed(a) ? 1 : fixed(b) ? 0 : rooms[a].radius / (rooms[a].radius + rooms[b].radius + 1e-9);
            constexpr double over = 1.02;
            points[b] = points[b] + way * (share * over);
            points[a] = points[a] - way * ((1 - share) * over);
            if (!fixed(a))
                points[a] = frame.clamped(points[a], rooms[a]);
            if (!fixed(b))
                points[b] = frame.clamped(points[b], rooms[b]);
        });
    }
    return clear;
}

double clearFactor(const std::vector<Room> &rooms, const std::vector<Point> &points)
{
    double factor = 1;
    Grid grid(cellFor(rooms, 0), points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        grid.insert(static_cast<int>(i), bounds(rooms[i], points[i], 0));
    grid.forEachPair([&](int a, int b) {
        const double wanted = rooms[a].radius + rooms[b].radius;
        if (wanted > 0)
            factor = std::min(factor, length(points[a] - points[b]) / wanted);
    });
    return factor;
}

int overlaps(const std::vector<Room> &rooms, const std::vector<Point> &points, double gap)
{
    int count = 0;
    Grid grid(cellFor(rooms, gap), points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        grid.insert(static_cast<int>(i), bounds(rooms[i], points[i], gap));
    grid.forEachPair([&](int a, int b) { count += length(points[a] - points[b]) < rooms[a].radius + rooms[b].radius + gap - 1e-3; });
    return count;
}

} // namespace dealscape::layout
