// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fulldisk.h"
#include "testmain.h"

#include <QTest>

#include "document/document.h"
#include "document/editing.h"
#include "document/recovery.h"
#include "io/reader.h"
#include "io/writer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace dealscape;
using namespace dealscape::document;

namespace {

constexpr const char *childFolder = "DEALSCAPE_RECOVERY_CHILD";

/// A number that somebody who runs the test by hand may choose.
int chosen(const char *name, int otherwise)
{
    const int value = qEnvironmentVariableIntValue(name);
    return value > 0 ? value : otherwise;
}

/// The number of the last change that a file holds, -1 for no file; a damaged one fails the test.
int lastChangeIn(const QString &path)
{
    if (!QFile::exists(path))
        return -1;
    const io::ReadResult read = io::readFile(path.toStdString());
    if (!read.dataset)
        QTest::qFail(qPrintable(path + QStringLiteral(" is damaged: ") + QString::fromStdString(io::describe(read.issues.front()))),
                     __FILE__, __LINE__);
    return read.dataset ? QString::fromStdString(read.dataset->title).toInt() : -1;
}

/// A dataset whose file has at least so many bytes.
Dataset datasetOf(std::size_t bytes)
{
    Document document;
    document.openEmbedded();
    Dataset dataset = document.dataset();
    dataset.title = "0";
    const std::size_t start = io::writeDataset(dataset).size();
    const Deal model = std::as_const(dataset.deals).front();
    Dataset one = dataset;
    one.deals.push_back(model);
    const std::size_t each = io::writeDataset(one).size() - start;
    for (std::size_t i = 0; start + i * each < bytes; ++i) {
        Deal deal = model;
        deal.id = DealId("more-" + std::to_string(i));
        dataset.deals.push_back(deal);
    }
    return dataset;
}

/// A process that edits and saves, and what it has said of it.
struct Victim {
    explicit Victim(const std::string &file)
    {
        QFile own(folder.filePath(QStringLiteral("own.txt")));
        QVERIFY(own.open(QIODevice::WriteOnly) && own.write(file.data(), static_cast<qint64>(file.size())) >= 0);
        own.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(childFolder), folder.path());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("recovery"), QStringLiteral("edits")});
        QVERIFY(child.waitForStarted());
        wait = 100 + static_cast<int>(QRandomGenerator::global()->bounded(5000));
    }

    /// Kills it once its time has come; false before.
    bool over()
    {
        child.waitForReadyRead(10);
        while (child.canReadLine())
            if (const int number = child.readLine().trimmed().toInt(); number > 0) {
                if (changes.empty())
                    clock.start();
                changes.emplace_back(clock.elapsed(), number);
            }
        if (changes.empty() || clock.elapsed() < wait)
            return false;
        killed = clock.elapsed();
        child.kill();
        return child.waitForFinished();
    }

    /// The last change that any of its files holds.
    int kept() const
    {
        int last = lastChangeIn(folder.filePath(QStringLiteral("own.txt")));
        for (const Remains &remains : Recovery::left(folder.path()))
            last = std::max(last, lastChangeIn(remains.file));
        return last;
    }
    /// The last change that is older than so many milliseconds.
    int due(qint64 age) const
    {
        int last = 0;
        for (const auto &[when, number] : changes)
            if (when < killed - age)
                last = number;
        return last;
    }

    QTemporaryDir folder;
    QProcess child;
    QElapsedTimer clock;
    int wait = 0;
    qint64 killed = 0;
    /// When a change was heard of, in milliseconds since the first, and its number.
    std::vector<std::pair<qint64, int>> changes;
};

} // namespace

class RecoveryTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrittenForWhatIsSaved();
    void whatIsDroppedIsNotWrittenLater();
    void unsavedChangesComeBack();
    void withoutItsFileItIsANewDataset();
    void damagedRemainsAreTold();
    void aFullDiskLosesNothing();
    void aFolderThatTakesNothingIsTold();
    void edits();
    void outlivesKills();
};

void RecoveryTest::nothingIsWrittenForWhatIsSaved()
{
    QTemporaryDir folder;
    Document document;
    Recovery recovery(document, folder.path());
    document.openEmbedded();
    addOrganization(document, QStringLiteral("Acme"));
    QVERIFY(recovery.flush());
    QVERIFY(QFile::exists(recovery.file()));
    QVERIFY(document.save(folder.filePath(QStringLiteral("own.txt"))));
    QVERIFY(!QFile::exists(recovery.file()));
    addOrganization(document, QStringLiteral("Bolt"));
    QVERIFY(recovery.flush());
    QVERIFY(QFile::exists(recovery.file()));
    document.undoStack().undo();
    QVERIFY(!QFile::exists(recovery.file()));
}

