// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "reports/whatif.h"

#include "toynetwork.h"

#include <algorithm>

using namespace dealscape;
using namespace dealscape::reports;
using sample::inputs;

namespace {

const OutcomeRow *rowOf(const std::vector<OutcomeRow> &rows, const QString &name)
{
    const auto found = std::ranges::find(rows, name, &OutcomeRow::name);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

class WhatIfTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void distressSpreadsAsPublished()
    {
        WhatIf question;
        question.failed = OrganizationId("O");
        question.spread = Spread::DebtRank;
        question.inputs = {{OrganizationId("O"), inputs({}, 500)},
                           {OrganizationId("N"), inputs({}, 400)},
                           {OrganizationId("C"), inputs({}, 250)},
                           {OrganizationId("X"), inputs({}, 200)}};
        const Outcome outcome = play(m_index, Perspective(), question);
        QCOMPARE(rowOf(outcome.parties, QStringLiteral("O"))->lost, 1.0);
        QVERIFY(qAbs(rowOf(outcome.parties, QStringLiteral("N"))->lost - 0.575) < 1e-9);
        QCOMPARE(rowOf(outcome.parties, QStringLiteral("C"))->lost, 1.0);
        QVERIFY(!rowOf(outcome.parties, QStringLiteral("X")));
        QVERIFY(outcome.rounds.size() >= 2);
        QVERIFY(qAbs(outcome.rounds.back().lost - (0.575 * 400 + 250) / 850) < 1e-9);
        QCOMPARE(outcome.rounds.front().newly, std::vector<OrganizationId>{OrganizationId("O")});
    }

    void clearingPaysAsPublished()
    {
        WhatIf question;
        question.inputs = {{OrganizationId("O"), inputs(100, {})},
                           {OrganizationId("N"), inputs(50, {})},
                           {OrganizationId("C"), inputs(20, {})},
                           {OrganizationId("X"), inputs(60, {})}};
        question.failed = OrganizationId("X");
        const Outcome outcome = play(m_index, Perspective(), question);
        const OutcomeRow *hit = rowOf(outcome.parties, QStringLiteral("O"));
        QVERIFY(hit);
        QVERIFY(qAbs(hit->lost - 60.0 / 260) < 1e-6);
        QCOMPARE(hit->before, QStringLiteral("$260B"));
        QCOMPARE(hit->after, QStringLiteral("$200B"));
        QVERIFY2(outcome.verdict.startsWith(QStringLiteral("If X fails, 1 other falls short of money, O the hardest")),
                 qPrintable(outcome.verdict));
        QVERIFY(outcome.assumptions.contains(QStringLiteral("Without any failure these funds do not reach for: O $260B of $330B.")));
        question.recovery = 1;
        QVERIFY(play(m_index, Perspective(), question).parties.empty());
    }

    void whoDisclosesNothingPaysInFull()
    {
        WhatIf question;
        question.failed = OrganizationId("O");
        const Outcome outcome = play(m_index, Perspective(), question);
        QCOMPARE(outcome.parties.size(), std::size_t(1));
        QCOMPARE(outcome.parties.front().name, QStringLiteral("O"));
        QCOMPARE(outcome.withoutInput.size(), std::size_t(3));
        QVERIFY2(outcome.verdict.startsWith(QStringLiteral("If O fails, nobody else falls short")), qPrintable(outcome.verdict));
        QVERIFY(play(m_index, Perspective(), {}).verdict.isEmpty());
    }

    void aSuppliersFailureStrikesWhatItDelivers()
    {
        Dataset dataset = sample::toy();
        dataset.deals[1].power = PowerStatement{Power(4500), PowerLayer::Cloud};
        WhatIf question;
        question.failed = OrganizationId("C");
        question.recovery = 0.25;
        const Outcome outcome = play(Index(dataset), Perspective(), question);
        QCOMPARE(outcome.undelivered.size(), std::size_t(1));
        QCOMPARE(outcome.undelivered.front().name, QStringLiteral("O"));
        QCOMPARE(outcome.undelivered.front().before, QStringLiteral("$300B · 4.5 GW"));
        QCOMPARE(outcome.undelivered.front().after, QStringLiteral("$75B · 1.13 GW"));
        QCOMPARE(outcome.undelivered.front().lost, 0.75);
        QVERIFY2(outcome.verdict.endsWith(QStringLiteral("; 1 goes without what it delivers, O most: $300B · 4.5 GW.")),
                 qPrintable(outcome.verdict));
    }

    void valuationsOfSeveralDaysSaySo()
    {
        Dataset dataset = sample::toy();
        const auto worth = [](Date day) { return Valuation{Money::billions(100), "market cap", day, Confidence::High, "page", {}}; };
        dataset.organizations[1].valuation = worth({2026, 1, 15});
        dataset.organizations[2].valuation = worth({2026, 9, 17});
        WhatIf question;
        question.failed = OrganizationId("O");
        question.spread = Spread::DebtRank;
        const auto told = [&] { return play(Index(dataset), Perspective(), question).assumptions.join(u' '); };
        QVERIFY2(told().contains(QStringLiteral("each of its own day (from 15 January 2026 to 17 September 2026)")), qPrintable(told()));
        dataset.organizations[2].valuation = worth({2026, 1, 15});
        QVERIFY(!told().contains(QStringLiteral("(from")));
    }

    void directLossesFollowTheRecovery()
    {
        WhatIf question;
        question.failed = OrganizationId("O");
        question.spread = Spread::Direct;
        question.recovery = 0.25;
        const Outcome outcome = play(m_index, Perspective(), question);
        QCOMPARE(outcome.parties.size(), std::size_t(2));
        QCOMPARE(outcome.parties[0].name, QStringLiteral("C"));
        QCOMPARE(outcome.parties[0].before, QStringLiteral("$300B"));
        QCOMPARE(outcome.parties[0].after, QStringLiteral("$75B"));
        QCOMPARE(outcome.rounds.size(), std::size_t(2));
        QCOMPARE(outcome.rounds[1].lost, 0.75);
    }

    void comparesTheNetworkBeforeAndAfter()
    {
        WhatIf question;
        question.announced = 0;
        const Outcome outcome = play(m_index, Perspective(), question);
        QCOMPARE(rowOf(outcome.network, QStringLiteral("Compute"))->before, QStringLiteral("$690B"));
        QCOMPARE(rowOf(outcome.network, QStringLiteral("Compute"))->after, QStringLiteral("$660B"));
        const OutcomeRow *loops = rowOf(outcome.network, QStringLiteral("Loops of up to 5 steps"));
        QVERIFY(loops);
        QCOMPARE(loops->before, QStringLiteral("2"));
        QCOMPARE(loops->after, QStringLiteral("1"));
        QVERIFY(play(m_index, Perspective(), WhatIf()).network.empty());
        question = {};
        question.failing = {DealId("OC")};
        QCOMPARE(rowOf(play(m_index, Perspective(), question).network, QStringLiteral("Compute"))->after, QStringLiteral("$390B"));
    }

    void everythingIsCalledAScenario()
    {
        const Outcome outcome = play(m_index, Perspective(), WhatIf());
        QVERIFY(outcome.assumptions.front().contains(QStringLiteral("scenario"), Qt::CaseInsensitive));
    }

private:
    const Dataset m_toy = sample::toy();
    const Index m_index{m_toy};
};

DEALSCAPE_TEST(WhatIfTest, QCoreApplication)
#include "test_whatif.moc"
