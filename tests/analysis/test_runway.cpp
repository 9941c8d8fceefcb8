// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "analysis/exposure.h"
#include "analysis/runway.h"

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

const OrganizationId o("O");

/// O owes C 300 over 2026-2028 and N 30 over 2027; N puts 100 into O in 2026.
Dataset termed()
{
    Dataset dataset = samples::toy();
    dataset.deals[0].flow = FlowClass::Capital;
    dataset.deals[0].announced = Date{2026, 3, 0};
    dataset.deals[1].term = {2026, 2028};
    dataset.deals[1].value.high = Money::billions(360);
    dataset.deals[3].term = {2027, 2027};
    dataset.deals[3].flow = FlowClass::Hardware;
    Claim revenue;
    revenue.id = ClaimId("revenue");
    revenue.kind = "revenue";
    revenue.subject = o;
    revenue.unit = ClaimUnit::DollarsPerYear;
    revenue.date = Date{2027, 1, 0};
    revenue.low = 50e9;
    revenue.high = 110e9;
    Claim older = revenue;
    older.id = ClaimId("older");
    older.date = Date{2024, 0, 0};
    older.high = 1e9;
    dataset.claims = {revenue, older};
    return dataset;
}

std::vector<FundsYear> funds(std::initializer_list<int> billions)
{
    std::vector<FundsYear> path;
    for (const int amount : billions)
        path.push_back({2026 + static_cast<int>(path.size()), Money::billions(amount), Money(), {}, {}});
    return path;
}

/// The toy network spread over countries and states.
Dataset placed()
{
    Dataset dataset = samples::toy();
    auto &parties = dataset.organizations;
    parties[1].country = "AE";
    parties[1].kind = "sovereign-fund";
    parties[2].country = "JP";
    parties[2].parent = OrganizationId("N");
    parties[3].country = "";
    return dataset;
}

} // namespace

