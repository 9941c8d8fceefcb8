// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/diagramview.h"
#include "document/document.h"
#include "domain/id.h"
#include "domain/perspective.h"
#include "settings/settings.h"

#include <QObject>

#include <optional>

class QMainWindow;
class QMenu;

namespace dealscape::shell {

class Actions;
class Manual;
class Saving;

/// What the actions of the window do, one connection each: dialogs, files, clipboard, and changes of the document.
class Commands : public QObject {
    Q_OBJECT

public:
    Commands(document::Document &document, diagram::DiagramView &diagram, const settings::Settings &settings, Saving &saving,
             const Actions &actions, QMainWindow &window);

    /// The menu of files opened before, filled when it is about to be shown.
    QMenu *recentMenu() const { return m_recent; }
    /// Asks for a text that the deals in view contain.
    void askText();
    /// Asks from when to when the deals in view were announced.
    void askDates();
    /// A statement in full, with its sources.
    void showClaim(const ClaimId &id);

Q_SIGNALS:
    /// A file was chosen that is to be opened.
    void openWanted(const QString &path);

private:
    void connectFiles();
    void connectSight();
    void connectAnalysis();
    void arrangeAs(LayoutKind layout);
    void askOpen();
    void fillRecent();
    void showAbout();
    void showShortcuts();
    void showManual();

    document::Document &m_document;
    diagram::DiagramView &m_diagram;
    const settings::Settings &m_settings;
    Saving &m_saving;
    const Actions &m_actions;
    QMainWindow &m_window;
    Manual *m_manual = nullptr;
    QMenu *m_recent;
    /// The loop that the ring layout opened on.
    std::optional<Trail> m_opened;
};

} // namespace dealscape::shell
