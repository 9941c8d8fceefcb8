// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/brush.h"

#include "view/polyline.h"

#include <QPen>

#include <algorithm>

namespace dealscape::view {

QColor blended(const QColor &colour, const QColor &ground, double strength)
{
    if (strength >= 1)
        return colour;
    const auto mix = [&](int over, int under) { return static_cast<int>(std::lround(under + (over - under) * strength)); };
    return QColor(mix(colour.red(), ground.red()), mix(colour.green(), ground.green()), mix(colour.blue(), ground.blue()));
}

Strokes::Strokes(QPainter &painter, double gatheredUpTo) : m_painter(painter), m_gatheredUpTo(gatheredUpTo) {}

void Strokes::solid(const QPolygonF &line, const QColor &colour, double width)
{
    if (width > m_gatheredUpTo) {
        m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        m_painter.drawPolyline(line);
        return;
    }
    QList<QLineF> &lines = m_lines[{colour.rgb(), width}];
    for (qsizetype i = 0; i + 1 < line.size(); ++i)
        lines.append(QLineF(line[i], line[i + 1]));
}

void Strokes::styled(const QPolygonF &line, const QColor &colour, double width, Certainty certainty)
{
    if (certainty != Certainty::Announced && certainty != Certainty::Potential) {
        solid(line, colour, width);
        return;
    }
    const Polyline way(line);
    if (certainty == Certainty::Potential) {
        const double step = std::max(5.0, 2 * width);
        QPolygonF dots;
        for (double at = way.length() - width / 2; at > width / 2; at -= step)
            dots.append(way.at(at));
        m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawPoints(dots);
        return;
    }
    const double dash = std::max(10.0, 2.4 * width);
    const double gap = std::max(6.0, width);
    for (double end = way.length(); end > 0.5; end -= dash + gap)
        solid(way.slice(std::max(0.0, end - dash), end), colour, width);
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
    for (const auto &[key, lines] : m_lines) {
        m_painter.setPen(QPen(QColor(key.colour), key.width, Qt::SolidLine, Qt::SquareCap));
        m_painter.drawLines(lines);
    }
    m_painter.setPen(Qt::NoPen);
    for (const auto &[colour, path] : m_fills) {
        m_painter.setBrush(QColor(colour));
        m_painter.drawPath(path);
    }
    m_lines.clear();
    m_fills.clear();
}

} // namespace dealscape::view
