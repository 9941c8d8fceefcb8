// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "fixture.h"

#include "charts/chartdock.h"
#include "charts/chartspage.h"
#include "charts/chartview.h"
#include "document/lookup.h"
#include "panels/tablespanel.h"
#include "resources/embedded.h"
#include "shell/chartmenu.h"
#include "shell/middle.h"
#include "shell/sidedock.h"

#include <QAction>
#include <QFile>
#include <QImage>
#include <QItemSelectionModel>
#include <QMouseEvent>
#include <QTableView>

#include <algorithm>
#include <memory>

using namespace dealscape;
using namespace dealscape::shell;
using charts::ChartView;

namespace {

struct ChartWindow : ShownWindow {
    ChartWindow() : ShownWindow({1600, 900}) {}

    QAction &all() { return *window->actions()[ActionId::ShowCharts]; }
    Middle &middle() { return *window->findChild<Middle *>(); }
    charts::ChartsPage &page()
    {
        if (!middle().chartsShown())
            all().trigger();
        return *window->findChild<charts::ChartsPage *>();
    }
    charts::ChartDock &dock()
    {
        window->findChild<SideDock *>()->showPage(QStringLiteral("Charts"));
        // The page of details has charts too.
        const auto docks = window->findChildren<charts::ChartDock *>();
        return **std::ranges::find_if(docks, &QWidget::isVisible);
    }
};

int rowOf(const ChartView &chart, const QString &label)
{
    for (std::size_t i = 0; i < chart.marks().size(); ++i)
        if (chart.words(static_cast<int>(i)).startsWith(label))
            return static_cast<int>(i);
    return -1;
}

void pointAt(QWidget &widget, QPointF point)
{
    QMouseEvent event(QEvent::MouseMove, point, widget.mapToGlobal(point), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

QAction *actionNamed(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions())
        if (action->text().remove(u'&').startsWith(text))
            return action;
    return nullptr;
}

} // namespace

class TestCharting : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void thePageTakesTheDiagramsPlace()
    {
        ChartWindow f;
        QVERIFY(f.window->diagram().isVisible());
        f.all().trigger();
        QVERIFY(f.page().isVisible() && !f.window->diagram().isVisible());
        QVERIFY(f.all().isChecked());
        for (const ChartView *chart : f.page().charts())
            QVERIFY2(!chart->table().empty(), qPrintable(chart->table().title));
        QTest::keyClick(f.page().charts().front(), Qt::Key_Escape);
        QVERIFY(f.window->diagram().isVisible());
        QVERIFY(!f.all().isChecked());
    }

    void barsSelectWhatTheirDealsShare()
    {
        ChartWindow f;
        ChartView &chart = *f.page().charts().front();
        chart.activate(rowOf(chart, QStringLiteral("OpenAI")));
        QCOMPARE(std::get<OrganizationId>(f.document().selection()), OrganizationId("openai"));
        chart.activate(rowOf(chart, QStringLiteral("Oracle")));
        QCOMPARE(std::get<DealId>(f.document().selection()), DealId("oracle-openai-compute"));
        QVERIFY(chart.isChosen(rowOf(chart, QStringLiteral("Oracle"))));
        chart.activate(rowOf(chart, QStringLiteral("Amazon")));
        QCOMPARE(std::get<document::EdgeKey>(f.document().selection()).head, OrganizationId("amazon"));
        f.window->actions()[ActionId::Back]->trigger();
        QCOMPARE(std::get<DealId>(f.document().selection()), DealId("oracle-openai-compute"));
    }

