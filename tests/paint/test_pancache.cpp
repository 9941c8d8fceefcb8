// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "scenery.h"

#include "paint/pancache.h"
#include "style/theme.h"

#include <QImage>
#include <QPainter>

#include <cmath>

using namespace dealscape;
using namespace dealscape::paint;
using sample::Scenery;

namespace {

QImage blank(const drawing::Drawing &drawing)
{
    QImage image(drawing.size.toSize(), QImage::Format_RGB32);
    image.fill(style::theme(drawing.theme).canvas);
    return image;
}

QImage cached(PanCache &cache, const drawing::Drawing &drawing, const Shot &shot, const Emphasis &emphasis = {})
{
    QImage image = blank(drawing);
    QPainter painter(&image);
    cache.show(painter, drawing, shot, emphasis);
    return image;
}

QImage afresh(const drawing::Drawing &drawing, QPointF offset, const Emphasis &emphasis = {})
{
    QImage image = blank(drawing);
    QPainter painter(&image);
    paint::paint(painter, drawing, offset, emphasis);
    return image;
}

/// Mean difference of the lightness of two pictures, 0 to 255.
double difference(const QImage &a, const QImage &b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    return sum / (double(a.width()) * a.height());
}

} // namespace

class PanCacheTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void pannedFramesAreThoseOfThePainter()
    {
        const Scenery scenery = sample::embeddedScenery(1);
        const drawing::Drawing drawing = scenery.drawing();
        Emphasis emphasis;
        emphasis.selected = {drawing::TargetKind::Node, 0};
        PanCache cache;
        for (const QPointF offset : {QPointF(0, 0), QPointF(13, 0), QPointF(13, -21), QPointF(-400, 90), QPointF(2000, 0), QPointF(1, 1)}) {
            const double apart = difference(cached(cache, drawing, {1, offset}, emphasis), afresh(drawing, offset, emphasis));
            QVERIFY2(apart < 0.02, qPrintable(QString::number(apart)));
        }
    }

    void aShiftByPartsOfPixelsStaysNear()
    {
        const Scenery scenery = sample::embeddedScenery(1);
        const drawing::Drawing drawing = scenery.drawing();
        PanCache cache;
        cached(cache, drawing, {1, {0, 0}});
        QVERIFY(difference(cached(cache, drawing, {1, {10.4, 3.7}}), afresh(drawing, {10.4, 3.7})) < 3);
    }

    void magnifiedFramesShowThePlaceTheyStandFor_data()
    {
        QTest::addColumn<double>("magnification");
        for (const double magnification : {0.7, 0.9, 1.1, 1.5})
            QTest::addRow("%.1f", magnification) << magnification;
    }

    void magnifiedFramesShowThePlaceTheyStandFor()
    {
        QFETCH(double, magnification);
        const Scenery scenery = sample::embeddedScenery(1);
        drawing::Drawing drawing = scenery.drawing();
        drawing.labels.clear();
        const QPointF centre = drawing.plot.center() - drawing.plot.topLeft();
        const auto exact = [&](QPointF offset) {
            QImage image = blank(drawing);
            QPainter painter(&image);
            paintNetwork(painter, drawing, {magnification, offset});
            paintChrome(painter, drawing);
            return image;
        };
        const QPointF offset = centre * (1 - magnification);
        PanCache cache;
        cached(cache, drawing, {1, {}});
        const QImage frame = cached(cache, drawing, {magnification, offset});
        const double apart = difference(frame, exact(offset));
        QVERIFY2(apart < 0.8, qPrintable(QString::number(apart)));
        QVERIFY(difference(frame, exact(offset + QPointF(4, 0))) > 1.5 * apart);
    }

    void aForgottenExposureIsPaintedAnew()
    {
        const Scenery scenery = sample::embeddedScenery(1);
        drawing::Drawing drawing = scenery.drawing();
        PanCache cache;
        cached(cache, drawing, {1, {}});
        drawing.nodes.clear();
        drawing.labels.clear();
        QVERIFY(difference(cached(cache, drawing, {1, {}}), afresh(drawing, {})) > 0.1);
        cache.clear();
        QCOMPARE(difference(cached(cache, drawing, {1, {}}), afresh(drawing, {})), 0.0);
    }
};

DEALSCAPE_TEST(PanCacheTest, QGuiApplication)

#include "test_pancache.moc"
