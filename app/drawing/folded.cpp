// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/folded.h"

#include "analysis/select.h"
#include "style/text.h"
#include "style/theme.h"

#include <cmath>
#include <map>
#include <set>

namespace dealscape::drawing {

namespace {

LabelMark plus(const NodeMark &node, int count, const style::Theme &colours)
{
    constexpr double knockOut = 4;
    const QString text = QStringLiteral("+%1").arg(count);
    const double reach = node.radius * std::sqrt(0.5);
    const QPointF corner = node.centre + QPointF(reach + 3, -reach - style::lineHeight(style::FontRole::FigureBold));
    LabelMark mark;
    mark.target = {TargetKind::Node, node.node};
    mark.text = text;
    mark.box = QRectF(corner, QSizeF(style::textWidth(text, style::FontRole::FigureBold), style::lineHeight(style::FontRole::FigureBold)));
    mark.ground = colours.canvas;
    mark.knockOut = knockOut;
    mark.runs = {{text, mark.box.bottomLeft() - QPointF(0, 4), style::FontRole::FigureBold, colours.textSecond}};
    return mark;
}

} // namespace

std::vector<LabelMark> foldedMarks(const network::View &view, const std::vector<NodeMark> &nodes, style::ThemeKind themeKind)
{
    const Perspective &perspective = view.perspective;
    std::vector<LabelMark> marks;
    if (perspective.collapsed.empty() || perspective.asReported)
        return marks;
    std::map<OrganizationId, std::set<OrganizationId>> hidden;
    const auto note = [&](const OrganizationId &folded, const OrganizationId &partner) {
        if (perspective.collapsed.contains(folded) && view.nodeOf(partner) < 0)
            hidden[folded].insert(partner);
    };
    for (const int position : analysis::select(view.index, perspective.filter)) {
        const Deal &deal = dealAt(view.index, position);
        note(deal.tail(), deal.head());
        note(deal.head(), deal.tail());
    }
    for (const NodeMark &node : nodes) {
        const auto found = hidden.find(view.organizationOf(node.node).id);
        if (found != hidden.end())
            marks.push_back(plus(node, static_cast<int>(found->second.size()), style::theme(themeKind)));
    }
    return marks;
}

} // namespace dealscape::drawing
