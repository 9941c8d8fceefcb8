// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "circular/ground.h"
#include "document/background.h"
#include "document/document.h"
#include "models/outcometable.h"

#include <QScrollArea>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QTableView;
class QVBoxLayout;

namespace dealscape::charts {
class CoverChart;
}

namespace dealscape::circular {

class ChoiceRow;

/// What if: a party or a milestone fails, or only a part of what is announced comes true. Inputs are listed and edited, the outcome is
/// shown before and after side by side, and the rounds are walked one by one: each names and lights those who are hit by then. The
/// controls show what is asked; it outlives a filter and an edit, as far as the dataset knows it, and ends with another file.
class ScenarioPage : public QScrollArea {
    Q_OBJECT

public:
    explicit ScenarioPage(document::Document &document, QWidget *parent = nullptr);

    /// What is asked now; setting it fills the controls and plays it.
    const reports::WhatIf &question() const { return m_question; }
    void ask(const reports::WhatIf &question);
    models::OutcomeTable &network() { return *m_network; }
    models::OutcomeTable &parties() { return *m_parties; }
    models::OutcomeTable &undelivered() { return *m_undelivered; }
    models::InputTable &inputs() { return *m_inputs; }
    bool playing() const { return m_background.running(); }
    int round() const { return m_round; }
    void showRound(int round);
    /// Asks nothing any more.
    void end() { ask({}); }

Q_SIGNALS:
    /// Who is hit in the round that is shown and before it; empty when no round is.
    void roundShown(const std::vector<dealscape::OrganizationId> &hit);
    /// What the picture beside shows of a scenario, "Nvidia fails, round 1 of 2"; empty when none is on or the page is not seen.
    void scenarioTold(const QString &words);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeEvents();
    void makeRounds();
    void makeTables();
    QSlider *makeSlider(const QString &name, const QString &tip, int value, double reports::WhatIf::*share);
    QTableView *makeTable(QAbstractItemModel *model, const QString &name);
    void fillChoices();
    void documentChanged(document::Changes what);
    void play();
    void played(reports::Outcome outcome);
    void showTables();
    void showChart();
    void tellScenario();
    void recolour();

    document::Document &m_document;
    document::Background m_background;
    reports::WhatIf m_question;
    Ground m_ground;
    reports::Outcome m_outcome;
    models::OutcomeTable *m_network;
    models::OutcomeTable *m_parties;
    models::OutcomeTable *m_undelivered;
    models::InputTable *m_inputs;
    QVBoxLayout *m_column;
    QComboBox *m_failed;
    QComboBox *m_milestone;
    ChoiceRow *m_spread;
    std::vector<std::pair<QSlider *, double reports::WhatIf::*>> m_sliders;
    QLabel *m_verdict;
    QLabel *m_assumptions;
    QWidget *m_rounds;
    QLabel *m_roundText;
    charts::CoverChart *m_chart;
    QTableView *m_networkView;
    QTableView *m_partiesView;
    QTableView *m_undeliveredView;
    QTableView *m_inputsView;
    QLabel *m_networkHead;
    QLabel *m_partiesHead;
    QLabel *m_partiesNote;
    QLabel *m_undeliveredHead;
    QLabel *m_undeliveredNote;
    int m_round = -1;
    bool m_filling = false;
};

} // namespace dealscape::circular
