// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"

#include "layout/algorithms.h"
#include "layout/arcs.h"
#include "layout/curves.h"
#include "layout/lanes.h"
#include "layout/refine.h"

namespace dealscape::layout {

void finish(const Graph &graph, const Frame &frame, Placement &placement, const std::vector<Mobility> &mobility, const Progress &progress)
{
    std::vector<Mobility> still = mobility;
    still.resize(graph.nodes.size(), Mobility::Free);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (graph.nodes[i].pinned) {
            placement.nodes[i] = *graph.nodes[i].pinned;
            still[i] = Mobility::Fixed;
        }
    for (int attempt = 0; attempt < 40 && !progress.stop(); ++attempt) {
        const bool small = graph.nodes.size() <= 400;
        const std::vector<Room> named = roomsOf(graph, placement.scale, small ? Names::Counted : Names::Ignored);
        const std::vector<Room> bare = roomsOf(graph, placement.scale, Names::Ignored);
        const double gap = gapFor(bare) * 0.5;
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            if (still[i] == Mobility::Free)
                placement.nodes[i] = frame.clamped(placement.nodes[i], named[i]);
        const int rounds = small ? 200 : graph.nodes.size() <= 20000 ? 60 : 20;
        if (separate(frame, named, placement.nodes, gap, rounds, still, progress))
            return;
        if (separate(frame, bare, placement.nodes, gap, rounds, still, progress) || overlaps(bare, placement.nodes, 0.01) == 0)
            return;
        // What is left are light touches: smaller discs end them at once.
        const double factor = clearFactor(bare, placement.nodes) * 0.999;
        if (factor > 0.6) {
            placement.scale *= factor;
            return;
        }
        placement.scale *= 0.8;
    }
}

namespace {

Placement placeBy(const Graph &graph, const Request &request, const Progress &progress)
{
    switch (request.algorithm) {
    case Algorithm::Web:
        return placeWeb(graph, request, progress);
    case Algorithm::SupplyChain:
        return placeSupplyChain(graph, request, progress);
    case Algorithm::Orbit:
        return placeOrbit(graph, request, progress);
    case Algorithm::Ring:
        return placeRing(graph, request, progress);
    }
    return {};
}

} // namespace

Placement place(const Graph &graph, const Request &request, const Progress &progress)
{
    if (graph.nodes.empty())
        return {};
    progress(0);
    Request sane = request;
    sane.width = std::max(1.0, request.width);
    sane.height = std::max(1.0, request.height);
    Placement placement = placeBy(graph, sane, progress);
    if (placement.routes.size() != graph.edges.size())
        placement.routes = route(graph, placement.nodes, placement.scale, request.algorithm, progress);
    keepInside({0, 0, sane.width, sane.height}, graph, placement.scale, placement.routes);
    placement.complete = !progress.stop();
    if (placement.complete)
        progress(1);
    return placement;
}

Placement pinned(const Graph &graph, const Request &request, Placement placement, const Progress &progress)
{
    finish(graph, Frame(request.width, request.height), placement, {}, progress);
    placement.routes = route(graph, placement.nodes, placement.scale, request.algorithm, progress);
    keepInside({0, 0, request.width, request.height}, graph, placement.scale, placement.routes);
    placement.complete = !progress.stop();
    return placement;
}

std::vector<Route> route(const Graph &graph, const std::vector<Point> &positions, double scale, Algorithm algorithm,
                         const Progress &progress)
{
    if (algorithm == Algorithm::SupplyChain)
        return laneRoutes(foldedAsStanding(graph, positions), positions, scale);
    std::vector<Route> routes = curvedRoutes(graph, positions, scale, progress);
    if (algorithm == Algorithm::Ring)
        followRings(graph, positions, scale, routes);
    return routes;
}

double relax(const Graph &graph, std::vector<Point> &positions, double scale)
{
    const std::vector<Room> rooms = roomsOf(graph, scale, Names::Ignored);
    const std::vector<Point> before = positions;
    std::vector<Mobility> mobility(positions.size(), Mobility::Free);
    for (std::size_t i = 0; i < positions.size(); ++i)
        if (graph.nodes[i].pinned) {
            positions[i] = *graph.nodes[i].pinned;
            mobility[i] = Mobility::Fixed;
        }
    constexpr double unbounded = 1e9;
    const Point middle{unbounded / 2, unbounded / 2};
    std::vector<Point> pushed = positions;
    for (Point &p : pushed)
        p = p + middle;
    separate(Frame(unbounded, unbounded), rooms, pushed, gapFor(rooms) * 0.5, 2, mobility, {});
    double most = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (mobility[i] == Mobility::Free)
            positions[i] = pushed[i] - middle;
        most = std::max(most, length(positions[i] - before[i]));
    }
    return most;
}

} // namespace dealscape::layout
