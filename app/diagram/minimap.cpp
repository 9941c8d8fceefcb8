// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/minimap.h"

#include "paint/painter.h"
#include "style/theme.h"

#include <QPainter>

#include <algorithm>

namespace dealscape::diagram {

namespace {

constexpr QSizeF largestMap(176, 120);
constexpr double mapMargin = 8;

double scaleOf(const drawing::Drawing &drawing)
{
    return std::min((largestMap.width() - 2 * mapMargin) / std::max(drawing.extent.width(), 1.0),
                    (largestMap.height() - 2 * mapMargin) / std::max(drawing.extent.height(), 1.0));
}

/// From the coordinates of the drawing to those of the map.
QPointF mapped(const drawing::Drawing &drawing, QPointF point)
{
    return (point - drawing.extent.topLeft()) * scaleOf(drawing) + Minimap::area(drawing).topLeft() + QPointF(mapMargin, mapMargin);
}

/// The part of the drawing that the plot shows, in coordinates of the drawing.
QRectF seen(const drawing::Drawing &drawing, const paint::Shot &shot)
{
    return {drawing.plot.topLeft() - shot.offset / shot.magnification, drawing.plot.size() / shot.magnification};
}

QImage rendered(const drawing::Drawing &drawing, double ratio)
{
    const QRectF area = Minimap::area(drawing);
    QImage image((area.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(style::theme(drawing.theme).canvas);
    drawing::Drawing bare = drawing;
    bare.chrome.clear();
    bare.labels.clear();
    bare.plot = drawing.extent;
    bare.size = drawing.extent.size();
    QPainter painter(&image);
    painter.scale(ratio, ratio);
    painter.translate(mapMargin, mapMargin);
    painter.scale(scaleOf(drawing), scaleOf(drawing));
    painter.translate(-drawing.extent.topLeft());
    paint::paint(painter, bare);
    return image;
}

} // namespace

bool Minimap::needed(const drawing::Drawing &drawing, const paint::Shot &shot)
{
    constexpr double slack = 24;
    return !drawing.nodes.empty() && !seen(drawing, shot).adjusted(-slack, -slack, slack, slack).contains(drawing.extent);
}

QRectF Minimap::area(const drawing::Drawing &drawing)
{
    const QSizeF size = drawing.extent.size() * scaleOf(drawing) + QSizeF(2 * mapMargin, 2 * mapMargin);
    return {drawing.plot.right() - size.width() - mapMargin, drawing.plot.top() + mapMargin, size.width(), size.height()};
}

void Minimap::paint(QPainter &painter, const drawing::Drawing &drawing, const paint::Shot &shot)
{
    const style::Theme &theme = style::theme(drawing.theme);
    const QRectF place = area(drawing);
    const double ratio = painter.device()->devicePixelRatioF();
    if (m_image.isNull() || m_image.size() != (place.size() * ratio).toSize())
        m_image = rendered(drawing, ratio);
    painter.save();
    painter.drawImage(place, m_image);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.border);
    painter.drawRect(place);
    painter.setClipRect(place);
    const QRectF shown = seen(drawing, shot);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.drawRect(QRectF(mapped(drawing, shown.topLeft()), shown.size() * scaleOf(drawing)));
    painter.restore();
}

QPointF Minimap::offsetFor(const drawing::Drawing &drawing, const paint::Shot &shot, QPointF point)
{
    const QPointF inDrawing =
        (point - area(drawing).topLeft() - QPointF(mapMargin, mapMargin)) / scaleOf(drawing) + drawing.extent.topLeft();
    return drawing.plot.center() - drawing.plot.topLeft() - (inDrawing - drawing.plot.topLeft()) * shot.magnification;
}

} // namespace dealscape::diagram
