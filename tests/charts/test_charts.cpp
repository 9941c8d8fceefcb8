// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"
#include "testmain.h"

#include <QTest>

#include "charts/canvas.h"
#include "charts/chartdock.h"
#include "charts/chartspage.h"
#include "charts/chartview.h"
#include "charts/plot.h"
#include "io/reader.h"
#include "resources/embedded.h"

#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>

#include <set>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

/// A table of many rows with names of a given length, every second of them a range with a potential part.
reports::ChartTable made(reports::ChartKind kind, int rows, int letters)
{
    reports::ChartTable table;
    table.kind = kind;
    table.title = QString(letters, u'T');
    table.counts = table.missing = QString(letters * 2, u'w');
    table.scale = {1e9, QStringLiteral("$ billion")};
    reports::ChartGroup group{QString(letters, u'G'), FlowClass::Compute, {}, {}};
    for (int i = 0; i < rows; ++i) {
        reports::ChartRow row;
        row.key = QString::number(i);
        row.label = QString(letters, QChar(u'a' + i % 26));
        row.text = QStringLiteral("$%1B").arg(i + 1);
        const std::int64_t low = (i + 1) * 1'000'000'000LL;
        row.amount = {low, low * (i % 2 + 1)};
        row.segments = {{Certainty::Binding, low, low}};
        if (i % 2)
            row.segments.push_back({Certainty::Potential, 0, low});
        row.deals = {i};
        row.share = 1.0 / rows;
        row.date = Date{2020 + i / 12, 1 + i % 12, 1};
        row.note = row.difference = row.statedText = row.grossText = row.label;
        group.rows.push_back(row);
    }
    if (rows > 0)
        table.groups.push_back(group);
    return table;
}

QImage paintedOn(const Plot &plot, const QSize &size, int margin)
{
    QImage image(size + QSize(2 * margin, 2 * margin), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.translate(margin, margin);
    plot.paint(painter);
    return image;
}

bool blankOutside(const QImage &image, int margin)
{
    const QRect inside = image.rect().adjusted(margin, margin, -margin, -margin);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!inside.contains(x, y) && qAlpha(image.pixel(x, y)))
                return false;
    return true;
}

void moveTo(ChartView &chart, QPointF point)
{
    QMouseEvent event(QEvent::MouseMove, point, chart.mapToGlobal(point), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&chart, &event);
}

int markOfRow(const ChartView &view, const QString &label)
{
    for (std::size_t i = 0; i < view.marks().size(); ++i)
        if (view.marks()[i].words.startsWith(label))
            return static_cast<int>(i);
    return -1;
}

} // namespace

class TestCharts : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:

    void stepsOfAnAxisAreRound_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("most");
        QTest::addColumn<double>("step");
        QTest::newRow("100 in 5") << 100.0 << 5 << 20.0;
        QTest::newRow("12 in 5") << 12.0 << 5 << 2.5;
        QTest::newRow("11 in 4") << 11.0 << 4 << 5.0;
        QTest::newRow("1180 in 5") << 1180.0 << 5 << 250.0;
        QTest::newRow("0.9 in 5") << 0.9 << 5 << 0.2;
        QTest::newRow("51 in 5") << 51.0 << 5 << 20.0;
        QTest::newRow("5 in 5") << 5.0 << 5 << 1.0;
        QTest::newRow("39 in 4") << 39.0 << 4 << 10.0;
        QTest::newRow("nothing") << 0.0 << 5 << 1.0;
    }

    void stepsOfAnAxisAreRound()
    {
        QFETCH(double, value);
        QFETCH(int, most);
        QTEST(roundStep(value, most), "step");
    }
    void initTestCase() { QVERIFY(resources::loadTypeface()); }
    void nothingLeavesTheSize_data();
    void nothingLeavesTheSize();
    void everyRowHasAMark();
    void barsAreAsLongAsTheirAmounts();
    void pointsAtTheEndsAreWhole();
    void whatIsNoRingTakesNoRoomOfOne();
    void aClickTellsTheDeals();
    void keysWalkAndChoose();
    void chosenPartsAreOutlined();
    void hoveringLights();
    void othersOpen();
    void pageShowsEveryChart();
    void whatIsCountedTakesFourLines();
    void dockShowsTwo();
    void samePictureTwice();
};

