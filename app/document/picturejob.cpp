// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/picturejob.h"

#include "network/network.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <atomic>

namespace dealscape::document {

/// A placement under way, shared with its thread.
struct PictureJob::Wanted {
    std::shared_ptr<Placed> result;
    std::shared_ptr<const drawing::Ground> ground;
    /// By the layout alone, and with what hands did.
    layout::Placement freely;
    layout::Placement whole;
    std::atomic_bool cancelled = false;
    /// Ended by a wish to see what there is.
    std::atomic_bool enough = false;

    void place(const layout::Placement *known, const Progress &progress = {})
    {
        freely = known ? *known : drawing::placedFreely(*ground, progress);
        whole = drawing::placedByHands(*ground, freely, progress);
    }
};

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
}

PictureJob::~PictureJob()
{
    cancel();
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
    m_ground = std::make_shared<const drawing::Ground>(drawing::groundOf(m_groundOf->index(), perspective, shown, m_canvas, hands));
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
    cancel();
    auto wanted = std::make_shared<Wanted>();
    wanted->result = std::make_shared<Placed>();
    Placed &next = *wanted->result;
    next.snapshot = m_document.shown();
    next.perspective = m_document.perspective();
    next.network = m_document.network();
    next.graph = drawing::layoutGraph(next.snapshot->index(), next.perspective, next.network);
    wanted->ground = ground();
    next.whole = {wanted->ground, &wanted->ground->network};
    next.room = wanted->ground->room();
    begin(wanted);
}

void PictureJob::begin(const std::shared_ptr<Wanted> &wanted)
{
    m_wanted = wanted;
    const layout::Placement *freely = known(*wanted->ground);
    if (freely || wanted->ground->graph.nodes.size() <= immediateNodes()) {
        wanted->place(freely);
        finish(wanted);
        return;
    }
    Q_EMIT started();
    // The thread owns a share of the request, so that it may outlive this object; it posts back only while that lives.
    QPointer<PictureJob> job(this);
    QThreadPool::globalInstance()->start([job, wanted] {
        Progress progress;
        progress.cancelled = [wanted] { return wanted->cancelled || wanted->enough; };
        progress.report = [job, wanted](double share) {
            QMetaObject::invokeMethod(qApp, [job, wanted, share] {
                if (job && job->m_wanted == wanted)
                    Q_EMIT job->advanced(share);
            });
        };
        wanted->place(nullptr, progress);
        QMetaObject::invokeMethod(qApp, [job, wanted] {
            if (job)
                job->finish(wanted);
        });
    });
}

void PictureJob::finish(const std::shared_ptr<Wanted> &wanted)
{
    if (m_wanted != wanted || wanted->cancelled)
        return;
    m_wanted.reset();
    const drawing::Ground &ground = *wanted->ground;
    Placed &placed = *wanted->result;
    placed.placement = drawing::placesOfPart(ground, wanted->whole, placed.network);
    placed.extent = drawing::extentOf(ground, wanted->whole);
    if (!known(ground))
        seed({ground.graph, ground.request, wanted->freely});
    m_placed = wanted->result;
    Q_EMIT placedAnew();
}

void PictureJob::stopEarly()
{
    if (m_wanted)
        m_wanted->enough = true;
}

void PictureJob::cancel()
{
    if (m_wanted)
        m_wanted->cancelled = true;
    m_wanted.reset();
}

} // namespace dealscape::document

#include "moc_picturejob.cpp"
