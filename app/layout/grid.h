// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/geometry.h"

#include <cstdint>
#include <vector>

namespace dealscape::layout {

/// Boxes by the square cells they touch. Meant to be filled once and asked often; a box far larger than a cell costs as
/// many entries as it touches cells. Cells hash to a table of fixed size, so coordinates are unbounded.
class Grid {
public:
    /// cell: side of a square in the unit of the boxes, above 0. expected: how many boxes are to come; more are borne.
    Grid(double cell, std::size_t expected);

    void insert(int item, const Box &box);

    /// Calls with each item that shares a cell with the box, possibly more than once.
    template <class Call>
    void forEachNear(const Box &box, Call call) const
    {
        const Cells cells = cellsOf(box);
        for (std::int64_t y = cells.y0; y <= cells.y1; ++y)
            for (std::int64_t x = cells.x0; x <= cells.x1; ++x)
                for (int at = m_heads[slot(x, y)]; at >= 0; at = m_entries[at].next)
                    if (m_entries[at].x == x && m_entries[at].y == y)
                        call(m_entries[at].item);
    }

    /// Calls once with each pair of items that share a cell, the earlier inserted first, in an order that depends on
    /// the insertions alone.
    template <class Call>
    void forEachPair(Call call) const
    {
        for (std::size_t item = 0; item < m_boxes.size(); ++item) {
            const Cells mine = m_boxes[item].cells;
            for (std::int64_t y = mine.y0; y <= mine.y1; ++y)
                for (std::int64_t x = mine.x0; x <= mine.x1; ++x)
                    for (int at = m_heads[slot(x, y)]; at >= 0; at = m_entries[at].next) {
                        const Entry &entry = m_entries[at];
                        if (entry.x != x || entry.y != y || entry.order >= static_cast<int>(item))
                            continue;
                        const Cells &other = m_boxes[entry.order].cells;
                        if (x == std::max(mine.x0, other.x0) && y == std::max(mine.y0, other.y0))
                            call(entry.item, m_boxes[item].item);
                    }
        }
    }

private:
    struct Cells {
        std::int64_t x0 = 0;
        std::int64_t y0 = 0;
        std::int64_t x1 = 0;
        std::int64_t y1 = 0;
    };
    struct Entry {
        std::int64_t x = 0;
        std::int64_t y = 0;
        int item = 0;
        int order = 0;
        int next = -1;
    };
    struct Held {
        int item = 0;
        Cells cells;
    };

    Cells cellsOf(const Box &box) const;
    std::size_t slot(std::int64_t x, std::int64_t y) const
    {
        const auto hash = (static_cast<std::uint64_t>(x) * 0x9e3779b97f4a7c15ULL) ^ (static_cast<std::uint64_t>(y) * 0xc2b2ae3d27d4eb4fULL);
        return static_cast<std::size_t>((hash ^ (hash >> 29)) & m_mask);
    }

    double m_cell;
    std::uint64_t m_mask;
    std::vector<int> m_heads;
    std::vector<Entry> m_entries;
    std::vector<Held> m_boxes;
};

} // namespace dealscape::layout
