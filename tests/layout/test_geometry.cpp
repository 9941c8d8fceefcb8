// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include "layout/curves.h"
#include "layout/hull.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace dealscape::layout;

namespace {

/// A point is a corner when no triangle of others holds it; slow and sure.
bool isCorner(const std::vector<Point> &points, std::size_t at)
{
    const auto n = points.size();
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a + 1; b < n; ++b) {
            if (a == at || b == at)
                continue;
            if (distanceTo(points[a], points[b], points[at]) < 1e-9)
                return false;
            for (std::size_t c = b + 1; c < n; ++c) {
                if (c == at)
                    continue;
                const double x = shapes::turn(points[a], points[b], points[at]);
                const double y = shapes::turn(points[b], points[c], points[at]);
                const double z = shapes::turn(points[c], points[a], points[at]);
                if ((x > 0 && y > 0 && z > 0) || (x < 0 && y < 0 && z < 0))
                    return false;
            }
        }
    return true;
}

double areaOf(const std::vector<Point> &polygon)
{
    double sum = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point &a = polygon[i];
        const Point &b = polygon[(i + 1) % polygon.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum / 2;
}

} // namespace

class GeometryTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void pointsAreVectors();
    void lengths_data();
    void lengths();
    void boxes_data();
    void boxes();
    void pointsInBoxes_data();
    void pointsInBoxes();
    void boxesGrowAndShrink();
    void distancesToAWay_data();
    void distancesToAWay();
    void distanceIsTheLeastOfManySamples();
    void hullsOfKnownPoints_data();
    void hullsOfKnownPoints();
    void hullsAreTheCorners();
    void hullsTurnOneWayOnly();
    void hullsDoNotDependOnOrder();
    void distancesToAHull_data();
    void distancesToAHull();
    void distanceOfNothing();
    void waysThroughBoxesAgreeWithSamples();
    void quadraticsAreCubics_data();
    void quadraticsAreCubics();
    void cubicsStayWithinTheirHull();
};

void GeometryTest::pointsAreVectors()
{
    constexpr Point a{3, -4};
    constexpr Point b{0.5, 2};
    static_assert(a + b == Point{3.5, -2});
    static_assert(a - b == Point{2.5, -6});
    static_assert(a * 2 == Point{6, -8});
    QCOMPARE(a + b - b, a);
    QCOMPARE(a * 0, (Point{0, 0}));
}

void GeometryTest::lengths_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("expected");
    QTest::newRow("nothing") << 0.0 << 0.0 << 0.0;
    QTest::newRow("along x") << -7.0 << 0.0 << 7.0;
    QTest::newRow("along y") << 0.0 << 2.5 << 2.5;
    QTest::newRow("three, four") << 3.0 << -4.0 << 5.0;
    QTest::newRow("five, twelve") << -5.0 << -12.0 << 13.0;
    QTest::newRow("diagonal") << 1.0 << 1.0 << std::numbers::sqrt2;
}

void GeometryTest::lengths()
{
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(double, expected);
    QCOMPARE(length({x, y}), expected);
}

void GeometryTest::boxes_data()
{
    QTest::addColumn<Box>("other");
    QTest::addColumn<bool>("overlaps");
    QTest::addColumn<bool>("contains");
    QTest::newRow("same") << Box{10, 20, 30, 40} << true << true;
    QTest::newRow("inside") << Box{15, 25, 5, 5} << true << true;
    QTest::newRow("touching the right side inside") << Box{35, 30, 5, 5} << true << true;
    QTest::newRow("touching the right side outside") << Box{40, 30, 5, 5} << false << false;
    QTest::newRow("touching the left side outside") << Box{5, 30, 5, 5} << false << false;
    QTest::newRow("touching the lower side outside") << Box{20, 60, 5, 5} << false << false;
    QTest::newRow("touching a corner") << Box{0, 10, 10, 10} << false << false;
    QTest::newRow("over the right side") << Box{38, 30, 5, 5} << true << false;
    QTest::newRow("over a corner") << Box{5, 15, 10, 10} << true << false;
    QTest::newRow("around") << Box{0, 0, 100, 100} << true << false;
    QTest::newRow("across") << Box{0, 30, 100, 5} << true << false;
    QTest::newRow("far") << Box{500, 500, 1, 1} << false << false;
    QTest::newRow("a point inside") << Box{20, 30, 0, 0} << true << true;
}

void GeometryTest::boxes()
{
    QFETCH(Box, other);
    QFETCH(bool, overlaps);
    QFETCH(bool, contains);
    const Box box{10, 20, 30, 40};
    QCOMPARE(box.overlaps(other), overlaps);
    QCOMPARE(other.overlaps(box), overlaps);
    QCOMPARE(box.contains(other), contains);
}

