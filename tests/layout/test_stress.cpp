// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks.h"
#include "testmain.h"

#include "layout/multilevel.h"
#include "layout/quadtree.h"
#include "layout/refine.h"
#include "layout/stress.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace dealscape;
using namespace dealscape::layout;

namespace {

std::vector<Point> thrown(int count, std::uint64_t seed, double extent)
{
    Random random(seed);
    std::vector<Point> points(count);
    for (Point &point : points)
        point = {random.between(0, extent), random.between(0, extent)};
    return points;
}

Topology path(int count)
{
    std::vector<std::pair<int, int>> pairs;
    for (int i = 0; i + 1 < count; ++i)
        pairs.emplace_back(i, i + 1);
    return Topology(count, pairs);
}

} // namespace

class StressTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void straightPathHasNoStress_data();
    void straightPathHasNoStress();
    void stressDoesNotDependOnScale();
    void stressMatchesItsDefinition();
    void everySweepHelps();
    void fixedNodesStay();
    void majoriseStopsWhenCancelled();
    void lengthsReplaceSteps();
    void scalingIsDeterministic();
    void scalingUnfoldsAPath();
    void crossingsAreCounted_data();
    void crossingsAreCounted();
    void refinementTakesCrossingsAwayAndKeepsDiscsApart_data();
    void refinementTakesCrossingsAwayAndKeepsDiscsApart();
    void quadtreeAgreesWithTheSum_data();
    void quadtreeAgreesWithTheSum();
    void quadtreeBearsCoincidingPoints();
    void coarseningKeepsMass_data();
    void coarseningKeepsMass();
    void multilevelBeatsChance();
};

void StressTest::straightPathHasNoStress_data()
{
    QTest::addColumn<double>("step");
    QTest::newRow("1") << 1.0;
    QTest::newRow("80") << 80.0;
}

void StressTest::straightPathHasNoStress()
{
    QFETCH(double, step);
    const Distances distances(path(9));
    std::vector<Point> points(9);
    for (int i = 0; i < 9; ++i)
        points[i] = {i * step, 3};
    const Stress stress = stressOf(distances, points);
    QVERIFY(std::abs(stress.value) < 1e-6);
    QVERIFY(std::abs(stress.scale * step - 1) < 1e-6);
    QCOMPARE(distances.pairs(), 36.0);
}

void StressTest::stressDoesNotDependOnScale()
{
    const Distances distances{Topology(networks::deals(50, 110, 2))};
    std::vector<Point> points = thrown(50, 4, 10);
    const double before = stressOf(distances, points).value;
    for (Point &point : points)
        point = point * 37 + Point{5, -8};
    QVERIFY(std::abs(stressOf(distances, points).value - before) < 1e-9);
}

void StressTest::stressMatchesItsDefinition()
{
    const Topology topology(networks::deals(40, 80, 3));
    const Distances distances(topology);
    const std::vector<Point> points = thrown(40, 5, 6);
    const Stress stress = stressOf(distances, points);
    double sum = 0;
    double count = 0;
    std::vector<int> steps;
    for (int a = 0; a < 40; ++a) {
        topology.distancesFrom(a, steps);
        for (int b = 0; b < 40; ++b)
            if (steps[b] > 0) {
                sum += std::pow(stress.scale * length(points[a] - points[b]) / steps[b] - 1, 2);
                count += 1;
            }
    }
    QVERIFY(std::abs(sum / count - stress.value) < 1e-6);
}

void StressTest::everySweepHelps()
{
    const Distances distances{Topology(networks::deals(60, 140, 6))};
    std::vector<Point> points = thrown(60, 7, 8);
    const auto raw = [&] {
        double sum = 0;
        for (int a = 0; a < 60; ++a)
            for (int b = a + 1; b < 60; ++b)
                if (distances.inverses(a)[b] > 0)
                    sum += std::pow(length(points[a] - points[b]) * static_cast<double>(distances.inverses(a)[b]) - 1, 2);
        return sum;
    };
    double before = raw();
    for (int sweep = 0; sweep < 20; ++sweep) {
        QVERIFY(majorise(distances, points, 1, 1, {}, {}));
        const double after = raw();
        QVERIFY(after <= before + 1e-3);
        before = after;
    }
    QVERIFY(before < 0.2 * distances.pairs());
}

void StressTest::fixedNodesStay()
{
    const Distances distances{Topology(networks::deals(30, 60, 6))};
    std::vector<Point> points = thrown(30, 7, 500);
    const std::vector<Point> before = points;
    std::vector<Mobility> mobility(30, Mobility::Free);
    mobility[3] = mobility[17] = Mobility::Fixed;
    majorise(distances, points, 100, 30, mobility, {});
    QCOMPARE(points[3], before[3]);
    QCOMPARE(points[17], before[17]);
    QVERIFY(length(points[4] - before[4]) > 1);
}

void StressTest::majoriseStopsWhenCancelled()
{
    const Distances distances{Topology(networks::deals(60, 140, 6))};
    std::vector<Point> points = thrown(60, 7, 8);
    Progress progress;
    int asked = 0;
    progress.cancelled = [&] { return ++asked > 2; };
    QVERIFY(!majorise(distances, points, 1, 1000, {}, progress));
    QVERIFY(asked < 10);
}

void StressTest::lengthsReplaceSteps()
{
    const Topology topology = path(3);
    const Distances distances(topology, {2.0, 0.5});
    QCOMPARE(distances.inverses(0)[1], 0.5f);
    QCOMPARE(distances.inverses(1)[2], 2.0f);
    QCOMPARE(distances.inverses(0)[2], 0.4f);
    QCOMPARE(distances.inverses(2)[2], 0.0f);
}

