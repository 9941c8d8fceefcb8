// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "drawing/places.h"
#include "network/network.h"
#include "picture/compose.h"

#include <QImage>

#include <optional>

namespace dealscape::picture {

/// A request for a whole picture without a window: what the command line and the export dialog ask for.
struct PictureRequest {
    Perspective perspective;
    style::ThemeKind theme = style::ThemeKind::Light;
    /// Size of the file in pixels. The picture is laid out at 1 logical pixel a pixel up to 1920x1080 and magnified beyond,
    /// so that text keeps its share of a larger picture.
    QSize pixels = {1920, 1080};
    /// Device pixels per logical pixel; 0 lets the pixels decide. Never so large that the picture would be laid out smaller
    /// than 960x600, but for one that is exactly as a window has it: then it is 1 whatever the size.
    double magnification = 0;
    bool exact = false;
    /// Larger letters and marks on the same page: names of 20 pixels and amounts no smaller at 1920x1080.
    bool largeType = false;
    Parts parts = Part::Title | Part::Strip | Part::Legend | Part::AsOf | Part::HiddenLabels;
    Form form = Form::Window;
    /// Without a ground, and drawn as for one that is not known.
    bool transparent = false;
    QString title;
    /// Ribbons opened into lanes, by position in the network that the perspective gives.
    std::set<int> opened;
    /// Where hands put organisations, in place of what the dataset keeps.
    std::optional<std::vector<KeptPlace>> hands;
    /// The dataset of which the index has parts of deals alone, as a filter by certainty shows it: what is hidden keeps its place.
    std::shared_ptr<const Dataset> whole;
};

struct Picture {
    network::Network network;
    Page page;
    /// In the coordinates of the drawing's plot.
    layout::Placement placement;
    drawing::Drawing drawing;
    /// Device pixels per logical pixel.
    double magnification = 1;
};

/// Network, page, placement and drawing in one go; deterministic.
Picture picture(const Index &index, const PictureRequest &request, const Progress &progress = {});

/// The drawing as pixels of the size asked for, opaque (RGB32) or with alpha. A large one is painted band by band, so that progress
/// can be told; a null image when it is no longer wanted, or when there is no memory for it: 4 bytes a pixel.
QImage render(const Picture &picture, const PictureRequest &request, const Progress &progress = {});

} // namespace dealscape::picture
