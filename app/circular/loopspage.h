// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "circular/ground.h"
#include "document/background.h"
#include "document/document.h"
#include "models/legstable.h"
#include "models/looplist.h"
#include "panels/tablespanel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableView;

namespace dealscape::circular {

class LegBars;

/// The loops in the current filter. Choosing one makes it the perspective's trail, which lights it in the picture and is a step of the
/// history; its legs can be walked one by one, and each opens its deals by selecting its ribbon. The search runs in another thread
/// and starts anew whenever filter, focus or dataset change while the page is shown.
class LoopsPage : public QWidget {
    Q_OBJECT

public:
    explicit LoopsPage(document::Document &document, QWidget *parent = nullptr);

    models::LoopList &loops() { return *m_list; }
    models::LegsTable &legs() { return *m_legs; }
    /// Lights a loop of the list.
    void choose(const QModelIndex &index);
    /// Goes to the next or the one before, all round.
    void step(int by);

Q_SIGNALS:
    /// A leg was walked to: its ribbon was selected and should be traced in the picture.
    void legStepped(dealscape::document::EdgeKey leg);
    /// The deals of these legs should be listed, each while it is selected.
    void dealsWanted(const std::vector<dealscape::panels::Listing> &legs);
    /// The lit loop should become a scene of the story.
    void sceneWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeSearching();
    QWidget *makeDetail();
    QWidget *makeButtons();
    void documentChanged(document::Changes what);
    reports::LoopQuestion question() const;
    void search();
    void found(const reports::LoopFinding &finding, const document::SnapshotPointer &snapshot);
    void follow();
    void showLoop(const reports::FoundLoop *loop);
    /// Columns as wide as their texts, the kind with what is left; in a narrow dock dates make room for the amounts.
    void fitLegs();
    /// Names the party that loops may be asked for, as far as there is room.
    void showSubject();
    void selectLeg(int leg);
    void wantDeals();
    void arrangeAs(LayoutKind layout);
    void putOut();

    document::Document &m_document;
    document::Background m_background;
    models::LoopList *m_list;
    models::LegsTable *m_legs;
    QListView *m_view;
    QSpinBox *m_length;
    QCheckBox *m_through;
    QLabel *m_found;
    QLabel *m_lengths;
    QWidget *m_searching;
    QProgressBar *m_progress;
    QWidget *m_detail;
    QLabel *m_name;
    QLabel *m_count;
    QTableView *m_table;
    LegBars *m_bars;
    QLabel *m_order;
    QPushButton *m_ring;
    std::optional<OrganizationId> m_subject;
    /// What was searched last; nothing where that was stopped.
    Ground m_searched;
    reports::LoopQuestion m_asked;
    int m_leg = -1;
    bool m_following = false;
};

} // namespace dealscape::circular
