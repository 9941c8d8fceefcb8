// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "panels/timebar.h"
#include "panels/timetrack.h"
#include "sample.h"
#include "sights.h"

#include <QSignalSpy>
#include <QToolButton>

using namespace dealscape;
using namespace dealscape::panels;
using sample::billions;
using sample::Sample;

/// The time bar under the hand: dragged, walked by keyboard, and set by what else filters dates.
class TimeJourneysTest : public dealscape::testing::Case {
    Q_OBJECT

    /// A deal of so many billions in each of these months.
    static Dataset announced(const std::vector<std::pair<Date, int>> &deals)
    {
        Sample sample;
        sample.organization("payer", LayerStyle::Models).organization("payee", LayerStyle::Cloud);
        for (const auto &[date, amount] : deals)
            sample.deal("payer", "payee", FlowClass::Compute, billions(amount)).announced = date;
        return sample.dataset();
    }
    static Dataset threeYears()
    {
        return announced({{{2024, 1, 15}, 1}, {{2024, 6, 0}, 2}, {{2025, 0, 0}, 4}, {{2025, 12, 31}, 8}, {{2026, 3, 3}, 16}});
    }

    void open(Dataset dataset)
    {
        m_bar.reset();
        m_document = sights::opened(std::move(dataset));
        m_bar = std::make_unique<TimeBar>(*m_document);
        m_bar->resize(1200, 64);
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    }
    TimeTrack &track() { return m_bar->track(); }
    QPoint at(double month) { return {qRound(track().positionOf(month)), 20}; }
    void until(const std::optional<Date> &date)
    {
        Perspective next = m_document->perspective();
        next.filter.until = date;
        m_document->setPerspective(next);
    }
    bool says(const QString &words) { return sights::labels(*m_bar).contains(words); }

private Q_SLOTS:
    void cleanup()
    {
        m_bar.reset();
        m_document.reset();
    }

    /// The handle stands at the last month that is in view, however exact the date.
    void theHandleFollowsTheDate_data()
    {
        QTest::addColumn<Date>("date");
        QTest::addColumn<int>("month");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("sum");
        QTest::newRow("a month") << Date{2024, 6, 0} << 5 << "Until June 2024"
                                 << "2 of 5 deals: compute $3B";
        QTest::newRow("a day") << Date{2024, 6, 30} << 5 << "Until 30 June 2024"
                               << "2 of 5 deals: compute $3B";
        QTest::newRow("a whole year") << Date{2025, 0, 0} << 23 << "Until 2025"
                                      << "4 of 5 deals: compute $15B";
        QTest::newRow("before all") << Date{2020, 0, 0} << 0 << "Until 2020"
                                    << "0 of 5 deals";
        QTest::newRow("after all") << Date{2031, 1, 1} << 26 << "Until 1 January 2031"
                                   << "5 deals: compute $31B";
    }

    void theHandleFollowsTheDate()
    {
        QFETCH(Date, date);
        QFETCH(QString, words);
        QFETCH(QString, sum);
        open(threeYears());
        QCOMPARE(track().maximum(), 26);
        until(date);
        QTEST(track().value(), "month");
        QVERIFY2(says(words) && says(sum), qPrintable(sights::labels(*m_bar).join(u'\n')));
        QCOMPARE(track().accessibleDescription(), words + ", " + sum);
        QCOMPARE(m_document->perspective().filter.until, std::optional(date));
        m_document->back();
        QCOMPARE(track().value(), 26);
        QVERIFY(says("All dates"));
    }

