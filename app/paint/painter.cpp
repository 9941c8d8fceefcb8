// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/painter.h"

#include "drawing/polyline.h"
#include "drawing/wording.h"
#include "paint/paintersurface.h"
#include "paint/surface.h"
#include "style/pattern.h"
#include "style/theme.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace dealscape::paint {

namespace {

/// In networks of many edges wider strokes too are drawn as loose pieces.
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

/// Walks the network of one drawing.
class NetworkPainter {
public:
    NetworkPainter(Surface &surface, const drawing::Drawing &drawing, const Emphasis &emphasis)
        : m_surface(surface), m_drawing(drawing), m_emphasis(emphasis), m_theme(style::theme(drawing.theme))
    {
        if (m_emphasis.fading) {
            m_litNodes = &m_emphasis.litNodes;
            m_litEdges = &m_emphasis.litEdges;
            if (m_emphasis.gently)
                m_fadedEdge = m_fadedNode = drawing::Light::beside;
        } else if (m_drawing.light) {
            m_litNodes = &m_drawing.light->nodes;
            m_litEdges = &m_drawing.light->edges;
        }
    }

    void run(bool labelled)
    {
        for (const QPainterPath &orbit : m_drawing.orbits)
            m_surface.shape(orbit, {}, {m_theme.border, 1});
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

    bool lit(const drawing::EdgeMark &edge) const { return !m_litEdges || m_litEdges->contains(edge.edge); }
    bool lit(const drawing::NodeMark &node) const { return !m_litNodes || m_litNodes->contains(node.node); }
    bool haloed(const drawing::EdgeMark &edge) const { return m_drawing.light && m_drawing.light->haloed.contains(edge.edge); }
    static bool means(const drawing::Target &target, const drawing::EdgeMark &edge)
    {
        return (target.kind == drawing::TargetKind::Edge && target.index == edge.edge) ||
            (target.kind == drawing::TargetKind::Deal && edge.deal >= 0 && target.index == edge.deal);
    }

    void paintHulls()
    {
        for (const drawing::HullMark &hull : m_drawing.hulls) {
            if (!m_surface.shows(hull.outline.boundingRect()))
                continue;
            if (hull.filled)
                m_surface.shape(hull.outline, m_theme.hullFill, {});
            m_surface.contour(hull.outline, m_theme.hullEdge, 1.25, 6, 4);
        }
        m_surface.flush();
    }

    /// Thick ribbons come first in the list, so that thin ones lie on top.
    void paintEdges(Strength light)
    {
        for (const drawing::EdgeMark &edge : m_drawing.edges) {
            if ((lit(edge) ? Strength::Full : Strength::Faded) != light || !m_surface.shows(edge.bounds))
                continue;
            m_surface.open(edge.deal < 0 ? drawing::Target{drawing::TargetKind::Edge, edge.edge}
                                         : drawing::Target{drawing::TargetKind::Deal, edge.deal},
                           Surface::Role::Mark);
            if (light == Strength::Full && (means(m_emphasis.selected, edge) || haloed(edge)))
                outline(edge, m_theme.accent, outlineLine, outlineGap);
            else if (light == Strength::Full && means(m_emphasis.hovered, edge))
                outline(edge, m_theme.textThird, 1, 2);
            else if (edge.rim.isValid())
                outline(edge, edge.rim, outlineLine, outlineGap);
            paintEdge(edge, light == Strength::Full ? 1 : m_fadedEdge);
            m_surface.close();
        }
        m_surface.flush();
    }

    bool keepsLabels() const { return m_fadedEdge >= drawing::Light::beside; }

    /// What a ribbon is drawn as. One that has lost its amount shows no gap for it.
    std::vector<QPolygonF> strokesOf(const drawing::EdgeMark &edge, double strength) const
    {
        if (strength == 1 || keepsLabels() || edge.strokes.size() < 2)
            return edge.strokes;
        const drawing::Polyline line(edge.centreLine);
        return {line.slice(line.nearest(edge.strokes.front().front()), line.nearest(edge.strokes.back().back()))};
    }

    void paintEdge(const drawing::EdgeMark &edge, double strength)
    {
        constexpr double openRing = 3.5;
        constexpr double openRim = 1.25;
        const std::vector<QPolygonF> parts = strokesOf(edge, strength);
        const QColor full = edge.certainty == Certainty::Cancelled ? m_theme.cancelled : m_theme.family(edge.family);
        const QColor colour = style::blended(full, m_theme.canvas, strength);
        if (edge.haloWidth > 0)
            for (const QPolygonF &stroke : parts)
                m_surface.line(stroke, style::blended(m_theme.halo(edge.family), m_theme.canvas, strength), edge.haloWidth);
        m_surface.ribbon(parts, colour, edge.width, edge.certainty);
        if (edge.certainty != Certainty::Cancelled && edge.certainty != Certainty::Potential)
            paintPattern(edge, parts);
        if (!edge.paidEnd.isEmpty())
            m_surface.line(edge.paidEnd, colour, edge.paidWidth);
        if (!edge.head.isEmpty())
            m_surface.head(edge.head, colour);
        for (const QPointF &ring : edge.rings)
            m_surface.circle(ring, openRing + openRim / 2, m_theme.canvas, colour, openRim);
    }

    void paintPattern(const drawing::EdgeMark &edge, const std::vector<QPolygonF> &parts)
    {
        const auto pattern = style::patternOf(m_theme.kind, edge.family, edge.width);
        if (!pattern)
            return;
        for (const QPolygonF &part : parts) {
            QPainterPath path;
            path.addPolygon(part);
            m_surface.shape(path, {}, {m_theme.canvas, pattern->width, pattern->dashes, pattern->round});
        }
    }

    /// Lines on both sides of a ribbon and its head, with a strip of canvas between.
    void outline(const drawing::EdgeMark &edge, const QColor &colour, double line, double gap)
    {
        const double width = edge.outerWidth();
        for (const auto &[ink, reach] : {std::pair{colour, gap + line}, std::pair{m_theme.canvas, gap}}) {
            for (const QPolygonF &stroke : edge.strokes)
                m_surface.backing(stroke, ink, width + 2 * reach);
            if (!edge.paidEnd.isEmpty())
                m_surface.backing(edge.paidEnd, ink, edge.paidWidth + 2 * reach);
            if (!edge.head.isEmpty())
                m_surface.swollenHead(edge.head, ink, reach);
        }
    }

    void paintNodes()
    {
        for (const drawing::NodeMark &node : m_drawing.nodes) {
            const double reach = node.radius + 6;
            if (!m_surface.shows({node.centre.x() - reach, node.centre.y() - reach, 2 * reach, 2 * reach}))
                continue;
            const drawing::Target target{drawing::TargetKind::Node, node.node};
            m_surface.open(target, Surface::Role::Mark);
            if (target == m_emphasis.selected)
                ring(node, m_theme.accent, outlineLine);
            else if (target == m_emphasis.hovered)
                ring(node, m_theme.textThird, 1.5);
            else if (node.rim.isValid())
                newsRing(node);
            m_surface.disc(node, m_theme, lit(node) ? 1 : m_fadedNode);
            m_surface.close();
        }
    }

    /// A ring round the disc with canvas between.
    void ring(const drawing::NodeMark &node, const QColor &colour, double width)
    {
        m_surface.circle(node.centre, node.radius + outlineGap + width, m_theme.canvas, colour, width);
    }

    void newsRing(const drawing::NodeMark &node)
    {
        if (!node.dashed)
            return ring(node, node.rim, outlineLine);
        const double radius = node.radius + outlineGap + outlineLine / 2;
        QPainterPath round;
        round.addEllipse(node.centre, radius, radius);
        m_surface.shape(round, m_theme.canvas, {node.rim, outlineLine, {3, 2}});
    }

    bool labelLit(const drawing::LabelMark &label) const
    {
        if (!m_litNodes)
            return true;
        switch (label.target.kind) {
        case drawing::TargetKind::Node:
            return m_litNodes->contains(label.target.index);
        case drawing::TargetKind::Edge:
            return m_litEdges->contains(label.target.index);
        case drawing::TargetKind::Deal:
            return std::any_of(m_drawing.edges.begin(), m_drawing.edges.end(),
                               [&](const drawing::EdgeMark &edge) { return edge.deal == label.target.index && lit(edge); });
        case drawing::TargetKind::None:
            return !m_emphasis.fading;
        default:
            return false;
        }
    }

    void paintLabels()
    {
        for (const drawing::LabelMark &label : m_drawing.labels) {
            if (!label.shown || !m_surface.shows(label.box))
                continue;
            const bool full = labelLit(label);
            if (!full && label.target.kind != drawing::TargetKind::Node && !keepsLabels())
                continue;
            m_surface.open(label.target, Surface::Role::Label);
            paintLabel(label, full ? 1 : m_fadedNode);
            m_surface.close();
        }
    }

    void paintLabel(const drawing::LabelMark &label, double strength)
    {
        constexpr int badgeFigure = 11;
        const bool selected = label.target == m_emphasis.selected && label.target.kind != drawing::TargetKind::Node;
        const bool framed = label.target.kind == drawing::TargetKind::Edge || label.target.kind == drawing::TargetKind::Deal;
        if (framed && label.knockOut == 0)
            ground(label, selected);
        if (!label.pill.isEmpty())
            m_surface.box(label.pill, label.pill.height() / 2, m_theme.accent);
        if (label.badge) {
            const QSizeF pill(drawing::badgeWidth(label.badge), drawing::badgeSize);
            m_surface.box(QRectF(label.badgeCentre - QPointF(pill.width(), pill.height()) / 2, pill), drawing::badgeSize / 2,
                          style::blended(m_theme.textSecond, m_theme.canvas, strength));
            m_surface.figure(QString::number(label.badge), label.badgeCentre, badgeFigure, m_theme.canvas);
        }
        std::vector<drawing::TextRun> onPill;
        std::vector<drawing::TextRun> others;
        for (drawing::TextRun run : label.runs) {
            run.colour = style::blended(run.colour, m_theme.canvas, strength);
            (label.pill.contains(run.position) ? onPill : others).push_back(std::move(run));
        }
        m_surface.text(others, label.box, {strength == 1 ? label.knockOut : 0, label.ground});
        m_surface.text(onPill, label.box, {});
    }

    void ground(const drawing::LabelMark &label, bool selected)
    {
        QRectF box = label.box;
        if (label.badge)
            box.setLeft(label.badgeCentre.x() + drawing::badgeWidth(label.badge) / 2 - drawing::badgeSize / 2);
        if (selected)
            m_surface.box(box, 3, label.ground, m_theme.accent, 1.5);
        else if (label.ground.isValid())
            m_surface.box(box, 0, label.ground);
    }

    Surface &m_surface;
    const drawing::Drawing &m_drawing;
    const Emphasis &m_emphasis;
    /// Null when nothing fades. What the pointer lights comes before what the drawing lights.
    const std::unordered_set<int> *m_litNodes = nullptr;
    const std::unordered_set<int> *m_litEdges = nullptr;
    double m_fadedEdge = drawing::Light::fadedEdge;
    double m_fadedNode = drawing::Light::fadedNode;
    const style::Theme &m_theme;
};

void paintMarks(Surface &surface, const std::vector<drawing::ChromeMark> &marks)
{
    for (const drawing::ChromeMark &mark : marks) {
        const double reach = mark.strokeWidth + 1;
        if (!mark.path.isEmpty() && surface.shows(mark.path.controlPointRect().adjusted(-reach, -reach, reach, reach)))
            surface.shape(mark.path, mark.fill, {mark.stroke, mark.strokeWidth, mark.dashes, mark.roundCap});
        surface.text(mark.runs, {}, {});
    }
}

void paintMarks(QPainter &painter, const std::vector<drawing::ChromeMark> &marks)
{
    PainterSurface surface(painter, visibleArea(painter), {});
    paintMarks(surface, marks);
}

/// Where the heads and lines of a supply chain's columns are seen.
QRectF columnsArea(const drawing::Drawing &drawing)
{
    return drawing.plot.adjusted(0, -drawing::columnHeadHeight, 0, 0);
}

void paintColumns(QPainter &painter, const drawing::Drawing &drawing, double offset)
{
    if (drawing.columns.empty())
        return;
    painter.save();
    painter.setClipRect(columnsArea(drawing), Qt::IntersectClip);
    painter.translate(offset, 0);
    paintMarks(painter, drawing.columns);
    painter.restore();
}

} // namespace

void paintNetwork(QPainter &painter, const drawing::Drawing &drawing, const Shot &shot, const Emphasis &emphasis)
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
    const QRectF area = seen.inverted().mapRect(visible).adjusted(-overhang, -overhang, overhang, overhang);
    PainterSurface surface(painter, area,
                           {drawing.edges.size() > manyEdges ? gatheredOfMany : gathered,
                            drawing.nodes.size() > manyNodes ? PainterSurface::Discing::Stamped : PainterSurface::Discing::Exact});
    NetworkPainter(surface, drawing, emphasis).run(shot.magnification == 1);
    painter.restore();
}

void paintChrome(QPainter &painter, const drawing::Drawing &drawing)
{
    painter.save();
    painter.setRenderHints(hints);
    paintMarks(painter, drawing.chrome);
    painter.restore();
}

void paint(QPainter &painter, const drawing::Drawing &drawing, QPointF offset, const Emphasis &emphasis)
{
    paintNetwork(painter, drawing, {1, offset}, emphasis);
    paintChrome(painter, drawing);
}

void paint(Surface &surface, const drawing::Drawing &drawing, const Emphasis &emphasis)
{
    if (!drawing.columns.empty()) {
        surface.clip(columnsArea(drawing));
        paintMarks(surface, drawing.columns);
        surface.unclip();
    }
    surface.clip(drawing.plot);
    NetworkPainter(surface, drawing, emphasis).run(true);
    surface.unclip();
    paintMarks(surface, drawing.chrome);
    surface.flush();
}

} // namespace dealscape::paint
