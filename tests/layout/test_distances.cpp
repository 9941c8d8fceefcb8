// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include "layout/stress.h"

#include <QTest>

#include <cmath>

using namespace dealscape;
using namespace dealscape::layout;

namespace {

void addGraphs()
{
    QTest::addColumn<Graph>("graph");
    for (const auto &[name, graph] : shapes::all())
        QTest::newRow(name) << graph;
}

/// Weighted stress of raw places, one step being one unit.
double rawStress(const std::vector<std::vector<double>> &ways, const std::vector<Point> &points)
{
    double sum = 0;
    for (std::size_t a = 0; a < points.size(); ++a)
        for (std::size_t b = a + 1; b < points.size(); ++b)
            if (std::isfinite(ways[a][b]))
                sum += std::pow(length(points[a] - points[b]) / ways[a][b] - 1, 2);
    return sum;
}

std::vector<double> lengthsFor(const Topology &topology)
{
    Random random(12);
    std::vector<double> lengths;
    for (std::size_t i = 0; i < topology.pairs().size(); ++i)
        lengths.push_back(random.between(0.5, 3));
    return lengths;
}

} // namespace

/// Distances, stress and its majorisation against Floyd and Warshall and the plain definitions.
class DistancesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreShortest_data() { addGraphs(); }
    void stepsAreShortest();
    void lengthsAreShortest_data() { addGraphs(); }
    void lengthsAreShortest();
    void equalLengthsAreSteps_data() { addGraphs(); }
    void equalLengthsAreSteps();
    void weightsAddUp_data() { addGraphs(); }
    void weightsAddUp();
    void bestScaleIsBest_data() { addGraphs(); }
    void bestScaleIsBest();
    void stressIgnoresWhereAndHowTurned();
    void sweepsNeverHurt_data() { addGraphs(); }
    void sweepsNeverHurt();
    void restIsAFixedPoint();
    void stepLengthOnlyScales();
    void lonelyNodesStay();
    void fixedNodesHoldOthers();
    void scalingIsFiniteAndUnitSized_data() { addGraphs(); }
    void scalingIsFiniteAndUnitSized();
    void scalingFindsTheGrid();
    void nothingAndOne();
};

