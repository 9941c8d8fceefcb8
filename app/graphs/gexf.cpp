// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ascii.h"
#include "graphs/graphtable.h"
#include "graphs/reading.h"
#include "sheets/xml.h"

#include <algorithm>
#include <map>
#include <utility>

namespace dealscape::graphs {

namespace {

using sheets::attribute;

struct Attribute {
    std::string title;
    std::string type;
};

class GexfReader : public XmlGraphReader {
public:
    using XmlGraphReader::XmlGraphReader;

private:
    bool is(const char *name) const { return m_xml.name() == QLatin1String(name); }
    std::string of(const char *name) const { return attribute(m_xml, QLatin1String(name)).toStdString(); }

    void start() override
    {
        if (is("graph")) {
            m_directed = of("defaultedgetype") == "directed";
        } else if (is("attributes")) {
            m_ofNodes = of("class") != "edge";
        } else if (is("attribute")) {
            declare();
        } else if (is("node")) {
            node();
        } else if (is("edge")) {
            edge();
        } else if (is("attvalue")) {
            attvalue();
        } else if (is("spell")) {
            span(of("start"), of("end"));
        } else if (is("position") || is("size") || is("color") || is("thickness") || is("shape")) {
            drawn();
        } else if ((is("title") || is("Title")) && m_title.empty()) {
            m_title = trimmed(sheets::innerText(m_xml));
        }
        if (m_nodes.cells() + m_edges.cells() > m_options.limits.cells || m_attributes.size() > m_options.limits.columns ||
            m_open.size() > 200)
            m_error = "line " + std::to_string(m_xml.lineNumber()) + ": it holds or nests more than can be meant";
    }

    void end() override
    {
        if (is("node") && !m_open.empty())
            m_open.pop_back();
        if (is("node") || is("edge")) {
            m_table = m_open.empty() ? nullptr : &m_nodes;
            m_row = m_open.empty() ? 0 : m_open.back().first;
        }
    }

    void finish() override
    {
        tell(m_changing, "value changes over time; the last one was taken", "values change over time; the last one was taken");
    }

    void declare()
    {
        const std::string id = of("id");
        Attribute declared{of("title"), of("type")};
        if (declared.title.empty())
            declared.title = id;
        std::optional<std::string> standard;
        while (sheets::stepInto(m_xml)) {
            if (is("default"))
                standard = trimmed(sheets::innerText(m_xml));
            else
                sheets::innerText(m_xml);
        }
        m_attributes[{m_ofNodes, id}] = declared;
        GraphTable &table = m_ofNodes ? m_nodes : m_edges;
        const std::size_t column = table.column(id, declared.title);
        if (standard)
            table.setDefault(column, typedCell(declared.type, *standard));
    }

    void node()
    {
        m_table = &m_nodes;
        m_row = m_nodes.addRow(static_cast<std::size_t>(m_xml.lineNumber()));
        const std::string parent = of("pid");
        m_nodes.set(m_row, 0, sheets::textCell(of("id")));
        m_nodes.set(m_row, 1, sheets::textCell(of("label")));
        if (!parent.empty() || !m_open.empty())
            m_nodes.set(m_row, 2, sheets::textCell(parent.empty() ? m_open.back().second : parent));
        m_open.emplace_back(m_row, of("id"));
        span(of("start"), of("end"));
    }

    void edge()
    {
        m_table = &m_edges;
        m_row = m_edges.addRow(static_cast<std::size_t>(m_xml.lineNumber()));
        m_edges.set(m_row, 0, sheets::textCell(of("id")));
        m_edges.set(m_row, 1, sheets::textCell(of("source")));
        m_edges.set(m_row, 2, sheets::textCell(of("target")));
        const std::string type = of("type");
        m_edges.set(m_row, 3, sheets::truthCell(type.empty() ? m_directed : type == "directed" || type == "mutual"));
        put("label", "Label", "string", of("label"));
        put("kind", "Kind", "string", of("kind"));
        put("weight", "Weight", "double", of("weight"));
        span(of("start"), of("end"));
    }

    void put(const std::string &key, const char *title, const char *type, std::string text)
    {
        if (m_table && !text.empty())
            m_table->set(m_row, m_table->column('\1' + key, title), typedCell(type, std::move(text)));
    }

    void span(const std::string &from, const std::string &until)
    {
        put("start", "Start", "string", from);
        put("end", "End", "string", until);
    }

    void attvalue()
    {
        if (!m_table)
            return;
        std::string id = of("for");
        if (id.empty())
            id = of("id");
        const auto found = m_attributes.find({m_table == &m_nodes, id});
        const std::string title = found == m_attributes.end() ? id : found->second.title;
        const std::size_t column = m_table->column(id, title);
        m_changing += !of("start").empty() && m_table->at(m_row, column).kind != sheets::CellKind::Empty;
        m_table->set(m_row, column, typedCell(found == m_attributes.end() ? "string" : found->second.type, of("value")));
    }

    void drawn()
    {
        if (is("position")) {
            put("x", "x", "double", of("x"));
            put("y", "y", "double", of("y"));
        } else if (is("color")) {
            const std::string hex = of("hex");
            put("color", "color", "string", hex.empty() ? of("r") + ',' + of("g") + ',' + of("b") : hex);
        } else {
            put("size", "size", "string", of("value"));
        }
    }

    std::map<std::pair<bool, std::string>, Attribute> m_attributes;
    std::vector<std::pair<std::size_t, std::string>> m_open;
    GraphTable *m_table = nullptr;
    std::size_t m_row = 0;
    bool m_directed = false;
    bool m_ofNodes = true;
    std::size_t m_changing = 0;
};

} // namespace

Result<sheets::Workbook> readGexf(std::string_view bytes, const sheets::ReadOptions &options, const Progress &progress)
{
    return GexfReader(bytes, options, progress).read("GEXF");
}

} // namespace dealscape::graphs
