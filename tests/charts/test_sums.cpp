// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grounds.h"
#include "reading.h"
#include "testmain.h"

#include <QTest>

#include <QApplication>
#include <QRegularExpression>

#include <map>
#include <set>

using namespace dealscape;
using namespace dealscape::charts;

namespace {

using Sums = std::map<QString, double>;

/// What the deals of a dataset come to, by flow class and in billions, worked out from the records alone.
Sums sumsOf(const Dataset &dataset, reports::ChartBound bound)
{
    Sums sums;
    for (const Deal &deal : dataset.deals)
        for (const CertaintyPart &part : partsOf(deal)) {
            const bool high =
                bound == reports::ChartBound::High || (bound == reports::ChartBound::Range && part.certainty == Certainty::Potential);
            sums[QString::fromLatin1(word(deal.flow).data())] += part.value.at(high ? Bound::High : Bound::Low).inBillions();
        }
    return sums;
}

Sums capacitiesOf(const Dataset &dataset)
{
    Sums sums;
    for (const Deal &deal : dataset.deals)
        sums[QString::fromLatin1(word(deal.power->layer).data())] += deal.power->capacity.inGigawatts();
    return sums;
}

/// What the bars of a plot come to by the numbers of its axis.
Sums drawnSums(const Plot &plot)
{
    const auto ticks = ticksAlong(witnessed(plot), Qt::Horizontal);
    const double unit = (ticks[1].at - ticks[0].at) / ticks[1].value;
    Sums sums;
    for (const PlotMark &mark : plot.marks()) {
        const auto &measure = plot.table().groups[static_cast<std::size_t>(mark.group)].measure;
        const auto *flow = std::get_if<FlowClass>(&measure);
        const std::string_view name = flow ? word(*flow) : word(std::get<PowerLayer>(measure));
        for (const QRectF &part : mark.parts)
            sums[QString::fromLatin1(name.data())] += part.width() / unit;
    }
    return sums;
}

QString differing(const Sums &drawn, const Sums &expected)
{
    for (const auto &[name, sum] : expected)
        if (const auto found = drawn.find(name); found == drawn.end() || std::abs(found->second - sum) > 0.02 * std::max(sum, 1.0))
            return QStringLiteral("%1: %2 drawn for %3").arg(name).arg(found == drawn.end() ? 0 : found->second).arg(sum);
    return drawn.size() == expected.size() ? QString() : QStringLiteral("%1 groups for %2").arg(drawn.size()).arg(expected.size());
}

} // namespace

