// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordtable.h"

#include "document/lookup.h"

#include <algorithm>

namespace dealscape::models {

RecordTable::RecordTable(document::Document &document, Recipe recipe, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_recipe(std::move(recipe))
{
    connect(&document, &document::Document::changed, this, &RecordTable::documentChanged);
    refresh();
}

void RecordTable::documentChanged(document::Changes what)
{
    if (what & (m_recipe.follows | document::Change::Dataset))
        refresh();
}

void RecordTable::refresh()
{
    std::vector<int> rows = m_recipe.rows(m_document);
    if (rows == m_rows && m_snapshot == m_document.shown())
        return;
    beginResetModel();
    m_snapshot = m_document.shown();
    m_rows = std::move(rows);
    endResetModel();
}

int RecordTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_recipe.columns.size());
}

QVariant RecordTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Column &column = m_recipe.columns[static_cast<std::size_t>(index.column())];
    const int position = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return column.text(*m_snapshot, position);
    case Qt::ToolTipRole:
        return column.tip ? column.tip(*m_snapshot, position) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    case SortRole:
        return column.sortValue ? column.sortValue(*m_snapshot, position) : QVariant(column.text(*m_snapshot, position));
    case PositionRole:
        return position;
    case KeyRole:
        return m_recipe.key ? QVariant::fromValue(m_recipe.key(*m_snapshot, position)) : QVariant();
    case MemberRole:
        return column.member ? QString::fromLatin1(column.member) : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags RecordTable::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && m_recipe.columns[static_cast<std::size_t>(index.column())].member)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RecordTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount())
        return {};
    const Column &column = m_recipe.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    return {};
}

document::Selection RecordTable::selectionAt(int row) const
{
    if (row < 0 || row >= rowCount() || !m_recipe.selection)
        return {};
    return m_recipe.selection(*m_snapshot, m_rows[static_cast<std::size_t>(row)]);
}

int RecordTable::rowOf(const document::Selection &selection) const
{
    if (!m_recipe.selection || std::holds_alternative<std::monostate>(selection))
        return -1;
    const auto *key = std::get_if<document::EdgeKey>(&selection);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const document::Selection here = m_recipe.selection(*m_snapshot, m_rows[i]);
        if (here == selection)
            return static_cast<int>(i);
        if (const auto *deal = std::get_if<DealId>(&here); key && deal) {
            const Deal &d = *m_snapshot->index().deal(*deal);
            if (document::EdgeKey{d.tail(), d.head(), familyOf(d.flow)} == *key)
                return static_cast<int>(i);
        }
    }
    return -1;
}

} // namespace dealscape::models

#include "moc_recordtable.cpp"
