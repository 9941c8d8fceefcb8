// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "analysis/concentration.h"
#include "sample.h"
#include "tables.h"
#include "words/numbers.h"

#include <algorithm>
#include <cmath>

using namespace dealscape;
using namespace dealscape::reports;

class TestChartTopics : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void plausibilityNamesOutliers();
    void everyBandIsNamed();
    void certaintiesKeepTheirOrder();
    void yearsAreShared();
    void statementsFitOneScreen();
    void headlineComesFirst();
    void claimsSayWhatTheyAreSetAgainst();
    void concentrationAgreesWithAnalysis();
    void nothingInViewMakesEmptyTables();
    void csvOfAnOddTable();
    void saysOnWhatItRests();
    void csvHasOneWidth();
    void partsAreOfTheWhole();
    void filtersAreStated();
    void saysThatItIsNotTheArticles();
    void barsNarrowTheView_data();
    void barsNarrowTheView();
};

void TestChartTopics::plausibilityNamesOutliers()
{
    const ChartTable table = ask(sample::frozen(), about(ChartKind::Plausibility, Lens::Value, "openai"), sample::frozen().opening);
    QCOMPARE(lines(table, QStringLiteral("Counted once")),
             (QStringList{"Oracle $66.7B", "Amazon $50B", QStringLiteral("Cerebras $26.7–40B")}));
    QCOMPARE(table.bands.size(), std::size_t(1));
    QCOMPARE(table.bands.front().scope, QStringLiteral("Cost of 1 GW of AI capacity, Oct 2025"));
    QVERIFY2(table.counts.endsWith(QStringLiteral("the estimates are claims with sources")), qPrintable(table.counts));
    QVERIFY2(table.missing.contains(QStringLiteral("Below every estimate: NEXTDC $8.36B")), qPrintable(table.missing));
    const QStringList beside = lines(table, QStringLiteral("Not counted: plans, letters, restatements"));
    QVERIFY2(beside.front().startsWith(u'S') && beside.front().endsWith(QStringLiteral(" 2025: Stargate LLC $57.1B")),
             qPrintable(beside.front()));
}

void TestChartTopics::everyBandIsNamed()
{
    Dataset dataset = sample::frozen();
    Claim silent = *std::ranges::find(dataset.claims, ClaimUnit::DollarsPerGigawatt, &Claim::unit);
    silent.id = ClaimId("silent");
    silent.statement = "Somebody said so";
    dataset.claims.push_back(silent);
    for (const ChartBand &band : ask(dataset, about(ChartKind::Plausibility), dataset.opening).bands)
        QVERIFY2(band.scope.endsWith(QStringLiteral(", Oct 2025")) && band.scope.size() > 10, qPrintable(band.scope));
    dataset.claims.clear();
    QVERIFY(ask(dataset, about(ChartKind::Plausibility), dataset.opening).bands.empty());
}

void TestChartTopics::certaintiesKeepTheirOrder()
{
    const QStringList order = {QStringLiteral("paid"), QStringLiteral("binding"), QStringLiteral("announced"), QStringLiteral("potential"),
                               QStringLiteral("cancelled")};
    for (const ChartBound bound : {ChartBound::Low, ChartBound::Range, ChartBound::High})
        for (const Lens lens : {Lens::Value, Lens::Power}) {
            ChartQuestion question = about(ChartKind::Certainty, lens);
            question.bound = bound;
            std::size_t longest = 0;
            for (const ChartGroup &group : ask(sample::frozen(), question, everythingOf(0)).groups) {
                longest = std::max(longest, group.rows.size());
                for (std::size_t i = 1; i < group.rows.size(); ++i)
                    QVERIFY(order.indexOf(group.rows[i - 1].key) < order.indexOf(group.rows[i].key));
            }
            QVERIFY(longest > 1);
        }
}

