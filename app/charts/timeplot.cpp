// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/panels.h"
#include "style/text.h"
#include "words/numbers.h"

#include <QLocale>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

namespace dealscape::charts {

namespace {

using style::FontRole;

/// The days that a plot spans.
struct Days {
    int first = 0;
    int last = 1;
};

QString wordOf(const reports::ChartSegment &segment)
{
    const std::string_view name = word(segment.certainty);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString amountOf(const reports::ChartTable &table, const reports::ChartSegment &segment)
{
    const bool low = table.bound == reports::ChartBound::Low;
    const bool high = table.bound == reports::ChartBound::High;
    if (table.unit == reports::ChartUnit::Megawatts)
        return words::power(Power(segment.high));
    return words::money(MoneyRange{Money(high ? segment.high : segment.low), Money(low ? segment.low : segment.high)});
}

/// What is said at the last day: the total, or what each certainty has come to.
bool endsInTotal(const reports::ChartRow &last, const Canvas &canvas)
{
    return last.segments.size() < 2 || canvas.dock();
}

/// Room at the right of each plot for what is said there.
double endRoom(const reports::ChartTable &table, const Canvas &canvas)
{
    double room = canvas.dock() ? 72 : 124;
    for (const int group : drawnGroups(table)) {
        const reports::ChartRow &last = table.groups[static_cast<std::size_t>(group)].rows.back();
        if (endsInTotal(last, canvas)) {
            room = std::max(room, style::textWidth(last.text, FontRole::BodyBold) + 10);
            continue;
        }
        for (const reports::ChartSegment &segment : last.segments)
            room = std::max(room, style::textWidth(amountOf(table, segment) + u' ' + wordOf(segment), FontRole::Small) + 12);
    }
    return room;
}

class Steps {
public:
    Steps(Canvas &canvas, const reports::ChartTable &table, const Panel &panel, double most, Days days)
        : m_canvas(canvas),
          m_table(table),
          m_group(table.groups[static_cast<std::size_t>(panel.group)]),
          m_panel(panel),
          m_most(most),
          m_first(days.first),
          m_last(std::max(days.last, days.first + 1))
    {}

    void lay(QChart *chart, const QRectF &whole, bool spoken)
    {
        layPanelTitle(m_canvas, m_table, m_panel);
        layAreas(chart, whole);
        layValueAxis(m_canvas, m_panel, m_most, roundStep(m_most, 5));
        layDates();
        layMarks();
        layEnds();
        if (m_table.mark)
            layArticle(spoken);
    }

private:
    double x(int day) const { return m_panel.plot.left() + double(day - m_first) / (m_last - m_first) * m_panel.plot.width(); }
    double y(double value) const { return m_panel.plot.bottom() - value / m_most * m_panel.plot.height(); }
    int day(const reports::ChartRow &row) const { return row.date ? row.date->firstDay() : m_first; }

    /// The outline of everything up to a level, as steps from the first day to the last, in pixels.
    QList<QPointF> outline(const std::vector<double> &levels) const
    {
        QList<QPointF> points = {{x(m_first), y(0)}};
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const double at = x(day(m_group.rows[i]));
            points.append({at, points.back().y()});
            points.append({at, y(levels[i])});
        }
        points.append({x(m_last), points.back().y()});
        return points;
    }

    void hatchBetween(const QList<QPointF> &upper, const QList<QPointF> &lower)
    {
        QPolygonF shape(upper);
        for (const QPointF &point : std::views::reverse(lower))
            shape.append(point);
        QPainterPath path;
        path.addPolygon(shape);
        path.closeSubpath();
        m_canvas.hatch(path);
    }

    void layAreas(QChart *chart, const QRectF &whole)
    {
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
            m_canvas.fillBetween(chart, whole, outline(above), outline(below), m_canvas.fill(static_cast<Certainty>(c)));
            if (static_cast<Certainty>(c) == Certainty::Potential)
                hatchBetween(outline(above), outline(below));
            below = std::move(above);
        }
        if (m_table.bound != reports::ChartBound::Range)
            return;
        std::vector<double> high = below;
        for (std::size_t i = 0; i < high.size(); ++i)
            high[i] = std::max(high[i], scaled(m_table, m_group.rows[i].amount.high.value_or(0)));
        if (high != below)
            m_canvas.fillBetween(chart, whole, outline(high), outline(below), m_canvas.theme().halo(Family::Compute));
    }

