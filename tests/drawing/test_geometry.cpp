// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "drawing/geometry.h"
#include "drawing/wording.h"
#include "sample.h"
#include "scenery.h"

#include <QStringList>

using namespace dealscape;
using namespace dealscape::drawing;
using sample::billions;
using sample::Sample;
using sample::Scenery;

namespace {

QString boxed(const QRectF &box)
{
    return QStringLiteral("%1,%2 %3x%4")
        .arg(std::lround(box.x()))
        .arg(std::lround(box.y()))
        .arg(std::lround(box.width()))
        .arg(std::lround(box.height()));
}

/// One line a mark, rounded to whole pixels.
QStringList spoken(const Geometry &geometry)
{
    QStringList lines;
    for (const Geometry::Node &node : geometry.nodes)
        lines << QStringLiteral("node %1 %2,%3 r%4")
                     .arg(QString::fromStdString(node.id))
                     .arg(std::lround(node.x))
                     .arg(std::lround(node.y))
                     .arg(std::lround(node.radius));
    for (const Geometry::Label &label : geometry.labels)
        lines << QStringLiteral("label %1 \"%2\" %3")
                     .arg(QString::fromStdString(label.of), label.text, label.shown ? boxed(label.box) : QStringLiteral("hidden"));
    for (const Geometry::Edge &edge : geometry.edges) {
        QStringList deals;
        for (const std::string &deal : edge.deals)
            deals << QString::fromStdString(deal);
        const QPointF start = edge.points.front();
        const QPointF end = edge.points.back();
        lines << QStringLiteral("edge %1 %2 [%3] w%4 %5,%6 %7,%8")
                     .arg(QString::fromStdString(edge.from), QString::fromStdString(edge.to), deals.join(u' '))
                     .arg(edge.width)
                     .arg(std::lround(start.x()))
                     .arg(std::lround(start.y()))
                     .arg(std::lround(end.x()))
                     .arg(std::lround(end.y()));
    }
    return lines;
}

Scenery tiny()
{
    Sample s;
    s.organization("lab", LayerStyle::Models).organization("cloud", LayerStyle::Cloud).organization("mill", LayerStyle::Energy);
    s.deal("lab", "cloud", FlowClass::Compute, billions(250));
    s.deal("lab", "cloud", FlowClass::Compute, billions(50));
    s.deal("cloud", "mill", FlowClass::Energy, {}).power = PowerStatement{Power(1400), PowerLayer::Site};
    s.dataset().scales = {Scales().value, Scales().power, Scales().area};
    picture::Style style;
    style.size = {1000, 600};
    style.parts = {};
    Scenery scenery(s.dataset(), {}, style);
    scenery.placement.nodes = {{200, 300}, {600, 300}, {850, 300}};
    scenery.placement.scale = 1;
    scenery.placement.routes = {{{{241, 300}, {300, 300}, {500, 300}, {559, 300}}}, {{{641, 300}, {700, 300}, {800, 300}, {835, 300}}}};
    return scenery;
}

} // namespace

