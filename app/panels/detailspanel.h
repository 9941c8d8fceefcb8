// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "panels/sheet.h"

#include <QBasicTimer>
#include <QScrollArea>

#include <utility>
#include <vector>

namespace dealscape::panels {

/// Everything known about what is selected: an organisation, the deals between two, or one deal with its sources.
/// Names and rows lead on, so that one can walk the network by clicking. Rebuilt when it is seen after a change; of a new
/// selection when control returns to the event loop, so that the picture shows it first. Back returns to the place in the list.
class DetailsPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit DetailsPanel(document::Document &document, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {416, 600}; }
    /// What is known needs so much of the panel's height at its width.
    int contentHeight() const;

Q_SIGNALS:
    /// Another selection is described, or the same one anew.
    void rebuilt();

Q_SIGNALS:
    /// The notes on the data were asked for.
    void notesWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void documentChanged(document::Changes what);
    void rebuild();
    void keepPlace();
    int placeOf(const document::Selection &selection) const;

    document::Document &m_document;
    QFrame *m_mark; ///< Shows that the keyboard is here and scrolls.
    bool m_stale = true;
    QBasicTimer m_soon;
    Sheet::Unfolded m_unfolded;
    document::Selection m_shown;
    /// How far each selection was scrolled when it was left, the latest last.
    std::vector<std::pair<document::Selection, int>> m_places;
};

} // namespace dealscape::panels
