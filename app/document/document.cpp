// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/document.h"

#include "analysis/select.h"
#include "document/edits.h"
#include "document/lookup.h"
#include "drawing/places.h"
#include "io/writer.h"
#include "resources/embedded.h"

#include <QFile>
#include <QFileInfo>
#include <QUndoCommand>

#include <algorithm>
#include <string>
#include <utility>

namespace dealscape::document {

namespace {

std::string nativeName(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

Changes between(const Viewpoint &a, const Viewpoint &b)
{
    Changes what;
    what.setFlag(Change::Perspective, a.perspective != b.perspective);
    what.setFlag(Change::Selected, a.selection != b.selection);
    what.setFlag(Change::Camera, a.camera != b.camera);
    what.setFlag(Change::Opened, a.opened != b.opened);
    what.setFlag(Change::Arrangement, a.places != b.places);
    return what;
}

constexpr Changes everySight = Change::Perspective | Change::Selected | Change::Camera | Change::Opened;

Changes touched(const std::vector<Edit> &edits)
{
    Changes what;
    for (const Edit &edit : edits) {
        if (std::holds_alternative<ValueEdit<std::vector<Story>>>(edit))
            what |= Change::Stories;
        else if (std::holds_alternative<ValueEdit<std::vector<KeptArrangement>>>(edit))
            what |= Change::Arrangement;
        else
            what |= Changes(Change::Dataset) | Change::Edited;
    }
    return what;
}

/// Whether `next` goes on with the one value that `edit` changed; then `edit` takes it over.
bool goesOn(Edit &edit, const Edit &next)
{
    return std::visit(
        [&]<class E>(E &e) {
            const E *n = std::get_if<E>(&next);
            if constexpr (requires { e.list; }) {
                if (!n || n->list != e.list || n->at != e.at || !e.after || !n->before || !n->after)
                    return false;
            } else {
                if (!n || n->member != e.member)
                    return false;
            }
            e.after = n->after;
            return true;
        },
        edit);
}

/// Whether a step ends where it began.
bool isIdle(const Edit &edit)
{
    return std::visit([](const auto &e) { return e.before == e.after; }, edit);
}

} // namespace

/// A change of the dataset: the records that differ, before and after.
class EditCommand : public QUndoCommand {
public:
    /// Commands of the same key in a row become one; an empty key never does.
    EditCommand(Document &document, std::vector<Edit> edits, const QString &text, std::string key)
        : QUndoCommand(text), m_document(document), m_edits(std::move(edits)), m_key(std::move(key))
    {}

    int id() const override { return m_key.empty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &next = static_cast<const EditCommand &>(*other);
        if (next.m_key != m_key)
            return false;
        if (m_edits.size() != 1 || next.m_edits.size() != 1 || !goesOn(m_edits.front(), next.m_edits.front()))
            m_edits.insert(m_edits.end(), next.m_edits.begin(), next.m_edits.end());
        setObsolete(std::ranges::all_of(m_edits, isIdle));
        return true;
    }

    void undo() override
    {
        Dataset dataset = m_document.dataset();
        takeBack(dataset, m_edits);
        m_document.replace(std::move(dataset), touched(m_edits));
    }

    void redo() override
    {
        Dataset dataset = m_document.dataset();
        carryOut(dataset, m_edits);
        m_document.replace(std::move(dataset), touched(m_edits));
    }

private:
    Document &m_document;
    std::vector<Edit> m_edits;
    std::string m_key;
};

Document::Document(QObject *parent)
    : QObject(parent), m_snapshot(std::make_shared<Snapshot>(std::make_shared<const Dataset>(), 0)), m_saved(m_snapshot->shared())
{}

const network::Network &Document::network() const
{
    if (!m_network)
        m_network = network::network(shown()->index(), perspective());
    return *m_network;
}

const SnapshotPointer &Document::shown() const
{
    const std::set<Certainty> &certainties = perspective().filter.certainties;
    if (m_shown && m_shownOf == m_snapshot && m_shownCertainties == certainties)
        return m_shown;
    auto parts = analysis::withParts(m_snapshot->dataset(), certainties);
    m_shown = parts ? std::make_shared<Snapshot>(std::make_shared<const Dataset>(std::move(*parts)), m_snapshot->revision()) : m_snapshot;
    m_shownOf = m_snapshot;
    m_shownCertainties = certainties;
    return m_shown;
}

QString Document::name() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    switch (m_origin) {
    case Origin::Embedded:
        return modified() ? tr("Built-in dataset, changed") : tr("Built-in dataset");
    case Origin::New:
        return tr("New dataset");
    default:
        return tr("Nothing open");
    }
}

bool Document::modified() const
{
    return m_snapshot->shared() != m_saved && !(dataset() == *m_saved);
}

bool Document::open(const QString &path)
{
    return adopt(path, io::readFile(nativeName(path)));
}

void Document::openEmbedded()
{
    adopt(QString(), io::readDataset(resources::defaultDataset(), "built-in dataset"));
}

void Document::startNew()
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    take(Origin::New, QString(),
         std::make_shared<Snapshot>(std::make_shared<const Dataset>(std::move(dataset)), m_snapshot->revision() + 1), {});
}