void TestChartTopics::yearsAreShared()
{
    for (const Lens lens : {Lens::Value, Lens::Power}) {
        const ChartTable table = ask(sample::frozen(), about(ChartKind::Schedule, lens), everythingOf(0));
        QVERIFY(table.groups.size() > 2);
        const auto keys = [](const ChartGroup &group) {
            QStringList years;
            for (const ChartRow &row : group.rows)
                years << row.key;
            return years;
        };
        QStringList shared;
        for (const ChartGroup &group : table.groups) {
            if (group.rows.empty())
                continue;
            if (shared.isEmpty())
                shared = keys(group);
            QCOMPARE(keys(group), shared);
        }
        QVERIFY(shared.size() > 10);
    }
    Dataset dataset = sample::frozen();
    dataset.deals.resize(2);
    for (int i = 0; i < 2; ++i) {
        Deal &deal = dataset.deals[static_cast<std::size_t>(i)];
        deal.overlap = {};
        deal.flow = FlowClass::Compute;
        deal.term = {2030 + 2 * i, 2031 + 2 * i};
        deal.power = PowerStatement{Power(100), i == 0 ? PowerLayer::Cloud : PowerLayer::Chips};
    }
    const ChartTable power = ask(dataset, about(ChartKind::Schedule, Lens::Power), everythingOf(0));
    const auto cloud = std::ranges::find(power.groups, QStringLiteral("Cloud contracts"), &ChartGroup::title);
    QVERIFY(cloud != power.groups.end());
    QCOMPARE(cloud->rows.size(), std::size_t(4));
    QCOMPARE(cloud->rows.back().key, QStringLiteral("2033"));
    QCOMPARE(cloud->rows.back().amount.high, std::optional<std::int64_t>(100));
    const auto chips = std::ranges::find(power.groups, QStringLiteral("Chips"), &ChartGroup::title);
    QCOMPARE(chips->rows.front().key, QStringLiteral("2030"));
    QCOMPARE(chips->rows.front().amount.high, std::optional<std::int64_t>(0));
}

void TestChartTopics::statementsFitOneScreen()
{
    const ChartTable whole = ask(sample::frozen(), about(ChartKind::Reconciliation), everythingOf(0));
    ChartQuestion question = about(ChartKind::Reconciliation);
    question.most = 12;
    const ChartTable folded = ask(sample::frozen(), question, everythingOf(0));
    QCOMPARE(folded.groups.size(), std::size_t(12));
    QCOMPARE(folded.groups.front().title, whole.groups.front().title);
    QCOMPARE(folded.groups.front().rows.size(), whole.groups.front().rows.size());
    const ChartRow &rest = folded.groups.back().rows.front();
    QCOMPARE(rest.key, QStringLiteral("other"));
    QCOMPARE(rest.label, QStringLiteral("%1 more statements").arg(whole.groups.size() - 11));
    QVERIFY(whole.groups.size() > 20);
    std::size_t rows = 0;
    for (const ChartGroup &group : folded.groups)
        rows += group.rows.size();
    QVERIFY2(rows <= 20, qPrintable(QString::number(rows)));
}

void TestChartTopics::headlineComesFirst()
{
    const ChartTable table = ask(sample::frozen(), about(ChartKind::Reconciliation), sample::frozen().opening);
    const std::vector<ChartRow> &rows = table.groups.front().rows;
    QCOMPARE(rows[0].statedText, QStringLiteral("> $1T"));
    QCOMPARE(rows[1].statedText, QStringLiteral("$713B"));
    QCOMPARE(rows[0].difference, QStringLiteral("$713B itemised, at least $287B not itemised"));
    QCOMPARE(rows[2].label, QStringLiteral("Pays for compute, by October 2025"));
    QCOMPARE(rows[2].text, QStringLiteral("$322B"));
    QCOMPARE(rows[3].text, QStringLiteral("$730–740B"));
    const auto nvidia = std::ranges::find(table.groups, QStringLiteral("Nvidia partnership"), &ChartGroup::title);
    QVERIFY(nvidia != table.groups.end());
    QCOMPARE(nvidia->rows.front().statedText, QStringLiteral("$100B"));
    QCOMPARE(nvidia->rows.front().text, QStringLiteral("$30B"));
    QCOMPARE(nvidia->rows.front().grossText, QStringLiteral("$40–130B"));
    QCOMPARE(nvidia->rows.front().difference, QStringLiteral("$70B not itemised"));
}

