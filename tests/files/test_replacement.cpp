// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fulldisk.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <QTest>

#include "files/replacement.h"

#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace dealscape;

namespace {

/// What was brought to the disk, in order: the size of a file or "folder", then the size that the watched name had at that moment.
class Synchronised {
public:
    explicit Synchronised(std::string watched, int error = 0) : m_watched(std::move(watched)), m_error(error) { s_current = this; }
    ~Synchronised() { s_current = nullptr; }
    Synchronised(const Synchronised &) = delete;
    Synchronised &operator=(const Synchronised &) = delete;

    QStringList calls;

    static int note(int number)
    {
        if (!s_current)
            return static_cast<int>(::syscall(SYS_fsync, number));
        struct stat status = {};
        ::fstat(number, &status);
        const QString what = S_ISDIR(status.st_mode) ? QStringLiteral("folder") : QString::number(status.st_size);
        s_current->calls += what + u'/' + QString::number(QFileInfo(QString::fromStdString(s_current->m_watched)).size());
        errno = s_current->m_error;
        return s_current->m_error ? -1 : 0;
    }

private:
    static inline Synchronised *s_current = nullptr;
    std::string m_watched;
    int m_error;
};

struct stat statusOf(const std::string &path)
{
    struct stat status = {};
    ::lstat(path.c_str(), &status);
    return status;
}

} // namespace

/// Stands before the one of the C library in this program.
extern "C" int fsync(int number)
{
    return Synchronised::note(number);
}

class ReplacementTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void makesAndReplaces()
    {
        QVERIFY(files::replace(path("a"), "one"));
        QCOMPARE(content("a"), QByteArray("one"));
        QVERIFY(files::replace(path("a"), std::string(300'000, 'x')));
        QCOMPARE(content("a").size(), 300'000);
        QVERIFY(files::replace(path("a"), ""));
        QVERIFY(content("a").isEmpty());
        QCOMPARE(names(), QStringList("a"));
    }

    void isOnTheDiskBeforeItTakesTheName_data()
    {
        QTest::addColumn<bool>("linked");
        QTest::addColumn<QStringList>("calls");
        QTest::newRow("renamed") << false << QStringList{QStringLiteral("5000/3"), QStringLiteral("folder/5000")};
        QTest::newRow("written over, for a hard link") << true << QStringList{QStringLiteral("5000/5000")};
    }
    void isOnTheDiskBeforeItTakesTheName()
    {
        QFETCH(bool, linked);
        put("a", "OLD");
        if (linked)
            QCOMPARE(::link(path("a").c_str(), path("b").c_str()), 0);
        const Synchronised disk(path("a"));
        QVERIFY(files::replace(path("a"), std::string(5'000, 'x')));
        QTEST(disk.calls, "calls");
    }

    void aDiskThatFailsKeepsTheOldFile()
    {
        put("a", "OLD");
        {
            const Synchronised disk(path("a"), EIO);
            const auto written = files::replace(path("a"), std::string(5'000, 'x'));
            QVERIFY(!written);
            QCOMPARE(written.error(), std::string(std::strerror(EIO)));
        }
        QCOMPARE(content("a"), QByteArray("OLD"));
        QCOMPARE(names(), QStringList("a"));
    }

    void fullDiskKeepsTheOldFile_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("linked");
        for (const int size : {200, 5'000, 16'000, 100'000})
            for (const bool linked : {false, true})
                QTest::addRow("%d bytes%s", size, linked ? ", written over" : "") << size << linked;
    }
    void fullDiskKeepsTheOldFile()
    {
        QFETCH(int, size);
        QFETCH(bool, linked);
        put("a", "OLD");
        if (linked)
            QCOMPARE(::link(path("a").c_str(), path("b").c_str()), 0);
        {
            const dealscape::testing::FullDisk disk(100);
            const auto written = files::replace(path("a"), std::string(static_cast<std::size_t>(size), 'x'));
            QVERIFY(!written);
            QCOMPARE(written.error(), std::string(std::strerror(EFBIG)));
        }
        QCOMPARE(content("a"), QByteArray("OLD"));
        QCOMPARE(names(), linked ? QStringList({"a", "b"}) : QStringList("a"));
    }

    void whatIsNotCommittedLeavesNothing()
    {
        put("a", "OLD");
        {
            auto file = files::Replacement::open(path("a"));
            QVERIFY(file && file->write("new"));
            auto other = files::Replacement::open(path("b"));
            QVERIFY(other && other->write("new"));
        }
        QCOMPARE(content("a"), QByteArray("OLD"));
        QCOMPARE(names(), QStringList("a"));
    }

    void keepsHardLinks()
    {
        put("a", "OLD");
        QCOMPARE(::link(path("a").c_str(), path("b").c_str()), 0);
        for (const char *next : {"a longer content than before", "x"}) {
            QVERIFY(files::replace(path("a"), next));
            QCOMPARE(content("b"), QByteArray(next));
        }
        QCOMPARE(statusOf(path("a")).st_ino, statusOf(path("b")).st_ino);
    }

    void keepsPermissionsOwnerAndGroup()
    {
        put("a", "OLD");
        QCOMPARE(::chmod(path("a").c_str(), 0640), 0);
        const bool root = ::geteuid() == 0;
        if (root)
            QCOMPARE(::chown(path("a").c_str(), 1, 60), 0);
        QVERIFY(files::replace(path("a"), "new"));
        const struct stat status = statusOf(path("a"));
        QCOMPARE(status.st_mode & 07777U, mode_t(0640));
        QCOMPARE(status.st_uid, root ? uid_t(1) : ::geteuid());
        if (root)
            QCOMPARE(status.st_gid, gid_t(60));
    }

    void keepsAttributes()
    {
        put("a", "OLD");
        if (::setxattr(path("a").c_str(), "user.origin", "desk", 4, 0) != 0)
            QSKIP("the folder for temporary files keeps no attributes");
        QVERIFY(files::replace(path("a"), "new"));
        char value[8] = {};
        QCOMPARE(::getxattr(path("a").c_str(), "user.origin", value, sizeof value), ssize_t(4));
        QCOMPARE(QByteArray(value), QByteArray("desk"));
    }

    void newFilesObeyTheMask()
    {
        const mode_t before = ::umask(027);
        const bool written = files::replace(path("a"), "new").has_value();
        ::umask(before);
        QVERIFY(written);
        QCOMPARE(statusOf(path("a")).st_mode & 07777U, mode_t(0640));
    }

    void followsLinks()
    {
        QVERIFY(QDir(m_folder->path()).mkdir("deep"));
        put("deep/real", "OLD");
        QCOMPARE(::symlink("deep/real", path("link").c_str()), 0);
        QCOMPARE(::symlink("link", path("deep/second").c_str()), 0);
        QCOMPARE(::symlink("deep/nothing", path("dangling").c_str()), 0);
        QVERIFY(files::replace(path("link"), "new"));
        QCOMPARE(content("deep/real"), QByteArray("new"));
        QVERIFY(S_ISLNK(statusOf(path("link")).st_mode));
        QVERIFY(files::replace(path("dangling"), "made"));
        QCOMPARE(content("deep/nothing"), QByteArray("made"));
        QVERIFY(S_ISLNK(statusOf(path("dangling")).st_mode));
    }

    void refusesCircularLinks()
    {
        QCOMPARE(::symlink("b", path("a").c_str()), 0);
        QCOMPARE(::symlink("a", path("b").c_str()), 0);
        const auto written = files::replace(path("a"), "new");
        QVERIFY(!written);
        QCOMPARE(written.error(), std::string(std::strerror(ELOOP)));
    }

    void longNames()
    {
        const std::string name(255, 'n');
        put(name.c_str(), "OLD");
        QVERIFY(files::replace(path(name.c_str()), "new"));
        QCOMPARE(content(name.c_str()), QByteArray("new"));
    }

    void writesThroughPipes()
    {
        QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
        const auto lonely = files::replace(path("pipe"), "new");
        QVERIFY(!lonely);
        QCOMPARE(lonely.error(), std::string("Nobody reads from this pipe"));
        const int reading = ::open(path("pipe").c_str(), O_RDONLY | O_NONBLOCK);
        QVERIFY(reading >= 0);
        const auto written = files::replace(path("pipe"), "through");
        QVERIFY(written && *written == files::Stamp());
        char bytes[16] = {};
        QCOMPARE(::read(reading, bytes, sizeof bytes), ssize_t(7));
        QCOMPARE(QByteArray(bytes), QByteArray("through"));
        ::close(reading);
        QVERIFY(S_ISFIFO(statusOf(path("pipe")).st_mode));
    }

    void survivesALostReader()
    {
        QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
        const int reading = ::open(path("pipe").c_str(), O_RDONLY | O_NONBLOCK);
        auto file = files::Replacement::open(path("pipe"));
        QVERIFY(file);
        ::close(reading);
        QVERIFY(!file->write("lost"));
        QCOMPARE(file->reason(), std::string(std::strerror(EPIPE)));
        QVERIFY(!file->commit());
    }

    void writesToDevices()
    {
        QVERIFY(files::replace("/dev/null", "gone"));
        const auto full = files::replace("/dev/full", "gone");
        QVERIFY(!full);
        QCOMPARE(full.error(), std::string(std::strerror(ENOSPC)));
        QVERIFY(S_ISCHR(statusOf("/dev/null").st_mode) && S_ISCHR(statusOf("/dev/full").st_mode));
    }

    void refusesWhatIsNoFile()
    {
        QVERIFY(QDir(m_folder->path()).mkdir("folder"));
        QCOMPARE(files::replace(path("folder"), "x").error(), std::string(std::strerror(EISDIR)));
        QCOMPARE(files::replace(path("none/a"), "x").error(), std::string(std::strerror(ENOENT)));
        QCOMPARE(files::replace("", "x").error(), std::string(std::strerror(ENOENT)));
        const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path("socket").c_str(), sizeof address.sun_path);
        QCOMPARE(::bind(listening, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(files::replace(path("socket"), "x").error(), std::string("Not a regular file"));
        ::close(listening);
    }

    void respectsPermissions()
    {
        if (::geteuid() == 0)
            QSKIP("permissions do not bind the superuser");
        put("a", "OLD");
        QCOMPARE(::chmod(path("a").c_str(), 0444), 0);
        QCOMPARE(files::replace(path("a"), "new").error(), std::string(std::strerror(EACCES)));
        QCOMPARE(content("a"), QByteArray("OLD"));
    }

    void writesOverWhereTheFolderTakesNoFile()
    {
        if (::geteuid() == 0)
            QSKIP("permissions do not bind the superuser");
        put("a", "OLD");
        QCOMPARE(::chmod(m_folder->path().toLocal8Bit().constData(), 0500), 0);
        const bool written = files::replace(path("a"), "new content").has_value();
        const bool made = files::replace(path("b"), "new content").has_value();
        ::chmod(m_folder->path().toLocal8Bit().constData(), 0700);
        QVERIFY(written && !made);
        QCOMPARE(content("a"), QByteArray("new content"));
    }

    void manyAtOnce()
    {
        std::vector<std::thread> writers;
        for (int i = 0; i < 8; ++i)
            writers.emplace_back([this, i] {
                for (int round = 0; round < 20; ++round)
                    files::replace(path("a"), std::string(20'000, static_cast<char>('0' + i)));
            });
        for (std::thread &writer : writers)
            writer.join();
        const QByteArray last = content("a");
        QCOMPARE(last, QByteArray(20'000, last.at(0)));
        QCOMPARE(names(), QStringList("a"));
    }

private:
    std::string path(const char *name) const { return (m_folder->path() + QLatin1Char('/') + QLatin1String(name)).toStdString(); }
    void put(const char *name, const QByteArray &bytes) const
    {
        QFile file(QString::fromStdString(path(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QByteArray content(const char *name) const
    {
        QFile file(QString::fromStdString(path(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

DEALSCAPE_TEST(ReplacementTest, dealscape::testing::NoApplication)
#include "test_replacement.moc"
