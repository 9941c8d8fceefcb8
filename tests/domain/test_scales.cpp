// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "domain/dataset.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

using namespace dealscape;

namespace {

using Dollars = std::vector<qint64>;

Deal dealOf(std::int64_t dollars, int number)
{
    Deal deal;
    deal.id = DealId(std::to_string(number));
    deal.supplier = OrganizationId("seller" + std::to_string(number % 7));
    deal.customer = OrganizationId("buyer");
    deal.payer = deal.customer;
    deal.payee = deal.supplier;
    deal.value = MoneyRange::exactly(Money(dollars));
    return deal;
}

Dataset datasetOf(const Dollars &amounts)
{
    Dataset dataset;
    for (const qint64 amount : amounts)
        dataset.deals.push_back(dealOf(amount, static_cast<int>(dataset.deals.size())));
    return dataset;
}

/// The width, from 0 to 4, of an amount.
int widthOf(const Thresholds<Money> &thresholds, qint64 dollars)
{
    return static_cast<int>(std::ranges::count_if(thresholds, [&](Money from) { return from.dollars() <= dollars; }));
}

Dollars asDollars(const Thresholds<Money> &thresholds)
{
    Dollars dollars;
    for (const Money amount : thresholds)
        dollars.push_back(amount.dollars());
    return dollars;
}

bool round(qint64 amount)
{
    while (amount % 10 == 0)
        amount /= 10;
    return amount == 1 || amount == 2 || amount == 5;
}

} // namespace

class ScalesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void widthsAreInUse_data()
    {
        QTest::addColumn<Dollars>("amounts");
        QTest::addColumn<int>("widths");
        QTest::newRow("fifty thousand to nine hundred million") << Dollars{50'000, 400'000, 3'000'000, 40'000'000, 900'000'000} << 5;
        QTest::newRow("the same, crowded below")
            << Dollars{50'000,  60'000,  70'000,    80'000,    90'000,     100'000,    110'000,     400'000,
                       500'000, 600'000, 3'000'000, 5'000'000, 40'000'000, 90'000'000, 700'000'000, 900'000'000}
            << 5;
        QTest::newRow("billions") << Dollars{1'000'000'000, 7'000'000'000, 30'000'000'000, 90'000'000'000, 400'000'000'000} << 5;
        QTest::newRow("a factor of twenty") << Dollars{100, 200, 500, 1'000, 2'000} << 5;
        QTest::newRow("dollars") << Dollars{1, 2, 5, 10, 20, 50, 100} << 5;
        QTest::newRow("two far apart") << Dollars{1'000'000, 1'000'000'000} << 2;
        QTest::newRow("two near") << Dollars{100, 199} << 1;
    }
    void widthsAreInUse()
    {
        QFETCH(Dollars, amounts);
        QFETCH(int, widths);
        const Thresholds<Money> thresholds = scalesOf(datasetOf(amounts)).value;
        std::set<int> used;
        for (const qint64 amount : amounts)
            used.insert(widthOf(thresholds, amount));
        QCOMPARE(static_cast<int>(used.size()), widths);
        QVERIFY(std::ranges::is_sorted(thresholds, std::less_equal()));
        for (const qint64 from : asDollars(thresholds))
            QVERIFY2(round(from), qPrintable(QString::number(from)));
        std::ranges::reverse(amounts);
        QVERIFY(scalesOf(datasetOf(amounts)) == scalesOf(datasetOf({amounts.rbegin(), amounts.rend()})));
    }

    void amountsAlikeAreInTheMiddle_data()
    {
        QTest::addColumn<qint64>("amount");
        for (const qint64 amount : {qint64(7), qint64(1'000'000), qint64(3'300'000'000), qint64(Money::maximum().dollars())})
            QTest::addRow("%lld", static_cast<long long>(amount)) << amount;
    }
    void amountsAlikeAreInTheMiddle()
    {
        QFETCH(qint64, amount);
        QCOMPARE(widthOf(scalesOf(datasetOf({amount, amount, amount})).value, amount), 2);
    }

    void oneLargeAmountDoesNotFlattenTheRest()
    {
        Dollars amounts;
        for (int i = 1; i <= 100; ++i)
            amounts.push_back(1'000'000 * i);
        amounts.push_back(900'000'000'000);
        const Thresholds<Money> thresholds = scalesOf(datasetOf(amounts)).value;
        QVERIFY(widthOf(thresholds, 2'000'000) < widthOf(thresholds, 70'000'000));
        QCOMPARE(widthOf(thresholds, 900'000'000'000), 4);
    }

    void largestDiscIsAbout140Across_data()
    {
        QTest::addColumn<Dollars>("amounts");
        QTest::addColumn<int>("least");
        QTest::newRow("thousands") << Dollars{50'000, 60'000, 70'000, 80'000, 90'000, 50'000, 50'000} << 50;
        QTest::newRow("billions") << Dollars{1'000'000'000, 8'000'000'000, 300'000'000'000, 900'000'000, 5'000'000'000} << 40;
        QTest::newRow("one deal") << Dollars{1'000'000} << 30;
    }
    void largestDiscIsAbout140Across()
    {
        QFETCH(Dollars, amounts);
        QFETCH(int, least);
        const double area = static_cast<double>(scalesOf(datasetOf(amounts)).area.dollars());
        double sum = 0;
        for (const qint64 amount : amounts)
            sum += static_cast<double>(amount);
        const double radius = 23.5 * std::sqrt(sum / area);
        QVERIFY2(radius > least && radius < 85, qPrintable(QString::number(radius)));
    }

    void onlyCountedDealsSpeak()
    {
        Dataset dataset = datasetOf({1'000, 4'000, 30'000, 200'000, 3'000'000});
        const Scales before = scalesOf(dataset);
        Deal umbrella = dealOf(900'000'000'000, 99);
        umbrella.overlap.counted = false;
        dataset.deals.push_back(umbrella);
        Deal draft = dealOf(800'000'000'000, 100);
        draft.draft = true;
        dataset.deals.push_back(draft);
        QVERIFY(scalesOf(dataset) == before);
    }

    void capacitiesHaveTheirOwn()
    {
        Dataset dataset = datasetOf({1'000});
        for (const int megawatts : {3, 20, 90, 400, 1500}) {
            Deal deal = dealOf(1'000, megawatts);
            deal.power = PowerStatement{Power(megawatts), PowerLayer::Site};
            dataset.deals.push_back(deal);
        }
        Deal context = dealOf(1'000, 1);
        context.power = PowerStatement{Power::maximum(), PowerLayer::Context};
        dataset.deals.push_back(context);
        QVERIFY((scalesOf(dataset).power == Thresholds<Power>{Power(20), Power(50), Power(200), Power(1000)}));
    }

    void whatIsFixedStays()
    {
        Dataset dataset = datasetOf({50'000, 900'000'000});
        QVERIFY(scalesOf(dataset).value != Scales().value);
        dataset.scales.value = Scales().value;
        QVERIFY(scalesOf(dataset).value == Scales().value);
        QVERIFY(scalesOf(dataset).area != Scales().area);
        dataset.scales.area = Money(12);
        QCOMPARE(scalesOf(dataset).area, Money(12));
        QVERIFY(scalesOf(Dataset()) == Scales());
    }

    void indexKeepsThemWhileDealsStay()
    {
        const Dataset first = datasetOf({50'000, 900'000'000});
        const Index before(first);
        const Scales *known = &before.scales();
        Dataset renamed = first;
        renamed.title = "Another";
        QCOMPARE(&Index(renamed, before).scales(), known);
        Dataset more = first;
        more.deals.push_back(dealOf(7'000'000'000, 9));
        QVERIFY(Index(more, before).scales() == scalesOf(more));
        QVERIFY(Index(more, before).scales() != *known);
        Dataset fixed = first;
        fixed.scales.area = Money(12);
        QCOMPARE(Index(fixed, before).scales().area, Money(12));
    }
};

DEALSCAPE_TEST(ScalesTest, dealscape::testing::NoApplication)
#include "test_scales.moc"
