// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "entry/amounttext.h"

using namespace dealscape;
using namespace dealscape::entry;

namespace {

constexpr qint64 none = -1;

qint64 dollarsOf(const std::optional<Money> &money)
{
    return money ? money->dollars() : none;
}

} // namespace

class AmountTextTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void amounts_data();
    void amounts();
    void refusals_data();
    void refusals();
    void textsComeBack_data();
    void textsComeBack();
    void otherCurrencies();
    void power();
    void parts();
    void terms();
};

void AmountTextTest::amounts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("low");
    QTest::addColumn<qint64>("high");
    const auto row = [](const char *typed, qint64 low, qint64 high) { QTest::newRow(typed) << QString::fromUtf8(typed) << low << high; };
    constexpr qint64 bn = 1'000'000'000;
    row("300b", 300 * bn, 300 * bn);
    row("$1.2bn", 1200 * bn / 1000, 1200 * bn / 1000);
    row("20-30 bn", 20 * bn, 30 * bn);
    row("$20bn – $30bn", 20 * bn, 30 * bn);
    row("800m to 1.5bn", 800 * bn / 1000, 1500 * bn / 1000);
    row("up to 5bn", none, 5 * bn);
    row("≤ 5 bn", none, 5 * bn);
    row("at least 5bn", 5 * bn, none);
    row(">2B", 2 * bn, none);
    row("undisclosed", none, none);
    row("n/a", none, none);
    row("", none, none);
    row("1,234,567", 1'234'567, 1'234'567);
    row("1,5 Mrd", 1500 * bn / 1000, 1500 * bn / 1000);
    row("USD 4 billion", 4 * bn, 4 * bn);
    row("about 1.4tn", 1400 * bn, 1400 * bn);
    row("bis zu 4 Mrd.", none, 4 * bn);
    row("1'234'567.00", 1'234'567, 1'234'567);
    row("2 crore", 20'000'000, 20'000'000);
}

void AmountTextTest::amounts()
{
    QFETCH(QString, typed);
    const TypedAmount read = readAmount(typed.toStdString());
    QVERIFY2(read.fault.empty(), read.fault.c_str());
    QTEST(dollarsOf(read.value.low), "low");
    QTEST(dollarsOf(read.value.high), "high");
    QCOMPARE(read.currency, std::string("USD"));
}

void AmountTextTest::refusals_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("why");
    QTest::newRow("words") << "a lot"
                           << "is no amount; write an amount such as 300b";
    QTest::newRow("power") << "4.5 GW"
                           << "is no amount";
    QTest::newRow("negative") << "(450)"
                              << "is no amount";
    QTest::newRow("rest") << "5bn or so"
                          << "is no amount";
    QTest::newRow("too much") << "1000000tn"
                              << "beyond belief";
    QTest::newRow("no rate") << "EUR 4bn"
                             << "an amount in EUR needs its rate in US dollars, such as \"EUR 4bn at 1.08\"";
    QTest::newRow("bad rate") << "EUR 4bn @ x"
                              << "the rate must be a number above zero";
}

void AmountTextTest::refusals()
{
    QFETCH(QString, typed);
    QFETCH(QString, why);
    const TypedAmount read = readAmount(typed.toStdString());
    QVERIFY2(QString::fromStdString(read.fault).contains(why), read.fault.c_str());
}

