// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "analysis/breakdown.h"
#include "analysis/totals.h"

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

constexpr Money billions(int count)
{
    return Money::billions(count);
}

/// Compute, capital in two parts, an umbrella, an unpublished deal with power, and a deal without a payer.
Dataset mixed()
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    dataset.organizations = {samples::organization("lab", "models", "US"), samples::organization("cloud", "cloud", "US"),
                             samples::organization("fund", "capital", "JP"), samples::organization("maker", "chips", "TW")};
    dataset.deals = {samples::deal("compute", "lab", "cloud", 0),    samples::deal("round", "fund", "lab", 50),
                     samples::deal("umbrella", "lab", "cloud", 500), samples::deal("chips", "cloud", "maker", -1),
                     samples::deal("site", "fund", "cloud", 4),      samples::deal("lease", "lab", "maker", 7)};
    auto &deals = dataset.deals;
    deals[0].value = {billions(20), billions(30)};
    deals[0].power = PowerStatement{Power(750), PowerLayer::Cloud};
    deals[0].sources = {SourceId("s1"), SourceId("s2")};
    deals[0].overlap.group = GroupId("g");
    deals[1].flow = FlowClass::Capital;
    deals[1].value = {billions(15), billions(50)};
    deals[1].parts = {{Certainty::Paid, MoneyRange::exactly(billions(15))}, {Certainty::Potential, {std::nullopt, billions(35)}}};
    deals[1].certainty = Certainty::Paid;
    deals[1].kind = DealKind::EquityInvestment;
    deals[1].sources = {SourceId("s2")};
    deals[2].overlap = {GroupId("g"), OverlapRole::Umbrella, false, {}};
    deals[2].power = PowerStatement{Power(10000), PowerLayer::Cloud};
    deals[3].flow = FlowClass::Hardware;
    deals[3].power = PowerStatement{Power(2000), PowerLayer::Chips};
    deals[3].certainty = Certainty::Announced;
    deals[4].power = PowerStatement{Power(5000), PowerLayer::Context};
    deals[4].payer.reset();
    deals[4].payee.reset();
    deals[5].value = {billions(7), std::nullopt};
    dataset.sources.resize(3);
    dataset.claims.resize(2);
    dataset.claims[1].subject = OrganizationId("nobody");
    dataset.groups.resize(4);
    return dataset;
}

template <class Amount>
QStringList keys(const std::vector<BreakdownRow<Amount>> &rows)
{
    QStringList list;
    for (const auto &row : rows)
        list << QString::fromStdString(row.key);
    return list;
}

} // namespace

Q_DECLARE_METATYPE(Question)

