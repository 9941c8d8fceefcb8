// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/writing.h"

#include "graphs/reading.h"
#include "sheets/writing.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <cstdio>

namespace dealscape::graphs {

namespace {

using sheets::Cell;
using sheets::CellKind;
using sheets::Table;

/// "string", "boolean", "long" or "double": the narrowest type that holds every value of a column.
const char *typeOf(const Table &table, std::size_t column)
{
    bool figures = true;
    bool whole = true;
    bool truths = true;
    bool any = false;
    for (std::size_t row = 1; row < table.rows.size(); ++row) {
        const Cell &cell = table.at(row, column);
        if (cell.kind == CellKind::Empty)
            continue;
        any = true;
        figures = figures && cell.kind == CellKind::Number;
        truths = truths && cell.kind == CellKind::Truth;
        whole = whole && cell.text.find('.') == std::string::npos;
    }
    return !any ? "string" : truths ? "boolean" : figures && whole ? "long" : figures ? "double" : "string";
}

QString text(const std::string &value)
{
    return QString::fromStdString(sheets::xmlText(value));
}

QString title(const Table &table, std::size_t column)
{
    return text(table.at(0, column).text);
}

QString hex(const std::array<int, 3> &colour)
{
    return QString::asprintf("#%02x%02x%02x", colour[0], colour[1], colour[2]);
}

QString plain(double number)
{
    return QString::fromStdString(sheets::numberCell(number).text);
}

const Look *lookAt(const Graph &graph, std::size_t row)
{
    return row - 1 < graph.looks.size() && graph.looks[row - 1] ? &*graph.looks[row - 1] : nullptr;
}

QString edgeId(const Graph &graph, std::size_t row)
{
    const Cell &id = graph.edges.at(row, 0);
    return id.text.empty() ? QStringLiteral("edge-%1").arg(row) : text(id.text);
}

class GraphMl {
public:
    explicit GraphMl(const Graph &graph) : m_graph(graph) {}

    std::string write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("graphml"));
        m_xml.writeDefaultNamespace(QStringLiteral("http://graphml.graphdrawing.org/xmlns"));
        m_xml.writeNamespace(drawing, QStringLiteral("y"));
        key("graph-title", "graph", QStringLiteral("title"), "string");
        key("node-label", "node", QStringLiteral("label"), "string");
        keys(m_graph.nodes, "node", nodeColumns);
        keys(m_graph.edges, "edge", edgeColumns);
        if (!m_graph.looks.empty())
            for (const char *name : {"x", "y", "size", "r", "g", "b"})
                key(std::string("node-") + name, "node", QString::fromLatin1(name),
                    *name == 'r' || *name == 'g' || *name == 'b' ? "int" : "double");
        m_xml.writeEmptyElement(QStringLiteral("key"));
        m_xml.writeAttribute(QStringLiteral("id"), QStringLiteral("node-drawing"));
        m_xml.writeAttribute(QStringLiteral("for"), QStringLiteral("node"));
        m_xml.writeAttribute(QStringLiteral("yfiles.type"), QStringLiteral("nodegraphics"));
        m_xml.writeStartElement(QStringLiteral("graph"));
        m_xml.writeAttribute(QStringLiteral("id"), QStringLiteral("deals"));
        m_xml.writeAttribute(QStringLiteral("edgedefault"), QStringLiteral("directed"));
        if (!m_graph.title.empty())
            data("graph-title", text(m_graph.title));
        for (std::size_t row = 1; row < m_graph.nodes.rows.size(); ++row)
            node(row);
        for (std::size_t row = 1; row < m_graph.edges.rows.size(); ++row)
            edge(row);
        m_xml.writeEndDocument();
        return m_bytes.toStdString();
    }

private:
    void key(const std::string &id, const char *on, const QString &name, const char *type)
    {
        m_xml.writeEmptyElement(QStringLiteral("key"));
        m_xml.writeAttribute(QStringLiteral("id"), text(id));
        m_xml.writeAttribute(QStringLiteral("for"), QString::fromLatin1(on));
        m_xml.writeAttribute(QStringLiteral("attr.name"), name);
        m_xml.writeAttribute(QStringLiteral("attr.type"), QString::fromLatin1(type));
    }

    void keys(const Table &table, const char *on, std::size_t first)
    {
        for (std::size_t column = first; column < table.columns; ++column)
            key(std::string(on) + '-' + table.at(0, column).text, on, title(table, column), typeOf(table, column));
    }

