// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/transition.h"

#include "style/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

namespace dealscape::present {

namespace {

/// Marks of about the same strength are painted together, in so many steps.
constexpr int strengths = 40;

double mixed(double from, double to, double way)
{
    return from + (to - from) * way;
}

QPointF mixed(QPointF from, QPointF to, double way)
{
    return from + (to - from) * way;
}

QPolygonF mixed(const QPolygonF &from, const QPolygonF &to, double way)
{
    if (from.size() != to.size())
        return way < 0.5 ? from : to;
    QPolygonF polygon;
    polygon.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i)
        polygon.append(mixed(from[i], to[i], way));
    return polygon;
}

drawing::EdgeMark markAt(const RibbonPair &pair, double way)
{
    drawing::EdgeMark mark = way < 0.5 ? pair.from.mark : pair.to.mark;
    mark.width = mixed(pair.from.mark.width, pair.to.mark.width, way);
    mark.haloWidth = mixed(pair.from.mark.haloWidth, pair.to.mark.haloWidth, way);
    mark.centreLine = mixed(pair.from.way, pair.to.way, way);
    mark.strokes = {mark.centreLine};
    mark.head = mixed(pair.from.mark.head, pair.to.mark.head, way);
    mark.bounds = mark.centreLine.boundingRect().united(mark.head.boundingRect());
    const double reach = mark.outerWidth() + 2;
    mark.bounds.adjust(-reach, -reach, reach, reach);
    return mark;
}

drawing::NodeMark markAt(const DiscPair &pair, double way)
{
    drawing::NodeMark mark = way < 0.5 ? pair.from.mark : pair.to.mark;
    mark.centre = mixed(pair.from.mark.centre, pair.to.mark.centre, way);
    mark.iconCentre = mixed(pair.from.mark.iconCentre, pair.to.mark.iconCentre, way);
    mark.radius = mixed(pair.from.mark.radius, pair.to.mark.radius, way);
    mark.iconSize = mixed(pair.from.mark.iconSize, pair.to.mark.iconSize, way);
    return mark;
}

/// Part of a drawing that holds its labels, hulls and columns alone.
drawing::Drawing labelsOf(const drawing::Drawing &drawing)
{
    drawing::Drawing labels;
    labels.theme = drawing.theme;
    labels.size = drawing.size;
    labels.plot = drawing.plot;
    labels.labels = drawing.labels;
    labels.columns = drawing.columns;
    labels.orbits = drawing.orbits;
    return labels;
}

double share(double value)
{
    return std::clamp(value, 0.0, 1.0);
}

} // namespace

ChartMorph::ChartMorph(const Prepared &from, const Prepared &to)
{
    for (const auto &[side, prepared] : {std::pair(&m_from, &from), std::pair(&m_to, &to)}) {
        side->whole = prepared->chart;
        side->rest = prepared->chart;
        side->frame = prepared->slide.chart ? prepared->slide.chart->frame : QRectF();
    }
    for (const charts::SlideRow &row : from.rows) {
        const auto there = std::ranges::find(to.rows, row.key, &charts::SlideRow::key);
        if (there == to.rows.end())
            continue;
        m_rows.push_back({row.area, there->area});
        clear(m_from, row.area);
        clear(m_to, there->area);
    }
}

QRectF ChartMorph::pixels(const Side &side, const QRectF &area)
{
    const double scale = side.whole.width() / side.frame.width();
    return {(area.topLeft() - side.frame.topLeft()) * scale, area.size() * scale};
}

void ChartMorph::clear(Side &side, const QRectF &area)
{
    QPainter painter(&side.rest);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.fillRect(pixels(side, area), Qt::black);
}

void ChartMorph::paint(QPainter &painter, double way) const
{
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const auto &[side, strength] : {std::pair(&m_from, std::max(0.0, 1 - 2 * way)), std::pair(&m_to, std::max(0.0, 2 * way - 1))}) {
        if (side->rest.isNull() || strength <= 0)
            continue;
        painter.setOpacity(strength);
        painter.drawImage(side->frame, side->rest);
    }
    for (const Row &row : m_rows) {
        const QRectF area(row.from.topLeft() + (row.to.topLeft() - row.from.topLeft()) * way,
                          row.from.size() + (row.to.size() - row.from.size()) * way);
        painter.setOpacity(1 - way);
        painter.drawImage(area, m_from.whole, pixels(m_from, row.from));
        painter.setOpacity(way);
        painter.drawImage(area, m_to.whole, pixels(m_to, row.to));
    }
    painter.restore();
}

Transition::Transition(PreparedPointer from, PreparedPointer to)
    : m_from(std::move(from)),
      m_to(std::move(to)),
      m_discs(discPairs(m_from->slide, m_to->slide)),
      m_ribbons(ribbonPairs(m_from->slide, m_to->slide)),
      m_fromLabels(labelsOf(m_from->slide.picture.drawing)),
      m_toLabels(labelsOf(m_to->slide.picture.drawing)),
      m_charts(*m_from, *m_to)
{}

void Transition::paint(QPainter &painter, double time) const
{
    constexpr double quarter = 0.25;
    const double way = time * time * (3 - 2 * time);
    painter.fillRect(QRectF(QPointF(), m_to->slide.size), style::theme(m_to->slide.theme).canvas);
    paintMarks(painter, way);
    paintLabels(painter, m_fromLabels, m_from->slide.picture, share(1 - time / quarter));
    paintLabels(painter, m_toLabels, m_to->slide.picture, share((time - 1 + quarter) / quarter));
    m_charts.paint(painter, way);
    paintWords(painter, *m_from, share(1 - 2 * time));
    paintWords(painter, *m_to, share(2 * time - 1));
}

void Transition::paintMarks(QPainter &painter, double way) const
{
    std::map<int, drawing::Drawing> edges;
    std::map<int, drawing::Drawing> nodes;
    const slides::Slide &slide = m_to->slide;
    const auto layer = [&](std::map<int, drawing::Drawing> &layers, double strength) -> drawing::Drawing & {
        drawing::Drawing &drawing = layers[static_cast<int>(std::lround(strength * strengths))];
        drawing.theme = slide.theme;
        drawing.size = slide.size;
        drawing.plot = QRectF(QPointF(), slide.size);
        return drawing;
    };
    for (const RibbonPair &pair : m_ribbons)
        layer(edges, mixed(pair.from.strength, pair.to.strength, way)).edges.push_back(markAt(pair, way));
    for (const DiscPair &pair : m_discs)
        layer(nodes, mixed(pair.from.strength, pair.to.strength, way)).nodes.push_back(markAt(pair, way));
    for (const auto *layers : {&edges, &nodes})
        for (const auto &[strength, drawing] : *layers) {
            if (strength == 0)
                continue;
            painter.setOpacity(static_cast<double>(strength) / strengths);
            paint::paint(painter, drawing);
        }
    painter.setOpacity(1);
}

void Transition::paintLabels(QPainter &painter, const drawing::Drawing &labels, const slides::SlideLayer &layer, double strength) const
{
    if (strength <= 0)
        return;
    painter.save();
    painter.setOpacity(strength);
    painter.scale(layer.magnification, layer.magnification);
    paint::paint(painter, labels, {}, layer.emphasis);
    painter.restore();
}

void Transition::paintWords(QPainter &painter, const Prepared &prepared, double strength) const
{
    if (strength <= 0)
        return;
    painter.setOpacity(strength);
    for (const slides::SlideLayer &layer : prepared.slide.words)
        charts::paintLayer(painter, layer);
    painter.setOpacity(1);
}

} // namespace dealscape::present
