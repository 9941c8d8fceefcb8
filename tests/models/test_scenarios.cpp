// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "models/countrytable.h"
#include "models/fundstable.h"
#include "models/outcometable.h"
#include "reports/measures.h"

#include "document/document.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace dealscape;
using namespace dealscape::models;
using namespace dealscape::reports;
using analysis::InputBasis;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// N pays O 100, O pays C 300, C pays N 200, O pays N 30, X pays O 60, in billions of dollars.
document::SnapshotPointer toy()
{
    auto dataset = std::make_shared<Dataset>();
    dataset->layers = defaultLayers();
    for (const char *name : {"O", "N", "C", "X"}) {
        Organization organization;
        organization.id = OrganizationId(name);
        organization.name = name;
        organization.layer = LayerId("models");
        organization.country = name[0] == 'N' ? "NO" : "US";
        dataset->organizations.push_back(organization);
    }
    for (const auto &[payer, payee, billions] : {std::tuple("N", "O", 100), std::tuple("O", "C", 300), std::tuple("C", "N", 200),
                                                 std::tuple("O", "N", 30), std::tuple("X", "O", 60)})
    {
        Deal deal;
        deal.id = DealId(std::string(payer) + payee);
        deal.supplier = OrganizationId(payee);
        deal.customer = OrganizationId(payer);
        deal.payer = deal.customer;
        deal.payee = deal.supplier;
        deal.flow = FlowClass::Compute;
        deal.value = MoneyRange::exactly(Money::billions(billions));
        deal.announced = {2025, 1, 1};
        deal.term = {2026, 2027};
        deal.status = DealStatus::Signed;
        deal.certainty = billions == 30 ? Certainty::Announced : Certainty::Binding;
        dataset->deals.push_back(deal);
    }
    return std::make_shared<document::Snapshot>(dataset, 1);
}

/// The same, in 2026, with cash and revenue of O as claims.
document::SnapshotPointer disclosing()
{
    auto dataset = std::make_shared<Dataset>(toy()->dataset());
    dataset->asOf = Date{2026, 10, 10};
    Source source;
    source.id = SourceId("gazette");
    source.publisher = "Gazette";
    dataset->sources.push_back(source);
    const auto claim = [&](const char *kind, const char *statement, double billions, ClaimUnit unit, Date date) {
        Claim made;
        made.id = ClaimId(kind);
        made.kind = kind;
        made.subject = OrganizationId("O");
        made.statement = statement;
        made.low = made.high = billions * 1e9;
        made.unit = unit;
        made.date = date;
        made.sources = {source.id};
        dataset->claims.push_back(made);
    };
    claim("cash", "O: $73B in hand", 73, ClaimUnit::Dollars, {2026, 3, 31});
    claim("revenue", "O: $40B a year", 40, ClaimUnit::DollarsPerYear, {2026, 6, 30});
    claim("spend", "O spends $9B a year", 9, ClaimUnit::DollarsPerYear, {2026, 9, 30});
    return std::make_shared<document::Snapshot>(dataset, 1);
}

analysis::PartyInputs inputs(std::optional<int> outside, std::optional<int> equity)
{
    const auto input = [](std::optional<int> billions) {
        return billions ? analysis::Input{Money::billions(*billions), InputBasis::Set} : analysis::Input();
    };
    return {input(outside), input(equity)};
}

