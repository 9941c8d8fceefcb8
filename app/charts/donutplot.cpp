// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/canvas.h"
#include "style/text.h"
#include "words/phrases.h"

#include <QChart>
#include <QPieSeries>
#include <QPieSlice>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dealscape::charts {

namespace {

using style::FontRole;

constexpr double donutHeight = 196;
/// Of one slice alone, which is a line without a ring.
constexpr double lineHeight = 92;
constexpr int listed = 6;
/// The hole of a ring, of its width.
constexpr double holeShare = 0.58;

std::vector<int> shared(const reports::ChartTable &table)
{
    std::vector<int> groups;
    for (std::size_t i = 0; i < table.groups.size(); ++i)
        if (std::ranges::any_of(table.groups[i].rows, [](const reports::ChartRow &row) { return row.share.value_or(0) > 0; }))
            groups.push_back(static_cast<int>(i));
    return groups;
}

std::size_t slicesIn(const reports::ChartGroup &group)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(group.rows, [](const reports::ChartRow &row) { return row.share.value_or(0) > 0; }));
}

/// The last row that has a share.
std::size_t lastSlice(const reports::ChartGroup &group)
{
    std::size_t last = 0;
    for (std::size_t i = 0; i < group.rows.size(); ++i)
        if (group.rows[i].share.value_or(0) > 0)
            last = i;
    return last;
}

int donutsIn(double width, std::size_t panels)
{
    return std::clamp(static_cast<int>(width / 340), 1, std::max(1, static_cast<int>(panels)));
}

/// Heights of the rows of panels: those in which no ring is drawn are low.
std::vector<double> heightsOf(const reports::ChartTable &table, const std::vector<int> &groups, int columns)
{
    std::vector<double> heights;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i % static_cast<std::size_t>(columns) == 0)
            heights.push_back(lineHeight);
        if (slicesIn(table.groups[static_cast<std::size_t>(groups[i])]) > 1)
            heights.back() = donutHeight;
    }
    return heights;
}

/// From the darkest step of the certainty ramp to its lightest, by rank.
QColor shade(const style::Theme &theme, std::size_t rank, std::size_t count)
{
    const QColor &from = theme.certainty(Certainty::Paid);
    const QColor &to = theme.certainty(Certainty::Announced);
    const double t = count > 1 ? static_cast<double>(rank) / static_cast<double>(count - 1) : 0;
    const auto mix = [&](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * t)); };
    return QColor(mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
}

/// Certainties keep their own fills; everything else is told by its rank.
QBrush sliceBrush(const Canvas &canvas, const reports::ChartTable &table, const reports::ChartRow &row, std::size_t rank, std::size_t count)
{
    if (table.kind != reports::ChartKind::Certainty || row.segments.empty())
        return shade(canvas.theme(), rank, count);
    const Certainty certainty = row.segments.front().certainty;
    if (certainty == Certainty::Potential)
        return QBrush(canvas.theme().certainty(certainty), Qt::BDiagPattern);
    return canvas.fill(certainty);
}

using words::percent;

/// As wide as the ring may be beside a list whose names can be read; nothing where it would be too small to be one.
double ringSide(const reports::ChartGroup &group, double width)
{
    constexpr double widest = 112;
    constexpr double least = 56;
    constexpr double gaps = 66;
    double name = 0;
    double share = 0;
    double figures = 44;
    for (const reports::ChartRow &row : group.rows) {
        if (row.share.value_or(0) <= 0)
            continue;
        name = std::max(name, style::textWidth(row.label, FontRole::Small));
        share = std::max(share, style::textWidth(percent(*row.share), FontRole::Small));
        figures = std::max(figures, style::textWidth(row.text, FontRole::SmallBold));
    }
    const double side = std::min({widest, width * 0.32, width - gaps - std::min(name, 88.0) - share - figures});
    return slicesIn(group) > 1 && side >= least ? side : 0;
}

/// A part of a ring, clockwise from its top, both ends as parts of the whole.
QPainterPath sliceOf(const QRectF &ring, double from, double to)
{
    const double hole = ring.width() * (1 - holeShare) / 2;
    QPainterPath path;
    path.arcMoveTo(ring, 90 - 360 * from);
    path.arcTo(ring, 90 - 360 * from, 360 * (from - to));
    path.arcTo(ring.adjusted(hole, hole, -hole, -hole), 90 - 360 * to, 360 * (to - from));
    path.closeSubpath();
    return path;
}

/// An empty ring at its place in the chart that lies over the whole.
QPieSeries *seriesAt(const QRectF &ring, const QRectF &whole)
{
    auto *series = new QPieSeries;
    const double most = std::min(whole.width(), whole.height());
    series->setPieSize(ring.width() / most);
    series->setHoleSize(holeShare * ring.width() / most);
    series->setHorizontalPosition((ring.center().x() - whole.left()) / whole.width());
    series->setVerticalPosition((ring.center().y() - whole.top()) / whole.height());
    return series;
}

