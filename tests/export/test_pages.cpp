// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/pages.h"

#include "testmain.h"

#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace dealscape;

class PagesTest : public dealscape::testing::Case {
    Q_OBJECT

    static exporting::Pages pages(int count)
    {
        return {count, {192, 108}, [](QPainter &painter, int page) { painter.fillRect(page * 10, 0, 10, 10, Qt::black); }, {}};
    }

    static QStringList in(const QTemporaryDir &folder) { return QDir(folder.path()).entryList(QDir::Files); }

private Q_SLOTS:
    void aShorterDeckLeavesNoPagesOfALongerOne()
    {
        const QTemporaryDir folder;
        QVERIFY(exporting::writePngs(folder.path(), pages(5), 192, 1));
        QCOMPARE(in(folder).size(), 5);
        QVERIFY(exporting::writePngs(folder.path(), pages(3), 192, 1));
        QCOMPARE(in(folder), QStringList({"scene-01.png", "scene-02.png", "scene-03.png"}));
    }

    void whatCameFromElsewhereStays()
    {
        const QTemporaryDir folder;
        const QString other = folder.filePath("scene-03.png");
        QVERIFY(QImage(8, 8, QImage::Format_RGB32).save(other));
        QVERIFY(exporting::writePngs(folder.path(), pages(2), 192, 1));
        QCOMPARE(in(folder).size(), 3);
        QCOMPARE(QImage(other).width(), 8);
        QVERIFY(exporting::writePngs(folder.path(), pages(1), 192, 7));
        QCOMPARE(in(folder).size(), 4);
    }
};

DEALSCAPE_TEST(PagesTest, QGuiApplication)
#include "test_pages.moc"
