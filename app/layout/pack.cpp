// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/pack.h"

#include <limits>
#include <numeric>

namespace dealscape::layout {

namespace {

Box boundsOf(const Piece &piece, const std::vector<Room> &rooms)
{
    double x0 = std::numeric_limits<double>::infinity();
    double y0 = x0;
    double x1 = -x0;
    double y1 = -x0;
    for (std::size_t i = 0; i < piece.nodes.size(); ++i) {
        const Room &room = rooms[piece.nodes[i]];
        x0 = std::min(x0, piece.points[i].x - room.halfWidth());
        x1 = std::max(x1, piece.points[i].x + room.halfWidth());
        y0 = std::min(y0, piece.points[i].y - room.above());
        y1 = std::max(y1, piece.points[i].y + room.below());
    }
    return {x0, y0, x1 - x0, y1 - y0};
}

/// Which cells of the frame are taken, with sums over rectangles in constant time.
class Raster {
public:
    explicit Raster(const Frame &frame)
        : m_columns(std::max(1, static_cast<int>(frame.width / Cell))),
          m_rows(std::max(1, static_cast<int>(frame.height / Cell))),
          m_cells(static_cast<std::size_t>(m_columns) * m_rows, 0)
    {}

    static constexpr double Cell = 8;
    static constexpr int Solid = 1000;

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }

    void fill(const Box &box, int weight)
    {
        const int x0 = std::max(0, static_cast<int>(std::floor(box.x / Cell)));
        const int y0 = std::max(0, static_cast<int>(std::floor(box.y / Cell)));
        const int x1 = std::min(m_columns - 1, static_cast<int>(std::floor(box.right() / Cell)));
        const int y1 = std::min(m_rows - 1, static_cast<int>(std::floor(box.bottom() / Cell)));
        for (int y = y0; y <= y1; ++y)
            for (int x = x0; x <= x1; ++x) {
                int &cell = m_cells[static_cast<std::size_t>(y) * m_columns + x];
                cell = std::max(cell, weight);
            }
    }

    void line(Point from, Point to, int weight)
    {
        const int steps = 1 + static_cast<int>(length(to - from) / (Cell * 0.7));
        for (int i = 0; i <= steps; ++i) {
            const Point p = from + (to - from) * (static_cast<double>(i) / steps);
            fill({p.x, p.y, 0, 0}, weight);
        }
    }

    void sum()
    {
        m_sums.assign(static_cast<std::size_t>(m_columns + 1) * (m_rows + 1), 0);
        for (int y = 0; y < m_rows; ++y)
            for (int x = 0; x < m_columns; ++x)
                at(x + 1, y + 1) = at(x, y + 1) + at(x + 1, y) - at(x, y) + m_cells[static_cast<std::size_t>(y) * m_columns + x];
    }

    long within(int x, int y, int w, int h) { return at(x + w, y + h) - at(x, y + h) - at(x + w, y) + at(x, y); }

private:
    long &at(int x, int y) { return m_sums[static_cast<std::size_t>(y) * (m_columns + 1) + x]; }

    int m_columns;
    int m_rows;
    std::vector<int> m_cells;
    std::vector<long> m_sums;
};

void fillRoom(Raster &raster, const Room &room, Point at)
{
    const double r = room.radius + 6;
    raster.fill({at.x - r, at.y - r, 2 * r, 2 * r}, Raster::Solid);
    if (room.hasName())
        raster.fill(room.name(at).grown(3), Raster::Solid);
}

} // namespace

void packInto(const Frame &frame, const std::vector<Room> &rooms, const Topology &topology, const std::vector<int> &placed,
              const std::vector<Piece> &pieces, std::vector<Point> &points)
{
    Raster raster(frame);
    Piece all{placed, {}};
    for (const int node : placed)
        all.points.push_back(points[node]);
    const Box main = boundsOf(all, rooms);
    for (const int node : placed) {
        fillRoom(raster, rooms[node], points[node]);
        for (const int next : topology.neighbours(node))
            if (node < next)
                raster.line(points[node], points[next], 10);
    }
    for (const Piece &piece : pieces) {
        raster.sum();
        const Box box = boundsOf(piece, rooms);
        const int w = std::min(raster.columns(), 1 + static_cast<int>(std::ceil(box.w / Raster::Cell)));
        const int h = std::min(raster.rows(), 1 + static_cast<int>(std::ceil(box.h / Raster::Cell)));
        double least = std::numeric_limits<double>::infinity();
        int bestX = 0;
        int bestY = 0;
        // Growing the box of the main component costs more than crossing an edge and less than covering a disc.
        const auto growth = [&](int x, int y) {
            const double wide = std::max(main.right(), (x + w) * Raster::Cell) - std::min(main.x, x * Raster::Cell);
            const double high = std::max(main.bottom(), (y + h) * Raster::Cell) - std::min(main.y, y * Raster::Cell);
            return wide * high / std::max(1.0, main.w * main.h) - 1;
        };
        for (int y = 0; y + h <= raster.rows(); ++y)
            for (int x = 0; x + w <= raster.columns(); ++x) {
                const int fromSide = std::min(x, raster.columns() - x - w);
                const int fromEnd = std::min(y, raster.rows() - y - h);
                const double price = static_cast<double>(raster.within(x, y, w, h)) * 100 + fromSide + fromEnd + 60000 * growth(x, y);
                if (price < least) {
                    least = price;
                    bestX = x;
                    bestY = y;
                }
            }
        const Point move{bestX * Raster::Cell + (w * Raster::Cell - box.w) / 2 - box.x,
                         bestY * Raster::Cell + (h * Raster::Cell - box.h) / 2 - box.y};
        for (std::size_t i = 0; i < piece.nodes.size(); ++i) {
            const int node = piece.nodes[i];
            points[node] = frame.clamped(piece.points[i] + move, rooms[node]);
            fillRoom(raster, rooms[node], points[node]);
        }
    }
}

void packRows(const Frame &frame, const std::vector<Room> &rooms, const std::vector<Piece> &pieces, double gap, std::vector<Point> &points)
{
    std::vector<Box> boxes;
    double area = 0;
    double widest = 0;
    for (const Piece &piece : pieces) {
        boxes.push_back(boundsOf(piece, rooms));
        area += (boxes.back().w + gap) * (boxes.back().h + gap);
        widest = std::max(widest, boxes.back().w + gap);
    }
    std::vector<int> order(pieces.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return boxes[a].h > boxes[b].h; });
    const double width = std::max(widest, std::sqrt(area * frame.width / frame.height));
    Point cursor;
    double rowHeight = 0;
    for (const int k : order) {
        const Box &box = boxes[k];
        if (cursor.x > 0 && cursor.x + box.w > width) {
            cursor = {0, cursor.y + rowHeight + gap};
            rowHeight = 0;
        }
        for (std::size_t i = 0; i < pieces[k].nodes.size(); ++i)
            points[pieces[k].nodes[i]] = pieces[k].points[i] + Point{cursor.x - box.x, cursor.y - box.y};
        cursor.x += box.w + gap;
        rowHeight = std::max(rowHeight, box.h);
    }
}

} // namespace dealscape::layout
