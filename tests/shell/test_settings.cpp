// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "shell/settings.h"

#include <QTemporaryDir>

using namespace dealscape;
using namespace dealscape::shell;

Q_DECLARE_METATYPE(dealscape::Perspective)

class SettingsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
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
            settings.setTableColumns({{"deals", QByteArray("9 state\0\1", 9)}});
            settings.setPerspective("/data/a.json", perspective);
        }
        const Settings settings(path);
        QVERIFY(settings.theme() == ThemeChoice::Dark);
        QVERIFY(settings.reducedMotion());
        QVERIFY(settings.hintsDismissed());
        QCOMPARE(settings.geometry(), "geometry");
        QCOMPARE(settings.docks(), "docks");
        QCOMPARE(settings.canvas(), QSize(1000, 600));
        QCOMPARE(settings.tableColumns().value("deals").toByteArray(), QByteArray("9 state\0\1", 9));
        QCOMPARE(settings.recent().paths(), QStringList("/data/a.json"));
        QVERIFY(settings.perspective("/data/a.json") == perspective);
        QVERIFY(!settings.perspective("/data/b.json").has_value());
    }
};

DEALSCAPE_TEST(SettingsTest, dealscape::testing::NoApplication)
#include "test_settings.moc"
