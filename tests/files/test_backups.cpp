// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "files/backups.h"
#include "files/replacement.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace dealscape;

class BackupsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void keepsTheLastStates()
    {
        for (const char *state : {"1", "2", "3", "4", "5"}) {
            QVERIFY(files::keepBackup(path(), 3));
            QVERIFY(files::replace(path(), state));
        }
        QCOMPARE(content(""), QByteArray("5"));
        QCOMPARE(content("~1"), QByteArray("4"));
        QCOMPARE(content("~2"), QByteArray("3"));
        QCOMPARE(content("~3"), QByteArray("2"));
        QCOMPARE(names().size(), 4);
    }

    void keepsAsManyAsAreWanted()
    {
        QVERIFY(files::keepBackup(path(), 3));
        QVERIFY(names().isEmpty());
        QVERIFY(files::replace(path(), "1"));
        QVERIFY(files::keepBackup(path(), 0));
        QCOMPARE(names().size(), 1);
        for (const char *state : {"2", "3"}) {
            QVERIFY(files::keepBackup(path(), 1));
            QVERIFY(files::replace(path(), state));
        }
        QCOMPARE(names().size(), 2);
        QCOMPARE(content("~1"), QByteArray("2"));
        for (int i = 0; i < 6; ++i)
            QVERIFY(files::keepBackup(path(), 1000));
        QCOMPARE(names().size(), 4);
    }

    void copiesAreAsPrivateAsTheFile()
    {
        QVERIFY(files::replace(path(), "secret"));
        QCOMPARE(::chmod(path().c_str(), 0600), 0);
        QVERIFY(files::keepBackup(path(), 1));
        struct stat status = {};
        QCOMPARE(::stat((path() + "~1").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600U);
    }

    void whatStandsInTheWayIsTold()
    {
        QVERIFY(files::replace(path(), "1"));
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("deals.json~1")));
        const auto kept = files::keepBackup(path(), 1);
        QVERIFY(!kept && !kept.error().empty());
        QCOMPARE(content(""), QByteArray("1"));
        QCOMPARE(names(), QStringList("deals.json"));
    }

private:
    std::string path() const { return m_folder->filePath(QStringLiteral("deals.json")).toStdString(); }
    QByteArray content(const char *ending) const
    {
        QFile file(QString::fromStdString(path() + ending));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

DEALSCAPE_TEST(BackupsTest, QCoreApplication)
#include "test_backups.moc"
