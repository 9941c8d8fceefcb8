// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/canvas.h"
#include "style/text.h"

#include <QStringList>

#include <algorithm>

namespace dealscape::charts {

namespace {

using style::FontRole;

constexpr double pitch = 24;
constexpr double leading = 16;
constexpr double subIndent = 12;

/// Below this width only what was stated and what is counted has room; the rest is in the words of the mark.
constexpr double wide = 640;

/// Right ends of the columns of figures, and where the words begin.
struct TableColumns {
    bool narrow;
    double label;
    double stated;
    double gross;
    double counted;
    double firmness;
    double difference;
};

/// How wide a column of figures may be.
double mostFigures(const QRectF &area)
{
    return area.width() < wide ? area.width() * 0.34 : std::max(100.0, area.width() * 0.12);
}

/// How wide the figures of a column are, its head included.
double figuresWidth(const reports::ChartTable &table, QString reports::ChartRow::*text, const QString &columnHead, FontRole font,
                    double most)
{
    double width = style::textWidth(columnHead, FontRole::Small);
    for (const reports::ChartGroup &group : table.groups)
        for (const reports::ChartRow &row : group.rows)
            width = std::max(width, style::textWidth(row.*text, font));
    return std::min(width, most);
}

QString countedHead(bool narrow)
{
    return narrow ? QStringLiteral("Counted") : QStringLiteral("Counted once");
}

TableColumns tableColumnsOf(const reports::ChartTable &table, const QRectF &area)
{
    constexpr double apart = 12;
    const double width = area.width();
    const bool narrow = width < wide;
    const double most = mostFigures(area);
    const double stated = figuresWidth(table, &reports::ChartRow::statedText, QStringLiteral("Stated"), FontRole::Small, most) + apart;
    const double gross = figuresWidth(table, &reports::ChartRow::grossText, QStringLiteral("Gross"), FontRole::Small, most) + apart;
    const double counted = figuresWidth(table, &reports::ChartRow::text, countedHead(narrow), FontRole::SmallBold, most) + apart;
    if (narrow) {
        const double statedEnd = std::min(area.left() + width * 0.68, area.right() - counted);
        const double label = std::min(area.left() + width * 0.4, statedEnd - stated);
        return {true, label, statedEnd, 0, area.right(), area.right(), area.right()};
    }
    const double figures = std::clamp(width * 0.1, 64.0, 104.0);
    TableColumns columns{};
    columns.label = area.left() + width * 0.31;
    columns.stated = columns.label + std::max(figures * 0.9, stated);
    columns.gross = columns.stated + std::max(figures * 0.9, gross);
    columns.counted = columns.gross + std::max(figures * 0.95, counted);
    columns.firmness = columns.counted + 68;
    columns.difference = columns.firmness + 16;
    return columns;
}

void layFirmness(Canvas &canvas, const reports::ChartTable &table, const reports::ChartRow &row, double left, double width, double middle)
{
    double total = 0;
    for (const reports::ChartSegment &segment : row.segments)
        total += drawn(table, segment);
    if (!(total > 0))
        return;
    double x = left;
    for (const reports::ChartSegment &segment : row.segments) {
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

/// A row with its words broken into lines.
struct Cells {
    QStringList label;
    QStringList difference;
    QStringList note;

    /// Where the note has room behind the difference; 0 where it goes below.
    double beside = 0;

    qsizetype lines() const { return std::max({qsizetype(1), label.size(), beside > 0 ? 1 : difference.size() + note.size()}); }
    double height() const { return pitch + leading * static_cast<double>(lines() - 1); }
};

Cells cellsOf(const reports::ChartRow &row, bool first, const TableColumns &columns, const QRectF &area)
{
    const double indent = first ? 0 : subIndent;
    Cells cells;
    cells.label = brokenInto(row.label, first ? FontRole::SmallBold : FontRole::Small, columns.label - area.left() - indent);
    if (columns.narrow)
        return cells;
    const double words = area.right() - columns.difference;
    cells.difference = brokenInto(row.difference, FontRole::SmallBold, words);
    cells.note = brokenInto(row.note, FontRole::Small, words);
    const double behind = cells.difference.size() == 1 ? style::textWidth(row.difference, FontRole::SmallBold) + 12 : 0;
    if (cells.note.size() == 1 && behind > 0 && behind + style::textWidth(row.note, FontRole::Small) <= words)
        cells.beside = behind;
    return cells;
}

void layRow(Canvas &canvas, const reports::ChartTable &table, const reports::ChartRow &row, bool first, const TableColumns &columns,
            const QRectF &line, const Cells &cells)
{
    const style::Theme &theme = canvas.theme();
    const double base = line.top() + pitch / 2 + style::capHeight(FontRole::Small) / 2;
    const auto words = [&](const QStringList &lines, double left, double top, FontRole font, const QColor &colour) {
        for (const QString &text : lines) {
            canvas.text(text, {left, top}, font, colour);
            top += leading;
        }
        return top;
    };
    words(cells.label, line.left() + (first ? 0 : subIndent), base, first ? FontRole::SmallBold : FontRole::Small,
          first ? theme.text : theme.textSecond);
    const auto figure = [&](const QString &text, double right, FontRole font) {
        canvas.text(text.isEmpty() ? QStringLiteral("–") : text, {right, base}, font, text.isEmpty() ? theme.textThird : theme.text,
                    Align::Right, mostFigures(line));
    };
    figure(row.statedText, columns.stated, FontRole::Small);
    figure(row.text, columns.counted, FontRole::SmallBold);
    if (columns.narrow)
        return;
    figure(row.grossText, columns.gross, FontRole::Small);
    layFirmness(canvas, table, row, columns.counted + 12, columns.firmness - columns.counted - 12, line.top() + pitch / 2);
    const double next = words(cells.difference, columns.difference, base, FontRole::SmallBold, theme.text);
    words(cells.note, columns.difference + cells.beside, cells.beside > 0 ? base : next, FontRole::Small, theme.textSecond);
}

} // namespace

double linesHeight(const reports::ChartTable &table, double width)
{
    const QRectF area(0, 0, width, 0);
    const TableColumns columns = tableColumnsOf(table, area);
    double height = pitch + 4;
    for (const reports::ChartGroup &group : table.groups)
        for (std::size_t r = 0; r < group.rows.size(); ++r)
            height += cellsOf(group.rows[r], r == 0, columns, area).height();
    return height;
}

void layLines(Canvas &canvas, const reports::ChartTable &table, const QRectF &area)
{
    const TableColumns columns = tableColumnsOf(table, area);
    const QColor &head = canvas.theme().textSecond;
    const double base = area.top() + 14;
    canvas.text(QStringLiteral("Statement"), {area.left(), base}, FontRole::Small, head);
    canvas.text(QStringLiteral("Stated"), {columns.stated, base}, FontRole::Small, head, Align::Right);
    canvas.text(countedHead(columns.narrow), {columns.counted, base}, FontRole::Small, head, Align::Right);
    if (!columns.narrow) {
        canvas.text(QStringLiteral("Gross"), {columns.gross, base}, FontRole::Small, head, Align::Right);
        canvas.text(QStringLiteral("Difference, and what better sources say"), {columns.difference, base}, FontRole::Small, head,
                    Align::Left, area.right() - columns.difference);
    }
    double y = area.top() + pitch;
    for (std::size_t g = 0; g < table.groups.size(); ++g)
        for (std::size_t r = 0; r < table.groups[g].rows.size(); ++r) {
            const reports::ChartRow &row = table.groups[g].rows[r];
            const Cells cells = cellsOf(row, r == 0, columns, area);
            const QRectF line(area.left(), y, area.width(), cells.height());
            canvas.line({line.topLeft(), line.topRight()}, r == 0 ? canvas.theme().border : canvas.theme().grid);
            layRow(canvas, table, row, r == 0, columns, line, cells);
            PlotMark mark = markOf(table, static_cast<int>(g), static_cast<int>(r));
            mark.area = line;
            mark.outline = line.adjusted(-4, 2, 4, -2);
            canvas.marks.push_back(std::move(mark));
            y += cells.height();
        }
}

} // namespace dealscape::charts
