// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grounds.h"
#include "reading.h"
#include "testmain.h"

#include <QTest>

#include <QApplication>

#include <set>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

constexpr std::array periods = {reports::ChartKind::Timeline, reports::ChartKind::Schedule};

/// Marks of one panel, in their order.
std::vector<PlotMark> panelOf(const Plot &plot, int group)
{
    std::vector<PlotMark> marks;
    std::ranges::copy_if(plot.marks(), std::back_inserter(marks), [&](const PlotMark &mark) { return mark.group == group; });
    return marks;
}

std::set<int> panelsIn(const Plot &plot)
{
    std::set<int> groups;
    for (const PlotMark &mark : plot.marks())
        groups.insert(mark.group);
    return groups;
}

/// A hundred deals with a founding article of the day that stated so many billions.
reports::ChartTable withArticle(const Date &date, std::int64_t stated)
{
    auto table = tableOn(groundNamed("a hundred"), reports::ChartKind::Timeline);
    table.mark = reports::ChartMark{date, QStringLiteral("Article: over $%1B").arg(stated), QStringLiteral("$700B itemised"),
                                    stated * 1'000'000'000};
    return table;
}

} // namespace

class TestPeriods : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    /// Panels stand side by side where there is room, never on one another, and share one scale.
    void panelsShareOneScale_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("lens");
        for (const auto kind : periods)
            for (const Lens lens : {Lens::Value, Lens::Power})
                QTest::addRow("kind %d, lens %d", static_cast<int>(kind), static_cast<int>(lens))
                    << static_cast<int>(kind) << static_cast<int>(lens);
    }

    void panelsShareOneScale()
    {
        QFETCH(int, kind);
        QFETCH(int, lens);
        const auto table = tableOn(groundNamed("a hundred"), static_cast<reports::ChartKind>(kind), static_cast<Lens>(lens));
        for (const double width : {280.0, 640.0, 1000.0, 1600.0}) {
            const Plot plot = plotted(table, plotStyle(style::ThemeKind::Light), width);
            const Seen seen = witnessed(plot);
            const std::set<int> groups = panelsIn(plot);
            QCOMPARE(groups.size(), std::size_t(3));
            std::set<double> heights;
            std::vector<QRectF> areas;
            for (const int group : groups) {
                QRectF area;
                for (const PlotMark &mark : panelOf(plot, group)) {
                    area |= mark.area;
                    heights.insert(std::round(mark.area.height()));
                }
                for (const QRectF &other : areas)
                    QVERIFY(!area.intersects(other));
                areas.push_back(area);
                QVERIFY(seen.says(table.groups[static_cast<std::size_t>(group)].title));
            }
            QCOMPARE(heights.size(), std::size_t(1));
            std::set<double> lefts;
            for (const int group : groups)
                lefts.insert(seen.saying(table.groups[static_cast<std::size_t>(group)].title)->baseline.x());
            QCOMPARE(lefts.size(), width < 620 ? std::size_t(1) : width < 900 ? std::size_t(2) : std::size_t(3));
            const auto zeros = std::ranges::count(seen.texts, QStringLiteral("0"), &SeenText::text) +
                std::ranges::count(seen.texts, QStringLiteral("0.0"), &SeenText::text);
            QCOMPARE(zeros, 3);
        }
    }

    /// Every place of a panel belongs to one of its rows, in the order of time.
    void marksFillTheirPanel_data()
    {
        QTest::addColumn<int>("kind");
        for (const auto kind : periods)
            QTest::addRow("kind %d", static_cast<int>(kind)) << static_cast<int>(kind);
    }

    void marksFillTheirPanel()
    {
        QFETCH(int, kind);
        const Plot plot =
            plotted(tableOn(groundNamed("every form"), static_cast<reports::ChartKind>(kind)), plotStyle(style::ThemeKind::Light), 900);
        for (const int group : panelsIn(plot)) {
            const auto marks = panelOf(plot, group);
            for (std::size_t i = 1; i < marks.size(); ++i) {
                QVERIFY(marks[i].row == marks[i - 1].row + 1);
                QVERIFY(std::abs(marks[i].area.left() - marks[i - 1].area.right()) < 0.01 || marks[i - 1].area.width() == 4);
                QVERIFY(marks[i].outline.bottom() <= marks[i].area.bottom() + 0.01 && marks[i].outline.top() >= marks[i].area.top() - 0.01);
            }
        }
    }

    /// A group that would be an empty frame is named with its amount in place of being drawn.
    void whatIsTooSmallIsNamed()
    {
        const auto dataset = around(numbered(2), [](std::size_t i, Deal &deal) {
            deal.flow = i == 0 ? FlowClass::Compute : FlowClass::Capital;
            deal.value = i == 0 ? sample::billions(500) : sample::billions(2);
        });
        const Ground ground{"", dataset, OrganizationId("hub")};
        for (const auto kind : periods) {
            const Plot plot = plotted(tableOn(ground, kind), plotStyle(style::ThemeKind::Light), 700);
            QCOMPARE(panelsIn(plot).size(), std::size_t(1));
            const Seen seen = witnessed(plot);
            QVERIFY(seen.says(QStringLiteral("Pays for compute")) && !seen.says(QStringLiteral("Provides capital")));
            const SeenText *named = seen.saying(QStringLiteral("Too small for this scale: Provides capital $"));
            QVERIFY(named);
            QVERIFY(named->text.endsWith(kind == reports::ChartKind::Timeline ? QStringLiteral("$2B.") : QStringLiteral("$0.5B.")) ||
                    named->text.contains(QStringLiteral("B.")));
        }
        const Plot both = plotted(tableOn(groundNamed("a hundred"), reports::ChartKind::Timeline), plotStyle(style::ThemeKind::Light), 700);
        QVERIFY(!witnessed(both).saying(QStringLiteral("Too small")));
    }

    /// The article stands on its day, with what it stated where there is room for the words.
    void theArticleIsMarked_data()
    {
        QTest::addColumn<Date>("date");
        QTest::addColumn<double>("width");
        QTest::addColumn<QString>("words");
        QTest::newRow("late, wide") << Date{2026, 3, 1} << 900.0 << "Article: over $4000B";
        QTest::newRow("early, wide") << Date{2023, 4, 1} << 900.0 << "Article: over $4000B";
        QTest::newRow("late, narrow") << Date{2026, 3, 1} << 280.0 << "Article";
        QTest::newRow("in the middle, narrow") << Date{2024, 9, 1} << 280.0 << "";
    }

    void theArticleIsMarked()
    {
        QFETCH(Date, date);
        QFETCH(double, width);
        QFETCH(QString, words);
        const Plot plot = plotted(withArticle(date, 4000), plotStyle(style::ThemeKind::Light), width);
        const Seen seen = witnessed(plot);
        const QColor accent = style::theme(style::ThemeKind::Light).accent;
        const auto drawn = seen.drawn(accent);
        std::vector<QRectF> lines;
        std::vector<QRectF> dots;
        for (const SeenShape &shape : drawn)
            (shape.path.boundingRect().width() < 1 ? lines : dots).push_back(shape.path.boundingRect());
        QCOMPARE(lines.size(), panelsIn(plot).size());
        QCOMPARE(dots.size(), std::size_t(1));
        QVERIFY(
            std::ranges::any_of(lines, [&](const QRectF &line) { return std::abs(line.center().x() - dots.front().center().x()) < 0.01; }));
        QVERIFY2(overlapping(seen.texts).isEmpty(), qPrintable(overlapping(seen.texts)));
        QCOMPARE(seen.says(words), !words.isEmpty());
        if (words.isEmpty())
            QVERIFY(!seen.saying(QStringLiteral("Article")));
        if (width > 500)
            QVERIFY(seen.says(QStringLiteral("$700B itemised")));
        for (const int group : panelsIn(plot)) {
            const auto marks = panelOf(plot, group);
            // Its line is the last that begins before its end.
            const auto line = std::ranges::max_element(lines, {}, [&](const QRectF &at) {
                const bool own = std::abs(at.top() - marks.front().area.top()) < 0.01 && at.left() <= marks.back().area.right() + 1;
                return own ? at.left() : -1;
            });
            for (const PlotMark &mark : marks) {
                const auto &row = plot.table().groups[static_cast<std::size_t>(group)].rows[static_cast<std::size_t>(mark.row)];
                QCOMPARE(mark.area.left() < line->left(), *row.date < date);
            }
        }
    }

    /// A statement far beyond the scale is no reason to flatten it.
    void aTowerOfAStatementKeepsTheScale()
    {
        const auto heights = [](std::int64_t stated) {
            const Plot plot = plotted(withArticle({2025, 1, 1}, stated), plotStyle(style::ThemeKind::Light), 900);
            double most = 0;
            for (const PlotMark &mark : plot.marks())
                most = std::max(most, mark.outline.height() / mark.area.height());
            return most;
        };
        const double alone = heights(1);
        QVERIFY(alone > 0.9);
        QVERIFY(heights(10'000) < 0.9);
        QCOMPARE(heights(1'000'000), alone);
        const Seen seen = witnessed(plotted(withArticle({2025, 1, 1}, 1'000'000), plotStyle(style::ThemeKind::Light), 900));
        const auto accent = seen.drawn(style::theme(style::ThemeKind::Light).accent);
        QVERIFY(std::ranges::all_of(accent, [](const SeenShape &shape) { return shape.path.boundingRect().width() < 1; }));
    }

    /// At the end of the steps stands what each certainty has come to, or the total where all is of one.
    void theEndIsToldInWords()
    {
        const auto told = [](const std::function<void(std::size_t, Deal &)> &finish, Density density) {
            const auto dataset = around(numbered(3), [&](std::size_t i, Deal &deal) {
                deal.flow = FlowClass::Compute;
                deal.value = sample::billions(10 * (static_cast<std::int64_t>(i) + 1));
                deal.certainty = Certainty::Binding;
                finish(i, deal);
            });
            return witnessed(plotted(tableOn({"", dataset, OrganizationId("hub")}, reports::ChartKind::Timeline),
                                     plotStyle(style::ThemeKind::Light, density), 600));
        };
        const auto nothing = [](std::size_t, Deal &) {};
        const auto mixed = [](std::size_t i, Deal &deal) { deal.certainty = static_cast<Certainty>(i); };
        for (const Density density : {Density::Page, Density::Dock}) {
            const Seen one = told(nothing, density);
            QVERIFY(one.says(QStringLiteral("$60B")) && one.says(QStringLiteral("all binding")));
        }
        const Seen page = told(mixed, Density::Page);
        const SeenText *paid = page.saying(QStringLiteral("$10B paid"));
        const SeenText *binding = page.saying(QStringLiteral("$20B binding"));
        const SeenText *announced = page.saying(QStringLiteral("$30B announced"));
        QVERIFY(paid && binding && announced);
        QVERIFY(paid->baseline.y() > binding->baseline.y() && binding->baseline.y() > announced->baseline.y());
        const Seen dock = told(mixed, Density::Dock);
        QVERIFY(dock.says(QStringLiteral("$60B")) && !dock.saying(QStringLiteral("paid")));
    }

    /// Every so many years have their number, under their bar.
    void yearsAreNumbered_data()
    {
        QTest::addColumn<int>("years");
        QTest::addColumn<double>("width");
        for (const int years : {1, 4, 12, 40})
            for (const double width : {280.0, 600.0, 1600.0})
                QTest::addRow("%d years, %g wide", years, width) << years << width;
    }

    void yearsAreNumbered()
    {
        QFETCH(int, years);
        QFETCH(double, width);
        const auto dataset = around({"Partner"}, [&](std::size_t, Deal &deal) {
            deal.term = {2026, 2025 + years};
            deal.value = sample::billions(100);
        });
        const Plot plot =
            plotted(tableOn({"", dataset, OrganizationId("hub")}, reports::ChartKind::Schedule), plotStyle(style::ThemeKind::Light), width);
        QCOMPARE(plot.marks().size(), static_cast<std::size_t>(years));
        const Seen seen = witnessed(plot);
        int numbered = 0;
        double before = 0;
        for (int i = 0; i < years; ++i) {
            const QRectF bar = plot.marks()[static_cast<std::size_t>(i)].outline;
            QVERIFY(bar.left() > before);
            before = bar.right();
            const SeenText *number = nullptr;
            for (const SeenText &text : seen.texts)
                if (text.text == QString::number(2026 + i) && text.baseline.y() > bar.bottom())
                    number = &text;
            if (!number)
                continue;
            ++numbered;
            QVERIFY(std::abs(number->baseline.x() + number->width / 2 - bar.center().x()) < 0.1);
        }
        QVERIFY(seen.says(QStringLiteral("2026")));
        QVERIFY2(numbered == years || plot.marks().front().area.width() < 36, qPrintable(QString::number(numbered)));
        QVERIFY2(overlapping(seen.texts).isEmpty(), qPrintable(overlapping(seen.texts)));
    }
};

DEALSCAPE_TEST(TestPeriods, QApplication)
#include "test_periods.moc"
