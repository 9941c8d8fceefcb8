// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "analysis/totals.h"
#include "sample.h"
#include "tables.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace dealscape;
using namespace dealscape::reports;

namespace {

constexpr std::array breakdowns = {ChartKind::Partner, ChartKind::Kind, ChartKind::Layer, ChartKind::Certainty, ChartKind::Country};

QStringList titles(const ChartTable &table)
{
    QStringList list;
    for (const ChartGroup &group : table.groups)
        list += group.title;
    return list;
}

Bounds expected(const analysis::Summary &summary, const ChartGroup &group)
{
    if (const auto *flow = std::get_if<FlowClass>(&group.measure))
        return {summary[*flow].counted.low.dollars(), summary[*flow].counted.high.dollars()};
    const auto &total = summary[std::get<PowerLayer>(group.measure)].counted;
    return {total.low.megawatts(), total.high.megawatts()};
}

} // namespace

class TestChartTable : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void partnersOfOpenAi();
    void powerOfOpenAi();
    void openingCountsWhatIsMissing();
    void breakdownsAddUpToTheSummary_data();
    void breakdownsAddUpToTheSummary();
    void timelinesEndAtTheSummary();
    void segmentsAddUpToRows();
    void unitsNeverMeet();
    void dealsStandBehindRows();
    void boundsChangeWords_data();
    void boundsChangeWords();
    void sharesArePartsOfAWhole();
    void manyRowsAreGathered();
    void filtersApply();
    void focusKeepsSilentDealsInView();
    void scheduleSpreadsTerms();
};

void TestChartTable::partnersOfOpenAi()
{
    const ChartTable table = ask(sample::frozen(), about(ChartKind::Partner, Lens::Value, "openai"), sample::frozen().opening);
    QCOMPARE(table.title, QStringLiteral("OpenAI by partner, $ billion"));
    QCOMPARE(lines(table, QStringLiteral("Pays for compute, all binding")),
             (QStringList{"Oracle $300B", "Microsoft $250B", "Amazon $138B", QStringLiteral("Cerebras $20–30B"), "CoreWeave $22.4B"}));
    QCOMPARE(lines(table, QStringLiteral("Receives capital")),
             (QStringList{"SoftBank $60B", QStringLiteral("Amazon $15–50B"), "Nvidia $30B", QStringLiteral("Co-investors $22–23B"),
                          "Microsoft $13B"}));
    QVERIFY(!table.empty());
}

void TestChartTable::powerOfOpenAi()
{
    const ChartTable table = ask(sample::frozen(), about(ChartKind::Partner, Lens::Power, "openai"), sample::frozen().opening);
    QCOMPARE(table.title, QStringLiteral("OpenAI by partner, GW"));
    QCOMPARE(lines(table, QStringLiteral("Chips, all announced")), (QStringList{"Broadcom 10 GW", "AMD 6 GW"}));
    QCOMPARE(lines(table, QStringLiteral("Cloud contracts, all binding")),
             (QStringList{"Oracle 4.5 GW", "Amazon 2 GW", "Cerebras 0.75 GW"}));
    QCOMPARE(lines(table, QStringLiteral("Sites")), (QStringList{"SB Energy 1.2 GW", "G42 1 GW", "TCS 0.1 GW"}));
}

void TestChartTable::openingCountsWhatIsMissing()
{
    const ChartTable value = ask(sample::frozen(), about(ChartKind::Partner, Lens::Value, "openai"), sample::frozen().opening);
    QCOMPARE(value.missing, QStringLiteral("Groups are not added: capital pays for compute. 10 counted deals of OpenAI publish no price."));
    QCOMPARE(value.missingDeals.size(), std::size_t(10));
    for (const int deal : value.missingDeals)
        QVERIFY(!sample::frozen().deals[static_cast<std::size_t>(deal)].value.published());
    const ChartTable power = ask(sample::frozen(), about(ChartKind::Partner, Lens::Power, "openai"), sample::frozen().opening);
    QVERIFY2(power.missing.contains(QStringLiteral("Microsoft, Amazon, CoreWeave")), qPrintable(power.missing));
}

void TestChartTable::breakdownsAddUpToTheSummary_data()
{
    QTest::addColumn<int>("tier");
    QTest::addColumn<bool>("power");
    for (const int tier : {0, 1, 2, 3})
        for (const bool power : {false, true})
            QTest::addRow("tier %d, %s", tier, power ? "power" : "value") << tier << power;
}

