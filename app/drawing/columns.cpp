// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/columns.h"

#include "drawing/chromesheet.h"
#include "network/network.h"
#include "style/text.h"
#include "words/plain.h"

#include <QStringList>

#include <algorithm>
#include <limits>
#include <map>

namespace dealscape::drawing {

namespace {

constexpr double iconSize = 16;
constexpr double headIconGap = 8;

struct Column {
    double centre = 0;
    LayerLook look;
    QStringList labels;
};

/// The layers of a column as one name: "Data centre and energy", or "Data centre, energy" where that is too wide.
QString columnName(const QStringList &labels, double room)
{
    const auto joined = [&](const QString &last) {
        QString name = labels.first();
        for (qsizetype i = 1; i < labels.size(); ++i)
            name += (i + 1 == labels.size() ? last : QStringLiteral(", ")) + labels[i].left(1).toLower() + labels[i].mid(1);
        return name;
    };
    const QString name = joined(QStringLiteral(" and "));
    return style::textWidth(name, style::FontRole::SmallBold) <= room
        ? name
        : style::shortened(joined(QStringLiteral(", ")), style::FontRole::SmallBold, room);
}

std::vector<Column> columnsOf(const Index &index, const network::Network &network, const std::vector<double> &centres)
{
    static const std::vector<Layer> defaults = defaultLayers();
    const auto &layers = index.dataset().layers.empty() ? defaults : index.dataset().layers;
    std::map<int, Column> columns;
    for (const Layer &layer : layers) {
        if (layer.column < 0 || layer.column >= static_cast<int>(centres.size()))
            continue;
        const bool used = std::ranges::any_of(network.nodes, [&](const network::NetworkNode &node) {
            return index.dataset().organizations[static_cast<std::size_t>(node.organization)].layer == layer.id;
        });
        if (!used)
            continue;
        Column &column = columns[layer.column];
        if (column.labels.isEmpty())
            column.look = layer.look();
        column.centre = centres[static_cast<std::size_t>(layer.column)];
        column.labels << words::plain(layer.label).simplified();
    }
    std::vector<Column> ordered;
    for (auto &[number, column] : columns)
        ordered.push_back(std::move(column));
    std::ranges::sort(ordered, {}, &Column::centre);
    return ordered;
}

void drawHead(ChromeSheet &sheet, const Column &column, double left, double right, const QRectF &plot)
{
    const QString text = columnName(column.labels, right - left - iconSize - headIconGap);
    const double width = iconSize + headIconGap + style::textWidth(text, style::FontRole::SmallBold);
    const double start = std::clamp(column.centre - width / 2, left, std::max(left, right - width));
    const double middle = plot.top() - columnHeadHeight / 2;
    sheet.icon(style::iconOf(column.look.icon), {start + iconSize / 2, middle}, iconSize, sheet.colours().layer(column.look).rim);
    sheet.line(start + iconSize + headIconGap, middle - style::lineHeight(style::FontRole::SmallBold) / 2, text, style::FontRole::SmallBold,
               sheet.colours().text);
}

} // namespace

std::vector<ChromeMark> columnMarks(const Index &index, const network::Network &network, const std::vector<double> &centres,
                                    const QRectF &plot, style::ThemeKind kind)
{
    constexpr double gap = 6;
    const std::vector<Column> columns = columnsOf(index, network, centres);
    ChromeSheet sheet(kind);
    double left = plot.left();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool last = i + 1 == columns.size();
        const double right = last ? std::max(plot.right(), columns[i].centre) : (columns[i].centre + columns[i + 1].centre) / 2;
        drawHead(sheet, columns[i], left + gap, right - gap, plot);
        if (!last) {
            QPainterPath line(QPointF(right, plot.top()));
            line.lineTo(right, plot.bottom());
            sheet.stroke(line, sheet.colours().grid, 1);
        }
        left = right;
    }
    return sheet.take();
}

} // namespace dealscape::drawing