    void data(const std::string &key, const QString &value)
    {
        m_xml.writeStartElement(QStringLiteral("data"));
        m_xml.writeAttribute(QStringLiteral("key"), text(key));
        m_xml.writeCharacters(value);
        m_xml.writeEndElement();
    }

    void attributes(const Table &table, std::size_t row, const char *on, std::size_t first)
    {
        for (std::size_t column = first; column < table.rows[row].cells.size(); ++column)
            if (const Cell &cell = table.at(row, column); cell.kind != CellKind::Empty)
                data(std::string(on) + '-' + table.at(0, column).text, text(cell.text));
    }

    void node(std::size_t row)
    {
        m_xml.writeStartElement(QStringLiteral("node"));
        m_xml.writeAttribute(QStringLiteral("id"), text(m_graph.nodes.at(row, 0).text));
        const QString label = text(m_graph.nodes.at(row, 1).text);
        data("node-label", label);
        attributes(m_graph.nodes, row, "node", nodeColumns);
        const Look *look = lookAt(m_graph, row);
        if (look) {
            data("node-x", plain(look->x));
            data("node-y", plain(look->y));
            data("node-size", plain(look->size));
            data("node-r", QString::number(look->colour[0]));
            data("node-g", QString::number(look->colour[1]));
            data("node-b", QString::number(look->colour[2]));
        }
        m_xml.writeStartElement(QStringLiteral("data"));
        m_xml.writeAttribute(QStringLiteral("key"), QStringLiteral("node-drawing"));
        m_xml.writeStartElement(drawing, QStringLiteral("ShapeNode"));
        if (look) {
            m_xml.writeEmptyElement(drawing, QStringLiteral("Geometry"));
            m_xml.writeAttribute(QStringLiteral("x"), plain(look->x - look->size / 2));
            m_xml.writeAttribute(QStringLiteral("y"), plain(look->y - look->size / 2));
            m_xml.writeAttribute(QStringLiteral("width"), plain(look->size));
            m_xml.writeAttribute(QStringLiteral("height"), plain(look->size));
            m_xml.writeEmptyElement(drawing, QStringLiteral("Fill"));
            m_xml.writeAttribute(QStringLiteral("color"), hex(look->colour));
        }
        m_xml.writeTextElement(drawing, QStringLiteral("NodeLabel"), label);
        m_xml.writeEmptyElement(drawing, QStringLiteral("Shape"));
        m_xml.writeAttribute(QStringLiteral("type"), QStringLiteral("ellipse"));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void edge(std::size_t row)
    {
        m_xml.writeStartElement(QStringLiteral("edge"));
        m_xml.writeAttribute(QStringLiteral("id"), edgeId(m_graph, row));
        m_xml.writeAttribute(QStringLiteral("source"), text(m_graph.edges.at(row, 1).text));
        m_xml.writeAttribute(QStringLiteral("target"), text(m_graph.edges.at(row, 2).text));
        attributes(m_graph.edges, row, "edge", edgeColumns);
        m_xml.writeEndElement();
    }

    const QString drawing = QStringLiteral("http://www.yworks.com/xml/graphml");
    const Graph &m_graph;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml = QXmlStreamWriter(&m_bytes);
};

class Gexf {
public:
    explicit Gexf(const Graph &graph) : m_graph(graph) {}

    std::string write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("gexf"));
        m_xml.writeDefaultNamespace(QStringLiteral("http://gexf.net/1.3"));
        m_xml.writeNamespace(viz, QStringLiteral("viz"));
        m_xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.3"));
        m_xml.writeStartElement(QStringLiteral("meta"));
        m_xml.writeTextElement(QStringLiteral("creator"), QStringLiteral("Dealscape"));
        m_xml.writeTextElement(QStringLiteral("title"), text(m_graph.title));
        m_xml.writeEndElement();
        m_xml.writeStartElement(QStringLiteral("graph"));
        m_xml.writeAttribute(QStringLiteral("defaultedgetype"), QStringLiteral("directed"));
        m_xml.writeAttribute(QStringLiteral("mode"), QStringLiteral("static"));
        declare(m_graph.nodes, "node", nodeColumns);
        declare(m_graph.edges, "edge", edgeColumns);
        m_xml.writeStartElement(QStringLiteral("nodes"));
        for (std::size_t row = 1; row < m_graph.nodes.rows.size(); ++row)
            node(row);
        m_xml.writeEndElement();
        m_xml.writeStartElement(QStringLiteral("edges"));
        for (std::size_t row = 1; row < m_graph.edges.rows.size(); ++row)
            edge(row);
        m_xml.writeEndDocument();
        return m_bytes.toStdString();
    }

