// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/geometry.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace dealscape::drawing {

/// A line of straight pieces, measured by the way along it from its first point. Units are logical pixels.
/// Positions outside 0..length() are taken to the nearer end. Look-ups are logarithmic in the pieces.
class Polyline {
public:
    Polyline() = default;
    explicit Polyline(QPolygonF points);

    bool isEmpty() const { return m_points.size() < 2; }
    double length() const { return m_ways.empty() ? 0 : m_ways.back(); }
    const QPolygonF &points() const { return m_points; }

    QPointF at(double way) const;
    /// Unit vector along the line.
    QPointF directionAt(double way) const;
    /// The stretch between two ways; empty when there is none.
    QPolygonF slice(double from, double to) const;
    /// The way of the nearest point.
    double nearest(QPointF point) const;

    /// The way at which the line, followed from its start, first gets out of a circle; 0 when it starts outside.
    double leaving(QPointF centre, double radius) const;
    /// The same for the line followed from its end: the way at which it finally gets into the circle.
    double entering(QPointF centre, double radius) const;

private:
    int pieceAt(double way) const;

    QPolygonF m_points;
    std::vector<double> m_ways;
};

/// Joined cubic Bézier curves (a control polygon of 1 + 3 n points) as straight pieces that stay within the tolerance.
/// The number of pieces follows Wang's bound: sqrt(3/4 * |second difference| / tolerance) a curve.
QPolygonF flatten(const std::vector<QPointF> &controls, double tolerance);

/// How far a line runs beside another at its start, between and at its end. It changes over within `taper` of the ends.
/// Positive distances lie to the right of the direction of travel (y downwards).
struct Aside {
    double start = 0;
    double middle = 0;
    double end = 0;
    double taper = 0;
};

QPolygonF beside(const Polyline &line, const Aside &aside);

/// Whether the straight piece meets the box.
bool crosses(QPointF a, QPointF b, const QRectF &box);

inline QPointF rightOf(QPointF direction)
{
    return {-direction.y(), direction.x()};
}

} // namespace dealscape::drawing
