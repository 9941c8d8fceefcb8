// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/pancache.h"

#include "style/theme.h"

#include <QPainter>
#include <QRegion>

#include <algorithm>
#include <cmath>
#include <optional>

namespace dealscape::paint {

namespace {

/// The shift in device pixels, when it is whole.
std::optional<QPoint> wholePixels(QPointF shift, double ratio)
{
    constexpr double exact = 1e-6;
    const QPointF pixels = shift * ratio;
    const QPoint whole = pixels.toPoint();
    const QPointF rest = pixels - whole;
    return std::abs(rest.x()) < exact && std::abs(rest.y()) < exact ? std::optional(whole) : std::nullopt;
}

/// The plot by whole pixels.
QRectF frameOf(const drawing::Drawing &drawing)
{
    return drawing.plot.toAlignedRect();
}

/// Paints the network into an image of the frame, inside the region (device pixels of the image).
void paintInto(QImage &image, const QRegion &region, const drawing::Drawing &drawing, const Shot &shot, const Emphasis &emphasis)
{
    const double ratio = image.devicePixelRatio();
    QPainter painter(&image);
    for (const QRect &piece : region) {
        const QRectF logical(QPointF(piece.topLeft()) / ratio, QSizeF(piece.size()) / ratio);
        painter.save();
        painter.setClipRect(logical);
        painter.fillRect(logical, style::theme(drawing.theme).canvas);
        painter.translate(-frameOf(drawing).topLeft());
        paintNetwork(painter, drawing, shot, emphasis);
        painter.restore();
    }
}

} // namespace

void PanCache::expose(const drawing::Drawing &drawing, const Shot &shot, const Emphasis &emphasis, double ratio)
{
    const QSizeF size = frameOf(drawing).size() * ratio;
    m_image = QImage(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height())), QImage::Format_RGB32);
    m_image.setDevicePixelRatio(ratio);
    m_shot = shot;
    paintInto(m_image, m_image.rect(), drawing, shot, emphasis);
}

void PanCache::scroll(const drawing::Drawing &drawing, const Shot &shot, const Emphasis &emphasis, QPoint pixels)
{
    if (m_spare.size() != m_image.size() || m_spare.devicePixelRatio() != m_image.devicePixelRatio()) {
        m_spare = QImage(m_image.size(), QImage::Format_RGB32);
        m_spare.setDevicePixelRatio(m_image.devicePixelRatio());
    }
    const QRect kept = m_image.rect().translated(pixels) & m_image.rect();
    const qsizetype bytes = qsizetype(kept.width()) * 4;
    for (int y = kept.top(); y <= kept.bottom(); ++y)
        std::copy_n(m_image.constScanLine(y - pixels.y()) + qsizetype(kept.left() - pixels.x()) * 4, bytes,
                    m_spare.scanLine(y) + qsizetype(kept.left()) * 4);
    std::swap(m_image, m_spare);
    m_shot = shot;
    paintInto(m_image, QRegion(m_image.rect()) - kept, drawing, shot, emphasis);
}

QRectF PanCache::areaAt(const drawing::Drawing &drawing, const Shot &shot) const
{
    const double magnified = shot.magnification / m_shot.magnification;
    const QPointF corner = drawing.plot.topLeft();
    const QPointF exposed = frameOf(drawing).topLeft() - corner - m_shot.offset;
    return {corner + shot.offset + exposed * magnified, m_image.deviceIndependentSize() * magnified};
}

void PanCache::show(QPainter &painter, const drawing::Drawing &drawing, const Shot &shot, const Emphasis &emphasis)
{
    const double ratio = painter.device()->devicePixelRatioF();
    if (m_image.isNull())
        expose(drawing, shot, emphasis, ratio);
    else if (shot.magnification == m_shot.magnification)
        if (const auto pixels = wholePixels(shot.offset - m_shot.offset, ratio))
            pixels->isNull() ? void() : scroll(drawing, shot, emphasis, *pixels);
    const QRectF area = areaAt(drawing, shot);
    painter.save();
    painter.setClipRect(drawing.plot, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, shot.magnification != m_shot.magnification);
    painter.drawImage(area, m_image);
    painter.restore();
    for (const QRect &strip : QRegion(drawing.plot.toAlignedRect()) - area.toAlignedRect().adjusted(1, 1, -1, -1)) {
        painter.save();
        painter.setClipRect(QRectF(strip) & drawing.plot, Qt::IntersectClip);
        painter.fillRect(strip, style::theme(drawing.theme).canvas);
        paintNetwork(painter, drawing, shot, emphasis);
        painter.restore();
    }
    paintChrome(painter, drawing);
}

} // namespace dealscape::paint
