// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/importing.h"
#include "sheets/range.h"

#include <QAbstractTableModel>

#include <map>
#include <memory>

namespace dealscape::importing {

/// What an import window works on: the files, what their columns mean, what was decided about rows, and what comes of it.
struct ImportState {
    std::shared_ptr<std::vector<exchange::Input>> inputs;
    exchange::Mapping mapping;
    exchange::RowChoices rows;
    std::shared_ptr<const exchange::Plan> plan;

    /// Tables of which only some cells are used, whole, and which cells.
    std::map<std::size_t, sheets::Table> whole;
    std::map<std::size_t, sheets::Range> ranges;

    const sheets::Table &table(std::size_t flat) const;
    std::size_t tables() const { return mapping.tables.size(); }
    /// The file that a table is in, and its position in it.
    std::pair<std::size_t, std::size_t> place(std::size_t flat) const;
    /// "deals.xlsx", or "deals.xlsx, Sheet1" where a file has several tables.
    QString nameOf(std::size_t flat) const;

    /// Changes one cell of a row of the table as it is shown. Whoever computes on the old cells keeps them. False when nothing changes.
    bool setCell(std::size_t flat, std::size_t row, std::size_t column, const std::string &text);
    /// Uses only these cells of a table, whose meaning is guessed anew and decisions about rows are forgotten.
    void choose(std::size_t flat, const sheets::Range &range);
    /// Puts a file that was read in another way in place of one of as many tables.
    void replace(std::size_t input, exchange::Input read);

private:
    void renew(std::size_t flat);
};

/// The rows of one table with what each becomes. The first column tells it and can be unticked to leave the row out, or ticked to
/// make one that repeats another; the cells can be changed.
class ImportTable : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ImportTable(ImportState &state, QObject *parent = nullptr);

    void show(std::size_t flat);
    std::size_t shown() const { return m_flat; }
    /// Column of the file behind a column of the view, or -1 for the first.
    static int fileColumn(int section) { return section - 1; }
    /// The state got another plan or mapping.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// Somebody decided about a row or changed a cell.
    void decided();

private:
    exchange::Outcome outcome(int row) const;
    bool isHeader(int row) const;

    ImportState &m_state;
    std::size_t m_flat = 0;
};

/// What the import tells of rows and cells, gravest first.
class ImportIssues : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ImportIssues(const ImportState &state, QObject *parent = nullptr);
    void refresh();
    const exchange::Finding &at(int row) const { return m_state.plan->findings[m_order[static_cast<std::size_t>(row)]]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 3; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const ImportState &m_state;
    std::vector<std::size_t> m_order;
};

/// Pairs of names that may mean one organisation, each with a tick that merges them.
class ImportNames : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ImportNames(ImportState &state, QObject *parent = nullptr);
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 3; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void decided();

private:
    struct Pair {
        exchange::Merge merge;
        double score = 1;
        bool taken = false;
    };

    ImportState &m_state;
    std::vector<Pair> m_pairs;
};

} // namespace dealscape::importing
