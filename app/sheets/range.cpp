// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/range.h"

#include <algorithm>

namespace dealscape::sheets {

namespace {

struct Corner {
    std::size_t column = 0;
    std::size_t row = 0;
};

/// Letters, digits, or letters and then digits; 0 for what is not said.
std::optional<Corner> corner(std::string_view text)
{
    constexpr std::size_t most = 10'000'000;
    Corner found;
    for (const char each : text) {
        const char c = each >= 'a' && each <= 'z' ? static_cast<char>(each - 32) : each;
        if (c >= 'A' && c <= 'Z' && !found.row)
            found.column = found.column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        else if (c >= '0' && c <= '9' && (c != '0' || found.row))
            found.row = found.row * 10 + static_cast<std::size_t>(c - '0');
        else if (c != '$')
            return std::nullopt;
        if (found.column > most || found.row > most)
            return std::nullopt;
    }
    return found.column || found.row ? std::optional(found) : std::nullopt;
}

} // namespace

std::optional<Range> parseRange(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    const std::size_t colon = text.find(':');
    const auto first = corner(text.substr(0, colon));
    const auto last = colon == std::string_view::npos ? std::optional(Corner()) : corner(text.substr(colon + 1));
    if (!first || !last)
        return std::nullopt;
    const Corner end = *last;
    const auto alike = [](std::size_t a, std::size_t b) { return (a == 0) == (b == 0); };
    if (colon == std::string_view::npos ? !first->column || !first->row : !alike(first->column, end.column) || !alike(first->row, end.row))
        return std::nullopt;
    Range range;
    if (first->column) {
        range.firstColumn = end.column ? std::min(first->column, end.column) : first->column;
        range.lastColumn = end.column ? std::max(first->column, end.column) : Range::open;
    }
    if (first->row) {
        range.firstRow = end.row ? std::min(first->row, end.row) : first->row;
        range.lastRow = end.row ? std::max(first->row, end.row) : Range::open;
    }
    return range;
}

std::string rangeText(const Range &range)
{
    if (range == Range())
        return {};
    const bool columns = range.firstColumn > 1 || range.lastColumn != Range::open;
    const bool rows = range.firstRow > 1 || range.lastRow != Range::open;
    const bool corners = (columns && rows) || (range.lastRow == Range::open && range.lastColumn == Range::open);
    const auto at = [&](std::size_t column, std::size_t row) {
        return (columns || corners ? columnLetters(column - 1) : std::string()) + (rows || corners ? std::to_string(row) : std::string());
    };
    std::string text = at(range.firstColumn, range.firstRow);
    if (range.lastColumn != Range::open || range.lastRow != Range::open)
        text += ':' + at(range.lastColumn, range.lastRow);
    return text;
}

Table cut(const Table &table, const Range &range)
{
    Table kept;
    kept.name = table.name;
    kept.holds = table.holds;
    kept.hidden = table.hidden;
    kept.firstColumn = range.firstColumn - 1;
    for (const Row &row : table.rows) {
        if (row.number < range.firstRow || row.number > range.lastRow)
            continue;
        Row part{row.number, row.cells};
        part.cells.resize(std::min(part.cells.size(), range.lastColumn));
        std::fill_n(part.cells.begin(), std::min(part.cells.size(), range.firstColumn - 1), Cell());
        kept.add(std::move(part));
    }
    return kept;
}

} // namespace dealscape::sheets
