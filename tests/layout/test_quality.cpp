// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/metrics.h"
#include "bench/networks.h"
#include "testmain.h"

#include <QTest>

#include <cmath>

using namespace dealscape::bench;
using dealscape::layout::Point;

/// What drawings must reach without any peer beside them; the ratios are the benchmark's.
class QualityTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void measuresOfASquare();
    void measuresSeeOverlapsAndEdgesThroughDiscs();
    void lesMiserablesIsWhole();
    void generatedNetworksAreReproducible();
    void drawingsReachTheirMarks_data();
    void drawingsReachTheirMarks();
};

void QualityTest::measuresOfASquare()
{
    Network network;
    network.values = {1, 1, 1, 1};
    network.deals = {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 1}};
    const Measures plain = measure(network, {{0, 0}, {1, 0}, {1, 1}, {0, 1}});
    QCOMPARE(plain.crossings, 0L);
    QCOMPARE(plain.nodeOverlaps, 0L);
    // Four sides of 1 step and two diagonals of 2 steps: ratios 1 and sqrt(2) / 2.
    const double sum = 4 + 2 * std::sqrt(0.5);
    QVERIFY(std::abs(plain.stress - (1 - sum * sum / (5.0 * 6))) < 1e-9);
    QCOMPARE(measure(network, {{0, 0}, {1, 1}, {1, 0}, {0, 1}}).crossings, 1L);
}

void QualityTest::measuresSeeOverlapsAndEdgesThroughDiscs()
{
    Network network;
    network.values = {1, 1, 1, 1};
    network.deals = {{0, 1}};
    const Measures measures = measure(network, {{0, 0}, {10, 0}, {5, 0.1}, {5.1, 0.1}});
    QCOMPARE(measures.nodeOverlaps, 1L);
    QCOMPARE(measures.edgesThroughNodes, 2L);
    QVERIFY(measures.giantShare < 0.01);
}

void QualityTest::lesMiserablesIsWhole()
{
    const Network network = lesMiserables();
    QCOMPARE(network.values.size(), std::size_t(77));
    QCOMPARE(network.deals.size(), std::size_t(254));
}

void QualityTest::generatedNetworksAreReproducible()
{
    const Network one = generated(150, 330, 2);
    const Network two = generated(150, 330, 2);
    QVERIFY(one.deals == two.deals && one.values == two.values);
    QVERIFY(generated(150, 330, 3).deals != one.deals);
    QCOMPARE(one.values.size(), std::size_t(150));
    QCOMPARE(one.deals.size(), std::size_t(330));
}

void QualityTest::drawingsReachTheirMarks_data()
{
    QTest::addColumn<Network>("network");
    QTest::addColumn<double>("stress");
    QTest::addColumn<int>("crossings");
    QTest::addColumn<int>("through");
    QTest::newRow("Les Miserables") << lesMiserables() << 0.105 << 820 << 92;
    QTest::newRow("60") << generated(60, 120, 1) << 0.105 << 128 << 10;
    QTest::newRow("150") << generated(150, 330, 2) << 0.141 << 1400 << 100;
    QTest::newRow("300") << generated(300, 720, 3) << 0.155 << 8000 << 560;
    QTest::newRow("1000") << generated(1000, 2500, 4) << 0.160 << 130000 << 8000;
}

void QualityTest::drawingsReachTheirMarks()
{
    QFETCH(Network, network);
    QFETCH(double, stress);
    QFETCH(int, crossings);
    QFETCH(int, through);
    dealscape::layout::Request request;
    request.width = 1440;
    request.height = 900;
    const auto placement = dealscape::layout::place(graphOf(network, 1600, 1000), request);
    QCOMPARE(placement.scale, 1.0);
    const Measures measures = measure(network, placement.nodes);
    QCOMPARE(measures.nodeOverlaps, 0L);
    QVERIFY2(measures.stress <= stress, qPrintable(QString::number(measures.stress)));
    QVERIFY2(measures.crossings <= crossings, qPrintable(QString::number(measures.crossings)));
    QVERIFY2(measures.edgesThroughNodes <= through, qPrintable(QString::number(measures.edgesThroughNodes)));
    QVERIFY(measures.giantShare >= 0.85);
}

DEALSCAPE_TEST(QualityTest, dealscape::testing::NoApplication)
#include "test_quality.moc"
