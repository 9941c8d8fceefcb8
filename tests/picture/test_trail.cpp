// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "sample.h"
#include "scenery.h"

#include "drawing/drawing.h"
#include "network/network.h"
#include "network/trail.h"
#include "paint/painter.h"
#include "picture/chrome.h"
#include "picture/compose.h"
#include "picture/picture.h"
#include "style/theme.h"

#include <QImage>
#include <QPainter>

#include <cmath>

using namespace dealscape;
using namespace dealscape::picture;
using sample::billions;
using sample::Sample;
using sample::Scenery;

namespace {

/// Money that goes round three parties, and one that stands aside.
Sample roundabout()
{
    Sample s;
    s.organization("Nvidia", LayerStyle::Chips).organization("OpenAI", LayerStyle::Models);
    s.organization("Oracle", LayerStyle::Cloud).organization("Aker", LayerStyle::Capital);
    s.deal("Nvidia", "OpenAI", FlowClass::Capital, billions(30), Certainty::Paid).kind = DealKind::EquityInvestment;
    s.deal("OpenAI", "Oracle", FlowClass::Compute, billions(300), Certainty::Binding).kind = DealKind::CloudCompute;
    s.deal("Oracle", "Nvidia", FlowClass::Hardware, billions(40), Certainty::Announced).kind = DealKind::ChipSupply;
    s.deal("Aker", "OpenAI", FlowClass::Capital, billions(7), Certainty::Paid);
    return s;
}

Trail walk(const std::vector<std::string> &names, bool closed)
{
    Trail trail;
    trail.closed = closed;
    for (const std::string &name : names)
        trail.organizations.emplace_back(name);
    return trail;
}

Scenery lit(Dataset dataset, const Trail &trail, LayoutKind layout = LayoutKind::Web)
{
    Perspective perspective;
    perspective.trail = trail;
    perspective.layout = layout;
    Style style;
    style.size = QSizeF(1504, 904);
    return Scenery(std::move(dataset), perspective, style);
}

/// Puts the first nodes on a circle and bends the routes between them along it.
void putOnCircle(Scenery &scenery, int count, double radius)
{
    const layout::Point middle{600, 380};
    const auto at = [&](double turn, double r) {
        return layout::Point{middle.x + std::cos(turn * 2 * M_PI) * r, middle.y + std::sin(turn * 2 * M_PI) * r};
    };
    for (int i = 0; i < static_cast<int>(scenery.network.nodes.size()); ++i)
        scenery.placement.nodes[static_cast<std::size_t>(i)] = i < count ? at(double(i) / count, radius) : layout::Point{40, 40.0 + 60 * i};
    for (std::size_t i = 0; i < scenery.network.edges.size(); ++i) {
        const network::NetworkEdge &edge = scenery.network.edges[i];
        if (edge.from >= count || edge.to >= count)
            continue;
        const double from = double(edge.from) / count;
        const double reach = radius * 1.15;
        scenery.placement.routes[i].points = {at(from, radius), at(from + 1.0 / (3 * count), reach), at(from + 2.0 / (3 * count), reach),
                                              at(from + 1.0 / count, radius)};
    }
}

const drawing::LabelMark *labelWith(const drawing::Drawing &drawing, const QString &text)
{
    for (const drawing::LabelMark &label : drawing.labels)
        for (const drawing::TextRun &run : label.runs)
            if (label.shown && run.text == text)
                return &label;
    return nullptr;
}

QImage painted(const drawing::Drawing &drawing, const paint::Emphasis &emphasis = {})
{
    QImage image(drawing.size.toSize(), QImage::Format_RGB32);
    image.fill(style::theme(drawing.theme).canvas);
    QPainter painter(&image);
    paint::paint(painter, drawing, {}, emphasis);
    return image;
}

int pixelsOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == colour.rgb();
    return count;
}

} // namespace

