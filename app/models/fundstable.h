// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/runway.h"
#include "document/snapshot.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace dealscape::models {

/// Year by year what one party is to pay, what comes in, and what is missing so far. Revenue and funding are suggested from the
/// dataset's claims and deals and can be edited, in billions of dollars; every change is followed through at once.
class FundsTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { YearColumn, DueColumn, RevenueColumn, FundingColumn, GapColumn, ColumnCount };

    explicit FundsTable(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// Starts over with the suggested path over the deals given, by position.
    void setParty(document::SnapshotPointer snapshot, std::vector<int> deals, const OrganizationId &party);
    void setSurplus(analysis::Surplus surplus);
    /// Suggests anew; amounts that were set by hand stay.
    void setAssumptions(const analysis::Assumptions &assumptions);
    void suggest();

    const OrganizationId &party() const { return m_party; }
    const analysis::Runway &runway() const { return m_runway; }
    const std::vector<analysis::FundsYear> &funds() const { return m_funds; }
    /// Where the suggested amounts that are still in use come from: claims with publisher and date, then deals by headline.
    QStringList sources() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void follow();
    QString textOf(const analysis::RunwayYear &year, const analysis::FundsYear &funds, int column) const;
    QString tipOf(const analysis::FundsYear &funds, int column) const;

    document::SnapshotPointer m_snapshot;
    std::vector<int> m_deals;
    OrganizationId m_party;
    analysis::Surplus m_surplus = analysis::Surplus::Spent;
    analysis::Assumptions m_assumptions;
    std::vector<analysis::FundsYear> m_funds;
    analysis::Runway m_runway;
};

/// A claim's statement with its first source: "OpenAI: $13.1B revenue in 2025 (OpenAI, 31 March 2026)".
QString claimText(const document::Snapshot &snapshot, const ClaimId &id);

/// "$250B to Microsoft have no full term; 3 deals (Google, Crusoe) have no amount": what a runway leaves out, in the order of its size.
/// Empty when nothing is.
QString leftOut(const document::Snapshot &snapshot, const analysis::Runway &runway);

/// "$250B to Microsoft over assumed terms": what falls due in a runway only because a term was assumed. Empty when nothing does.
QString assumedTerms(const document::Snapshot &snapshot, const analysis::Runway &runway);

/// Those who are to pay something in a year of a term, the largest sum at the high bound first: positions in the dataset.
std::vector<int> payersWithTerms(const document::Snapshot &snapshot, std::span<const int> deals);

} // namespace dealscape::models
