// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/editing.h"

#include "document/editing.h"
#include "document/lookup.h"
#include "document/wording.h"
#include "domain/revision.h"
#include "entry/cells.h"
#include "entry/desk.h"
#include "models/searchindex.h"
#include "panels/tablespanel.h"
#include "shell/actions.h"
#include "shell/journey.h"
#include "widgets/parts.h"
#include "widgets/prompt.h"

#include <QAction>

#include <algorithm>
#include <memory>

namespace dealscape::shell {

namespace {

bool namedBy(const document::Snapshot &snapshot, const Organization &organization, const QStringList &starts)
{
    const QString names = document::nameOf(snapshot, organization.id) + u' ' + document::text(organization.name);
    const QStringList words = models::searchWords(names);
    return std::ranges::all_of(starts, [&](const QString &start) {
        return std::ranges::any_of(words, [&](const QString &word) { return word.startsWith(start); });
    });
}

} // namespace

Editing::Editing(document::Document &document, diagram::DiagramView &diagram, widgets::Prompt &prompt, const Actions &actions,
                 QWidget *window)
    : QObject(window), m_document(document), m_diagram(diagram), m_prompt(prompt), m_actions(actions), m_window(window)
{
    connectActions();
    connect(&m_document, &document::Document::changed, this, &Editing::documentChanged);
    connect(&m_document.undoStack(), &QUndoStack::indexChanged, this, &Editing::nameSteps);
    documentChanged(document::Change::Dataset);
}

QWidget *Editing::desk(QWidget *details)
{
    m_desk = new entry::Desk(m_document, details);
    connect(m_desk, &entry::Desk::finished, this, [this] { m_diagram.setFocus(); });
    connect(m_desk, &entry::Desk::deletionWanted, this, [this] {
        if (const auto key = m_desk->edited())
            remove(document::deletionOfRecord(m_document, *key));
        else
            remove();
    });
    return m_desk;
}

void Editing::serve(panels::TablesPanel &tables)
{
    connect(&tables, &panels::TablesPanel::made, this, [this](panels::RecordView *view) {
        auto *cells = new entry::CellDelegate(m_document, *view);
        connect(cells, &entry::CellDelegate::told, this, &Editing::told);
        connect(view, &panels::RecordView::recordWanted, this, &Editing::editRecord);
    });
}

void Editing::editRecord(const document::RecordKey &key)
{
    if (const auto *organization = std::get_if<OrganizationId>(&key))
        m_document.select(*organization);
    else if (const auto *deal = std::get_if<DealId>(&key))
        m_document.select(*deal);
    Q_EMIT deskWanted();
    if (m_desk)
        m_desk->editRecord(key);
}

void Editing::tellOfCopy()
{
    const bool copy = m_document.origin() == document::Origin::Embedded && m_document.modified();
    if (copy && !m_copyTold)
        Q_EMIT told(tr("The built-in dataset stays as it is: you edit a copy of your own, “%1”, which Save writes to a file")
                        .arg(m_document.name()));
    m_copyTold = copy;
}

void Editing::connectActions()
{
    const auto on = [&](ActionId id, auto run) { connect(m_actions[id], &QAction::triggered, this, run); };
    on(ActionId::NewOrganization, [this] { addOrganization(); });
    on(ActionId::NewDeal, [this] { addDeal(); });
    on(ActionId::EditRecord, [this] { edit(); });
    on(ActionId::DeleteRecord, [this] { remove(); });
    on(ActionId::MergeRecords, [this] { merge(); });
    // Plain letters and Delete belong to whoever has the keyboard, so they work in the picture alone.
    for (const ActionId id : {ActionId::NewOrganization, ActionId::NewDeal, ActionId::DeleteRecord}) {
        m_actions[id]->setShortcutContext(Qt::WidgetShortcut);
        m_diagram.addAction(m_actions[id]);
    }
    connect(&m_diagram, &diagram::DiagramView::additionWanted, this, [this] { addOrganization(); });
    connect(&m_diagram, &diagram::DiagramView::dealWanted, this, [this](const OrganizationId &payer, const OrganizationId &payee) {
        if (!document::addDeal(m_document, payer, payee).empty())
            edit();
    });
}

void Editing::documentChanged(document::Changes what)
{
    using document::Change;
    if (what & (document::Changes(Change::Dataset) | Change::Stories | Change::Arrangement | Change::File))
        tellOfCopy();
    if (!(what & (document::Changes(Change::Dataset) | Change::Selected | Change::File | Change::Perspective)))
        return;
    const bool open = m_document.open();
    const bool party = std::holds_alternative<OrganizationId>(m_document.selection());
    const auto *ribbon = std::get_if<document::EdgeKey>(&m_document.selection());
    const auto enable = [&](ActionId id, bool on) { m_actions[id]->setEnabled(on); };
    enable(ActionId::NewOrganization, open);
    enable(ActionId::NewDeal, open && m_document.dataset().organizations.size() > 0);
    enable(ActionId::EditRecord, open && (!ribbon || document::dealsOf(*m_document.snapshot(), *ribbon).size() == 1));
    enable(ActionId::DeleteRecord, document::deletable(m_document, m_document.selection()));
    enable(ActionId::MergeRecords, party && m_document.dataset().organizations.size() > 1);
    nameSteps();
}

void Editing::nameSteps()
{
    const QUndoStack &stack = m_document.undoStack();
    const auto name = [](QAction *action, const QString &verb, const QString &step) {
        action->setText(step.isEmpty() ? verb : verb + u' ' + QString(step).replace(u'&', QStringLiteral("&&")));
    };
    name(m_actions[ActionId::Undo], tr("&Undo"), stack.undoText());
    name(m_actions[ActionId::Redo], tr("&Redo"), stack.redoText());
}

void Editing::addOrganization()
{
    if (!m_document.open())
        return;
    const OrganizationId id = document::addOrganization(m_document, tr("New organisation"));
    qCInfo(journey).noquote() << "new organisation" << document::text(id.text());
    edit();
}

void Editing::addDeal()
{
    if (const auto *payer = std::get_if<OrganizationId>(&m_document.selection())) {
        joinWith(*payer);
        return;
    }
    const auto nobody = [](const Organization &) { return false; };
    askForOrganization(tr("Who pays?"), Unknown::Added, nobody, nobody, [this](const OrganizationId &payer) { joinWith(payer); });
}

void Editing::joinWith(const OrganizationId &payer)
{
    const auto itself = [payer](const Organization &o) { return o.id == payer; };
    const auto nobody = [](const Organization &) { return false; };
    askForOrganization(tr("%1 pays whom?").arg(document::nameOf(*m_document.snapshot(), payer)), Unknown::Added, itself, nobody,
                       [this, payer](const OrganizationId &payee) {
                           const DealId id = document::addDeal(m_document, payer, payee);
                           if (id.empty())
                               return;
                           qCInfo(journey).noquote() << "new deal" << document::text(id.text());
                           edit();
                       });
}

void Editing::edit()
{
    Q_EMIT deskWanted();
    if (m_desk)
        m_desk->edit();
}

void Editing::remove()
{
    const document::Selection selection = m_document.selection();
    if (document::deletable(m_document, selection))
        remove(document::deletionOf(m_document, selection));
}

void Editing::remove(const document::Deletion &deletion)
{
    if (!deletion.goesWith.isEmpty() &&
        widgets::ask(m_window, QMessageBox::Question, tr("Delete"), deletion.title + u'?',
                     tr("With it: %1. Undo brings all of it back.").arg(deletion.goesWith),
                     {{tr("Delete"), QMessageBox::DestructiveRole}}) != 0)
        return;
    if (m_document.edit(deletion.title, deletion.after))
        Q_EMIT told(deletion.goesWith.isEmpty() ? deletion.title : tr("%1, and with it %2").arg(deletion.title, deletion.goesWith));
}

void Editing::merge()
{
    const auto *chosen = std::get_if<OrganizationId>(&m_document.selection());
    const Organization *kept = chosen ? m_document.snapshot()->index().organization(*chosen) : nullptr;
    if (!kept)
        return;
    const auto itself = [id = kept->id](const Organization &o) { return o.id == id; };
    const auto alike = [name = kept->name, brief = kept->displayName()](const Organization &o) {
        return namesAlike(o.name, name) || namesAlike(o.displayName(), brief);
    };
    const QString name = document::text(kept->displayName());
    askForOrganization(tr("Which organisation is %1 as well?").arg(name), Unknown::Refused, itself, alike,
                       [this, id = kept->id, name](const OrganizationId &gone) {
                           Dataset next = m_document.dataset();
                           mergeOrganizations(next, id, gone);
                           const QString other = document::nameOf(*m_document.snapshot(), gone);
                           m_document.edit(tr("Merge %1 into %2").arg(other, name), next);
                           Q_EMIT told(tr("%1 is %2 now").arg(other, name));
                       });
}

void Editing::askForOrganization(const QString &question, Unknown unknown, const std::function<bool(const Organization &)> &out,
                                 const std::function<bool(const Organization &)> &first, const Take &take)
{
    constexpr std::size_t most = 200;
    const auto shown = std::make_shared<std::vector<OrganizationId>>();
    const auto fresh = std::make_shared<QString>();
    const auto offer = [this, shown, fresh, unknown, out, first](const QString &text) {
        const document::Snapshot &snapshot = *m_document.snapshot();
        const QStringList starts = models::searchWords(text);
        std::vector<const Organization *> found;
        for (const Organization &organization : snapshot.dataset().organizations)
            if (!out(organization) && namedBy(snapshot, organization, starts))
                found.push_back(&organization);
        std::ranges::stable_sort(found, {}, [&](const Organization *o) { return std::pair(!first(*o), o->displayName()); });
        if (found.size() > most)
            found.resize(most);
        shown->clear();
        std::vector<widgets::Pick> picks;
        for (const Organization *organization : found) {
            shown->push_back(organization->id);
            picks.push_back({document::nameOf(snapshot, organization->id), first(*organization) ? tr("nearly the same name") : QString()});
        }
        *fresh = text.trimmed();
        const bool known = std::ranges::any_of(found, [&](const Organization *o) { return document::text(o->name) == *fresh; });
        if (unknown == Unknown::Added && !fresh->isEmpty() && !known)
            picks.push_back({tr("Add “%1”").arg(*fresh), tr("new")});
        return picks;
    };
    m_prompt.open(question, offer, [this, shown, fresh, take](int row) {
        if (row < static_cast<int>(shown->size()))
            take((*shown)[static_cast<std::size_t>(row)]);
        else
            take(document::addOrganization(m_document, *fresh));
    });
}

} // namespace dealscape::shell

#include "moc_editing.cpp"
