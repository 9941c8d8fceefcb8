// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "document/editing.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace dealscape::models {

/// One column: its title, and for a record's position in the dataset the text to show, the value to sort by (numbers and
/// dates as numbers, nothing where it is unknown) and, when it differs, a longer text.
struct Column {
    QString title;
    Qt::Alignment alignment = Qt::AlignLeft;
    std::function<QString(const document::Snapshot &, int)> text;
    std::function<QVariant(const document::Snapshot &, int)> sortValue;
    std::function<QString(const document::Snapshot &, int)> tip;
    /// The member of the record that a cell shows, such as "/value", where somebody can edit it there; else null.
    const char *member = nullptr;
};

/// What kind of record a table lists, and which of them.
struct Recipe {
    QString name;
    std::vector<Column> columns;
    /// Positions of the records to list.
    std::function<std::vector<int>(const document::Document &)> rows;
    /// What choosing a record selects; empty for records that cannot be selected.
    std::function<document::Selection(const document::Snapshot &, int)> selection;
    /// Which record a row is about.
    std::function<document::RecordKey(const document::Snapshot &, int)> key;
    /// The list changes with these.
    document::Changes follows = document::Change::Dataset;
};

/// Records of the document as a table. What can be edited is told by flags and roles; a delegate does it, with a command of the document.
/// Rows are in the dataset's order; sort and filter with a RecordSorter.
class RecordTable : public QAbstractTableModel {
    Q_OBJECT

public:
    /// KeyRole is a document::RecordKey, MemberRole the pointer of the member that can be edited in the cell, or nothing.
    enum Role { SortRole = Qt::UserRole + 1, PositionRole, KeyRole, MemberRole };

    RecordTable(document::Document &document, Recipe recipe, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const QString &name() const { return m_recipe.name; }
    document::Selection selectionAt(int row) const;
    /// The row that shows a selection, or -1. A ribbon is shown by the first of its deals.
    int rowOf(const document::Selection &selection) const;

private:
    void documentChanged(document::Changes what);
    void refresh();

    document::Document &m_document;
    Recipe m_recipe;
    document::SnapshotPointer m_snapshot;
    std::vector<int> m_rows;
};

Recipe dealsRecipe();
Recipe organizationsRecipe();
Recipe sourcesRecipe();
Recipe claimsRecipe();

} // namespace dealscape::models
