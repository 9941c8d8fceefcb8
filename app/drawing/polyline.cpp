// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/polyline.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dealscape::drawing {

namespace {

/// std::hypot guards against overflow, which coordinates never come near, at ten times the price.
double sizeOf(QPointF way)
{
    return std::sqrt(QPointF::dotProduct(way, way));
}

double distance(QPointF a, QPointF b)
{
    return sizeOf(a - b);
}

/// Share of the way from a (inside) to b (outside) at which the circle is met.
double crossing(QPointF a, QPointF b, QPointF centre, double radius)
{
    const QPointF d = b - a;
    const QPointF f = a - centre;
    const double square = QPointF::dotProduct(d, d);
    if (square <= 0)
        return 0;
    const double half = QPointF::dotProduct(f, d);
    const double rest = QPointF::dotProduct(f, f) - radius * radius;
    const double root = std::sqrt(std::max(0.0, half * half - square * rest));
    return std::clamp((-half + root) / square, 0.0, 1.0);
}

} // namespace

Polyline::Polyline(QPolygonF points)
{
    m_points.reserve(points.size());
    m_ways.reserve(static_cast<std::size_t>(points.size()));
    for (const QPointF &point : points) {
        if (m_points.isEmpty()) {
            m_ways.push_back(0);
        } else {
            const double step = distance(point, m_points.back());
            if (step < 1e-9)
                continue;
            m_ways.push_back(m_ways.back() + step);
        }
        m_points.append(point);
    }
}

int Polyline::pieceAt(double way) const
{
    const auto above = std::upper_bound(m_ways.begin() + 1, m_ways.end() - 1, way);
    return static_cast<int>(above - m_ways.begin()) - 1;
}

QPointF Polyline::at(double way) const
{
    if (isEmpty())
        return m_points.isEmpty() ? QPointF() : m_points.front();
    const int piece = pieceAt(way);
    const double start = m_ways[static_cast<std::size_t>(piece)];
    const double end = m_ways[static_cast<std::size_t>(piece) + 1];
    const double share = std::clamp((way - start) / (end - start), 0.0, 1.0);
    return m_points[piece] + (m_points[piece + 1] - m_points[piece]) * share;
}

QPointF Polyline::directionAt(double way) const
{
    if (isEmpty())
        return {1, 0};
    const int piece = pieceAt(way);
    const QPointF d = m_points[piece + 1] - m_points[piece];
    return d / sizeOf(d);
}

QPolygonF Polyline::slice(double from, double to) const
{
    from = std::max(0.0, from);
    to = std::min(length(), to);
    QPolygonF part;
    if (isEmpty() || to - from < 1e-6)
        return part;
    part.append(at(from));
    for (int i = pieceAt(from) + 1; m_ways[static_cast<std::size_t>(i)] < to - 1e-9; ++i)
        if (m_ways[static_cast<std::size_t>(i)] > from + 1e-9)
            part.append(m_points[i]);
    part.append(at(to));
    return part;
}

double Polyline::nearest(QPointF point) const
{
    double best = std::numeric_limits<double>::max();
    double way = 0;
    for (int i = 0; i + 1 < m_points.size(); ++i) {
        const QPointF d = m_points[i + 1] - m_points[i];
        const double share = std::clamp(QPointF::dotProduct(point - m_points[i], d) / QPointF::dotProduct(d, d), 0.0, 1.0);
        const double away = distance(point, m_points[i] + d * share);
        if (away < best) {
            best = away;
            const double start = m_ways[static_cast<std::size_t>(i)];
            way = start + share * (m_ways[static_cast<std::size_t>(i) + 1] - start);
        }
    }
    return way;
}

double Polyline::leaving(QPointF centre, double radius) const
{
    if (isEmpty() || distance(m_points.front(), centre) >= radius)
        return 0;
    for (int i = 0; i + 1 < m_points.size(); ++i)
        if (distance(m_points[i + 1], centre) >= radius) {
            const double start = m_ways[static_cast<std::size_t>(i)];
            const double end = m_ways[static_cast<std::size_t>(i) + 1];
            return start + crossing(m_points[i], m_points[i + 1], centre, radius) * (end - start);
        }
    return length();
}

double Polyline::entering(QPointF centre, double radius) const
{
    if (isEmpty() || distance(m_points.back(), centre) >= radius)
        return length();
    for (int i = static_cast<int>(m_points.size()) - 2; i >= 0; --i)
        if (distance(m_points[i], centre) >= radius) {
            const double start = m_ways[static_cast<std::size_t>(i)];
            const double end = m_ways[static_cast<std::size_t>(i) + 1];
            return end - crossing(m_points[i + 1], m_points[i], centre, radius) * (end - start);
        }
    return 0;
}

QPolygonF flatten(const std::vector<QPointF> &controls, double tolerance)
{
    QPolygonF line;
    if (controls.empty())
        return line;
    line.append(controls.front());
    for (std::size_t i = 0; i + 3 < controls.size(); i += 3) {
        const QPointF a = controls[i], b = controls[i + 1], c = controls[i + 2], d = controls[i + 3];
        const QPointF bend1 = a - 2 * b + c;
        const QPointF bend2 = b - 2 * c + d;
        const double bend = std::max(sizeOf(bend1), sizeOf(bend2));
        const int pieces = std::clamp(static_cast<int>(std::ceil(std::sqrt(0.75 * bend / tolerance))), 1, 256);
        for (int k = 1; k < pieces; ++k) {
            const double t = static_cast<double>(k) / pieces;
            const double u = 1 - t;
            line.append(u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d);
        }
        line.append(d);
    }
    return line;
}

QPolygonF beside(const Polyline &line, const Aside &aside)
{
    const double total = line.length();
    const int steps = std::max(2, static_cast<int>(std::ceil(total / 6)));
    const auto eased = [&](double way) {
        const double share = aside.taper > 0 ? std::clamp(way / aside.taper, 0.0, 1.0) : 1.0;
        return share * share * (3 - 2 * share);
    };
    QPolygonF shifted;
    shifted.reserve(steps + 1);
    for (int i = 0; i <= steps; ++i) {
        const double way = total * i / steps;
        const QPointF direction = line.at(way + 2) - line.at(way - 2);
        const double size = sizeOf(direction);
        const QPointF right = size > 0 ? rightOf(direction / size) : QPointF();
        const double distance =
            aside.middle + (aside.start - aside.middle) * (1 - eased(way)) + (aside.end - aside.middle) * (1 - eased(total - way));
        shifted.append(line.at(way) + right * distance);
    }
    return shifted;
}

bool crosses(QPointF a, QPointF b, const QRectF &box)
{
    if (std::max(a.x(), b.x()) < box.left() || std::min(a.x(), b.x()) > box.right() || std::max(a.y(), b.y()) < box.top() ||
        std::min(a.y(), b.y()) > box.bottom())
        return false;
    double enter = 0;
    double exit = 1;
    const auto clip = [&](double start, double step, double low, double high) {
        if (step == 0)
            return low <= start && start <= high;
        const double first = (low - start) / step;
        const double second = (high - start) / step;
        enter = std::max(enter, std::min(first, second));
        exit = std::min(exit, std::max(first, second));
        return enter <= exit;
    };
    return clip(a.x(), b.x() - a.x(), box.left(), box.right()) && clip(a.y(), b.y() - a.y(), box.top(), box.bottom());
}

} // namespace dealscape::drawing
