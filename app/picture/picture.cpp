// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/picture.h"

#include "network/network.h"
#include "paint/painter.h"
#include "style/theme.h"

#include <QPainter>

#include <algorithm>

namespace dealscape::picture {

namespace {

constexpr QSizeF full(1920, 1080);
constexpr QSizeF least(960, 600);

/// Pixels painted between two reports of progress.
constexpr int bandPixels = 1 << 23;

/// Names of 12 pixels become 20.
constexpr double larger = 20.0 / 12;

double magnificationOf(QSize pixels, double wanted, bool largeType)
{
    const bool upright = pixels.height() > pixels.width();
    const auto shareOf = [&](QSizeF size) {
        if (upright)
            size.transpose();
        return std::min(pixels.width() / size.width(), pixels.height() / size.height());
    };
    const double type = largeType ? larger : 1;
    if (wanted > 0)
        return std::min(wanted * type, shareOf(least));
    if (const double share = shareOf(full); share > 1)
        return std::min(share * type, shareOf(least));
    return std::min(type, shareOf(least));
}

/// Pages of 4:3 and less have legend and sources where a window of that shape has the network.
bool narrowPage(const Style &style)
{
    constexpr double narrow = 1.4;
    return style.form == Form::Page && style.size.width() < narrow * style.size.height();
}

} // namespace

Picture picture(const Index &index, const PictureRequest &request, const Progress &progress)
{
    Picture result;
    const QSize pixels = request.pixels.expandedTo({1, 1});
    result.magnification = request.exact ? 1 : magnificationOf(pixels, request.magnification, request.largeType);
    result.network = network::network(index, request.perspective);
    const network::View view{index, request.perspective, result.network};
    Style style;
    style.theme = request.theme;
    style.size = QSizeF(pixels) / result.magnification;
    style.parts = request.parts;
    style.form = request.form;
    style.title = request.title;
    style.bare = request.transparent;
    style.opened = request.opened;
    const std::vector<KeptPlace> &hands = request.hands ? *request.hands : drawing::handsOf(index.dataset(), request.perspective.layout);
    const bool narrow = narrowPage(style);
    if (narrow)
        result.page = pageFor(view, style);
    const QSizeF canvas = narrow ? drawing::canvasRound(result.page.frames.plot.size()) : style.size;
    const drawing::Ground ground = request.whole
        ? drawing::groundOf({Index(*request.whole), request.perspective, result.network}, canvas, hands)
        : drawing::groundOf(view, canvas, hands);
    style.whole = std::make_shared<const network::Network>(ground.network);
    const layout::Placement whole = drawing::placedByHands(ground, drawing::placedFreely(ground, progress), progress);
    if (!narrow)
        result.page = pageFor(view, style);
    result.placement = drawing::fittingInto(drawing::extentOf(ground, whole), result.page.frames.plot.size())
                           .into(drawing::placesOfPart(ground, whole, result.network));
    result.drawing = compose(view, result.placement, result.page, style);
    return result;
}

QImage render(const Picture &picture, const PictureRequest &request, const Progress &progress)
{
    QImage image(request.pixels.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.fill(request.transparent ? QColor(Qt::transparent) : style::theme(picture.drawing.theme).canvas);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const int height = std::min(image.height(), std::max(1, bandPixels / image.width()));
    for (int top = 0; top < image.height(); top += height) {
        progress(static_cast<double>(top) / image.height());
        if (progress.stop())
            return {};
        painter.resetTransform();
        if (height < image.height())
            painter.setClipRect(QRect(0, top, image.width(), height));
        painter.scale(picture.magnification, picture.magnification);
        paint::paint(painter, picture.drawing);
    }
    painter.end();
    if (!request.transparent)
        image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

} // namespace dealscape::picture
