// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include "layout/lanes.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace dealscape;
using namespace dealscape::layout;

namespace {

/// Edges between neighbouring columns only, by chance.
Graph layered(int columns, int each, int edges, std::uint64_t seed)
{
    Random random(seed);
    Graph graph;
    graph.columns = columns;
    for (int i = 0; i < columns * each; ++i)
        graph.nodes.push_back(networks::disc(15, i / each));
    std::set<std::pair<int, int>> seen;
    while (static_cast<int>(graph.edges.size()) < edges) {
        const int column = random.below(columns - 1);
        const int from = column * each + random.below(each);
        const int to = (column + 1) * each + random.below(each);
        if (seen.emplace(from, to).second)
            graph.edges.push_back(networks::edge(from, to));
    }
    return graph;
}

/// Crossings of straight edges between neighbouring columns for an order of the nodes in each.
long crossingsFor(const Graph &graph, const std::vector<double> &height)
{
    long count = 0;
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        for (std::size_t j = i + 1; j < graph.edges.size(); ++j) {
            const Edge &a = graph.edges[i];
            const Edge &b = graph.edges[j];
            const auto y = [&](int node) { return height[static_cast<std::size_t>(node)]; };
            const auto column = [&](int node) { return graph.nodes[static_cast<std::size_t>(node)].column; };
            count += column(a.from) == column(b.from) && (y(a.from) - y(b.from)) * (y(a.to) - y(b.to)) < 0;
        }
    return count;
}

/// The fewest crossings that any order of two columns of up to six nodes has.
long fewest(const Graph &graph, int each)
{
    std::vector<double> height(graph.nodes.size());
    std::vector<int> left(static_cast<std::size_t>(each));
    for (int i = 0; i < each; ++i)
        left[static_cast<std::size_t>(i)] = i;
    long least = std::numeric_limits<long>::max();
    do {
        std::vector<int> right(left.size());
        for (int i = 0; i < each; ++i)
            right[static_cast<std::size_t>(i)] = i;
        do {
            for (std::size_t i = 0; i < left.size(); ++i) {
                height[i] = left[i];
                height[left.size() + i] = right[i];
            }
            least = std::min(least, crossingsFor(graph, height));
        } while (std::next_permutation(right.begin(), right.end()));
    } while (std::next_permutation(left.begin(), left.end()));
    return least;
}

std::vector<double> heightsOf(const Placement &placement)
{
    std::vector<double> heights;
    for (const Point &point : placement.nodes)
        heights.push_back(point.y);
    return heights;
}

} // namespace

class ColumnsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void columnsAreUpright_data();
    void columnsAreUpright();
    void columnsGoFromLeftToRight();
    void twoColumnsCrossAsLittleAsTheyCan_data();
    void twoColumnsCrossAsLittleAsTheyCan();
    void orderBeatsChance_data();
    void orderBeatsChance();
    void treesDoNotCross();
    void nodesKeepTheirDistance();
    void numbersOfColumnsMaySkip();
    void negativeColumnsAreBorne();
    void oneColumnStandsInTheMiddle();
    void pinnedNodesStay();
    void manyLongEdgesAreBorne();
    void scaleFollowsTheFullestColumn();
    void namesTakeWidth();
};

void ColumnsTest::columnsAreUpright_data()
{
    QTest::addColumn<Graph>("graph");
    QTest::newRow("layered") << layered(5, 6, 40, 1);
    QTest::newRow("deals") << networks::deals(60, 120, 5);
    QTest::newRow("star") << networks::star(30);
    QTest::newRow("alone") << networks::isolated(9);
    QTest::newRow("islands") << shapes::islands(6);
}

