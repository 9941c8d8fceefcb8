// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "sheets/reading.h"

#include <QXmlStreamReader>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dealscape::graphs {

/// One of a graph's two tables while it is read: columns are made as attributes appear.
class GraphTable {
public:
    GraphTable(std::string name, sheets::Holds holds, std::initializer_list<const char *> fixed);

    /// The column of an attribute, by a key that is unique within the table; two of one name get different headers.
    std::size_t column(const std::string &key, const std::string &name);
    /// What rows have in the column where they say nothing else.
    void setDefault(std::size_t column, sheets::Cell cell) { m_defaults[column] = std::move(cell); }

    std::size_t addRow(std::size_t line);
    void set(std::size_t row, std::size_t column, sheets::Cell cell);
    const sheets::Cell &at(std::size_t row, std::size_t column) const { return m_table.at(row, column); }
    std::size_t rows() const { return m_table.rows.size() - 1; }
    /// Cells so far, with gaps.
    std::size_t cells() const { return m_cells; }

    sheets::Table take();

private:
    sheets::Table m_table;
    std::map<std::string, std::size_t> m_columns;
    std::map<std::string, int> m_names;
    std::map<std::size_t, sheets::Cell> m_defaults;
    std::size_t m_cells = 0;
};

/// Reads a graph of XML into its two tables. What the elements mean is for those who know the format.
class XmlGraphReader {
public:
    XmlGraphReader(std::string_view bytes, const sheets::ReadOptions &options, const Progress &progress);
    virtual ~XmlGraphReader() = default;
    XmlGraphReader(const XmlGraphReader &) = delete;
    XmlGraphReader &operator=(const XmlGraphReader &) = delete;

    Result<sheets::Workbook> read(const char *format);

protected:
    /// At the beginning and the end of an element, and once all is read. An error ends the reading.
    virtual void start() = 0;
    virtual void end() = 0;
    virtual void finish() = 0;
    /// A notice of so many things, where there are any.
    void tell(std::size_t count, const char *one, const char *many);

    QXmlStreamReader m_xml;
    const sheets::ReadOptions &m_options;
    GraphTable m_nodes = GraphTable("Nodes", sheets::Holds::Nodes, {"Id", "Label", "Parent"});
    GraphTable m_edges = GraphTable("Edges", sheets::Holds::Edges, {"Id", "Source", "Target", "Directed"});
    std::string m_title;
    std::string m_error;

private:
    std::string_view m_bytes;
    const Progress &m_progress;
    std::vector<sheets::Notice> m_notices;
};

/// A value of a type named as GraphML and GEXF do; digits are kept as they are.
sheets::Cell typedCell(std::string_view type, std::string text);

} // namespace dealscape::graphs
