// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include "layout/layout.h"
#include "layout/ports.h"
#include "layout/random.h"
#include "networks.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace dealscape::layout;

namespace {

Point onRim(double angle, double radius)
{
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

/// Pairs of strokes nearer than 3 px on a rim.
int tight(const std::vector<std::pair<Point, double>> &ends)
{
    int count = 0;
    for (std::size_t i = 0; i < ends.size(); ++i)
        for (std::size_t k = i + 1; k < ends.size(); ++k)
            count += length(ends[i].first - ends[k].first) < (ends[i].second + ends[k].second) / 2 + 3;
    return count;
}

} // namespace

class PortsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void thoseApartStay();
    void standApart_data();
    void standApart();
    void heavyOnesStayNearer();
    void goRoundEvenlyWhereTheRimIsShort();
    void ribbonsLeaveDiscsApart_data();
    void ribbonsLeaveDiscsApart();
};

void PortsTest::thoseApartStay()
{
    const std::vector<double> angles = spreadPorts({{0, 2, 1}, {2, 2, 1}, {-2, 2, 1}}, 40);
    QCOMPARE(angles.size(), std::size_t(3));
    for (const auto &[angle, wish] : {std::pair(angles[0], 0.0), std::pair(angles[1], 2.0), std::pair(angles[2], -2.0)})
        QVERIFY(std::abs(std::remainder(angle - wish, Tau)) < 1e-9);
    QVERIFY(spreadPorts({}, 10).empty());
}

void PortsTest::standApart_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("widest");
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("sector");
    QTest::newRow("hairlines in one place") << 9 << 1.5 << 15.0 << 0.0;
    QTest::newRow("a few wide ones") << 6 << 14.0 << 40.0 << 0.4;
    QTest::newRow("a hub") << 24 << 14.0 << 71.0 << 6.2;
    QTest::newRow("a hub's one side") << 16 << 9.0 << 71.0 << 1.5;
}

void PortsTest::standApart()
{
    QFETCH(int, count);
    QFETCH(double, widest);
    QFETCH(double, radius);
    QFETCH(double, sector);
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Random random(seed);
        std::vector<RibbonEnd> ports;
        for (int i = 0; i < count; ++i)
            ports.push_back({3 + sector * random.unit(), random.between(1, widest), 1});
        const std::vector<double> angles = spreadPorts(ports, radius);
        std::vector<std::pair<Point, double>> ends;
        for (std::size_t i = 0; i < ports.size(); ++i)
            ends.emplace_back(onRim(angles[i], radius), ports[i].width);
        QCOMPARE(tight(ends), 0);
    }
}

void PortsTest::heavyOnesStayNearer()
{
    const std::vector<double> angles = spreadPorts({{1, 14, 196}, {1.02, 2, 4}}, 40);
    QVERIFY(std::abs(angles[0] - 1) < 0.02);
    QVERIFY(angles[1] > 1.2);
}

void PortsTest::goRoundEvenlyWhereTheRimIsShort()
{
    const std::vector<RibbonEnd> ports(20, RibbonEnd{1, 4, 1});
    std::vector<double> angles = spreadPorts(ports, 15);
    std::sort(angles.begin(), angles.end());
    for (std::size_t i = 1; i < angles.size(); ++i)
        QVERIFY(std::abs(angles[i] - angles[i - 1] - Tau / 20) < 1e-6);
}

void PortsTest::ribbonsLeaveDiscsApart_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<Algorithm>("algorithm");
    for (const int nodes : {12, 30, 60})
        for (const auto &[name, algorithm] : {std::pair("web", Algorithm::Web), std::pair("orbit", Algorithm::Orbit)})
            QTest::addRow("%s of %d", name, nodes) << nodes << algorithm;
}

/// At every disc of a placed network, where the strokes fit round it at all.
void PortsTest::ribbonsLeaveDiscsApart()
{
    QFETCH(int, nodes);
    QFETCH(Algorithm, algorithm);
    Graph graph = networks::deals(nodes, nodes * 3 / 2, 5);
    Random random(3);
    for (Edge &edge : graph.edges)
        edge.width = random.between(1, 9);
    Request request;
    request.algorithm = algorithm;
    const Placement placement = place(graph, request);
    std::map<int, std::vector<std::pair<Point, double>>> ends;
    std::map<int, double> needed;
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        const double width = std::max(1.0, graph.edges[e].width * placement.scale);
        ends[graph.edges[e].from].emplace_back(placement.routes[e].points.front(), width);
        ends[graph.edges[e].to].emplace_back(placement.routes[e].points.back(), width);
        needed[graph.edges[e].from] += width + PortGap;
        needed[graph.edges[e].to] += width + PortGap;
    }
    int checked = 0;
    for (const auto &[node, each] : ends) {
        if (needed[node] > 0.9 * Tau * graph.nodes[node].radius * placement.scale)
            continue;
        ++checked;
        QCOMPARE(tight(each), 0);
    }
    QVERIFY(checked > nodes / 2);
}

DEALSCAPE_TEST(PortsTest, dealscape::testing::NoApplication)
#include "test_ports.moc"
