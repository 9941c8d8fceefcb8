// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "document/editing.h"

#include <QStyledItemDelegate>

#include <vector>

namespace dealscape::panels {
class RecordView;
}

namespace dealscape::entry {

/// What came of a text for a member of several records of one kind.
struct CellOutcome {
    /// What is wrong, in the words of the reader; empty for nothing.
    QString fault;
    /// False where the text was not taken, and nothing changed. A deal takes a text that makes it a draft.
    bool taken = false;
};

/// Tries a text for the member of every record, without changing anything.
CellOutcome checkCells(const document::Document &document, const std::vector<document::RecordKey> &keys, const QString &member,
                       const QString &text);
/// Puts it into all of them as one step of undo, or into none.
CellOutcome putCells(document::Document &document, const std::vector<document::RecordKey> &keys, const QString &member,
                     const QString &text);
/// The words to choose among, empty for free text.
QStringList cellOptions(const document::Document &document, const document::RecordKey &key, const QString &member);
/// The text that stands in the cell when somebody begins to edit it.
QString cellText(const document::Document &document, const document::RecordKey &key, const QString &member);

/// Edits cells of a table of records. What is typed is checked at once and its fault told under the cell; it goes into all rows that are
/// chosen together. A text that cannot be read stays where it is until it is mended or Escape gives it up.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    CellDelegate(document::Document &document, panels::RecordView &view);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    /// What was changed, and what it made of the records, for a status bar.
    void told(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::vector<document::RecordKey> keysFor(const QModelIndex &index) const;
    void put(const std::vector<document::RecordKey> &keys, const QString &member, const QString &typed) const;

    document::Document &m_document;
    panels::RecordView &m_view;
};

} // namespace dealscape::entry
