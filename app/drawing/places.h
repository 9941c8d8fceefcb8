// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "layout/layout.h"
#include "network/network.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace dealscape::drawing {

/// The algorithm behind a layout.
layout::Algorithm algorithmOf(LayoutKind layout);

/// The network as the layout rooms understand it: radii, name sizes, ribbon widths, columns, hulls; for the ring layout also
/// its rings.
layout::Graph layoutGraph(const network::View &view);

/// A picture at rest depends on the dataset, the perspective, what hands arranged, and the class of its canvas by shape; never on
/// the way there. Whatever shows a network takes its places from here.

/// What decides where organisations stand: tier, focus, folding, layout, what is counted, published and as reported, and for rings
/// the trail. Lens and all other filters hide or resize and move nothing, but for a perspective that arranges what is shown.
Perspective ground(const Perspective &perspective);

/// The canvas that stands for all of its class: one of a few shapes from 8:3 to 3:8, the nearest by ratio. Layouts are made for a class
/// and only scaled in canvases of it.
QSizeF classOf(QSizeF canvas);

/// The room in which so many organisations are laid out for a class, in logical pixels: the coordinates of their places. It grows with
/// their number, up to what Full HD leaves for the network, so that names have as much room beside few discs as beside many; columns of
/// a supply chain always have that. `canvas` is one of classOf().
QSizeF roomOf(QSizeF canvas, LayoutKind layout, std::size_t organizations);

/// The canvas of a window that leaves such a plot for the network: for pages that give it another share than windows do.
QSizeF canvasRound(QSizeF plot);

/// The room in whose coordinates files and documents keep the places that hands chose, 1250 to 720.
QSizeF handsRoom();

/// A point of one room at the same share of the width and of the height of another.
QPointF betweenRooms(QPointF point, QSizeF from, QSizeF to);

/// Where hands put organisations for a layout, in the coordinates of handsRoom().
const std::vector<KeptPlace> &handsOf(const Dataset &dataset, LayoutKind layout);
/// Those of a scene: its own, or else those that the file keeps for its layout.
const std::vector<KeptPlace> &handsOf(const Dataset &dataset, const Scene &scene);

/// What is laid out for a picture, of which the picture shows a part.
struct Ground {
    Perspective perspective;
    network::Network network;
    /// What is shown was not all part of what the perspective lays out, as folding may have it: it is laid out for itself.
    bool shownAlone = false;
    layout::Request request;
    /// Who was put somewhere by hand is pinned, in the coordinates of the request.
    layout::Graph graph;

    QSizeF room() const { return {request.width, request.height}; }
};

/// The ground of what is shown. The index is that of the whole dataset, whatever parts of deals the network was made from. Linear in
/// the deals.
Ground groundOf(const network::View &shown, QSizeF canvas, const std::vector<KeptPlace> &hands);

/// Whether all of a part, its nodes and its edges, belong to a whole.
bool holds(const network::Network &whole, const network::Network &part);

/// Of a ground: everybody by the layout, as if no hand had moved anybody. A pure function of graph (less its pins) and request.
layout::Placement placedFreely(const Ground &ground, const Progress &progress = {});
/// Then those who were put somewhere by hand there, and out of their way who stands there.
layout::Placement placedByHands(const Ground &ground, const layout::Placement &freely, const Progress &progress = {});

/// The places of a part of the ground, in the order of that part.
layout::Placement placesOfPart(const Ground &ground, const layout::Placement &whole, const network::Network &part);

/// How a placement is brought into a plot: times factor, plus offset, in the middle and as large as it goes.
struct Fitting {
    double factor = 1;
    QPointF offset;

    QPointF into(QPointF placed) const { return placed * factor + offset; }
    QPointF outOf(QPointF shown) const { return (shown - offset) / factor; }
    layout::Placement into(layout::Placement placement) const;
};

/// For all that is laid out, whatever of it is shown: the room, and what reaches out of it, hulls and whoever was dragged.
QRectF extentOf(const Ground &ground, const layout::Placement &whole);
Fitting fittingInto(const QRectF &extent, QSizeF plot);

} // namespace dealscape::drawing
