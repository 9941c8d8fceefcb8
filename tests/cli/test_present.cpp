// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcome.h"
#include "testmain.h"

#include <QTest>

#include "cli/cli.h"
#include "io/reader.h"
#include "io/writer.h"
#include "resources/embedded.h"
#include "sheets/zip.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <algorithm>

using namespace dealscape;

namespace {

Outcome present(const QStringList &arguments)
{
    return run(QStringList{QStringLiteral("present")} + arguments);
}

/// A part of a package of PowerPoint.
QByteArray partOf(const QString &path, const std::string &part)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no %s", qPrintable(path));
    const std::string bytes = file.readAll().toStdString();
    const auto package = sheets::Zip::open(bytes, {});
    return package && package->has(part) ? package->part(part)->readAll() : QByteArray();
}

} // namespace

class PresentTest : public dealscape::testing::Case {
    Q_OBJECT

    static int scenes()
    {
        static const auto read = io::readDataset(resources::defaultDataset(), "embedded");
        return static_cast<int>(read.dataset->stories.front().scenes.size());
    }

private Q_SLOTS:
    void leavesPlayingToTheWindow()
    {
        using List = QStringList;
        QVERIFY(!cli::handles(List{QStringLiteral("present")}));
        QVERIFY(!cli::handles(List{QStringLiteral("present"), QStringLiteral("--story"), QStringLiteral("x")}));
        QVERIFY(cli::handles(List{QStringLiteral("present"), QStringLiteral("--export"), QStringLiteral("deck.pdf")}));
        QVERIFY(cli::handles(List{QStringLiteral("present"), QStringLiteral("--export=deck.pdf")}));
        QVERIFY(cli::handles(List{QStringLiteral("present"), QStringLiteral("--help")}));
        QVERIFY(cli::drawsCharts(List{QStringLiteral("present")}));
    }

