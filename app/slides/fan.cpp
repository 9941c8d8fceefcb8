// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/nodes.h"
#include "drawing/wording.h"
#include "network/network.h"
#include "slides/picture.h"
#include "style/scales.h"
#include "style/text.h"
#include "words/plain.h"

#include <algorithm>
#include <cmath>

namespace dealscape::slides {

namespace {

constexpr double magnification = 2.5;
/// Radius that the hub should have, and bounds of the scale that gives it, in pixels before magnification.
constexpr double hubRadius = 60;
constexpr double leastScale = 0.8;
constexpr double largestScale = 2;
/// Where the labels leave too little room between the hub and its partners, discs shrink down to this scale.
constexpr double smallestScale = 0.3;
constexpr double leastReach = 60;
constexpr double labelGap = 6;
constexpr double line = 16.8;
constexpr double largestGap = 30;
constexpr double widestFan = 320;

/// A partner with its two lines, in the coordinates of the drawing.
struct Partner {
    int node = 0;
    int edge = 0;
    double radius = 0;
    QString name;
    drawing::Wording amount;
    int badge = 0;
    QPointF centre;

    double height() const { return std::max(2 * radius, 2 * line) + 4; }
    double badgeRoom() const { return badge ? drawing::badgeWidth(badge) + drawing::badgeGap : 0; }
    double labelWidth() const
    {
        return std::max(style::textWidth(name, style::FontRole::SmallBold),
                        badgeRoom() + style::textWidth(amount.strong, style::FontRole::FigureBold) +
                            style::textWidth(amount.rest, style::FontRole::Figure));
    }
};

class Fan {
public:
    Fan(const PictureGround &ground, const Subject &subject, const QRectF &area)
        : m_ground(ground),
          m_subject(subject),
          m_view(ground.view(subject.network)),
          m_area(area.topLeft() / magnification, area.size() / magnification),
          m_scale(std::clamp(hubRadius / style::radiusOf(subject.network.scales, hub().turnover), leastScale, largestScale))
    {}

    SlidePicture draw()
    {
        for (findPartners(), place(); m_crowded && m_scale > smallestScale; findPartners(), place())
            m_scale *= 0.9;
        layout::Placement placement;
        placement.scale = m_scale;
        placement.nodes.resize(m_subject.network.nodes.size());
        put(placement, m_subject.hub, m_hub);
        for (const Partner &partner : m_partners)
            put(placement, partner.node, partner.centre);
        for (const network::NetworkEdge &edge : m_subject.network.edges)
            placement.routes.push_back(routeOf(edge, placement));
        SlidePicture picture;
        picture.layer.magnification = magnification;
        drawing::Drawing &drawing = picture.layer.drawing;
        drawing.theme = m_ground.theme;
        drawing.size = m_ground.size / magnification;
        drawing.plot = QRectF(QPointF(), drawing.size);
        const drawing::Projection projection{{}, 1, m_scale};
        drawing.nodes = drawing::nodeMarks(m_view.index, m_subject.network, placement, projection);
        drawing.edges = drawing::edgeMarks(m_view, placement, projection, drawing.nodes).marks;
        drawing.labels.push_back(hubLabel(drawing.nodes));
        for (const Partner &partner : m_partners)
            drawing.labels.push_back(labelOf(partner));
        for (const drawing::LabelMark &label : drawing.labels)
            drawing.extent |= label.box;
        return picture;
    }

private:
    const network::NetworkNode &hub() const { return m_subject.network.nodes[static_cast<std::size_t>(m_subject.hub)]; }
    static void put(layout::Placement &placement, int node, QPointF at)
    {
        placement.nodes[static_cast<std::size_t>(node)] = {at.x(), at.y()};
    }

    /// The largest in the middle, the others by turns above and below it.
    void findPartners()
    {
        const Lens lens = m_view.perspective.lens;
        std::vector<Partner> bySize;
        m_partners.clear();
        for (int i = 0; i < static_cast<int>(m_subject.network.edges.size()); ++i) {
            const network::NetworkEdge &edge = m_subject.network.edges[static_cast<std::size_t>(i)];
            const drawing::Flow flow = drawing::flowOf(m_view.index.dataset(), edge);
            Partner partner;
            partner.node = edge.from == m_subject.hub ? edge.to : edge.from;
            partner.edge = i;
            partner.radius =
                style::radiusOf(m_subject.network.scales, m_subject.network.nodes[static_cast<std::size_t>(partner.node)].turnover) *
                m_scale;
            partner.name = style::shortened(words::plain(m_view.index.nameOf(m_view.organizationOf(partner.node))).simplified(),
                                            style::FontRole::SmallBold, 150);
            const std::vector<drawing::Wording> wordings = drawing::wordingsOf(lens, flow);
            if (!wordings.empty())
                partner.amount = wordings.front();
            partner.badge = drawing::badgeOf(lens, flow);
            bySize.push_back(partner);
        }
        std::ranges::stable_sort(bySize, std::ranges::greater(), &Partner::radius);
        for (std::size_t i = 0; i < bySize.size(); ++i)
            m_partners.insert(i % 2 == 0 ? m_partners.end() : m_partners.begin(), bySize[i]);
    }

