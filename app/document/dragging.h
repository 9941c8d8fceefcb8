// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/picturejob.h"

namespace dealscape::document {

/// A node in somebody's hand: it follows the pointer while the others relax around it. Works on a copy of a placement;
/// nothing is kept until arrangement() is given to the document.
class Dragging {
public:
    Dragging(PlacedPointer placed, const std::vector<KeptPlace> &before, int node);

    int node() const { return m_node; }
    /// What the node is dragged in, and the arrangement that it began with.
    const Placed &placed() const { return *m_placed; }
    const std::vector<KeptPlace> &before() const { return m_before; }
    /// Puts the node at a point in the coordinates of the placement.
    void moveTo(QPointF point);
    /// One round of relaxation; false once nothing moves any more.
    bool relax();
    const layout::Placement &placement() const { return m_placement; }

    /// The arrangement before, with the node pinned and everything that made room where it now is.
    std::vector<KeptPlace> arrangement() const;

private:
    void reroute();

    PlacedPointer m_placed;
    std::vector<KeptPlace> m_before;
    int m_node;
    layout::Graph m_graph;
    layout::Placement m_placement;
};

} // namespace dealscape::document