void StressTest::scalingIsDeterministic()
{
    const Topology topology(networks::deals(120, 260, 6));
    Random one(4);
    Random two(4);
    QVERIFY(pivotScaling(topology, 30, one) == pivotScaling(topology, 30, two));
}

void StressTest::scalingUnfoldsAPath()
{
    Random random(1);
    const std::vector<Point> points = pivotScaling(path(30), 30, random);
    for (int i = 2; i < 30; ++i)
        QVERIFY(length(points[i] - points[0]) > length(points[i - 1] - points[0]) - 0.2);
}

void StressTest::crossingsAreCounted_data()
{
    QTest::addColumn<std::vector<Point>>("points");
    QTest::addColumn<int>("count");
    QTest::newRow("square") << std::vector<Point>{{0, 0}, {1, 1}, {1, 0}, {0, 1}} << 1;
    QTest::newRow("apart") << std::vector<Point>{{0, 0}, {1, 0}, {0, 1}, {1, 1}} << 0;
    QTest::newRow("touching ends") << std::vector<Point>{{0, 0}, {2, 0}, {1, 0}, {1, 2}} << 0;
}

void StressTest::crossingsAreCounted()
{
    QFETCH(std::vector<Point>, points);
    QFETCH(int, count);
    QCOMPARE(crossings(Topology(4, {{0, 1}, {2, 3}}), points), static_cast<long>(count));
}

void StressTest::refinementTakesCrossingsAwayAndKeepsDiscsApart_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void StressTest::refinementTakesCrossingsAwayAndKeepsDiscsApart()
{
    QFETCH(int, seed);
    const Graph graph = networks::deals(48, 90, static_cast<std::uint64_t>(seed));
    const Topology whole(graph);
    const std::vector<int> nodes = whole.components().front();
    const Topology topology = whole.part(nodes);
    const Distances distances(topology);
    std::vector<Room> rooms(nodes.size(), Room{12, 0, 0});
    const Frame frame(1200, 700);
    Random random(3);
    std::vector<Point> points = pivotScaling(topology, 30, random);
    majorise(distances, points, 1, 100, {}, {});
    fitInto(frame, rooms, points);
    QVERIFY(separate(frame, rooms, points, 4, 200, {}, {}));
    const long before = crossings(topology, points);
    const double stress = stressOf(distances, points).value;
    Refinement refinement(topology, distances, rooms, frame, {});
    refinement.run(points, 2, 20, 12, random, {});
    QVERIFY(crossings(topology, points) <= before);
    QVERIFY(before < 10 || crossings(topology, points) < before);
    QVERIFY(stressOf(distances, points).value < stress * 1.25);
    QCOMPARE(overlaps(rooms, points, 1.9), 0);
    for (std::size_t i = 0; i < points.size(); ++i)
        QVERIFY(frame.holds(points[i], Room{11.9, 0, 0}));
}

void StressTest::quadtreeAgreesWithTheSum_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 7, 100, 1500})
        QTest::addRow("%d", count) << count;
}

void StressTest::quadtreeAgreesWithTheSum()
{
    QFETCH(int, count);
    const std::vector<Point> points = thrown(count, 9, 100);
    std::vector<double> masses(count, 1.0);
    for (int i = 0; i < count; i += 3)
        masses[i] = 2.5;
    const QuadTree tree(points, masses);
    for (int i = 0; i < count; i += 1 + count / 40) {
        Point exact;
        double strength = 0;
        for (int j = 0; j < count; ++j) {
            if (i == j)
                continue;
            const Point way = points[i] - points[j];
            exact = exact + way * (masses[j] / (way.x * way.x + way.y * way.y));
            strength += masses[j] / length(way);
        }
        QVERIFY(length(tree.repulsion(i, 1.0) - exact) <= 0.05 * strength);
        QVERIFY(length(tree.repulsion(i, 0.05) - exact) <= 0.001 * strength + 1e-9);
    }
}

void StressTest::quadtreeBearsCoincidingPoints()
{
    const std::vector<Point> points(500, Point{3, 4});
    const std::vector<double> masses(500, 1.0);
    const Point force = QuadTree(points, masses).repulsion(10, 1.0);
    QVERIFY(std::isfinite(force.x) && std::isfinite(force.y));
}

void StressTest::coarseningKeepsMass_data()
{
    QTest::addColumn<Graph>("graph");
    QTest::newRow("star") << networks::star(300);
    QTest::newRow("cycle") << networks::cycle(301);
    QTest::newRow("deals") << networks::deals(2000, 5000, 1);
}

void StressTest::coarseningKeepsMass()
{
    QFETCH(Graph, graph);
    const Topology topology(graph);
    Random random(2);
    const Coarser coarser = coarsen(topology, std::vector<double>(topology.count(), 1.0), random);
    QCOMPARE(std::accumulate(coarser.mass.begin(), coarser.mass.end(), 0.0), static_cast<double>(topology.count()));
    QVERIFY(coarser.topology.count() <= 0.75 * topology.count());
    for (const auto &[a, b] : topology.pairs()) {
        const int p = coarser.parent[a];
        const int q = coarser.parent[b];
        const auto row = coarser.topology.neighbours(p);
        QVERIFY(p == q || std::binary_search(row.begin(), row.end(), q));
    }
}

void StressTest::multilevelBeatsChance()
{
    const Topology whole(networks::deals(1400, 3000, 5));
    const Topology topology = whole.part(whole.components().front());
    Random random(1);
    std::vector<Point> points;
    QVERIFY(multilevel(topology, points, random, {}));
    const Distances distances(topology);
    QVERIFY(stressOf(distances, points).value < 0.75 * stressOf(distances, thrown(topology.count(), 3, 10)).value);
}

DEALSCAPE_TEST(StressTest, dealscape::testing::NoApplication)
#include "test_stress.moc"
