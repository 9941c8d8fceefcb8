// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "analysis/schedule.h"
#include "analysis/timeline.h"

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

Deal termed(const char *id, double billions, std::optional<int> start, std::optional<int> end)
{
    Deal deal = samples::deal(id, "lab", "cloud", billions);
    deal.term = {start, end};
    return deal;
}

Dataset contracts(std::vector<Deal> deals)
{
    Dataset dataset;
    dataset.organizations = {samples::organization("lab"), samples::organization("cloud")};
    dataset.deals = std::move(deals);
    return dataset;
}

Money sumOfYears(const Schedule<Money> &schedule, Bound bound)
{
    Money sum;
    for (const auto &year : schedule.years)
        sum += year.total.at(bound);
    return sum;
}

} // namespace

class TestYears : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void moneyLentStandsInItsFirstYear()
    {
        Dataset dataset = contracts({termed("lease", 9, 2025, 2027), termed("bond", 27, 2025, 2049)});
        dataset.deals[1].kind = DealKind::Loan;
        dataset.deals[1].power = PowerStatement{Power(250), PowerLayer::Site};
        const auto years = schedule(Index(dataset), samples::all(dataset), FlowClass::Compute).years;
        QCOMPARE(years.size(), std::size_t(3));
        QCOMPARE(years[0].total.high, Money::billions(30));
        QCOMPARE(years[1].total.high, Money::billions(3));
        QCOMPARE(schedule(Index(dataset), samples::all(dataset), PowerLayer::Site).years.size(), std::size_t(25));
    }

    void timelineAccumulates()
    {
        Dataset dataset = contracts({samples::deal("late", "lab", "cloud", 5), samples::deal("early", "lab", "cloud", 20),
                                     samples::deal("same day", "lab", "cloud", -1), samples::deal("restated", "lab", "cloud", 99)});
        dataset.deals[0].announced = Date{2025, 9, 1};
        dataset.deals[0].certainty = Certainty::Announced;
        dataset.deals[1].value.high = Money::billions(30);
        dataset.deals[3].overlap.counted = false;
        const auto points = timeline(Index(dataset), samples::all(dataset), FlowClass::Compute);
        QCOMPARE(points.size(), std::size_t(2));
        QCOMPARE(points[0].date, (Date{2025, 6, 1}));
        QCOMPARE(points[0].deals, (std::vector<int>{1, 2}));
        QCOMPARE(points[0].total, (Sum{Money::billions(20), Money::billions(30), 1, 1}));
        QCOMPARE(points[1].deals, std::vector<int>{0});
        QCOMPARE(points[1].total, (Sum{Money::billions(25), Money::billions(35), 2, 1}));
        QCOMPARE(points[1].cumulative[slot(Certainty::Binding)].high, Money::billions(30));
        QCOMPARE(points[1].cumulative[slot(Certainty::Announced)].high, Money::billions(5));
    }

    void timelineOfOneParty()
    {
        const Dataset dataset = samples::toy();
        const Index index(dataset);
        const OrganizationId o("O");
        const auto high = [&](Direction direction) {
            return timeline(index, samples::all(dataset), FlowClass::Compute, {o, direction}).back().total.high;
        };
        QCOMPARE(high(Direction::Out), Money::billions(330));
        QCOMPARE(high(Direction::In), Money::billions(160));
        QCOMPARE(high(Direction::Both), Money::billions(490));
        QVERIFY(timeline(index, samples::all(dataset), FlowClass::Energy).empty());
        QVERIFY(timeline(index, samples::all(dataset), PowerLayer::Site).empty());
    }

    void spreadsEvenlyAndExactly()
    {
        Dataset dataset = contracts({termed("three", 0, 2027, 2029), termed("one", 9, 2031, 2031)});
        dataset.deals[0].value = {Money(100), Money(200)};
        const auto years = schedule(Index(dataset), samples::all(dataset), FlowClass::Compute);
        QCOMPARE(years.years.size(), std::size_t(5));
        const std::vector<std::pair<int, int>> expected = {{34, 67}, {33, 67}, {33, 66}, {0, 0}};
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(years.years[i].year, 2027 + static_cast<int>(i));
            QCOMPARE(years.years[i].total.low, Money(expected[i].first));
            QCOMPARE(years.years[i].total.high, Money(expected[i].second));
        }
        QVERIFY(years.years[3].deals.empty());
        QCOMPARE(years.years[4].deals, std::vector<int>{1});
        QCOMPARE(sumOfYears(years, Bound::Low), Money(9'000'000'100));
        QVERIFY(years.unscheduled.empty());
    }

    void partsKeepTheirCertainty()
    {
        Dataset dataset = contracts({termed("round", 50, 2026, 2027)});
        dataset.deals[0].value = {Money::billions(15), Money::billions(50)};
        dataset.deals[0].parts = {{Certainty::Paid, MoneyRange::exactly(Money::billions(15))},
                                  {Certainty::Potential, {Money(), Money::billions(35)}}};
        const auto years = schedule(Index(dataset), samples::all(dataset), FlowClass::Compute).years;
        QCOMPARE(years[0].byCertainty[slot(Certainty::Paid)].low, Money(7'500'000'000));
        QCOMPARE(years[1].byCertainty[slot(Certainty::Potential)], (Sum{Money(), Money(17'500'000'000), 1, 0}));
        QCOMPARE(years[1].total, (Sum{Money(7'500'000'000), Money::billions(25), 1, 0}));
    }

    void namesWhatHasNoYear_data()
    {
        QTest::addColumn<double>("billions");
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("why");
        QTest::newRow("no value") << -1.0 << 2025 << 2026 << static_cast<int>(WhyUnscheduled::NoAmount);
        QTest::newRow("no end") << 5.0 << 2025 << 0 << static_cast<int>(WhyUnscheduled::NoTerm);
        QTest::newRow("no start") << 5.0 << 0 << 2025 << static_cast<int>(WhyUnscheduled::NoTerm);
        QTest::newRow("backwards") << 5.0 << 2027 << 2026 << static_cast<int>(WhyUnscheduled::NoTerm);
        QTest::newRow("absurdly long") << 5.0 << 2000 << 2'000'000'000 << static_cast<int>(WhyUnscheduled::LongTerm);
    }

    void namesWhatHasNoYear()
    {
        QFETCH(double, billions);
        QFETCH(int, start);
        QFETCH(int, end);
        QFETCH(int, why);
        const auto year = [](int value) { return value ? std::optional(value) : std::nullopt; };
        const Dataset dataset = contracts({termed("d", billions, year(start), year(end))});
        const auto result = schedule(Index(dataset), samples::all(dataset), FlowClass::Compute);
        QVERIFY(result.years.empty());
        QCOMPARE(result.unscheduled, (std::vector<Unscheduled>{{0, static_cast<WhyUnscheduled>(why)}}));
    }

    void capacityStays()
    {
        Dataset dataset = contracts({termed("a", -1, 2026, 2028), termed("b", -1, 2028, 2029)});
        dataset.deals[0].power = PowerStatement{Power(3000), PowerLayer::Chips};
        dataset.deals[1].power = PowerStatement{Power(1001), PowerLayer::Chips};
        const auto years = schedule(Index(dataset), samples::all(dataset), PowerLayer::Chips).years;
        const std::vector<int> expected = {1000, 2000, 3501, 4001};
        QCOMPARE(years.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(years[i].total.high, Power(expected[i]));
        QCOMPARE(years[3].byCertainty[slot(Certainty::Binding)].low, Power(4001));
        QCOMPARE(years[3].deals, std::vector<int>{1});
    }

    void yearsAreShared()
    {
        Dataset dataset = contracts({termed("a", 3, 2026, 2028), termed("b", 8, 2028, 2029), termed("none", 1, {}, {})});
        dataset.deals[1].flow = FlowClass::Hardware;
        dataset.deals[2].flow = FlowClass::Sites;
        dataset.deals[0].power = PowerStatement{Power(300), PowerLayer::Chips};
        dataset.deals[1].power = PowerStatement{Power(200), PowerLayer::Site};
        const Index index(dataset);
        const std::vector<int> deals = samples::all(dataset);
        const auto highs = [](const auto &schedule) {
            QStringList list;
            for (const auto &year : schedule.years) {
                if constexpr (std::is_same_v<decltype(year.total.high), Money>)
                    list += QStringLiteral("%1 %2").arg(year.year).arg(year.total.high.dollars() / 1'000'000'000);
                else
                    list += QStringLiteral("%1 %2").arg(year.year).arg(year.total.high.megawatts());
            }
            return list.join(QStringLiteral(", "));
        };
        std::vector money = {schedule(index, deals, FlowClass::Compute), schedule(index, deals, FlowClass::Hardware),
                             schedule(index, deals, FlowClass::Sites)};
        shareYears(money);
        QCOMPARE(highs(money[0]), QStringLiteral("2026 1, 2027 1, 2028 1, 2029 0"));
        QCOMPARE(highs(money[1]), QStringLiteral("2026 0, 2027 0, 2028 4, 2029 4"));
        QVERIFY(money[2].years.empty());
        std::vector capacity = {schedule(index, deals, PowerLayer::Chips), schedule(index, deals, PowerLayer::Site)};
        shareYears(capacity);
        QCOMPARE(highs(capacity[0]), QStringLiteral("2026 100, 2027 200, 2028 300, 2029 300"));
        QVERIFY(capacity[0].years[3].deals.empty());
        QCOMPARE(highs(capacity[1]), QStringLiteral("2026 0, 2027 0, 2028 100, 2029 200"));
    }

    void emptyDataset()
    {
        const Dataset dataset;
        const Index index(dataset);
        QVERIFY(timeline(index, {}, FlowClass::Compute).empty());
        QVERIFY(schedule(index, {}, FlowClass::Compute).years.empty());
        QVERIFY(schedule(index, {}, PowerLayer::Cloud).years.empty());
    }
};

DEALSCAPE_TEST(TestYears, dealscape::testing::NoApplication)
#include "test_years.moc"
