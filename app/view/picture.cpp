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

/// The box round discs and room, so that what was dragged out of the room is shown too.
QRectF extentOf(const layout::Graph &graph, const Standing &standing)
{
    QRectF box(QPointF(), standing.room);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const layout::Point &centre = standing.placement.nodes[i];
        const double reach = graph.nodes[i].radius * standing.placement.scale + 2;
        box |= QRectF(centre.x - reach, centre.y - reach, 2 * reach, 2 * reach);
    }
    return box;
}

/// The places moved and magnified into a plot, as a placement made for it.
layout::Placement fitted(const layout::Graph &graph, const Standing &standing, QSizeF plot)
{
    const QRectF box = extentOf(graph, standing);
    const double zoom = std::min(plot.width() / box.width(), plot.height() / box.height());
    const QPointF shift = QPointF(plot.width(), plot.height()) / 2 - box.center() * zoom;
    layout::Placement result = standing.placement;
    const auto move = [&](layout::Point &point) { point = {point.x * zoom + shift.x(), point.y * zoom + shift.y()}; };
    std::for_each(result.nodes.begin(), result.nodes.end(), move);
    for (layout::Route &route : result.routes)
        std::for_each(route.points.begin(), route.points.end(), move);
    for (double &column : result.columns)
        column = column * zoom + shift.x();
    for (layout::Orbit &orbit : result.orbits) {
        move(orbit.centre);
        orbit.wide *= zoom;
        orbit.high *= zoom;
    }
    result.scale *= zoom;
    return result;
}

bool stands(const layout::Graph &graph, const std::optional<Standing> &standing)
{
    return standing && !standing->room.isEmpty() && standing->placement.nodes.size() == graph.nodes.size() &&
        standing->placement.routes.size() == graph.edges.size();
}

} // namespace

Picture picture(const Index &index, const PictureRequest &request, const Progress &progress)
{
    Picture result;
    const QSize pixels = request.pixels.expandedTo({1, 1});
    result.magnification = magnificationOf(pixels, request.magnification, request.largeType);
    result.network = network(index, request.perspective);
    Style style;
    style.theme = request.theme;
    style.size = QSizeF(pixels) / result.magnification;
    style.parts = request.parts;
    style.form = request.form;
    style.title = request.title;
    style.bare = request.transparent;
    style.opened = request.opened;
    const QRectF plot = plotArea(index, request.perspective, result.network, style);
    const layout::Graph graph = layoutGraph(index, request.perspective, result.network);
    if (stands(graph, request.standing)) {
        result.placement = fitted(graph, *request.standing, plot.size());
    } else {
        layout::Request room;
        room.algorithm = algorithmOf(request.perspective.layout);
        room.width = plot.width();
        room.height = plot.height();
        result.placement = layout::place(graph, room, progress);
    }
    result.drawing = compose(index, request.perspective, result.network, result.placement, style);
    return result;
}

QImage render(const Picture &picture, const PictureRequest &request, const Progress &progress)
{
    QImage image(request.pixels.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.fill(request.transparent ? QColor(Qt::transparent) : theme(picture.drawing.theme).canvas);
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
        paint(painter, picture.drawing);
    }
    painter.end();
    if (!request.transparent)
        image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

} // namespace dealscape::view
