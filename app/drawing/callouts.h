// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/candidates.h"
#include "drawing/edges.h"
#include "network/trail.h"
#include "style/theme.h"

#include <QSizeF>
#include <QStringList>

#include <optional>
#include <vector>

namespace dealscape::drawing {

/// The words beside one leg of a lit trail: a pill on the smallest leg, the amount in large figures, what it is and how firm.
struct Callout {
    /// Position in Network::edges of the ribbon that it stands beside.
    int edge = 0;
    QString amount;
    QStringList facts;
    bool smallest = false;

    QSizeF size() const;
    /// Without what can be read elsewhere, for where there is little room.
    Callout brief() const { return {edge, amount, {}, smallest}; }
};

/// One for each leg. A trail of a single leg is its own smallest and is not called that.
std::vector<Callout> calloutsOf(const Index &index, const network::LitTrail &trail);

/// Places of callouts run from here, apart from those along a ribbon.
inline constexpr double firstCalloutPlace = 10;

/// On either side of the ribbon, near it first, the middle first and away from `centre` before towards it.
std::vector<Candidate> calloutCandidates(const QSizeF &size, const EdgeMark &mark, const EdgeShape &shape, QPointF centre,
                                         std::size_t wording, int own, const Covering &covering);

/// Writes the words into the mark's box, leaning on the ribbon.
void setCallout(LabelMark &mark, const Callout &callout, const EdgeShape &shape, const style::Theme &theme);

/// "At most $30B can go round once", in large figures in the middle of a lit ring.
struct CentreFigure {
    QString amount;
    QRectF box;
};

/// Nothing where the trail is no ring, has no known smallest leg, or one of its ribbons or discs stands in the way.
std::optional<CentreFigure> centreFigure(const network::LitTrail &trail, const Edges &edges, const std::vector<NodeMark> &nodes);

void setCentreFigure(LabelMark &mark, const CentreFigure &figure, const style::Theme &theme);

/// The middle of the discs that a trail passes.
QPointF middleOf(const network::LitTrail &trail, const std::vector<NodeMark> &nodes);

} // namespace dealscape::drawing
