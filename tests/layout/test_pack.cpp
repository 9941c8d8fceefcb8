// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include "layout/algorithms.h"
#include "layout/pack.h"

#include <QTest>

#include <cmath>

using namespace dealscape;
using namespace dealscape::layout;

namespace {

int discsTogether(const std::vector<Room> &rooms, const std::vector<Point> &points, double gap)
{
    int count = 0;
    for (std::size_t i = 0; i < rooms.size(); ++i)
        for (std::size_t j = i + 1; j < rooms.size(); ++j)
            count += length(points[i] - points[j]) < rooms[i].radius + rooms[j].radius + gap - 1e-3;
    return count;
}

std::vector<Room> unevenRooms(int count)
{
    std::vector<Room> rooms;
    for (int i = 0; i < count; ++i)
        rooms.push_back({4.0 + i % 9, i % 3 ? 0.0 : 50.0, i % 3 ? 0.0 : 14.0});
    return rooms;
}

/// Pieces of one to four nodes, each drawn as a short row.
std::vector<Piece> rows(int nodes, double step)
{
    std::vector<Piece> pieces;
    for (int at = 0, size = 1; at < nodes; at += size, size = size % 4 + 1) {
        Piece piece;
        for (int i = at; i < std::min(nodes, at + size); ++i) {
            piece.nodes.push_back(i);
            piece.points.push_back({(i - at) * step, 3.0 * (i % 2)});
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace

/// What a node takes up, how it is fitted, kept apart and packed.
class PackTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void rooms_data();
    void rooms();
    void roomsOfAGraph();
    void legibleScales_data();
    void legibleScales();
    void framesClamp_data();
    void framesClamp();
    void clampedIsHeld();
    void overlapsAgreeWithAllPairs_data();
    void overlapsAgreeWithAllPairs();
    void clearFactorAgreesWithAllPairs();
    void gaps_data();
    void gaps();
    void fitKeepsTheShape();
    void fitOfOnePlace();
    void turnKeepsTheShape();
    void separateMovesNothingThatIsClear();
    void separateTakesWhatRoomThereIs();
    void separateStopsWhenCancelled();
    void rowsKeepPiecesWhole_data();
    void rowsKeepPiecesWhole();
    void rowsFollowTheFrame();
    void islandsStayInTheFrame_data();
    void islandsStayInTheFrame();
    void islandsKeepOffEdges();
};

void PackTest::rooms_data()
{
    QTest::addColumn<Room>("room");
    QTest::addColumn<double>("halfWidth");
    QTest::addColumn<double>("below");
    QTest::addColumn<bool>("named");
    QTest::newRow("bare") << Room{10, 0, 0} << 10.0 << 10.0 << false;
    QTest::newRow("narrow name") << Room{10, 12, 8} << 10.0 << 23.0 << true;
    QTest::newRow("wide name") << Room{10, 60, 8} << 30.0 << 23.0 << true;
    QTest::newRow("a name of no width") << Room{10, 0, 8} << 10.0 << 23.0 << false;
    QTest::newRow("nothing") << Room{0, 0, 0} << 0.0 << 0.0 << false;
}

void PackTest::rooms()
{
    QFETCH(Room, room);
    QFETCH(double, halfWidth);
    QFETCH(double, below);
    QFETCH(bool, named);
    QCOMPARE(room.halfWidth(), halfWidth);
    QCOMPARE(room.above(), room.radius);
    QCOMPARE(room.below(), below);
    QCOMPARE(room.hasName(), named);
    const Box name = room.name({100, 200});
    QCOMPARE(name.centre().x, 100.0);
    QCOMPARE(name.y, 200 + room.radius + Room::NameGap);
    QCOMPARE(name.w, room.labelWidth);
    QVERIFY(!named || std::abs(name.bottom() - (200 + room.below())) < 1e-9);
}

void PackTest::roomsOfAGraph()
{
    Graph graph = networks::isolated(2);
    graph.nodes[0].labelWidth = 80;
    graph.nodes[0].labelHeight = 16;
    graph.nodes[1].radius = -5;
    graph.nodes[1].labelWidth = -3;
    const auto counted = roomsOf(graph, 0.5, Names::Counted);
    QCOMPARE(counted[0].radius, 7.5);
    QCOMPARE(counted[0].labelWidth, 40.0);
    QCOMPARE(counted[0].labelHeight, 8.0);
    QCOMPARE(counted[1].radius, 0.0);
    QCOMPARE(counted[1].labelWidth, 0.0);
    QVERIFY(!roomsOf(graph, 0.5, Names::Ignored)[0].hasName());
}

void PackTest::legibleScales_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("side");
    QTest::addColumn<double>("expected");
    QTest::newRow("a few") << 5 << 15.0 << 1000.0 << 1.0;
    // 400 discs of 706.858 each cover 282,743 of 1,000,000; a tenth is allowed.
    QTest::newRow("crowded") << 400 << 15.0 << 1000.0 << 0.59471;
    QTest::newRow("one large") << 1 << 500.0 << 1000.0 << 0.35682;
    QTest::newRow("points") << 400 << 0.0 << 1000.0 << 1.0;
}

void PackTest::legibleScales()
{
    QFETCH(int, count);
    QFETCH(double, radius);
    QFETCH(double, side);
    QFETCH(double, expected);
    Graph graph = networks::isolated(count);
    for (Node &node : graph.nodes)
        node.radius = radius;
    QVERIFY2(std::abs(legibleScale(graph, side, side) - expected) < 1e-4,
             qPrintable(QString::number(legibleScale(graph, side, side), 'g', 8)));
}

void PackTest::framesClamp_data()
{
    QTest::addColumn<Point>("at");
    QTest::addColumn<Point>("expected");
    QTest::newRow("inside") << Point{400, 300} << Point{400, 300};
    QTest::newRow("left") << Point{-50, 300} << Point{50, 300};
    QTest::newRow("right") << Point{2000, 300} << Point{750, 300};
    QTest::newRow("above") << Point{400, -1} << Point{400, 30};
    QTest::newRow("below") << Point{400, 599} << Point{400, 545};
    QTest::newRow("a corner") << Point{900, 900} << Point{750, 545};
}

void PackTest::framesClamp()
{
    QFETCH(Point, at);
    QFETCH(Point, expected);
    // A margin of 10, a disc of 20, a name 80 wide and 20 high below it.
    QCOMPARE(Frame(800, 600).clamped(at, {20, 80, 20}), expected);
}

void PackTest::clampedIsHeld()
{
    for (const Frame &frame : {Frame(800, 600), Frame(300, 200), Frame(5000, 90)})
        for (const Point &at : shapes::scattered(200, 5, 6000, 900))
            for (const Room &room : {Room{0, 0, 0}, Room{10, 0, 0}, Room{8, 90, 16}}) {
                const Point held = frame.clamped(at - Point{300, 300}, room);
                QVERIFY(frame.holds(held, room));
                QCOMPARE(frame.clamped(held, room), held);
            }
    // What is larger than the frame stands in its middle.
    QCOMPARE(Frame(100, 100).clamped({3, 3}, {80, 0, 0}), (Point{50, 50}));
    QVERIFY(!Frame(100, 100).holds({50, 50}, {80, 0, 0}));
}

void PackTest::overlapsAgreeWithAllPairs_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("gap");
    for (const int count : {0, 1, 2, 30, 200})
        for (const double gap : {0.0, 5.0, 30.0})
            QTest::addRow("%d discs, gap %g", count, gap) << count << gap;
}

void PackTest::overlapsAgreeWithAllPairs()
{
    QFETCH(int, count);
    QFETCH(double, gap);
    const std::vector<Room> rooms = unevenRooms(count);
    const std::vector<Point> points = shapes::scattered(count, 6, 300, 200);
    QCOMPARE(overlaps(rooms, points, gap), discsTogether(rooms, points, gap));
}

void PackTest::clearFactorAgreesWithAllPairs()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const std::vector<Room> rooms = unevenRooms(40);
        const std::vector<Point> points = shapes::scattered(40, seed, 400, 300);
        double least = 1;
        for (std::size_t i = 0; i < 40; ++i)
            for (std::size_t j = i + 1; j < 40; ++j)
                least = std::min(least, length(points[i] - points[j]) / (rooms[i].radius + rooms[j].radius));
        QVERIFY(std::abs(clearFactor(rooms, points) - least) < 1e-12);
    }
}

