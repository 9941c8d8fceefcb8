// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "panels/chain.h"
#include "panels/detailspanel.h"
#include "sample.h"
#include "sights.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace dealscape;
using namespace dealscape::panels;
using sample::billions;
using sample::Sample;

/// Everything that a deal is known by, on its sheet.
class DealSheetTest : public dealscape::testing::Case, private sights::ShownDetails {
    Q_OBJECT

    /// A deal with every member set, one that follows it, and one that counts with it.
    static Dataset full()
    {
        Sample sample;
        sample.organization("lab", LayerStyle::Models).organization("cloud", LayerStyle::Cloud).organization("agent", LayerStyle::Capital);
        Deal &deal = sample.deal("lab", "cloud", FlowClass::Compute, billions(30));
        deal.id = DealId("whole");
        deal.kind = DealKind::CloudCompute;
        deal.supplier = OrganizationId("agent");
        deal.paid = Money::billions(2);
        deal.currency = "EUR";
        deal.asAnnounced = "about €28bn over four years";
        deal.parts = {{Certainty::Paid, billions(2)}, {Certainty::Binding, billions(28)}};
        deal.estimates = {{"Analyst's view", billions(25, 35), SourceId("paper")}};
        deal.power = PowerStatement{Power(1500), PowerLayer::Cloud};
        deal.announced = {2025, 10, 7};
        deal.term = {2026, 2030};
        deal.status = DealStatus::Signed;
        deal.statusDetail = "signed, first halls open";
        deal.commitment = "take-or-pay";
        deal.confidence = Confidence::High;
        deal.headline = "Lab rents 1.5 GW";
        deal.note = "The note of the deal.";
        deal.unsourced = {"day", "term end"};
        deal.reported = Reported{"The article said $40B.", Money::billions(40), true, "It added an option."};
        deal.sources = {SourceId("paper"), SourceId("copy")};
        deal.overlap.group = GroupId("together");
        Deal &other = sample.deal("lab", "agent", FlowClass::Compute, billions(28));
        other.id = DealId("again");
        other.headline = "The same told again";
        other.overlap = {GroupId("together"), OverlapRole::Restatement, false, DealId("whole")};
        other.sources = {SourceId("cited")};
        Dataset dataset = sample.dataset();
        OverlapGroup group;
        group.id = GroupId("together");
        group.explanation = "Both tell of one contract.";
        dataset.groups.push_back(group);
        const auto source = [&](const char *id, const char *publisher, const char *title, std::optional<Date> date, const char *url,
                                SourceBasis basis) {
            Source made;
            made.id = SourceId(id);
            made.publisher = publisher;
            made.title = title;
            made.date = date;
            made.url = url;
            made.basis = basis;
            dataset.sources.push_back(made);
        };
        source("paper", "The Paper", "Lab rents halls", Date{2025, 10, 7}, "https://paper.example/lab", SourceBasis::Page);
        source("copy", "Digest", "A digest", std::nullopt, "", SourceBasis::Copy);
        source("cited", "Elsewhere", "Seen in passing", Date{2025, 0, 0}, "ftp://elsewhere.example", SourceBasis::Cited);
        return dataset;
    }

private Q_SLOTS:
    void cleanup() { close(); }

    void everyMemberIsShown_data()
    {
        QTest::addColumn<QString>("fact");
        QTest::addColumn<QString>("value");
        QTest::newRow("certainty") << "Certainty"
                                   << "$2B paid, $28B binding, signed; confidence high";
        QTest::newRow("status") << "Status"
                                << "signed, first halls open";
        QTest::newRow("announced") << "Announced"
                                   << "7 October 2025";
        QTest::newRow("term") << "Term"
                              << "2026 to 2030";
        QTest::newRow("kind") << "Kind"
                              << "Cloud compute (compute)";
        QTest::newRow("commitment") << "Commitment"
                                    << "take or pay";
        QTest::newRow("power") << "Power"
                               << "1.5 GW, cloud contracts";
        QTest::newRow("as announced") << "As announced"
                                      << "about €28bn over four years (EUR)";
        QTest::newRow("paid") << "Paid so far"
                              << "$2B";
        QTest::newRow("part paid") << "Paid or completed"
                                   << "$2B";
        QTest::newRow("part binding") << "Binding"
                                      << "$28B";
        QTest::newRow("estimate") << "Estimate"
                                  << "Analyst's view: $25–35B, by The Paper, not counted";
        QTest::newRow("unsourced") << "Unsourced"
                                   << "day, term end";
        QTest::newRow("the article") << "It states"
                                     << "$40B";
    }

    void everyMemberIsShown()
    {
        QFETCH(QString, fact);
        open(full(), DealId("whole"));
        QTEST(sights::fact(*m_panel, fact), "value");
    }

