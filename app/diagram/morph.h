// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/picturejob.h"
#include "layout/layout.h"

#include <map>
#include <vector>

namespace dealscape::diagram {

/// The way of nodes from where they were seen to where a new placement puts them. A node that was not seen before
/// appears in its new place. Ways of edges keep their shape and follow their ends.
class Morph {
public:
    Morph() = default;
    /// From a placement of one network, as it was seen in the plot, to that of another, which is fitted into it; nodes are matched by
    /// organisation.
    Morph(const document::Placed &from, const layout::Placement &seen, document::PlacedPointer to, const drawing::Fitting &fitting);

    /// False when nothing would move by a pixel or more.
    bool needed() const;
    /// The placement at a share of the way from 0 to 1; exact at 1. Linear in nodes and points of routes.
    layout::Placement at(double share) const;

private:
    document::PlacedPointer m_to;
    std::vector<layout::Point> m_start;
};

} // namespace dealscape::diagram
