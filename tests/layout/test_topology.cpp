// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks.h"
#include "testmain.h"

#include "layout/topology.h"

#include <QTest>

using namespace dealscape::layout;

class TopologyTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void parallelsAndLoopsAreLeftOut();
    void foreignEndsAreLeftOut();
    void neighboursAscend();
    void distancesCountSteps_data();
    void distancesCountSteps();
    void distancesAreMinusOneAcrossComponents();
    void componentsComeLargestFirst();
    void partKeepsInnerEdges();
};

void TopologyTest::parallelsAndLoopsAreLeftOut()
{
    const Topology topology(3, {{0, 1}, {1, 0}, {0, 1}, {2, 2}, {2, 1}});
    QCOMPARE(topology.pairs(), (std::vector<std::pair<int, int>>{{0, 1}, {1, 2}}));
    QCOMPARE(topology.degree(0), 1);
    QCOMPARE(topology.degree(1), 2);
    QCOMPARE(topology.degree(2), 1);
}

void TopologyTest::foreignEndsAreLeftOut()
{
    Graph graph = networks::isolated(2);
    graph.edges = {networks::edge(0, 5), networks::edge(-1, 1), networks::edge(0, 1)};
    QCOMPARE(Topology(graph).pairs().size(), std::size_t(1));
}

void TopologyTest::neighboursAscend()
{
    const Topology topology(networks::deals(200, 500, 1));
    for (int node = 0; node < topology.count(); ++node) {
        const auto row = topology.neighbours(node);
        QVERIFY(std::is_sorted(row.begin(), row.end()));
        QCOMPARE(static_cast<int>(row.size()), topology.degree(node));
        for (const int next : row) {
            const auto back = topology.neighbours(next);
            QVERIFY(std::binary_search(back.begin(), back.end(), node));
        }
    }
}

void TopologyTest::distancesCountSteps_data()
{
    QTest::addColumn<int>("length");
    QTest::newRow("3") << 3;
    QTest::newRow("8") << 8;
    QTest::newRow("51") << 51;
}

void TopologyTest::distancesCountSteps()
{
    QFETCH(int, length);
    const Topology topology(networks::cycle(length));
    std::vector<int> distances;
    topology.distancesFrom(0, distances);
    for (int i = 0; i < length; ++i)
        QCOMPARE(distances[i], std::min(i, length - i));
}

void TopologyTest::distancesAreMinusOneAcrossComponents()
{
    const Topology topology(networks::pairs(3));
    std::vector<int> distances;
    topology.distancesFrom(2, distances);
    QCOMPARE(distances, (std::vector<int>{-1, -1, 0, 1, -1, -1}));
}

void TopologyTest::componentsComeLargestFirst()
{
    const Topology topology(8, {{5, 6}, {6, 7}, {1, 2}});
    const auto components = topology.components();
    QCOMPARE(components, (std::vector<std::vector<int>>{{5, 6, 7}, {1, 2}, {0}, {3}, {4}}));
}

void TopologyTest::partKeepsInnerEdges()
{
    const Topology topology(6, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {0, 5}});
    const Topology part = topology.part({5, 0, 2});
    QCOMPARE(part.count(), 3);
    QCOMPARE(part.pairs(), (std::vector<std::pair<int, int>>{{0, 1}}));
}

DEALSCAPE_TEST(TopologyTest, dealscape::testing::NoApplication)
#include "test_topology.moc"