void PackTest::gaps_data()
{
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("gap");
    QTest::newRow("none") << 0.0 << 0.5;
    QTest::newRow("small") << 5.0 << 2.0;
    QTest::newRow("usual") << 15.0 << 6.0;
    QTest::newRow("large") << 80.0 << 12.0;
}

void PackTest::gaps()
{
    QFETCH(double, radius);
    QFETCH(double, gap);
    QCOMPARE(gapFor(std::vector<Room>(7, Room{radius, 0, 0})), gap);
    QCOMPARE(gapFor({}), 0.5);
}

void PackTest::fitKeepsTheShape()
{
    const std::vector<Room> rooms(25, Room{8, 0, 0});
    const std::vector<Point> before = shapes::scattered(25, 7, 3, 9);
    std::vector<Point> after = before;
    fitInto(Frame(1000, 700), rooms, after);
    const double factor = length(after[1] - after[0]) / length(before[1] - before[0]);
    for (std::size_t i = 1; i < 25; ++i)
        QVERIFY(length(after[i] - after[0] - (before[i] - before[0]) * factor) < 1e-6 * factor);
}

void PackTest::fitOfOnePlace()
{
    const Frame frame(1000, 700);
    std::vector<Point> points(5, Point{-4, 9});
    fitInto(frame, std::vector<Room>(5, Room{8, 0, 0}), points);
    for (const Point &point : points)
        QVERIFY(length(point - Point{500, 350}) < 1e-6);
    // In a row there is no height to fill.
    std::vector<Point> row = {{0, 5}, {1, 5}, {2, 5}};
    fitInto(frame, std::vector<Room>(3, Room{8, 0, 0}), row);
    QVERIFY(std::abs(row[0].x - 18) < 1e-3 && std::abs(row[2].x - 982) < 1e-3 && std::abs(row[1].y - 350) < 1e-6);
}

