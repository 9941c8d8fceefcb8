// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/paintersurface.h"

#include "paint/painter.h"
#include "style/icons.h"
#include "style/text.h"

#include <QPen>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace dealscape::paint {

namespace {

/// Larger discs are few and are always drawn.
constexpr double largestStamp = 40;
const QRectF everywhere(-1e7, -1e7, 2e7, 2e7);

const QPainterPath &iconPath(LayerIcon drawn)
{
    thread_local std::map<LayerIcon, QPainterPath> paths;
    QPainterPath &path = paths[drawn];
    if (path.isEmpty())
        path = style::icon(style::iconOf(drawn));
    return path;
}

void drawIcon(QPainter &painter, LayerIcon icon, double size, QPointF centre, const QColor &colour)
{
    const double scale = size / style::iconGrid;
    const double stroke = style::iconStroke / std::sqrt(std::max(1.0, scale));
    painter.save();
    painter.translate(centre - QPointF(size, size) / 2);
    painter.scale(scale, scale);
    painter.strokePath(iconPath(icon), QPen(colour, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
}

/// Tells text that lies outside an area for certain: no letter reaches further from its baseline.
bool outside(const drawing::TextRun &run, const QRectF &area)
{
    constexpr double reach = 64;
    return run.position.y() + reach < area.top() || run.position.y() - reach > area.bottom() || run.position.x() - reach > area.right();
}

template <class Value>
QChar keyPart(Value value)
{
    return QChar(static_cast<char16_t>(value));
}

} // namespace

PainterSurface::PainterSurface(QPainter &painter, const QRectF &visible, const Ways &ways)
    : m_painter(painter),
      m_visible(visible),
      m_discing(ways.discing),
      m_sprites(painter),
      m_keeping(m_sprites.usable()),
      m_letters(painter),
      m_strokes(painter, visible, ways.gatheredUpTo)
{}

PainterSurface::PainterSurface(QPainter &image) : PainterSurface(image, everywhere, {})
{
    m_keeping = false;
}

void PainterSurface::shape(const QPainterPath &path, const QColor &fill, const Pen &pen)
{
    QPen line(Qt::NoPen);
    if (pen.colour.isValid() && pen.width > 0) {
        line = QPen(pen.colour, pen.width, Qt::SolidLine, pen.round ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin);
        if (!pen.dashes.isEmpty())
            line.setDashPattern(pen.dashes);
    }
    m_painter.setPen(line);
    m_painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    m_painter.drawPath(path);
}

void PainterSurface::contour(const QPainterPath &path, const QColor &colour, double width, double on, double off)
{
    m_strokes.dashed(path.toFillPolygon(), colour, width, on, off);
}

void PainterSurface::backing(const QPolygonF &line, const QColor &colour, double width)
{
    m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    m_painter.drawPolyline(line);
}

void PainterSurface::swollenHead(const QPolygonF &head, const QColor &colour, double reach)
{
    m_painter.setPen(QPen(colour, 2 * reach, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    m_painter.setBrush(colour);
    m_painter.drawPolygon(head);
}

void PainterSurface::circle(QPointF centre, double radius, const QColor &fill, const QColor &rim, double rimWidth)
{
    const bool rimmed = rimWidth > 0 && rim != fill;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(rimmed ? rim : fill);
    m_painter.drawEllipse(centre, radius, radius);
    if (!rimmed)
        return;
    m_painter.setBrush(fill);
    m_painter.drawEllipse(centre, radius - rimWidth, radius - rimWidth);
}

void PainterSurface::icon(LayerIcon icon, double size, QPointF centre, const QColor &colour)
{
    if (!m_keeping) {
        drawIcon(m_painter, icon, size, centre, colour);
        return;
    }
    const std::array parts = {keyPart(0x100 + static_cast<int>(icon)), keyPart(std::lround(size * 8)), keyPart(colour.rgb() & 0xffff),
                              keyPart(colour.rgb() >> 16 & 0xff)};
    const double reach = size / 2 + 1;
    m_sprites.put(m_painter, QString(parts.data(), static_cast<qsizetype>(parts.size())), {-reach, -reach, 2 * reach, 2 * reach}, centre,
                  Sprites::Precision::Eighth, [&](QPainter &image) { drawIcon(image, icon, size, {}, colour); });
}

void PainterSurface::box(const QRectF &box, double radius, const QColor &fill, const QColor &rim, double rimWidth)
{
    if (radius == 0 && rimWidth == 0) {
        m_painter.fillRect(box, fill);
        return;
    }
    m_painter.setPen(rimWidth > 0 ? QPen(rim, rimWidth) : QPen(Qt::NoPen));
    m_painter.setBrush(fill);
    m_painter.drawRoundedRect(box, radius, radius);
}

void PainterSurface::text(const std::vector<drawing::TextRun> &runs, const QRectF &box, const Halo &halo)
{
    if (halo.width > 0 && !runs.empty())
        knockOut(runs, box, halo);
    for (const drawing::TextRun &run : runs)
        if (!outside(run, m_visible))
            m_letters.draw(run.text, run.font, run.position, run.colour);
}

void PainterSurface::knockOut(const std::vector<drawing::TextRun> &runs, const QRectF &box, const Halo &halo)
{
    QString key(keyPart(halo.ground.rgb() >> 8));
    for (const drawing::TextRun &run : runs) {
        key += keyPart(run.font);
        key += keyPart(std::lround((run.position.x() - box.left()) * 8));
        key += run.text;
    }
    const auto draw = [&](QPainter &painter, QPointF corner) {
        QPainterPath letters;
        letters.setFillRule(Qt::WindingFill);
        for (const drawing::TextRun &run : runs)
            letters.addText(run.position - corner, style::font(run.font), run.text);
        painter.strokePath(letters, QPen(halo.ground, halo.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    if (!m_keeping) {
        draw(m_painter, {});
        return;
    }
    const double reach = halo.width / 2 + 1;
    m_sprites.put(m_painter, key, QRectF({}, box.size()).adjusted(-reach, -reach, reach, reach), box.topLeft(), Sprites::Precision::Pixel,
                  [&](QPainter &painter) { draw(painter, box.topLeft()); });
}

void PainterSurface::figure(const QString &text, QPointF centre, int size, const QColor &colour)
{
    QFont small = style::font(style::FontRole::FigureBold);
    small.setPixelSize(size);
    m_painter.setFont(small);
    m_painter.setPen(colour);
    m_painter.drawText(QRectF(centre - QPointF(40, 8), QSizeF(80, 16)), Qt::AlignCenter, text);
}

void PainterSurface::disc(const drawing::NodeMark &node, const style::Theme &theme, double strength)
{
    if (m_discing == Discing::Exact || !m_keeping || node.radius > largestStamp || node.iconCentre != node.centre) {
        Surface::disc(node, theme, strength);
        return;
    }
    drawing::NodeMark stamp = node;
    stamp.radius = std::round(node.radius * 4) / 4;
    stamp.centre = stamp.iconCentre = {0, 0};
    const Colour own = node.look.colour.value_or(Colour());
    const std::array parts = {keyPart(1 + static_cast<int>(theme.kind)),
                              keyPart(1 + 2 * static_cast<int>(node.look.style) + (node.hollow ? 1 : 0)),
                              keyPart(4 * static_cast<int>(node.look.icon) + (node.look.colour ? 1 : 0) + (node.ringed ? 2 : 0)),
                              keyPart(256 * own.red + own.green),
                              keyPart(own.blue),
                              keyPart(std::lround(stamp.radius * 4)),
                              keyPart(std::lround(node.iconSize * 4)),
                              keyPart(std::lround(1 + strength * 100))};
    const QString key(parts.data(), static_cast<qsizetype>(parts.size()));
    const double reach = stamp.radius + canvasRing + 1;
    m_sprites.put(m_painter, key, {-reach, -reach, 2 * reach, 2 * reach}, node.centre, Sprites::Precision::Pixel, [&](QPainter &image) {
        PainterSurface surface(image);
        surface.Surface::disc(stamp, theme, strength);
    });
}

} // namespace dealscape::paint
