// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/sprites.h"

#include <QHash>
#include <QPaintEngine>

#include <cmath>

namespace dealscape::paint {

namespace {

constexpr qsizetype mostBytes = qsizetype(32) << 20;

template <class Make>
QImage kept(const QString &key, Make make)
{
    thread_local QHash<QString, QImage> images;
    thread_local qsizetype bytes = 0;
    if (const auto found = images.constFind(key); found != images.constEnd())
        return *found;
    if (bytes > mostBytes) {
        images.clear();
        bytes = 0;
    }
    // A copy, as an image that was painted on keeps its paint engine, which is several times as large as a sprite.
    const QImage image = make().copy();
    bytes += image.sizeInBytes();
    images.insert(key, image);
    return image;
}

QImage made(const QRectF &reach, double ratio, QPointF part, const std::function<void(QPainter &)> &draw)
{
    QImage image(static_cast<int>(std::ceil(reach.width() * ratio)) + 2, static_cast<int>(std::ceil(reach.height() * ratio)) + 2,
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(part);
    painter.scale(ratio, ratio);
    painter.translate(-reach.topLeft());
    draw(painter);
    return image;
}

} // namespace

Sprites::Sprites(const QPainter &painter)
{
    const QTransform transform = painter.deviceTransform();
    m_ratio = transform.m11();
    m_usable = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster && transform.type() <= QTransform::TxScale &&
        transform.m11() > 0 && transform.m11() == transform.m22();
}

void Sprites::put(QPainter &painter, const QString &key, const QRectF &reach, QPointF at, Precision precision,
                  const std::function<void(QPainter &)> &draw) const
{
    const QTransform device = painter.deviceTransform();
    const QPointF exact = device.map(at + reach.topLeft());
    const double steps = precision == Precision::Pixel ? 1 : 8;
    const QPointF snapped(std::round(exact.x() * steps) / steps, std::round(exact.y() * steps) / steps);
    const QPoint corner(static_cast<int>(std::floor(snapped.x())), static_cast<int>(std::floor(snapped.y())));
    const QPointF part = snapped - corner;
    QString whole = key;
    whole += QChar(static_cast<char16_t>(std::lround(m_ratio * 256)));
    whole += QChar(static_cast<char16_t>(std::lround(part.x() * 8) * 8 + std::lround(part.y() * 8)));
    const QImage image = kept(whole, [&] { return made(reach, m_ratio, part, draw); });
    if (device.type() <= QTransform::TxTranslate) {
        painter.drawImage(at + reach.topLeft() + (corner - exact), image);
        return;
    }
    const QTransform world = painter.worldTransform();
    painter.setWorldTransform(device.inverted() * world);
    painter.drawImage(corner, image);
    painter.setWorldTransform(world);
}

} // namespace dealscape::paint
