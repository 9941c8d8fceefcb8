// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/algorithms.h"

#include "layout/curves.h"
#include "layout/multilevel.h"
#include "layout/pack.h"
#include "layout/refine.h"
#include "layout/ribbons.h"

#include <limits>
#include <numbers>

namespace dealscape::layout {

namespace {

constexpr int StressLimit = 1500;
constexpr int NameLimit = 200;
constexpr double NameScale = 0.7;
/// Stress that a drawing with amounts on its edges may cost beside the least, to fill the frame.
constexpr double WrittenStress = 1.3;

/// Distance from rim to rim that discs should keep.
double spreadFor(const Topology &topology, const Frame &frame)
{
    constexpr double share = 0.4;
    return std::min(90.0, share * std::sqrt(frame.width * frame.height / topology.count()));
}

/// One component in steps of the graph, about any origin.
std::vector<Point> draw(const Topology &topology, const Distances *distances, Random &random, const Progress &progress)
{
    if (topology.count() == 1)
        return {Point{}};
    std::vector<Point> points;
    if (!distances) {
        multilevel(topology, points, random, progress);
        return points;
    }
    const int sweeps = topology.count() > 500 ? 40 : 150;
    points = pivotScaling(topology, 50, random);
    majorise(*distances, points, 1, sweeps, {}, progress);
    const int tries = topology.count() <= 40 ? 6 : topology.count() <= 120 ? 3 : 0;
    double least = stressOf(*distances, points).value;
    for (int attempt = 0; attempt < tries; ++attempt) {
        std::vector<Point> other(points.size());
        const double extent = std::sqrt(static_cast<double>(points.size()));
        for (Point &point : other)
            point = {random.between(0, extent), random.between(0, extent)};
        majorise(*distances, other, 1, sweeps, {}, progress);
        const double stress = stressOf(*distances, other).value;
        if (stress < least - 1e-9) {
            least = stress;
            points = std::move(other);
        }
    }
    return points;
}

/// Stress over at most some hundred sources: enough to compare one drawing at several stretches.
double sampledStress(const Distances &distances, const std::vector<Point> &points)
{
    const int stride = 1 + distances.count() / 200;
    double sum = 0;
    double squares = 0;
    double count = 0;
    for (int a = 0; a < distances.count(); a += stride)
        for (int b = 0; b < distances.count(); ++b) {
            const double ratio = length(points[a] - points[b]) * static_cast<double>(distances.inverses(a)[b]);
            sum += ratio;
            squares += ratio * ratio;
            count += ratio > 0;
        }
    return squares > 0 ? 1 - sum * sum / (squares * count) : 0;
}

/// Largest stretch towards the frame's proportions that costs little stress; returns it.
double fitStretched(const Frame &frame, const std::vector<Room> &rooms, const Distances &distances, std::vector<Point> &points,
                    double allowed)
{
    std::vector<Point> plain = points;
    fitInto(frame, rooms, plain);
    const double most = sampledStress(distances, plain) * allowed + 1e-4;
    double stretched = 1;
    for (double stretch = 1.08; stretch < 1.7; stretch += 0.08) {
        std::vector<Point> wider = points;
        fitInto(frame, rooms, wider, stretch);
        if (sampledStress(distances, wider) > most)
            break;
        plain = std::move(wider);
        stretched = stretch;
    }
    points = std::move(plain);
    return stretched;
}

std::vector<Room> pick(const std::vector<Room> &rooms, const std::vector<int> &nodes)
{
    std::vector<Room> picked;
    for (const int node : nodes)
        picked.push_back(rooms[node]);
    return picked;
}

/// Lengths of edges in steps where amounts are written on them: from rim to rim with room for the amount, so that a large
/// disc stands further from its partners.
std::vector<double> lengthsFor(const Topology &topology, const std::vector<Room> &rooms, const std::vector<PairSize> &ribbons,
                               const Frame &frame)
{
    const double step = std::sqrt(frame.width * frame.height / static_cast<double>(topology.count())) * 0.9;
    std::vector<double> lengths;
    for (std::size_t i = 0; i < topology.pairs().size(); ++i) {
        const auto &[a, b] = topology.pairs()[i];
        const double discs = rooms[a].radius + rooms[b].radius;
        constexpr double usualDiscs = 34;
        constexpr double usualText = 50;
        lengths.push_back(1 + 0.6 * (std::max(0.0, discs - usualDiscs) + 0.5 * std::max(0.0, ribbons[i].text - usualText)) / step);
    }
    return lengths;
}

/// The main component, in the frame, without overlaps where that is possible.
std::vector<Point> drawMain(const Graph &graph, const std::vector<int> &nodes, const Topology &topology, const std::vector<Room> &allRooms,
                            double scale, const Frame &frame, Random &random, const Progress &progress)
{
    const std::vector<Room> rooms = pick(allRooms, nodes);
    const double gap = gapFor(rooms);
    if (topology.count() > StressLimit) {
        std::vector<Point> points = draw(topology, nullptr, random, progress);
        turnTo(frame, points);
        fitInto(frame, rooms, points, 1.3);
        return points;
    }
    const std::vector<PairSize> ribbons = pairSizes(graph, nodes, topology, scale);
    const bool written = topology.count() <= NameLimit &&
        std::any_of(ribbons.begin(), ribbons.end(), [](const PairSize &ribbon) { return ribbon.text > 0; });
    const Distances distances = written ? Distances(topology, lengthsFor(topology, rooms, ribbons, frame)) : Distances(topology);
    std::vector<Point> points = draw(topology, &distances, random, progress);
    turnTo(frame, points);
    const double stretch = fitStretched(frame, rooms, distances, points, written ? WrittenStress : 1.04);
    separate(frame, rooms, points, gap, 60, {}, progress);

    const Effort effort = effortFor(topology, written);
    if (effort.rounds > 0 && overlaps(rooms, points, gap * 0.5) > 0) {
        std::vector<Room> bare = rooms;
        for (Room &room : bare)
            room.labelWidth = room.labelHeight = 0;
        separate(frame, bare, points, gap * 0.6, 60, {}, progress);
        for (std::size_t i = 0; i < points.size(); ++i)
            points[i] = frame.clamped(points[i], rooms[i]);
    }
    if (effort.rounds > 0) {
        Prices prices;
        if (written)
            prices.crossings = 0.8;
        if (topology.count() <= 60)
            prices.through *= 2;
        Refinement refinement(topology, distances, rooms, frame, prices);
        constexpr double textHeight = 20;
        for (std::size_t i = 0; written && i < ribbons.size(); ++i) {
            refinement.setText(i, ribbons[i].text, textHeight * scale);
            refinement.setWidth(i, ribbons[i].width);
        }
        refinement.setHulls(hullsWithin(graph, nodes));
        if (written) {
            refinement.setStretch(frame.width > frame.height ? stretch : 1 / stretch);
            refinement.setSpread(spreadFor(topology, frame));
        }
        refinement.run(points, gap * 0.5, effort.rounds, effort.samples, random, progress);
    }
    return points;
}

Piece drawIsland(const Topology &topology, const std::vector<int> &nodes, const std::vector<Room> &rooms, Random &random,
                 const Progress &progress)
{
    Piece piece{nodes, {}};
    if (nodes.size() == 1) {
        piece.points = {Point{}};
        return piece;
    }
    const Topology part = topology.part(nodes);
    std::vector<Point> points;
    double step = 0;
    for (const auto &[a, b] : part.pairs())
        step = std::max(step,
                        rooms[nodes[a]].halfWidth() + rooms[nodes[b]].halfWidth() + 1.2 * gapFor(rooms) +
                            1.6 * (rooms[nodes[a]].radius + rooms[nodes[b]].radius));
    if (part.count() > StressLimit) {
        points = draw(part, nullptr, random, progress);
    } else {
        const Distances distances(part);
        points = draw(part, &distances, random, progress);
    }
    const double angle = part.count() == 2 ? std::atan2(points[1].y - points[0].y, points[1].x - points[0].x) : 0;
    for (const Point &p : points)
        piece.points.push_back(Point{std::cos(angle) * p.x + std::sin(angle) * p.y, std::cos(angle) * p.y - std::sin(angle) * p.x} * step);
    return piece;
}

/// Turns and mirrors the drawing so that those who are pinned stand as near to their pins as they can.
void alignToPins(const Graph &graph, const Frame &frame, std::vector<Point> &points)
{
    std::vector<int> pinned;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (graph.nodes[i].pinned)
            pinned.push_back(static_cast<int>(i));
    if (pinned.size() < 2)
        return;
    const auto mirrored = [&](Point p, int k) { return Point{k & 1 ? frame.width - p.x : p.x, k & 2 ? frame.height - p.y : p.y}; };
    double least = 0;
    int best = 0;
    for (int k = 0; k < 4; ++k) {
        double sum = 0;
        for (const int i : pinned) {
            const Point off = mirrored(points[i], k) - *graph.nodes[i].pinned;
            sum += off.x * off.x + off.y * off.y;
        }
        if (k == 0 || sum < least) {
            least = sum;
            best = k;
        }
    }
    for (Point &point : points)
        point = mirrored(point, best);
}

} // namespace

double gapFor(const std::vector<Room> &rooms)
{
    double sum = 0;
    for (const Room &room : rooms)
        sum += room.radius;
    const double mean = rooms.empty() ? 0 : sum / static_cast<double>(rooms.size());
    return std::min(12.0, std::max(0.5, 0.4 * mean));
}

namespace {

Placement drawOnce(const Graph &graph, const Request &request, std::uint64_t seed, const Progress &progress)
{
    const Frame frame(request.width, request.height);
    Placement placement;
    placement.nodes.resize(graph.nodes.size());
    placement.scale = legibleScale(graph, request.width, request.height);
    const bool named = static_cast<int>(graph.nodes.size()) <= NameLimit && placement.scale >= NameScale;
    const std::vector<Room> rooms = roomsOf(graph, placement.scale, named ? Names::Counted : Names::Ignored);
    const Topology topology(graph);
    const auto components = topology.components();
    Random random(seed);

    const bool dominant = components[0].size() * 2 >= graph.nodes.size() && components[0].size() > 2;
    std::vector<Piece> pieces;
    for (std::size_t i = dominant ? 1 : 0; i < components.size() && !progress.stop(); ++i)
        pieces.push_back(drawIsland(topology, components[i], rooms, random, progress));
    if (dominant) {
        const std::vector<Point> main =
            drawMain(graph, components[0], topology.part(components[0]), rooms, placement.scale, frame, random, progress);
        for (std::size_t i = 0; i < main.size(); ++i)
            placement.nodes[components[0][i]] = main[i];
        packInto(frame, rooms, topology, components[0], pieces, placement.nodes);
    } else {
        packRows(frame, rooms, pieces, gapFor(rooms) * 2, placement.nodes);
        fitInto(frame, rooms, placement.nodes, 1.5);
    }
    alignToPins(graph, frame, placement.nodes);
    finish(graph, frame, placement, {}, progress);
    return placement;
}

/// How many drawings of a small network with amounts are compared.
int drawingsOf(const Graph &graph)
{
    const bool written = std::any_of(graph.edges.begin(), graph.edges.end(), [](const Edge &edge) { return edge.labelWidth > 0; });
    if (!written || graph.edges.size() > 300)
        return 1;
    return graph.nodes.size() <= 60 ? 4 : graph.nodes.size() <= 100 ? 2 : 1;
}

} // namespace

Placement placeWeb(const Graph &graph, const Request &request, const Progress &progress)
{
    const int drawings = drawingsOf(graph);
    if (drawings == 1)
        return drawOnce(graph, request, request.seed, progress);
    Placement best;
    double least = std::numeric_limits<double>::infinity();
    for (int drawing = 0; drawing < drawings && !(drawing > 0 && progress.stop()); ++drawing) {
        Placement placement = drawOnce(graph, request, request.seed + static_cast<std::uint64_t>(drawing), progress);
        Routing routing = curvedRouting(graph, placement.nodes, placement.scale, progress);
        if (routing.blemishes >= least)
            continue;
        least = routing.blemishes;
        placement.routes = std::move(routing.routes);
        best = std::move(placement);
        constexpr double fine = 1;
        if (least < fine)
            break;
    }
    return best;
}

} // namespace dealscape::layout
