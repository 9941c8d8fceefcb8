// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "drawing/drawing.h"
#include "drawing/nodes.h"
#include "drawing/polyline.h"
#include "layout/layout.h"
#include "network/network.h"

#include <optional>
#include <set>
#include <vector>

namespace dealscape::drawing {

/// What one ribbon, or one lane of an opened ribbon, has to say.
struct Flow {
    Family family = Family::Capital;
    Certainty certainty = Certainty::Announced;
    bool directed = true;
    MoneyRange value;
    Money paid;
    /// Whether a deal of it carries parts of several certainties.
    bool mixed = false;
    std::optional<Power> power;
    int deals = 0;
    /// Whether all of them are drafts: drawn hollow.
    bool draft = false;
};

Flow flowOf(const Dataset &dataset, const network::NetworkEdge &edge);
Flow flowOf(const Deal &deal);

/// Widths at scale 1, by the grades of the lens: the core shows the low bound, the halo the high one (0 for none, also
/// where the bounds read alike).
struct RibbonWidths {
    double core = 1.25;
    double halo = 0;
};

RibbonWidths widthsOf(Lens lens, const Scales &scales, const Flow &flow);

/// What of a line is drawn and what left out, over and over, in its own units.
struct Dash {
    double on = 0;
    double off = 0;
};

/// Of an announced ribbon: max(10, 2.4 w) and gaps of max(6, w). Both are smaller where the longest of its pieces holds no two
/// dashes, since one dash reads as a line that runs through; not where gaps would be less than 3.
Dash announcedDash(double width);
Dash announcedDash(double width, const std::vector<QPolygonF> &pieces);

/// Length and half the width of the arrowhead of a ribbon, at scale 1: 8 + 0.85 w and 4 + 0.72 w. A halo counts half.
struct HeadSize {
    double length = 9;
    double half = 5;
};

HeadSize headSizeOf(const RibbonWidths &ribbon);

/// The way of an edge mark: `line` runs from rim to rim, the ribbon is drawn from `from` to `to`, and its thick end, if
/// it has one, starts at `paidFrom`.
struct EdgeShape {
    Polyline line;
    double from = 0;
    double to = 0;
    double paidFrom = 0;
    /// Width of a hollow ribbon, of which the two sides are drawn, and the outline of its head; 0 for a solid one.
    double hollow = 0;
    QPolygonF hollowHead = {};
};

/// Marks, their ways and what they say, each in the same order: network edges in order, an opened one as its lanes.
struct Edges {
    std::vector<EdgeMark> marks;
    std::vector<EdgeShape> shapes;
    std::vector<Flow> flows;
};

Edges edgeMarks(const network::View &view, const layout::Placement &placement, const Projection &projection,
                const std::vector<NodeMark> &nodes, const std::set<int> &opened = {});

/// Stretch of a ribbon that a label's box takes away: the ribbon's square ends stay 0.3 of its width clear of the box.
struct Gap {
    double from = 0;
    double to = 0;
};

Gap gapOf(const EdgeShape &shape, double width, const QRectF &box);

/// Cuts the ribbon round a label.
void cut(EdgeMark &mark, const EdgeShape &shape, const Gap &gap);

} // namespace dealscape::drawing
