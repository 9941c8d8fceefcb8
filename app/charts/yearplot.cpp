// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/panels.h"
#include "view/text.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace dealscape::charts {

namespace {

using view::FontRole;

/// The bars of one panel, a year each.
class Years {
public:
    Years(Canvas &canvas, const view::ChartTable &table, const Panel &panel, double most)
        : m_canvas(canvas),
          m_table(table),
          m_group(table.groups[static_cast<std::size_t>(panel.group)]),
          m_panel(panel),
          m_most(most),
          m_scale(panel.plot.height() / most),
          m_pitch(panel.plot.width() / static_cast<double>(m_group.rows.size())),
          m_bar(std::clamp(m_pitch * 0.66, 2.0, 28.0))
    {}

    void lay()
    {
        layPanelTitle(m_canvas, m_table, m_panel);
        const double step = roundStep(m_most, 4);
        layChart(step);
        for (std::size_t i = 0; i < m_group.rows.size(); ++i)
            layYear(i);
        layValueAxis(m_canvas, m_panel, m_most, step);
    }

private:
    double y(double value) const { return m_panel.plot.bottom() - value * m_scale; }

    void layChart(double step)
    {
        QChart *chart = m_canvas.chart(m_panel.plot);
        auto *series = new QStackedBarSeries;
        for (std::size_t c = 0; c < 5; ++c) {
            auto *set = new QBarSet(QString::number(c));
            set->setBrush(m_canvas.fill(static_cast<Certainty>(c)));
            set->setPen(m_canvas.rim(static_cast<Certainty>(c)));
            for (const view::ChartRow &row : m_group.rows)
                set->append(lengths(m_table, row)[c]);
            series->append(set);
        }
        series->setBarWidth(m_bar / m_pitch);
        chart->addSeries(series);
        QStringList years;
        for (const view::ChartRow &row : m_group.rows)
            years += row.label;
        auto *axis = new QBarCategoryAxis;
        axis->append(years);
        chart->addAxis(axis, Qt::AlignBottom);
        m_canvas.hide(axis);
        series->attachAxis(axis);
        series->attachAxis(m_canvas.valueAxis(chart, m_most, step, Qt::AlignLeft));
    }

    /// The parts of a year's bar, upwards; returns how far they reach.
    double layParts(const view::ChartRow &row, double middle, PlotMark &mark)
    {
        double end = 0;
        const auto values = lengths(m_table, row);
        for (std::size_t c = 0; c < values.size(); ++c) {
            if (!(values[c] > 0))
                continue;
            const QRectF part(QPointF(middle - m_bar / 2, y(end + values[c])), QPointF(middle + m_bar / 2, y(end)));
            mark.parts.push_back(part);
            end += values[c];
            if (static_cast<Certainty>(c) != Certainty::Potential)
                continue;
            QPainterPath path;
            path.addRect(part);
            m_canvas.hatch(path);
        }
        return end;
    }

    void layYear(std::size_t i)
    {
        const view::ChartRow &row = m_group.rows[i];
        const double middle = m_panel.plot.left() + m_pitch * (static_cast<double>(i) + 0.5);
        PlotMark mark = markOf(m_table, m_panel.group, static_cast<int>(i));
        double end = layParts(row, middle, mark);
        if (isRange(m_table, row)) {
            const double high = scaled(m_table, *row.amount.high);
            m_canvas.bracket({middle, y(scaled(m_table, row.amount.low.value_or(0))), middle, y(high)});
            end = std::max(end, high);
        }
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(36 / m_pitch)));
        if (i % every == 0)
            m_canvas.text(row.label, {middle, m_panel.plot.bottom() + 18}, FontRole::Small, m_canvas.theme().textThird, Align::Centre,
                          std::min(m_pitch * static_cast<double>(every), 64.0));
        if (view::textWidth(row.text, FontRole::Small) < m_pitch - 4 && end > 0)
            m_canvas.text(row.text, {middle, y(end) - 6}, FontRole::Small, m_canvas.theme().text, Align::Centre);
        mark.outline = QRectF(QPointF(middle - m_bar / 2, std::min(y(end), m_panel.plot.bottom() - 2)),
                              QPointF(middle + m_bar / 2, m_panel.plot.bottom()));
        mark.area = QRectF(middle - m_pitch / 2, m_panel.plot.top(), m_pitch, m_panel.plot.height());
        m_canvas.marks.push_back(std::move(mark));
    }

    Canvas &m_canvas;
    const view::ChartTable &m_table;
    const view::ChartGroup &m_group;
    Panel m_panel;
    double m_most;
    double m_scale;
    double m_pitch;
    double m_bar;
};

} // namespace

void layYears(Canvas &canvas, const view::ChartTable &table, const QRectF &area)
{
    for (const Panel &panel : panelsOf(table, canvas, area, 44, 4))
        Years(canvas, table, panel, largestDrawn(table) * 1.1).lay();
}

} // namespace dealscape::charts
