// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/stage.h"

#include "document/lookup.h"
#include "paint/pancache.h"

#include <algorithm>

namespace dealscape::diagram {

namespace {

/// Room left for names beside and below the outermost discs, in pixels of the screen.
constexpr QSizeF labelMargins(72, 40);

} // namespace

void Stage::setPlaced(document::PlacedPointer placed)
{
    changed();
    m_previous.reset();
    m_onTheWay = false;
    m_placed = std::move(placed);
    m_style.whole = m_placed->whole;
    m_places = m_placed->placement;
    fit();
}

void Stage::setPlacement(const layout::Placement &placement)
{
    m_onTheWay = true;
    m_places = placement;
    m_placement = m_fitting.into(m_places);
    changed();
}

void Stage::fit()
{
    m_page.reset();
    if (!m_placed)
        return;
    m_fitting = drawing::fittingInto(m_placed->extent, plot().size());
    m_placement = m_fitting.into(m_places);
}

void Stage::setSize(QSizeF size)
{
    if (size == m_style.size)
        return;
    m_style.size = size;
    fit();
    changed();
}

void Stage::setTheme(style::ThemeKind theme)
{
    m_style.theme = theme;
    changed();
}

void Stage::setLabels(drawing::LabelChoice labels)
{
    if (m_style.labels == labels)
        return;
    m_style.labels = labels;
    changed();
}

void Stage::setOpened(const std::set<document::EdgeKey> &opened)
{
    std::set<int> edges;
    if (m_placed)
        for (const document::EdgeKey &key : opened)
            if (const int edge = document::edgeOf(*m_placed->snapshot, m_placed->network, key); edge >= 0)
                edges.insert(edge);
    if (edges == m_style.opened)
        return;
    m_style.opened = std::move(edges);
    changed();
}

void Stage::setCamera(const document::Camera &camera)
{
    const ViewTransform sight = sightOf(camera);
    if (sight.zoom != m_sight.zoom) {
        m_onTheWay = false;
        changed();
    }
    m_sight = sight;
}

document::Camera Stage::setSight(const ViewTransform &sight, Pace pace)
{
    const ViewTransform now = kept(sight, bounds(), plot());
    const double composed = m_drawing ? m_drawing->zoom : m_sight.zoom;
    const bool near = now.zoom < composed * paint::PanCache::furthestMagnified && composed < now.zoom * paint::PanCache::furthestMagnified;
    if (now.zoom != composed && (pace != Pace::OnTheWay || !near))
        changed();
    m_sight = now;
    if (pace == Pace::OnTheWay)
        m_onTheWay = true;
    else
        settle();
    return {document::Fit::Free, now.zoom, m_fitting.outOf(centreOf(now, plot()))};
}

void Stage::settle()
{
    if (m_drawing && (m_drawing->zoom != m_sight.zoom || m_provisional))
        changed();
    m_onTheWay = false;
    m_previous.reset();
}

ViewTransform Stage::sightOf(const document::Camera &camera) const
{
    if (empty())
        return {};
    switch (camera.fit) {
    case document::Fit::Free:
        return centredOn(m_fitting.into(camera.centre), camera.zoom, plot());
    case document::Fit::Shown:
        return fitted(bounds(), labelMargins, plot(), largestFit);
    case document::Fit::Room:
        break;
    }
    return {};
}

const picture::Page &Stage::page() const
{
    if (!m_page)
        m_page = picture::pageFor(m_placed->view(), m_style);
    return *m_page;
}

QRectF Stage::plot() const
{
    return m_placed ? page().frames.plot : QRectF(QPointF(), m_style.size);
}

QRectF Stage::bounds() const
{
    QRectF box;
    for (std::size_t i = 0; i < m_placement.nodes.size(); ++i) {
        const layout::Point p = m_placement.nodes[i];
        const double r = m_placed->graph.nodes[i].radius * m_placement.scale;
        box |= QRectF(p.x - r, p.y - r, 2 * r, 2 * r);
    }
    return box;
}

const drawing::Drawing &Stage::drawing() const
{
    if (m_drawing)
        return *m_drawing;
    m_hits.reset();
    picture::Style style = m_style;
    style.zoom = m_sight.zoom;
    m_drawing = std::make_unique<drawing::Drawing>();
    m_drawing->theme = style.theme;
    m_drawing->size = style.size;
    m_drawing->plot = plot();
    const drawing::Drawing *previous = m_onTheWay ? m_previous.get() : nullptr;
    m_provisional = previous != nullptr;
    if (m_placed)
        *m_drawing = picture::compose(m_placed->view(), m_placement, page(), style, previous);
    return *m_drawing;
}

drawing::Target Stage::at(QPointF screen) const
{
    const drawing::Drawing &picture = drawing();
    if (!m_hits)
        m_hits = std::make_unique<paint::HitIndex>(picture);
    return m_hits->at(screen, m_sight.offset);
}

QPointF Stage::screenOf(int node) const
{
    const layout::Point p = m_placement.nodes[static_cast<std::size_t>(node)];
    return toScreen(m_sight, plot(), {p.x, p.y});
}

double Stage::radiusOf(int node) const
{
    const auto &marks = drawing().nodes;
    const auto mark = std::ranges::find(marks, node, &drawing::NodeMark::node);
    return mark == marks.end() ? 0 : mark->radius * shot().magnification;
}

void Stage::changed()
{
    m_hits.reset();
    if (m_drawing)
        m_previous = std::move(m_drawing);
    m_drawing.reset();
}

} // namespace dealscape::diagram
