// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "charts/coverchart.h"
#include "circular/runwaypage.h"
#include "resources/embedded.h"
#include "sample.h"
#include "seen.h"
#include "toynetwork.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>

using namespace dealscape;
using namespace dealscape::circular;
using sample::billions;
using sample::Sample;

/// What somebody does on the page that asks how long it can be paid for, and what it says back.
class RunwayJourneysTest : public dealscape::testing::Case {
    Q_OBJECT

    void open(Dataset dataset)
    {
        m_page.reset();
        m_document = seen::opened(std::move(dataset));
        m_page = std::make_unique<RunwayPage>(*m_document);
        m_page->resize(420, 900);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    QStringList years() { return seen::rows(*m_page, "Years"); }
    bool says(const QString &words) { return !seen::labels(*m_page).filter(words).isEmpty(); }
    QComboBox &party() { return *seen::named<QComboBox>(*m_page, "Who is to pay"); }
    void type(int row, int column, const QString &text)
    {
        auto *table = seen::named<QTableView>(*m_page, "Years");
        table->setCurrentIndex(table->model()->index(row, column));
        table->setFocus();
        table->edit(table->currentIndex());
        auto *field = table->findChild<QLineEdit *>();
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!table->findChild<QLineEdit *>());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void thePathNamesItsSources()
    {
        open(sample::disclosing());
        QCOMPARE(party().currentText(), QStringLiteral("O"));
        QVERIFY2(says("Comes in: O: $40B a year (Gazette, 30 June 2026)"), qPrintable(seen::labels(*m_page).join(u'\n')));
        QVERIFY(says("Cash, in 2026: O: $73B in hand (Gazette, 31 March 2026)"));
        QVERIFY(says("Each contract is spread evenly over its term, which is an assumption."));
        party().setCurrentText("C");
        QVERIFY(says("Neither revenue, cash nor funding is in the dataset: set your own."));
        QCOMPARE(m_page->verdict(), QStringLiteral("On this path C first falls short in 2026. By 2027 it lacks $200B."));
    }

    void whoIsToPayMostComesFirst()
    {
        open(sample::toy());
        QStringList names;
        for (int i = 0; i < party().count(); ++i)
            names << party().itemText(i);
        QCOMPARE(names, QStringList({"O", "C", "N", "X"}));
        m_document->select(OrganizationId("X"));
        QCOMPARE(party().currentText(), QStringLiteral("X"));
        QCOMPARE(years(), QStringList({"2026|$30B|–|–|$30B", "2027|$30B|–|–|$60B"}));
        // The ground shrinks, and the choice stays as long as it is there.
        Perspective next = m_document->perspective();
        next.filter.atLeast = Money::billions(50);
        m_document->setPerspective(next);
        QCOMPARE(party().currentText(), QStringLiteral("X"));
        next.filter.atLeast = Money::billions(150);
        m_document->setPerspective(next);
        QCOMPARE(party().count(), 2);
        QCOMPARE(party().currentText(), QStringLiteral("O"));
    }

    /// Whoever was selected before the page was opened is who it asks about, until somebody else is chosen on it.
    void thePageAsksAboutWhoIsSelected()
    {
        open(sample::toy());
        m_page->hide();
        m_document->select(OrganizationId("C"));
        m_page->show();
        QCOMPARE(party().currentText(), QStringLiteral("C"));
        party().setCurrentText("N");
        m_page->hide();
        m_page->show();
        QCOMPARE(party().currentText(), QStringLiteral("N"));
        m_document->select({});
        QCOMPARE(party().currentText(), QStringLiteral("N"));
    }

    void amountsAreTypedAndTakenBack_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("comes in") << int(models::FundsTable::RevenueColumn) << "100"
                                  << "2026|$165B|$100B *|$73B|–";
        QTest::newRow("funding") << int(models::FundsTable::FundingColumn) << "$125B"
                                 << "2026|$165B|$40B|$125B *|–";
        QTest::newRow("words") << int(models::FundsTable::RevenueColumn) << "plenty"
                               << "2026|$165B|$40B|$73B|$52B";
        QTest::newRow("below zero") << int(models::FundsTable::FundingColumn) << "-1"
                                    << "2026|$165B|$40B|$73B|$52B";
    }

    void amountsAreTypedAndTakenBack()
    {
        QFETCH(int, column);
        QFETCH(QString, typed);
        open(sample::disclosing());
        type(0, column, typed);
        QTEST(years().front(), "first");
        seen::button(*m_page, "Suggested path")->click();
        QCOMPARE(years().front(), QStringLiteral("2026|$165B|$40B|$73B|$52B"));
    }

    /// What is left out of the years is named with its amount, and a term that is assumed takes it in.
    void whatIsLeftOutIsNamedUntilATermIsAssumed()
    {
        Dataset dataset = sample::toy();
        Deal loose = std::as_const(dataset.deals)[1];
        loose.id = DealId("loose");
        loose.payee = loose.supplier = OrganizationId("X");
        loose.value = billions(20);
        loose.term = {};
        Deal priceless = loose;
        priceless.id = DealId("priceless");
        priceless.payee = priceless.supplier = OrganizationId("N");
        priceless.value = {};
        dataset.deals.push_back(loose);
        dataset.deals.push_back(priceless);
        open(std::move(dataset));
        QVERIFY2(says("Left out of every year: $20B to X without a full term and 1 deal without an amount (N). "),
                 qPrintable(seen::labels(*m_page).join(u'\n')));
        QCOMPARE(years().size(), 2);
        auto *term = seen::named<QDoubleSpinBox>(*m_page, "Contracts without a full term run, assumed");
        QCOMPARE(term->text(), QStringLiteral("left out"));
        term->setValue(5);
        QVERIFY(says("Left out of every year: 1 deal without an amount (N). "));
        QVERIFY(says("Taken in: $20B to X over assumed terms. "));
        QCOMPARE(
            years(),
            QStringList({"2025|$4B|–|–|$4B", "2026|$169B|–|–|$173B", "2027|$169B|–|–|$342B", "2028|$4B|–|–|$346B", "2029|$4B|–|–|$350B"}));
    }