void ColumnsTest::columnsAreUpright()
{
    QFETCH(Graph, graph);
    const Placement placement = place(graph, networks::chainRequest());
    std::map<int, double> x;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto [found, first] = x.emplace(graph.nodes[i].column, placement.nodes[i].x);
        QCOMPARE(placement.nodes[i].x, found->second);
        QCOMPARE(placement.columns[static_cast<std::size_t>(graph.nodes[i].column)], placement.nodes[i].x);
        QVERIFY(first || found->second == placement.nodes[i].x);
    }
}

void ColumnsTest::columnsGoFromLeftToRight()
{
    const Placement placement = place(layered(7, 4, 40, 2), networks::chainRequest());
    QCOMPARE(placement.columns.size(), std::size_t(7));
    for (std::size_t i = 1; i < 7; ++i)
        QVERIFY(placement.columns[i] - placement.columns[i - 1] > 100);
}

void ColumnsTest::twoColumnsCrossAsLittleAsTheyCan_data()
{
    QTest::addColumn<Graph>("graph");
    for (std::uint64_t seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %d", static_cast<int>(seed)) << layered(2, 5, 6 + static_cast<int>(seed) % 8, seed);
}

void ColumnsTest::twoColumnsCrossAsLittleAsTheyCan()
{
    QFETCH(Graph, graph);
    const long found = crossingsFor(graph, heightsOf(place(graph, networks::chainRequest())));
    const long least = fewest(graph, 5);
    QVERIFY2(found <= least + 3, qPrintable(QStringLiteral("%1, at least %2").arg(found).arg(least)));
}

void ColumnsTest::orderBeatsChance_data()
{
    QTest::addColumn<Graph>("graph");
    for (std::uint64_t seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %d", static_cast<int>(seed)) << layered(4, 10, 60, seed);
}

void ColumnsTest::orderBeatsChance()
{
    QFETCH(Graph, graph);
    const long found = crossingsFor(graph, heightsOf(place(graph, networks::chainRequest())));
    Random random(3);
    double chance = 0;
    for (int round = 0; round < 30; ++round) {
        std::vector<double> heights;
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            heights.push_back(random.unit());
        chance += static_cast<double>(crossingsFor(graph, heights)) / 30;
    }
    QVERIFY2(static_cast<double>(found) < 0.7 * chance, qPrintable(QStringLiteral("%1 of %2").arg(found).arg(chance)));
}

void ColumnsTest::treesDoNotCross()
{
    Graph graph = shapes::tree(31, 2);
    for (int i = 0; i < 31; ++i) {
        int depth = 0;
        for (int at = i; at > 0; at = (at - 1) / 2)
            ++depth;
        graph.nodes[static_cast<std::size_t>(i)].column = depth;
    }
    graph.columns = 5;
    QCOMPARE(crossingsFor(graph, heightsOf(place(graph, networks::chainRequest()))), 0L);
}

void ColumnsTest::nodesKeepTheirDistance()
{
    for (const Graph &graph : {layered(3, 14, 40, 5), networks::deals(50, 110, 3, networks::Names::All)}) {
        const Placement placement = place(graph, networks::chainRequest());
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            for (std::size_t j = 0; j < graph.nodes.size(); ++j) {
                if (i == j || graph.nodes[i].column != graph.nodes[j].column || placement.nodes[i].y > placement.nodes[j].y)
                    continue;
                const double name = graph.nodes[i].labelHeight > 0 ? graph.nodes[i].labelHeight * placement.scale + 5 : 0;
                const double taken = (graph.nodes[i].radius + graph.nodes[j].radius) * placement.scale + name;
                QVERIFY(placement.nodes[j].y - placement.nodes[i].y >= taken - 1e-6);
            }
    }
}

void ColumnsTest::numbersOfColumnsMaySkip()
{
    Graph graph = shapes::of(4, {{0, 1}, {1, 2}, {2, 3}});
    for (int i = 0; i < 4; ++i)
        graph.nodes[static_cast<std::size_t>(i)].column = i * 20;
    graph.columns = 61;
    const Placement placement = place(graph, networks::chainRequest());
    QCOMPARE(placement.columns.size(), std::size_t(61));
    QVERIFY(std::is_sorted(placement.columns.begin(), placement.columns.end()));
    // A column without nodes has its name where the one before it stands.
    QCOMPARE(placement.columns[19], placement.nodes[0].x);
    QCOMPARE(placement.columns[20], placement.nodes[1].x);
    // Equal steps, however the columns are numbered.
    const double step = placement.nodes[1].x - placement.nodes[0].x;
    QVERIFY(std::abs(placement.nodes[3].x - placement.nodes[2].x - step) < 1e-6);
}

void ColumnsTest::negativeColumnsAreBorne()
{
    Graph graph = shapes::of(3, {{0, 1}, {1, 2}});
    graph.nodes[0].column = -3;
    graph.nodes[1].column = 0;
    graph.nodes[2].column = 5;
    const Placement placement = place(graph, networks::chainRequest());
    QVERIFY(placement.nodes[0].x < placement.nodes[1].x && placement.nodes[1].x < placement.nodes[2].x);
}

void ColumnsTest::oneColumnStandsInTheMiddle()
{
    Graph graph = shapes::of(5, {{0, 1}, {1, 4}, {0, 4}});
    for (Node &node : graph.nodes)
        node.column = 2;
    const Placement placement = place(graph, networks::chainRequest());
    for (const Point &point : placement.nodes)
        QCOMPARE(point.x, 752.0);
    for (const Route &route : placement.routes)
        QVERIFY(std::all_of(route.points.begin(), route.points.end(), shapes::finite));
}

void ColumnsTest::pinnedNodesStay()
{
    Graph graph = layered(4, 5, 25, 3);
    graph.nodes[7].pinned = Point{333, 444};
    const Placement placement = place(graph, networks::chainRequest());
    QCOMPARE(placement.nodes[7], (Point{333, 444}));
    for (std::size_t e = 0; e < graph.edges.size(); ++e)
        if (graph.edges[e].from == 7)
            QVERIFY(std::abs(length(placement.routes[e].points.front() - Point{333, 444}) - 15 * placement.scale) < 0.01);
}

void ColumnsTest::manyLongEdgesAreBorne()
{
    // More passes through columns than are told apart: the rest take the straight way.
    Random random(4);
    Graph graph;
    graph.columns = 12;
    for (int i = 0; i < 360; ++i)
        graph.nodes.push_back(networks::disc(6, i % 12));
    while (graph.edges.size() < 1500) {
        const int from = random.below(30) * 12;
        const int to = random.below(30) * 12 + 11;
        graph.edges.push_back(networks::edge(from, to));
    }
    const Placement placement = place(graph, networks::chainRequest());
    QVERIFY(placement.complete);
    QCOMPARE(placement.routes.size(), graph.edges.size());
    QCOMPARE(shapes::overlapping(graph, placement), 0);
}

void ColumnsTest::scaleFollowsTheFullestColumn()
{
    double before = 2;
    for (const int each : {5, 20, 40, 80}) {
        const Placement placement = place(layered(2, each, each, 3), networks::chainRequest());
        QVERIFY(placement.scale <= before);
        QVERIFY(each > 5 || placement.scale == 1);
        before = placement.scale;
    }
    QVERIFY(before < 0.4);
}

void ColumnsTest::namesTakeWidth()
{
    Graph graph = layered(6, 3, 15, 3);
    for (Node &node : graph.nodes) {
        node.labelWidth = 150;
        node.labelHeight = 16;
    }
    const Placement placement = place(graph, networks::chainRequest(700, 500));
    QVERIFY(placement.scale < 1);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const double half = 75 * placement.scale;
        QVERIFY(placement.nodes[i].x - half >= 0 && placement.nodes[i].x + half <= 700);
    }
}

DEALSCAPE_TEST(ColumnsTest, dealscape::testing::NoApplication)
#include "test_columns.moc"
