// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "circular/looprows.h"
#include "circular/loopspage.h"
#include "resources/embedded.h"
#include "sample.h"
#include "seen.h"
#include "toynetwork.h"

#include <QCheckBox>
#include <QListView>
#include <QSpinBox>

using namespace dealscape;
using namespace dealscape::circular;
using sample::billions;
using sample::Sample;

/// What somebody does on the page of loops, and what it says back.
class LoopJourneysTest : public dealscape::testing::Case {
    Q_OBJECT

    void open(Dataset dataset)
    {
        m_page.reset();
        m_document = seen::opened(std::move(dataset));
        m_page = std::make_unique<LoopsPage>(*m_document);
        m_page->resize(420, 900);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QTRY_COMPARE(m_page->loops().snapshot(), m_document->snapshot());
    }

    QListView &list() { return *m_page->findChild<QListView *>(); }
    QStringList listed()
    {
        QStringList lines;
        for (int row = 0; row < m_page->loops().rowCount(); ++row)
            lines << m_page->loops().index(row).data().toString();
        return lines;
    }

    /// Two that pay each other in turn, once for each name, in one middle.
    static Dataset star(int arms, MoneyRange back)
    {
        Sample sample;
        sample.organization("hub", LayerStyle::Cloud);
        for (int i = 0; i < arms; ++i) {
            const std::string name = "arm" + std::to_string(i);
            sample.organization(name, LayerStyle::Chips);
            sample.deal("hub", name, FlowClass::Compute, billions(10 + i));
            sample.deal(name, "hub", FlowClass::Capital, back);
        }
        return sample.dataset();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void theListIsWalkedWithTheKeyboard()
    {
        open(sample::toy());
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Down);
        QCOMPARE(*m_document->perspective().trail, sample::ring({"N", "O", "C"}));
        QTest::keyClick(&list(), Qt::Key_Down);
        QCOMPARE(*m_document->perspective().trail, sample::ring({"O", "N"}));
        QVERIFY(seen::labels(*m_page).contains("O › N"));
        QVERIFY(seen::labels(*m_page).contains("2 legs"));
        m_document->back();
        QCOMPARE(list().currentIndex().data().toString(), QStringLiteral("N › O › C › N"));
        QVERIFY(seen::labels(*m_page).contains("3 legs"));
        m_document->back();
        QVERIFY(!m_document->perspective().trail && !list().selectionModel()->hasSelection());
        QVERIFY(!seen::labels(*m_page).contains("3 legs"));
    }

    void legsSayWhoPaysWhomAndWhen()
    {
        open(sample::toy());
        m_page->choose(m_page->loops().index(1));
        QStringList legs;
        for (const QString &leg : seen::rows(*m_page, "Legs of the loop"))
            legs << leg.section(u'|', 0, 0) + u' ' + leg.section(u'|', -1);
        QCOMPARE(legs, QStringList({"N to O $100B", "O to C $300B", "C to N $200B"}));
        QVERIFY(seen::named<LegBars>(*m_page, "Legs on one scale: $100B, $300B, $200B"));
        auto *table = seen::named<QTableView>(*m_page, "Legs of the loop");
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(std::get<document::EdgeKey>(m_document->selection()).tail, OrganizationId("O"));
        seen::button(*m_page, "Next leg")->click();
        QCOMPARE(std::get<document::EdgeKey>(m_document->selection()).tail, OrganizationId("C"));
        QCOMPARE(table->selectionModel()->selectedRows().front().row(), 2);
    }

