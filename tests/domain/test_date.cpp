// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "domain/date.h"

#include <chrono>
#include <string>
#include <vector>

using namespace dealscape;

class DateTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void everyDayOfTwoCenturiesRoundTrips();
    void speaks_data();
    void speaks();
    void orders_data();
    void orders();
    void firstDay_data();
    void firstDay();
    void firstDaysRiseByOne();
    void vagueDatesStartWithTheirFirstDay();
};

void DateTest::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::newRow("day") << QByteArray("2025-10-07") << 2025 << 10 << 7;
    QTest::newRow("month") << QByteArray("2025-10") << 2025 << 10 << 0;
    QTest::newRow("year") << QByteArray("2025") << 2025 << 0 << 0;
    QTest::newRow("leap day") << QByteArray("2024-02-29") << 2024 << 2 << 29;
    QTest::newRow("leap day of a century") << QByteArray("2000-02-29") << 2000 << 2 << 29;
    QTest::newRow("first year") << QByteArray("1900") << 1900 << 0 << 0;
    QTest::newRow("last year") << QByteArray("2200-12-31") << 2200 << 12 << 31;
    QTest::newRow("last day of a short month") << QByteArray("2025-06-30") << 2025 << 6 << 30;
}

void DateTest::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, year);
    QFETCH(int, month);
    QFETCH(int, day);
    const auto date = Date::parse(text.toStdString());
    QVERIFY(date.has_value());
    QCOMPARE(date->year, year);
    QCOMPARE(date->month, month);
    QCOMPARE(date->day, day);
    QCOMPARE(QByteArray::fromStdString(date->iso()), text);
}

void DateTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    const char *texts[] = {"",           " ",          "25",         "202",        "20255",      "2025-",       "2025-1",
                           "2025-13",    "2025-00",    "2025-1-07",  "2025-10-7",  "2025-10-00", "2025-10-32",  "2025-02-29",
                           "2100-02-29", "2025-04-31", "2025/10/07", "2025-10/07", "2025 10 07", "07-10-2025",  "1899",
                           "2201",       "2025-10-0x", "x025",       "+025",       "-025",       "2025-10-07 ", " 2025-10-0",
                           "2025-+1",    "2025-10--1", "20251007",   "2025-W41",   "0000",       "2025-10-07T"};
    for (const char *text : texts)
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
    QTest::newRow("wide digits") << QByteArray("２０２５");
    QTest::newRow("zero byte") << QByteArray("202\0", 4);
}

void DateTest::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Date::parse(text.toStdString()));
}

void DateTest::everyDayOfTwoCenturiesRoundTrips()
{
    using namespace std::chrono;
    int count = 0;
    for (sys_days at = sys_days(1900y / January / 1); at <= sys_days(2200y / December / 31); at += days(1)) {
        const year_month_day day(at);
        const Date date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                        static_cast<int>(static_cast<unsigned>(day.day()))};
        const auto parsed = Date::parse(date.iso());
        if (!parsed || *parsed != date || parsed->firstDay() != at.time_since_epoch().count())
            QFAIL(date.iso().c_str());
        ++count;
    }
    QCOMPARE(count, 109938);
}

void DateTest::speaks_data()
{
    QTest::addColumn<QByteArray>("iso");
    QTest::addColumn<QByteArray>("spoken");
    QTest::newRow("day") << QByteArray("2025-10-07") << QByteArray("7 October 2025");
    QTest::newRow("month") << QByteArray("2025-10") << QByteArray("October 2025");
    QTest::newRow("year") << QByteArray("2025") << QByteArray("2025");
    QTest::newRow("January") << QByteArray("2026-01-31") << QByteArray("31 January 2026");
    QTest::newRow("December") << QByteArray("2026-12-01") << QByteArray("1 December 2026");
}

void DateTest::speaks()
{
    QFETCH(QByteArray, iso);
    QFETCH(QByteArray, spoken);
    QCOMPARE(QByteArray::fromStdString(Date::parse(iso.toStdString())->spoken()), spoken);
}

void DateTest::orders_data()
{
    QTest::addColumn<QByteArray>("earlier");
    QTest::addColumn<QByteArray>("later");
    const std::vector<const char *> rising = {"1999-12-31", "2025",       "2025-01",    "2025-01-01", "2025-01-02",
                                              "2025-02",    "2025-02-01", "2025-12-31", "2026"};
    for (std::size_t i = 0; i < rising.size(); ++i)
        for (std::size_t j = i + 1; j < rising.size(); ++j)
            QTest::addRow("%s before %s", rising[i], rising[j]) << QByteArray(rising[i]) << QByteArray(rising[j]);
}

void DateTest::orders()
{
    QFETCH(QByteArray, earlier);
    QFETCH(QByteArray, later);
    const Date a = *Date::parse(earlier.toStdString());
    const Date b = *Date::parse(later.toStdString());
    QVERIFY(a < b);
    QVERIFY(b > a);
    QVERIFY(a != b);
    QVERIFY(a == *Date::parse(earlier.toStdString()));
}

void DateTest::firstDay_data()
{
    QTest::addColumn<QByteArray>("iso");
    QTest::addColumn<int>("days");
    QTest::newRow("epoch") << QByteArray("1970-01-01") << 0;
    QTest::newRow("the day before") << QByteArray("1969-12-31") << -1;
    QTest::newRow("a month later") << QByteArray("1970-02") << 31;
    QTest::newRow("a year later") << QByteArray("1971") << 365;
    QTest::newRow("the thirtieth year") << QByteArray("2000-01-01") << 10957;
    QTest::newRow("after a leap day") << QByteArray("2000-03-01") << 11017;
}

void DateTest::firstDay()
{
    QFETCH(QByteArray, iso);
    QFETCH(int, days);
    QCOMPARE(Date::parse(iso.toStdString())->firstDay(), days);
}

void DateTest::firstDaysRiseByOne()
{
    QCOMPARE(Date::parse("2024-03-01")->firstDay() - Date::parse("2024-02-28")->firstDay(), 2);
    QCOMPARE(Date::parse("2025-03-01")->firstDay() - Date::parse("2025-02-28")->firstDay(), 1);
    QCOMPARE(Date::parse("2026-01-01")->firstDay() - Date::parse("2025-12-31")->firstDay(), 1);
}

void DateTest::vagueDatesStartWithTheirFirstDay()
{
    QCOMPARE(Date::parse("2025")->firstDay(), Date::parse("2025-01-01")->firstDay());
    QCOMPARE(Date::parse("2025-07")->firstDay(), Date::parse("2025-07-01")->firstDay());
}

DEALSCAPE_TEST(DateTest, dealscape::testing::NoApplication)
#include "test_date.moc"
