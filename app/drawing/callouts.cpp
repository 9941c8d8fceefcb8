// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/callouts.h"

#include "style/text.h"
#include "words/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dealscape::drawing {

namespace {

constexpr double pillHeight = 18;
constexpr double pillPadding = 8;
constexpr double pillGap = 3;
constexpr double clearOfRibbons = 4;
constexpr double amountLine = 28;
constexpr std::array distances = {10.0, 30.0};
/// How far boxes outside a ring slide along the ribbon, in parts of their length, so that they pass what stands there.
constexpr std::array slides = {0.0, 0.5, -0.5, 1.0, -1.0};
constexpr std::array calloutPlaces = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};

QString pillText()
{
    return QStringLiteral("Smallest leg");
}

double pillWidth()
{
    return style::textWidth(pillText(), style::FontRole::SmallBold) + 2 * pillPadding;
}

QString above()
{
    return QStringLiteral("At most");
}

QString below()
{
    return QStringLiteral("can go round once");
}

/// How much of a text's spare width goes to its left when the box leans on a point beside it.
double leaning(const QRectF &box, QPointF on)
{
    const double off = box.center().x() - on.x();
    if (std::abs(off) < 0.3 * box.width())
        return 0.5;
    return off > 0 ? 0 : 1;
}

} // namespace

QSizeF Callout::size() const
{
    double width = style::textWidth(amount, style::FontRole::Title);
    for (const QString &fact : facts)
        width = std::max(width, style::textWidth(fact, style::FontRole::Small));
    if (smallest)
        width = std::max(width, pillWidth());
    const double height = amountLine + style::lineHeight(style::FontRole::Small) * static_cast<double>(facts.size());
    return {width, height + (smallest ? pillHeight + pillGap : 0)};
}

std::vector<Callout> calloutsOf(const Index &index, const network::LitTrail &trail)
{
    std::vector<Callout> callouts;
    for (std::size_t i = 0; i < trail.legs.size(); ++i) {
        const network::TrailLeg &leg = trail.legs[i];
        const bool smallest = trail.legs.size() > 1 && static_cast<int>(i) == trail.smallest;
        callouts.push_back({leg.edges.front(), leg.value.published() ? words::money(leg.value) : QStringLiteral("?"),
                            network::legFacts(index, leg), smallest});
    }
    return callouts;
}

std::vector<Candidate> calloutCandidates(const QSizeF &size, const EdgeMark &mark, const EdgeShape &shape, QPointF centre,
                                         std::size_t wording, int own, const Covering &covering)
{
    std::vector<Candidate> candidates;
    const double thick = mark.outerWidth() / 2;
    double number = firstCalloutPlace;
    for (const double place : calloutPlaces) {
        const double way = shape.from + place * (shape.paidFrom - shape.from);
        const QPointF on = shape.line.at(way);
        const QPointF along = shape.line.directionAt(way);
        const QPointF normal = rightOf(along);
        const double across = std::abs(normal.x()) * size.width() / 2 + std::abs(normal.y()) * size.height() / 2;
        const double length = std::abs(along.x()) * size.width() + std::abs(along.y()) * size.height();
        for (std::size_t k = 0; k < 2 * distances.size(); ++k) {
            const QPointF away = normal * (k % 2 == 0 ? 1 : -1);
            const bool inside = QPointF::dotProduct(away, on - centre) < 0;
            for (const double slide : slides) {
                ++number;
                if (inside && slide != 0)
                    continue;
                const QPointF middle = on + away * (thick + distances[k / 2] + across) + along * slide * length;
                const QRectF box(middle - QPointF(size.width(), size.height()) / 2, size);
                const double hidden = 1.5 * covering.cost(box, own) + (covering.straddles(box) ? 1 : 0);
                const double far = 2 * std::abs(place - 0.5) + (inside ? 0.8 : 0) + 0.6 * static_cast<double>(k / 2) + std::abs(slide);
                candidates.push_back({box, far + hidden, wording, number});
            }
        }
    }
    return candidates;
}

void setCallout(LabelMark &mark, const Callout &callout, const EdgeShape &shape, const style::Theme &theme)
{
    const double lean = leaning(mark.box, shape.line.at(shape.line.nearest(mark.box.center())));
    const auto leftOf = [&](double width) { return mark.box.left() + (mark.box.width() - width) * lean; };
    double top = mark.box.top();
    if (callout.smallest) {
        mark.pill = QRectF(leftOf(pillWidth()), top, pillWidth(), pillHeight);
        mark.runs.push_back({pillText(),
                             {mark.pill.left() + pillPadding, top + (pillHeight + style::capHeight(style::FontRole::SmallBold)) / 2},
                             style::FontRole::SmallBold,
                             theme.textOnAccent});
        top += pillHeight + pillGap;
    }
    mark.runs.push_back({callout.amount,
                         {leftOf(style::textWidth(callout.amount, style::FontRole::Title)),
                          top + (amountLine + style::capHeight(style::FontRole::Title)) / 2},
                         style::FontRole::Title,
                         theme.text});
    top += amountLine;
    for (const QString &fact : callout.facts) {
        mark.runs.push_back({fact,
                             {leftOf(style::textWidth(fact, style::FontRole::Small)), top + style::baselineIn(style::FontRole::Small)},
                             style::FontRole::Small,
                             theme.textSecond});
        top += style::lineHeight(style::FontRole::Small);
    }
}

QPointF middleOf(const network::LitTrail &trail, const std::vector<NodeMark> &nodes)
{
    QPointF sum;
    for (const network::TrailLeg &leg : trail.legs)
        sum += nodes[static_cast<std::size_t>(leg.from)].centre;
    return sum / static_cast<double>(trail.legs.size());
}

std::optional<CentreFigure> centreFigure(const network::LitTrail &trail, const Edges &edges, const std::vector<NodeMark> &nodes)
{
    if (!trail.closed || trail.smallest < 0)
        return std::nullopt;
    const QString amount = words::money(trail.legs[static_cast<std::size_t>(trail.smallest)].value);
    const double width = std::max(style::textWidth(amount, style::FontRole::Display), style::textWidth(below(), style::FontRole::Body));
    const QSizeF size(width, 2 * style::lineHeight(style::FontRole::Body) + style::lineHeight(style::FontRole::Display));
    const QRectF box(middleOf(trail, nodes) - QPointF(size.width(), size.height()) / 2, size);
    for (const network::TrailLeg &leg : trail.legs) {
        const NodeMark &node = nodes[static_cast<std::size_t>(leg.from)];
        const QPointF reach(node.radius, node.radius);
        if (QRectF(node.centre - reach, node.centre + reach).intersects(box))
            return std::nullopt;
        for (const EdgeMark &edge : edges.marks)
            if (std::ranges::find(leg.edges, edge.edge) != leg.edges.end() && meets(box, edge, clearOfRibbons))
                return std::nullopt;
    }
    return CentreFigure{amount, box};
}

void setCentreFigure(LabelMark &mark, const CentreFigure &figure, const style::Theme &theme)
{
    double top = mark.box.top();
    const auto line = [&](const QString &text, style::FontRole role, const QColor &colour) {
        const double left = mark.box.left() + (mark.box.width() - style::textWidth(text, role)) / 2;
        mark.runs.push_back({text, {left, top + style::baselineIn(role)}, role, colour});
        top += style::lineHeight(role);
    };
    line(above(), style::FontRole::Body, theme.textSecond);
    line(figure.amount, style::FontRole::Display, theme.text);
    line(below(), style::FontRole::Body, theme.textSecond);
}

} // namespace dealscape::drawing
