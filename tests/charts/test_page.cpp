// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grounds.h"
#include "hand.h"
#include "reading.h"
#include "testmain.h"

#include "charts/chartdock.h"
#include "charts/chartspage.h"
#include "charts/pagehead.h"

#include <QTest>

#include <QAbstractButton>
#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

#include <set>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

QAbstractButton *choice(const QWidget &page, const QString &name)
{
    for (auto *button : page.findChildren<QAbstractButton *>())
        if (button->accessibleName() == name)
            return button;
    return nullptr;
}

/// A shown page about the hub of "a hundred".
struct ShownPage {
    explicit ShownPage(QSize size = {1440, 900}, const char *name = "a hundred") : ground(groundNamed(name))
    {
        page.resize(size);
        page.look(ground.dataset, ground.dataset->opening, ground.subject);
        page.show();
    }

    QRect visible(const ChartView &chart) const
    {
        const auto *scroll = page.findChild<QScrollArea *>();
        return QRect(chart.mapTo(&page, QPoint()), chart.size()) & QRect(scroll->mapTo(&page, QPoint()), scroll->viewport()->size());
    }

    const Ground &ground;
    ChartsPage page;
};

} // namespace

class TestPage : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    /// Wherever the strip is too narrow for a row it takes another: nothing overlaps, nothing is out of reach, the key is whole.
    void theHeadFitsEveryWidth_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {280, 320, 416, 560, 700, 860, 1000, 1200, 1440, 1600})
            QTest::addRow("%d", width) << width;
    }

    void theHeadFitsEveryWidth()
    {
        QFETCH(int, width);
        for (const char *subject : {"OpenAI", "An organisation whose name is longer than the strip can show", ""}) {
            PageHead head;
            head.resize(width, 48);
            head.setSubject(QString::fromLatin1(subject));
            const Seen seen = witnessed(head);
            QVERIFY2(overlapping(seen.texts).isEmpty(), qPrintable(overlapping(seen.texts)));
            QVERIFY2(outside(head.size(), seen).isEmpty(), qPrintable(outside(head.size(), seen)));
            for (const char *name : {"Paid or completed", "Binding", "Announced", "Potential"})
                QVERIFY2(seen.says(QString::fromLatin1(name)), name);
            std::vector<QRect> taken;
            for (const auto *button : head.findChildren<QAbstractButton *>()) {
                QVERIFY2(head.rect().contains(button->geometry()), qPrintable(button->text()));
                for (const QRect &other : taken)
                    QVERIFY2((other & button->geometry()).width() <= 1, qPrintable(button->text()));
                for (const SeenText &text : seen.texts)
                    QVERIFY2(!QRectF(button->geometry()).intersects(text.box()), qPrintable(button->text() + u' ' + text.text));
                taken.push_back(button->geometry());
            }
            QCOMPARE(taken.size(), std::size_t(8));
        }
    }

    void choicesAreMadeInTheHead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("bound");
        const auto row = [](const char *name, reports::ChartKind kind, reports::ChartBound bound) {
            QTest::newRow(name) << QString::fromLatin1(name) << static_cast<int>(kind) << static_cast<int>(bound);
        };
        row("By Kind", reports::ChartKind::Kind, reports::ChartBound::Range);
        row("By Layer", reports::ChartKind::Layer, reports::ChartBound::Range);
        row("By Certainty", reports::ChartKind::Certainty, reports::ChartBound::Range);
        row("By Country", reports::ChartKind::Country, reports::ChartBound::Range);
        row("Bound Low", reports::ChartKind::Partner, reports::ChartBound::Low);
        row("Bound High", reports::ChartKind::Partner, reports::ChartBound::High);
    }

    void choicesAreMadeInTheHead()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        QFETCH(int, bound);
        ShownPage shown;
        QVERIFY(choice(shown.page, QStringLiteral("By Partner"))->isChecked());
        QVERIFY(choice(shown.page, QStringLiteral("Bound Range"))->isChecked());
        QTest::mouseClick(choice(shown.page, name), Qt::LeftButton);
        for (const std::size_t chart : {0, 1}) {
            QCOMPARE(shown.page.charts()[chart]->table().kind, static_cast<reports::ChartKind>(kind));
            QCOMPARE(shown.page.charts()[chart]->table().bound, static_cast<reports::ChartBound>(bound));
        }
        QVERIFY(choice(shown.page, name)->isChecked());
        const auto buttons = shown.page.findChildren<QAbstractButton *>();
        QCOMPARE(std::ranges::count_if(buttons, &QAbstractButton::isChecked), 2);
    }

    void arrowsWalkThroughTheChoices()
    {
        ShownPage shown;
        shown.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.page));
        QAbstractButton *partner = choice(shown.page, QStringLiteral("By Partner"));
        partner->setFocus(Qt::TabFocusReason);
        QTest::keyClick(partner, Qt::Key_Right);
        QAbstractButton *kind = choice(shown.page, QStringLiteral("By Kind"));
        QVERIFY(kind->hasFocus() && kind->isChecked() && !partner->isChecked());
        QCOMPARE(shown.page.charts().front()->table().kind, reports::ChartKind::Kind);
        QTest::keyClick(kind, Qt::Key_Left);
        QVERIFY(partner->hasFocus() && partner->isChecked());
    }

    /// The cards stand in reading order, clear of one another, each as high as it needs.
    void cardsFillThePage_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("rows");
        QTest::newRow("one column") << 600 << 9;
        QTest::newRow("the narrowest") << 340 << 9;
        QTest::newRow("two columns") << 1000 << 5;
        QTest::newRow("three columns") << 1500 << 5;
    }

    void cardsFillThePage()
    {
        QFETCH(int, width);
        QFETCH(int, rows);
        for (const char *ground : {"a hundred", "nothing", "published, one"})
            for (const Lens lens : {Lens::Value, Lens::Power}) {
                ShownPage shown({width, 800}, ground);
                Perspective perspective = shown.ground.dataset->opening;
                perspective.lens = lens;
                shown.page.look(shown.ground.dataset, perspective, shown.ground.subject);
                std::set<int> tops;
                for (const ChartView *chart : shown.page.charts()) {
                    tops.insert(chart->y());
                    QVERIFY(chart->x() >= 24 && chart->geometry().right() < width - 24);
                    QVERIFY2(chart->height() >= chart->heightForWidth(chart->width()), qPrintable(chart->table().title));
                    for (const ChartView *other : shown.page.charts())
                        QVERIFY(chart == other || !chart->geometry().intersects(other->geometry()));
                }
                QCOMPARE(tops.size(), static_cast<std::size_t>(rows));
                const bool powerFirst = shown.page.charts()[1]->pos().x() < shown.page.charts()[0]->pos().x() ||
                    shown.page.charts()[1]->y() < shown.page.charts()[0]->y();
                QCOMPARE(powerFirst, lens == Lens::Power);
                const auto unit = lens == Lens::Power ? reports::ChartUnit::Megawatts : reports::ChartUnit::Dollars;
                QCOMPARE(shown.page.charts()[7]->table().unit, unit);
                QCOMPARE(shown.page.charts()[8]->table().unit, unit);
            }
    }

    /// Tab goes through the cards as they are read.
    void tabGoesAsThePageIsRead()
    {
        for (const int width : {600, 1000, 1500}) {
            ShownPage shown({width, 800});
            QWidget *next = shown.page.focusProxy();
            QVERIFY(next);
            QPoint before(-1, -1);
            for (std::size_t i = 0; i < shown.page.charts().size(); ++i) {
                QVERIFY2(next->y() > before.y() || (next->y() == before.y() && next->x() > before.x()), qPrintable(next->accessibleName()));
                before = next->pos();
                do
                    next = next->nextInFocusChain();
                while (!qobject_cast<ChartView *>(next));
            }
            QCOMPARE(next, shown.page.focusProxy());
        }
    }

    void aNameLeadsToItsChart_data()
    {
        QTest::addColumn<int>("position");
        const auto names = ChartsPage::names();
        for (std::size_t i = 0; i < names.size(); ++i)
            QTest::newRow(qPrintable(names[i].name)) << static_cast<int>(i);
    }

    void aNameLeadsToItsChart()
    {
        QFETCH(int, position);
        const ChartsPage::Named named = ChartsPage::names()[static_cast<std::size_t>(position)];
        ShownPage shown({900, 600});
        shown.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.page));
        shown.page.open(named);
        ChartView &chart = *shown.page.charts()[named.chart];
        QVERIFY(chart.hasFocus());
        QVERIFY2(shown.visible(chart).contains(QRect(chart.mapTo(&shown.page, QPoint()), QSize(chart.width(), 40))),
                 qPrintable(named.name));
        const bool power = named.name.contains(QStringLiteral("gigawatts"));
        const bool price = named.name.startsWith(QStringLiteral("Price"));
        QCOMPARE(chart.table().unit,
                 price       ? reports::ChartUnit::DollarsPerGigawatt
                     : power ? reports::ChartUnit::Megawatts
                             : reports::ChartUnit::Dollars);
        if (named.by) {
            QCOMPARE(chart.table().kind, *named.by);
            const QString by = named.name.section(u' ', 1, 1).chopped(1);
            QVERIFY(choice(shown.page, QStringLiteral("By ") + by.at(0).toUpper() + by.mid(1))->isChecked());
        }
    }

    void namesAreAllDifferent()
    {
        std::set<QString> names;
        std::set<std::size_t> charts;
        for (const auto &named : ChartsPage::names()) {
            names.insert(named.name);
            charts.insert(named.chart);
        }
        QCOMPARE(names.size(), ChartsPage::names().size());
        QCOMPARE(charts.size(), std::size_t(9));
    }

    /// Whoever walks with keys sees the bar that has the keyboard.
    void walkingScrolls()
    {
        ShownPage shown({700, 400});
        ChartView &first = *shown.page.charts().front();
        for (const int key : {Qt::Key_End, Qt::Key_Home, Qt::Key_End}) {
            QTest::keyClick(&first, static_cast<Qt::Key>(key));
            const QRect bar = first.currentArea().translated(first.mapTo(&shown.page, QPoint()));
            QVERIFY(shown.visible(first).contains(bar));
        }
        QVERIFY(shown.page.findChild<QScrollArea *>()->verticalScrollBar()->value() > 0);
    }

    void theSubjectIsNamed()
    {
        ShownPage shown({1440, 900}, "published, one");
        auto *head = shown.page.findChild<PageHead *>();
        QVERIFY(witnessed(*head).says(QStringLiteral("OpenAI")));
        shown.page.look(shown.ground.dataset, shown.ground.dataset->opening, std::nullopt);
        QVERIFY(!witnessed(*head).says(QStringLiteral("OpenAI")));
        QVERIFY(witnessed(*head).saying(QString::fromStdString(shown.ground.dataset->title).left(12)));
        for (const ChartView *chart : shown.page.charts())
            QVERIFY2(!chart->table().title.startsWith(QStringLiteral("OpenAI")), qPrintable(chart->table().title));
    }

    void cardsTellThroughThePage()
    {
        ShownPage shown;
        std::vector<int> hovered;
        ChartView *asked = nullptr;
        connect(&shown.page, &ChartSet::dealsHovered, &shown.page, [&](const std::vector<int> &deals) { hovered = deals; });
        connect(&shown.page, &ChartSet::menuWanted, &shown.page, [&](ChartView *chart, int, QPoint) { asked = chart; });
        for (ChartView *chart : shown.page.charts()) {
            if (chart->marks().empty())
                continue;
            const int mark = static_cast<int>(chart->marks().size()) - 1;
            moveOver(*chart, placeOf(*chart, mark));
            QCOMPARE(hovered, chart->marks().back().deals);
            leave(*chart);
            QVERIFY(hovered.empty());
            QTest::mouseClick(chart, Qt::LeftButton, {}, QPoint(chart->width() - 28, 28));
            QCOMPARE(asked, chart);
        }
    }

    void themesReachEveryCard()
    {
        ShownPage shown;
        for (const style::ThemeKind theme : {style::ThemeKind::Dark, style::ThemeKind::Light}) {
            shown.page.setTheme(theme);
            const QImage picture = shown.page.grab().toImage();
            QCOMPARE(picture.pixel(12, picture.height() / 2), style::theme(theme).chrome.rgb());
            for (const ChartView *chart : shown.page.charts())
                QCOMPARE(chart->plotStyle().theme, theme);
            const auto *head = shown.page.findChild<PageHead *>();
            QVERIFY(witnessed(*const_cast<PageHead *>(head)).saying(QStringLiteral("Charts"))->colour == style::theme(theme).text);
        }
    }

    /// A dock is as high as its two charts need at any width of the panel.
    void theDockGrowsWithItsBars_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {280, 320, 416, 560})
            QTest::addRow("%d", width) << width;
    }

    void theDockGrowsWithItsBars()
    {
        QFETCH(int, width);
        for (const char *name : {"a hundred", "nothing", "long names"}) {
            const Ground &ground = groundNamed(name);
            ChartDock dock;
            dock.resize(width, 400);
            dock.look(ground.dataset, ground.dataset->opening, ground.subject);
            dock.show();
            QCoreApplication::sendPostedEvents();
            dock.resize(width, dock.minimumSizeHint().height());
            const ChartView *first = dock.charts()[0];
            const ChartView *second = dock.charts()[1];
            for (const ChartView *chart : {first, second})
                QVERIFY(chart->minimumHeight() >= chart->heightForWidth(width));
            QVERIFY(first->geometry().bottom() < second->y());
            QVERIFY(dock.minimumSizeHint().height() >= first->minimumHeight() + second->minimumHeight());
            QCOMPARE(first->table().unit, reports::ChartUnit::Dollars);
            QCOMPARE(second->table().unit, reports::ChartUnit::Megawatts);
        }
    }
};

DEALSCAPE_TEST(TestPage, QApplication)
#include "test_page.moc"
