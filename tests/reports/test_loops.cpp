// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "reports/loops.h"

#include "frozen.h"
#include "toynetwork.h"

#include <algorithm>

using namespace dealscape;
using namespace dealscape::reports;
using sample::ring;

class LoopReportTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatTheDatasetHolds()
    {
        const LoopFinding finding = find({});
        QCOMPARE(finding.loops.size(), std::size_t(36));
        QCOMPARE(finding.count(LoopPlace::Here), 3);
        QCOMPARE(finding.count(LoopPlace::WithoutPrice), 3);
        QCOMPARE(finding.count(LoopPlace::OtherTier), 30);
        QCOMPARE(finding.priced(LoopPlace::OtherTier), 8);
        QCOMPARE(finding.completion, analysis::Completion::Complete);
        const FoundLoop &second = finding.loops[1];
        QVERIFY(second.walks(ring({"openai", "oracle", "nvidia"})));
        QVERIFY(!second.walks(ring({"oracle", "openai", "nvidia"})));
        QCOMPARE(*second.loop.smallestHigh, Money::billions(30));
    }

    void followsFilterAndLength_data()
    {
        QTest::addColumn<int>("tier");
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("published");
        QTest::addColumn<int>("here");
        QTest::newRow("every tier") << 0 << 5 << true << 11;
        QTest::newRow("every tier, also without a price") << 0 << 5 << false << 36;
        QTest::newRow("the first tier, two steps") << 1 << 2 << true << 2;
    }
    void followsFilterAndLength()
    {
        QFETCH(int, tier);
        QFETCH(int, length);
        QFETCH(bool, published);
        Perspective perspective = sample::frozen().opening;
        perspective.filter.maximumTier = tier;
        perspective.filter.publishedOnly = published;
        const LoopFinding finding = findLoops(m_index, perspective, {length, std::nullopt});
        QTEST(finding.count(LoopPlace::Here), "here");
    }

    void keepsToOneOrganization()
    {
        const OrganizationId oracle("oracle");
        const LoopFinding finding = find({5, oracle});
        QVERIFY(!finding.loops.empty() && finding.loops.size() < 36);
        for (const FoundLoop &loop : finding.loops)
            QVERIFY(std::ranges::any_of(loop.legs, [&](const LoopLeg &leg) { return leg.payer == oracle; }));
        QVERIFY(find({5, OrganizationId("nobody")}).loops.empty());
    }

    void stopsWhenCancelled()
    {
        const Progress progress{{}, [] { return true; }};
        const LoopFinding finding = findLoops(m_index, sample::frozen().opening, {}, progress);
        QVERIFY(finding.loops.size() < 36);
    }

    void tellsTheOrderOfDates()
    {
        const QString sentence = orderSentence(m_index, find({}).loops[1]);
        QVERIFY2(sentence.startsWith(QStringLiteral("The dates run backwards")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("Oracle to Nvidia in May 2025")), qPrintable(sentence));
    }

private:
    LoopFinding find(const LoopQuestion &question) const { return findLoops(m_index, sample::frozen().opening, question); }

    const Index m_index{sample::frozen()};
};

DEALSCAPE_TEST(LoopReportTest, QCoreApplication)
#include "test_loops.moc"
