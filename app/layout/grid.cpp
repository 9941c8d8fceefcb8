// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/grid.h"

#include <bit>

namespace dealscape::layout {

Grid::Grid(double cell, std::size_t expected)
    : m_cell(cell > 1e-6 ? cell : 1e-6), m_mask(std::bit_ceil(expected * 2 + 16) - 1), m_heads(m_mask + 1, -1)
{
    m_entries.reserve(expected * 3);
    m_boxes.reserve(expected);
}

Grid::Cells Grid::cellsOf(const Box &box) const
{
    const auto index = [this](double value) { return static_cast<std::int64_t>(std::floor(value / m_cell)); };
    return {index(box.x), index(box.y), index(box.right()), index(box.bottom())};
}

void Grid::insert(int item, const Box &box)
{
    const Cells cells = cellsOf(box);
    const int order = static_cast<int>(m_boxes.size());
    m_boxes.push_back({item, cells});
    for (std::int64_t y = cells.y0; y <= cells.y1; ++y)
        for (std::int64_t x = cells.x0; x <= cells.x1; ++x) {
            int &head = m_heads[slot(x, y)];
            m_entries.push_back({x, y, item, order, head});
            head = static_cast<int>(m_entries.size()) - 1;
        }
}

} // namespace dealscape::layout
