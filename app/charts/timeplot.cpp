// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/panels.h"
#include "view/numbers.h"
#include "view/text.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace dealscape::charts {

namespace {

using view::FontRole;

class Steps {
public:
    Steps(Canvas &canvas, const view::ChartTable &table, const Panel &panel, double most, double step, int first, int last)
        : m_canvas(canvas),
          m_table(table),
          m_group(table.groups[static_cast<std::size_t>(panel.group)]),
          m_panel(panel),
          m_most(most),
          m_step(step),
          m_first(first),
          m_last(std::max(last, first + 1))
    {}

    void lay(bool spoken)
    {
        layPanelTitle(m_canvas, m_table, m_panel);
        layAreas();
        layValueAxis(m_canvas, m_panel, m_most, m_step);
        layDates();
        layMarks();
        layEnds();
        if (m_table.mark)
            layArticle(spoken);
    }

private:
    double x(int day) const { return m_panel.plot.left() + double(day - m_first) / (m_last - m_first) * m_panel.plot.width(); }
    double y(double value) const { return m_panel.plot.bottom() - value / m_most * m_panel.plot.height(); }
    int day(const view::ChartRow &row) const { return row.date ? row.date->firstDay() : m_first; }

    /// The outline of everything up to a level, as steps from the first day to the last.
    std::vector<QPointF> outline(const std::vector<double> &levels) const
    {
        std::vector<QPointF> points = {{double(m_first), 0}};
        for (std::size_t i = 0; i < levels.size(); ++i) {
            points.emplace_back(day(m_group.rows[i]), points.back().y());
            points.emplace_back(day(m_group.rows[i]), levels[i]);
        }
        points.emplace_back(m_last, points.back().y());
        return points;
    }

    void addArea(QChart *chart, QAbstractAxis *days, QAbstractAxis *values, const std::vector<double> &below,
                 const std::vector<double> &above, const QColor &fill)
    {
        auto *lower = new QLineSeries;
        auto *upper = new QLineSeries;
        for (const QPointF &point : outline(below))
            lower->append(point);
        for (const QPointF &point : outline(above))
            upper->append(point);
        auto *area = new QAreaSeries(upper, lower);
        lower->setParent(area);
        upper->setParent(area);
        area->setBrush(fill);
        area->setPen(Qt::NoPen);
        chart->addSeries(area);
        area->attachAxis(days);
        area->attachAxis(values);
    }

    void hatchArea(const std::vector<double> &below, const std::vector<double> &above)
    {
        QPainterPath path;
        bool started = false;
        for (const QPointF &point : outline(above)) {
            const QPointF at(x(static_cast<int>(point.x())), y(point.y()));
            started ? path.lineTo(at) : path.moveTo(at);
            started = true;
        }
        auto back = outline(below);
        for (auto point = back.rbegin(); point != back.rend(); ++point)
            path.lineTo(x(static_cast<int>(point->x())), y(point->y()));
        path.closeSubpath();
        m_canvas.hatch(path);
    }

    void layAreas()
    {
        QChart *chart = m_canvas.chart(m_panel.plot);
        auto *days = new QValueAxis;
        days->setRange(m_first, m_last);
        chart->addAxis(days, Qt::AlignBottom);
        m_canvas.hide(days);
        QValueAxis *values = m_canvas.valueAxis(chart, m_most, m_step, Qt::AlignLeft);
        std::vector<double> below(m_group.rows.size(), 0);
        for (std::size_t c = 0; c < 5; ++c) {
            std::vector<double> above = below;
            bool any = false;
            for (std::size_t i = 0; i < above.size(); ++i) {
                const double length = lengths(m_table, m_group.rows[i])[c];
                above[i] += length;
                any = any || length > 0;
            }
            if (!any)
                continue;
            addArea(chart, days, values, below, above, m_canvas.fill(static_cast<Certainty>(c)));
            if (static_cast<Certainty>(c) == Certainty::Potential)
                hatchArea(below, above);
            below = std::move(above);
        }
        if (m_table.bound != view::ChartBound::Range)
            return;
        std::vector<double> high = below;
        for (std::size_t i = 0; i < high.size(); ++i)
            high[i] = std::max(high[i], scaled(m_table, m_group.rows[i].amount.high.value_or(0)));
        addArea(chart, days, values, below, high, m_canvas.theme().halo(Family::Compute));
    }

    void layDates()
    {
        const int firstYear = yearOf(m_first);
        const int lastYear = yearOf(m_last);
        const bool halves = lastYear - firstYear < 3;
        const double yearWidth = m_panel.plot.width() * 365.25 / (m_last - m_first);
        const int every = std::max(1, static_cast<int>(std::ceil(44 / yearWidth)));
        const bool roomForHalves = halves && yearWidth > 80;
        for (int year = firstYear; year <= lastYear; ++year)
            for (const int month : {1, 7}) {
                const int at = Date{year, month, 1}.firstDay();
                if (at < m_first || at > m_last || (month == 7 && !roomForHalves) || (year - firstYear) % every != 0)
                    continue;
                const QString text = month == 1 ? QString::number(year) : QStringLiteral("Jul");
                m_canvas.line({x(at), m_panel.plot.bottom(), x(at), m_panel.plot.bottom() + 4}, m_canvas.theme().border);
                m_canvas.text(text, {x(at), m_panel.plot.bottom() + 18}, FontRole::Small, m_canvas.theme().textThird, Align::Centre);
            }
    }

    static int yearOf(int day) { return 1970 + static_cast<int>(std::floor(day / 365.2425)); }

