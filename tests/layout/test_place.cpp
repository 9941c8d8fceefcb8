// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references.h"
#include "testmain.h"

#include <QTest>

#include <cmath>

using namespace dealscape;
using namespace dealscape::layout;

namespace {

Request requestFor(Algorithm algorithm)
{
    Request request;
    request.algorithm = algorithm;
    return request;
}

bool inside(const Graph &graph, const Placement &placement, const Request &request)
{
    const Box frame = Box{0, 0, request.width, request.height}.grown(1e-6);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const double r = graph.nodes[i].radius * placement.scale;
        if (!frame.contains(Box{placement.nodes[i].x - r, placement.nodes[i].y - r, 2 * r, 2 * r}))
            return false;
    }
    for (const Route &route : placement.routes)
        for (const Point &point : route.points)
            if (!frame.contains(point))
                return false;
    return true;
}

bool endsOnRims(const Graph &graph, const Placement &placement)
{
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto &points = placement.routes[i].points;
        const Edge &edge = graph.edges[i];
        if (points.size() < 4 || points.size() % 3 != 1)
            return false;
        if (std::abs(length(points.front() - placement.nodes[edge.from]) - graph.nodes[edge.from].radius * placement.scale) > 0.01)
            return false;
        if (std::abs(length(points.back() - placement.nodes[edge.to]) - graph.nodes[edge.to].radius * placement.scale) > 0.01)
            return false;
    }
    return true;
}

} // namespace

class PlaceTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void everyGraphIsDrawn_data();
    void everyGraphIsDrawn();
    void pinnedStay_data();
    void pinnedStay();
    void cancelReturnsFinitePoints_data();
    void cancelReturnsFinitePoints();
    void progressRises();
    void nothingGivesNothing();
    void smallNetworksKeepTheirScale();
    void islandsLeaveTheBoxToTheMainComponent();
};

void PlaceTest::everyGraphIsDrawn_data()
{
    QTest::addColumn<Graph>("graph");
    QTest::addColumn<Algorithm>("algorithm");
    const std::pair<const char *, Graph> graphs[] = {
        {"one", networks::isolated(1)},
        {"two alone", networks::isolated(2)},
        {"pair", networks::pairs(1)},
        {"pairs", networks::pairs(30)},
        {"alone", networks::isolated(70)},
        {"star", networks::star(12)},
        {"star of 200", networks::star(200)},
        {"cycle", networks::cycle(24)},
        {"deals 30", networks::deals(30, 60, 1, networks::Names::All)},
        {"deals 120", networks::deals(120, 260, 2)},
        {"deals 500", networks::deals(500, 1200, 3)},
        {"deals 3000", networks::deals(3000, 7000, 4)},
    };
    const std::pair<const char *, Algorithm> algorithms[] = {
        {"web", Algorithm::Web}, {"chain", Algorithm::SupplyChain}, {"orbit", Algorithm::Orbit}, {"ring", Algorithm::Ring}};
    for (const auto &[name, graph] : graphs)
        for (const auto &[way, algorithm] : algorithms)
            QTest::addRow("%s, %s", way, name) << graph << algorithm;
}

void PlaceTest::everyGraphIsDrawn()
{
    QFETCH(Graph, graph);
    QFETCH(Algorithm, algorithm);
    const Request request = requestFor(algorithm);
    const Placement placement = place(graph, request);
    QVERIFY(placement.complete);
    QCOMPARE(placement.nodes.size(), graph.nodes.size());
    QCOMPARE(placement.routes.size(), graph.edges.size());
    QVERIFY(placement.scale > 0 && placement.scale <= 1);
    for (const Point &point : placement.nodes)
        QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
    QCOMPARE(shapes::overlapping(graph, placement), 0);
    QVERIFY(inside(graph, placement, request));
    QVERIFY(endsOnRims(graph, placement));
    // Of the largest the web alone is drawn once more, for it comes from coarser graphs, as none of the smaller does.
    if (graph.nodes.size() > 1000 && algorithm != Algorithm::Web)
        return;
    const Placement again = place(graph, request);
    QVERIFY(again.nodes == placement.nodes);
    QCOMPARE(again.scale, placement.scale);
}

