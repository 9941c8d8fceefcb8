// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "analysis/circulation.h"
#include "analysis/concentration.h"
#include "analysis/cycling.h"
#include "analysis/maxflow.h"

#include <cmath>

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

constexpr double tolerance = 1e-6;

/// Net money out of each organisation under a circulation.
std::vector<Money> imbalance(const FlowGraph &graph, const Circulation &circulation)
{
    std::vector<Money> net(static_cast<std::size_t>(graph.size()));
    for (std::size_t i = 0; i < graph.arcs().size(); ++i) {
        const Arc &arc = graph.arcs()[i];
        net[static_cast<std::size_t>(arc.from)] += circulation.circulating[i];
        net[static_cast<std::size_t>(arc.to)] = net[static_cast<std::size_t>(arc.to)] - circulation.circulating[i];
    }
    return net;
}

/// Whether more could go round: a cycle of residual arcs with positive gain, found by Bellman and Ford. By linear
/// programming duality there is none exactly when the circulation is a maximum.
bool couldGrow(const FlowGraph &graph, const Circulation &circulation, Bound bound)
{
    std::vector<int> gain(static_cast<std::size_t>(graph.size()));
    bool changed = true;
    for (int round = 0; round <= graph.size() && changed; ++round) {
        changed = false;
        const auto relax = [&](int from, int to, int by) {
            if (gain[static_cast<std::size_t>(from)] + by <= gain[static_cast<std::size_t>(to)])
                return;
            gain[static_cast<std::size_t>(to)] = gain[static_cast<std::size_t>(from)] + by;
            changed = true;
        };
        for (std::size_t i = 0; i < graph.arcs().size(); ++i) {
            const Arc &arc = graph.arcs()[i];
            if (circulation.circulating[i] < arc.at(bound))
                relax(arc.from, arc.to, 1);
            if (circulation.circulating[i] > Money())
                relax(arc.to, arc.from, -1);
        }
    }
    return changed;
}

/// (I - B)^-1 by summing powers of B, which is what the inverse means: visits of a dollar, step by step.
double visitsByPowers(const FlowGraph &graph, const Cycling &cycling, int organization, Bound bound)
{
    std::vector<double> here(static_cast<std::size_t>(graph.size()));
    here[static_cast<std::size_t>(organization)] = 1;
    double visits = 0;
    for (int step = 0; step < 20'000; ++step) {
        visits += here[static_cast<std::size_t>(organization)];
        std::vector<double> next(here.size());
        for (const Arc &arc : graph.arcs()) {
            const double through = cycling.throughflow[static_cast<std::size_t>(arc.from)].inBillions();
            if (through > 0)
                next[static_cast<std::size_t>(arc.to)] += here[static_cast<std::size_t>(arc.from)] * arc.at(bound).inBillions() / through;
        }
        here = std::move(next);
    }
    return visits;
}

} // namespace

