// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/canvas.h"

#include "paint/letters.h"
#include "reports/charttable.h"
#include "style/text.h"
#include "style/theme.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QStringList>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <ranges>
#include <set>
#include <string_view>

namespace dealscape::charts {

Canvas::Canvas(const PlotStyle &style) : m_style(style), m_theme(style::theme(style.theme)), m_scene(std::make_unique<QGraphicsScene>())
{
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
}

Canvas::~Canvas() = default;

QChart *Canvas::chart(const QRectF &plot)
{
    auto *chart = new QChart;
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->legend()->hide();
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_scene->addItem(chart);
    constexpr double air = 4;
    chart->setGeometry(plot.adjusted(-air, -air, air, air));
    chart->setPlotArea(QRectF(QPointF(air, air), plot.size()));
    return chart;
}

void Canvas::add(QChart *chart, QAbstractSeries *series, Range across, Range up) const
{
    chart->addSeries(series);
    const auto axis = [&](Range range, Qt::Alignment alignment) {
        const QList<QAbstractAxis *> known = chart->axes(alignment == Qt::AlignBottom ? Qt::Horizontal : Qt::Vertical);
        if (!known.isEmpty()) {
            series->attachAxis(known.front());
            return;
        }
        auto *made = new QValueAxis;
        made->setTickCount(2);
        made->setLabelsVisible(false);
        made->setLineVisible(false);
        made->setGridLineVisible(false);
        made->setRange(range.from, range.to);
        chart->addAxis(made, alignment);
        series->attachAxis(made);
    };
    axis(across, Qt::AlignBottom);
    axis(up, Qt::AlignLeft);
}

void Canvas::fillBetween(QChart *chart, const QRectF &whole, const QList<QPointF> &upper, const QList<QPointF> &lower,
                         const QColor &colour) const
{
    const auto line = [](const QList<QPointF> &points) {
        QList<QPointF> upwards;
        for (const QPointF &point : points)
            upwards.append({point.x(), -point.y()});
        auto *series = new QLineSeries;
        series->append(upwards);
        return series;
    };
    auto *area = new QAreaSeries(line(upper), line(lower));
    area->upperSeries()->setParent(area);
    area->lowerSeries()->setParent(area);
    area->setBrush(colour);
    area->setPen(Qt::NoPen);
    add(chart, area, {whole.left(), whole.right()}, {-whole.bottom(), -whole.top()});
}

void Canvas::grid(const QLineF &line)
{
    QPainterPath path;
    const QPointF half(0.5, 0.5);
    path.addRect(QRectF(line.p1() - half, line.p2() + half));
    under(path, m_theme.grid);
}

double Canvas::text(const QString &text, QPointF baseline, style::FontRole font, const QColor &colour, Align align, double width)
{
    const QString shown = width > 0 ? style::shortened(text, font, width) : text;
    const double used = style::textWidth(shown, font);
    if (align == Align::Right)
        baseline.rx() -= used;
    else if (align == Align::Centre)
        baseline.rx() -= used / 2;
    m_texts.push_back({shown, baseline, font, colour});
    return used;
}

void Canvas::line(const QLineF &line, const QColor &colour, double width, Qt::PenStyle style)
{
    m_lines.push_back({line, QPen(colour, width, style, Qt::FlatCap)});
}

void Canvas::under(const QPainterPath &path, const QBrush &brush)
{
    m_under.push_back({path, brush, Qt::NoPen});
}

void Canvas::shape(const QPainterPath &path, const QBrush &brush, const QPen &pen)
{
    m_shapes.push_back({path, brush, pen});
}

namespace {

/// Stripes that rise to the right every six pixels, cut off at the path.
QPainterPath stripesIn(const QPainterPath &path)
{
    constexpr double every = 6;
    constexpr double across = 2.5;
    const QRectF box = path.boundingRect();
    QPainterPath stripes;
    const double first = box.left() - box.height() - std::fmod(box.left(), every);
    const int count = static_cast<int>(std::ceil((box.right() + every - first) / every));
    for (int i = 0; i < count; ++i) {
        const double x = first + i * every;
        const QPointF rise(box.height(), -box.height());
        const QPointF foot(x, box.bottom());
        stripes.addPolygon(QPolygonF({foot, foot + rise, foot + rise + QPointF(across, 0), foot + QPointF(across, 0), foot}));
    }
    return stripes.intersected(path);
}

} // namespace

void Canvas::hatch(const QPainterPath &path)
{
    m_hatches.push_back({path, stripesIn(path), m_theme.certainty(Certainty::Potential)});
}

void Canvas::bracket(const QLineF &line, Qt::PenStyle style)
{
    const double cap = dock() ? 3 : 4;
    const QLineF across = line.normalVector();
    const QPointF side = line.length() > 0 ? (across.p2() - across.p1()) / line.length() * cap : QPointF(0, cap);
    const std::array strokes = {line, QLineF(line.p1() - side, line.p1() + side), QLineF(line.p2() - side, line.p2() + side)};
    for (const QLineF &stroke : strokes)
        m_lines.push_back({stroke, QPen(m_style.ground, 3.5, Qt::SolidLine, Qt::SquareCap)});
    m_lines.push_back({strokes[0], QPen(m_theme.text, 1.5, style, Qt::FlatCap)});
    for (const std::size_t i : {1, 2})
        m_lines.push_back({strokes[i], QPen(m_theme.text, 1.5, Qt::SolidLine, Qt::FlatCap)});
}

QColor Canvas::fill(Certainty certainty) const
{
    return certainty == Certainty::Potential ? m_style.ground : m_theme.certainty(certainty);
}

QPen Canvas::rim(Certainty certainty) const
{
    if (certainty == Certainty::Announced || certainty == Certainty::Potential)
        return QPen(m_theme.certainty(Certainty::Potential), 1);
    return Qt::NoPen;
}

namespace {

/// Stripes are shapes rather than lines under a clip, which not every device knows.
void paintHatch(QPainter &painter, const HatchInk &hatch)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(hatch.colour);
    painter.drawPath(hatch.stripes);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hatch.colour, 1));
    painter.drawPath(hatch.path);
}

