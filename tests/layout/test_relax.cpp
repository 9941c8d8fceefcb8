// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks.h"
#include "testmain.h"

#include <QTest>

#include <cmath>

using namespace dealscape::layout;

class RelaxTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void comesToRest();
    void keepsDiscsApart();
    void leavesOthersAlone();
    void onlySeparates();
};

void RelaxTest::comesToRest()
{
    Graph graph = networks::deals(60, 130, 4);
    const Placement placement = place(graph, {});
    graph.nodes[2].pinned = Point{300, 300};
    std::vector<Point> points = placement.nodes;
    double moved = 0;
    for (int round = 0; round < 200; ++round)
        moved = relax(graph, points, placement.scale);
    QVERIFY(moved < 6);
}

void RelaxTest::keepsDiscsApart()
{
    Graph graph = networks::deals(40, 80, 4);
    const Placement placement = place(graph, {});
    graph.nodes[2].pinned = placement.nodes[9];
    std::vector<Point> points = placement.nodes;
    for (int round = 0; round < 60; ++round)
        relax(graph, points, placement.scale);
    QVERIFY(length(points[2] - points[9]) > 0.8 * (graph.nodes[2].radius + graph.nodes[9].radius) * placement.scale);
}

void RelaxTest::leavesOthersAlone()
{
    Graph graph = networks::pairs(10);
    const Placement placement = place(graph, {});
    graph.nodes[0].pinned = placement.nodes[0] + Point{0, 6};
    std::vector<Point> points = placement.nodes;
    relax(graph, points, placement.scale);
    for (std::size_t i = 2; i < points.size(); ++i)
        QVERIFY(length(points[i] - placement.nodes[i]) < 1e-3);
}

void RelaxTest::onlySeparates()
{
    const Graph graph = networks::star(5);
    std::vector<Point> points = place(graph, {}).nodes;
    QVERIFY(relax(graph, points, 1) < 1);
    std::vector<Point> heap(points.size(), Point{100, 100});
    QVERIFY(relax(graph, heap, 1) > 1);
    std::vector<Point> none;
    QCOMPARE(relax({}, none, 1), 0.0);
}

DEALSCAPE_TEST(RelaxTest, dealscape::testing::NoApplication)
#include "test_relax.moc"
