// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/tablespanel.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>
#include <optional>

namespace dealscape::panels {

/// The strip at the bottom that names the tables with their counts: a click shows a table, a click on the one that is
/// shown folds it away.
class TabStrip : public QWidget {
    Q_OBJECT

public:
    explicit TabStrip(document::Document &document, QWidget *parent = nullptr);

    std::optional<TableId> shown() const { return m_shown; }
    /// The table that was shown last.
    TableId last() const { return m_last; }
    /// What the strip says is shown; nothing when the tables are folded away.
    void setShown(std::optional<TableId> id);

Q_SIGNALS:
    void chosen(std::optional<dealscape::panels::TableId> id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void count();

    document::Document &m_document;
    QAbstractButton *m_fold;
    std::array<QAbstractButton *, tableCount> m_tabs{};
    std::optional<TableId> m_shown;
    TableId m_last = TableId::Deals;
};

} // namespace dealscape::panels
