// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands.h"

#include "document/editing.h"
#include "document/lookup.h"
#include "document/unfolding.h"
#include "network/rings.h"
#include "shell/actions.h"
#include "shell/contexthelp.h"
#include "shell/datapage.h"
#include "shell/datespan.h"
#include "shell/journey.h"
#include "shell/manual.h"
#include "shell/saving.h"
#include "shell/shortcutspage.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QShortcut>

namespace dealscape::shell {

Commands::Commands(document::Document &document, diagram::DiagramView &diagram, const settings::Settings &settings, Saving &saving,
                   const Actions &actions, QMainWindow &window)
    : QObject(&window),
      m_document(document),
      m_diagram(diagram),
      m_settings(settings),
      m_saving(saving),
      m_actions(actions),
      m_window(window),
      m_recent(new QMenu(tr("Open &recent"), &window))
{
    connectFiles();
    connectSight();
    connectAnalysis();
    connect(m_recent, &QMenu::aboutToShow, this, &Commands::fillRecent);
}

void Commands::connectFiles()
{
    const auto on = [&](ActionId id, auto run) { connect(m_actions[id], &QAction::triggered, this, run); };
    on(ActionId::New, [this] {
        if (!m_saving.mayLeave())
            return;
        m_document.startNew();
        qCInfo(journey) << "new dataset";
        m_diagram.setFocus();
    });
    on(ActionId::Open, [this] { askOpen(); });
    on(ActionId::OpenEmbedded, [this] {
        if (m_saving.mayLeave())
            m_document.openEmbedded();
    });
    on(ActionId::Quit, [this] { m_window.close(); });
    on(ActionId::Undo, [this] { m_document.undoStack().undo(); });
    on(ActionId::Redo, [this] { m_document.undoStack().redo(); });
    on(ActionId::Shortcuts, [this] { showShortcuts(); });
    connect(new QShortcut(Qt::Key_F10, &m_window), &QShortcut::activated, this, [this] {
        QMenuBar *bar = m_window.menuBar();
        bar->setFocus(Qt::MenuBarFocusReason);
        bar->setActiveAction(bar->actions().first());
    });
    on(ActionId::Manual, [this] { showManual(); });
    on(ActionId::DataNotes, [this] {
        auto *page = new widgets::ReadingPage(tr("Notes on the data"), &m_window);
        writeData(*page, *m_document.snapshot());
        page->present();
    });
    on(ActionId::WhatsThis, [this] { explainHere(m_window); });
    on(ActionId::About, [this] { showAbout(); });
}

void Commands::connectSight()
{
    document::Document &document = m_document;
    const auto on = [&](ActionId id, auto run) { connect(m_actions[id], &QAction::triggered, this, run); };
    on(ActionId::Back, [&document] { document.back(); });
    on(ActionId::Forward, [&document] { document.forward(); });
    for (const ActionId id : {ActionId::LensValue, ActionId::LensPower, ActionId::LensDeals})
        on(id, [&document, id] {
            Perspective next = document.perspective();
            next.lens = static_cast<Lens>(static_cast<int>(id) - static_cast<int>(ActionId::LensValue));
            document.setPerspective(next);
        });
    for (const ActionId id : {ActionId::LayoutWeb, ActionId::LayoutSupplyChain, ActionId::LayoutOrbit, ActionId::LayoutRing})
        on(id, [this, id] { arrangeAs(static_cast<LayoutKind>(static_cast<int>(id) - static_cast<int>(ActionId::LayoutWeb))); });
    on(ActionId::ZoomIn, [this] { m_diagram.zoomIn(); });
    on(ActionId::ZoomOut, [this] { m_diagram.zoomOut(); });
    on(ActionId::Fit, [this] { m_diagram.fit(); });
    on(ActionId::ArrangeAfresh, [&document] { document.arrange(document.perspective().layout, {}, tr("Arrange afresh")); });
    on(ActionId::Unpin, [&document] {
        if (const auto *id = std::get_if<OrganizationId>(&document.selection()))
            document::unpin(document, *id);
    });
    on(ActionId::FullScreen, [this](bool full) { full ? m_window.showFullScreen() : m_window.showNormal(); });
}

/// A ring opens on the leading loop, and that one goes with it.
void Commands::arrangeAs(LayoutKind layout)
{
    document::Document &document = m_document;
    Perspective next = document.perspective();
    if (next.layout == layout)
        return;
    next.layout = layout;
    if (layout == LayoutKind::Ring && !next.trail)
        next.trail = m_opened = network::leadingLoop(document.snapshot()->index(), next);
    else if (m_opened && next.trail == m_opened)
        next.trail.reset();
    document.setPerspective(next);
}

void Commands::connectAnalysis()
{
    document::Document &document = m_document;
    const auto on = [&](ActionId id, auto run) { connect(m_actions[id], &QAction::triggered, this, run); };
    on(ActionId::SelectNothing, [&document] { document.select(std::monostate()); });
    on(ActionId::Focus, [&document] {
        if (const auto *id = std::get_if<OrganizationId>(&document.selection()))
            document.focus(Focus{*id, 1});
    });
    on(ActionId::Unfocus, [&document] { document.focus(std::nullopt); });
    on(ActionId::OpenRibbon, [&document] {
        const int edge = document::selectedEdge(*document.snapshot(), document.network(), document.selection());
        if (edge >= 0)
            document.toggleOpened(document::keyOf(*document.snapshot(), document.network(), edge));
    });
    const auto unfold = [&document](auto change) {
        if (const auto *id = std::get_if<OrganizationId>(&document.selection()))
            if (const auto next = change(document.perspective(), *id))
                document.setPerspective(*next);
    };
    on(ActionId::Expand, [unfold] { unfold(document::expanded); });
    on(ActionId::Collapse, [unfold] { unfold(document::collapsed); });
    on(ActionId::DropPath, [&document] {
        Perspective next = document.perspective();
        next.trail.reset();
        document.setPerspective(next);
    });
    on(ActionId::AsReported, [&document](bool reported) {
        Perspective next = document.perspective();
        next.asReported = reported;
        document.setPerspective(next);
    });
    on(ActionId::OpeningView, [&document] { document.setPerspective(document.dataset().opening); });
    on(ActionId::ArrangeShown, [&document](bool alone) {
        Perspective next = document.perspective();
        next.arrangeShown = alone;
        document.setPerspective(next);
    });
    on(ActionId::DropFilters, [&document] {
        Perspective next = document.perspective();
        next.filter = Filter();
        next.arrangeShown = false;
        document.setPerspective(next);
    });
}

void Commands::askOpen()
{
    const QString path =
        QFileDialog::getOpenFileName(&m_window, tr("Open a dataset"), QFileInfo(m_document.path()).path(),
                                     tr("Dealscape datasets (*.json *.dealscape);;Pictures exported before (*.png);;All files (*)"));
    if (!path.isEmpty())
        Q_EMIT openWanted(path);
}

void Commands::fillRecent()
{
    m_recent->clear();
    const QStringList paths = m_settings.recent().paths();
    for (const QString &path : paths) {
        QAction *entry = m_recent->addAction(QFileInfo(path).fileName().replace(u'&', QStringLiteral("&&")));
        entry->setStatusTip(path);
        connect(entry, &QAction::triggered, this, [this, path] { Q_EMIT openWanted(path); });
    }
    if (paths.isEmpty())
        m_recent->addAction(tr("Nothing yet"))->setEnabled(false);
}

void Commands::askText()
{
    Perspective next = m_document.perspective();
    bool accepted = false;
    const QString text = QInputDialog::getText(&m_window, tr("Filter by text"), tr("Names, headline or note contain:"), QLineEdit::Normal,
                                               QString::fromStdString(next.filter.text), &accepted);
    if (!accepted)
        return;
    next.filter.text = text.trimmed().toStdString();
    m_document.setPerspective(next);
}

void Commands::showClaim(const ClaimId &id)
{
    const document::Snapshot &snapshot = *m_document.snapshot();
    const Claim *claim = snapshot.index().claim(id);
    if (!claim)
        return;
    auto *page = new widgets::ReadingPage(tr("Statement"), &m_window);
    writeClaim(*page, snapshot, *claim);
    page->present();
}

void Commands::askDates()
{
    auto *dialog = new DateSpan(m_document.perspective().filter, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Perspective next = m_document.perspective();
        next.filter = dialog->filter();
        m_document.setPerspective(next);
    });
    dialog->open();
}

void Commands::showShortcuts()
{
    auto *page = new ShortcutsPage(m_actions, &m_window);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->show();
}

void Commands::showManual()
{
    const QString page = Manual::pageFor(m_window.focusWidget());
    if (!m_manual)
        m_manual = new Manual(&m_window);
    m_manual->show(page);
}

void Commands::showAbout()
{
    QMessageBox box(&m_window);
    box.setWindowTitle(tr("About Dealscape"));
    box.setTextFormat(Qt::PlainText);
    box.setText(tr("Dealscape %1").arg(QCoreApplication::applicationVersion()));
    box.setInformativeText(tr("An explorer of deal networks: who pays whom for what, how firmly, and where each figure comes from.\n\n"
                              "Copyright 2026 The Dealscape authors. GPL-3.0-or-later, without any warranty.\n"
                              "The typeface is made from Inter, under the SIL Open Font License 1.1. "
                              "Built with Qt %1.")
                               .arg(QString::fromLatin1(qVersion())));
    box.exec();
}

} // namespace dealscape::shell

#include "moc_commands.cpp"
