// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "network/network.h"
#include "network/sentence.h"
#include "sample.h"

using namespace dealscape;
using namespace dealscape::network;

namespace {

sample::Sample twoParties()
{
    sample::Sample s;
    s.organization("Lab", LayerStyle::Models).organization("Cloud <b>Co</b>", LayerStyle::Cloud);
    s.deal("Lab", "Cloud <b>Co</b>", FlowClass::Compute, sample::billions(5));
    s.deal("Lab", "Cloud <b>Co</b>", FlowClass::Compute, {});
    s.dataset().asOf = Date{2026, 7, 3};
    return s;
}

} // namespace

class TestSentence : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void counts()
    {
        sample::Sample s = twoParties();
        const Index index(s.dataset());
        const Network network = network::network(index, {});
        QCOMPARE(countsSentence(network), QStringLiteral("2 organisations, 1 deal on 1 edge"));
        QCOMPARE(asOfSentence({index, {}, network}), QStringLiteral("As of 3 July 2026, 1 source"));
        QCOMPARE(countsSentence({}), QStringLiteral("0 organisations, 0 deals on 0 edges"));
        QCOMPARE(asOfSentence({index, {}, {}}), QStringLiteral("As of 3 July 2026"));
    }

    void filters_data()
    {
        QTest::addColumn<Perspective>("perspective");
        QTest::addColumn<QString>("text");
        Perspective p;
        QTest::newRow("default") << p
                                 << "All tiers; counted once; value or capacity published; not cancelled. 1 more counted deal publishes "
                                    "neither value nor capacity and is not drawn.";
        p.filter.publishedOnly = false;
        p.filter.maximumTier = 1;
        QTest::newRow("tier") << p << "Tier 1; counted once; not cancelled.";
        p.filter.maximumTier = 2;
        p.filter.countedOnly = false;
        p.filter.certainties = {Certainty::Paid, Certainty::Binding};
        QTest::newRow("certainty") << p << "Tiers 1 to 2; records that are not counted are shown too; only paid or completed and binding.";
        p.filter = Filter();
        p.filter.publishedOnly = false;
        p.filter.certainties.clear();
        p.filter.families = {Family::Capital, Family::Energy};
        p.filter.layers = {LayerId("cloud")};
        p.filter.countries = {"US", "FR"};
        QTest::newRow("who")
            << p
            << "All tiers; counted once; every certainty; only capital and energy; only between organisations of the layers "
               "Cloud; only between organisations in France and United States.";
        p.filter = Filter();
        p.filter.publishedOnly = false;
        p.filter.layers = {LayerId("cloud")};
        p.filter.layerEnds = Ends::Either;
        p.filter.countries = {"US"};
        p.filter.countryEnds = Ends::Either;
        p.filter.organizations = {OrganizationId("Cloud <b>Co</b>")};
        p.filter.weakestSources = {SourceBasis::Copy, SourceBasis::Cited};
        QTest::newRow("at either end")
            << p
            << "All tiers; counted once; not cancelled; only with an organisation of the layers Cloud; only with an organisation in United "
               "States; "
               "only deals of Cloud <b>Co</b>; weakest source read in a copy or digest and seen cited, page not read.";
        p.filter = Filter();
        p.filter.publishedOnly = false;
        p.filter.from = Date{2025, 1, 0};
        p.filter.until = Date{2026, 0, 0};
        p.filter.atLeast = Money::billions(5);
        p.filter.text = "gpu\nfarm";
        p.focus = Focus{OrganizationId("Cloud <b>Co</b>"), 2};
        QTest::newRow("when and what") << p
                                       << "All tiers; counted once; not cancelled; announced from January 2025 to 2026; at least $5B; with "
                                          "“gpu farm”; within 2 steps of Cloud <b>Co</b>.";
        p = Perspective();
        p.filter.publishedOnly = false;
        p.focus = Focus{OrganizationId("Cloud <b>Co</b>"), 1};
        p.expanded = {OrganizationId("far"), OrganizationId("away")};
        p.collapsed = {OrganizationId("hub")};
        QTest::newRow("unfolded") << p
                                  << "All tiers; counted once; not cancelled; within 1 step of Cloud <b>Co</b>; with all partners of away "
                                     "and far; partners of hub that deal with nobody else in view folded away.";
    }
    void filters()
    {
        QFETCH(Perspective, perspective);
        QFETCH(QString, text);
        sample::Sample s = twoParties();
        const Index index(s.dataset());
        QCOMPARE(filterSentence({index, perspective, network::network(index, perspective)}), text);
    }

    void article()
    {
        sample::Sample s = twoParties();
        s.dataset().sources.push_back({SourceId("x"), "The Paper", "A title", {}, {}, SourceBasis::Article, {}});
        s.dataset().articleSource = SourceId("x");
        const Index index(s.dataset());
        Perspective perspective;
        perspective.asReported = true;
        QCOMPARE(filterSentence({index, perspective, {}}), QStringLiteral("As reported by The Paper, neither corrected nor counted once."));
        // The day the dataset was closed says nothing of an article.
        QCOMPARE(asOfSentence({index, perspective, {}}), QStringLiteral("Founding article"));
        s.dataset().sources.back().date = Date{2025, 10, 0};
        const Index dated(s.dataset());
        QCOMPARE(asOfSentence({dated, perspective, {}}), QStringLiteral("Article of October 2025"));
    }
};

DEALSCAPE_TEST(TestSentence, dealscape::testing::NoApplication)
#include "test_sentence.moc"