/// A row of the list: its fill, name, share and amount.
void layListed(Canvas &canvas, const reports::ChartRow &row, const QBrush &brush, QPointF left, double right)
{
    const style::Theme &theme = canvas.theme();
    QPainterPath chip;
    chip.addRect(QRectF(left.x(), left.y() - 9, 10, 10));
    canvas.shape(chip, brush, Qt::NoPen);
    const double figures = std::max(44.0, canvas.text(row.text, {right, left.y()}, FontRole::SmallBold, theme.text, Align::Right));
    const double share =
        canvas.text(percent(*row.share), {right - figures - 10, left.y()}, FontRole::Small, theme.textSecond, Align::Right);
    const double name = left.x() + 16;
    canvas.text(row.label, {name, left.y()}, FontRole::Small, theme.text, Align::Left, std::max(20.0, right - figures - share - 20 - name));
}

/// A ring beside its list; the list alone where one slice would be the whole.
void layPanel(Canvas &canvas, QChart *chart, const QRectF &whole, const reports::ChartTable &table, int group, const QRectF &area)
{
    const reports::ChartGroup &from = table.groups[static_cast<std::size_t>(group)];
    const style::Theme &theme = canvas.theme();
    canvas.text(from.title, {area.left(), area.top() + 12}, FontRole::SmallBold, theme.text, Align::Left, area.width());
    canvas.text(from.note, {area.left(), area.top() + 28}, FontRole::Small, theme.textSecond, Align::Left, area.width());
    const double side = ringSide(from, area.width());
    const QRectF ring(area.left(), area.top() + 44, side, side);
    QPieSeries *series = seriesAt(ring, whole);
    const std::size_t count = slicesIn(from);
    const bool crowded = count > listed + 1;
    // What was gathered already stands for many, so it is told with its share, and never counted as one more.
    const bool gathered = crowded && from.rows[lastSlice(from)].key == QLatin1String("other");
    const std::size_t named = listed - (gathered ? 1 : 0);
    std::size_t rank = 0;
    double reached = 0;
    double total = 0;
    for (const reports::ChartRow &row : from.rows)
        total += std::max(0.0, row.share.value_or(0));
    double y = ring.top() + 10;
    for (std::size_t i = 0; i < from.rows.size(); ++i) {
        const reports::ChartRow &row = from.rows[i];
        if (row.share.value_or(0) <= 0)
            continue;
        const std::size_t place = rank++;
        PlotMark mark = markOf(table, group, static_cast<int>(i));
        if (side > 0)
            mark.slice = sliceOf(ring, reached / total, (reached + *row.share) / total);
        reached += *row.share;
        const QBrush brush = sliceBrush(canvas, table, row, place, count);
        QPieSlice *slice = series->append(row.label, *row.share);
        slice->setBrush(brush);
        slice->setPen(QPen(canvas.style().ground, 1.5));
        if (crowded && place == named) {
            canvas.text(QStringLiteral("and %1 more").arg(count - place - (gathered ? 1 : 0)), {ring.right() + 36, y}, FontRole::Small,
                        theme.textSecond);
            y += 20;
        }
        const bool told = !crowded || place < named || (gathered && rank == count);
        if (!told) {
            mark.outline = mark.area = QRectF(ring.right() + 16, y - 34, area.right() - ring.right() - 14, 20);
            canvas.marks.push_back(std::move(mark));
            continue;
        }
        layListed(canvas, row, brush, {ring.right() + 20, y}, area.right());
        mark.outline = mark.area = QRectF(ring.right() + 16, y - 14, area.right() - ring.right() - 14, 20);
        canvas.marks.push_back(std::move(mark));
        y += 20;
    }
    if (side > 0)
        chart->addSeries(series);
    else
        delete series;
}

} // namespace

bool isWhole(const reports::ChartTable &table)
{
    const bool few = table.kind == reports::ChartKind::Certainty || table.kind == reports::ChartKind::Country;
    const auto parted = [](const reports::ChartGroup &group) { return slicesIn(group) > 1; };
    return few && table.bound != reports::ChartBound::Range && std::ranges::any_of(table.groups, parted);
}

double sharesHeight(const reports::ChartTable &table, Density, double width)
{
    const std::vector<int> groups = shared(table);
    const std::vector<double> heights = heightsOf(table, groups, donutsIn(width, groups.size()));
    return std::accumulate(heights.begin(), heights.end(), 0.0);
}

void layShares(Canvas &canvas, const reports::ChartTable &table, const QRectF &area)
{
    const std::vector<int> groups = shared(table);
    const int columns = donutsIn(area.width(), groups.size());
    constexpr double between = 40;
    const double width = (area.width() - between * (columns - 1)) / columns;
    const std::vector<double> heights = heightsOf(table, groups, columns);
    QChart *chart = canvas.chart(area);
    double top = area.top();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto column = static_cast<int>(i) % columns;
        const double height = heights[i / static_cast<std::size_t>(columns)];
        layPanel(canvas, chart, area, table, groups[i], QRectF(area.left() + column * (width + between), top, width, height));
        if (column == columns - 1)
            top += height;
    }
}

} // namespace dealscape::charts
