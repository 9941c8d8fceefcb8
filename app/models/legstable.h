// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "reports/loops.h"

#include <QAbstractTableModel>

namespace dealscape::models {

/// The legs of one loop in the order of payment. They are listed, never added.
class LegsTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, KindColumn, DateColumn, SignColumn, AmountColumn, ColumnCount };
    enum Role { FamilyRole = Qt::UserRole, CertaintyRole };

    explicit LegsTable(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setLegs(document::SnapshotPointer snapshot, std::vector<reports::LoopLeg> legs);
    const std::vector<reports::LoopLeg> &legs() const { return m_legs; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    document::SnapshotPointer m_snapshot;
    std::vector<reports::LoopLeg> m_legs;
};

} // namespace dealscape::models
