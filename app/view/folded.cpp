// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/folded.h"

#include "analysis/select.h"
#include "view/text.h"
#include "view/theme.h"

#include <cmath>
#include <map>
#include <set>

namespace dealscape::view {

namespace {

LabelMark plus(const NodeMark &node, int count, const Theme &colours)
{
    constexpr double knockOut = 4;
    const QString text = QStringLiteral("+%1").arg(count);
    const double reach = node.radius * std::sqrt(0.5);
    const QPointF corner = node.centre + QPointF(reach + 3, -reach - lineHeight(FontRole::FigureBold));
    LabelMark mark;
    mark.target = {TargetKind::Node, node.node};
    mark.text = text;
    mark.box = QRectF(corner, QSizeF(textWidth(text, FontRole::FigureBold), lineHeight(FontRole::FigureBold)));
    mark.ground = colours.canvas;
    mark.knockOut = knockOut;
    mark.runs = {{text, mark.box.bottomLeft() - QPointF(0, 4), FontRole::FigureBold, colours.textSecond}};
    return mark;
}

} // namespace

std::vector<LabelMark> foldedMarks(const Index &index, const Perspective &perspective, const Network &network,
                                   const std::vector<NodeMark> &nodes, ThemeKind themeKind)
{
    std::vector<LabelMark> marks;
    if (perspective.collapsed.empty() || perspective.asReported)
        return marks;
    std::map<OrganizationId, std::set<OrganizationId>> hidden;
    const auto note = [&](const OrganizationId &folded, const OrganizationId &partner) {
        if (perspective.collapsed.contains(folded) && network.nodeOf(index.position(partner)) < 0)
            hidden[folded].insert(partner);
    };
    for (const int position : analysis::select(index, perspective.filter)) {
        const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)];
        note(deal.tail(), deal.head());
        note(deal.head(), deal.tail());
    }
    for (const NodeMark &node : nodes) {
        const int organization = network.nodes[static_cast<std::size_t>(node.node)].organization;
        const auto found = hidden.find(index.dataset().organizations[static_cast<std::size_t>(organization)].id);
        if (found != hidden.end())
            marks.push_back(plus(node, static_cast<int>(found->second.size()), theme(themeKind)));
    }
    return marks;
}

} // namespace dealscape::view
