// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include "layout/multilevel.h"
#include "layout/stress.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace dealscape;
using namespace dealscape::layout;

namespace {

void addLarge()
{
    QTest::addColumn<Graph>("graph");
    QTest::newRow("chain") << shapes::chain(900);
    QTest::newRow("star") << networks::star(700);
    QTest::newRow("cycle") << networks::cycle(801);
    QTest::newRow("grid") << shapes::grid(30, 25);
    QTest::newRow("tree") << shapes::tree(1000, 2);
    QTest::newRow("broad tree") << shapes::tree(1000, 9);
    QTest::newRow("bipartite") << shapes::bipartite(8, 120);
    QTest::newRow("deals") << networks::deals(1200, 2600, 3);
}

Topology largest(const Graph &graph)
{
    const Topology whole(graph);
    return whole.part(whole.components().front());
}

bool connected(const Topology &topology)
{
    return topology.components().size() == 1;
}

} // namespace

class MultilevelTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void coarserStandsForAll_data() { addLarge(); }
    void coarserStandsForAll();
    void coarserStaysConnected_data() { addLarge(); }
    void coarserStaysConnected();
    void coarserKeepsDistancesShort_data() { addLarge(); }
    void coarserKeepsDistancesShort();
    void coarseningEndsSoon_data() { addLarge(); }
    void coarseningEndsSoon();
    void coarseningWeighsMass();
    void smallestGraphs();
    void placesAreFiniteAndApart_data() { addLarge(); }
    void placesAreFiniteAndApart();
    void theSameSeedGivesTheSamePicture();
    void neighboursStandNear_data() { addLarge(); }
    void neighboursStandNear();
    void gridsUnfold();
    void cancelledAtEveryStep_data();
    void cancelledAtEveryStep();
    void progressRisesToItsShare();
};

void MultilevelTest::coarserStandsForAll()
{
    QFETCH(Graph, graph);
    const Topology topology = largest(graph);
    Random random(4);
    const Coarser coarser = coarsen(topology, std::vector<double>(static_cast<std::size_t>(topology.count()), 1.0), random);
    std::vector<int> members(static_cast<std::size_t>(coarser.topology.count()), 0);
    QCOMPARE(static_cast<int>(coarser.parent.size()), topology.count());
    for (const int parent : coarser.parent) {
        QVERIFY(parent >= 0 && parent < coarser.topology.count());
        ++members[static_cast<std::size_t>(parent)];
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        QVERIFY(members[i] >= 1 && members[i] <= 3);
        QCOMPARE(coarser.mass[i], static_cast<double>(members[i]));
    }
    QVERIFY(coarser.topology.count() < topology.count());
}

void MultilevelTest::coarserStaysConnected()
{
    QFETCH(Graph, graph);
    Topology topology = largest(graph);
    std::vector<double> mass(static_cast<std::size_t>(topology.count()), 1.0);
    Random random(5);
    for (int level = 0; level < 4; ++level) {
        QVERIFY(connected(topology));
        Coarser coarser = coarsen(topology, mass, random);
        topology = std::move(coarser.topology);
        mass = std::move(coarser.mass);
    }
}

void MultilevelTest::coarserKeepsDistancesShort()
{
    // Joining nodes never makes a way longer.
    QFETCH(Graph, graph);
    const Topology topology = largest(graph);
    Random random(6);
    const Coarser coarser = coarsen(topology, std::vector<double>(static_cast<std::size_t>(topology.count()), 1.0), random);
    std::vector<int> fine;
    std::vector<int> coarse;
    for (int source = 0; source < topology.count(); source += 97) {
        topology.distancesFrom(source, fine);
        coarser.topology.distancesFrom(coarser.parent[static_cast<std::size_t>(source)], coarse);
        for (std::size_t i = 0; i < fine.size(); ++i)
            QVERIFY(coarse[static_cast<std::size_t>(coarser.parent[i])] <= fine[i]);
    }
}

void MultilevelTest::coarseningEndsSoon()
{
    QFETCH(Graph, graph);
    Topology topology = largest(graph);
    std::vector<double> mass(static_cast<std::size_t>(topology.count()), 1.0);
    const double total = topology.count();
    Random random(7);
    int levels = 0;
    while (topology.count() > 40 && levels < 30) {
        Coarser coarser = coarsen(topology, mass, random);
        topology = std::move(coarser.topology);
        mass = std::move(coarser.mass);
        ++levels;
    }
    QVERIFY2(levels <= 9, qPrintable(QString::number(levels)));
    QCOMPARE(std::accumulate(mass.begin(), mass.end(), 0.0), total);
}

