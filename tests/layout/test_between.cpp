// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include "layout/algorithms.h"

#include <QTest>

#include <cmath>

using namespace dealscape;
using namespace dealscape::layout;

namespace {

Graph remembered(Graph graph, const std::vector<Point> &positions)
{
    for (std::size_t i = 0; i < graph.nodes.size() && i < positions.size(); ++i)
        graph.nodes[i].previous = positions[i];
    return graph;
}

double furthest(const std::vector<Point> &before, const std::vector<Point> &after, std::size_t count)
{
    double most = 0;
    for (std::size_t i = 0; i < count; ++i)
        most = std::max(most, length(after[i] - before[i]));
    return most;
}

/// The graph with further nodes, each joined with a node that was there.
Graph grown(Graph graph, int more)
{
    const int count = static_cast<int>(graph.nodes.size());
    for (int i = 0; i < more; ++i) {
        graph.nodes.push_back(networks::disc(15));
        graph.edges.push_back(networks::edge((i * 7) % count, count + i));
    }
    return graph;
}

} // namespace

/// Pictures that follow pictures: who stays, who moves, who comes.
class BetweenTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void continuesWhenHalfIsKnown_data();
    void continuesWhenHalfIsKnown();
    void theSameGraphStaysAsItIs_data();
    void theSameGraphStaysAsItIs();
    void oldNodesStayWhenNewOnesCome_data();
    void oldNodesStayWhenNewOnesCome();
    void newNodesStandByTheirPartners();
    void chainsOfNewNodesGrowFromWhatIsThere();
    void strangersFindAPlace();
    void promisesHoldForEveryShape_data();
    void promisesHoldForEveryShape();
    void pinnedNodesWin();
    void pinnedOnOneSpotStay();
    void previousOutsideTheFrameComesBack();
    void comingAndGoingReturns();
    void relaxIsSmall_data();
    void relaxIsSmall();
    void relaxKeepsPinned();
};

void BetweenTest::continuesWhenHalfIsKnown_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("previous");
    QTest::addColumn<int>("pinned");
    QTest::addColumn<bool>("expected");
    QTest::newRow("nothing") << 0 << 0 << 0 << false;
    QTest::newRow("all new") << 4 << 0 << 0 << false;
    QTest::newRow("pinned alone") << 4 << 0 << 4 << false;
    QTest::newRow("fewer than half") << 5 << 2 << 0 << false;
    QTest::newRow("half") << 4 << 2 << 0 << true;
    QTest::newRow("half with the pinned") << 5 << 2 << 1 << true;
    QTest::newRow("all") << 3 << 3 << 0 << true;
    QTest::newRow("one of one") << 1 << 1 << 0 << true;
}

void BetweenTest::continuesWhenHalfIsKnown()
{
    QFETCH(int, count);
    QFETCH(int, previous);
    QFETCH(int, pinned);
    QFETCH(bool, expected);
    Graph graph = networks::isolated(count);
    for (int i = 0; i < previous; ++i)
        graph.nodes[static_cast<std::size_t>(i)].previous = Point{1, 1};
    for (int i = previous; i < previous + pinned; ++i)
        graph.nodes[static_cast<std::size_t>(i)].pinned = Point{1, 1};
    QCOMPARE(continues(graph), expected);
}

void BetweenTest::theSameGraphStaysAsItIs_data()
{
    QTest::addColumn<Graph>("graph");
    for (const auto &[name, graph] : shapes::all())
        QTest::newRow(name) << graph;
}

void BetweenTest::theSameGraphStaysAsItIs()
{
    QFETCH(Graph, graph);
    const Placement before = place(graph, {});
    const Placement after = place(remembered(graph, before.nodes), {});
    const double most = furthest(before.nodes, after.nodes, graph.nodes.size());
    QVERIFY2(most < 2, qPrintable(QString::number(most)));
    QCOMPARE(shapes::overlapping(graph, after), 0);
}

void BetweenTest::oldNodesStayWhenNewOnesCome_data()
{
    QTest::addColumn<int>("more");
    for (const int more : {1, 3, 10, 25})
        QTest::addRow("%d", more) << more;
}

void BetweenTest::oldNodesStayWhenNewOnesCome()
{
    QFETCH(int, more);
    const Graph graph = networks::deals(40, 80, 6);
    const Placement before = place(graph, {});
    const Graph larger = remembered(grown(graph, more), before.nodes);
    const Placement after = place(larger, {});
    double mean = 0;
    for (std::size_t i = 0; i < 40; ++i)
        mean += length(after.nodes[i] - before.nodes[i]) / 40;
    QVERIFY2(mean < 4, qPrintable(QString::number(mean)));
    QCOMPARE(shapes::overlapping(larger, after), 0);
}

void BetweenTest::newNodesStandByTheirPartners()
{
    const Graph graph = networks::deals(40, 80, 6);
    const Placement before = place(graph, {});
    const Graph larger = remembered(grown(graph, 6), before.nodes);
    const Placement after = place(larger, {});
    double usual = 0;
    for (const Edge &edge : graph.edges)
        usual += length(before.nodes[static_cast<std::size_t>(edge.from)] - before.nodes[static_cast<std::size_t>(edge.to)]) /
            static_cast<double>(graph.edges.size());
    for (int i = 0; i < 6; ++i) {
        const double own = length(after.nodes[static_cast<std::size_t>(40 + i)] - after.nodes[static_cast<std::size_t>((i * 7) % 40)]);
        QVERIFY2(own < 1.6 * usual, qPrintable(QStringLiteral("%1 of %2").arg(own).arg(usual)));
    }
}

