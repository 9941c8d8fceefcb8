// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/touched.h"

namespace dealscape::diagram {

namespace {

using drawing::Target;
using drawing::TargetKind;

/// Beyond the marks: the outline and the points of its mitred corners.
constexpr double outlineReach = 24;
constexpr double ringReach = 8;
constexpr double frameReach = 4;

QRect box(const QRectF &area, double reach, QPointF offset)
{
    return area.translated(offset).adjusted(-reach, -reach, reach, reach).toAlignedRect();
}

bool means(Target target, const drawing::EdgeMark &edge)
{
    return target.kind == TargetKind::Edge ? target.index == edge.edge
                                           : target.kind == TargetKind::Deal && edge.deal >= 0 && target.index == edge.deal;
}

} // namespace

QRegion touched(const drawing::Drawing &drawing, Target target, QPointF offset)
{
    QRegion region;
    if (target.kind == TargetKind::Node) {
        for (const drawing::NodeMark &node : drawing.nodes)
            if (node.node == target.index)
                region +=
                    box({node.centre - QPointF(node.radius, node.radius), QSizeF(2 * node.radius, 2 * node.radius)}, ringReach, offset);
    } else if (target.kind == TargetKind::Edge || target.kind == TargetKind::Deal) {
        for (const drawing::EdgeMark &edge : drawing.edges)
            if (means(target, edge))
                region += box(edge.bounds, outlineReach, offset);
        for (const drawing::LabelMark &label : drawing.labels)
            if (label.target == target && label.shown)
                region += box(label.box, frameReach, offset);
    }
    return region & drawing.plot.toAlignedRect();
}

} // namespace dealscape::diagram