void PackTest::turnKeepsTheShape()
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const std::vector<Point> before = shapes::scattered(30, seed, 50, 400);
        std::vector<Point> after = before;
        turnTo(Frame(1600, 500), after);
        double wide[2] = {0, 0};
        double high[2] = {0, 0};
        for (std::size_t i = 0; i < 30; ++i)
            for (std::size_t j = 0; j < 30; ++j) {
                QVERIFY(std::abs(length(after[i] - after[j]) - length(before[i] - before[j])) < 1e-9);
                wide[0] = std::max(wide[0], before[i].x - before[j].x);
                high[0] = std::max(high[0], before[i].y - before[j].y);
                wide[1] = std::max(wide[1], after[i].x - after[j].x);
                high[1] = std::max(high[1], after[i].y - after[j].y);
            }
        QVERIFY(std::min(1600 / wide[1], 500 / high[1]) >= std::min(1600 / wide[0], 500 / high[0]) - 1e-9);
    }
}

void PackTest::separateMovesNothingThatIsClear()
{
    std::vector<Point> points;
    for (int i = 0; i < 40; ++i)
        points.push_back({60.0 + 100 * (i % 8), 60.0 + 100 * (i / 8)});
    const std::vector<Point> before = points;
    QVERIFY(separate(Frame(900, 600), std::vector<Room>(40, Room{20, 60, 14}), points, 10, 50, {}, {}));
    QCOMPARE(points, before);
}

void PackTest::separateTakesWhatRoomThereIs()
{
    // 120 discs of 22 in a frame that holds them, but not loosely.
    const Frame frame(800, 500);
    const std::vector<Room> rooms(120, Room{17, 0, 0});
    std::vector<Point> points = shapes::scattered(120, 3, 800, 500);
    QVERIFY(separate(frame, rooms, points, 1, 2000, {}, {}));
    QCOMPARE(discsTogether(rooms, points, 0.9), 0);
}

void PackTest::separateStopsWhenCancelled()
{
    Progress progress;
    int asked = 0;
    progress.cancelled = [&] { return ++asked > 3; };
    std::vector<Point> points(50, Point{10, 10});
    QVERIFY(!separate(Frame(800, 500), std::vector<Room>(50, Room{40, 0, 0}), points, 1, 1000, {}, progress));
    QCOMPARE(asked, 4);
}

