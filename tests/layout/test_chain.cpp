// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks.h"
#include "testmain.h"

#include "layout/curves.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace dealscape::layout;

namespace {

double approach(const Route &route, Point point)
{
    double least = 1e9;
    for (std::size_t i = 0; i + 3 < route.points.size(); i += 3)
        for (int k = 0; k <= 60; ++k)
            least = std::min(
                least, length(at({route.points[i], route.points[i + 1], route.points[i + 2], route.points[i + 3]}, k / 60.0) - point));
    return least;
}

Graph columns(std::vector<int> of, std::vector<std::pair<int, int>> ends)
{
    Graph graph;
    for (const int column : of) {
        graph.nodes.push_back(networks::disc(15, column));
        graph.columns = std::max(graph.columns, column + 1);
    }
    for (const auto &[from, to] : ends)
        graph.edges.push_back(networks::edge(from, to));
    return graph;
}

} // namespace

class ChainTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void nodesStandInTheirColumns_data();
    void nodesStandInTheirColumns();
    void laddersDoNotCross();
    void longHaulsPassBesideNodes_data();
    void longHaulsPassBesideNodes();
    void endsAreFlat();
    void lanesKeepApart();
    void edgesInsideAColumnBulge();
    void emptyColumnsHaveACentre();
    void manyEdgesOfAHubFanOut();
};

void ChainTest::nodesStandInTheirColumns_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {2, 12, 40, 200})
        QTest::addRow("%d", count) << count;
}

void ChainTest::nodesStandInTheirColumns()
{
    QFETCH(int, count);
    const Graph graph = networks::deals(count, 2 * count, 3, networks::Names::All);
    const Placement placement = place(graph, networks::chainRequest());
    QCOMPARE(static_cast<int>(placement.columns.size()), graph.columns);
    for (int i = 0; i < count; ++i)
        QVERIFY(std::abs(placement.nodes[i].x - placement.columns[graph.nodes[i].column]) < 1e-6);
    std::map<int, double> at;
    for (int i = 0; i < count; ++i)
        at[graph.nodes[i].column] = placement.nodes[i].x;
    double last = -1;
    for (const auto &[column, x] : at) {
        QVERIFY(x > last);
        last = x;
    }
}

void ChainTest::laddersDoNotCross()
{
    // Each left node deals with one right node, in a shuffled order.
    const Graph graph = columns({0, 0, 0, 0, 1, 1, 1, 1}, {{0, 6}, {1, 4}, {2, 7}, {3, 5}});
    const Placement placement = place(graph, networks::chainRequest());
    for (const Edge &a : graph.edges)
        for (const Edge &b : graph.edges)
            QVERIFY((placement.nodes[a.from].y - placement.nodes[b.from].y) * (placement.nodes[a.to].y - placement.nodes[b.to].y) >= 0);
}

void ChainTest::longHaulsPassBesideNodes_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("edges");
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 5; ++seed) {
        QTest::addRow("26 nodes, seed %d", seed) << 26 << 36 << seed;
        QTest::addRow("40 nodes, seed %d", seed) << 40 << 60 << seed;
    }
}

void ChainTest::longHaulsPassBesideNodes()
{
    QFETCH(int, count);
    QFETCH(int, edges);
    QFETCH(int, seed);
    Graph graph = networks::deals(count, edges, static_cast<std::uint64_t>(seed), networks::Names::All);
    std::erase_if(graph.edges, [&](const Edge &edge) { return graph.nodes[edge.from].column == graph.nodes[edge.to].column; });
    const Placement placement = place(graph, networks::chainRequest());
    for (std::size_t e = 0; e < graph.edges.size(); ++e)
        for (int i = 0; i < count; ++i)
            if (i != graph.edges[e].from && i != graph.edges[e].to)
                QVERIFY(approach(placement.routes[e], placement.nodes[i]) > graph.nodes[i].radius * placement.scale);
}

void ChainTest::endsAreFlat()
{
    const Graph graph = columns({0, 1, 2, 2}, {{0, 2}, {3, 0}, {1, 3}});
    const Placement placement = place(graph, networks::chainRequest());
    for (const Route &route : placement.routes) {
        const auto &p = route.points;
        QVERIFY(std::abs(p[0].y - p[1].y) < 1e-6);
        QVERIFY(std::abs(p[p.size() - 1].y - p[p.size() - 2].y) < 1e-6);
    }
}

void ChainTest::lanesKeepApart()
{
    const Graph graph = columns({0, 0, 0, 1, 2, 2, 2}, {{0, 4}, {1, 5}, {2, 6}});
    const Placement placement = place(graph, networks::chainRequest());
    std::vector<double> heights;
    for (const Route &route : placement.routes)
        for (const Point &point : route.points)
            if (std::abs(point.x - placement.columns[1]) < 40) {
                heights.push_back(point.y);
                break;
            }
    QCOMPARE(heights.size(), std::size_t(3));
    std::sort(heights.begin(), heights.end());
    for (std::size_t i = 1; i < heights.size(); ++i)
        QVERIFY(heights[i] - heights[i - 1] >= 20 * placement.scale);
}

void ChainTest::edgesInsideAColumnBulge()
{
    const Graph graph = columns({0, 0, 0}, {{0, 1}, {1, 2}, {0, 2}});
    const Placement placement = place(graph, networks::chainRequest());
    for (std::size_t e = 0; e < graph.edges.size(); ++e)
        for (int i = 0; i < 3; ++i)
            if (i != graph.edges[e].from && i != graph.edges[e].to)
                QVERIFY(approach(placement.routes[e], placement.nodes[i]) > 15 * placement.scale);
}

void ChainTest::emptyColumnsHaveACentre()
{
    Graph graph = columns({0, 3}, {{0, 1}});
    graph.columns = 6;
    const Placement placement = place(graph, networks::chainRequest());
    QCOMPARE(placement.columns.size(), std::size_t(6));
    QVERIFY(std::is_sorted(placement.columns.begin(), placement.columns.end()));
    QCOMPARE(placement.columns[1], placement.columns[0]);
    QCOMPARE(placement.columns[3], placement.nodes[1].x);
}

void ChainTest::manyEdgesOfAHubFanOut()
{
    Graph graph;
    graph.columns = 2;
    graph.nodes.push_back(networks::disc(70, 1));
    for (int i = 1; i <= 14; ++i) {
        graph.nodes.push_back(networks::disc(15, 0));
        graph.edges.push_back(networks::edge(i, 0));
    }
    const Placement placement = place(graph, networks::chainRequest());
    std::vector<double> heights;
    for (const Route &route : placement.routes)
        heights.push_back(route.points.back().y);
    std::sort(heights.begin(), heights.end());
    QVERIFY(heights.back() - heights.front() > 70 * placement.scale);
    for (std::size_t i = 1; i < heights.size(); ++i)
        QVERIFY(heights[i] - heights[i - 1] > 0.5);
}

DEALSCAPE_TEST(ChainTest, dealscape::testing::NoApplication)
#include "test_chain.moc"
