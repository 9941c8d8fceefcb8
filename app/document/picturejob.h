// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "layout/layout.h"

#include <QObject>
#include <QSizeF>

#include <atomic>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace dealscape::document {

/// A network with a place for each of its nodes: all that a diagram needs to draw.
struct Placed {
    SnapshotPointer snapshot;
    Perspective perspective;
    view::Network network;
    layout::Graph graph;
    layout::Placement placement;
    /// The size that the placement was made for, in logical pixels.
    QSizeF room;
};

using PlacedPointer = std::shared_ptr<const Placed>;

/// What is asked of the layout for a network, its perspective and its room.
layout::Request requestFor(const Placed &placed);

/// Keeps a placement up to date with a document. A picture that was shown before comes back as it was, so undo and Back
/// return to the same places; otherwise nodes keep the place they had last, so a filter leaves alone what remains. Small networks are
/// placed at once; those above immediateNodes() in another thread, where a result that is no longer wanted is dropped.
class PictureJob : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t immediateNodes() { return 150; }

    explicit PictureJob(Document &document, QObject *parent = nullptr);
    ~PictureJob() override;

    /// The room that the next full placement is fitted to. The first call places the network.
    void setRoom(QSizeF room);
    QSizeF room() const { return m_room; }

    /// Takes over places that were found elsewhere for the same dataset, before there was a room. They are used when the
    /// room then turns out to be about the size that they were made for.
    void seed(const Placed &placed);

    /// Null until the first placement is there.
    const PlacedPointer &placed() const { return m_placed; }
    bool running() const { return m_wanted != nullptr; }

    /// Ends a placement under way as soon as it can, with what there is: every node has a place, though not a good one.
    void stopEarly();

    /// Forgets where nodes stood in the current layout, hands included, and places them afresh for the current room.
    void arrangeAfresh();

Q_SIGNALS:
    void started();
    /// Share done, from 0 to 1.
    void advanced(double share);
    void placedAnew();

private:
    using Memory = std::map<OrganizationId, layout::Point>;
    /// Layout and what it is built round, the middle of an orbit or the lit loop of rings: each keeps its own memory of places.
    using MemoryKey = std::pair<LayoutKind, std::vector<OrganizationId>>;
    /// One picture that was shown: which nodes, then those of its rings.
    using Shown = std::pair<MemoryKey, std::vector<OrganizationId>>;
    struct Room {
        QSizeF size;
        double scale = 1;
        std::vector<double> columns;
        std::vector<layout::Orbit> orbits;
    };
    struct Places {
        Memory places;
        Room room;
    };
    struct Wanted;

    void documentChanged(Changes what);
    void refresh();
    MemoryKey memoryKey(const Perspective &perspective) const;
    Shown shownKey(const Placed &placed) const;
    bool keepPlaces(Placed &next, const Places &known) const;
    void prepare(Placed &next, const Memory &memory) const;
    void remember(const Placed &placed, const Places &known);
    void begin(std::shared_ptr<Placed> next);
    void finish(const std::shared_ptr<Wanted> &wanted);
    void cancel();

    Document &m_document;
    QSizeF m_room;
    /// The latest place of each node, and the places of each picture shown, for Back to return to.
    std::map<MemoryKey, Places> m_latest;
    std::map<Shown, Places> m_shown;
    PlacedPointer m_placed;
    std::shared_ptr<Wanted> m_wanted;
};

} // namespace dealscape::document
