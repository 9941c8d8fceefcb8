// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "exchange/amounts.h"
#include "exchange/dates.h"
#include "exchange/names.h"
#include "exchange/roles.h"
#include "exchange/words.h"

#include <cmath>
#include <string>

using namespace dealscape;
using namespace dealscape::exchange;

class ReadingTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void amounts_data();
    void amounts();
    void marks_data();
    void marks();
    void dates_data();
    void dates();
    void headers_data();
    void headers();
    void everyRoleStandsAtItsPlace();
    void names_data();
    void names();
    void countries();
};

void ReadingTest::amounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(expected);
    };
    row("$1.2bn", "1200000000..1200000000 USD");
    row("€300m", "300000000..300000000 EUR");
    row("up to $50B", "..50000000000 USD");
    row("undisclosed", "not published");
    row("$10-15bn", "10000000000..15000000000 USD");
    row("~2 bn", "2000000000..2000000000");
    row("n/a", "not published");
    row("—", "not published");
    row("-", "not published");
    row("", "nothing");
    row("USD 3.5 billion", "3500000000..3500000000 USD");
    row("1,2 Mrd. €", "1200000000..1200000000 EUR");
    row("1,2 Mrd. EUR", "1200000000..1200000000 EUR");
    row("¥500bn", "500000000000..500000000000 JPY");
    row("(250)", "negative 250..250");
    row("-5", "negative 5..5");
    row("1.2 BN", "1200000000..1200000000");
    row("at least £40 million", "40000000.. GBP");
    row("$1.5 trillion", "1500000000000..1500000000000 USD");
    row("10 GW", "10000..10000 MW");
    row("1-2 GW", "1000..2000 MW");
    row("300 MW - 1 GW", "unreadable");
    row("100-300m", "100000000..300000000");
    row("300-100m", "300000000..100000000");
    row("> 2B", "2000000000..");
    row("5bn+", "5000000000..");
    row("≤ 5 Mio.", "..5000000");
    row("MAD 4bn", "4000000000..4000000000 MAD");
    row("US$ 300m", "300000000..300000000 USD");
    row("C$5", "5..5 CAD");
    row("12–27B", "12000000000..27000000000");
    row("1 234 567,89", "1234568..1234568");
    row("1'234.5", "1235..1235");
    row("1,234,567", "1234567..1234567");
    row("12,34,567", "1234567..1234567");
    row("2 crore", "20000000..20000000");
    row("5億円", "unreadable");
    row("5億", "500000000..500000000");
    row("0", "0..0");
    row("about 3 million dollars", "3000000..3000000 USD");
    row("bis zu 4 Mrd", "..4000000000");
    row("entre 1 et 2 milliards", "1000000000..2000000000");
    row("9007199254740993", "9007199254740993..9007199254740993");
    row("three", "unreadable");
    row("10 days", "unreadable");
    row("1.2.3", "unreadable");
    row("5 5", "unreadable");
    row("$", "unreadable");
}

void ReadingTest::amounts()
{
    QFETCH(QString, text);
    const Amount amount = parseAmount(text.toStdString(), {});
    QString said;
    const auto figure = [](const std::optional<long double> &value) { return value ? QString::number(std::llroundl(*value)) : QString(); };
    switch (amount.says) {
    case Amount::Says::Nothing:
        said = QStringLiteral("nothing");
        break;
    case Amount::Says::NotPublished:
        said = QStringLiteral("not published");
        break;
    case Amount::Says::Unreadable:
        said = QStringLiteral("unreadable");
        break;
    case Amount::Says::Power:
        said = figure(amount.low) + QStringLiteral("..") + figure(amount.high) + QStringLiteral(" MW");
        break;
    case Amount::Says::Figure:
        said = (amount.negative ? QStringLiteral("negative ") : QString()) + figure(amount.low) + QStringLiteral("..") +
            figure(amount.high) + (amount.currency[0] ? QLatin1Char(' ') + QString::fromLatin1(amount.currency.data(), 3) : QString());
        break;
    }
    QTEST(said, "expected");
}

void ReadingTest::marks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("mark");
    QTest::addColumn<bool>("ambiguous");
    const auto row = [](const char *text, Mark mark, bool ambiguous = false) {
        QTest::newRow(text) << QString::fromUtf8(text) << int(mark) << ambiguous;
    };
    row("1.234,56", Mark::Comma);
    row("1,234.56", Mark::Point);
    row("1.234.567", Mark::Comma);
    row("1,234,567", Mark::Point);
    row("0,500", Mark::Comma);
    row("12,5", Mark::Comma);
    row("1.5", Mark::Point);
    row("1.500", Mark::Unknown, true);
    row("1,800", Mark::Unknown, true);
    row("1234.567", Mark::Point);
    row("12", Mark::Unknown);
}

void ReadingTest::marks()
{
    QFETCH(QString, text);
    const MarkEvidence evidence = markEvidence(text.toStdString());
    QTEST(int(evidence.mark), "mark");
    QTEST(evidence.ambiguous, "ambiguous");
}