    /// The first days of every so many months in view, counted from the beginning of the calendar.
    std::vector<Date> ticks(int every) const
    {
        std::vector<Date> found;
        for (int month = yearOf(m_first) * 12 / every * every; month <= yearOf(m_last) * 12 + 11; month += every) {
            const Date date{month / 12, month % 12 + 1, 1};
            if (date.firstDay() >= m_first && date.firstDay() <= m_last)
                found.push_back(date);
        }
        return found;
    }

    /// A round number of years, or half years where there are few; shorter steps where less than two of them are in view.
    std::vector<Date> ticks() const
    {
        constexpr double least = 44;
        const double yearWidth = m_panel.plot.width() * 365.25 / (m_last - m_first);
        const bool halves = yearOf(m_last) - yearOf(m_first) < 3 && yearWidth > 80;
        int years = 1;
        for (const int round : {100, 50, 20, 10, 5, 2, 1})
            if (round * yearWidth >= least)
                years = round;
        std::vector<Date> found = ticks(halves ? 6 : 12 * years);
        for (const int every : {6, 3, 1})
            if (found.size() < 2 && yearWidth * every / 12 >= least)
                found = ticks(every);
        return found;
    }

    void layDates()
    {
        const std::vector<Date> dates = ticks();
        const bool yearTold = std::ranges::any_of(dates, [](const Date &date) { return date.month == 1; });
        for (const Date &date : dates) {
            const double at = x(date.firstDay());
            QString text = QString::number(date.year);
            if (date.month != 1) {
                const QString month = QLocale(QLocale::English, QLocale::UnitedKingdom).monthName(date.month, QLocale::ShortFormat);
                text = !yearTold && date == dates.front() ? month + u' ' + text : month;
            }
            m_canvas.line({at, m_panel.plot.bottom(), at, m_panel.plot.bottom() + 4}, m_canvas.theme().border);
            m_canvas.text(text, {at, m_panel.plot.bottom() + 18}, FontRole::Small, m_canvas.theme().textThird, Align::Centre);
        }
    }

    static int yearOf(int day)
    {
        const int year = 1970 + static_cast<int>(std::floor(day / 365.2425));
        return Date{year + 1, 1, 1}.firstDay() <= day ? year + 1 : year;
    }

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
        const reports::ChartRow &last = m_group.rows.back();
        const double left = m_panel.plot.right() + 8;
        const double room = m_panel.area.right() - left;
        if (endsInTotal(last, m_canvas)) {
            const double at = std::max(m_panel.plot.top() + 10, y(scaled(m_table, last.amount.high.value_or(0))) + 4);
            m_canvas.text(last.text, {left, at}, FontRole::BodyBold, m_canvas.theme().text, Align::Left, room);
            if (last.segments.size() == 1)
                m_canvas.text(QStringLiteral("all ") + wordOf(last.segments.front()), {left, at + 17}, FontRole::Small,
                              m_canvas.theme().textSecond, Align::Left, room);
            return;
        }
        double below = 0;
        double floor = m_panel.plot.bottom() + 4;
        for (const reports::ChartSegment &segment : last.segments) {
            const double middle = y(below + drawn(m_table, segment) / 2);
            below += drawn(m_table, segment);
            const double at = std::min(middle + 4, floor);
            floor = at - 16;
            m_canvas.line({m_panel.plot.right() + 1, middle, left - 1, at - 4}, m_canvas.theme().textThird);
            m_canvas.text(amountOf(m_table, segment) + u' ' + wordOf(segment), {left + 2, at}, FontRole::Small, m_canvas.theme().text,
                          Align::Left, room - 2);
        }
    }