void RecoveryTest::whatIsDroppedIsNotWrittenLater()
{
    QTemporaryDir folder;
    Document document;
    Recovery recovery(document, folder.path());
    document.openEmbedded();
    QThreadPool &pool = *QThreadPool::globalInstance();
    const int threads = pool.maxThreadCount();
    pool.setMaxThreadCount(1);
    QSemaphore gate;
    pool.start([&] { gate.acquire(); });
    addOrganization(document, QStringLiteral("Acme"));
    const QList<QTimer *> timers = recovery.findChildren<QTimer *>();
    const bool due = QTest::qWaitFor([&] { return std::ranges::none_of(timers, &QTimer::isActive); });
    document.undoStack().undo();
    gate.release();
    pool.waitForDone();
    pool.setMaxThreadCount(threads);
    QVERIFY(due);
    QVERIFY(!QFile::exists(recovery.file()));
}

void RecoveryTest::unsavedChangesComeBack()
{
    QTemporaryDir folder;
    const QString own = folder.filePath(QStringLiteral("own.txt"));
    const QString left = folder.filePath(QStringLiteral("left.json"));
    Dataset changed;
    {
        Document document;
        Recovery recovery(document, folder.path());
        document.openEmbedded();
        QVERIFY(document.save(own));
        addOrganization(document, QStringLiteral("Acme"));
        changed = document.dataset();
        QVERIFY(recovery.flush());
        QVERIFY(Recovery::left(folder.path()).empty());
        for (const char *ending : {"", ".about"})
            QVERIFY(QFile::copy(recovery.file() + QLatin1String(ending), left + QLatin1String(ending)));
    }
    const auto remains = Recovery::left(folder.path());
    QCOMPARE(remains.size(), std::size_t(1));
    QCOMPARE(remains[0].path, own);
    QCOMPARE(remains[0].origin, Origin::File);
    Document document;
    QVERIFY(recover(document, remains[0]));
    QCOMPARE(document.path(), own);
    QVERIFY(document.dataset() == changed && document.modified());
    document.undoStack().undo();
    QVERIFY(!document.modified());
    Recovery::discard(remains[0]);
    QVERIFY(Recovery::left(folder.path()).empty());
}

void RecoveryTest::withoutItsFileItIsANewDataset()
{
    QTemporaryDir folder;
    Document before;
    before.openEmbedded();
    const QString file = folder.filePath(QStringLiteral("left.json"));
    QVERIFY(before.save(file));
    Document document;
    QVERIFY(recover(document, {file, folder.filePath(QStringLiteral("gone.json")), Origin::File, {}}));
    QCOMPARE(document.origin(), Origin::New);
    QVERIFY(document.modified());
    QVERIFY(document.dataset() == before.dataset());
}

void RecoveryTest::damagedRemainsAreTold()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("left.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    Document document;
    document.openEmbedded();
    const auto recovered = recover(document, {file.fileName(), {}, Origin::New, {}});
    QVERIFY(!recovered);
    QVERIFY2(QString::fromStdString(recovered.error()).contains(QStringLiteral("left.json:1:")), recovered.error().c_str());
    QCOMPARE(document.origin(), Origin::Embedded);
    QVERIFY(!document.modified());
}