void TestCharts::nothingLeavesTheSize_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("letters");
    for (const auto kind : {reports::ChartKind::Partner, reports::ChartKind::Timeline, reports::ChartKind::Schedule,
                            reports::ChartKind::Plausibility, reports::ChartKind::Reconciliation, reports::ChartKind::Concentration})
        for (const int rows : {0, 1, 60})
            for (const int letters : {5, 120})
                QTest::addRow("kind %d, %d rows, names of %d", static_cast<int>(kind), rows, letters)
                    << static_cast<int>(kind) << rows << letters;
}

void TestCharts::nothingLeavesTheSize()
{
    QFETCH(int, kind);
    QFETCH(int, rows);
    QFETCH(int, letters);
    const reports::ChartTable table = made(static_cast<reports::ChartKind>(kind), rows, letters);
    for (const Density density : {Density::Page, Density::Dock})
        for (const int width : {320, 640}) {
            const PlotStyle style = plotStyle(style::ThemeKind::Light, density);
            const QSize size(width, static_cast<int>(Plot::heightFor(table, style, width)) + 1);
            const Plot plot(table, style, size);
            constexpr int margin = 40;
            QVERIFY(blankOutside(paintedOn(plot, size, margin), margin));
            for (const PlotMark &mark : plot.marks())
                QVERIFY(QRectF(QPointF(), QSizeF(size)).adjusted(-8, -8, 8, 8).contains(mark.area));
        }
}

void TestCharts::everyRowHasAMark()
{
    for (const Lens lens : {Lens::Value, Lens::Power})
        for (int kind = 0; kind <= static_cast<int>(reports::ChartKind::Reconciliation); ++kind) {
            const reports::ChartTable table = tableOf(static_cast<reports::ChartKind>(kind), lens);
            std::size_t rows = 0;
            for (const reports::ChartGroup &group : table.groups)
                for (const reports::ChartRow &row : group.rows)
                    rows += row.amount.published();
            const PlotStyle style = plotStyle(style::ThemeKind::Dark);
            const Plot plot(table, style, QSizeF(700, Plot::heightFor(table, style, 700)));
            const bool panels = table.kind == reports::ChartKind::Timeline || table.kind == reports::ChartKind::Schedule;
            QVERIFY(panels ? !plot.marks().empty() : plot.marks().size() >= rows);
            for (const PlotMark &mark : plot.marks())
                QVERIFY(!mark.words.isEmpty());
        }
}

void TestCharts::barsAreAsLongAsTheirAmounts()
{
    const reports::ChartTable table = tableOf(reports::ChartKind::Partner);
    const Plot plot(table, plotStyle(style::ThemeKind::Light), QSizeF(700, 700));
    const PlotMark &oracle = plot.marks()[0];
    const PlotMark &microsoft = plot.marks()[1];
    QVERIFY(std::abs(oracle.outline.width() / microsoft.outline.width() - 300.0 / 250.0) < 1e-6);
    const QImage image = paintedOn(plot, {700, 700}, 0);
    const QRgb fill = style::theme(style::ThemeKind::Light).certainty(Certainty::Binding).rgb();
    for (const PlotMark *mark : {&oracle, &microsoft}) {
        const QRect bar = mark->outline.toRect();
        QCOMPARE(image.pixel(bar.left() + 3, bar.center().y()), fill);
        QCOMPARE(image.pixel(bar.right() - 3, bar.center().y()), fill);
        QVERIFY(image.pixel(bar.right() + 4, bar.center().y()) != fill);
    }
}

/// A price of next to nothing stands on the axis, the highest one at the other end: both discs are drawn whole.
void TestCharts::pointsAtTheEndsAreWhole()
{
    reports::ChartTable table = made(reports::ChartKind::Plausibility, 3, 5);
    for (std::size_t i = 0; i < 3; ++i) {
        reports::ChartRow &row = table.groups[0].rows[i];
        row.amount = {static_cast<std::int64_t>(i) * 10'000'000'000LL, static_cast<std::int64_t>(i) * 10'000'000'000LL};
        row.text.clear();
    }
    for (const Density density : {Density::Page, Density::Dock}) {
        const PlotStyle style = plotStyle(style::ThemeKind::Light, density);
        const QSize size(640, static_cast<int>(Plot::heightFor(table, style, 640)) + 1);
        const Plot plot(table, style, size);
        const QImage image = paintedOn(plot, size, 0);
        for (const PlotMark &mark : plot.marks()) {
            const auto inked = [&](const QRect &box) {
                int count = 0;
                for (int y = box.top(); y <= box.bottom(); ++y)
                    for (int x = box.left(); x <= box.right(); ++x)
                        count += qAlpha(image.pixel(x, y)) > 128 && image.pixel(x, y) != style.ground.rgb();
                return count;
            };
            const QPoint centre = mark.outline.center().toPoint();
            const int before = inked(QRect(centre - QPoint(6, 6), QSize(6, 13)));
            const int after = inked(QRect(centre + QPoint(1, -6), QSize(6, 13)));
            QVERIFY2(std::min(before, after) > 25, qPrintable(QStringLiteral("%1 and %2").arg(before).arg(after)));
        }
    }
}