private:
    void declare(const Table &table, const char *on, std::size_t first)
    {
        m_xml.writeStartElement(QStringLiteral("attributes"));
        m_xml.writeAttribute(QStringLiteral("class"), QString::fromLatin1(on));
        for (std::size_t column = first; column < table.columns; ++column) {
            m_xml.writeEmptyElement(QStringLiteral("attribute"));
            m_xml.writeAttribute(QStringLiteral("id"), title(table, column));
            m_xml.writeAttribute(QStringLiteral("title"), title(table, column));
            m_xml.writeAttribute(QStringLiteral("type"), QString::fromLatin1(typeOf(table, column)));
        }
        m_xml.writeEndElement();
    }

    void values(const Table &table, std::size_t row, std::size_t first)
    {
        m_xml.writeStartElement(QStringLiteral("attvalues"));
        for (std::size_t column = first; column < table.rows[row].cells.size(); ++column) {
            const Cell &cell = table.at(row, column);
            if (cell.kind == CellKind::Empty)
                continue;
            m_xml.writeEmptyElement(QStringLiteral("attvalue"));
            m_xml.writeAttribute(QStringLiteral("for"), title(table, column));
            m_xml.writeAttribute(QStringLiteral("value"), text(cell.text));
        }
        m_xml.writeEndElement();
    }

    void colour(const std::array<int, 3> &colour)
    {
        m_xml.writeEmptyElement(viz, QStringLiteral("color"));
        m_xml.writeAttribute(QStringLiteral("r"), QString::number(colour[0]));
        m_xml.writeAttribute(QStringLiteral("g"), QString::number(colour[1]));
        m_xml.writeAttribute(QStringLiteral("b"), QString::number(colour[2]));
    }

    void node(std::size_t row)
    {
        m_xml.writeStartElement(QStringLiteral("node"));
        m_xml.writeAttribute(QStringLiteral("id"), text(m_graph.nodes.at(row, 0).text));
        m_xml.writeAttribute(QStringLiteral("label"), text(m_graph.nodes.at(row, 1).text));
        values(m_graph.nodes, row, nodeColumns);
        if (const Look *look = lookAt(m_graph, row)) {
            m_xml.writeEmptyElement(viz, QStringLiteral("size"));
            m_xml.writeAttribute(QStringLiteral("value"), plain(look->size));
            m_xml.writeEmptyElement(viz, QStringLiteral("position"));
            m_xml.writeAttribute(QStringLiteral("x"), plain(look->x));
            m_xml.writeAttribute(QStringLiteral("y"), plain(-look->y));
            m_xml.writeAttribute(QStringLiteral("z"), QStringLiteral("0"));
            colour(look->colour);
        }
        m_xml.writeEndElement();
    }

    void edge(std::size_t row)
    {
        m_xml.writeStartElement(QStringLiteral("edge"));
        m_xml.writeAttribute(QStringLiteral("id"), edgeId(m_graph, row));
        m_xml.writeAttribute(QStringLiteral("source"), text(m_graph.edges.at(row, 1).text));
        m_xml.writeAttribute(QStringLiteral("target"), text(m_graph.edges.at(row, 2).text));
        values(m_graph.edges, row, edgeColumns);
        if (row - 1 < m_graph.edgeColours.size())
            colour(m_graph.edgeColours[row - 1]);
        m_xml.writeEndElement();
    }

    const QString viz = QStringLiteral("http://gexf.net/1.3/viz");
    const Graph &m_graph;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml = QXmlStreamWriter(&m_bytes);
};

std::string jsonText(std::string_view value)
{
    std::string out = "\"";
    for (const char byte : value) {
        const auto c = static_cast<unsigned char>(byte);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += byte;
        } else if (c < 0x20 || c == 0x7F) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", c);
            out += escape.data();
        } else {
            out += byte;
        }
    }
    return out + '"';
}

void member(std::string &out, std::string_view name, const Cell &cell)
{
    out += ", " + jsonText(name) + ": ";
    out += cell.kind == CellKind::Number || cell.kind == CellKind::Truth ? cell.text : jsonText(cell.text);
}

