// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace dealscape::diagram {

/// Why there is nothing to draw.
enum class Emptiness { None, Refused, NothingOpen, NoDeals, FilteredAway };

Emptiness emptinessOf(const document::Document &document);

/// The calm screen in place of a picture: what is the case, and what can be done about it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Describes the document's state, and hides itself when there is something to draw.
    void reflect(const document::Document &document);
    /// Covers what the picture itself says of its emptiness, in fewer words.
    void setGround(const QColor &colour);

Q_SIGNALS:
    void openRequested();
    void embeddedRequested();
    void filtersDropped();
    void additionWanted();

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void describe(const QString &title, const QString &text);
    void list(const document::Report &report);

    QLabel *m_title;
    QLabel *m_text;
    QListWidget *m_issues;
    QPushButton *m_open;
    QPushButton *m_embedded;
    QPushButton *m_drop;
    QPushButton *m_add;
};

} // namespace dealscape::diagram
