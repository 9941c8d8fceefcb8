// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include "layout/curves.h"
#include "layout/hull.h"
#include "layout/lanes.h"

#include <QTest>

#include <cmath>

using namespace dealscape;
using namespace dealscape::layout;

namespace {

/// Deepest that a route runs into a disc that it does not end at, in pixels; below 0 where it keeps clear of all.
double deepest(const Graph &graph, const std::vector<Point> &positions, double scale, const std::vector<Route> &routes)
{
    double worst = -1e9;
    for (std::size_t e = 0; e < routes.size(); ++e) {
        const std::vector<Point> line = shapes::along(routes[e], 60);
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            if (static_cast<int>(i) == graph.edges[e].from || static_cast<int>(i) == graph.edges[e].to)
                continue;
            for (const Point &point : line)
                worst = std::max(worst, graph.nodes[i].radius * scale - length(point - positions[i]));
        }
    }
    return worst;
}

int throughDiscs(const Graph &graph, const std::vector<Point> &positions, double scale, const std::vector<Route> &routes)
{
    int count = 0;
    for (std::size_t e = 0; e < routes.size(); ++e) {
        Graph one = graph;
        one.edges = {graph.edges[e]};
        count += deepest(one, positions, scale, {routes[e]}) > 0.5;
    }
    return count;
}

/// How often straight ways would run through discs.
int straightThrough(const Graph &graph, const std::vector<Point> &positions, double scale)
{
    int count = 0;
    for (const Edge &edge : graph.edges) {
        bool hit = false;
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            hit = hit ||
                (static_cast<int>(i) != edge.from && static_cast<int>(i) != edge.to &&
                 distanceTo(positions[static_cast<std::size_t>(edge.from)], positions[static_cast<std::size_t>(edge.to)], positions[i]) <
                     graph.nodes[i].radius * scale);
        count += hit;
    }
    return count;
}

double bend(const Route &route)
{
    double most = 0;
    for (const Point &point : shapes::along(route, 20))
        most = std::max(most, distanceTo(route.points.front(), route.points.back(), point));
    return most;
}

} // namespace

class RoutesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void placedEdgesKeepOffForeignDiscs_data();
    void placedEdgesKeepOffForeignDiscs();
    void wallsArePassedRound_data();
    void wallsArePassedRound();
    void clearWaysStayPlain();
    void waysFollowTheNodes();
    void mirroredWaysAreMirrored();
    void everyEdgeOfAFanLeavesItsOwnWay();
    void wideEdgesKeepFurtherOff();
    void scaleShrinksDiscsToo();
    void largePicturesAreDrawnPlainly();
    void cancelledRoutesAreStraight();
    void insideTheBox_data();
    void insideTheBox();
    void boxesOfNoSizeAreBorne();
    void joinsAreSmooth();
    void chainLanesKeepOffForeignDiscs_data();
    void chainLanesKeepOffForeignDiscs();
    void chainWishesAreGranted();
    void chainWaysRunLeftToRight();
};

void RoutesTest::placedEdgesKeepOffForeignDiscs_data()
{
    QTest::addColumn<Graph>("graph");
    QTest::addColumn<Algorithm>("algorithm");
    QTest::addColumn<double>("share");
    for (const auto &[name, graph] : shapes::all()) {
        if (graph.edges.empty())
            continue;
        QTest::addRow("web, %s", name) << graph << Algorithm::Web << 0.03;
        QTest::addRow("orbit, %s", name) << graph << Algorithm::Orbit << 0.12;
    }
}

void RoutesTest::placedEdgesKeepOffForeignDiscs()
{
    QFETCH(Graph, graph);
    QFETCH(Algorithm, algorithm);
    QFETCH(double, share);
    Request request;
    request.algorithm = algorithm;
    const Placement placement = place(graph, request);
    const int hits = throughDiscs(graph, placement.nodes, placement.scale, placement.routes);
    QVERIFY2(hits <= share * static_cast<double>(graph.edges.size()),
             qPrintable(QStringLiteral("%1 of %2, straight %3")
                            .arg(hits)
                            .arg(graph.edges.size())
                            .arg(straightThrough(graph, placement.nodes, placement.scale))));
}

void RoutesTest::wallsArePassedRound_data()
{
    QTest::addColumn<int>("discs");
    QTest::addColumn<double>("radius");
    QTest::newRow("one") << 1 << 25.0;
    QTest::newRow("two side by side") << 2 << 20.0;
    QTest::newRow("three side by side") << 3 << 15.0;
    QTest::newRow("one large") << 1 << 60.0;
}

void RoutesTest::wallsArePassedRound()
{
    QFETCH(int, discs);
    QFETCH(double, radius);
    Graph graph = shapes::of(2, {{0, 1}, {1, 0}});
    std::vector<Point> positions = {{100, 300}, {700, 300}};
    for (int i = 0; i < discs; ++i) {
        graph.nodes.push_back(networks::disc(radius));
        positions.push_back({400, 300 + (i - (discs - 1) / 2.0) * 1.7 * radius});
    }
    QCOMPARE(straightThrough(graph, positions, 1), 2);
    QVERIFY(deepest(graph, positions, 1, curvedRoutes(graph, positions, 1, {})) < 0);
}

