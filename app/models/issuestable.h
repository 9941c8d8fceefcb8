// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QAbstractTableModel>

namespace dealscape::models {

/// The problems found in the file that was read last, opened or refused, in the order of the file.
class IssuesTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SeverityColumn, LineColumn, ColumnColumn, TextColumn, PointerColumn, ColumnCount };

    explicit IssuesTable(document::Document &document, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    document::Document &m_document;
    std::vector<io::Issue> m_issues;
};

} // namespace dealscape::models
