// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/edges.h"
#include "network/network.h"
#include "slides/slide.h"

#include <QRectF>
#include <QString>

#include <optional>

namespace dealscape::slides {

/// What a slide's picture is made from.
struct PictureGround {
    const Index &index;
    const Scene &scene;
    style::ThemeKind theme = style::ThemeKind::Light;
    QSizeF size;

    network::View view(const network::Network &network) const { return {index, scene.perspective, network}; }
};

/// How a scene's network is best shown: what hands arranged for the scene is shown as they did.
enum class Shape { Fan, Wheel, Layout };

/// A network with what stands out of it.
struct Subject {
    network::Network network;
    paint::Emphasis emphasis;
    Shape shape = Shape::Layout;
    /// The fan's hub; the wheel's nodes in the order of payment.
    int hub = -1;
    std::vector<int> circle;
};

/// What a scene shows: framed, lit, and with its shape found. Linear in nodes and edges.
Subject subjectOf(const Index &index, const Scene &scene);

/// What a wheel says in its middle.
struct WheelText {
    QPointF centre;
    QString figure;
    QString words;
};

struct SlidePicture {
    SlideLayer layer;
    std::optional<WheelText> middle;
};

/// The subject drawn in an area of the slide, magnified as far as everything finds room.
SlidePicture slidePicture(const PictureGround &ground, const Subject &subject, const QRectF &area);

/// The ways of drawing by shape. `area` is in units of the slide.
SlidePicture fanPicture(const PictureGround &ground, const Subject &subject, const QRectF &area);
SlidePicture wheelPicture(const PictureGround &ground, const Subject &subject, const QRectF &area);
SlidePicture layoutPicture(const PictureGround &ground, const Subject &subject, const QRectF &area);

/// Marks for a placed subject, in the coordinates of the placement; labels of what is faded are left out. The area is in the
/// same coordinates and holds every label.
drawing::Drawing subjectDrawing(const PictureGround &ground, const Subject &subject, const layout::Placement &placement,
                                const QRectF &area);

} // namespace dealscape::slides