    /// A scene that names an earlier state is a picture of what has changed since; without the file it is shown by itself, with a word.
    void aSceneIsComparedWithAnEarlierState()
    {
        QTemporaryDir folder;
        const Dataset before = *io::readDataset(resources::defaultDataset(), "embedded").dataset;
        QVERIFY(io::saveFile(folder.filePath(QStringLiteral("before.json")).toStdString(), before));
        Dataset now = before;
        std::ranges::find(now.deals, DealId("microsoft-openai-azure"), &Deal::id)->value = MoneyRange::exactly(Money::billions(123));
        Scene scene;
        scene.name = "What has changed";
        scene.perspective = now.opening;
        now.stories = {{StoryId("s"), "S", {scene, scene}, {}}};
        now.stories[0].scenes[1].compare = "before.json";
        const QString file = folder.filePath(QStringLiteral("now.json"));
        QVERIFY(io::saveFile(file.toStdString(), now));
        const QString pages = folder.filePath(QStringLiteral("pages"));
        QVERIFY(QDir().mkdir(pages));
        const auto shown = [&](int number) {
            const QStringList found = QDir(pages).entryList({QStringLiteral("*%1.png").arg(number)});
            return found.isEmpty() ? QImage() : QImage(pages + u'/' + found.front());
        };
        const Outcome good = present({file, QStringLiteral("--export"), pages, QStringLiteral("--size"), QStringLiteral("1280x720")});
        QCOMPARE(good.code, 0);
        QVERIFY2(!good.err.contains("before.json"), qPrintable(good.err));
        const QImage alone = shown(1);
        const QImage compared = shown(2);
        QVERIFY(!alone.isNull() && compared.size() == alone.size());
        QVERIFY(compared != alone);
        const QString deck = folder.filePath(QStringLiteral("deck.pptx"));
        const Outcome slides = present({file, QStringLiteral("--export"), deck});
        QCOMPARE(slides.code, 0);
        QVERIFY2(!slides.err.contains("by themselves"), qPrintable(slides.err));
        const QByteArray second = partOf(deck, "ppt/slides/slide2.xml");
        QVERIFY(second.contains("<p:cxnSp>"));
        QVERIFY(second.contains("Changed: 1 deal") && second.contains("was $"));
        QVERIFY(!partOf(deck, "ppt/slides/slide1.xml").contains("was $"));
        // It is no workbook either, though packed like one.
        const Outcome imported = run({QStringLiteral("import"), deck, QStringLiteral("-o"), folder.filePath(QStringLiteral("none.json"))});
        QVERIFY(imported.code != 0);
        QVERIFY2(imported.err.contains("without a sheet"), qPrintable(imported.err));
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("before.json"))));
        const Outcome without = present({file, QStringLiteral("--export"), pages, QStringLiteral("--size"), QStringLiteral("1280x720")});
        QCOMPARE(without.code, 0);
        QVERIFY2(without.err.contains("before.json"), qPrintable(without.err));
        QVERIFY(shown(2) != compared);
        QVERIFY(!shown(2).isNull());
    }

    void refusesMisuse_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("no output") << QString() << QStringLiteral("--export takes");
        QTest::newRow("a picture's name") << QStringLiteral("--export deck.png") << QStringLiteral("--export takes");
        QTest::newRow("no such story") << QStringLiteral("--export deck.pdf --story nothing")
                                       << QStringLiteral("--story is one of the-trillion-dollar-web, not 'nothing'");
        QTest::newRow("no such scene") << QStringLiteral("--export deck.pdf --start %1").arg(scenes() + 1)
                                       << QStringLiteral("from 1 to %1").arg(scenes());
        QTest::newRow("a theme that is none") << QStringLiteral("--export deck.pdf --theme pink") << QStringLiteral("--theme");
    }

    void refusesMisuse()
    {
        QFETCH(QString, line);
        QFETCH(QString, says);
        const Outcome outcome = present(line.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(QStringLiteral("deck.pdf")));
    }

    void writesNumberedPictures()
    {
        QTemporaryDir folder;
        const QString there = folder.filePath(QStringLiteral("deck"));
        const Outcome outcome =
            present({QStringLiteral("--export"), there, QStringLiteral("--start"), QString::number(scenes() - 1), QStringLiteral("--size"),
                     QStringLiteral("640x360"), QStringLiteral("--theme"), QStringLiteral("dark")});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QStringList names = QDir(there).entryList(QDir::Files, QDir::Name);
        const auto picture = [](int scene) { return QStringLiteral("scene-%1.png").arg(scene, 2, 10, QLatin1Char('0')); };
        QCOMPARE(names, QStringList({picture(scenes() - 1), picture(scenes())}));
        const QImage image(QDir(there).filePath(names.front()));
        QCOMPARE(image.size(), QSize(640, 360));
        QVERIFY(qGray(image.pixel(4, 4)) < 60);
    }

    void writesAPageForEachScene_data()
    {
        QTest::addColumn<bool>("notes");
        QTest::newRow("scenes") << false;
        QTest::newRow("with notes") << true;
    }

    void writesAPageForEachScene()
    {
        QFETCH(bool, notes);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("deck.pdf"));
        QStringList arguments{QStringLiteral("--export"), path,
                              QStringLiteral("--start"),  QString::number(scenes() - 2),
                              QStringLiteral("--author"), QStringLiteral("Ada Reader")};
        if (notes)
            arguments << QStringLiteral("--notes");
        const Outcome outcome = present(arguments);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.startsWith("%PDF-"));
        QCOMPARE(pdf.count("/Type /Page\n"), 3);
        QVERIFY(pdf.contains("/FontFile2"));
        // As UTF-16 in hexadecimal digits.
        QVERIFY(pdf.toLower().contains("/author <feff0041006400610020005200650061006400650072>"));
    }
};

DEALSCAPE_TEST(PresentTest, QApplication)
#include "test_present.moc"
