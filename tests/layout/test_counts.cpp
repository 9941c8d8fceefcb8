// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references.h"
#include "testmain.h"

#include "layout/counts.h"
#include "layout/geometry.h"
#include "layout/hull.h"

#include <QTest>

#include <cmath>

using namespace dealscape::layout;

namespace {

/// Whole numbers, which single precision holds exactly, in arrays side by side.
struct Scatter {
    std::vector<float> ax, ay, bx, by, half, x, y, radius, halfWidth, halfHeight;
    int count = 0;

    Scatter(int size, std::uint64_t seed) : count(size)
    {
        Random random(seed);
        const auto fill = [&](std::vector<float> &values, int most) {
            for (int i = 0; i < size; ++i)
                values.push_back(static_cast<float>(random.below(most)));
        };
        for (auto *values : {&ax, &ay, &bx, &by, &x, &y})
            fill(*values, 400);
        for (auto *values : {&half, &radius, &halfWidth, &halfHeight})
            fill(*values, 30);
    }

    Point from(int i) const { return point(ax, ay, i); }
    Point to(int i) const { return point(bx, by, i); }
    Point at(int i) const { return point(x, y, i); }
    Box box(int i) const
    {
        const auto k = static_cast<std::size_t>(i);
        const double w = static_cast<double>(halfWidth[k]);
        const double h = static_cast<double>(halfHeight[k]);
        return {at(i).x - w, at(i).y - h, 2 * w, 2 * h};
    }

private:
    static Point point(const std::vector<float> &xs, const std::vector<float> &ys, int i)
    {
        return {static_cast<double>(xs[static_cast<std::size_t>(i)]), static_cast<double>(ys[static_cast<std::size_t>(i)])};
    }
};

float single(double value)
{
    return static_cast<float>(value);
}

void addSizes()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 7, 8, 9, 100, 333})
        QTest::addRow("%d", count) << count;
}

/// The questions are asked between whole numbers, so that no answer hangs on a rounding.
std::vector<std::pair<Point, Point>> gaps()
{
    Random random(77);
    std::vector<std::pair<Point, Point>> result;
    for (int i = 0; i < 60; ++i)
        result.push_back({{random.below(400) + 0.5, random.below(400) + 0.25}, {random.below(400) + 0.75, random.below(400) + 0.5}});
    return result;
}

/// Counts with a hair's breadth of doubt: what is nearer to a limit than that may be told either way.
struct Range {
    int least = 0;
    int most = 0;

    void add(double value, double limit)
    {
        constexpr double hair = 1e-2;
        least += value < limit - hair;
        most += value < limit + hair;
    }
    bool holds(int found) const { return found >= least && found <= most; }
};

} // namespace

class CountsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void crossingsOfAWay_data() { addSizes(); }
    void crossingsOfAWay();
    void discsOnAWay_data() { addSizes(); }
    void discsOnAWay();
    void edgesOnADisc_data() { addSizes(); }
    void edgesOnADisc();
    void boxesOnAWay_data() { addSizes(); }
    void boxesOnAWay();
    void edgesOverABox_data() { addSizes(); }
    void edgesOverABox();
    void boxesAtABox_data() { addSizes(); }
    void boxesAtABox();
    void boxesThatAreNotThereTouchNothing();
    void stressOfARow_data() { addSizes(); }
    void stressOfARow();
    void sharedEndsDoNotCross();
};

void CountsTest::crossingsOfAWay()
{
    QFETCH(int, count);
    const Scatter scene(count, 1);
    for (const auto &[p, q] : gaps()) {
        int expected = 0;
        for (int i = 0; i < count; ++i)
            expected += shapes::cross(p, q, scene.from(i), scene.to(i));
        QCOMPARE(crossingsOf(single(p.x), single(p.y), single(q.x), single(q.y), scene.ax.data(), scene.ay.data(), scene.bx.data(),
                             scene.by.data(), count),
                 expected);
    }
}

void CountsTest::discsOnAWay()
{
    QFETCH(int, count);
    const Scatter scene(count, 2);
    for (const auto &[p, q] : gaps())
        for (const double margin : {0.0, 5.0}) {
            Range expected;
            for (int i = 0; i < count; ++i)
                expected.add(distanceTo(p, q, scene.at(i)), static_cast<double>(scene.radius[static_cast<std::size_t>(i)]) + margin);
            QVERIFY(expected.holds(discsOn(single(p.x), single(p.y), single(q.x), single(q.y), scene.x.data(), scene.y.data(),
                                           scene.radius.data(), count, single(margin))));
        }
}

void CountsTest::edgesOnADisc()
{
    QFETCH(int, count);
    const Scatter scene(count, 3);
    for (const auto &[p, unused] : gaps()) {
        Range expected;
        for (int i = 0; i < count; ++i)
            expected.add(distanceTo(scene.from(i), scene.to(i), p), 12 + static_cast<double>(scene.half[static_cast<std::size_t>(i)]));
        QVERIFY(expected.holds(edgesOn(single(p.x), single(p.y), 12, scene.ax.data(), scene.ay.data(), scene.bx.data(), scene.by.data(),
                                       scene.half.data(), count)));
    }
}

