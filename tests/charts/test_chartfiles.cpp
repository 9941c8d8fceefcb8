// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grounds.h"
#include "hand.h"
#include "testmain.h"
#include "witness.h"

#include "charts/printing.h"

#include <QTest>

#include <QApplication>
#include <QXmlStreamReader>

#include <set>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

QImage transparentPicture(const Plot &plot, double zoom)
{
    QImage image((plot.size() * zoom).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(zoom, zoom);
    plot.paint(painter);
    return image;
}

/// What an SVG says, its texts with their places.
struct Read {
    explicit Read(const QByteArray &svg)
    {
        QXmlStreamReader xml(svg);
        bool text = false;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement()) {
                elements.insert(xml.name().toString());
                text = xml.name() == QStringLiteral("text");
                if (xml.name() == QStringLiteral("svg"))
                    size = {xml.attributes().value(QStringLiteral("width")).toDouble(),
                            xml.attributes().value(QStringLiteral("height")).toDouble()};
                if (text && !xml.attributes().value(QStringLiteral("font-family")).isEmpty())
                    families.insert(xml.attributes().value(QStringLiteral("font-family")).toString());
            } else if (xml.isCharacters() && text) {
                words += xml.text().toString().trimmed();
            }
        }
        fault = xml.hasError() ? xml.errorString() : QString();
    }

    QSizeF size;
    QStringList words;
    std::set<QString> elements;
    std::set<QString> families;
    QString fault;
};

void addKindsOfFiles()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("theme");
    for (const reports::ChartKind kind : kinds)
        for (const style::ThemeKind theme : themes)
            QTest::addRow("kind %d, theme %d", static_cast<int>(kind), static_cast<int>(theme))
                << static_cast<int>(kind) << static_cast<int>(theme);
}

} // namespace

