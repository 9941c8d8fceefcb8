// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "domain/money.h"
#include "domain/power.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

using namespace dealscape;

namespace {

constexpr qint64 Absent = -1;

MoneyRange range(qint64 low, qint64 high)
{
    MoneyRange result;
    if (low != Absent)
        result.low = Money(low);
    if (high != Absent)
        result.high = Money(high);
    return result;
}

/// Amounts at which whole dollars, doubles and 64 bits have their edges.
const std::vector<qint64> edges = {0,
                                   1,
                                   999'999'999,
                                   1'000'000'000,
                                   1'000'000'001,
                                   (qint64(1) << 53) - 1,
                                   qint64(1) << 53,
                                   (qint64(1) << 53) + 1,
                                   Money::maximum().dollars() - 1,
                                   Money::maximum().dollars()};

} // namespace

class RangesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void bounds_data();
    void bounds();
    void lowNeverExceedsHigh();
    void equalityNeedsBothBounds_data();
    void equalityNeedsBothBounds();
    void sumsKeepEveryDollar();
    void subtractingUndoesAdding();
    void additionIsOrderless();
    void orderIsThatOfDollars();
    void billionsAreExactBelowADollarInAQuadrillion();
    void limitsLeaveRoomForSums();
    void rangesAreConstants();
    void capacitiesAddLikeNumbers();
    void gigawatts_data();
    void gigawatts();
};

void RangesTest::bounds_data()
{
    QTest::addColumn<qint64>("low");
    QTest::addColumn<qint64>("high");
    QTest::addColumn<qint64>("atLow");
    QTest::addColumn<qint64>("atHigh");
    QTest::addColumn<bool>("published");
    QTest::addColumn<bool>("exact");
    const qint64 most = Money::maximum().dollars();
    QTest::newRow("not published") << Absent << Absent << qint64(0) << qint64(0) << false << false;
    QTest::newRow("nothing") << qint64(0) << qint64(0) << qint64(0) << qint64(0) << true << true;
    QTest::newRow("up to nothing") << Absent << qint64(0) << qint64(0) << qint64(0) << true << false;
    QTest::newRow("at least nothing") << qint64(0) << Absent << qint64(0) << qint64(0) << true << false;
    QTest::newRow("a dollar") << qint64(1) << qint64(1) << qint64(1) << qint64(1) << true << true;
    QTest::newRow("between") << qint64(5) << qint64(8) << qint64(5) << qint64(8) << true << false;
    QTest::newRow("from nothing") << qint64(0) << qint64(8) << qint64(0) << qint64(8) << true << false;
    QTest::newRow("at least") << qint64(5) << Absent << qint64(5) << qint64(5) << true << false;
    QTest::newRow("up to") << Absent << qint64(8) << qint64(0) << qint64(8) << true << false;
    QTest::newRow("the most") << most << most << most << most << true << true;
    QTest::newRow("at least the most") << most << Absent << most << most << true << false;
}

void RangesTest::bounds()
{
    QFETCH(qint64, low);
    QFETCH(qint64, high);
    QFETCH(qint64, atLow);
    QFETCH(qint64, atHigh);
    QFETCH(bool, published);
    QFETCH(bool, exact);
    const MoneyRange tested = range(low, high);
    QCOMPARE(qint64(tested.at(Bound::Low).dollars()), atLow);
    QCOMPARE(qint64(tested.at(Bound::High).dollars()), atHigh);
    QCOMPARE(tested.published(), published);
    QCOMPARE(tested.exact(), exact);
    QCOMPARE(tested == MoneyRange::exactly(Money(atLow)), exact);
}

void RangesTest::lowNeverExceedsHigh()
{
    for (const qint64 low : edges)
        for (const qint64 high : edges) {
            for (const MoneyRange &open : {range(low, Absent), range(Absent, high), range(std::min(low, high), std::max(low, high))})
                QVERIFY(open.at(Bound::Low) <= open.at(Bound::High));
        }
}

void RangesTest::equalityNeedsBothBounds_data()
{
    QTest::addColumn<qint64>("low");
    QTest::addColumn<qint64>("high");
    QTest::newRow("other low") << qint64(6) << qint64(8);
    QTest::newRow("other high") << qint64(5) << qint64(9);
    QTest::newRow("no low") << Absent << qint64(8);
    QTest::newRow("no high") << qint64(5) << Absent;
    QTest::newRow("neither") << Absent << Absent;
}

void RangesTest::equalityNeedsBothBounds()
{
    QFETCH(qint64, low);
    QFETCH(qint64, high);
    QVERIFY(!(range(low, high) == range(5, 8)));
    QVERIFY(range(low, high) == range(low, high));
}

