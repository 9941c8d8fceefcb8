// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"
#include <QElapsedTimer>

#include <QTest>

#include "frozen.h"

#include "analysis/circulation.h"
#include "analysis/debtrank.h"
#include "analysis/loops.h"
#include "analysis/plausibility.h"
#include "analysis/reconciliation.h"
#include "analysis/runway.h"
#include "analysis/select.h"
#include "analysis/totals.h"
#include "io/reader.h"

using namespace dealscape;
using namespace dealscape::analysis;

/// What the analysis says of a whole network.
class TestDataset : public dealscape::testing::Case {
    Q_OBJECT

    Dataset m_dataset;

    std::vector<int> firmDeals() const
    {
        const Index index(m_dataset);
        return firm(index, select(index, everything()));
    }

    QString spell(const Loop &loop) const
    {
        QStringList names;
        for (const int organization : loop.organizations)
            names << QString::fromStdString(m_dataset.organizations[static_cast<std::size_t>(organization)].id.text());
        return names.join('>');
    }

    /// The filter that the file opens on.
    Summary opening() const
    {
        const Index index(m_dataset);
        return summarize(index, select(index, m_dataset.opening.filter));
    }

private Q_SLOTS:
    void initTestCase() { m_dataset = sample::frozen(); }

    void knownLoops()
    {
        const FlowGraph graph(Index(m_dataset), firmDeals());
        const LoopSearch search = findLoops(graph);
        QCOMPARE(search.completion, Completion::Complete);
        QCOMPARE(search.loops.size(), std::size_t(36));
        QCOMPARE(std::ranges::count(search.loops, 0, &Loop::unknownLegs), 11);
        const std::pair<const char *, int> expected[] = {{"amazon>openai", 50},
                                                         {"google>anthropic", 40},
                                                         {"amazon>anthropic", 33},
                                                         {"nvidia>openai>oracle", 30},
                                                         {"microsoft>openai", 13}};
        for (std::size_t i = 0; i < std::size(expected); ++i) {
            QCOMPARE(spell(search.loops[i]), QString(expected[i].first));
            QCOMPARE(*search.loops[i].smallestHigh, Money::billions(expected[i].second));
        }
        QCOMPARE(*search.loops[0].smallestLow, Money::billions(15));
        QCOMPARE(search.loops[3].dates, DateOrder::Backwards);
    }

    void loopsWithinTenMilliseconds()
    {
        const std::vector<int> deals = firmDeals();
        const Index index(m_dataset);
        QElapsedTimer timer;
        qint64 best = 1'000'000'000;
        for (int i = 0; i < 10; ++i) {
            timer.start();
            const LoopSearch search = findLoops(FlowGraph(index, deals));
            best = std::min(best, timer.nsecsElapsed());
            QCOMPARE(search.loops.size(), std::size_t(36));
        }
        QVERIFY2(best < 10'000'000, qPrintable(QString::number(best)));
    }

    void circulationIsPartOfTheWhole()
    {
        const FlowGraph graph(Index(m_dataset), firmDeals());
        const auto low = maximumCirculation(graph, Bound::Low);
        const auto high = maximumCirculation(graph, Bound::High);
        QVERIFY(low->sum <= high->sum);
        QVERIFY(high->sum >= Money::billions(100));
        QVERIFY(high->circularity() < 0.5);
    }

    void opensOnTheNetworkOfTheFirstTier()
    {
        const Summary summary = opening();
        QCOMPARE(summary.counts.organizations, 26);
        QCOMPARE(summary.counts.deals, 40);
        QCOMPARE(summary.counts.edges, 34);
        QCOMPARE(summary.counts.sources, 106);
    }