class TestCirculation : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void goldenNumbers_data()
    {
        QTest::addColumn<double>("actual");
        QTest::addColumn<double>("expected");
        const FlowGraph graph = samples::graphOf(samples::toy());
        const Cycling finn = *cycling(graph, Bound::High);
        QTest::newRow("total") << graph.total(Bound::High).inBillions() << 690.0;
        QTest::newRow("circularity") << maximumCirculation(graph, Bound::High)->circularity() << 300.0 / 690;
        QTest::newRow("reciprocity") << reciprocity(graph, Bound::High) << 60.0 / 690;
        QTest::newRow("return share of O") << returnTo(graph, 0, Bound::High).share() << 100.0 / 330;
        QTest::newRow("return share of X") << returnTo(graph, 3, Bound::High).share() << 0.0;
        QTest::newRow("FCI") << finn.index << 0.273915;
        const double throughflow[] = {330, 230, 300, 60};
        const double visits[] = {1.434783, 1.434783, 1.378072, 1};
        for (int i = 0; i < 4; ++i) {
            QTest::addRow("throughflow %d", i) << finn.throughflow[static_cast<std::size_t>(i)].inBillions() << throughflow[i];
            QTest::addRow("visits %d", i) << finn.visits(i) << visits[i];
        }
    }

    void goldenNumbers()
    {
        QFETCH(double, actual);
        QFETCH(double, expected);
        QVERIFY2(std::abs(actual - expected) < tolerance, qPrintable(QString::number(actual, 'f', 9)));
    }

    void boundsAreKeptApart()
    {
        Dataset dataset = samples::toy();
        dataset.deals[0].value.low = Money::billions(10);
        const FlowGraph graph = samples::graphOf(dataset);
        QCOMPARE(maximumCirculation(graph, Bound::Low)->sum, Money::billions(30));
        QCOMPARE(maximumCirculation(graph, Bound::High)->sum, Money::billions(300));
        QCOMPARE(returnTo(graph, 0, Bound::Low).amount, Money::billions(10));
    }

    void circulationIsFeasibleAndMaximal_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void circulationIsFeasibleAndMaximal()
    {
        QFETCH(int, seed);
        const Bound bound = seed % 2 ? Bound::High : Bound::Low;
        const FlowGraph graph = samples::graphOf(seed % 3 ? samples::random(seed, 3 + seed, 8 * seed) : samples::hubs(seed, 60, 200));
        const auto circulation = maximumCirculation(graph, bound);
        Money sum;
        for (std::size_t i = 0; i < graph.arcs().size(); ++i) {
            QVERIFY(circulation->circulating[i] >= Money());
            QVERIFY(circulation->circulating[i] <= graph.arcs()[i].at(bound));
            sum += circulation->circulating[i];
        }
        QCOMPARE(sum, circulation->sum);
        QCOMPARE(circulation->total, graph.total(bound));
        for (const Money net : imbalance(graph, *circulation))
            QCOMPARE(net, Money());
        QVERIFY(!couldGrow(graph, *circulation, bound));
    }

    void cancelledCirculation()
    {
        const FlowGraph graph = samples::graphOf(samples::toy());
        QVERIFY(!maximumCirculation(graph, Bound::High, {{}, [] { return true; }}));
    }

    void returnsAreBounded()
    {
        for (int seed = 1; seed <= 20; ++seed) {
            const FlowGraph graph = samples::graphOf(samples::random(seed, 12, 40));
            for (int organization = 0; organization < graph.size(); ++organization) {
                const Return back = returnTo(graph, organization, Bound::High);
                QVERIFY(back.amount <= back.paid);
                QVERIFY(back.amount <= graph.inflow(organization, Bound::High));
            }
        }
    }

    void cutSeparates()
    {
        Dataset dataset = samples::toy();
        dataset.deals.push_back(samples::deal("xc", "X", "C", -1));
        const FlowGraph graph = samples::graphOf(dataset);
        const Cut cut = minimumCut(graph, 3, 2, Bound::High);
        QCOMPARE(cut.amount, Money::billions(60));
        QCOMPARE(cut.arcs, std::vector<int>{graph.find(3, 0)});
        QCOMPARE(cut.unknownArcs, std::vector<int>{graph.find(3, 2)});
        QCOMPARE(cut.side, std::vector<int>{3});
        QCOMPARE(minimumCut(graph, 0, 3, Bound::High).amount, Money());
        QVERIFY(minimumCut(graph, 1, 1, Bound::High).side.empty());
    }

    void cutsOfRandomGraphsCarryTheFlow()
    {
        for (int seed = 1; seed <= 30; ++seed) {
            const FlowGraph graph = samples::graphOf(samples::random(seed, 15, 70));
            const Cut cut = minimumCut(graph, 0, 1, Bound::High);
            Money across;
            for (const int arc : cut.arcs)
                across += graph.arc(arc).high;
            QCOMPARE(across, cut.amount);
            QVERIFY(std::ranges::find(cut.side, 0) != cut.side.end());
            QVERIFY(std::ranges::find(cut.side, 1) == cut.side.end());
        }
    }

    void cyclingEqualsTheSeries()
    {
        for (int seed = 1; seed <= 12; ++seed) {
            const FlowGraph graph = samples::graphOf(samples::random(seed, 8, 25));
            const Cycling finn = *cycling(graph, Bound::High);
            for (int organization = 0; organization < graph.size(); ++organization)
                if (finn.cycled[static_cast<std::size_t>(organization)] < 0.999)
                    QVERIFY(std::abs(finn.visits(organization) - visitsByPowers(graph, finn, organization, Bound::High)) < tolerance);
        }
    }

    void moneyThatCannotLeave()
    {
        Dataset dataset = samples::toy();
        dataset.deals = {samples::deal("a", "O", "N", 10), samples::deal("b", "N", "O", 10), samples::deal("c", "O", "C", -1),
                         samples::deal("d", "C", "O", -1), samples::deal("e", "X", "C", 5)};
        const Cycling finn = *cycling(samples::graphOf(dataset), Bound::High);
        QCOMPARE(finn.cycled, (std::vector<double>{1, 1, 0, 0}));
        QVERIFY(std::isinf(finn.visits(0)));
        QCOMPARE(finn.index, 20.0 / 30);
    }

    void emptyAndLonely()
    {
        const FlowGraph none = samples::graphOf(Dataset());
        QCOMPARE(maximumCirculation(none, Bound::High)->circularity(), 0.0);
        QCOMPARE(reciprocity(none, Bound::High), 0.0);
        QCOMPARE(cycling(none, Bound::High)->index, 0.0);
        Dataset single;
        single.organizations = {samples::organization("a")};
        const FlowGraph one = samples::graphOf(single);
        QCOMPARE(returnTo(one, 0, Bound::High).share(), 0.0);
        QCOMPARE(cycling(one, Bound::High)->index, 0.0);
        QCOMPARE(maximumCirculation(one, Bound::Low)->sum, Money());
    }

    void givesUpOnAComponentThatIsTooLarge()
    {
        const auto ring = [](int size) {
            Dataset dataset;
            for (int i = 0; i < size; ++i)
                dataset.organizations.push_back(samples::organization(std::to_string(i)));
            for (int i = 0; i < size; ++i)
                dataset.deals.push_back(samples::deal("d" + std::to_string(i), std::to_string(i), std::to_string((i + 1) % size), 5));
            return samples::graphOf(dataset);
        };
        QVERIFY(!cycling(ring(largestComponent + 1), Bound::High));
        QCOMPARE(cycling(ring(50), Bound::High)->index, 1.0);
    }

    void largeNetwork()
    {
        const FlowGraph graph = samples::graphOf(samples::hubs(4, 10'000, 30'000));
        const auto circulation = maximumCirculation(graph, Bound::High);
        for (const Money net : imbalance(graph, *circulation))
            QCOMPARE(net, Money());
        QVERIFY(circulation->circularity() > 0);
    }
};

DEALSCAPE_TEST(TestCirculation, dealscape::testing::NoApplication)
#include "test_circulation.moc"
