// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grounds.h"
#include "reading.h"
#include "testmain.h"

#include "charts/comparedslide.h"
#include "charts/deck.h"
#include "charts/slidepainter.h"

#include <QTest>

#include <QApplication>

#include <set>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

constexpr QSize projector(1920, 1080);

Scene sceneOf(const std::string &chart, Lens lens = Lens::Value)
{
    Scene scene;
    scene.name = "A scene";
    scene.caption = "What it says";
    scene.notes = "What is said";
    scene.perspective = embedded()->opening;
    scene.perspective.lens = lens;
    scene.chart = chart;
    return scene;
}

Story storyOf(int scenes)
{
    Story story{StoryId("story"), "A story", {}, {}};
    for (int i = 0; i < scenes; ++i) {
        story.scenes.push_back(sceneOf(i % 2 ? "certainty" : ""));
        story.scenes.back().name = "Scene number " + std::to_string(i + 1);
    }
    return story;
}

const std::shared_ptr<const Dataset> &fewDeals()
{
    static const auto dataset = around(numbered(6));
    return dataset;
}

QImage pageOf(const Deck &deck, int page)
{
    QImage image((deck.pageSize() / 4).toSize(), QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    painter.scale(0.25, 0.25);
    deck.paint(painter, page);
    return image;
}

std::set<QRgb> coloursIn(const QImage &image)
{
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    return colours;
}

} // namespace