void members(std::string &out, const Table &table, std::size_t row, std::size_t first)
{
    for (std::size_t column = first; column < table.rows[row].cells.size(); ++column)
        if (const Cell &cell = table.at(row, column); cell.kind != CellKind::Empty)
            member(out, table.at(0, column).text, cell);
}

std::string dotText(std::string_view value)
{
    std::string out = "\"";
    for (const char byte : sheets::xmlText(value)) {
        if (byte == '"' || byte == '\\')
            out += '\\';
        if (byte == '\n')
            out += "\\n";
        else if (byte != '\r')
            out += byte;
    }
    return out + '"';
}

std::size_t columnNamed(const Table &table, std::string_view name)
{
    std::size_t column = 0;
    while (column < table.columns && table.at(0, column).text != name)
        ++column;
    return column;
}

} // namespace

std::string writeGraphMl(const Graph &graph)
{
    return GraphMl(graph).write();
}

std::string writeGexf(const Graph &graph)
{
    return Gexf(graph).write();
}

std::string writeNodeLink(const Graph &graph)
{
    std::string out =
        "{\n \"directed\": true,\n \"multigraph\": true,\n \"graph\": {\"title\": " + jsonText(graph.title) + "},\n \"nodes\": [";
    for (std::size_t row = 1; row < graph.nodes.rows.size(); ++row) {
        out += row > 1 ? ",\n  {\"id\": " : "\n  {\"id\": ";
        out += jsonText(graph.nodes.at(row, 0).text);
        member(out, "label", graph.nodes.at(row, 1));
        members(out, graph.nodes, row, nodeColumns);
        if (const Look *look = lookAt(graph, row)) {
            member(out, "x", sheets::numberCell(look->x));
            member(out, "y", sheets::numberCell(look->y));
            member(out, "color", sheets::textCell(hex(look->colour).toStdString()));
        }
        out += '}';
    }
    out += "\n ],\n \"links\": [";
    for (std::size_t row = 1; row < graph.edges.rows.size(); ++row) {
        out += row > 1 ? ",\n  {\"source\": " : "\n  {\"source\": ";
        out += jsonText(graph.edges.at(row, 1).text) + ", \"target\": " + jsonText(graph.edges.at(row, 2).text);
        const std::string id = edgeId(graph, row).toStdString();
        member(out, "id", sheets::textCell(id));
        member(out, "key", sheets::textCell(id));
        if (graph.edges.at(row, 3).text == "false")
            member(out, "directed", sheets::truthCell(false));
        members(out, graph.edges, row, edgeColumns);
        out += '}';
    }
    return out + "\n ]\n}\n";
}

std::string writeDot(const Graph &graph)
{
    std::string out = "digraph deals {\n  graph [charset=\"UTF-8\", label=" + dotText(graph.title) +
        "];\n  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n";
    for (std::size_t row = 1; row < graph.nodes.rows.size(); ++row) {
        out += "  " + dotText(graph.nodes.at(row, 0).text) + " [label=" + dotText(graph.nodes.at(row, 1).text);
        if (const Look *look = lookAt(graph, row)) {
            const double bright = (0.299 * look->colour[0] + 0.587 * look->colour[1] + 0.114 * look->colour[2]) / 255;
            out += ", fillcolor=\"" + hex(look->colour).toStdString() + "\", fontcolor=\"" + (bright > 0.55 ? "black" : "white") +
                "\", pos=\"" + plain(look->x).toStdString() + ',' + plain(-look->y).toStdString() + "\"";
        }
        out += "];\n";
    }
    const std::size_t label = columnNamed(graph.edges, "amount");
    const std::size_t tip = columnNamed(graph.edges, "label");
    for (std::size_t row = 1; row < graph.edges.rows.size(); ++row) {
        out += "  " + dotText(graph.edges.at(row, 1).text) + " -> " + dotText(graph.edges.at(row, 2).text) +
            " [id=" + dotText(edgeId(graph, row).toStdString());
        if (const Cell &cell = graph.edges.at(row, label); cell.kind != CellKind::Empty)
            out += ", label=" + dotText(cell.text);
        if (const Cell &cell = graph.edges.at(row, tip); cell.kind != CellKind::Empty)
            out += ", tooltip=" + dotText(cell.text);
        if (graph.edges.at(row, 3).text == "false")
            out += ", dir=none";
        if (row - 1 < graph.edgeColours.size())
            out += ", color=\"" + hex(graph.edgeColours[row - 1]).toStdString() + '"';
        out += "];\n";
    }
    return out + "}\n";
}

} // namespace dealscape::graphs
