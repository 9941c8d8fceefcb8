// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "analysis/clearing.h"
#include "analysis/debtrank.h"
#include "analysis/realisation.h"
#include "analysis/totals.h"

#include <cmath>

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

std::vector<PartyInputs> outside(std::initializer_list<double> billions)
{
    std::vector<PartyInputs> inputs;
    for (const double amount : billions) {
        inputs.emplace_back();
        if (amount >= 0)
            inputs.back().outside = {Money(std::llround(amount * 1e9)), InputBasis::Set};
    }
    return inputs;
}

std::vector<PartyInputs> equity(std::initializer_list<double> billions)
{
    std::vector<PartyInputs> inputs = outside(billions);
    for (PartyInputs &party : inputs)
        std::swap(party.equity, party.outside);
    return inputs;
}

double paid(const Clearing &clearing, int organization)
{
    const auto found = std::ranges::find(clearing.results, organization, &ClearingResult::organization);
    return found == clearing.results.end() ? -1 : found->paid / 1e9;
}

bool near(double actual, double expected)
{
    return std::abs(actual - expected) < 1e-6;
}

/// The clearing condition holds for every party with inputs.
bool isClearing(const FlowGraph &graph, const Clearing &clearing, const std::vector<PartyInputs> &inputs, int failed, double recovery)
{
    return std::ranges::all_of(clearing.results, [&](const ClearingResult &result) {
        const double funds = static_cast<double>(inputs[static_cast<std::size_t>(result.organization)].outside.amount->dollars());
        const double expected = result.organization == failed ? recovery * result.owed : std::min(result.owed, funds + result.received);
        return std::abs(result.paid - expected) <= 1e-9 * static_cast<double>(graph.total(Bound::High).dollars());
    });
}

} // namespace