void BetweenTest::chainsOfNewNodesGrowFromWhatIsThere()
{
    const Graph graph = shapes::chain(10);
    const Placement before = place(graph, {});
    const Placement after = place(remembered(shapes::chain(16), before.nodes), {});
    QVERIFY(furthest(before.nodes, after.nodes, 10) < 40);
    double longest = 0;
    for (std::size_t i = 10; i < 16; ++i)
        longest = std::max(longest, length(after.nodes[i] - after.nodes[i - 1]));
    QVERIFY2(longest < 700, qPrintable(QString::number(longest)));
}

void BetweenTest::strangersFindAPlace()
{
    Graph graph = remembered(networks::isolated(12), shapes::scattered(8, 3, 1400, 700));
    graph.edges = {networks::edge(8, 9), networks::edge(10, 11)};
    const Placement placement = place(graph, {});
    QCOMPARE(shapes::overlapping(graph, placement), 0);
    for (const Point &point : placement.nodes)
        QVERIFY(point.x > 0 && point.x < 1504 && point.y > 0 && point.y < 800);
}

void BetweenTest::promisesHoldForEveryShape_data()
{
    theSameGraphStaysAsItIs_data();
}

void BetweenTest::promisesHoldForEveryShape()
{
    // Old places that have nothing to do with the graph, for two nodes of three.
    QFETCH(Graph, graph);
    const std::vector<Point> old = shapes::scattered(static_cast<int>(graph.nodes.size()), 9, 2500, 1200);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (i % 3 != 2)
            graph.nodes[i].previous = old[i] - Point{500, 200};
    const Placement placement = place(graph, {});
    QCOMPARE(shapes::overlapping(graph, placement), 0);
    const Box frame = Box{0, 0, 1504, 800}.grown(1e-6);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const double r = graph.nodes[i].radius * placement.scale;
        QVERIFY(frame.contains(Box{placement.nodes[i].x - r, placement.nodes[i].y - r, 2 * r, 2 * r}));
    }
    QCOMPARE(place(graph, {}).nodes, placement.nodes);
}

void BetweenTest::pinnedNodesWin()
{
    const Graph graph = networks::deals(30, 60, 6);
    const Placement before = place(graph, {});
    Graph moved = remembered(graph, before.nodes);
    // Put by hand onto another node: the other gives way.
    moved.nodes[3].pinned = before.nodes[11];
    const Placement after = place(moved, {});
    QCOMPARE(after.nodes[3], before.nodes[11]);
    QVERIFY(length(after.nodes[11] - before.nodes[11]) > 10);
    QCOMPARE(shapes::overlapping(moved, after), 0);
}

void BetweenTest::pinnedOnOneSpotStay()
{
    // Who puts two nodes onto one another by hand gets that, and nobody else pays for it.
    Graph graph = shapes::of(4, {{0, 1}, {1, 2}});
    graph.nodes[0].pinned = Point{400, 300};
    graph.nodes[1].pinned = Point{412, 300};
    const Placement placement = place(graph, {});
    QCOMPARE(placement.nodes[0], (Point{400, 300}));
    QCOMPARE(placement.nodes[1], (Point{412, 300}));
    QCOMPARE(placement.scale, 1.0);
    QCOMPARE(shapes::overlapping(graph, placement), 1);
}

void BetweenTest::previousOutsideTheFrameComesBack()
{
    // The window became smaller: what stood outside stands inside again.
    const Graph graph = networks::deals(30, 60, 6);
    const Placement before = place(graph, {});
    Request request;
    request.width = 700;
    request.height = 500;
    const Graph known = remembered(graph, before.nodes);
    const Placement after = place(known, request);
    QCOMPARE(shapes::overlapping(known, after), 0);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const double r = graph.nodes[i].radius * after.scale;
        QVERIFY((Box{0, 0, 700, 500}.contains(Box{after.nodes[i].x - r, after.nodes[i].y - r, 2 * r, 2 * r})));
    }
}

void BetweenTest::comingAndGoingReturns()
{
    const Graph graph = networks::deals(40, 80, 6);
    const Placement before = place(graph, {});
    const Placement with = place(remembered(grown(graph, 4), before.nodes), {});
    const Placement without = place(remembered(graph, with.nodes), {});
    QVERIFY(furthest(with.nodes, without.nodes, 40) < 2);
}

void BetweenTest::relaxIsSmall_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 0.5, 0.1})
        QTest::addRow("%g", scale) << scale;
}

void BetweenTest::relaxIsSmall()
{
    // What stands where it stood, and clear of others, rests.
    QFETCH(double, scale);
    Graph graph = shapes::grid(6, 4);
    std::vector<Point> positions;
    for (int i = 0; i < 24; ++i)
        positions.push_back({100.0 + 120 * (i % 6), 100.0 + 120 * (i / 6)});
    graph = remembered(graph, positions);
    const std::vector<Point> before = positions;
    QVERIFY(relax(graph, positions, scale) < 1e-3);
    QVERIFY(furthest(before, positions, 24) < 1e-3);
}

void BetweenTest::relaxKeepsPinned()
{
    Graph graph = networks::deals(30, 60, 2);
    std::vector<Point> positions = place(graph, {}).nodes;
    graph = remembered(graph, positions);
    graph.nodes[5].pinned = positions[5] + Point{200, -120};
    for (int round = 0; round < 60; ++round) {
        relax(graph, positions, 1);
        QCOMPARE(positions[5], *graph.nodes[5].pinned);
        QVERIFY(std::all_of(positions.begin(), positions.end(), shapes::finite));
    }
    QVERIFY(relax(graph, positions, 1) < 2);
}

DEALSCAPE_TEST(BetweenTest, dealscape::testing::NoApplication)
#include "test_between.moc"