void RoutesTest::clearWaysStayPlain()
{
    const Graph graph = shapes::of(3, {{0, 1}, {1, 2}, {2, 0}});
    for (const Route &route : curvedRoutes(graph, {{0, 0}, {500, 0}, {250, 400}}, 1, {})) {
        QCOMPARE(route.points.size(), std::size_t(4));
        QVERIFY(bend(route) > 1 && bend(route) < 40);
    }
}

void RoutesTest::waysFollowTheNodes()
{
    const Graph graph = networks::deals(30, 60, 3);
    const std::vector<Point> positions = shapes::scattered(30, 2, 900, 600);
    std::vector<Point> moved = positions;
    for (Point &point : moved)
        point = point + Point{48 * 5, 48 * 7};
    const auto before = curvedRoutes(graph, positions, 1, {});
    const auto after = curvedRoutes(graph, moved, 1, {});
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].points.size(), before[i].points.size());
        for (std::size_t k = 0; k < before[i].points.size(); ++k)
            QVERIFY(length(after[i].points[k] - before[i].points[k] - Point{240, 336}) < 1e-6);
    }
}

void RoutesTest::mirroredWaysAreMirrored()
{
    // An edge there and its edge back lie on opposite sides, so that turning both round swaps their ways.
    const Graph graph = shapes::of(2, {{0, 1}, {1, 0}});
    const Graph turned = shapes::of(2, {{1, 0}, {0, 1}});
    const std::vector<Point> positions = {{0, 0}, {320, 90}};
    const auto one = curvedRoutes(graph, positions, 1, {});
    const auto two = curvedRoutes(turned, positions, 1, {});
    QCOMPARE(one[0].points, two[1].points);
    QCOMPARE(one[1].points, two[0].points);
}

void RoutesTest::everyEdgeOfAFanLeavesItsOwnWay()
{
    const Graph graph = shapes::parallels(2, 6);
    const auto routes = curvedRoutes(graph, {{0, 0}, {500, 0}}, 1, {});
    std::vector<double> heights;
    for (const Route &route : routes)
        heights.push_back(shapes::along(route, 20)[10].y);
    std::sort(heights.begin(), heights.end());
    for (std::size_t i = 1; i < heights.size(); ++i)
        QVERIFY(heights[i] - heights[i - 1] > 4);
    QVERIFY(std::abs(heights.front() + heights.back()) < 1);
}

void RoutesTest::wideEdgesKeepFurtherOff()
{
    Graph graph = shapes::of(2, {{0, 1}});
    graph.nodes.push_back(networks::disc(20));
    const std::vector<Point> positions = {{0, 0}, {600, 0}, {300, 5}};
    double before = -1e9;
    for (const double width : {1.0, 12.0, 30.0}) {
        graph.edges[0].width = width;
        const double clear = -deepest(graph, positions, 1, curvedRoutes(graph, positions, 1, {}));
        QVERIFY2(clear >= width / 2 + 3, qPrintable(QString::number(clear)));
        QVERIFY(clear >= before - 1);
        before = clear;
    }
}

void RoutesTest::scaleShrinksDiscsToo()
{
    const Graph graph = shapes::of(2, {{0, 1}});
    for (const double scale : {1.0, 0.5, 0.1}) {
        const auto routes = curvedRoutes(graph, {{0, 0}, {300, 40}}, scale, {});
        QVERIFY(std::abs(length(routes[0].points.front()) - 15 * scale) < 1e-6);
        QVERIFY(std::abs(length(routes[0].points.back() - Point{300, 40}) - 15 * scale) < 1e-6);
    }
}

void RoutesTest::largePicturesAreDrawnPlainly()
{
    // Beyond some thousand edges discs are not avoided any more, but every edge is one curve from rim to rim.
    const Graph graph = networks::deals(800, 1800, 3);
    const std::vector<Point> positions = shapes::scattered(800, 5, 4000, 3000);
    for (const Route &route : curvedRoutes(graph, positions, 1, {}))
        QCOMPARE(route.points.size(), std::size_t(4));
}

void RoutesTest::cancelledRoutesAreStraight()
{
    const Graph graph = networks::deals(60, 140, 3);
    const std::vector<Point> positions = shapes::scattered(60, 5, 1500, 800);
    Progress progress;
    progress.cancelled = [] { return true; };
    const auto routes = curvedRoutes(graph, positions, 1, progress);
    QCOMPARE(routes.size(), graph.edges.size());
    for (const Route &route : routes)
        QVERIFY(bend(route) < 1e-6);
}

void RoutesTest::insideTheBox_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("scale");
    QTest::newRow("thin") << 1.0 << 1.0;
    QTest::newRow("wide") << 40.0 << 1.0;
    QTest::newRow("wide, shrunk") << 40.0 << 0.25;
    QTest::newRow("wider than the box") << 4000.0 << 1.0;
}