void PackTest::rowsKeepPiecesWhole_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 9, 60, 300})
        QTest::addRow("%d", count) << count;
}

void PackTest::rowsKeepPiecesWhole()
{
    QFETCH(int, count);
    const std::vector<Room> rooms = unevenRooms(count);
    const std::vector<Piece> pieces = rows(count, 60);
    std::vector<Point> points(static_cast<std::size_t>(count));
    packRows(Frame(1000, 500), rooms, pieces, 6, points);
    for (const Piece &piece : pieces)
        for (std::size_t i = 1; i < piece.nodes.size(); ++i)
            QVERIFY(length(points[static_cast<std::size_t>(piece.nodes[i])] - points[static_cast<std::size_t>(piece.nodes[0])] -
                           (piece.points[i] - piece.points[0])) < 1e-9);
    QCOMPARE(discsTogether(rooms, points, 5.9), 0);
}

void PackTest::rowsFollowTheFrame()
{
    const std::vector<Room> rooms(200, Room{10, 0, 0});
    std::vector<Piece> pieces;
    for (int i = 0; i < 200; ++i)
        pieces.push_back({{i}, {{0, 0}}});
    for (const auto &[width, height] : {std::pair(1000.0, 1000.0), std::pair(3000.0, 500.0), std::pair(300.0, 900.0)}) {
        std::vector<Point> points(200);
        packRows(Frame(width, height), rooms, pieces, 6, points);
        double right = 0;
        double bottom = 0;
        for (const Point &point : points) {
            right = std::max(right, point.x + 10);
            bottom = std::max(bottom, point.y + 10);
        }
        const double ratio = right / bottom / (width / height);
        QVERIFY2(ratio > 0.65 && ratio < 1.5, qPrintable(QString::number(ratio)));
    }
}

void PackTest::islandsStayInTheFrame_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::newRow("usual") << 1000.0 << 700.0;
    QTest::newRow("flat") << 2000.0 << 150.0;
    QTest::newRow("tiny") << 120.0 << 90.0;
}

void PackTest::islandsStayInTheFrame()
{
    QFETCH(double, width);
    QFETCH(double, height);
    const Frame frame(width, height);
    const std::vector<Room> rooms = unevenRooms(40);
    std::vector<Point> points = shapes::scattered(40, 2, width, height);
    std::vector<int> main;
    for (int i = 0; i < 20; ++i) {
        main.push_back(i);
        points[static_cast<std::size_t>(i)] = frame.clamped(points[static_cast<std::size_t>(i)], rooms[static_cast<std::size_t>(i)]);
    }
    std::vector<Piece> pieces;
    for (int i = 20; i < 40; i += 2)
        pieces.push_back({{i, i + 1}, {{0, 0}, {70, 0}}});
    const std::vector<Point> before = points;
    packInto(frame, rooms, Topology(40, {{0, 1}, {1, 2}}), main, pieces, points);
    for (std::size_t i = 0; i < 40; ++i) {
        QVERIFY(i >= 20 || points[i] == before[i]);
        const bool fits = frame.width - 2 * frame.margin >= 2 * rooms[i].halfWidth();
        QVERIFY(!fits || frame.holds(points[i], {rooms[i].radius - 1e-6, rooms[i].labelWidth - 1e-6, rooms[i].labelHeight - 1e-6}));
    }
}

void PackTest::islandsKeepOffEdges()
{
    // A wide V leaves room beside its edges, and the island takes it.
    const Frame frame(800, 600);
    const std::vector<Room> rooms(5, Room{12, 0, 0});
    std::vector<Point> points = {{40, 40}, {400, 560}, {760, 40}, {}, {}};
    const Topology topology(5, {{0, 1}, {1, 2}, {3, 4}});
    packInto(frame, rooms, topology, {0, 1, 2}, {{{3, 4}, {{0, 0}, {80, 0}}}}, points);
    for (const auto &[a, b] : {std::pair(0, 1), std::pair(1, 2)})
        QVERIFY(!shapes::cross(points[static_cast<std::size_t>(a)], points[static_cast<std::size_t>(b)], points[3], points[4]));
    QCOMPARE(discsTogether(rooms, points, 6), 0);
}

DEALSCAPE_TEST(PackTest, dealscape::testing::NoApplication)
#include "test_pack.moc"