    void place()
    {
        const double radius = style::radiusOf(m_subject.network.scales, hub().turnover) * m_scale;
        m_hub = {m_area.left() + radius, m_area.center().y()};
        double used = 0;
        for (const Partner &partner : m_partners)
            used += partner.height();
        const auto count = static_cast<double>(m_partners.size());
        const double gap = std::clamp((m_area.height() - used) / std::max(1.0, count - 1), 0.0, largestGap);
        double y = m_area.center().y() - (used + gap * (count - 1)) / 2;
        for (Partner &partner : m_partners) {
            partner.centre.setY(y + partner.height() / 2);
            y += partner.height() + gap;
        }
        placeAcross(radius);
    }

    /// Partners stand on an ellipse round the hub that is as wide as their labels allow.
    void placeAcross(double radius)
    {
        double reach = 1;
        for (const Partner &partner : m_partners)
            reach = std::max(reach, 1.25 * std::abs(partner.centre.y() - m_hub.y()));
        const auto share = [&](const Partner &partner) {
            const double rise = (partner.centre.y() - m_hub.y()) / reach;
            return std::sqrt(1 - rise * rise);
        };
        double width = widestFan;
        for (const Partner &partner : m_partners)
            width = std::min(width, (m_area.right() - partner.labelWidth() - labelGap - partner.radius - m_hub.x()) / share(partner));
        m_crowded = width < radius + leastReach;
        width = std::max(width, radius + leastReach);
        for (Partner &partner : m_partners)
            partner.centre.setX(m_hub.x() + width * share(partner));
    }

    /// A curve that bows away from the level through the hub.
    layout::Route routeOf(const network::NetworkEdge &edge, const layout::Placement &placement) const
    {
        const layout::Point from = placement.nodes[static_cast<std::size_t>(edge.from)];
        const layout::Point to = placement.nodes[static_cast<std::size_t>(edge.to)];
        const double rise = from.y + to.y - 2 * m_hub.y();
        const layout::Point control = (from + to) * 0.5 + layout::Point{-0.06 * std::abs(rise), 0.14 * rise};
        return {{from, from + (control - from) * (2.0 / 3), to + (control - to) * (2.0 / 3), to}};
    }

    drawing::LabelMark hubLabel(const std::vector<drawing::NodeMark> &nodes) const
    {
        const drawing::NodeMark &node = nodes[static_cast<std::size_t>(m_subject.hub)];
        const drawing::Name name = drawing::nameOf(m_view.index, m_view.organizationOf(m_subject.hub), node.radius);
        drawing::LabelMark label;
        label.target = {drawing::TargetKind::Node, m_subject.hub};
        const style::Theme &colours = style::theme(m_ground.theme);
        double top = name.inside ? node.centre.y() + drawing::nameTopInside(name, node.radius) : node.centre.y() + node.radius + labelGap;
        label.box = QRectF(node.centre.x() - name.width / 2, top, name.width, name.height);
        for (const QString &text : name.lines) {
            label.runs.push_back({text,
                                  {node.centre.x() - style::textWidth(text, name.font) / 2, top + style::baselineIn(name.font)},
                                  name.font,
                                  name.inside && !node.hollow ? colours.layer(node.look).icon : colours.text});
            top += style::lineHeight(name.font);
        }
        label.text = name.lines.join(u' ');
        return label;
    }

    drawing::LabelMark labelOf(const Partner &partner) const
    {
        const style::Theme &colours = style::theme(m_ground.theme);
        drawing::LabelMark label;
        label.target = {drawing::TargetKind::Node, partner.node};
        label.text = partner.name + u' ' + partner.amount.text();
        const double left = partner.centre.x() + partner.radius + labelGap;
        label.box = QRectF(left, partner.centre.y() - line, partner.labelWidth(), 2 * line);
        const double spare = (line - 16) / 2;
        label.runs.push_back({partner.name,
                              {left, label.box.top() + spare + style::baselineIn(style::FontRole::SmallBold)},
                              style::FontRole::SmallBold,
                              colours.text});
        const double baseline = label.box.top() + line + spare + style::baselineIn(style::FontRole::Figure);
        const double amount = left + partner.badgeRoom();
        if (partner.badge) {
            label.badge = partner.badge;
            label.badgeCentre = {left + drawing::badgeWidth(partner.badge) / 2, baseline - style::capHeight(style::FontRole::Figure) / 2};
        }
        if (!partner.amount.strong.isEmpty())
            label.runs.push_back({partner.amount.strong, {amount, baseline}, style::FontRole::FigureBold, colours.text});
        if (!partner.amount.rest.isEmpty())
            label.runs.push_back({partner.amount.rest,
                                  {amount + style::textWidth(partner.amount.strong, style::FontRole::FigureBold), baseline},
                                  style::FontRole::Figure,
                                  colours.textSecond});
        return label;
    }

    const PictureGround &m_ground;
    const Subject &m_subject;
    network::View m_view;
    QRectF m_area;
    bool m_crowded = false;
    double m_scale;
    QPointF m_hub;
    std::vector<Partner> m_partners;
};

} // namespace

SlidePicture fanPicture(const PictureGround &ground, const Subject &subject, const QRectF &area)
{
    return Fan(ground, subject, area).draw();
}

} // namespace dealscape::slides
