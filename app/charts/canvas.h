// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot.h"
#include "drawing/drawing.h"
#include "style/text.h"

#include <QBrush>
#include <QGraphicsScene>
#include <QLineF>
#include <QPainterPath>
#include <QPen>
#include <QStringList>

#include <memory>
#include <vector>

class QAbstractSeries;
class QChart;

/// What the plots share; not for use outside charts/.
namespace dealscape::charts {

struct TextInk {
    QString text;
    QPointF baseline;
    style::FontRole font = style::FontRole::Small;
    QColor colour;
};

struct LineInk {
    QLineF line;
    QPen pen;
};

struct HatchInk {
    QPainterPath path;
    QPainterPath stripes;
    QColor colour;
};

struct ShapeInk {
    QPainterPath path;
    QBrush brush;
    QPen pen;
};

enum class Align { Left, Right, Centre };

struct Range {
    double from = 0;
    double to = 1;
};

/// Charts that fill rectangles given to them, and the lettering round them. Their axes are only ranges: grid and numbers are
/// drawn here, the numbers in the program's typeface, which is many times as quick.
class Canvas {
public:
    explicit Canvas(const PlotStyle &style);
    ~Canvas();

    const style::Theme &theme() const { return m_theme; }
    const PlotStyle &style() const { return m_style; }
    bool dock() const { return m_style.density == Density::Dock; }

    /// An empty chart whose plot area is exactly this rectangle.
    QChart *chart(const QRectF &plot);
    /// Adds a series that is drawn in these ranges.
    void add(QChart *chart, QAbstractSeries *series, Range across, Range up) const;
    /// Fills between two lines, both in pixels, in a chart that lies over the whole: several plots share one chart.
    void fillBetween(QChart *chart, const QRectF &whole, const QList<QPointF> &upper, const QList<QPointF> &lower,
                     const QColor &colour) const;
    /// A hairline of the grid, before the charts.
    void grid(const QLineF &line);

    /// Text with its baseline at the point, shortened to width when that is positive. Returns the width used.
    double text(const QString &text, QPointF baseline, style::FontRole font, const QColor &colour, Align align = Align::Left,
                double width = 0);
    void line(const QLineF &line, const QColor &colour, double width = 1, Qt::PenStyle style = Qt::SolidLine);
    /// Lines drawn before the charts.
    void under(const QPainterPath &path, const QBrush &brush);
    void shape(const QPainterPath &path, const QBrush &brush, const QPen &pen);
    void hatch(const QPainterPath &path);
    /// A range with caps and a halo of the ground; runs along the line.
    void bracket(const QLineF &line, Qt::PenStyle style = Qt::SolidLine);

    QColor fill(Certainty certainty) const;
    QPen rim(Certainty certainty) const;

    void paint(QPainter &painter) const;

    std::vector<PlotMark> marks;

private:
    PlotStyle m_style;
    const style::Theme &m_theme;
    std::unique_ptr<QGraphicsScene> m_scene;
    std::vector<ShapeInk> m_under;
    std::vector<HatchInk> m_hatches;
    std::vector<ShapeInk> m_shapes;
    std::vector<LineInk> m_lines;
    std::vector<TextInk> m_texts;
};

/// A text on so many lines at most, no wider than `width`, the last shortened where there are more.
QStringList brokenInto(const QString &text, style::FontRole font, double width, qsizetype most = 3);

/// Names beside their fills, from right to left, the least certain outermost; stops before it passes `left`. Returns where it began.
double layKey(Canvas &canvas, const std::vector<Certainty> &certainties, double left, QPointF right);
double keyWidth(const std::vector<Certainty> &certainties);
/// Those that bars, steps or slices of the table are filled with.
std::vector<Certainty> certaintiesOf(const reports::ChartTable &table);

/// A round step that gives at most `most` intervals up to the value: 1, 2, 2.5 or 5 times a power of ten.
double roundStep(double value, int most);
/// The same along a horizontal axis of that length, with as many fewer numbers as they need to stand apart.
double stepApart(double value, int most, double length);
/// A number of an axis: no more decimals than its step needs.
QString axisNumber(double value, double step);
/// The numbers of an axis, from zero as far as the value.
std::vector<double> axisValues(double value, double step);
/// The widest number that an axis up to the value has.
double axisNumberWidth(double value, double step);
/// The largest amount that is drawn, in the table's scale; at least a little above zero.
double largestDrawn(const reports::ChartTable &table);
double scaled(const reports::ChartTable &table, std::int64_t raw);
/// How long a segment is drawn: potential money at the high bound of a range, all else at the low one.
double drawn(const reports::ChartTable &table, const reports::ChartSegment &segment);
bool isRange(const reports::ChartTable &table, const reports::ChartRow &row);
/// Rows of a group that have something to draw.
std::vector<int> drawnRows(const reports::ChartGroup &group);
PlotMark markOf(const reports::ChartTable &table, int group, int row);
QString wordsOf(const reports::ChartTable &table, const reports::ChartGroup &group, const reports::ChartRow &row);

/// Each fills an area and tells how high it must be.
void layBars(Canvas &canvas, const reports::ChartTable &table, const QRectF &area);
double barsHeight(const reports::ChartTable &table, Density density);
void laySteps(Canvas &canvas, const reports::ChartTable &table, const QRectF &area);
void layYears(Canvas &canvas, const reports::ChartTable &table, const QRectF &area);
/// Groups that a time chart leaves out, in a sentence.
QString tooSmallToDraw(const reports::ChartTable &table);
double panelsHeight(const reports::ChartTable &table, Density density, double width);
void layPrices(Canvas &canvas, const reports::ChartTable &table, const QRectF &area);
double pricesHeight(const reports::ChartTable &table, Density density);
/// Whether the rows of each group are parts of one whole, without a range, and few enough to be told by their share.
bool isWhole(const reports::ChartTable &table);
void layShares(Canvas &canvas, const reports::ChartTable &table, const QRectF &area);
double sharesHeight(const reports::ChartTable &table, Density density, double width);
void layLines(Canvas &canvas, const reports::ChartTable &table, const QRectF &area);
double linesHeight(const reports::ChartTable &table, double width);

} // namespace dealscape::charts