void TestChartTable::breakdownsAddUpToTheSummary()
{
    QFETCH(int, tier);
    QFETCH(bool, power);
    const Index index(sample::frozen());
    const Perspective perspective = everythingOf(tier);
    const analysis::Summary summary = analysis::summarize(index, analysis::visible(index, perspective));
    const ChartGround ground(index, perspective);
    for (const ChartKind kind : {ChartKind::Kind, ChartKind::Certainty}) {
        const ChartTable table = chartTable(ground, about(kind, power ? Lens::Power : Lens::Value));
        QVERIFY(!table.empty());
        for (const ChartGroup &group : table.groups) {
            QCOMPARE(added(group).low, expected(summary, group).low);
            QCOMPARE(added(group).high, expected(summary, group).high);
        }
    }
    int unpublished = 0;
    const ChartTable byKind = chartTable(ground, about(ChartKind::Kind));
    for (const ChartGroup &group : byKind.groups)
        for (const ChartRow &row : group.rows)
            unpublished += row.unpublished;
    QCOMPARE(unpublished, summary.withoutValue);
    QCOMPARE(static_cast<int>(byKind.missingDeals.size()), summary.withoutValue);
}

void TestChartTable::timelinesEndAtTheSummary()
{
    const Index index(sample::frozen());
    const Perspective perspective = everythingOf(1);
    const analysis::Summary summary = analysis::summarize(index, analysis::visible(index, perspective));
    for (const Lens lens : {Lens::Value, Lens::Power}) {
        const ChartTable table = chartTable(ChartGround(index, perspective), about(ChartKind::Timeline, lens));
        QVERIFY(!table.groups.empty());
        for (const ChartGroup &group : table.groups) {
            const ChartRow &last = group.rows.back();
            QCOMPARE(last.amount.low.value_or(0), expected(summary, group).low);
            QCOMPARE(last.amount.high.value_or(0), expected(summary, group).high);
            for (std::size_t i = 1; i < group.rows.size(); ++i)
                QVERIFY(group.rows[i - 1].date->firstDay() <= group.rows[i].date->firstDay());
        }
    }
    const ChartTable table = ask(sample::frozen(), about(ChartKind::Timeline), sample::frozen().opening);
    QVERIFY(table.mark);
    QCOMPARE(table.mark->date, (Date{2025, 10, 0}));
    QCOMPARE(table.mark->title, QStringLiteral("Article: over $1T"));
    QCOMPARE(table.mark->note, QStringLiteral("$713B itemised"));
}

void TestChartTable::segmentsAddUpToRows()
{
    for (const Lens lens : {Lens::Value, Lens::Power})
        for (const ChartKind kind : breakdowns)
            for (const char *subject : {static_cast<const char *>(nullptr), "openai", "oracle"}) {
                const ChartTable table = ask(sample::frozen(), about(kind, lens, subject), everythingOf(0));
                for (const ChartGroup &group : table.groups)
                    for (const ChartRow &row : group.rows) {
                        Bounds sum;
                        for (const ChartSegment &segment : row.segments) {
                            sum.low += segment.low;
                            sum.high += segment.high;
                        }
                        QCOMPARE(sum.low, row.amount.low.value_or(0));
                        QCOMPARE(sum.high, row.amount.high.value_or(0));
                    }
            }
}

void TestChartTable::unitsNeverMeet()
{
    const Index index(sample::frozen());
    const ChartGround ground(index, everythingOf(0));
    for (const Lens lens : {Lens::Value, Lens::Power, Lens::Deals})
        for (int kind = 0; kind <= static_cast<int>(ChartKind::Concentration); ++kind) {
            const ChartTable table = chartTable(ground, about(static_cast<ChartKind>(kind), lens));
            const bool power = lens == Lens::Power;
            QCOMPARE(table.unit == ChartUnit::Megawatts, power && table.kind != ChartKind::Plausibility);
            QCOMPARE(table.unit == ChartUnit::DollarsPerGigawatt, table.kind == ChartKind::Plausibility);
            for (const ChartGroup &group : table.groups) {
                QVERIFY(!std::holds_alternative<FlowClass>(group.measure) || table.unit == ChartUnit::Dollars);
                QVERIFY(!std::holds_alternative<PowerLayer>(group.measure) || table.unit == ChartUnit::Megawatts);
                for (const ChartRow &row : group.rows)
                    for (const QString &text : {row.text, row.grossText, row.statedText})
                        QVERIFY2(!text.contains(table.unit == ChartUnit::Megawatts ? QStringLiteral("$") : QStringLiteral("W")),
                                 qPrintable(text));
            }
        }
}

void TestChartTable::dealsStandBehindRows()
{
    const Index index(sample::frozen());
    const ChartTable table = ask(sample::frozen(), about(ChartKind::Partner, Lens::Value, "openai"), sample::frozen().opening);
    const ChartRow &oracle = table.groups.front().rows.front();
    QCOMPARE(oracle.key, QStringLiteral("oracle"));
    QCOMPARE(oracle.deals.size(), std::size_t(1));
    QCOMPARE(sample::frozen().deals[static_cast<std::size_t>(oracle.deals.front())].id, DealId("oracle-openai-compute"));
    const auto capital = std::ranges::find(table.groups, QStringLiteral("Receives capital"), &ChartGroup::title);
    const ChartRow &amazon = capital->rows[1];
    QCOMPARE(amazon.segments.size(), std::size_t(2));
    QCOMPARE(amazon.segments[0].certainty, Certainty::Paid);
    QCOMPARE(amazon.segments[1].certainty, Certainty::Potential);
}

