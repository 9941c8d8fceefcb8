// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/datafiles.h"

#include "export/filing.h"
#include "graphs/writing.h"
#include "network/network.h"
#include "sheets/writing.h"
#include "style/theme.h"
#include "words/numbers.h"

#include <QFileInfo>

#include <array>
#include <map>
#include <string>
#include <utility>

namespace dealscape::exporting {

namespace {

std::array<int, 3> components(const QColor &colour)
{
    return {colour.red(), colour.green(), colour.blue()};
}

/// Places and colours of the picture for the nodes of a graph, and those of families for its edges.
void dress(graphs::Graph &graph, const Index &index, const exchange::Extract &extract, const picture::Picture *picture)
{
    const style::Theme &theme = style::theme(picture ? picture->drawing.theme : style::ThemeKind::Light);
    for (const int position : extract.deals)
        graph.edgeColours.push_back(components(theme.family(familyOf(index.dataset().deals[static_cast<std::size_t>(position)].flow))));
    if (!picture)
        return;
    std::map<int, graphs::Look> looks;
    for (const drawing::NodeMark &mark : picture->drawing.nodes) {
        const int organization = picture->network.nodes[static_cast<std::size_t>(mark.node)].organization;
        looks[organization] = {mark.centre.x(), mark.centre.y(), 2 * mark.radius, components(theme.layer(mark.look).fill)};
    }
    for (const int position : extract.organizations) {
        const auto found = looks.find(position);
        graph.looks.push_back(found == looks.end() ? std::nullopt : std::optional(found->second));
    }
}

/// An amount in words for the labels of a drawing by others.
void addAmounts(graphs::Graph &graph, const Index &index, const exchange::Extract &extract)
{
    const std::size_t column = graph.edges.columns++;
    graph.edges.rows.front().cells.resize(column + 1);
    graph.edges.rows.front().cells[column] = sheets::textCell("amount");
    for (std::size_t i = 0; i < extract.deals.size(); ++i) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(extract.deals[i])];
        auto &cells = graph.edges.rows[i + 1].cells;
        cells.resize(column + 1);
        if (deal.value.published())
            cells[column] = sheets::textCell(words::money(deal.value).toStdString());
    }
}

QString besides(const QString &path, const QString &word)
{
    const QFileInfo info(path);
    const QString suffix = info.suffix().isEmpty() ? QString() : QLatin1Char('.') + info.suffix();
    const QString base = suffix.isEmpty() ? path : path.chopped(suffix.size());
    return base + QLatin1Char('-') + word + suffix;
}

} // namespace

const QList<DataFormatName> &dataFormats()
{
    static const QList<DataFormatName> formats = {{DataFormat::Csv, "csv", "csv", "CSV, deals and organisations in two files"},
                                                  {DataFormat::Xlsx, "xlsx", "xlsx", "Excel workbook"},
                                                  {DataFormat::Ods, "ods", "ods", "OpenDocument spreadsheet"},
                                                  {DataFormat::GraphMl, "graphml", "graphml", "GraphML"},
                                                  {DataFormat::Gexf, "gexf", "gexf", "GEXF of Gephi"},
                                                  {DataFormat::Dot, "dot", "dot", "DOT of Graphviz"},
                                                  {DataFormat::NodeLink, "json-nodelink", "json", "Nodes and links as JSON"},
                                                  {DataFormat::FollowTheMoney, "ftm", "ftm.json", "FollowTheMoney entities"}};
    return formats;
}

std::optional<DataFormat> dataFormat(const QString &word)
{
    for (const DataFormatName &each : dataFormats())
        if (word == QLatin1String(each.word))
            return each.format;
    return std::nullopt;
}

bool showsPicture(DataFormat format)
{
    return format == DataFormat::GraphMl || format == DataFormat::Gexf || format == DataFormat::Dot || format == DataFormat::NodeLink;
}

exchange::Extract inView(const network::Network &network)
{
    exchange::Extract extract;
    for (const network::NetworkNode &node : network.nodes)
        extract.organizations.push_back(node.organization);
    extract.deals = network.deals;
    return extract;
}

Result<QStringList> writeData(const Index &index, const exchange::Extract &extract, DataFormat format, const QString &path,
                              const picture::Picture *picture)
{
    std::vector<std::pair<QString, Result<std::string>>> files;
    if (format == DataFormat::Csv) {
        files.emplace_back(path, sheets::writeCsv(exchange::dealsTable(index, extract)));
        files.emplace_back(besides(path, QStringLiteral("organisations")), sheets::writeCsv(exchange::organizationsTable(index, extract)));
    } else if (format == DataFormat::Xlsx || format == DataFormat::Ods) {
        const std::vector<sheets::Table> tables = {exchange::dealsTable(index, extract), exchange::organizationsTable(index, extract)};
        files.emplace_back(path, format == DataFormat::Xlsx ? sheets::writeXlsx(tables) : sheets::writeOds(tables));
    } else if (format == DataFormat::FollowTheMoney) {
        files.emplace_back(path, exchange::followTheMoney(index, extract));
    } else {
        graphs::Graph graph = exchange::graphOf(index, extract);
        dress(graph, index, extract, picture);
        if (format == DataFormat::Dot)
            addAmounts(graph, index, extract);
        files.emplace_back(path,
                           format == DataFormat::GraphMl    ? graphs::writeGraphMl(graph)
                               : format == DataFormat::Gexf ? graphs::writeGexf(graph)
                               : format == DataFormat::Dot  ? graphs::writeDot(graph)
                                                            : graphs::writeNodeLink(graph));
    }
    QStringList written;
    for (const auto &[name, bytes] : files) {
        if (!bytes)
            return Failure(name.toStdString() + ": " + bytes.error());
        if (const auto done = writeFile(name, QByteArray::fromStdString(*bytes)); !done)
            return Failure(done.error());
        written += name;
    }
    return written;
}

} // namespace dealscape::exporting
