// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include "layout/grid.h"
#include "layout/quadtree.h"
#include "layout/random.h"

#include <QTest>

#include <array>
#include <cmath>
#include <map>
#include <set>

using namespace dealscape::layout;

namespace {

std::vector<Box> boxesOf(int count, std::uint64_t seed, double extent, double largest)
{
    Random random(seed);
    std::vector<Box> boxes;
    for (int i = 0; i < count; ++i)
        boxes.push_back(
            {random.between(-extent, extent), random.between(-extent, extent), random.between(0, largest), random.between(0, largest)});
    return boxes;
}

/// Whether two boxes share a square of the grid, which is all that the grid promises to find.
bool shareCell(const Box &a, const Box &b, double cell)
{
    const auto index = [&](double value) { return std::floor(value / cell); };
    return index(a.x) <= index(b.right()) && index(b.x) <= index(a.right()) && index(a.y) <= index(b.bottom()) &&
        index(b.y) <= index(a.bottom());
}

/// The sum that the tree approximates.
Point repulsion(const std::vector<Point> &points, const std::vector<double> &masses, std::size_t at)
{
    Point sum;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i == at)
            continue;
        const Point way = points[at] - points[i];
        sum = sum + way * (masses[i] / (way.x * way.x + way.y * way.y + 1e-6));
    }
    return sum;
}

} // namespace

/// The indexes over the plane, each against looking at everything, and the numbers that stand for chance.
class GridTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void nearAgreesWithAllBoxes_data();
    void nearAgreesWithAllBoxes();
    void pairsAgreeWithAllPairs_data();
    void pairsAgreeWithAllPairs();
    void pairsComeInTheOrderOfInsertion();
    void emptyGridFindsNothing();
    void cellsOfNoSizeAreMended();
    void negativeAndFarCoordinatesAreApart();
    void itemsMayRepeat();
    void knownNumbers();
    void seedsGiveTheSameNumbersAgain();
    void unitsAreUniform();
    void countsAreWithinBounds_data();
    void countsAreWithinBounds();
    void rangesAreKept();
    void treeNearsTheSum_data();
    void treeNearsTheSum();
    void forcesCancelOut();
    void masslessPointsDoNotPush();
};

void GridTest::nearAgreesWithAllBoxes_data()
{
    QTest::addColumn<double>("cell");
    QTest::addColumn<double>("largest");
    for (const double cell : {4.0, 15.0, 1000.0})
        for (const double largest : {0.0, 5.0, 60.0})
            QTest::addRow("cells of %g, boxes up to %g", cell, largest) << cell << largest;
}

void GridTest::nearAgreesWithAllBoxes()
{
    QFETCH(double, cell);
    QFETCH(double, largest);
    const std::vector<Box> boxes = boxesOf(120, 3, 100, largest);
    Grid grid(cell, boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i)
        grid.insert(static_cast<int>(i), boxes[i]);
    for (const Box &asked : boxesOf(40, 4, 120, 30)) {
        std::set<int> found;
        grid.forEachNear(asked, [&](int item) { found.insert(item); });
        for (std::size_t i = 0; i < boxes.size(); ++i)
            QCOMPARE(found.contains(static_cast<int>(i)), shareCell(asked, boxes[i], cell));
    }
}

void GridTest::pairsAgreeWithAllPairs_data()
{
    nearAgreesWithAllBoxes_data();
}

void GridTest::pairsAgreeWithAllPairs()
{
    QFETCH(double, cell);
    QFETCH(double, largest);
    const std::vector<Box> boxes = boxesOf(90, 5, 80, largest);
    Grid grid(cell, boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i)
        grid.insert(static_cast<int>(i), boxes[i]);
    std::map<std::pair<int, int>, int> found;
    grid.forEachPair([&](int a, int b) { ++found[{a, b}]; });
    for (int a = 0; a < 90; ++a)
        for (int b = a + 1; b < 90; ++b)
            QCOMPARE(found[std::pair(a, b)],
                     static_cast<int>(shareCell(boxes[static_cast<std::size_t>(a)], boxes[static_cast<std::size_t>(b)], cell)));
    for (const auto &[pair, count] : found)
        QVERIFY(pair.first < pair.second || count == 0);
}

void GridTest::pairsComeInTheOrderOfInsertion()
{
    Grid grid(10, 3);
    for (const int item : {30, 10, 20})
        grid.insert(item, {0, 0, 5, 5});
    std::vector<std::pair<int, int>> found;
    grid.forEachPair([&](int a, int b) { found.emplace_back(a, b); });
    std::sort(found.begin(), found.end());
    QCOMPARE(found, (std::vector<std::pair<int, int>>{{10, 20}, {30, 10}, {30, 20}}));
}

void GridTest::emptyGridFindsNothing()
{
    const Grid grid(10, 0);
    int calls = 0;
    grid.forEachNear({-1e6, -1e6, 100, 100}, [&](int) { ++calls; });
    grid.forEachPair([&](int, int) { ++calls; });
    QCOMPARE(calls, 0);
}

void GridTest::cellsOfNoSizeAreMended()
{
    for (const double cell : {0.0, -5.0}) {
        Grid grid(cell, 2);
        grid.insert(1, {0, 0, 0, 0});
        grid.insert(2, {1, 1, 0, 0});
        std::set<int> found;
        grid.forEachNear({0, 0, 0, 0}, [&](int item) { found.insert(item); });
        QCOMPARE(found, std::set<int>{1});
    }
}

