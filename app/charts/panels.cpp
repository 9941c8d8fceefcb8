// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/panels.h"

#include "style/text.h"

#include <algorithm>

namespace dealscape::charts {

namespace {

using style::FontRole;

constexpr double heading = 24;
constexpr double footing = 20;
constexpr double leastPlot = 60;
/// A panel whose largest amount is a smaller part of the scale than this would be an empty frame.
constexpr double leastShare = 0.02;

double reach(const reports::ChartTable &table, const reports::ChartGroup &group)
{
    double most = 0;
    for (const reports::ChartRow &row : group.rows)
        most = std::max(most, scaled(table, row.amount.high.value_or(row.amount.low.value_or(0))));
    return most;
}

int columnsIn(double width, std::size_t panels)
{
    return std::clamp(static_cast<int>(width / 290), 1, std::max(1, static_cast<int>(panels)));
}

double panelHeight(Density density)
{
    return density == Density::Dock ? 132 : 236;
}

} // namespace

std::vector<int> drawnGroups(const reports::ChartTable &table)
{
    std::vector<int> groups;
    for (std::size_t i = 0; i < table.groups.size(); ++i)
        if (reach(table, table.groups[i]) > leastShare * largestDrawn(table))
            groups.push_back(static_cast<int>(i));
    return groups;
}

double axisRoom(double most)
{
    return std::max(44.0, axisNumberWidth(most, roundStep(most, 5)) + 8);
}

std::vector<Panel> panelsOf(const reports::ChartTable &table, const Canvas &canvas, const QRectF &area, double left, double right)
{
    const std::vector<int> groups = drawnGroups(table);
    const int columns = columnsIn(area.width(), groups.size());
    constexpr double between = 24;
    const double width = (area.width() - between * (columns - 1)) / columns;
    const double height = panelHeight(canvas.style().density);
    std::vector<Panel> panels;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const int column = static_cast<int>(i) % columns;
        const int row = static_cast<int>(i) / columns;
        Panel panel{groups[i], {area.left() + column * (width + between), area.top() + row * height, width, height}, {}};
        panel.plot = panel.area.adjusted(left, heading, -std::min(right, width - left - leastPlot), -footing - 8);
        panels.push_back(panel);
    }
    return panels;
}

void layValueAxis(Canvas &canvas, const Panel &panel, double most, double step)
{
    for (const double value : axisValues(most, step)) {
        const double y = panel.plot.bottom() - value / most * panel.plot.height();
        canvas.grid({panel.plot.left(), y, panel.plot.right(), y});
        canvas.text(axisNumber(value, step), {panel.plot.left() - 8, y + 4}, FontRole::Small, canvas.theme().textThird, Align::Right);
    }
}

std::array<double, 5> lengths(const reports::ChartTable &table, const reports::ChartRow &row)
{
    std::array<double, 5> list{};
    for (const reports::ChartSegment &segment : row.segments)
        list[static_cast<std::size_t>(segment.certainty)] += drawn(table, segment);
    return list;
}

void layPanelTitle(Canvas &canvas, const reports::ChartTable &table, const Panel &panel)
{
    canvas.text(table.groups[static_cast<std::size_t>(panel.group)].title, {panel.area.left(), panel.area.top() + 12}, FontRole::SmallBold,
                canvas.theme().text, Align::Left, panel.area.width());
}

QString tooSmallToDraw(const reports::ChartTable &table)
{
    QStringList names;
    const std::vector<int> drawn = drawnGroups(table);
    for (std::size_t i = 0; i < table.groups.size(); ++i) {
        const reports::ChartGroup &group = table.groups[i];
        if (reach(table, group) <= 0 || std::ranges::find(drawn, static_cast<int>(i)) != drawn.end())
            continue;
        const auto most =
            std::ranges::max_element(group.rows, {}, [](const reports::ChartRow &row) { return row.amount.high.value_or(0); });
        names += group.title + u' ' + most->text;
    }
    return names.isEmpty() ? QString() : QStringLiteral("Too small for this scale: ") + names.join(QStringLiteral(", ")) + u'.';
}

double panelsHeight(const reports::ChartTable &table, Density density, double width)
{
    const auto panels = static_cast<int>(drawnGroups(table).size());
    const int columns = columnsIn(width, static_cast<std::size_t>(panels));
    const int rows = (panels + columns - 1) / columns;
    return rows * panelHeight(density);
}

} // namespace dealscape::charts
