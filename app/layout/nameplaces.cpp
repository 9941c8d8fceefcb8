// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/nameplaces.h"

#include "layout/hull.h"
#include "layout/room.h"

#include <array>
#include <limits>
#include <numeric>

namespace dealscape::layout {

namespace {

struct NameSide {
    double across = 0;
    double down = 0;
    double price = 0;
};

constexpr double Slant = 0.72;
constexpr std::array<NameSide, 8> NameSides = {
    {{0, 1, 0}, {0, -1, 0.15}, {1, 0, 0.6}, {-1, 0, 0.6}, {1, 1, 1.1}, {-1, 1, 1.1}, {1, -1, 1.2}, {-1, -1, 1.2}}};

Box boxAt(const Room &room, Point at, const NameSide &side)
{
    const double reach = (room.radius + Room::NameGap) * (side.across != 0 && side.down != 0 ? Slant : 1);
    const Point middle = at + Point{side.across * (reach + room.labelWidth / 2), side.down * (reach + room.labelHeight / 2)};
    return {middle.x - room.labelWidth / 2, middle.y - room.labelHeight / 2, room.labelWidth, room.labelHeight};
}

} // namespace

std::vector<Box> namePlaces(const Graph &graph, const std::vector<Point> &positions, double scale)
{
    constexpr double taken = 6;
    constexpr double crossed = 2;
    constexpr double clear = 2;
    const std::vector<Room> rooms = roomsOf(graph, 1, Names::Counted);
    const auto radiusOf = [&](std::size_t node) { return rooms[node].radius * scale; };
    std::vector<int> degree(graph.nodes.size(), 0);
    for (const Edge &edge : graph.edges) {
        ++degree[edge.from];
        ++degree[edge.to];
    }
    std::vector<int> order(graph.nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return degree[a] > degree[b]; });
    std::vector<Box> places(graph.nodes.size());
    for (const int node : order) {
        if (!rooms[node].hasName())
            continue;
        Room room = rooms[node];
        room.radius = radiusOf(node);
        double least = std::numeric_limits<double>::infinity();
        for (const NameSide &side : NameSides) {
            const Box box = boxAt(room, positions[node], side);
            double price = side.price;
            for (const Edge &edge : graph.edges)
                if (crosses(box.grown(edge.width * scale / 2 + clear), positions[edge.from], positions[edge.to]))
                    price += crossed;
            for (std::size_t other = 0; other < places.size(); ++other) {
                if (static_cast<int>(other) == node)
                    continue;
                const double r = radiusOf(other);
                price += taken * places[other].overlaps(box);
                price += taken * Box{positions[other].x - r, positions[other].y - r, 2 * r, 2 * r}.overlaps(box);
            }
            if (price < least) {
                least = price;
                places[node] = box;
            }
        }
    }
    return places;
}

} // namespace dealscape::layout
