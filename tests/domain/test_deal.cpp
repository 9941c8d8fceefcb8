// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "domain/deal.h"
#include "domain/organization.h"
#include "domain/perspective.h"

#include <type_traits>
#include <unordered_set>

using namespace dealscape;

namespace {

Deal sample()
{
    Deal deal;
    deal.id = DealId("d");
    deal.supplier = OrganizationId("seller");
    deal.customer = OrganizationId("buyer");
    deal.payer = OrganizationId("bank");
    deal.payee = OrganizationId("broker");
    deal.value = {Money(10), Money(50)};
    deal.certainty = Certainty::Binding;
    return deal;
}

} // namespace

class DealTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void partsOfAWhole();
    void partsOfPartsAreThose();
    void partsOfNothingPublished();
    void partsAddUp();
    void edgeFollowsTheMoney();
    void edgeFollowsTheGoodsWithoutMoney_data();
    void edgeFollowsTheGoodsWithoutMoney();
    void defaults();
    void equalityReachesEveryMember();
    void idsOfKindsDoNotMix();
    void idsHashAndOrder();
    void displayName();
    void perspectiveDefaults();
};

void DealTest::partsOfAWhole()
{
    const Deal deal = sample();
    const auto parts = partsOf(deal);
    QCOMPARE(parts.size(), std::size_t(1));
    QVERIFY(parts[0].certainty == Certainty::Binding);
    QVERIFY(parts[0].value == deal.value);
}

void DealTest::partsOfPartsAreThose()
{
    Deal deal = sample();
    deal.parts = {{Certainty::Paid, MoneyRange::exactly(Money(10))}, {Certainty::Potential, {std::nullopt, Money(40)}}};
    QVERIFY(partsOf(deal) == deal.parts);
}

void DealTest::partsOfNothingPublished()
{
    Deal deal = sample();
    deal.value = {};
    QVERIFY(partsOf(deal).empty());
    deal.parts = {{Certainty::Paid, {}}};
    QVERIFY(partsOf(deal).empty());
}

void DealTest::partsAddUp()
{
    Deal deal = sample();
    deal.parts = {{Certainty::Paid, MoneyRange::exactly(Money(10))}, {Certainty::Potential, {std::nullopt, Money(40)}}};
    for (Bound bound : {Bound::Low, Bound::High}) {
        Money sum;
        for (const CertaintyPart &part : partsOf(deal))
            sum += part.value.at(bound);
        QVERIFY(sum == deal.value.at(bound));
    }
}

void DealTest::edgeFollowsTheMoney()
{
    const Deal deal = sample();
    QVERIFY(deal.moneyDirectionKnown());
    QVERIFY(deal.tail() == OrganizationId("bank"));
    QVERIFY(deal.head() == OrganizationId("broker"));
}

void DealTest::edgeFollowsTheGoodsWithoutMoney_data()
{
    QTest::addColumn<bool>("payer");
    QTest::addColumn<bool>("payee");
    QTest::newRow("neither") << false << false;
    QTest::newRow("payer only") << true << false;
    QTest::newRow("payee only") << false << true;
}

void DealTest::edgeFollowsTheGoodsWithoutMoney()
{
    QFETCH(bool, payer);
    QFETCH(bool, payee);
    Deal deal = sample();
    if (!payer)
        deal.payer.reset();
    if (!payee)
        deal.payee.reset();
    QVERIFY(!deal.moneyDirectionKnown());
    QVERIFY(deal.tail() == OrganizationId("seller"));
    QVERIFY(deal.head() == OrganizationId("buyer"));
}

void DealTest::defaults()
{
    const Deal deal;
    QCOMPARE(deal.tier, 1);
    QVERIFY(deal.confidence == Confidence::Medium);
    QVERIFY(deal.overlap.counted);
    QVERIFY(deal.overlap.role == OverlapRole::Component);
    QVERIFY(deal.overlap.group.empty());
    QCOMPARE(deal.currency, std::string("USD"));
    QVERIFY(!deal.value.published());
    QVERIFY(!deal.paid);
}

