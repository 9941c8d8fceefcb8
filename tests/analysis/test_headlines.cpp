// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "analysis/concentration.h"
#include "analysis/plausibility.h"
#include "analysis/reconciliation.h"

#include <array>

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

Claim claim(const char *id, const char *kind, std::optional<double> low, std::optional<double> high, ClaimUnit unit, Date date)
{
    Claim made;
    made.id = ClaimId(id);
    made.kind = kind;
    made.subject = OrganizationId("O");
    made.statement = id;
    made.low = low;
    made.high = high;
    made.unit = unit;
    made.date = date;
    return made;
}

constexpr std::array ends = {"out", "in", "both"};

/// The toy network with an article that itemises 400 of "more than 1,000" and three other statements.
Dataset stated()
{
    Dataset dataset = samples::toy();
    dataset.deals[1].announced = Date{2026, 1, 1};
    dataset.deals[1].power = PowerStatement{Power(4500), PowerLayer::Cloud};
    dataset.deals[3].overlap.counted = false;
    dataset.claims = {claim("later", "plan", 600e9, 600e9, ClaimUnit::Dollars, {2026, 2, 0}),
                      claim("worth", "valuation", 500e9, 500e9, ClaimUnit::Dollars, {2025, 10, 2}),
                      claim("headline", "aggregate", 1e12, std::nullopt, ClaimUnit::Dollars, {2025, 10, 0}),
                      claim("power", "aggregate", 1.9, 4, ClaimUnit::Gigawatts, {2025, 7, 0}),
                      claim("price", "method", 35e9, 50e9, ClaimUnit::DollarsPerGigawatt, {2025, 7, 0})};
    Source article;
    article.id = SourceId("article");
    article.date = Date{2025, 10, 0};
    dataset.sources = {article};
    dataset.articleSource = article.id;
    ArticleItem compute;
    compute.label = "Compute";
    compute.statedValue = Money::billions(400);
    compute.itemised = true;
    compute.mapsTo = {"oc", "on"};
    ArticleItem silent;
    silent.label = "No figure";
    silent.itemised = true;
    ArticleItem total;
    total.label = "Combined value";
    total.statedValue = Money::billions(1000);
    total.mapsTo = {"worth", "headline"};
    dataset.article = {compute, silent, total};
    return dataset;
}

} // namespace

