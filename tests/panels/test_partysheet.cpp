// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "panels/detailspanel.h"
#include "sample.h"
#include "sights.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace dealscape;
using namespace dealscape::panels;
using sample::billions;
using sample::Sample;

/// What is told of an organisation, of a ribbon, and of nothing in particular.
class PartySheetTest : public dealscape::testing::Case, private sights::ShownDetails {
    Q_OBJECT

    static Dataset made()
    {
        Sample sample;
        sample.organization("lab", LayerStyle::Models).organization("cloud", LayerStyle::Cloud).organization("fund", LayerStyle::Capital);
        sample.organization("parent", LayerStyle::Capital).organization("alone", LayerStyle::Energy);
        sample.deal("lab", "cloud", FlowClass::Compute, billions(30)).headline = "Lab rents halls";
        sample.deal("lab", "cloud", FlowClass::Compute, billions(10, 20), Certainty::Announced).headline = "Lab rents more";
        sample.deal("fund", "lab", FlowClass::Capital, billions(8)).headline = "Fund backs lab";
        sample.deal("fund", "lab", FlowClass::Guarantee, billions(5)).headline = "Fund stands in for lab";
        sample.deal("fund", "lab", FlowClass::Capital, {}, Certainty::Announced).headline = "Fund backs lab again";
        Deal &late = sample.deal("lab", "cloud", FlowClass::Compute, billions(40), Certainty::Potential);
        late.headline = "Lab may rent";
        late.tier = 2;
        Dataset dataset = sample.dataset();
        dataset.deals[0].power = PowerStatement{Power(2000), PowerLayer::Cloud};
        dataset.deals[3].overlap.counted = true;
        dataset.opening.filter.maximumTier = 1;
        dataset.opening.filter.publishedOnly = false;
        Organization lab = std::as_const(dataset.organizations)[0];
        lab.name = "The Laboratory";
        lab.shortName = "lab";
        lab.kind = "ai-lab";
        lab.country = "DE";
        lab.parent = OrganizationId("parent");
        lab.listing = {"listed", "LAB", "Xetra"};
        lab.valuation = Valuation{Money::billions(90), "market cap", {2026, 3, 2}, Confidence::High, "page", SourceId("source-0")};
        lab.note = "Founded in a garage.";
        dataset.organizations[0] = lab;
        Source source;
        source.id = SourceId("source-0");
        source.publisher = "The Paper";
        source.title = "All about labs";
        dataset.sources.push_back(source);
        for (int i : {1, 2}) {
            source.id = SourceId("source-" + std::to_string(i));
            source.publisher = "Paper " + std::to_string(i);
            dataset.sources.push_back(source);
        }
        Claim claim;
        claim.id = ClaimId("revenue");
        claim.kind = "revenue";
        claim.subject = OrganizationId("lab");
        claim.statement = "Lab earns $7B a year.";
        claim.note = "Before tax.";
        claim.low = claim.high = 7e9;
        claim.unit = ClaimUnit::DollarsPerYear;
        claim.date = {2026, 1, 0};
        claim.sources = {SourceId("source-2")};
        dataset.claims.push_back(claim);
        return dataset;
    }

private Q_SLOTS:
    void cleanup() { close(); }

