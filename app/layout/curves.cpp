// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/curves.h"

namespace dealscape::layout {

Point at(const Cubic &curve, double t)
{
    const double u = 1 - t;
    return curve[0] * (u * u * u) + curve[1] * (3 * u * u * t) + curve[2] * (3 * u * t * t) + curve[3] * (t * t * t);
}

Cubic quadratic(Point from, Point control, Point to)
{
    return {from, from + (control - from) * (2.0 / 3), to + (control - to) * (2.0 / 3), to};
}

void keepInside(const Box &box, const Graph &graph, double scale, std::vector<Route> &routes)
{
    for (std::size_t edge = 0; edge < routes.size(); ++edge) {
        const Box inner = box.grown(-std::min({graph.edges[edge].width * scale / 2 + 1, box.w / 4, box.h / 4}));
        auto &points = routes[edge].points;
        for (std::size_t i = 1; i + 1 < points.size(); ++i)
            points[i] = {std::min(std::max(points[i].x, inner.x), inner.right()), std::min(std::max(points[i].y, inner.y), inner.bottom())};
    }
}

} // namespace dealscape::layout
