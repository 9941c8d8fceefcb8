// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain.h"
#include "testmain.h"

#include <QTest>

#include "diagram/waiting.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

#include <cmath>

using namespace dealscape;
using namespace dealscape::diagram;

class WaitingTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void aSmallNetworkIsNotWaitedFor()
    {
        QWidget window;
        document::Document document;
        document::PictureJob job(document);
        Waiting waiting(document, job, &window, 0);
        job.setCanvas({1504, 904});
        document.adopt("small", sample::chain(20));
        QCoreApplication::processEvents();
        QVERIFY(waiting.isHidden());
    }

    void aLargeOneSaysHowFarItIsAndCanBeStopped()
    {
        QWidget window;
        window.resize(900, 600);
        document::Document document;
        document::PictureJob job(document);
        Waiting waiting(document, job, &window, 0);
        job.setCanvas({1504, 904});
        QSignalSpy placed(&job, &document::PictureJob::placedAnew);
        document.adopt("large", sample::chain(6000));
        QVERIFY(job.running());
        QTRY_VERIFY(!waiting.isHidden());
        QCOMPARE(waiting.findChild<QLabel *>()->text(), QStringLiteral("Arranging 6,001 organisations"));
        QVERIFY(window.rect().contains(waiting.geometry()));
        QTRY_VERIFY(waiting.findChild<QProgressBar *>()->value() > 0);
        waiting.findChild<QPushButton *>()->click();
        QTRY_COMPARE(placed.size(), 1);
        QVERIFY(waiting.isHidden());
        QVERIFY(!job.running());
        for (const layout::Point &point : job.placed()->placement.nodes)
            QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
    }
};

DEALSCAPE_TEST(WaitingTest, QApplication)
#include "test_waiting.moc"