    void layArticle(bool spoken)
    {
        const int at = m_table.mark->date.firstDay();
        if (at < m_first || at > m_last)
            return;
        const QColor &accent = m_canvas.theme().accent;
        m_canvas.line({x(at), m_panel.plot.top(), x(at), m_panel.plot.bottom()}, accent, 1.5);
        constexpr double aside = 8;
        const double before = x(at) - m_panel.plot.left() - aside;
        const double behind = m_panel.plot.right() - x(at) - aside;
        const bool roomLeft = before > 112 || before > behind;
        const double room = std::max(roomLeft ? before : behind, 0.0);
        const QPointF corner(x(at) + (roomLeft ? -aside : aside), m_panel.plot.top() + 10);
        const Align align = roomLeft ? Align::Right : Align::Left;
        const auto fits = [room](const QString &text, FontRole font) { return style::textWidth(text, font) <= room; };
        const bool whole = spoken && fits(m_table.mark->title, FontRole::SmallBold);
        const QString title = whole ? m_table.mark->title : QStringLiteral("Article");
        const FontRole font = whole ? FontRole::SmallBold : FontRole::Small;
        if (fits(title, font))
            m_canvas.text(title, corner, font, m_canvas.theme().text, align);
        if (!spoken)
            return;
        if (fits(m_table.mark->note, FontRole::Small))
            m_canvas.text(m_table.mark->note, corner + QPointF(0, 16), FontRole::Small, m_canvas.theme().textSecond, align);
        if (!m_table.mark->stated || scaled(m_table, *m_table.mark->stated) > m_most)
            return;
        QPainterPath dot;
        dot.addEllipse(QPointF(x(at), y(scaled(m_table, *m_table.mark->stated))), 4.5, 4.5);
        m_canvas.shape(dot, m_canvas.style().ground, QPen(accent, 2));
    }

    Canvas &m_canvas;
    const reports::ChartTable &m_table;
    const reports::ChartGroup &m_group;
    Panel m_panel;
    double m_most;
    int m_first;
    int m_last;
};

} // namespace

namespace {

/// From the first announcement, or the article, to the last, with air at both ends.
Days daysOf(const reports::ChartTable &table)
{
    Days days{Date{2200, 1, 1}.firstDay(), Date{1900, 1, 1}.firstDay()};
    for (const reports::ChartGroup &group : table.groups)
        for (const reports::ChartRow &row : group.rows) {
            days.first = std::min(days.first, row.date->firstDay());
            days.last = std::max(days.last, row.date->firstDay());
        }
    if (table.mark)
        days.last = std::max(days.last, table.mark->date.firstDay());
    const int air = std::max(15, (days.last - days.first) / 30);
    return {days.first - air, days.last + air};
}

} // namespace

void laySteps(Canvas &canvas, const reports::ChartTable &table, const QRectF &area)
{
    double most = largestDrawn(table);
    if (table.mark && table.mark->stated && scaled(table, *table.mark->stated) < 2 * most)
        most = std::max(most, scaled(table, *table.mark->stated));
    most *= 1.04;
    const auto panels = panelsOf(table, canvas, area, axisRoom(most), endRoom(table, canvas));
    const auto reached = [&](const Panel &panel) {
        return table.groups[static_cast<std::size_t>(panel.group)].rows.back().amount.high.value_or(0);
    };
    const auto widest = std::ranges::max_element(panels, {}, reached);
    QChart *chart = canvas.chart(area);
    for (auto panel = panels.begin(); panel != panels.end(); ++panel)
        Steps(canvas, table, *panel, most, daysOf(table)).lay(chart, area, panel == widest);
}

} // namespace dealscape::charts
