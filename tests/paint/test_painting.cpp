// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "scenery.h"

#include "drawing/drawing.h"
#include "paint/painter.h"
#include "paint/sprites.h"
#include "picture/compose.h"
#include "picture/picture.h"
#include "style/theme.h"

#include <QImage>
#include <QPainter>

#include <cmath>
#include <thread>

#include <malloc.h>

using namespace dealscape;
using namespace dealscape::paint;
using sample::Scenery;

namespace {

QImage painted(const drawing::Drawing &drawing, QPointF offset = {}, const Emphasis &emphasis = {})
{
    QImage image(drawing.size.toSize(), QImage::Format_RGB32);
    image.fill(style::theme(drawing.theme).canvas);
    QPainter painter(&image);
    paint::paint(painter, drawing, offset, emphasis);
    return image;
}

double pieceDistance(QPointF point, QPointF a, QPointF b)
{
    const QPointF d = b - a;
    const double square = QPointF::dotProduct(d, d);
    const double share = square > 0 ? std::clamp(QPointF::dotProduct(point - a, d) / square, 0.0, 1.0) : 0;
    const QPointF off = point - a - d * share;
    return std::hypot(off.x(), off.y());
}

/// The hit test as its description says it, mark by mark.
drawing::Target lookedUp(const drawing::Drawing &drawing, QPointF point, QPointF offset)
{
    for (auto mark = drawing.chrome.rbegin(); mark != drawing.chrome.rend(); ++mark)
        if (mark->target.kind != drawing::TargetKind::None && mark->hitBox.contains(point))
            return mark->target;
    if (!drawing.plot.contains(point))
        return {};
    const QPointF place = point - offset;
    for (auto node = drawing.nodes.rbegin(); node != drawing.nodes.rend(); ++node)
        if (std::hypot(place.x() - node->centre.x(), place.y() - node->centre.y()) <= node->radius)
            return {drawing::TargetKind::Node, node->node};
    for (const drawing::LabelMark &label : drawing.labels)
        if (label.shown && label.box.contains(place))
            return label.target;
    double nearest = 5;
    drawing::Target found;
    for (const drawing::EdgeMark &edge : drawing.edges)
        for (qsizetype i = 0; i + 1 < edge.centreLine.size(); ++i) {
            const double reach = edge.outerWidth() / 2;
            const double away = std::max(0.0, pieceDistance(place, edge.centreLine[i], edge.centreLine[i + 1]) - reach);
            if (away <= nearest) {
                nearest = away;
                found = edge.deal < 0 ? drawing::Target{drawing::TargetKind::Edge, edge.edge}
                                      : drawing::Target{drawing::TargetKind::Deal, edge.deal};
            }
        }
    return found;
}

} // namespace

