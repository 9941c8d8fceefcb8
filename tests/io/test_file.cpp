// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <QTest>

#include "samples.h"

#include "io/writer.h"

#include <memory>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

using namespace dealscape;
using namespace dealscape::io;

class FileTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsAFile();
    void readsTheShippedDataset();
    void missingFile();
    void folder();
    void tooLarge();
    void unreadable();
    void endlessDevice();
    void issuesNameThePath();
    void savesANewFile();
    void replacesAFile();
    void keepsPermissions();
    void newFilesObeyTheMask();
    void followsLinks();
    void replacesABrokenLinkWithAFile();
    void leavesTheOldFileWhenItCannotWrite();
    void cannotSaveIntoNothing();
    void cannotSaveOverAFolder();

private:
    std::string path(const char *name) const { return m_folder->filePath(QLatin1String(name)).toStdString(); }
    void write(const char *name, const QByteArray &bytes) const;
    QStringList names() const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FileTest::init()
{
    Case::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void FileTest::cleanup()
{
    m_folder.reset();
}

void FileTest::write(const char *name, const QByteArray &bytes) const
{
    QFile file(QString::fromStdString(path(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList FileTest::names() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

void FileTest::readsAFile()
{
    const Dataset dataset = samples::sound(samples::testFile("sound.json"));
    write("a.json", QByteArray::fromStdString(writeDataset(dataset)));
    const ReadResult result = readFile(path("a.json"));
    QVERIFY(result.issues.empty());
    QVERIFY(result.dataset == dataset);
}

void FileTest::readsTheShippedDataset()
{
    const ReadResult result = readFile((dealscape::testing::shippedData() + "/ai-infrastructure.json").toStdString());
    QCOMPARE(samples::described(result), QStringList());
    QVERIFY(!result.dataset->organizations.empty() && !result.dataset->deals.empty() && !result.dataset->claims.empty());
}

void FileTest::missingFile()
{
    const ReadResult result = readFile(path("none.json"));
    QVERIFY(!result.dataset);
    QCOMPARE(samples::described(result),
             QStringList(QString::fromStdString(path("none.json")) + ":1:1: error: cannot open the file: No such file or directory []"));
}

void FileTest::folder()
{
    const ReadResult result = readFile(m_folder->path().toStdString());
    QVERIFY(!result.dataset);
    QCOMPARE(result.issues.at(0).text, std::string("cannot read the file: it is a folder"));
}

void FileTest::tooLarge()
{
    write("a.json", QByteArray(1001, ' '));
    ReadLimits limits;
    limits.bytes = 1000;
    QCOMPARE(readFile(path("a.json"), limits).issues.at(0).text, std::string("the file is larger than 1000 bytes"));
    limits.bytes = 1001;
    QCOMPARE(readFile(path("a.json"), limits).issues.at(0).text, std::string("the file is empty"));
}

void FileTest::unreadable()
{
    if (::geteuid() == 0)
        QSKIP("permissions do not bind the superuser");
    write("a.json", "{}");
    ::chmod(path("a.json").c_str(), 0);
    const ReadResult result = readFile(path("a.json"));
    QVERIFY(!result.dataset);
    QCOMPARE(result.issues.at(0).text, std::string("cannot open the file: Permission denied"));
}

void FileTest::endlessDevice()
{
    ReadLimits limits;
    limits.bytes = 3'000'000;
    const ReadResult result = readFile("/dev/zero", limits);
    QVERIFY(!result.dataset);
    QCOMPARE(result.issues.at(0).text, std::string("the file is larger than 3000000 bytes"));
    QCOMPARE(readFile("/dev/null").issues.at(0).text, std::string("the file is empty"));
}

void FileTest::issuesNameThePath()
{
    write("a b.json", "{\n  \"format\": 1\n}");
    const ReadResult result = readFile(path("a b.json"));
    QCOMPARE(samples::described(result),
             QStringList(QString::fromStdString(path("a b.json")) +
                         ":2:13: error: this is no Dealscape file: its format must be \"dealscape\" [/format]"));
}

void FileTest::savesANewFile()
{
    const Dataset dataset = samples::sound(samples::testFile("sound.json"));
    QVERIFY(saveFile(path("new.json"), dataset));
    QCOMPARE(names(), QStringList("new.json"));
    QVERIFY(readFile(path("new.json")).dataset == dataset);
    QCOMPARE(samples::file(QString::fromStdString(path("new.json"))), QByteArray::fromStdString(writeDataset(dataset)));
}

void FileTest::replacesAFile()
{
    write("a.json", QByteArray(100'000, 'x'));
    Dataset dataset;
    dataset.title = "short";
    QVERIFY(saveFile(path("a.json"), dataset));
    QCOMPARE(names(), QStringList("a.json"));
    QVERIFY(readFile(path("a.json")).dataset == dataset);
}

void FileTest::keepsPermissions()
{
    write("a.json", "{}");
    for (mode_t mode : {0600U, 0644U, 0640U, 0666U}) {
        QCOMPARE(::chmod(path("a.json").c_str(), mode), 0);
        QVERIFY(saveFile(path("a.json"), Dataset()));
        struct stat status = {};
        QCOMPARE(::stat(path("a.json").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, mode);
    }
}

void FileTest::newFilesObeyTheMask()
{
    const mode_t before = ::umask(027);
    const auto saved = saveFile(path("a.json"), Dataset());
    ::umask(before);
    QVERIFY(saved);
    struct stat status = {};
    QCOMPARE(::stat(path("a.json").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, mode_t(0640));
}

void FileTest::followsLinks()
{
    QVERIFY(QDir(m_folder->path()).mkdir("deep"));
    write("deep/real.json", "{}");
    QVERIFY(QFile::link("deep/real.json", QString::fromStdString(path("link.json"))));
    QVERIFY(saveFile(path("link.json"), Dataset()));
    QVERIFY(QFileInfo(QString::fromStdString(path("link.json"))).isSymLink());
    QVERIFY(readFile(path("deep/real.json")).dataset == Dataset());
    QCOMPARE(names(), QStringList({"deep", "link.json"}));
}

void FileTest::replacesABrokenLinkWithAFile()
{
    QVERIFY(QFile::link("nowhere.json", QString::fromStdString(path("link.json"))));
    QVERIFY(saveFile(path("link.json"), Dataset()));
    QVERIFY(readFile(path("link.json")).dataset == Dataset());
}

void FileTest::leavesTheOldFileWhenItCannotWrite()
{
    if (::geteuid() == 0)
        QSKIP("permissions do not bind the superuser");
    write("a.json", "old");
    QCOMPARE(::chmod(path("a.json").c_str(), 0400), 0);
    const auto failed = saveFile(path("a.json"), Dataset());
    QVERIFY(!failed);
    QCOMPARE(samples::file(QString::fromStdString(path("a.json"))), QByteArray("old"));
    QCOMPARE(names(), QStringList("a.json"));
}

void FileTest::cannotSaveIntoNothing()
{
    const auto failed = saveFile(path("none/a.json"), Dataset());
    QVERIFY(!failed);
    QVERIFY(failed.error().severity == Severity::Error);
    QCOMPARE(QString::fromStdString(describe(failed.error())),
             QString::fromStdString(path("none/a.json")) + ":1:1: error: cannot write the file: No such file or directory []");
    QVERIFY(names().isEmpty());
}

void FileTest::cannotSaveOverAFolder()
{
    QVERIFY(QDir(m_folder->path()).mkdir("folder"));
    const auto failed = saveFile(path("folder"), Dataset());
    QVERIFY(!failed);
    QCOMPARE(failed.error().text, std::string("cannot write the file: Is a directory"));
    QCOMPARE(names(), QStringList("folder"));
}

DEALSCAPE_TEST(FileTest, dealscape::testing::NoApplication)
#include "test_file.moc"
