// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcome.h"

#include "testmain.h"
#include <QFile>
#include <QTemporaryDir>

#include <QTest>

using namespace dealscape;

namespace {

constexpr const char *oneDeal =
    R"({"format": "dealscape", "version": 1, "organizations": [{"id": "a", "name": "A", "layer": "cloud"},
        {"id": "b", "name": "B", "layer": "chips"}], "deals": [{"id": "d", "supplier": "a", "customer": "b", "payer": "b",
        "payee": "a", "kind": "loan", "flowClass": "capital", "value": {"low": 1, "high": 2}, "announced": "2025",
        "status": "signed", "certainty": "binding", "sources": ["s"]}], "sources": [{"id": "s", "publisher": "P", "title": "T",
        "url": "https://example.com/", "date": "2025", "kind": "press"}]})";

} // namespace

class TestWording : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void refusesContradictions_data();
    void refusesContradictions();
    void helpSaysWhatIsDrawn_data();
    void helpSaysWhatIsDrawn();
    void countsOneAsOne_data();
    void countsOneAsOne();
    void countsReportedEdges();
    void tellsNamesakesApart();
};

void TestWording::refusesContradictions_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    for (const char *other : {"tier 1", "all", "focus openai", "as-reported"})
        QTest::addRow("whole and %s", other) << QStringLiteral("export --whole --%1 -o x.png").arg(QLatin1String(other))
                                             << QStringLiteral("leave --%1 out").arg(QString::fromLatin1(other).section(u' ', 0, 0));
    QTest::newRow("outlines of pixels") << "export --outlines -o x.png"
                                        << "--outlines is for an SVG";
    QTest::newRow("outlines of a page") << "export --outlines -o x.pdf"
                                        << "--outlines is for an SVG";
    QTest::newRow("author of an SVG") << "export --author Ada -o x.svg"
                                      << "--author is for any format but SVG";
    QTest::newRow("chart of deals") << "chart --lens deals --csv"
                                    << "charts show value or power";
    QTest::newRow("chart in a ring") << "chart --layout ring --csv"
                                     << "--layout is for the diagram";
    QTest::newRow("chart of the article") << "chart --as-reported --csv"
                                          << "--as-reported is for the diagram";
}

void TestWording::refusesContradictions()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const Outcome outcome = run(line);
    QCOMPARE(outcome.code, int(cli::Usage));
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(outcome.out.isEmpty() && !QFile::exists(QStringLiteral("x.png")));
}

void TestWording::helpSaysWhatIsDrawn_data()
{
    QTest::addColumn<QString>("says");
    QTest::newRow("export") << "the tier on which the dataset opens when left out";
    QTest::newRow("chart") << "the tier on which the dataset opens when left out";
    QTest::newRow("summary") << "all tiers when left out";
    QTest::newRow("schedule") << "- for standard input";
}

void TestWording::helpSaysWhatIsDrawn()
{
    QFETCH(QString, says);
    const QString help = run(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(" --help")).out.simplified();
    QVERIFY2(help.contains(says), qPrintable(help));
}

void TestWording::countsOneAsOne_data()
{
    QTest::addColumn<QString>("says");
    QTest::newRow("validate") << "2 organisations, 1 deal, 1 source\n";
    QTest::newRow("summary")
        << "2 organisations, 1 deal on 1 edge, 1 source, 0 claims, 0 overlap groups\n0 counted deals publish no value\n";
    QTest::newRow("schedule") << "1 deal without an amount or a complete term is on no year\n";
    QTest::newRow("loops") << "0 loops of up to ";
}

void TestWording::countsOneAsOne()
{
    QFETCH(QString, says);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("one.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(oneDeal);
    file.close();
    const Outcome outcome = run(QString::fromLatin1(QTest::currentDataTag()) + u' ' + file.fileName());
    QVERIFY2(outcome.out.contains(says), qPrintable(outcome.out + outcome.err));
}

void TestWording::countsReportedEdges()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.svg"));
    const Outcome article = run(QStringLiteral("export --as-reported -o ") + path);
    QVERIFY2(article.out.endsWith(QLatin1String(" reported edges\n")) && !article.out.contains(QLatin1String(" 0 ")),
             qPrintable(article.out));
    QVERIFY(run(QStringLiteral("export --tier 1 -o ") + path).out.endsWith(QLatin1String(" deals\n")));
}

void TestWording::tellsNamesakesApart()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("namesakes.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(oneDeal)
                   .replace("\"name\": \"A\"", "\"name\": \"Alpha\", \"country\": \"US\"")
                   .replace("\"name\": \"B\"", "\"name\": \"Alpha\", \"country\": \"NO\""));
    file.close();
    const Outcome outcome = run(QStringLiteral("whatif --fail b ") + file.fileName());
    QVERIFY2(outcome.out.contains("Scenario: Alpha (NO) fails") && outcome.out.contains("\nAlpha (US)  "),
             qPrintable(outcome.out + outcome.err));
}

DEALSCAPE_TEST(TestWording, QApplication)
#include "test_wording.moc"