void RoutesTest::insideTheBox()
{
    QFETCH(double, width);
    QFETCH(double, scale);
    Graph graph = shapes::of(2, {{0, 1}});
    graph.edges[0].width = width;
    const Box box{10, 20, 300, 200};
    const double inset = std::min({width * scale / 2 + 1, 75.0, 50.0});
    for (std::uint64_t seed = 1; seed < 30; ++seed) {
        std::vector<Route> routes = {{shapes::scattered(7, seed, 700, 700)}};
        const std::vector<Point> before = routes[0].points;
        keepInside(box, graph, scale, routes);
        QCOMPARE(routes[0].points.front(), before.front());
        QCOMPARE(routes[0].points.back(), before.back());
        for (std::size_t i = 1; i < 6; ++i) {
            QVERIFY(box.grown(-inset + 1e-9).contains(routes[0].points[i]));
            QVERIFY(!box.grown(-inset).contains(before[i]) || routes[0].points[i] == before[i]);
        }
    }
}

void RoutesTest::boxesOfNoSizeAreBorne()
{
    const Graph graph = shapes::of(2, {{0, 1}});
    std::vector<Route> routes = {{{{0, 0}, {5, 5}, {-5, 9}, {1, 1}}}};
    keepInside({3, 4, 0, 0}, graph, 1, routes);
    QCOMPARE(routes[0].points[1], (Point{3, 4}));
    QCOMPARE(routes[0].points[2], (Point{3, 4}));
}

void RoutesTest::joinsAreSmooth()
{
    Graph graph = shapes::of(2, {{0, 1}});
    graph.nodes.push_back(networks::disc(60));
    const auto routes = curvedRoutes(graph, {{0, 0}, {700, 0}, {350, 5}}, 1, {});
    const auto &p = routes[0].points;
    QCOMPARE(p.size(), std::size_t(7));
    // Both arms at the joint point the same way.
    QVERIFY(std::abs(shapes::turn(p[2], p[3], p[4])) < 1e-6 * length(p[3] - p[2]) * length(p[4] - p[3]) + 1e-9);
    QVERIFY((p[3].x - p[2].x) * (p[4].x - p[3].x) > 0);
}

void RoutesTest::chainLanesKeepOffForeignDiscs_data()
{
    QTest::addColumn<Graph>("graph");
    QTest::newRow("deals") << networks::deals(40, 80, 5);
    QTest::newRow("named deals") << networks::deals(26, 50, 2, networks::Names::All);
    QTest::newRow("star") << networks::star(20);
    QTest::newRow("cycle") << networks::cycle(18);
}

void RoutesTest::chainLanesKeepOffForeignDiscs()
{
    QFETCH(Graph, graph);
    Request request;
    request.algorithm = Algorithm::SupplyChain;
    const Placement placement = place(graph, request);
    const int hits = throughDiscs(graph, placement.nodes, placement.scale, placement.routes);
    QVERIFY2(hits <= 0.06 * static_cast<double>(graph.edges.size()),
             qPrintable(QStringLiteral("%1 of %2").arg(hits).arg(graph.edges.size())));
}

void RoutesTest::chainWishesAreGranted()
{
    Graph graph = shapes::of(3, {{0, 2}});
    for (int i = 0; i < 3; ++i)
        graph.nodes[static_cast<std::size_t>(i)].column = i;
    const std::vector<Point> positions = {{100, 300}, {400, 300}, {700, 300}};
    for (const double wish : {100.0, 250.0, 520.0}) {
        const auto routes = laneRoutes(graph, positions, 1, {{wish}});
        double nearest = 1e9;
        for (const Point &point : shapes::along(routes[0], 40))
            if (std::abs(point.x - 400) < 10)
                nearest = std::min(nearest, std::abs(point.y - wish));
        QVERIFY(nearest < 1);
    }
    // A wish for a place that a node has is turned aside.
    const auto routes = laneRoutes(graph, positions, 1, {{300}});
    QVERIFY(deepest(graph, positions, 1, routes) < 0);
}

void RoutesTest::chainWaysRunLeftToRight()
{
    const Graph graph = networks::deals(30, 60, 8);
    Request request;
    request.algorithm = Algorithm::SupplyChain;
    const Placement placement = place(graph, request);
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        const int from = graph.nodes[static_cast<std::size_t>(graph.edges[e].from)].column;
        const int to = graph.nodes[static_cast<std::size_t>(graph.edges[e].to)].column;
        if (from == to)
            continue;
        const auto &points = placement.routes[e].points;
        for (std::size_t i = 3; i < points.size(); i += 3)
            QVERIFY((points[i].x - points[i - 3].x) * (to - from) >= -1e-6);
    }
}

DEALSCAPE_TEST(RoutesTest, dealscape::testing::NoApplication)
#include "test_routes.moc"
