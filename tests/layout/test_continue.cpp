// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks.h"
#include "testmain.h"

#include <QTest>

#include <cmath>

using namespace dealscape::layout;

namespace {

Graph remembered(Graph graph, const Placement &placement)
{
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        graph.nodes[i].previous = placement.nodes[i];
    return graph;
}

int touching(const Graph &graph, const std::vector<Point> &points, double scale)
{
    int count = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = i + 1; j < points.size(); ++j)
            count += length(points[i] - points[j]) < (graph.nodes[i].radius + graph.nodes[j].radius) * scale - 1e-6;
    return count;
}

} // namespace

class ContinueTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void newcomersFitIn_data();
    void newcomersFitIn();
    void whatRemainsStays_data();
    void whatRemainsStays();
    void newcomersStandNearTheirPartners();
    void fewRemainingKeepTheirSides();
    void pinnedAndRemembered();
    void relaxFollowsTheDrag();
    void relaxComesToRest();
    void relaxKeepsDiscsApart();
    void relaxLeavesOthersAlone();
    void relaxWithoutMemoryOnlySeparates();
};

void ContinueTest::newcomersFitIn_data()
{
    QTest::addColumn<int>("known");
    for (const int known : {30, 38, 39, 40})
        QTest::addRow("%d of 40", known) << known;
}

void ContinueTest::newcomersFitIn()
{
    QFETCH(int, known);
    Graph graph = networks::deals(40, 80, 4, networks::Names::All);
    const Placement before = place(graph, {});
    graph = remembered(graph, before);
    for (int i = known; i < 40; ++i)
        graph.nodes[i].previous.reset();
    const Placement after = place(graph, {});
    double moved = 0;
    for (int i = 0; i < known; ++i)
        moved += length(after.nodes[i] - before.nodes[i]) / known;
    QVERIFY(moved < 12);
    QCOMPARE(touching(graph, after.nodes, after.scale), 0);
}

void ContinueTest::whatRemainsStays_data()
{
    QTest::addColumn<Algorithm>("algorithm");
    QTest::addColumn<double>("still");
    QTest::newRow("web") << Algorithm::Web << 1.0;
    QTest::newRow("supply chain") << Algorithm::SupplyChain << 0.8;
    QTest::newRow("orbit") << Algorithm::Orbit << 0.8;
    QTest::newRow("ring") << Algorithm::Ring << 0.9;
}

void ContinueTest::whatRemainsStays()
{
    QFETCH(Algorithm, algorithm);
    QFETCH(double, still);
    constexpr int count = 26;
    Request request;
    request.algorithm = algorithm;
    Graph graph = networks::deals(count, 40, 7);
    graph.rings = {{0, 1, 2}};
    graph.centre = 0;
    const Placement before = place(graph, request);
    graph = remembered(graph, before);
    // The last nodes go, and one of those before them was not there.
    constexpr int left = 21;
    graph.nodes.resize(left);
    std::erase_if(graph.edges, [](const Edge &edge) { return edge.from >= left || edge.to >= left; });
    graph.nodes[left - 1].previous.reset();
    const Placement after = place(graph, request);
    int same = 0;
    for (int i = 0; i < left - 1; ++i)
        same += length(after.nodes[i] - before.nodes[i]) < 8;
    QVERIFY2(same >= still * (left - 1), qPrintable(QString::number(same)));
    QCOMPARE(touching(graph, after.nodes, after.scale), 0);
}

void ContinueTest::newcomersStandNearTheirPartners()
{
    Graph graph = networks::star(12);
    const Placement before = place(graph, {});
    graph = remembered(graph, before);
    graph.nodes.push_back(networks::disc(15));
    graph.edges.push_back(networks::edge(3, 13));
    const Placement after = place(graph, {});
    for (int other = 1; other <= 12; ++other)
        if (other != 3)
            QVERIFY(length(after.nodes[13] - after.nodes[3]) < length(after.nodes[13] - after.nodes[other]) + 200);
    QVERIFY(length(after.nodes[13] - after.nodes[3]) < 400);
}

