// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace dealscape::panels {

/// One of several amounts that were told one after another.
struct ChainStep {
    Date date;
    MoneyRange value;
    /// Publisher of the first source, or nothing.
    QString source;
    /// What was said, for a tool tip.
    QString words;
    bool current = false;
};

/// The records that a deal supersedes, the deal, and those that supersede it, as far as they form one line: oldest first. Only the deal
/// where there are no others; a record that supersedes several has the latest of them before it. Linear in the deals.
std::vector<ChainStep> chainOf(const document::Snapshot &snapshot, const Deal &deal);

/// Headlines and plans of an organisation in US dollars, one after another by date: what was said of the same total at different times.
/// Nothing where fewer than two are known.
std::vector<ChainStep> totalsSaidOf(const document::Snapshot &snapshot, const OrganizationId &organization);

/// "$10–100B (22 September 2025, Nvidia), then $30B (27 February 2026, CNBC)".
QString tellChain(const std::vector<ChainStep> &chain);

/// The amounts of a chain in their order: a bar from the low to the high bound each, joined by a line.
class ChainChart : public QWidget {
    Q_OBJECT

public:
    ChainChart(std::vector<ChainStep> chain, QWidget *parent);

    QSize sizeHint() const override { return {320, 132}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF columnAt(std::size_t step) const;

    std::vector<ChainStep> m_chain;
};

} // namespace dealscape::panels
