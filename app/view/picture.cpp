// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/picture.h"

#include "view/painter.h"
#include "view/theme.h"

#include <QPainter>

#include <algorithm>

namespace dealscape::view {

namespace {

constexpr QSizeF full(1920, 1080);
constexpr QSizeF least(960, 600);

double magnificationOf(QSize pixels)
{
    const auto shareOf = [pixels](QSizeF size) { return std::min(pixels.width() / size.width(), pixels.height() / size.height()); };
    if (const double larger = shareOf(full); larger > 1)
        return larger;
    return std::min(1.0, shareOf(least));
}

layout::Algorithm algorithmOf(LayoutKind kind)
{
    switch (kind) {
    case LayoutKind::Web:
        return layout::Algorithm::Web;
    case LayoutKind::SupplyChain:
        return layout::Algorithm::SupplyChain;
    case LayoutKind::Orbit:
        return layout::Algorithm::Orbit;
    case LayoutKind::Ring:
        return layout::Algorithm::Ring;
    }
    return layout::Algorithm::Web;
}

} // namespace

Picture picture(const Index &index, const PictureRequest &request, const Progress &progress)
{
    Picture result;
    const QSize pixels = request.pixels.expandedTo({1, 1});
    result.magnification = magnificationOf(pixels);
    result.network = network(index, request.perspective);
    Style style;
    style.theme = request.theme;
    style.size = QSizeF(pixels) / result.magnification;
    style.parts = request.parts;
    style.title = request.title;
    const QRectF plot = plotArea(index, request.perspective, result.network, style);
    layout::Request room;
    room.algorithm = algorithmOf(request.perspective.layout);
    room.width = plot.width();
    room.height = plot.height();
    result.placement = layout::place(layoutGraph(index, request.perspective, result.network), room, progress);
    result.drawing = compose(index, request.perspective, result.network, result.placement, style);
    return result;
}

QImage render(const Picture &picture, const PictureRequest &request)
{
    QImage image(request.pixels.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(request.transparent ? QColor(Qt::transparent) : theme(picture.drawing.theme).canvas);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(picture.magnification, picture.magnification);
    paint(painter, picture.drawing);
    return image;
}

} // namespace dealscape::view