void RangesTest::sumsKeepEveryDollar()
{
    // A double would lose the single dollars beyond 2^53.
    Money sum;
    qint64 expected = 0;
    for (const qint64 amount : edges) {
        sum += Money(amount);
        expected += amount;
        QCOMPARE(qint64(sum.dollars()), expected);
    }
    QVERIFY(sum + Money(1) != sum);
    QVERIFY(static_cast<double>(expected) == static_cast<double>(expected + 1) || expected < (qint64(1) << 53));
}

void RangesTest::subtractingUndoesAdding()
{
    for (const qint64 a : edges)
        for (const qint64 b : edges) {
            QVERIFY(Money(a) + Money(b) - Money(b) == Money(a));
            QVERIFY(Money(a) - Money(b) + Money(b) == Money(a));
            QCOMPARE(qint64((Money(a) - Money(b)).dollars()), a - b);
        }
}

void RangesTest::additionIsOrderless()
{
    std::vector<qint64> order = edges;
    const auto sum = [&] {
        Money total;
        for (const qint64 amount : order)
            total += Money(amount);
        return total;
    };
    const Money forward = sum();
    std::reverse(order.begin(), order.end());
    QVERIFY(sum() == forward);
    std::rotate(order.begin(), order.begin() + 3, order.end());
    QVERIFY(sum() == forward);
}

void RangesTest::orderIsThatOfDollars()
{
    for (const qint64 a : edges)
        for (const qint64 b : edges) {
            QCOMPARE(Money(a) < Money(b), a < b);
            QCOMPARE(Money(a) == Money(b), a == b);
            QCOMPARE(Power(a) < Power(b), a < b);
            QCOMPARE(std::max(Money(a), Money(b)).dollars(), std::int64_t(std::max(a, b)));
        }
}

void RangesTest::billionsAreExactBelowADollarInAQuadrillion()
{
    for (const qint64 amount : edges) {
        const double back = Money(amount).inBillions() * 1e9;
        QVERIFY(std::abs(back - static_cast<double>(amount)) <= 1e-6 + static_cast<double>(amount) * 1e-15);
    }
    for (const std::int64_t count : {0, 1, 13, 500, 1'000'000})
        QCOMPARE(Money::billions(count).inBillions(), static_cast<double>(count));
    QVERIFY(Money::billions(1'000'000) == Money::maximum());
}

void RangesTest::limitsLeaveRoomForSums()
{
    constexpr std::int64_t top = std::numeric_limits<std::int64_t>::max();
    QVERIFY(top / Money::maximum().dollars() > 9000);
    QVERIFY(top / Power::maximum().megawatts() > 900'000'000'000);
}

void RangesTest::rangesAreConstants()
{
    static_assert(MoneyRange{Money(1), Money(3)}.at(Bound::High) == Money(3));
    static_assert(!MoneyRange().published());
    static_assert(Money(2) + Money(3) == Money(5));
    static_assert(Power(2) - Power(3) == Power(-1));
    constexpr MoneyRange open{std::nullopt, Money(3)};
    QVERIFY(open.published() && !open.exact());
}

void RangesTest::capacitiesAddLikeNumbers()
{
    Power sum;
    for (int megawatts = 1; megawatts <= 2000; ++megawatts)
        sum += Power(megawatts);
    QCOMPARE(sum.megawatts(), std::int64_t(2'001'000));
    QCOMPARE((sum - Power(1000)).inGigawatts(), 2000.0);
}

void RangesTest::gigawatts_data()
{
    QTest::addColumn<qint64>("megawatts");
    QTest::addColumn<double>("gigawatts");
    QTest::newRow("none") << qint64(0) << 0.0;
    QTest::newRow("a megawatt") << qint64(1) << 0.001;
    QTest::newRow("just below") << qint64(999) << 0.999;
    QTest::newRow("a gigawatt") << qint64(1000) << 1.0;
    QTest::newRow("half") << qint64(4500) << 4.5;
    QTest::newRow("the world") << qint64(Power::maximum().megawatts()) << 10'000.0;
}

void RangesTest::gigawatts()
{
    QFETCH(qint64, megawatts);
    QFETCH(double, gigawatts);
    QCOMPARE(Power(megawatts).inGigawatts(), gigawatts);
    QVERIFY(Power(megawatts) <= Power::maximum());
}

DEALSCAPE_TEST(RangesTest, dealscape::testing::NoApplication)
#include "test_ranges.moc"
