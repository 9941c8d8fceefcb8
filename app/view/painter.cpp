// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/painter.h"

#include "view/brush.h"
#include "view/columns.h"
#include "view/discs.h"
#include "view/letters.h"
#include "view/polyline.h"
#include "view/sprites.h"
#include "view/theme.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace dealscape::view {

namespace {

/// Strokes up to this width are drawn as loose pieces, many with one pen; in networks of many edges wider ones too.
constexpr double gathered = 2;
constexpr double gatheredOfMany = 6;
constexpr std::size_t manyEdges = 400;
constexpr std::size_t manyNodes = 150;
constexpr QPainter::RenderHints hints = QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform;
constexpr double outlineLine = 2;
constexpr double outlineGap = 2.5;
/// How far outlines and frames reach beyond the boxes of their marks.
constexpr double overhang = 24;

QRectF visibleArea(const QPainter &painter)
{
    // The window is in units of the painter, not of the screen's pixels.
    const QRectF whole = painter.worldTransform().inverted().mapRect(QRectF(painter.window()));
    return painter.hasClipping() ? whole.intersected(painter.clipBoundingRect()) : whole;
}

/// Paints the network of one drawing with one painter.
class NetworkPainter {
public:
    NetworkPainter(QPainter &painter, const Drawing &drawing, const Emphasis &emphasis, const QRectF &visible)
        : m_painter(painter),
          m_drawing(drawing),
          m_emphasis(emphasis),
          m_theme(theme(drawing.theme)),
          m_sprites(painter),
          m_letters(painter),
          m_visible(visible.adjusted(-overhang, -overhang, overhang, overhang))
    {
        if (m_emphasis.fading) {
            m_litNodes = &m_emphasis.litNodes;
            m_litEdges = &m_emphasis.litEdges;
        } else if (m_drawing.light) {
            m_litNodes = &m_drawing.light->nodes;
            m_litEdges = &m_drawing.light->edges;
        }
    }

    void run(bool labelled)
    {
        paintHulls();
        if (m_litEdges)
            paintEdges(Strength::Faded);
        paintEdges(Strength::Full);
        paintNodes();
        if (labelled)
            paintLabels();
    }

private:
    enum class Strength { Full, Faded };

    bool lit(const EdgeMark &edge) const { return !m_litEdges || m_litEdges->contains(edge.edge); }
    bool lit(const NodeMark &node) const { return !m_litNodes || m_litNodes->contains(node.node); }
    bool haloed(const EdgeMark &edge) const { return m_drawing.light && m_drawing.light->haloed.contains(edge.edge); }
    static bool means(const Target &target, const EdgeMark &edge)
    {
        return (target.kind == TargetKind::Edge && target.index == edge.edge) ||
            (target.kind == TargetKind::Deal && edge.deal >= 0 && target.index == edge.deal);
    }

    void paintHulls()
    {
        Strokes edges(m_painter, m_visible, gathered);
        for (const HullMark &hull : m_drawing.hulls) {
            if (!hull.outline.boundingRect().intersects(m_visible))
                continue;
            m_painter.fillPath(hull.outline, m_theme.hullFill);
            edges.dashed(hull.outline.toFillPolygon(), m_theme.hullEdge, 1.25, 6, 4);
        }
        edges.flush();
    }

    /// Thick ribbons come first in the list, so that thin ones lie on top.
    void paintEdges(Strength light)
    {
        Strokes strokes(m_painter, m_visible, m_drawing.edges.size() > manyEdges ? gatheredOfMany : gathered);
        for (const EdgeMark &edge : m_drawing.edges) {
            if ((lit(edge) ? Strength::Full : Strength::Faded) != light || !edge.bounds.intersects(m_visible))
                continue;
            if (light == Strength::Full && (means(m_emphasis.selected, edge) || haloed(edge))) {
                outline(edge, m_theme.accent, outlineLine, outlineGap);
            } else if (light == Strength::Full && means(m_emphasis.hovered, edge)) {
                outline(edge, m_theme.textThird, 1, 2);
            }
            paintEdge(strokes, edge, light == Strength::Full ? 1 : Light::fadedEdge);
        }
        strokes.flush();
    }

    /// What a ribbon is drawn as. A faded one has lost its amount and shows no gap for it.
    static std::vector<QPolygonF> strokesOf(const EdgeMark &edge, double strength)
    {
        if (strength == 1 || edge.strokes.size() < 2)
            return edge.strokes;
        const Polyline line(edge.centreLine);
        return {line.slice(line.nearest(edge.strokes.front().front()), line.nearest(edge.strokes.back().back()))};
    }

