// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/edges.h"
#include "drawing/nodes.h"
#include "drawing/segmentgrid.h"
#include "drawing/wording.h"
#include "layout/labels.h"

#include <QRectF>

#include <vector>

namespace dealscape::drawing {

/// What a label would hide of ribbons that it does not name, and of the edges of hulls. One thread at a time.
class Covering {
public:
    Covering(const std::vector<EdgeMark> &edges, const std::vector<HullMark> &hulls);

    /// 0 for free ground, about 1 for each ribbon that the box meets, more for wide ones. `own` is left out; -1 for none.
    double cost(const QRectF &box, int own = -1) const;
    /// Width of the widest ribbon under the box; 0 when there is none.
    double widestUnder(const QRectF &box, int own) const;
    /// Whether the box lies half inside a hull, where no one colour can be behind its text.
    bool straddles(const QRectF &box) const;

private:
    template <class Visit>
    void forEachUnder(const QRectF &box, int own, Visit visit) const;

    const std::vector<EdgeMark> &m_edges;
    SegmentGrid m_grid;
    double m_reach = 0;
    std::vector<QPolygonF> m_hulls;
    mutable std::vector<unsigned> m_seen;
    mutable unsigned m_query = 0;
};

/// Whether the box comes nearer to a ribbon's edge than `clear`.
bool meets(const QRectF &box, const EdgeMark &mark, double clear);

/// A place where a label could go; the lower the cost the better.
struct Candidate {
    QRectF box;
    double cost = 0;
    std::size_t wording = 0;
    /// Side of the disc (below), share of the way along the ribbon or more than firstBesidePlace, or number of the place in the hull.
    double place = 0;
    layout::Flaw flaw = layout::Flaw::None;
};

/// Sides of a disc in order of preference, as places.
enum class Side { Inside, Below, Above, Right, Left, BelowRight, BelowLeft, AboveRight, AboveLeft };

/// Inside the disc, or all round it 5 px away, where other ribbons lie at a price above all others, and up to 37 px away; a place that is
/// nearer to the disc of another of `nodes`, whose name it would seem to be, costs yet more. Without `covering` on eight sides,
/// whatever lies there. A place between two sides is numbered after the nearest and a fraction.
std::vector<Candidate> nameCandidates(const Name &name, const NodeMark &node, const std::vector<NodeMark> &nodes, const Covering *covering);

/// Along the visible part of a ribbon where no other runs, middle first, for every wording that covers at most 60 % of the way and
/// leaves some of the ribbon at both ends; without `covering` whatever else runs there.
std::vector<Candidate> amountCandidates(const std::vector<Wording> &wordings, int badge, const EdgeMark &mark, const EdgeShape &shape,
                                        int own, const Covering *covering);

/// Places beside a ribbon have numbers from here to those of callouts.
inline constexpr double firstBesidePlace = 2;

/// Beside a ribbon, in every wording, on ground where no other ribbon is as near. Short ways that an amount would hide are seen whole.
std::vector<Candidate> besideCandidates(const std::vector<Wording> &wordings, int badge, const EdgeMark &mark, const EdgeShape &shape,
                                        int own, const Covering &covering);

/// For an amount that finds no free ground, in its shortest wordings: free ground nearer to other ribbons and a little off its own middle
/// line; and along its ribbon or beside it over ribbons no wider than its own, which costs more than any other place.
std::vector<Candidate> lastCandidates(const std::vector<Wording> &wordings, int badge, const EdgeMark &mark, const EdgeShape &shape,
                                      int own, const Covering &covering);

/// Free ground inside the hull on a grid of 12 px, the nearer to its middle the better; then around it.
std::vector<Candidate> hullCandidates(const HullMark &hull, const QSizeF &size, const Covering &covering);

} // namespace dealscape::drawing
