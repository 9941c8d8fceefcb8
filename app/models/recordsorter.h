// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include <optional>
#include <set>

namespace dealscape::models {

/// Sorts records by their real values, unknown ones last in either direction, and keeps those whose texts contain all
/// words of a filter, without regard to case, and that are among the records it is narrowed to.
class RecordSorter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RecordSorter(QObject *parent = nullptr);

    void setWords(const QString &words);
    /// Keeps only the records with these positions in the dataset; nothing keeps all.
    void setOnly(std::optional<std::set<int>> positions);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    std::optional<std::set<int>> m_only;
};

/// Rows of a model (all of them when the list is empty) as lines of cells apart by tabs, the header first; what a
/// spreadsheet takes from the clipboard. Tabs and line breaks inside cells become spaces.
QString asText(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns);

/// The same as CSV after RFC 4180, with the line ends of the standard. A cell that a spreadsheet could take for a formula
/// is led by an apostrophe.
QString asCsv(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns);

} // namespace dealscape::models
