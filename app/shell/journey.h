// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QLoggingCategory>
#include <QObject>
#include <QTimer>

class QMainWindow;

namespace dealscape::diagram {
class DiagramView;
} // namespace dealscape::diagram

namespace dealscape::shell {

/// One line for each thing that happens in the window ("selected organisation nvidia", "wrote picture.png"), off
/// unless asked for with QT_LOGGING_RULES="dealscape.journey.info=true". Support and tests follow a run by it.
Q_DECLARE_LOGGING_CATEGORY(journey)

/// Writes the lines about a window's document, and where on the screen nodes and rows stand, so that whoever drives the
/// window from outside knows where to click.
class JourneyLog : public QObject {
    Q_OBJECT

public:
    JourneyLog(document::Document &document, diagram::DiagramView &diagram, QMainWindow &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void documentChanged(document::Changes what);
    void writePlaces();

    document::Document &m_document;
    diagram::DiagramView &m_diagram;
    QMainWindow &m_window;
    QTimer m_settled;
    /// Edited, but not told yet: the step has its name on the stack a moment later.
    bool m_edited = false;
};

} // namespace dealscape::shell
