// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "settings/settings.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace dealscape;
using namespace dealscape::settings;

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
            settings.setFewerLabels(true);
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
        QVERIFY(settings.fewerLabels());
        QVERIFY(settings.hintsDismissed());
        QCOMPARE(settings.geometry(), "geometry");
        QCOMPARE(settings.docks(), "docks");
        QCOMPARE(settings.canvas(), QSize(1000, 600));
        QCOMPARE(settings.tableColumns().value("deals").toByteArray(), QByteArray("9 state\0\1", 9));
        QCOMPARE(settings.recent().paths(), QStringList("/data/a.json"));
        QVERIFY(settings.perspective("/data/a.json") == perspective);
        QVERIFY(!settings.perspective("/data/b.json").has_value());
    }

    void whatCannotBeIsIgnored_data()
    {
        QTest::addColumn<QSize>("canvas");
        QTest::addColumn<bool>("known");
        QTest::newRow("a screen") << QSize(3840, 2160) << true;
        QTest::newRow("a million") << QSize(1000000, 1000000) << false;
        QTest::newRow("wide") << QSize(1000000, 10) << false;
        QTest::newRow("nothing") << QSize(0, 0) << false;
        QTest::newRow("negative") << QSize(-5, 700) << false;
    }

    void whatCannotBeIsIgnored()
    {
        QFETCH(QSize, canvas);
        QFETCH(bool, known);
        QTemporaryDir folder;
        const QString path = folder.filePath("settings.ini");
        QSettings(path, QSettings::IniFormat).setValue("window/canvas", canvas);
        QCOMPARE(Settings(path).canvas(), known ? canvas : QSize());
    }

    void aViewThatDoesNotParseIsIgnored_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("cut") << "{\"number overflow";
        QTest::newRow("not JSON") << "view";
        QTest::newRow("another kind") << "[1, 2]";
    }

    void aViewThatDoesNotParseIsIgnored()
    {
        QFETCH(QString, text);
        QTemporaryDir folder;
        const QString path = folder.filePath("settings.ini");
        Settings(path).setPerspective("/data/a.json", {});
        {
            QSettings store(path, QSettings::IniFormat);
            store.beginGroup("perspectives");
            const QStringList keys = store.childKeys();
            QCOMPARE(keys.size(), 1);
            store.setValue(keys.front(), text);
        }
        QVERIFY(!Settings(path).perspective("/data/a.json").has_value());
    }

    void viewsArePruned()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("settings.ini");
        const int files = Settings::rememberedViews() + 20;
        Settings settings(path);
        const auto name = [](int i) { return QStringLiteral("/data/%1.json").arg(i); };
        settings.setPerspective(name(0), {});
        for (int i = 1; i < files; ++i) {
            settings.setPerspective(name(i), {});
            if (i == files / 2)
                settings.setPerspective(name(0), {});
        }
        int known = 0;
        for (int i = 0; i < files; ++i)
            known += settings.perspective(name(i)).has_value() ? 1 : 0;
        QCOMPARE(known, Settings::rememberedViews());
        QVERIFY(settings.perspective(name(0)).has_value());
        QVERIFY(settings.perspective(name(files - 1)).has_value());
        QVERIFY(!settings.perspective(name(1)).has_value());
    }
};

DEALSCAPE_TEST(SettingsTest, dealscape::testing::NoApplication)
#include "test_settings.moc"