class TestHeadlines : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void herfindahlByHand_data()
    {
        QTest::addColumn<std::vector<double>>("amounts");
        QTest::addColumn<double>("index");
        QTest::addColumn<double>("effective");
        QTest::newRow("nothing") << std::vector<double>{} << 0.0 << 0.0;
        QTest::newRow("zeros") << std::vector<double>{0, 0} << 0.0 << 0.0;
        QTest::newRow("one") << std::vector<double>{7} << 10000.0 << 1.0;
        QTest::newRow("four equal") << std::vector<double>{2, 2, 2, 2} << 2500.0 << 4.0;
        QTest::newRow("golden: outflow of O") << std::vector<double>{300, 30} << 8347.107438016529 << 1.198019801980198;
        QTest::newRow("golden: inflow of N") << std::vector<double>{200, 30} << 7731.568998109641 << 1.293398533007335;
    }

    void herfindahlByHand()
    {
        QFETCH(std::vector<double>, amounts);
        QFETCH(double, index);
        QFETCH(double, effective);
        QVERIFY(qAbs(herfindahl(amounts) - index) < 1e-6);
        QVERIFY(qAbs(effectiveNumber(amounts) - effective) < 1e-6);
    }

    void levels()
    {
        QCOMPARE(concentrationLevel(1000), ConcentrationLevel::Low);
        QCOMPARE(concentrationLevel(1800), ConcentrationLevel::Moderate);
        QCOMPARE(concentrationLevel(1800.1), ConcentrationLevel::High);
    }

    void sharesOfPayersAndPartners()
    {
        Dataset dataset = samples::toy();
        dataset.deals.push_back(samples::deal("ox", "O", "X", -1));
        const Index index(dataset);
        const auto ask = [&](const Party &party) {
            return concentration(index, samples::all(dataset), FlowClass::Compute, party, Bound::High);
        };
        const Concentration payers = ask({{}, Direction::Out});
        QCOMPARE(payers.total, Money::billions(690));
        QCOMPARE(payers.shares[0].organization, 0);
        QCOMPARE(payers.shares[0].amount, Money::billions(330));
        QCOMPARE(payers.unpublished, 1);
        const Concentration partners = ask({OrganizationId("O"), Direction::Out});
        QCOMPARE(partners.shares.size(), std::size_t(3));
        QCOMPARE(partners.shares.back().organization, 3);
        QCOMPARE(partners.shares.back().unpublished, 1);
        QVERIFY(qAbs(partners.herfindahl - 8347.107438) < 1e-6);
        QVERIFY(qAbs(ask({OrganizationId("N"), Direction::In}).herfindahl - 7731.568998) < 1e-6);
        QVERIFY(ask({OrganizationId("X"), Direction::In}).total == Money());
        QCOMPARE(concentration(index, {}, FlowClass::Compute, {}, Bound::Low).herfindahl, 0.0);
    }

    void prices_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("megawatts");
        QTest::addColumn<int>("verdict");
        const auto verdict = [](CostVerdict value) { return static_cast<int>(value); };
        QTest::newRow("among") << 20.0 << 30.0 << 750 << verdict(CostVerdict::Among);
        QTest::newRow("cheap") << 4.6 << 4.6 << 550 << verdict(CostVerdict::Below);
        QTest::newRow("dear") << 9.7 << 9.7 << 50 << verdict(CostVerdict::Above);
        QTest::newRow("reaches into the bands") << 1.0 << 100.0 << 1000 << verdict(CostVerdict::Among);
        QTest::newRow("at least a little") << 1.0 << -1.0 << 1000 << verdict(CostVerdict::Among);
        QTest::newRow("at most a little") << -1.0 << 1.0 << 1000 << verdict(CostVerdict::Below);
    }

    void prices()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, megawatts);
        QFETCH(int, verdict);
        const auto money = [](double billions) {
            return billions < 0 ? std::nullopt : std::optional(Money(static_cast<std::int64_t>(billions * 1e9)));
        };
        Dataset dataset = samples::toy();
        dataset.deals[0].value = {money(low), money(high)};
        dataset.deals[0].power = PowerStatement{Power(megawatts), PowerLayer::Chips};
        dataset.claims = {claim("price", "method", 15e9, 100e9, ClaimUnit::DollarsPerGigawatt, {2025, 7, 0})};
        const auto rows = costPerGigawatt(Index(dataset), samples::all(dataset));
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(static_cast<int>(rows[0].verdict), verdict);
        QCOMPARE(rows[0].perGigawatt.low.has_value(), low >= 0);
        if (high >= 0)
            QVERIFY(qAbs(rows[0].perGigawatt.high->inBillions() - high * 1000 / megawatts) < 1e-8);
    }

    void pricesNeedBothFigures()
    {
        Dataset dataset = samples::toy();
        for (Deal &deal : dataset.deals)
            deal.power = PowerStatement{Power(1000), PowerLayer::Site};
        dataset.deals[0].flow = FlowClass::Capital;
        dataset.deals[1].value = {};
        dataset.deals[2].power->layer = PowerLayer::Context;
        dataset.deals[3].overlap.counted = false;
        const auto rows = costPerGigawatt(Index(dataset), samples::all(dataset));
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].deal, 4);
        QCOMPARE(rows[1].deal, 3);
        QVERIFY(!rows[1].counted);
    }

    void bandsAreClaims()
    {
        Dataset dataset = stated();
        const auto own = costBands(dataset);
        QCOMPARE(own.size(), std::size_t(1));
        QCOMPARE(own[0].claim, ClaimId("price"));
        QCOMPARE(own[0].high, Money::billions(50));
        QCOMPARE(costPerGigawatt(Index(dataset), samples::all(dataset)).front().verdict, CostVerdict::Above);
        dataset.deals[0].power = PowerStatement{Power(1), PowerLayer::Chips};
        QCOMPARE(costBands(dataset), own);
        dataset.claims.clear();
        QVERIFY(costBands(dataset).empty());
        QCOMPARE(costPerGigawatt(Index(dataset), samples::all(dataset)).front().verdict, CostVerdict::NoBands);
    }

    void articleTotalComesFirst()
    {
        const Dataset dataset = stated();
        const auto rows = reconcile(Index(dataset), samples::all(dataset));
        const auto &total = rows.front();
        QCOMPARE(total.kind, StatementKind::ArticleTotal);
        QCOMPARE(*total.itemisedByArticle, (Sum{Money::billions(400), Money::billions(400), 1, 1}));
        QCOMPARE(total.articleDifference, (Difference<Money>{Gap::Short, Money::billions(600)}));
        QCOMPARE(total.claims, (std::vector<ClaimId>{ClaimId("headline"), ClaimId("worth")}));
        QCOMPARE(total.money.size(), std::size_t(2));
        QCOMPARE(total.money[0].direction, Direction::Out);
        QCOMPARE(total.money[0].counted.high, Money::billions(300));
        QCOMPARE(total.money[0].countedThen, Sum());
        QCOMPARE(total.money[0].gross.high, Money::billions(330));
        QCOMPARE(total.money[1].countedThen.high, Money::billions(160));
        QCOMPARE(total.money[1].difference, (Difference<Money>{Gap::Short, Money::billions(840)}));
    }

    void otherStatementsFollowByDate()
    {
        const Dataset dataset = stated();
        const auto rows = reconcile(Index(dataset), samples::all(dataset));
        QStringList labels;
        for (const auto &row : rows)
            labels << QString::fromStdString(row.label);
        QCOMPARE(labels, (QStringList{"Combined value", "Compute", "No figure", "power", "later"}));
        QCOMPARE(rows[1].money[0].counted.high, Money::billions(300));
        QCOMPARE(rows[1].money[0].difference, (Difference<Money>{Gap::Short, Money::billions(100)}));
        QCOMPARE(rows[3].power[0].counted.high, Power(4500));
        QCOMPARE(rows[3].power[0].difference, (Difference<Power>{Gap::Over, Power(500)}));
        QVERIFY(rows[2].money.empty());
    }

    void claimsStandBesideWhatTheyName_data()
    {
        using Ids = std::vector<DealId>;
        using Flows = std::vector<FlowClass>;
        const DealId in("no");
        const DealId out("on");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<Ids>("deals");
        QTest::addColumn<Flows>("flows");
        QTest::addColumn<Basis>("basis");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("nothing") << "plan" << Ids() << Flows() << Basis::Anything
                                 << QStringList{"compute out 300", "capital out 30", "capital in 160"};
        QTest::newRow("a flow paid one way") << "plan" << Ids() << Flows{FlowClass::Compute} << Basis::NamedFlows
                                             << QStringList{"compute out 300"};
        QTest::newRow("a flow paid both ways") << "plan" << Ids() << Flows{FlowClass::Capital} << Basis::NamedFlows
                                               << QStringList{"capital in 160"};
        QTest::newRow("two flows") << "plan" << Ids() << Flows{FlowClass::Capital, FlowClass::Compute} << Basis::NamedFlows
                                   << QStringList{"compute out 300", "capital in 160"};
        QTest::newRow("a flow nobody pays") << "plan" << Ids() << Flows{FlowClass::Energy} << Basis::NamedFlows << QStringList();
        QTest::newRow("deals") << "plan" << Ids{in, DealId("oc")} << Flows() << Basis::NamedDeals
                               << QStringList{"compute both 300", "capital both 100"};
        QTest::newRow("deals of a third party")
            << "plan" << Ids{DealId("cn")} << Flows() << Basis::NamedDeals << QStringList{"compute both 200"};
        QTest::newRow("deals in a flow") << "plan" << Ids{in, out, DealId("oc")} << Flows{FlowClass::Capital} << Basis::NamedDeals
                                         << QStringList{"capital both 130"};
        QTest::newRow("no sum") << "sector-context" << Ids() << Flows() << Basis::NotASum << QStringList();
        QTest::newRow("no sum, with a scale") << "sector-context" << Ids() << Flows{FlowClass::Compute} << Basis::NotASum
                                              << QStringList{"compute out 300"};
        QTest::newRow("context that names deals")
            << "context" << Ids{in} << Flows() << Basis::NamedDeals << QStringList{"capital both 100"};
    }

    void claimsStandBesideWhatTheyName()
    {
        QFETCH(QString, kind);
        QFETCH(std::vector<DealId>, deals);
        QFETCH(std::vector<FlowClass>, flows);
        Dataset dataset = samples::toy();
        for (const std::size_t capital : {0U, 3U, 4U})
            dataset.deals[capital].flow = FlowClass::Capital;
        Claim made = claim("later", "", 600e9, 600e9, ClaimUnit::Dollars, {2026, 2, 0});
        made.kind = kind.toStdString();
        made.deals = deals;
        made.flows = flows;
        dataset.claims = {made};
        const auto rows = reconcile(Index(dataset), samples::all(dataset));
        QCOMPARE(rows.size(), std::size_t(1));
        QStringList lines;
        for (const MoneyLine &line : rows[0].money)
            lines << QStringLiteral("%1 %2 %3")
                         .arg(QLatin1String(word(line.measure).data()), QLatin1String(ends[static_cast<std::size_t>(line.direction)]))
                         .arg(line.counted.high.inBillions());
        QTEST(lines, "lines");
        QTEST(rows[0].basis, "basis");
    }

    void fundsAreNoStatementAboutDeals()
    {
        Dataset dataset = stated();
        const std::size_t before = reconcile(Index(dataset), samples::all(dataset)).size();
        dataset.claims.push_back(claim("hoard", "cash", 70e9, 70e9, ClaimUnit::Dollars, {2026, 3, 31}));
        QCOMPARE(reconcile(Index(dataset), samples::all(dataset)).size(), before);
        dataset.claims.back().kind = "plan";
        QCOMPARE(reconcile(Index(dataset), samples::all(dataset)).size(), before + 1);
    }

    void namedDealsThatAreNotGivenAreCounted()
    {
        Dataset dataset = stated();
        dataset.claims[0].deals = {DealId("oc"), DealId("no"), DealId("xo")};
        const auto rows = reconcile(Index(dataset), std::vector<int>{0});
        QCOMPARE(rows.back().label, std::string("later"));
        QCOMPARE(rows.back().notGiven, 2);
        QCOMPARE(rows.back().money[0].counted.high, Money::billions(100));
        QCOMPARE(rows[1].notGiven, 2);
    }

    void nothingToReconcile()
    {
        const Dataset dataset;
        QVERIFY(reconcile(Index(dataset), {}).empty());
        const Dataset claims = stated();
        const auto rows = reconcile(Index(claims), {});
        QVERIFY(rows.front().money.empty());
        QCOMPARE(rows.size(), std::size_t(5));
    }
};

DEALSCAPE_TEST(TestHeadlines, dealscape::testing::NoApplication)
#include "test_headlines.moc"
