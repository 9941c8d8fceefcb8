// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/diagramview.h"
#include "document/document.h"
#include "document/editing.h"

#include <QObject>

#include <functional>

namespace dealscape::entry {
class Desk;
}
namespace dealscape::panels {
class TablesPanel;
}

namespace dealscape::widgets {
class Prompt;
} // namespace dealscape::widgets

namespace dealscape::shell {

class Actions;

/// The commands that enter and edit records: organisations and deals, forms, deleting, merging. They are
/// steps of undo, and the menu names the step that comes next.
class Editing : public QObject {
    Q_OBJECT

public:
    Editing(document::Document &document, diagram::DiagramView &diagram, widgets::Prompt &prompt, const Actions &actions, QWidget *window);

    /// The page on which what is selected is read and edited; `details` shows what there is to read.
    QWidget *desk(QWidget *details);
    /// Makes the cells of the tables editable, each when it is first shown.
    void serve(panels::TablesPanel &tables);

Q_SIGNALS:
    /// A sentence for the status bar.
    void told(const QString &message);
    /// The desk is to come to the front.
    void deskWanted();

private:
    using Take = std::function<void(const OrganizationId &)>;

    void connectActions();
    void documentChanged(document::Changes what);
    void nameSteps();
    void addOrganization();
    void addDeal();
    void joinWith(const OrganizationId &payer);
    void edit();
    void editRecord(const document::RecordKey &key);
    void remove();
    void remove(const document::Deletion &deletion);
    void tellOfCopy();
    void merge();
    /// Asks for an organisation by its name; a name that nobody has can be added where `adding` says so. Those for which first() holds come
    /// first, those for which out() holds do not.
    enum class Unknown { Refused, Added };
    void askForOrganization(const QString &question, Unknown unknown, const std::function<bool(const Organization &)> &out,
                            const std::function<bool(const Organization &)> &first, const Take &take);

    document::Document &m_document;
    diagram::DiagramView &m_diagram;
    widgets::Prompt &m_prompt;
    const Actions &m_actions;
    QWidget *m_window;
    entry::Desk *m_desk = nullptr;
    /// Whether it was said that the built-in dataset became one of the user's own.
    bool m_copyTold = false;
};

} // namespace dealscape::shell
