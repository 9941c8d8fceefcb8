// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include "layout/hull.h"
#include "layout/refine.h"

#include <QTest>

#include <cmath>

using namespace dealscape;
using namespace dealscape::layout;

namespace {

/// A picture to improve: places without overlaps inside a frame.
struct Picture {
    Topology topology;
    Distances distances;
    std::vector<Room> rooms;
    Frame frame{1200, 700};
    std::vector<Point> points;

    Picture(const Graph &graph, const Room &room, std::uint64_t seed)
        : topology(Topology(graph).part(Topology(graph).components().front())),
          distances(topology),
          rooms(static_cast<std::size_t>(topology.count()), room),
          points(shapes::scattered(topology.count(), seed, frame.width, frame.height))
    {
        majorise(distances, points, 120, 3, {}, {});
        fitInto(frame, rooms, points);
        separate(frame, rooms, points, 6, 300, {}, {});
    }

    void refine(const Prices &prices, int rounds = 20, const Progress &progress = {})
    {
        Refinement refinement(topology, distances, rooms, frame, prices);
        Random random(3);
        refinement.run(points, 4, rounds, 12, random, progress);
    }

    int through() const
    {
        int count = 0;
        for (const auto &[a, b] : topology.pairs())
            for (int i = 0; i < topology.count(); ++i)
                count += i != a && i != b && distanceTo(points[a], points[b], points[i]) < rooms[i].radius + 3;
        return count;
    }
};

void addPictures()
{
    QTest::addColumn<Graph>("graph");
    QTest::newRow("chain") << shapes::chain(20);
    QTest::newRow("star") << networks::star(20);
    QTest::newRow("clique") << shapes::clique(9);
    QTest::newRow("grid") << shapes::grid(6, 5);
    QTest::newRow("tree") << shapes::tree(35, 2);
    QTest::newRow("bipartite") << shapes::bipartite(3, 8);
    QTest::newRow("deals") << networks::deals(45, 90, 3);
}

} // namespace

class RefineTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void crossingsAgreeWithAllPairs_data() { addPictures(); }
    void crossingsAgreeWithAllPairs();
    void edgesThatMeetDoNotCross();
    void picturesGetBetter_data() { addPictures(); }
    void picturesGetBetter();
    void discsStayApartAndInside_data() { addPictures(); }
    void discsStayApartAndInside();
    void theSameTwice_data() { addPictures(); }
    void theSameTwice();
    void noRoundsNoChange();
    void cancelledKeepsWhatItHas();
    void dearThroughsAreAvoided();
    void namesComeFree();
    void textsGetRoom();
    void strangersLeaveHulls();
    void nothingToImprove();
};

void RefineTest::crossingsAgreeWithAllPairs()
{
    QFETCH(Graph, graph);
    const Topology topology(graph);
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const std::vector<Point> points = shapes::scattered(topology.count(), seed, 1000, 1000);
        QCOMPARE(crossings(topology, points), shapes::crossings(topology, points));
    }
}

void RefineTest::edgesThatMeetDoNotCross()
{
    const Topology star(networks::star(40));
    QCOMPARE(crossings(star, shapes::scattered(41, 3, 100, 100)), 0L);
    QCOMPARE(crossings(Topology(0, {}), {}), 0L);
    QCOMPARE(crossings(Topology(shapes::clique(4)), {{0, 0}, {10, 0}, {10, 10}, {0, 10}}), 1L);
    QCOMPARE(crossings(Topology(shapes::clique(5)), {{0, -10}, {9, -3}, {6, 8}, {-6, 8}, {-9, -3}}), 5L);
    QCOMPARE(crossings(Topology(shapes::bipartite(3, 3)), {{0, 0}, {0, 10}, {0, 20}, {20, 0}, {20, 10}, {20, 20}}), 9L);
}

void RefineTest::picturesGetBetter()
{
    QFETCH(Graph, graph);
    Picture picture(graph, {12, 0, 0}, 5);
    const long crossed = crossings(picture.topology, picture.points);
    const int through = picture.through();
    const double stress = stressOf(picture.distances, picture.points).value;
    picture.refine({});
    const auto price = [](long crossing, int hits, double value, double start) {
        return static_cast<double>(crossing + 2 * hits) + start * value;
    };
    const double weight = static_cast<double>(std::max(4L, crossed)) / (0.6 * std::max(1e-3, stress));
    const double before = price(crossed, through, stress, weight);
    const double after =
        price(crossings(picture.topology, picture.points), picture.through(), stressOf(picture.distances, picture.points).value, weight);
    QVERIFY2(after <= before * 1.001, qPrintable(QStringLiteral("%1 after %2").arg(after).arg(before)));
}

void RefineTest::discsStayApartAndInside()
{
    QFETCH(Graph, graph);
    Picture picture(graph, {14, 60, 16}, 6);
    const std::vector<Room> bare(picture.rooms.size(), Room{14, 0, 0});
    const int before = overlaps(bare, picture.points, 3.9);
    picture.refine({});
    QVERIFY(overlaps(bare, picture.points, 3.9) <= before);
    for (std::size_t i = 0; i < picture.points.size(); ++i)
        QVERIFY(picture.frame.holds(picture.points[i], {13.99, 59.9, 15.9}));
}

