// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/picturejob.h"

#include "document/lookup.h"
#include "view/compose.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <cmath>
#include <iterator>

namespace dealscape::document {

/// A placement under way, shared with its thread.
struct PictureJob::Wanted {
    std::shared_ptr<Placed> result;
    std::atomic_bool cancelled = false;
    /// Ended by a wish to see what there is.
    std::atomic_bool enough = false;
};

namespace {

using Memory = std::map<OrganizationId, layout::Point>;

layout::Point point(QPointF p)
{
    return {p.x(), p.y()};
}

/// Whether a picture made for one room can be shown in another by zooming a little.
bool alike(QSizeF a, QSizeF b)
{
    constexpr double tolerance = 0.06;
    return std::abs(a.width() / b.width() - 1) < tolerance && std::abs(a.height() / b.height() - 1) < tolerance;
}

Memory placesOf(const Placed &placed)
{
    Memory places;
    for (std::size_t i = 0; i < placed.placement.nodes.size(); ++i)
        places[organizationOf(*placed.snapshot, placed.network, static_cast<int>(i))] = placed.placement.nodes[i];
    return places;
}

} // namespace

layout::Request requestFor(const Placed &placed)
{
    layout::Request request;
    request.algorithm = view::algorithmOf(placed.perspective.layout);
    request.width = placed.room.width();
    request.height = placed.room.height();
    return request;
}

PictureJob::PictureJob(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::changed, this, &PictureJob::documentChanged);
}

PictureJob::~PictureJob()
{
    cancel();
}

void PictureJob::setRoom(QSizeF room)
{
    const bool first = m_room.isEmpty();
    m_room = room;
    if (!first)
        return;
    for (auto known = m_shown.begin(); known != m_shown.end();)
        known = alike(known->second.room.size, room) ? std::next(known) : m_shown.erase(known);
    if (m_shown.empty())
        m_latest.clear();
    if (m_document.open())
        refresh();
}

void PictureJob::seed(const Placed &placed)
{
    if (m_room.isEmpty())
        remember(placed, {placesOf(placed), {placed.room, placed.placement.scale, placed.placement.columns, placed.placement.orbits}});
}

void PictureJob::arrangeAfresh()
{
    m_latest.erase(memoryKey(m_document.perspective()));
    if (m_placed)
        m_shown.erase(shownKey(*m_placed));
    const LayoutKind layout = m_document.perspective().layout;
    if (m_document.arrangement(layout) == Arrangement())
        refresh();
    else
        m_document.arrange(layout, {}, tr("Arrange afresh"));
}

void PictureJob::documentChanged(Changes what)
{
    if (what.testFlag(Change::Dataset)) {
        if (!what.testFlag(Change::Edited))
            m_latest.clear();
        m_shown.clear();
    }
    if (what & (Changes(Change::Dataset) | Change::Perspective | Change::Arrangement))
        refresh();
}

PictureJob::MemoryKey PictureJob::memoryKey(const Perspective &perspective) const
{
    MemoryKey key{perspective.layout, {}};
    if (perspective.layout == LayoutKind::Orbit && perspective.focus)
        key.second = {perspective.focus->organization};
    if (perspective.layout == LayoutKind::Ring && perspective.trail && perspective.trail->closed)
        key.second = perspective.trail->organizations;
    return key;
}

PictureJob::Shown PictureJob::shownKey(const Placed &placed) const
{
    Shown key{memoryKey(placed.perspective), {}};
    for (std::size_t i = 0; i < placed.network.nodes.size(); ++i)
        key.second.push_back(organizationOf(*placed.snapshot, placed.network, static_cast<int>(i)));
    for (const auto &ring : placed.graph.rings)
        for (const int node : ring)
            key.second.push_back(organizationOf(*placed.snapshot, placed.network, node));
    return key;
}

void PictureJob::refresh()
{
    if (m_room.isEmpty())
        return;
    cancel();
    auto next = std::make_shared<Placed>();
    next->snapshot = m_document.shown();
    next->perspective = m_document.perspective();
    next->network = m_document.network();
    next->graph = view::layoutGraph(next->snapshot->index(), next->perspective, next->network);
    next->room = m_room;
    const auto shown = m_shown.find(shownKey(*next));
    const Places known = shown == m_shown.end() ? m_latest[memoryKey(next->perspective)] : shown->second;
    // Other rings make another picture of the same nodes.
    const bool ringed = !next->graph.rings.empty() && shown == m_shown.end();
    if (!ringed && keepPlaces(*next, known)) {
        remember(*next, known);
        m_placed = std::move(next);
        Q_EMIT placedAnew();
        return;
    }
    prepare(*next, known.places);
    begin(std::move(next));
}

void PictureJob::remember(const Placed &placed, const Places &known)
{
    constexpr std::size_t most = 64;
    if (m_shown.size() >= most)
        m_shown.clear();
    const Shown key = shownKey(placed);
    Places &here = m_shown[key];
    Places &latest = m_latest[key.first];
    here = {{}, known.room};
    latest.room = known.room;
    for (const OrganizationId &id : key.second)
        latest.places[id] = here.places[id] = known.places.at(id);
}

bool PictureJob::keepPlaces(Placed &next, const Places &known) const
{
    if (known.places.empty())
        return false;
    const Arrangement &hands = m_document.arrangement(next.perspective.layout);
    std::vector<layout::Point> positions;
    for (std::size_t i = 0; i < next.network.nodes.size(); ++i) {
        const OrganizationId &id = organizationOf(*next.snapshot, next.network, static_cast<int>(i));
        const auto place = known.places.find(id);
        if (place == known.places.end())
            return false;
        const auto moved = hands.positions.find(id);
        positions.push_back(moved == hands.positions.end() ? place->second : point(moved->second));
    }
    next.room = known.room.size;
    next.placement.scale = known.room.scale;
    next.placement.columns = known.room.columns;
    next.placement.orbits = known.room.orbits;
    next.placement.routes = layout::route(next.graph, positions, next.placement.scale, view::algorithmOf(next.perspective.layout));
    next.placement.nodes = std::move(positions);
    return true;
}

void PictureJob::prepare(Placed &next, const Memory &memory) const
{
    const Arrangement &hands = m_document.arrangement(next.perspective.layout);
    for (std::size_t i = 0; i < next.graph.nodes.size(); ++i) {
        const OrganizationId &id = organizationOf(*next.snapshot, next.network, static_cast<int>(i));
        if (const auto moved = hands.positions.find(id); moved != hands.positions.end()) {
            (hands.pinned.contains(id) ? next.graph.nodes[i].pinned : next.graph.nodes[i].previous) = point(moved->second);
        } else if (const auto place = memory.find(id); place != memory.end()) {
            next.graph.nodes[i].previous = place->second;
        }
    }
}

void PictureJob::begin(std::shared_ptr<Placed> next)
{
    auto wanted = std::make_shared<Wanted>();
    wanted->result = std::move(next);
    m_wanted = wanted;
    if (wanted->result->graph.nodes.size() <= immediateNodes()) {
        wanted->result->placement = layout::place(wanted->result->graph, requestFor(*wanted->result));
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
        wanted->result->placement = layout::place(wanted->result->graph, requestFor(*wanted->result), progress);
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
    const Placed &placed = *wanted->result;
    remember(placed, {placesOf(placed), {placed.room, placed.placement.scale, placed.placement.columns, placed.placement.orbits}});
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
