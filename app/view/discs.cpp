// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/discs.h"

#include "view/brush.h"
#include "view/icons.h"

#include <QPainterPath>
#include <QPen>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>

namespace dealscape::view {

namespace {

constexpr double canvasRing = 2;
constexpr double rimWidth = 1.5;
constexpr double hollowRim = 2;
/// Larger discs are few and are always drawn.
constexpr double largestStamp = 40;

const QPainterPath &iconPath(LayerStyle style)
{
    thread_local std::array<QPainterPath, 8> paths;
    QPainterPath &path = paths[static_cast<std::size_t>(style)];
    if (path.isEmpty())
        path = icon(iconOf(style));
    return path;
}

void circle(QPainter &painter, QPointF centre, double radius, const QColor &colour)
{
    painter.setBrush(colour);
    painter.drawEllipse(centre, radius, radius);
}

void drawIcon(QPainter &painter, LayerStyle style, double size, QPointF centre, const QColor &colour)
{
    const double scale = size / iconGrid;
    const double stroke = iconStroke / std::sqrt(std::max(1.0, scale));
    painter.save();
    painter.translate(centre - QPointF(size, size) / 2);
    painter.scale(scale, scale);
    painter.strokePath(iconPath(style), QPen(colour, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
}

} // namespace

Discs::Discs(QPainter &painter, const Theme &theme, Discing discing)
    : m_painter(painter), m_theme(theme), m_sprites(painter), m_discing(discing)
{}

void Discs::disc(const NodeMark &node, double strength)
{
    if (m_discing == Discing::Exact || !m_sprites.usable() || node.radius > largestStamp || node.iconCentre != node.centre) {
        draw(m_painter, node, strength);
        return;
    }
    NodeMark stamp = node;
    stamp.radius = std::round(node.radius * 4) / 4;
    stamp.centre = stamp.iconCentre = {0, 0};
    const auto part = [](double value) { return QChar(static_cast<char16_t>(std::lround(value))); };
    const std::array parts = {part(1 + static_cast<int>(m_theme.kind)), part(1 + 2 * static_cast<int>(node.style) + (node.hollow ? 1 : 0)),
                              part(stamp.radius * 4), part(node.iconSize * 4), part(1 + strength * 100)};
    const QString key(parts.data(), static_cast<qsizetype>(parts.size()));
    const double reach = stamp.radius + canvasRing + 1;
    m_sprites.put(m_painter, key, {-reach, -reach, 2 * reach, 2 * reach}, node.centre, Sprites::Precision::Pixel,
                  [&](QPainter &painter) { draw(painter, stamp, strength); });
}

void Discs::draw(QPainter &painter, const NodeMark &node, double strength) const
{
    const LayerColours &colours = m_theme.layer(node.style);
    const auto faded = [&](const QColor &colour) { return blended(colour, m_theme.canvas, strength); };
    painter.setPen(Qt::NoPen);
    circle(painter, node.centre, node.radius + canvasRing, m_theme.canvas);
    circle(painter, node.centre, node.radius, faded(colours.rim));
    const double rim = std::min(node.radius * 0.3, node.hollow ? hollowRim : rimWidth);
    if (node.hollow)
        circle(painter, node.centre, node.radius - rim, m_theme.canvas);
    else if (colours.fill != colours.rim)
        circle(painter, node.centre, node.radius - rim, faded(colours.fill));
    if (node.iconSize > 0)
        putIcon(painter, node, node.hollow ? faded(colours.rim) : faded(colours.icon));
}

void Discs::putIcon(QPainter &painter, const NodeMark &node, const QColor &colour) const
{
    if (!m_sprites.usable() || &painter != &m_painter) {
        drawIcon(painter, node.style, node.iconSize, node.iconCentre, colour);
        return;
    }
    const auto part = [](auto value) { return QChar(static_cast<char16_t>(value)); };
    const std::array parts = {part(0x100 + static_cast<int>(node.style)), part(std::lround(node.iconSize * 8)), part(colour.rgb() & 0xffff),
                              part(colour.rgb() >> 16 & 0xff)};
    const double reach = node.iconSize / 2 + 1;
    m_sprites.put(painter, QString(parts.data(), static_cast<qsizetype>(parts.size())), {-reach, -reach, 2 * reach, 2 * reach},
                  node.iconCentre, Sprites::Precision::Eighth,
                  [&](QPainter &image) { drawIcon(image, node.style, node.iconSize, {}, colour); });
}

void Discs::ring(const NodeMark &node, const QColor &colour, double width, double gap)
{
    m_painter.setPen(Qt::NoPen);
    circle(m_painter, node.centre, node.radius + gap + width, colour);
    circle(m_painter, node.centre, node.radius + gap, m_theme.canvas);
}

} // namespace dealscape::view
