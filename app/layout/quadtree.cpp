// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/quadtree.h"

#include <array>
#include <limits>
#include <numeric>

namespace dealscape::layout {

namespace {

constexpr int LeafSize = 6;
constexpr int DeepestLevel = 24;

} // namespace

QuadTree::QuadTree(const std::vector<Point> &points, const std::vector<double> &masses)
    : m_points(points), m_masses(masses), m_order(points.size()), m_scratch(points.size())
{
    std::iota(m_order.begin(), m_order.end(), 0);
    if (points.empty())
        return;
    double x0 = std::numeric_limits<double>::infinity();
    double y0 = x0;
    double x1 = -x0;
    double y1 = -x0;
    for (const Point &p : points) {
        x0 = std::min(x0, p.x);
        x1 = std::max(x1, p.x);
        y0 = std::min(y0, p.y);
        y1 = std::max(y1, p.y);
    }
    m_cells.reserve(points.size());
    m_cells.emplace_back();
    m_cells[0].end = static_cast<int>(points.size());
    split(0, x0, y0, std::max({x1 - x0, y1 - y0, 1e-9}), 0);
}

void QuadTree::split(int index, double x, double y, double side, int depth)
{
    const int begin = m_cells[index].begin;
    const int end = m_cells[index].end;
    Point centre;
    double mass = 0;
    for (int k = begin; k < end; ++k) {
        mass += m_masses[m_order[k]];
        centre = centre + m_points[m_order[k]] * m_masses[m_order[k]];
    }
    m_cells[index].mass = mass;
    m_cells[index].x = mass > 0 ? centre.x / mass : x;
    m_cells[index].y = mass > 0 ? centre.y / mass : y;
    m_cells[index].size = side * side;
    if (end - begin <= LeafSize || depth >= DeepestLevel)
        return;

    const double half = side / 2;
    const auto quarter = [&](int point) { return (m_points[point].x >= x + half) + 2 * (m_points[point].y >= y + half); };
    std::array<int, 5> at{};
    for (int k = begin; k < end; ++k)
        ++at[quarter(m_order[k]) + 1];
    for (int q = 1; q < 5; ++q)
        at[q] += at[q - 1];
    std::array<int, 4> next = {at[0], at[1], at[2], at[3]};
    for (int k = begin; k < end; ++k)
        m_scratch[begin + next[quarter(m_order[k])]++] = m_order[k];
    std::copy(m_scratch.begin() + begin, m_scratch.begin() + end, m_order.begin() + begin);

    const int child = static_cast<int>(m_cells.size());
    m_cells[index].child = child;
    m_cells.resize(m_cells.size() + 4);
    for (int q = 0; q < 4; ++q) {
        m_cells[child + q].begin = begin + at[q];
        m_cells[child + q].end = begin + at[q + 1];
        if (at[q] < at[q + 1])
            split(child + q, x + (q & 1) * half, y + (q >> 1) * half, half, depth + 1);
    }
}

Point QuadTree::repulsion(int point, double theta) const
{
    const double reach = 1 / (theta * theta);
    const Point here = m_points[point];
    Point sum;
    std::array<int, 4 * DeepestLevel + 8> stack;
    int top = 0;
    stack[top++] = 0;
    while (top > 0) {
        const Cell &cell = m_cells[stack[--top]];
        const double dx = here.x - cell.x;
        const double dy = here.y - cell.y;
        const double square = dx * dx + dy * dy;
        if (square > cell.size * reach) {
            sum = sum + Point{dx, dy} * (cell.mass / square);
        } else if (cell.child >= 0) {
            for (int q = 0; q < 4; ++q)
                if (m_cells[cell.child + q].mass > 0)
                    stack[top++] = cell.child + q;
        } else {
            for (int k = cell.begin; k < cell.end; ++k) {
                const int other = m_order[k];
                if (other == point)
                    continue;
                const Point way = here - m_points[other];
                sum = sum + way * (m_masses[other] / (way.x * way.x + way.y * way.y + 1e-6));
            }
        }
    }
    return sum;
}

} // namespace dealscape::layout
