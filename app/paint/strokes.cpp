// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/strokes.h"

#include "drawing/edges.h"
#include "drawing/polyline.h"

#include <QPen>

#include <algorithm>
#include <cmath>

namespace dealscape::paint {

namespace {

/// A piece that reaches half a pixel beyond both of its ends, so that no seam shows between it and the next.
QLineF lapped(QPointF a, QPointF b)
{
    const QPointF way = b - a;
    const double length = std::sqrt(QPointF::dotProduct(way, way));
    const QPointF over = length > 0 ? way * (0.5 / length) : QPointF();
    return {a - over, b + over};
}

} // namespace

Strokes::Strokes(QPainter &painter, const QRectF &visible, double gatheredUpTo)
    : m_painter(painter),
      m_visible(visible.adjusted(-gatheredUpTo, -gatheredUpTo, gatheredUpTo, gatheredUpTo)),
      m_gatheredUpTo(gatheredUpTo)
{}

bool Strokes::isVisible(QPointF a, QPointF b) const
{
    return std::max(a.x(), b.x()) >= m_visible.left() && std::min(a.x(), b.x()) <= m_visible.right() &&
        std::max(a.y(), b.y()) >= m_visible.top() && std::min(a.y(), b.y()) <= m_visible.bottom();
}

void Strokes::solid(const QPolygonF &line, const QColor &colour, double width)
{
    if (width > m_gatheredUpTo) {
        m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
        m_painter.drawPolyline(line);
        return;
    }
    QList<QLineF> &lines = m_lines[{width, colour.rgb()}];
    for (qsizetype i = 0; i + 1 < line.size(); ++i)
        if (isVisible(line[i], line[i + 1]))
            lines.append(lapped(line[i], line[i + 1]));
}

template <class Call>
void Strokes::forEachDash(const QPolygonF &line, double on, double off, Call call) const
{
    double phase = 0;
    for (qsizetype i = line.size() - 1; i > 0; --i) {
        const QPointF way = line[i - 1] - line[i];
        const double length = std::sqrt(QPointF::dotProduct(way, way));
        if (!isVisible(line[i - 1], line[i])) {
            phase = std::fmod(phase + length, on + off);
            continue;
        }
        for (double at = 0; at < length;) {
            const double step = std::min(length - at, (phase < on ? on : on + off) - phase);
            if (phase < on)
                call(QLineF(line[i] + way * (at / length), line[i] + way * ((at + step) / length)));
            at += std::max(step, 1e-6);
            phase += step;
            if (phase >= on + off - 1e-9)
                phase = 0;
            else if (phase < on && phase > on - 1e-9)
                phase = on;
        }
    }
}

void Strokes::dashed(const QPolygonF &line, const QColor &colour, double width, double dash, double gap)
{
    QList<QLineF> &lines = m_lines[{width, colour.rgb()}];
    forEachDash(line, dash, gap, [&](const QLineF &part) { lines.append(part); });
}

void Strokes::dotted(const QPolygonF &line, const QColor &colour, double width)
{
    const double every = std::max(5.0, 2 * width);
    if (width <= m_gatheredUpTo) {
        dashed(line, colour, width, width, every - width);
        return;
    }
    const drawing::Polyline way(line);
    QPolygonF dots;
    for (double at = way.length() - width / 2; at > width / 2; at -= every)
        dots.append(way.at(at));
    m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
    m_painter.drawPoints(dots);
}

void Strokes::styled(const std::vector<QPolygonF> &pieces, const QColor &colour, double width, Certainty certainty)
{
    const drawing::Dash dash = certainty == Certainty::Announced ? drawing::announcedDash(width, pieces) : drawing::Dash();
    for (const QPolygonF &line : pieces) {
        if (certainty == Certainty::Potential) {
            dotted(line, colour, width);
        } else if (certainty != Certainty::Announced) {
            solid(line, colour, width);
        } else if (width <= m_gatheredUpTo) {
            dashed(line, colour, width, dash.on, dash.off);
        } else {
            const drawing::Polyline way(line);
            const double least = std::min(way.length(), 0.3 * dash.on);
            for (double end = way.length(); end >= least; end -= dash.on + dash.off)
                solid(way.slice(std::max(0.0, end - dash.on), end), colour, width);
        }
    }
}

void Strokes::filled(const QPolygonF &shape, const QColor &colour)
{
    QPainterPath &path = m_fills[colour.rgb()];
    path.setFillRule(Qt::WindingFill);
    path.addPolygon(shape);
    path.closeSubpath();
}

void Strokes::ring(QPointF centre, double radius, const QColor &stroke, const QColor &fill, double width)
{
    m_painter.setPen(QPen(stroke, width));
    m_painter.setBrush(fill);
    m_painter.drawEllipse(centre, radius, radius);
}

void Strokes::flush()
{
    for (auto lines = m_lines.rbegin(); lines != m_lines.rend(); ++lines) {
        m_painter.setPen(QPen(QColor(lines->first.colour), lines->first.width, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLines(lines->second);
    }
    m_painter.setPen(Qt::NoPen);
    for (const auto &[colour, path] : m_fills) {
        m_painter.setBrush(QColor(colour));
        m_painter.drawPath(path);
    }
    m_lines.clear();
    m_fills.clear();
}

} // namespace dealscape::paint
