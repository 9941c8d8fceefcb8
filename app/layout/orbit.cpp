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
    finish(graph, frame, placement, mobility, progress);
    return placement;
}

} // namespace dealscape::layout