void PlaceTest::pinnedStay_data()
{
    QTest::addColumn<Algorithm>("algorithm");
    QTest::newRow("web") << Algorithm::Web;
    QTest::newRow("chain") << Algorithm::SupplyChain;
    QTest::newRow("orbit") << Algorithm::Orbit;
    QTest::newRow("ring") << Algorithm::Ring;
}

void PlaceTest::pinnedStay()
{
    QFETCH(Algorithm, algorithm);
    Graph graph = networks::deals(40, 90, 5);
    graph.nodes[0].pinned = Point{200, 300};
    graph.nodes[7].pinned = Point{900, 120};
    const Placement placement = place(graph, requestFor(algorithm));
    QCOMPARE(placement.nodes[0], (Point{200, 300}));
    QCOMPARE(placement.nodes[7], (Point{900, 120}));
}

void PlaceTest::cancelReturnsFinitePoints_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("after");
    for (const int count : {50, 800, 6000})
        for (const int after : {0, 1, 5, 20})
            QTest::addRow("%d nodes, after %d questions", count, after) << count << after;
}

void PlaceTest::cancelReturnsFinitePoints()
{
    QFETCH(int, count);
    QFETCH(int, after);
    const Graph graph = networks::deals(count, 2 * count, 6);
    int asked = 0;
    Progress progress;
    progress.cancelled = [&] { return ++asked > after; };
    const Placement placement = place(graph, requestFor(Algorithm::Web), progress);
    QVERIFY(!placement.complete);
    QCOMPARE(placement.nodes.size(), graph.nodes.size());
    QCOMPARE(placement.routes.size(), graph.edges.size());
    for (const Point &point : placement.nodes)
        QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
}

void PlaceTest::progressRises()
{
    double last = -1;
    bool rises = true;
    Progress progress;
    progress.report = [&](double share) {
        rises = rises && share >= last && share <= 1;
        last = share;
    };
    place(networks::deals(4000, 9000, 8), requestFor(Algorithm::Web), progress);
    QVERIFY(rises);
    QCOMPARE(last, 1.0);
}

void PlaceTest::nothingGivesNothing()
{
    for (const Algorithm algorithm : {Algorithm::Web, Algorithm::SupplyChain, Algorithm::Orbit, Algorithm::Ring}) {
        const Placement placement = place({}, requestFor(algorithm));
        QVERIFY(placement.nodes.empty());
        QVERIFY(placement.routes.empty());
        QVERIFY(placement.complete);
    }
}

void PlaceTest::smallNetworksKeepTheirScale()
{
    for (std::uint64_t seed = 1; seed < 6; ++seed)
        QVERIFY(place(networks::deals(32, 60, seed, networks::Names::All), requestFor(Algorithm::Web)).scale >= 0.8);
}

void PlaceTest::islandsLeaveTheBoxToTheMainComponent()
{
    const Graph graph = networks::deals(150, 330, 9);
    const Placement placement = place(graph, requestFor(Algorithm::Web));
    const auto area = [&](int count) {
        Point low = placement.nodes[0];
        Point high = low;
        for (int i = 0; i < count; ++i) {
            low = {std::min(low.x, placement.nodes[i].x), std::min(low.y, placement.nodes[i].y)};
            high = {std::max(high.x, placement.nodes[i].x), std::max(high.y, placement.nodes[i].y)};
        }
        return (high.x - low.x) * (high.y - low.y);
    };
    QVERIFY(area(144) >= 0.85 * area(150));
}

DEALSCAPE_TEST(PlaceTest, dealscape::testing::NoApplication)
#include "test_place.moc"
