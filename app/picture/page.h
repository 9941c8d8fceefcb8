// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/labels.h"
#include "network/network.h"
#include "network/trail.h"
#include "picture/legend.h"
#include "picture/sources.h"
#include "picture/strip.h"
#include "style/text.h"
#include "style/theme.h"

#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <set>
#include <vector>

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

/// Measures of the parts around the network that both their shares and their drawing need, in logical pixels.
struct Measures {
    static constexpr double titleLine = 28;
    static constexpr double titleGap = 2;
    static constexpr double smallLine = 16;
    static constexpr double asOfLine = 20;
    static constexpr double pillHeight = 24;
};

struct Words {
    QString text;
    style::FontRole font = style::FontRole::Small;
};

/// Where the parts of a picture stand, in logical pixels. A part that is switched off or finds no room has an empty
/// rectangle; the others overlap neither one another nor the plot, and all lie inside the picture.
struct Frames {
    QRectF title;
    QRectF strip;
    /// Bounds, as-of date and what is not added: at the right of the strip. Empty when folded into the title.
    QRectF asOf;
    QRectF legend;
    /// Numbered sources: at the right of pictures at least 1240 wide, at the foot of narrower pages.
    QRectF sources;
    /// What is lit and what can be said of it, above the plot.
    QRectF trail;
    /// Sentence at the left, hidden labels at the right.
    QRectF footer;
    QRectF plot;
};

/// What stands round the network of a picture: its parts with their content and the frames they were given. It is made once for a network
/// and handed to all that draw it; theme, labels, zoom and opened ribbons of a style do not change it. Sources are those of the index
/// that it was made with, which outlives it.
struct Page {
    /// The parts that were not left out for want of room.
    Parts parts;
    Frames frames;
    QStringList titleLines;
    std::vector<Words> titleSmall;
    StripTable strip;
    int stripRows = 0;
    Notes notes = Notes::Kept;
    std::vector<Words> asOf;
    /// The lit trail as far as it is in view, and the words on it.
    std::optional<network::LitTrail> trail;
    std::vector<Words> trailWords;
    QStringList footerLines;
    /// What a page ends on, at the right of its footer; empty in a window.
    QString signature;
    std::optional<LegendPlan> legend;
    /// Nothing where no sources are wanted.
    std::optional<NumberedSources> sources;
};

/// Shares out a picture. In a narrow picture the lines at the right move under the title, then the strip below it, then the legend to
/// the bottom in several columns; what would leave no room for the network is left out, first the legend, then the strip, then the
/// title. Linear in the deals.
Page pageFor(const network::View &view, const Style &style);

} // namespace dealscape::picture