void TestChartTopics::claimsSayWhatTheyAreSetAgainst()
{
    Dataset dataset = sample::frozen();
    const auto shown = [&](const char *id, int tier = 0) {
        const ChartTable table = ask(dataset, about(ChartKind::Reconciliation), everythingOf(tier));
        QStringList rows;
        for (const ChartGroup &group : table.groups)
            if (group.rows.front().key == QLatin1String(id))
                for (const ChartRow &row : group.rows)
                    rows << row.statedText + u'|' + row.text + u'|' + row.difference + u'|' + row.note;
        return rows;
    };
    QCOMPARE(shown("softbank-64-6bn"),
             QStringList{QStringLiteral("$64.6B|$60B|$4.6B not itemised|Capital: Includes money before the 2025 round.")});
    QVERIFY2(shown("openai-1-4-trillion").back().endsWith(QStringLiteral("||4 deals without a price")),
             qPrintable(shown("openai-1-4-trillion").back()));
    QVERIFY2(shown("softbank-sold-nvidia")[0].startsWith(QStringLiteral("$5.8B||not a sum of deals|")),
             qPrintable(shown("softbank-sold-nvidia")[0]));
    const QStringList several = shown("anthropic-commitments");
    QCOMPARE(several.size(), qsizetype(3));
    QVERIFY2(several[0].contains(QStringLiteral("|in 3 parts that are not added|Compute")), qPrintable(several[0]));
    QVERIFY2(shown("ms-private-credit-800bn")[0].contains(QStringLiteral("|not a sum of deals|Capital")),
             qPrintable(shown("ms-private-credit-800bn")[0]));
    QCOMPARE(shown("xai-colossus-20bn", 1), QStringList{QStringLiteral("$20B||3 deals outside the filter|")});
    QVERIFY2(shown("coreweave-backlog", 1)[0].contains(QStringLiteral("|3 deals outside the filter|Compute")),
             qPrintable(shown("coreweave-backlog", 1)[0]));
    const auto claim = std::ranges::find(dataset.claims, ClaimId("softbank-64-6bn"), &Claim::id);
    claim->deals.clear();
    QCOMPARE(shown("softbank-64-6bn").size(), qsizetype(1));
    QVERIFY(shown("softbank-64-6bn")[0].endsWith(
        QStringLiteral("Provides capital (nearest to the statement): Includes money before the 2025 round.")));
}

void TestChartTopics::concentrationAgreesWithAnalysis()
{
    const Index index(sample::frozen());
    const Perspective perspective = everythingOf(0);
    const std::vector<int> deals = analysis::visible(index, perspective);
    for (const char *subject : {static_cast<const char *>(nullptr), "openai"}) {
        const ChartTable table = chartTable(ChartGround(index, perspective), about(ChartKind::Concentration, Lens::Value, subject));
        for (const ChartGroup &group : table.groups) {
            const bool paysSide = group.title.endsWith(QStringLiteral("who pays"));
            analysis::Party party{std::nullopt, paysSide ? analysis::Direction::Out : analysis::Direction::In};
            if (subject)
                party = {OrganizationId(subject), paysSide ? analysis::Direction::In : analysis::Direction::Out};
            const auto found = analysis::concentration(index, deals, std::get<FlowClass>(group.measure), party, Bound::High);
            QCOMPARE(group.rows.size(), found.shares.size());
            QCOMPARE(added(group).high, found.total.dollars());
            for (std::size_t i = 0; i < found.shares.size(); ++i)
                QVERIFY(std::abs(group.rows[i].share.value_or(0) - found.shares[i].share) < 1e-12);
            if (found.total > Money())
                QVERIFY2(group.note.startsWith(QStringLiteral("HHI %1,").arg(words::grouped(found.herfindahl, 0))), qPrintable(group.note));
        }
    }
}

void TestChartTopics::nothingInViewMakesEmptyTables()
{
    const Dataset none;
    for (const Lens lens : {Lens::Value, Lens::Power})
        for (int kind = 0; kind <= static_cast<int>(ChartKind::Concentration); ++kind) {
            const ChartTable table = ask(none, about(static_cast<ChartKind>(kind), lens, "nobody"), Perspective());
            QVERIFY(table.empty());
            QCOMPARE(csv(table).count(QStringLiteral("\r\n")), 1);
        }
}