void DealTest::equalityReachesEveryMember()
{
    const Deal deal = sample();
    const auto differs = [&](auto change) {
        Deal other = deal;
        change(other);
        return !(other == deal) && deal == sample();
    };
    QVERIFY(differs([](Deal &d) { d.id = DealId("e"); }));
    QVERIFY(differs([](Deal &d) { d.supplier = OrganizationId("x"); }));
    QVERIFY(differs([](Deal &d) { d.customer = OrganizationId("x"); }));
    QVERIFY(differs([](Deal &d) { d.payer.reset(); }));
    QVERIFY(differs([](Deal &d) { d.payee.reset(); }));
    QVERIFY(differs([](Deal &d) { d.kind = DealKind::Loan; }));
    QVERIFY(differs([](Deal &d) { d.flow = FlowClass::Energy; }));
    QVERIFY(differs([](Deal &d) { d.value.low.reset(); }));
    QVERIFY(differs([](Deal &d) { d.paid = Money(); }));
    QVERIFY(differs([](Deal &d) { d.currency += 'x'; }));
    QVERIFY(differs([](Deal &d) { d.asAnnounced += 'x'; }));
    QVERIFY(differs([](Deal &d) { d.estimates.push_back({"x", {}, {}}); }));
    QVERIFY(differs([](Deal &d) { d.power = PowerStatement(); }));
    QVERIFY(differs([](Deal &d) { d.announced.year = 2025; }));
    QVERIFY(differs([](Deal &d) { d.term.end = 2030; }));
    QVERIFY(differs([](Deal &d) { d.status = DealStatus::Closed; }));
    QVERIFY(differs([](Deal &d) { d.statusDetail += 'x'; }));
    QVERIFY(differs([](Deal &d) { d.commitment += 'x'; }));
    QVERIFY(differs([](Deal &d) { d.certainty = Certainty::Paid; }));
    QVERIFY(differs([](Deal &d) { d.parts.push_back({}); }));
    QVERIFY(differs([](Deal &d) { d.confidence = Confidence::Low; }));
    QVERIFY(differs([](Deal &d) { d.headline += 'x'; }));
    QVERIFY(differs([](Deal &d) { d.note += 'x'; }));
    QVERIFY(differs([](Deal &d) { d.tier = 2; }));
    QVERIFY(differs([](Deal &d) { d.overlap.supersededBy = DealId("x"); }));
    QVERIFY(differs([](Deal &d) { d.reported = Reported(); }));
    QVERIFY(differs([](Deal &d) { d.sources.push_back(SourceId("x")); }));
    QVERIFY(differs([](Deal &d) { d.unsourced.push_back("day"); }));
    QVERIFY(differs([](Deal &d) { d.extras.emplace_back("x", "1"); }));
}

void DealTest::idsOfKindsDoNotMix()
{
    static_assert(!std::is_convertible_v<OrganizationId, DealId>);
    static_assert(!std::is_constructible_v<OrganizationId, DealId>);
    static_assert(!std::is_convertible_v<std::string, DealId>);
    QVERIFY((std::is_constructible_v<DealId, std::string>));
}

void DealTest::idsHashAndOrder()
{
    const std::unordered_set<DealId> ids = {DealId("a"), DealId("b"), DealId("a")};
    QCOMPARE(ids.size(), std::size_t(2));
    QVERIFY(ids.count(DealId("b")));
    QVERIFY(DealId("a") < DealId("b"));
    QVERIFY(DealId("B") < DealId("a"));
    QVERIFY(DealId().empty());
    QVERIFY(!DealId(" ").empty());
}

void DealTest::displayName()
{
    Organization organization;
    organization.name = "International Widgets";
    QCOMPARE(organization.displayName(), std::string("International Widgets"));
    organization.shortName = "IW";
    QCOMPARE(organization.displayName(), std::string("IW"));
}

void DealTest::perspectiveDefaults()
{
    const Perspective perspective;
    QVERIFY(perspective.lens == Lens::Value);
    QVERIFY(perspective.layout == LayoutKind::Web);
    QCOMPARE(perspective.filter.maximumTier, 0);
    QVERIFY(perspective.filter.countedOnly);
    QVERIFY(perspective.filter.publishedOnly);
    QCOMPARE(perspective.filter.certainties.size(), std::size_t(4));
    QVERIFY(!perspective.filter.certainties.count(Certainty::Cancelled));
    QVERIFY(!perspective.focus);
    QVERIFY(!perspective.asReported);
}

DEALSCAPE_TEST(DealTest, dealscape::testing::NoApplication)
#include "test_deal.moc"
