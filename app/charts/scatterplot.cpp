// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/canvas.h"
#include "style/text.h"
#include "words/numbers.h"

#include <QChart>
#include <QScatterSeries>

#include <algorithm>

namespace dealscape::charts {

namespace {

using style::FontRole;

constexpr double headLine = 16;
constexpr double footHeight = 24;
constexpr double markGap = 8;
constexpr double leastScale = 80;

double pitchOf(Density density)
{
    return density == Density::Dock ? 18 : 24;
}

std::size_t linesOf(const reports::ChartTable &table)
{
    std::size_t lines = 0;
    for (const reports::ChartGroup &group : table.groups)
        lines += 1 + group.rows.size();
    return lines;
}

double reach(const reports::ChartTable &table)
{
    double most = largestDrawn(table);
    for (const reports::ChartBand &band : table.bands)
        most = std::max(most, scaled(table, band.high));
    return most;
}

/// A line of words over the bands for each, and at least two for what they are.
double headHeight(const reports::ChartTable &table)
{
    return 8 + headLine * std::max(2.0, static_cast<double>(table.bands.size()));
}

QString unitOfPrices(const reports::ChartScale &scale)
{
    const QString letter = scale.divisor >= 1e9 ? QStringLiteral("B") : scale.divisor >= 1e6 ? QStringLiteral("M") : QString();
    return u'$' + letter + QStringLiteral(" a GW");
}

QString bandText(const reports::ChartTable &table, const reports::ChartBand &band)
{
    const QString low = axisNumber(scaled(table, band.low), 1);
    return band.low == band.high ? low : low + QChar(0x2013) + axisNumber(scaled(table, band.high), 1);
}

class Prices {
public:
    Prices(Canvas &canvas, const reports::ChartTable &table, const QRectF &area)
        : m_canvas(canvas), m_table(table), m_area(area), m_pitch(pitchOf(canvas.style().density)), m_most(reach(table))
    {
        double labels = style::textWidth(QStringLiteral("Estimates"), FontRole::SmallBold);
        double values = 0;
        for (const reports::ChartGroup &group : table.groups)
            for (const reports::ChartRow &row : group.rows) {
                labels = std::max(labels, style::textWidth(row.label, FontRole::Small));
                values = std::max(values, style::textWidth(row.text, FontRole::SmallBold));
            }
        values = std::max(60.0, values + markGap + 4);
        labels = std::min(labels, std::min(area.width() * 0.42, area.width() - values - leastScale));
        m_plot = QRectF(QPointF(area.left() + labels + markGap, area.top() + headHeight(table)),
                        QPointF(area.right() - values, area.top() + headHeight(table) + m_pitch * static_cast<double>(linesOf(table))));
    }

    void lay()
    {
        layBands();
        double y = m_plot.top();
        std::vector<QPointF> counted;
        std::vector<QPointF> beside;
        for (std::size_t g = 0; g < m_table.groups.size(); ++g) {
            layHeading(m_table.groups[g].title, y);
            y += m_pitch;
            for (std::size_t r = 0; r < m_table.groups[g].rows.size(); ++r) {
                layRow(static_cast<int>(g), static_cast<int>(r), y, counted, beside);
                y += m_pitch;
            }
        }
        layPoints(counted, beside);
        layAxis();
    }

private:
    double x(double value) const { return m_plot.left() + value / m_most * m_plot.width(); }
    double baseline(double top) const { return top + m_pitch / 2 + style::capHeight(FontRole::Small) / 2; }

    void layBands()
    {
        const QColor &second = m_canvas.theme().textSecond;
        m_canvas.text(QStringLiteral("Estimates"), {m_area.left(), m_area.top() + 12}, FontRole::SmallBold, m_canvas.theme().text,
                      Align::Left, m_plot.left() - m_area.left() - 4);
        m_canvas.text(unitOfPrices(m_table.scale), {m_area.left(), m_area.top() + 28}, FontRole::Small, second);
        double base = m_area.top() + 12;
        for (const reports::ChartBand &band : m_table.bands) {
            layBand(band, base);
            base += headLine;
        }
    }

    /// A tint over the rows, outlined up to the line of its own words.
    void layBand(const reports::ChartBand &band, double base)
    {
        const QRectF box(QPointF(std::max(x(scaled(m_table, band.low)) - 1.5, m_plot.left()), m_plot.top()),
                         QPointF(x(scaled(m_table, band.high)) + 1.5, m_plot.bottom()));
        QPainterPath path;
        path.addRect(box);
        m_canvas.under(path, m_canvas.theme().grid);
        const QColor &ink = m_canvas.theme().textSecond;
        const QString words = band.scope + QStringLiteral(": ") + bandText(m_table, band);
        const double width = std::min(style::textWidth(words, FontRole::Small), m_area.right() - m_plot.left());
        const double left = std::clamp(box.center().x() - width / 2, m_plot.left(), m_area.right() - width);
        m_canvas.text(words, {left, base}, FontRole::Small, m_canvas.theme().text, Align::Left, width + 1);
        m_canvas.line({box.topLeft(), box.bottomLeft()}, ink, 1, Qt::DashLine);
        m_canvas.line({box.topRight(), box.bottomRight()}, ink, 1, Qt::DashLine);
        m_canvas.line({box.topLeft(), box.topRight()}, ink, 1);
    }