void TestChartTopics::csvOfAnOddTable()
{
    sample::Sample sample;
    sample.organization("us", LayerStyle::Models).organization("odd", LayerStyle::Cloud).organization("mute", LayerStyle::Cloud);
    sample.dataset().organizations[1].name = "Comma, \"quote\"\nand line";
    sample.deal("us", "odd", FlowClass::Compute, sample::billions(1, 2));
    sample.deal("us", "mute", FlowClass::Compute, {});
    ChartTable table = ask(sample.dataset(), about(ChartKind::Partner, Lens::Value, "us"), everythingOf(0));
    table.standing = QStringLiteral("As of 3 July 2026.");
    QCOMPARE(
        csv(table),
        QStringLiteral("group,key,label,unit,low,high,paid low,paid high,binding low,binding high,announced low,announced high,"
                       "potential low,potential high,cancelled low,cancelled high,deals,unpublished,text,counts,filter,standing\r\n"
                       "Pays for compute,odd,\"Comma, \"\"quote\"\" and line\",US dollars,1000000000,2000000000,,,1000000000,2000000000,"
                       ",,,,,,1,0,$1–2B,%1\r\n"
                       "Pays for compute,mute,mute,US dollars,,,,,,,,,,,,,1,1,?,%1\r\n")
            .arg(u'"' + table.counts + QStringLiteral("\",") + table.filter + QStringLiteral(",As of 3 July 2026.")));
}

void TestChartTopics::saysOnWhatItRests()
{
    sample::Sample sample;
    sample.organization("us", LayerStyle::Models).organization("it", LayerStyle::Cloud).organization("they", LayerStyle::Chips);
    sample.deal("us", "it", FlowClass::Compute, sample::billions(1, 2));
    sample.deal("us", "it", FlowClass::Compute, sample::billions(3, 3));
    sample.deal("it", "they", FlowClass::Hardware, sample::billions(1, 1));
    Dataset &dataset = sample.dataset();
    dataset.asOf = Date{2026, 7, 3};
    dataset.sources.clear();
    for (const char *publisher : {"A", "B", "C", "D", "E", "F", "G", "Elsewhere"}) {
        dataset.sources.push_back({SourceId(publisher), publisher, "title", {}, {}, SourceBasis::Page, {}});
        dataset.deals[0].sources.push_back(SourceId(publisher));
    }
    dataset.deals[0].sources.pop_back();
    dataset.deals[1].sources = {SourceId("G")};
    dataset.deals[2].sources = {SourceId("Elsewhere")};
    const Index index(dataset);
    const ChartGround ground(index, everythingOf(0));
    // Of a deal of others the chart of "us" says nothing; the publisher of most deals comes first.
    QCOMPARE(standingOf(index, chartTable(ground, about(ChartKind::Partner, Lens::Value, "us"))),
             QStringLiteral("As of 3 July 2026. Sources: G, A, B, C, D and 2 more."));
}

void TestChartTopics::csvHasOneWidth()
{
    const Index index(sample::frozen());
    const ChartGround ground(index, everythingOf(0));
    for (int kind = 0; kind <= static_cast<int>(ChartKind::Concentration); ++kind) {
        const QString text = csv(chartTable(ground, about(static_cast<ChartKind>(kind))));
        int fields = 1;
        int expectedFields = 0;
        bool quoted = false;
        for (const QChar c : text) {
            quoted = quoted != (c == u'"');
            fields += c == u',' && !quoted;
            if (c != u'\n' || quoted)
                continue;
            if (!expectedFields)
                expectedFields = fields;
            QCOMPARE(fields, expectedFields);
            fields = 1;
        }
        QVERIFY(expectedFields > 8);
    }
}

