// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grounds.h"
#include "hand.h"
#include "testmain.h"

#include <QTest>

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

using Keys = QList<int>;

/// A shown chart that has the keyboard.
struct Walked {
    explicit Walked(const reports::ChartTable &table, int width = 700)
    {
        show(chart, table, width);
        QObject::connect(&chart, &ChartView::dealsHovered, &chart, [this](const std::vector<int> &deals) { lit = deals; });
        QObject::connect(&chart, &ChartView::dealsActivated, &chart, [this](const std::vector<int> &deals) { chosen.push_back(deals); });
        chart.show();
        chart.activateWindow();
        chart.setFocus(Qt::TabFocusReason);
        active = QTest::qWaitForWindowActive(&chart);
    }

    void press(const Keys &keys)
    {
        for (const int key : keys)
            QTest::keyClick(&chart, static_cast<Qt::Key>(key));
    }

    ChartView chart;
    bool active = false;
    std::vector<int> lit;
    std::vector<std::vector<int>> chosen;
};

void addKindsToWalk()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("lens");
    for (const reports::ChartKind kind : kinds)
        for (const Lens lens : {Lens::Value, Lens::Power})
            QTest::addRow("kind %d, lens %d", static_cast<int>(kind), static_cast<int>(lens))
                << static_cast<int>(kind) << static_cast<int>(lens);
}

reports::ChartTable fetchedTable(const char *ground = "published, one")
{
    QFETCH(int, kind);
    QFETCH(int, lens);
    return tableOn(groundNamed(ground), static_cast<reports::ChartKind>(kind), static_cast<Lens>(lens));
}

} // namespace