    void rangesFallShortAtEitherBound_data()
    {
        QTest::addColumn<QString>("comesIn");
        QTest::addColumn<QString>("verdict");
        // 40 to 80 over two years.
        QTest::newRow("at both") << "10"
                                 << "On this path payer first falls short in 2026. By 2027 it lacks $20–60B.";
        QTest::newRow("at the high one only")
            << "30"
            << "On this path payer first falls short in 2026 (never at the low bound). By 2027 it lacks ≤$20B.";
        QTest::newRow("at none") << "40"
                                 << "On this path payer can pay what its contracts ask in every year.";
    }

    void rangesFallShortAtEitherBound()
    {
        QFETCH(QString, comesIn);
        Sample sample;
        sample.organization("payer", LayerStyle::Models).organization("payee", LayerStyle::Cloud);
        sample.deal("payer", "payee", FlowClass::Compute, billions(40, 80)).term = {2026, 2027};
        open(sample.dataset());
        for (const int row : {0, 1})
            QVERIFY(m_page->funds().setData(m_page->funds().index(row, models::FundsTable::RevenueColumn), comesIn));
        QTEST(m_page->verdict(), "verdict");
        const charts::CoverTable &due = m_page->moneyChart().table();
        QCOMPARE(due.columns.size(), std::size_t(2));
        QCOMPARE(due.columns.front().words, QStringLiteral("2026: to pay $20–40B, funds $%1B").arg(comesIn));
        QCOMPARE(due.marked, m_page->verdict().contains("falls short") ? 0 : -1);
    }

    void capitalIsFundingAndNoDebt()
    {
        Sample sample;
        sample.organization("lab", LayerStyle::Models).organization("cloud", LayerStyle::Cloud).organization("fund", LayerStyle::Capital);
        sample.deal("lab", "cloud", FlowClass::Compute, billions(50)).term = {2026, 2026};
        Deal &round = sample.deal("fund", "lab", FlowClass::Capital, billions(30));
        round.headline = "Fund backs the lab";
        round.announced = {2026, 2, 1};
        open(sample.dataset());
        QCOMPARE(party().count(), 1);
        QCOMPARE(years(), QStringList("2026|$50B|–|$30B|$20B"));
        QVERIFY(says("Funding: Fund backs the lab"));
    }

    void powerIsHeldAgainstWhatCanBeBuilt_data()
    {
        QTest::addColumn<double>("running");
        QTest::addColumn<double>("built");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("too slow") << 0.0 << 2.0 << "On these assumptions the power falls short in 2026.";
        QTest::newRow("just enough") << 2.5 << 2.0 << "On these assumptions the power is there in time.";
        QTest::newRow("at once") << 0.0 << 4.5 << "On these assumptions the power is there in time.";
    }

    void powerIsHeldAgainstWhatCanBeBuilt()
    {
        QFETCH(double, running);
        QFETCH(double, built);
        Dataset dataset = sample::toy();
        dataset.deals[1].power = PowerStatement{Power(4500), PowerLayer::Cloud};
        dataset.deals[1].term = {2026, 2026};
        open(std::move(dataset));
        seen::named<QDoubleSpinBox>(*m_page, "Running before, assumed")->setValue(running);
        seen::named<QDoubleSpinBox>(*m_page, "Can be built a year, assumed")->setValue(built);
        QFETCH(QString, verdict);
        QVERIFY2(says(verdict), qPrintable(seen::labels(*m_page).join(u'\n')));
        QVERIFY(m_page->powerChart().isVisibleTo(m_page.get()));
        QVERIFY(m_page->powerChart().table().columns.front().words.startsWith("2026: 4.5 GW needed, "));
        auto *layer = seen::named<QComboBox>(*m_page, "Where capacity is stated");
        layer->setCurrentIndex(layer->findText("Chips", Qt::MatchStartsWith | Qt::MatchFixedString));
        QVERIFY(says("No contract of it states a capacity of this kind with a term."));
        QVERIFY(!m_page->powerChart().isVisibleTo(m_page.get()));
    }

    void littleDataIsTakenAsItIs_data()
    {
        QTest::addColumn<int>("deals");
        QTest::newRow("nothing") << 0;
        QTest::newRow("one deal without a price") << 1;
    }

    void littleDataIsTakenAsItIs()
    {
        QFETCH(int, deals);
        Sample sample;
        sample.organization("payer", LayerStyle::Models).organization("payee", LayerStyle::Cloud);
        if (deals > 0)
            sample.deal("payer", "payee", FlowClass::Compute, {}).term = {2026, 2027};
        open(sample.dataset());
        QCOMPARE(party().count(), 0);
        QCOMPARE(m_page->verdict(), QStringLiteral("Nobody in this filter has payments with an amount and a term."));
        QVERIFY(years().isEmpty());
        QVERIFY(says("No contract of it states a capacity of this kind with a term."));
        seen::button(*m_page, "Suggested path")->click();
        seen::button(*m_page, "Carried over")->click();
        QVERIFY(years().isEmpty());
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<RunwayPage> m_page;
};

DEALSCAPE_TEST(RunwayJourneysTest, QApplication)
#include "test_runwayjourneys.moc"