void AmountTextTest::textsComeBack_data()
{
    QTest::addColumn<qint64>("low");
    QTest::addColumn<qint64>("high");
    QTest::addColumn<QString>("text");
    QTest::newRow("exact") << qint64(300'000'000'000) << qint64(300'000'000'000) << "300bn";
    QTest::newRow("fraction") << qint64(1'250'000'000) << qint64(1'250'000'000) << "1.25bn";
    QTest::newRow("millions") << qint64(12'300'000) << qint64(12'300'000) << "12.3m";
    QTest::newRow("odd") << qint64(1'234'567'891) << qint64(1'234'567'891) << "1234.567891m";
    QTest::newRow("few") << qint64(999) << qint64(999) << "999";
    QTest::newRow("range") << qint64(20'000'000'000) << qint64(30'000'000'000) << "20bn-30bn";
    QTest::newRow("up to") << none << qint64(5'000'000'000) << "up to 5bn";
    QTest::newRow("at least") << qint64(5'000'000'000) << none << "at least 5bn";
    QTest::newRow("none") << none << none << "undisclosed";
}

void AmountTextTest::textsComeBack()
{
    QFETCH(qint64, low);
    QFETCH(qint64, high);
    const auto money = [](qint64 dollars) { return dollars == none ? std::optional<Money>() : Money(dollars); };
    const MoneyRange value{money(low), money(high)};
    const std::string text = amountText(value);
    QTEST(QString::fromStdString(text), "text");
    QVERIFY(readAmount(text).value == value);
}

void AmountTextTest::otherCurrencies()
{
    const TypedAmount read = readAmount("EUR 4bn at 1.08");
    QVERIFY2(read.fault.empty(), read.fault.c_str());
    QVERIFY(read.value == MoneyRange::exactly(Money(4'320'000'000)));
    QCOMPARE(read.currency, std::string("EUR"));
    QCOMPARE(read.asAnnounced, std::string("EUR 4bn at 1.08"));
    Deal deal;
    deal.value = read.value;
    deal.currency = read.currency;
    deal.asAnnounced = read.asAnnounced;
    QCOMPARE(amountText(deal), std::string("EUR 4bn at 1.08"));
    deal.value = MoneyRange::exactly(Money(5'000'000'000));
    QCOMPARE(amountText(deal), std::string("5bn"));
    QCOMPARE(readAmount("€2–3bn @ 1.1").value.high->dollars(), 3'300'000'000);
}

void AmountTextTest::power()
{
    QCOMPARE(readPower("4.5 GW").power->megawatts(), 4500);
    QCOMPARE(readPower("300MW").power->megawatts(), 300);
    QVERIFY(!readPower("").power && readPower("").fault.empty());
    QVERIFY(!readPower("300").fault.empty());
    QVERIFY(!readPower("0 MW").fault.empty());
    for (const std::int64_t megawatts : {1, 300, 999, 1000, 4500, 10'000'000})
        QCOMPARE(readPower(powerText(Power(megawatts))).power->megawatts(), megawatts);
}

void AmountTextTest::parts()
{
    const TypedParts read = readParts("15bn paid, up to 35bn potential");
    QVERIFY2(read.fault.empty(), read.fault.c_str());
    QCOMPARE(read.parts.size(), std::size_t(2));
    QCOMPARE(read.parts[1].certainty, Certainty::Potential);
    QVERIFY(!read.parts[1].value.low);
    QCOMPARE(partsText(read.parts), std::string("15bn paid, up to 35bn potential"));
    QVERIFY(!readParts("15bn").fault.empty());
    QVERIFY(!readParts("much paid").fault.empty());
}

void AmountTextTest::terms()
{
    const auto term = [](const char *text) { return readTerm(text).term; };
    QVERIFY(term("2027-2032") == (Term{2027, 2032}));
    QVERIFY(term("2027 to 2032") == (Term{2027, 2032}));
    QVERIFY(term("2027") == (Term{2027, 2027}));
    QVERIFY(term("from 2027") == (Term{2027, std::nullopt}));
    QVERIFY(term("until 2032") == (Term{std::nullopt, 2032}));
    QVERIFY(!readTerm("soon").fault.empty());
    QVERIFY(!readTerm("27-32").fault.empty());
    for (const char *text : {"", "2027", "2027-2032", "from 2027", "until 2032"})
        QCOMPARE(termText(readTerm(text).term), std::string(text));
}

DEALSCAPE_TEST(AmountTextTest, dealscape::testing::NoApplication)
#include "test_amounttext.moc"
