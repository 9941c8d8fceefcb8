// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/viewtransform.h"

#include <cmath>

#include <algorithm>

namespace dealscape::diagram {

bool near(const ViewTransform &a, const ViewTransform &b)
{
    constexpr double exact = 1e-3;
    const QPointF apart = a.offset - b.offset;
    return a.zoom == b.zoom && std::abs(apart.x()) < exact && std::abs(apart.y()) < exact;
}

QPointF toScreen(const ViewTransform &view, const QRectF &plot, QPointF placed)
{
    return placed * view.zoom + plot.topLeft() + view.offset;
}

QPointF toPlaced(const ViewTransform &view, const QRectF &plot, QPointF screen)
{
    return (screen - plot.topLeft() - view.offset) / view.zoom;
}

QPointF centreOf(const ViewTransform &view, const QRectF &plot)
{
    return toPlaced(view, plot, plot.center());
}

ViewTransform centredOn(QPointF placed, double zoom, const QRectF &plot)
{
    return {zoom, QPointF(plot.width() / 2, plot.height() / 2) - placed * zoom};
}

ViewTransform zoomedAt(const ViewTransform &view, const QRectF &plot, QPointF screen, double factor)
{
    const QPointF still = toPlaced(view, plot, screen);
    const double zoom = std::clamp(view.zoom * factor, leastZoom, largestZoom);
    return {zoom, screen - plot.topLeft() - still * zoom};
}

ViewTransform fitted(const QRectF &box, QSizeF margins, const QRectF &plot, double largest)
{
    const double width = std::max(plot.width() - 2 * margins.width(), 16.0);
    const double height = std::max(plot.height() - 2 * margins.height(), 16.0);
    const double zoom = std::min(width / std::max(box.width(), 1.0), height / std::max(box.height(), 1.0));
    return centredOn(box.center(), std::clamp(zoom, leastZoom, largest), plot);
}

ViewTransform kept(ViewTransform view, const QRectF &box, const QRectF &plot)
{
    constexpr double least = 48;
    const QRectF shown(toScreen(view, plot, box.topLeft()), box.size() * view.zoom);
    const double x =
        std::clamp(shown.left(), plot.left() + least - shown.width(), std::max(plot.right() - least, plot.left() + least - shown.width()));
    const double y =
        std::clamp(shown.top(), plot.top() + least - shown.height(), std::max(plot.bottom() - least, plot.top() + least - shown.height()));
    view.offset += QPointF(x, y) - shown.topLeft();
    return view;
}

} // namespace dealscape::diagram
