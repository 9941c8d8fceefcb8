// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks.h"
#include "testmain.h"

#include "layout/curves.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace dealscape::layout;

namespace {

double approachOf(const Route &route, Point point)
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
    void ribbonsEndApart_data();
    void ribbonsEndApart();
    void fullColumnsFold();
    void partnersInAColumnStandSideBySide();
    void lanesOfABundleStandApart();
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
    // A full column stands on two uprights, with its centre between them.
    std::map<int, std::set<double>> uprights;
    for (int i = 0; i < count; ++i)
        uprights[graph.nodes[i].column].insert(placement.nodes[i].x);
    double last = -1;
    for (const auto &[column, xs] : uprights) {
        QVERIFY(xs.size() <= 2);
        QVERIFY(std::abs((*xs.begin() + *xs.rbegin()) / 2 - placement.columns[static_cast<std::size_t>(column)]) < 1e-6);
        QVERIFY(*xs.begin() > last);
        last = *xs.rbegin();
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
                QVERIFY(approachOf(placement.routes[e], placement.nodes[i]) > graph.nodes[i].radius * placement.scale);
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
                QVERIFY(approachOf(placement.routes[e], placement.nodes[i]) > 15 * placement.scale);
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

void ChainTest::ribbonsEndApart_data()
{
    QTest::addColumn<Graph>("graph");
    for (const int count : {20, 30, 40, 60})
        QTest::addRow("%d nodes", count) << networks::deals(count, 2 * count, static_cast<std::uint64_t>(count), networks::Names::All);
}

void ChainTest::ribbonsEndApart()
{
    QFETCH(Graph, graph);
    for (std::size_t e = 0; e < graph.edges.size(); ++e)
        graph.edges[e].width = 1.5 + static_cast<double>(e % 5) * 2;
    const Placement placement = place(graph, networks::chainRequest());
    std::map<int, std::vector<std::pair<Point, double>>> ends;
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        const double width = std::max(1.0, graph.edges[e].width * placement.scale);
        ends[graph.edges[e].from].emplace_back(placement.routes[e].points.front(), width);
        ends[graph.edges[e].to].emplace_back(placement.routes[e].points.back(), width);
    }
    for (const auto &[node, all] : ends) {
        double needed = 0;
        for (const auto &[point, width] : all)
            needed += width + 4;
        // A rim that is too short for its ribbons cannot keep them apart.
        if (needed > 6 * graph.nodes[static_cast<std::size_t>(node)].radius * placement.scale)
            continue;
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t k = i + 1; k < all.size(); ++k)
                QVERIFY(length(all[i].first - all[k].first) >= (all[i].second + all[k].second) / 2 + 3);
    }
}

void ChainTest::fullColumnsFold()
{
    std::vector<int> of(41, 0);
    of.back() = 1;
    std::vector<std::pair<int, int>> ends;
    for (int i = 0; i < 40; ++i)
        ends.emplace_back(i, 40);
    Graph graph = columns(of, ends);
    for (Node &node : graph.nodes) {
        node.labelWidth = 60;
        node.labelHeight = 16;
    }
    const Placement placement = place(graph, networks::chainRequest());
    std::map<double, int> uprights;
    for (int i = 0; i < 40; ++i)
        ++uprights[placement.nodes[static_cast<std::size_t>(i)].x];
    QCOMPARE(uprights.size(), std::size_t(2));
    QCOMPARE(uprights.begin()->second, 20);
    // Where nodes stand is all that their ways need to be found again.
    const auto again = route(graph, placement.nodes, placement.scale, Algorithm::SupplyChain);
    for (std::size_t e = 0; e < again.size(); ++e)
        for (int i = 0; i < 40; ++i)
            if (i != graph.edges[e].from)
                QVERIFY(approachOf(again[e], placement.nodes[static_cast<std::size_t>(i)]) > 15 * placement.scale);
}

void ChainTest::partnersInAColumnStandSideBySide()
{
    const Graph graph = columns({0, 0, 0, 0, 0, 1}, {{0, 4}, {1, 3}, {0, 5}, {2, 5}, {4, 5}});
    const Placement placement = place(graph, networks::chainRequest());
    for (const int e : {0, 1}) {
        const auto [low, high] = std::minmax(placement.nodes[static_cast<std::size_t>(graph.edges[e].from)].y,
                                             placement.nodes[static_cast<std::size_t>(graph.edges[e].to)].y);
        for (int i = 0; i < 5; ++i)
            QVERIFY(placement.nodes[static_cast<std::size_t>(i)].y <= low || placement.nodes[static_cast<std::size_t>(i)].y >= high);
        for (const Point &point : placement.routes[static_cast<std::size_t>(e)].points)
            QVERIFY(std::abs(point.x - placement.columns[0]) < 0.5);
    }
}

void ChainTest::lanesOfABundleStandApart()
{
    // Thirty ribbons pass the middle column, where one node stands.
    Graph graph;
    graph.columns = 3;
    graph.nodes.push_back(networks::disc(20, 1));
    for (int i = 0; i < 30; ++i) {
        graph.nodes.push_back(networks::disc(9, i % 2 ? 0 : 2));
        if (i % 2)
            graph.edges.push_back(networks::edge(i, i + 1));
    }
    for (int i = 0; i < 15; ++i)
        graph.edges.push_back(networks::edge(2 * i + 2, (2 * i + 5) % 30 + (i < 13 ? 0 : 1)));
    for (Edge &edge : graph.edges)
        edge.width = 4;
    const Placement placement = place(graph, networks::chainRequest());
    std::vector<double> heights;
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        if (graph.nodes[static_cast<std::size_t>(graph.edges[e].from)].column ==
            graph.nodes[static_cast<std::size_t>(graph.edges[e].to)].column)
            continue;
        double nearest = 1e9;
        double height = 0;
        for (std::size_t i = 0; i + 3 < placement.routes[e].points.size(); i += 3)
            for (int k = 0; k <= 60; ++k) {
                const auto &points = placement.routes[e].points;
                const Point point = at({points[i], points[i + 1], points[i + 2], points[i + 3]}, k / 60.0);
                if (std::abs(point.x - placement.columns[1]) < nearest) {
                    nearest = std::abs(point.x - placement.columns[1]);
                    height = point.y;
                }
            }
        heights.push_back(height);
    }
    std::sort(heights.begin(), heights.end());
    QVERIFY(heights.size() > 20);
    for (std::size_t i = 1; i < heights.size(); ++i)
        QVERIFY(heights[i] - heights[i - 1] > std::max(1.0, 4 * placement.scale));
    QVERIFY(heights.front() > 0 && heights.back() < networks::chainRequest().height);
}

DEALSCAPE_TEST(ChainTest, dealscape::testing::NoApplication)
#include "test_chain.moc"
