// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/chromesheet.h"

#include "drawing/edges.h"
#include "style/text.h"

#include <QTransform>

#include <algorithm>
#include <utility>

namespace dealscape::drawing {

namespace {

void addLine(QPainterPath &path, QPointF from, QPointF to)
{
    path.moveTo(from);
    path.lineTo(to);
}

/// Pieces of a level line, counted from its right end, where the head is: the first may be cut short.
QPainterPath pieces(QPointF end, double length, double piece, double gap)
{
    QPainterPath path;
    for (double x = 0; x < length; x += piece + gap)
        addLine(path, end - QPointF(std::min(x + piece, length), 0), end - QPointF(x, 0));
    return path;
}

} // namespace

ChromeMark &ChromeSheet::add()
{
    ChromeMark &mark = m_marks.emplace_back();
    mark.target = m_target;
    mark.hitBox = std::exchange(m_hitBox, QRectF());
    return mark;
}

void ChromeSheet::line(double left, double top, const QString &text, style::FontRole font, const QColor &colour)
{
    if (!text.isEmpty())
        add().runs.push_back({text, QPointF(left, top + style::baselineIn(font)), font, colour});
}

void ChromeSheet::lineRight(double right, double top, const QString &text, style::FontRole font, const QColor &colour)
{
    line(right - style::textWidth(text, font), top, text, font, colour);
}

void ChromeSheet::lineCentred(double middle, double top, const QString &text, style::FontRole font, const QColor &colour)
{
    line(middle - style::textWidth(text, font) / 2, top, text, font, colour);
}

void ChromeSheet::fill(const QPainterPath &path, const QColor &colour)
{
    ChromeMark &mark = add();
    mark.path = path;
    mark.fill = colour;
}

void ChromeSheet::stroke(const QPainterPath &path, const QColor &colour, double width, Qt::PenCapStyle cap)
{
    ChromeMark &mark = add();
    mark.path = path;
    mark.stroke = colour;
    mark.strokeWidth = width;
    mark.roundCap = cap == Qt::RoundCap;
}

void ChromeSheet::patterned(const QPainterPath &path, const style::Pattern &pattern)
{
    ChromeMark &mark = add();
    mark.path = path;
    mark.stroke = m_theme.canvas;
    mark.strokeWidth = pattern.width;
    mark.dashes = pattern.dashes;
    mark.roundCap = pattern.round;
}

void ChromeSheet::outlined(const QPainterPath &path, const QColor &fillColour, const QColor &edge, double width)
{
    fill(path, fillColour);
    stroke(path, edge, width);
}

void ChromeSheet::icon(style::Icon which, QPointF centre, double size, const QColor &colour)
{
    const double scale = size / style::iconGrid;
    QTransform place;
    place.translate(centre.x() - size / 2, centre.y() - size / 2);
    place.scale(scale, scale);
    stroke(place.map(style::icon(which)), colour, style::iconStroke * scale, Qt::RoundCap);
}

void ChromeSheet::arrow(QPointF tip, double length, double width, Certainty certainty, const QColor &colour)
{
    const bool paid = certainty == Certainty::Paid;
    const double headLength = headLengthOf(width);
    const double halfHead = 4 + 0.72 * width + (paid ? 1.5 : 0);
    const QPointF end = tip - QPointF(0.92 * headLength, 0);
    const double shaft = length - 0.92 * headLength;
    const double paidLength = 8 + 0.6 * width;
    if (certainty == Certainty::Potential)
        stroke(pieces(end - QPointF(width, 0), shaft - 1.5 * width, 0.01, std::max(5.0, 2 * width)), colour, width, Qt::RoundCap);
    else if (certainty == Certainty::Announced) {
        const Dash usual = announcedDash(width);
        const bool sliver = shaft < 1.5 * usual.on + usual.off;
        const Dash dash = sliver ? announcedDash(width, {QPolygonF({end - QPointF(shaft, 0), end})}) : usual;
        stroke(pieces(end, shaft, dash.on, dash.off), colour, width);
    } else
        stroke(pieces(end, shaft, shaft, 0), colour, width);
    if (paid)
        stroke(pieces(end, paidLength, paidLength, 0), colour, width + 4);
    QPainterPath head(tip);
    head.lineTo(tip + QPointF(-headLength, -halfHead));
    head.lineTo(tip + QPointF(-headLength, halfHead));
    head.closeSubpath();
    fill(head, colour);
}

void ChromeSheet::aim(Target target, const QRectF &hitBox)
{
    m_target = target;
    m_hitBox = hitBox;
}

void ChromeSheet::release()
{
    m_target = {};
    m_hitBox = {};
}

std::vector<ChromeMark> ChromeSheet::take()
{
    return std::exchange(m_marks, {});
}

double headLengthOf(double width)
{
    return 8 + 0.85 * width;
}

QPainterPath dashed(const QPainterPath &path, double dash, double gap)
{
    QPainterPath result;
    const double length = path.length();
    const auto at = [&](double distance) { return path.pointAtPercent(path.percentAtLength(std::min(distance, length))); };
    constexpr double step = 1;
    for (double start = 0; start < length; start += dash + gap) {
        result.moveTo(at(start));
        for (double on = step; on < dash; on += step)
            result.lineTo(at(start + on));
        result.lineTo(at(start + dash));
    }
    return result;
}

} // namespace dealscape::drawing