void RefineTest::theSameTwice()
{
    QFETCH(Graph, graph);
    Picture one(graph, {12, 40, 16}, 7);
    Picture two(graph, {12, 40, 16}, 7);
    one.refine({});
    two.refine({});
    QCOMPARE(one.points, two.points);
}

void RefineTest::noRoundsNoChange()
{
    Picture picture(networks::deals(30, 60, 2), {12, 0, 0}, 3);
    const std::vector<Point> before = picture.points;
    picture.refine({}, 0);
    QCOMPARE(picture.points, before);
}

void RefineTest::cancelledKeepsWhatItHas()
{
    Picture picture(networks::deals(30, 60, 2), {12, 0, 0}, 3);
    const std::vector<Point> before = picture.points;
    Progress progress;
    progress.cancelled = [] { return true; };
    picture.refine({}, 20, progress);
    QCOMPARE(picture.points, before);
    int asked = 0;
    progress.cancelled = [&] { return ++asked > 2; };
    picture.refine({}, 20, progress);
    QCOMPARE(asked, 3);
    QVERIFY(picture.points != before);
}

void RefineTest::dearThroughsAreAvoided()
{
    int cheap = 0;
    int dear = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Picture picture(networks::deals(40, 75, seed), {20, 0, 0}, seed);
        Picture careful = picture;
        Prices prices;
        prices.through = 0;
        picture.refine(prices);
        cheap += picture.through();
        prices.through = 8;
        careful.refine(prices);
        dear += careful.through();
    }
    QVERIFY2(dear < 0.6 * cheap, qPrintable(QStringLiteral("%1 and %2").arg(dear).arg(cheap)));
}

void RefineTest::namesComeFree()
{
    const auto covered = [](const Picture &picture) {
        int count = 0;
        for (std::size_t i = 0; i < picture.points.size(); ++i)
            for (const auto &[a, b] : picture.topology.pairs())
                count += crosses(picture.rooms[i].name(picture.points[i]), picture.points[static_cast<std::size_t>(a)],
                                 picture.points[static_cast<std::size_t>(b)]);
        return count;
    };
    int without = 0;
    int with = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Picture picture(networks::deals(30, 55, seed), {12, 70, 16}, seed);
        Picture careful = picture;
        Prices prices;
        prices.name = 0;
        picture.refine(prices);
        without += covered(picture);
        prices.name = 2;
        careful.refine(prices);
        with += covered(careful);
    }
    QVERIFY2(with < 0.9 * without, qPrintable(QStringLiteral("%1 and %2").arg(with).arg(without)));
}

void RefineTest::textsGetRoom()
{
    // Of edges that bear an amount, fewer stay too short for it.
    constexpr double text = 70;
    int without = 0;
    int with = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        for (int *count : {&without, &with}) {
            Picture picture(networks::deals(30, 50, seed), {12, 0, 0}, seed);
            Refinement refinement(picture.topology, picture.distances, picture.rooms, picture.frame, {});
            for (std::size_t i = 0; i < picture.topology.pairs().size(); ++i)
                refinement.setText(i, count == &with ? text : 0, 16);
            Random random(3);
            refinement.run(picture.points, 4, 20, 12, random, {});
            for (const auto &[a, b] : picture.topology.pairs())
                *count += length(picture.points[static_cast<std::size_t>(a)] - picture.points[static_cast<std::size_t>(b)]) < text + 24;
        }
    QVERIFY2(with < 0.8 * without, qPrintable(QStringLiteral("%1 and %2").arg(with).arg(without)));
}

void RefineTest::strangersLeaveHulls()
{
    Picture picture(shapes::grid(5, 5), {12, 0, 0}, 4);
    for (std::size_t i = 0; i < 25; ++i)
        picture.points[i] = {300 + 120.0 * static_cast<double>(i % 5), 110 + 120.0 * static_cast<double>(i / 5)};
    // The corners of the middle square: node 12 stands inside at first.
    const std::vector<int> members = {6, 8, 16, 18};
    const auto inside = [&] {
        std::vector<Point> corners;
        for (const int member : members)
            corners.push_back(picture.points[static_cast<std::size_t>(member)]);
        int count = 0;
        for (int i = 0; i < 25; ++i)
            count += std::find(members.begin(), members.end(), i) == members.end() &&
                distanceTo(convexHull(corners), picture.points[static_cast<std::size_t>(i)]) < 12;
        return count;
    };
    const int before = inside();
    QVERIFY(before >= 5);
    Refinement refinement(picture.topology, picture.distances, picture.rooms, picture.frame, {});
    refinement.setHulls({members});
    Random random(3);
    refinement.run(picture.points, 4, 24, 14, random, {});
    QVERIFY(inside() < before);
}

void RefineTest::nothingToImprove()
{
    for (const Graph &graph : {networks::isolated(1), shapes::chain(2)}) {
        Picture picture(graph, {12, 0, 0}, 2);
        picture.refine({});
        for (const Point &point : picture.points)
            QVERIFY(shapes::finite(point));
    }
    const Topology none(0, {});
    const Distances distances(none);
    const std::vector<Room> rooms;
    Refinement refinement(none, distances, rooms, Frame(10, 10), {});
    std::vector<Point> points;
    Random random(1);
    refinement.run(points, 1, 5, 5, random, {});
    QVERIFY(points.empty());
}

DEALSCAPE_TEST(RefineTest, dealscape::testing::NoApplication)
#include "test_refine.moc"
