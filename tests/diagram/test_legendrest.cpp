// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "diagram/diagramview.h"
#include "diagram/legendrest.h"
#include "resources/embedded.h"

#include <QApplication>

using namespace dealscape;
using namespace dealscape::diagram;

class LegendRestTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void saysWhatHasNoRoom_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("words");
        QTest::newRow("roomy") << QSize(1504, 904) << QString();
        QTest::newRow("small screen") << QSize(960, 545) << QStringLiteral("3 more: width, area, marks");
        QTest::newRow("low") << QSize(960, 320) << QStringLiteral("4 more: certainty, width, area, marks");
        QTest::newRow("least") << QSize(480, 320) << QStringLiteral("Legend");
    }

    void saysWhatHasNoRoom()
    {
        QFETCH(QSize, size);
        QFETCH(QString, words);
        document::Document document;
        document::PictureJob job(document);
        DiagramView diagram(document, job);
        diagram.setMotion(Motion::None);
        diagram.resize({1504, 904});
        document.openEmbedded();
        diagram.show();
        QVERIFY(QTest::qWaitForWindowExposed(&diagram));
        diagram.grab();
        diagram.resize(size);
        diagram.grab();
        const auto *rest = diagram.findChild<LegendRest *>();
        QVERIFY(rest);
        QCOMPARE(rest->isVisible(), !words.isEmpty());
        if (words.isEmpty())
            return;
        QCOMPARE(rest->text(), words);
        QVERIFY(diagram.rect().contains(rest->geometry()));
        QVERIFY(!diagram.stage().plot().toRect().intersects(rest->geometry()));
        for (const drawing::ChromeMark &mark : diagram.stage().drawing().chrome)
            QVERIFY(!mark.hitBox.toRect().intersects(rest->geometry()));
    }

    /// Also where a filter hides much, since the legend stands as beside all that is laid out.
    void liesOverTheLineOfTheLegend()
    {
        document::Document document;
        document::PictureJob job(document);
        DiagramView diagram(document, job);
        diagram.setMotion(Motion::None);
        diagram.resize({960, 545});
        document.openEmbedded();
        diagram.show();
        QVERIFY(QTest::qWaitForWindowExposed(&diagram));
        const auto *rest = diagram.findChild<LegendRest *>();
        for (const std::int64_t least : {0, 10, 100}) {
            Perspective some = document.perspective();
            some.filter.atLeast = Money::billions(least);
            document.setPerspective(some);
            bool told = false;
            for (const drawing::ChromeMark &mark : diagram.stage().drawing().chrome)
                for (const drawing::TextRun &run : mark.runs) {
                    if (!run.text.contains(QStringLiteral(" more: ")))
                        continue;
                    told = true;
                    QCOMPARE(rest->text(), run.text);
                    QVERIFY(rest->geometry().contains(run.position.toPoint()));
                }
            QCOMPARE(rest->isVisible(), told);
        }
    }

    void opensTheWholeLegendWithItsRows()
    {
        document::Document document;
        document::PictureJob job(document);
        DiagramView diagram(document, job);
        diagram.setMotion(Motion::None);
        diagram.resize({960, 320});
        document.openEmbedded();
        diagram.show();
        QVERIFY(QTest::qWaitForWindowExposed(&diagram));
        diagram.grab();
        const auto whole = [&] { return diagram.findChild<QWidget *>(QStringLiteral("wholeLegend")); };
        auto *rest = diagram.findChild<LegendRest *>();
        rest->click();
        QVERIFY(whole());
        for (const char *words : {"Certainty: Paid", "Width: amount", "Area: money in and out", "Umbrella, counts once"})
            QVERIFY2(whole()->accessibleDescription().contains(QLatin1String(words)), words);
        QTest::keyClick(whole(), Qt::Key_Escape);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!whole());

        rest->click();
        const Filter before = document.perspective().filter;
        const int middle = whole()->width() * 3 / 4;
        for (int y = 0; document.perspective().filter == before && y < whole()->height(); y += 8) {
            QTest::mouseClick(whole(), Qt::LeftButton, {}, {middle, y});
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QVERIFY(document.perspective().filter.certainties != before.certainties);
        QVERIFY(!whole());
        document.back();
        QVERIFY(document.perspective().filter == before);
    }
};

DEALSCAPE_TEST(LegendRestTest, QApplication)
#include "test_legendrest.moc"