    void headlineStrip_data()
    {
        QTest::addColumn<int>("flow");
        QTest::addColumn<int>("certainty");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const auto row = [](const char *name, FlowClass flow, Certainty certainty, double low, double high) {
            QTest::newRow(name) << static_cast<int>(flow) << static_cast<int>(certainty) << low << high;
        };
        row("compute, binding", FlowClass::Compute, Certainty::Binding, 736.7, 746.7);
        row("capital, paid", FlowClass::Capital, Certainty::Paid, 195, 204);
        row("capital, binding", FlowClass::Capital, Certainty::Binding, 16, 17);
        row("capital, announced", FlowClass::Capital, Certainty::Announced, 38, 38);
        row("capital, potential", FlowClass::Capital, Certainty::Potential, 0, 35);
        row("hardware, announced", FlowClass::Hardware, Certainty::Announced, 40, 40);
    }

    void headlineStrip()
    {
        QFETCH(int, flow);
        QFETCH(int, certainty);
        QFETCH(double, low);
        QFETCH(double, high);
        const Sum sum = opening()[static_cast<FlowClass>(flow)].byCertainty[static_cast<std::size_t>(certainty)];
        QVERIFY2(qAbs(sum.low.inBillions() - low) < 0.5, qPrintable(QString::number(sum.low.inBillions())));
        QVERIFY2(qAbs(sum.high.inBillions() - high) < 0.5, qPrintable(QString::number(sum.high.inBillions())));
    }

    void articleItemisesLessThanItsHeadline()
    {
        const Index index(m_dataset);
        const auto rows = reconcile(index, select(index, everything()));
        const Reconciliation &total = rows.front();
        QCOMPARE(total.kind, StatementKind::ArticleTotal);
        QCOMPARE(total.itemisedByArticle->high, Money::billions(713));
        QCOMPARE(total.articleDifference, (Difference<Money>{Gap::Short, Money::billions(287)}));
        const auto compute = std::ranges::find_if(
            total.money, [](const MoneyLine &line) { return line.measure == FlowClass::Compute && line.direction == Direction::Out; });
        QVERIFY(compute != total.money.end());
        QVERIFY(qAbs(compute->countedThen.high.inBillions() - 322) < 1);
        QVERIFY(qAbs(compute->counted.low.inBillions() - 730) < 1);
    }