void TestCharts::whatIsNoRingTakesNoRoomOfOne()
{
    const PlotStyle style = plotStyle(style::ThemeKind::Light);
    reports::ChartTable one = made(reports::ChartKind::Concentration, 1, 5);
    reports::ChartTable two = made(reports::ChartKind::Concentration, 2, 5);
    one.groups[0].rows[0].share = 1;
    QVERIFY(Plot::heightFor(one, style, 600) < Plot::heightFor(two, style, 600) - 80);
    // In one column each has its own height, and what is below follows at once.
    two.groups.insert(two.groups.begin(), one.groups[0]);
    const QSizeF size(500, Plot::heightFor(two, style, 500));
    const Plot plot(two, style, size);
    QVERIFY(plot.marks()[1].area.top() - plot.marks()[0].area.top() < 110);
    QVERIFY(plot.marks().back().area.bottom() < size.height());
}

void TestCharts::aClickTellsTheDeals()
{
    ChartView chart;
    chart.setTable(tableOf(reports::ChartKind::Partner));
    chart.resize(600, chart.heightForWidth(600));
    std::vector<int> told;
    connect(&chart, &ChartView::dealsActivated, &chart, [&](const std::vector<int> &deals) { told = deals; });
    const int oracle = markOfRow(chart, QStringLiteral("Oracle"));
    QVERIFY(oracle >= 0);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.marks()[static_cast<std::size_t>(oracle)].outline.center().toPoint());
    QCOMPARE(told.size(), std::size_t(1));
    QCOMPARE(embedded()->deals[static_cast<std::size_t>(told.front())].id, DealId("oracle-openai-compute"));
}

void TestCharts::keysWalkAndChoose()
{
    ChartView chart;
    chart.setTable(tableOf(reports::ChartKind::Partner));
    chart.resize(600, chart.heightForWidth(600));
    QSignalSpy activated(&chart, &ChartView::dealsActivated);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(activated.size(), 0);
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Down);
    QCOMPARE(chart.current(), 1);
    QVERIFY2(chart.words(1).contains(QStringLiteral("$250,000,000,000")), qPrintable(chart.words(1)));
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.current(), static_cast<int>(chart.marks().size()) - 1);
    QTest::keyClick(&chart, Qt::Key_Down);
    QCOMPARE(chart.current(), static_cast<int>(chart.marks().size()) - 1);
}

void TestCharts::chosenPartsAreOutlined()
{
    const reports::ChartTable table = tableOf(reports::ChartKind::Partner);
    const Plot plot(table, plotStyle(style::ThemeKind::Light), QSizeF(700, 700));
    const PlotMark &oracle = plot.marks()[0];
    QImage image(700, 700, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    plot.paintChosen(painter, {oracle.deals.begin(), oracle.deals.end()});
    painter.end();
    const QRgb accent = style::theme(style::ThemeKind::Light).accent.rgb();
    int outlined = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) == accent) {
                ++outlined;
                QVERIFY(oracle.outline.adjusted(-6, -6, 6, 6).contains(x, y));
            }
    QVERIFY(outlined > 300);
}

void TestCharts::hoveringLights()
{
    ChartView chart;
    chart.setTable(tableOf(reports::ChartKind::Partner, Lens::Power));
    chart.resize(600, chart.heightForWidth(600));
    std::vector<int> lit;
    connect(&chart, &ChartView::dealsHovered, &chart, [&](const std::vector<int> &deals) { lit = deals; });
    const PlotMark mark = chart.marks().front();
    moveTo(chart, mark.outline.center());
    QCOMPARE(lit, mark.deals);
    moveTo(chart, {2, 2});
    QVERIFY(lit.empty());
}

