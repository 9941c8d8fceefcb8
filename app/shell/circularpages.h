// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "circular/circularpanel.h"
#include "shell/actions.h"

#include <QPointer>

class QAction;

namespace dealscape::diagram {
class DiagramView;
}

namespace dealscape::shell {

class SideDock;

/// Puts the pages on circular financing into the side dock, opens them from the menu, and lets them light and trace in the diagram.
class CircularPages : public QObject {
    Q_OBJECT

public:
    CircularPages(document::Document &document, SideDock &dock, diagram::DiagramView &diagram, const Actions &actions, QObject *parent);

    void endScenario();

Q_SIGNALS:
    /// The deals of these legs should be listed, each while it is selected.
    void dealsWanted(const std::vector<dealscape::panels::Listing> &legs);
    /// What the picture shows of a scenario; empty when none is on.
    void scenarioTold(const QString &words);
    /// A page was saved, by its absolute path.
    void wrote(const QStringList &paths);

private:
    circular::CircularPanel *make();
    void open(circular::PageId page);

    document::Document &m_document;
    SideDock &m_dock;
    diagram::DiagramView &m_diagram;
    QAction *m_capture;
    QPointer<circular::CircularPanel> m_panel;
};

} // namespace dealscape::shell
