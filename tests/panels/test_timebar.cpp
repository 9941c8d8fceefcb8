// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "panels/timebar.h"
#include "panels/timetrack.h"

#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace dealscape;
using namespace dealscape::panels;

class TimeBarTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_document = std::make_unique<document::Document>();
        m_document->openEmbedded();
        m_bar = std::make_unique<TimeBar>(*m_document);
        m_bar->resize(1200, 56);
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    }
    void cleanup() { m_bar.reset(); }

    void monthsHaveNoGaps()
    {
        const auto months = monthsOf(m_document->dataset());
        QVERIFY(months.size() > 24);
        for (std::size_t i = 1; i < months.size(); ++i)
            QCOMPARE(months[i].year * 12 + months[i].month, months[i - 1].year * 12 + months[i - 1].month + 1);
        QVERIFY(monthsOf(Dataset()).empty());
    }

    void oneEarlyDealTakesNoRoom()
    {
        Dataset dataset;
        for (int i = 0; i < 60; ++i) {
            Deal deal;
            deal.announced = {2025, 1 + i % 6, 0};
            dataset.deals.push_back(deal);
        }
        const auto early = [](int year) {
            Deal deal;
            deal.announced = {year, 3, 0};
            return deal;
        };
        dataset.deals.push_back(early(1999));
        QCOMPARE(monthsOf(dataset).size(), std::size_t(6));
        QVERIFY(monthsOf(dataset).front() == (Date{2025, 1, 0}));
        dataset.deals.push_back(early(2024));
        QVERIFY(monthsOf(dataset).front() == (Date{2024, 3, 0}));
        Dataset small;
        small.deals.push_back(early(2020));
        small.deals.push_back(early(2021));
        QCOMPARE(monthsOf(small).size(), std::size_t(13));
    }

    void stepsByMonthAndChangesSpeed()
    {
        TimeTrack &track = m_bar->track();
        const auto button = [&](const char *name) { return m_bar->findChild<QToolButton *>(QString::fromLatin1(name)); };
        button("monthBack")->click();
        button("monthBack")->click();
        button("monthOn")->click();
        QCOMPARE(track.value(), track.maximum() - 1);
        QVERIFY(m_document->perspective().filter.until);
        m_bar->play();
        button("monthOn")->click();
        QVERIFY(!m_bar->playing());
        for (const double speed : {2.0, 4.0, 0.5, 1.0}) {
            button("speed")->click();
            QCOMPARE(m_bar->speed(), speed);
        }
    }

    void slidingIsOneStep()
    {
        const document::Viewpoint before = m_document->viewpoint();
        const auto all = m_document->network().deals.size();
        TimeTrack &track = m_bar->track();
        QCOMPARE(track.value(), track.maximum());
        track.setValue(track.maximum() - 3);
        track.setValue(track.maximum() - 9);
        QVERIFY(m_document->perspective().filter.until == monthsOf(m_document->dataset())[static_cast<std::size_t>(track.maximum() - 9)]);
        QVERIFY(m_document->network().deals.size() < all);
        m_document->back();
        QVERIFY(m_document->viewpoint() == before);
        QCOMPARE(track.value(), track.maximum());
    }

    void somethingElseInBetweenEndsTheStep()
    {
        TimeTrack &track = m_bar->track();
        track.setValue(track.maximum() - 3);
        m_document->select(OrganizationId("openai"));
        const document::Viewpoint chosen = m_document->viewpoint();
        track.setValue(track.maximum() - 4);
        m_document->back();
        QVERIFY(m_document->viewpoint() == chosen);
    }

    void theRightEndSetsNoDate()
    {
        TimeTrack &track = m_bar->track();
        track.setValue(0);
        track.setValue(track.maximum());
        QVERIFY(!m_document->perspective().filter.until);
    }

    void saysWhatIsInViewSoFar()
    {
        const auto all = static_cast<int>(m_document->network().deals.size());
        QVERIFY(soFar(*m_document, all).startsWith(QStringLiteral("%1 deals: ").arg(all)));
        TimeTrack &track = m_bar->track();
        track.setValue(track.maximum() - 6);
        const auto some = m_document->network().deals.size();
        const QString words = soFar(*m_document, all);
        QVERIFY2(words.startsWith(QStringLiteral("%1 of %2 deals: ").arg(some).arg(all)), qPrintable(words));
        QVERIFY(words.contains('$'));
        QVERIFY2(track.accessibleDescription().contains(words), qPrintable(track.accessibleDescription()));
    }

    void playsToTheEndAndStops()
    {
        m_bar->setPace(1);
        QTest::keyClick(&m_bar->track(), Qt::Key_Space);
        QVERIFY(m_bar->playing());
        QCOMPARE(m_bar->track().value(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!m_bar->playing(), 60000);
        QCOMPARE(m_bar->track().value(), m_bar->track().maximum());
        QVERIFY(!m_document->perspective().filter.until);
        QCOMPARE(m_document->history().position(), std::size_t(1));
    }

    void spacePausesAndEscapeCloses()
    {
        QSignalSpy closed(m_bar.get(), &TimeBar::closeRequested);
        QTest::keyClick(&m_bar->track(), Qt::Key_Space);
        QTest::keyClick(&m_bar->track(), Qt::Key_Space);
        QVERIFY(!m_bar->playing());
        m_bar->play();
        m_document->back();
        QVERIFY(!m_bar->playing());
        m_bar->play();
        m_bar->hide();
        QVERIFY(!m_bar->playing());
        m_bar->show();
        QTest::keyClick(&m_bar->track(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void aClickGoesToItsMonth()
    {
        TimeTrack &track = m_bar->track();
        const int month = track.maximum() / 2;
        QTest::mouseClick(&track, Qt::LeftButton, {}, QPoint(qRound(track.positionOf(month)), 20));
        QCOMPARE(track.value(), month);
    }

    void theArticleHasNoDates()
    {
        Perspective reported = m_document->perspective();
        reported.asReported = true;
        m_document->setPerspective(reported);
        QVERIFY(!m_bar->track().isEnabled());
        m_bar->play();
        QVERIFY(!m_bar->playing());
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<TimeBar> m_bar;
};

DEALSCAPE_TEST(TimeBarTest, QApplication)
#include "test_timebar.moc"
