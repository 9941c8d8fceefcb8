// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks.h"
#include "testmain.h"

#include "layout/grid.h"
#include "layout/hull.h"
#include "layout/pack.h"
#include "layout/room.h"

#include <QTest>

#include <set>

using namespace dealscape::layout;

namespace {

std::vector<Point> strewn(int count, std::uint64_t seed, const Frame &frame)
{
    Random random(seed);
    std::vector<Point> points(count);
    for (Point &point : points)
        point = {random.between(0, frame.width), random.between(0, frame.height)};
    return points;
}

} // namespace

class RoomTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void separateEndsAllOverlaps_data();
    void separateEndsAllOverlaps();
    void separateKeepsNamesApart();
    void separateLeavesFixedNodes();
    void separateTellsWhenItFails();
    void fitFillsTheFrame_data();
    void fitFillsTheFrame();
    void fitStretchesWithinBounds();
    void turnLiesAlongTheFrame();
    void clearFactorEndsOverlaps();
    void scaleShrinksCrowdedPictures();
    void gridFindsEachPairOnce();
    void gridFindsWhatIsNear();
    void hullHoldsItsPoints_data();
    void hullHoldsItsPoints();
    void waysCrossBoxes_data();
    void waysCrossBoxes();
    void islandsKeepClear();
    void rowsDoNotOverlap();
};

void RoomTest::separateEndsAllOverlaps_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("radius");
    QTest::addColumn<bool>("together");
    QTest::newRow("two on one spot") << 2 << 20.0 << true;
    QTest::newRow("fifty on one spot") << 50 << 12.0 << true;
    QTest::newRow("scattered") << 80 << 20.0 << false;
    QTest::newRow("many") << 1500 << 6.0 << false;
}

void RoomTest::separateEndsAllOverlaps()
{
    QFETCH(int, count);
    QFETCH(double, radius);
    QFETCH(bool, together);
    const Frame frame(1500, 800);
    const std::vector<Room> rooms(count, Room{radius, 0, 0});
    std::vector<Point> points = together ? std::vector<Point>(count, Point{400, 300}) : strewn(count, 1, frame);
    QVERIFY(separate(frame, rooms, points, 2, 500, {}, {}));
    QCOMPARE(overlaps(rooms, points, 1.9), 0);
    for (const Point &point : points)
        QVERIFY(frame.holds(point, Room{radius - 1e-6, 0, 0}));
}

void RoomTest::separateKeepsNamesApart()
{
    const Frame frame(1500, 800);
    const std::vector<Room> rooms(40, Room{15, 90, 16});
    std::vector<Point> points = strewn(40, 2, frame);
    QVERIFY(separate(frame, rooms, points, 6, 500, {}, {}));
    for (int i = 0; i < 40; ++i)
        for (int j = i + 1; j < 40; ++j)
            QVERIFY(!rooms[i].name(points[i]).grown(-0.01).overlaps(rooms[j].name(points[j])));
}

void RoomTest::separateLeavesFixedNodes()
{
    const Frame frame(600, 400);
    const std::vector<Room> rooms(3, Room{20, 0, 0});
    std::vector<Point> points = {{100, 100}, {110, 100}, {105, 105}};
    QVERIFY(separate(frame, rooms, points, 2, 100, {Mobility::Fixed, Mobility::Free, Mobility::Free}, {}));
    QCOMPARE(points[0], (Point{100, 100}));
}

void RoomTest::separateTellsWhenItFails()
{
    const Frame frame(100, 100);
    std::vector<Point> points = strewn(50, 3, frame);
    QVERIFY(!separate(frame, std::vector<Room>(50, Room{20, 0, 0}), points, 2, 50, {}, {}));
}

void RoomTest::fitFillsTheFrame_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 3, 20, 300})
        QTest::addRow("%d", count) << count;
}

void RoomTest::fitFillsTheFrame()
{
    QFETCH(int, count);
    const Frame frame(1000, 500);
    std::vector<Point> points = strewn(count, 4, Frame(1, 1));
    std::vector<Room> rooms;
    for (int i = 0; i < count; ++i)
        rooms.push_back({5.0 + i % 7, i % 2 ? 60.0 : 0.0, i % 2 ? 16.0 : 0.0});
    fitInto(frame, rooms, points);
    double touch = 1e9;
    for (int i = 0; i < count; ++i) {
        QVERIFY(frame.holds(points[i], {rooms[i].radius - 1e-6, rooms[i].labelWidth - 1e-6, rooms[i].labelHeight - 1e-6}));
        touch = std::min({touch, points[i].y - rooms[i].above() - frame.margin, points[i].x - rooms[i].halfWidth() - frame.margin});
    }
    QVERIFY(count < 3 || touch < 1);
}

void RoomTest::fitStretchesWithinBounds()
{
    const Frame frame(1000, 500);
    const std::vector<Room> rooms(4, Room{1, 0, 0});
    std::vector<Point> points = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
    fitInto(frame, rooms, points, 1.5);
    const double ratio = (points[1].x - points[0].x) / (points[2].y - points[0].y);
    QVERIFY(std::abs(ratio - 1.5) < 0.01);
}

void RoomTest::turnLiesAlongTheFrame()
{
    std::vector<Point> points;
    for (int i = 0; i < 20; ++i)
        points.push_back({i * 0.1, i * 1.0});
    turnTo(Frame(1600, 400), points);
    QVERIFY(std::abs(points[19].x - points[0].x) > 5 * std::abs(points[19].y - points[0].y));
}

