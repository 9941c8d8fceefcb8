// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/parts.h"

#include <QScrollArea>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QTableView;

namespace dealscape::circular {

/// Small parts that the pages of this room share.

/// Pixels left and right of what a page shows, and of a row in a table.
constexpr int margin = 16;
constexpr int rowHeight = 24;

/// A row of joined buttons of which one is on, the first at the start.
class ChoiceRow : public QWidget {
    Q_OBJECT

public:
    explicit ChoiceRow(const QStringList &choices, QWidget *parent = nullptr);

    int choice() const;
    /// Switches without a signal.
    void setChoice(int choice);

Q_SIGNALS:
    void chosen(int choice);

private:
    QButtonGroup *m_group;
};

/// A page that asks for the height of its content and scrolls when it gets less.
class FitScroll : public QScrollArea {
    Q_OBJECT

public:
    /// Takes over the content.
    explicit FitScroll(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, 96}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
};

/// Its children in order, all as wide as the widest, side by side as far as there is room and below one another from there.
class Tiles : public QWidget {
    Q_OBJECT

public:
    explicit Tiles(QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return tile(); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<QWidget *> tiles() const { return findChildren<QWidget *>(Qt::FindDirectChildrenOnly); }
    QSize tile() const;
    int columnsIn(int width) const;
};

/// Two widgets, the second at the right end of the same line where both have room, and else of a line below.
class Pair : public QWidget {
    Q_OBJECT

public:
    Pair(QWidget *first, QWidget *second, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    bool inOneLine(int width) const;

    QWidget *m_first;
    QWidget *m_second;
};

/// A label that wraps and whose text changes, in contrast to panels::label(). Text is plain.
QLabel *changingLabel(style::FontRole font, panels::Tone tone, QWidget *parent);

/// One line of small text in the second colour, which does not wrap.
QLabel *secondLabel(const QString &text, QWidget *parent);

/// Has a page take over its content, which scrolls up and down only.
void dressPage(QScrollArea &page, QWidget *content);

/// A table without frame, grid and headers, whose rows of rowHeight are chosen whole.
void dressTable(QTableView &table);

/// Columns as wide as their texts; one takes what is left, or gives what is missing.
void fitColumns(QTableView &table, int giving = 0);

} // namespace dealscape::circular
