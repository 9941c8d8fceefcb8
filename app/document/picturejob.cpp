// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/picturejob.h"

#include "network/network.h"

#include <algorithm>
#include <utility>

namespace dealscape::document {

namespace {

/// As a layout looks at it: nobody is pinned.
layout::Graph unpinned(layout::Graph graph)
{
    for (layout::Node &node : graph.nodes)
        node.pinned.reset();
    return graph;
}

} // namespace

PictureJob::PictureJob(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::changed, this, &PictureJob::documentChanged);
    connect(&m_background, &Background::started, this, &PictureJob::started);
    connect(&m_background, &Background::advanced, this, &PictureJob::advanced);
}

void PictureJob::setCanvas(QSizeF canvas)
{
    const QSizeF other = drawing::classOf(canvas);
    if (other == m_canvas)
        return;
    m_canvas = other;
    m_ground.reset();
    if (m_document.open())
        refresh();
}

void PictureJob::seed(KnownLayout known)
{
    constexpr std::size_t most = 16;
    known.graph = unpinned(std::move(known.graph));
    m_known.push_back(std::move(known));
    if (m_known.size() > most)
        m_known.pop_front();
}

void PictureJob::documentChanged(Changes what)
{
    if (what.testFlag(Change::Dataset) && !what.testFlag(Change::Edited))
        m_known.clear();
    if (what & (Changes(Change::Dataset) | Change::Perspective | Change::Arrangement))
        refresh();
}

std::shared_ptr<const drawing::Ground> PictureJob::ground()
{
    const Perspective &perspective = m_document.perspective();
    const network::Network &shown = m_document.network();
    const std::vector<KeptPlace> &hands = m_document.arrangement(perspective.layout);
    if (m_ground && !m_ground->shownAlone && m_groundOf == m_document.snapshot() && m_hands == hands &&
        m_ground->perspective == drawing::ground(perspective) && drawing::holds(m_ground->network, shown))
        return m_ground;
    m_groundOf = m_document.snapshot();
    m_hands = hands;
    m_ground = std::make_shared<const drawing::Ground>(drawing::groundOf({m_groundOf->index(), perspective, shown}, m_canvas, hands));
    return m_ground;
}

const layout::Placement *PictureJob::known(const drawing::Ground &ground) const
{
    const layout::Graph graph = unpinned(ground.graph);
    const auto found =
        std::ranges::find_if(m_known, [&](const KnownLayout &known) { return known.request == ground.request && known.graph == graph; });
    return found == m_known.end() ? nullptr : &found->placement;
}

void PictureJob::refresh()
{
    if (m_canvas.isEmpty())
        return;
    m_background.cancel();
    const std::shared_ptr<const drawing::Ground> ground = this->ground();
    auto next = std::make_shared<Placed>();
    next->snapshot = m_document.shown();
    next->perspective = m_document.perspective();
    next->network = m_document.network();
    next->graph = drawing::layoutGraph(next->view());
    next->whole = {ground, &ground->network};
    next->room = ground->room();
    place(next, ground);
}

void PictureJob::place(const std::shared_ptr<Placed> &next, const std::shared_ptr<const drawing::Ground> &ground)
{
    const layout::Placement *before = known(*ground);
    if (before || ground->graph.nodes.size() <= immediateNodes()) {
        layout::Placement freely = before ? *before : drawing::placedFreely(*ground);
        const layout::Placement whole = drawing::placedByHands(*ground, freely);
        take(next, *ground, std::move(freely), whole);
        return;
    }
    using Both = std::pair<layout::Placement, layout::Placement>;
    m_enough = std::make_shared<std::atomic_bool>(false);
    m_background.run<Both>(
        [ground, enough = m_enough](const Progress &progress) {
            const Progress until{progress.report, [&] { return *enough || progress.stop(); }};
            layout::Placement freely = drawing::placedFreely(*ground, until);
            layout::Placement whole = drawing::placedByHands(*ground, freely, until);
            return Both(std::move(freely), std::move(whole));
        },
        [this, next, ground](Both both) { take(next, *ground, std::move(both.first), both.second); });
}

void PictureJob::take(const std::shared_ptr<Placed> &next, const drawing::Ground &ground, layout::Placement freely,
                      const layout::Placement &whole)
{
    next->placement = drawing::placesOfPart(ground, whole, next->network);
    next->extent = drawing::extentOf(ground, whole);
    if (!known(ground))
        seed({ground.graph, ground.request, std::move(freely)});
    m_placed = next;
    Q_EMIT placedAnew();
}

void PictureJob::stopEarly()
{
    if (m_enough)
        *m_enough = true;
}

} // namespace dealscape::document

#include "moc_picturejob.cpp"