void RecoveryTest::aFullDiskLosesNothing()
{
    QTemporaryDir folder;
    const QString own = folder.filePath(QStringLiteral("own.json"));
    Document document;
    Recovery recovery(document, folder.filePath(QStringLiteral("recovery")));
    QSignalSpy failed(&recovery, &Recovery::failed);
    document.openEmbedded();
    QVERIFY(document.save(own));
    addOrganization(document, QStringLiteral("Acme"));
    QVERIFY(recovery.flush());
    const Dataset kept = document.dataset();
    addOrganization(document, QStringLiteral("Bolt"));
    {
        // Between that of the small file about the changes and that of the dataset.
        const dealscape::testing::FullDisk full(20'000);
        const auto saved = document.save(own);
        QVERIFY(!saved);
        QVERIFY2(QString::fromStdString(saved.error()).contains(QStringLiteral("own.json")), saved.error().c_str());
        QVERIFY(!recovery.flush());
        QVERIFY(!recovery.flush());
    }
    QCoreApplication::processEvents();
    QCOMPARE(failed.size(), 1);
    QVERIFY(document.modified());
    const io::ReadResult old = io::readFile(own.toStdString());
    QVERIFY(old.dataset && old.dataset->organizations.size() + 2 == document.dataset().organizations.size());
    const io::ReadResult apart = io::readFile(recovery.file().toStdString());
    QVERIFY(apart.dataset && *apart.dataset == kept);
    QVERIFY(recovery.flush());
    QVERIFY(document.save(own));
    QVERIFY(!document.modified());
}

void RecoveryTest::aFolderThatTakesNothingIsTold()
{
    QTemporaryDir folder;
    Document document;
    document.openEmbedded();
    addOrganization(document, QStringLiteral("Acme"));
    for (const QString &path : {folder.filePath(QStringLiteral("missing/own.json")), folder.path(), QStringLiteral("/proc/own.json")}) {
        const auto saved = document.save(path);
        QVERIFY2(!saved, qPrintable(path));
        QVERIFY2(QString::fromStdString(saved.error()).contains(QStringLiteral("cannot write the file: ")), saved.error().c_str());
        QVERIFY(document.modified());
        QCOMPARE(document.origin(), Origin::Embedded);
    }
    Recovery recovery(document, QStringLiteral("/proc/recovery"));
    QVERIFY(!recovery.flush());
}

/// Edits and saves until it is killed: the other half of outlivesKills(), in a process of its own.
void RecoveryTest::edits()
{
    const QString folder = qEnvironmentVariable(childFolder);
    if (folder.isEmpty())
        QSKIP("run by outlivesKills() in a process of its own");
    Document document;
    Recovery recovery(document, folder);
    const QString own = QDir(folder).filePath(QStringLiteral("own.txt"));
    QVERIFY(document.open(own));
    int number = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        Dataset next = document.dataset();
        next.title = std::to_string(++number);
        document.edit(QStringLiteral("Edit title"), next, "title");
        std::printf("%d\n", number);
        std::fflush(stdout);
        if (number % 100 == 0 && !document.save(own))
            std::abort();
    });
    timer.start(25);
    QEventLoop().exec();
}

/// By hand with DEALSCAPE_KILLS=1000 DEALSCAPE_KILL_BYTES=5000000 DEALSCAPE_KILL_AGE=2000 on optimised code. The age is what may be lost
/// at most, in milliseconds; other tests may take the processors here, so it is more than is promised.
void RecoveryTest::outlivesKills()
{
    const int kills = chosen("DEALSCAPE_KILLS", 24);
    const int age = chosen("DEALSCAPE_KILL_AGE", 6000);
    const std::size_t atOnce = static_cast<std::size_t>(chosen("DEALSCAPE_KILLS_AT_ONCE", 6));
    const std::string file = io::writeDataset(datasetOf(static_cast<std::size_t>(chosen("DEALSCAPE_KILL_BYTES", 100'000))));
    int inRecovery = 0;
    for (int begun = 0, ended = 0; ended < kills;) {
        std::vector<std::unique_ptr<Victim>> victims;
        for (; victims.size() < atOnce && begun < kills; ++begun)
            victims.push_back(std::make_unique<Victim>(file));
        QElapsedTimer patience;
        patience.start();
        while (!victims.empty()) {
            QVERIFY2(patience.elapsed() < 120'000, "the other processes did not begin");
            for (auto &victim : victims)
                if (victim->over()) {
                    const int kept = victim->kept();
                    const int due = victim->due(age);
                    QVERIFY2(kept >= due,
                             qPrintable(QStringLiteral("change %1 was made %2 ms before the kill, %3 is the last kept")
                                            .arg(QString::number(due), QString::number(age), QString::number(kept))));
                    inRecovery += !Recovery::left(victim->folder.path()).empty();
                    ++ended;
                    victim.reset();
                }
            std::erase(victims, nullptr);
        }
    }
    qInfo("%d kills, %d of them left something to recover", kills, inRecovery);
    QVERIFY(inRecovery > 0);
}

DEALSCAPE_TEST(RecoveryTest, QGuiApplication)
#include "test_recovery.moc"
