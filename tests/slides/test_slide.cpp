// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "slides/slide.h"

#include "io/reader.h"
#include "network/network.h"
#include "resources/embedded.h"
#include "slides/notes.h"
#include "slides/picture.h"
#include "style/text.h"

#include <QFile>

#include <algorithm>

using namespace dealscape;
using namespace dealscape::slides;

namespace {

Dataset datasetOf(const QString &name)
{
    auto read = name.isEmpty() ? io::readDataset(resources::defaultDataset(), "embedded")
                               : io::readFile((testing::shippedData() + u'/' + name).toStdString());
    return std::move(read.dataset.value());
}

QRectF boxOf(const drawing::TextRun &run)
{
    return {run.position.x(), run.position.y() - style::capHeight(run.font), style::textWidth(run.text, run.font),
            style::capHeight(run.font)};
}

const Scene &sceneOf(const Dataset &dataset, std::size_t scene)
{
    return dataset.stories.front().scenes[scene];
}

} // namespace

class SlideTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::loadTypeface(); }

    void keepsEverythingInside_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("scene");
        QTest::addColumn<QSize>("pixels");
        for (const QString &file : {QString(), QStringLiteral("example-offshore-wind.json")}) {
            const int count = static_cast<int>(datasetOf(file).stories.front().scenes.size());
            for (int scene = 0; scene < count; ++scene)
                QTest::addRow("%s scene %d", qPrintable(file), scene + 1) << file << scene << QSize(1920, 1080);
        }
        QTest::newRow("4:3") << QString() << 3 << QSize(1024, 768);
        QTest::newRow("wide") << QString() << 6 << QSize(3440, 1440);
    }

    void keepsEverythingInside()
    {
        QFETCH(QString, file);
        QFETCH(int, scene);
        QFETCH(QSize, pixels);
        const Dataset dataset = datasetOf(file);
        const Index index(dataset);
        const Slide made =
            slide(index, sceneOf(dataset, static_cast<std::size_t>(scene)), {scene + 1, 12}, style::ThemeKind::Light, pixels);
        const QRectF frame(QPointF(), made.size);
        for (const SlideLayer &layer : made.words)
            for (const drawing::ChromeMark &mark : layer.drawing.chrome)
                for (const drawing::TextRun &run : mark.runs) {
                    const QRectF box = boxOf(run);
                    const QRectF there(box.topLeft() * layer.magnification, box.size() * layer.magnification);
                    QVERIFY2(frame.contains(there), qPrintable(run.text));
                }
        for (const drawing::HullMark &hull : made.picture.drawing.hulls) {
            const QRectF box = hull.outline.boundingRect();
            const QRectF there(box.topLeft() * made.picture.magnification, box.size() * made.picture.magnification);
            QVERIFY2(frame.adjusted(40, 40, -40, -40).contains(there),
                     qPrintable(QStringLiteral("%1 %2 %3 %4").arg(there.left()).arg(there.top()).arg(there.right()).arg(there.bottom())));
        }
        QList<QRectF> boxes;
        for (const drawing::LabelMark &label : made.picture.drawing.labels) {
            if (!label.shown || label.runs.empty())
                continue;
            const QRectF there(label.box.topLeft() * made.picture.magnification, label.box.size() * made.picture.magnification);
            QVERIFY2(frame.contains(there), qPrintable(label.text));
            for (const QRectF &other : boxes)
                QVERIFY2(!there.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1)), qPrintable(label.text));
            boxes.append(there);
        }
        for (const drawing::NodeMark &node : made.picture.drawing.nodes) {
            const QPointF reach(node.radius, node.radius);
            QVERIFY(frame.contains(
                QRectF((node.centre - reach) * made.picture.magnification, (node.centre + reach) * made.picture.magnification)));
        }
    }

    void saysTheLargestAmount_data()
    {
        QTest::addColumn<int>("scene");
        const int count = static_cast<int>(datasetOf({}).stories.front().scenes.size());
        for (const int scene : {2, count - 2, count - 1})
            QTest::addRow("scene %d", scene + 1) << scene;
    }

    void saysTheLargestAmount()
    {
        QFETCH(int, scene);
        const Dataset dataset = datasetOf({});
        const Index index(dataset);
        for (const QSize pixels : {QSize(1920, 1080), QSize(1024, 768)}) {
            const Slide made =
                slide(index, sceneOf(dataset, static_cast<std::size_t>(scene)), {scene + 1, 12}, style::ThemeKind::Light, pixels);
            const auto &labels = made.picture.drawing.labels;
            QVERIFY(std::ranges::any_of(
                labels, [](const drawing::LabelMark &label) { return label.shown && label.text.contains(QLatin1String("$300B")); }));
        }
    }

    void findsTheShape_data()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<int>("shape");
        QTest::newRow("the whole web") << 0 << static_cast<int>(Shape::Layout);
        QTest::newRow("one buyer and its suppliers") << 3 << static_cast<int>(Shape::Fan);
        QTest::newRow("columns") << 5 << static_cast<int>(Shape::Layout);
        QTest::newRow("a loop") << 6 << static_cast<int>(Shape::Wheel);
    }

    void findsTheShape()
    {
        QFETCH(int, scene);
        const Dataset dataset = datasetOf({});
        const Index index(dataset);
        QTEST(static_cast<int>(subjectOf(index, sceneOf(dataset, static_cast<std::size_t>(scene))).shape), "shape");
    }

    void namesTheSmallestLeg()
    {
        const Dataset dataset = datasetOf({});
        const Index index(dataset);
        const Slide made = slide(index, sceneOf(dataset, 6), {7, 12}, style::ThemeKind::Light, {1920, 1080});
        bool said = false;
        for (const SlideLayer &layer : made.words)
            for (const drawing::ChromeMark &mark : layer.drawing.chrome)
                for (const drawing::TextRun &run : mark.runs)
                    said = said || (run.text == QStringLiteral("$30B") && run.font == style::FontRole::FigureBold);
        QVERIFY(said);
        QCOMPARE(made.picture.emphasis.selected.kind, drawing::TargetKind::Edge);
    }

    void framesTheNetwork()
    {
        const Dataset dataset = datasetOf({});
        const Index index(dataset);
        const network::Network whole = network::network(index, dataset.opening);
        const network::Network part = framed(index, whole, {OrganizationId("openai"), OrganizationId("oracle"), OrganizationId("nobody")});
        QCOMPARE(part.nodes.size(), std::size_t{2});
        for (const network::NetworkEdge &edge : part.edges)
            QVERIFY(edge.from < 2 && edge.to < 2);
        QVERIFY(!part.edges.empty() && part.edges.size() < whole.edges.size());
        QCOMPARE(framed(index, whole, {}).nodes.size(), whole.nodes.size());
        QCOMPARE(framed(index, whole, {OrganizationId("nobody")}).nodes.size(), whole.nodes.size());
    }

    void isTheSameEveryTime()
    {
        const Dataset dataset = datasetOf({});
        const Index index(dataset);
        const auto labels = [&] {
            QStringList texts;
            for (const drawing::LabelMark &label :
                 slide(index, sceneOf(dataset, 7), {8, 12}, style::ThemeKind::Dark, {1920, 1080}).picture.drawing.labels)
                texts += label.text + QString::number(label.box.x());
            return texts;
        };
        QCOMPARE(labels(), labels());
    }

    void takesLongWordsAndNone()
    {
        const Dataset dataset = datasetOf({});
        const Index index(dataset);
        Scene scene = sceneOf(dataset, 3);
        scene.name = std::string(300, 'W');
        scene.caption = std::string(40, 'a') + std::string(" many words that go on and on", 29) + std::string(600, 'x');
        QVERIFY(!slide(index, scene, {1, 1}, style::ThemeKind::Light, {1920, 1080}).words.empty());
        scene = Scene();
        scene.perspective.filter.text = "nothing has this text";
        const Slide empty = slide(index, scene, {1, 1}, style::ThemeKind::Light, {1920, 1080});
        QVERIFY(empty.network.nodes.empty());
    }

    void putsNotesBelow()
    {
        const Dataset dataset = datasetOf({});
        const Story &story = dataset.stories.front();
        const QSizeF size = slideSize({1920, 1080});
        const QSizeF page = notesPageSize(size);
        QVERIFY(page.height() > 2 * size.height());
        QString words;
        for (const SlideLayer &layer : notesLayers(story, {2, 12}, size))
            for (const drawing::ChromeMark &mark : layer.drawing.chrome)
                for (const drawing::TextRun &run : mark.runs) {
                    QVERIFY(run.position.y() * layer.magnification > size.height());
                    QVERIFY(run.position.y() * layer.magnification < page.height());
                    words += run.text + u' ';
                }
        QVERIFY(words.contains(QStringLiteral("2 of 12")));
        QVERIFY(words.contains(QStringLiteral("Microsoft’s")) || words.contains(QStringLiteral("Microsoft's")));
    }

    void knowsChartsByTheirWords()
    {
        QCOMPARE(parseWord<reports::ChartKind>("partner"), std::optional(reports::ChartKind::Partner));
        QCOMPARE(parseWord<reports::ChartKind>("time"), std::optional(reports::ChartKind::Timeline));
        QCOMPARE(parseWord<reports::ChartKind>("schedule"), std::optional(reports::ChartKind::Schedule));
        QCOMPARE(parseWord<reports::ChartKind>("concentration"), std::optional(reports::ChartKind::Concentration));
        QVERIFY(!parseWord<reports::ChartKind>("pie"));
        QVERIFY(!parseWord<reports::ChartKind>(""));
    }
};

DEALSCAPE_TEST(SlideTest, QGuiApplication)
#include "test_slide.moc"
