// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/background.h"
#include "document/document.h"
#include "drawing/places.h"
#include "layout/layout.h"
#include "network/network.h"

#include <QObject>
#include <QRectF>
#include <QSizeF>

#include <atomic>
#include <deque>
#include <memory>

namespace dealscape::document {

/// A network with a place for each of its nodes: all that a diagram needs to draw.
struct Placed {
    SnapshotPointer snapshot;
    Perspective perspective;
    network::Network network;
    layout::Graph graph;
    layout::Placement placement;
    /// All that was laid out, of which the network is what filters leave.
    std::shared_ptr<const network::Network> whole;
    /// The size that the placement was made for, and the box round everybody who has a place in it.
    QSizeF room;
    QRectF extent;

    network::View view() const { return {snapshot->index(), perspective, network}; }
};

using PlacedPointer = std::shared_ptr<const Placed>;

/// A layout that was made elsewhere: what was asked and what came of it.
struct KnownLayout {
    layout::Graph graph;
    layout::Request request;
    layout::Placement placement;
};

/// Keeps a placement up to date with a document. It depends on the dataset, the perspective, what hands arranged and the class of the
/// canvas, and not on what was shown before. Layouts made lately for a file are remembered, also one that somebody ended early. Small
/// networks are placed at once; those above immediateNodes() in another thread, where a result that is no longer wanted is dropped.
class PictureJob : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t immediateNodes() { return 150; }

    explicit PictureJob(Document &document, QObject *parent = nullptr);

    /// The size of the canvas that the network is shown on. The first call places it, and others where the canvas changes its class.
    void setCanvas(QSizeF canvas);
    /// The canvas that stands for its class; empty before the first call.
    QSizeF canvas() const { return m_canvas; }

    /// Takes over a layout; it is used when the same is asked for.
    void seed(KnownLayout known);

    /// Null until the first placement is there.
    const PlacedPointer &placed() const { return m_placed; }
    bool running() const { return m_background.running(); }

    /// Ends a placement under way as soon as it can, with what there is: every node has a place, though not a good one.
    void stopEarly();

Q_SIGNALS:
    void started();
    /// Share done, from 0 to 1.
    void advanced(double share);
    void placedAnew();

private:
    void documentChanged(Changes what);
    void refresh();
    std::shared_ptr<const drawing::Ground> ground();
    const layout::Placement *known(const drawing::Ground &ground) const;
    void place(const std::shared_ptr<Placed> &next, const std::shared_ptr<const drawing::Ground> &ground);
    /// Takes a placement by the layout alone, and with what hands did.
    void take(const std::shared_ptr<Placed> &next, const drawing::Ground &ground, layout::Placement freely, const layout::Placement &whole);

    Document &m_document;
    QSizeF m_canvas;
    /// The ground of the picture, which stays while filters change, and what it was made from.
    std::shared_ptr<const drawing::Ground> m_ground;
    SnapshotPointer m_groundOf;
    std::vector<KeptPlace> m_hands;
    /// The latest last.
    std::deque<KnownLayout> m_known;
    PlacedPointer m_placed;
    Background m_background;
    /// Set where the placement under way is ended by a wish to see what there is.
    std::shared_ptr<std::atomic_bool> m_enough;
};

} // namespace dealscape::document
