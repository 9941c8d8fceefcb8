// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/issuestable.h"

#include "document/wording.h"
#include "models/recordtable.h"

namespace dealscape::models {

IssuesTable::IssuesTable(document::Document &document, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_issues(document.report().issues)
{
    connect(&document, &document::Document::changed, this, [this](document::Changes what) {
        if (!what.testFlag(document::Change::Report))
            return;
        beginResetModel();
        m_issues = m_document.report().issues;
        endResetModel();
    });
}

int IssuesTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_issues.size());
}

int IssuesTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IssuesTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const io::Issue &issue = m_issues[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && (index.column() == LineColumn || index.column() == ColumnColumn))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return document::text(io::describe(issue));
    if (role != Qt::DisplayRole && role != RecordTable::SortRole)
        return {};
    switch (index.column()) {
    case SeverityColumn:
        return issue.severity == io::Severity::Error ? tr("Error") : tr("Warning");
    case LineColumn:
        return issue.line;
    case ColumnColumn:
        return issue.column;
    case TextColumn:
        return document::text(issue.text);
    case PointerColumn:
        return document::text(issue.pointer);
    default:
        return {};
    }
}

QVariant IssuesTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("Severity"), tr("Line"), tr("Column"), tr("Problem"), tr("Place")};
    return titles[section];
}

} // namespace dealscape::models

#include "moc_issuestable.cpp"