class TestSlidePlots : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    /// The chart of a slide stands in its frame, in type that is read from the last row.
    void chartsFitTheirFrames_data()
    {
        QTest::addColumn<QString>("chart");
        QTest::addColumn<int>("lens");
        for (const char *chart :
             {"partner", "kind", "layer", "certainty", "country", "time", "schedule", "plausibility", "reconciliation", "concentration"})
            QTest::addRow("%s, dollars", chart) << QString::fromLatin1(chart) << static_cast<int>(Lens::Value);
        for (const char *chart : {"partner", "time", "schedule", "concentration"})
            QTest::addRow("%s, gigawatts", chart) << QString::fromLatin1(chart) << static_cast<int>(Lens::Power);
    }

    void chartsFitTheirFrames()
    {
        QFETCH(QString, chart);
        QFETCH(int, lens);
        const Index index(*embedded());
        const auto slide =
            slides::slide(index, sceneOf(chart.toStdString(), static_cast<Lens>(lens)), {1, 1}, style::ThemeKind::Light, projector);
        QVERIFY(slide.chart);
        const SlidePlot plot(slide);
        const QRectF frame = slide.chart->frame.adjusted(-16, -16, 16, 16);
        std::set<QString> keys;
        for (const SlideRow &row : plot.rows()) {
            keys.insert(row.key);
            QVERIFY2(frame.contains(row.area), qPrintable(row.key));
        }
        QCOMPARE(keys.size(), plot.rows().size());
        QVERIFY(!keys.empty());
        Witness witness(slide.size.toSize());
        QPainter painter(&witness);
        plot.paint(painter);
        painter.end();
        for (const SeenText &text : witness.seen.texts) {
            QVERIFY2(frame.contains(text.box()), qPrintable(text.text));
            QVERIFY2(text.pixels >= 7, qPrintable(QStringLiteral("%1 in %2 px").arg(text.text).arg(text.pixels)));
        }
        QVERIFY2(overlapping(witness.seen.texts).isEmpty(), qPrintable(overlapping(witness.seen.texts)));
    }

    void chartsOfPublishedStoriesFit()
    {
        const Index index(*embedded());
        int charts = 0;
        for (const Story &story : embedded()->stories)
            for (const Scene &scene : story.scenes) {
                if (scene.chart.empty())
                    continue;
                ++charts;
                const auto slide = slides::slide(index, scene, {1, 1}, style::ThemeKind::Dark, projector);
                const SlidePlot plot(slide);
                QVERIFY2(!plot.rows().empty(), scene.name.c_str());
                for (const SlideRow &row : plot.rows())
                    QVERIFY2(slide.chart->frame.adjusted(-16, -16, 16, 16).contains(row.area), qPrintable(row.key));
                Witness witness(slide.size.toSize());
                QPainter painter(&witness);
                plot.paint(painter);
                painter.end();
                for (const SeenText &text : witness.seen.texts)
                    QVERIFY2(text.pixels >= 14, qPrintable(text.text));
            }
        QVERIFY(charts > 0);
    }

    /// A slide with a chart has everything that one without has, and the chart.
    void aSlideIsItsLayers()
    {
        const Index index(*fewDeals());
        const auto with = slides::slide(index, sceneOf("partner"), {2, 5}, style::ThemeKind::Light, projector);
        const auto paintedBy = [&](const auto &paint) {
            QImage image(projector, QImage::Format_RGB32);
            image.fill(Qt::magenta);
            QPainter painter(&image);
            paint(painter);
            painter.end();
            return image;
        };
        const QImage whole = paintedBy([&](QPainter &painter) { paintSlide(painter, with); });
        const SlidePlot plot(with);
        QCOMPARE(paintedBy([&](QPainter &painter) { paintSlide(painter, with, &plot); }), whole);
        const QImage bare = paintedBy([&](QPainter &painter) { paintSlide(painter, with, nullptr); });
        QVERIFY(bare != whole);
        QCOMPARE(whole.pixel(0, 0), style::theme(style::ThemeKind::Light).canvas.rgb());
        QRect changed;
        for (int y = 0; y < bare.height(); ++y)
            for (int x = 0; x < bare.width(); ++x)
                if (bare.pixel(x, y) != whole.pixel(x, y))
                    changed |= QRect(x, y, 1, 1);
        QVERIFY(with.chart->frame.toAlignedRect().adjusted(-16, -16, 16, 16).contains(changed));
    }

    void aDeckHasAPageAScene_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("pages");
        QTest::newRow("from the first") << 1 << 4;
        QTest::newRow("from the third") << 3 << 2;
        QTest::newRow("the last alone") << 4 << 1;
        QTest::newRow("beyond the last") << 9 << 0;
        QTest::newRow("before the first") << -3 << 4;
    }

    void aDeckHasAPageAScene()
    {
        QFETCH(int, start);
        QFETCH(int, pages);
        const Index index(*fewDeals());
        const Story story = storyOf(4);
        const Deck deck(index, story, start, style::ThemeKind::Light, projector, Notes::Left);
        QCOMPARE(deck.count(), pages);
        QCOMPARE(deck.pageSize(), QSizeF(projector));
        for (int page = 0; page < pages; ++page) {
            const auto slide = slides::slide(index, story.scenes[static_cast<std::size_t>(4 - pages + page)], {4 - pages + page + 1, 4},
                                             style::ThemeKind::Light, projector);
            QImage expected((deck.pageSize() / 4).toSize(), QImage::Format_RGB32);
            QPainter painter(&expected);
            painter.scale(0.25, 0.25);
            paintSlide(painter, slide);
            painter.end();
            QCOMPARE(pageOf(deck, page), expected);
        }
    }

    /// Pages with notes have the slide above and the words below.
    void notesStandBelow()
    {
        const Index index(*fewDeals());
        Story story = storyOf(1);
        const Deck without(index, story, 1, style::ThemeKind::Light, projector, Notes::Left);
        const Deck with(index, story, 1, style::ThemeKind::Light, projector, Notes::Shown);
        QCOMPARE(with.pageSize().width(), without.pageSize().width());
        QVERIFY(with.pageSize().height() > 2 * without.pageSize().height());
        const QImage slide = pageOf(without, 0);
        const QImage page = pageOf(with, 0);
        const QRect above = slide.rect().adjusted(0, 0, 0, -2);
        QCOMPARE(page.copy(above), slide.copy(above));
        Witness witness(with.pageSize().toSize());
        QPainter painter(&witness);
        with.paint(painter, 0);
        painter.end();
        const SeenText *note = witness.seen.saying(QStringLiteral("What is said"));
        QVERIFY(note && note->baseline.y() > without.pageSize().height());
        QVERIFY2(outside(with.pageSize(), witness.seen).isEmpty(), qPrintable(outside(with.pageSize(), witness.seen)));
    }

    void aComparedSceneShowsWhatIsNew_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << static_cast<int>(style::ThemeKind::Light);
        QTest::newRow("dark") << static_cast<int>(style::ThemeKind::Dark);
    }

    void aComparedSceneShowsWhatIsNew()
    {
        QFETCH(int, theme);
        const auto kind = static_cast<style::ThemeKind>(theme);
        auto comparison = std::make_shared<Comparison>();
        comparison->both = *fewDeals();
        comparison->news.deals.assign(comparison->both.deals.size(), Novelty::None);
        comparison->news.organizations.assign(comparison->both.organizations.size(), Novelty::None);
        comparison->news.before.assign(comparison->both.deals.size(), std::nullopt);
        Scene scene = sceneOf("");
        scene.name = "Before <b>and</b> after";
        const QSize size(960, 540);
        const QImage calm = comparedImage(*comparison, scene, kind, size);
        QCOMPARE(calm.size(), size);
        QCOMPARE(calm.pixel(2, 2), style::theme(kind).canvas.rgb());
        comparison->news.deals[0] = Novelty::New;
        comparison->news.organizations[1] = Novelty::New;
        const QImage news = comparedImage(*comparison, scene, kind, size);
        QVERIFY(news != calm);
        QCOMPARE(comparedImage(*comparison, scene, kind, size), news);
        QVERIFY(coloursIn(news).size() > 20);
        QVERIFY(comparedImage(*comparison, scene, kind, size, {{}, [] { return true; }}).isNull());

        const Comparisons all = {{"earlier.json", comparison}};
        QVERIFY(!comparisonOf(all, scene));
        scene.compare = "another.json";
        QVERIFY(!comparisonOf(all, scene));
        scene.compare = "earlier.json";
        QCOMPARE(comparisonOf(all, scene), comparison.get());
        Story story = storyOf(1);
        story.scenes = {scene};
        const Index index(*fewDeals());
        const Deck alone(index, story, 1, kind, size, Notes::Left);
        const Deck compared(index, story, 1, kind, size, Notes::Left, all);
        QVERIFY(pageOf(alone, 0) != pageOf(compared, 0));
    }
};

DEALSCAPE_TEST(TestSlidePlots, QApplication)
#include "test_slideplots.moc"
