// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "document/editing.h"
#include "document/filelock.h"

#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>

using namespace dealscape;
using namespace dealscape::document;

namespace {

struct Desk {
    Desk() : spy(&lock, &FileLock::othersAtWork) {}

    void change() { addOrganization(document, QStringLiteral("Acme")); }

    Document document;
    FileLock lock{document};
    QSignalSpy spy;
};

} // namespace

class FileLockTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("deals.json"));
        Document document;
        document.openEmbedded();
        QVERIFY(document.save(m_path));
    }

    void isHeldWhileSomethingIsUnsaved()
    {
        Desk desk;
        QVERIFY(desk.document.open(m_path));
        QVERIFY(!locked());
        desk.change();
        QVERIFY(desk.lock.held() && locked());
        desk.document.undoStack().undo();
        QVERIFY(!locked());
        desk.document.undoStack().redo();
        QVERIFY(locked());
        QVERIFY(desk.document.save(m_path));
        QVERIFY(!locked());
        desk.change();
        QVERIFY(locked());
        desk.document.openEmbedded();
        QVERIFY(!locked());
        desk.change();
        QVERIFY(!desk.lock.held());
        {
            Desk other;
            QVERIFY(other.document.open(m_path));
            other.change();
            QVERIFY(locked());
        }
        QVERIFY(!locked());
    }

    void tellsASecondOne()
    {
        Desk first;
        QVERIFY(first.document.open(m_path));
        Desk early;
        QVERIFY(early.document.open(m_path));
        first.change();
        QCOMPARE(first.spy.size() + early.spy.size(), 0);
        early.change();
        early.change();
        QCOMPARE(early.spy.size(), 1);
        QVERIFY(!early.lock.held());
        Desk late;
        QVERIFY(late.document.open(m_path));
        QCOMPARE(late.spy.size(), 1);
        const auto holder = late.spy.front().front().value<Holder>();
        QCOMPARE(holder.process, QCoreApplication::applicationPid());
        QCOMPARE(holder.host, QSysInfo::machineHostName());
        QCOMPARE(holder.user, QFileInfo(m_path).owner());
        QVERIFY(qAbs(holder.since.secsTo(QDateTime::currentDateTime())) < 600);
    }

    void takesOverWhatAKillLeft()
    {
        QProcess ended;
        ended.start(QStringLiteral("true"));
        const qint64 process = ended.processId();
        QVERIFY(ended.waitForFinished());
        QFile file(FileLock::lockFileOf(m_path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::number(process) + "\ndealscape\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n");
        file.close();
        QVERIFY(!FileLock::holderOf(m_path));
        Desk desk;
        QVERIFY(desk.document.open(m_path));
        desk.change();
        QCOMPARE(desk.spy.size(), 0);
        QVERIFY(desk.lock.held());
    }

    void othersMachinesAreBelieved()
    {
        QFile file(FileLock::lockFileOf(m_path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1234567\ndealscape\nsome-other-machine\n");
        file.close();
        const auto holder = FileLock::holderOf(m_path);
        QVERIFY(holder);
        QCOMPARE(holder->host, QStringLiteral("some-other-machine"));
        QCOMPARE(holder->process, 1234567);
        Desk desk;
        QVERIFY(desk.document.open(m_path));
        QCOMPARE(desk.spy.size(), 1);
        desk.change();
        QVERIFY(!desk.lock.held());
        desk.lock.takeOver();
        QVERIFY(desk.lock.held());
    }

private:
    bool locked() const { return QFileInfo::exists(FileLock::lockFileOf(m_path)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

DEALSCAPE_TEST(FileLockTest, QCoreApplication)
#include "test_filelock.moc"
