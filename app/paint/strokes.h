// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"

#include <QColor>
#include <QLineF>
#include <QList>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <map>
#include <vector>

namespace dealscape::paint {

/// Lines of a network on a painter. Wide ones are stroked one by one; those up to a width, and the small fills, are
/// gathered by pen and drawn together by flush(), which is what makes thousands of them quick.
class Strokes {
public:
    /// Pieces outside of the visible box are left out.
    Strokes(QPainter &painter, const QRectF &visible, double gatheredUpTo);

    void solid(const QPolygonF &line, const QColor &colour, double width);
    /// The pieces of one ribbon. Paid, binding and cancelled run through; announced is dashed; potential is dotted with round
    /// dots every max(5, 2 w). Dashes are counted from each piece's end, so that one meets the head.
    void styled(const std::vector<QPolygonF> &pieces, const QColor &colour, double width, Certainty certainty);
    /// Dashes of any pattern, always gathered.
    void dashed(const QPolygonF &line, const QColor &colour, double width, double dash, double gap);
    void filled(const QPolygonF &shape, const QColor &colour);
    void ring(QPointF centre, double radius, const QColor &stroke, const QColor &fill, double width);
    /// Draws what was gathered: lines, then fills.
    void flush();

private:
    struct Key {
        double width;
        QRgb colour;
        auto operator<=>(const Key &) const = default;
    };

    /// Calls with each part of the line where `on` of every `on + off` pixels, counted from its end, are drawn.
    template <class Call>
    void forEachDash(const QPolygonF &line, double on, double off, Call call) const;
    void dotted(const QPolygonF &line, const QColor &colour, double width);
    bool isVisible(QPointF a, QPointF b) const;

    QPainter &m_painter;
    QRectF m_visible;
    double m_gatheredUpTo;
    std::map<Key, QList<QLineF>> m_lines;
    std::map<QRgb, QPainterPath> m_fills;
};

} // namespace dealscape::paint