void CountsTest::boxesOnAWay()
{
    QFETCH(int, count);
    const Scatter scene(count, 4);
    for (const auto &[p, q] : gaps()) {
        int least = 0;
        int most = 0;
        for (int i = 0; i < count; ++i) {
            least += crosses(scene.box(i).grown(-0.01), p, q) && scene.box(i).w > 0.02 && scene.box(i).h > 0.02;
            most += crosses(scene.box(i).grown(0.01), p, q);
        }
        const int found = boxesOn(single(p.x), single(p.y), single(q.x), single(q.y), scene.x.data(), scene.y.data(),
                                  scene.halfWidth.data(), scene.halfHeight.data(), count);
        QVERIFY2(found >= least && found <= most, qPrintable(QStringLiteral("%1: %2 to %3").arg(found).arg(least).arg(most)));
    }
}

void CountsTest::edgesOverABox()
{
    QFETCH(int, count);
    const Scatter scene(count, 5);
    for (const auto &[p, unused] : gaps()) {
        const Box box{p.x - 40, p.y - 9, 80, 18};
        int least = 0;
        int most = 0;
        for (int i = 0; i < count; ++i) {
            least += crosses(box.grown(-0.01), scene.from(i), scene.to(i));
            most += crosses(box.grown(0.01), scene.from(i), scene.to(i));
        }
        const int found =
            edgesOver({single(p.x), single(p.y), 40, 9}, scene.ax.data(), scene.ay.data(), scene.bx.data(), scene.by.data(), count);
        QVERIFY(found >= least && found <= most);
    }
}

void CountsTest::boxesAtABox()
{
    QFETCH(int, count);
    const Scatter scene(count, 6);
    for (const auto &[p, unused] : gaps()) {
        const Box box{p.x - 25, p.y - 10, 50, 20};
        int expected = 0;
        for (int i = 0; i < count; ++i)
            expected += scene.box(i).overlaps(box);
        QCOMPARE(boxesAt({single(p.x), single(p.y), 25, 10}, scene.x.data(), scene.y.data(), scene.halfWidth.data(),
                         scene.halfHeight.data(), count),
                 expected);
    }
}

void CountsTest::boxesThatAreNotThereTouchNothing()
{
    Scatter scene(50, 7);
    scene.halfWidth.assign(50, NoBox);
    for (const auto &[p, q] : gaps()) {
        QCOMPARE(boxesOn(single(p.x), single(p.y), single(q.x), single(q.y), scene.x.data(), scene.y.data(), scene.halfWidth.data(),
                         scene.halfHeight.data(), 50),
                 0);
        QCOMPARE(boxesAt({single(p.x), single(p.y), 200, 200}, scene.x.data(), scene.y.data(), scene.halfWidth.data(),
                         scene.halfHeight.data(), 50),
                 0);
    }
    QCOMPARE(edgesOver({200, 200, NoBox, 5}, scene.ax.data(), scene.ay.data(), scene.bx.data(), scene.by.data(), 50), 0);
}

void CountsTest::stressOfARow()
{
    QFETCH(int, count);
    const Scatter scene(count, 8);
    std::vector<float> inverse;
    for (int i = 0; i < count; ++i)
        inverse.push_back(i % 5 ? 1.0f / static_cast<float>(1 + i % 4) : 0.0f);
    for (const double scale : {0.01, 0.1}) {
        double expected = 0;
        for (int i = 0; i < count; ++i)
            if (i % 5)
                expected += std::pow(scale * length(scene.at(i) - Point{50, 60}) / (1 + i % 4) - 1, 2);
        const double found = static_cast<double>(stressRow(inverse.data(), scene.x.data(), scene.y.data(), count, 50, 60, single(scale)));
        QVERIFY(std::abs(found - expected) <= 1e-4 * (1 + expected));
    }
}

void CountsTest::sharedEndsDoNotCross()
{
    // All edges of the scene begin where the way does.
    Scatter scene(100, 9);
    scene.ax.assign(100, 13);
    scene.ay.assign(100, 17);
    for (int i = 0; i < 100; ++i) {
        const Point q = scene.at(i);
        QCOMPARE(crossingsOf(13, 17, single(q.x), single(q.y), scene.ax.data(), scene.ay.data(), scene.bx.data(), scene.by.data(), 100), 0);
        QCOMPARE(crossingsOf(single(q.x), single(q.y), 13, 17, scene.ax.data(), scene.ay.data(), scene.bx.data(), scene.by.data(), 100), 0);
    }
}

DEALSCAPE_TEST(CountsTest, dealscape::testing::NoApplication)
#include "test_counts.moc"
