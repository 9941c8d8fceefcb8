// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "models/chips.h"
#include "models/partysums.h"

#include <algorithm>

using namespace dealscape;
using namespace dealscape::models;

class ChipsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_document.openEmbedded();
    }

    void opensWithTheChipsOfItsFilter()
    {
        const auto chips = chipsOf(*m_document.snapshot(), m_document.perspective());
        QStringList words;
        for (const Chip &chip : chips)
            words << chip.name + ' ' + chip.value;
        QCOMPARE(words, QStringList({"Tier 1", "Counted once", "Amount value or power published", "Certainty not cancelled"}));
    }

    void eachChipSwitchesOneThingOff()
    {
        Perspective perspective = m_document.perspective();
        perspective.asReported = true;
        perspective.focus = Focus{OrganizationId("openai"), 2};
        Filter &f = perspective.filter;
        f.families = {Family::Capital};
        f.kinds = {DealKind::Loan, DealKind::Warrant, DealKind::Goods};
        f.layers = {LayerId("chips")};
        f.countries = {"US"};
        f.from = Date{2024, 0, 0};
        f.until = Date{2026, 0, 0};
        f.atLeast = Money::billions(5);
        f.text = "oracle";
        perspective.expanded = {OrganizationId("oracle"), OrganizationId("nvidia")};
        perspective.collapsed = {OrganizationId("amd")};
        perspective.trail = Trail{{OrganizationId("nvidia"), OrganizationId("openai")}, false};
        const auto chips = chipsOf(*m_document.snapshot(), perspective);
        QCOMPARE(chips.size(), 18u);
        for (const Chip &chip : chips) {
            QVERIFY2(!chip.value.isEmpty(), qPrintable(chip.name));
            const std::size_t gone = chip.name == "Focus" ? 3 : 1;
            QCOMPARE(chipsOf(*m_document.snapshot(), chip.without).size(), 18 - gone);
        }
    }

    void everyChoiceThatIsOnMatchesThePerspective()
    {
        for (const ChoiceGroup &group : choicesOf(*m_document.snapshot(), m_document.perspective())) {
            QVERIFY(!group.name.isEmpty());
            for (const Choice &choice : group.choices) {
                QVERIFY2(choice.aside.contains("deal"), qPrintable(choice.text));
                const auto again = choicesOf(*m_document.snapshot(), choice.next);
                const auto same = std::find_if(again.begin(), again.end(), [&](const ChoiceGroup &g) { return g.name == group.name; });
                QVERIFY(same != again.end());
                if (group.name == "Certainty") {
                    const auto now =
                        std::find_if(same->choices.begin(), same->choices.end(), [&](const Choice &c) { return c.text == choice.text; });
                    QVERIFY(now != same->choices.end());
                    QCOMPARE(now->on, !choice.on);
                }
            }
        }
    }

    void crumbsLeadBack()
    {
        m_document.focus(Focus{OrganizationId("nvidia"), 1});
        m_document.select(document::EdgeKey{OrganizationId("nvidia"), OrganizationId("openai"), Family::Capital});
        const auto crumbs = crumbsOf(m_document);
        QCOMPARE(crumbs.size(), 4u);
        QCOMPARE(crumbs[0].text, "All deals");
        QCOMPARE(crumbs[2].text, "Nvidia");
        QCOMPARE(crumbs[3].text, "Nvidia to OpenAI");
        QVERIFY(crumbs[0].viewpoint.perspective.filter == Filter());
        QVERIFY(!crumbs[1].viewpoint.perspective.focus);
        QVERIFY(crumbs[2].viewpoint.perspective.focus.has_value());
    }

    void sumsOfAPartyStayInTheirClass()
    {
        const OrganizationId openai("openai");
        const auto rows = flowsOf(*m_document.snapshot(), m_document.network().deals, openai);
        const auto compute = std::find_if(rows.begin(), rows.end(), [](const FlowRow &row) { return row.flow == FlowClass::Compute; });
        QVERIFY(compute != rows.end());
        std::int64_t high = 0;
        for (const int position : m_document.network().deals) {
            const Deal &deal = m_document.dataset().deals[static_cast<std::size_t>(position)];
            if (deal.payer == openai && deal.flow == FlowClass::Compute)
                high += deal.value.at(Bound::High).dollars();
        }
        QVERIFY(high > 0);
        QCOMPARE(compute->pays.high.dollars(), high);
        QCOMPARE(compute->receives.high.dollars(), 0);
    }

private:
    document::Document m_document;
};

DEALSCAPE_TEST(ChipsTest, QGuiApplication)
#include "test_chips.moc"
