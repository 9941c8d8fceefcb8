// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "reports/whatif.h"

#include <QAbstractTableModel>

namespace dealscape::models {

/// Before and after side by side: the lines of a scenario's outcome.
class OutcomeTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, BeforeColumn, AfterColumn, LostColumn, ColumnCount };
    /// The share lost, from 0 to 1, of any cell.
    enum Role { LostRole = Qt::UserRole };

    explicit OutcomeTable(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setRows(std::vector<reports::OutcomeRow> rows);
    const std::vector<reports::OutcomeRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<reports::OutcomeRow> m_rows;
};

/// What each party is taken to have. The two amounts are edited in billions of dollars; an emptied cell makes the input unknown.
class InputTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, OutsideColumn, EquityColumn, ColumnCount };

    explicit InputTable(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// Replaces the rows; where the parties stay the same, a view keeps its place.
    void setRows(document::SnapshotPointer snapshot, std::vector<reports::InputRow> rows);
    const std::vector<reports::InputRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Somebody set an input by hand.
    void inputEdited(dealscape::OrganizationId party, dealscape::analysis::PartyInputs inputs);

private:
    document::SnapshotPointer m_snapshot;
    std::vector<reports::InputRow> m_rows;
};

/// The billions of dollars that a text states ("12", "$12.5B"): nothing for an empty text, an error for anything but an amount from 0.
enum class Typed { Amount, Nothing, Nonsense };
Typed billionsOf(const QString &text, Money &amount);

/// The alignment of figures, for Qt::TextAlignmentRole.
inline QVariant right()
{
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace dealscape::models
