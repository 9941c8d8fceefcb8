// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcome.h"

#include "resources/embedded.h"

#include "testmain.h"
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <QTest>

using namespace dealscape;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestChartCommand : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void writesEveryKind_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("PNG") << "png" << QByteArray("\x89PNG");
        QTest::newRow("SVG") << "svg" << QByteArray("<?xml");
        QTest::newRow("PDF") << "pdf" << QByteArray("%PDF-");
        QTest::newRow("CSV") << "csv" << QByteArray("group,key,label");
    }

    void writesEveryKind()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, begins);
        QTemporaryDir folder;
        for (const char *by :
             {"partner", "kind", "layer", "certainty", "country", "time", "schedule", "plausibility", "reconciliation", "concentration"})
        {
            const QString path = folder.filePath(QStringLiteral("%1.%2").arg(QLatin1String(by), suffix));
            const Outcome outcome = run(QStringLiteral("chart --by %1 --lens power -o %2").arg(QLatin1String(by), path));
            QVERIFY2(outcome.code == cli::Ok, qPrintable(outcome.err));
            QVERIFY2(contents(path).startsWith(begins), by);
        }
    }

    void printsNumbers()
    {
        const Outcome value = run(QStringLiteral("chart --by partner --of openai --tier 1 --csv"));
        QCOMPARE(value.code, int(cli::Ok));
        QVERIFY(value.out.contains(QStringLiteral("oracle,Oracle,US dollars,300000000000,300000000000")));
        const Outcome power = run(QStringLiteral("chart --by partner --lens power --of openai --tier 1 --csv"));
        QVERIFY(power.out.contains(QStringLiteral("oracle,Oracle,megawatts,4500,4500")));
        QVERIFY(!power.out.contains(QStringLiteral("US dollars")));
    }

    void drawsTheSizeAsked()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("chart.png"));
        QCOMPARE(run(QStringLiteral("chart --by country --theme dark --size 1920x1080 -o ") + path).code, int(cli::Ok));
        QCOMPARE(QImage(path).size(), QSize(1920, 1080));
        QVERIFY(QImage(path).pixelColor(2, 2).lightness() < 60);
    }

    void refusesMisuse_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("nowhere to write") << "chart" << int(cli::Usage) << "-o";
        QTest::newRow("wrong suffix") << "chart -o chart.gif" << int(cli::Usage) << ".svg";
        QTest::newRow("numbers as a picture") << "chart --csv -o chart.png" << int(cli::Usage) << ".csv";
        QTest::newRow("unknown rows") << "chart --by colour --csv" << int(cli::Usage) << "partner, kind";
        QTest::newRow("unknown bound") << "chart --bound middle --csv" << int(cli::Usage) << "range";
        QTest::newRow("of nobody") << "chart --of nobody --csv" << int(cli::Usage) << "nobody";
        QTest::newRow("unwritable") << "chart -o /nowhere/at/all.svg" << int(cli::CannotWrite) << "/nowhere/at/all.svg";
    }

    void refusesMisuse()
    {
        QFETCH(QString, line);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Outcome outcome = run(line);
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    }

    void summaryReconciles()
    {
        const QStringList lines = run(QStringLiteral("summary")).out.split(QLatin1Char('\n'));
        const auto head = lines.indexOf(
            QRegularExpression(QStringLiteral("^Do the headlines add up\\? US\\$ +stated +gross +counted once.*difference$")));
        QVERIFY(head > 0);
        QVERIFY2(lines[head + 1].contains(QStringLiteral("> $1T")) && lines[head + 1].contains(QStringLiteral("$713B itemised")),
                 qPrintable(lines[head + 1]));
        const QString rest = lines.mid(head).join(QLatin1Char('\n'));
        for (const char *figure : {"> $1T", "$1.4T", "26 GW", "$2.9–3T", "$800B", "at least $287B not itemised"})
            QVERIFY2(rest.contains(QString::fromUtf8(figure)), figure);
    }
};

DEALSCAPE_TEST(TestChartCommand, QApplication)
#include "test_chartcommand.moc"
