// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "domain/money.h"
#include "domain/power.h"

#include <limits>
#include <type_traits>

using namespace dealscape;

namespace {

constexpr Money dollars(std::int64_t count)
{
    return Money(count);
}

} // namespace

class AmountsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void moneyStartsAtZero();
    void moneyAddsAndSubtracts();
    void moneyCompares();
    void moneyInBillions_data();
    void moneyInBillions();
    void sumsOfTheLargestAmountsFit();
    void aNumberIsNoMoney();
    void rangeAtBounds_data();
    void rangeAtBounds();
    void unpublishedIsNotZero();
    void exactlyGivesBothBounds();
    void powerStartsAtZero();
    void powerAddsAndCompares();
    void powerInGigawatts();
    void powerKeepsItsLayer();
};

void AmountsTest::moneyStartsAtZero()
{
    QCOMPARE(Money().dollars(), std::int64_t(0));
    QVERIFY(Money() == dollars(0));
}

void AmountsTest::moneyAddsAndSubtracts()
{
    QCOMPARE((dollars(3) + dollars(4)).dollars(), std::int64_t(7));
    QCOMPARE((dollars(3) - dollars(4)).dollars(), std::int64_t(-1));
    Money sum;
    for (int i = 1; i <= 100; ++i)
        sum += dollars(i);
    QCOMPARE(sum.dollars(), std::int64_t(5050));
    QCOMPARE((sum += dollars(1)).dollars(), std::int64_t(5051));
}

void AmountsTest::moneyCompares()
{
    QVERIFY(dollars(1) < dollars(2));
    QVERIFY(dollars(2) > dollars(1));
    QVERIFY(dollars(2) >= dollars(2));
    QVERIFY(dollars(2) != dollars(3));
    QVERIFY(dollars(-1) < Money());
}

void AmountsTest::moneyInBillions_data()
{
    QTest::addColumn<qlonglong>("amount");
    QTest::addColumn<double>("billions");
    QTest::newRow("nothing") << 0LL << 0.0;
    QTest::newRow("one") << 1'000'000'000LL << 1.0;
    QTest::newRow("half") << 500'000'000LL << 0.5;
    QTest::newRow("a trillion") << 1'000'000'000'000LL << 1000.0;
    QTest::newRow("a dollar") << 1LL << 1e-9;
}

void AmountsTest::moneyInBillions()
{
    QFETCH(qlonglong, amount);
    QFETCH(double, billions);
    QCOMPARE(Money(amount).inBillions(), billions);
    if (billions == static_cast<double>(static_cast<std::int64_t>(billions)))
        QCOMPARE(Money::billions(static_cast<std::int64_t>(billions)).dollars(), std::int64_t(amount));
}

void AmountsTest::sumsOfTheLargestAmountsFit()
{
    constexpr std::int64_t room = std::numeric_limits<std::int64_t>::max() / Money::maximum().dollars();
    QVERIFY(room >= 9000);
    Money sum;
    for (int i = 0; i < 9000; ++i)
        sum += Money::maximum();
    QCOMPARE(sum.dollars(), Money::maximum().dollars() * 9000);
}

void AmountsTest::aNumberIsNoMoney()
{
    static_assert(!std::is_convertible_v<std::int64_t, Money>);
    static_assert(!std::is_convertible_v<std::int64_t, Power>);
    static_assert(!std::is_convertible_v<Money, Power>);
    static_assert(!std::is_convertible_v<Power, Money>);
    static_assert(std::is_trivially_copyable_v<Money> && sizeof(Money) == sizeof(std::int64_t));
    QVERIFY((std::is_constructible_v<Money, std::int64_t>));
}

void AmountsTest::rangeAtBounds_data()
{
    QTest::addColumn<bool>("hasLow");
    QTest::addColumn<bool>("hasHigh");
    QTest::addColumn<int>("atLow");
    QTest::addColumn<int>("atHigh");
    QTest::addColumn<bool>("published");
    QTest::addColumn<bool>("exact");
    QTest::newRow("between") << true << true << 10 << 30 << true << false;
    QTest::newRow("at least") << true << false << 10 << 10 << true << false;
    QTest::newRow("up to") << false << true << 0 << 30 << true << false;
    QTest::newRow("not published") << false << false << 0 << 0 << false << false;
}

void AmountsTest::rangeAtBounds()
{
    QFETCH(bool, hasLow);
    QFETCH(bool, hasHigh);
    QFETCH(int, atLow);
    QFETCH(int, atHigh);
    QFETCH(bool, published);
    QFETCH(bool, exact);
    MoneyRange range;
    if (hasLow)
        range.low = dollars(10);
    if (hasHigh)
        range.high = dollars(30);
    QCOMPARE(range.at(Bound::Low).dollars(), std::int64_t(atLow));
    QCOMPARE(range.at(Bound::High).dollars(), std::int64_t(atHigh));
    QCOMPARE(range.published(), published);
    QCOMPARE(range.exact(), exact);
}

void AmountsTest::unpublishedIsNotZero()
{
    QVERIFY(!(MoneyRange() == MoneyRange::exactly(Money())));
    QVERIFY(MoneyRange::exactly(Money()).published());
    QVERIFY(!MoneyRange().published());
}

void AmountsTest::exactlyGivesBothBounds()
{
    constexpr MoneyRange range = MoneyRange::exactly(Money(7));
    QVERIFY(range.exact());
    QCOMPARE(range.low->dollars(), std::int64_t(7));
    QCOMPARE(range.high->dollars(), std::int64_t(7));
}

void AmountsTest::powerStartsAtZero()
{
    QCOMPARE(Power().megawatts(), std::int64_t(0));
    QCOMPARE(PowerStatement().layer, PowerLayer::Context);
}

void AmountsTest::powerAddsAndCompares()
{
    QCOMPARE((Power(300) + Power(700)).megawatts(), std::int64_t(1000));
    Power sum;
    sum += Power(5);
    sum += Power(6);
    QCOMPARE(sum.megawatts(), std::int64_t(11));
    QVERIFY(Power(5) < Power(6));
    QVERIFY(Power(6) == Power(6));
    QVERIFY(Power::maximum() > Power(9'999'999));
}

void AmountsTest::powerInGigawatts()
{
    QCOMPARE(Power(4500).inGigawatts(), 4.5);
    QCOMPARE(Power(1).inGigawatts(), 0.001);
    QCOMPARE(Power::maximum().inGigawatts(), 10000.0);
}

void AmountsTest::powerKeepsItsLayer()
{
    const PowerStatement chips{Power(100), PowerLayer::Chips};
    const PowerStatement site{Power(100), PowerLayer::Site};
    QVERIFY(!(chips == site));
    QVERIFY((chips == PowerStatement{Power(100), PowerLayer::Chips}));
}

DEALSCAPE_TEST(AmountsTest, dealscape::testing::NoApplication)
#include "test_amounts.moc"
