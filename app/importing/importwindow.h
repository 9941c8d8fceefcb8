// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/background.h"
#include "document/snapshot.h"
#include "importing/importtables.h"

#include <QDialog>
#include <QImage>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QRadioButton;
class QTableView;
class QTabWidget;

namespace dealscape::importing {

/// One window for an import, before anything happens: the rows of each table with what columns mean in their headers, the picture and
/// the counts of what will be made, what is skipped and doubted by row and column, names that may be one, and what numbers and dates need.
/// Every change shows its effect at once; computing goes on in another thread.
class ImportWindow : public QDialog {
    Q_OBJECT

public:
    enum class Goal { Add, New };

    /// Lays what is remembered of tables with the same headers over a guess.
    using Recall = std::function<void(exchange::TableMap &)>;

    /// What is open may be null; then there is nothing to add to. Without the bytes of a delimited text it cannot be read in another way.
    ImportWindow(std::vector<exchange::Input> inputs, exchange::Mapping mapping, document::SnapshotPointer open, QWidget *parent = nullptr,
                 Recall recall = {});

    Goal goal() const;
    /// The result; empty until the first computation ended.
    const std::shared_ptr<const exchange::Plan> &plan() const { return m_state.plan; }
    const exchange::Mapping &mapping() const { return m_state.mapping; }
    QString nameOfFirst() const { return m_state.nameOf(0); }
    ImportState &state() { return m_state; }
    /// Gives a column of the shown table a role, as its menu does.
    void setRole(int fileColumn, exchange::Role role);
    bool computing() const { return m_background.running(); }
    /// Uses only these cells of the shown table: "B3:F40"; all when empty. False when it is no such range.
    bool chooseCells(const QString &range);
    /// Reads the shown text in another encoding, empty to find it out, with another delimiter, 0 to find it out.
    void readAs(const QString &encoding, char delimiter);

Q_SIGNALS:
    /// A computation ended, and everything shows its result.
    void computed();

private:
    using Planned = std::shared_ptr<const exchange::Plan>;

    QWidget *makeTop();
    QWidget *makeWays(QWidget *parent);
    QWidget *makeSide();
    QWidget *makeBottom();
    void showTable(int flat);
    void showRoles(int section);
    void addChoices(QMenu &menu, int fileColumn);
    void change();
    void recompute();
    void take(Planned plan);
    void draw();
    void showPicture(const QImage &picture);
    void refreshReading();
    void refreshWays();
    void refreshRates();
    void goTo(int issue);
    void saveMapping();

    ImportState m_state;
    document::SnapshotPointer m_open;
    document::Background m_background;
    document::Background m_drawing;
    document::Background m_rereading;
    Recall m_recall;
    QString m_saidEncoding;
    char m_saidDelimiter = 0;
    ImportTable *m_table;
    ImportIssues *m_issues;
    ImportNames *m_names;
    QTableView *m_view = nullptr;
    QComboBox *m_which = nullptr;
    QComboBox *m_use = nullptr;
    QComboBox *m_encoding = nullptr;
    QComboBox *m_delimiter = nullptr;
    QLineEdit *m_cells = nullptr;
    QLabel *m_picture = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_reading = nullptr;
    QTabWidget *m_tabs = nullptr;
    QWidget *m_rates = nullptr;
    QFormLayout *m_rateForm = nullptr;
    QLineEdit *m_date = nullptr;
    QRadioButton *m_add = nullptr;
    QRadioButton *m_new = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace dealscape::importing
