// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/scales.h"
#include "words/numbers.h"

#include "testmain.h"
#include "words/phrases.h"

#include <QTest>

using namespace dealscape;

namespace {

constexpr qint64 absent = -1;

std::optional<Money> amount(qint64 millions)
{
    return millions == absent ? std::nullopt : std::optional(Money(millions * 1'000'000));
}

} // namespace

class TestNumbers : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void standingOfADeal_data()
    {
        QTest::addColumn<Certainty>("certainty");
        QTest::addColumn<OverlapRole>("role");
        QTest::addColumn<bool>("inParts");
        QTest::addColumn<QString>("words");
        QTest::newRow("one certainty") << Certainty::Binding << OverlapRole::Component << false << QStringLiteral("Binding");
        QTest::newRow("in parts") << Certainty::Paid << OverlapRole::Component << true
                                  << QStringLiteral("$10B paid, $1B binding, up to $15B potential");
        QTest::newRow("replaced") << Certainty::Cancelled << OverlapRole::Superseded << false << QStringLiteral("Superseded");
        QTest::newRow("over") << Certainty::Cancelled << OverlapRole::Cancelled << false << QStringLiteral("Called off");
        QTest::newRow("over by status") << Certainty::Cancelled << OverlapRole::Component << false << QStringLiteral("Called off");
    }
    void standingOfADeal()
    {
        QFETCH(Certainty, certainty);
        QFETCH(OverlapRole, role);
        QFETCH(bool, inParts);
        Deal deal;
        deal.certainty = certainty;
        deal.overlap.role = role;
        if (inParts)
            deal.parts = {{Certainty::Potential, {Money(), Money::billions(15)}},
                          {Certainty::Paid, MoneyRange::exactly(Money::billions(10))},
                          {Certainty::Binding, MoneyRange::exactly(Money::billions(1))}};
        QTEST(words::standing(deal), "words");
    }

    void amounts_data()
    {
        QTest::addColumn<qint64>("dollars");
        QTest::addColumn<QString>("text");
        const std::pair<qint64, const char *> rows[] = {{0, "$0"},
                                                        {7, "$7"},
                                                        {1'500, "$1.5K"},
                                                        {999'999, "$1M"},
                                                        {44'000'000, "$44M"},
                                                        {99'400'000, "$99.4M"},
                                                        {100'000'000, "$0.1B"},
                                                        {375'000'000, "$0.38B"},
                                                        {2'000'000'000, "$2B"},
                                                        {6'300'000'000, "$6.3B"},
                                                        {6'345'000'000, "$6.35B"},
                                                        {9'996'000'000, "$10B"},
                                                        {11'600'000'000, "$11.6B"},
                                                        {22'440'000'000, "$22.4B"},
                                                        {99'960'000'000, "$100B"},
                                                        {195'400'000'000, "$195B"},
                                                        {999'400'000'000, "$999B"},
                                                        {1'400'000'000'000, "$1.4T"},
                                                        {1'000'000'000'000'000, "$1,000T"}};
        for (const auto &[dollars, text] : rows)
            QTest::newRow(text) << dollars << QString::fromUtf8(text);
        QTest::newRow("negative") << qint64(-5'000'000'000) << QStringLiteral("−$5B");
    }
    void amounts()
    {
        QFETCH(qint64, dollars);
        QFETCH(QString, text);
        QCOMPARE(words::money(Money(dollars)), text);
    }

    void ranges_data()
    {
        QTest::addColumn<qint64>("low");
        QTest::addColumn<qint64>("high");
        QTest::addColumn<QString>("text");
        QTest::newRow("exact") << qint64(300'000) << qint64(300'000) << "$300B";
        QTest::newRow("one unit") << qint64(13'000) << qint64(33'000) << "$13–33B";
        QTest::newRow("decimals") << qint64(9'400) << qint64(9'600) << "$9.4–9.6B";
        QTest::newRow("unit of the high bound") << qint64(737'000) << qint64(1'400'000) << "$0.74–1.4T";
        QTest::newRow("up to") << absent << qint64(5'000) << "≤$5B";
        QTest::newRow("from zero") << qint64(0) << qint64(5'000) << "≤$5B";
        QTest::newRow("at least") << qint64(1'000'000) << absent << "≥$1T";
        QTest::newRow("not published") << absent << absent << "?";
        QTest::newRow("equal when rounded") << qint64(300'100) << qint64(300'200) << "$300B";
        QTest::newRow("all but equal") << qint64(38'000) << qint64(38'100) << "$38B";
        QTest::newRow("far apart") << qint64(1) << qint64(5'000) << "$1M–$5B";
        QTest::newRow("nothing") << qint64(0) << qint64(0) << "$0";
    }
    void ranges()
    {
        QFETCH(qint64, low);
        QFETCH(qint64, high);
        QFETCH(QString, text);
        QCOMPARE(words::money(MoneyRange{amount(low), amount(high)}), text);
    }

    void capacities_data()
    {
        QTest::addColumn<int>("megawatts");
        QTest::addColumn<QString>("text");
        QTest::newRow("MW") << 44 << "44 MW";
        QTest::newRow("tenth") << 100 << "0.1 GW";
        QTest::newRow("three quarters") << 750 << "0.75 GW";
        QTest::newRow("half") << 4500 << "4.5 GW";
        QTest::newRow("whole") << 10000 << "10 GW";
        QTest::newRow("rounded") << 11640 << "11.6 GW";
        QTest::newRow("world") << 10'000'000 << "10,000 GW";
        QTest::newRow("zero") << 0 << "0 GW";
    }
    void capacities()
    {
        QFETCH(int, megawatts);
        QFETCH(QString, text);
        QCOMPARE(words::power(Power(megawatts)), text);
        QCOMPARE(words::power(std::optional<Power>()), QStringLiteral("?"));
    }

    void counts()
    {
        QCOMPARE(words::counted(0, "deal", "deals"), QStringLiteral("0 deals"));
        QCOMPARE(words::counted(1, "deal", "deals"), QStringLiteral("1 deal"));
        QCOMPARE(words::counted(2500, "deal", "deals"), QStringLiteral("2,500 deals"));
    }

    void gradesRise_data()
    {
        QTest::addColumn<int>("lens");
        for (const auto &lens : vocabulary<Lens>())
            QTest::newRow(lens.word.data()) << static_cast<int>(lens.value);
    }
    void gradesRise()
    {
        QFETCH(int, lens);
        const auto all = style::grades(static_cast<Lens>(lens), {});
        QCOMPARE(all.size(), std::size_t(5));
        for (std::size_t i = 1; i < all.size(); ++i) {
            QVERIFY(all[i].from > all[i - 1].from);
            QVERIFY(all[i].width > all[i - 1].width);
            QVERIFY(all[i].headWidth > all[i].width);
        }
        for (const auto &grade : all)
            QCOMPARE(style::gradeOf(static_cast<Lens>(lens), {}, grade.from).width, grade.width);
    }

    void gradesOfAmounts()
    {
        QCOMPARE(style::gradeOf(Lens::Value, {}, std::nullopt).width, 1.25);
        QCOMPARE(style::gradeOf(Lens::Value, {}, 0.1).width, 1.5);
        QCOMPARE(style::gradeOf(Lens::Value, {}, 4.99).width, 1.5);
        QCOMPARE(style::gradeOf(Lens::Value, {}, 74.9).width, 5.5);
        QCOMPARE(style::gradeOf(Lens::Value, {}, 1e6).width, 14.0);
        QCOMPARE(style::gradeOf(Lens::Power, {}, 0.75).width, 5.5);
        QCOMPARE(style::gradeOf(Lens::Deals, {}, 1).width, 1.5);
    }

    void radii()
    {
        const Scales scales;
        QCOMPARE(style::radiusOf(scales, std::nullopt), 15.0);
        QCOMPARE(style::radiusOf(scales, Money()), 15.0);
        QCOMPARE(style::radiusOf(scales, Money::billions(400)), 47.0);
        QCOMPARE(style::leastKeyedTurnover(scales), Money::billions(40));
        QCOMPARE(style::radiusOf(scales, style::leastKeyedTurnover(scales)), 15.0);
        QVERIFY(style::radiusOf(scales, style::leastKeyedTurnover(scales) + Money::billions(1)) > 15.0);
    }

    void radiiOfOtherScales()
    {
        Scales scales;
        scales.area = Money(1'000'000);
        QCOMPARE(style::radiusOf(scales, Money(4'000'000)), 47.0);
        QCOMPARE(style::leastKeyedTurnover(scales), Money(400'000));
        scales.area = Money(1);
        QCOMPARE(style::radiusOf(scales, Money(4)), 47.0);
    }
};

DEALSCAPE_TEST(TestNumbers, dealscape::testing::NoApplication)
#include "test_numbers.moc"
