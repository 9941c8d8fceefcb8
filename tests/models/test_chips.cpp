// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "models/chips.h"
#include "models/partysums.h"
#include "picture/strip.h"
#include "reports/loops.h"

#include <algorithm>
#include <functional>

using namespace dealscape;
using namespace dealscape::models;

using Change = std::function<void(Perspective &)>;
Q_DECLARE_METATYPE(Change)

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
        f.organizations = {OrganizationId("oracle")};
        f.weakestSources = {SourceBasis::Cited};
        f.from = Date{2024, 0, 0};
        f.until = Date{2026, 0, 0};
        f.atLeast = Money::billions(5);
        f.text = "oracle";
        perspective.expanded = {OrganizationId("oracle"), OrganizationId("nvidia")};
        perspective.collapsed = {OrganizationId("amd")};
        perspective.trail = Trail{{OrganizationId("nvidia"), OrganizationId("openai")}, false};
        const auto chips = chipsOf(*m_document.snapshot(), perspective);
        QCOMPARE(chips.size(), 20u);
        for (const Chip &chip : chips) {
            QVERIFY2(!chip.value.isEmpty(), qPrintable(chip.name));
            const std::size_t gone = chip.name == "Focus" ? 3 : 1;
            QCOMPARE(chipsOf(*m_document.snapshot(), chip.without).size(), 20 - gone);
        }
    }

    /// No chip is without a way to change what it says, and its menu has the present state ticked.
    void everyChipHasAnEditor()
    {
        Perspective perspective = m_document.perspective();
        perspective.asReported = true;
        perspective.focus = Focus{OrganizationId("openai"), 2};
        perspective.expanded = {OrganizationId("oracle")};
        perspective.collapsed = {OrganizationId("amd")};
        perspective.trail = Trail{{OrganizationId("nvidia"), OrganizationId("openai"), OrganizationId("oracle")}, true};
        perspective.filter.kinds = {DealKind::Loan};
        for (const Chip &chip : chipsOf(*m_document.snapshot(), perspective)) {
            if (chip.editor == Editor::Loop)
                continue;
            const auto group = choicesOf(*m_document.snapshot(), perspective, chip.editor);
            QVERIFY2(std::ranges::any_of(group.choices, &Choice::on), qPrintable(chip.name));
        }
        const auto versions = choicesOf(*m_document.snapshot(), perspective, Editor::Version).choices;
        QCOMPARE(versions.size(), 2u);
        QVERIFY(versions[0].on && !versions[1].on && versions[0].next == perspective && !versions[1].next.asReported);
        const auto collapsed = choicesOf(*m_document.snapshot(), perspective, Editor::Collapsed).choices;
        QVERIFY(collapsed.front().on && collapsed.front().next.collapsed.empty());
        QVERIFY(collapsed.size() > 1 && collapsed[1].next.collapsed.size() == 2);
    }

    void countriesStandInTheOrderOfTheirNames()
    {
        QStringList names;
        for (const Choice &choice : choicesOf(*m_document.snapshot(), m_document.perspective(), Editor::Country).choices)
            names << choice.text;
        QVERIFY(names.size() > 5 && names.contains("United States"));
        QVERIFY(std::ranges::is_sorted(names));
    }

    void aChipOfALoopOffersTheOthers()
    {
        Perspective perspective = m_document.perspective();
        const auto found = reports::leadingLoops(m_document.snapshot()->index(), perspective);
        QVERIFY(found.size() > 2);
        perspective.trail = found[1].trail();
        std::ranges::rotate(perspective.trail->organizations, perspective.trail->organizations.begin() + 1);
        const ChoiceGroup group = choicesOf(*m_document.snapshot(), perspective, Editor::Loop);
        QVERIFY(!group.choices[0].on && group.choices[1].on);
        QVERIFY(group.choices[0].next.trail == found[0].trail());
        QVERIFY(group.choices[0].text.contains(u'›') && group.choices[0].aside.contains(u'$'));
        QCOMPARE(group.choices.size() + static_cast<std::size_t>(group.unlisted), found.size());
        reports::LoopFinding all = reports::findLoops(m_document.snapshot()->index(), perspective, {});
        std::erase_if(all.loops, [](const reports::FoundLoop &loop) { return loop.place != reports::LoopPlace::Here; });
        QCOMPARE(found.size(), all.loops.size());
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

    /// What a menu says of a choice is what the picture and the strip show once it is chosen.
    void sumsOfChoicesAreThoseOfTheStrip_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
        row("as it opens", [](Perspective &) {});
        row("paid parts alone", [](Perspective &p) { p.filter.certainties = {Certainty::Paid}; });
        row("a neighbourhood", [](Perspective &p) { p.focus = Focus{OrganizationId("oracle"), 1}; });
        row("ends", [](Perspective &p) {
            p.filter.maximumTier = 0;
            p.filter.countries = {"JP"};
            p.filter.countryEnds = Ends::Either;
        });
    }

    void sumsOfChoicesAreThoseOfTheStrip()
    {
        QFETCH(Change, change);
        Perspective base = m_document.perspective();
        change(base);
        int summed = 0;
        for (const ChoiceGroup &group : choicesOf(*m_document.snapshot(), base)) {
            const bool single = group.editor == Editor::Tier || group.editor == Editor::Amount || group.editor == Editor::Year ||
                group.editor == Editor::Since || group.editor == Editor::Records;
            for (const Choice &choice : group.choices) {
                // Where something is ticked already another tick adds to it, but the words speak of each by itself.
                if (!single && std::ranges::any_of(group.choices, &Choice::on))
                    continue;
                m_document.setPerspective(choice.next);
                const auto &deals = m_document.network().deals;
                const QString count = QString::number(deals.size()) + (deals.size() == 1 ? " deal" : " deals");
                QCOMPARE(choice.aside.section(", ", 0, 0), count);
                const auto strip = picture::stripTable({m_document.shown()->index(), m_document.perspective(), m_document.network()});
                QStringList cells;
                for (const picture::StripRow &stripRow : strip.rows)
                    for (const QString &cell : stripRow.cells)
                        if (cell != QString(QChar(0x2013)))
                            cells << cell;
                const QString sum = choice.aside.section(", ", 1);
                if (cells.size() == 1 && strip.rows.size() == 1 && !strip.rows[0].note.contains("cancelled")) {
                    QCOMPARE(sum, cells.front());
                    ++summed;
                }
            }
        }
        QVERIFY(summed > 0);
    }

    void organisationsAreTickedWithoutMoving()
    {
        const auto group = [this] { return choicesOf(*m_document.snapshot(), m_document.perspective(), Editor::Organization); };
        const auto before = group();
        QCOMPARE(before.choices.size(), 16u);
        QVERIFY(before.unlisted > 0);
        QCOMPARE(before.ends.size(), 2u);
        QVERIFY(!before.ends[0].possible && !before.ends[1].possible);
        m_document.setPerspective(before.choices[3].next);
        QCOMPARE(m_document.perspective().filter.organizationEnds, Ends::Either);
        const auto after = group();
        for (std::size_t i = 0; i < before.choices.size(); ++i) {
            QCOMPARE(after.choices[i].text, before.choices[i].text);
            QCOMPARE(after.choices[i].on, i == 3);
        }
        QVERIFY(after.ends[0].on && after.ends[0].possible && after.ends[1].possible);
        m_document.setPerspective(after.choices[0].next);
        m_document.setPerspective(group().ends[1].next);
        QCOMPARE(m_document.perspective().filter.organizationEnds, Ends::Both);
        QCOMPARE(m_document.network().nodes.size(), 2u);
        const auto chips = chipsOf(*m_document.snapshot(), m_document.perspective());
        const auto chip = std::ranges::find(chips, "Organisation", &Chip::name);
        QVERIFY(chip != chips.end());
        QVERIFY2(chip->value.endsWith(", both ends"), qPrintable(chip->value));
        QCOMPARE(chip->without.filter.organizationEnds, Ends::Either);
        // A small one, found by its name, is listed with the others from then on.
        Perspective small = m_document.perspective();
        small.filter.maximumTier = 0;
        small = toggled(small, OrganizationId("mgx"));
        m_document.setPerspective(small);
        QVERIFY(std::ranges::any_of(group().choices, [](const Choice &choice) { return choice.text == "MGX" && choice.on; }));
    }

    /// Deals in the Emirates are those with one end there; almost none has both.
    void countriesAreAskedOfEitherEnd()
    {
        Perspective all = m_document.perspective();
        all.filter.maximumTier = 0;
        m_document.setPerspective(all);
        const auto group = choicesOf(*m_document.snapshot(), all, Editor::Country);
        const auto emirates = std::ranges::find(group.choices, "United Arab Emirates", &Choice::text);
        QVERIFY(emirates != group.choices.end());
        m_document.setPerspective(emirates->next);
        QVERIFY(!m_document.network().deals.empty());
        for (const int position : m_document.network().deals) {
            const Deal &deal = m_document.dataset().deals[static_cast<std::size_t>(position)];
            const Index &index = m_document.snapshot()->index();
            QVERIFY(index.organization(deal.tail())->country == "AE" || index.organization(deal.head())->country == "AE");
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
