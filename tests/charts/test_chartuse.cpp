// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"
#include "testmain.h"

#include <QTest>

#include "charts/chartspage.h"
#include "charts/chartview.h"
#include "charts/printing.h"
#include "io/reader.h"
#include "resources/embedded.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QXmlStreamReader>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

int rowOf(const ChartView &chart, const QString &label)
{
    for (std::size_t i = 0; i < chart.marks().size(); ++i)
        if (chart.words(static_cast<int>(i)).startsWith(label))
            return static_cast<int>(i);
    return -1;
}

} // namespace

class TestChartUse : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void barsAreSpoken()
    {
        ChartView chart;
        chart.setTable(tableOf(reports::ChartKind::Partner));
        chart.resize(600, chart.heightForWidth(600));
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&chart);
        QCOMPARE(spoken->childCount(), static_cast<int>(chart.marks().size()));
        QCOMPARE(spoken->text(QAccessible::Name), chart.table().title);
        QAccessibleInterface *oracle = spoken->child(0);
        QVERIFY(oracle->text(QAccessible::Name).startsWith(QStringLiteral("Oracle")));
        QVERIFY(oracle->text(QAccessible::Name).contains(QStringLiteral("$300,000,000,000")));
        QCOMPARE(oracle->rect().size(), chart.marks().front().area.toAlignedRect().size());
        QVERIFY(!oracle->state().selected);
        chart.setChosen(chart.marks().front().deals);
        QVERIFY(oracle->state().selected);
        QSignalSpy activated(&chart, &ChartView::dealsActivated);
        oracle->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.size(), 1);
        QVERIFY(!spoken->child(spoken->childCount()));
    }

    void theKeyboardKeepsItsRow()
    {
        ChartView chart;
        chart.setTable(tableOf(reports::ChartKind::Partner));
        chart.resize(600, chart.heightForWidth(600));
        const int microsoft = rowOf(chart, QStringLiteral("Microsoft"));
        chart.walkTo(microsoft);
        reports::ChartTable shorter = tableOf(reports::ChartKind::Partner);
        shorter.groups.front().rows.erase(shorter.groups.front().rows.begin());
        chart.setTable(shorter);
        QCOMPARE(chart.current(), microsoft - 1);
        chart.setTable(tableOf(reports::ChartKind::Country));
        QCOMPARE(chart.current(), -1);
    }

    void menusAreAskedFor()
    {
        ChartView chart;
        chart.setTable(tableOf(reports::ChartKind::Partner));
        chart.resize(600, chart.heightForWidth(600));
        std::vector<int> marks;
        connect(&chart, &ChartView::menuWanted, &chart, [&](int mark, QPoint) { marks.push_back(mark); });
        const QPoint second = chart.marks()[1].area.center().toPoint();
        QContextMenuEvent pointer(QContextMenuEvent::Mouse, second, chart.mapToGlobal(second));
        QCoreApplication::sendEvent(&chart, &pointer);
        chart.walkTo(2);
        QContextMenuEvent keyboard(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(&chart, &keyboard);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(chart.width() - 28, 28));
        QCOMPARE(marks, (std::vector<int>{1, 2, -1}));
    }

    void chosenDealsAreMeasured()
    {
        ChartsPage page;
        page.resize(1440, 900);
        page.look(embedded(), embedded()->opening, OrganizationId("openai"));
        ChartView &chart = *page.charts().front();
        const int amazon = rowOf(chart, QStringLiteral("Amazon"));
        QVERIFY(amazon >= 0 && !chart.words(amazon).contains(QStringLiteral("Selected")));
        const PlotMark mark = chart.marks()[static_cast<std::size_t>(amazon)];
        QVERIFY(mark.deals.size() > 1);
        page.setChosen({mark.deals.front()});
        QVERIFY2(chart.words(amazon).contains(QStringLiteral("Selected: $")), qPrintable(chart.words(amazon)));
        QVERIFY(!chart.words(rowOf(chart, QStringLiteral("Microsoft"))).contains(QStringLiteral("Selected")));
        const QImage part = chart.grab().toImage();
        page.setChosen(mark.deals);
        QVERIFY(part != chart.grab().toImage());
    }

    void filesHoldTheChart_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= static_cast<int>(reports::ChartKind::Concentration); ++kind)
            QTest::addRow("kind %d", kind) << kind;
    }

    void filesHoldTheChart()
    {
        QFETCH(int, kind);
        reports::ChartTable table = tableOf(static_cast<reports::ChartKind>(kind));
        table.standing = QStringLiteral("As of a day. Sources: a paper.");
        const PlotStyle style = plotStyle(style::ThemeKind::Light);
        const QSize size = naturalSize(table, style);
        QCOMPARE(QImage::fromData(fileOf(table, style, FileKind::Png, size * 2)).size(), size * 2);
        QVERIFY(fileOf(table, style, FileKind::Pdf, size).startsWith("%PDF-"));
        QCOMPARE(fileOf(table, style, FileKind::Csv, size), reports::csv(table).toUtf8());
        const QByteArray svg = fileOf(table, style, FileKind::Svg, size);
        QXmlStreamReader xml(svg);
        QString letters;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::Characters)
                letters += xml.text();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(letters.contains(table.title));
        QVERIFY(letters.contains(table.filter.left(30)));
        QVERIFY2(letters.contains(table.standing), "a file says of which day it is and on what it rests");
        QCOMPARE(fileOf(table, style, FileKind::Svg, size), svg);
    }

    void filesAreToldApart()
    {
        QCOMPARE(fileKindOf(QStringLiteral("a.b/chart.PDF")), FileKind::Pdf);
        QCOMPARE(fileKindOf(QStringLiteral("chart.csv")), FileKind::Csv);
        QVERIFY(!fileKindOf(QStringLiteral("chart.gif")));
    }
};

DEALSCAPE_TEST(TestChartUse, QApplication)
#include "test_chartuse.moc"
