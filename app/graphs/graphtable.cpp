// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/graphtable.h"

#include "domain/ascii.h"
#include "sheets/xml.h"

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

XmlGraphReader::XmlGraphReader(std::string_view bytes, const sheets::ReadOptions &options, const Progress &progress)
    : m_xml(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()))),
      m_options(options),
      m_bytes(bytes),
      m_progress(progress)
{}

Result<sheets::Workbook> XmlGraphReader::read(const char *format)
{
    if (m_bytes.size() > m_options.limits.bytes || !sheets::textsFit(m_bytes, m_options.limits.text))
        return Failure("one text of the file, or the file itself, is too long");
    while (!m_xml.atEnd() && m_error.empty()) {
        const auto token = sheets::step(m_xml);
        if (token == QXmlStreamReader::EndElement)
            end();
        if (token != QXmlStreamReader::StartElement)
            continue;
        start();
        if ((m_nodes.rows() + m_edges.rows()) % 4096 == 4095) {
            m_progress(static_cast<double>(m_xml.characterOffset()) / static_cast<double>(std::max<std::size_t>(m_bytes.size(), 1)));
            if (m_progress.stop() && m_error.empty())
                m_error = "cancelled";
        }
    }
    if (m_xml.hasError() && m_error.empty())
        m_error = sheets::describe(m_xml, "");
    if (!m_error.empty())
        return Failure(m_error);
    finish();
    sheets::Workbook book;
    book.format = format;
    book.title = m_title;
    book.notices = std::move(m_notices);
    book.tables.push_back(m_nodes.take());
    book.tables.push_back(m_edges.take());
    return book;
}

void XmlGraphReader::tell(std::size_t count, const char *one, const char *many)
{
    if (count)
        m_notices.push_back({"", 0, 0, std::to_string(count) + ' ' + (count == 1 ? one : many)});
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
