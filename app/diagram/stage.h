// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/viewtransform.h"
#include "document/picturejob.h"
#include "drawing/places.h"
#include "paint/painter.h"
#include "picture/compose.h"

#include <memory>
#include <optional>

namespace dealscape::diagram {

/// Whether a sight is one of many in a gesture.
enum class Pace { Settled, OnTheWay };

/// What a diagram shows at one moment, apart from any widget: a placed network, a sight, a size and a theme give a
/// drawing with its hit index, made when it is first asked for after a change. Targets are positions in the network of placed().
/// At rest the drawing depends on nothing else; on the way (a drag, a change of places, a zoom) labels keep their side.
class Stage {
public:
    const document::PlacedPointer &placed() const { return m_placed; }
    bool empty() const { return !m_placed || m_placed->network.nodes.empty(); }

    /// Shows a network where it was placed.
    void setPlaced(document::PlacedPointer placed);
    /// Shows the nodes somewhere else for now, in the coordinates of placed(): while they are dragged or on their way, until settle().
    void setPlacement(const layout::Placement &placement);
    /// Where they are shown, in the coordinates of the plot at rest.
    const layout::Placement &placement() const { return m_placement; }
    /// How the coordinates of placed() become those.
    const drawing::Fitting &fitting() const { return m_fitting; }

    void setSize(QSizeF size);
    void setTheme(style::ThemeKind theme);
    style::ThemeKind theme() const { return m_style.theme; }
    void setLabels(drawing::LabelChoice labels);
    void setOpened(const std::set<document::EdgeKey> &opened);

    /// Follows a camera; needed again after the size or the placement changed.
    void setCamera(const document::Camera &camera);
    /// Looks from a sight, and says what camera that is. On the way the drawing stays the one composed for another zoom, as
    /// long as the two are not too far apart; settle() ends that.
    document::Camera setSight(const ViewTransform &sight, Pace pace = Pace::Settled);
    void settle();
    /// How the drawing is to be seen from the sight.
    paint::Shot shot() const { return {m_sight.zoom / drawing().zoom, m_sight.offset}; }
    const ViewTransform &sight() const { return m_sight; }

    /// What stands round the network; only where there is one.
    const picture::Page &page() const;
    QRectF plot() const;
    /// Round the discs, in coordinates of placement().
    QRectF bounds() const;
    const drawing::Drawing &drawing() const;
    drawing::Target at(QPointF screen) const;
    QPointF screenOf(int node) const;
    /// On the screen; 0 for a node that is not drawn.
    double radiusOf(int node) const;

private:
    void changed();
    void fit();
    ViewTransform sightOf(const document::Camera &camera) const;

    document::PlacedPointer m_placed;
    /// As placed() has them, or on the way; then the same fitted into the plot.
    layout::Placement m_places;
    layout::Placement m_placement;
    drawing::Fitting m_fitting;
    bool m_onTheWay = false;
    picture::Style m_style;
    ViewTransform m_sight;
    mutable std::optional<picture::Page> m_page;
    mutable std::unique_ptr<drawing::Drawing> m_drawing;
    mutable std::unique_ptr<drawing::Drawing> m_previous;
    /// Whether the drawing keeps labels where an earlier one had them.
    mutable bool m_provisional = false;
    mutable std::unique_ptr<paint::HitIndex> m_hits;
};

} // namespace dealscape::diagram
