// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "drawing/hulls.h"
#include "network/network.h"
#include "scenery.h"

#include <algorithm>
#include <cmath>

using namespace dealscape;
using namespace dealscape::drawing;

namespace {

using Places = QList<QPointF>;

std::vector<NodeMark> discsAt(const Places &places, double radius)
{
    std::vector<NodeMark> nodes;
    for (const QPointF &place : places) {
        NodeMark node;
        node.node = static_cast<int>(nodes.size());
        node.centre = place;
        node.radius = radius;
        nodes.push_back(node);
    }
    return nodes;
}

/// Points of a disc's rim.
std::vector<QPointF> rimOf(const NodeMark &node)
{
    std::vector<QPointF> points;
    for (int i = 0; i < 36; ++i) {
        const double angle = i * 0.1745;
        points.push_back(node.centre + QPointF(std::cos(angle), std::sin(angle)) * node.radius);
    }
    return points;
}

QString wrongWith(const HullMark &hull, const std::vector<NodeMark> &nodes, const std::vector<int> &members)
{
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const bool member = std::ranges::find(members, static_cast<int>(i)) != members.end();
        for (const QPointF &point : rimOf(nodes[i]))
            if (hull.outline.contains(point) != member)
                return QStringLiteral("%1 of %2").arg(member ? "a member stands out" : "a stranger stands in").arg(i);
    }
    return {};
}

} // namespace

class TestHulls : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void membersAreInAndNobodyElse_data()
    {
        QTest::addColumn<Places>("places");
        QTest::addColumn<int>("members");
        QTest::addColumn<int>("parts");
        const Places square{{0, 0}, {200, 0}, {200, 200}, {0, 200}};
        QTest::newRow("nobody near") << (square + Places{{500, 500}}) << 4 << 1;
        QTest::newRow("in the middle") << (square + Places{{100, 100}}) << 4 << 2;
        QTest::newRow("on the edge") << (square + Places{{100, -20}}) << 4 << 1;
        QTest::newRow("touching the edge") << (square + Places{{100, -45}}) << 4 << 1;
        QTest::newRow("beside a member, too near for a line between") << (square + Places{{-42, 0}}) << 4 << 2;
        QTest::newRow("between two") << Places{{0, 0}, {200, 0}, {100, 0}} << 2 << 2;
        QTest::newRow("between two of three") << Places{{0, 0}, {200, 0}, {100, 200}, {100, 0}} << 3 << 1;
    }
    void membersAreInAndNobodyElse()
    {
        QFETCH(Places, places);
        QFETCH(int, members);
        network::Network network;
        network.hulls = {{0, {}}};
        for (int i = 0; i < members; ++i)
            network.hulls[0].members.push_back(i);
        const std::vector<NodeMark> nodes = discsAt(places, 20);
        const std::vector<HullMark> hulls = hullMarks(network, nodes);
        QCOMPARE(hulls.size(), std::size_t(1));
        const QString wrong = wrongWith(hulls[0], nodes, network.hulls[0].members);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QTEST(static_cast<int>(hulls[0].outline.toSubpathPolygons().size()), "parts");
    }

    void pictureHoldsToIt_data()
    {
        QTest::addColumn<QSizeF>("size");
        for (const QSizeF &size : {QSizeF(1280, 720), QSizeF(1280, 800), QSizeF(1504, 904), QSizeF(1920, 1080), QSizeF(1080, 1920)})
            QTest::addRow("%gx%g", size.width(), size.height()) << size;
    }
    void pictureHoldsToIt()
    {
        QFETCH(QSizeF, size);
        for (const int tier : {1, 2, 3}) {
            const sample::Scenery scenery = sample::embeddedScenery(tier, LayoutKind::Web, Lens::Value, size);
            const Drawing drawing = scenery.drawing();
            QVERIFY(!drawing.hulls.empty());
            for (const HullMark &hull : drawing.hulls) {
                const auto &members = scenery.network.hulls[static_cast<std::size_t>(hull.hull)].members;
                const QString wrong = wrongWith(hull, drawing.nodes, members);
                QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("tier %1: %2").arg(tier).arg(wrong)));
            }
        }
    }
};

DEALSCAPE_TEST(TestHulls, QGuiApplication)
#include "test_hulls.moc"
