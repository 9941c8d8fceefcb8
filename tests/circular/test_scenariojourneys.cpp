// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "charts/coverchart.h"
#include "circular/scenariopage.h"
#include "document/editing.h"
#include "resources/embedded.h"
#include "sample.h"
#include "seen.h"
#include "toynetwork.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace dealscape;
using namespace dealscape::circular;
using sample::billions;
using sample::Sample;

/// What somebody does on the page of scenarios, and what it says back.
class ScenarioJourneysTest : public dealscape::testing::Case {
    Q_OBJECT

    void open(Dataset dataset)
    {
        m_page.reset();
        m_document = seen::opened(std::move(dataset));
        m_page = std::make_unique<ScenarioPage>(*m_document);
        m_page->resize(420, 900);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QTRY_VERIFY(!m_page->playing());
    }
    void choose(const char *box, const QString &text)
    {
        auto *combo = seen::named<QComboBox>(*m_page, box);
        QVERIFY2(combo->findText(text) >= 0, qPrintable(text));
        combo->setCurrentText(text);
        QTRY_VERIFY(!m_page->playing());
    }
    void push(const char *text)
    {
        seen::button(*m_page, text)->click();
        QTRY_VERIFY(!m_page->playing());
    }
    bool says(const QString &words) { return !seen::labels(*m_page).filter(words).isEmpty(); }
    QString cell(const QString &party, int column)
    {
        for (int row = 0; row < m_page->inputs().rowCount(); ++row)
            if (m_page->inputs().index(row, 0).data().toString() == party)
                return m_page->inputs().index(row, column).data().toString();
        return {};
    }
    /// Types into a cell of the inputs as a person does.
    void type(const QString &party, int column, const QString &text)
    {
        auto *table = seen::named<QTableView>(*m_page, "Inputs");
        for (int row = 0; row < m_page->inputs().rowCount(); ++row)
            if (m_page->inputs().index(row, 0).data().toString() == party)
                table->setCurrentIndex(table->model()->index(row, column));
        table->setFocus();
        table->edit(table->currentIndex());
        auto *field = table->findChild<QLineEdit *>();
        QVERIFY(field);
        field->selectAll();
        if (text.isEmpty())
            QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!table->findChild<QLineEdit *>());
        QTRY_VERIFY(!m_page->playing());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void nothingAskedNothingSaid()
    {
        open(sample::toy());
        QVERIFY(!says("If "));
        QVERIFY(!seen::button(*m_page, "Next round")->isVisible());
        QVERIFY(seen::rows(*m_page, "Parties before and after").isEmpty());
        QVERIFY(seen::rows(*m_page, "The network before and after").isEmpty());
        QVERIFY(says("A scenario, not a forecast"));
        QCOMPARE(seen::named<QComboBox>(*m_page, "A party fails")->currentText(), QStringLiteral("Nobody"));
    }

    void everySpreadSaysWhatItsFiguresMean_data()
    {
        QTest::addColumn<QString>("spread");
        QTest::addColumn<QString>("measure");
        QTest::addColumn<QString>("assumption");
        QTest::addColumn<QStringList>("parties");
        QTest::newRow("direct") << "Direct loss"
                                << "To be paid by the failed party; what is left of it."
                                << "Counts only those it deals with." << QStringList{"C|$300B|$0|−100 %", "N|$30B|$0|−100 %"};
        QTest::newRow("clearing") << "Clearing"
                                  << "What each can pay without the failure; with it."
                                  << "(Eisenberg and Noe 2001)" << QStringList{"O|$330B|$0|−100 %"};
        QTest::newRow("distress") << "DebtRank"
                                  << "Own capital; what is left of it."
                                  << "(DebtRank, Battiston et al. 2012)" << QStringList();
    }

    void everySpreadSaysWhatItsFiguresMean()
    {
        QFETCH(QString, spread);
        QFETCH(QString, measure);
        QFETCH(QString, assumption);
        open(sample::toy());
        choose("A party fails", "O");
        push(qPrintable(spread));
        QVERIFY2(says(measure), qPrintable(seen::labels(*m_page).join(u'\n')));
        QVERIFY(says(assumption));
        QVERIFY(says("O fails and pays 0 % of what it is to pay, at the high bound."));
        QTEST(seen::rows(*m_page, "Parties before and after"), "parties");
    }

