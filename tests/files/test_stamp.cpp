// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QFile>
#include <QTemporaryDir>

#include <QTest>

#include "files/replacement.h"

#include <fcntl.h>
#include <sys/stat.h>

using namespace dealscape;

/// Whether what another program did to a file is noticed, and what it did not is not.
class StampTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void nothingHappened()
    {
        const auto stamp = files::replace(path(), "content");
        QVERIFY(stamp && *stamp != files::Stamp());
        QVERIFY(!files::changedSince(path(), *stamp));
    }

    void ourOwnSecondWriting()
    {
        QVERIFY(files::replace(path(), "first"));
        const auto stamp = files::replace(path(), "second");
        QVERIFY(stamp && !files::changedSince(path(), *stamp));
    }

    void changes_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("longer") << QByteArray("content and more");
        QTest::newRow("of one size") << QByteArray("CONTENT");
        QTest::newRow("empty") << QByteArray();
    }
    void changes()
    {
        QFETCH(QByteArray, content);
        const auto stamp = files::replace(path(), "content");
        rewrite(content);
        QVERIFY(files::changedSince(path(), *stamp));
    }

    void replacedByTheSame()
    {
        const auto stamp = files::replace(path(), "content");
        rewrite("content");
        QVERIFY(!files::changedSince(path(), *stamp));
        QVERIFY(files::replace(path(), "content"));
        QVERIFY(!files::changedSince(path(), *stamp));
        QVERIFY(files::replace(path(), "CONTENT"));
        QVERIFY(files::changedSince(path(), *stamp));
    }

    void removed()
    {
        const auto stamp = files::replace(path(), "content");
        QVERIFY(QFile::remove(QString::fromStdString(path())));
        QVERIFY(files::changedSince(path(), *stamp));
        QCOMPARE(::mkfifo(path().c_str(), 0600), 0);
        QVERIFY(files::changedSince(path(), *stamp));
    }

private:
    std::string path() const { return m_folder->filePath(QStringLiteral("a.json")).toStdString(); }

    /// Writes in place as another program does, with another time.
    void rewrite(const QByteArray &content)
    {
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const timespec times[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
        QCOMPARE(::utimensat(AT_FDCWD, path().c_str(), times, 0), 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

DEALSCAPE_TEST(StampTest, dealscape::testing::NoApplication)
#include "test_stamp.moc"