void paintShapes(QPainter &painter, const std::vector<ShapeInk> &shapes)
{
    for (const ShapeInk &shape : shapes) {
        painter.setPen(shape.pen);
        painter.setBrush(shape.brush);
        painter.drawPath(shape.path);
    }
}

} // namespace

void Canvas::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintShapes(painter, m_under);
    if (const QRectF box = m_scene->itemsBoundingRect(); !box.isEmpty())
        m_scene->render(&painter, box, box);
    for (const HatchInk &hatch : m_hatches)
        paintHatch(painter, hatch);
    paintShapes(painter, m_shapes);
    for (const LineInk &line : m_lines) {
        painter.setPen(line.pen);
        painter.drawLine(line.line);
    }
    for (const TextInk &text : m_texts) {
        painter.setFont(style::font(text.font));
        painter.setPen(text.colour);
        paint::drawText(painter, text.baseline, text.text);
    }
    painter.restore();
}

QStringList brokenInto(const QString &text, style::FontRole font, double width, qsizetype most)
{
    const double space = style::textWidth(QStringLiteral(" "), font);
    QStringList lines;
    double used = 0;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const double needed = style::textWidth(word, font);
        const bool last = lines.size() == most;
        if (!lines.isEmpty() && (last || used + space + needed <= width)) {
            lines.back() += u' ' + word;
            used += space + needed;
        } else {
            lines += word;
            used = needed;
        }
    }
    for (QString &line : lines)
        line = style::shortened(line, font, std::max(20.0, width));
    return lines;
}

namespace {

/// The chip before a name, and the room before the next one.
constexpr double chipRoom = 16;
constexpr double betweenChips = 16;

QString nameOf(Certainty certainty)
{
    const std::string_view name = label(certainty);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

double keyWidth(const std::vector<Certainty> &certainties)
{
    double width = 0;
    for (const Certainty certainty : certainties)
        width += chipRoom + style::textWidth(nameOf(certainty), style::FontRole::Small) + betweenChips;
    return std::max(0.0, width - betweenChips) + 4;
}

double layKey(Canvas &canvas, const std::vector<Certainty> &certainties, double left, QPointF right)
{
    double x = right.x();
    for (const Certainty certainty : std::views::reverse(certainties)) {
        const QString text = nameOf(certainty);
        const double start = x - style::textWidth(text, style::FontRole::Small);
        if (start - 20 < left)
            break;
        canvas.text(text, {start, right.y()}, style::FontRole::Small, canvas.theme().textSecond);
        QPainterPath chip;
        chip.addRect(QRectF(start - chipRoom, right.y() - 9, 10, 10));
        if (certainty == Certainty::Potential)
            canvas.hatch(chip);
        else
            canvas.shape(chip, canvas.fill(certainty), canvas.rim(certainty));
        x = start - chipRoom - betweenChips;
    }
    return x;
}

std::vector<Certainty> certaintiesOf(const reports::ChartTable &table)
{
    std::set<Certainty> found;
    const bool ranked = table.kind == reports::ChartKind::Concentration || (isWhole(table) && table.kind == reports::ChartKind::Country);
    if (!ranked && table.kind != reports::ChartKind::Plausibility)
        for (const reports::ChartGroup &group : table.groups)
            for (const reports::ChartRow &row : group.rows)
                for (const reports::ChartSegment &segment : row.segments)
                    found.insert(segment.certainty);
    return {found.begin(), found.end()};
}

} // namespace dealscape::charts
