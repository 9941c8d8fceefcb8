// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grounds.h"
#include "reading.h"
#include "testmain.h"

#include <QTest>

#include <QApplication>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

constexpr std::array plotWidths = {280.0, 320.0, 416.0, 560.0, 760.0, 960.0, 1600.0};

/// An amount that lost its end, or a name of which next to nothing is left.
QString cutOff(const std::vector<SeenText> &texts, const reports::ChartTable &table)
{
    const auto amount = [&](const QString &start) {
        return (start.startsWith(u'$') && !start.contains(u' ')) ||
            std::ranges::any_of(table.groups, [&](const reports::ChartGroup &group) {
                   return std::ranges::any_of(group.rows, [&](const reports::ChartRow &row) { return row.text.startsWith(start); });
               });
    };
    for (const SeenText &seen : texts)
        if (const QString start = seen.text.section(QChar(0x2026), 0, 0);
            seen.text.endsWith(QChar(0x2026)) && (start.size() < 4 || amount(start)))
            return seen.text;
    return {};
}

QString overBars(const Plot &plot, const std::vector<SeenText> &texts)
{
    for (const PlotMark &mark : plot.marks())
        for (const QRectF &part : mark.parts)
            for (const SeenText &seen : texts)
                if (const QRectF shared = part & seen.box(); shared.width() > 1 && shared.height() > 1)
                    return seen.text;
    return {};
}

} // namespace

