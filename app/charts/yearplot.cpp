// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/panels.h"
#include "style/text.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace dealscape::charts {

namespace {

using style::FontRole;

/// The bars of one panel, a year each.
class Years {
public:
    Years(Canvas &canvas, const reports::ChartTable &table, const Panel &panel, double most)
        : m_canvas(canvas),
          m_table(table),
          m_group(table.groups[static_cast<std::size_t>(panel.group)]),
          m_panel(panel),
          m_most(most),
          m_scale(panel.plot.height() / most),
          m_pitch(panel.plot.width() / static_cast<double>(m_group.rows.size())),
          m_bar(std::clamp(m_pitch * 0.66, 2.0, 28.0))
    {}

    void lay(QChart *chart, const QRectF &whole)
    {
        layPanelTitle(m_canvas, m_table, m_panel);
        layBars(chart, whole);
        for (std::size_t i = 0; i < m_group.rows.size(); ++i)
            layYear(i);
        layValueAxis(m_canvas, m_panel, m_most, roundStep(m_most, 5));
    }

private:
    double y(double value) const { return m_panel.plot.bottom() - value * m_scale; }

    double middle(std::size_t year) const { return m_panel.plot.left() + m_pitch * (static_cast<double>(year) + 0.5); }

    /// The bars of one certainty as one area that is nothing between them.
    void layBars(QChart *chart, const QRectF &whole)
    {
        std::vector<double> below(m_group.rows.size(), 0);
        for (std::size_t c = 0; c < 5; ++c) {
            QList<QPointF> upper, lower;
            for (std::size_t i = 0; i < below.size(); ++i) {
                const double left = middle(i) - m_bar / 2;
                const double base = y(below[i]);
                below[i] += lengths(m_table, m_group.rows[i])[c];
                const double top = y(below[i]);
                upper += {QPointF(left, base), QPointF(left, top), QPointF(left + m_bar, top), QPointF(left + m_bar, base)};
                lower += {QPointF(left, base), QPointF(left + m_bar, base)};
            }
            if (std::ranges::any_of(m_group.rows, [&](const reports::ChartRow &row) { return lengths(m_table, row)[c] > 0; }))
                m_canvas.fillBetween(chart, whole, upper, lower, m_canvas.fill(static_cast<Certainty>(c)));
        }
    }

    /// The parts of a year's bar, upwards; returns how far they reach. One without a length is a part as well.
    double layParts(const reports::ChartRow &row, double centre, PlotMark &mark)
    {
        double end = 0;
        for (const reports::ChartSegment &segment : row.segments) {
            const double next = end + drawn(m_table, segment);
            const QRectF part(QPointF(centre - m_bar / 2, y(next)), QPointF(centre + m_bar / 2, y(end)));
            mark.parts.push_back(part);
            if (!(next > end))
                continue;
            end = next;
            QPainterPath path;
            path.addRect(part);
            if (segment.certainty == Certainty::Potential)
                m_canvas.hatch(path);
            else if (m_canvas.rim(segment.certainty).style() != Qt::NoPen)
                m_canvas.shape(path, Qt::NoBrush, m_canvas.rim(segment.certainty));
        }
        return end;
    }

    void layYear(std::size_t i)
    {
        const reports::ChartRow &row = m_group.rows[i];
        const double centre = middle(i);
        PlotMark mark = markOf(m_table, m_panel.group, static_cast<int>(i));
        double end = layParts(row, centre, mark);
        if (isRange(m_table, row)) {
            const double high = scaled(m_table, *row.amount.high);
            m_canvas.bracket({centre, y(scaled(m_table, row.amount.low.value_or(0))), centre, y(high)});
            end = std::max(end, high);
        }
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(36 / m_pitch)));
        if (i % every == 0)
            m_canvas.text(row.label, {centre, m_panel.plot.bottom() + 18}, FontRole::Small, m_canvas.theme().textThird, Align::Centre,
                          std::min(m_pitch * static_cast<double>(every), 64.0));
        if (style::textWidth(row.text, FontRole::Small) < m_pitch - 4 && end > 0)
            m_canvas.text(row.text, {centre, y(end) - 6}, FontRole::Small, m_canvas.theme().text, Align::Centre);
        mark.outline = QRectF(QPointF(centre - m_bar / 2, std::min(y(end), m_panel.plot.bottom() - 2)),
                              QPointF(centre + m_bar / 2, m_panel.plot.bottom()));
        mark.area = QRectF(centre - m_pitch / 2, m_panel.plot.top(), m_pitch, m_panel.plot.height());
        m_canvas.marks.push_back(std::move(mark));
    }

    Canvas &m_canvas;
    const reports::ChartTable &m_table;
    const reports::ChartGroup &m_group;
    Panel m_panel;
    double m_most;
    double m_scale;
    double m_pitch;
    double m_bar;
};

} // namespace

void layYears(Canvas &canvas, const reports::ChartTable &table, const QRectF &area)
{
    QChart *chart = canvas.chart(area);
    const double most = largestDrawn(table) * 1.1;
    for (const Panel &panel : panelsOf(table, canvas, area, axisRoom(most), 4))
        Years(canvas, table, panel, most).lay(chart, area);
}

} // namespace dealscape::charts
