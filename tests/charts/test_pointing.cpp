// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grounds.h"
#include "hand.h"
#include "testmain.h"

#include "charts/chartdock.h"

#include <QTest>

#include <QApplication>
#include <QSignalSpy>

#include <set>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

/// What a chart told last.
struct Told {
    explicit Told(ChartView &chart)
    {
        QObject::connect(&chart, &ChartView::dealsHovered, &chart, [this](const std::vector<int> &deals) { hovered = deals, ++times; });
        QObject::connect(&chart, &ChartView::dealsActivated, &chart, [this](const std::vector<int> &deals) { activated = deals; });
        QObject::connect(&chart, &ChartView::menuWanted, &chart, [this](int mark, QPoint at) { menu = mark, place = at; });
    }

    std::vector<int> hovered;
    std::vector<int> activated;
    int times = 0;
    int menu = -2;
    QPoint place;
};

PlotMark withDeals(const ChartView &chart)
{
    return *std::ranges::find_if(chart.marks(), [](const PlotMark &mark) { return !mark.deals.empty(); });
}

void addKinds()
{
    QTest::addColumn<int>("kind");
    for (const reports::ChartKind kind : kinds)
        QTest::addRow("kind %d", static_cast<int>(kind)) << static_cast<int>(kind);
}

} // namespace