    /// A group's title, on the ground rather than on the bands.
    void layHeading(const QString &title, double top)
    {
        const double width = std::min(style::textWidth(title, FontRole::Small), m_area.width());
        QPainterPath ground;
        ground.addRect(QRectF(m_area.left(), top + 3, width + 6, m_pitch - 6));
        m_canvas.shape(ground, m_canvas.style().ground, Qt::NoPen);
        m_canvas.text(title, {m_area.left(), baseline(top)}, FontRole::Small, m_canvas.theme().textSecond, Align::Left, width + 1);
    }

    void layRow(int group, int line, double y, std::vector<QPointF> &counted, std::vector<QPointF> &beside)
    {
        const reports::ChartRow &row = m_table.groups[static_cast<std::size_t>(group)].rows[static_cast<std::size_t>(line)];
        const double middle = y + m_pitch / 2;
        m_canvas.text(row.label, {m_plot.left() - markGap, baseline(y)}, FontRole::Small, m_canvas.theme().text, Align::Right,
                      m_plot.left() - markGap - m_area.left());
        const bool high = m_table.bound == reports::ChartBound::High;
        double from = scaled(m_table, row.amount.low.value_or(0));
        double to = scaled(m_table, row.amount.high.value_or(row.amount.low.value_or(0)));
        if (m_table.bound != reports::ChartBound::Range)
            from = to = high ? to : from;
        if (to > from)
            m_canvas.bracket({x(from), middle, x(to), middle}, row.counted ? Qt::SolidLine : Qt::DashLine);
        else
            (row.counted ? counted : beside).emplace_back(to, middle);
        layValue(row.text, x(to) + markGap + 2, baseline(y));
        PlotMark mark = markOf(m_table, group, line);
        mark.outline = QRectF(QPointF(x(from) - 7, middle - 7), QPointF(x(to) + 7, middle + 7));
        mark.area = QRectF(m_area.left(), y, m_area.width(), m_pitch);
        m_canvas.marks.push_back(std::move(mark));
    }

    void layValue(const QString &text, double left, double base)
    {
        const double width = std::min(style::textWidth(text, FontRole::SmallBold), m_area.right() - left);
        QPainterPath ground;
        ground.addRect(QRectF(left - 2, base - 12, width + 4, 16));
        m_canvas.shape(ground, m_canvas.style().ground, Qt::NoPen);
        m_canvas.text(text, {left, base}, FontRole::SmallBold, m_canvas.theme().text, Align::Left, std::max(20.0, m_area.right() - left));
    }

    void layPoints(const std::vector<QPointF> &counted, const std::vector<QPointF> &beside)
    {
        // The chart cuts off what leaves it, and a point at either end reaches beyond.
        constexpr double reach = 8;
        const double beyond = reach * m_most / m_plot.width();
        QChart *chart = m_canvas.chart(m_plot.adjusted(-reach, 0, reach, 0));
        const auto add = [&](const std::vector<QPointF> &points, const QColor &fill) {
            auto *series = new QScatterSeries;
            series->setMarkerSize(10);
            series->setBrush(fill);
            series->setPen(QPen(m_canvas.theme().text, 1.5));
            for (const QPointF &point : points)
                series->append(point.x(), m_plot.bottom() - point.y());
            m_canvas.add(chart, series, {-beyond, m_most + beyond}, {0, std::max(1.0, m_plot.height())});
        };
        add(counted, m_canvas.theme().certainty(Certainty::Binding));
        add(beside, m_canvas.style().ground);
    }

    void layAxis()
    {
        m_canvas.line({m_plot.bottomLeft(), m_plot.bottomRight()}, m_canvas.theme().textThird);
        const double step = stepApart(m_most, 5, m_plot.width());
        for (const double value : axisValues(m_most, step))
            m_canvas.text(axisNumber(value, step), {x(value), m_plot.bottom() + 18}, FontRole::Small, m_canvas.theme().textThird,
                          Align::Centre);
    }

    Canvas &m_canvas;
    const reports::ChartTable &m_table;
    QRectF m_area;
    QRectF m_plot;
    double m_pitch;
    double m_most;
};

} // namespace

double pricesHeight(const reports::ChartTable &table, Density density)
{
    return headHeight(table) + footHeight + pitchOf(density) * static_cast<double>(linesOf(table));
}

void layPrices(Canvas &canvas, const reports::ChartTable &table, const QRectF &area)
{
    Prices(canvas, table, area).lay();
}

} // namespace dealscape::charts
