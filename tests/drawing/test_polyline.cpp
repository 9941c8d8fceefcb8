// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "drawing/polyline.h"

#include <cmath>

using namespace dealscape::drawing;

namespace {

Polyline corner()
{
    return Polyline(QPolygonF({{0, 0}, {10, 0}, {10, 0}, {10, 20}}));
}

} // namespace

class TestPolyline : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void measures()
    {
        const Polyline line = corner();
        QCOMPARE(line.length(), 30.0);
        QCOMPARE(line.points().size(), 3);
        QCOMPARE(line.at(4), QPointF(4, 0));
        QCOMPARE(line.at(10), QPointF(10, 0));
        QCOMPARE(line.at(25), QPointF(10, 15));
        QCOMPARE(line.at(-5), QPointF(0, 0));
        QCOMPARE(line.at(99), QPointF(10, 20));
        QCOMPARE(line.directionAt(3), QPointF(1, 0));
        QCOMPARE(line.directionAt(30), QPointF(0, 1));
        QCOMPARE(line.nearest({13, 12}), 22.0);
        QVERIFY(Polyline().isEmpty());
        QCOMPARE(Polyline().length(), 0.0);
        QVERIFY(Polyline(QPolygonF({{1, 1}, {1, 1}})).isEmpty());
    }

    void slices()
    {
        QCOMPARE(corner().slice(4, 15), QPolygonF({{4, 0}, {10, 0}, {10, 5}}));
        QCOMPARE(corner().slice(10, 12), QPolygonF({{10, 0}, {10, 2}}));
        QCOMPARE(corner().slice(-3, 99), QPolygonF({{0, 0}, {10, 0}, {10, 20}}));
        QVERIFY(corner().slice(7, 7).isEmpty());
        QVERIFY(corner().slice(9, 3).isEmpty());
    }

    void meetsCircles()
    {
        const Polyline line(QPolygonF({{0, 0}, {50, 0}, {100, 0}}));
        QCOMPARE(line.leaving({0, 0}, 30), 30.0);
        QCOMPARE(line.leaving({0, 0}, 60), 60.0);
        QCOMPARE(line.leaving({0, 40}, 30), 0.0);
        QCOMPARE(line.leaving({0, 0}, 500), 100.0);
        QCOMPARE(line.entering({100, 0}, 20), 80.0);
        QCOMPARE(line.entering({100, 30}, 50), 60.0);
        QCOMPARE(line.entering({100, 60}, 50), 100.0);
        QCOMPARE(line.entering({100, 0}, 500), 0.0);
    }

    void flattensWithinTheTolerance_data()
    {
        QTest::addColumn<double>("tolerance");
        QTest::newRow("fine") << 0.05;
        QTest::newRow("coarse") << 1.0;
    }
    void flattensWithinTheTolerance()
    {
        QFETCH(double, tolerance);
        const std::vector<QPointF> curve = {{0, 0}, {100, 240}, {220, -180}, {300, 60}};
        const Polyline line(flatten(curve, tolerance));
        double worst = 0;
        for (int i = 0; i <= 1000; ++i) {
            const double t = i / 1000.0;
            const double u = 1 - t;
            const QPointF point = u * u * u * curve[0] + 3 * u * u * t * curve[1] + 3 * u * t * t * curve[2] + t * t * t * curve[3];
            const QPointF off = point - line.at(line.nearest(point));
            worst = std::max(worst, std::hypot(off.x(), off.y()));
        }
        QVERIFY(worst <= tolerance);
        QVERIFY(worst > tolerance / 20);
        QCOMPARE(flatten({{0, 0}, {1, 0}, {2, 0}, {3, 0}}, tolerance).size(), 2);
    }

    void runsBeside()
    {
        const Polyline line(QPolygonF({{0, 0}, {120, 0}}));
        const Polyline lane(beside(line, {4, 12, 6, 30}));
        QCOMPARE(lane.points().front(), QPointF(0, 4));
        QCOMPARE(lane.points().back(), QPointF(120, 6));
        QCOMPARE(lane.at(lane.length() / 2).y(), 12.0);
    }

    void crossesBoxes_data()
    {
        QTest::addColumn<QPointF>("a");
        QTest::addColumn<QPointF>("b");
        QTest::addColumn<bool>("meets");
        QTest::newRow("through") << QPointF(-10, 5) << QPointF(30, 6) << true;
        QTest::newRow("inside") << QPointF(4, 4) << QPointF(6, 6) << true;
        QTest::newRow("ends inside") << QPointF(4, 4) << QPointF(60, 60) << true;
        QTest::newRow("past a corner") << QPointF(15, -10) << QPointF(35, 12) << false;
        QTest::newRow("over a corner") << QPointF(15, -3) << QPointF(25, 7) << true;
        QTest::newRow("upright beside") << QPointF(21, -5) << QPointF(21, 30) << false;
        QTest::newRow("short of it") << QPointF(-20, 5) << QPointF(-1, 5) << false;
    }
    void crossesBoxes()
    {
        QFETCH(QPointF, a);
        QFETCH(QPointF, b);
        QFETCH(bool, meets);
        QCOMPARE(crosses(a, b, {0, 0, 20, 10}), meets);
        QCOMPARE(crosses(b, a, {0, 0, 20, 10}), meets);
    }
};

DEALSCAPE_TEST(TestPolyline, dealscape::testing::NoApplication)
#include "test_polyline.moc"