bool Document::reload()
{
    if (m_path.isEmpty()) {
        m_origin == Origin::New ? startNew() : openEmbedded();
        return open();
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
    adopt(path, std::make_shared<Snapshot>(std::move(dataset), m_snapshot->revision() + 1), std::move(result.issues), result.stamp);
    return true;
}

void Document::adopt(const QString &path, SnapshotPointer snapshot, std::vector<io::Issue> issues, std::optional<files::Stamp> stamp)
{
    take(path.isEmpty() ? Origin::Embedded : Origin::File, path, std::move(snapshot), std::move(issues), stamp);
}

void Document::take(Origin origin, const QString &path, SnapshotPointer snapshot, std::vector<io::Issue> issues,
                    std::optional<files::Stamp> stamp)
{
    m_report = {path, std::move(issues), false};
    m_snapshot = std::move(snapshot);
    m_network.reset();
    m_path = path;
    m_stamp = stamp;
    m_origin = origin;
    m_saved = m_snapshot->shared();
    m_undo.clear();
    Viewpoint first;
    first.perspective = dataset().opening;
    m_history.restart(first);
    Q_EMIT changed(Changes(Change::Dataset) | everySight | Change::Arrangement | Change::Stories | Change::File | Change::History |
                   Change::Report);
}

bool Document::changedOutside() const
{
    return m_stamp && files::changedSince(nativeName(m_path), *m_stamp);
}

Result<void> Document::save(const QString &path)
{
    const auto saved = io::saveFile(nativeName(path), dataset());
    if (!saved)
        return Failure(io::describe(saved.error()));
    m_stamp = *saved == files::Stamp() ? std::nullopt : std::optional(*saved);
    m_path = path;
    m_origin = Origin::File;
    m_saved = m_snapshot->shared();
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
    if (perspective.layout != this->perspective().layout) {
        next.camera = Camera();
        next.places.clear();
    }
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

const std::vector<KeptPlace> &Document::arrangement(LayoutKind layout) const
{
    const std::vector<KeptPlace> &own = viewpoint().places;
    return !own.empty() && layout == perspective().layout ? own : drawing::handsOf(dataset(), layout);
}

void Document::arrange(LayoutKind layout, std::vector<KeptPlace> places, const QString &text)
{
    places = inOrder(std::move(places));
    if (places == inOrder(arrangement(layout)))
        return;
    Dataset next = dataset();
    std::erase_if(next.arrangements, [&](const KeptArrangement &kept) { return kept.layout == layout; });
    if (!places.empty()) {
        const auto after = std::ranges::find_if(next.arrangements, [&](const KeptArrangement &other) { return other.layout > layout; });
        next.arrangements.insert(after, KeptArrangement{layout, std::move(places)});
    }
    Viewpoint here = viewpoint();
    const bool ofScene = layout == here.perspective.layout && !here.places.empty();
    here.places.clear();
    if (ofScene)
        m_history.amend(std::move(here));
    if (!edit(text, next) && ofScene)
        Q_EMIT changed(Change::Arrangement);
}

bool Document::edit(const QString &text, const Dataset &next, const std::string &key)
{
    std::vector<Edit> edits = difference(dataset(), next);
    if (edits.empty())
        return false;
    m_undo.push(new EditCommand(*this, std::move(edits), text, key));
    return true;
}

void Document::replace(Dataset next, Changes what)
{
    const Viewpoint before = viewpoint();
    m_snapshot = std::make_shared<Snapshot>(std::make_shared<const Dataset>(std::move(next)), *m_snapshot);
    if (what.testFlag(Change::Dataset)) {
        m_network.reset();
        m_history.change([this](Viewpoint &step) { keepSound(*m_snapshot, step); });
        what |= between(before, viewpoint());
    }
    Q_EMIT changed(what);
}

} // namespace dealscape::document

#include "moc_document.cpp"
