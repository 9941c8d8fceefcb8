// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordsorter.h"

#include "models/recordtable.h"
#include "reports/csv.h"

#include <QCollator>

#include <utility>

namespace dealscape::models {

namespace {

QList<int> upTo(int count)
{
    QList<int> all;
    for (int i = 0; i < count; ++i)
        all << i;
    return all;
}

template <class Cell>
QString lines(const QAbstractItemModel &model, QList<int> rows, QList<int> columns, const QString &between, const QString &end, Cell cell)
{
    if (rows.isEmpty())
        rows = upTo(model.rowCount());
    if (columns.isEmpty())
        columns = upTo(model.columnCount());
    QStringList header;
    for (const int column : columns)
        header << cell(model.headerData(column, Qt::Horizontal).toString());
    QString text = header.join(between) + end;
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << cell(model.index(row, column).data().toString());
        text += cells.join(between) + end;
    }
    return text;
}

} // namespace

RecordSorter::RecordSorter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(RecordTable::SortRole);
}

void RecordSorter::setWords(const QString &words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RecordSorter::setOnly(std::optional<std::set<int>> positions)
{
    if (positions == m_only)
        return;
    m_only = std::move(positions);
    invalidateFilter();
}

bool RecordSorter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.isValid() != b.isValid())
        return a.isValid() == (sortOrder() == Qt::AscendingOrder);
    if (a.typeId() == QMetaType::QString) {
        static const QCollator collator = [] {
            QCollator c{QLocale(QLocale::English)};
            c.setCaseSensitivity(Qt::CaseInsensitive);
            c.setNumericMode(true);
            return c;
        }();
        return collator.compare(a.toString(), b.toString()) < 0;
    }
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

bool RecordSorter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_only && !m_only->contains(sourceModel()->index(row, 0, parent).data(RecordTable::PositionRole).toInt()))
        return false;
    for (const QString &word : m_words) {
        bool found = false;
        for (int column = 0; column < sourceModel()->columnCount(parent) && !found; ++column)
            found = sourceModel()->index(row, column, parent).data().toString().contains(word, Qt::CaseInsensitive);
        if (!found)
            return false;
    }
    return true;
}

QString asText(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns)
{
    return lines(model, rows, columns, QStringLiteral("\t"), QStringLiteral("\n"), [](const QString &cell) { return cell.simplified(); });
}

QString asCsv(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns)
{
    return lines(model, rows, columns, QStringLiteral(","), QStringLiteral("\r\n"), reports::csvCell);
}

} // namespace dealscape::models

#include "moc_recordsorter.cpp"
