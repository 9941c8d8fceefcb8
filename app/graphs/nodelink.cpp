// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/graphtable.h"
#include "graphs/reading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <unordered_set>

namespace dealscape::graphs {

namespace {

std::string plain(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    if (value.isDouble()) {
        const QVariant variant = value.toVariant();
        return variant.typeId() == QMetaType::LongLong ? std::to_string(variant.toLongLong()) : sheets::numberCell(value.toDouble()).text;
    }
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString();
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString();
    return {};
}

sheets::Cell cellOf(const QJsonValue &value)
{
    if (value.isDouble())
        return typedCell("double", plain(value));
    return value.isBool() ? sheets::truthCell(value.toBool()) : sheets::textCell(plain(value));
}

class NodeLinkReader {
public:
    NodeLinkReader(const QJsonObject &root, const sheets::ReadOptions &options, const Progress &progress)
        : m_root(root), m_options(options), m_progress(progress)
    {}

    Result<sheets::Workbook> read()
    {
        const QJsonArray nodes = m_root[QLatin1String("nodes")].toArray();
        const bool asLinks = m_root.contains(QLatin1String("links"));
        const QJsonArray links = m_root[asLinks ? QLatin1String("links") : QLatin1String("edges")].toArray();
        m_directed = m_root[QLatin1String("directed")].toBool(true);
        for (qsizetype i = 0; i < nodes.size() && sound(i); ++i)
            node(nodes[i], static_cast<std::size_t>(i));
        for (qsizetype i = 0; i < links.size() && sound(i); ++i)
            link(links[i].toObject(), static_cast<std::size_t>(i));
        if (!m_error.empty())
            return Failure(m_error);
        sheets::Workbook book;
        book.format = "JSON";
        book.title = m_root[QLatin1String("graph")].toObject()[QLatin1String("title")].toString().toStdString();
        book.tables.push_back(m_nodes.take());
        book.tables.push_back(m_edges.take());
        return book;
    }

private:
    bool sound(qsizetype count)
    {
        if (m_nodes.cells() + m_edges.cells() > m_options.limits.cells)
            m_error = "it has more than " + std::to_string(m_options.limits.cells) + " values";
        if (count % 4096 == 4095) {
            m_progress(0.5);
            if (m_progress.stop())
                m_error = "cancelled";
        }
        return m_error.empty();
    }

    void node(const QJsonValue &value, std::size_t index)
    {
        const std::size_t row = m_nodes.addRow(index + 1);
        const QJsonObject object = value.toObject();
        QString idKey = QStringLiteral("id");
        for (const char *key : {"id", "key", "name"})
            if (object.contains(QLatin1String(key))) {
                idKey = QLatin1String(key);
                break;
            }
        const std::string id = value.isObject() ? plain(object[idKey]) : plain(value);
        m_ids.push_back(id);
        m_known.insert(id);
        m_nodes.set(row, 0, sheets::textCell(id));
        bool labelled = false;
        for (auto member = object.begin(); member != object.end(); ++member) {
            const std::string key = member.key().toStdString();
            if (member.key() == idKey && idKey != QLatin1String("name"))
                continue;
            if (!labelled && (key == "label" || (key == "name" && !object.contains(QLatin1String("label"))))) {
                m_nodes.set(row, 1, sheets::textCell(plain(*member)));
                labelled = true;
            } else if (key == "parent") {
                m_nodes.set(row, 2, sheets::textCell(plain(*member)));
            } else {
                put(m_nodes, row, key, *member);
            }
        }
    }

    void put(GraphTable &table, std::size_t row, const std::string &key, const QJsonValue &value)
    {
        const std::size_t column = table.column(key, key);
        if (column >= m_options.limits.columns)
            m_error = "it has more than " + std::to_string(m_options.limits.columns) + " attributes";
        else
            table.set(row, column, cellOf(value));
    }