    void inputsAreTypedAndTakenBack_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a number") << "12"
                                  << "$12B *";
        QTest::newRow("as amounts are written") << "$12.5B"
                                                << "$12.5B *";
        QTest::newRow("nothing at all") << "0"
                                        << "$0 *";
        QTest::newRow("words") << "much"
                               << "enough";
        QTest::newRow("less than nothing") << "-3"
                                           << "enough";
        QTest::newRow("endless") << "1e999"
                                 << "enough";
    }

    void inputsAreTypedAndTakenBack()
    {
        QFETCH(QString, typed);
        open(sample::toy());
        QCOMPARE(cell("C", models::InputTable::OutsideColumn), QStringLiteral("enough"));
        type("C", models::InputTable::OutsideColumn, typed);
        QTEST(cell("C", models::InputTable::OutsideColumn), "shown");
        push("Suggested inputs");
        QCOMPARE(cell("C", models::InputTable::OutsideColumn), QStringLiteral("enough"));
    }

    /// An input that is emptied is unknown, and whoever lacks it has no result.
    void anEmptiedInputIsUnknown()
    {
        Dataset dataset = sample::toy();
        dataset.organizations[1].valuation = Valuation{Money::billions(400), "market cap", {2026, 1, 1}, Confidence::High, "page", {}};
        open(std::move(dataset));
        push("DebtRank");
        choose("A party fails", "O");
        QCOMPARE(cell("N", models::InputTable::EquityColumn), QStringLiteral("$400B"));
        QVERIFY(!seen::rows(*m_page, "Parties before and after").filter("N|$400B").isEmpty());
        type("N", models::InputTable::EquityColumn, {});
        QCOMPARE(cell("N", models::InputTable::EquityColumn), QStringLiteral("?"));
        QVERIFY(seen::rows(*m_page, "Parties before and after").filter("N|").isEmpty());
        QVERIFY2(says("No result for want of an input: "), qPrintable(seen::labels(*m_page).join(u'\n')));
    }

    void aMilestoneFails()
    {
        Dataset dataset = sample::toy();
        dataset.deals[1].headline = "O rents from C";
        dataset.deals[1].parts = {{Certainty::Paid, billions(20)}, {Certainty::Binding, billions(280)}};
        open(std::move(dataset));
        QSignalSpy told(m_page.get(), &ScenarioPage::scenarioTold);
        choose("A milestone fails", "O rents from C");
        QCOMPARE(seen::rows(*m_page, "The network before and after").front(), QStringLiteral("Compute|$690B|$410B|−41 %"));
        QVERIFY(says("Can go round changes most") || says("Compute changes most"));
        QCOMPARE(told.back().front().toString(), QStringLiteral("milestone fails: O rents from C"));
        choose("A milestone fails", "None");
        QVERIFY(seen::rows(*m_page, "The network before and after").isEmpty());
        QCOMPARE(told.back().front().toString(), QString());
    }

    void sharesAreToldBesideThePicture_data()
    {
        QTest::addColumn<QString>("slider");
        QTest::addColumn<int>("value");
        QTest::addColumn<QString>("told");
        QTest::newRow("announced") << "Announced" << 40 << "40 % of what is announced";
        QTest::newRow("potential") << "Potential" << 0 << "0 % of what is potential";
        QTest::newRow("all") << "Announced" << 100 << "";
    }

    void sharesAreToldBesideThePicture()
    {
        QFETCH(QString, slider);
        QFETCH(int, value);
        open(sample::toy());
        QSignalSpy told(m_page.get(), &ScenarioPage::scenarioTold);
        auto *share = seen::named<QSlider>(*m_page, slider);
        QVERIFY(says("100 %"));
        share->setValue(1);
        share->setValue(value);
        QTRY_VERIFY(!m_page->playing());
        QVERIFY(says(QStringLiteral("%1 %").arg(value)));
        QTEST(told.back().front().toString(), "told");
    }

    void roundsAreWalkedWithinTheirEnds()
    {
        open(sample::toy());
        QSignalSpy lit(m_page.get(), &ScenarioPage::roundShown);
        choose("A party fails", "O");
        push("Direct loss");
        const auto hit = [&] {
            QStringList names;
            for (const OrganizationId &id : lit.back().front().value<std::vector<OrganizationId>>())
                names << QString::fromStdString(id.text());
            names.sort();
            return names.join(u' ');
        };
        QVERIFY(says("Round 2 of 2, step 1: C, N. 100.0 % lost by then."));
        push("Next round");
        QVERIFY(says("Round 2 of 2"));
        push("Previous round");
        QVERIFY(says("Round 1 of 2, step 0: O. 0.0 % lost by then."));
        QCOMPARE(hit(), QStringLiteral("O"));
        push("Previous round");
        QVERIFY(says("Round 1 of 2"));
        push("Next round");
        QCOMPARE(hit().left(5), QStringLiteral("C N O"));
        auto *chart = m_page->findChild<charts::CoverChart *>();
        QCOMPARE(chart->table().marked, 1);
        QVERIFY(chart->accessibleDescription().contains("Step 1: 100.0 % lost, newly hit: C, N"));
        QTest::keyClick(chart, Qt::Key_Left);
        QVERIFY(says("Round 1 of 2"));
    }

    void aRowLeadsToItsParty()
    {
        open(sample::toy());
        push("Direct loss");
        choose("A party fails", "O");
        auto *table = seen::named<QTableView>(*m_page, "Parties before and after");
        m_page->ensureWidgetVisible(table);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
        QVERIFY(m_document->selection() == document::Selection(OrganizationId("N")));
    }

    void whoGoesWithoutIsNamedWithWhatWasToCome()
    {
        Dataset dataset = sample::toy();
        dataset.deals[1].power = PowerStatement{Power(4500), PowerLayer::Cloud};
        open(std::move(dataset));
        choose("A party fails", "C");
        QCOMPARE(seen::rows(*m_page, "Not delivered"), QStringList("O|$300B · 4.5 GW|$0 · 0 GW|−100 %"));
        seen::named<QSlider>(*m_page, "Recovery")->setValue(50);
        QTRY_VERIFY(!m_page->playing());
        QCOMPARE(seen::rows(*m_page, "Not delivered"), QStringList("O|$300B · 4.5 GW|$150B · 2.25 GW|−50 %"));
        QVERIFY(says("Contracts that are not fulfilled and need not be paid"));
    }

    /// Every control shows what is asked, whatever happens to the dataset beside it.
    void anEditLeavesControlsAndQuestionTogether()
    {
        open(sample::toy());
        seen::named<QSlider>(*m_page, "Announced")->setValue(30);
        push("DebtRank");
        choose("A party fails", "O");
        Dataset next = m_document->dataset();
        next.organizations[3].note = "Edited elsewhere";
        m_document->edit("Edit", next);
        QTRY_VERIFY(!m_page->playing());
        const auto shown = [&](int announced, const QString &failed, const char *spread) {
            const reports::WhatIf &asked = m_page->question();
            QCOMPARE(seen::named<QSlider>(*m_page, "Announced")->value(), announced);
            QCOMPARE(qRound(100 * asked.announced), announced);
            QCOMPARE(seen::named<QComboBox>(*m_page, "A party fails")->currentText(), failed);
            QCOMPARE(asked.failed.has_value(), failed != "Nobody");
            QVERIFY(seen::button(*m_page, spread)->isChecked());
        };
        shown(30, "O", "DebtRank");
        // Whoever is taken out of the dataset fails no more; another file asks nothing.
        m_page->hide();
        m_document->edit("Delete O", document::deletionOf(*m_document, OrganizationId("O")).after);
        m_page->show();
        QTRY_VERIFY(!m_page->playing());
        shown(30, "Nobody", "DebtRank");
        m_document->startNew();
        QTRY_VERIFY(!m_page->playing());
        shown(100, "Nobody", "Clearing");
    }

    /// A filter that hides who failed does not hide that it failed.
    void whoFailedIsNamedOutsideTheFilterToo()
    {
        open(sample::toy());
        choose("A party fails", "X");
        choose("A milestone fails", m_document->dataset().deals[4].headline.empty() ? "X to O" : "");
        Perspective next = m_document->perspective();
        next.filter.atLeast = Money::billions(100);
        m_document->setPerspective(next);
        QTRY_VERIFY(!m_page->playing());
        QCOMPARE(m_page->question().failed, OrganizationId("X"));
        QCOMPARE(seen::named<QComboBox>(*m_page, "A party fails")->currentText(), QStringLiteral("X"));
        QVERIFY(!seen::named<QComboBox>(*m_page, "A milestone fails")->currentText().isEmpty());
        m_document->back();
        QTRY_VERIFY(!m_page->playing());
        QCOMPARE(seen::named<QComboBox>(*m_page, "A party fails")->count(), 5);
    }

    void littleDataIsTakenAsItIs_data()
    {
        QTest::addColumn<int>("deals");
        QTest::addColumn<bool>("priced");
        QTest::newRow("nothing") << 0 << true;
        QTest::newRow("one deal") << 1 << true;
        QTest::newRow("one deal without a price") << 1 << false;
    }

    void littleDataIsTakenAsItIs()
    {
        QFETCH(int, deals);
        QFETCH(bool, priced);
        Sample sample;
        sample.organization("payer", LayerStyle::Models).organization("payee", LayerStyle::Cloud);
        if (deals > 0)
            sample.deal("payer", "payee", FlowClass::Compute, priced ? billions(8) : MoneyRange());
        Dataset dataset = sample.dataset();
        dataset.opening.filter.publishedOnly = false;
        open(std::move(dataset));
        QCOMPARE(seen::named<QComboBox>(*m_page, "A party fails")->count(), 3);
        choose("A party fails", "payee");
        QVERIFY(says("If payee fails, nobody else falls short"));
        if (deals == 0)
            return;
        QVERIFY2(
            says("If payee fails, nobody else falls short; 1 goes without what it delivers, payer most: " + QString(priced ? "$8B" : "?")),
            qPrintable(seen::labels(*m_page).join(u'\n')));
        choose("A party fails", "payer");
        push("Direct loss");
        QCOMPARE(seen::rows(*m_page, "Parties before and after").size(), 1);
        QCOMPARE(m_page->parties().index(0, 2).data().toString(), QStringLiteral("$0"));
        QCOMPARE(m_page->parties().index(0, 0).data(Qt::ToolTipRole).toString().contains("1 unpublished"), !priced);
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<ScenarioPage> m_page;
};

DEALSCAPE_TEST(ScenarioJourneysTest, QApplication)
#include "test_scenariojourneys.moc"