void ContinueTest::fewRemainingKeepTheirSides()
{
    Graph graph = networks::deals(60, 130, 4);
    const Placement before = place(graph, {});
    double least = 1e9;
    for (const int mirrored : {0, 1, 2, 3}) {
        Graph next = graph;
        for (int i = 0; i < 12; ++i)
            next.nodes[i].previous = Point{mirrored & 1 ? 1504 - before.nodes[i].x : before.nodes[i].x,
                                           mirrored & 2 ? 800 - before.nodes[i].y : before.nodes[i].y};
        const Placement after = place(next, {});
        double off = 0;
        for (int i = 0; i < 12; ++i)
            off += length(after.nodes[i] - *next.nodes[i].previous) / 12;
        QVERIFY(off < 120);
        least = std::min(least, off);
    }
    QVERIFY(least < 20);
}

void ContinueTest::pinnedAndRemembered()
{
    Graph graph = networks::deals(40, 80, 4);
    const Placement before = place(graph, {});
    graph = remembered(graph, before);
    graph.nodes[6].pinned = Point{700, 410};
    const Placement after = place(graph, {});
    QCOMPARE(after.nodes[6], (Point{700, 410}));
    QCOMPARE(touching(graph, after.nodes, after.scale), 0);
}

void ContinueTest::relaxFollowsTheDrag()
{
    Graph graph = networks::star(8);
    const Placement placement = place(graph, {});
    graph = remembered(graph, placement);
    graph.nodes[0].pinned = placement.nodes[0] + Point{120, 0};
    std::vector<Point> points = placement.nodes;
    for (int round = 0; round < 40; ++round)
        relax(graph, points, placement.scale);
    QCOMPARE(points[0], *graph.nodes[0].pinned);
    double follow = 0;
    for (int i = 1; i <= 8; ++i)
        follow += (points[i].x - placement.nodes[i].x) / 8;
    QVERIFY(follow > 10 && follow < 120);
}

void ContinueTest::relaxComesToRest()
{
    Graph graph = networks::deals(60, 130, 4);
    const Placement placement = place(graph, {});
    graph = remembered(graph, placement);
    graph.nodes[2].pinned = Point{300, 300};
    std::vector<Point> points = placement.nodes;
    double moved = 0;
    for (int round = 0; round < 200; ++round)
        moved = relax(graph, points, placement.scale);
    QVERIFY(moved < 6);
}

void ContinueTest::relaxKeepsDiscsApart()
{
    Graph graph = networks::deals(40, 80, 4);
    const Placement placement = place(graph, {});
    graph = remembered(graph, placement);
    graph.nodes[2].pinned = placement.nodes[9];
    std::vector<Point> points = placement.nodes;
    for (int round = 0; round < 60; ++round)
        relax(graph, points, placement.scale);
    QVERIFY(length(points[2] - points[9]) > 0.8 * (graph.nodes[2].radius + graph.nodes[9].radius) * placement.scale);
}

void ContinueTest::relaxLeavesOthersAlone()
{
    Graph graph = networks::pairs(10);
    const Placement placement = place(graph, {});
    graph = remembered(graph, placement);
    graph.nodes[0].pinned = placement.nodes[0] + Point{0, 6};
    std::vector<Point> points = placement.nodes;
    relax(graph, points, placement.scale);
    for (std::size_t i = 2; i < points.size(); ++i)
        QVERIFY(length(points[i] - placement.nodes[i]) < 1e-3);
}

void ContinueTest::relaxWithoutMemoryOnlySeparates()
{
    const Graph graph = networks::star(5);
    std::vector<Point> points = place(graph, {}).nodes;
    QVERIFY(relax(graph, points, 1) < 1);
    std::vector<Point> heap(points.size(), Point{100, 100});
    QVERIFY(relax(graph, heap, 1) > 1);
    std::vector<Point> none;
    QCOMPARE(relax({}, none, 1), 0.0);
}

DEALSCAPE_TEST(ContinueTest, dealscape::testing::NoApplication)
#include "test_continue.moc"