    /// An end is an id, a whole node, or the position of a node whose ids are texts.
    std::string end(const QJsonValue &value) const
    {
        if (value.isObject())
            return plain(value.toObject()[QLatin1String("id")]);
        const std::string text = plain(value);
        if (value.isDouble() && !m_known.contains(text)) {
            const double index = value.toDouble(-1);
            if (index >= 0 && index < static_cast<double>(m_ids.size()))
                return m_ids[static_cast<std::size_t>(index)];
        }
        return text;
    }

    void link(const QJsonObject &object, std::size_t index)
    {
        const std::size_t row = m_edges.addRow(index + 1);
        m_edges.set(row, 1, sheets::textCell(end(object[QLatin1String("source")])));
        m_edges.set(row, 2, sheets::textCell(end(object[QLatin1String("target")])));
        m_edges.set(row, 3, sheets::truthCell(object[QLatin1String("directed")].toBool(m_directed)));
        for (auto member = object.begin(); member != object.end(); ++member) {
            const std::string key = member.key().toStdString();
            if (key == "source" || key == "target" || key == "directed" || (key == "key" && object.contains(QLatin1String("id"))))
                continue;
            if (key == "id")
                m_edges.set(row, 0, sheets::textCell(plain(*member)));
            else if (!(key == "key" && member->isDouble()))
                put(m_edges, row, key, *member);
        }
    }

    const QJsonObject &m_root;
    const sheets::ReadOptions &m_options;
    const Progress &m_progress;
    GraphTable m_nodes = GraphTable("Nodes", sheets::Holds::Nodes, {"Id", "Label", "Parent"});
    GraphTable m_edges = GraphTable("Edges", sheets::Holds::Edges, {"Id", "Source", "Target", "Directed"});
    std::vector<std::string> m_ids;
    std::unordered_set<std::string> m_known;
    bool m_directed = true;
    std::string m_error;
};

} // namespace

Result<sheets::Workbook> readNodeLink(std::string_view bytes, const sheets::ReadOptions &options, const Progress &progress)
{
    if (bytes.size() > options.limits.bytes)
        return Failure("the file is too long");
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())), &error);
    if (error.error != QJsonParseError::NoError)
        return Failure("at byte " + std::to_string(error.offset) + ": " + error.errorString().toStdString());
    const QJsonObject root = document.object();
    if (!root[QLatin1String("nodes")].isArray() || (!root[QLatin1String("links")].isArray() && !root[QLatin1String("edges")].isArray()))
        return Failure("it is JSON, but has no lists of \"nodes\" and \"links\"");
    return NodeLinkReader(root, options, progress).read();
}

GraphKind kindOf(std::string_view bytes)
{
    const auto kind = sheets::kindOf(bytes);
    const std::string_view head = bytes.substr(0, 8192);
    if (kind == sheets::FileKind::Xml) {
        const std::size_t graphml = std::min(head.find("<graphml"), head.find(":graphml"));
        const std::size_t gexf = std::min(head.find("<gexf"), head.find(":gexf"));
        if (graphml == gexf)
            return GraphKind::None;
        return graphml < gexf ? GraphKind::GraphMl : GraphKind::Gexf;
    }
    const bool lists = bytes.find("\"nodes\"") != std::string_view::npos &&
        (bytes.find("\"links\"") != std::string_view::npos || bytes.find("\"edges\"") != std::string_view::npos);
    const bool ours = head.find("\"format\"") != std::string_view::npos && head.find("\"dealscape\"") != std::string_view::npos;
    return kind == sheets::FileKind::Json && lists && !ours ? GraphKind::NodeLink : GraphKind::None;
}

Result<sheets::Workbook> readGraph(std::string_view bytes, const sheets::ReadOptions &options, const Progress &progress)
{
    switch (kindOf(bytes)) {
    case GraphKind::GraphMl:
        return readGraphMl(bytes, options, progress);
    case GraphKind::Gexf:
        return readGexf(bytes, options, progress);
    case GraphKind::NodeLink:
        return readNodeLink(bytes, options, progress);
    case GraphKind::None:
        break;
    }
    return Failure("it is neither GraphML nor GEXF nor a list of nodes and links in JSON");
}

} // namespace dealscape::graphs