class TestChartFiles : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void theSamePictureEveryTime_data() { addKindsOfFiles(); }

    void theSamePictureEveryTime()
    {
        QFETCH(int, kind);
        QFETCH(int, theme);
        const auto table = tableOn(groundNamed("published, one"), static_cast<reports::ChartKind>(kind));
        const PlotStyle style = plotStyle(static_cast<style::ThemeKind>(theme));
        const QSize size = naturalSize(table, style);
        const QImage picture = imageOf(table, style, size);
        QCOMPARE(imageOf(table, style, size), picture);
        QCOMPARE(picture.pixel(1, 1), style.ground.rgb());
        QCOMPARE(picture.pixel(size.width() - 2, size.height() - 2), style.ground.rgb());
        QCOMPARE(fileOf(table, style, FileKind::Png, size), fileOf(table, style, FileKind::Png, size));
    }

    /// Twice as large is the same drawing: shrunk again it differs from the small one by its edges alone.
    void magnifyingChangesNothing_data() { addKindsOfFiles(); }

    void magnifyingChangesNothing()
    {
        QFETCH(int, kind);
        QFETCH(int, theme);
        const auto table = tableOn(groundNamed("a hundred"), static_cast<reports::ChartKind>(kind));
        const Plot plot = plotted(table, plotStyle(static_cast<style::ThemeKind>(theme)), 640);
        const QImage small = transparentPicture(plot, 1);
        const QImage large = transparentPicture(plot, 2).scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        qint64 apart = 0;
        for (int y = 0; y < small.height(); ++y)
            for (int x = 0; x < small.width(); ++x)
                apart += std::abs(qAlpha(small.pixel(x, y)) - qAlpha(large.pixel(x, y))) > 96;
        QVERIFY2(apart < small.width() * small.height() / 100, qPrintable(QString::number(apart)));
    }

    void anySizeHoldsAllOfIt_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("a slide") << QSize(1920, 1080);
        QTest::newRow("twice as large") << QSize(3840, 2160);
        QTest::newRow("a strip") << QSize(3000, 300);
        QTest::newRow("a column") << QSize(300, 2000);
        QTest::newRow("a stamp") << QSize(96, 64);
        QTest::newRow("a dot") << QSize(1, 1);
    }

    void anySizeHoldsAllOfIt()
    {
        QFETCH(QSize, size);
        for (const reports::ChartKind kind : kinds) {
            const auto table = tableOn(groundNamed("published, one"), kind);
            const PlotStyle style = plotStyle(style::ThemeKind::Light);
            const QImage picture = imageOf(table, style, size);
            QCOMPARE(picture.size(), size);
            const Read read(fileOf(table, style, FileKind::Svg, size));
            QVERIFY2(read.fault.isEmpty(), qPrintable(read.fault));
            QCOMPARE(read.size, QSizeF(size));
            QVERIFY2(read.words.contains(table.title), qPrintable(table.title));
            if (size.width() < 100)
                continue;
            bool edge = false;
            for (int x = 0; x < size.width(); ++x)
                edge = edge || picture.pixel(x, 0) != style.ground.rgb() || picture.pixel(x, size.height() - 1) != style.ground.rgb();
            for (int y = 0; y < size.height(); ++y)
                edge = edge || picture.pixel(0, y) != style.ground.rgb() || picture.pixel(size.width() - 1, y) != style.ground.rgb();
            QVERIFY2(!edge, qPrintable(table.title));
        }
    }

    /// A drawing says in text all that a picture says, in a typeface that others have something like.
    void drawingsHoldText_data()
    {
        QTest::addColumn<QString>("ground");
        for (const Ground &ground : grounds())
            QTest::newRow(ground.name.c_str()) << QString::fromStdString(ground.name);
    }

    void drawingsHoldText()
    {
        QFETCH(QString, ground);
        for (const reports::ChartKind kind : kinds) {
            const auto table = tableOn(groundNamed(ground.toStdString()), kind);
            PlotStyle style = plotStyle(style::ThemeKind::Light);
            const QSize size = naturalSize(table, style);
            const Read read(fileOf(table, style, FileKind::Svg, size));
            QVERIFY2(read.fault.isEmpty(), qPrintable(read.fault));
            QVERIFY(!read.elements.contains(QStringLiteral("image")));
            for (const QString &family : read.families)
                QVERIFY2(family.endsWith(QStringLiteral("sans-serif")), qPrintable(family));
            style.key = CertaintyKey::Shown;
            const QString all = read.words.join(QString()).remove(u' ');
            for (const SeenText &text : witnessed(plotted(table, style, 960)).texts)
                QVERIFY2(all.contains(QString(text.text).remove(u' ')), qPrintable(text.text));
        }
    }

    void strangeNamesMakeNoBrokenFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("start");
        QTest::newRow("markup") << QStringLiteral("</text><script>alert(1)</script> & \"co\"")
                                << "</text><script>alert(1)</script> & \"co\"";
        QTest::newRow("control characters") << QStringLiteral("Bell") + QChar(7) + QStringLiteral("Co") + QChar(0x1b) << "Bell";
        QTest::newRow("not a character") << QStringLiteral("Odd") + QChar(0xfffe) + QStringLiteral("Co") << "Odd";
        QTest::newRow("half a character") << QStringLiteral("Half") + QChar(0xd83d) + QStringLiteral("Co") << "Half";
        QTest::newRow("turned round") << QStringLiteral("Co") + QChar(0x202e) + QStringLiteral("dB003$") << "Co";
    }

    void strangeNamesMakeNoBrokenFile()
    {
        QFETCH(QString, name);
        auto table = tableOn(groundNamed("one deal"), reports::ChartKind::Partner);
        table.title = name + QStringLiteral(" by partner, $ billion");
        table.groups.front().rows.front().label = name;
        table.filter = table.standing = table.counts = name;
        const PlotStyle style = plotStyle(style::ThemeKind::Light);
        const QSize size = naturalSize(table, style);
        const Read read(fileOf(table, style, FileKind::Svg, size));
        QVERIFY2(read.fault.isEmpty(), qPrintable(read.fault));
        QVERIFY(!read.elements.contains(QStringLiteral("script")));
        QFETCH(QString, start);
        QVERIFY2(read.words.join(u' ').contains(start), qPrintable(read.words.join(u' ')));
        QVERIFY(fileOf(table, style, FileKind::Pdf, size).startsWith("%PDF-"));
        QVERIFY(!QImage::fromData(fileOf(table, style, FileKind::Png, size)).isNull());
    }

    void pagesHaveTheirSize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("a slide") << QSize(1920, 1080);
        QTest::newRow("a column") << QSize(480, 960);
    }

    void pagesHaveTheirSize()
    {
        QFETCH(QSize, size);
        const auto table = tableOn(groundNamed("published, one"), reports::ChartKind::Partner);
        const QByteArray pdf = fileOf(table, plotStyle(style::ThemeKind::Print), FileKind::Pdf, size);
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        const qsizetype at = pdf.indexOf("/MediaBox [");
        const QList<QByteArray> box = pdf.mid(at + 11, pdf.indexOf(']', at) - at - 11).simplified().split(' ');
        QCOMPARE(box.size(), 4);
        QVERIFY2(std::abs(box[2].toDouble() - size.width() * 0.75) < 1, box[2].constData());
        QVERIFY2(std::abs(box[3].toDouble() - size.height() * 0.75) < 1, box[3].constData());
        QVERIFY(pdf.contains("/Font"));
    }

    void endsOfNamesDecide_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("kind");
        QTest::newRow("png") << QStringLiteral("/a/b.png") << static_cast<int>(FileKind::Png);
        QTest::newRow("upper case") << QStringLiteral("B.SVG") << static_cast<int>(FileKind::Svg);
        QTest::newRow("two ends") << QStringLiteral("chart.png.pdf") << static_cast<int>(FileKind::Pdf);
        QTest::newRow("numbers") << QStringLiteral("chart.Csv") << static_cast<int>(FileKind::Csv);
        QTest::newRow("none") << QStringLiteral("chart") << -1;
        QTest::newRow("the folder's") << QStringLiteral("charts.png/chart") << -1;
        QTest::newRow("another") << QStringLiteral("chart.jpeg") << -1;
        QTest::newRow("nothing") << QString() << -1;
    }

    void endsOfNamesDecide()
    {
        QFETCH(QString, path);
        const auto kind = fileKindOf(path);
        QTEST(kind ? static_cast<int>(*kind) : -1, "kind");
    }
};

DEALSCAPE_TEST(TestChartFiles, QApplication)
#include "test_chartfiles.moc"
