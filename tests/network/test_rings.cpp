// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "sample.h"
#include "scenery.h"
#include "stage.h"

#include "drawing/places.h"
#include "network/network.h"
#include "network/rings.h"

using namespace dealscape;
using namespace dealscape::network;
using sample::billions;
using sample::Sample;

namespace {

using Names = std::vector<std::string>;

/// Two loops of three that share nobody, and one of two beside them.
Sample loops()
{
    Sample s;
    for (const char *name : {"a", "b", "c", "d", "e", "f", "g", "h"})
        s.organization(name, LayerStyle::Models);
    const auto pay = [&s](const char *from, const char *to, int amount) { s.deal(from, to, FlowClass::Compute, billions(amount)); };
    pay("a", "b", 10), pay("b", "c", 20), pay("c", "a", 30);
    pay("d", "e", 5), pay("e", "f", 6), pay("f", "d", 7);
    pay("g", "h", 90), pay("h", "g", 80);
    return s;
}

std::vector<Names> ringsIn(const Dataset &dataset, const Perspective &perspective)
{
    const Index index(dataset);
    const Network network = network::network(index, perspective);
    std::vector<Names> rings;
    for (const auto &ring : ringsOf({index, perspective, network})) {
        Names &names = rings.emplace_back();
        for (const int node : ring)
            names.push_back(
                dataset.organizations[static_cast<std::size_t>(network.nodes[static_cast<std::size_t>(node)].organization)].id.text());
    }
    return rings;
}

Perspective ringed(const Names &trail, bool closed)
{
    Perspective perspective;
    perspective.layout = LayoutKind::Ring;
    if (!trail.empty()) {
        perspective.trail = Trail{{}, closed};
        for (const std::string &name : trail)
            perspective.trail->organizations.emplace_back(name);
    }
    return perspective;
}

} // namespace

class TestRings : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void leadingLoopsBecomeRings()
    {
        const std::vector<Names> expected{{"a", "b", "c"}, {"d", "e", "f"}};
        QCOMPARE(ringsIn(loops().dataset(), ringed({}, true)), expected);
    }

    void aClosedTrailIsTheRing()
    {
        QCOMPARE(ringsIn(loops().dataset(), ringed({"h", "g"}, true)), std::vector<Names>({{"h", "g"}}));
        QCOMPARE(ringsIn(loops().dataset(), ringed({"e", "f", "d"}, true)), std::vector<Names>({{"e", "f", "d"}}));
    }

    void anOpenOrBrokenTrailIsNot_data()
    {
        QTest::addColumn<QStringList>("trail");
        QTest::addColumn<bool>("closed");
        QTest::newRow("open") << QStringList{"e", "f", "d"} << false;
        QTest::newRow("not in view") << QStringList{"e", "f", "nobody"} << true;
        QTest::newRow("twice the same") << QStringList{"e", "f", "e"} << true;
    }
    void anOpenOrBrokenTrailIsNot()
    {
        QFETCH(QStringList, trail);
        QFETCH(bool, closed);
        Names names;
        for (const QString &name : trail)
            names.push_back(name.toStdString());
        QCOMPARE(ringsIn(loops().dataset(), ringed(names, closed)).front(), Names({"a", "b", "c"}));
    }

    void aPairIsARingWhereNothingLonger()
    {
        Sample s;
        s.organization("a", LayerStyle::Models).organization("b", LayerStyle::Cloud).organization("c", LayerStyle::Chips);
        s.deal("a", "b", FlowClass::Compute, billions(3));
        QVERIFY(ringsIn(s.dataset(), ringed({}, true)).empty());
        s.deal("b", "a", FlowClass::Capital, billions(2));
        QCOMPARE(ringsIn(s.dataset(), ringed({}, true)).size(), std::size_t(1));
    }

    void theLayoutOpensOnItsFirstRing()
    {
        const Dataset dataset = loops().dataset();
        const Index index(dataset);
        const auto trail = leadingLoop(index, ringed({}, true));
        QVERIFY(trail && trail->closed);
        QVERIFY((trail->organizations == std::vector{OrganizationId("a"), OrganizationId("b"), OrganizationId("c")}));
        Perspective lit = ringed({}, true);
        lit.trail = trail;
        QCOMPARE(ringsIn(dataset, lit), std::vector<Names>({{"a", "b", "c"}}));
        Sample s;
        s.organization("a", LayerStyle::Models).organization("b", LayerStyle::Cloud);
        s.deal("a", "b", FlowClass::Compute, billions(3));
        QVERIFY(!leadingLoop(Index(s.dataset()), ringed({}, true)));
    }

    void onlyTheRingLayoutHasThem()
    {
        const Dataset dataset = loops().dataset();
        const Index index(dataset);
        for (const auto &layout : vocabulary<LayoutKind>()) {
            Perspective perspective = ringed({}, true);
            perspective.layout = layout.value;
            const layout::Graph graph = drawing::layoutGraph({index, perspective, network::network(index, perspective)});
            QCOMPARE(graph.rings.size(), std::size_t(layout.value == LayoutKind::Ring ? 2 : 0));
        }
    }

    void thePublishedLoopStandsOnItsCircle()
    {
        QCOMPARE(sample::published().title.empty(), false);
        const sample::Scenery scenery = sample::embeddedScenery(1, LayoutKind::Ring);
        const auto rings = ringsOf(scenery.view());
        QCOMPARE(rings.size(), std::size_t(1));
        QVERIFY(rings[0].size() >= 3);
        layout::Point middle;
        for (const int node : rings[0])
            middle = middle + scenery.placement.nodes[static_cast<std::size_t>(node)] * (1.0 / static_cast<double>(rings[0].size()));
        const double radius = layout::length(scenery.placement.nodes[static_cast<std::size_t>(rings[0][0])] - middle);
        for (std::size_t i = 0; i < scenery.placement.nodes.size(); ++i)
            QVERIFY(layout::length(scenery.placement.nodes[i] - middle) > radius - 1);
    }
};

DEALSCAPE_TEST(TestRings, QGuiApplication)
#include "test_rings.moc"