class TestRunway : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void suggestsFromClaimsAndDeals()
    {
        const Dataset dataset = termed();
        const auto path = suggestedFunds(Index(dataset), samples::all(dataset), o, Bound::High);
        QCOMPARE(path.size(), std::size_t(3));
        QCOMPARE(path[0], (FundsYear{2026, Money::billions(50), Money::billions(100), ClaimId("revenue"), {0}}));
        QCOMPARE(path[1], (FundsYear{2027, Money::billions(110), Money(), ClaimId("revenue"), {}}));
        QVERIFY(suggestedFunds(Index(dataset), samples::all(dataset), OrganizationId("X"), Bound::High).empty());
        QVERIFY(suggestedFunds(Index(dataset), samples::all(dataset), OrganizationId("nobody"), Bound::High).empty());
    }

    void growsAsAssumed()
    {
        const Dataset dataset = termed();
        const Index index(dataset);
        const auto path = suggestedFunds(index, samples::all(dataset), o, Bound::High, {0.5, 0});
        QCOMPARE(path.size(), std::size_t(3));
        QCOMPARE(path[0].revenue, Money::billions(50));
        QCOMPARE(path[1].revenue, Money::billions(110));
        QCOMPARE(path[2].revenue, Money::billions(165));
        QCOMPARE(path[2].revenueClaim, std::optional(ClaimId("revenue")));
        QCOMPARE(suggestedFunds(index, samples::all(dataset), o, Bound::High, {-1, 0})[2].revenue, Money());
    }

    void spreadsOverAnAssumedTerm()
    {
        Dataset dataset = termed();
        const std::vector<int> all = {1};
        const Runway stated = runway(Index(dataset), all, o, {}, Surplus::Spent);
        dataset.deals[1].term = {};
        dataset.deals[1].announced = {2026, 9, 0};
        const Index index(dataset);
        const Runway out = runway(index, all, o, {}, Surplus::Spent);
        QVERIFY(out.assumed.empty());
        QCOMPARE(out.unscheduled, (std::vector{Unscheduled{1, WhyUnscheduled::NoTerm}}));
        const Runway in = runway(index, all, o, {}, Surplus::Spent, {0, 3});
        QCOMPARE(in.assumed, std::vector{1});
        QVERIFY(in.unscheduled.empty());
        QCOMPARE(in.years.back().year, 2028);
        Money sum;
        Money before;
        for (const RunwayYear &year : in.years)
            sum = sum + year.obligations.high;
        for (const RunwayYear &year : stated.years)
            before = before + year.obligations.high;
        QCOMPARE(sum, before);
        dataset.deals[1].term.end = 2030;
        QCOMPARE(runway(Index(dataset), all, o, {}, Surplus::Spent, {0, 2}).years.back().year, 2030);
        dataset.deals[1].value = {};
        QVERIFY(runway(Index(dataset), all, o, {}, Surplus::Spent, {0, 2}).assumed.empty());
    }

    void suggestsWhatIsDisclosed()
    {
        Dataset dataset = termed();
        const auto add = [&](const char *kind, double billions, ClaimUnit unit, Date date) {
            Claim claim;
            claim.id = ClaimId(kind);
            claim.kind = kind;
            claim.subject = o;
            claim.unit = unit;
            claim.date = date;
            claim.low = claim.high = billions * 1e9;
            dataset.claims.push_back(claim);
        };
        add("spend", 7, ClaimUnit::DollarsPerYear, {2028, 1, 1});
        add("cash", 73, ClaimUnit::Dollars, {2027, 3, 31});
        auto path = suggestedFunds(Index(dataset), samples::all(dataset), o, Bound::High);
        QCOMPARE(path[0].revenueClaim, std::optional(ClaimId("revenue")));
        QCOMPARE(path[1], (FundsYear{2027, Money::billions(110), Money::billions(73), ClaimId("revenue"), {}, ClaimId("cash")}));
        QVERIFY(!path[2].cashClaim);
        add("operating-cash", 30, ClaimUnit::DollarsPerYear, {2026, 1, 1});
        path = suggestedFunds(Index(dataset), samples::all(dataset), o, Bound::High);
        QCOMPARE(path[1].revenue, Money::billions(30));
        QCOMPARE(path[1].revenueClaim, std::optional(ClaimId("operating-cash")));
        dataset.deals[0].announced = Date{2028, 1, 0};
        path = suggestedFunds(Index(dataset), samples::all(dataset), o, Bound::High);
        QVERIFY2(!path[1].cashClaim, "capital that comes in later may be in the cash");
    }

    void obligationsAgainstFunds_data()
    {
        QTest::addColumn<int>("surplus");
        QTest::addColumn<QList<int>>("gapHigh");
        QTest::addColumn<int>("firstLow");
        QTest::addColumn<int>("firstHigh");
        QTest::newRow("spent") << static_cast<int>(Surplus::Spent) << QList<int>{0, 40, 60} << 2027 << 2027;
        QTest::newRow("carried") << static_cast<int>(Surplus::Carried) << QList<int>{-30, 10, 30} << 2028 << 2027;
    }

    /// Due: 100-120, 130-150, 100-120.
    void obligationsAgainstFunds()
    {
        QFETCH(int, surplus);
        QFETCH(QList<int>, gapHigh);
        QFETCH(int, firstLow);
        QFETCH(int, firstHigh);
        const Dataset dataset = termed();
        const auto given = funds({150, 110, 100});
        Runway result = runway(Index(dataset), samples::all(dataset), o, given, static_cast<Surplus>(surplus));
        QCOMPARE(result.years.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(result.years[i].gapHigh, Money::billions(gapHigh[static_cast<int>(i)]));
        QCOMPARE(result.years[1].obligations.low, Money::billions(130));
        QCOMPARE(result.years[1].obligations.high, Money::billions(150));
        QCOMPARE(result.firstShortHigh, std::optional(firstHigh));
        if (static_cast<Surplus>(surplus) == Surplus::Spent)
            QCOMPARE(result.firstShortLow, std::optional(firstLow));
        else
            QVERIFY(!result.firstShortLow);
    }

    void enoughForAll()
    {
        const Dataset dataset = termed();
        const Runway result = runway(Index(dataset), samples::all(dataset), o, funds({150, 150, 150}), Surplus::Spent);
        QVERIFY(!result.firstShortLow && !result.firstShortHigh);
        QCOMPARE(result.years.back().gapHigh, Money());
    }

    void fundsMayReachBeyondTheTerms()
    {
        const Dataset dataset = termed();
        const Runway result = runway(Index(dataset), samples::all(dataset), o, funds({0, 0, 0, 500}), Surplus::Carried);
        QCOMPARE(result.years.back().year, 2029);
        QCOMPARE(result.years.back().gapLow, Money::billions(330 - 500));
        QCOMPARE(result.firstShortLow, std::optional(2026));
    }

    void namesWhatIsLeftOut()
    {
        Dataset dataset = termed();
        dataset.deals[3].value = {};
        dataset.deals.push_back(samples::deal("open", "O", "X", 5));
        const Runway result = runway(Index(dataset), samples::all(dataset), o, {}, Surplus::Spent);
        QCOMPARE(result.unscheduled, (std::vector<Unscheduled>{{3, WhyUnscheduled::NoAmount}, {5, WhyUnscheduled::NoTerm}}));
        QVERIFY(runway(Index(dataset), {}, o, {}, Surplus::Spent).years.empty());
    }

    void powerAgainstWhatCanBeBuilt()
    {
        Dataset dataset = termed();
        dataset.deals[1].power = PowerStatement{Power(4500), PowerLayer::Cloud};
        const Index index(dataset);
        const auto ask = [&](int running, int built) {
            return powerRunway(index, samples::all(dataset), PowerLayer::Cloud, {o, Direction::Out}, Power(running), Power(built));
        };
        QCOMPARE(
            ask(1000, 1200).years,
            (std::vector<PowerYear>{{2026, Power(1500), Power(2200)}, {2027, Power(3000), Power(3400)}, {2028, Power(4500), Power(4600)}}));
        QVERIFY(!ask(1000, 1200).firstShort);
        QCOMPARE(ask(500, 1200).firstShort, std::optional(2027));
    }

    void countriesPayCountries()
    {
        const Dataset dataset = placed();
        const CountryMatrix matrix = countryMatrix(Index(dataset), samples::all(dataset), FlowClass::Compute);
        QCOMPARE(matrix.countries, (std::vector<std::string>{"", "AE", "JP", "US"}));
        QCOMPARE(matrix.flows.size(), std::size_t(5));
        QCOMPARE(matrix.crossBorder.high, Money::billions(630));
        QCOMPARE(matrix.unknown.high, Money::billions(60));
        QCOMPARE(matrix.domestic, Sum());
        const auto cell = std::ranges::find_if(matrix.flows, [](const CountryFlow &flow) { return flow.from == "US" && flow.to == "JP"; });
        QCOMPARE(cell->sum, (Sum{Money::billions(300), Money::billions(300), 1, 0}));
        QCOMPARE(cell->deals, std::vector<int>{1});
        QVERIFY(countryMatrix(Index(dataset), samples::all(dataset), FlowClass::Policy).flows.empty());
        const Dataset home = samples::toy();
        QCOMPARE(countryMatrix(Index(home), samples::all(home), FlowClass::Compute).domestic.high, Money::billions(690));
    }

    void statesAndWhatTheyHold()
    {
        Dataset dataset = placed();
        dataset.layers = defaultLayers();
        dataset.organizations.push_back(samples::organization("treasury", "government"));
        const Index index(dataset);
        QCOMPARE(stateLink(index, OrganizationId("treasury")), std::optional(StateLink::Government));
        QCOMPARE(stateLink(index, OrganizationId("N")), std::optional(StateLink::StateBacked));
        QCOMPARE(stateLink(index, OrganizationId("C")), std::optional(StateLink::Subsidiary));
        QVERIFY(!stateLink(index, o));
        QVERIFY(!stateLink(index, OrganizationId("nobody")));
    }

    void parentsInACircleEnd()
    {
        Dataset dataset = samples::toy();
        dataset.organizations[0].parent = OrganizationId("N");
        dataset.organizations[1].parent = o;
        QVERIFY(!stateLink(Index(dataset), o));
    }

    void stateDealsCountOnce()
    {
        Dataset dataset = placed();
        dataset.deals[0].flow = FlowClass::Capital;
        dataset.deals[1].flow = FlowClass::Policy;
        dataset.deals[1].kind = DealKind::ExportLicence;
        dataset.deals[3].overlap.counted = false;
        const StateExposure exposure = stateExposure(Index(dataset), samples::all(dataset));
        const std::vector<StateDeal> expected = {{0, 1, StateLink::StateBacked, StateRole::Capital},
                                                 {1, 2, StateLink::Subsidiary, StateRole::Licence},
                                                 {2, 2, StateLink::Subsidiary, StateRole::Buyer},
                                                 {2, 1, StateLink::StateBacked, StateRole::Seller},
                                                 {3, 1, StateLink::StateBacked, StateRole::Seller}};
        QCOMPARE(exposure.deals, expected);
        QCOMPARE(exposure.byFlow[slot(FlowClass::Compute)].high, Money::billions(200));
        QCOMPARE(exposure.byFlow[slot(FlowClass::Capital)].high, Money::billions(100));
    }

    void emptyDataset()
    {
        const Dataset dataset;
        QVERIFY(countryMatrix(Index(dataset), {}, FlowClass::Compute).countries.empty());
        QVERIFY(stateExposure(Index(dataset), {}).deals.empty());
        QVERIFY(powerRunway(Index(dataset), {}, PowerLayer::Site, {}, Power(), Power()).years.empty());
    }
};

DEALSCAPE_TEST(TestRunway, dealscape::testing::NoApplication)
#include "test_runway.moc"
