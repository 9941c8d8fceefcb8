// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "sample.h"
#include "scenery.h"

#include "drawing/edges.h"
#include "drawing/places.h"
#include "drawing/polyline.h"
#include "network/network.h"

#include <cmath>

using namespace dealscape;
using namespace dealscape::picture;
using sample::billions;
using sample::Sample;
using sample::Scenery;

namespace {

double boxDistance(const QRectF &box, QPointF point)
{
    const double x = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
    const double y = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
    return std::hypot(x, y);
}

bool isAmount(const drawing::LabelMark &label)
{
    return label.target.kind == drawing::TargetKind::Edge || label.target.kind == drawing::TargetKind::Deal;
}

const drawing::EdgeMark *ribbonOfLabel(const drawing::Drawing &drawing, const drawing::LabelMark &label)
{
    for (const drawing::EdgeMark &edge : drawing.edges)
        if (label.target ==
            (edge.deal < 0 ? drawing::Target{drawing::TargetKind::Edge, edge.edge} : drawing::Target{drawing::TargetKind::Deal, edge.deal}))
            return &edge;
    return nullptr;
}

QString faultOf(const drawing::Drawing &drawing)
{
    for (std::size_t i = 0; i < drawing.labels.size(); ++i) {
        const drawing::LabelMark &label = drawing.labels[i];
        if (!label.shown)
            continue;
        if (!drawing.plot.adjusted(-0.01, -0.01, 0.01, 0.01).contains(label.box))
            return label.text + QStringLiteral(" leaves the frame");
        for (std::size_t k = i + 1; k < drawing.labels.size(); ++k)
            if (drawing.labels[k].shown && drawing.labels[k].box.intersects(label.box))
                return label.text + QStringLiteral(" overlaps ") + drawing.labels[k].text;
        for (const drawing::NodeMark &node : drawing.nodes)
            if (label.target != drawing::Target{drawing::TargetKind::Node, node.node} && boxDistance(label.box, node.centre) < node.radius)
                return label.text + QStringLiteral(" lies on a disc");
    }
    return {};
}

/// Two organisations with three deals one way and two the other.
Sample thereAndBack()
{
    Sample s;
    s.organization("a", LayerStyle::Models).organization("b", LayerStyle::Cloud);
    for (int i = 0; i < 3; ++i)
        s.deal("a", "b", FlowClass::Compute, billions(100 + i));
    for (int i = 0; i < 2; ++i)
        s.deal("b", "a", FlowClass::Capital, billions(50 + i), Certainty::Paid);
    return s;
}

layout::Placement twoApart(double distance)
{
    layout::Placement placement;
    placement.nodes = {{100, 300}, {100 + distance, 300}};
    for (const double side : {-1.0, 1.0}) {
        const double y = 300 + side * 20;
        layout::Route route;
        route.points = {{140, 300}, {100 + distance / 3, y}, {100 + distance * 2 / 3, y}, {60 + distance, 300}};
        if (side > 0)
            std::reverse(route.points.begin(), route.points.end());
        placement.routes.push_back(route);
    }
    return placement;
}

} // namespace

