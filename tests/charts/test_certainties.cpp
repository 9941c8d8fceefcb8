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

/// One bar for each certainty, the last but one potential up to 40.
reports::ChartTable rampOf(reports::ChartKind kind = reports::ChartKind::Partner)
{
    reports::ChartTable table;
    table.kind = kind;
    table.title = QStringLiteral("Ramp, $ billion");
    table.scale = {1e9, QStringLiteral("$ billion")};
    reports::ChartGroup group{QStringLiteral("Compute"), FlowClass::Compute, {}, {}, QStringLiteral("compute")};
    for (int i = 0; i < 5; ++i) {
        reports::ChartRow row;
        row.key = row.label = QString::number(2025 + i);
        row.text = QStringLiteral("$40B");
        const auto certainty = static_cast<Certainty>(i);
        const std::int64_t high = 40'000'000'000LL;
        const std::int64_t low = certainty == Certainty::Potential ? 0 : high;
        row.amount = {low, high};
        row.segments = {{certainty, low, high}};
        row.deals = {i};
        row.date = Date{2025 + i, 0, 0};
        row.share = 0.2;
        group.rows.push_back(row);
    }
    table.groups.push_back(group);
    return table;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

bool covers(const std::vector<SeenShape> &shapes, const QRectF &part)
{
    QPainterPath all;
    for (const SeenShape &shape : shapes)
        all = all.united(shape.path);
    return all.contains(part.adjusted(1, 1, -1, -1));
}

void addThemes()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(style::ThemeKind::Light);
    QTest::newRow("dark") << static_cast<int>(style::ThemeKind::Dark);
    QTest::newRow("print") << static_cast<int>(style::ThemeKind::Print);
}

} // namespace

