// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks.h"
#include "testmain.h"

#include "layout/arcs.h"
#include "layout/curves.h"
#include "layout/topology.h"

#include <QTest>

#include <cmath>

using namespace dealscape::layout;

namespace {

Placement placed(const Graph &graph, Algorithm algorithm)
{
    Request request;
    request.algorithm = algorithm;
    return place(graph, request);
}

std::vector<int> ringOf(int length)
{
    std::vector<int> ring;
    for (int i = 0; i < length; ++i)
        ring.push_back(i);
    return ring;
}

struct Round {
    Point centre;
    double radius = 0;
};

/// The circle on which the first nodes stand.
Round roundOf(const Placement &placement, int count)
{
    Round round;
    for (int i = 0; i < count; ++i)
        round.centre = round.centre + placement.nodes[i] * (1.0 / count);
    round.radius = length(placement.nodes[0] - round.centre);
    return round;
}

std::vector<Point> walked(const Route &route)
{
    std::vector<Point> line;
    for (std::size_t i = 0; i + 3 < route.points.size(); i += 3)
        for (int k = 0; k <= 16; ++k)
            line.push_back(at({route.points[i], route.points[i + 1], route.points[i + 2], route.points[i + 3]}, k / 16.0));
    return line;
}

} // namespace

class RingsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void orbitPutsItsCentreInTheMiddle_data();
    void orbitPutsItsCentreInTheMiddle();
    void orbitTakesTheBusiestByDefault();
    void orbitGrowsWithDistance();
    void ringIsACircle_data();
    void ringIsACircle();
    void ringEdgesFollowTheCircle_data();
    void ringEdgesFollowTheCircle();
    void partnersDealRoundTheOutside();
    void arcsBowToTheirSide_data();
    void arcsBowToTheirSide();
    void restStandsOutside();
    void firstRingKeepsItsNodes();
    void foreignNodesInRingsAreIgnored();
    void cycleIsFoundWithoutRings();
};

void RingsTest::orbitPutsItsCentreInTheMiddle_data()
{
    QTest::addColumn<int>("centre");
    for (const int centre : {0, 5, 39})
        QTest::addRow("%d", centre) << centre;
}

void RingsTest::orbitPutsItsCentreInTheMiddle()
{
    QFETCH(int, centre);
    Graph graph = networks::deals(40, 80, 2, networks::Names::All);
    graph.centre = centre;
    QCOMPARE(placed(graph, Algorithm::Orbit).nodes[centre], (Point{752, 400}));
}

void RingsTest::orbitTakesTheBusiestByDefault()
{
    for (const int centre : {-1, 99}) {
        Graph graph = networks::star(9);
        graph.centre = centre;
        QCOMPARE(placed(graph, Algorithm::Orbit).nodes[0], (Point{752, 400}));
    }
}

void RingsTest::orbitGrowsWithDistance()
{
    // A chain of stars: each step is further out, measured against the ellipse.
    Graph graph;
    for (int i = 0; i < 21; ++i)
        graph.nodes.push_back(networks::disc(15, i % 4));
    for (int i = 1; i <= 5; ++i) {
        graph.edges.push_back(networks::edge(0, i));
        for (int k = 0; k < 3; ++k)
            graph.edges.push_back(networks::edge(i, 3 + 3 * i + k - 1 < 21 ? 3 + 3 * i + k : 20));
    }
    graph.centre = 0;
    const Placement placement = placed(graph, Algorithm::Orbit);
    std::vector<int> steps;
    Topology(graph).distancesFrom(0, steps);
    double wide = 0;
    for (const Point &point : placement.nodes)
        wide = std::max(wide, std::abs(point.x - 752));
    double high = 0;
    for (const Point &point : placement.nodes)
        high = std::max(high, std::abs(point.y - 400));
    double nearest[3] = {1e9, 1e9, 1e9};
    double farthest[3] = {0, 0, 0};
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (steps[i] < 0 || steps[i] > 2)
            continue;
        const double r = std::hypot((placement.nodes[i].x - 752) / wide, (placement.nodes[i].y - 400) / high);
        nearest[steps[i]] = std::min(nearest[steps[i]], r);
        farthest[steps[i]] = std::max(farthest[steps[i]], r);
    }
    QVERIFY(farthest[0] < nearest[1]);
    QVERIFY(farthest[1] < nearest[2]);
}

void RingsTest::ringIsACircle_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("others");
    for (const int length : {3, 5, 9})
        for (const int others : {0, 20, 60})
            QTest::addRow("%d, %d others", length, others) << length << others;
}

void RingsTest::ringIsACircle()
{
    QFETCH(int, length);
    QFETCH(int, others);
    Graph graph = networks::cycle(length);
    for (int i = 0; i < others; ++i) {
        graph.nodes.push_back(networks::disc(15));
        graph.edges.push_back(networks::edge(i % length, length + i));
    }
    graph.rings = {{}};
    for (int i = 0; i < length; ++i)
        graph.rings[0].push_back(i);
    const Placement placement = placed(graph, Algorithm::Ring);
    Point centre;
    for (int i = 0; i < length; ++i)
        centre = centre + placement.nodes[i] * (1.0 / length);
    const double radius = dealscape::layout::length(placement.nodes[0] - centre);
    QVERIFY(radius > 20 * placement.scale);
    const double step = dealscape::layout::length(placement.nodes[1] - placement.nodes[0]);
    for (int i = 0; i < length; ++i) {
        QVERIFY(std::abs(dealscape::layout::length(placement.nodes[i] - centre) - radius) < 0.5);
        QVERIFY(std::abs(dealscape::layout::length(placement.nodes[(i + 1) % length] - placement.nodes[i]) - step) < 0.5);
    }
}

