// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/canvas.h"
#include "view/text.h"

#include <algorithm>

namespace dealscape::charts {

namespace {

using view::FontRole;

constexpr double pitch = 24;

/// Below this width only what was stated and what is counted has room; the rest is in the words of the mark.
constexpr double wide = 640;

/// Right ends of the columns of figures, and where the words begin.
struct Columns {
    bool narrow;
    double label;
    double stated;
    double gross;
    double counted;
    double firmness;
    double difference;
};

Columns columnsOf(const QRectF &area)
{
    const double width = area.width();
    if (width < wide)
        return {true, area.left() + width * 0.4, area.left() + width * 0.68, 0, area.right(), area.right(), area.right()};
    const double figures = std::clamp(width * 0.11, 64.0, 104.0);
    const double label = area.left() + width * 0.27;
    return {false,
            label,
            label + figures * 0.75,
            label + figures * 1.75,
            label + figures * 2.75,
            label + figures * 2.75 + 68,
            label + figures * 2.75 + 84};
}

void layFirmness(Canvas &canvas, const view::ChartTable &table, const view::ChartRow &row, double left, double width, double middle)
{
    double total = 0;
    for (const view::ChartSegment &segment : row.segments)
        total += drawn(table, segment);
    if (!(total > 0))
        return;
    double x = left;
    for (const view::ChartSegment &segment : row.segments) {
        const double share = drawn(table, segment) / total * width;
        QPainterPath path;
        path.addRect(QRectF(x, middle - 4, share, 8));
        if (segment.certainty == Certainty::Potential)
            canvas.hatch(path);
        else
            canvas.shape(path, canvas.fill(segment.certainty), canvas.rim(segment.certainty));
        x += share;
    }
}

void layRow(Canvas &canvas, const view::ChartTable &table, const view::ChartRow &row, bool first, const Columns &columns,
            const QRectF &line)
{
    const view::Theme &theme = canvas.theme();
    const double base = line.center().y() + view::capHeight(FontRole::Small) / 2;
    const double indent = first ? 0 : 12;
    canvas.text(row.label, {line.left() + indent, base}, first ? FontRole::SmallBold : FontRole::Small,
                first ? theme.text : theme.textSecond, Align::Left, columns.label - line.left() - indent);
    const auto figure = [&](const QString &text, double right, FontRole font) {
        canvas.text(text.isEmpty() ? QStringLiteral("–") : text, {right, base}, font, text.isEmpty() ? theme.textThird : theme.text,
                    Align::Right, columns.narrow ? line.width() * 0.27 : 100);
    };
    figure(row.statedText, columns.stated, FontRole::Small);
    figure(row.text, columns.counted, FontRole::SmallBold);
    if (columns.narrow)
        return;
    figure(row.grossText, columns.gross, FontRole::Small);
    layFirmness(canvas, table, row, columns.counted + 12, columns.firmness - columns.counted - 12, line.center().y());
    const double words = line.right() - columns.difference;
    const double used = row.difference.isEmpty()
        ? 0
        : canvas.text(row.difference, {columns.difference, base}, FontRole::SmallBold, theme.text, Align::Left, words) + 12;
    if (words - used > 60)
        canvas.text(row.note, {columns.difference + used, base}, FontRole::Small, theme.textSecond, Align::Left, words - used);
}

} // namespace

double linesHeight(const view::ChartTable &table)
{
    std::size_t rows = 1;
    for (const view::ChartGroup &group : table.groups)
        rows += group.rows.size();
    return pitch * static_cast<double>(rows) + 4;
}

void layLines(Canvas &canvas, const view::ChartTable &table, const QRectF &area)
{
    const Columns columns = columnsOf(area);
    const QColor &head = canvas.theme().textSecond;
    const double base = area.top() + 14;
    canvas.text(QStringLiteral("Statement"), {area.left(), base}, FontRole::Small, head);
    canvas.text(QStringLiteral("Stated"), {columns.stated, base}, FontRole::Small, head, Align::Right);
    canvas.text(QStringLiteral("Counted once"), {columns.counted, base}, FontRole::Small, head, Align::Right);
    if (!columns.narrow) {
        canvas.text(QStringLiteral("Gross"), {columns.gross, base}, FontRole::Small, head, Align::Right);
        canvas.text(QStringLiteral("Difference, and what better sources say"), {columns.difference, base}, FontRole::Small, head,
                    Align::Left, area.right() - columns.difference);
    }
    double y = area.top() + pitch;
    for (std::size_t g = 0; g < table.groups.size(); ++g)
        for (std::size_t r = 0; r < table.groups[g].rows.size(); ++r) {
            const view::ChartRow &row = table.groups[g].rows[r];
            const QRectF line(area.left(), y, area.width(), pitch);
            canvas.line({line.topLeft(), line.topRight()}, r == 0 ? canvas.theme().border : canvas.theme().grid);
            layRow(canvas, table, row, r == 0, columns, line);
            PlotMark mark = markOf(table, static_cast<int>(g), static_cast<int>(r));
            mark.area = line;
            mark.outline = line.adjusted(-4, 2, 4, -2);
            canvas.marks.push_back(std::move(mark));
            y += pitch;
        }
}

} // namespace dealscape::charts
