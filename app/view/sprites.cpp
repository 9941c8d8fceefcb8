// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/sprites.h"

#include "view/brush.h"
#include "view/icons.h"

#include <QPainterPath>
#include <QPen>

#include <array>
#include <cmath>

namespace dealscape::view {

namespace {

constexpr double canvasRing = 2;
constexpr double rimWidth = 1.5;
constexpr double hollowRim = 2;

const QPainterPath &iconPath(LayerStyle style)
{
    thread_local std::array<QPainterPath, 8> paths;
    QPainterPath &path = paths[static_cast<std::size_t>(style)];
    if (path.isEmpty())
        path = icon(iconOf(style));
    return path;
}

} // namespace

Discs::Discs(QPainter &painter, const Theme &theme) : m_painter(painter), m_theme(theme) {}

void Discs::circle(QPointF centre, double radius, const QColor &colour)
{
    m_painter.setBrush(colour);
    m_painter.drawEllipse(centre, radius, radius);
}

void Discs::disc(const NodeMark &node, double strength)
{
    const LayerColours &colours = m_theme.layer(node.style);
    const auto faded = [&](const QColor &colour) { return blended(colour, m_theme.canvas, strength); };
    m_painter.setPen(Qt::NoPen);
    circle(node.centre, node.radius + canvasRing, m_theme.canvas);
    circle(node.centre, node.radius, faded(colours.rim));
    const double rim = std::min(node.radius * 0.3, node.hollow ? hollowRim : rimWidth);
    if (node.hollow)
        circle(node.centre, node.radius - rim, m_theme.canvas);
    else if (colours.fill != colours.rim)
        circle(node.centre, node.radius - rim, faded(colours.fill));
    if (node.iconSize > 0)
        icon(node, node.hollow ? faded(colours.rim) : faded(colours.icon));
}

void Discs::icon(const NodeMark &node, const QColor &colour)
{
    const double scale = node.iconSize / iconGrid;
    const double stroke = iconStroke / std::sqrt(std::max(1.0, scale));
    m_painter.save();
    m_painter.translate(node.iconCentre - QPointF(node.iconSize, node.iconSize) / 2);
    m_painter.scale(scale, scale);
    m_painter.strokePath(iconPath(node.style), QPen(colour, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.restore();
}

void Discs::ring(const NodeMark &node, const QColor &colour, double width, double gap)
{
    m_painter.setPen(Qt::NoPen);
    circle(node.centre, node.radius + gap + width, colour);
    circle(node.centre, node.radius + gap, m_theme.canvas);
}

} // namespace dealscape::view