class TestScenario : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void goldenClearing()
    {
        const FlowGraph graph = samples::graphOf(samples::toy());
        const Clearing clearing = clear(graph, outside({100, 50, 20, 60}), Bound::High, {}, 0);
        QVERIFY(clearing.converged);
        QVERIFY(near(paid(clearing, 0), 260));
        QVERIFY(near(paid(clearing, 1), 100));
        QVERIFY(near(paid(clearing, 2), 200));
        QVERIFY(near(paid(clearing, 3), 60));
        QVERIFY(near(clearing.results[0].share() * 100, 78.787879));
        QCOMPARE(clearing.rounds[1].newlyShort, std::vector<int>{0});
    }

    void failureIsContagious()
    {
        const FlowGraph graph = samples::graphOf(samples::toy());
        const auto inputs = outside({100, 50, 20, 60});
        const Clearing clearing = clear(graph, inputs, Bound::High, 0, 0.1);
        QVERIFY(near(paid(clearing, 0), 33));
        QVERIFY(near(paid(clearing, 2), 50));
        QVERIFY(near(paid(clearing, 1), 100));
        QVERIFY(near(paid(clearing, 3), 60));
        QCOMPARE(clearing.rounds[1].newlyShort, std::vector<int>{0});
        QCOMPARE(clearing.rounds[2].newlyShort, std::vector<int>{2});
        QCOMPARE(clearing.rounds[2].step, 2);
        QVERIFY(near(paid(clear(graph, inputs, Bound::High, 0, 1), 0), 330));
    }

    void noResultWithoutInputs()
    {
        const FlowGraph graph = samples::graphOf(samples::toy());
        const Clearing clearing = clear(graph, outside({100, -1, 20, -1}), Bound::High, {}, 0);
        QCOMPARE(clearing.withoutInput, (std::vector<int>{1, 3}));
        QCOMPARE(clearing.results.size(), std::size_t(2));
        QCOMPARE(clear(graph, {}, Bound::High, {}, 0).results.size(), std::size_t(0));
        const Clearing failed = clear(graph, {}, Bound::High, 0, 0.5);
        QVERIFY(near(paid(failed, 0), 165));
    }

    void clearingHoldsOnRandomNetworks()
    {
        for (int seed = 1; seed <= 30; ++seed) {
            const FlowGraph graph = samples::graphOf(samples::random(seed, 15, 60));
            std::vector<PartyInputs> inputs(15);
            for (std::size_t i = 0; i < 15; ++i)
                inputs[i].outside = {Money::billions((seed * 7 + static_cast<int>(i) * 13) % 40), InputBasis::Set};
            const Clearing clearing = clear(graph, inputs, Bound::High, seed % 15, 0.25);
            QVERIFY(clearing.converged);
            QVERIFY(isClearing(graph, clearing, inputs, seed % 15, 0.25));
            for (std::size_t round = 1; round < clearing.rounds.size(); ++round)
                for (std::size_t i = 0; i < 15; ++i)
                    QVERIFY(clearing.rounds[round].paid[i] <= clearing.rounds[round - 1].paid[i]);
        }
    }

    void suggestedFundsAreDisclosed()
    {
        Dataset dataset = samples::toy();
        dataset.organizations[2].valuation = Valuation{Money::billions(250), "market cap", Date{2026, 1, 1}, Confidence::Low, "page", {}};
        dataset.asOf = Date{2026, 10, 10};
        for (Deal &deal : dataset.deals)
            deal.term = {2024, 2028};
        const auto claim = [&](const char *id, const char *kind, double billions, ClaimUnit unit, Date date) {
            Claim made;
            made.id = ClaimId(id);
            made.kind = kind;
            made.subject = dataset.organizations[0].id;
            made.high = billions * 1e9;
            made.unit = unit;
            made.date = date;
            dataset.claims.push_back(made);
        };
        claim("old cash", "cash", 5, ClaimUnit::Dollars, {2025, 3, 31});
        claim("cash", "cash", 73, ClaimUnit::Dollars, {2026, 3, 31});
        claim("revenue", "revenue", 40, ClaimUnit::DollarsPerYear, {2026, 6, 30});
        const Index index(dataset);
        const FlowGraph graph = samples::graphOf(dataset);
        const auto inputs = suggestedInputs(index, graph, Bound::High);
        QCOMPARE(inputs[0].outside, (Input{Money::billions(73 + 3 * 40), InputBasis::Disclosed, {ClaimId("cash"), ClaimId("revenue")}, 3}));
        QCOMPARE(inputs[1].outside, Input());
        QCOMPARE(inputs[2].equity, (Input{Money::billions(250), InputBasis::Valuation}));
        QCOMPARE(inputs[0].equity, Input());
        claim("flow", "operating-cash", 10, ClaimUnit::DollarsPerYear, {2025, 12, 31});
        QCOMPARE(suggestedInputs(Index(dataset), graph, Bound::High)[0].outside.amount, std::optional(Money::billions(73 + 3 * 10)));
    }

    void whatIsNotDeliveredIsNoLoss()
    {
        Dataset dataset = samples::toy();
        const Index index(dataset);
        const auto rows = undelivered(index, samples::all(dataset), 2, 0.5);
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows.front().organization, 0);
        QCOMPARE(rows.front().contracts.high, Money::billions(150));
        QCOMPARE(rows.front().deals, std::vector<int>{1});
        dataset.deals[1].flow = FlowClass::Capital;
        QVERIFY(undelivered(Index(dataset), samples::all(dataset), 2, 0.5).empty());
    }

    void goldenDebtRank()
    {
        const FlowGraph graph = samples::graphOf(samples::toy());
        const DebtRank result = debtRank(graph, equity({500, 400, 250, 200}), Bound::High, 0, 0);
        const double expected[] = {1, 0.575, 1, 0};
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(near(result.distress[i], expected[i]));
        QVERIFY(near(result.rank, 0.355556));
        QVERIFY(result.converged);
        QCOMPARE(result.rounds[0].distress, (std::vector<double>{1, 0, 0, 0}));
        QVERIFY(near(result.rounds[1].distress[1], 0.075));
        QCOMPARE(result.rounds[1].distress[2], 1.0);
    }

    void recoveryEasesDistress()
    {
        const FlowGraph graph = samples::graphOf(samples::toy());
        const auto inputs = equity({500, 400, 250, 200});
        double before = 1;
        for (const double recovery : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            const double rank = debtRank(graph, inputs, Bound::High, 0, recovery).rank;
            QVERIFY(rank <= before);
            before = rank;
        }
        QCOMPARE(before, 0.0);
    }

    void whatIsPaidIsNotDue()
    {
        Dataset dataset = samples::toy();
        dataset.deals[1].parts = {{Certainty::Paid, MoneyRange::exactly(Money::billions(90))},
                                  {Certainty::Binding, MoneyRange::exactly(Money::billions(210))}};
        dataset.deals[3].certainty = Certainty::Paid;
        dataset.deals[4].flow = FlowClass::Guarantee;
        const FlowGraph all = samples::graphOf(dataset);
        const FlowGraph dues(Index(dataset), samples::all(dataset), Dues::Outstanding);
        QCOMPARE(all.arcs().size(), std::size_t(5));
        QCOMPARE(dues.arcs().size(), std::size_t(3));
        QCOMPARE(dues.outflow(0, Bound::High), Money::billions(210));
        const Clearing cleared = clear(dues, outside({0, 0, 0, 0}), Bound::High, 0, 0);
        QCOMPARE(cleared.results[0].owed, 210e9);
        QCOMPARE(directLosses(Index(dataset), samples::all(dataset), 0, 0)[0].unpaid.high, Money::billions(210));
    }

    void distressNeedsEquity()
    {
        const FlowGraph graph = samples::graphOf(samples::toy());
        const DebtRank result = debtRank(graph, equity({500, 400, -1, 200}), Bound::High, 0, 0);
        QCOMPARE(result.withoutInput, std::vector<int>{2});
        QVERIFY(near(result.distress[1], 0.075));
        QCOMPARE(result.distress[2], 0.0);
    }

    void distressIsMonotoneAndSettles()
    {
        for (int seed = 1; seed <= 20; ++seed) {
            const FlowGraph graph = samples::graphOf(samples::random(seed, 15, 60));
            std::vector<PartyInputs> inputs(15);
            for (std::size_t i = 0; i < 15; ++i)
                inputs[i].equity = {Money::billions(100 + 50 * static_cast<int>(i)), InputBasis::Set};
            const DebtRank result = debtRank(graph, inputs, Bound::High, 0, 0);
            QVERIFY(result.converged);
            QVERIFY(result.rank >= 0 && result.rank <= 1);
            for (std::size_t round = 1; round < result.rounds.size(); ++round)
                for (std::size_t i = 0; i < 15; ++i) {
                    QVERIFY(result.rounds[round].distress[i] >= result.rounds[round - 1].distress[i]);
                    QVERIFY(result.rounds[round].distress[i] <= 1);
                }
        }
    }

    void directLossesKnowWhatIsPaid()
    {
        Dataset dataset = samples::toy();
        auto &deals = dataset.deals;
        deals[1].value = {Money::billions(200), Money::billions(300)};
        deals[1].parts = {{Certainty::Paid, MoneyRange::exactly(Money::billions(100))},
                          {Certainty::Binding, {Money::billions(100), Money::billions(200)}}};
        deals[3].value = {};
        deals[0].flow = FlowClass::Capital;
        deals[0].certainty = Certainty::Paid;
        const Index index(dataset);
        const auto losses = directLosses(index, samples::all(dataset), 0, 0.5);
        QCOMPARE(losses.size(), std::size_t(2));
        QCOMPARE(losses[0].organization, 2);
        QCOMPARE(losses[0].unpaid, (Sum{Money::billions(50), Money::billions(100), 1, 0}));
        QCOMPARE(losses[1].organization, 1);
        QCOMPARE(losses[1].unpaid, (Sum{Money(), Money(), 0, 1}));
        QCOMPARE(losses[1].invested, (Sum{Money::billions(50), Money::billions(50), 1, 0}));
        QCOMPARE(losses[1].deals, (std::vector<int>{0, 3}));
        QVERIFY(directLosses(index, {}, 0, 0).empty());
    }

    void haircut_data()
    {
        QTest::addColumn<double>("potential");
        QTest::addColumn<bool>("failing");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("all of it") << 1.0 << false << 15.0 << 50.0;
        QTest::newRow("half") << 0.5 << false << 15.0 << 32.5;
        QTest::newRow("none") << 0.0 << false << 15.0 << 15.0;
        QTest::newRow("below nothing") << -2.0 << false << 15.0 << 15.0;
        QTest::newRow("milestone fails") << 1.0 << true << 15.0 << 15.0;
    }

    void haircut()
    {
        QFETCH(double, potential);
        QFETCH(bool, failing);
        QFETCH(double, low);
        QFETCH(double, high);
        Dataset dataset = samples::toy();
        dataset.deals.resize(1);
        Deal &deal = dataset.deals[0];
        deal.value = {Money::billions(15), Money::billions(50)};
        deal.parts = {{Certainty::Paid, MoneyRange::exactly(Money::billions(15))}, {Certainty::Potential, {Money(), Money::billions(35)}}};
        deal.certainty = Certainty::Paid;
        Realisation realisation;
        realisation.share[slot(Certainty::Potential)] = potential;
        if (failing)
            realisation.failing = {deal.id};
        const Dataset after = realised(dataset, realisation);
        const Summary summary = summarize(Index(after), samples::all(after));
        QCOMPARE(summary[FlowClass::Compute].counted.low, Money(std::llround(low * 1e9)));
        QCOMPARE(summary[FlowClass::Compute].counted.high, Money(std::llround(high * 1e9)));
    }

    void whatHasBeenPaidRemains_data()
    {
        QTest::addColumn<MoneyRange>("value");
        QTest::addColumn<double>("share");
        QTest::addColumn<bool>("failing");
        QTest::addColumn<MoneyRange>("after");
        const auto billions = [](std::int64_t low, std::int64_t high) { return MoneyRange{Money::billions(low), Money::billions(high)}; };
        QTest::newRow("a milestone fails") << billions(100, 100) << 1.0 << true << billions(20, 20);
        QTest::newRow("nothing comes true") << billions(100, 120) << 0.0 << false << billions(20, 20);
        QTest::newRow("half comes true") << billions(100, 120) << 0.5 << false << billions(50, 60);
        QTest::newRow("a tenth of the low bound") << billions(100, 300) << 0.1 << false << billions(20, 30);
        QTest::newRow("an open end") << MoneyRange{Money::billions(100), std::nullopt} << 1.0 << true
                                     << MoneyRange{Money::billions(20), std::nullopt};
        QTest::newRow("up to") << MoneyRange{std::nullopt, Money::billions(100)} << 1.0 << true << billions(20, 20);
        QTest::newRow("not published") << MoneyRange() << 1.0 << true << MoneyRange();
    }

    void whatHasBeenPaidRemains()
    {
        QFETCH(MoneyRange, value);
        QFETCH(double, share);
        QFETCH(bool, failing);
        QFETCH(MoneyRange, after);
        Dataset dataset = samples::toy();
        Deal &deal = dataset.deals[0];
        deal.certainty = Certainty::Announced;
        deal.value = value;
        deal.paid = Money::billions(20);
        Realisation realisation;
        realisation.share[slot(Certainty::Announced)] = share;
        if (failing)
            realisation.failing = {deal.id};
        const Deal left = realised(dataset, realisation).deals[0];
        QCOMPARE(left.value, after);
        QCOMPARE(left.overlap.counted, value.published());
    }

    void whatComesToNothingIsNotCounted()
    {
        Dataset dataset = samples::toy();
        dataset.deals[0].certainty = Certainty::Announced;
        dataset.deals[0].value.low.reset();
        dataset.deals[0].power = PowerStatement{Power(1001), PowerLayer::Chips};
        dataset.deals[1].certainty = Certainty::Announced;
        dataset.deals[1].value = {};
        Realisation realisation;
        realisation.share[slot(Certainty::Announced)] = 0.5;
        const Dataset half = realised(dataset, realisation);
        QCOMPARE(half.deals[0].value, (MoneyRange{std::nullopt, Money::billions(50)}));
        QCOMPARE(half.deals[0].power->capacity, Power(501));
        QVERIFY(!half.deals[1].value.published());
        QVERIFY(half.deals[1].overlap.counted);
        QCOMPARE(half.deals[2], dataset.deals[2]);
        realisation.share[slot(Certainty::Announced)] = 0;
        const Dataset none = realised(dataset, realisation);
        QVERIFY(!none.deals[0].overlap.counted && !none.deals[1].overlap.counted && none.deals[2].overlap.counted);
        QCOMPARE(realised(dataset, {}), dataset);
    }

    void emptyAndLonely()
    {
        Dataset single;
        single.organizations = {samples::organization("a")};
        const FlowGraph graph = samples::graphOf(single);
        QVERIFY(clear(graph, outside({5}), Bound::High, 0, 0).results.empty());
        const DebtRank alone = debtRank(graph, equity({5}), Bound::High, 0, 0);
        QCOMPARE(alone.rank, 0.0);
        QCOMPARE(alone.distress, std::vector<double>{1});
        const FlowGraph none = samples::graphOf(Dataset());
        QVERIFY(clear(none, {}, Bound::Low, {}, 0).results.empty());
        QVERIFY(suggestedInputs(Index(single), graph, Bound::High)[0] == PartyInputs());
    }
};

DEALSCAPE_TEST(TestScenario, dealscape::testing::NoApplication)
#include "test_scenario.moc"