class TestPlotWords : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void wordsStandApart_data()
    {
        QTest::addColumn<QString>("ground");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("lens");
        for (const Ground &ground : grounds())
            for (const reports::ChartKind kind : kinds)
                for (const Lens lens : {Lens::Value, Lens::Power})
                    QTest::addRow("%s, kind %d, %s", ground.name.c_str(), static_cast<int>(kind),
                                  lens == Lens::Value ? "dollars" : "gigawatts")
                        << QString::fromStdString(ground.name) << static_cast<int>(kind) << static_cast<int>(lens);
    }

    void wordsStandApart()
    {
        QFETCH(QString, ground);
        QFETCH(int, kind);
        QFETCH(int, lens);
        QStringList faults;
        const auto table = tableOn(groundNamed(ground.toStdString()), static_cast<reports::ChartKind>(kind), static_cast<Lens>(lens));
        for (const Density density : {Density::Page, Density::Dock})
            for (const double width : plotWidths) {
                const Plot plot = plotted(table, plotStyle(style::ThemeKind::Light, density), width);
                const Seen seen = witnessed(plot);
                const QString where =
                    QStringLiteral("%1 wide%2: ").arg(width).arg(density == Density::Dock ? QStringLiteral(" dock") : QString());
                const auto note = [&](const char *fault, const QString &words) {
                    if (!words.isEmpty())
                        faults += where + QLatin1String(fault) + words;
                };
                note("overlapping: ", overlapping(seen.texts));
                note("cut off: ", cutOff(seen.texts, table));
                note("over a bar: ", overBars(plot, seen.texts));
                note("outside: ", outside(plot.size(), seen));
            }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n').left(900)));
    }

    void namesAreShownAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"<b>Bold</b> & Co", "A&amp;B", "阿里巴巴集团", "مبادلة", "חברת החשמל", "Яндекс", "100 %1 %2", "Tab\tStop"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void namesAreShownAsTheyAre()
    {
        QFETCH(QString, name);
        const Ground ground{"one", around({name.toStdString()}), OrganizationId("hub")};
        const QString shown = name.simplified();
        for (const Density density : {Density::Page, Density::Dock}) {
            const Plot plot = plotted(tableOn(ground, reports::ChartKind::Partner), plotStyle(style::ThemeKind::Light, density), 640);
            const Seen seen = witnessed(plot);
            QVERIFY2(seen.says(shown), qPrintable(shown));
            QCOMPARE(plot.marks().front().words.section(u'\n', 0, 0), shown + QStringLiteral(" – Pays for compute"));
        }
    }

    void theUnitOutlivesALongTitle_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("lens");
        QTest::addColumn<QString>("unit");
        QTest::newRow("partners") << static_cast<int>(reports::ChartKind::Partner) << static_cast<int>(Lens::Value) << ", $ billion";
        QTest::newRow("capacity") << static_cast<int>(reports::ChartKind::Partner) << static_cast<int>(Lens::Power) << ", GW";
        QTest::newRow("time") << static_cast<int>(reports::ChartKind::Timeline) << static_cast<int>(Lens::Value) << ", $ billion";
        QTest::newRow("prices") << static_cast<int>(reports::ChartKind::Plausibility) << static_cast<int>(Lens::Value) << "$ billion a GW";
    }

    void theUnitOutlivesALongTitle()
    {
        QFETCH(int, kind);
        QFETCH(int, lens);
        QFETCH(QString, unit);
        auto table = tableOn(groundNamed("a hundred"), static_cast<reports::ChartKind>(kind), static_cast<Lens>(lens));
        table.title.prepend(
            QStringLiteral("A name that is far longer than a title may be and goes on and on and on for ever, without an end, "));
        for (const Density density : {Density::Page, Density::Dock})
            for (const double width : {280.0, 416.0, 560.0}) {
                const Seen seen = witnessed(plotted(table, plotStyle(style::ThemeKind::Light, density), width));
                const QString title = seen.texts.front().text;
                QVERIFY2(title.startsWith(QStringLiteral("A name that")) && title.contains(QChar(0x2026)), qPrintable(title));
                QVERIFY2(title.endsWith(unit), qPrintable(title));
            }
    }

    /// Beside the estimates stands the unit of the numbers under them.
    void pricesNameTheirUnit_data()
    {
        QTest::addColumn<qint64>("dollars");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("title");
        QTest::newRow("billions") << qint64(50'000'000'000) << "$B a GW"
                                  << "$ billion a GW";
        QTest::newRow("millions") << qint64(50'000'000) << "$M a GW"
                                  << "$ million a GW";
        QTest::newRow("dollars") << qint64(50'000) << "$ a GW"
                                 << "$ a GW";
    }

    void pricesNameTheirUnit()
    {
        QFETCH(qint64, dollars);
        QFETCH(QString, unit);
        QFETCH(QString, title);
        const auto dataset = around({"Partner"}, [&](std::size_t, Deal &deal) {
            deal.value = MoneyRange::exactly(Money(dollars));
            deal.power->capacity = Power(1000);
        });
        const auto table = tableOn({"", dataset, OrganizationId("hub")}, reports::ChartKind::Plausibility);
        const Seen seen = witnessed(plotted(table, plotStyle(style::ThemeKind::Light), 600));
        QVERIFY(seen.says(unit));
        QVERIFY2(seen.texts.front().text.endsWith(u' ' + title), qPrintable(seen.texts.front().text));
        QVERIFY(ticksAlong(seen, Qt::Horizontal).back().value >= 40);
    }

    void aLoneChartKeepsItsKeyBesideALongTitle()
    {
        auto table = tableOn(groundNamed("a hundred"), reports::ChartKind::Partner);
        table.title.prepend(QString(200, u'W'));
        PlotStyle style = plotStyle(style::ThemeKind::Light);
        style.key = CertaintyKey::Shown;
        const Seen seen = witnessed(plotted(table, style, 960));
        for (const char *name : {"Paid", "Binding", "Announced", "Potential"})
            QVERIFY2(seen.saying(QString::fromLatin1(name)), name);
    }

    void nothingToDrawIsSaid_data()
    {
        QTest::addColumn<int>("kind");
        for (const reports::ChartKind kind : kinds)
            if (kind != reports::ChartKind::Reconciliation)
                QTest::addRow("kind %d", static_cast<int>(kind)) << static_cast<int>(kind);
    }

    void nothingToDrawIsSaid()
    {
        QFETCH(int, kind);
        for (const char *ground : {"nothing", "no price"}) {
            const Plot plot =
                plotted(tableOn(groundNamed(ground), static_cast<reports::ChartKind>(kind)), plotStyle(style::ThemeKind::Dark), 480);
            QVERIFY(plot.marks().empty());
            QVERIFY2(witnessed(plot).says(QStringLiteral("Nothing in view publishes an amount.")), ground);
            QVERIFY(plot.size().height() < 220);
        }
    }
};

DEALSCAPE_TEST(TestPlotWords, QApplication)
#include "test_plotwords.moc"
