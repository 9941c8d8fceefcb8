// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/numberformat.h"
#include "sheets/reading.h"
#include "sheets/xml.h"
#include "sheets/zip.h"

#include "domain/date.h"

#include <QBuffer>

#include <algorithm>
#include <map>
#include <utility>

namespace dealscape::sheets {

namespace {

class OdsReader {
public:
    OdsReader(QIODevice &device, const ReadOptions &options, const Progress &progress)
        : m_xml(&device), m_options(options), m_progress(progress)
    {}

    Result<Workbook> read()
    {
        m_book.format = "ODS";
        bool found = false;
        while (!m_xml.atEnd() && m_error.empty()) {
            if (step(m_xml) != QXmlStreamReader::StartElement)
                continue;
            found = found || m_xml.name() == QLatin1String("spreadsheet");
            if (m_xml.name() == QLatin1String("tracked-changes"))
                innerText(m_xml);
            else if (found && m_xml.name() == QLatin1String("table"))
                readTable();
        }
        if (m_xml.hasError() && m_error.empty())
            m_error = describe(m_xml, "content");
        if (m_error.empty() && !found)
            m_error = "it is an OpenDocument file, but no spreadsheet";
        if (!m_error.empty())
            return Failure(m_error);
        return std::move(m_book);
    }

private:
    struct Held {
        std::size_t rows = 0;
        Cell cell;
    };

    std::size_t repeated(QLatin1String name) const { return std::max<std::size_t>(1, attribute(m_xml, name).toULongLong()); }

    void readTable()
    {
        if (m_book.tables.size() >= m_options.limits.tables) {
            m_error = "it has more than " + std::to_string(m_options.limits.tables) + " sheets";
            return;
        }
        Table table;
        table.name = attribute(m_xml, QLatin1String("name")).toStdString();
        m_number = 1;
        m_unstored = 0;
        m_blanks = 0;
        m_held.clear();
        int depth = 1;
        while (depth > 0 && m_error.empty()) {
            const auto token = step(m_xml);
            if (token == QXmlStreamReader::EndElement) {
                --depth;
            } else if (token == QXmlStreamReader::StartElement) {
                if (m_xml.name() == QLatin1String("table-row"))
                    readRow(table);
                else if (m_xml.name() == QLatin1String("shapes") || m_xml.name() == QLatin1String("table"))
                    innerText(m_xml);
                else
                    ++depth;
            } else if (token == QXmlStreamReader::Invalid || token == QXmlStreamReader::EndDocument) {
                return;
            }
        }
        if (m_unstored)
            m_book.notices.push_back({table.name, 0, 0,
                                      std::to_string(m_unstored) + (m_unstored == 1 ? " formula has" : " formulas have") +
                                          " no stored result; open and save the file in a spreadsheet program"});
        m_book.tables.push_back(std::move(table));
    }

    void readRow(Table &table)
    {
        const std::size_t times = repeated(QLatin1String("number-rows-repeated"));
        Row row;
        std::size_t column = 0;
        while (stepInto(m_xml) && m_error.empty()) {
            const bool covered = m_xml.name() == QLatin1String("covered-table-cell");
            if (!covered && m_xml.name() != QLatin1String("table-cell")) {
                innerText(m_xml);
                continue;
            }
            const std::size_t across = repeated(QLatin1String("number-columns-repeated"));
            const std::size_t down = repeated(QLatin1String("number-rows-spanned"));
            Cell cell = readCell();
            if (covered && cell.kind == CellKind::Empty && m_held.contains(column))
                cell = m_held[column].cell;
            if (cell.kind != CellKind::Empty)
                put(row, column, across, cell);
            if (down > 1 && cell.kind != CellKind::Empty && m_held.size() < m_options.limits.columns)
                hold(table, column, down, cell);
            column = std::min(column + across, m_options.limits.columns);
        }
        for (auto held = m_held.begin(); held != m_held.end();)
            held = held->second.rows-- <= 1 ? m_held.erase(held) : std::next(held);
        finish(table, std::move(row), times);
    }

    void hold(const Table &table, std::size_t column, std::size_t down, const Cell &cell)
    {
        m_held[column] = {down, cell};
        if (m_book.notices.size() < 100)
            m_book.notices.push_back(
                {table.name, m_number, column + 1, "a merged cell holds for " + std::to_string(down) + " rows: \"" + cell.text + "\""});
    }

    void put(Row &row, std::size_t column, std::size_t across, const Cell &cell)
    {
        const std::size_t end = std::min(column + across, m_options.limits.columns);
        if (end <= row.cells.size() || !m_cells.take(end - row.cells.size(), m_error))
            return;
        row.cells.resize(end);
        std::fill(row.cells.begin() + static_cast<std::ptrdiff_t>(column), row.cells.end(), cell);
    }