    void paintEdge(Strokes &strokes, const EdgeMark &edge, double strength)
    {
        const std::vector<QPolygonF> parts = strokesOf(edge, strength);
        const QColor full = edge.certainty == Certainty::Cancelled ? m_theme.cancelled : m_theme.family(edge.family);
        const QColor colour = blended(full, m_theme.canvas, strength);
        if (edge.haloWidth > 0)
            for (const QPolygonF &stroke : parts)
                strokes.solid(stroke, blended(m_theme.halo(edge.family), m_theme.canvas, strength), edge.haloWidth);
        strokes.styled(parts, colour, edge.width, edge.certainty);
        if (!edge.paidEnd.isEmpty())
            strokes.solid(edge.paidEnd, colour, edge.paidWidth);
        if (!edge.head.isEmpty())
            strokes.filled(edge.head, colour);
        for (const QPointF &ring : edge.rings)
            strokes.ring(ring, 3.5, colour, m_theme.canvas, 1.25);
    }

    /// Lines on both sides of a ribbon and its head, with a strip of canvas between.
    void outline(const EdgeMark &edge, const QColor &colour, double line, double gap)
    {
        const double width = std::max({edge.width, edge.haloWidth});
        for (const auto &[ink, reach] : {std::pair{colour, gap + line}, std::pair{m_theme.canvas, gap}}) {
            QPen pen(ink, width + 2 * reach, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
            m_painter.setPen(pen);
            for (const QPolygonF &stroke : edge.strokes)
                m_painter.drawPolyline(stroke);
            if (!edge.paidEnd.isEmpty()) {
                pen.setWidthF(edge.paidWidth + 2 * reach);
                m_painter.setPen(pen);
                m_painter.drawPolyline(edge.paidEnd);
            }
            m_painter.setPen(QPen(ink, 2 * reach, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            m_painter.setBrush(ink);
            if (!edge.head.isEmpty())
                m_painter.drawPolygon(edge.head);
        }
    }

    void paintNodes()
    {
        Discs discs(m_painter, m_theme, m_drawing.nodes.size() > manyNodes ? Discing::Stamped : Discing::Exact);
        for (const NodeMark &node : m_drawing.nodes) {
            const double reach = node.radius + 6;
            if (!QRectF(node.centre.x() - reach, node.centre.y() - reach, 2 * reach, 2 * reach).intersects(m_visible))
                continue;
            const Target target{TargetKind::Node, node.node};
            if (target == m_emphasis.selected)
                discs.ring(node, m_theme.accent, outlineLine, outlineGap);
            else if (target == m_emphasis.hovered)
                discs.ring(node, m_theme.textThird, 1.5, outlineGap);
            discs.disc(node, lit(node) ? 1 : Light::fadedNode);
        }
    }

    bool labelLit(const LabelMark &label) const
    {
        if (!m_litNodes)
            return true;
        switch (label.target.kind) {
        case TargetKind::Node:
            return m_litNodes->contains(label.target.index);
        case TargetKind::Edge:
            return m_litEdges->contains(label.target.index);
        case TargetKind::Deal:
            return std::any_of(m_drawing.edges.begin(), m_drawing.edges.end(),
                               [&](const EdgeMark &edge) { return edge.deal == label.target.index && lit(edge); });
        case TargetKind::None:
            return !m_emphasis.fading;
        default:
            return false;
        }
    }

    void paintLabels()
    {
        for (const LabelMark &label : m_drawing.labels) {
            if (!label.shown || !label.box.intersects(m_visible))
                continue;
            const bool full = labelLit(label);
            if (full)
                paintLabel(label, 1);
            else if (label.target.kind == TargetKind::Node)
                paintLabel(label, Light::fadedNode);
        }
    }

    void paintLabel(const LabelMark &label, double strength)
    {
        const bool selected = label.target == m_emphasis.selected && label.target.kind != TargetKind::Node;
        const bool framed = label.target.kind == TargetKind::Edge || label.target.kind == TargetKind::Deal;
        if (label.knockOut > 0 && strength == 1)
            knockOut(label);
        if (framed && label.knockOut == 0)
            ground(label, selected);
        if (!label.pill.isEmpty())
            pill(label.pill);
        if (label.badge)
            badge(label);
        for (const TextRun &run : label.runs)
            m_letters.draw(run.text, run.font, run.position, blended(run.colour, m_theme.canvas, strength));
    }

    void pill(const QRectF &box)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.accent);
        m_painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    }

    void ground(const LabelMark &label, bool selected)
    {
        QRectF box = label.box;
        if (label.badge)
            box.setLeft(label.badgeCentre.x());
        if (!selected) {
            m_painter.fillRect(box, label.ground);
            return;
        }
        m_painter.setPen(QPen(m_theme.accent, 1.5));
        m_painter.setBrush(label.ground);
        m_painter.drawRoundedRect(box, 3, 3);
    }

    void knockOut(const LabelMark &label)
    {
        QString key(QChar(static_cast<char16_t>(label.ground.rgb() >> 8)));
        for (const TextRun &run : label.runs) {
            key += QChar(static_cast<char16_t>(run.font));
            key += QChar(static_cast<char16_t>(std::lround((run.position.x() - label.box.left()) * 8)));
            key += run.text;
        }
        const auto draw = [&](QPainter &painter, QPointF corner) {
            QPainterPath letters;
            letters.setFillRule(Qt::WindingFill);
            for (const TextRun &run : label.runs)
                letters.addText(run.position - corner, font(run.font), run.text);
            painter.strokePath(letters, QPen(label.ground, label.knockOut, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        };
        if (!m_sprites.usable()) {
            draw(m_painter, {});
            return;
        }
        const double reach = label.knockOut / 2 + 1;
        m_sprites.put(m_painter, key, QRectF({}, label.box.size()).adjusted(-reach, -reach, reach, reach), label.box.topLeft(),
                      Sprites::Precision::Pixel, [&](QPainter &painter) { draw(painter, label.box.topLeft()); });
    }

    void badge(const LabelMark &label)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.textSecond);
        m_painter.drawEllipse(label.badgeCentre, 8, 8);
        QFont small = font(FontRole::FigureBold);
        small.setPixelSize(11);
        m_painter.setFont(small);
        m_painter.setPen(m_theme.canvas);
        m_painter.drawText(QRectF(label.badgeCentre - QPointF(12, 8), QSizeF(24, 16)), Qt::AlignCenter, QString::number(label.badge));
    }

    QPainter &m_painter;
    const Drawing &m_drawing;
    const Emphasis &m_emphasis;
    /// Null when nothing fades. What the pointer lights comes before what the drawing lights.
    const std::unordered_set<int> *m_litNodes = nullptr;
    const std::unordered_set<int> *m_litEdges = nullptr;
    const Theme &m_theme;
    Sprites m_sprites;
    Letters m_letters;
    QRectF m_visible;
};

/// Tells text that lies outside an area for certain: no letter reaches further from its baseline.
bool outside(const TextRun &run, const QRectF &area)
{
    constexpr double reach = 64;
    return run.position.y() + reach < area.top() || run.position.y() - reach > area.bottom() || run.position.x() - reach > area.right();
}

void paintMarks(QPainter &painter, const std::vector<ChromeMark> &marks)
{
    Letters letters(painter);
    const QRectF visible = visibleArea(painter);
    for (const ChromeMark &mark : marks) {
        const double reach = mark.strokeWidth + 1;
        if (!mark.path.isEmpty() && mark.path.controlPointRect().adjusted(-reach, -reach, reach, reach).intersects(visible)) {
            QPen pen(Qt::NoPen);
            if (mark.stroke.isValid() && mark.strokeWidth > 0) {
                pen = QPen(mark.stroke, mark.strokeWidth, Qt::SolidLine, mark.roundCap ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin);
                if (!mark.dashes.isEmpty())
                    pen.setDashPattern(mark.dashes);
            }
            painter.setPen(pen);
            painter.setBrush(mark.fill.isValid() ? QBrush(mark.fill) : QBrush(Qt::NoBrush));
            painter.drawPath(mark.path);
        }
        for (const TextRun &run : mark.runs)
            if (!outside(run, visible))
                letters.draw(run.text, run.font, run.position, run.colour);
    }
}

void paintColumns(QPainter &painter, const Drawing &drawing, double offset)
{
    if (drawing.columns.empty())
        return;
    painter.save();
    painter.setClipRect(drawing.plot.adjusted(0, -columnHeadHeight, 0, 0), Qt::IntersectClip);
    painter.translate(offset, 0);
    paintMarks(painter, drawing.columns);
    painter.restore();
}

} // namespace

void paintNetwork(QPainter &painter, const Drawing &drawing, const Shot &shot, const Emphasis &emphasis)
{
    painter.save();
    painter.setRenderHints(hints);
    const QRectF visible = visibleArea(painter).intersected(drawing.plot);
    paintColumns(painter, drawing, shot.offset.x());
    painter.setClipRect(drawing.plot, Qt::IntersectClip);
    const QPointF corner = drawing.plot.topLeft();
    QTransform seen = QTransform::fromTranslate(corner.x() + shot.offset.x(), corner.y() + shot.offset.y());
    seen.scale(shot.magnification, shot.magnification);
    seen.translate(-corner.x(), -corner.y());
    painter.setTransform(seen, true);
    NetworkPainter(painter, drawing, emphasis, seen.inverted().mapRect(visible)).run(shot.magnification == 1);
    painter.restore();
}

void paintChrome(QPainter &painter, const Drawing &drawing)
{
    painter.save();
    painter.setRenderHints(hints);
    paintMarks(painter, drawing.chrome);
    painter.restore();
}

void paint(QPainter &painter, const Drawing &drawing, QPointF offset, const Emphasis &emphasis)
{
    paintNetwork(painter, drawing, {1, offset}, emphasis);
    paintChrome(painter, drawing);
}

} // namespace dealscape::view
