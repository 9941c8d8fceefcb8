// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "circular/measurespage.h"
#include "resources/embedded.h"
#include "sample.h"
#include "seen.h"
#include "toynetwork.h"

#include <QComboBox>
#include <QSignalSpy>

#include <algorithm>

using namespace dealscape;
using namespace dealscape::circular;
using sample::billions;
using sample::Sample;

/// What somebody does on the page of measures, and what it says back.
class MeasureJourneysTest : public dealscape::testing::Case {
    Q_OBJECT

    void open(Dataset dataset)
    {
        m_page.reset();
        m_document = seen::opened(std::move(dataset));
        m_page = std::make_unique<MeasuresPage>(*m_document);
        m_page->resize(420, 900);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QTRY_VERIFY(!m_page->measuring());
    }
    /// The row of a measure that is shown now.
    MeasureRow *row(const QString &name)
    {
        for (MeasureRow *found : m_page->findChildren<MeasureRow *>())
            if (found->isVisibleTo(m_page.get()) && found->cells().front() == name)
                return found;
        return nullptr;
    }
    bool says(const QString &words) { return !seen::labels(*m_page).filter(words).isEmpty(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void everyMeasureHasADefinitionOneClickAway()
    {
        open(sample::toy());
        m_document->select(OrganizationId("O"));
        QTRY_VERIFY(row("Comes back"));
        int shown = 0;
        for (MeasureRow *measure : m_page->findChildren<MeasureRow *>()) {
            if (!measure->isVisibleTo(m_page.get()))
                continue;
            ++shown;
            const QString name = measure->cells().front();
            auto *define = seen::named<panels::LinkButton>(*measure, "Definition of " + name);
            QVERIFY2(define, qPrintable(name));
            QVERIFY(!seen::labels(*measure).contains(measure->cells()[3]));
            QTest::keyClick(define, Qt::Key_Space);
            QVERIFY2(seen::labels(*measure).contains(measure->cells()[3]), qPrintable(name));
            QTest::keyClick(define, Qt::Key_Space);
            QVERIFY(!seen::labels(*measure).contains(measure->cells()[3]));
            QCOMPARE(measure->accessibleName(), QStringLiteral("%1: %2. %3").arg(name, measure->cells()[1], measure->cells()[2]));
        }
        QVERIFY(shown > 10);
    }

    void aFigureLightsWhoItIsAbout_data()
    {
        QTest::addColumn<QString>("measure");
        QTest::addColumn<std::vector<std::string>>("lit");
        QTest::newRow("in between") << "Most in between" << std::vector<std::string>{"O"};
        QTest::newRow("articulation point") << "Parties that hold it together" << std::vector<std::string>{"O"};
        QTest::newRow("bridge") << "Bridges" << std::vector<std::string>{"O", "X"};
        QTest::newRow("largest payer") << "Compute, concentration of payers" << std::vector<std::string>{"O"};
        QTest::newRow("largest payee") << "Compute, concentration of payees" << std::vector<std::string>{"C"};
    }

    void aFigureLightsWhoItIsAbout()
    {
        QFETCH(QString, measure);
        QFETCH(std::vector<std::string>, lit);
        open(sample::toy());
        QTRY_VERIFY(row(measure));
        QSignalSpy told(m_page.get(), &MeasuresPage::told);
        auto *figure = row(measure)->findChildren<panels::LinkButton *>().front();
        QVERIFY(figure->accessibleName().endsWith("light who this is about"));
        figure->click();
        auto parties = told.back().front().value<std::vector<OrganizationId>>();
        std::ranges::sort(parties);
        QVERIFY(std::ranges::equal(parties, lit, {}, [](const OrganizationId &id) { return id.text(); }));
        m_page->hide();
        QVERIFY(told.back().front().value<std::vector<OrganizationId>>().empty());
    }

    void whoPaysWhomAcrossBorders()
    {
        open(sample::toy());
        auto *flow = seen::named<QComboBox>(*m_page, "Flow class");
        QVERIFY(says("Nothing of this kind in this filter."));
        auto *table = seen::named<QTableView>(*m_page, "Payments between countries");
        QVERIFY(!table->isVisibleTo(m_page.get()));
        flow->setCurrentIndex(flow->findData(static_cast<int>(FlowClass::Compute)));
        // N alone is in Norway: it pays 100 abroad, and is paid 200 and 30 from there.
        QVERIFY2(says("$330B across borders, $360B within one country."), qPrintable(seen::labels(*m_page).join(u'\n')));
        QStringList cells;
        for (int payer = 0; payer < table->model()->rowCount(); ++payer)
            for (int payee = 0; payee < table->model()->columnCount(); ++payee)
                cells << QStringList{table->model()->headerData(payer, Qt::Vertical).toString(),
                                     table->model()->headerData(payee, Qt::Horizontal).toString(),
                                     table->model()->index(payer, payee).data().toString()}
                             .join(u'|');
        cells.sort();
        QCOMPARE(cells.size(), 4);
        QVERIFY2(cells.contains("Norway|United States|$100B") && cells.contains("United States|Norway|$230B") &&
                     cells.contains("United States|United States|$360B"),
                 qPrintable(cells.join(u'\n')));
        for (int payer = 0; payer < 2; ++payer)
            if (table->model()->headerData(payer, Qt::Vertical).toString() == "Norway")
                for (int payee = 0; payee < 2; ++payee)
                    if (table->model()->headerData(payee, Qt::Horizontal).toString() == "United States") {
                        m_page->ensureWidgetVisible(table);
                        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                                          table->visualRect(table->model()->index(payer, payee)).center());
                    }
        QVERIFY(m_document->selection() == document::Selection(DealId("NO")));
    }

    void aCountryThatIsNotNamedIsCountedApart()
    {
        Dataset dataset = sample::toy();
        dataset.organizations[1].country.clear();
        open(std::move(dataset));
        auto *flow = seen::named<QComboBox>(*m_page, "Flow class");
        flow->setCurrentIndex(flow->findData(static_cast<int>(FlowClass::Compute)));
        QVERIFY2(says("$360B within one country, $330B where a country is not named."), qPrintable(seen::labels(*m_page).join(u'\n')));
    }

    void theLargestTwoAreAskedAboutFirst()
    {
        open(sample::toy());
        const auto *from = seen::named<QComboBox>(*m_page, "Money from");
        const auto *to = seen::named<QComboBox>(*m_page, "Money to");
        QCOMPARE(from->currentText() + to->currentText(), QStringLiteral("CO"));
        QTRY_VERIFY(row("Smallest cut"));
        QCOMPARE(row("Smallest cut")->cells()[2], QStringLiteral("At most $100B can pass from C to O; it would take stopping N to O."));
        m_document->select(OrganizationId("X"));
        QCOMPARE(from->currentText() + to->currentText(), QStringLiteral("CO"));
    }

    void measuresFollowFilterAndSelection()
    {
        open(sample::toy());
        QTRY_COMPARE(seen::figure(*m_page, "Circularity"), QStringLiteral("43 %"));
        Perspective next = m_document->perspective();
        next.filter.atLeast = Money::billions(200);
        m_document->select(OrganizationId("X"));
        m_document->setPerspective(next);
        QTRY_COMPARE(seen::figure(*m_page, "Circularity"), QStringLiteral("0 %"));
        QTRY_VERIFY(says("It has no deal in this filter."));
        m_document->back();
        QTRY_COMPARE(seen::figure(*m_page, "Circularity"), QStringLiteral("43 %"));
        QTRY_COMPARE(seen::figure(*m_page, "Comes back"), QStringLiteral("0 %"));
        m_document->select({});
        QTRY_VERIFY(!row("Comes back"));
        QCOMPARE(seen::figure(*m_page, "Circularity"), QStringLiteral("43 %"));
    }

    void aStoppedMeasureIsTakenUpAgain()
    {
        m_document = seen::opened(sample::toy());
        m_page = std::make_unique<MeasuresPage>(*m_document);
        m_page->show();
        seen::button(*m_page, "Cancel")->click();
        QVERIFY(!m_page->measuring());
        QCoreApplication::processEvents();
        QVERIFY(!row("Circularity"));
        m_page->hide();
        m_page->show();
        QTRY_COMPARE(seen::figure(*m_page, "Circularity"), QStringLiteral("43 %"));
    }

    void littleDataIsTakenAsItIs_data()
    {
        QTest::addColumn<int>("deals");
        QTest::addColumn<bool>("priced");
        QTest::addColumn<QString>("cut");
        QTest::newRow("nothing") << 0 << true << "No money can pass from payee to payer.";
        QTest::newRow("one deal") << 1 << true << "At most $8B can pass from payer to payee; it would take stopping payer to payee.";
        QTest::newRow("one deal without a price") << 1 << false << "payments without a price";
    }

    void littleDataIsTakenAsItIs()
    {
        QFETCH(int, deals);
        QFETCH(bool, priced);
        QFETCH(QString, cut);
        Sample sample;
        sample.organization("payer", LayerStyle::Models).organization("payee", LayerStyle::Cloud);
        if (deals > 0)
            sample.deal("payer", "payee", FlowClass::Compute, priced ? billions(8) : MoneyRange());
        Dataset dataset = sample.dataset();
        dataset.opening.filter.publishedOnly = false;
        open(std::move(dataset));
        QTRY_COMPARE(seen::figure(*m_page, "Circularity"), QStringLiteral("0 %"));
        QTRY_VERIFY(says("No state and no state-backed party in this filter."));
        QTRY_VERIFY(row("Smallest cut"));
        QVERIFY2(row("Smallest cut")->cells()[2].contains(cut) || deals == 0, qPrintable(row("Smallest cut")->cells()[2]));
        m_document->startNew();
        QTRY_VERIFY(row("Smallest cut"));
        QTRY_COMPARE(row("Smallest cut")->cells()[2], QStringLiteral("Choose two different parties."));
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<MeasuresPage> m_page;
};

DEALSCAPE_TEST(MeasureJourneysTest, QApplication)
#include "test_measurejourneys.moc"
