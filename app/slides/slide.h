// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "network/network.h"
#include "paint/painter.h"
#include "reports/charttable.h"

#include <QPointF>
#include <QSize>
#include <QSizeF>

#include <optional>
#include <vector>

namespace dealscape::slides {

/// A drawing laid on a slide: magnified, so that the roles of the typeface reach the sizes of a projector.
struct SlideLayer {
    drawing::Drawing drawing;
    paint::Emphasis emphasis;
    double magnification = 1;
};

/// The chart beside the diagram, in units of the slide.
struct SlideChart {
    reports::ChartTable table;
    QRectF frame;
};

/// A scene as a picture with type made for a projector: headline 64, caption 30, names and amounts up to 30, footer 22, in units
/// of a slide 1080 high. It holds what it needs, so any thread may paint it. Words lie over the picture; the chart, if there is
/// one, is painted by charts::paintSlide().
struct Slide {
    style::ThemeKind theme = style::ThemeKind::Light;
    /// 1080 high, or as high as a width of 1440 makes it where the picture is narrower than 4:3.
    QSizeF size = {1920, 1080};
    /// The part of the dataset that is drawn; the marks of the picture count by it.
    network::Network network;
    SlideLayer picture;
    std::vector<SlideLayer> words;
    std::optional<SlideChart> chart;
};

/// Position of a scene in its story, for the footer.
struct ScenePlace {
    int number = 1;
    int count = 1;
};

/// Size of the slide for a picture of that many pixels.
QSizeF slideSize(QSize pixels);

/// Composes a scene; deterministic, and runs in any thread. The pixels give the slide's shape, not its scale.
///
/// Where the scene has a frame, only its organisations and what flows between them are drawn, as large as they fit; what is not
/// highlighted fades. An organisation with its partners alone becomes a fan with the amounts beside the partners, a highlighted
/// loop a wheel with its smallest leg in the middle, and everything else is placed by the perspective's layout. Where the scene keeps
/// places that hands chose, everybody stands as in the window.
Slide slide(const Index &index, const Scene &scene, ScenePlace place, style::ThemeKind theme, QSize pixels);

/// The part of a network that a scene frames.
network::Network framed(const Index &index, const network::Network &network, const std::vector<OrganizationId> &frame);

} // namespace dealscape::slides
