// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks.h"
#include "testmain.h"

#include "layout/curves.h"
#include "layout/hull.h"

#include <QTest>

#include <cmath>

using namespace dealscape::layout;

namespace {

Point middleOf(const Route &route)
{
    const auto &p = route.points;
    if (p.size() > 4)
        return p[p.size() / 2];
    return at({p[0], p[1], p[2], p[3]}, 0.5);
}

/// Nearest approach by fine samples.
double approach(const Route &route, Point point)
{
    double least = 1e9;
    for (std::size_t i = 0; i + 3 < route.points.size(); i += 3)
        for (int k = 0; k <= 200; ++k)
            least = std::min(
                least, length(at({route.points[i], route.points[i + 1], route.points[i + 2], route.points[i + 3]}, k / 200.0) - point));
    return least;
}

double side(const Route &route, Point from, Point to)
{
    const Point way = to - from;
    const Point off = middleOf(route) - from;
    return (way.x * off.y - way.y * off.x) / length(way);
}

Graph two(std::vector<std::pair<int, int>> ends)
{
    Graph graph = networks::isolated(2);
    for (const auto &[from, to] : ends)
        graph.edges.push_back(networks::edge(from, to));
    return graph;
}

} // namespace

class CurvesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void quadraticKeepsItsMiddle();
    void oneEdgeBowsALittle_data();
    void oneEdgeBowsALittle();
    void thereAndBackTakeOppositeSides();
    void parallelsFanOut();
    void curvesKeepOffDiscs_data();
    void curvesKeepOffDiscs();
    void coincidingNodesGiveFiniteRoutes();
    void controlPointsStayInside();
    void everyRouteIsOneOrTwoCurves();
};

void CurvesTest::quadraticKeepsItsMiddle()
{
    const Cubic curve = quadratic({0, 0}, {50, 80}, {100, 0});
    QVERIFY(length(at(curve, 0.5) - Point{50, 40}) < 1e-9);
    QCOMPARE(at(curve, 0), (Point{0, 0}));
    QCOMPARE(at(curve, 1), (Point{100, 0}));
}

void CurvesTest::oneEdgeBowsALittle_data()
{
    QTest::addColumn<double>("span");
    for (const double span : {80.0, 200.0, 600.0, 1400.0})
        QTest::addRow("%.0f", span) << span;
}

void CurvesTest::oneEdgeBowsALittle()
{
    QFETCH(double, span);
    const Graph graph = two({{0, 1}});
    const auto routes = route(graph, {{0, 0}, {span, 0}}, 1, Algorithm::Web);
    const double bow = std::abs(side(routes[0], {0, 0}, {span, 0}));
    QVERIFY(bow >= 2 && bow <= 36);
}

void CurvesTest::thereAndBackTakeOppositeSides()
{
    const Graph graph = two({{0, 1}, {1, 0}});
    const auto routes = route(graph, {{0, 0}, {300, 100}}, 1, Algorithm::Web);
    QVERIFY(side(routes[0], {0, 0}, {300, 100}) * side(routes[1], {0, 0}, {300, 100}) < 0);
}

void CurvesTest::parallelsFanOut()
{
    const Graph graph = two({{0, 1}, {0, 1}, {0, 1}, {1, 0}});
    const auto routes = route(graph, {{0, 0}, {400, 0}}, 1, Algorithm::Web);
    std::vector<double> sides;
    for (const Route &route : routes)
        sides.push_back(side(route, {0, 0}, {400, 0}));
    std::sort(sides.begin(), sides.end());
    for (std::size_t i = 1; i < sides.size(); ++i)
        QVERIFY(sides[i] - sides[i - 1] > 5);
}

void CurvesTest::curvesKeepOffDiscs_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("radius");
    QTest::newRow("in the middle") << 300.0 << 0.0 << 20.0;
    QTest::newRow("near the start") << 120.0 << 5.0 << 15.0;
    QTest::newRow("near the end") << 490.0 << -8.0 << 18.0;
    QTest::newRow("large") << 300.0 << 10.0 << 60.0;
    QTest::newRow("beside") << 300.0 << 30.0 << 22.0;
}

void CurvesTest::curvesKeepOffDiscs()
{
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(double, radius);
    Graph graph = two({{0, 1}});
    graph.nodes.push_back(networks::disc(radius));
    const auto routes = route(graph, {{0, 0}, {600, 0}, {x, y}}, 1, Algorithm::Web);
    QVERIFY(approach(routes[0], {x, y}) >= radius + 3);
}

void CurvesTest::coincidingNodesGiveFiniteRoutes()
{
    const Graph graph = two({{0, 1}, {1, 0}, {0, 0}});
    for (const Algorithm algorithm : {Algorithm::Web, Algorithm::SupplyChain})
        for (const Route &r : route(graph, {{5, 5}, {5, 5}}, 1, algorithm))
            for (const Point &point : r.points)
                QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
}

void CurvesTest::controlPointsStayInside()
{
    const Graph graph = two({{0, 1}});
    std::vector<Route> routes = {{{{10, 10}, {-40, -30}, {300, -50}, {90, 10}}}};
    keepInside({0, 0, 100, 100}, graph, 1, routes);
    QCOMPARE(routes[0].points.front(), (Point{10, 10}));
    QCOMPARE(routes[0].points.back(), (Point{90, 10}));
    for (const Point &point : routes[0].points)
        QVERIFY((Box{0, 0, 100, 100}.contains(point)));
}

void CurvesTest::everyRouteIsOneOrTwoCurves()
{
    const Graph graph = networks::deals(150, 330, 3);
    Random random(1);
    std::vector<Point> points;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        points.push_back({random.between(0, 1500), random.between(0, 800)});
    for (const Route &r : route(graph, points, 0.8, Algorithm::Web))
        QVERIFY(r.points.size() == 4 || r.points.size() == 7);
}

DEALSCAPE_TEST(CurvesTest, dealscape::testing::NoApplication)
#include "test_curves.moc"
