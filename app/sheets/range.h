// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/workbook.h"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace dealscape::sheets {

/// A block of cells. Rows as the file counts them, columns from 1; both ends belong to it.
struct Range {
    static constexpr std::size_t open = std::numeric_limits<std::size_t>::max();

    std::size_t firstRow = 1;
    std::size_t lastRow = open;
    std::size_t firstColumn = 1;
    std::size_t lastColumn = open;

    friend bool operator==(const Range &, const Range &) = default;
};

/// "B3:F40", the columns "B:F", the rows "3:40", or "B3" for what begins there; letters of either case. Nothing for any other text.
std::optional<Range> parseRange(std::string_view text);

/// The range as parseRange() reads it; empty for all cells.
std::string rangeText(const Range &range);

/// The cells of a table that lie in a range. Those before its first column stay, empty, so that columns keep their letters.
Table cut(const Table &table, const Range &range);

} // namespace dealscape::sheets