void RingsTest::ringEdgesFollowTheCircle_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {2, 3, 4, 7})
        QTest::addRow("%d", length) << length;
}

void RingsTest::ringEdgesFollowTheCircle()
{
    QFETCH(int, length);
    Graph graph = networks::cycle(length);
    graph.edges.push_back(length > 2 ? networks::edge(1, 0) : networks::edge(0, 1));
    for (int i = 0; i < 12; ++i) {
        graph.nodes.push_back(networks::disc(15));
        graph.edges.push_back(networks::edge(i % length, length + i));
    }
    graph.rings = {ringOf(length)};
    const Placement placement = placed(graph, Algorithm::Ring);
    const Round round = roundOf(placement, length);
    for (int i = 0; i < length; ++i)
        for (const Point &point : walked(placement.routes[i]))
            QVERIFY(std::abs(dealscape::layout::length(point - round.centre) - round.radius) < 0.01 * round.radius);
    // A further edge between the same two lies outside.
    double farthest = 0;
    for (const Point &point : walked(placement.routes[length]))
        farthest = std::max(farthest, dealscape::layout::length(point - round.centre));
    QVERIFY(farthest > round.radius + 5);
}

void RingsTest::partnersDealRoundTheOutside()
{
    // All of one ring's node's partners find room on its own side.
    Graph graph = networks::cycle(3);
    for (int i = 0; i < 14; ++i) {
        graph.nodes.push_back(networks::disc(15));
        graph.edges.push_back(networks::edge(1, 3 + i));
    }
    graph.rings = {ringOf(3)};
    const Placement placement = placed(graph, Algorithm::Ring);
    const Round round = roundOf(placement, 3);
    for (std::size_t e = 3; e < graph.edges.size(); ++e)
        for (const Point &point : walked(placement.routes[e]))
            QVERIFY(length(point - round.centre) > 0.7 * round.radius);
}

void RingsTest::arcsBowToTheirSide_data()
{
    QTest::addColumn<double>("bow");
    for (const double bow : {5.0, 50.0, 140.0, -50.0, -140.0})
        QTest::addRow("%g", bow) << bow;
}

void RingsTest::arcsBowToTheirSide()
{
    QFETCH(double, bow);
    const Route route = arcBetween({0, 0}, {200, 0}, 20, 30, bow);
    QCOMPARE(route.points.size() % 3, std::size_t(1));
    QVERIFY(std::abs(length(route.points.front()) - 20) < 1e-6);
    QVERIFY(std::abs(length(route.points.back() - Point{200, 0}) - 30) < 1e-6);
    double highest = 0;
    for (const Point &point : walked(route))
        highest = std::abs(point.y) > std::abs(highest) ? point.y : highest;
    QVERIFY(std::abs(highest + bow) < 0.02 * std::abs(bow) + 0.5);
    QVERIFY(arcBetween({0, 0}, {40, 0}, 30, 30, bow / 10).points.empty());
    QVERIFY(arcBetween({5, 5}, {5, 5}, 1, 1, bow).points.empty());
}

void RingsTest::restStandsOutside()
{
    Graph graph = networks::deals(40, 80, 3);
    graph.rings = {{0, 1, 2, 3}};
    const Placement placement = placed(graph, Algorithm::Ring);
    const Point centre = (placement.nodes[0] + placement.nodes[2]) * 0.5;
    const double radius = length(placement.nodes[0] - centre);
    for (std::size_t i = 4; i < graph.nodes.size(); ++i)
        QVERIFY(length(placement.nodes[i] - centre) > radius);
}

void RingsTest::firstRingKeepsItsNodes()
{
    Graph graph = networks::deals(20, 40, 3);
    graph.rings = {{0, 1, 2, 3}, {3, 4, 5}};
    const Placement placement = placed(graph, Algorithm::Ring);
    const Point centre = (placement.nodes[0] + placement.nodes[2]) * 0.5;
    const double radius = length(placement.nodes[0] - centre);
    QVERIFY(std::abs(length(placement.nodes[3] - centre) - radius) < 0.5);
    QVERIFY(length(placement.nodes[4] - centre) > radius);
}

void RingsTest::foreignNodesInRingsAreIgnored()
{
    Graph graph = networks::deals(10, 20, 3);
    graph.rings = {{0, 55, 1, -3, 2}, {}};
    const Placement placement = placed(graph, Algorithm::Ring);
    QCOMPARE(placement.nodes.size(), std::size_t(10));
    for (const Point &point : placement.nodes)
        QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
}

void RingsTest::cycleIsFoundWithoutRings()
{
    // Round the circle every two neighbours of a plain cycle stand side by side.
    const Graph graph = networks::cycle(16);
    const Placement placement = placed(graph, Algorithm::Ring);
    double longest = 0;
    for (const Edge &edge : graph.edges)
        longest = std::max(longest, length(placement.nodes[edge.from] - placement.nodes[edge.to]));
    double widest = 0;
    for (const Point &point : placement.nodes)
        widest = std::max(widest, length(point - placement.nodes[0]));
    QVERIFY(longest < 0.4 * widest);
}

DEALSCAPE_TEST(RingsTest, dealscape::testing::NoApplication)
#include "test_rings.moc"