class TestGeometry : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void tinyNetwork()
    {
        const Scenery scenery = tiny();
        const Drawing drawing = scenery.drawing();
        const QPointF shift = drawing.plot.topLeft();
        Drawing moved = drawing;
        const Geometry result = geometry(*scenery.index, scenery.network, drawing);
        QCOMPARE(result.frame, drawing.plot);
        const QStringList expected = {
            QStringLiteral("node lab %1,%2 r41").arg(200 + shift.x()).arg(300 + shift.y()),
            QStringLiteral("node cloud %1,%2 r41").arg(600 + shift.x()).arg(300 + shift.y()),
            QStringLiteral("node mill %1,%2 r15").arg(850 + shift.x()).arg(300 + shift.y()),
        };
        QCOMPARE(spoken(result).mid(0, 3), expected);
        const QStringList edges = {
            QStringLiteral("edge lab cloud [deal-0 deal-1] w14 %1,%2 %3,%2").arg(241 + shift.x()).arg(300 + shift.y()).arg(559 + shift.x()),
            QStringLiteral("edge cloud mill [deal-2] w1.25 %1,%2 %3,%2").arg(641 + shift.x()).arg(300 + shift.y()).arg(835 + shift.x()),
        };
        QCOMPARE(spoken(result).mid(8), edges);
        const QStringList labels = spoken(result).mid(3, 5);
        QCOMPARE(labels[0].section(u'"', 0, 1), QStringLiteral("label lab \"lab"));
        QCOMPARE(labels[3].section(u'"', 0, 1), QStringLiteral("label lab->cloud \"$300B"));
        QCOMPARE(labels[4].section(u'"', 0, 1), QStringLiteral("label cloud->mill \"? · 1.4 GW"));
        for (const Geometry::Label &label : result.labels)
            QVERIFY(label.shown && result.frame.contains(label.box));
        QCOMPARE(result.labels[3].box.center(),
                 QPointF(400, 300) + shift + QPointF(result.labels[3].box.center().x() - 400 - shift.x(), 0));
    }

    void magnificationMultiplies()
    {
        const Scenery scenery = tiny();
        const Drawing drawing = scenery.drawing();
        const Geometry once = geometry(*scenery.index, scenery.network, drawing);
        const Geometry twice = geometry(*scenery.index, scenery.network, drawing, 2);
        QCOMPARE(twice.frame.width(), 2 * once.frame.width());
        QCOMPARE(twice.nodes[1].x, 2 * once.nodes[1].x);
        QCOMPARE(twice.nodes[1].radius, 2 * once.nodes[1].radius);
        QCOMPARE(twice.labels[3].box.x(), 2 * once.labels[3].box.x());
        QCOMPARE(twice.edges[0].width, 2 * once.edges[0].width);
        QCOMPARE(twice.edges[0].points.back(), 2 * once.edges[0].points.back());
    }

    void openedRibbonsNameEachDeal()
    {
        Scenery scenery = tiny();
        scenery.style.opened = {0};
        const Geometry result = geometry(*scenery.index, scenery.network, scenery.drawing());
        QCOMPARE(result.edges.size(), std::size_t(3));
        QCOMPARE(result.edges[0].deals, std::vector<std::string>{"deal-0"});
        QCOMPARE(result.edges[1].deals, std::vector<std::string>{"deal-1"});
        QCOMPARE(result.labels[3].of, std::string("deal-0"));
    }

    void wordings_data()
    {
        QTest::addColumn<Lens>("lens");
        QTest::addColumn<MoneyRange>("value");
        QTest::addColumn<int>("megawatts");
        QTest::addColumn<int>("paid");
        QTest::addColumn<Family>("family");
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char *name, Lens lens, MoneyRange value, int megawatts, int paid, Family family,
                            const QStringList &texts) { QTest::newRow(name) << lens << value << megawatts << paid << family << texts; };
        row("value and power", Lens::Value, billions(300), 4500, 0, Family::Compute, {"$300B · 4.5 GW", "$300B"});
        row("partly paid", Lens::Value, billions(60), 0, 50, Family::Capital, {"$60B · 50 paid", "$60B"});
        row("unknown value", Lens::Value, {}, 1200, 0, Family::Compute, {"? · 1.2 GW", "?"});
        row("up to", Lens::Value, {std::nullopt, Money::billions(5)}, 0, 0, Family::Capital, {"≤$5B"});
        row("power first", Lens::Power, billions(300), 4500, 0, Family::Compute, {"4.5 GW · $300B", "4.5 GW"});
        row("unknown power", Lens::Power, billions(250), 0, 0, Family::Compute, {"? · $250B", "?"});
        row("capital has no power", Lens::Power, billions(30), 0, 0, Family::Capital, {"$30B"});
        row("nothing to say", Lens::Power, {}, 0, 0, Family::Capital, {});
        row("counts", Lens::Deals, billions(30), 0, 0, Family::Capital, {"2 deals · $30B", "2 deals"});
    }
    void wordings()
    {
        QFETCH(Lens, lens);
        QFETCH(MoneyRange, value);
        QFETCH(int, megawatts);
        QFETCH(int, paid);
        QFETCH(Family, family);
        QFETCH(QStringList, texts);
        Flow flow;
        flow.value = value;
        if (megawatts)
            flow.power = Power(megawatts);
        flow.paid = Money::billions(paid);
        flow.family = family;
        flow.deals = 2;
        QStringList said;
        for (const Wording &wording : wordingsOf(lens, flow))
            said << wording.text();
        QCOMPARE(said, texts);
    }
};

DEALSCAPE_TEST(TestGeometry, QGuiApplication)
#include "test_geometry.moc"
