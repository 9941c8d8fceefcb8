// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grounds.h"
#include "reading.h"
#include "testmain.h"

#include "charts/canvas.h"

#include <QTest>

#include <QApplication>

#include <set>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

/// What is wrong with the numbers of an axis; nothing when they begin at zero and go on in round steps of one size.
QString faultOf(const std::vector<SeenTick> &ticks)
{
    if (ticks.size() < 2)
        return QStringLiteral("only %1 numbers").arg(ticks.size());
    if (ticks.size() > 7)
        return QStringLiteral("%1 numbers").arg(ticks.size());
    if (ticks.front().text.toDouble() != 0 || ticks.front().text.contains(u'-'))
        return QStringLiteral("begins at ") + ticks.front().text;
    const double step = ticks[1].value;
    const double leading = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
    if (std::ranges::none_of(std::array{1.0, 2.0, 2.5, 5.0}, [&](double round) { return std::abs(leading - round) < 1e-6; }))
        return QStringLiteral("a step of ") + ticks[1].text;
    for (std::size_t i = 1; i < ticks.size(); ++i) {
        if (std::abs(ticks[i].value - static_cast<double>(i) * step) > 1e-6 * ticks[i].value)
            return QStringLiteral("no even steps at ") + ticks[i].text;
        if (std::abs(ticks[i].at - ticks[0].at - static_cast<double>(i) * (ticks[1].at - ticks[0].at)) > 0.3)
            return QStringLiteral("no even places at ") + ticks[i].text;
    }
    return {};
}

/// A deal announced on each of the days.
reports::ChartTable timelineOf(const QStringList &days)
{
    const auto dataset = around(numbered(static_cast<std::size_t>(days.size())), [&](std::size_t i, Deal &deal) {
        deal.announced = *Date::parse(days[static_cast<qsizetype>(i)].toStdString());
        deal.flow = FlowClass::Compute;
    });
    return tableOn({"days", dataset, OrganizationId("hub")}, reports::ChartKind::Timeline);
}

} // namespace