    void headingsAndSentencesAreAllThere_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words :
             {"$30B", "1.5 GW", "$20B per GW", "Lab rents 1.5 GW", "Note", "The note of the deal.", "Sources", "2", "Lab rents halls",
              "A digest", "Read in a copy or digest, not on the publisher's own page", "Counting", "counted", "Both tell of one contract.",
              "What the founding article said", "differs", "The article said $40B.", "It added an option."})
            QTest::newRow(words) << QString::fromUtf8(words);
    }

    void headingsAndSentencesAreAllThere()
    {
        QFETCH(QString, words);
        open(full(), DealId("whole"));
        QVERIFY2(says(words), qPrintable(all()));
    }

    void amountsReadAsPublished_data()
    {
        QTest::addColumn<int>("low");
        QTest::addColumn<int>("high");
        QTest::addColumn<QString>("figure");
        QTest::addColumn<bool>("perGigawatt");
        QTest::newRow("exact") << 30 << 30 << "$30B" << true;
        QTest::newRow("range") << 13 << 33 << "$13–33B" << false;
        QTest::newRow("up to") << -1 << 33 << "≤$33B" << false;
        QTest::newRow("at least") << 13 << -1 << "≥$13B" << false;
        QTest::newRow("not published") << -1 << -1 << "Amount not published" << false;
    }

    void amountsReadAsPublished()
    {
        QFETCH(int, low);
        QFETCH(int, high);
        QFETCH(bool, perGigawatt);
        QFETCH(QString, figure);
        Dataset dataset = full();
        dataset.deals[0].parts.clear();
        dataset.deals[0].value = {low < 0 ? std::nullopt : std::optional(Money::billions(low)),
                                  high < 0 ? std::nullopt : std::optional(Money::billions(high))};
        open(std::move(dataset), DealId("whole"));
        QVERIFY2(says(figure), qPrintable(all()));
        QCOMPARE(!sights::labels(*m_panel).filter("per GW").isEmpty(), perGigawatt);
    }

    void whatIsNotCountedSaysWhy_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("words");
        for (const auto &role : vocabulary<OverlapRole>())
            if (role.value != OverlapRole::Component)
                QTest::newRow(role.word.data())
                    << QString::fromUtf8(role.word.data()) << QString::fromUtf8(role.label.data()) + ": it is not added to any total.";
    }

    void whatIsNotCountedSaysWhy()
    {
        QFETCH(QString, role);
        QFETCH(QString, words);
        Dataset dataset = full();
        dataset.deals[1].overlap.role = *parseWord<OverlapRole>(role.toStdString());
        open(std::move(dataset), DealId("again"));
        QVERIFY2(says(words), qPrintable(all()));
        QVERIFY(says("not counted"));
        // What took its place, and what it is counted with, are one click away.
        QCOMPARE(sights::leadingTo<DealRow>(*m_panel).count("whole"), 2);
        QVERIFY(sights::button<DealRow>(*m_panel, "Superseded by: Lab rents 1.5 GW"));
        QTest::keyClick(sights::button<DealRow>(*m_panel, "Lab rents 1.5 GW (counted)"), Qt::Key_Space);
        QVERIFY(m_document->selection() == document::Selection(DealId("whole")));
    }

    void aDraftIsNotAdded()
    {
        Dataset dataset = full();
        dataset.deals[0].draft = true;
        open(std::move(dataset), DealId("whole"));
        QVERIFY(says("A draft: it is not added to any total until it keeps the rules."));
        QVERIFY(says("not counted"));
    }

    void whoDeliversIsNamedApartFromWhoIsPaid_data()
    {
        QTest::addColumn<bool>("capital");
        QTest::addColumn<bool>("paymentKnown");
        QTest::addColumn<QString>("supplier");
        QTest::addColumn<QString>("customer");
        QTest::newRow("supply, paid for") << false << true << ""
                                          << "";
        QTest::newRow("supply, payment unknown") << false << false << "Supplier: agent"
                                                 << "Customer: lab";
        QTest::newRow("capital, payment unknown") << true << false << "Investor: agent"
                                                  << "Receiver: lab";
    }

    void whoDeliversIsNamedApartFromWhoIsPaid()
    {
        QFETCH(bool, capital);
        QFETCH(bool, paymentKnown);
        Dataset dataset = full();
        Deal &deal = dataset.deals[0];
        if (capital)
            deal.flow = FlowClass::Capital;
        if (!paymentKnown) {
            deal.payer.reset();
            deal.payee.reset();
        }
        open(std::move(dataset), DealId("whole"));
        QCOMPARE(says("No payment between them is known"), !paymentKnown);
        const auto told = [&](const QString &name) {
            const QString value = sights::fact(*m_panel, name);
            return value.isEmpty() ? QString() : name + ": " + value;
        };
        QTEST(told(capital ? "Investor" : "Supplier"), "supplier");
        QTEST(told(capital ? "Receiver" : "Customer"), "customer");
    }

    void sourcesAreReadCopiedAndFollowed()
    {
        open(full(), DealId("whole"));
        QCOMPARE(sights::leadingTo<SourceRow>(*m_panel), QStringList({"paper", "copy"}));
        const auto *paper = m_panel->findChild<SourceRow *>("paper");
        QCOMPARE(paper->accessibleName(), QStringLiteral("Source 1: The Paper, Lab rents halls, 7 October 2025"));
        QCOMPARE(m_panel->findChild<SourceRow *>("copy")->accessibleName(), QStringLiteral("Source 2: Digest, A digest"));
        QVERIFY(paper->isEnabled());
        QVERIFY(!m_panel->findChild<SourceRow *>("copy")->isEnabled());
        int copies = 0;
        for (auto *link : m_panel->findChildren<LinkButton *>())
            copies += link->text() == "Copy address";
        QCOMPARE(copies, 1);
        sights::button<LinkButton>(*m_panel, "Copy address")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://paper.example/lab"));
        auto *cited = sights::button<LinkButton>(*m_panel, "Cited by 1 deal");
        cited->click();
        QVERIFY(!cited->isEnabled());
        QCOMPARE(sights::leadingTo<DealRow>(*m_panel).count("whole"), 1);
        // An address of another kind is shown, but does not open.
        m_document->select(DealId("again"));
        sights::settle();
        QVERIFY(!m_panel->findChild<SourceRow *>("cited")->isEnabled());
        QVERIFY(says("Seen cited elsewhere; the page itself was not read"));
    }

    void manyCitationsAreCounted()
    {
        Dataset dataset = full();
        const Deal model = std::as_const(dataset.deals)[0];
        for (int i = 0; i < 60; ++i) {
            Deal made = model;
            made.id = DealId("d" + std::to_string(i));
            dataset.deals.push_back(made);
        }
        open(std::move(dataset), DealId("whole"));
        const auto before = m_panel->findChildren<DealRow *>().size();
        sights::button<LinkButton>(*m_panel, "Cited by 61 deals")->click();
        QCOMPARE(m_panel->findChildren<DealRow *>().size(), before + 40);
        QVERIFY(says("and 21 more"));
    }

    void aChainIsToldAndDrawnInItsOrder()
    {
        open(full(), DealId("whole"));
        QVERIFY(says("One after another"));
        QVERIFY2(says("$28B (1 January 2025, Elsewhere), then $30B (7 October 2025, The Paper)"), qPrintable(all()));
        auto *chart = m_panel->findChild<ChainChart *>();
        QCOMPARE(chart->accessibleName(), QStringLiteral("$28B (1 January 2025, Elsewhere), then $30B (7 October 2025, The Paper)"));
        const QImage image = chart->grab().toImage();
        const QColor accent = themeOf(*chart).accent;
        int last = 0;
        int first = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == accent)
                    ++(x < image.width() / 2 ? first : last);
        QVERIFY2(last > 200 && first == 0, qPrintable(QStringLiteral("%1, %2").arg(first).arg(last)));
    }

    void textsOfFilesAreShownAsTheyAre()
    {
        Dataset dataset = full();
        dataset.deals[0].headline = "<b>Big</b> & bold";
        dataset.deals[0].note = "line\x1b[31m\nsecond";
        dataset.deals[0].statusDetail = std::string(400, 'x');
        dataset.organizations[0].name = "Lab & Sons <i>GmbH</i>";
        open(std::move(dataset), DealId("whole"));
        QVERIFY2(says("<b>Big</b> & bold"), qPrintable(all()));
        QVERIFY(says("line[U+001B][31m\nsecond"));
        auto *link = sights::button<LinkButton>(*m_panel, "Lab & Sons <i>GmbH</i>");
        QVERIFY(link);
        // A letter after an ampersand in a name is no key that leads somewhere.
        for (const auto *button : m_panel->findChildren<QAbstractButton *>())
            QVERIFY2(button->shortcut().isEmpty(), qPrintable(button->text()));
        QVERIFY(m_panel->widget()->minimumSizeHint().width() <= 416);
    }

    void aPartyIsReachedByKeyboard()
    {
        open(full(), DealId("whole"));
        auto *link = sights::button<LinkButton>(*m_panel, "cloud");
        QVERIFY(link->focusPolicy() & Qt::TabFocus);
        link->setFocus();
        QTest::keyClick(link, Qt::Key_Space);
        sights::settle();
        QVERIFY(m_document->selection() == document::Selection(OrganizationId("cloud")));
        QVERIFY(says("cloud"));
        m_document->back();
        sights::settle();
        QVERIFY(says("Lab rents 1.5 GW"));
    }
};

DEALSCAPE_TEST(DealSheetTest, QApplication)
#include "test_dealsheet.moc"