    void finish(Table &table, Row row, std::size_t times)
    {
        if (row.cells.empty()) {
            m_blanks += table.rows.empty() ? 0 : times;
            m_number += times;
            return;
        }
        table.blankRows += std::exchange(m_blanks, 0);
        for (std::size_t i = 0; i < times && m_error.empty(); ++i) {
            if (table.rows.size() >= m_options.rows || (i > 0 && !m_cells.take(row.cells.size(), m_error)))
                break;
            row.number = m_number + i;
            table.add(row);
        }
        m_number += times;
        if (table.rows.size() % 1024 == 0) {
            m_progress(0.5);
            if (m_progress.stop())
                m_error = "cancelled";
        }
    }

    Cell readCell()
    {
        const QString type = attribute(m_xml, QLatin1String("value-type"));
        const QString value = attribute(m_xml, QLatin1String("value"));
        const QString date = attribute(m_xml, QLatin1String("date-value"));
        const QString truth = attribute(m_xml, QLatin1String("boolean-value"));
        const std::string currency = attribute(m_xml, QLatin1String("currency")).toStdString();
        const QString formula = attribute(m_xml, QLatin1String("formula"));
        std::string text = paragraphs();
        const auto parsed = number(value);
        if (type == QLatin1String("date")) {
            const auto day = Date::parse(date.left(10).toStdString());
            return day ? dateCell(day->iso()) : textCell(date.toStdString());
        }
        if (type == QLatin1String("boolean"))
            return truthCell(truth == QLatin1String("true"));
        if (parsed && (type == QLatin1String("float") || type == QLatin1String("currency") || type == QLatin1String("percentage"))) {
            Cell cell = numberCell(*parsed);
            cell.currency = currencyOf(currency);
            return cell;
        }
        Cell cell = textCell(std::move(text));
        if (!formula.isEmpty() && cell.kind == CellKind::Empty && type.isEmpty()) {
            ++m_unstored;
            cell = textCell("=" + formula.section(u'=', 1).toStdString());
            cell.kind = CellKind::Error;
        }
        if (cell.text.starts_with("#") && cell.text.size() < 10 && !formula.isEmpty())
            cell.kind = CellKind::Error;
        return cell;
    }

    /// The text of a cell: its paragraphs as lines, without comments.
    std::string paragraphs()
    {
        QString text;
        bool any = false;
        int depth = 1;
        int inside = 0;
        while (depth > 0) {
            const auto token = step(m_xml);
            if (token == QXmlStreamReader::StartElement) {
                if (m_xml.name() == QLatin1String("annotation") || m_xml.name() == QLatin1String("table")) {
                    innerText(m_xml);
                    continue;
                }
                ++depth;
                if (inside) {
                    ++inside;
                    blank(text);
                } else if (m_xml.name() == QLatin1String("p")) {
                    inside = 1;
                    if (any)
                        text += u'\n';
                    any = true;
                }
            } else if (token == QXmlStreamReader::EndElement) {
                --depth;
                inside -= inside > 0;
            } else if (token == QXmlStreamReader::Characters && inside) {
                text += m_xml.text();
            } else if (token == QXmlStreamReader::Invalid || token == QXmlStreamReader::EndDocument) {
                break;
            }
        }
        return text.toStdString();
    }

    void blank(QString &text) const
    {
        if (m_xml.name() == QLatin1String("s"))
            text += QString(static_cast<qsizetype>(std::min<std::size_t>(repeated(QLatin1String("c")), 1000)), u' ');
        else if (m_xml.name() == QLatin1String("tab"))
            text += u'\t';
        else if (m_xml.name() == QLatin1String("line-break"))
            text += u'\n';
    }

    QXmlStreamReader m_xml;
    const ReadOptions &m_options;
    const Progress &m_progress;
    Workbook m_book;
    std::map<std::size_t, Held> m_held;
    std::size_t m_number = 1;
    std::size_t m_blanks = 0;
    CellCount m_cells = CellCount(m_options.limits);
    std::size_t m_unstored = 0;
    std::string m_error;
};

} // namespace

Result<Workbook> readOds(std::string_view bytes, const ReadOptions &options, const Progress &progress)
{
    if (kindOf(bytes) == FileKind::FlatOds) {
        if (bytes.size() > options.limits.bytes || !textsFit(bytes, options.limits.text))
            return Failure("one text of the file is too long");
        QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
        QBuffer buffer(&data);
        buffer.open(QIODevice::ReadOnly);
        return OdsReader(buffer, options, progress).read();
    }
    const auto zip = Zip::open(bytes, options.limits);
    if (!zip)
        return Failure(zip.error());
    const auto content = zip->part("content.xml");
    if (!content)
        return Failure("it is a packed file, but no spreadsheet");
    return OdsReader(*content, options, progress).read();
}

} // namespace dealscape::sheets