class TestTotals : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void countsWholeFileAndSelection()
    {
        const Dataset dataset = mixed();
        QCOMPARE(countsOf(dataset), (Counts{4, 6, 5, 3, 2, 4}));
        const std::vector<int> two = {0, 1};
        QCOMPARE(countsOf(Index(dataset), two), (Counts{3, 2, 2, 2, 1, 1}));
        QCOMPARE(countsOf(Index(dataset), {}), (Counts{0, 0, 0, 0, 1, 0}));
    }

    void addsMoneyWithinOneFlowClass()
    {
        const Dataset dataset = mixed();
        const Summary summary = summarize(Index(dataset), samples::all(dataset));
        const FlowTotal &compute = summary[FlowClass::Compute];
        QCOMPARE(compute.counted, (Sum{billions(31), billions(41), 3, 0}));
        QCOMPARE(compute.gross, (Sum{billions(531), billions(541), 4, 0}));
        QCOMPARE(compute.byCertainty[slot(Certainty::Binding)], (Sum{billions(31), billions(41), 3, 0}));
        QCOMPARE(summary[FlowClass::Hardware].counted, (Sum{Money(), Money(), 0, 1}));
        QCOMPARE(summary[FlowClass::Hardware].byCertainty[slot(Certainty::Announced)].unpublished, 1);
        QCOMPARE(summary.withoutValue, 1);
        QCOMPARE(summary.withoutCapacity, 3);
    }

    void splitsADealIntoItsParts()
    {
        const Dataset dataset = mixed();
        const Summary summary = summarize(Index(dataset), samples::all(dataset));
        const FlowTotal &capital = summary[FlowClass::Capital];
        QCOMPARE(capital.byCertainty[slot(Certainty::Paid)], (Sum{billions(15), billions(15), 1, 0}));
        QCOMPARE(capital.byCertainty[slot(Certainty::Potential)], (Sum{Money(), billions(35), 1, 0}));
        QCOMPARE(capital.counted, (Sum{billions(15), billions(50), 1, 0}));
    }

    void addsPowerWithinOneLayer()
    {
        const Dataset dataset = mixed();
        const Summary summary = summarize(Index(dataset), samples::all(dataset));
        QCOMPARE(summary[PowerLayer::Cloud].counted, (PowerSum{Power(750), Power(750), 1, 0}));
        QCOMPARE(summary[PowerLayer::Cloud].gross, (PowerSum{Power(10750), Power(10750), 2, 0}));
        QCOMPARE(summary[PowerLayer::Chips].byCertainty[slot(Certainty::Announced)].low, Power(2000));
        QVERIFY(summary[PowerLayer::Site].gross.empty());
    }

    void certaintiesAddUpToTheTotal()
    {
        const Dataset dataset = mixed();
        const Summary summary = summarize(Index(dataset), samples::all(dataset));
        for (const FlowTotal &total : summary.flows) {
            Sum sum;
            for (const Sum &part : total.byCertainty)
                sum += part;
            QCOMPARE(sum.low, total.counted.low);
            QCOMPARE(sum.high, total.counted.high);
            QCOMPARE(sum.unpublished, total.counted.unpublished);
        }
    }

    void emptySelection()
    {
        const Dataset dataset;
        const Index index(dataset);
        QCOMPARE(summarize(index, {}), Summary());
        QVERIFY(breakdown(index, {}, FlowClass::Compute, {}).empty());
        QVERIFY(breakdown(index, {}, PowerLayer::Chips, {}).empty());
    }

    void rows_data()
    {
        QTest::addColumn<Question>("question");
        QTest::addColumn<QStringList>("expected");
        const OrganizationId lab("lab");
        QTest::newRow("partners of all") << Question{By::Partner, Direction::Both, {}} << QStringList{"lab", "cloud", "maker", "fund"};
        QTest::newRow("whom the lab pays") << Question{By::Partner, Direction::Out, lab} << QStringList{"cloud", "maker"};
        QTest::newRow("who pays the lab") << Question{By::Partner, Direction::In, lab} << QStringList{};
        QTest::newRow("no payer known, both ways only")
            << Question{By::Partner, Direction::Both, OrganizationId("fund")} << QStringList{"cloud"};
        QTest::newRow("no payer known, outwards") << Question{By::Partner, Direction::Out, OrganizationId("fund")} << QStringList{};
        QTest::newRow("kinds") << Question{By::Kind, Direction::Both, {}} << QStringList{"cloud-compute"};
        QTest::newRow("layers") << Question{By::Layer, Direction::Both, lab} << QStringList{"cloud", "chips"};
        QTest::newRow("countries") << Question{By::Country, Direction::Both, {}} << QStringList{"US", "TW", "JP"};
        QTest::newRow("certainties") << Question{By::Certainty, Direction::Both, {}} << QStringList{"binding"};
    }

    void rows()
    {
        QFETCH(Question, question);
        QFETCH(QStringList, expected);
        const Dataset dataset = mixed();
        QCOMPARE(keys(breakdown(Index(dataset), samples::all(dataset), FlowClass::Compute, question)), expected);
    }

    void rowAmounts()
    {
        const Dataset dataset = mixed();
        const Index index(dataset);
        const std::vector<int> deals = samples::all(dataset);
        const auto partners = breakdown(index, deals, FlowClass::Compute, {By::Partner, Direction::Out, OrganizationId("lab")});
        QCOMPARE(partners[0].total, (Sum{billions(20), billions(30), 1, 0}));
        QCOMPARE(partners[0].deals, std::vector<int>{0});
        QCOMPARE(partners[1].total, (Sum{billions(7), billions(7), 1, 0}));
        const auto countries = breakdown(index, deals, FlowClass::Compute, {By::Country, Direction::Both, {}});
        QCOMPARE(countries[0].total.deals, 3);
        const auto parts = breakdown(index, deals, FlowClass::Capital, {By::Certainty, Direction::Both, {}});
        QCOMPARE(keys(parts), (QStringList{"paid", "potential"}));
        QCOMPARE(parts[1].total, (Sum{Money(), billions(35), 1, 0}));
        const auto power = breakdown(index, deals, PowerLayer::Cloud, {By::Partner, Direction::Both, OrganizationId("cloud")});
        QCOMPARE(power.size(), std::size_t(1));
        QCOMPARE(power[0].total.high, Power(750));
    }

    void unpublishedRowsComeLast()
    {
        const Dataset dataset = mixed();
        const auto rows = breakdown(Index(dataset), samples::all(dataset), FlowClass::Hardware, {By::Partner, Direction::Both, {}});
        QCOMPARE(keys(rows), (QStringList{"cloud", "maker"}));
        QCOMPARE(rows[0].total.unpublished, 1);
        QCOMPARE(rows[0].total.deals, 0);
    }
};

DEALSCAPE_TEST(TestTotals, dealscape::testing::NoApplication)
#include "test_totals.moc"
