// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/organization.h"
#include "domain/vocabulary.h"
#include "style/text.h"
#include "style/theme.h"

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

namespace dealscape::drawing {

enum class TargetKind { None, Node, Edge, Deal, Hull, Layer, Family, Certainty, HiddenLabels };

/// What a mark stands for: a position in Network::nodes, edges or hulls, in Dataset::deals, or an enumeration's
/// value; for a layer its position in Dataset::layers, for hidden labels their number.
struct Target {
    TargetKind kind = TargetKind::None;
    int index = -1;

    friend bool operator==(const Target &, const Target &) = default;
};

/// One line of text of one look. Position is the left end of the baseline.
struct TextRun {
    QString text;
    QPointF position;
    style::FontRole font = style::FontRole::Small;
    QColor colour;
};

struct NodeMark {
    int node = 0;
    QPointF centre;
    double radius = 15;
    LayerLook look;
    /// Whether a ring of canvas keeps ribbons off it.
    bool ringed = true;
    bool hollow = false;
    /// Edge of the square icon; 0 draws none.
    double iconSize = 16;
    QPointF iconCentre;
    /// Of a ring that tells what is new, or gone, which is dashed; an invalid colour paints none.
    QColor rim;
    bool dashed = false;
};

/// A ribbon, or one lane of an opened one.
struct EdgeMark {
    int edge = 0;
    /// Position in Dataset::deals for a lane, else -1.
    int deal = -1;
    Family family = Family::Capital;
    Certainty certainty = Certainty::Announced;
    double width = 1.25;
    /// Width of the halo that shows the high bound; 0 when there is none.
    double haloWidth = 0;
    double outerWidth() const { return std::max(width, haloWidth); }
    /// The whole centre line from rim to rim, for picking, lighting and files.
    QPolygonF centreLine;
    /// The strokes that are drawn: the centre line less the head and the room of its label.
    std::vector<QPolygonF> strokes;
    /// The thickened end of a paid deal; empty otherwise.
    QPolygonF paidEnd;
    double paidWidth = 0;
    /// Filled arrowhead; empty where no payer is known.
    QPolygonF head;
    /// Centres of the open circles at the ends of an edge without a known payer.
    std::vector<QPointF> rings;
    /// Of the lines on both sides that tell what is new or changed; an invalid colour paints none.
    QColor rim;
    /// What has gone: its strokes are cut into dashes.
    bool dashed = false;
    /// Box round everything above, with the widths of the strokes.
    QRectF bounds;
};

/// What a label stood for and where it was put, for the next drawing to keep it there.
struct Spot {
    /// The same for the same organisation, ribbon, deal or hull in every network of a dataset.
    quint64 key = 0;
    /// Side of the disc, or share of the way along the ribbon.
    double place = -1;
};

struct LabelMark {
    Target target;
    Spot spot;
    /// The whole text in plain form, also of a label that found no room.
    QString text;
    bool shown = true;
    QRectF box;
    /// Ground painted behind the text, or round its letters with knockOut; an invalid colour paints none.
    QColor ground;
    std::vector<TextRun> runs;
    /// Number of deals in the ribbon; 0 draws no badge.
    int badge = 0;
    QPointF badgeCentre;
    /// Stroke of ground colour round the letters, in logical pixels; for names over edges.
    double knockOut = 0;
    /// Accent ground of a run that calls something out; empty draws none.
    QRectF pill;
};

struct HullMark {
    int hull = 0;
    bool filled = true;
    QPainterPath outline;
};

/// Height of the band above the plot in which the columns of a supply chain are named.
inline constexpr double columnHeadHeight = 28;

/// Parts of title, headline strip, legend and pills: a path with an optional fill and pen, and texts.
struct ChromeMark {
    Target target;
    QPainterPath path;
    QColor fill;
    QColor stroke;
    double strokeWidth = 0;
    QList<qreal> dashes;
    bool roundCap = false;
    std::vector<TextRun> runs;
    /// Area that answers to the pointer.
    QRectF hitBox;
};

/// What stands out in a picture for itself, whoever looks at it: the rest fades and loses its labels. By position in the network.
struct Light {
    std::unordered_set<int> nodes;
    std::unordered_set<int> edges;
    /// Edges with a halo in the accent: the smallest leg of a lit trail.
    std::unordered_set<int> haloed;

    static constexpr double fadedEdge = 0.16;
    static constexpr double fadedNode = 0.30;
    /// What is left of everything beside a selection's neighbourhood, which stays for longer: its labels stay too.
    static constexpr double beside = 0.45;
};

/// A picture ready to be painted: marks with what they stand for, in logical pixels. It owns what it needs and holds no
/// widget, so that any thread can paint it at any scale; every file and the screen come from it.
struct Drawing {
    style::ThemeKind theme = style::ThemeKind::Light;
    QSizeF size;
    /// Where the network is drawn; network marks are clipped to it and shifted when the camera moves, chrome is not.
    QRectF plot;
    double zoom = 1;
    std::vector<HullMark> hulls;
    std::vector<EdgeMark> edges;
    std::vector<NodeMark> nodes;
    std::vector<LabelMark> labels;
    std::vector<ChromeMark> chrome;
    /// Names of a supply chain's columns above the plot and the lines between them, painted below the network. They move
    /// sideways with the camera.
    std::vector<ChromeMark> columns;
    /// Faint rings on which the discs of an orbit stand, below everything else.
    std::vector<QPainterPath> orbits;
    int hiddenLabels = 0;
    std::optional<Light> light;
    /// Box round all network marks.
    QRectF extent;
};

} // namespace dealscape::drawing