void TestChartTopics::partsAreOfTheWhole()
{
    const Index index(sample::frozen());
    const ChartGround ground(index, sample::frozen().opening);
    const ChartQuestion question = about(ChartKind::Partner, Lens::Value, "openai");
    const ChartTable whole = chartTable(ground, question);
    const auto amazon = std::ranges::find(whole.groups.front().rows, QStringLiteral("amazon"), &ChartRow::key);
    QVERIFY(amazon != whole.groups.front().rows.end() && amazon->deals.size() > 1);
    const ChartTable part = chartTable(ground.only(std::array{amazon->deals.front()}), question);
    QCOMPARE(part.groups.size(), std::size_t(1));
    QCOMPARE(part.groups.front().key, whole.groups.front().key);
    QCOMPARE(part.groups.front().rows.size(), std::size_t(1));
    const std::int64_t value = sample::frozen().deals[static_cast<std::size_t>(amazon->deals.front())].value.high->dollars();
    QCOMPARE(*part.groups.front().rows.front().amount.high, value);
    QVERIFY(value < *amazon->amount.high);
    QVERIFY(chartTable(ground.only({}), question).empty());
}

void TestChartTopics::filtersAreStated()
{
    Perspective perspective = sample::frozen().opening;
    perspective.filter.atLeast = Money::billions(100);
    for (int kind = 0; kind <= static_cast<int>(ChartKind::Concentration); ++kind) {
        const ChartTable table = ask(sample::frozen(), about(static_cast<ChartKind>(kind)), perspective);
        QVERIFY2(table.filter.startsWith(QStringLiteral("Filter: Tier 1; ")), qPrintable(table.filter));
        QVERIFY2(table.filter.contains(QStringLiteral("at least $100B")), qPrintable(table.filter));
        QVERIFY(!table.counts.isEmpty());
    }
}

void TestChartTopics::saysThatItIsNotTheArticles()
{
    Perspective perspective = sample::frozen().opening;
    perspective.asReported = true;
    for (int kind = 0; kind <= static_cast<int>(ChartKind::Concentration); ++kind) {
        const ChartTable table = ask(sample::frozen(), about(static_cast<ChartKind>(kind)), perspective);
        QCOMPARE(table.counts.startsWith(QStringLiteral("From the deals, not from the article\u2019s figures. ")),
                 table.kind != ChartKind::Reconciliation);
    }
    QVERIFY(!ask(sample::frozen(), about(ChartKind::Partner), sample::frozen().opening).counts.contains(QStringLiteral("article")));
}

void TestChartTopics::barsNarrowTheView_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("partner") << static_cast<int>(ChartKind::Partner);
    QTest::newRow("kind") << static_cast<int>(ChartKind::Kind);
    QTest::newRow("layer") << static_cast<int>(ChartKind::Layer);
    QTest::newRow("certainty") << static_cast<int>(ChartKind::Certainty);
    QTest::newRow("country") << static_cast<int>(ChartKind::Country);
}

void TestChartTopics::barsNarrowTheView()
{
    QFETCH(int, kind);
    const Index index(sample::frozen());
    const OrganizationId subject("openai");
    const ChartTable table = ask(sample::frozen(), about(static_cast<ChartKind>(kind), Lens::Value, "openai"), sample::frozen().opening);
    int narrowing = 0;
    for (std::size_t g = 0; g < table.groups.size(); ++g)
        for (std::size_t r = 0; r < table.groups[g].rows.size(); ++r) {
            const auto next = narrowed(index, sample::frozen().opening, subject, table, static_cast<int>(g), static_cast<int>(r));
            if (!next)
                continue;
            ++narrowing;
            const std::vector<int> seen = analysis::select(index, next->filter);
            for (const int deal : table.groups[g].rows[r].deals) {
                const bool published = sample::frozen().deals[static_cast<std::size_t>(deal)].value.published();
                QVERIFY2(!published || std::ranges::binary_search(seen, deal), qPrintable(table.groups[g].rows[r].label));
            }
        }
    QVERIFY(narrowing > 0);
    const ChartTable prices = ask(sample::frozen(), about(ChartKind::Plausibility), sample::frozen().opening);
    QVERIFY(!narrowed(index, sample::frozen().opening, std::nullopt, prices, 0, 0));
}

DEALSCAPE_TEST(TestChartTopics, QCoreApplication)
#include "test_charttopics.moc"