void DistancesTest::stepsAreShortest()
{
    QFETCH(Graph, graph);
    const Topology topology(graph);
    const auto ways = shapes::ways(topology);
    const Distances distances(topology);
    QCOMPARE(distances.count(), topology.count());
    double pairs = 0;
    std::vector<int> steps;
    for (int a = 0; a < topology.count(); ++a) {
        topology.distancesFrom(a, steps);
        for (int b = 0; b < topology.count(); ++b) {
            const double way = ways[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
            QCOMPARE(steps[static_cast<std::size_t>(b)], std::isinf(way) ? -1 : static_cast<int>(way));
            QCOMPARE(distances.inverses(a)[b], way > 0 ? static_cast<float>(1 / way) : 0.0f);
            pairs += a < b && std::isfinite(way);
        }
    }
    QCOMPARE(distances.pairs(), pairs);
}

void DistancesTest::lengthsAreShortest()
{
    QFETCH(Graph, graph);
    const Topology topology(graph);
    const std::vector<double> lengths = lengthsFor(topology);
    const auto ways = shapes::ways(topology, lengths);
    const Distances distances(topology, lengths);
    for (int a = 0; a < topology.count(); ++a)
        for (int b = 0; b < topology.count(); ++b) {
            const double way = ways[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
            const double inverse = static_cast<double>(distances.inverses(a)[b]);
            QVERIFY(std::abs(inverse - (a == b ? 0 : 1 / way)) < 1e-6);
        }
}

void DistancesTest::equalLengthsAreSteps()
{
    QFETCH(Graph, graph);
    const Topology topology(graph);
    const Distances steps(topology);
    const Distances lengths(topology, std::vector<double>(topology.pairs().size(), 1.0));
    QCOMPARE(lengths.pairs(), steps.pairs());
    for (int a = 0; a < topology.count(); ++a)
        QVERIFY(std::equal(steps.inverses(a), steps.inverses(a) + steps.count(), lengths.inverses(a)));
}

void DistancesTest::weightsAddUp()
{
    QFETCH(Graph, graph);
    const Distances distances{Topology(graph)};
    for (int a = 0; a < distances.count(); ++a) {
        double sum = 0;
        for (int b = 0; b < distances.count(); ++b) {
            QCOMPARE(distances.inverses(a)[b], distances.inverses(b)[a]);
            sum += std::pow(static_cast<double>(distances.inverses(a)[b]), 2);
        }
        QVERIFY(std::abs(sum - static_cast<double>(distances.weightSum(a))) <= 1e-5 * sum);
    }
}

void DistancesTest::bestScaleIsBest()
{
    QFETCH(Graph, graph);
    const Topology topology(graph);
    const Distances distances(topology);
    const auto ways = shapes::ways(topology);
    std::vector<Point> points = shapes::scattered(topology.count(), 3, 40, 40);
    const Stress stress = stressOf(distances, points);
    if (distances.pairs() == 0) {
        QCOMPARE(stress.value, 0.0);
        QCOMPARE(stress.scale, 1.0);
        return;
    }
    const auto at = [&](double scale) {
        std::vector<Point> scaled = points;
        for (Point &point : scaled)
            point = point * scale;
        return rawStress(ways, scaled) / distances.pairs();
    };
    QVERIFY(std::abs(at(stress.scale) - stress.value) < 1e-5);
    QVERIFY(at(stress.scale * 1.1) >= stress.value - 1e-6);
    QVERIFY(at(stress.scale * 0.9) >= stress.value - 1e-6);
    QVERIFY(stress.value >= -1e-9 && stress.value <= 1);
}

void DistancesTest::stressIgnoresWhereAndHowTurned()
{
    const Distances distances{Topology(shapes::grid(5, 4))};
    const std::vector<Point> points = shapes::scattered(20, 5, 10, 10);
    const double before = stressOf(distances, points).value;
    for (const double angle : {0.3, 1.5, 3.0}) {
        std::vector<Point> moved;
        for (const Point &p : points)
            moved.push_back(Point{std::cos(angle) * p.x - std::sin(angle) * p.y, std::sin(angle) * p.x + std::cos(angle) * p.y} +
                            Point{100, -40});
        QVERIFY(std::abs(stressOf(distances, moved).value - before) < 1e-9);
        for (Point &p : moved)
            p.x = -p.x;
        QVERIFY(std::abs(stressOf(distances, moved).value - before) < 1e-9);
    }
}

void DistancesTest::sweepsNeverHurt()
{
    QFETCH(Graph, graph);
    const Topology topology(graph);
    const Distances distances(topology);
    const auto ways = shapes::ways(topology);
    std::vector<Point> points = shapes::scattered(topology.count(), 8, 6, 6);
    const double start = rawStress(ways, points);
    double before = start;
    for (int sweep = 0; sweep < 12; ++sweep) {
        QVERIFY(majorise(distances, points, 1, 1, {}, {}));
        const double after = rawStress(ways, points);
        QVERIFY2(after <= before + 1e-4 * (1 + before), qPrintable(QStringLiteral("%1 after %2").arg(after).arg(before)));
        before = after;
    }
    QVERIFY(start < 0.5 || before < 0.7 * start);
}

void DistancesTest::restIsAFixedPoint()
{
    const Distances distances{Topology(shapes::chain(10))};
    std::vector<Point> points;
    for (int i = 0; i < 10; ++i)
        points.push_back({i * 50.0, 7});
    const std::vector<Point> before = points;
    QVERIFY(majorise(distances, points, 50, 100, {}, {}));
    for (std::size_t i = 0; i < points.size(); ++i)
        QVERIFY(length(points[i] - before[i]) < 0.2);
}

void DistancesTest::stepLengthOnlyScales()
{
    const Distances distances{Topology(shapes::tree(20, 2))};
    std::vector<Point> small = shapes::scattered(20, 4, 5, 5);
    std::vector<Point> large = small;
    for (Point &point : large)
        point = point * 64;
    majorise(distances, small, 1, 20, {}, {});
    majorise(distances, large, 64, 20, {}, {});
    for (std::size_t i = 0; i < small.size(); ++i)
        QVERIFY(length(large[i] * (1 / 64.0) - small[i]) < 1e-3);
}

void DistancesTest::lonelyNodesStay()
{
    const Distances distances{Topology(shapes::of(4, {{0, 1}}))};
    std::vector<Point> points = {{0, 0}, {5, 0}, {70, 80}, {-3, 9}};
    majorise(distances, points, 1, 50, {}, {});
    QCOMPARE(points[2], (Point{70, 80}));
    QCOMPARE(points[3], (Point{-3, 9}));
    QVERIFY(std::abs(length(points[1] - points[0]) - 1) < 0.01);
}

void DistancesTest::fixedNodesHoldOthers()
{
    const Distances distances{Topology(shapes::chain(3))};
    std::vector<Point> points = {{0, 0}, {9, 9}, {2, 0}};
    majorise(distances, points, 1, 200, {Mobility::Fixed, Mobility::Free, Mobility::Fixed}, {});
    QCOMPARE(points[0], (Point{0, 0}));
    QCOMPARE(points[2], (Point{2, 0}));
    QVERIFY(length(points[1] - Point{1, 0}) < 0.2);
}

void DistancesTest::scalingIsFiniteAndUnitSized()
{
    QFETCH(Graph, graph);
    const Topology whole(graph);
    const Topology topology = whole.part(whole.components().front());
    Random random(5);
    const std::vector<Point> points = pivotScaling(topology, 50, random);
    QCOMPARE(static_cast<int>(points.size()), topology.count());
    double sum = 0;
    for (const Point &point : points)
        QVERIFY(shapes::finite(point));
    for (const auto &[a, b] : topology.pairs())
        sum += length(points[a] - points[b]) / static_cast<double>(topology.pairs().size());
    QVERIFY2(topology.pairs().empty() || (sum > 0.7 && sum < 1.3), qPrintable(QString::number(sum)));
}

void DistancesTest::scalingFindsTheGrid()
{
    // A grid lies in the plane almost without stress, and its main axes are found at once.
    const Topology topology(shapes::grid(9, 6));
    Random random(2);
    const std::vector<Point> points = pivotScaling(topology, 54, random);
    const Distances distances(topology);
    QVERIFY(stressOf(distances, points).value < 0.08);
    QVERIFY(shapes::crossings(topology, points) == 0);
}

void DistancesTest::nothingAndOne()
{
    Random random(1);
    QVERIFY(pivotScaling(Topology(0, {}), 10, random).empty());
    QCOMPARE(pivotScaling(Topology(1, {}), 10, random), (std::vector<Point>{{0, 0}}));
    const Distances none{Topology(0, {})};
    std::vector<Point> points;
    QVERIFY(majorise(none, points, 1, 10, {}, {}));
    QCOMPARE(stressOf(none, points).value, 0.0);
    QCOMPARE(none.pairs(), 0.0);
}

DEALSCAPE_TEST(DistancesTest, dealscape::testing::NoApplication)
#include "test_distances.moc"
