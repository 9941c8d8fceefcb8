// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/document.h"

#include "document/lookup.h"
#include "document/pincommand.h"
#include "io/writer.h"
#include "resources/embedded.h"

#include <QFileInfo>

namespace dealscape::document {

namespace {

Changes between(const Viewpoint &a, const Viewpoint &b)
{
    Changes what;
    what.setFlag(Change::Perspective, a.perspective != b.perspective);
    what.setFlag(Change::Selected, a.selection != b.selection);
    what.setFlag(Change::Camera, a.camera != b.camera);
    what.setFlag(Change::Opened, a.opened != b.opened);
    return what;
}

constexpr Changes everySight = Change::Perspective | Change::Selected | Change::Camera | Change::Opened;

} // namespace

Document::Document(QObject *parent) : QObject(parent), m_snapshot(std::make_shared<Snapshot>(std::make_shared<const Dataset>(), 0)) {}

const view::Network &Document::network() const
{
    if (!m_network)
        m_network = view::network(m_snapshot->index(), perspective());
    return *m_network;
}

QString Document::name() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    return m_open ? tr("Built-in dataset") : tr("Nothing open");
}

bool Document::open(const QString &path)
{
    return adopt(path, io::readFile(path.toStdString()));
}

void Document::openEmbedded()
{
    adopt(QString(), io::readDataset(resources::defaultDataset(), "built-in dataset"));
}

bool Document::reload()
{
    if (m_path.isEmpty()) {
        openEmbedded();
        return m_open;
    }
    const Viewpoint before = viewpoint();
    if (!open(m_path))
        return false;
    look(before, Step::Continued);
    return true;
}

bool Document::adopt(const QString &path, io::ReadResult result)
{
    if (!result.dataset) {
        m_report = {path, std::move(result.issues), true};
        Q_EMIT changed(Change::Report);
        return false;
    }
    auto dataset = std::make_shared<const Dataset>(std::move(*result.dataset));
    adopt(path, std::make_shared<Snapshot>(std::move(dataset), m_snapshot->revision() + 1), std::move(result.issues));
    return true;
}

void Document::adopt(const QString &path, SnapshotPointer snapshot, std::vector<io::Issue> issues)
{
    m_report = {path, std::move(issues), false};
    m_snapshot = std::move(snapshot);
    m_network.reset();
    m_path = path;
    m_open = true;
    m_arrangements.clear();
    m_undo.clear();
    Viewpoint first;
    first.perspective = dataset().opening;
    m_history.restart(first);
    Q_EMIT changed(Changes(Change::Dataset) | everySight | Change::Arrangement | Change::Stories | Change::File | Change::History |
                   Change::Report);
}

Result<void> Document::save(const QString &path)
{
    if (const auto issue = io::saveFile(path.toStdString(), dataset()))
        return Failure(io::describe(*issue));
    m_path = path;
    m_undo.setClean();
    Q_EMIT changed(Change::File);
    return {};
}

void Document::look(Viewpoint next, Step step)
{
    if (!exists(*m_snapshot, next.selection))
        next.selection = std::monostate();
    const Viewpoint before = viewpoint();
    if (next == before)
        return;
    if (step == Step::New)
        m_history.push(std::move(next));
    else
        m_history.amend(std::move(next));
    tellStep(before);
}

void Document::tellStep(const Viewpoint &before)
{
    const Changes what = between(before, viewpoint());
    if (what.testFlag(Change::Perspective))
        m_network.reset();
    Q_EMIT changed(what | Change::History);
}

void Document::setPerspective(const Perspective &perspective, Step step)
{
    Viewpoint next = viewpoint();
    next.perspective = perspective;
    if (perspective.layout != this->perspective().layout)
        next.camera = Camera();
    look(std::move(next), step);
}

void Document::select(const Selection &selection)
{
    Viewpoint next = viewpoint();
    next.selection = selection;
    look(std::move(next));
}

void Document::focus(const std::optional<Focus> &focus)
{
    Viewpoint next = viewpoint();
    const auto &before = perspective().focus;
    if (!focus || !before || focus->organization != before->organization)
        next.perspective.expanded.clear();
    next.perspective.focus = focus;
    if (focus)
        next.selection = focus->organization;
    next.camera = Camera{focus ? Fit::Shown : Fit::Room, 1, {}};
    look(std::move(next));
}

void Document::toggleOpened(const EdgeKey &key)
{
    Viewpoint next = viewpoint();
    if (!next.opened.erase(key))
        next.opened.insert(key);
    look(std::move(next));
}

void Document::setCamera(const Camera &camera, Step step)
{
    Viewpoint next = viewpoint();
    if (next.camera == camera)
        return;
    next.camera = camera;
    if (step == Step::New) {
        Viewpoint before = m_history.previous() ? *m_history.previous() : next;
        before.camera = camera;
        const bool inRow = m_history.previous() && before == next;
        look(std::move(next), inRow ? Step::Continued : Step::New);
        return;
    }
    m_history.amend(std::move(next));
    Q_EMIT changed(Change::Camera);
}

void Document::back()
{
    const Viewpoint before = viewpoint();
    if (m_history.goBack())
        tellStep(before);
}

void Document::forward()
{
    const Viewpoint before = viewpoint();
    if (m_history.goForward())
        tellStep(before);
}

const Arrangement &Document::arrangement(LayoutKind layout) const
{
    static const Arrangement untouched;
    const auto found = m_arrangements.find(layout);
    return found == m_arrangements.end() ? untouched : found->second;
}

void Document::arrange(LayoutKind layout, const Arrangement &arrangement, const QString &text)
{
    if (arrangement != this->arrangement(layout))
        m_undo.push(new PinCommand(*this, layout, arrangement, text));
}

void Document::setArrangement(LayoutKind layout, const Arrangement &arrangement)
{
    m_arrangements[layout] = arrangement;
    Q_EMIT changed(Change::Arrangement);
}

void Document::setStories(std::vector<Story> stories)
{
    Dataset next = dataset();
    next.stories = std::move(stories);
    m_snapshot = std::make_shared<Snapshot>(std::make_shared<const Dataset>(std::move(next)), m_snapshot->revision() + 1);
    Q_EMIT changed(Change::Stories);
}

} // namespace dealscape::document
