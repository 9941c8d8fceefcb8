// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "diagram/viewtransform.h"
#include "diagram/walk.h"

#include <QLineF>

using namespace dealscape;
using namespace dealscape::diagram;

namespace {

const QRectF plot(200, 100, 1000, 600);

bool near(QPointF a, QPointF b)
{
    return QLineF(a, b).length() < 1e-6;
}

} // namespace

class SightTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack()
    {
        const ViewTransform sight{1.7, {-40, 25}};
        QVERIFY(near(toPlaced(sight, plot, toScreen(sight, plot, {12, 34})), {12, 34}));
        const ViewTransform centred = centredOn({300, 200}, 2.5, plot);
        QVERIFY(near(centreOf(centred, plot), {300, 200}));
        QVERIFY(near(toScreen(centred, plot, {300, 200}), plot.center()));
    }

    void zoomKeepsThePointUnderThePointer_data()
    {
        QTest::addColumn<double>("factor");
        for (const double factor : {0.1, 0.8, 1.0, 1.25, 40.0})
            QTest::addRow("%g", factor) << factor;
    }

    void zoomKeepsThePointUnderThePointer()
    {
        QFETCH(double, factor);
        const ViewTransform before{1.2, {30, -70}};
        const QPointF pointer(444, 333);
        const ViewTransform after = zoomedAt(before, plot, pointer, factor);
        QVERIFY(near(toPlaced(before, plot, pointer), toPlaced(after, plot, pointer)));
        QVERIFY(after.zoom >= leastZoom && after.zoom <= largestZoom);
    }

    void fittingShowsTheWholeBox()
    {
        const QRectF box(-500, 80, 3000, 400);
        const ViewTransform sight = fitted(box, {70, 40}, plot, largestFit);
        const QRectF shown(toScreen(sight, plot, box.topLeft()), toScreen(sight, plot, box.bottomRight()));
        QVERIFY(plot.adjusted(70, 40, -70, -40).adjusted(-0.01, -0.01, 0.01, 0.01).contains(shown));
        QVERIFY(near(shown.center(), plot.center()));
        QCOMPARE(fitted({0, 0, 1, 1}, {0, 0}, plot, largestFit).zoom, largestFit);
    }

    void aPlacementOfItsOwnRoomIsShownAsItIs()
    {
        const ViewTransform sight = fitted(QRectF(QPointF(), plot.size()), {0, 0}, plot, largestFit);
        QCOMPARE(sight.zoom, 1.0);
        QVERIFY(near(sight.offset, {0, 0}));
    }

    void nobodyGetsLost()
    {
        const QRectF box(0, 0, 500, 400);
        const ViewTransform far = kept({1, {90'000, -90'000}}, box, plot);
        const QRectF shown(toScreen(far, plot, box.topLeft()), box.size());
        QVERIFY(shown.intersects(plot));
        const ViewTransform here{1, {10, 20}};
        QVERIFY(kept(here, box, plot) == here);
    }

    void walksRound()
    {
        network::Network network;
        network.nodes.resize(4);
        network.nodes[2].turnover = Money::billions(7);
        layout::Placement placement;
        placement.nodes = {{0, 0}, {10, 0}, {0, 10}, {-10, 0}};
        for (const auto &[from, to] : {std::pair(3, 0), std::pair(0, 1), std::pair(2, 0)}) {
            network::NetworkEdge edge;
            edge.from = from;
            edge.to = to;
            network.edges.push_back(edge);
        }
        const auto edges = edgesByAngle(network, placement, 0);
        QCOMPARE(edges, std::vector<int>({1, 2, 0}));
        QCOMPARE(turned(edges, 1, 1), 2);
        QCOMPARE(turned(edges, 1, -1), 0);
        QCOMPARE(turned(edges, -1, 1), 1);
        QCOMPARE(turned(edges, -1, -1), 0);
        QCOMPARE(turned({}, 1, 1), -1);
        QCOMPARE(partner(network, 0, 0), 3);
        QCOMPARE(largest(network), 2);
        QCOMPARE(largest(network::Network()), -1);
    }
};

DEALSCAPE_TEST(SightTest, dealscape::testing::NoApplication)
#include "test_viewtransform.moc"