const OutcomeRow *rowOf(const std::vector<OutcomeRow> &rows, const QString &name)
{
    const auto found = std::ranges::find(rows, name, &OutcomeRow::name);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

class ScenariosTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void distressSpreadsAsPublished()
    {
        WhatIf question;
        question.failed = OrganizationId("O");
        question.spread = Spread::DebtRank;
        question.inputs = {{OrganizationId("O"), inputs({}, 500)},
                           {OrganizationId("N"), inputs({}, 400)},
                           {OrganizationId("C"), inputs({}, 250)},
                           {OrganizationId("X"), inputs({}, 200)}};
        const Outcome outcome = play(toy()->index(), Perspective(), question);
        QCOMPARE(rowOf(outcome.parties, QStringLiteral("O"))->lost, 1.0);
        QVERIFY(qAbs(rowOf(outcome.parties, QStringLiteral("N"))->lost - 0.575) < 1e-9);
        QCOMPARE(rowOf(outcome.parties, QStringLiteral("C"))->lost, 1.0);
        QVERIFY(!rowOf(outcome.parties, QStringLiteral("X")));
        QVERIFY(outcome.rounds.size() >= 2);
        QVERIFY(qAbs(outcome.rounds.back().lost - (0.575 * 400 + 250) / 850) < 1e-9);
        QCOMPARE(outcome.rounds.front().newly, std::vector<OrganizationId>{OrganizationId("O")});
    }

    void clearingPaysAsPublished()
    {
        WhatIf question;
        question.inputs = {{OrganizationId("O"), inputs(100, {})},
                           {OrganizationId("N"), inputs(50, {})},
                           {OrganizationId("C"), inputs(20, {})},
                           {OrganizationId("X"), inputs(60, {})}};
        question.failed = OrganizationId("X");
        const Outcome outcome = play(toy()->index(), Perspective(), question);
        const OutcomeRow *hit = rowOf(outcome.parties, QStringLiteral("O"));
        QVERIFY(hit);
        QVERIFY(qAbs(hit->lost - 60.0 / 260) < 1e-6);
        QCOMPARE(hit->before, QStringLiteral("$260B"));
        QCOMPARE(hit->after, QStringLiteral("$200B"));
        QVERIFY2(outcome.verdict.startsWith(QStringLiteral("If X fails, 1 other falls short of money, O the hardest")),
                 qPrintable(outcome.verdict));
        QVERIFY(outcome.assumptions.contains(QStringLiteral("Without any failure these funds do not reach for: O $260B of $330B.")));
        question.recovery = 1;
        QVERIFY(play(toy()->index(), Perspective(), question).parties.empty());
    }

    void whoDisclosesNothingPaysInFull()
    {
        WhatIf question;
        question.failed = OrganizationId("O");
        const Outcome outcome = play(toy()->index(), Perspective(), question);
        QCOMPARE(outcome.parties.size(), std::size_t(1));
        QCOMPARE(outcome.parties.front().name, QStringLiteral("O"));
        QCOMPARE(outcome.withoutInput.size(), std::size_t(3));
        QVERIFY2(outcome.verdict.startsWith(QStringLiteral("If O fails, nobody else falls short")), qPrintable(outcome.verdict));
        QVERIFY(play(toy()->index(), Perspective(), {}).verdict.isEmpty());
    }

    void aSuppliersFailureStrikesWhatItDelivers()
    {
        auto dataset = std::make_shared<Dataset>(toy()->dataset());
        dataset->deals[1].power = PowerStatement{Power(4500), PowerLayer::Cloud};
        WhatIf question;
        question.failed = OrganizationId("C");
        question.recovery = 0.25;
        const Outcome outcome = play(document::Snapshot(dataset, 1).index(), Perspective(), question);
        QCOMPARE(outcome.undelivered.size(), std::size_t(1));
        QCOMPARE(outcome.undelivered.front().name, QStringLiteral("O"));
        QCOMPARE(outcome.undelivered.front().before, QStringLiteral("$300B · 4.5 GW"));
        QCOMPARE(outcome.undelivered.front().after, QStringLiteral("$75B · 1.13 GW"));
        QCOMPARE(outcome.undelivered.front().lost, 0.75);
        QVERIFY2(outcome.verdict.endsWith(QStringLiteral("; 1 goes without what it delivers, O most: $300B · 4.5 GW.")),
                 qPrintable(outcome.verdict));
    }

    void valuationsOfSeveralDaysSaySo()
    {
        auto dataset = std::make_shared<Dataset>(toy()->dataset());
        const auto worth = [](Date day) { return Valuation{Money::billions(100), "market cap", day, Confidence::High, "page", {}}; };
        dataset->organizations[1].valuation = worth({2026, 1, 15});
        dataset->organizations[2].valuation = worth({2026, 9, 17});
        WhatIf question;
        question.failed = OrganizationId("O");
        question.spread = Spread::DebtRank;
        const auto told = [&] { return play(document::Snapshot(dataset, 1).index(), Perspective(), question).assumptions.join(u' '); };
        QVERIFY2(told().contains(QStringLiteral("each of its own day (from 15 January 2026 to 17 September 2026)")), qPrintable(told()));
        dataset->organizations[2].valuation = worth({2026, 1, 15});
        QVERIFY(!told().contains(QStringLiteral("(from")));
    }

    void directLossesFollowTheRecovery()
    {
        WhatIf question;
        question.failed = OrganizationId("O");
        question.spread = Spread::Direct;
        question.recovery = 0.25;
        const Outcome outcome = play(toy()->index(), Perspective(), question);
        QCOMPARE(outcome.parties.size(), std::size_t(2));
        QCOMPARE(outcome.parties[0].name, QStringLiteral("C"));
        QCOMPARE(outcome.parties[0].before, QStringLiteral("$300B"));
        QCOMPARE(outcome.parties[0].after, QStringLiteral("$75B"));
        QCOMPARE(outcome.rounds.size(), std::size_t(2));
        QCOMPARE(outcome.rounds[1].lost, 0.75);
    }

    void comparesTheNetworkBeforeAndAfter()
    {
        WhatIf question;
        question.announced = 0;
        const Outcome outcome = play(toy()->index(), Perspective(), question);
        QCOMPARE(rowOf(outcome.network, QStringLiteral("Compute"))->before, QStringLiteral("$690B"));
        QCOMPARE(rowOf(outcome.network, QStringLiteral("Compute"))->after, QStringLiteral("$660B"));
        const OutcomeRow *loops = rowOf(outcome.network, QStringLiteral("Loops of up to 5 steps"));
        QVERIFY(loops);
        QCOMPARE(loops->before, QStringLiteral("2"));
        QCOMPARE(loops->after, QStringLiteral("1"));
        QVERIFY(play(toy()->index(), Perspective(), WhatIf()).network.empty());
        question = {};
        question.failing = {DealId("OC")};
        QCOMPARE(rowOf(play(toy()->index(), Perspective(), question).network, QStringLiteral("Compute"))->after, QStringLiteral("$390B"));
    }

    void everythingIsCalledAScenario()
    {
        const Outcome outcome = play(toy()->index(), Perspective(), WhatIf());
        QVERIFY(outcome.assumptions.front().contains(QStringLiteral("scenario"), Qt::CaseInsensitive));
    }

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

    void measuresEqualTheGoldenNumbers()
    {
        const auto snapshot = toy();
        const auto network = networkMeasures(snapshot->index(), Perspective());
        QVERIFY(network);
        const auto figure = [](const MeasureGroup &group, const QString &name) {
            const auto found = std::ranges::find(group.measures, name, &Measure::name);
            return found == group.measures.end() ? QString() : found->figure;
        };
        QCOMPARE(figure(*network, QStringLiteral("Circularity")), QStringLiteral("43 %"));
        QCOMPARE(figure(*network, QStringLiteral("Reciprocity")), QStringLiteral("8.7 %"));
        QCOMPARE(figure(*network, QStringLiteral("Finn cycling index")), QStringLiteral("27 %"));
        const auto party = partyMeasures(snapshot->index(), Perspective(), OrganizationId("O"));
        QCOMPARE(figure(*party, QStringLiteral("Comes back")), QStringLiteral("30 %"));
        QCOMPARE(figure(*party, QStringLiteral("Holds it together")), QStringLiteral("yes"));
        QCOMPARE(figure(*party, QStringLiteral("Compute, concentration of payees")), QStringLiteral("8,347"));
        for (const MeasureGroup *group : {&*network, &*party})
            for (const Measure &measure : group->measures)
                QVERIFY2(measure.sentence.endsWith(u'.') && !measure.definition.isEmpty(), qPrintable(measure.name));
        QCOMPARE(cutBetween(snapshot->index(), Perspective(), OrganizationId("X"), OrganizationId("N")).figure, QStringLiteral("$60B"));
        QVERIFY(!networkMeasures(snapshot->index(), Perspective(), {{}, [] { return true; }}));
    }

    void statesAreTold()
    {
        document::Document document;
        document.openEmbedded();
        Perspective everybody = document.perspective();
        everybody.filter.maximumTier = 0;
        const MeasureGroup states = stateMeasures(document.snapshot()->index(), everybody);
        QVERIFY(states.measures.size() >= 2);
        QVERIFY(
            std::ranges::any_of(states.measures, [](const Measure &m) { return m.name == QStringLiteral("Owned or backed by a state"); }));
        QVERIFY(stateMeasures(toy()->index(), Perspective()).measures.empty());
    }
};

DEALSCAPE_TEST(ScenariosTest, QCoreApplication)
#include "test_scenarios.moc"
