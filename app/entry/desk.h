// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedLayout;
class QToolButton;

namespace dealscape::entry {

class Form;

/// What is selected, to read or to edit in the same place: the details, and a form in their stead while somebody edits. Another
/// selection ends editing.
class Desk : public QWidget {
    Q_OBJECT

public:
    /// Takes over the widget that shows the details.
    Desk(document::Document &document, QWidget *details, QWidget *parent = nullptr);

    /// Whether an organisation or a deal is selected.
    bool canEdit() const;
    bool editing() const { return m_form; }

public Q_SLOTS:
    /// Opens the form of what is selected and puts the keyboard into its first field.
    void edit();
    void finish();

Q_SIGNALS:
    /// The form was closed by its user, so that the keyboard is free.
    void finished();
    void deletionWanted();

protected:
    QSize sizeHint() const override { return {416, 600}; }

private:
    void documentChanged(document::Changes what);
    void refreshBar();

    document::Document &m_document;
    QStackedLayout *m_stack;
    QScrollArea *m_area;
    Form *m_form = nullptr;
    document::Selection m_edited;
    QWidget *m_bar;
    QLabel *m_mark;
    QToolButton *m_edit;
    QToolButton *m_delete;
};

} // namespace dealscape::entry