class TestPainting : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void nothingTouchesTheBorder_data()
    {
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<LayoutKind>("layout");
        QTest::addColumn<style::ThemeKind>("kind");
        QTest::addColumn<int>("tier");
        QTest::newRow("slide") << QSize(1920, 1080) << LayoutKind::Web << style::ThemeKind::Light << 1;
        QTest::newRow("small and dark") << QSize(1280, 720) << LayoutKind::Web << style::ThemeKind::Dark << 1;
        QTest::newRow("large print") << QSize(3840, 2160) << LayoutKind::SupplyChain << style::ThemeKind::Print << 1;
        QTest::newRow("orbit") << QSize(1600, 1200) << LayoutKind::Orbit << style::ThemeKind::Light << 2;
        QTest::newRow("ring of everything") << QSize(1920, 1080) << LayoutKind::Ring << style::ThemeKind::Dark << 3;
        QTest::newRow("upright") << QSize(900, 1400) << LayoutKind::Web << style::ThemeKind::Print << 3;
    }
    void nothingTouchesTheBorder()
    {
        QFETCH(QSize, pixels);
        QFETCH(LayoutKind, layout);
        QFETCH(style::ThemeKind, kind);
        QFETCH(int, tier);
        const Dataset dataset = sample::embedded();
        const Index index(dataset);
        picture::PictureRequest request;
        request.perspective = dataset.opening;
        request.perspective.layout = layout;
        request.perspective.filter.maximumTier = tier;
        request.theme = kind;
        request.pixels = pixels;
        request.parts = picture::Part::Title | picture::Part::Strip | picture::Part::Legend | picture::Part::FilterSentence |
            picture::Part::AsOf | picture::Part::HiddenLabels;
        const QImage image = picture::render(picture::picture(index, request), request).convertToFormat(QImage::Format_RGB32);
        const QRgb canvas = style::theme(kind).canvas.rgb();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const bool border = x < 2 || y < 2 || x >= image.width() - 2 || y >= image.height() - 2;
                const bool ink = image.pixel(x, y) != canvas;
                if (border && ink)
                    QFAIL(qPrintable(QStringLiteral("ink at %1, %2").arg(x).arg(y)));
                inked += ink ? 1 : 0;
            }
        QVERIFY(inked > image.width() * image.height() / 100);
    }

    void hitsAgreeWithALookAtEveryMark()
    {
        Scenery scenery = sample::embeddedScenery(2);
        for (std::size_t i = 0; i < scenery.network.edges.size(); i += 2)
            scenery.style.opened.insert(static_cast<int>(i));
        const drawing::Drawing drawing = scenery.drawing();
        const HitIndex index(drawing);
        std::array<int, 9> kinds{};
        for (const QPointF offset : {QPointF(), QPointF(-37.5, 22)})
            for (double y = -5; y < drawing.size.height() + 10; y += 11)
                for (double x = -5; x < drawing.size.width() + 10; x += 11) {
                    const drawing::Target found = index.at({x, y}, offset);
                    QCOMPARE(found, lookedUp(drawing, {x, y}, offset));
                    ++kinds[static_cast<std::size_t>(found.kind)];
                }
        for (const drawing::TargetKind kind : {drawing::TargetKind::None, drawing::TargetKind::Node, drawing::TargetKind::Edge,
                                               drawing::TargetKind::Deal, drawing::TargetKind::Layer})
            QVERIFY2(kinds[static_cast<std::size_t>(kind)] > 0, qPrintable(QString::number(static_cast<int>(kind))));
    }

    void fadingLeavesLitMarksAlone_data()
    {
        QTest::addColumn<bool>("gently");
        QTest::addColumn<double>("left");
        QTest::newRow("pointed at") << false << 0.3;
        QTest::newRow("selected") << true << 0.45;
    }
    void fadingLeavesLitMarksAlone()
    {
        QFETCH(bool, gently);
        QFETCH(double, left);
        const drawing::Drawing drawing = sample::embeddedScenery(1).drawing();
        const style::Theme &colours = style::theme(style::ThemeKind::Light);
        Emphasis emphasis;
        emphasis.fading = true;
        emphasis.gently = gently;
        emphasis.litNodes = {drawing.nodes[0].node};
        const QImage image = painted(drawing, {}, emphasis);
        for (const drawing::NodeMark &node : drawing.nodes) {
            if (node.hollow)
                continue;
            const QPointF spot = node.centre + QPointF(-0.75, 0.15) * node.radius;
            const double strength = node.node == drawing.nodes[0].node ? 1 : left;
            QCOMPARE(QColor(image.pixel(spot.toPoint())), style::blended(colours.layer(node.look).fill, colours.canvas, strength));
        }
    }

    void fadingGentlyKeepsLabels()
    {
        const drawing::Drawing drawing = sample::embeddedScenery(1).drawing();
        const style::Theme &colours = style::theme(style::ThemeKind::Light);
        Emphasis emphasis;
        emphasis.fading = emphasis.gently = true;
        emphasis.litNodes = {drawing.nodes[0].node};
        const QImage image = painted(drawing, {}, emphasis);
        const QColor ink = style::blended(colours.text, colours.canvas, 0.45);
        for (const drawing::LabelMark &label : drawing.labels) {
            if (!label.shown || label.target.kind != drawing::TargetKind::Edge)
                continue;
            int darkest = 255;
            for (int x = qCeil(label.box.left()); x < label.box.right(); ++x)
                for (int y = qCeil(label.box.top()); y < label.box.bottom(); ++y)
                    darkest = std::min(darkest, qGray(image.pixel(x, y)));
            QVERIFY2(darkest < qGray(ink.rgb()) + 40, qPrintable(label.text));
        }
    }

    void printedFamiliesDifferInGrey()
    {
        std::vector<QImage> greys;
        for (const auto &family : vocabulary<Family>()) {
            drawing::Drawing drawing;
            drawing.theme = style::ThemeKind::Print;
            drawing.size = {200, 40};
            drawing.plot = {{}, drawing.size};
            drawing::EdgeMark ribbon;
            ribbon.family = family.value;
            ribbon.certainty = Certainty::Binding;
            ribbon.width = 14;
            ribbon.centreLine = QPolygonF({{10, 20}, {190, 20}});
            ribbon.strokes = {ribbon.centreLine};
            ribbon.bounds = {0, 0, 200, 40};
            drawing.edges = {ribbon};
            greys.push_back(painted(drawing).convertToFormat(QImage::Format_Grayscale8));
        }
        const auto apart = [](const QImage &a, const QImage &b) {
            int pixels = 0;
            for (int y = 13; y < 27; ++y)
                for (int x = 10; x < 190; ++x)
                    pixels += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 16;
            return pixels;
        };
        constexpr int ribbonPixels = 180 * 14;
        for (std::size_t i = 0; i < greys.size(); ++i)
            for (std::size_t j = i + 1; j < greys.size(); ++j)
                QVERIFY2(apart(greys[i], greys[j]) > ribbonPixels / 2, qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
        const QRgb white = qRgb(255, 255, 255);
        const auto patterned = [&](Family family) {
            int pixels = 0;
            for (int x = 20; x < 180; ++x)
                for (int y = 14; y < 26; ++y)
                    pixels += greys[static_cast<std::size_t>(family)].pixel(x, y) == white;
            return pixels > 100;
        };
        for (const auto &family : vocabulary<Family>())
            QCOMPARE(patterned(family.value), family.value != Family::Compute);
    }

    void aBarePictureCoversNothing()
    {
        const Dataset dataset = sample::embedded();
        const Index index(dataset);
        picture::PictureRequest request;
        request.perspective = dataset.opening;
        request.parts = {};
        request.transparent = true;
        const picture::Picture bare = picture::picture(index, request);
        QVERIFY(!bare.drawing.hulls.empty());
        const QImage image = picture::render(bare, request);
        int clear = 0;
        int looked = 0;
        const auto look = [&](QPointF at) {
            ++looked;
            clear += qAlpha(image.pixel(at.toPoint())) == 0;
        };
        for (const drawing::LabelMark &label : bare.drawing.labels)
            if (label.shown && label.target.kind == drawing::TargetKind::Edge)
                for (const QPointF &corner : {label.box.topLeft() + QPointF(1, 1), label.box.bottomRight() - QPointF(1, 1)})
                    look(corner);
        for (const drawing::HullMark &hull : bare.drawing.hulls)
            for (double share = 0.05; share < 1; share += 0.05) {
                const QPointF edge = hull.outline.pointAtPercent(share);
                const QPointF inwards = hull.outline.boundingRect().center() - edge;
                look(edge + inwards * 4 / std::hypot(inwards.x(), inwards.y()));
            }
        QVERIFY2(clear > looked * 0.8, qPrintable(QStringLiteral("%1 of %2").arg(clear).arg(looked)));
        for (const drawing::NodeMark &node : bare.drawing.nodes)
            QVERIFY(!node.ringed);
    }

    void selectionIsAccent()
    {
        const drawing::Drawing drawing = sample::embeddedScenery(1).drawing();
        const QRgb accent = style::theme(style::ThemeKind::Light).accent.rgb();
        const auto count = [&](const Emphasis &emphasis) {
            const QImage image = painted(drawing, {}, emphasis);
            int pixels = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    pixels += image.pixel(x, y) == accent ? 1 : 0;
            return pixels;
        };
        Emphasis edge;
        edge.selected = {drawing::TargetKind::Edge, drawing.edges[0].edge};
        Emphasis node;
        node.selected = {drawing::TargetKind::Node, 0};
        QCOMPARE(count({}), 0);
        QVERIFY(count(edge) > 50);
        QVERIFY(count(node) > 50);
    }

    void theOffsetMovesTheNetworkOnly()
    {
        const drawing::Drawing drawing = sample::embeddedScenery(1).drawing();
        const QImage still = painted(drawing);
        const QImage moved = painted(drawing, {40, 24});
        const QRect plot = drawing.plot.toAlignedRect().adjusted(2, 2, -2, -2);
        int differing = 0;
        for (int y = 0; y < still.height(); ++y)
            for (int x = 0; x < still.width(); ++x) {
                const bool inside = plot.adjusted(40, 24, 0, 0).contains(x, y);
                const QRgb expected = inside ? still.pixel(x - 40, y - 24) : still.pixel(x, y);
                if (inside || !drawing.plot.toAlignedRect().contains(x, y))
                    differing += moved.pixel(x, y) != expected ? 1 : 0;
            }
        QCOMPARE(differing, 0);
    }

    /// Memory that a long show would otherwise gather: an image keeps the paint engine that painted on it.
    void spritesKeepNothingButTheirPixels()
    {
        QImage image(100, 100, QImage::Format_RGB32);
        QPainter painter(&image);
        const Sprites sprites(painter);
        QVERIFY(sprites.usable());
        const auto put = [&](int number) {
            sprites.put(painter, QString::number(number), {-16, -16, 32, 32}, {50, 50}, Sprites::Precision::Pixel, [](QPainter &each) {
                each.setPen(QPen(Qt::black, 3));
                each.drawEllipse(QPointF(), 14, 14);
            });
        };
        put(0);
        constexpr int count = 400;
        const std::size_t before = mallinfo2().uordblks;
        for (int i = 1; i <= count; ++i)
            put(i);
        const std::size_t each = (mallinfo2().uordblks - before) / count;
        QVERIFY2(each < 2 * 34 * 34 * 4, qPrintable(QString::number(each)));
    }

    void anotherThreadPaintsTheSame()
    {
        const drawing::Drawing drawing = sample::embeddedScenery(2).drawing();
        QImage elsewhere;
        std::thread thread([&] { elsewhere = painted(drawing); });
        const QImage here = painted(drawing);
        thread.join();
        QCOMPARE(elsewhere.size(), here.size());
        for (int y = 0; y < here.height(); ++y)
            for (int x = 0; x < here.width(); ++x) {
                const QColor a = here.pixelColor(x, y);
                const QColor b = elsewhere.pixelColor(x, y);
                QVERIFY(std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) <= 24);
            }
    }
};

DEALSCAPE_TEST(TestPainting, QGuiApplication)
#include "test_painting.moc"
