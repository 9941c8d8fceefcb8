// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exhibit.h"
#include "io/reader.h"
#include "resources/embedded.h"
#include "style/text.h"

#include "testmain.h"

#include <QTest>

using namespace dealscape;
using namespace dealscape::exporting;

namespace {

/// Names that are hard to place: 120 characters with and without spaces, written from right to left, without spaces at all.
std::string hardName(std::size_t i)
{
    static const QString arabic = QStringLiteral("شركة المملكة القابضة للطاقة والبنية التحتية الرقمية ");
    static const QString chinese = QStringLiteral("中国人工智能基础设施投资控股集团有限责任公司");
    switch (i % 4) {
    case 0:
        return QStringLiteral("International Consolidated Infrastructure Holdings %1 ").arg(i).repeated(3).left(120).toStdString();
    case 1:
        return arabic.repeated(4).left(120).toStdString();
    case 2:
        return chinese.repeated(7).left(120).toStdString();
    default:
        return std::string(120, 'W');
    }
}

Dataset withHardNames()
{
    Dataset dataset = *io::readDataset(resources::defaultDataset(), "embedded").dataset;
    for (std::size_t i = 0; i < dataset.organizations.size(); ++i)
        dataset.organizations[i].name = dataset.organizations[i].shortName = hardName(i);
    dataset.title = hardName(0) + hardName(2);
    for (std::size_t i = 0; i < dataset.sources.size(); ++i)
        dataset.sources[i].title = dataset.sources[i].publisher = hardName(i);
    for (std::size_t i = 0; i < dataset.groups.size(); ++i)
        if (dataset.groups[i].umbrella)
            dataset.groups[i].umbrella->label = hardName(i);
    return dataset;
}

/// The line box of a run, without what single letters reach beyond it.
QRectF boxOf(const drawing::TextRun &run)
{
    return {run.position.x(), run.position.y() - style::capHeight(run.font), style::textWidth(run.text, run.font),
            style::capHeight(run.font)};
}

} // namespace

class TestFrames : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(resources::loadTypeface());
        m_dataset = withHardNames();
        m_index = std::make_unique<Index>(m_dataset);
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<int>("preset");
        QTest::addColumn<int>("layout");
        QTest::addColumn<QSize>("pixels");
        for (const PresetRow &row : presets())
            for (const auto &layout : vocabulary<LayoutKind>())
                if (row.preset != Preset::Custom)
                    QTest::addRow("%s %s", row.word, layout.word.data())
                        << static_cast<int>(row.preset) << static_cast<int>(layout.value) << QSize();
        for (const QSize &pixels : {QSize(640, 400), QSize(1080, 1920), QSize(2400, 500)})
            QTest::addRow("%dx%d", pixels.width(), pixels.height()) << static_cast<int>(Preset::Custom) << 0 << pixels;
    }

    void nothingIsClipped()
    {
        QFETCH(int, preset);
        QFETCH(int, layout);
        QFETCH(QSize, pixels);
        PictureOptions options;
        options.preset = static_cast<Preset>(preset);
        if (!pixels.isEmpty())
            options.custom = Extent::ofPixels(pixels);
        Sight sight;
        sight.perspective = m_dataset.opening;
        sight.perspective.layout = static_cast<LayoutKind>(layout);
        const Exhibit exhibit(*m_index, options, sight);
        const drawing::Drawing &drawing = exhibit.picture().drawing;
        const QRectF frame(QPointF(), drawing.size);
        const QRectF plot = drawing.plot.adjusted(-0.5, -0.5, 0.5, 0.5);
        QVERIFY(frame.contains(drawing.plot));
        QCOMPARE(drawing.nodes.size(), exhibit.picture().network.nodes.size());
        int shown = 0;
        for (const drawing::LabelMark &label : drawing.labels) {
            QVERIFY2(!label.shown || plot.contains(label.box), qPrintable(label.text));
            shown += label.shown;
            for (const drawing::TextRun &run : label.runs)
                QVERIFY2(frame.contains(boxOf(run)), qPrintable(run.text));
        }
        QVERIFY(shown > 0);
        for (const drawing::NodeMark &node : drawing.nodes)
            QVERIFY(plot.contains(QRectF(node.centre - QPointF(node.radius, node.radius), QSizeF(2 * node.radius, 2 * node.radius))));
        for (const auto *marks : {&drawing.chrome, &drawing.columns})
            for (const drawing::ChromeMark &mark : *marks)
                for (const drawing::TextRun &run : mark.runs)
                    QVERIFY2(frame.contains(boxOf(run)), qPrintable(run.text));
    }

    void theBorderStaysClear_data()
    {
        QTest::addColumn<style::ThemeKind>("theme");
        QTest::addColumn<bool>("transparent");
        QTest::newRow("light") << style::ThemeKind::Light << false;
        QTest::newRow("dark") << style::ThemeKind::Dark << false;
        QTest::newRow("print, transparent") << style::ThemeKind::Print << true;
    }

    void theBorderStaysClear()
    {
        QFETCH(style::ThemeKind, theme);
        QFETCH(bool, transparent);
        PictureOptions options;
        options.theme = theme;
        options.transparent = transparent;
        Sight sight;
        sight.perspective = m_dataset.opening;
        Exhibit exhibit(*m_index, options, sight);
        const QImage &image = exhibit.image();
        const QRgb ground = image.pixel(0, 0);
        QCOMPARE(qAlpha(ground), transparent ? 0 : 255);
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(image.pixel(x, 0) == ground && image.pixel(x, image.height() - 1) == ground);
        for (int y = 0; y < image.height(); ++y)
            QVERIFY(image.pixel(0, y) == ground && image.pixel(image.width() - 1, y) == ground);
    }

private:
    Dataset m_dataset;
    std::unique_ptr<Index> m_index;
};

DEALSCAPE_TEST(TestFrames, QGuiApplication)
#include "test_frames.moc"
