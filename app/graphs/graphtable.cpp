// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/graphtable.h"

#include "domain/ascii.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace dealscape::graphs {

GraphTable::GraphTable(std::string name, sheets::Holds holds, std::initializer_list<const char *> fixed)
{
    m_table.name = std::move(name);
    m_table.holds = holds;
    sheets::Row &head = m_table.rows.emplace_back();
    for (const char *title : fixed) {
        head.cells.push_back(sheets::textCell(title));
        ++m_names[title];
    }
}

std::size_t GraphTable::column(const std::string &key, const std::string &name)
{
    auto &head = m_table.rows.front().cells;
    const auto [place, fresh] = m_columns.try_emplace(key, head.size());
    if (fresh) {
        const int count = ++m_names[name];
        head.push_back(sheets::textCell(name.empty() ? key : count > 1 ? name + " (" + std::to_string(count) + ")" : name));
    }
    return place->second;
}

std::size_t GraphTable::addRow(std::size_t line)
{
    m_table.rows.emplace_back().number = line;
    return m_table.rows.size() - 1;
}

void GraphTable::set(std::size_t row, std::size_t column, sheets::Cell cell)
{
    auto &cells = m_table.rows[row].cells;
    if (cells.size() <= column) {
        m_cells += column + 1 - cells.size();
        cells.resize(column + 1);
    }
    cells[column] = std::move(cell);
}

sheets::Table GraphTable::take()
{
    for (const auto &[column, cell] : m_defaults)
        for (std::size_t row = 1; row < m_table.rows.size(); ++row)
            if (m_table.at(row, column).kind == sheets::CellKind::Empty)
                set(row, column, cell);
    m_table.columns = m_table.rows.front().cells.size();
    return std::move(m_table);
}

sheets::Cell typedCell(std::string_view type, std::string text)
{
    const bool figure = type == "int" || type == "integer" || type == "long" || type == "float" || type == "double" || type == "short" ||
        type == "byte" || type == "bigdecimal" || type == "biginteger";
    if (figure) {
        std::string digits(trimmed(text));
        double value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error == std::errc() && end == digits.data() + digits.size() && std::isfinite(value)) {
            sheets::Cell cell = sheets::numberCell(value);
            if (digits.find_first_of("eE") == std::string::npos)
                cell.text = std::move(digits);
            return cell;
        }
    }
    if (type == "boolean" && (text == "true" || text == "false"))
        return sheets::truthCell(text == "true");
    return sheets::textCell(std::move(text));
}

} // namespace dealscape::graphs
