// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "view/compose.h"

#include <QImage>

#include <optional>

namespace dealscape::view {

/// Nodes that stand somewhere already, in the order of their network, and the room that they were placed in.
struct Standing {
    layout::Placement placement;
    QSizeF room;
};

/// A request for a whole picture without a window: what the command line and the export dialog ask for.
struct PictureRequest {
    Perspective perspective;
    ThemeKind theme = ThemeKind::Light;
    /// Size of the file in pixels. The picture is laid out at 1 logical pixel a pixel up to 1920x1080 and magnified beyond,
    /// so that text keeps its share of a larger picture.
    QSize pixels = {1920, 1080};
    /// Device pixels per logical pixel; 0 lets the pixels decide. Never so large that the picture would be laid out smaller
    /// than 960x600.
    double magnification = 0;
    /// Larger letters and marks on the same page: names of 20 pixels and amounts no smaller at 1920x1080.
    bool largeType = false;
    Parts parts = Part::Title | Part::Strip | Part::Legend | Part::AsOf | Part::HiddenLabels;
    Form form = Form::Window;
    /// Without a ground, and drawn as for one that is not known.
    bool transparent = false;
    QString title;
    /// Ribbons opened into lanes, by position in the network that the perspective gives.
    std::set<int> opened;
    /// Where the nodes stay, as on the screen; placed afresh when there is none, or for another network.
    std::optional<Standing> standing;
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

/// The drawing as pixels of the size asked for, opaque (RGB32) or with alpha. A large one is painted band by band, so that progress
/// can be told; a null image when it is no longer wanted, or when there is no memory for it: 4 bytes a pixel.
QImage render(const Picture &picture, const PictureRequest &request, const Progress &progress = {});

} // namespace dealscape::view