void MultilevelTest::coarseningWeighsMass()
{
    // Of two neighbours of like degree the lighter one is joined.
    const Topology topology(shapes::clique(3));
    Random random(1);
    const Coarser coarser = coarsen(topology, {1, 50, 1}, random);
    QCOMPARE(coarser.topology.count(), 2);
    QVERIFY(coarser.parent[0] == coarser.parent[2] || coarser.parent[0] == coarser.parent[1] || coarser.parent[1] == coarser.parent[2]);
    QCOMPARE(std::accumulate(coarser.mass.begin(), coarser.mass.end(), 0.0), 52.0);
}

void MultilevelTest::smallestGraphs()
{
    Random random(1);
    for (const int count : {1, 2, 3}) {
        std::vector<Point> points;
        QVERIFY(multilevel(Topology(shapes::chain(count)), points, random, {}));
        QCOMPARE(static_cast<int>(points.size()), count);
        for (const Point &point : points)
            QVERIFY(shapes::finite(point));
    }
    const Coarser alone = coarsen(Topology(1, {}), {3.0}, random);
    QCOMPARE(alone.topology.count(), 1);
    QCOMPARE(alone.mass, std::vector<double>{3.0});
}

void MultilevelTest::placesAreFiniteAndApart()
{
    QFETCH(Graph, graph);
    const Topology topology = largest(graph);
    Random random(2);
    std::vector<Point> points;
    QVERIFY(multilevel(topology, points, random, {}));
    QCOMPARE(static_cast<int>(points.size()), topology.count());
    QVERIFY(std::all_of(points.begin(), points.end(), shapes::finite));
    std::sort(points.begin(), points.end(), [](Point a, Point b) { return std::pair(a.x, a.y) < std::pair(b.x, b.y); });
    QVERIFY(std::adjacent_find(points.begin(), points.end()) == points.end());
}

void MultilevelTest::theSameSeedGivesTheSamePicture()
{
    const Topology topology = largest(networks::deals(700, 1500, 3));
    std::vector<Point> one;
    std::vector<Point> two;
    Random first(9);
    Random second(9);
    multilevel(topology, one, first, {});
    multilevel(topology, two, second, {});
    QCOMPARE(one, two);
}

void MultilevelTest::neighboursStandNear()
{
    QFETCH(Graph, graph);
    const Topology topology = largest(graph);
    Random random(2);
    std::vector<Point> points;
    QVERIFY(multilevel(topology, points, random, {}));
    double joined = 0;
    for (const auto &[a, b] : topology.pairs())
        joined += length(points[static_cast<std::size_t>(a)] - points[static_cast<std::size_t>(b)]) /
            static_cast<double>(topology.pairs().size());
    double any = 0;
    for (int i = 0; i < 2000; ++i)
        any += length(points[static_cast<std::size_t>(random.below(topology.count()))] -
                      points[static_cast<std::size_t>(random.below(topology.count()))]) /
            2000;
    QVERIFY2(joined < 0.8 * any, qPrintable(QStringLiteral("%1 of %2").arg(joined).arg(any)));
}

void MultilevelTest::gridsUnfold()
{
    const Topology topology(shapes::grid(24, 20));
    Random random(3);
    std::vector<Point> points;
    QVERIFY(multilevel(topology, points, random, {}));
    const double stress = stressOf(Distances(topology), points).value;
    QVERIFY2(stress < 0.06, qPrintable(QString::number(stress)));
    // Opposite corners are the farthest apart.
    QVERIFY(length(points[0] - points[479]) > 1.1 * length(points[0] - points[23]));
}

void MultilevelTest::cancelledAtEveryStep_data()
{
    QTest::addColumn<int>("after");
    for (const int after : {0, 1, 2, 5, 20, 60})
        QTest::addRow("%d", after) << after;
}

void MultilevelTest::cancelledAtEveryStep()
{
    QFETCH(int, after);
    const Topology topology = largest(networks::deals(1600, 3500, 3));
    Random random(3);
    std::vector<Point> points;
    int asked = 0;
    Progress progress;
    progress.cancelled = [&] { return ++asked > after; };
    QVERIFY(!multilevel(topology, points, random, progress));
    QVERIFY(asked <= after + 4);
    QVERIFY(std::all_of(points.begin(), points.end(), shapes::finite));
}

void MultilevelTest::progressRisesToItsShare()
{
    const Topology topology = largest(networks::deals(1600, 3500, 3));
    Random random(3);
    std::vector<Point> points;
    std::vector<double> shares;
    Progress progress;
    progress.report = [&](double share) { shares.push_back(share); };
    QVERIFY(multilevel(topology, points, random, progress));
    QVERIFY(shares.size() > 1);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QVERIFY(std::abs(shares.back() - 0.8) < 1e-9);
}

DEALSCAPE_TEST(MultilevelTest, dealscape::testing::NoApplication)
#include "test_multilevel.moc"
