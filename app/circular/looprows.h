// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/loops.h"

#include <QStyledItemDelegate>
#include <QWidget>

namespace dealscape::circular {

/// Paints the rows of a models::LoopList: headings as bands, loops on one or two lines, the chosen one with a bar of the accent.
class LoopRows : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Paints the column of a models::LegsTable that shows how firm a leg is, as edges are drawn.
class LegSigns : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The legs of a loop as bars on one scale, never stacked: the low bound in the colour of its family, the high one as its halo, and a
/// line in the accent at the smallest leg.
class LegBars : public QWidget {
    Q_OBJECT

public:
    explicit LegBars(QWidget *parent = nullptr);

    void setLoop(const reports::FoundLoop &loop);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<reports::LoopLeg> m_legs;
    MoneyRange m_smallest;
    QString m_closure;
};

} // namespace dealscape::circular
