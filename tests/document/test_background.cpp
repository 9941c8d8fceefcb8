// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "document/background.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>
#include <QThreadPool>

using namespace dealscape;
using namespace dealscape::document;

class BackgroundTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QThreadPool::globalInstance()->waitForDone(); }

    void deliversInItsOwnThread()
    {
        Background background;
        QSignalSpy ended(&background, &Background::ended);
        QThread *computed = nullptr;
        QThread *delivered = nullptr;
        int result = 0;
        background.run<int>(
            [&](const Progress &) {
                computed = QThread::currentThread();
                return 42;
            },
            [&](int answer) {
                delivered = QThread::currentThread();
                result = answer;
            });
        QVERIFY(background.running());
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(result, 42);
        QCOMPARE(delivered, thread());
        QVERIFY(computed && computed != thread());
        QVERIFY(!background.running());
    }

    void tellsItsProgress()
    {
        Background background;
        QSignalSpy advanced(&background, &Background::advanced);
        QSignalSpy ended(&background, &Background::ended);
        background.run<int>(
            [](const Progress &progress) {
                for (const double share : {0.5, 0.501, 0.502, 0.75})
                    progress(share);
                return 0;
            },
            [](int) {});
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(advanced.count(), 2);
        QCOMPARE(advanced.front().front().toDouble(), 0.5);
        QCOMPARE(advanced.back().front().toDouble(), 0.75);
    }

    void dropsWhatIsNoLongerWanted()
    {
        Background background;
        QSemaphore started;
        int delivered = 0;
        const auto untilStopped = [&](const Progress &progress) {
            started.release();
            while (!progress.stop())
                QThread::yieldCurrentThread();
            return 1;
        };
        background.run<int>(untilStopped, [&](int) { delivered += 100; });
        started.acquire();
        QSignalSpy ended(&background, &Background::ended);
        background.run<int>([](const Progress &) { return 2; }, [&](int answer) { delivered += answer; });
        QCOMPARE(ended.count(), 1);
        QTRY_COMPARE(delivered, 2);
    }

    void whatIsCancelledBeforeItBeginsNeverDoes()
    {
        QThreadPool &pool = *QThreadPool::globalInstance();
        const int threads = pool.maxThreadCount();
        pool.setMaxThreadCount(1);
        QSemaphore gate;
        pool.start([&] { gate.acquire(); });
        bool computed = false;
        Background background;
        background.run<int>(
            [&](const Progress &) {
                computed = true;
                return 1;
            },
            [](int) {});
        background.cancel();
        gate.release();
        pool.waitForDone();
        pool.setMaxThreadCount(threads);
        QVERIFY(!computed && !background.running());
    }

    void endsWithItsOwner()
    {
        QSemaphore started;
        bool delivered = false;
        {
            Background background;
            background.run<int>(
                [&](const Progress &progress) {
                    started.release();
                    while (!progress.stop())
                        QThread::yieldCurrentThread();
                    return 1;
                },
                [&](int) { delivered = true; });
            started.acquire();
        }
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!delivered);
    }
};

DEALSCAPE_TEST(BackgroundTest, QCoreApplication)
#include "test_background.moc"