    void theKeyboardMovesIt_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("month");
        QTest::newRow("left") << int(Qt::Key_Left) << 13;
        QTest::newRow("right") << int(Qt::Key_Right) << 15;
        QTest::newRow("a year back") << int(Qt::Key_PageDown) << 2;
        QTest::newRow("a year on") << int(Qt::Key_PageUp) << 26;
        QTest::newRow("to the start") << int(Qt::Key_Home) << 0;
        QTest::newRow("to the end") << int(Qt::Key_End) << 26;
    }

    void theKeyboardMovesIt()
    {
        QFETCH(int, key);
        QFETCH(int, month);
        open(threeYears());
        track().setValue(14);
        QTest::keyClick(&track(), static_cast<Qt::Key>(key));
        QCOMPARE(track().value(), month);
        const std::optional<Date> expected = month == 26 ? std::nullopt : std::optional(Date{2024 + month / 12, 1 + month % 12, 0});
        QCOMPARE(m_document->perspective().filter.until, expected);
    }

    /// However far a drag goes, it is one step back, and it ends at the ends.
    void aDragIsOneStepWithinItsEnds()
    {
        open(threeYears());
        const document::Viewpoint before = m_document->viewpoint();
        QTest::mousePress(&track(), Qt::LeftButton, {}, at(20));
        QCOMPARE(track().value(), 20);
        QTest::mouseMove(&track(), at(10));
        QCOMPARE(track().value(), 10);
        QTest::mouseMove(&track(), QPoint(-500, 20));
        QCOMPARE(track().value(), 0);
        QVERIFY(says("Until January 2024") && says("1 of 5 deals: compute $1B"));
        QTest::mouseMove(&track(), QPoint(5000, 20));
        QCOMPARE(track().value(), 26);
        QVERIFY(!m_document->perspective().filter.until);
        QTest::mouseMove(&track(), at(5));
        QTest::mouseRelease(&track(), Qt::LeftButton, {}, at(5));
        QCOMPARE(m_document->perspective().filter.until, std::optional(Date{2024, 6, 0}));
        QTest::mouseMove(&track(), at(15));
        QCOMPARE(track().value(), 5);
        m_document->back();
        QVERIFY(m_document->viewpoint() == before);
        QTest::mousePress(&track(), Qt::RightButton, {}, at(3));
        QVERIFY(m_document->viewpoint() == before);
    }

    /// A deal of which only the year is known belongs to the first of its months, and to the picture from there on.
    void whatIsCountedIsWhatIsDrawn_data()
    {
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("inMonth");
        QTest::addColumn<int>("deals");
        QTest::newRow("first") << 0 << 1 << 1;
        QTest::newRow("between") << 3 << 0 << 1;
        QTest::newRow("June 2024") << 5 << 1 << 2;
        QTest::newRow("January 2025, the year alone") << 12 << 1 << 3;
        QTest::newRow("December 2025") << 23 << 1 << 4;
        QTest::newRow("last") << 26 << 1 << 5;
    }

    void whatIsCountedIsWhatIsDrawn()
    {
        QFETCH(int, month);
        QFETCH(int, deals);
        open(threeYears());
        QTEST(track().dealsIn(month), "inMonth");
        track().setValue(month);
        QCOMPARE(static_cast<int>(m_document->network().deals.size()), deals);
        QVERIFY(!sights::labels(*m_bar).filter(deals == 5 ? "5 deals: " : QStringLiteral("%1 of 5 deals: ").arg(deals)).isEmpty());
    }

    void otherFiltersNarrowWhatIsCounted()
    {
        open(threeYears());
        Perspective next = m_document->perspective();
        next.filter.atLeast = Money::billions(4);
        m_document->setPerspective(next);
        QVERIFY2(says("3 deals: compute $28B"), qPrintable(sights::labels(*m_bar).join(u'\n')));
        QCOMPARE(track().dealsIn(0), 0);
        QCOMPARE(track().dealsIn(26), 1);
        track().setValue(23);
        QVERIFY(says("2 of 3 deals: compute $12B"));
        // Playing stands still at months that have deals in view only.
        m_bar->setPace(1);
        QSignalSpy months(&track(), &QSlider::valueChanged);
        m_bar->play();
        QTRY_COMPARE(track().value(), 26);
        QTRY_VERIFY(!m_bar->playing());
        track().setValue(5);
        months.clear();
        m_bar->play();
        QTRY_VERIFY(!m_bar->playing());
        QList<int> stops;
        for (const auto &change : months)
            stops << change.front().toInt();
        QCOMPARE(stops, QList<int>({12, 23, 26}));
    }

    void buttonsSayWhatTheyDo()
    {
        open(threeYears());
        const auto names = [&] {
            QStringList told;
            for (const auto *button : m_bar->findChildren<QToolButton *>())
                told << button->accessibleName();
            return told;
        };
        QCOMPARE(names(), QStringList({"Play, month by month", "A month back", "A month on", "Speed 1×", "Close the time bar"}));
        m_bar->findChildren<QToolButton *>().front()->click();
        QVERIFY(m_bar->playing());
        QCOMPARE(names().front(), QStringLiteral("Pause"));
        QTest::mousePress(&track(), Qt::LeftButton, {}, at(4));
        QVERIFY(!m_bar->playing());
        QTest::mouseRelease(&track(), Qt::LeftButton, {}, at(4));
        QSignalSpy closed(m_bar.get(), &TimeBar::closeRequested);
        m_bar->findChildren<QToolButton *>().back()->click();
        QTest::keyClick(m_bar.get(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 2);
    }

    void littleTimeIsNoTime_data()
    {
        QTest::addColumn<int>("deals");
        QTest::newRow("no deal") << 0;
        QTest::newRow("one month") << 2;
    }

    void littleTimeIsNoTime()
    {
        QFETCH(int, deals);
        open(deals > 0 ? announced({{{2025, 5, 1}, 1}, {{2025, 5, 9}, 2}}) : Dataset());
        QVERIFY(!track().isEnabled());
        m_bar->play();
        QVERIFY(!m_bar->playing());
        QVERIFY(says("All dates"));
        QVERIFY(!m_document->history().canGoBack());
        m_bar->grab();
    }

    void itFitsANarrowWindow_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {760, 960, 1200, 1912})
            QTest::addRow("%d", width) << width;
    }

    void itFitsANarrowWindow()
    {
        QFETCH(int, width);
        open(threeYears());
        m_bar->resize(width, 64);
        QCOMPARE(m_bar->width(), width);
        m_bar->grab();
        QVERIFY(track().width() >= 100);
        for (const QWidget *part : m_bar->findChildren<QWidget *>())
            QVERIFY2(part->parentWidget()->rect().contains(part->geometry()), qPrintable(part->accessibleName()));
        QVERIFY(track().positionOf(0) >= 0 && track().positionOf(26) <= track().width());
        QTest::mouseClick(&track(), Qt::LeftButton, {}, at(7));
        QCOMPARE(track().value(), 7);
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<TimeBar> m_bar;
};

DEALSCAPE_TEST(TimeJourneysTest, QApplication)
#include "test_timejourneys.moc"