void RoomTest::clearFactorEndsOverlaps()
{
    const Frame frame(500, 500);
    std::vector<Room> rooms(60, Room{30, 0, 0});
    const std::vector<Point> points = strewn(60, 5, frame);
    const double factor = clearFactor(rooms, points);
    QVERIFY(factor < 1 && factor > 0);
    for (Room &room : rooms)
        room.radius *= factor * 0.999;
    QCOMPARE(overlaps(rooms, points, 0), 0);
    QCOMPARE(clearFactor({{10, 0, 0}, {10, 0, 0}}, {{0, 0}, {100, 0}}), 1.0);
}

void RoomTest::scaleShrinksCrowdedPictures()
{
    QCOMPARE(legibleScale(networks::star(20), 1504, 800), 1.0);
    const double crowded = legibleScale(networks::isolated(5000), 1504, 800);
    QVERIFY(crowded < 0.3);
    QVERIFY(5000 * 3.1416 * 225 * crowded * crowded <= 0.12 * 1504 * 800);
    QVERIFY(legibleScale(networks::star(3), 60, 60) * 40 <= 15.01);
}

void RoomTest::gridFindsEachPairOnce()
{
    const Frame frame(300, 300);
    const std::vector<Point> points = strewn(80, 6, frame);
    Grid grid(25, 80);
    std::vector<Box> boxes;
    for (int i = 0; i < 80; ++i) {
        boxes.push_back({points[i].x - 150, points[i].y - 150, 10.0 + i, 70});
        grid.insert(i, boxes.back());
    }
    std::set<std::pair<int, int>> found;
    grid.forEachPair([&](int a, int b) { QVERIFY(found.insert(std::minmax(a, b)).second); });
    for (int i = 0; i < 80; ++i)
        for (int j = i + 1; j < 80; ++j)
            QVERIFY(!boxes[i].overlaps(boxes[j]) || found.contains({i, j}));
}

void RoomTest::gridFindsWhatIsNear()
{
    Grid grid(16, 4);
    grid.insert(7, {-100, -100, 5, 5});
    grid.insert(8, {1e7, 1e7, 5, 5});
    std::set<int> found;
    grid.forEachNear({-101, -101, 3, 3}, [&](int item) { found.insert(item); });
    QCOMPARE(found, (std::set<int>{7}));
}

void RoomTest::hullHoldsItsPoints_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 3, 10, 200})
        QTest::addRow("%d", count) << count;
}

void RoomTest::hullHoldsItsPoints()
{
    QFETCH(int, count);
    const std::vector<Point> points = strewn(count, 8, Frame(100, 100));
    const std::vector<Point> hull = convexHull(points);
    QVERIFY(hull.size() <= points.size());
    for (const Point &point : points)
        QVERIFY(distanceTo(hull, point) < 1e-9);
    QVERIFY(distanceTo(hull, {-50, 50}) >= 50);
}

void RoomTest::waysCrossBoxes_data()
{
    QTest::addColumn<double>("x0");
    QTest::addColumn<double>("y0");
    QTest::addColumn<double>("x1");
    QTest::addColumn<double>("y1");
    QTest::addColumn<bool>("crossing");
    QTest::newRow("through") << 0.0 << 15.0 << 100.0 << 15.0 << true;
    QTest::newRow("slanted") << 0.0 << 0.0 << 30.0 << 30.0 << true;
    QTest::newRow("beside") << 0.0 << 25.0 << 100.0 << 25.0 << false;
    QTest::newRow("past the corner") << 0.0 << 32.0 << 32.0 << 0.0 << true;
    QTest::newRow("off the corner") << 0.0 << 45.0 << 45.0 << 0.0 << false;
    QTest::newRow("short of it") << 0.0 << 15.0 << 8.0 << 15.0 << false;
    QTest::newRow("inside") << 12.0 << 12.0 << 13.0 << 13.0 << true;
    QTest::newRow("a point") << 12.0 << 12.0 << 12.0 << 12.0 << true;
}

void RoomTest::waysCrossBoxes()
{
    QFETCH(double, x0);
    QFETCH(double, y0);
    QFETCH(double, x1);
    QFETCH(double, y1);
    QFETCH(bool, crossing);
    QCOMPARE(crosses({10, 10, 10, 10}, {x0, y0}, {x1, y1}), crossing);
    QCOMPARE(crosses({10, 10, 10, 10}, {x1, y1}, {x0, y0}), crossing);
}

void RoomTest::islandsKeepClear()
{
    const Frame frame(1000, 600);
    const std::vector<Room> rooms(12, Room{15, 0, 0});
    std::vector<Point> points(12);
    std::vector<int> main;
    for (int i = 0; i < 8; ++i) {
        points[i] = Point{500 + 400 * std::cos(i * 0.7854), 300 + 250 * std::sin(i * 0.7854)};
        main.push_back(i);
    }
    packInto(frame, rooms, Topology(12, {}), main, {{{8, 9}, {{0, 0}, {60, 0}}}, {{10, 11}, {{0, 0}, {60, 0}}}}, points);
    QCOMPARE(overlaps(rooms, points, 4), 0);
    QCOMPARE(points[9] - points[8], (Point{60, 0}));
}

void RoomTest::rowsDoNotOverlap()
{
    const Frame frame(1000, 500);
    const std::vector<Room> rooms(60, Room{10, 0, 0});
    std::vector<Point> points(60);
    std::vector<Piece> pieces;
    for (int i = 0; i < 60; i += 2)
        pieces.push_back({{i, i + 1}, {{0, 0}, {30.0 + i, 5.0 * (i % 3)}}});
    packRows(frame, rooms, pieces, 5, points);
    QCOMPARE(overlaps(rooms, points, 4), 0);
}

DEALSCAPE_TEST(RoomTest, dealscape::testing::NoApplication)
#include "test_room.moc"