class TestSums : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    /// However money is taken apart, the bars of a flow class add up to its deals.
    void barsAddUpToTheDeals_data()
    {
        QTest::addColumn<QString>("ground");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("bound");
        for (const char *ground : {"one deal", "a hundred", "long names", "every form"})
            for (const auto kind : {reports::ChartKind::Partner, reports::ChartKind::Kind, reports::ChartKind::Layer,
                                    reports::ChartKind::Certainty, reports::ChartKind::Country})
                for (const auto bound : {reports::ChartBound::Low, reports::ChartBound::Range, reports::ChartBound::High})
                    QTest::addRow("%s, kind %d, bound %d", ground, static_cast<int>(kind), static_cast<int>(bound))
                        << QString::fromLatin1(ground) << static_cast<int>(kind) << static_cast<int>(bound);
    }

    void barsAddUpToTheDeals()
    {
        QFETCH(QString, ground);
        QFETCH(int, kind);
        QFETCH(int, bound);
        const auto which = static_cast<reports::ChartBound>(bound);
        const Ground &on = groundNamed(ground.toStdString());
        for (const int most : {0, 8}) {
            const auto table = tableOn(on, static_cast<reports::ChartKind>(kind), Lens::Value, which, most);
            const Plot plot = plotted(table, plotStyle(style::ThemeKind::Light, Density::Dock), 1400);
            const QString fault = differing(drawnSums(plot), sumsOf(*on.dataset, which));
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
    }

    void capacityAddsUpWithinItsLayer_data()
    {
        QTest::addColumn<int>("kind");
        for (const auto kind : {reports::ChartKind::Partner, reports::ChartKind::Kind, reports::ChartKind::Layer,
                                reports::ChartKind::Certainty, reports::ChartKind::Country})
            QTest::addRow("kind %d", static_cast<int>(kind)) << static_cast<int>(kind);
    }

    void capacityAddsUpWithinItsLayer()
    {
        QFETCH(int, kind);
        const Ground &on = groundNamed("a hundred");
        const Plot plot = plotted(tableOn(on, static_cast<reports::ChartKind>(kind), Lens::Power),
                                  plotStyle(style::ThemeKind::Light, Density::Dock), 1400);
        const QString fault = differing(drawnSums(plot), capacitiesOf(*on.dataset));
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }

    /// The figures that are written beside bars and in their words are those of the deals behind them.
    void wordsAreThoseOfTheDeals_data()
    {
        QTest::addColumn<QString>("ground");
        for (const char *ground : {"one deal", "a hundred", "every form", "smallest", "largest"})
            QTest::newRow(ground) << QString::fromLatin1(ground);
    }

    void wordsAreThoseOfTheDeals()
    {
        QFETCH(QString, ground);
        const Ground &on = groundNamed(ground.toStdString());
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        const Plot plot = plotted(tableOn(on, reports::ChartKind::Partner, Lens::Value, reports::ChartBound::Range, 0),
                                  plotStyle(style::ThemeKind::Light), 900);
        const auto published = std::ranges::count_if(on.dataset->deals, [](const Deal &deal) { return deal.value.published(); });
        QCOMPARE(plot.marks().size(), static_cast<std::size_t>(published));
        for (const PlotMark &mark : plot.marks()) {
            QCOMPARE(mark.deals.size(), std::size_t(1));
            const Deal &deal = on.dataset->deals[static_cast<std::size_t>(mark.deals.front())];
            const QStringList lines = mark.words.split(u'\n');
            QCOMPARE(lines.size(), 3);
            const int number = QString::fromStdString(deal.supplier.text()).section(u'-', 1).toInt();
            if (ground != QStringLiteral("one deal"))
                QVERIFY2(lines[0].startsWith(QStringLiteral("Partner %1 – ").arg(number + 1)), qPrintable(lines[0]));
            for (const auto &end : {deal.value.low, deal.value.high})
                if (end && *end > Money())
                    QVERIFY2(lines[1].contains(u'$' + english.toString(static_cast<qlonglong>(end->dollars()))), qPrintable(lines[1]));
            QVERIFY2(lines[1].contains(QString::fromLatin1(word(deal.parts.empty() ? deal.certainty : deal.parts.back().certainty).data())),
                     qPrintable(lines[1]));
            QCOMPARE(lines[2], QStringLiteral("1 deal"));
        }
    }

    void openEndsAreSaid_data()
    {
        QTest::addColumn<int>("low");
        QTest::addColumn<int>("high");
        QTest::addColumn<QString>("spoken");
        QTest::addColumn<QString>("written");
        QTest::newRow("exact") << 20 << 20 << "$20,000,000,000, binding"
                               << "$20B";
        QTest::newRow("between") << 20 << 30 << "$20,000,000,000 to $30,000,000,000, binding"
                                 << "$20–30B";
    }

    void openEndsAreSaid()
    {
        QFETCH(int, low);
        QFETCH(int, high);
        QFETCH(QString, spoken);
        QFETCH(QString, written);
        const auto dataset = around({"Partner"}, [&](std::size_t, Deal &deal) {
            deal.certainty = Certainty::Binding;
            deal.value = sample::billions(low, high);
        });
        const Plot plot =
            plotted(tableOn({"", dataset, OrganizationId("hub")}, reports::ChartKind::Partner), plotStyle(style::ThemeKind::Light), 600);
        QCOMPARE(plot.marks().front().words.section(u'\n', 1, 1), spoken);
        QVERIFY(witnessed(plot).says(written));
    }

    /// What gathers the small ones stands for all of them.
    void gatheredRowsKeepTheirDeals()
    {
        const Ground &on = groundNamed("a hundred");
        for (const auto kind : {reports::ChartKind::Partner, reports::ChartKind::Concentration}) {
            const Plot plot =
                plotted(tableOn(on, kind, Lens::Value, reports::ChartBound::Range, 8), plotStyle(style::ThemeKind::Light), 900);
            std::set<int> deals;
            for (const PlotMark &mark : plot.marks())
                deals.insert(mark.deals.begin(), mark.deals.end());
            QCOMPARE(deals.size(), std::size_t(100));
        }
    }

    /// Shares of a whole are those of the amounts beside them, and come to all of it.
    void sharesComeToAHundred()
    {
        const Plot plot =
            plotted(tableOn(groundNamed("a hundred"), reports::ChartKind::Concentration), plotStyle(style::ThemeKind::Light), 900);
        std::map<int, double> percent;
        std::map<int, double> dollars;
        static const QRegularExpression share(QStringLiteral("([0-9.]+) % of the group"));
        for (const PlotMark &mark : plot.marks()) {
            const auto match = share.match(mark.words);
            QVERIFY2(match.hasMatch(), qPrintable(mark.words));
            percent[mark.group] += match.captured(1).toDouble();
        }
        QCOMPARE(percent.size(), std::size_t(3));
        for (const auto &[group, sum] : percent)
            QVERIFY2(std::abs(sum - 100) < 0.6, qPrintable(QString::number(sum)));
    }

    /// Years are of even height within a term, and what all years come to is what was spread over them.
    void yearsComeToTheirDeals()
    {
        const Ground &on = groundNamed("a hundred");
        const auto table = tableOn(on, reports::ChartKind::Schedule);
        const Plot plot = plotted(table, plotStyle(style::ThemeKind::Light), 1500);
        Sums spread;
        for (const Deal &deal : on.dataset->deals)
            spread[QString::fromLatin1(word(deal.flow).data())] += deal.value.at(Bound::Low).inBillions();
        const auto ticks = ticksAlong(witnessed(plot), Qt::Vertical);
        const double unit = (ticks[0].at - ticks[1].at) / ticks[1].value;
        Sums drawn;
        for (const PlotMark &mark : plot.marks())
            for (const QRectF &part : mark.parts)
                drawn[QString::fromLatin1(word(std::get<FlowClass>(table.groups[static_cast<std::size_t>(mark.group)].measure)).data())] +=
                    part.height() / unit;
        const QString fault = differing(drawn, spread);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }

    /// The last step of each panel is as high as all deals of its flow.
    void stepsRiseToTheSum()
    {
        const Ground &on = groundNamed("a hundred");
        const auto table = tableOn(on, reports::ChartKind::Timeline);
        const Plot plot = plotted(table, plotStyle(style::ThemeKind::Light), 1500);
        const auto ticks = ticksAlong(witnessed(plot), Qt::Vertical);
        const double unit = (ticks[0].at - ticks[1].at) / ticks[1].value;
        Sums reached;
        double before = 0;
        for (const PlotMark &mark : plot.marks()) {
            const double height = mark.outline.height() / unit;
            if (mark.row > 0)
                QVERIFY(height >= before);
            before = height;
            reached[QString::fromLatin1(word(std::get<FlowClass>(table.groups[static_cast<std::size_t>(mark.group)].measure)).data())] =
                height;
        }
        const QString fault = differing(reached, sumsOf(*on.dataset, reports::ChartBound::High));
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
};

DEALSCAPE_TEST(TestSums, QApplication)
#include "test_sums.moc"
