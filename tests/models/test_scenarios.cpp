// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "models/countrytable.h"
#include "models/fundstable.h"
#include "models/outcometable.h"

#include "document/document.h"
#include "toynetwork.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace dealscape;
using namespace dealscape::models;
using namespace dealscape::reports;
using analysis::InputBasis;
using sample::inputs;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

document::SnapshotPointer toy()
{
    return std::make_shared<document::Snapshot>(std::make_shared<Dataset>(sample::toy()), 1);
}

document::SnapshotPointer disclosing()
{
    return std::make_shared<document::Snapshot>(std::make_shared<Dataset>(sample::disclosing()), 1);
}

} // namespace

class ScenariosTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void outcomesAreShownSideBySide()
    {
        OutcomeTable table;
        QAbstractItemModelTester tester(&table, strict);
        table.setRows({{QStringLiteral("C"), OrganizationId("C"), QStringLiteral("$300B"), QStringLiteral("$75B"), 0.75, {}},
                       {QStringLiteral("N"), {}, QStringLiteral("1"), QStringLiteral("1"), 0, {}}});
        QCOMPARE(table.index(0, OutcomeTable::LostColumn).data().toString(), QStringLiteral("−75 %"));
        QCOMPARE(table.index(1, OutcomeTable::LostColumn).data().toString(), QStringLiteral("–"));
    }

    void inputsAreEdited_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<QString>("shown");
        QTest::newRow("number") << QStringLiteral("12.5") << true << QStringLiteral("$12.5B *");
        QTest::newRow("as people write it") << QStringLiteral(" $7B ") << true << QStringLiteral("$7B *");
        QTest::newRow("emptied") << QString() << true << QStringLiteral("enough");
        QTest::newRow("negative") << QStringLiteral("-1") << false << QStringLiteral("$230B");
        QTest::newRow("words") << QStringLiteral("much") << false << QStringLiteral("$230B");
        QTest::newRow("not a number") << QStringLiteral("nan") << false << QStringLiteral("$230B");
        QTest::newRow("too much") << QStringLiteral("1e30") << false << QStringLiteral("$230B");
    }
    void inputsAreEdited()
    {
        QFETCH(QString, typed);
        InputTable table;
        QAbstractItemModelTester tester(&table, strict);
        const auto snapshot = toy();
        InputRow row{OrganizationId("N"), inputs(230, {}), Money::billions(100), Money::billions(230)};
        row.inputs.outside.basis = InputBasis::Disclosed;
        table.setRows(snapshot, {row});
        QSignalSpy edited(&table, &InputTable::inputEdited);
        const QModelIndex cell = table.index(0, InputTable::OutsideColumn);
        QTEST(table.setData(cell, typed), "taken");
        QTEST(cell.data().toString(), "shown");
        QFETCH(bool, taken);
        QCOMPARE(edited.count(), taken ? 1 : 0);
        QVERIFY(!table.setData(table.index(0, InputTable::NameColumn), typed));
    }

    void fundsAreFollowedThrough()
    {
        FundsTable table;
        QAbstractItemModelTester tester(&table, strict);
        const auto snapshot = toy();
        QCOMPARE(payersWithTerms(*snapshot, {{0, 1, 2, 3, 4}}), (std::vector<int>{0, 2, 1, 3}));
        table.setParty(snapshot, {0, 1, 2, 3, 4}, OrganizationId("O"));
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.index(0, FundsTable::DueColumn).data().toString(), QStringLiteral("$165B"));
        QCOMPARE(table.runway().firstShortHigh, std::optional(2026));
        QVERIFY(table.setData(table.index(0, FundsTable::RevenueColumn), QStringLiteral("200")));
        QCOMPARE(table.runway().firstShortHigh, std::optional(2027));
        QCOMPARE(table.index(1, FundsTable::GapColumn).data().toString(), QStringLiteral("$165B"));
        table.setSurplus(analysis::Surplus::Carried);
        QCOMPARE(table.index(1, FundsTable::GapColumn).data().toString(), QStringLiteral("$130B"));
        QVERIFY(!table.setData(table.index(0, FundsTable::GapColumn), QStringLiteral("1")));
        table.suggest();
        QCOMPARE(table.runway().firstShortHigh, std::optional(2026));
    }

    void assumptionsKeepWhatWasSetByHand()
    {
        auto dataset = std::make_shared<Dataset>(toy()->dataset());
        dataset->deals[1].term = {};
        dataset->deals[1].announced = {2026, 1, 0};
        const auto snapshot = std::make_shared<document::Snapshot>(dataset, 1);
        FundsTable table;
        QAbstractItemModelTester tester(&table, strict);
        table.setParty(snapshot, {0, 1, 2, 3, 4}, OrganizationId("O"));
        QVERIFY(assumedTerms(*snapshot, table.runway()).isEmpty());
        QVERIFY(table.setData(table.index(0, FundsTable::RevenueColumn), QStringLiteral("200")));
        table.setAssumptions({0.2, 4});
        QCOMPARE(table.index(0, FundsTable::RevenueColumn).data().toString(), QStringLiteral("$200B *"));
        QCOMPARE(assumedTerms(*snapshot, table.runway()), QStringLiteral("$300B to C over assumed terms"));
        QVERIFY(leftOut(*snapshot, table.runway()).isEmpty());
        QCOMPARE(table.funds().back().year, 2029);
        table.setAssumptions({});
        QVERIFY(assumedTerms(*snapshot, table.runway()).isEmpty());
    }

    void suggestedFundsNameTheirSources()
    {
        FundsTable table;
        table.setParty(disclosing(), {0, 1, 2, 3, 4}, OrganizationId("O"));
        QCOMPARE(table.sources(),
                 (QStringList{QStringLiteral("Comes in: O: $40B a year (Gazette, 30 June 2026)"),
                              QStringLiteral("Cash, in 2026: O: $73B in hand (Gazette, 31 March 2026)")}));
        QCOMPARE(table.index(0, FundsTable::RevenueColumn).data().toString(), QStringLiteral("$40B"));
        QCOMPARE(table.index(0, FundsTable::FundingColumn).data().toString(), QStringLiteral("$73B"));
        QVERIFY(table.setData(table.index(0, FundsTable::FundingColumn), QStringLiteral("1")));
        QCOMPARE(table.sources().size(), 1);
    }

    void disclosedFundsAreTheDefault()
    {
        const auto snapshot = disclosing();
        const Outcome outcome = play(snapshot->index(), Perspective(), WhatIf());
        const auto row = std::ranges::find(outcome.inputs, OrganizationId("O"), &InputRow::party);
        QVERIFY(row != outcome.inputs.end());
        QCOMPARE(row->inputs.outside.amount, std::optional(Money::billions(73 + 2 * 40)));
        InputTable table;
        table.setRows(snapshot, {*row});
        QCOMPARE(
            table.index(0, InputTable::OutsideColumn).data(Qt::ToolTipRole).toString(),
            QStringLiteral("O, funds from outside: $153B, as disclosed, what comes in taken over 2 years: O: $73B in hand (Gazette, 31 "
                           "March 2026); O: $40B a year (Gazette, 30 June 2026)"));
    }

    void whatIsLeftOutIsNamedWithItsSum()
    {
        auto dataset = std::make_shared<Dataset>(toy()->dataset());
        dataset->deals[1].term = {};
        dataset->deals[3].value = {};
        const document::Snapshot snapshot(dataset, 1);
        const auto runway =
            analysis::runway(snapshot.index(), std::vector{0, 1, 2, 3, 4}, OrganizationId("O"), {}, analysis::Surplus::Spent);
        QCOMPARE(leftOut(snapshot, runway), QStringLiteral("$300B to C without a full term and 1 deal without an amount (N)"));
        QVERIFY(leftOut(snapshot, {}).isEmpty());
    }

    void countriesPayOneAnother()
    {
        CountryTable table;
        QAbstractItemModelTester tester(&table, strict);
        const auto snapshot = toy();
        table.setMatrix(analysis::countryMatrix(snapshot->index(), std::vector{0, 1, 2, 3, 4}, FlowClass::Compute));
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.columnCount(), 2);
        QCOMPARE(table.headerData(0, Qt::Vertical).toString(), QStringLiteral("Norway"));
        QVERIFY(table.index(0, 1).data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("Norway to United States: ")));
        QCOMPARE(table.index(0, 1).data().toString(), QStringLiteral("$100B"));
        QCOMPARE(table.index(1, 0).data().toString(), QStringLiteral("$230B"));
        QCOMPARE(table.index(1, 1).data().toString(), QStringLiteral("$360B"));
        QCOMPARE(table.index(0, 0).data().toString(), QString());
    }
};

DEALSCAPE_TEST(ScenariosTest, QCoreApplication)
#include "test_scenarios.moc"