void GridTest::negativeAndFarCoordinatesAreApart()
{
    Grid grid(10, 5);
    const std::vector<Point> corners = {{-1, -1}, {1, 1}, {-1, 1}, {1, -1}, {1e9, -1e9}};
    for (std::size_t i = 0; i < corners.size(); ++i)
        grid.insert(static_cast<int>(i), {corners[i].x, corners[i].y, 0, 0});
    for (std::size_t i = 0; i < corners.size(); ++i) {
        std::set<int> found;
        grid.forEachNear({corners[i].x, corners[i].y, 0, 0}, [&](int item) { found.insert(item); });
        QCOMPARE(found, std::set<int>{static_cast<int>(i)});
    }
}

void GridTest::itemsMayRepeat()
{
    // A label may occupy two boxes: both answer with its number.
    Grid grid(10, 2);
    grid.insert(4, {0, 0, 5, 5});
    grid.insert(4, {100, 0, 5, 5});
    for (const double x : {1.0, 101.0}) {
        int calls = 0;
        grid.forEachNear({x, 1, 1, 1}, [&](int item) { calls += item == 4; });
        QCOMPARE(calls, 1);
    }
}

void GridTest::knownNumbers()
{
    // The first outputs published for SplitMix64 with the seed 1234567.
    Random random(1234567);
    for (const std::uint64_t expected :
         {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL, 4593380528125082431ULL, 16408922859458223821ULL})
        QCOMPARE(random.bits(), expected);
}

void GridTest::seedsGiveTheSameNumbersAgain()
{
    Random one(7);
    Random two(7);
    Random other(8);
    int same = 0;
    for (int i = 0; i < 1000; ++i) {
        const std::uint64_t bits = one.bits();
        QCOMPARE(two.bits(), bits);
        same += other.bits() == bits;
    }
    QCOMPARE(same, 0);
}

void GridTest::unitsAreUniform()
{
    Random random(3);
    std::array<int, 10> counts{};
    double sum = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double unit = random.unit();
        QVERIFY(unit >= 0 && unit < 1);
        ++counts[static_cast<std::size_t>(unit * 10)];
        sum += unit;
    }
    QVERIFY(std::abs(sum / 100'000 - 0.5) < 0.005);
    for (const int count : counts)
        QVERIFY(std::abs(count - 10'000) < 400);
}

void GridTest::countsAreWithinBounds_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 3, 7, 100})
        QTest::addRow("%d", count) << count;
}

void GridTest::countsAreWithinBounds()
{
    QFETCH(int, count);
    Random random(5);
    std::set<int> seen;
    for (int i = 0; i < 5000; ++i) {
        const int value = random.below(count);
        QVERIFY(value >= 0 && value < count);
        seen.insert(value);
    }
    QCOMPARE(static_cast<int>(seen.size()), count);
}

void GridTest::rangesAreKept()
{
    Random random(6);
    for (int i = 0; i < 1000; ++i) {
        const double value = random.between(-3, 4);
        QVERIFY(value >= -3 && value < 4);
    }
    QCOMPARE(random.between(2, 2), 2.0);
}

void GridTest::treeNearsTheSum_data()
{
    QTest::addColumn<std::vector<Point>>("points");
    std::vector<Point> row;
    std::vector<Point> heaps;
    for (int i = 0; i < 200; ++i) {
        row.push_back({i * 3.0, 0});
        heaps.push_back({(i % 4) * 1000 + std::cos(i), (i % 3) * 1000 + std::sin(i)});
    }
    QTest::newRow("a row") << row;
    QTest::newRow("heaps far apart") << heaps;
    QTest::newRow("scattered") << shapes::scattered(300, 6, 500, 40);
    QTest::newRow("pairs on one spot") << std::vector<Point>{{0, 0}, {0, 0}, {5, 5}, {5, 5}, {9, 0}, {0, 9}, {9, 9}, {4, 4}};
}

void GridTest::treeNearsTheSum()
{
    QFETCH(std::vector<Point>, points);
    std::vector<double> masses;
    for (std::size_t i = 0; i < points.size(); ++i)
        masses.push_back(1 + static_cast<double>(i % 5));
    const QuadTree tree(points, masses);
    double worst = 0;
    double wide = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point exact = repulsion(points, masses, i);
        const double scale = length(exact) + 0.05;
        worst = std::max(worst, length(tree.repulsion(static_cast<int>(i), 0.02) - exact) / scale);
        wide += length(tree.repulsion(static_cast<int>(i), 0.9) - exact) / scale / static_cast<double>(points.size());
    }
    QVERIFY2(worst < 0.01, qPrintable(QString::number(worst)));
    QVERIFY2(wide < 0.25, qPrintable(QString::number(wide)));
}

void GridTest::forcesCancelOut()
{
    // Action and reaction: with equal masses and no summing of squares, all forces add up to nothing.
    const std::vector<Point> points = shapes::scattered(150, 8, 100, 100);
    const std::vector<double> masses(points.size(), 1.0);
    const QuadTree tree(points, masses);
    Point sum;
    double strength = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point force = tree.repulsion(static_cast<int>(i), 0.001);
        sum = sum + force;
        strength += length(force);
    }
    QVERIFY(length(sum) < 1e-6 * strength);
}

void GridTest::masslessPointsDoNotPush()
{
    const std::vector<Point> points = {{0, 0}, {1, 0}, {2, 0}, {3, 1}, {4, 4}, {0, 5}, {6, 6}, {7, 1}};
    std::vector<double> masses(points.size(), 0.0);
    masses[1] = 2;
    const QuadTree tree(points, masses);
    QVERIFY(length(tree.repulsion(0, 0.5) - Point{-2, 0}) < 1e-5);
    QCOMPARE(tree.repulsion(1, 0.5), (Point{0, 0}));
}

DEALSCAPE_TEST(GridTest, dealscape::testing::NoApplication)
#include "test_grid.moc"
