// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "circular/ground.h"
#include "document/background.h"
#include "document/document.h"
#include "models/countrytable.h"
#include "reports/measures.h"

#include <QScrollArea>

class QComboBox;
class QLabel;
class QProgressBar;
class QTableView;
class QVBoxLayout;

namespace dealscape::circular {

/// Measures of the network and of the selected party, the smallest cut between two, and who pays whom across borders. The slow ones
/// are worked out in another thread, with progress and a way to stop.
class MeasuresPage : public QScrollArea {
    Q_OBJECT

public:
    explicit MeasuresPage(document::Document &document, QWidget *parent = nullptr);

    models::CountryTable &countries() { return *m_countries; }
    bool measuring() const { return m_background.running(); }

Q_SIGNALS:
    void told(const std::vector<dealscape::OrganizationId> &about);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Found {
        std::optional<reports::MeasureGroup> network;
        std::optional<reports::MeasureGroup> party;
        std::optional<reports::MeasureGroup> states;
    };

    QVBoxLayout *makeSlot();
    void makeProgress();
    void makeCut();
    void makeCountries();
    void documentChanged(document::Changes what);
    void measure();
    void fillCombos();
    void list(QVBoxLayout *slot, const reports::MeasureGroup &group, const QString &note = {});
    void showCut();
    void showCountries();
    std::optional<OrganizationId> subject() const;

    document::Document &m_document;
    document::Background m_background;
    models::CountryTable *m_countries;
    QVBoxLayout *m_column;
    QVBoxLayout *m_partySlot;
    QVBoxLayout *m_networkSlot;
    QVBoxLayout *m_cutSlot;
    QVBoxLayout *m_stateSlot;
    QWidget *m_waiting;
    QProgressBar *m_progress;
    QComboBox *m_from;
    QComboBox *m_to;
    QComboBox *m_flow;
    QTableView *m_matrix;
    QLabel *m_borders;
    /// What the measures of the network that are listed were worked out on.
    Ground m_measured;
    bool m_filling = false;
};

} // namespace dealscape::circular
