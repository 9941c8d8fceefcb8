// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "view/compose.h"

#include <QImage>

namespace dealscape::view {

/// A request for a whole picture without a window: what the command line and the export dialog ask for.
struct PictureRequest {
    Perspective perspective;
    ThemeKind theme = ThemeKind::Light;
    /// Size of the file in pixels. The picture is laid out at 1 logical pixel a pixel up to 1920x1080 and magnified beyond,
    /// so that text keeps its share of a larger picture.
    QSize pixels = {1920, 1080};
    Parts parts = Part::Title | Part::Strip | Part::Legend | Part::AsOf | Part::HiddenLabels;
    bool transparent = false;
    QString title;
};

struct Picture {
    Network network;
    layout::Placement placement;
    Drawing drawing;
    /// Device pixels per logical pixel.
    double magnification = 1;
};

/// Network, placement and drawing in one go; deterministic.
Picture picture(const Index &index, const PictureRequest &request, const Progress &progress = {});

/// The drawing as pixels of the size asked for.
QImage render(const Picture &picture, const PictureRequest &request);

} // namespace dealscape::view
