// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "network/network.h"
#include "sample.h"

using namespace dealscape;
using namespace dealscape::network;
using sample::billions;
using sample::Sample;

namespace {

Sample threeParties()
{
    Sample s;
    s.organization("lab", LayerStyle::Models).organization("cloud", LayerStyle::Cloud).organization("fund", LayerStyle::Capital);
    s.organization("idle", LayerStyle::Government);
    return s;
}

/// Leaves out organisations without a deal.
Perspective firstTier()
{
    Perspective perspective;
    perspective.filter.maximumTier = 1;
    return perspective;
}

const NetworkEdge *edgeBetween(const Network &network, int from, int to, Family family)
{
    for (const NetworkEdge &edge : network.edges)
        if (network.nodes[edge.from].organization == from && network.nodes[edge.to].organization == to && edge.family == family)
            return &edge;
    return nullptr;
}

} // namespace

class TestNetwork : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void mergesByEndsAndFamily()
    {
        Sample s = threeParties();
        s.deal("lab", "cloud", FlowClass::Compute, billions(30)).announced = Date{2025, 6, 0};
        s.deal("lab", "cloud", FlowClass::Sites, billions(5, 8)).announced = Date{2024, 2, 3};
        s.deal("cloud", "lab", FlowClass::Compute, billions(1));
        s.deal("lab", "cloud", FlowClass::Capital, billions(2));
        const Index index(s.dataset());
        const Network network = network::network(index, firstTier());
        QCOMPARE(network.nodes.size(), std::size_t(2));
        QCOMPARE(network.edges.size(), std::size_t(3));
        const NetworkEdge *ribbon = edgeBetween(network, 0, 1, Family::Compute);
        QVERIFY(ribbon);
        QCOMPARE(ribbon->deals, (std::vector<int>{1, 0}));
        QVERIFY(ribbon->value == billions(35, 38));
        QVERIFY(network.nodes[0].turnover == Money::billions(41));
        QCOMPARE(network.nodes[0].deals, 4);
        QCOMPARE(network.sources, 3);
        QCOMPARE(network.nodeOf(1), 1);
        QCOMPARE(network.nodeOf(3), -1);
        QCOMPARE(network.nodeOf(-1), -1);
    }

    void openBounds()
    {
        Sample s = threeParties();
        s.deal("fund", "lab", FlowClass::Capital, {std::nullopt, Money::billions(5)});
        s.deal("fund", "cloud", FlowClass::Capital, {std::nullopt, Money::billions(5)});
        s.deal("fund", "cloud", FlowClass::Capital, billions(3));
        s.deal("cloud", "lab", FlowClass::Capital, {Money::billions(4), std::nullopt});
        s.deal("cloud", "lab", FlowClass::Capital, billions(1, 2));
        const Index index(s.dataset());
        const Network network = network::network(index, {});
        QVERIFY((edgeBetween(network, 2, 0, Family::Capital)->value == MoneyRange{std::nullopt, Money::billions(5)}));
        QVERIFY(edgeBetween(network, 2, 1, Family::Capital)->value == billions(3, 8));
        QVERIFY((edgeBetween(network, 1, 0, Family::Capital)->value == MoneyRange{Money::billions(5), std::nullopt}));
    }

    void unpublishedAmountsAreNotZero()
    {
        Sample s = threeParties();
        s.deal("lab", "cloud", FlowClass::Sites, {}).power = PowerStatement{Power(1200), PowerLayer::Site};
        s.deal("fund", "cloud", FlowClass::Capital, {});
        const Index index(s.dataset());
        const Network network = network::network(index, firstTier());
        QCOMPARE(network.nodes.size(), std::size_t(2));
        QCOMPARE(network.edges.size(), std::size_t(1));
        const NetworkEdge &edge = network.edges.front();
        QVERIFY(!edge.value.published());
        QVERIFY(edge.power == Power(1200));
        QCOMPARE(edge.withoutValue, 1);
        QCOMPARE(edge.withoutPower, 0);
        QVERIFY(!network.nodes[0].turnover);
        QCOMPARE(network.unpublished, 1);
    }

    void certaintyIsTheWeakestUnconditionalPart()
    {
        Sample s = threeParties();
        Deal &mixed = s.deal("fund", "lab", FlowClass::Capital, billions(15, 50), Certainty::Paid);
        mixed.parts = {{Certainty::Paid, billions(15)}, {Certainty::Potential, billions(0, 35)}};
        s.deal("cloud", "lab", FlowClass::Capital, billions(20), Certainty::Paid);
        s.deal("cloud", "lab", FlowClass::Capital, billions(10), Certainty::Announced);
        s.deal("cloud", "lab", FlowClass::Capital, billions(7), Certainty::Potential);
        s.deal("lab", "cloud", FlowClass::Compute, billions(9, 11), Certainty::Potential);
        const Index index(s.dataset());
        const Network network = network::network(index, {});
        const NetworkEdge *first = edgeBetween(network, 2, 0, Family::Capital);
        QCOMPARE(first->certainty, Certainty::Paid);
        QVERIFY(first->value == billions(15, 50));
        QVERIFY(first->paid == Money::billions(15));
        const NetworkEdge *second = edgeBetween(network, 1, 0, Family::Capital);
        QCOMPARE(second->certainty, Certainty::Announced);
        QVERIFY(second->value == billions(30, 37));
        QVERIFY(second->paid == Money::billions(20));
        const NetworkEdge *third = edgeBetween(network, 0, 1, Family::Compute);
        QCOMPARE(third->certainty, Certainty::Potential);
        QVERIFY(third->value == billions(9, 11));
    }

    void uncountedRecordsAddNothing()
    {
        Sample s = threeParties();
        s.deal("lab", "cloud", FlowClass::Compute, billions(300));
        s.deal("lab", "cloud", FlowClass::Compute, billions(500)).overlap = {GroupId("g"), OverlapRole::Umbrella, false, {}};
        s.deal("fund", "lab", FlowClass::Capital, billions(10)).overlap = {GroupId("h"), OverlapRole::Restatement, false, {}};
        s.deal("fund", "lab", FlowClass::Capital, billions(12)).overlap = {GroupId("h"), OverlapRole::Restatement, false, {}};
        const Index index(s.dataset());
        Perspective perspective;
        perspective.filter.countedOnly = false;
        const Network network = network::network(index, perspective);
        QCOMPARE(edgeBetween(network, 0, 1, Family::Compute)->deals.size(), std::size_t(2));
        QVERIFY(edgeBetween(network, 0, 1, Family::Compute)->value == billions(300));
        QVERIFY(edgeBetween(network, 2, 0, Family::Capital)->value == billions(12));
        QVERIFY(network.nodes[0].turnover == Money::billions(300));
        QVERIFY(!network.nodes[2].turnover);
    }

    void powerStaysInsideOneLayer()
    {
        Sample s = threeParties();
        const auto add = [&](int megawatts, PowerLayer layer) {
            s.deal("lab", "cloud", FlowClass::Compute, billions(1)).power = PowerStatement{Power(megawatts), layer};
        };
        add(1000, PowerLayer::Cloud);
        add(800, PowerLayer::Cloud);
        add(1500, PowerLayer::Site);
        add(9000, PowerLayer::Context);
        const Index index(s.dataset());
        const Network network = network::network(index, {});
        QVERIFY(network.edges.front().power == Power(1800));
        QCOMPARE(network.edges.front().withoutPower, 1);
    }

    void focusKeepsSizes()
    {
        Sample s = threeParties();
        s.deal("lab", "cloud", FlowClass::Compute, billions(30));
        s.deal("fund", "lab", FlowClass::Capital, billions(12));
        s.deal("idle", "fund", FlowClass::Capital, billions(70));
        const Index index(s.dataset());
        Perspective perspective;
        perspective.focus = Focus{OrganizationId("cloud"), 1};
        const Network network = network::network(index, perspective);
        QCOMPARE(network.nodes.size(), std::size_t(2));
        QVERIFY(network.nodes[0].turnover == Money::billions(42));
        QCOMPARE(network.nodes[0].deals, 1);
    }

    void hullsNeedTwoMembersInView()
    {
        Sample s = threeParties();
        s.deal("lab", "cloud", FlowClass::Compute, billions(30));
        s.dataset().groups = {{GroupId("a"), "", Umbrella{DealId("x"), "Plan", {OrganizationId("lab"), OrganizationId("cloud")}}, {}},
                              {GroupId("b"), "", Umbrella{DealId("y"), "Other", {OrganizationId("lab"), OrganizationId("idle")}}, {}},
                              {GroupId("c"), "", std::nullopt, {}}};
        const Index index(s.dataset());
        const Network network = network::network(index, firstTier());
        QCOMPARE(network.hulls.size(), std::size_t(1));
        QCOMPARE(network.hulls.front().group, 0);
        QCOMPARE(network.hulls.front().members, (std::vector<int>{0, 1}));
    }

    void unknownPayersAndPartiesDoNoHarm()
    {
        Sample s = threeParties();
        Deal &deal = s.deal("lab", "cloud", FlowClass::Sites, billions(4));
        deal.payer.reset();
        deal.payee.reset();
        s.deal("lab", "nobody", FlowClass::Compute, billions(4));
        s.deal("fund", "fund", FlowClass::Capital, billions(4));
        const Index index(s.dataset());
        const Network network = network::network(index, firstTier());
        QCOMPARE(network.edges.size(), std::size_t(1));
        QVERIFY(!network.edges.front().directed);
        QCOMPARE(network.nodes[network.edges.front().from].organization, 1);
        QCOMPARE(network.nodes.size(), std::size_t(3));
    }

    void organizationsWithoutADealStandWhereEveryTierDoes()
    {
        Sample s = threeParties();
        s.deal("lab", "cloud", FlowClass::Compute, billions(30));
        const Index index(s.dataset());
        QCOMPARE(network::network(index, {}).nodes.size(), std::size_t(4));
        QCOMPARE(network::network(index, firstTier()).nodes.size(), std::size_t(2));
    }

    void everythingFilteredAway()
    {
        Sample s = threeParties();
        s.deal("lab", "cloud", FlowClass::Compute, billions(30));
        const Index index(s.dataset());
        Perspective perspective;
        perspective.filter.text = "no such words";
        const Network network = network::network(index, perspective);
        QVERIFY(network.nodes.empty() && network.edges.empty() && network.deals.empty());
        perspective.filter = {};
        perspective.focus = Focus{OrganizationId("gone"), 2};
        QVERIFY(network::network(index, perspective).nodes.empty());
    }

    void showsTheArticleAsReported()
    {
        Sample s = threeParties();
        s.deal("lab", "cloud", FlowClass::Compute, billions(250));
        ArticleItem item;
        item.edges = {{OrganizationId("lab"), OrganizationId("cloud"), FlowClass::Compute, billions(13), std::nullopt},
                      {OrganizationId("fund"), OrganizationId("idle"), FlowClass::Sites, {}, Power(6000)}};
        s.dataset().article = {item};
        s.dataset().articleSource = SourceId("article");
        const Index index(s.dataset());
        Perspective perspective;
        perspective.asReported = true;
        const Network network = network::network(index, perspective);
        QCOMPARE(network.nodes.size(), std::size_t(4));
        QVERIFY(edgeBetween(network, 0, 1, Family::Compute)->value == billions(13));
        QVERIFY(edgeBetween(network, 2, 3, Family::Compute)->power == Power(6000));
        QVERIFY(network.nodes[1].turnover == Money::billions(13));
        QVERIFY(network.deals.empty());
        QCOMPARE(network.sources, 1);
        perspective.focus = Focus{OrganizationId("lab"), 1};
        QCOMPARE(network::network(index, perspective).nodes.size(), std::size_t(2));
    }
};

DEALSCAPE_TEST(TestNetwork, dealscape::testing::NoApplication)
#include "test_network.moc"
