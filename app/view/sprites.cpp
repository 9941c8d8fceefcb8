// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/sprites.h"

#include <QHash>
#include <QPaintEngine>

#include <cmath>

namespace dealscape::view {

namespace {

constexpr qsizetype mostBytes = qsizetype(32) << 20;

struct Kept {
    QHash<QString, QImage> images;
    qsizetype bytes = 0;
};

Kept &kept()
{
    thread_local Kept ours;
    return ours;
}

QImage made(const QRectF &reach, double ratio, const std::function<void(QPainter &)> &draw)
{
    QImage image(static_cast<int>(std::ceil(reach.width() * ratio)) + 1, static_cast<int>(std::ceil(reach.height() * ratio)) + 1,
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
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

void Sprites::put(QPainter &painter, const QString &key, const QRectF &reach, QPointF at, const std::function<void(QPainter &)> &draw) const
{
    Kept &all = kept();
    const QString whole = key + QChar(static_cast<char16_t>(std::lround(m_ratio * 256)));
    auto found = all.images.constFind(whole);
    if (found == all.images.constEnd()) {
        if (all.bytes > mostBytes) {
            all.images.clear();
            all.bytes = 0;
        }
        const QImage image = made(reach, m_ratio, draw);
        all.bytes += image.sizeInBytes();
        found = all.images.insert(whole, image);
    }
    const QTransform device = painter.deviceTransform();
    const QPointF exact = device.map(at + reach.topLeft());
    const QPoint corner(static_cast<int>(std::lround(exact.x())), static_cast<int>(std::lround(exact.y())));
    if (device.type() <= QTransform::TxTranslate) {
        painter.drawImage(at + reach.topLeft() + (corner - exact), *found);
        return;
    }
    const QTransform world = painter.worldTransform();
    painter.setWorldTransform(device.inverted() * world);
    painter.drawImage(corner, *found);
    painter.setWorldTransform(world);
}

} // namespace dealscape::view