    void stepsAndPartyLimitTheSearch_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<QString>("through");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("two steps") << 2 << "" << QStringList{"In this filter, up to 2 steps", "O › N › O"};
        QTest::newRow("through C") << 5 << "C" << QStringList{"In this filter, up to 5 steps", "N › O › C › N"};
        QTest::newRow("two steps through C") << 2 << "C" << QStringList{"In this filter, up to 2 steps"};
        QTest::newRow("through X") << 8 << "X" << QStringList{"In this filter, up to 8 steps"};
    }

    void stepsAndPartyLimitTheSearch()
    {
        QFETCH(int, steps);
        QFETCH(QString, through);
        QFETCH(QStringList, expected);
        open(sample::toy());
        auto *box = m_page->findChild<QCheckBox *>();
        QVERIFY(!box->isEnabled());
        QCOMPARE(box->text(), QStringLiteral("Through selection"));
        seen::named<QSpinBox>(*m_page, "Most steps of a loop")->setValue(steps);
        if (!through.isEmpty()) {
            m_document->select(OrganizationId(through.toStdString()));
            QCOMPARE(box->text(), "Through " + through);
            box->click();
        }
        QTRY_COMPARE(listed(), expected);
        QCOMPARE(seen::labels(*m_page).contains("No money comes back within these steps in this filter."), expected.size() == 1);
        QCOMPARE(seen::labels(*m_page).filter("Money comes back in").isEmpty(), expected.size() == 1);
    }

    void whatIsFirmEnoughCarriesALoop_data()
    {
        QTest::addColumn<Certainty>("certainty");
        QTest::addColumn<DealStatus>("status");
        QTest::addColumn<bool>("loop");
        QTest::newRow("paid") << Certainty::Paid << DealStatus::Closed << true;
        QTest::newRow("binding") << Certainty::Binding << DealStatus::Signed << true;
        QTest::newRow("announced") << Certainty::Announced << DealStatus::Announced << true;
        QTest::newRow("letter of intent") << Certainty::Announced << DealStatus::LetterOfIntent << false;
        QTest::newRow("potential") << Certainty::Potential << DealStatus::Potential << false;
        QTest::newRow("rumoured") << Certainty::Potential << DealStatus::Rumoured << false;
        QTest::newRow("cancelled") << Certainty::Cancelled << DealStatus::Cancelled << false;
    }

    void whatIsFirmEnoughCarriesALoop()
    {
        QFETCH(Certainty, certainty);
        QFETCH(DealStatus, status);
        QFETCH(bool, loop);
        Dataset dataset = star(1, billions(4));
        dataset.deals[1].certainty = certainty;
        dataset.deals[1].status = status;
        open(std::move(dataset));
        QCOMPARE(seen::labels(*m_page).filter("Money comes back in 1 loop.").size(), loop ? 1 : 0);
        if (!loop)
            return;
        const QString spoken = m_page->loops().index(1).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(certainty == Certainty::Announced ? "weakest leg announced" : "weakest leg binding"), qPrintable(spoken));
    }

    /// What a leg without a price carries round is not known: neither zero nor what the others carry.
    void aLegWithoutAPriceLeavesTheAmountUnknown()
    {
        open(star(1, {}));
        QCOMPARE(listed(),
                 QStringList({"In this filter, up to 5 steps", "A leg has no price, not drawn", "hub › arm0"})
                     .replaceInStrings("hub › arm0", "arm0 › hub"));
        const QModelIndex row = m_page->loops().index(2);
        QCOMPARE(row.data(models::LoopList::AmountRole).toString(), QStringLiteral("?"));
        QCOMPARE(row.data(models::LoopList::ClosureRole).toString(), QStringLiteral("Closure –"));
        QVERIFY(seen::labels(*m_page).filter("Money comes back").isEmpty());
        m_page->choose(row);
        QVERIFY(!m_document->perspective().filter.publishedOnly);
        QTRY_COMPARE(listed().size(), 2);
        QVERIFY(seen::labels(*m_page).contains("Money comes back in 1 loop; no loop has an amount on every leg."));
        QVERIFY(seen::named<LegBars>(*m_page, "Legs on one scale: unknown, $10B"));
        m_document->back();
        QVERIFY(m_document->perspective().filter.publishedOnly);
    }

    void whatFindsNoRoomIsCountedAndOpened_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by a click") << false;
        QTest::newRow("by Enter") << true;
    }

    void whatFindsNoRoomIsCountedAndOpened()
    {
        QFETCH(bool, byKey);
        open(star(9, {}));
        QCOMPARE(listed().size(), 6);
        const QModelIndex more = m_page->loops().index(5);
        QCOMPARE(more.data().toString(), QStringLiteral("6 more"));
        QCOMPARE(m_page->loops().index(1).data(models::LoopList::AmountRole).toString(), QStringLiteral("9 loops"));
        list().setCurrentIndex(more);
        if (byKey)
            QTest::keyClick(&list(), Qt::Key_Return);
        else
            QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().visualRect(more).center());
        QCOMPARE(listed().size(), 11);
        QVERIFY(!m_document->perspective().trail);
    }

    void datesAreToldInTheOrderOfPayment_data()
    {
        QTest::addColumn<QList<int>>("months");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("forwards") << QList<int>{1, 2, 3} << "in order"
                                  << "Each payment was announced no earlier than the one before it: "
                                     "N to O in January 2025, O to C in February 2025, C to N in March 2025.";
        QTest::newRow("backwards") << QList<int>{9, 8, 7} << "in reverse order"
                                   << "The dates run backwards: each payment was announced no "
                                      "later than the one before it: N to O in September 2025, "
                                      "O to C in August 2025, C to N in July 2025.";
        QTest::newRow("mixed")
            << QList<int>{5, 4, 12} << "in mixed order"
            << "The payments were not announced in the order in which money would go round: N to O in May 2025, O to C in "
               "April 2025, C to N in December 2025.";
    }

    void datesAreToldInTheOrderOfPayment()
    {
        QFETCH(QList<int>, months);
        QFETCH(QString, word);
        QFETCH(QString, sentence);
        Dataset dataset = sample::toy();
        for (int i = 0; i < 3; ++i)
            dataset.deals[i].announced = {2025, months[i], 3};
        open(std::move(dataset));
        const QModelIndex ring = m_page->loops().index(1);
        QCOMPARE(ring.data(models::LoopList::OrderRole).toString(), word);
        m_page->choose(ring);
        QVERIFY2(seen::labels(*m_page).contains(sentence), qPrintable(seen::labels(*m_page).join(u'\n')));
    }

    void buttonsOfALoopAreStepsBack()
    {
        open(sample::toy());
        m_page->choose(m_page->loops().index(1));
        const Perspective lit = m_document->perspective();
        QPushButton *ring = seen::button(*m_page, "Arrange as ring");
        ring->click();
        QVERIFY(m_document->perspective().layout == LayoutKind::Ring && ring->isChecked());
        m_document->back();
        QVERIFY(m_document->perspective() == lit && !ring->isChecked());
        seen::button(*m_page, "Put out")->click();
        QVERIFY(!m_document->perspective().trail);
        QVERIFY(!seen::labels(*m_page).contains("3 legs"));
        m_document->back();
        QVERIFY(m_document->perspective() == lit);
        QVERIFY(seen::labels(*m_page).contains("3 legs"));
    }

    /// A loop that a file or a scene names from another of its parties is the same loop.
    void aTrailFromElsewhereIsFound_data()
    {
        QTest::addColumn<std::vector<std::string>>("parties");
        QTest::addColumn<int>("row");
        QTest::newRow("as listed") << std::vector<std::string>{"N", "O", "C"} << 1;
        QTest::newRow("from another") << std::vector<std::string>{"C", "N", "O"} << 1;
        QTest::newRow("the other way round") << std::vector<std::string>{"C", "O", "N"} << -1;
        QTest::newRow("of two") << std::vector<std::string>{"N", "O"} << 2;
    }

    void aTrailFromElsewhereIsFound()
    {
        QFETCH(std::vector<std::string>, parties);
        QFETCH(int, row);
        open(sample::toy());
        Perspective next = m_document->perspective();
        next.trail = sample::ring(parties);
        m_document->setPerspective(next);
        QCOMPARE(list().currentIndex().row(), row);
        QCOMPARE(seen::button(*m_page, "Put out")->isVisible(), row >= 0);
    }

    /// Whoever stops a search gets it when the page is opened again.
    void aStoppedSearchIsTakenUpAgain()
    {
        m_document = seen::opened(sample::toy());
        m_page = std::make_unique<LoopsPage>(*m_document);
        m_page->show();
        seen::button(*m_page, "Cancel")->click();
        QCoreApplication::processEvents();
        QCOMPARE(listed().size(), 1);
        m_page->hide();
        m_page->show();
        QTRY_COMPARE(listed().size(), 3);
    }

    void withoutALoopThereIsNothingToDo_data()
    {
        QTest::addColumn<int>("deals");
        QTest::newRow("nothing at all") << 0;
        QTest::newRow("one deal") << 1;
    }

    void withoutALoopThereIsNothingToDo()
    {
        QFETCH(int, deals);
        Dataset dataset;
        dataset.layers = defaultLayers();
        if (deals > 0) {
            dataset = star(1, billions(1));
            dataset.deals.pop_back();
        }
        open(std::move(dataset));
        QCOMPARE(listed(), QStringList("In this filter, up to 5 steps"));
        QVERIFY(seen::labels(*m_page).contains("No money comes back within these steps in this filter."));
        for (const char *text : {"Next leg", "Previous leg", "Show deals", "Add as scene", "Put out"})
            QVERIFY2(!seen::button(*m_page, text)->isVisible(), text);
        m_page->step(1);
        QVERIFY(std::holds_alternative<std::monostate>(m_document->selection()));
    }

    void namesAreShownAsTheyAre()
    {
        Dataset dataset = sample::toy();
        dataset.organizations[0].name = "<b>O</b> & Sons";
        dataset.organizations[1].name = "N\nsecond line";
        open(std::move(dataset));
        QVERIFY2(listed()[1].startsWith("N second line › <b>O</b> & Sons › C"), qPrintable(listed()[1]));
        m_document->select(OrganizationId("O"));
        QCOMPARE(m_page->findChild<QCheckBox *>()->text(), QStringLiteral("Through <b>O</b> && Sons"));
        m_page->choose(m_page->loops().index(1));
        QVERIFY(seen::labels(*m_page).filter("<b>O</b> & Sons").size() >= 2);
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<LoopsPage> m_page;
};

DEALSCAPE_TEST(LoopJourneysTest, QApplication)
#include "test_loopjourneys.moc"