class TestCompose : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void labelsKeepApart_data()
    {
        QTest::addColumn<int>("tier");
        QTest::addColumn<LayoutKind>("layout");
        QTest::addColumn<Lens>("lens");
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("web") << 1 << LayoutKind::Web << Lens::Value << QSizeF(1920, 1080);
        QTest::newRow("web in power") << 1 << LayoutKind::Web << Lens::Power << QSizeF(1504, 904);
        QTest::newRow("web of counts, small") << 1 << LayoutKind::Web << Lens::Deals << QSizeF(1280, 720);
        QTest::newRow("web of all tiers") << 3 << LayoutKind::Web << Lens::Value << QSizeF(1920, 1080);
        QTest::newRow("supply chain") << 1 << LayoutKind::SupplyChain << Lens::Value << QSizeF(1920, 1080);
        QTest::newRow("supply chain of all tiers") << 3 << LayoutKind::SupplyChain << Lens::Power << QSizeF(1920, 1080);
        QTest::newRow("orbit") << 2 << LayoutKind::Orbit << Lens::Value << QSizeF(1920, 1080);
        QTest::newRow("ring") << 1 << LayoutKind::Ring << Lens::Value << QSizeF(1920, 1080);
    }
    void labelsKeepApart()
    {
        QFETCH(int, tier);
        QFETCH(LayoutKind, layout);
        QFETCH(Lens, lens);
        QFETCH(QSizeF, size);
        Scenery scenery = sample::embeddedScenery(tier, layout, lens, size);
        const drawing::Drawing drawing = scenery.drawing();
        QVERIFY2(faultOf(drawing).isEmpty(), qPrintable(faultOf(drawing)));
        for (int i = 0; i < static_cast<int>(scenery.network.edges.size()); ++i)
            scenery.style.opened.insert(i);
        const drawing::Drawing opened = scenery.drawing();
        QVERIFY(opened.edges.size() > drawing.edges.size());
        QVERIFY2(faultOf(opened).isEmpty(), qPrintable(faultOf(opened)));
        const auto hidden =
            std::count_if(drawing.labels.begin(), drawing.labels.end(), [](const drawing::LabelMark &l) { return !l.shown; });
        QCOMPARE(drawing.hiddenLabels, static_cast<int>(hidden));
    }

    void mostLabelsAreShown_data()
    {
        QTest::addColumn<Lens>("lens");
        QTest::newRow("value") << Lens::Value;
        QTest::newRow("power") << Lens::Power;
    }
    void mostLabelsAreShown()
    {
        QFETCH(Lens, lens);
        const drawing::Drawing drawing = sample::embeddedScenery(1, LayoutKind::Web, lens).drawing();
        std::array<int, 2> names{};
        std::array<int, 2> amounts{};
        for (const drawing::LabelMark &label : drawing.labels)
            if (isAmount(label))
                ++amounts[label.shown ? 1 : 0];
            else if (label.target.kind == drawing::TargetKind::Node)
                ++names[label.shown ? 1 : 0];
        QVERIFY(names[1] >= 0.95 * (names[0] + names[1]));
        QVERIFY(amounts[1] >= 0.60 * (amounts[0] + amounts[1]));
    }

    void headsEndThreePixelsOffTheirDisc_data()
    {
        QTest::addColumn<LayoutKind>("layout");
        for (const LayoutKind layout : {LayoutKind::Web, LayoutKind::SupplyChain, LayoutKind::Orbit, LayoutKind::Ring})
            QTest::newRow(std::string(word(layout)).c_str()) << layout;
    }
    void headsEndThreePixelsOffTheirDisc()
    {
        QFETCH(LayoutKind, layout);
        Scenery scenery = sample::embeddedScenery(2, layout);
        for (int i = 0; i < static_cast<int>(scenery.network.edges.size()); i += 2)
            scenery.style.opened.insert(i);
        const drawing::Drawing drawing = scenery.drawing();
        int heads = 0;
        for (const drawing::EdgeMark &edge : drawing.edges) {
            if (edge.head.isEmpty())
                continue;
            ++heads;
            const drawing::NodeMark &node =
                drawing.nodes[static_cast<std::size_t>(scenery.network.edges[static_cast<std::size_t>(edge.edge)].to)];
            const QPointF off = edge.head.front() - node.centre;
            const QString where = QString::number(edge.edge) + u' ' + QString::number(std::hypot(off.x(), off.y()) - node.radius);
            QVERIFY2(std::abs(std::hypot(off.x(), off.y()) - node.radius - 3) < 0.05, qPrintable(where));
        }
        QVERIFY(heads > 30);
    }

    void ribbonsAreCutClearOfTheirLabels()
    {
        const drawing::Drawing drawing = sample::embeddedScenery(1).drawing();
        int cuts = 0;
        for (const drawing::LabelMark &label : drawing.labels) {
            if (!label.shown || !isAmount(label))
                continue;
            const drawing::EdgeMark *edge = ribbonOfLabel(drawing, label);
            QVERIFY(edge);
            const double width = edge->outerWidth();
            if (width < 5.5)
                continue;
            ++cuts;
            for (const QPolygonF &stroke : edge->strokes) {
                const drawing::Polyline line(stroke);
                for (double way = 0; way <= line.length(); way += 1)
                    for (const double side : {-0.5, 0.0, 0.5}) {
                        const QPointF point = line.at(way) + drawing::rightOf(line.directionAt(way)) * (side * width);
                        const double x = std::max(std::abs(point.x() - label.box.center().x()) - label.box.width() / 2, 0.0);
                        const double y = std::max(std::abs(point.y() - label.box.center().y()) - label.box.height() / 2, 0.0);
                        QVERIFY2(std::max(x, y) >= 0.3 * width - 0.6, qPrintable(label.text));
                    }
            }
        }
        QVERIFY(cuts > 5);
    }

    void lanesRunBesideOneAnother()
    {
        Sample s = thereAndBack();
        Perspective perspective;
        Style style;
        Scenery scenery(s.dataset(), perspective, style);
        scenery.placement = twoApart(700);
        scenery.style.opened = {0, 1};
        const drawing::Drawing drawing = scenery.drawing();
        QCOMPARE(drawing.edges.size(), std::size_t(5));
        std::vector<double> there;
        std::vector<double> back;
        for (const drawing::EdgeMark &edge : drawing.edges) {
            QVERIFY(edge.deal >= 0);
            const drawing::Polyline line(edge.centreLine);
            (edge.edge == 0 ? there : back).push_back(line.at(line.length() / 2).y());
        }
        const auto [leastThere, mostThere] = std::minmax_element(there.begin(), there.end());
        const auto [leastBack, mostBack] = std::minmax_element(back.begin(), back.end());
        QVERIFY(*mostThere < *leastBack || *mostBack < *leastThere);
        for (std::vector<double> *lanes : {&there, &back}) {
            std::sort(lanes->begin(), lanes->end());
            for (std::size_t i = 1; i < lanes->size(); ++i)
                QVERIFY((*lanes)[i] - (*lanes)[i - 1] > 12);
        }
    }

    void placesAreKept()
    {
        Scenery scenery = sample::embeddedScenery(2);
        const drawing::Drawing first = scenery.drawing();
        const drawing::Drawing again = scenery.drawing(&first);
        for (std::size_t i = 0; i < first.labels.size(); ++i) {
            QCOMPARE(again.labels[i].shown, first.labels[i].shown);
            QCOMPARE(again.labels[i].box, first.labels[i].box);
        }
        drawing::Drawing before = first;
        int kept = 0;
        int shown = 0;
        for (const double zoom : {1.04, 1.08, 1.12}) {
            scenery.style.zoom = zoom;
            drawing::Drawing next = scenery.drawing(&before);
            for (std::size_t i = 0; i < next.labels.size(); ++i)
                if (next.labels[i].shown && before.labels[i].shown) {
                    ++shown;
                    kept += next.labels[i].spot.place == before.labels[i].spot.place ? 1 : 0;
                }
            before = std::move(next);
        }
        QVERIFY(kept >= 0.95 * shown);
    }

    /// A network that was placed for a large window and is seen whole in a small one.
    void labelsStayInASmallWindow()
    {
        Scenery scenery = sample::embeddedScenery(1, LayoutKind::Web, Lens::Value, QSizeF(1920, 1080));
        scenery.style.size = QSizeF(864, 600);
        const QRectF plot = picture::pageFor(scenery.view(), scenery.style).frames.plot;
        scenery.style.zoom = 0.36;
        const drawing::Drawing drawing = scenery.drawing();
        QRectF discs;
        for (const drawing::NodeMark &node : drawing.nodes)
            discs |= QRectF(node.centre - QPointF(node.radius, node.radius), QSizeF(2 * node.radius, 2 * node.radius));
        QVERIFY(discs.height() < plot.height() && discs.width() < plot.width());
        const QRectF seen(discs.center() - QPointF(plot.width(), plot.height()) / 2, plot.size());
        int names = 0;
        for (const drawing::LabelMark &label : drawing.labels) {
            QVERIFY(!label.shown || seen.contains(label.box));
            names += label.shown && label.target.kind == drawing::TargetKind::Node;
        }
        QVERIFY2(names > 22, qPrintable(QString::number(names)));
    }

    void ribbonWidths_data()
    {
        QTest::addColumn<MoneyRange>("value");
        QTest::addColumn<double>("core");
        QTest::addColumn<double>("halo");
        QTest::newRow("not published") << MoneyRange() << 1.25 << 0.0;
        QTest::newRow("exact") << billions(300) << 14.0 << 0.0;
        QTest::newRow("range within a grade") << billions(20, 30) << 5.5 << 8.5;
        QTest::newRow("range over grades") << billions(15, 250) << 3.0 << 14.0;
        QTest::newRow("up to") << MoneyRange{std::nullopt, Money::billions(5)} << 1.25 << 4.25;
        QTest::newRow("at least") << MoneyRange{Money::billions(75), std::nullopt} << 9.0 << 0.0;
        QTest::newRow("reads alike") << MoneyRange{Money(38'010'000'000), Money(38'020'000'000)} << 5.5 << 0.0;
    }
    void ribbonWidths()
    {
        QFETCH(MoneyRange, value);
        QFETCH(double, core);
        QFETCH(double, halo);
        drawing::Flow flow;
        flow.value = value;
        const drawing::RibbonWidths ribbon = drawing::widthsOf(Lens::Value, {}, flow);
        QCOMPARE(ribbon.core, core);
        QCOMPARE(ribbon.halo, halo);
    }

    void anOrbitDrawsItsRings_data()
    {
        QTest::addColumn<int>("tier");
        QTest::newRow("tier 1") << 1;
        QTest::newRow("tier 3") << 3;
    }
    void anOrbitDrawsItsRings()
    {
        QFETCH(int, tier);
        const drawing::Drawing orbit = sample::embeddedScenery(tier, LayoutKind::Orbit).drawing();
        QVERIFY(orbit.orbits.size() >= 2);
        int off = 0;
        for (const drawing::NodeMark &node : orbit.nodes) {
            double nearest = 1e9;
            for (const QPainterPath &ring : orbit.orbits) {
                const QRectF box = ring.boundingRect();
                const QPointF way = node.centre - box.center();
                nearest =
                    std::min(nearest, std::abs(std::hypot(way.x() / box.width() * 2, way.y() / box.height() * 2) - 1) * box.height() / 2);
            }
            off += nearest > node.radius;
        }
        // The one in the middle, and few that made room for a name.
        QVERIFY2(off <= 1 + static_cast<int>(orbit.nodes.size()) / 5, qPrintable(QString::number(off)));
        QVERIFY(sample::embeddedScenery(1).drawing().orbits.empty());
    }

    void dealsWithoutPayerHaveRings()
    {
        Sample s;
        s.organization("a", LayerStyle::Models).organization("b", LayerStyle::Cloud);
        Deal &deal = s.deal("a", "b", FlowClass::Sites, {}, Certainty::Announced);
        deal.payer.reset();
        deal.payee.reset();
        deal.power = PowerStatement{Power(1000), PowerLayer::Site};
        Scenery scenery(s.dataset(), {}, {});
        const drawing::Drawing drawing = scenery.drawing();
        QCOMPARE(drawing.edges.size(), std::size_t(1));
        QVERIFY(drawing.edges[0].head.isEmpty());
        QCOMPARE(drawing.edges[0].rings.size(), std::size_t(2));
    }

    void longAndForeignNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("120 characters") << QString(QStringLiteral("An Organisation of Uncommonly Long Name ")).repeated(3);
        QTest::newRow("one word") << QString(120, u'W');
        QTest::newRow("Arabic") << QStringLiteral("شركة الذكاء الاصطناعي");
        QTest::newRow("Chinese") << QStringLiteral("中国人工智能基础设施投资有限公司");
        QTest::newRow("markup and breaks") << QStringLiteral("<b>Bold</b>\nsecond\tline");
    }
    void longAndForeignNames()
    {
        QFETCH(QString, name);
        Sample s;
        for (int i = 0; i < 12; ++i)
            s.organization("o" + std::to_string(i), static_cast<LayerStyle>(i % 8));
        for (int i = 1; i < 12; ++i)
            s.deal("o0", "o" + std::to_string(i), FlowClass::Compute, billions(i * i));
        for (Organization &organization : s.dataset().organizations)
            organization.name = name.toStdString();
        Style style;
        style.size = {1280, 720};
        const Scenery scenery(s.dataset(), {}, style);
        const drawing::Drawing drawing = scenery.drawing();
        QVERIFY2(faultOf(drawing).isEmpty(), qPrintable(faultOf(drawing)));
        for (const drawing::LabelMark &label : drawing.labels)
            if (label.target.kind == drawing::TargetKind::Node) {
                // All are of one name, so each says which it is.
                const network::NetworkNode &node = scenery.network.nodes[static_cast<std::size_t>(label.target.index)];
                const Organization &organization = scenery.dataset.organizations[static_cast<std::size_t>(node.organization)];
                QCOMPARE(label.text, QStringLiteral("%1 (%2)").arg(name, QString::fromStdString(organization.id.text())));
                for (const drawing::TextRun &run : label.runs)
                    QVERIFY(!run.text.contains(u'\n') && !run.text.contains(u'\t'));
            }
    }

    void graphForLayouts()
    {
        Scenery scenery = sample::embeddedScenery(1);
        const layout::Graph graph = drawing::layoutGraph(scenery.view());
        QCOMPARE(graph.nodes.size(), scenery.network.nodes.size());
        QCOMPARE(graph.edges.size(), scenery.network.edges.size());
        QCOMPARE(graph.hulls.size(), scenery.network.hulls.size());
        QVERIFY(graph.columns > 3);
        const int lab = scenery.network.nodeOf(scenery.index->position(OrganizationId("openai")));
        QVERIFY(lab >= 0);
        QVERIFY(graph.nodes[static_cast<std::size_t>(lab)].radius > 60);
        QCOMPARE(graph.nodes[static_cast<std::size_t>(lab)].labelWidth, 0.0);
        for (const layout::Edge &edge : graph.edges)
            QVERIFY(edge.width >= 1.25 && edge.labelWidth > 0);
    }
};

DEALSCAPE_TEST(TestCompose, QGuiApplication)
#include "test_compose.moc"
