// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "analysis/select.h"
#include "document/document.h"
#include "document/lookup.h"
#include "document/revealing.h"

using namespace dealscape;
using namespace dealscape::document;

using Hiding = std::function<void(Perspective &, const Deal &)>;
Q_DECLARE_METATYPE(Hiding)

class RevealingTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_document.openEmbedded(); }

    /// Whatever hides a deal, it is shown again, and no more than it takes is changed.
    void showsWhatAFilterHides_data()
    {
        QTest::addColumn<Hiding>("hide");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QString &reason, Hiding change) { QTest::newRow(name) << change << reason; };
        row("certainty", "binding", [](Perspective &p, const Deal &) { p.filter.certainties = {Certainty::Cancelled}; });
        row("flow", "compute and sites", [](Perspective &p, const Deal &) { p.filter.families = {Family::Energy}; });
        row("kind", QString(),
            [](Perspective &p, const Deal &d) { p.filter.kinds = {d.kind == DealKind::Other ? DealKind::ChipSupply : DealKind::Other}; });
        row("layer", QString(), [](Perspective &p, const Deal &) { p.filter.layers = {LayerId("energy")}; });
        row("country", QString(), [](Perspective &p, const Deal &) { p.filter.countries = {"ZZ"}; });
        row("layer at an end", QString(), [](Perspective &p, const Deal &) {
            p.filter.layers = {LayerId("energy")};
            p.filter.layerEnds = Ends::Either;
        });
        row("country at an end", "US", [](Perspective &p, const Deal &) {
            p.filter.countries = {"AE"};
            p.filter.countryEnds = Ends::Either;
        });
        row("organisation", "not asked for: OpenAI, Oracle",
            [](Perspective &p, const Deal &) { p.filter.organizations = {OrganizationId("nvidia")}; });
        row("one organisation of two", "not asked for: Oracle", [](Perspective &p, const Deal &) {
            p.filter.organizations = {OrganizationId("openai")};
            p.filter.organizationEnds = Ends::Both;
        });
        row("weakest source", QString(), [](Perspective &p, const Deal &) { p.filter.weakestSources = {SourceBasis::Background}; });
        row("date", QString(), [](Perspective &p, const Deal &) { p.filter.until = Date{2001, 1, 1}; });
        row("amount", QString(), [](Perspective &p, const Deal &) { p.filter.atLeast = Money::billions(100000); });
        row("text", QString(), [](Perspective &p, const Deal &) { p.filter.text = "no such words"; });
        row("focus", QString(), [](Perspective &p, const Deal &) { p.focus = Focus{OrganizationId("asml"), 1}; });
        row("article", QString(), [](Perspective &p, const Deal &) { p.asReported = true; });
    }

    void showsWhatAFilterHides()
    {
        QFETCH(Hiding, hide);
        QFETCH(QString, reason);
        const Snapshot &snapshot = *m_document.snapshot();
        const DealId id("oracle-openai-compute");
        const Deal &deal = *snapshot.index().deal(id);
        Perspective hidden = m_document.perspective();
        hide(hidden, deal);
        const auto revealed = revealing(snapshot, hidden, id);
        QVERIFY(revealed);
        QVERIFY2(reason.isEmpty() || revealed->reasons == QStringList(reason), qPrintable(revealed->reasons.join(u'|')));
        QCOMPARE(revealed->reasons.size(), 1);
        const std::vector<int> shown = analysis::visible(snapshot.index(), revealed->next);
        QVERIFY(std::ranges::count(shown, positionOf(snapshot, id)) == 1);
        QVERIFY(!revealed->next.asReported);
        QVERIFY(!revealing(snapshot, revealed->next, id));
    }

    void everyOrganisationWithADealCanBeShown()
    {
        const Snapshot &snapshot = *m_document.snapshot();
        for (const Organization &o : snapshot.dataset().organizations) {
            const auto revealed = revealing(snapshot, m_document.perspective(), o.id);
            const bool drawn = nodeOf(snapshot, m_document.network(), o.id) >= 0;
            const auto &deals = snapshot.dataset().deals;
            const bool ends = std::ranges::any_of(deals, [&](const Deal &deal) { return deal.tail() == o.id || deal.head() == o.id; });
            QVERIFY2(!ends || drawn != revealed.has_value(), o.id.text().c_str());
            if (revealed)
                QVERIFY2(network::network(snapshot.index(), revealed->next).nodeOf(snapshot.index().position(o.id)) >= 0,
                         o.id.text().c_str());
        }
    }

    void whoTheArticleNamesIsInItsPicture()
    {
        const Snapshot &snapshot = *m_document.snapshot();
        Perspective reported = m_document.perspective();
        reported.asReported = true;
        QVERIFY(!revealing(snapshot, reported, OrganizationId("openai")));
        const auto missing = revealing(snapshot, reported, OrganizationId("crusoe"));
        QVERIFY(missing && missing->reasons.front() == QStringLiteral("not an edge of the article"));
    }

private:
    Document m_document;
};

DEALSCAPE_TEST(RevealingTest, QGuiApplication)
#include "test_revealing.moc"
