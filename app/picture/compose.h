// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "drawing/drawing.h"
#include "drawing/labels.h"
#include "layout/layout.h"
#include "network/network.h"

#include <QSizeF>
#include <QString>

#include <memory>
#include <set>
#include <utility>

namespace dealscape::picture {

enum class Part { Title = 1, Strip = 2, Legend = 4, FilterSentence = 8, AsOf = 16, Sources = 32, HiddenLabels = 64 };
Q_DECLARE_FLAGS(Parts, Part)
Q_DECLARE_OPERATORS_FOR_FLAGS(Parts)

/// Window: thin margins, the legend at the left, and the count of hidden labels in a corner, as on the screen. Page: a sheet of its
/// own, with wide margins, the title above everything, legend and sources at the right, and in words in the footer what is
/// hidden; where it is too small for that, a page is drawn as a window.
enum class Form { Window, Page };

/// How a network is drawn, apart from where its nodes stand.
struct Style {
    style::ThemeKind theme = style::ThemeKind::Light;
    Form form = Form::Window;
    QSizeF size = {1504, 904};
    Parts parts = Part::Title | Part::Strip | Part::Legend | Part::AsOf | Part::HiddenLabels;
    /// For a ground that is not known: without plates behind texts, rings of canvas round discs and fill of hulls.
    bool bare = false;
    drawing::LabelChoice labels = drawing::LabelChoice::All;
    /// Magnification of the network; text keeps its size.
    double zoom = 1;
    /// Edges opened into lanes, by position in Network::edges.
    std::set<int> opened;
    /// Overrides the dataset's title in the picture; empty keeps it.
    QString title;
    /// All that is laid out, of which the picture may show a part: what stands round it leaves the room that all of it would need, so
    /// that nothing moves for what is hidden. Null for a picture of all. Pages are shared out by what they show.
    std::shared_ptr<const network::Network> whole;
};

/// The area that a style leaves for the network.
QRectF plotArea(const Index &index, const Perspective &perspective, const network::Network &network, const Style &style);

/// The marks for a placed network. The previous drawing, when given, keeps labels where they were while they fit.
/// Coordinates of nodes are placement * zoom + plot.topLeft().
drawing::Drawing compose(const Index &index, const Perspective &perspective, const network::Network &network,
                         const layout::Placement &placement, const Style &style, const drawing::Drawing *previous = nullptr);

} // namespace dealscape::picture