void ReadingTest::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected, DayOrder order = DayOrder::Unknown) {
        QTest::addRow("%s %d", text, int(order)) << QString::fromUtf8(text) << int(order) << QString::fromLatin1(expected);
    };
    row("2025-10-07", "2025-10-07");
    row("2025-10-07T12:30:00Z", "2025-10-07");
    row("2025/10/07", "2025-10-07");
    row("07.10.2025", "2025-10-07 ambiguous");
    row("31.12.2024", "2024-12-31");
    row("03/04/2025", "2025-04-03 ambiguous");
    row("03/04/2025", "2025-03-04 ambiguous", DayOrder::MonthFirst);
    row("12/31/2024", "2024-12-31");
    row("5/5/2025", "2025-05-05");
    row("31.12.24", "2024-12-31");
    row("31.12.85", "1985-12-31");
    row("7 October 2025", "2025-10-07");
    row("Oct 7, 2025", "2025-10-07");
    row("7. Oktober 2025", "2025-10-07");
    row("7 octobre 2025", "2025-10-07");
    row("1er mars 2025", "2025-03-01");
    row("7 de octubre de 2025", "2025-10-07");
    row("ottobre 2025", "2025-10");
    row("März 2025", "2025-03");
    row("Oct-25", "2025-10");
    row("10/2025", "2025-10");
    row("2025", "2025");
    row("202510", "2025-10");
    row("20251007", "2025-10-07");
    row("Q3 2025", "2025 coarser");
    row("45937", "2025-10-07 serial");
    row("1905-07-17", "1905-07-17 spoilt");
    row("31.02.2025", "");
    row("soon", "");
    row("2025 or 2026", "");
    row("13/13/2025", "");
}

void ReadingTest::dates()
{
    QFETCH(QString, text);
    QFETCH(int, order);
    const DateReading read = parseDate(text.toStdString(), static_cast<DayOrder>(order));
    QString said = read.date ? QString::fromStdString(read.date->iso()) : QString();
    said += read.ambiguous ? QStringLiteral(" ambiguous") : QString();
    said += read.coarser ? QStringLiteral(" coarser") : QString();
    said += read.serial ? QStringLiteral(" serial") : QString();
    said += read.spoiltYear ? QStringLiteral(" spoilt") : QString();
    QTEST(said, "expected");
}

void ReadingTest::headers_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("role");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("currency");
    const auto row = [](const char *header, const char *role, int scale = 0, const char *currency = "") {
        QTest::newRow(header) << QString::fromUtf8(header) << QString::fromLatin1(role) << scale << QString::fromLatin1(currency);
    };
    row("payer", "payer");
    row(" Target ", "target");
    row("Empfänger", "payee");
    row("Bénéficiaire", "payee");
    row("Betrag in Mio. €", "amount", 6, "EUR");
    row("Amount, $ billion", "amount", 9, "USD");
    row("Deal value (USD m)", "amount", 6, "USD");
    row("usd", "amount", 0, "USD");
    row("Montant (Mds €)", "amount", 9, "EUR");
    row("Datum", "announced");
    row("Fecha", "announced");
    row("Capacity GW", "gigawatts");
    row("announcementDate", "announced");
    row("Low (US$)", "low");
    row("Kommentar", "note");
    row("Something else", "extra");
}

void ReadingTest::headers()
{
    QFETCH(QString, header);
    const HeaderGuess found = guess(header.toStdString(), Of::Deals);
    QTEST(QString::fromStdString(std::string(info(found.role).word)), "role");
    QTEST(found.hints.scale.value_or(0), "scale");
    QTEST(found.hints.currency[0] ? QString::fromLatin1(found.hints.currency.data(), 3) : QString(), "currency");
}

void ReadingTest::everyRoleStandsAtItsPlace()
{
    QCOMPARE(roles().size(), std::size_t(Role::OrganizationMore) + 1);
    for (std::size_t i = 0; i < roles().size(); ++i)
        QCOMPARE(std::size_t(roles()[i].role), i);
    for (const RoleInfo &role : roles())
        QCOMPARE(int(*roleByWord(role.word, role.of)), int(role.role));
}

void ReadingTest::names_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("offered");
    const auto row = [](const char *a, const char *b, bool offered) {
        QTest::addRow("%s, %s", a, b) << QString::fromUtf8(a) << QString::fromUtf8(b) << offered;
    };
    row("Hongkong Fund", "Hong Kong Fund", true);
    row("Acme Inc", "Acme, Inc.", true);
    row("Acme Inc", "ACME Inc", true);
    row("Acme Inc", "Ａｃｍｅ Inc", true);
    row("Acme Inc.", "Acme Incorporated", true);
    row("Tianjin Steel", "Tianjing Steel", true);
    row("Société Générale", "Societe Generale SA", true);
    row("Siemens AG", "Siemens Energy", false);
    row("Fund 1 of Acme", "Fund 2 of Acme", false);
    row("Alpha", "Alphb", false);
    row("Nordwind", "Südwind", false);
}

void ReadingTest::names()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, offered);
    std::vector<NamedParty> parties(2);
    parties[0].name = a.toStdString();
    parties[1].name = b.toStdString();
    QCOMPARE(!mergeOffers(parties).empty(), offered);
    parties[0].country = "DE";
    parties[1].country = "US";
    QVERIFY(mergeOffers(parties).empty());
}

void ReadingTest::countries()
{
    QCOMPARE(countryOf("de"), std::string("DE"));
    QCOMPARE(countryOf("UK"), std::string("GB"));
    QCOMPARE(countryOf("Germany"), std::string("DE"));
    QCOMPARE(countryOf("United States"), std::string("US"));
    QCOMPARE(countryOf("Atlantis"), std::string());
}

DEALSCAPE_TEST(ReadingTest, dealscape::testing::NoApplication)
#include "test_reading.moc"
