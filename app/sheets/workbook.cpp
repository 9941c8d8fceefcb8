// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/workbook.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace dealscape::sheets {

const Cell &Table::at(std::size_t row, std::size_t column) const
{
    static const Cell nothing;
    return row < rows.size() && column < rows[row].cells.size() ? rows[row].cells[column] : nothing;
}

void Table::add(Row row)
{
    while (!row.cells.empty() && row.cells.back().kind == CellKind::Empty)
        row.cells.pop_back();
    if (row.cells.empty())
        return;
    columns = std::max(columns, row.cells.size());
    rows.push_back(std::move(row));
}

std::string columnLetters(std::size_t column)
{
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

Cell textCell(std::string text)
{
    Cell cell;
    if (text.empty())
        return cell;
    cell.kind = CellKind::Text;
    cell.text = std::move(text);
    return cell;
}

Cell numberCell(double number)
{
    Cell cell;
    cell.kind = CellKind::Number;
    cell.number = number;
    std::array<char, 400> buffer{};
    constexpr double whole = 9007199254740992.0;
    const auto end = number >= -whole && number <= whole && number == static_cast<double>(static_cast<std::int64_t>(number))
        ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<std::int64_t>(number)).ptr
        : std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed).ptr;
    cell.text.assign(buffer.data(), end);
    return cell;
}

Cell dateCell(std::string iso)
{
    Cell cell = textCell(std::move(iso));
    cell.kind = CellKind::Date;
    return cell;
}

Cell truthCell(bool truth)
{
    Cell cell = textCell(truth ? "true" : "false");
    cell.kind = CellKind::Truth;
    return cell;
}

} // namespace dealscape::sheets