void GeometryTest::pointsInBoxes_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<bool>("inside");
    QTest::newRow("middle") << 25.0 << 40.0 << true;
    QTest::newRow("first corner") << 10.0 << 20.0 << true;
    QTest::newRow("last corner") << 40.0 << 60.0 << true;
    QTest::newRow("left") << 9.99 << 40.0 << false;
    QTest::newRow("right") << 40.01 << 40.0 << false;
    QTest::newRow("above") << 25.0 << 19.99 << false;
    QTest::newRow("below") << 25.0 << 60.01 << false;
}

void GeometryTest::pointsInBoxes()
{
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(bool, inside);
    QCOMPARE((Box{10, 20, 30, 40}.contains(Point{x, y})), inside);
}

void GeometryTest::boxesGrowAndShrink()
{
    constexpr Box box{10, 20, 30, 40};
    QCOMPARE(box.grown(5), (Box{5, 15, 40, 50}));
    QCOMPARE(box.grown(5).grown(-5), box);
    QCOMPARE(box.grown(3).centre(), box.centre());
    QCOMPARE(box.centre(), (Point{25, 40}));
    QCOMPARE(box.right(), 40.0);
    QCOMPARE(box.bottom(), 60.0);
}

void GeometryTest::distancesToAWay_data()
{
    QTest::addColumn<Point>("from");
    QTest::addColumn<Point>("to");
    QTest::addColumn<Point>("at");
    QTest::addColumn<double>("expected");
    QTest::newRow("on it") << Point{0, 0} << Point{10, 0} << Point{4, 0} << 0.0;
    QTest::newRow("beside") << Point{0, 0} << Point{10, 0} << Point{4, 3} << 3.0;
    QTest::newRow("before its start") << Point{0, 0} << Point{10, 0} << Point{-3, 4} << 5.0;
    QTest::newRow("behind its end") << Point{0, 0} << Point{10, 0} << Point{13, -4} << 5.0;
    QTest::newRow("at its end") << Point{0, 0} << Point{10, 0} << Point{10, 0} << 0.0;
    QTest::newRow("slanted") << Point{0, 0} << Point{10, 10} << Point{10, 0} << 5 * std::numbers::sqrt2;
    QTest::newRow("no way at all") << Point{1, 1} << Point{1, 1} << Point{4, 5} << 5.0;
}

void GeometryTest::distancesToAWay()
{
    QFETCH(Point, from);
    QFETCH(Point, to);
    QFETCH(Point, at);
    QFETCH(double, expected);
    QCOMPARE(distanceTo(from, to, at), expected);
    QCOMPARE(distanceTo(to, from, at), expected);
}

void GeometryTest::distanceIsTheLeastOfManySamples()
{
    const std::vector<Point> points = shapes::scattered(90, 3, 100, 100);
    for (std::size_t i = 0; i + 2 < points.size(); i += 3) {
        double least = 1e9;
        for (int k = 0; k <= 2000; ++k)
            least = std::min(least, length(points[i] + (points[i + 1] - points[i]) * (k / 2000.0) - points[i + 2]));
        const double exact = distanceTo(points[i], points[i + 1], points[i + 2]);
        QVERIFY(exact <= least + 1e-9 && exact >= least - 0.08);
    }
}

void GeometryTest::hullsOfKnownPoints_data()
{
    QTest::addColumn<std::vector<Point>>("points");
    QTest::addColumn<std::vector<Point>>("hull");
    using Points = std::vector<Point>;
    QTest::newRow("none") << Points{} << Points{};
    QTest::newRow("one") << Points{{1, 2}} << Points{{1, 2}};
    QTest::newRow("one twice") << Points{{1, 2}, {1, 2}} << Points{{1, 2}};
    QTest::newRow("two") << Points{{5, 0}, {1, 2}} << Points{{1, 2}, {5, 0}};
    QTest::newRow("three in a row") << Points{{0, 0}, {1, 1}, {2, 2}} << Points{{0, 0}, {2, 2}};
    QTest::newRow("triangle") << Points{{0, 0}, {2, 0}, {1, 3}} << Points{{0, 0}, {2, 0}, {1, 3}};
    QTest::newRow("square and its middle") << Points{{0, 0}, {2, 2}, {1, 1}, {2, 0}, {0, 2}} << Points{{0, 0}, {2, 0}, {2, 2}, {0, 2}};
    QTest::newRow("points on the sides") << Points{{0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}, {1, 2}, {0, 2}, {0, 1}}
                                         << Points{{0, 0}, {2, 0}, {2, 2}, {0, 2}};
    QTest::newRow("upright") << Points{{3, 5}, {3, 1}, {3, 3}} << Points{{3, 1}, {3, 5}};
}

void GeometryTest::hullsOfKnownPoints()
{
    QFETCH(std::vector<Point>, points);
    QFETCH(std::vector<Point>, hull);
    QCOMPARE(convexHull(points), hull);
}