    void severalDealsAreHeld()
    {
        ChartWindow f;
        f.page().setBy(reports::ChartKind::Certainty);
        ChartView &chart = *f.page().charts().front();
        const int paid = rowOf(chart, QStringLiteral("Paid"));
        QVERIFY(paid >= 0);
        chart.activate(paid);
        const std::vector<int> deals = chart.marks()[static_cast<std::size_t>(paid)].deals;
        QVERIFY(deals.size() > 1);
        QCOMPARE(f.middle().link().chosen(), deals);
        QVERIFY(chart.isChosen(paid));
        f.window->actions()[ActionId::ShowTables]->trigger();
        auto &tables = *f.window->findChild<panels::TablesPanel *>();
        tables.open(panels::TableId::Deals);
        const QItemSelectionModel &rows = *tables.current()->table().selectionModel();
        QCOMPARE(static_cast<std::size_t>(rows.selectedRows().size()), deals.size());
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(!rows.hasSelection());
        QVERIFY(f.middle().link().chosen().empty());
        QVERIFY(f.middle().chartsShown());
        chart.activate(paid);
        f.document().select(OrganizationId("oracle"));
        QVERIFY(f.middle().link().chosen().empty());
    }

    void hoveringLightsBothWays()
    {
        ChartWindow f;
        charts::ChartDock &dock = f.dock();
        ChartView &chart = *dock.charts().front();
        const QImage calm = f.window->diagram().grab().toImage();
        const charts::PlotMark bar = chart.marks().front();
        pointAt(chart, bar.area.center());
        QVERIFY(f.window->diagram().grab().toImage() != calm);
        pointAt(chart, {2, 2});
        QCOMPARE(f.window->diagram().grab().toImage(), calm);
        const QImage quiet = chart.grab().toImage();
        const int node = document::nodeOf(*f.document().snapshot(), f.document().network(), OrganizationId("oracle"));
        f.window->diagram().hover({drawing::TargetKind::Node, node});
        QVERIFY(chart.grab().toImage() != quiet);
        f.window->diagram().hover({});
        QCOMPARE(chart.grab().toImage(), quiet);
    }

    void filtersAndThemesAreFollowed()
    {
        ChartWindow f;
        ChartView &chart = *f.page().charts().front();
        const std::size_t before = chart.marks().size();
        Perspective next = f.document().perspective();
        next.filter.atLeast = Money::billions(200);
        f.document().setPerspective(next);
        QVERIFY(chart.marks().size() < before);
        f.window->applyTheme(settings::ThemeChoice::Dark);
        QCOMPARE(chart.plotStyle().theme, style::ThemeKind::Dark);
        f.window->applyTheme(settings::ThemeChoice::Light);
        f.all().trigger();
        f.document().setPerspective(f.document().dataset().opening);
        f.all().trigger();
        QCOMPARE(chart.marks().size(), before);
    }

    void menusNarrowTheView()
    {
        ChartWindow f;
        f.document().select(OrganizationId("openai"));
        f.page().setBy(reports::ChartKind::Kind);
        ChartView &chart = *f.page().charts().front();
        ChartMenu menu(f.document(), f.page(), chart, 0);
        for (const char *text : {"Save as PNG", "Save as SVG", "Save as PDF", "Save the numbers as CSV", "Copy the picture"})
            QVERIFY2(actionNamed(menu, QString::fromLatin1(text)), text);
        QAction *only = actionNamed(menu, QStringLiteral("Show only"));
        QVERIFY(only);
        only->trigger();
        QCOMPARE(f.document().perspective().filter.kinds.size(), std::size_t(1));
        const ChartMenu whole(f.document(), f.page(), chart, -1);
        QVERIFY(!actionNamed(whole, QStringLiteral("Show only")));
    }

    void chartsAreSaved()
    {
        ChartWindow f;
        const ChartView &chart = *f.page().charts().front();
        for (const char *suffix : {"png", "svg", "pdf", "csv"}) {
            const QString path = f.folder.filePath(QStringLiteral("chart.") + QLatin1String(suffix));
            QVERIFY(ChartMenu::save(chart.table(), chart.plotStyle(), path));
            QVERIFY(QFile(path).size() > 500);
        }
        const auto nowhere = ChartMenu::save(chart.table(), chart.plotStyle(), QStringLiteral("/nowhere/at/all.png"));
        QVERIFY(!nowhere && nowhere.error().find("not written") != std::string::npos);
        const auto strange = ChartMenu::save(chart.table(), chart.plotStyle(), QStringLiteral("chart.gif"));
        QVERIFY(!strange && strange.error().find(".svg") != std::string::npos);
    }
};

DEALSCAPE_TEST(TestCharting, QApplication)
#include "test_charting.moc"