    void twentySixGigawattsLackTheLetterOfIntent()
    {
        const Index index(m_dataset);
        const auto rows = reconcile(index, select(index, everything()));
        const auto row = std::ranges::find_if(
            rows, [](const Reconciliation &r) { return std::ranges::find(r.claims, ClaimId("openai-26gw")) != r.claims.end(); });
        QVERIFY(row != rows.end());
        const auto chips = std::ranges::find(row->power, PowerLayer::Chips, &PowerLine::measure);
        QCOMPARE(chips->counted.high, Power(16'000));
        QCOMPARE(chips->difference, (Difference<Power>{Gap::Short, Power(10'000)}));
    }

    void claimsNameWhatTheyAddUp_data()
    {
        QTest::addColumn<FlowClass>("flow");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("nvidia-40bn-2026") << FlowClass::Capital << 40.5 << 45.3;
        QTest::newRow("openai-round-122bn") << FlowClass::Capital << 87.0 << 122.0;
        QTest::newRow("softbank-64-6bn") << FlowClass::Capital << 60.0 << 60.0;
        QTest::newRow("coreweave-backlog") << FlowClass::Compute << 63.9 << 63.9;
        QTest::newRow("anthropic-commitments") << FlowClass::Compute << 337.5 << 375.0;
        QTest::newRow("openai-1-4-trillion") << FlowClass::Compute << 730.4 << 740.4;
    }

    void claimsNameWhatTheyAddUp()
    {
        QFETCH(FlowClass, flow);
        QFETCH(double, low);
        QFETCH(double, high);
        const Index index(m_dataset);
        const auto rows = reconcile(index, select(index, everything()));
        const ClaimId id(QTest::currentDataTag());
        const auto row = std::ranges::find_if(rows, [&](const Reconciliation &r) { return r.claims == std::vector{id}; });
        QVERIFY(row != rows.end());
        const auto line = std::ranges::find(row->money, flow, &MoneyLine::measure);
        QVERIFY(line != row->money.end());
        QCOMPARE(line->counted.low.inBillions(), low);
        QCOMPARE(line->counted.high.inBillions(), high);
    }

    void everyDollarStatementOfTheDatasetSaysWhatItAddsUp()
    {
        const io::ReadResult shipped = io::readFile((dealscape::testing::shippedData() + "/ai-infrastructure.json").toStdString());
        QVERIFY(shipped.dataset.has_value());
        const Index index(*shipped.dataset);
        for (const Reconciliation &row : reconcile(index, select(index, everything())))
            if (row.kind == StatementKind::Claim && row.statedMoney.published())
                QVERIFY2(row.basis != Basis::Anything, row.label.c_str());
    }

    void failureOfTheHubReachesItsSuppliers()
    {
        const Index index(m_dataset);
        const std::vector<int> deals = firmDeals();
        const FlowGraph graph(index, deals);
        const int hub = index.position(OrganizationId("openai"));
        const auto losses = directLosses(index, deals, hub, 0);
        QCOMPARE(losses.front().organization, index.position(OrganizationId("oracle")));
        QCOMPARE(losses.front().unpaid.high, Money::billions(300));
        const DebtRank rank = debtRank(graph, suggestedInputs(index, graph, Bound::High), Bound::High, hub, 0);
        QVERIFY(rank.converged);
        for (const int organization : rank.withoutInput)
            QVERIFY(!m_dataset.organizations[static_cast<std::size_t>(organization)].valuation);
        for (std::size_t i = 0; i < rank.distress.size(); ++i)
            QVERIFY(rank.distress[i] == 0 || static_cast<int>(i) == hub || m_dataset.organizations[i].valuation);
    }

    void suggestedFundsNameTheirClaim()
    {
        const Index index(m_dataset);
        const OrganizationId hub("openai");
        const std::vector<int> deals = firmDeals();
        const auto funds = suggestedFunds(index, deals, hub, Bound::High);
        QVERIFY(!funds.empty());
        for (const FundsYear &year : funds)
            QCOMPARE(year.revenueClaim, std::optional(ClaimId("openai-revenue")));
        const Runway result = runway(index, deals, hub, funds, Surplus::Spent);
        QVERIFY(result.firstShortLow.has_value());
        QVERIFY(result.years.back().gapHigh >= result.years.back().gapLow);
        QVERIFY(!result.unscheduled.empty());
    }

    void everySizeableClaimHasARow()
    {
        const Index index(m_dataset);
        const auto rows = reconcile(index, select(index, everything()));
        QStringList claims;
        for (const Reconciliation &row : rows)
            for (const ClaimId &claim : row.claims)
                claims << QString::fromStdString(claim.text());
        for (const char *wanted : {"openai-1-4-trillion", "openai-26gw", "ms-2-9tn", "ms-private-credit-800bn", "article-headline-total"})
            QVERIFY2(claims.contains(wanted), wanted);
    }

    void pricesOfTheFirstTier()
    {
        const Index index(m_dataset);
        Filter filter = everything();
        filter.maximumTier = 1;
        const auto rows = costPerGigawatt(index, select(index, filter));
        QVERIFY(rows.size() >= 4);
        const auto price = [&](const char *deal) {
            const auto found = std::ranges::find_if(
                rows, [&](const CostRow &row) { return m_dataset.deals[static_cast<std::size_t>(row.deal)].id == DealId(deal); });
            return found == rows.end() ? -1 : found->perGigawatt.at(Bound::High).inBillions();
        };
        QVERIFY(qAbs(price("oracle-openai-compute") - 66.667) < 0.01);
        QVERIFY(qAbs(price("cerebras-openai-compute") - 40) < 0.01);
        QCOMPARE(price("nvidia-openai-loi"), -1.0);
    }
};

DEALSCAPE_TEST(TestDataset, dealscape::testing::NoApplication)
#include "test_dataset.moc"