void TestCharts::othersOpen()
{
    ChartView chart;
    reports::ChartTable table = made(reports::ChartKind::Partner, 3, 8);
    table.groups.front().rows.back().key = QStringLiteral("other");
    chart.setTable(table);
    chart.resize(500, chart.heightForWidth(500));
    QSignalSpy opened(&chart, &ChartView::othersOpened);
    QSignalSpy activated(&chart, &ChartView::dealsActivated);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.marks().back().outline.center().toPoint());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(activated.size(), 0);
}

void TestCharts::pageShowsEveryChart()
{
    ChartsPage page;
    page.resize(1440, 900);
    page.look(embedded(), embedded()->opening, OrganizationId("openai"));
    page.show();
    QCOMPARE(page.charts().size(), std::size_t(9));
    for (const ChartView *chart : page.charts()) {
        QVERIFY2(!chart->table().title.isEmpty(), qPrintable(chart->accessibleName()));
        QVERIFY2(!chart->table().empty(), qPrintable(chart->table().title));
        QVERIFY2(chart->width() > 300 && chart->height() > 100,
                 qPrintable(QStringLiteral("%1: %2 x %3").arg(chart->table().title).arg(chart->width()).arg(chart->height())));
    }
    page.setBy(reports::ChartKind::Country);
    QCOMPARE(page.charts().front()->table().kind, reports::ChartKind::Country);
    Perspective inPower = embedded()->opening;
    inPower.lens = Lens::Power;
    page.look(embedded(), inPower, OrganizationId("openai"));
    QCOMPARE(page.charts().back()->table().unit, reports::ChartUnit::Megawatts);
    QVERIFY(page.charts()[1]->geometry().left() < page.charts()[0]->geometry().left());
    page.look(embedded(), embedded()->opening, OrganizationId("openai"));
    page.setBound(reports::ChartBound::High);
    QCOMPARE(page.charts().front()->table().bound, reports::ChartBound::High);
    std::vector<int> told;
    connect(&page, &ChartsPage::dealsActivated, &page, [&](const std::vector<int> &deals) { told = deals; });
    ChartView *power = page.charts()[1];
    QTest::mouseClick(power, Qt::LeftButton, {}, power->marks().front().outline.center().toPoint());
    QCOMPARE(told, power->marks().front().deals);
}

void TestCharts::whatIsCountedTakesFourLines()
{
    const PlotStyle style = plotStyle(style::ThemeKind::Light, Density::Dock);
    reports::ChartTable table = tableOf(reports::ChartKind::Partner);
    std::set<double> heights;
    for (int words = 1; words < 60; ++words) {
        table.counts = QStringLiteral("counted ").repeated(words);
        heights.insert(Plot::heightFor(table, style, 320));
    }
    QCOMPARE(heights.size(), std::size_t(4));
    QCOMPARE(*heights.rbegin() - *heights.begin(), 48.0);
}

void TestCharts::dockShowsTwo()
{
    ChartDock dock;
    dock.resize(416, 500);
    dock.look(embedded(), embedded()->opening, OrganizationId("openai"));
    const auto charts = dock.findChildren<ChartView *>();
    QCOMPARE(charts.size(), 2);
    QCOMPARE(charts[0]->table().unit, reports::ChartUnit::Dollars);
    QCOMPARE(charts[1]->table().unit, reports::ChartUnit::Megawatts);
}

void TestCharts::samePictureTwice()
{
    for (int kind = 0; kind <= static_cast<int>(reports::ChartKind::Concentration); ++kind) {
        const reports::ChartTable table = tableOf(static_cast<reports::ChartKind>(kind));
        const PlotStyle style = plotStyle(style::ThemeKind::Light);
        const QSize size(640, static_cast<int>(Plot::heightFor(table, style, 640)) + 1);
        const QImage first = paintedOn(Plot(table, style, size), size, 0);
        QCOMPARE(first, paintedOn(Plot(table, style, size), size, 0));
        int inked = 0;
        for (int y = 0; y < first.height(); y += 3)
            for (int x = 0; x < first.width(); x += 3)
                inked += qAlpha(first.pixel(x, y)) > 0;
        QVERIFY(inked > 500);
    }
}

DEALSCAPE_TEST(TestCharts, QApplication)
#include "test_charts.moc"
