// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "shell/settings.h"

#include <QTemporaryDir>

using namespace dealscape;
using namespace dealscape::shell;

Q_DECLARE_METATYPE(dealscape::Perspective)

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void perspectivesSurvive_data()
    {
        QTest::addColumn<Perspective>("perspective");
        QTest::newRow("default") << Perspective();
        Perspective full;
        full.lens = Lens::Power;
        full.layout = LayoutKind::Orbit;
        full.asReported = true;
        full.focus = Focus{OrganizationId("a;b=c,d%"), 4};
        full.filter.maximumTier = 2;
        full.filter.countedOnly = false;
        full.filter.publishedOnly = false;
        full.filter.certainties = {Certainty::Paid, Certainty::Cancelled};
        full.filter.families = {Family::Energy};
        full.filter.kinds = {DealKind::Loan, DealKind::Other};
        full.filter.layers = {LayerId("x,y"), LayerId("z")};
        full.filter.countries = {"US", "AE"};
        full.filter.from = Date{2024, 5, 0};
        full.filter.until = Date{2026, 1, 31};
        full.filter.atLeast = Money::billions(20);
        full.filter.text = "a=b; ünïcode 数据";
        QTest::newRow("everything") << full;
    }

    void perspectivesSurvive()
    {
        QFETCH(Perspective, perspective);
        const auto back = perspectiveFromText(toText(perspective));
        QVERIFY(back.has_value());
        QVERIFY(*back == perspective);
    }

    void nonsenseIsLeftOut()
    {
        QVERIFY(!perspectiveFromText("").has_value());
        QVERIFY(!perspectiveFromText("gibberish").has_value());
        const auto odd = perspectiveFromText("lens=nothing;tier=-4;depth=7;from=yesterday;unknown=1;=;;layout=ring");
        QVERIFY(odd.has_value());
        QVERIFY(odd->lens == Lens::Value);
        QVERIFY(odd->layout == LayoutKind::Ring);
        QCOMPARE(odd->filter.maximumTier, 0);
        QVERIFY(!odd->filter.from);
    }

    void comesBackAfterARestart()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("settings.ini");
        Perspective perspective;
        perspective.lens = Lens::Deals;
        {
            Settings settings(path);
            QVERIFY(!settings.hintsDismissed());
            settings.setTheme(ThemeChoice::Dark);
            settings.setReducedMotion(true);
            settings.setHintsDismissed(true);
            settings.setWindow("geometry", "docks", {1000, 600});
            document::RecentFiles files;
            files.add("/data/a.json");
            settings.setRecent(files);
            settings.setPerspective("/data/a.json", perspective);
        }
        const Settings settings(path);
        QVERIFY(settings.theme() == ThemeChoice::Dark);
        QVERIFY(settings.reducedMotion());
        QVERIFY(settings.hintsDismissed());
        QCOMPARE(settings.geometry(), "geometry");
        QCOMPARE(settings.docks(), "docks");
        QCOMPARE(settings.canvas(), QSize(1000, 600));
        QCOMPARE(settings.recent().paths(), QStringList("/data/a.json"));
        QVERIFY(settings.perspective("/data/a.json") == perspective);
        QVERIFY(!settings.perspective("/data/b.json").has_value());
    }
};

QTEST_APPLESS_MAIN(SettingsTest)
#include "test_settings.moc"
