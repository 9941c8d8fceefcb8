// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "circular/ground.h"
#include "models/fundstable.h"

#include <QScrollArea>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QTableView;
class QVBoxLayout;

namespace dealscape::charts {
class CoverChart;
}

namespace dealscape::circular {

class ChoiceRow;

/// How long it can be paid for: what a party is to pay each year by the terms of its contracts, against a path of revenue and funding
/// that is edited here, and the power that they need against what can be built. Everything but the contracts is an assumption.
class RunwayPage : public QScrollArea {
    Q_OBJECT

public:
    explicit RunwayPage(document::Document &document, QWidget *parent = nullptr);

    models::FundsTable &funds() { return *m_funds; }
    const charts::CoverChart &moneyChart() const { return *m_money; }
    const charts::CoverChart &powerChart() const { return *m_power; }
    QString verdict() const;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeMoney();
    void makePower();
    charts::CoverChart *makeChart();
    /// A row with a name and a number, from 0 to 1000 GW until it is set otherwise.
    QDoubleSpinBox *makeSpin(const QString &name, const QString &tip, double value);
    void assume();
    void documentChanged(document::Changes what);
    void ground();
    /// Asks about who is selected, where that is another one than before.
    void follow();
    void chooseParty();
    void showMoney();
    void showPower();
    void recolour();

    document::Document &m_document;
    models::FundsTable *m_funds;
    QVBoxLayout *m_column;
    QComboBox *m_party;
    ChoiceRow *m_surplus;
    QDoubleSpinBox *m_growth;
    QDoubleSpinBox *m_term;
    QLabel *m_verdict;
    charts::CoverChart *m_money;
    charts::CoverChart *m_gap;
    QTableView *m_table;
    QLabel *m_missing;
    QLabel *m_sources;
    QComboBox *m_layer;
    QDoubleSpinBox *m_running;
    QDoubleSpinBox *m_built;
    QLabel *m_powerVerdict;
    charts::CoverChart *m_power;
    std::vector<int> m_deals;
    Ground m_ground;
    document::Selection m_followed;
    bool m_filling = false;
};

} // namespace dealscape::circular
