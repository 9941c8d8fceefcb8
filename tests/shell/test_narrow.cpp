// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "charts/chartview.h"
#include "fixture.h"
#include "shell/sidedock.h"
#include "widgets/segments.h"

#include <QAbstractButton>
#include <QStackedWidget>

using namespace dealscape;
using namespace dealscape::shell;

class NarrowTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void theWindowFits_data()
    {
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<bool>("folded");
        QTest::newRow("half of Full HD") << QSize(960, 1040) << true;
        QTest::newRow("XGA") << QSize(1024, 728) << true;
        QTest::newRow("HD") << QSize(1280, 680) << false;
        QTest::newRow("Full HD") << QSize(1912, 1040) << false;
    }

    void theWindowFits()
    {
        QFETCH(QSize, screen);
        QFETCH(bool, folded);
        ShownWindow f(screen);
        QCOMPARE(f.window->size(), screen);
        QCOMPARE(f.window->findChild<SideDock *>()->folded(), folded);
        for (const widgets::SegmentButton *button : f.window->findChildren<widgets::SegmentButton *>())
            if (button->isVisible())
                QVERIFY2(f.window->rect().contains(QRect(button->mapTo(f.window.get(), QPoint()), button->size())),
                         qPrintable(button->accessibleName()));
        QVERIFY(f.window->diagram().width() >= 600);
    }

    void theRailLeadsToThePages()
    {
        ShownWindow f({1000, 700});
        auto *side = f.window->findChild<SideDock *>();
        QVERIFY(side->folded());
        QCOMPARE(side->width(), SideDock::railWidth);
        const int narrow = f.window->diagram().width();
        for (QAbstractButton *stop : side->findChildren<QAbstractButton *>())
            if (stop->isVisible() && stop->accessibleName() == QLatin1String("Stories"))
                stop->click();
        QVERIFY(!side->folded());
        QTRY_VERIFY(f.window->diagram().width() < narrow);
        QVERIFY(side->width() >= 300);
        side->setFolded(true);
        QTRY_COMPARE(f.window->diagram().width(), narrow);
        f.window->resize(1400, 800);
        f.window->grab();
        QVERIFY(!side->folded());
    }

    void theSidePanelOpensOnTheCharts()
    {
        ShownWindow f({1600, 1000});
        const auto visible = [&] {
            int count = 0;
            for (const charts::ChartView *chart : f.window->findChild<SideDock *>()->findChildren<charts::ChartView *>())
                count += chart->isVisible() && !chart->visibleRegion().isEmpty();
            return count;
        };
        QCOMPARE(visible(), 2);
        f.document().select(OrganizationId("oracle"));
        QTRY_VERIFY(f.window->findChild<charts::ChartView *>()->table().title.contains(QStringLiteral("Oracle")));
        QVERIFY(visible() >= 1);
    }
};

DEALSCAPE_TEST(NarrowTest, StyledApplication)
#include "test_narrow.moc"
