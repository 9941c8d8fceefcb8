// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "analysis/totals.h"
#include "network/network.h"
#include "picture/strip.h"
#include "sample.h"
#include "stage.h"
#include "words/numbers.h"

using namespace dealscape;
using namespace dealscape::picture;

namespace {

constexpr Certainty columns[] = {Certainty::Paid, Certainty::Binding, Certainty::Announced, Certainty::Potential};

QString textOf(const StripTable &table)
{
    QStringList lines;
    for (const StripRow &row : table.rows) {
        QStringList cells = {row.name};
        for (const QString &cell : row.cells)
            cells << cell;
        lines << (cells << row.note).join(QStringLiteral(" | "));
    }
    return lines.join(u'\n');
}

StripTable stripOf(const Index &index, const Perspective &perspective)
{
    return stripTable({index, perspective, network::network(index, perspective)});
}

QString name(FlowClass flow)
{
    const auto text = label(flow);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

class TestStrip : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void openingViewInMoney()
    {
        const Index index(sample::quoted());
        Perspective perspective = sample::quoted().opening;
        QCOMPARE(textOf(stripOf(index, perspective)),
                 QStringLiteral("Compute | – | $737–747B | – | – | \n"
                                "Sites | – | – | – | – | 7 deals without a price\n"
                                "Capital | $195–204B | $15.5–16.5B | $38B | ≤$35B | \n"
                                "Hardware | – | – | $40B | – | 2 deals without a price\n"
                                "Energy | – | – | – | – | 1 deal without a price"));
    }

    void rowsWithAnAmountComeFirst()
    {
        const Index index(sample::quoted());
        StripTable table = stripOf(index, sample::quoted().opening);
        QCOMPARE(amountsFirst(table), 3);
        QStringList names;
        for (const StripRow &row : table.rows)
            names << row.name;
        QCOMPARE(names,
                 QStringList({QStringLiteral("Compute"), QStringLiteral("Capital"), QStringLiteral("Hardware"), QStringLiteral("Sites"),
                              QStringLiteral("Energy")}));
    }

    void openingViewInPower()
    {
        const Index index(sample::quoted());
        Perspective perspective = sample::quoted().opening;
        perspective.lens = Lens::Power;
        QCOMPARE(textOf(stripOf(index, perspective)),
                 QStringLiteral("Chips | – | – | 16 GW | – | 1 deal without a capacity\n"
                                "Cloud contracts | – | 7.25 GW | – | – | 6 deals without a capacity\n"
                                "Sites | – | 5.8 GW | 1 GW | – | \n"
                                "Energy supply | – | 1.38 GW | – | – | "));
    }

    void openingViewInDeals()
    {
        const Index index(sample::quoted());
        Perspective perspective = sample::quoted().opening;
        perspective.lens = Lens::Deals;
        const StripTable table = stripOf(index, perspective);
        int sum = 0;
        for (const StripRow &row : table.rows)
            for (const QString &cell : row.cells)
                sum += cell.toInt();
        QCOMPARE(sum, 40);
    }

    void sumsAreTheTotals_data()
    {
        QTest::addColumn<int>("tier");
        QTest::addColumn<bool>("countedOnly");
        for (const int tier : {0, 1, 2, 3})
            for (const bool countedOnly : {true, false})
                QTest::addRow("tier %d %s", tier, countedOnly ? "counted" : "all") << tier << countedOnly;
    }
    void sumsAreTheTotals()
    {
        QFETCH(int, tier);
        QFETCH(bool, countedOnly);
        const Index index(sample::quoted());
        Perspective perspective;
        perspective.filter.maximumTier = tier;
        perspective.filter.countedOnly = countedOnly;
        const network::Network network = network::network(index, perspective);
        const analysis::Summary summary = analysis::summarize(index, network.deals);
        const StripTable table = stripTable({index, perspective, network});
        std::size_t found = 0;
        for (const auto &flow : vocabulary<FlowClass>()) {
            const analysis::FlowTotal &total = summary[flow.value];
            const auto row =
                std::find_if(table.rows.begin(), table.rows.end(), [&](const StripRow &r) { return r.name == name(flow.value); });
            QCOMPARE(row == table.rows.end(), total.gross.empty());
            if (row == table.rows.end())
                continue;
            ++found;
            for (std::size_t i = 0; i < std::size(columns); ++i) {
                const analysis::Sum &sum = total.byCertainty[analysis::slot(columns[i])];
                QCOMPARE(row->cells[i], sum.deals == 0 ? QStringLiteral("–") : words::money(MoneyRange{sum.low, sum.high}));
            }
        }
        QCOMPARE(found, table.rows.size());
    }

    void edgesAddUpToTheStrip()
    {
        const Index index(sample::quoted());
        const network::Network network = network::network(index, sample::quoted().opening);
        const analysis::Summary summary = analysis::summarize(index, network.deals);
        Money high;
        for (const network::NetworkEdge &edge : network.edges)
            if (edge.family == Family::Capital)
                high += edge.value.at(Bound::High);
        QVERIFY(high == summary[FlowClass::Capital].counted.high);
    }

    void saysWhatItLeavesOut()
    {
        sample::Sample s;
        s.organization("a", LayerStyle::Models).organization("b", LayerStyle::Cloud);
        s.deal("a", "b", FlowClass::Compute, sample::billions(5), Certainty::Cancelled);
        s.deal("a", "b", FlowClass::Compute, {});
        s.deal("a", "b", FlowClass::Compute, sample::billions(9)).overlap.counted = false;
        const Index index(s.dataset());
        Perspective perspective;
        perspective.filter.countedOnly = false;
        perspective.filter.publishedOnly = false;
        perspective.filter.certainties.clear();
        QCOMPARE(textOf(stripOf(index, perspective)),
                 QStringLiteral("Compute | – | – | – | – | 1 deal without a price, 1 cancelled, 1 not counted"));
    }

    void articleHasOneColumn()
    {
        const Index index(sample::quoted());
        Perspective perspective;
        perspective.asReported = true;
        const StripTable table = stripOf(index, perspective);
        QCOMPARE(table.columns.size(), std::size_t(1));
        QCOMPARE(textOf(table),
                 QStringLiteral("Compute and sites | $513B | 2 edges without a price\nHardware | $200B | 1 edge without a price"));
    }
};

DEALSCAPE_TEST(TestStrip, QGuiApplication)
#include "test_strip.moc"