class TestWalking : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void keysMoveOn_data()
    {
        QTest::addColumn<Keys>("keys");
        QTest::addColumn<int>("bar");
        QTest::newRow("down") << Keys{Qt::Key_Down} << 0;
        QTest::newRow("right twice") << Keys{Qt::Key_Right, Qt::Key_Right} << 1;
        QTest::newRow("up at first") << Keys{Qt::Key_Up} << 0;
        QTest::newRow("left at first") << Keys{Qt::Key_Left} << 0;
        QTest::newRow("there and back") << Keys{Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Up} << 1;
        QTest::newRow("up from the first") << Keys{Qt::Key_Home, Qt::Key_Up, Qt::Key_Up} << 0;
        QTest::newRow("the last") << Keys{Qt::Key_End} << 6;
        QTest::newRow("on from the last") << Keys{Qt::Key_End, Qt::Key_Right, Qt::Key_Down} << 6;
        QTest::newRow("the first") << Keys{Qt::Key_End, Qt::Key_Home} << 0;
        QTest::newRow("other keys") << Keys{Qt::Key_Down, Qt::Key_A, Qt::Key_PageDown, Qt::Key_Tab} << 0;
    }

    void keysMoveOn()
    {
        QFETCH(Keys, keys);
        QFETCH(int, bar);
        Walked walked(tableOn(groundNamed("every form"), reports::ChartKind::Partner));
        QCOMPARE(walked.chart.marks().size(), std::size_t(7));
        walked.press(keys);
        QCOMPARE(walked.chart.current(), bar);
        QCOMPARE(walked.lit, walked.chart.marks()[static_cast<std::size_t>(bar)].deals);
        QVERIFY(walked.chosen.empty());
    }

    void nothingIsWalkedWhereNothingIs()
    {
        for (const char *ground : {"nothing", "no price"}) {
            Walked walked(tableOn(groundNamed(ground), reports::ChartKind::Partner));
            walked.press({Qt::Key_Down, Qt::Key_End, Qt::Key_Home, Qt::Key_Up, Qt::Key_Return, Qt::Key_Space});
            QCOMPARE(walked.chart.current(), -1);
            QVERIFY(walked.lit.empty() && walked.chosen.empty());
            QVERIFY(!walked.chart.grab().isNull());
        }
    }

    /// Walking through a chart of any kind comes by each row once, group by group, and chooses what a click would.
    void allIsReached_data() { addKindsToWalk(); }

    void allIsReached()
    {
        const reports::ChartTable table = fetchedTable();
        Walked walked(table, 1000);
        std::pair before(-1, -1);
        for (std::size_t i = 0; i < walked.chart.marks().size(); ++i) {
            walked.press({i % 2 ? Qt::Key_Right : Qt::Key_Down, std::array{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}[i % 3]});
            const PlotMark &mark = walked.chart.marks()[i];
            QCOMPARE(walked.chart.current(), static_cast<int>(i));
            QVERIFY2(std::pair(mark.group, mark.row) > before, qPrintable(mark.words));
            before = {mark.group, mark.row};
            QCOMPARE(walked.lit, mark.deals);
            const bool opens =
                table.groups[static_cast<std::size_t>(mark.group)].rows[static_cast<std::size_t>(mark.row)].key == QStringLiteral("other");
            if (!opens && !mark.deals.empty())
                QCOMPARE(walked.chosen.back(), mark.deals);
        }
    }

    void theRingIsSeen_data() { addKindsToWalk(); }

    void theRingIsSeen()
    {
        Walked walked(fetchedTable(), 900);
        QVERIFY(walked.active);
        const QRgb accent = style::theme(style::ThemeKind::Light).accent.rgb();
        const QImage whole = walked.chart.grab().toImage();
        QCOMPARE(whole.pixel(whole.width() / 2, 0), accent);
        if (walked.chart.marks().empty())
            return;
        walked.press({Qt::Key_End});
        const QImage ringed = walked.chart.grab().toImage();
        QVERIFY(ringed.pixel(whole.width() / 2, 0) != accent);
        const QRect area = walked.chart.currentArea();
        int inked = 0;
        for (int x = area.left(); x <= area.right(); ++x)
            for (const int y : {area.top(), area.top() + 1, area.bottom(), area.bottom() - 1})
                inked += ringed.pixel(x, y) == accent;
        QVERIFY2(inked > area.width() / 4, qPrintable(QString::number(inked)));
        walked.chart.clearFocus();
        QVERIFY(walked.lit.empty());
        QVERIFY(walked.chart.grab().toImage() != ringed);
    }

    void theRowIsKept_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("as wide") << 700;
        QTest::newRow("wider, not drawn yet") << 900;
        QTest::newRow("narrower, not drawn yet") << 400;
    }

    void theRowIsKept()
    {
        QFETCH(int, width);
        Walked walked(tableOn(groundNamed("every form"), reports::ChartKind::Partner));
        walked.chart.walkTo(3);
        const QString row = walked.chart.words(3);
        walked.chart.resize(width, 500);
        walked.chart.setTable(tableOn(groundNamed("every form"), reports::ChartKind::Partner, Lens::Value, reports::ChartBound::High));
        QCOMPARE(walked.chart.words(walked.chart.current()).section(u'\n', 0, 0), row.section(u'\n', 0, 0));
        QCOMPARE(walked.lit, walked.chart.marks()[static_cast<std::size_t>(walked.chart.current())].deals);
        walked.chart.setTable(tableOn(groundNamed("every form"), reports::ChartKind::Partner, Lens::Power));
        QCOMPARE(walked.chart.current(), -1);
        QVERIFY(walked.lit.empty());
    }

    void unknownKeysGoOn()
    {
        QWidget parent;
        auto *chart = new ChartView(&parent);
        show(*chart, tableOn(groundNamed("every form"), reports::ChartKind::Partner), 600);
        for (const auto &[key, taken] : {std::pair(Qt::Key_Escape, false), std::pair(Qt::Key_F5, false), std::pair(Qt::Key_Home, true)}) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(chart, &event);
            QCOMPARE(event.isAccepted(), taken);
        }
    }

    /// Who cannot see a chart hears each of its rows, with the figures, where it is and what can be done with it.
    void everyMarkIsSpoken_data() { addKindsToWalk(); }

    void everyMarkIsSpoken()
    {
        const reports::ChartTable table = fetchedTable();
        Walked walked(table, 1000);
        ChartView &chart = walked.chart;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&chart);
        QCOMPARE(spoken->role(), QAccessible::List);
        QCOMPARE(spoken->text(QAccessible::Name), table.title);
        QVERIFY(spoken->text(QAccessible::Description).contains(table.counts));
        QVERIFY(spoken->text(QAccessible::Description).contains(table.filter));
        QCOMPARE(spoken->childCount(), static_cast<int>(chart.marks().size()));
        for (int i = 0; i < spoken->childCount(); ++i) {
            QAccessibleInterface *bar = spoken->child(i);
            QCOMPARE(bar->role(), QAccessible::ListItem);
            QCOMPARE(bar->parent(), spoken);
            QCOMPARE(spoken->indexOfChild(bar), i);
            const QString name = bar->text(QAccessible::Name);
            QVERIFY2(!name.contains(u'\n') && name.startsWith(chart.words(i).section(u'\n', 0, 0)), qPrintable(name));
            QVERIFY2(name.contains(QStringLiteral("$")) || name.contains(QStringLiteral(" MW")) ||
                         name.contains(QStringLiteral("not published")),
                     qPrintable(name));
            QVERIFY(spoken->rect().adjusted(-8, -8, 8, 8).contains(bar->rect()));
            const QPoint place = chart.mapToGlobal(placeOf(chart, i).toPoint());
            QCOMPARE(spoken->childAt(place.x(), place.y()), bar);
            QVERIFY(bar->state().focusable && bar->state().selectable && !bar->state().selected);
            QCOMPARE(bar->actionInterface()->actionNames(), QStringList{QAccessibleActionInterface::pressAction()});
            bar->actionInterface()->doAction(QStringLiteral("no such thing"));
        }
        QVERIFY(walked.chosen.empty());
        QVERIFY(!spoken->child(-1) && !spoken->childAt(-5000, -5000));
    }

    void theBarWithTheKeyboardIsSpoken()
    {
        Walked walked(tableOn(groundNamed("every form"), reports::ChartKind::Partner));
        QVERIFY(walked.active);
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&walked.chart);
        QVERIFY(!spoken->focusChild());
        walked.press({Qt::Key_Down, Qt::Key_Down});
        QCOMPARE(spoken->focusChild(), spoken->child(1));
        QVERIFY(spoken->child(1)->state().focused && !spoken->child(0)->state().focused);
        walked.chart.setChosen(walked.chart.marks()[4].deals);
        QVERIFY(spoken->child(4)->state().selected && !spoken->child(1)->state().selected);
        QAccessibleInterface *last = spoken->child(6);
        QVERIFY(last->isValid());
        walked.chart.setTable(tableOn(groundNamed("one deal"), reports::ChartKind::Partner));
        QCOMPARE(spoken->childCount(), 1);
        QVERIFY(!spoken->focusChild());
    }
};

DEALSCAPE_TEST(TestWalking, QApplication)
#include "test_walking.moc"
