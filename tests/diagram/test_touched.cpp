// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "scenery.h"

#include "diagram/touched.h"
#include "paint/painter.h"
#include "style/theme.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

using namespace dealscape;
using namespace dealscape::diagram;
using drawing::Target;
using drawing::TargetKind;

namespace {

void paintIn(QImage &image, const QRegion &region, const drawing::Drawing &drawing, QPointF offset, Target selected)
{
    paint::Emphasis light;
    light.selected = selected;
    QPainter painter(&image);
    painter.setClipRegion(region);
    painter.fillRect(image.rect(), style::theme(drawing.theme).canvas);
    paint::paint(painter, drawing, offset, light);
}

QImage whole(const drawing::Drawing &drawing, QPointF offset, Target selected)
{
    QImage image(drawing.size.toSize(), QImage::Format_RGB32);
    paintIn(image, image.rect(), drawing, offset, selected);
    return image;
}

/// How many pixels differ, and by how much at most.
std::pair<int, int> apart(const QImage &a, const QImage &b)
{
    int pixels = 0;
    int levels = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            pixels += p != q;
            levels = std::max({levels, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
        }
    return {pixels, levels};
}

} // namespace

/// Painting only where a selection changes something gives the picture that painting everything gives.
class TouchedTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void partsAreTheWhole_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QPointF>("offset");
        QTest::newRow("nodes") << int(TargetKind::Node) << QPointF();
        QTest::newRow("ribbons") << int(TargetKind::Edge) << QPointF();
        QTest::newRow("ribbons, moved") << int(TargetKind::Edge) << QPointF(37.25, -18.5);
        QTest::newRow("lanes") << int(TargetKind::Deal) << QPointF();
    }

    void partsAreTheWhole()
    {
        QFETCH(int, kind);
        QFETCH(QPointF, offset);
        sample::Scenery scenery = sample::embeddedScenery(1, LayoutKind::Web, Lens::Value, {1504, 904});
        if (TargetKind(kind) == TargetKind::Deal)
            for (std::size_t i = 0; i < scenery.network.edges.size(); ++i)
                if (scenery.network.edges[i].deals.size() > 1)
                    scenery.style.opened.insert(int(i));
        const drawing::Drawing drawing = scenery.drawing();
        std::vector<Target> targets = {{}};
        if (TargetKind(kind) == TargetKind::Node)
            for (const drawing::NodeMark &node : drawing.nodes)
                targets.push_back({TargetKind::Node, node.node});
        else
            for (const drawing::EdgeMark &edge : drawing.edges)
                if (const int index = TargetKind(kind) == TargetKind::Edge ? edge.edge : edge.deal; index >= 0)
                    targets.push_back({TargetKind(kind), index});
        QVERIFY(targets.size() > 4);
        QImage seen = whole(drawing, offset, {});
        for (std::size_t i = 1; i < targets.size(); ++i) {
            paintIn(seen, touched(drawing, targets[i - 1], offset) + touched(drawing, targets[i], offset), drawing, offset, targets[i]);
            const auto [pixels, levels] = apart(seen, whole(drawing, offset, targets[i]));
            QVERIFY2(pixels < 400 && levels <= 4, qPrintable(QStringLiteral("%1: %2 by %3").arg(targets[i].index).arg(pixels).arg(levels)));
        }
    }

    void aSelectionTouchesLittle()
    {
        const drawing::Drawing drawing = sample::embeddedScenery(1).drawing();
        QVERIFY(touched(drawing, {}, {}).isEmpty());
        for (const drawing::NodeMark &node : drawing.nodes) {
            const QRect box = touched(drawing, {TargetKind::Node, node.node}, {}).boundingRect();
            QVERIFY(!box.isEmpty());
            QVERIFY(box.width() <= 2 * node.radius + 20);
        }
    }
};

DEALSCAPE_TEST(TouchedTest, QApplication)
#include "test_touched.moc"
