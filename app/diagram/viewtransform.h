// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/viewpoint.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace dealscape::diagram {

/// How the coordinates of a placement become those of the screen: times zoom, plus the plot's corner, plus the offset.
struct ViewTransform {
    double zoom = 1;
    QPointF offset;

    friend bool operator==(const ViewTransform &, const ViewTransform &) = default;
};

/// Whether two of them show the same to within a thousandth of a pixel.
bool near(const ViewTransform &a, const ViewTransform &b);

inline constexpr double leastZoom = 0.02;
inline constexpr double largestZoom = 12;
/// Fitting magnifies small networks no further than this.
inline constexpr double largestFit = 2;

QPointF toScreen(const ViewTransform &view, const QRectF &plot, QPointF placed);
QPointF toPlaced(const ViewTransform &view, const QRectF &plot, QPointF screen);

/// The middle of the plot, in coordinates of the placement.
QPointF centreOf(const ViewTransform &view, const QRectF &plot);
ViewTransform centredOn(QPointF placed, double zoom, const QRectF &plot);

/// Magnifies so that what is under a point of the screen stays there; the zoom is kept between its bounds.
ViewTransform zoomedAt(const ViewTransform &view, const QRectF &plot, QPointF screen, double factor);

/// Shows a box of the placement whole, in the middle, with the margins (pixels of the screen) left free on each side for
/// labels, which keep their size when the network grows.
ViewTransform fitted(const QRectF &box, QSizeF margins, const QRectF &plot, double largest);

/// Keeps at least a part of a box (in the coordinates of the placement) inside the plot, so that nobody gets lost.
ViewTransform kept(ViewTransform view, const QRectF &box, const QRectF &plot);

} // namespace dealscape::diagram
