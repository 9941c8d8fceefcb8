// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "document/editing.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QScrollArea;
class QStackedLayout;
class QToolButton;

namespace dealscape::entry {

class Form;

/// What is selected, to read or to edit in the same place: the details, and a form in their stead while somebody edits. Where nothing is
/// selected the form is that of the dataset itself, and leads to layers, overlap groups and claims. Another selection ends editing.
class Desk : public QWidget {
    Q_OBJECT

public:
    /// Takes over the widget that shows the details.
    Desk(document::Document &document, QWidget *details, QWidget *parent = nullptr);

    /// Whether what is selected has a form: all but a ribbon of several deals.
    bool canEdit() const;
    bool editing() const { return m_form; }
    /// What the form is about, or nothing.
    std::optional<document::RecordKey> edited() const;

public Q_SLOTS:
    /// Opens the form of what is selected and puts the keyboard into its first field.
    void edit();
    /// Opens the form of a record that need not be selected, nor be there yet. Done returns from it to what was edited before.
    void editRecord(const dealscape::document::RecordKey &key);
    void finish();

Q_SIGNALS:
    /// The form was closed by its user, so that the keyboard is free.
    void finished();
    /// What is edited, or else what is selected, is to go.
    void deletionWanted();

protected:
    QSize sizeHint() const override { return {416, 600}; }

private:
    std::optional<document::RecordKey> selected() const;
    void open(const document::RecordKey &key);
    void close();
    /// Ends the form and returns to the one before it.
    void back();
    void documentChanged(document::Changes what);
    void refreshBar();

    document::Document &m_document;
    QStackedLayout *m_stack;
    QScrollArea *m_area;
    Form *m_form = nullptr;
    /// The selection when editing began.
    document::Selection m_ground;
    /// Forms to return to, the latest last.
    std::vector<document::RecordKey> m_way;
    QWidget *m_bar;
    QLabel *m_mark;
    QToolButton *m_edit;
    QToolButton *m_delete;
};

} // namespace dealscape::entry
