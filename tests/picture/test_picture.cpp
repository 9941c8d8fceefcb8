// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "picture/picture.h"
#include "stage.h"
#include "style/theme.h"

#include <cmath>

using namespace dealscape;
using namespace dealscape::picture;

namespace {

PictureRequest openingRequest(QSize pixels, style::ThemeKind kind = style::ThemeKind::Light)
{
    PictureRequest request;
    request.perspective = sample::published().opening;
    request.pixels = pixels;
    request.theme = kind;
    return request;
}

/// Whether the outermost pixels all show the ground.
bool borderIsClear(const QImage &image)
{
    const QRgb ground = image.pixel(0, 0);
    for (int x = 0; x < image.width(); ++x)
        if (image.pixel(x, 0) != ground || image.pixel(x, image.height() - 1) != ground)
            return false;
    for (int y = 0; y < image.height(); ++y)
        if (image.pixel(0, y) != ground || image.pixel(image.width() - 1, y) != ground)
            return false;
    return true;
}

} // namespace

class TestPicture : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void nothingTouchesTheBorder_data()
    {
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<int>("layout");
        QTest::addColumn<int>("lens");
        QTest::addColumn<style::ThemeKind>("kind");
        for (const QSize pixels : {QSize(640, 400), QSize(800, 500), QSize(1280, 720)})
            for (const auto &layout : vocabulary<LayoutKind>())
                for (const style::ThemeKind kind : {style::ThemeKind::Light, style::ThemeKind::Dark})
                    QTest::addRow("%dx%d %s %s", pixels.width(), pixels.height(), layout.word.data(),
                                  kind == style::ThemeKind::Dark ? "dark" : "light")
                        << pixels << static_cast<int>(layout.value) << static_cast<int>(layout.value) % 3 << kind;
        QTest::newRow("1920x1080 ring") << QSize(1920, 1080) << 3 << 0 << style::ThemeKind::Light;
        QTest::newRow("3840x2160 web") << QSize(3840, 2160) << 0 << 1 << style::ThemeKind::Light;
        QTest::newRow("upright") << QSize(900, 1600) << 0 << 0 << style::ThemeKind::Print;
    }
    void nothingTouchesTheBorder()
    {
        QFETCH(QSize, pixels);
        QFETCH(int, layout);
        QFETCH(int, lens);
        QFETCH(style::ThemeKind, kind);
        const Index index(sample::published());
        PictureRequest request = openingRequest(pixels, kind);
        request.parts |= Part::FilterSentence;
        request.perspective.layout = static_cast<LayoutKind>(layout);
        request.perspective.lens = static_cast<Lens>(lens);
        const Picture picture = picture::picture(index, request);
        const QImage image = render(picture, request);
        QCOMPARE(image.size(), pixels);
        QVERIFY(picture.placement.complete);
        QVERIFY(borderIsClear(image));
        for (const drawing::NodeMark &node : picture.drawing.nodes) {
            const QRectF disc(node.centre.x() - node.radius, node.centre.y() - node.radius, 2 * node.radius, 2 * node.radius);
            QVERIFY(picture.drawing.plot.adjusted(-0.5, -0.5, 0.5, 0.5).contains(disc));
        }
        for (const drawing::LabelMark &label : picture.drawing.labels)
            QVERIFY(!label.shown || picture.drawing.plot.adjusted(-0.5, -0.5, 0.5, 0.5).contains(label.box));
    }

    void namesStandByTheirDiscs_data()
    {
        QTest::addColumn<QSize>("canvas");
        QTest::addColumn<int>("tier");
        for (const QSize canvas :
             {QSize(950, 464), QSize(950, 516), QSize(1064, 560), QSize(1180, 643), QSize(1280, 600), QSize(1504, 904)})
            QTest::addRow("%dx%d", canvas.width(), canvas.height()) << canvas << 1;
        QTest::newRow("tier 2") << QSize(1504, 904) << 2;
    }
    /// Each disc has a name, and none is nearer to another disc, but for one where there is little room.
    void namesStandByTheirDiscs()
    {
        QFETCH(QSize, canvas);
        QFETCH(int, tier);
        const Index index(sample::published());
        PictureRequest request = openingRequest(canvas);
        request.exact = true;
        request.perspective.filter.maximumTier = tier;
        const drawing::Drawing drawing = picture::picture(index, request).drawing;
        const auto fromRim = [](const QRectF &box, const drawing::NodeMark &node) {
            const double x = std::max({box.left() - node.centre.x(), 0.0, node.centre.x() - box.right()});
            const double y = std::max({box.top() - node.centre.y(), 0.0, node.centre.y() - box.bottom()});
            return std::hypot(x, y) - node.radius;
        };
        QStringList mistaken;
        for (const drawing::LabelMark &label : drawing.labels) {
            if (label.target.kind != drawing::TargetKind::Node)
                continue;
            QVERIFY2(label.shown, qPrintable(label.text));
            const drawing::NodeMark &own = drawing.nodes[static_cast<std::size_t>(label.target.index)];
            for (const drawing::NodeMark &node : drawing.nodes)
                if (fromRim(label.box, node) < fromRim(label.box, own))
                    mistaken << label.text;
        }
        QVERIFY2(mistaken.size() <= (canvas.width() < 1000 ? 1 : 0), qPrintable(mistaken.join(u' ')));
    }

    void magnifiesBeyondFullSize()
    {
        const Index index(sample::published());
        const Picture full = picture::picture(index, openingRequest({1920, 1080}));
        const Picture twice = picture::picture(index, openingRequest({3840, 2160}));
        const Picture small = picture::picture(index, openingRequest({480, 300}));
        QCOMPARE(full.magnification, 1.0);
        QCOMPARE(twice.magnification, 2.0);
        QCOMPARE(small.magnification, 0.5);
        QCOMPARE(twice.drawing.size, full.drawing.size);
        QCOMPARE(small.drawing.size, QSizeF(960, 600));
        for (std::size_t i = 0; i < full.drawing.nodes.size(); ++i)
            QCOMPARE(twice.drawing.nodes[i].centre, full.drawing.nodes[i].centre);
    }

    void isTheSameEveryTime()
    {
        const Index index(sample::published());
        for (const QSize pixels : {QSize(1280, 720), QSize(900, 600), QSize(901, 603)})
            for (const bool largeType : {false, true}) {
                PictureRequest request = openingRequest(pixels, style::ThemeKind::Light);
                request.largeType = largeType;
                const QImage first = render(picture::picture(index, request), request);
                for (int i = 0; i < 4; ++i)
                    QCOMPARE(render(picture::picture(index, request), request), first);
            }
    }

    void groundsFollowTheTheme()
    {
        const Index index(sample::published());
        for (const style::ThemeKind kind : {style::ThemeKind::Light, style::ThemeKind::Dark, style::ThemeKind::Print}) {
            PictureRequest request = openingRequest({960, 600}, kind);
            const Picture picture = picture::picture(index, request);
            QCOMPARE(render(picture, request).pixelColor(0, 0), style::theme(kind).canvas);
            request.transparent = true;
            QCOMPARE(render(picture, request).pixel(0, 0), qRgba(0, 0, 0, 0));
        }
    }

    void anEmptyPictureIsDrawn()
    {
        const Dataset nothing;
        const Index index(nothing);
        PictureRequest request;
        request.pixels = {1000, 700};
        const Picture picture = picture::picture(index, request);
        QVERIFY(picture.drawing.nodes.empty());
        QVERIFY(!picture.drawing.chrome.empty());
        QCOMPARE(render(picture, request).size(), QSize(1000, 700));
    }

    void stopsWhenNoLongerWanted()
    {
        const Index index(sample::published());
        Progress progress;
        progress.cancelled = [] { return true; };
        const Picture picture = picture::picture(index, openingRequest({1280, 720}), progress);
        QVERIFY(!picture.placement.complete);
        QCOMPARE(picture.placement.nodes.size(), picture.network.nodes.size());
    }
};

DEALSCAPE_TEST(TestPicture, QGuiApplication)
#include "test_picture.moc"
