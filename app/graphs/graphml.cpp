// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ascii.h"
#include "graphs/graphtable.h"
#include "graphs/reading.h"
#include "sheets/xml.h"

#include <algorithm>
#include <utility>

namespace dealscape::graphs {

namespace {

using sheets::attribute;

struct Key {
    std::string name;
    std::string type;
    bool ofNodes = false;
    bool ofEdges = false;
    std::optional<std::string> standard;
};

enum class Kind { Graph, Node, Edge, Other };

struct Open {
    Kind kind = Kind::Other;
    std::size_t row = 0;
    std::string id;
    bool directed = true;
};

constexpr std::size_t deepest = 200;

class GraphMlReader : public XmlGraphReader {
public:
    using XmlGraphReader::XmlGraphReader;

private:
    void start() override
    {
        const auto is = [&](const char *name) { return m_xml.name() == QLatin1String(name); };
        if (is("data")) {
            data();
        } else if (is("key")) {
            key();
        } else if (is("graph")) {
            const QString directed = attribute(m_xml, QLatin1String("edgedefault"));
            push({Kind::Graph, 0, m_open.empty() ? std::string() : m_open.back().id, directed != QLatin1String("undirected")});
        } else if (is("node")) {
            node();
        } else if (is("edge")) {
            edge();
        } else {
            m_hyperedges += is("hyperedge");
            m_ports += is("port");
            push({Kind::Other, 0, m_open.empty() ? std::string() : m_open.back().id, true});
        }
        if (m_nodes.cells() + m_edges.cells() > m_options.limits.cells)
            m_error = "it has more than " + std::to_string(m_options.limits.cells) + " values";
    }

    void end() override
    {
        if (!m_open.empty())
            m_open.pop_back();
    }

    void finish() override
    {
        for (const auto &[id, key] : m_keys)
            applyDefault(id, key);
        tell(m_hyperedges, "hyperedge joins more than two nodes and was left out", "hyperedges join more than two nodes and were left out");
        tell(m_ports, "port was taken as its node", "ports were taken as their nodes");
        tell(m_drawings, "drawing was left out but for its label", "drawings were left out but for their labels");
        tell(m_strangers, "value has a key that is not declared", "values have keys that are not declared");
    }

    void push(Open open)
    {
        if (m_open.size() >= deepest)
            m_error = "line " + std::to_string(m_xml.lineNumber()) + ": it is nested more than " + std::to_string(deepest) + " deep";
        m_open.push_back(std::move(open));
    }

    void key()
    {
        Key key;
        const std::string id = attribute(m_xml, QLatin1String("id")).toStdString();
        key.name = attribute(m_xml, QLatin1String("attr.name")).toStdString();
        key.type = attribute(m_xml, QLatin1String("attr.type")).toStdString();
        const QString on = attribute(m_xml, QLatin1String("for"));
        const bool all = on.isEmpty() || on == QLatin1String("all");
        key.ofNodes = all || on == QLatin1String("node");
        key.ofEdges = all || on == QLatin1String("edge");
        if (key.name.empty())
            key.name = attribute(m_xml, QLatin1String("yfiles.type")).isEmpty() ? id : "";
        while (sheets::stepInto(m_xml)) {
            if (m_xml.name() == QLatin1String("default"))
                key.standard = sheets::innerText(m_xml);
            else
                sheets::innerText(m_xml);
        }
        m_keys.emplace_back(id, std::move(key));
        if (m_keys.size() > m_options.limits.columns)
            m_error = "it declares more than " + std::to_string(m_options.limits.columns) + " attributes";
    }

    const Key *keyOf(const std::string &id, Kind kind) const
    {
        const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const auto &each) {
            return each.first == id && (kind == Kind::Node ? each.second.ofNodes : kind == Kind::Edge ? each.second.ofEdges : true);
        });
        return found == m_keys.end() ? nullptr : &found->second;
    }

    void node()
    {
        const std::size_t row = m_nodes.addRow(static_cast<std::size_t>(m_xml.lineNumber()));
        const std::string id = attribute(m_xml, QLatin1String("id")).toStdString();
        m_nodes.set(row, 0, sheets::textCell(id));
        if (!m_open.empty() && !m_open.back().id.empty())
            m_nodes.set(row, 2, sheets::textCell(m_open.back().id));
        push({Kind::Node, row, id, true});
    }

