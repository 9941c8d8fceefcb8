// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/algorithms.h"
#include "layout/circles.h"

#include <algorithm>
#include <limits>

namespace dealscape::layout {

namespace {

int busiest(const Topology &topology)
{
    int best = 0;
    for (int i = 1; i < topology.count(); ++i)
        if (topology.degree(i) > topology.degree(best))
            best = i;
    return best;
}

/// visit(node, circle, angle) for every node on an orbit.
template <typename Visit>
void eachOn(const std::vector<Circle> &circles, const Visit &visit)
{
    for (const Circle &circle : circles)
        for (std::size_t i = 0; i < circle.nodes.size(); ++i)
            visit(circle.nodes[i], circle, circle.angles[i]);
}

/// Width of all in one row.
double rowOf(const std::vector<int> &nodes, const std::vector<Room> &rooms, double gap)
{
    double width = 0;
    for (const int node : nodes)
        width += 2 * rooms[node].halfWidth() + 3 * gap;
    return width;
}

/// An ellipse's shape: how much wider than high.
struct Shape {
    Point middle;
    double wide = 1;

    double radiusOf(Point at) const { return std::hypot((at.x - middle.x) / wide, at.y - middle.y); }
};

/// By how much larger the orbits were before, by the median of the nodes that were there.
double formerSize(const Graph &graph, const Shape &shape, int centre, const std::vector<Point> &points)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (graph.nodes[i].previous && static_cast<int>(i) != centre)
            ratios.push_back(shape.radiusOf(*graph.nodes[i].previous) / std::max(1.0, shape.radiusOf(points[i])));
    if (ratios.empty())
        return 1;
    const auto median = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
    std::nth_element(ratios.begin(), median, ratios.end());
    return *median;
}

/// Lets nodes that were there before stay where they stood, or at their angle where they have come nearer or gone further away;
/// the others follow. band: half the distance between two circles. Gives by how much larger the orbits are for that.
double keepPlaces(const Graph &graph, const Shape &shape, double band, int centre, std::vector<Point> &points)
{
    const double size = formerSize(graph, shape, centre, points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (static_cast<int>(i) == centre)
            continue;
        points[i] = shape.middle + (points[i] - shape.middle) * size;
        const auto &before = graph.nodes[i].previous;
        if (!before)
            continue;
        const double was = shape.radiusOf(*before);
        const double wanted = shape.radiusOf(points[i]);
        if (std::abs(was - wanted) <= band)
            points[i] = *before;
        else if (was > band)
            points[i] = shape.middle + (*before - shape.middle) * (wanted / was);
    }
    return size;
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
    Orbits orbits(graph, topology, centre, frame);

    for (int attempt = 0; attempt < 60 && !progress.stop(); ++attempt) {
        const std::vector<Room> rooms = roomsOf(graph, placement.scale, n <= 200 ? Names::Counted : Names::Ignored);
        const double gap = gapFor(rooms);
        // A few islands stand in a corner, which the orbits leave free.
        const bool cornered = rowOf(orbits.islands(), rooms, gap) < 0.3 * frame.width;
        const std::vector<Circle> circles = orbits.circles(rooms, placement.scale, cornered ? Islands::Apart : Islands::Outermost);
        const Point middle{frame.width / 2, frame.height / 2};
        // How far the orbits can grow until the first name, above, below or beside the middle, meets the frame.
        double farthest = 0;
        double grow = std::numeric_limits<double>::max();
        double broaden = std::numeric_limits<double>::max();
        eachOn(circles, [&](int node, const Circle &circle, double angle) {
            const double below = std::sin(angle) > 0 ? rooms[node].below() : rooms[node].above();
            const double beside = rooms[node].halfWidth();
            constexpr double nearlyNone = 1e-3;
            farthest = std::max(farthest, circle.radius);
            grow = std::min(grow, (frame.height / 2 - below) / circle.radius / std::max(nearlyNone, std::abs(std::sin(angle))));
            broaden = std::min(broaden, (frame.width / 2 - beside) / circle.radius / std::max(nearlyNone, std::abs(std::cos(angle))));
        });
        if (farthest > 0 && std::min(grow, broaden) < 1 && placement.scale > 1e-6) {
            placement.scale *= std::max(0.5, std::min(0.95, std::min(grow, broaden)));
            continue;
        }
        grow = std::min(grow, broaden);
        const double wide = std::max(1.0, std::min(WidestOrbit, broaden / grow));
        placement.nodes[centre] = middle;
        shape = {middle, wide};
        band = 0.45 * farthest * grow / static_cast<double>(std::max<std::size_t>(1, circles.size()));
        eachOn(circles, [&](int node, const Circle &circle, double angle) {
            placement.nodes[node] = middle + Point{std::cos(angle) * wide, std::sin(angle)} * (circle.radius * grow);
        });
        for (const Circle &circle : circles)
            placement.orbits.push_back({middle, circle.radius * grow * wide, circle.radius * grow});
        double x = frame.width - frame.margin;
        for (auto island = orbits.islands().rbegin(); cornered && island != orbits.islands().rend(); ++island) {
            x -= rooms[*island].halfWidth() + 1.5 * gap;
            placement.nodes[*island] = {x, frame.height - frame.margin - rooms[*island].below()};
            x -= rooms[*island].halfWidth() + 1.5 * gap;
        }
        break;
    }
    std::vector<Mobility> mobility(n, Mobility::Free);
    mobility[centre] = Mobility::Fixed;
    if (continues(graph)) {
        const double size = keepPlaces(graph, shape, band, centre, placement.nodes);
        for (Orbit &orbit : placement.orbits)
            orbit = {orbit.centre, orbit.wide * size, orbit.high * size};
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