    void anOrganisationIsToldInFull_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words :
             {"The Laboratory", "AI models · Germany · AI lab · LAB on Xetra", "$90B", "market cap, 2 March 2026",
              "The Paper: All about labs", "In view, counted once", "lines are not added", "Is paid by", "Pays", "Note",
              "Founded in a garage.", "Statements about it", "Lab earns $7B a year.", "January 2026, confidence medium", "Before tax."})
            QTest::newRow(words) << QString::fromUtf8(words);
    }

    void anOrganisationIsToldInFull()
    {
        QFETCH(QString, words);
        open(made(), OrganizationId("lab"));
        QVERIFY2(says(words), qPrintable(all()));
    }

    /// One line a flow class: what it pays and what it is paid are never added to one another.
    void sumsOfAnOrganisation_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("value");
        QTest::newRow("compute") << "Compute"
                                 << "pays $40–50B";
        QTest::newRow("capital") << "Capital"
                                 << "receives $8B and 1 unpublished";
        QTest::newRow("guarantees") << "Guarantees"
                                    << "receives $5B";
        QTest::newRow("power") << "Power, cloud contracts"
                               << "takes 2 GW";
        QTest::newRow("parent") << "Part of"
                                << "parent";
    }

    void sumsOfAnOrganisation()
    {
        QFETCH(QString, line);
        open(made(), OrganizationId("lab"));
        QTEST(sights::fact(*m_panel, line), "value");
    }

    void rowsLeadToEveryDeal()
    {
        open(made(), OrganizationId("lab"));
        auto *fund = sights::button<PartnerRow>(*m_panel, "fund");
        QVERIFY(fund);
        QVERIFY2(fund->accessibleName().startsWith("fund, 3 deals, "), qPrintable(fund->accessibleName()));
        QVERIFY(fund->accessibleName().contains("capital $8B") && fund->accessibleName().contains("guarantees $5B"));
        fund->setFocus();
        QTest::keyClick(fund, Qt::Key_Space);
        sights::button<PartnerRow>(*m_panel, "cloud")->click();
        QStringList rows = sights::leadingTo<DealRow>(*m_panel);
        rows.sort();
        QCOMPARE(rows, QStringList({"deal-0", "deal-1", "deal-2", "deal-3", "deal-4", "deal-5"}));
        QVERIFY(says("Pays, outside the filters"));
        QTest::keyClick(fund, Qt::Key_Space);
        QCOMPARE(sights::leadingTo<DealRow>(*m_panel).size(), 3);
        sights::button<LinkButton>(*m_panel, "parent")->click();
        sights::settle();
        QVERIFY(says("No deal of this organisation is on record."));
        m_document->back();
        sights::settle();
        QVERIFY(sights::button<PartnerRow>(*m_panel, "cloud")->isChecked() && !sights::button<PartnerRow>(*m_panel, "fund")->isChecked());
    }

    void aRowWithoutAPriceIsSpokenWithoutOne()
    {
        Dataset dataset = made();
        for (std::size_t i = 2; i < 5; ++i)
            dataset.deals[i].value = {};
        open(std::move(dataset), OrganizationId("lab"));
        QCOMPARE(sights::button<PartnerRow>(*m_panel, "fund")->accessibleName(), QStringLiteral("fund, 3 deals"));
    }

    void longWordsWidenNothing()
    {
        Dataset dataset = made();
        dataset.organizations[0].valuation->kind = std::string(20, 'v') + " of " + std::string(60, 'w') + " as reckoned by its last owners";
        dataset.organizations[2].name = std::string(160, 'm');
        open(std::move(dataset), OrganizationId("lab"));
        QVERIFY2(m_panel->widget()->minimumSizeHint().width() <= 320,
                 qPrintable(QString::number(m_panel->widget()->minimumSizeHint().width())));
        QVERIFY(!sights::labels(*m_panel).filter("as reckoned by its last owners, 2 March 2026").isEmpty());
    }

    /// Capital and guarantees run in one ribbon, and are two sums all the same.
    void aRibbonAddsWithinOneFlowClassOnly()
    {
        open(made(), document::EdgeKey{OrganizationId("fund"), OrganizationId("lab"), Family::Capital});
        QVERIFY(says("3 deals, 0 not counted"));
        QCOMPARE(sights::fact(*m_panel, "Together"), QStringLiteral("capital $8B, guarantees $5B"));
        QCOMPARE(sights::fact(*m_panel, "Binding"), QStringLiteral("capital $8B, guarantees $5B"));
        QCOMPARE(sights::fact(*m_panel, "Announced"), QString());
        QCOMPARE(sights::leadingTo<DealRow>(*m_panel).size(), 3);
        QVERIFY2(!all().contains("$13B"), qPrintable(all()));
    }

    void aRibbonIsSplitByCertainty_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("together") << "Together"
                                  << "compute $80–90B";
        QTest::newRow("binding") << "Binding"
                                 << "$30B";
        QTest::newRow("announced") << "Announced"
                                   << "$10–20B";
        QTest::newRow("potential") << "Potential"
                                   << "$40B";
    }

    void aRibbonIsSplitByCertainty()
    {
        QFETCH(QString, name);
        open(made(), document::EdgeKey{OrganizationId("lab"), OrganizationId("cloud"), Family::Compute});
        QTEST(sights::fact(*m_panel, name), "value");
        // Each source once, whoever names it.
        QStringList sources = sights::leadingTo<SourceRow>(*m_panel);
        sources.sort();
        QCOMPARE(sources, QStringList({"source-0", "source-1", "source-2"}));
    }

    void whatIsNotCountedStandsApart()
    {
        Dataset dataset = made();
        dataset.deals[1].overlap = {GroupId(), OverlapRole::Umbrella, false, std::nullopt};
        dataset.deals[5].overlap = {GroupId(), OverlapRole::Context, false, std::nullopt};
        open(std::move(dataset), document::EdgeKey{OrganizationId("lab"), OrganizationId("cloud"), Family::Compute});
        // Of one counted deal the whole sheet is shown.
        QVERIFY(says("Lab rents halls"));
        QVERIFY(says("Also on record, not counted"));
        QCOMPARE(sights::leadingTo<DealRow>(*m_panel), QStringList({"deal-1", "deal-5"}));
        Dataset next = m_document->dataset();
        next.deals[0].overlap.counted = false;
        m_document->edit("Edit", next);
        sights::settle();
        QVERIFY(says("0 deals, 3 not counted"));
        QCOMPARE(sights::leadingTo<DealRow>(*m_panel).size(), 3);
        QVERIFY2(!sights::leadingTo<SourceRow>(*m_panel).isEmpty(), "what is on record leads to no source");
    }

    void whatIsHiddenIsShownByOneClick()
    {
        open(made(), DealId("deal-5"));
        QVERIFY2(says("Not in the picture: tier 2"), qPrintable(all()));
        const Perspective before = m_document->perspective();
        sights::button<LinkButton>(*m_panel, "Show it")->click();
        sights::settle();
        QCOMPARE(m_document->perspective().filter.maximumTier, 2);
        QVERIFY(!all().contains("Not in the picture"));
        m_document->back();
        QVERIFY(m_document->perspective() == before);
    }

    void partnersOutsideAFocusAreOneClickAway()
    {
        open(made(), OrganizationId("fund"));
        m_document->focus(Focus{OrganizationId("fund"), 1});
        m_document->select(OrganizationId("lab"));
        sights::settle();
        QVERIFY2(sights::fact(*m_panel, "Partners").startsWith("1 of 2 in view"), qPrintable(sights::fact(*m_panel, "Partners")));
        sights::button<LinkButton>(*m_panel, "Show +1")->click();
        sights::settle();
        QVERIFY(m_document->perspective().expanded.contains(OrganizationId("lab")));
        QCOMPARE(sights::fact(*m_panel, "Partners"), QString());
    }

    void nothingSelectedSaysWhatIsThere()
    {
        Dataset dataset = made();
        dataset.description = "Five parties of a story.";
        dataset.asOf = Date{2026, 5, 1};
        dataset.notes = {"Amounts are invented."};
        open(std::move(dataset), {});
        QVERIFY(says("Nothing selected") && says("Five parties of a story."));
        QCOMPARE(sights::fact(*m_panel, "As of"), QStringLiteral("1 May 2026"));
        QVERIFY2(sights::fact(*m_panel, "In view").endsWith(" and 5 deals"), qPrintable(sights::fact(*m_panel, "In view")));
        QSignalSpy wanted(m_panel.get(), &DetailsPanel::notesWanted);
        sights::button<LinkButton>(*m_panel, "Notes on the data")->click();
        QCOMPARE(wanted.size(), 1);
        sights::button<LinkButton>(*m_panel, "2 organisations without a deal")->click();
        sights::button<LinkButton>(*m_panel, "alone")->click();
        sights::settle();
        QVERIFY(says("alone"));
    }

    void anEmptyDocumentSaysSo()
    {
        open(Dataset(), {});
        QCOMPARE(sights::fact(*m_panel, "In view"), QStringLiteral("0 organisations and 0 deals"));
        m_document = std::make_unique<document::Document>();
        DetailsPanel bare(*m_document);
        bare.show();
        sights::settle();
        QCOMPARE(sights::labels(bare).size(), 2);
        QCOMPARE(sights::fact(bare, "In view"), QString());
    }

    void aParagraphIsCopied()
    {
        open(made(), OrganizationId("lab"));
        for (const QLabel *label : m_panel->findChildren<QLabel *>())
            if (label->text() == "Founded in a garage.") {
                QCOMPARE(label->actions().size(), 1);
                label->actions().front()->trigger();
            }
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Founded in a garage."));
    }

    void whatWasTakenAwayIsNotTold()
    {
        open(made(), OrganizationId("alone"));
        QVERIFY(says("alone"));
        Dataset next = m_document->dataset();
        next.organizations.erase(4);
        m_document->edit("Delete", next);
        sights::settle();
        QVERIFY(says("Nothing selected"));
        m_document->undoStack().undo();
        m_document->select(OrganizationId("alone"));
        sights::settle();
        QVERIFY(says("alone"));
    }
};

DEALSCAPE_TEST(PartySheetTest, QApplication)
#include "test_partysheet.moc"