    void layMarks()
    {
        for (std::size_t i = 0; i < m_group.rows.size(); ++i) {
            PlotMark mark = markOf(m_table, m_panel.group, static_cast<int>(i));
            const double left = x(day(m_group.rows[i]));
            const double right = i + 1 < m_group.rows.size() ? x(day(m_group.rows[i + 1])) : x(m_last);
            const double top = y(scaled(m_table, m_group.rows[i].amount.high.value_or(0)));
            mark.area = QRectF(left, m_panel.plot.top(), std::max(4.0, right - left), m_panel.plot.height());
            mark.outline = QRectF(left, top, std::max(3.0, right - left), m_panel.plot.bottom() - top);
            m_canvas.marks.push_back(std::move(mark));
        }
    }

    /// What each certainty has come to, beside the last day, kept a line apart.
    void layEnds()
    {
        const view::ChartRow &last = m_group.rows.back();
        const double left = m_panel.plot.right() + 8;
        const double room = m_panel.area.right() - left;
        if (last.segments.size() < 2 || m_canvas.dock()) {
            const double at = std::max(m_panel.plot.top() + 10, y(scaled(m_table, last.amount.high.value_or(0))) + 4);
            m_canvas.text(last.text, {left, at}, FontRole::BodyBold, m_canvas.theme().text, Align::Left, room);
            if (last.segments.size() == 1)
                m_canvas.text(QStringLiteral("all ") + wordOf(last.segments.front()), {left, at + 17}, FontRole::Small,
                              m_canvas.theme().textSecond, Align::Left, room);
            return;
        }
        double below = 0;
        double floor = m_panel.plot.bottom() + 4;
        for (const view::ChartSegment &segment : last.segments) {
            const double middle = y(below + drawn(m_table, segment) / 2);
            below += drawn(m_table, segment);
            const double at = std::min(middle + 4, floor);
            floor = at - 16;
            m_canvas.line({m_panel.plot.right() + 1, middle, left - 1, at - 4}, m_canvas.theme().textThird);
            m_canvas.text(amountOf(segment) + u' ' + wordOf(segment), {left + 2, at}, FontRole::Small, m_canvas.theme().text, Align::Left,
                          room - 2);
        }
    }

    static QString wordOf(const view::ChartSegment &segment)
    {
        const std::string_view name = word(segment.certainty);
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }

    QString amountOf(const view::ChartSegment &segment) const
    {
        const bool low = m_table.bound == view::ChartBound::Low;
        const bool high = m_table.bound == view::ChartBound::High;
        if (m_table.unit == view::ChartUnit::Megawatts)
            return view::power(Power(segment.high));
        return view::money(MoneyRange{Money(high ? segment.high : segment.low), Money(low ? segment.low : segment.high)});
    }

    void layArticle(bool spoken)
    {
        const int at = m_table.mark->date.firstDay();
        if (at < m_first || at > m_last)
            return;
        const QColor &accent = m_canvas.theme().accent;
        m_canvas.line({x(at), m_panel.plot.top(), x(at), m_panel.plot.bottom()}, accent, 1.5);
        const bool roomLeft = x(at) - m_panel.plot.left() > 120;
        const QPointF corner(x(at) + (roomLeft ? -8 : 8), m_panel.plot.top() + 10);
        const Align align = roomLeft ? Align::Right : Align::Left;
        m_canvas.text(spoken ? m_table.mark->title : QStringLiteral("Article"), corner, spoken ? FontRole::SmallBold : FontRole::Small,
                      m_canvas.theme().text, align);
        if (!spoken)
            return;
        m_canvas.text(m_table.mark->note, corner + QPointF(0, 16), FontRole::Small, m_canvas.theme().textSecond, align);
        if (!m_table.mark->stated || scaled(m_table, *m_table.mark->stated) > m_most)
            return;
        QPainterPath dot;
        dot.addEllipse(QPointF(x(at), y(scaled(m_table, *m_table.mark->stated))), 4.5, 4.5);
        m_canvas.shape(dot, m_canvas.style().ground, QPen(accent, 2));
    }

    Canvas &m_canvas;
    const view::ChartTable &m_table;
    const view::ChartGroup &m_group;
    Panel m_panel;
    double m_most;
    double m_step;
    int m_first;
    int m_last;
};

} // namespace

void laySteps(Canvas &canvas, const view::ChartTable &table, const QRectF &area)
{
    double most = largestDrawn(table);
    if (table.mark && table.mark->stated && scaled(table, *table.mark->stated) < 2 * most)
        most = std::max(most, scaled(table, *table.mark->stated));
    most *= 1.04;
    int first = Date{2200, 1, 1}.firstDay();
    int last = Date{1900, 1, 1}.firstDay();
    for (const view::ChartGroup &group : table.groups)
        for (const view::ChartRow &row : group.rows) {
            first = std::min(first, row.date->firstDay());
            last = std::max(last, row.date->firstDay());
        }
    if (table.mark)
        last = std::max(last, table.mark->date.firstDay());
    const int air = std::max(15, (last - first) / 30);
    std::size_t widest = 0;
    const auto panels = panelsOf(table, canvas, area, 44, canvas.dock() ? 72 : 124);
    const auto reached = [&](std::size_t i) {
        return table.groups[static_cast<std::size_t>(panels[i].group)].rows.back().amount.high.value_or(0);
    };
    for (std::size_t i = 0; i < panels.size(); ++i)
        if (reached(i) > reached(widest))
            widest = i;
    for (std::size_t i = 0; i < panels.size(); ++i)
        Steps(canvas, table, panels[i], most, roundStep(most, 4), first - air, last + air).lay(i == widest);
}

} // namespace dealscape::charts