class TestTrail : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void legs_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<bool>("closed");
        QTest::addColumn<int>("legs");
        QTest::addColumn<bool>("ring");
        QTest::addColumn<int>("smallest");
        QTest::addColumn<QString>("sentence");
        const QString first = QStringLiteral("Nvidia puts $30B into OpenAI, OpenAI is to pay Oracle $300B");
        const QString last = QStringLiteral("Oracle is expected to buy $40B of hardware from Nvidia");
        QTest::newRow("loop") << QStringList{"Nvidia", "OpenAI", "Oracle"} << true << 3 << true << 0 << first + ", " + last + ".";
        QTest::newRow("path") << QStringList{"Nvidia", "OpenAI", "Oracle"} << false << 2 << false << 0 << first + ".";
        QTest::newRow("from the middle") << QStringList{"OpenAI", "Oracle", "Nvidia"} << false << 2 << false << 1
                                         << "OpenAI is to pay Oracle $300B, " + last + ".";
        QTest::newRow("against the money") << QStringList{"OpenAI", "Aker"} << false << 1 << false << 0 << "OpenAI puts $7B into Aker.";
        QTest::newRow("a leg is out of view") << QStringList{"Nvidia", "OpenAI", "Nobody"} << true << 1 << false << -1
                                              << "Nvidia puts $30B into OpenAI.";
    }
    void legs()
    {
        QFETCH(QStringList, names);
        QFETCH(bool, closed);
        std::vector<std::string> walked;
        for (const QString &name : names)
            walked.push_back(name.toStdString());
        Sample sample = roundabout();
        const Scenery scenery = lit(sample.dataset(), walk(walked, closed));
        const auto trail = network::litTrail(scenery.view());
        QVERIFY(trail);
        QTEST(static_cast<int>(trail->legs.size()), "legs");
        QTEST(trail->closed, "ring");
        QTEST(trail->smallest, "smallest");
        if (QTest::currentDataTag() != QLatin1String("against the money"))
            QTEST(network::trailSentence(*scenery.index, scenery.network, *trail), "sentence");
    }

    void nothingWithoutALegInView()
    {
        Sample sample = roundabout();
        const Scenery scenery = lit(sample.dataset(), walk({"Aker", "Oracle"}, false));
        QVERIFY(!network::litTrail(scenery.view()));
        QVERIFY(!scenery.drawing().light);
    }

    void unknownLegsHaveNoSmallest()
    {
        Sample sample = roundabout();
        sample.dataset().deals[2].value = {};
        sample.dataset().deals[2].power = PowerStatement{Power(1000), PowerLayer::Chips};
        const Scenery scenery = lit(sample.dataset(), walk({"Nvidia", "OpenAI", "Oracle"}, true));
        const auto trail = network::litTrail(scenery.view());
        QVERIFY(trail && trail->closed);
        QCOMPARE(trail->smallest, -1);
        QVERIFY(network::trailNote(*trail).contains(QStringLiteral("unknown")));
        QVERIFY(scenery.drawing().light->haloed.empty());
    }

    void lightsItsOwnAndHidesTheRest_data()
    {
        QTest::addColumn<LayoutKind>("layout");
        QTest::newRow("web") << LayoutKind::Web;
        QTest::newRow("supply chain") << LayoutKind::SupplyChain;
        QTest::newRow("orbit") << LayoutKind::Orbit;
        QTest::newRow("ring") << LayoutKind::Ring;
    }
    void lightsItsOwnAndHidesTheRest()
    {
        QFETCH(LayoutKind, layout);
        Sample sample = roundabout();
        const Scenery scenery = lit(sample.dataset(), walk({"Nvidia", "OpenAI", "Oracle"}, true), layout);
        const drawing::Drawing drawing = scenery.drawing();
        QVERIFY(drawing.light);
        QCOMPARE(drawing.light->nodes.size(), std::size_t(3));
        QCOMPARE(drawing.light->edges.size(), std::size_t(3));
        QCOMPARE(drawing.light->haloed.size(), std::size_t(1));
        QVERIFY(labelWith(drawing, QStringLiteral("Smallest leg")));
        for (const drawing::LabelMark &label : drawing.labels)
            if (label.target.kind == drawing::TargetKind::Edge)
                QCOMPARE(label.shown, drawing.light->edges.contains(label.target.index));
        QCOMPARE(drawing.hiddenLabels, 1);
    }

    void tellsTheSmallestLegInTheMiddle()
    {
        Sample sample = roundabout();
        Scenery scenery = lit(sample.dataset(), walk({"Nvidia", "OpenAI", "Oracle"}, true), LayoutKind::Ring);
        putOnCircle(scenery, 3, 240);
        const drawing::Drawing ring = scenery.drawing();
        const drawing::LabelMark *figure = labelWith(ring, QStringLiteral("can go round once"));
        QVERIFY(figure);
        QCOMPARE(figure->text, QStringLiteral("At most $30B can go round once"));
        scenery.perspective.trail->closed = false;
        QVERIFY(!labelWith(scenery.drawing(), QStringLiteral("can go round once")));
        scenery.perspective.trail->closed = true;
        putOnCircle(scenery, 3, 60);
        QVERIFY(!labelWith(scenery.drawing(), QStringLiteral("can go round once")));
    }

    void isToldInEverySize_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<QString>("words");
        QTest::newRow("large") << QSizeF(1504, 904) << QStringLiteral("never added");
        QTest::newRow("small screen") << QSizeF(960, 545) << QStringLiteral("never added");
        QTest::newRow("above a table") << QSizeF(960, 320) << QStringLiteral("OpenAI is to pay Oracle");
        QTest::newRow("half a screen") << QSizeF(640, 400) << QStringLiteral("OpenAI is to pay");
        QTest::newRow("least") << QSizeF(480, 320) << QStringLiteral("OpenAI");
    }

    void isToldInEverySize()
    {
        QFETCH(QSizeF, size);
        QFETCH(QString, words);
        const Dataset dataset = sample::embeddedScenery(1).dataset;
        const Index index(dataset);
        Perspective perspective = dataset.opening;
        for (const bool lit : {true, false}) {
            perspective.trail = lit ? std::optional(walk({"nvidia", "openai", "oracle"}, true)) : std::nullopt;
            const network::Network network = network::network(index, perspective);
            Style style;
            style.size = size;
            const Page page = pageFor({index, perspective, network}, style);
            const Frames &f = page.frames;
            QCOMPARE(!f.trail.isEmpty(), lit);
            QVERIFY(f.trail.isEmpty() || QRectF(QPointF(), size).contains(f.trail));
            for (const QRectF &other : {f.title, f.strip, f.asOf, f.legend, f.footer, f.plot})
                QVERIFY(!f.trail.intersects(other));
            QVERIFY(f.plot.height() >= 180);
            QStringList told;
            for (const drawing::ChromeMark &mark : chrome(index, network, page, style.theme, 7))
                for (const drawing::TextRun &run : mark.runs)
                    if (f.trail.contains(run.position))
                        told << run.text;
            QCOMPARE(told.join(u' ').contains(words), lit);
        }
    }

    void neverAddsItsLegs()
    {
        Sample sample = roundabout();
        const drawing::Drawing drawing = lit(sample.dataset(), walk({"Nvidia", "OpenAI", "Oracle"}, true)).drawing();
        for (const drawing::ChromeMark &mark : drawing.chrome)
            for (const drawing::TextRun &run : mark.runs)
                QVERIFY2(!run.text.contains(QStringLiteral("370")) && !run.text.contains(QStringLiteral("340")), qPrintable(run.text));
    }

    void paintsTheRestFaded()
    {
        Sample sample = roundabout();
        Scenery scenery = lit(sample.dataset(), walk({"Nvidia", "OpenAI", "Oracle"}, true));
        const drawing::Drawing drawing = scenery.drawing();
        const style::Theme &colours = style::theme(drawing.theme);
        const QImage image = painted(drawing);
        QVERIFY(pixelsOf(image, colours.accent) > 200);
        const auto discOf = [&](int node) { return drawing.nodes[static_cast<std::size_t>(node)]; };
        const auto colourIn = [&](const drawing::NodeMark &node) {
            return image.pixelColor((node.centre - QPointF(node.radius * 0.75, 0)).toPoint());
        };
        QCOMPARE(colourIn(discOf(1)), colours.layer(LayerStyle::Models).fill);
        QCOMPARE(colourIn(discOf(3)), style::blended(colours.layer(LayerStyle::Capital).fill, colours.canvas, drawing::Light::fadedNode));
        scenery.perspective.trail.reset();
        QCOMPARE(pixelsOf(painted(scenery.drawing()), colours.accent), 0);
    }

    void pointerComesBeforeTheTrail()
    {
        Sample sample = roundabout();
        const drawing::Drawing drawing = lit(sample.dataset(), walk({"Nvidia", "OpenAI", "Oracle"}, true)).drawing();
        paint::Emphasis hovering;
        hovering.fading = true;
        hovering.litNodes = {3};
        const drawing::NodeMark &aside = drawing.nodes[3];
        const QColor colour = painted(drawing, hovering).pixelColor((aside.centre - QPointF(aside.radius * 0.75, 0)).toPoint());
        QCOMPARE(colour, style::theme(drawing.theme).layer(LayerStyle::Capital).fill);
    }

    void lightingMovesNoNode()
    {
        Scenery scenery = sample::embeddedScenery(1);
        const drawing::Drawing plain = scenery.drawing();
        scenery.perspective.trail = walk({"nvidia", "openai", "oracle"}, true);
        const drawing::Drawing lit = scenery.drawing(&plain);
        QVERIFY(lit.light);
        const QPointF shift = lit.nodes[0].centre - plain.nodes[0].centre;
        for (std::size_t i = 0; i < plain.nodes.size(); ++i)
            QCOMPARE(lit.nodes[i].centre - plain.nodes[i].centre, shift);
        QVERIFY(labelWith(lit, QStringLiteral("Smallest leg")));
        QVERIFY(lit.plot.top() > plain.plot.top());
    }
};

DEALSCAPE_TEST(TestTrail, QGuiApplication)
#include "test_trail.moc"
