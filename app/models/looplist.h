// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "reports/loops.h"

#include <QAbstractListModel>

#include <memory>

namespace dealscape::models {

enum class LoopRank { SmallestLeg, Closure, Steps };

/// The loops that were found, under a heading for each place they stand at. Of loops without a price and of those of other tiers only
/// the first few are listed until the row that counts the rest is opened.
class LoopList : public QAbstractListModel {
    Q_OBJECT

public:
    enum class RowKind { Heading, Loop, More };
    enum Role {
        KindRole = Qt::UserRole,
        /// Position in finding().loops; -1 for other rows.
        LoopRole,
        /// Number within its heading, from 1.
        NumberRole,
        /// What stands at the right of the first line, and the parts of the second.
        AmountRole,
        ClosureRole,
        OrderRole,
        CertaintyRole,
        PlaceRole
    };

    explicit LoopList(QObject *parent = nullptr);

    void setFinding(document::SnapshotPointer snapshot, std::shared_ptr<const reports::LoopFinding> finding);
    void setRank(LoopRank rank);
    /// Lists everything of the place that a More row stands for.
    void openRest(const QModelIndex &more);

    const std::shared_ptr<const reports::LoopFinding> &finding() const { return m_finding; }
    const document::SnapshotPointer &snapshot() const { return m_snapshot; }
    const reports::FoundLoop *loopAt(const QModelIndex &index) const;
    QModelIndex indexOf(const std::optional<Trail> &trail) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        RowKind kind = RowKind::Heading;
        reports::LoopPlace place = reports::LoopPlace::Here;
        int loop = -1;
        int number = 0;
    };

    void arrange();
    void list(reports::LoopPlace place);
    QString headingOf(reports::LoopPlace place) const;
    QString countOf(reports::LoopPlace place) const;
    QVariant dataOf(const reports::FoundLoop &found, const Row &row, int role) const;

    document::SnapshotPointer m_snapshot;
    std::shared_ptr<const reports::LoopFinding> m_finding;
    LoopRank m_rank = LoopRank::SmallestLeg;
    std::array<bool, 3> m_open = {true, false, false};
    std::vector<Row> m_rows;
};

} // namespace dealscape::models