void TestChartTable::boundsChangeWords_data()
{
    QTest::addColumn<int>("bound");
    QTest::addColumn<QString>("text");
    QTest::newRow("low") << static_cast<int>(ChartBound::Low) << "$20B";
    QTest::newRow("range") << static_cast<int>(ChartBound::Range) << QStringLiteral("$20–30B");
    QTest::newRow("high") << static_cast<int>(ChartBound::High) << "$30B";
}

void TestChartTable::boundsChangeWords()
{
    QFETCH(int, bound);
    QFETCH(QString, text);
    ChartQuestion question = about(ChartKind::Partner, Lens::Value, "openai");
    question.bound = static_cast<ChartBound>(bound);
    const ChartTable table = ask(sample::frozen(), question, sample::frozen().opening);
    QCOMPARE(table.groups.front().rows[3].text, text);
}

void TestChartTable::sharesArePartsOfAWhole()
{
    const auto sumOf = [](const ChartGroup &group) {
        double sum = 0;
        for (const ChartRow &row : group.rows)
            sum += row.share.value_or(0);
        return sum;
    };
    for (const char *subject : {"", "openai"}) {
        ChartQuestion question = about(ChartKind::Certainty, Lens::Value, subject);
        if (!*subject)
            question.subject.reset();
        question.bound = ChartBound::High;
        const ChartTable table = ask(sample::frozen(), question, sample::frozen().opening);
        for (const ChartGroup &group : table.groups)
            if (std::ranges::any_of(group.rows, [](const ChartRow &row) { return row.amount.high.value_or(0) > 0; }))
                QVERIFY(std::abs(sumOf(group) - 1) < 1e-9);
        question.bound = ChartBound::Range;
        for (const ChartGroup &group : ask(sample::frozen(), question, sample::frozen().opening).groups)
            QCOMPARE(sumOf(group), 0.0);
    }
    ChartQuestion both = about(ChartKind::Country);
    both.subject.reset();
    both.bound = ChartBound::High;
    for (const ChartGroup &group : ask(sample::frozen(), both, sample::frozen().opening).groups)
        QCOMPARE(sumOf(group), 0.0);
}

void TestChartTable::manyRowsAreGathered()
{
    ChartQuestion question = about(ChartKind::Partner, Lens::Value, "openai");
    question.most = 2;
    const ChartTable table = ask(sample::frozen(), question, sample::frozen().opening);
    QCOMPARE(lines(table, QStringLiteral("Pays for compute, all binding")),
             (QStringList{"Oracle $300B", "Microsoft $250B", QStringLiteral("3 others $180–190B")}));
    QCOMPARE(table.groups.front().rows[2].deals.size(), std::size_t(6));
    question.most = 4;
    QCOMPARE(lines(ask(sample::frozen(), question, sample::frozen().opening), QStringLiteral("Pays for compute, all binding")).size(), 5);
}

void TestChartTable::filtersApply()
{
    Perspective perspective = sample::frozen().opening;
    perspective.filter.atLeast = Money::billions(100);
    const ChartTable table = ask(sample::frozen(), about(ChartKind::Partner, Lens::Value, "openai"), perspective);
    QCOMPARE(titles(table), QStringList{QStringLiteral("Pays for compute, all binding")});
    QCOMPARE(lines(table, titles(table).front()), (QStringList{"Oracle $300B", "Microsoft $250B", "Amazon $100B"}));
}

void TestChartTable::focusKeepsSilentDealsInView()
{
    Perspective perspective = sample::frozen().opening;
    perspective.focus = Focus{OrganizationId("cerebras"), 1};
    const ChartTable table = ask(sample::frozen(), about(ChartKind::Partner, Lens::Value, "openai"), perspective);
    QCOMPARE(lines(table, titles(table).front()), QStringList{QStringLiteral("Cerebras $20–30B")});
    QVERIFY(table.missingDeals.empty());
}

void TestChartTable::scheduleSpreadsTerms()
{
    sample::Sample sample;
    sample.organization("a", LayerStyle::Models).organization("b", LayerStyle::Cloud);
    sample.deal("a", "b", FlowClass::Compute, sample::billions(3, 6)).term = {2026, 2028};
    sample.deal("a", "b", FlowClass::Compute, sample::billions(5));
    sample.deal("a", "b", FlowClass::Compute, {}).term = {2026, 2026};
    const ChartTable table = ask(sample.dataset(), about(ChartKind::Schedule), everythingOf(0));
    QCOMPARE(lines(table, QStringLiteral("Compute")),
             (QStringList{QStringLiteral("2026 $1–2B"), QStringLiteral("2027 $1–2B"), QStringLiteral("2028 $1–2B")}));
    QCOMPARE(table.missing, QStringLiteral("Not on any year: 1 deal publishes no price, 1 deal states no first and last year."));
    QCOMPARE(table.missingDeals, (std::vector<int>{1, 2}));
}

DEALSCAPE_TEST(TestChartTable, QCoreApplication)
#include "test_charttable.moc"
