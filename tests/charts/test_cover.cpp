// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand.h"
#include "reading.h"
#include "testmain.h"

#include "charts/coverchart.h"
#include "resources/embedded.h"
#include "style/text.h"

#include <QTest>

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

/// Columns that need from 10 to 20 more each, covered by 25 throughout.
CoverTable needs(int columns, const QString &form = QStringLiteral("20%1"))
{
    CoverTable table;
    table.title = QStringLiteral("What falls due");
    table.counts = QStringLiteral("Counted once");
    table.unit = QStringLiteral("$ billion");
    table.coverName = QStringLiteral("what there is");
    for (int i = 0; i < columns; ++i)
        table.columns.push_back({form.arg(26 + i), 10.0 * (i + 1), 20.0 * (i + 1), 25, QStringLiteral("Column %1 <b>").arg(i)});
    return table;
}

/// Bars of the low end from left to right.
std::vector<QRectF> barsIn(const Seen &seen, Certainty fill)
{
    std::vector<QRectF> boxes;
    for (const SeenShape &shape : seen.filled(style::theme(style::ThemeKind::Light).certainty(fill)))
        boxes.push_back(shape.path.boundingRect());
    std::ranges::sort(boxes, {}, &QRectF::left);
    return boxes;
}

} // namespace

class TestCover : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void wordsStandApart_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<QString>("form");
        for (const int columns : {1, 2, 5, 12, 40, 120})
            for (const char *form : {"20%1", "%1", "Quarter %1"})
                QTest::addRow("%d of %s", columns, form) << columns << QString::fromLatin1(form);
    }

    void wordsStandApart()
    {
        QFETCH(int, columns);
        QFETCH(QString, form);
        for (const int width : {200, 280, 416, 720, 1600})
            for (const int marked : {-1, 0, 1, columns / 2, columns - 2, columns - 1}) {
                CoverChart chart;
                chart.resize(width, 220);
                CoverTable table = needs(columns, form);
                table.marked = marked;
                chart.setTable(table);
                const Seen seen = witnessed(chart);
                const QString where = QStringLiteral("%1 wide, marked %2: ").arg(width).arg(marked);
                QVERIFY2(overlapping(seen.texts).isEmpty(), qPrintable(where + overlapping(seen.texts)));
                QVERIFY2(outside(chart.size(), seen).isEmpty(), qPrintable(where + outside(chart.size(), seen)));
                if (marked >= 0 && marked < columns)
                    QVERIFY2(seen.says(table.columns[static_cast<std::size_t>(marked)].label), qPrintable(where));
            }
    }

    void barsAndLineAreAsHighAsTheAxisSays()
    {
        CoverChart chart;
        chart.resize(500, 300);
        chart.setTable(needs(4));
        const Seen seen = witnessed(chart);
        const auto ticks = ticksAlong(seen, Qt::Vertical);
        QVERIFY(ticks.size() >= 3);
        const double unit = (ticks[0].at - ticks[1].at) / ticks[1].value;
        const auto low = barsIn(seen, Certainty::Binding);
        const auto high = barsIn(seen, Certainty::Announced);
        QCOMPARE(low.size(), std::size_t(4));
        QCOMPARE(high.size(), std::size_t(4));
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY(std::abs(low[i].height() - 10.0 * static_cast<double>(i + 1) * unit) < 0.5);
            QVERIFY(std::abs(high[i].height() - low[i].height()) < 0.5);
            QVERIFY(std::abs(high[i].bottom() - low[i].top()) < 0.5);
        }
        const auto lines = seen.drawn(style::theme(style::ThemeKind::Light).text);
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY(std::abs(lines.front().path.boundingRect().center().y() - (ticks[0].at - 25 * unit)) < 0.5);
        QVERIFY(lines.front().path.boundingRect().left() < low.front().left());
        QVERIFY(lines.front().path.boundingRect().right() > low.back().right());
        QVERIFY(seen.says(QStringLiteral("$ billion, line: what there is")));
    }

    void withoutCoverThereIsNoLine()
    {
        CoverChart chart;
        chart.resize(500, 300);
        CoverTable table = needs(4);
        table.coverName.clear();
        chart.setTable(table);
        const Seen seen = witnessed(chart);
        QVERIFY(seen.drawn(style::theme(style::ThemeKind::Light).text).empty());
        QVERIFY(seen.says(QStringLiteral("$ billion")));
    }

    void theMarkedColumnIsFramed()
    {
        CoverChart chart;
        chart.resize(500, 300);
        const QColor accent = style::theme(style::ThemeKind::Light).accent;
        chart.setTable(needs(4));
        QVERIFY(witnessed(chart).drawn(accent).empty());
        for (int column = 0; column < 4; ++column) {
            CoverTable table = needs(4);
            table.marked = column;
            chart.setTable(table);
            const Seen seen = witnessed(chart);
            const auto frames = seen.drawn(accent);
            QCOMPARE(frames.size(), std::size_t(1));
            const auto bars = barsIn(seen, Certainty::Binding);
            for (int i = 0; i < 4; ++i)
                QCOMPARE(frames.front().box().contains(bars[static_cast<std::size_t>(i)].center()), i == column);
        }
    }

    void pointingAtAColumnTellsIt()
    {
        CoverChart chart;
        chart.resize(500, 300);
        chart.setTable(needs(5));
        QSignalSpy chosen(&chart, &CoverChart::columnChosen);
        const auto bars = barsIn(witnessed(chart), Certainty::Binding);
        for (int i = 0; i < 5; ++i) {
            const QPointF high(bars[static_cast<std::size_t>(i)].center().x(), 60);
            const QPointF label(bars[static_cast<std::size_t>(i)].center().x(), 290);
            QCOMPARE(hintAt(chart, high), QStringLiteral("Column %1 <b>").arg(i));
            for (const QPointF &point : {high, label}) {
                QTest::mouseClick(&chart, Qt::LeftButton, {}, point.toPoint());
                QCOMPARE(chosen.takeFirst().front().toInt(), i);
            }
        }
        QTest::mouseClick(&chart, Qt::LeftButton, {}, {5, 100});
        QTest::mouseClick(&chart, Qt::LeftButton, {}, {250, 10});
        QVERIFY(chosen.isEmpty());
        QTRY_COMPARE(hintAt(chart, QPointF(250, 10)), QString());
    }

    void keysMoveTheMark_data()
    {
        QTest::addColumn<int>("marked");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("told");
        QTest::newRow("on") << 1 << int(Qt::Key_Right) << 2;
        QTest::newRow("back") << 1 << int(Qt::Key_Left) << 0;
        QTest::newRow("from none") << -1 << int(Qt::Key_Right) << 0;
        QTest::newRow("back from none") << -1 << int(Qt::Key_Left) << -1;
        QTest::newRow("beyond the last") << 4 << int(Qt::Key_Right) << -1;
        QTest::newRow("before the first") << 0 << int(Qt::Key_Left) << -1;
        QTest::newRow("another key") << 1 << int(Qt::Key_Down) << -1;
    }

    void keysMoveTheMark()
    {
        QFETCH(int, marked);
        QFETCH(int, key);
        QFETCH(int, told);
        CoverChart chart;
        CoverTable table = needs(5);
        table.marked = marked;
        chart.setTable(table);
        QSignalSpy chosen(&chart, &CoverChart::columnChosen);
        QTest::keyClick(&chart, static_cast<Qt::Key>(key));
        QCOMPARE(chosen.size(), told >= 0 ? 1 : 0);
        if (told >= 0)
            QCOMPARE(chosen.front().front().toInt(), told);
    }

    void allIsSpoken_data()
    {
        QTest::addColumn<int>("marked");
        QTest::addColumn<QString>("words");
        QTest::newRow("none marked") << -1 << "Counted once. Column 0 <b>. Column 1 <b>. Column 2 <b>";
        QTest::newRow("one marked") << 1 << "Column 1 <b>. Counted once. Column 0 <b>. Column 2 <b>";
        QTest::newRow("the last marked") << 2 << "Column 2 <b>. Counted once. Column 0 <b>. Column 1 <b>";
    }

    void allIsSpoken()
    {
        QFETCH(int, marked);
        CoverChart chart;
        CoverTable table = needs(3);
        table.marked = marked;
        chart.setTable(table);
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&chart);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("What falls due"));
        QTEST(spoken->text(QAccessible::Description), "words");
    }

    void nothingDueIsNoFault()
    {
        CoverChart chart;
        for (const int columns : {0, 3}) {
            CoverTable table = needs(columns);
            for (CoverTable::Column &column : table.columns)
                column.low = column.high = column.cover = 0;
            chart.setTable(table);
            for (const QSize size : {QSize(360, 220), QSize(200, 60), QSize(40, 40)}) {
                chart.resize(size);
                QVERIFY(witnessed(chart).says(style::shortened(table.title, style::FontRole::SmallBold, size.width())));
                QTest::mouseClick(&chart, Qt::LeftButton, {}, {20, 20});
            }
        }
    }

    void themesAreFollowed()
    {
        CoverChart chart;
        chart.resize(400, 240);
        chart.setTable(needs(4));
        for (const auto theme : {style::ThemeKind::Light, style::ThemeKind::Dark, style::ThemeKind::Print}) {
            const style::Theme &colours = style::theme(theme);
            chart.setTheme(theme, colours.dock);
            const Seen seen = witnessed(chart);
            QCOMPARE(seen.saying(QStringLiteral("What falls due"))->colour, colours.text);
            QCOMPARE(seen.filled(colours.certainty(Certainty::Binding)).size(), std::size_t(4));
            QVERIFY(!seen.drawn(colours.dock).empty());
        }
    }
};

DEALSCAPE_TEST(TestCover, QApplication)
#include "test_cover.moc"