void GeometryTest::hullsAreTheCorners()
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const std::vector<Point> points = shapes::scattered(4 + static_cast<int>(seed) * 2, seed, 50, 30);
        const std::vector<Point> hull = convexHull(points);
        for (std::size_t i = 0; i < points.size(); ++i)
            QCOMPARE(std::find(hull.begin(), hull.end(), points[i]) != hull.end(), isCorner(points, i));
    }
}

void GeometryTest::hullsTurnOneWayOnly()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const std::vector<Point> hull = convexHull(shapes::scattered(200, seed, 50, 30));
        for (std::size_t i = 0; i < hull.size(); ++i)
            QVERIFY(shapes::turn(hull[i], hull[(i + 1) % hull.size()], hull[(i + 2) % hull.size()]) > 0);
        QVERIFY(areaOf(hull) > 1000 && areaOf(hull) < 1500);
    }
}

void GeometryTest::hullsDoNotDependOnOrder()
{
    std::vector<Point> points = shapes::scattered(60, 9, 50, 30);
    const std::vector<Point> hull = convexHull(points);
    std::reverse(points.begin(), points.end());
    QCOMPARE(convexHull(points), hull);
    points.insert(points.end(), hull.begin(), hull.end());
    QCOMPARE(convexHull(points), hull);
    QCOMPARE(convexHull(hull), hull);
}

void GeometryTest::distancesToAHull_data()
{
    QTest::addColumn<Point>("at");
    QTest::addColumn<double>("expected");
    QTest::newRow("middle") << Point{5, 5} << 0.0;
    QTest::newRow("on a side") << Point{10, 5} << 0.0;
    QTest::newRow("on a corner") << Point{10, 10} << 0.0;
    QTest::newRow("right") << Point{13, 5} << 3.0;
    QTest::newRow("above") << Point{5, -2} << 2.0;
    QTest::newRow("off a corner") << Point{13, 14} << 5.0;
}

void GeometryTest::distancesToAHull()
{
    QFETCH(Point, at);
    QFETCH(double, expected);
    QCOMPARE(distanceTo(convexHull({{0, 0}, {10, 0}, {10, 10}, {0, 10}}), at), expected);
}

void GeometryTest::distanceOfNothing()
{
    QVERIFY(std::isinf(distanceTo(std::vector<Point>{}, Point{1, 1})));
    QCOMPARE(distanceTo({{4, 5}}, Point{1, 1}), 5.0);
    QCOMPARE(distanceTo({{0, 0}, {10, 0}}, Point{5, 2}), 2.0);
}

void GeometryTest::waysThroughBoxesAgreeWithSamples()
{
    const Box box{30, 20, 25, 15};
    const std::vector<Point> points = shapes::scattered(800, 4, 100, 60);
    int crossing = 0;
    for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
        bool touched = false;
        for (int k = 0; k <= 1000 && !touched; ++k)
            touched = box.contains(points[i] + (points[i + 1] - points[i]) * (k / 1000.0));
        const bool claimed = crosses(box, points[i], points[i + 1]);
        QVERIFY(!touched || claimed);
        // A way may clip a corner between two samples, no further.
        QVERIFY(!claimed || touched || crosses(box.grown(0.2), points[i], points[i + 1]));
        QVERIFY(touched || !crosses(box.grown(-0.2), points[i], points[i + 1]));
        crossing += touched;
    }
    QVERIFY(crossing > 60 && crossing < 340);
}

void GeometryTest::quadraticsAreCubics_data()
{
    QTest::addColumn<double>("t");
    for (const double t : {0.0, 0.1, 0.25, 0.5, 0.8, 1.0})
        QTest::addRow("%.2f", t) << t;
}

void GeometryTest::quadraticsAreCubics()
{
    QFETCH(double, t);
    const Point a{-5, 3};
    const Point b{20, 40};
    const Point c{60, -10};
    const Point expected = a * ((1 - t) * (1 - t)) + b * (2 * t * (1 - t)) + c * (t * t);
    QVERIFY(length(at(quadratic(a, b, c), t) - expected) < 1e-9);
}

void GeometryTest::cubicsStayWithinTheirHull()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const std::vector<Point> p = shapes::scattered(4, seed, 100, 100);
        const std::vector<Point> hull = convexHull(p);
        for (int k = 0; k <= 50; ++k)
            QVERIFY(distanceTo(hull, at({p[0], p[1], p[2], p[3]}, k / 50.0)) < 1e-9);
        QCOMPARE(at({p[0], p[1], p[2], p[3]}, 0), p[0]);
        QCOMPARE(at({p[0], p[1], p[2], p[3]}, 1), p[3]);
    }
}

DEALSCAPE_TEST(GeometryTest, dealscape::testing::NoApplication)
#include "test_geometry.moc"
