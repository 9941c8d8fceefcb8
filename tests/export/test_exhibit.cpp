// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exhibit.h"
#include "export/tag.h"
#include "io/reader.h"
#include "paint/painter.h"
#include "picture/sources.h"
#include "resources/embedded.h"
#include "style/theme.h"

#include "network/network.h"
#include "style/text.h"
#include "testmain.h"
#include <QFile>
#include <QFontInfo>
#include <QLineF>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <QTest>

#include <algorithm>

using namespace dealscape;
using namespace dealscape::exporting;

namespace {

/// What a tool says about a file; skips the test where it is missing.
QString said(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30000) || process.exitCode() != 0)
        return QStringLiteral("failed: ") + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

#define NEEDS(program)                                                                                                                     \
    if (QStandardPaths::findExecutable(QStringLiteral(program)).isEmpty())                                                                 \
    QSKIP(program " is missing")

PictureOptions optionsOf(Preset preset)
{
    PictureOptions options;
    options.preset = preset;
    return options;
}

} // namespace

class TestExhibit : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(resources::loadTypeface());
        m_dataset = *io::readDataset(resources::defaultDataset(), "ai-infrastructure.json").dataset;
        m_index = std::make_unique<Index>(m_dataset);
    }

    void keepsSizesInStep()
    {
        Extent extent = Extent::ofMillimetres({297, 210}, 300);
        QCOMPARE(extent.pixels(), QSize(3508, 2480));
        extent.setDpi(150);
        QCOMPARE(extent.pixels(), QSize(1754, 1240));
        QCOMPARE(extent.millimetres(), QSizeF(297, 210));
        extent.setPixels({1920, 1080});
        QCOMPARE(extent.millimetres(), QSizeF(1920 * 25.4 / 150, 1080 * 25.4 / 150));
        extent.setDpi(300);
        QCOMPARE(extent.pixels(), QSize(1920, 1080));
        QCOMPARE(extent.dotsPerMetre(), 11811);
        QVERIFY(extent.valid());
        extent.setPixels({199, 1000});
        QVERIFY(!extent.valid());
    }

    void everyPresetHasItsSize_data()
    {
        QTest::addColumn<QSize>("pixels");
        QTest::newRow("slide") << QSize(1920, 1080);
        QTest::newRow("slide-4k") << QSize(3840, 2160);
        QTest::newRow("window") << QSize(1000, 700);
        QTest::newRow("window-2x") << QSize(2000, 1400);
        QTest::newRow("window-4x") << QSize(4000, 2800);
        QTest::newRow("a4") << QSize(3508, 2480);
        QTest::newRow("a3") << QSize(4961, 3508);
    }
    void everyPresetHasItsSize()
    {
        QFETCH(QSize, pixels);
        PictureOptions options = optionsOf(*presetFor(QString::fromLatin1(QTest::currentDataTag())));
        options.window = {1000, 700};
        QCOMPARE(options.extent().pixels(), pixels);
        const auto request = requestFor(options, m_dataset.opening);
        QCOMPARE(request.pixels, pixels);
        if (options.extent().unit() == Unit::Millimetres) {
            const double points = 12 * picture::picture(*m_index, request).magnification * 72 / options.extent().dpi();
            QVERIFY2(points >= 6.49, qPrintable(QString::number(points)));
        }
    }

    void thePngLeadsBackToItsView()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.png"));
        Sight sight;
        sight.perspective = m_dataset.opening;
        sight.perspective.lens = Lens::Power;
        sight.perspective.focus = Focus{OrganizationId("openai"), 2};
        sight.perspective.filter.text = "größe  \"尺寸\"\n";
        sight.handwork.room = {1000, 500};
        sight.handwork.places = {{OrganizationId("openai"), 12.25, -3, false}, {OrganizationId("oracle"), 500, 250, true}};
        sight.handwork.opened = {{OrganizationId("openai"), OrganizationId("oracle"), Family::Compute}};
        PictureOptions options = optionsOf(Preset::Custom);
        options.custom = Extent::ofPixels({640, 400}, 150);
        options.author = QStringLiteral("A. N. Other");
        Exhibit exhibit(*m_index, options, sight);
        QVERIFY(exhibit.write(path));
        const auto tag = readTag(path);
        QVERIFY2(tag, tag ? "" : tag.error().c_str());
        QCOMPARE(tag->perspective, sight.perspective);
        QVERIFY(tag->handwork == sight.handwork);
        const KeptPlace oracle = tag->handwork.in({500, 500}).places.back();
        QCOMPARE(QPointF(oracle.x, oracle.y), QPointF(250, 250));
        QCOMPARE(tag->hash, hashOf(m_dataset));
        QCOMPARE(tag->dataset, QString::fromStdString(m_dataset.title));
        const QImage image(path);
        QCOMPARE(image.size(), QSize(640, 400));
        QCOMPARE(image.dotsPerMeterX(), 5906);
        QCOMPARE(image.text(QStringLiteral("Author")), options.author);
    }

    void theHashFollowsTheFacts()
    {
        Dataset other = m_dataset;
        QCOMPARE(hashOf(other), hashOf(m_dataset));
        other.deals.front().headline += " ";
        QVERIFY(hashOf(other) != hashOf(m_dataset));
        QCOMPARE(hashOf(m_dataset).size(), 64);
    }

    void saysWhatIsWrongWithAPicture_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QImage blank(10, 10, QImage::Format_RGB32);
        blank.fill(Qt::white);
        const auto png = [&](const QString &text) {
            QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("x.png"));
            PngOptions options;
            if (!text.isNull())
                options.texts = {{QStringLiteral("Dealscape perspective"), text}};
            if (!writePng(path, blank, options))
                qFatal("cannot write");
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTest::newRow("another program's") << png({}) << "says nothing about a view";
        QTest::newRow("not a PNG") << QByteArray("{\"format\": \"dealscape\"}") << "is no PNG";
        QTest::newRow("empty") << QByteArray() << "is no PNG";
        QTest::newRow("no JSON") << png(QStringLiteral("lens=value")) << "cannot be understood";
        QTest::newRow("no perspective") << png(QStringLiteral("{\"lens\": \"volume\"}")) << "cannot be understood";
        QTest::newRow("a list") << png(QStringLiteral("[1, 2]")) << "cannot be understood";
        QTest::newRow("cut off") << png(QStringLiteral("{}")).left(60) << "damaged";
    }
    void saysWhatIsWrongWithAPicture()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.png"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto tag = readTag(path);
        QVERIFY(!tag);
        QVERIFY2(QString::fromStdString(tag.error()).contains(says), tag.error().c_str());
    }

    void staysWhereTheScreenHasIt()
    {
        picture::PictureRequest request;
        request.perspective = m_dataset.opening;
        request.pixels = {1280, 720};
        const picture::Picture screen = picture::picture(*m_index, request);
        Sight sight;
        sight.perspective = m_dataset.opening;
        const auto &edges = screen.network.edges;
        const auto ribbon = std::ranges::find_if(edges, [](const network::NetworkEdge &edge) { return edge.deals.size() > 1; });
        sight.opened = {static_cast<int>(ribbon - edges.begin())};
        const Exhibit exhibit(*m_index, optionsOf(Preset::Slide), sight);
        const drawing::Drawing &drawn = exhibit.picture().drawing;
        const auto &a = screen.drawing.nodes;
        QCOMPARE(drawn.nodes.size(), a.size());
        const auto between = [](const std::vector<drawing::NodeMark> &nodes, std::size_t i) { return nodes[i].centre - nodes[0].centre; };
        const double zoom = QLineF({}, between(drawn.nodes, 1)).length() / QLineF({}, between(a, 1)).length();
        for (std::size_t i = 0; i < a.size(); ++i) {
            QVERIFY(QLineF(between(drawn.nodes, i), between(a, i) * zoom).length() < 1e-6);
            const double r = drawn.nodes[i].radius;
            QVERIFY(drawn.plot.contains(QRectF(drawn.nodes[i].centre - QPointF(r, r), QSizeF(2 * r, 2 * r))));
        }
        QVERIFY(std::ranges::any_of(drawn.edges, [](const drawing::EdgeMark &edge) { return edge.deal >= 0; }));
        for (const drawing::LabelMark &label : drawn.labels)
            QVERIFY(!label.shown || drawn.plot.contains(label.box));
    }

    void theWholeNetworkDropsFilterAndFocus()
    {
        Sight sight;
        sight.perspective = m_dataset.opening;
        sight.perspective.focus = Focus{OrganizationId("openai"), 1};
        PictureOptions options;
        const std::size_t few = Exhibit(*m_index, options, sight).picture().network.nodes.size();
        options.scope = Scope::Network;
        const Exhibit whole(*m_index, options, sight);
        QVERIFY(whole.picture().network.nodes.size() > 2 * few);
        QVERIFY(whole.picture().drawing.chrome.size() > 10);
    }

    void thePdfIsASearchablePage()
    {
        NEEDS("pdffonts");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.pdf"));
        PictureOptions options = optionsOf(Preset::A4);
        options.title = QStringLiteral("Wer zahlt wen? 谁付给谁");
        options.author = QStringLiteral("Zoë (Desk) \\ Ltd");
        QVERIFY(Exhibit(*m_index, options, opening()).write(path));
        const QString info = said(QStringLiteral("pdfinfo"), {path});
        QVERIFY2(info.contains(QStringLiteral("Title:           ") + options.title), qPrintable(info));
        QVERIFY2(info.contains(QStringLiteral("Author:          ") + options.author), qPrintable(info));
        QVERIFY2(info.contains(QStringLiteral("(A4)")) && info.contains(QStringLiteral("Pages:           2")), qPrintable(info));
        const QStringList fonts = said(QStringLiteral("pdffonts"), {path}).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(fonts.size() > 2, qPrintable(fonts.join(u'\n')));
        for (qsizetype i = 2; i < fonts.size(); ++i)
            QVERIFY2(fonts[i].contains(QRegularExpression(QStringLiteral("\\byes (yes|no)\\b"))), qPrintable(fonts[i]));
        const QString text = said(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
        for (const char *word : {"OpenAI", "Oracle", "Nvidia", "$300B"})
            QVERIFY2(text.contains(QLatin1String(word)), word);
    }

    void aPdfHoldsSeveralPages()
    {
        NEEDS("pdfinfo");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("deck.pdf"));
        const Exhibit slide(*m_index, {}, opening());
        const Exhibit sheet(*m_index, optionsOf(Preset::A4), opening());
        std::vector<double> shares;
        const Progress progress{[&](double share) { shares.push_back(share); }, {}};
        QVERIFY(writePdf(path, {slide.page(), sheet.page(), slide.page()}, {.title = QStringLiteral("Deck")}, progress));
        QVERIFY(shares.size() >= 3 && std::ranges::is_sorted(shares) && shares.back() == 1);
        const QString info = said(QStringLiteral("pdfinfo"), {QStringLiteral("-l"), QStringLiteral("3"), path});
        QVERIFY2(info.contains(QStringLiteral("Pages:           3")), qPrintable(info));
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Page\\s+1 size:\\s+1440 x 810"))), qPrintable(info));
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Page\\s+2 size:\\s+84[12][.0-9]* x 595"))), qPrintable(info));
        QVERIFY(!writePdf(path, std::vector<PdfPage>()));
        const auto stopped = writePdf(path, {slide.page()}, {}, {{}, [] { return true; }});
        QVERIFY(!stopped && QString::fromStdString(stopped.error()).endsWith(QStringLiteral("cancelled")));
        QVERIFY(said(QStringLiteral("pdfinfo"), {path}).contains(QStringLiteral("Pages:           3")));
    }

    void everyFigureHasASourceOnTheSecondPage()
    {
        NEEDS("pdftotext");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.pdf"));
        Exhibit exhibit(*m_index, {}, opening());
        QVERIFY(exhibit.write(path));
        const picture::NumberedSources sources = picture::numberedSources(*m_index, exhibit.picture().network);
        const QString second =
            said(QStringLiteral("pdftotext"),
                 {QStringLiteral("-f"), QStringLiteral("2"), QStringLiteral("-l"), QStringLiteral("2"), path, QStringLiteral("-")});
        for (std::size_t i = 0; i < sources.list.size(); ++i) {
            QVERIFY2(second.contains(QRegularExpression(QStringLiteral("\\b%1\\b").arg(i + 1))), qPrintable(QString::number(i + 1)));
            const QString publisher = QString::fromStdString(sources.list[i]->publisher).section(u' ', 0, 0);
            QVERIFY2(second.contains(publisher), qPrintable(publisher));
        }
        PictureOptions bare;
        bare.parts &= ~picture::Parts(picture::Part::Sources);
        QCOMPARE(Exhibit(*m_index, bare, opening()).pages().size(), std::size_t(1));
    }

    void largeTypeIsLarge_data()
    {
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<double>("name");
        QTest::newRow("slide") << QSize(1920, 1080) << 20.0;
        QTest::newRow("4K") << QSize(3840, 2160) << 40.0;
        QTest::newRow("square") << QSize(1440, 1440) << 18.0;
        QTest::newRow("upright") << QSize(1440, 2560) << 26.0;
    }
    void largeTypeIsLarge()
    {
        QFETCH(QSize, pixels);
        QFETCH(double, name);
        PictureOptions options = optionsOf(Preset::Custom);
        options.custom = Extent::ofPixels(pixels);
        const double usual = Exhibit(*m_index, options, opening()).picture().magnification;
        options.largeType = true;
        const Exhibit exhibit(*m_index, options, opening());
        QVERIFY(exhibit.picture().magnification > 1.4 * usual);
        const QFontInfo font(style::font(style::FontRole::SmallBold));
        QVERIFY(font.pixelSize() * exhibit.picture().magnification >= name - 0.5);
        const int shown = static_cast<int>(std::ranges::count_if(exhibit.picture().drawing.labels, &drawing::LabelMark::shown));
        QVERIFY2(shown >= 26, qPrintable(QString::number(shown)));
    }

    void thePictureFillsThePage_data()
    {
        QTest::addColumn<int>("preset");
        for (const Preset preset : {Preset::Square, Preset::Post, Preset::Upright, Preset::Classic})
            QTest::addRow("%s", presets()[static_cast<std::size_t>(preset)].word) << static_cast<int>(preset);
    }
    void thePictureFillsThePage()
    {
        QFETCH(int, preset);
        const Exhibit exhibit(*m_index, optionsOf(static_cast<Preset>(preset)), opening());
        const drawing::Drawing &drawing = exhibit.picture().drawing;
        const double share = drawing.plot.width() * drawing.plot.height() / (drawing.size.width() * drawing.size.height());
        QVERIFY2(share >= 0.4, qPrintable(QString::number(share)));
        QRectF discs;
        for (const drawing::NodeMark &node : drawing.nodes)
            discs |= QRectF(node.centre - QPointF(node.radius, node.radius), QSizeF(2 * node.radius, 2 * node.radius));
        const double wide = discs.width() / drawing.plot.width();
        const double high = discs.height() / drawing.plot.height();
        QVERIFY2(std::max(wide, high) >= 0.8 && std::min(wide, high) >= 0.65, qPrintable(QStringLiteral("%1 x %2").arg(wide).arg(high)));
        int raised = 0;
        for (const drawing::LabelMark &label : drawing.labels)
            raised += std::ranges::any_of(label.runs, [](const drawing::TextRun &run) { return run.font == style::FontRole::Raised; });
        QVERIFY(raised > 15);
    }

    void aSvgForPaperStatesMillimetres()
    {
        const Exhibit exhibit(*m_index, optionsOf(Preset::A3), opening());
        const QByteArray svg = exhibit.svg();
        QVERIFY2(svg.contains("width=\"420mm\" height=\"297mm\""), svg.left(300).constData());
    }

    void stopsWhenNobodyWantsIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.png"));
        Exhibit exhibit(*m_index, {}, opening());
        int asked = 0;
        const Progress progress{{}, [&] { return ++asked > 1; }};
        const auto outcome = exhibit.write(path, progress);
        QVERIFY(!outcome);
        QCOMPARE(QString::fromStdString(outcome.error()), QStringLiteral("cancelled"));
        QVERIFY(!QFile::exists(path));
    }

    void bandsLeaveNoSeam()
    {
        PictureOptions options = optionsOf(Preset::Custom);
        options.custom = Extent::ofPixels({4480, 2520});
        Exhibit exhibit(*m_index, options, opening());
        QImage whole(4480, 2520, QImage::Format_ARGB32_Premultiplied);
        whole.fill(style::theme(style::ThemeKind::Light).canvas);
        QPainter painter(&whole);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(exhibit.picture().magnification, exhibit.picture().magnification);
        paint::paint(painter, exhibit.picture().drawing);
        painter.end();
        const QImage &banded = exhibit.image();
        int far = 0;
        for (int y = 0; y < whole.height(); ++y)
            for (int x = 0; x < whole.width(); ++x) {
                const QRgb a = whole.pixel(x, y), b = banded.pixel(x, y);
                far += qAbs(qRed(a) - qRed(b)) + qAbs(qGreen(a) - qGreen(b)) + qAbs(qBlue(a) - qBlue(b)) > 96;
            }
        // A seam across the picture would be thousands of pixels.
        QVERIFY2(far <= 500, qPrintable(QString::number(far)));
    }

private:
    Sight opening() const
    {
        Sight sight;
        sight.perspective = m_dataset.opening;
        return sight;
    }

    Dataset m_dataset;
    std::unique_ptr<Index> m_index;
};

DEALSCAPE_TEST(TestExhibit, QGuiApplication)
#include "test_exhibit.moc"