class TestPointing : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void everyMarkCanBePointedAt_data() { addKinds(); }

    void everyMarkCanBePointedAt()
    {
        QFETCH(int, kind);
        ChartView chart;
        show(chart, tableOn(groundNamed("published, one"), static_cast<reports::ChartKind>(kind)), 900);
        Told told(chart);
        QVERIFY(!chart.marks().empty());
        for (int mark = 0; mark < static_cast<int>(chart.marks().size()); ++mark) {
            const PlotMark at = chart.marks()[static_cast<std::size_t>(mark)];
            const QPointF place = placeOf(chart, mark);
            QVERIFY2(place.x() >= 0, qPrintable(at.words));
            moveOver(chart, place);
            QCOMPARE(told.hovered, at.deals);
            QCOMPARE(chart.cursor().shape(), Qt::PointingHandCursor);
            QCOMPARE(hintAt(chart, place), at.words);
            told.activated.clear();
            QTest::mouseClick(&chart, Qt::LeftButton, {}, place.toPoint());
            QCOMPARE(told.activated, at.deals);
            QCOMPARE(chart.current(), mark);
        }
        moveOver(chart, {1, 1});
        QVERIFY(told.hovered.empty());
        QCOMPARE(chart.cursor().shape(), Qt::ArrowCursor);
        QTRY_COMPARE(hintAt(chart, QPointF(1, 1)), QString());
    }

    /// The slices of a ring, those that its list gathers as well.
    void slicesAreMarks()
    {
        ChartView chart;
        show(chart, tableOn(groundNamed("a hundred"), reports::ChartKind::Concentration), 1000);
        Told told(chart);
        std::set<int> groups;
        for (std::size_t i = 0; i < chart.marks().size(); ++i) {
            const PlotMark mark = chart.marks()[i];
            const QPainterPath &slice = mark.slice;
            QVERIFY2(!slice.isEmpty(), qPrintable(mark.words));
            groups.insert(mark.group);
            // On the outer arc, drawn inwards by half the width of the ring.
            const QPointF outer = slice.pointAtPercent(slice.percentAtLength(1));
            QRectF ring;
            for (const PlotMark &other : chart.marks())
                if (other.group == mark.group)
                    ring |= other.slice.boundingRect();
            const QPointF inside = ring.center() + (outer - ring.center()) * 0.8;
            QCOMPARE(chart.markAt(inside), static_cast<int>(i));
            QVERIFY(!ring.contains(mark.area.center()));
        }
        QCOMPARE(groups.size(), std::size_t(3));
        const PlotMark gathered = chart.marks()[6];
        QTest::mouseClick(&chart, Qt::LeftButton, {}, placeOf(chart, 6).toPoint());
        QCOMPARE(told.activated, gathered.deals);
    }

    void otherButtonsChooseNothing()
    {
        ChartView chart;
        show(chart, tableOn(groundNamed("a hundred"), reports::ChartKind::Partner), 600);
        Told told(chart);
        const QPoint place = placeOf(chart, 1).toPoint();
        for (const Qt::MouseButton button : {Qt::RightButton, Qt::MiddleButton})
            QTest::mouseClick(&chart, button, {}, place);
        QVERIFY(told.activated.empty());
        QCOMPARE(chart.current(), -1);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, {2, 2});
        QVERIFY(told.activated.empty());
    }

    void theCornerOffersTheFiles()
    {
        ChartView chart;
        show(chart, tableOn(groundNamed("a hundred"), reports::ChartKind::Partner), 600);
        Told told(chart);
        const QPointF corner(chart.width() - 28, 28);
        moveOver(chart, corner);
        QCOMPARE(chart.cursor().shape(), Qt::PointingHandCursor);
        QVERIFY(told.hovered.empty());
        QCOMPARE(hintAt(chart, corner), QStringLiteral("Save or copy this chart"));
        QTest::mouseClick(&chart, Qt::LeftButton, {}, corner.toPoint());
        QCOMPARE(told.menu, -1);
        QVERIFY(QRect(chart.mapToGlobal(QPoint(540, 0)), QSize(60, 60)).contains(told.place));
        // Neither a dock nor a chart without groups has one.
        chart.setPlotStyle(plotStyle(style::ThemeKind::Light, Density::Dock));
        QTRY_COMPARE(hintAt(chart, corner), QString());
        chart.setPlotStyle(plotStyle(style::ThemeKind::Light));
        chart.setTable(tableOn(groundNamed("nothing"), reports::ChartKind::Partner));
        QTRY_COMPARE(hintAt(chart, corner), QString());
    }

    /// Whoever hovers a bar while the data change under the pointer leaves nothing lit behind.
    void whatWasHoveredIsForgottenWithItsBars()
    {
        ChartView chart;
        show(chart, tableOn(groundNamed("a hundred"), reports::ChartKind::Partner), 600);
        Told told(chart);
        moveOver(chart, placeOf(chart, 2));
        QCOMPARE(told.hovered, chart.marks()[2].deals);
        chart.setTable(tableOn(groundNamed("every form"), reports::ChartKind::Partner));
        QVERIFY(told.hovered.empty());
        const int times = told.times;
        leave(chart);
        QCOMPARE(told.times, times);
        chart.setTable(tableOn(groundNamed("a hundred"), reports::ChartKind::Partner));
        QCOMPARE(told.times, times);
    }

    void narrowingToNothingLeavesTheBars()
    {
        ChartView chart;
        show(chart, tableOn(groundNamed("a hundred"), reports::ChartKind::Partner), 600);
        chart.show();
        Told told(chart);
        moveOver(chart, placeOf(chart, 2));
        chart.walkTo(3);
        chart.resize(100, 300);
        QVERIFY(chart.marks().empty());
        QCOMPARE(chart.current(), -1);
        QCOMPARE(chart.currentArea(), chart.rect());
        QVERIFY(told.hovered.empty());
        QVERIFY(!chart.grab().isNull());
        chart.resize(600, 600);
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.current(), 0);
    }

    /// What is lit elsewhere is tinted here, and nothing but it.
    void litDealsTintTheirMarks_data() { addKinds(); }

    void litDealsTintTheirMarks()
    {
        QFETCH(int, kind);
        ChartView chart;
        show(chart, tableOn(groundNamed("published, one"), static_cast<reports::ChartKind>(kind)), 800);
        const QImage calm = chart.grab().toImage();
        const PlotMark last = withDeals(chart);
        chart.setLit(last.deals);
        const QImage lit = chart.grab().toImage();
        QRectF allowed;
        for (const PlotMark &mark : chart.marks())
            if (std::ranges::any_of(mark.deals, [&](int deal) { return std::ranges::find(last.deals, deal) != last.deals.end(); }))
                allowed |= mark.area;
        const QRect changed = changedIn(calm, lit);
        QVERIFY(!changed.isEmpty());
        QVERIFY(allowed.toAlignedRect().adjusted(-1, -1, 1, 1).contains(changed));
        chart.setLit({});
        QCOMPARE(chart.grab().toImage(), calm);
    }

    /// What is chosen elsewhere is outlined in the accent, whatever the theme.
    void chosenDealsAreOutlined_data() { addKinds(); }

    void chosenDealsAreOutlined()
    {
        QFETCH(int, kind);
        for (const style::ThemeKind theme : themes) {
            ChartView chart;
            chart.setPlotStyle(plotStyle(theme));
            show(chart, tableOn(groundNamed("published, one"), static_cast<reports::ChartKind>(kind)), 800);
            const QImage calm = chart.grab().toImage();
            const PlotMark first = withDeals(chart);
            chart.setChosen({first.deals.front()});
            const QImage chosen = chart.grab().toImage();
            QRectF allowed;
            for (std::size_t i = 0; i < chart.marks().size(); ++i) {
                const PlotMark &mark = chart.marks()[i];
                const bool meant = std::ranges::find(mark.deals, first.deals.front()) != mark.deals.end();
                QCOMPARE(chart.isChosen(static_cast<int>(i)), meant);
                if (meant)
                    allowed |= mark.outline | mark.slice.boundingRect();
            }
            const QRect changed = changedIn(calm, chosen);
            QVERIFY(allowed.toAlignedRect().adjusted(-6, -6, 6, 6).contains(changed));
            const QRectF &slice = first.slice.boundingRect();
            QVERIFY(slice.isEmpty() || changed.contains(slice.toAlignedRect()));
            int inked = 0;
            for (int y = changed.top(); y <= changed.bottom(); ++y)
                for (int x = changed.left(); x <= changed.right(); ++x)
                    inked += chosen.pixel(x, y) == style::theme(theme).accent.rgb();
            QVERIFY(inked > 20);
        }
    }

    /// A choice of some deals fills as much of a bar as they make of it.
    void aPartOfABarIsWashed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("bound");
        for (const auto kind : {reports::ChartKind::Layer, reports::ChartKind::Schedule})
            for (const auto bound : {reports::ChartBound::Low, reports::ChartBound::Range, reports::ChartBound::High})
                QTest::addRow("kind %d, bound %d", static_cast<int>(kind), static_cast<int>(bound))
                    << static_cast<int>(kind) << static_cast<int>(bound);
    }

    void aPartOfABarIsWashed()
    {
        QFETCH(int, kind);
        QFETCH(int, bound);
        // A quarter and three quarters of one bar, which a part without a low end adds nothing to at the low bound.
        const auto dataset = around({"One", "Two", "Three"}, [](std::size_t i, Deal &deal) {
            deal.flow = FlowClass::Compute;
            deal.certainty = i < 2 ? Certainty::Binding : Certainty::Potential;
            deal.value = i == 0 ? sample::billions(10) : i == 1 ? sample::billions(30) : sample::billions(0, 8);
            deal.term = {2026, 2026};
        });
        auto same = std::make_shared<Dataset>(*dataset);
        for (std::size_t i = 1; i < same->organizations.size(); ++i) {
            Organization partner = same->organizations[i];
            partner.layer = same->organizations[1].layer;
            same->organizations[i] = partner;
        }
        const Index index(*same);
        const reports::ChartGround whole(index, same->opening);
        const reports::ChartQuestion question{static_cast<reports::ChartKind>(kind), Lens::Value, OrganizationId("hub"),
                                              static_cast<reports::ChartBound>(bound), 0};
        const Plot plot = plotted(reports::chartTable(whole, question), plotStyle(style::ThemeKind::Light), 700);
        QCOMPARE(plot.marks().size(), std::size_t(1));
        const std::vector<int> chosen = {0};
        const reports::ChartTable part = reports::chartTable(whole.only(chosen), question);
        QImage image(plot.size().toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        plot.paintChosen(painter, {0}, part);
        painter.end();
        const QRectF binding = plot.marks().front().parts.front();
        const bool upright = plot.table().kind == reports::ChartKind::Schedule;
        const auto washed = [&](double share) {
            const QPointF at = upright ? QPointF(binding.center().x(), binding.bottom() - binding.height() * share)
                                       : QPointF(binding.left() + binding.width() * share, binding.center().y());
            return qAlpha(image.pixel(at.toPoint())) > 0;
        };
        QVERIFY(washed(0.1) && washed(0.2));
        QVERIFY(!washed(0.35) && !washed(0.6) && !washed(0.9));
        QCOMPARE(plot.words(0, {0}, part).section(u'\n', -1), QStringLiteral("Selected: $10B"));
    }

    /// Positions of deals in one dataset say nothing about another.
    void anotherDatasetForgetsWhatWasLit()
    {
        ChartDock dock;
        dock.resize(416, 700);
        dock.show();
        const Ground &first = groundNamed("a hundred");
        const Ground &second = groundNamed("every form");
        dock.look(first.dataset, first.dataset->opening, first.subject);
        dock.setLit({0, 1, 2, 3, 4, 5});
        dock.setChosen({0, 1});
        dock.look(second.dataset, second.dataset->opening, second.subject);
        ChartView &chart = *dock.charts().front();
        for (int mark = 0; mark < static_cast<int>(chart.marks().size()); ++mark)
            QVERIFY(!chart.isChosen(mark));
        const QImage before = chart.grab().toImage();
        chart.setLit({});
        QCOMPARE(chart.grab().toImage(), before);
        chart.setLit({0, 1, 2, 3, 4, 5});
        QVERIFY(chart.grab().toImage() != before);
    }

    void openingTheOthersShowsThemAll()
    {
        ChartDock dock(4);
        dock.resize(416, 700);
        dock.show();
        const Ground &ground = groundNamed("a hundred");
        dock.look(ground.dataset, ground.dataset->opening, ground.subject);
        ChartView &chart = *dock.charts().front();
        const std::size_t few = chart.marks().size();
        const int height = chart.minimumHeight();
        const auto other =
            std::ranges::find_if(chart.marks(), [](const PlotMark &mark) { return mark.words.contains(QStringLiteral("others")); });
        QVERIFY(other != chart.marks().end());
        QSignalSpy activated(&dock, &ChartSet::dealsActivated);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, other->area.center().toPoint());
        QCOMPARE(activated.size(), 0);
        QCOMPARE(few, std::size_t(15));
        QCOMPARE(chart.marks().size(), std::size_t(100));
        QVERIFY(chart.minimumHeight() > height + 80 * 16);
        dock.look(ground.dataset, ground.dataset->opening, OrganizationId("partner-3"));
        dock.look(ground.dataset, ground.dataset->opening, ground.subject);
        QCOMPARE(chart.marks().size(), few);
    }
};

DEALSCAPE_TEST(TestPointing, QApplication)
#include "test_pointing.moc"
