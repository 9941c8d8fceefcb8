// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/canvas.h"
#include "style/text.h"

#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>

#include <algorithm>
#include <array>

namespace dealscape::charts {

namespace {

using style::FontRole;

constexpr double axisHeight = 20;
constexpr double gap = 8;

struct Measures {
    double pitch;
    double bar;
};

Measures measures(Density density)
{
    return density == Density::Dock ? Measures{16, 9} : Measures{24, 14};
}

/// A line of the chart: a heading, or a bar.
struct Slot {
    int group = 0;
    int row = -1;
};

std::vector<Slot> slotsOf(const reports::ChartTable &table)
{
    std::vector<Slot> list;
    for (std::size_t g = 0; g < table.groups.size(); ++g) {
        const auto rows = drawnRows(table.groups[g]);
        if (rows.empty())
            continue;
        list.push_back({static_cast<int>(g), -1});
        for (const int row : rows)
            list.push_back({static_cast<int>(g), row});
    }
    return list;
}

struct Columns {
    double labels = 0;
    double values = 0;
};

Columns columnsOf(const reports::ChartTable &table, const std::vector<Slot> &lines, double width)
{
    Columns columns;
    for (const Slot &line : lines) {
        if (line.row < 0)
            continue;
        const reports::ChartRow &row = table.groups[static_cast<std::size_t>(line.group)].rows[static_cast<std::size_t>(line.row)];
        columns.labels = std::max(columns.labels, style::textWidth(row.label, FontRole::SmallBold));
        columns.values = std::max(columns.values, style::textWidth(row.text, FontRole::SmallBold));
    }
    columns.labels = std::min(columns.labels, width * 0.34);
    columns.values = std::min(columns.values, width * 0.3);
    return columns;
}

class Bars {
public:
    Bars(Canvas &canvas, const reports::ChartTable &table, const QRectF &area)
        : m_canvas(canvas),
          m_table(table),
          m_area(area),
          m_lines(slotsOf(table)),
          m_measures(measures(canvas.style().density)),
          m_most(largestDrawn(table))
    {
        const Columns columns = columnsOf(table, m_lines, area.width());
        m_plot = QRectF(QPointF(area.left() + columns.labels + gap, area.top() + axisHeight),
                        QPointF(area.right() - columns.values - gap - 4,
                                area.top() + axisHeight + m_measures.pitch * static_cast<double>(m_lines.size())));
        m_step = stepApart(m_most, m_plot.width() > 280 ? 5 : m_plot.width() > 160 ? 4 : 3, m_plot.width());
    }

    void lay()
    {
        layChart();
        layAxis();
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            m_lines[i].row < 0 ? layHeading(i) : layRow(i);
    }

private:
    double x(double value) const { return m_plot.left() + value / m_most * m_plot.width(); }
    double top(std::size_t line) const { return m_plot.top() + m_measures.pitch * static_cast<double>(line); }
    double baseline(std::size_t line) const { return top(line) + m_measures.pitch / 2 + style::capHeight(FontRole::Small) / 2; }
    const reports::ChartRow &row(const Slot &line) const
    {
        return m_table.groups[static_cast<std::size_t>(line.group)].rows[static_cast<std::size_t>(line.row)];
    }

    void layChart()
    {
        QChart *chart = m_canvas.chart(m_plot);
        auto *series = new QHorizontalStackedBarSeries;
        std::array<QBarSet *, 5> sets{};
        for (std::size_t c = 0; c < sets.size(); ++c) {
            const auto certainty = static_cast<Certainty>(c);
            sets[c] = new QBarSet(QString::number(c));
            sets[c]->setBrush(m_canvas.fill(certainty));
            sets[c]->setPen(m_canvas.rim(certainty));
        }
        for (std::size_t i = m_lines.size(); i-- > 0;) {
            std::array<double, 5> lengths{};
            if (m_lines[i].row >= 0)
                for (const reports::ChartSegment &segment : row(m_lines[i]).segments)
                    lengths[static_cast<std::size_t>(segment.certainty)] += drawn(m_table, segment);
            for (std::size_t c = 0; c < sets.size(); ++c)
                sets[c]->append(lengths[c]);
        }
        for (QBarSet *set : sets)
            series->append(set);
        series->setBarWidth(m_measures.bar / m_measures.pitch);
        m_canvas.add(chart, series, {0, m_most}, {-0.5, static_cast<double>(m_lines.size()) - 0.5});
    }

    void layAxis()
    {
        for (const double value : axisValues(m_most, m_step)) {
            m_canvas.grid({x(value), m_plot.top(), x(value), m_plot.bottom()});
            m_canvas.text(axisNumber(value, m_step), {x(value), m_area.top() + 12}, FontRole::Small, m_canvas.theme().textThird,
                          Align::Centre);
        }
    }

    void layHeading(std::size_t line)
    {
        const QString title = m_table.groups[static_cast<std::size_t>(m_lines[line].group)].title;
        QPainterPath ground;
        ground.addRect(QRectF(m_area.left(), top(line) + 1, std::min(style::textWidth(title, FontRole::Small) + 4, m_area.width()),
                              m_measures.pitch - 2));
        m_canvas.shape(ground, m_canvas.style().ground, Qt::NoPen);
        m_canvas.text(title, {m_area.left(), baseline(line)}, FontRole::Small, m_canvas.theme().textSecond, Align::Left, m_area.width());
    }

    void layRow(std::size_t line)
    {
        const reports::ChartRow &from = row(m_lines[line]);
        PlotMark mark = markOf(m_table, m_lines[line].group, m_lines[line].row);
        const double y = top(line) + (m_measures.pitch - m_measures.bar) / 2;
        double end = 0;
        for (const reports::ChartSegment &segment : from.segments) {
            const double next = end + drawn(m_table, segment);
            const QRectF part(QPointF(x(end), y), QPointF(x(next), y + m_measures.bar));
            mark.parts.push_back(part);
            if (segment.certainty == Certainty::Potential) {
                QPainterPath path;
                path.addRect(part);
                m_canvas.hatch(path);
            }
            end = next;
        }
        const double middle = top(line) + m_measures.pitch / 2;
        if (isRange(m_table, from)) {
            const double high = scaled(m_table, *from.amount.high);
            m_canvas.bracket({x(scaled(m_table, from.amount.low.value_or(0))), middle, x(high), middle});
            end = std::max(end, high);
        }
        m_canvas.text(from.label, {m_plot.left() - gap, baseline(line)}, FontRole::Small, m_canvas.theme().text, Align::Right,
                      m_plot.left() - gap - m_area.left());
        m_canvas.text(from.text, {x(end) + gap, baseline(line)}, FontRole::SmallBold, m_canvas.theme().text, Align::Left,
                      std::max(20.0, m_area.right() - x(end) - gap));
        mark.outline = QRectF(m_plot.left(), y, std::max(2.0, x(end) - m_plot.left()), m_measures.bar);
        mark.area = QRectF(m_area.left(), top(line), m_area.width(), m_measures.pitch);
        m_canvas.marks.push_back(std::move(mark));
    }

    Canvas &m_canvas;
    const reports::ChartTable &m_table;
    QRectF m_area;
    QRectF m_plot;
    std::vector<Slot> m_lines;
    Measures m_measures;
    double m_most;
    double m_step = 1;
};

} // namespace

double barsHeight(const reports::ChartTable &table, Density density)
{
    return axisHeight + measures(density).pitch * static_cast<double>(slotsOf(table).size()) + 4;
}

void layBars(Canvas &canvas, const reports::ChartTable &table, const QRectF &area)
{
    Bars(canvas, table, area).lay();
}

} // namespace dealscape::charts
