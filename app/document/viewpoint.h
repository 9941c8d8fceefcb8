// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/arrangement.h"
#include "domain/perspective.h"
#include "network/network.h"

#include <QPointF>

#include <set>
#include <variant>
#include <vector>

namespace dealscape::document {

using network::EdgeKey;

/// The one thing that diagram, tables and details are looking at; std::monostate is nothing.
using Selection = std::variant<std::monostate, OrganizationId, EdgeKey, DealId>;

/// What a camera keeps in view when the window changes its size: all that is laid out, the nodes that are shown, or the point it was
/// left at.
enum class Fit { Room, Shown, Free };

/// Where the diagram is looked at from. The centre is in the coordinates of the placement, the zoom is 1 where all that is laid out fills
/// the plot; they count only while fit is Free.
struct Camera {
    Fit fit = Fit::Room;
    double zoom = 1;
    QPointF centre;

    friend bool operator==(const Camera &, const Camera &) = default;
};

/// Everything that decides what the window shows of a dataset. The history is a list of these.
struct Viewpoint {
    Perspective perspective;
    Selection selection;
    Camera camera;
    /// Ribbons opened into one lane a deal.
    std::set<EdgeKey> opened;
    /// Where a scene that is looked at has put organisations, in place of what the file keeps for the layout; empty otherwise. It ends
    /// with the next layout, and with the next hand: then all of it is what the file keeps.
    std::vector<KeptPlace> places;

    friend bool operator==(const Viewpoint &, const Viewpoint &) = default;
};

} // namespace dealscape::document