    void edge()
    {
        const std::size_t row = m_edges.addRow(static_cast<std::size_t>(m_xml.lineNumber()));
        m_edges.set(row, 0, sheets::textCell(attribute(m_xml, QLatin1String("id")).toStdString()));
        m_edges.set(row, 1, sheets::textCell(attribute(m_xml, QLatin1String("source")).toStdString()));
        m_edges.set(row, 2, sheets::textCell(attribute(m_xml, QLatin1String("target")).toStdString()));
        const QString said = attribute(m_xml, QLatin1String("directed"));
        const bool standard = m_open.empty() || m_open.back().directed;
        m_edges.set(row, 3, sheets::truthCell(said.isEmpty() ? standard : said == QLatin1String("true")));
        push({Kind::Edge, row, "", standard});
    }

    /// The text of a value: that of a label within a drawing's description, or all of it.
    std::string value(bool &drawn)
    {
        QString text;
        std::string label;
        int depth = 1;
        while (depth > 0) {
            const auto token = sheets::step(m_xml);
            if (token == QXmlStreamReader::StartElement) {
                drawn = true;
                if (label.empty() && (m_xml.name() == QLatin1String("NodeLabel") || m_xml.name() == QLatin1String("EdgeLabel")))
                    label = trimmed(sheets::innerText(m_xml));
                else
                    ++depth;
            } else if (token == QXmlStreamReader::EndElement) {
                --depth;
            } else if (token == QXmlStreamReader::Characters) {
                text += m_xml.text();
            } else if (token == QXmlStreamReader::Invalid || token == QXmlStreamReader::EndDocument) {
                break;
            }
        }
        return drawn ? label : text.toStdString();
    }

    void data()
    {
        const std::string id = attribute(m_xml, QLatin1String("key")).toStdString();
        const Open open = m_open.empty() ? Open() : m_open.back();
        bool drawn = false;
        std::string text = value(drawn);
        const Key *key = keyOf(id, open.kind);
        if (open.kind == Kind::Graph && key && lowered(key->name) == "title")
            m_title = text;
        if (open.kind != Kind::Node && open.kind != Kind::Edge)
            return;
        if (!key)
            ++m_strangers;
        const std::string name = key ? key->name : id;
        GraphTable &table = open.kind == Kind::Node ? m_nodes : m_edges;
        if (drawn) {
            ++m_drawings;
            if (open.kind == Kind::Node && m_nodes.at(open.row, 1).kind == sheets::CellKind::Empty)
                m_nodes.set(open.row, 1, sheets::textCell(std::move(text)));
            return;
        }
        if (open.kind == Kind::Node && isLabel(id, name)) {
            m_nodes.set(open.row, 1, sheets::textCell(std::move(text)));
            return;
        }
        table.set(open.row, table.column(id, name), typedCell(key ? key->type : "string", std::move(text)));
    }

    /// The first attribute of nodes that is called label, or name, is their label.
    bool isLabel(const std::string &id, const std::string &name)
    {
        if (m_labelKey.empty() && (lowered(name) == "label" || lowered(name) == "name"))
            m_labelKey = id;
        return m_labelKey == id;
    }

    void applyDefault(const std::string &id, const Key &key)
    {
        if (!key.standard || key.name.empty())
            return;
        if (key.ofNodes && m_labelKey == id)
            m_nodes.setDefault(1, typedCell("string", *key.standard));
        else if (key.ofNodes)
            m_nodes.setDefault(m_nodes.column(id, key.name), typedCell(key.type, *key.standard));
        if (key.ofEdges)
            m_edges.setDefault(m_edges.column(id, key.name), typedCell(key.type, *key.standard));
    }

    std::vector<std::pair<std::string, Key>> m_keys;
    std::vector<Open> m_open;
    std::string m_labelKey;
    std::size_t m_hyperedges = 0;
    std::size_t m_ports = 0;
    std::size_t m_drawings = 0;
    std::size_t m_strangers = 0;
};

} // namespace

Result<sheets::Workbook> readGraphMl(std::string_view bytes, const sheets::ReadOptions &options, const Progress &progress)
{
    return GraphMlReader(bytes, options, progress).read("GraphML");
}

} // namespace dealscape::graphs