class TestCertainties : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void eachHasItsFill_data() { addThemes(); }

    void eachHasItsFill()
    {
        QFETCH(int, theme);
        const PlotStyle style = plotStyle(static_cast<style::ThemeKind>(theme));
        const style::Theme &colours = style::theme(style.theme);
        for (const auto kind : {reports::ChartKind::Partner, reports::ChartKind::Schedule}) {
            const Plot plot = plotted(rampOf(kind), style, 700);
            const Seen seen = witnessed(plot);
            QCOMPARE(plot.marks().size(), std::size_t(5));
            for (int i = 0; i < 5; ++i) {
                const auto certainty = static_cast<Certainty>(i);
                const QRectF part = plot.marks()[static_cast<std::size_t>(i)].parts.front();
                const QColor fill = certainty == Certainty::Potential ? style.ground : colours.certainty(certainty);
                QVERIFY2(covers(seen.filled(fill), part),
                         qPrintable(QStringLiteral("certainty %1 in kind %2").arg(i).arg(static_cast<int>(kind))));
            }
        }
    }

    /// What may never come is hatched inside its own outline and nowhere else.
    void potentialIsHatched_data() { addThemes(); }

    void potentialIsHatched()
    {
        QFETCH(int, theme);
        const PlotStyle style = plotStyle(static_cast<style::ThemeKind>(theme));
        const QColor ink = style::theme(style.theme).certainty(Certainty::Potential);
        for (const auto kind : {reports::ChartKind::Partner, reports::ChartKind::Schedule}) {
            const Plot plot = plotted(rampOf(kind), style, 700);
            const QRectF part = plot.marks()[3].parts.front();
            QPainterPath stripes;
            for (const SeenShape &shape : witnessed(plot).filled(ink))
                stripes.addPath(shape.path);
            QVERIFY(part.adjusted(-0.5, -0.5, 0.5, 0.5).contains(stripes.boundingRect()));
            QVERIFY(stripes.boundingRect().width() > 0.9 * part.width() && stripes.boundingRect().height() > 0.9 * part.height());
            QPainterPath whole;
            whole.addRect(part);
            QVERIFY(!stripes.contains(part.adjusted(1, 1, -1, -1)));
        }
    }

    void everyWordIsReadable_data() { addThemes(); }

    void everyWordIsReadable()
    {
        QFETCH(int, theme);
        for (const Density density : {Density::Page, Density::Dock})
            for (const reports::ChartKind kind : kinds) {
                PlotStyle style = plotStyle(static_cast<style::ThemeKind>(theme), density);
                style.key = CertaintyKey::Shown;
                for (const SeenText &text : witnessed(plotted(tableOn(groundNamed("published, one"), kind), style, 900)).texts) {
                    QVERIFY2(contrast(text.colour, style.ground) >= 4.5, qPrintable(text.text));
                    QVERIFY2(text.pixels >= 11, qPrintable(text.text));
                }
            }
    }

    void rangesReachFromTheLowEndToTheHighOne_data() { addThemes(); }

    void rangesReachFromTheLowEndToTheHighOne()
    {
        QFETCH(int, theme);
        const PlotStyle style = plotStyle(static_cast<style::ThemeKind>(theme));
        const Ground &ground = groundNamed("every form");
        for (const auto bound : {reports::ChartBound::Low, reports::ChartBound::Range, reports::ChartBound::High}) {
            const auto table = tableOn(ground, reports::ChartKind::Partner, Lens::Value, bound);
            const Plot plot = plotted(table, style, 800);
            const Seen seen = witnessed(plot);
            const auto ticks = ticksAlong(seen, Qt::Horizontal);
            const auto at = [&](double value) { return ticks[0].at + value * (ticks[1].at - ticks[0].at) / ticks[1].value; };
            std::vector<QRectF> brackets;
            for (const SeenShape &line : seen.drawn(style::theme(style.theme).text))
                if (line.path.boundingRect().width() > 1)
                    brackets.push_back(line.path.boundingRect());
            std::size_t expected = 0;
            for (const PlotMark &mark : plot.marks()) {
                const auto &amount = table.groups[static_cast<std::size_t>(mark.group)].rows[static_cast<std::size_t>(mark.row)].amount;
                const double low = static_cast<double>(amount.low.value_or(0)) / 1e9;
                const double high = static_cast<double>(amount.high.value_or(0)) / 1e9;
                if (bound != reports::ChartBound::Range || high <= low)
                    continue;
                ++expected;
                const bool found = std::ranges::any_of(brackets, [&](const QRectF &line) {
                    return std::abs(line.left() - at(low)) < 0.5 && std::abs(line.right() - at(high)) < 0.5 &&
                        std::abs(line.center().y() - mark.area.center().y()) < 0.5;
                });
                QVERIFY2(found, qPrintable(mark.words));
            }
            QCOMPARE(brackets.size(), expected);
            QCOMPARE(expected > 0, bound == reports::ChartBound::Range);
        }
    }

    /// A chart that stands alone explains the fills that it has, in the order of firmness, and no others.
    void theKeyIsThatOfTheFills_data()
    {
        QTest::addColumn<QString>("ground");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *name, const char *ground, reports::ChartKind kind, const QStringList &names) {
            QTest::newRow(name) << QString::fromLatin1(ground) << static_cast<int>(kind) << names;
        };
        const QStringList all = {"Paid or completed", "Binding", "Announced", "Potential"};
        row("all four", "a hundred", reports::ChartKind::Partner, all);
        row("one deal", "one deal", reports::ChartKind::Partner, {"Paid or completed"});
        row("over time", "a hundred", reports::ChartKind::Timeline, all);
        row("prices have none", "every form", reports::ChartKind::Plausibility, {});
        row("ranks have none", "a hundred", reports::ChartKind::Concentration, {});
        row("nothing", "nothing", reports::ChartKind::Partner, {});
    }

    void theKeyIsThatOfTheFills()
    {
        QFETCH(QString, ground);
        QFETCH(int, kind);
        const auto table = tableOn(groundNamed(ground.toStdString()), static_cast<reports::ChartKind>(kind));
        PlotStyle style = plotStyle(style::ThemeKind::Light);
        for (const CertaintyKey key : {CertaintyKey::Shown, CertaintyKey::Elsewhere}) {
            style.key = key;
            const Seen seen = witnessed(plotted(table, style, 960));
            std::vector<std::pair<double, QString>> placed;
            for (const SeenText &text : seen.texts)
                if (text.baseline.y() < 40 && text.baseline.x() > 300)
                    placed.emplace_back(text.baseline.x(), text.text);
            std::ranges::sort(placed);
            QStringList told;
            for (const auto &[place, name] : placed)
                told += name;
            QFETCH(QStringList, names);
            QCOMPARE(told, key == CertaintyKey::Shown ? names : QStringList());
        }
    }

    /// Parts of one whole are a ring where one end of the range is asked for, and certainties keep their fills in it.
    void partsOfAWholeAreARing()
    {
        const Ground &ground = groundNamed("a hundred");
        const PlotStyle style = plotStyle(style::ThemeKind::Light);
        for (const auto bound : {reports::ChartBound::Low, reports::ChartBound::Range, reports::ChartBound::High}) {
            const Plot plot = plotted(tableOn(ground, reports::ChartKind::Certainty, Lens::Value, bound), style, 800);
            const auto rings = std::ranges::count_if(plot.marks(), [](const PlotMark &mark) { return !mark.slice.isEmpty(); });
            QCOMPARE(rings > 0, bound != reports::ChartBound::Range);
            for (const PlotMark &mark : plot.marks()) {
                if (mark.slice.isEmpty())
                    continue;
                const auto &row = plot.table().groups[static_cast<std::size_t>(mark.group)].rows[static_cast<std::size_t>(mark.row)];
                const Certainty certainty = row.segments.front().certainty;
                const auto fills = witnessed(plot).filled(style::theme(style.theme).certainty(certainty));
                const QRectF slice = mark.slice.boundingRect();
                QVERIFY2(std::ranges::any_of(fills,
                                             [&](const SeenShape &shape) {
                                                 const QRectF box = shape.path.boundingRect();
                                                 return std::abs(box.left() - slice.left()) < 1.5 &&
                                                     std::abs(box.right() - slice.right()) < 1.5 &&
                                                     std::abs(box.top() - slice.top()) < 1.5 &&
                                                     std::abs(box.bottom() - slice.bottom()) < 1.5;
                                             }),
                         qPrintable(mark.words));
            }
        }
    }
};

DEALSCAPE_TEST(TestCertainties, QApplication)
#include "test_certainties.moc"