class TestAxes : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void numbersHaveNoMoreDecimalsThanTheirStep_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("step");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << 20.0 << "0";
        QTest::newRow("thousands") << 12000.0 << 2000.0 << "12,000";
        QTest::newRow("halves of fives") << 5.0 << 2.5 << "5.0";
        QTest::newRow("tenths") << 0.30000000000000004 << 0.1 << "0.3";
        QTest::newRow("quarters") << 0.75 << 0.25 << "0.75";
        QTest::newRow("thousandths") << 0.004 << 0.002 << "0.004";
        QTest::newRow("zero of tenths") << 0.0 << 0.5 << "0.0";
    }

    void numbersHaveNoMoreDecimalsThanTheirStep()
    {
        QFETCH(double, value);
        QFETCH(double, step);
        QTEST(axisNumber(value, step), "text");
    }

    void shortAxesHaveFewerNumbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("step");
        QTest::newRow("room for all") << 100.0 << 400.0 << 20.0;
        QTest::newRow("room for three") << 100.0 << 90.0 << 50.0;
        QTest::newRow("room for one, of 3") << 3'000'000.0 << 66.0 << 2'500'000.0;
        QTest::newRow("room for one, of 1.2") << 1'200'000.0 << 50.0 << 1'000'000.0;
        QTest::newRow("room for none") << 70.0 << 5.0 << 50.0;
        QTest::newRow("small") << 0.24 << 40.0 << 0.2;
    }

    void shortAxesHaveFewerNumbers()
    {
        QFETCH(double, value);
        QFETCH(double, length);
        QTEST(stepApart(value, 5, length), "step");
    }

    void drawnAxesAreRound_data()
    {
        QTest::addColumn<QString>("ground");
        QTest::addColumn<int>("kind");
        for (const Ground &ground : grounds())
            for (const auto kind : {reports::ChartKind::Partner, reports::ChartKind::Certainty, reports::ChartKind::Timeline,
                                    reports::ChartKind::Schedule, reports::ChartKind::Plausibility})
                QTest::addRow("%s, kind %d", ground.name.c_str(), static_cast<int>(kind))
                    << QString::fromStdString(ground.name) << static_cast<int>(kind);
    }

    void drawnAxesAreRound()
    {
        QFETCH(QString, ground);
        QFETCH(int, kind);
        for (const Lens lens : {Lens::Value, Lens::Power}) {
            const auto table = tableOn(groundNamed(ground.toStdString()), static_cast<reports::ChartKind>(kind), lens);
            const bool upright = table.kind == reports::ChartKind::Timeline || table.kind == reports::ChartKind::Schedule;
            for (const double width : {280.0, 416.0, 640.0, 1600.0}) {
                const Plot plot = plotted(table, plotStyle(style::ThemeKind::Light), width);
                if (plot.marks().empty())
                    continue;
                const QString fault = faultOf(ticksAlong(witnessed(plot), upright ? Qt::Vertical : Qt::Horizontal));
                QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("%1 wide: ").arg(width) + fault));
            }
        }
    }

    void barsEndWhereTheAxisSays_data()
    {
        QTest::addColumn<int>("bound");
        QTest::addColumn<int>("density");
        for (const auto bound : {reports::ChartBound::Low, reports::ChartBound::Range, reports::ChartBound::High})
            for (const Density density : {Density::Page, Density::Dock})
                QTest::addRow("bound %d, density %d", static_cast<int>(bound), static_cast<int>(density))
                    << static_cast<int>(bound) << static_cast<int>(density);
    }

    void barsEndWhereTheAxisSays()
    {
        QFETCH(int, bound);
        QFETCH(int, density);
        const auto table =
            tableOn(groundNamed("every form"), reports::ChartKind::Partner, Lens::Value, static_cast<reports::ChartBound>(bound));
        const Plot plot = plotted(table, plotStyle(style::ThemeKind::Light, static_cast<Density>(density)), 700);
        const auto ticks = ticksAlong(witnessed(plot), Qt::Horizontal);
        const double unit = (ticks[1].at - ticks[0].at) / ticks[1].value;
        for (const PlotMark &mark : plot.marks()) {
            const auto &row = table.groups[static_cast<std::size_t>(mark.group)].rows[static_cast<std::size_t>(mark.row)];
            const bool low = table.bound == reports::ChartBound::Low;
            const auto end = static_cast<double>((low                   ? row.amount.low
                                                      : row.amount.high ? row.amount.high
                                                                        : row.amount.low)
                                                     .value_or(0)) /
                1e9;
            QVERIFY2(std::abs(mark.outline.right() - ticks[0].at - std::max(end * unit, 2.0)) < 0.5, qPrintable(mark.words));
        }
    }

    void timeIsToldInStepsThatFit_data()
    {
        QTest::addColumn<QStringList>("days");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("one day") << QStringList{"2025-03-20"} << QStringList{"Apr 2025"};
        QTest::newRow("one day at the end of a year") << QStringList{"2025-12-24"} << QStringList{"2026"};
        QTest::newRow("weeks") << QStringList{"2025-03-20", "2025-05-25"} << QStringList{"Apr 2025", "May", "Jun"};
        QTest::newRow("half a year") << QStringList{"2025-01-20", "2025-06-10"} << QStringList{"Feb 2025", "Mar", "Apr", "May", "Jun"};
        QTest::newRow("a year") << QStringList{"2024-03-01", "2025-02-01"} << QStringList{"Jul", "2025"};
        QTest::newRow("three years") << QStringList{"2023-02-01", "2025-08-01"} << QStringList{"Jul", "2024", "Jul", "2025", "Jul"};
        QTest::newRow("ten years") << QStringList{"2015-06-01", "2025-06-01"} << QStringList{"2016", "2018", "2020", "2022", "2024"};
        QTest::newRow("a century") << QStringList{"1925", "2025"} << QStringList{"1940", "1960", "1980", "2000", "2020"};
    }

    void timeIsToldInStepsThatFit()
    {
        QFETCH(QStringList, days);
        const auto table = timelineOf(days);
        const Plot plot = plotted(table, plotStyle(style::ThemeKind::Light), 600);
        const Seen seen = witnessed(plot);
        const double base = plot.marks().front().area.bottom() + 18;
        QStringList told;
        for (const SeenText &text : seen.texts)
            if (std::abs(text.baseline.y() - base) < 0.01)
                told += text.text;
        QTEST(told, "words");
    }

    /// A step begins on its day: half-way between two days half-way between the places of the two.
    void stepsStandOnTheirDays()
    {
        const auto table = timelineOf({"2024-01-01", "2025-01-01", "2026-01-01"});
        const Plot plot = plotted(table, plotStyle(style::ThemeKind::Light), 600);
        const Seen seen = witnessed(plot);
        QCOMPARE(plot.marks().size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            const SeenText *year = seen.saying(QString::number(2024 + i));
            QVERIFY(year);
            const double place = year->baseline.x() + year->width / 2;
            QVERIFY2(std::abs(place - plot.marks()[i].area.left()) < 0.1,
                     qPrintable(QStringLiteral("%1: %2 for %3").arg(year->text).arg(plot.marks()[i].area.left()).arg(place)));
        }
        for (std::size_t i = 0; i + 1 < 3; ++i)
            QCOMPARE(plot.marks()[i].area.right(), plot.marks()[i + 1].area.left());
    }
};

DEALSCAPE_TEST(TestAxes, QApplication)
#include "test_axes.moc"
