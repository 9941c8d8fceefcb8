// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "circular/loopspage.h"
#include "circular/measurespage.h"
#include "circular/runwaypage.h"
#include "circular/scenariopage.h"
#include "resources/embedded.h"
#include "seen.h"
#include "toynetwork.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QListView>

using namespace dealscape;
using namespace dealscape::circular;

/// The published and the reckoned figures of the network of four, read off the pages.
class GoldenTest : public dealscape::testing::Case {
    Q_OBJECT

    void put(ScenarioPage &page, const QString &party, int column, const QString &billions)
    {
        for (int row = 0; row < page.inputs().rowCount(); ++row)
            if (page.inputs().index(row, 0).data().toString() == party) {
                QVERIFY(page.inputs().setData(page.inputs().index(row, column), billions));
                QTRY_VERIFY(!page.playing());
                return;
            }
        QFAIL(qPrintable(party));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }
    void init()
    {
        Case::init();
        m_document = seen::opened(sample::toy());
    }

    void loopsByEveryRank_data()
    {
        QTest::addColumn<QString>("rank");
        QTest::addColumn<QStringList>("expected");
        const QString ring = QStringLiteral("N › O › C › N|$100B|Closure 33 %");
        const QString pair = QStringLiteral("O › N › O|$30B|Closure 30 %");
        QTest::newRow("smallest leg") << "Smallest leg" << QStringList{ring, pair};
        QTest::newRow("closure") << "Closure" << QStringList{ring, pair};
        QTest::newRow("steps") << "Steps" << QStringList{pair, ring};
    }

    void loopsByEveryRank()
    {
        QFETCH(QString, rank);
        QFETCH(QStringList, expected);
        LoopsPage page(*m_document);
        page.show();
        QTRY_COMPARE(page.loops().finding()->loops.size(), std::size_t(2));
        seen::button(page, rank)->click();
        QStringList listed;
        const QAbstractItemModel &list = *page.findChild<QListView *>()->model();
        QCOMPARE(list.index(0, 0).data().toString(), QStringLiteral("In this filter, up to 5 steps"));
        for (int row = 1; row < list.rowCount(); ++row) {
            const QModelIndex index = list.index(row, 0);
            listed << QStringList{index.data().toString(), index.data(models::LoopList::AmountRole).toString(),
                                  index.data(models::LoopList::ClosureRole).toString()}
                          .join(u'|');
        }
        QCOMPARE(listed, expected);
        const QStringList told = seen::labels(page);
        QVERIFY2(told.contains("Money comes back in 2 loops. Most goes round by N › O › C › N: $100B."), qPrintable(told.join(u'\n')));
        QVERIFY(told.contains("By length: 1 of 2 steps, 1 of 3 steps; without letters of intent."));
    }

    void measuresOfTheNetwork_data()
    {
        QTest::addColumn<QString>("measure");
        QTest::addColumn<QString>("figure");
        QTest::newRow("300 of 690") << "Circularity"
                                    << "43 %";
        QTest::newRow("60 of 690") << "Reciprocity"
                                   << "8.7 %";
        QTest::newRow("0.273915") << "Finn cycling index"
                                  << "27 %";
        QTest::newRow("two of three ways lead through O") << "Most in between"
                                                          << "67 %";
        QTest::newRow("without O nothing reaches X") << "Parties that hold it together"
                                                     << "1";
        QTest::newRow("X with O") << "Bridges"
                                  << "1";
    }

    void measuresOfTheNetwork()
    {
        QFETCH(QString, measure);
        MeasuresPage page(*m_document);
        page.show();
        QFETCH(QString, figure);
        QTRY_COMPARE(seen::figure(page, measure), figure);
    }

    void measuresOfAParty_data()
    {
        QTest::addColumn<QString>("party");
        QTest::addColumn<QString>("measure");
        QTest::addColumn<QString>("figure");
        QTest::newRow("O, 100 of 330") << "O"
                                       << "Comes back"
                                       << "30 %";
        QTest::newRow("O, 8347.107") << "O"
                                     << "Compute, concentration of payees"
                                     << "8,347";
        QTest::newRow("O, 1 - 1/1.434783") << "O"
                                           << "Been here before"
                                           << "30 %";
        QTest::newRow("O holds") << "O"
                                 << "Holds it together"
                                 << "yes";
        QTest::newRow("N, 7731.569") << "N"
                                     << "Compute, concentration of payers"
                                     << "7,732";
        QTest::newRow("N, all of its 100") << "N"
                                           << "Comes back"
                                           << "100 %";
        QTest::newRow("C, 1 - 1/1.378072") << "C"
                                           << "Been here before"
                                           << "27 %";
        QTest::newRow("C does not hold") << "C"
                                         << "Holds it together"
                                         << "no";
        QTest::newRow("X, nothing") << "X"
                                    << "Comes back"
                                    << "0 %";
        QTest::newRow("X was never there") << "X"
                                           << "Been here before"
                                           << "0 %";
    }

    void measuresOfAParty()
    {
        QFETCH(QString, party);
        QFETCH(QString, measure);
        MeasuresPage page(*m_document);
        m_document->select(OrganizationId(party.toStdString()));
        page.show();
        QFETCH(QString, figure);
        QTRY_VERIFY(seen::labels(page).contains(party));
        QTRY_COMPARE(seen::figure(page, measure), figure);
    }

    void whatMustStopBetweenTwo_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("figure");
        QTest::newRow("all that X pays") << "X"
                                         << "N"
                                         << "$60B";
        QTest::newRow("30 straight and 200 by C") << "O"
                                                  << "N"
                                                  << "$230B";
        QTest::newRow("all that N pays") << "N"
                                         << "C"
                                         << "$100B";
        QTest::newRow("nobody pays X") << "N"
                                       << "X"
                                       << "$0";
    }

    void whatMustStopBetweenTwo()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, figure);
        MeasuresPage page(*m_document);
        page.show();
        seen::named<QComboBox>(page, "Money from")->setCurrentText(from);
        seen::named<QComboBox>(page, "Money to")->setCurrentText(to);
        QTRY_COMPARE(seen::figure(page, "Smallest cut"), figure);
    }

    void clearing()
    {
        ScenarioPage page(*m_document);
        page.show();
        QTRY_VERIFY(!page.playing());
        for (const auto &[party, billions] : {std::pair("O", "100"), std::pair("N", "50"), std::pair("C", "20"), std::pair("X", "60")})
            put(page, QString::fromLatin1(party), models::InputTable::OutsideColumn, QString::fromLatin1(billions));
        seen::named<QComboBox>(page, "A party fails")->setCurrentText("X");
        QTRY_VERIFY(!page.playing());
        QVERIFY2(seen::labels(page).filter("Without any failure these funds do not reach for: O $260B of $330B.").size() == 1,
                 qPrintable(seen::labels(page).join(u'\n')));
        QCOMPARE(seen::rows(page, "Parties before and after").first(2), QStringList({"X|$60B|$0|−100 %", "O|$260B|$200B|−23 %"}));
        seen::named<QSlider>(page, "Recovery")->setValue(100);
        QTRY_VERIFY(!page.playing());
        QCOMPARE(page.parties().rowCount(), 0);
        QCOMPARE(seen::labels(page).filter("Nobody falls short.").size(), 1);
    }

    void distress()
    {
        ScenarioPage page(*m_document);
        page.show();
        QTRY_VERIFY(!page.playing());
        seen::button(page, "DebtRank")->click();
        for (const auto &[party, billions] : {std::pair("O", "500"), std::pair("N", "400"), std::pair("C", "250"), std::pair("X", "200")})
            put(page, QString::fromLatin1(party), models::InputTable::EquityColumn, QString::fromLatin1(billions));
        seen::named<QComboBox>(page, "A party fails")->setCurrentText("O");
        QTRY_VERIFY(!page.playing());
        const QStringList hit = seen::rows(page, "Parties before and after");
        QCOMPARE(hit.size(), 3);
        QVERIFY2(hit.filter("N|$400B|$170B|").size() == 1, qPrintable(hit.join(u'\n')));
        QVERIFY(hit.contains("C|$250B|$0|−100 %"));
        // 0.575 of 400 and all of 250, over the 850 of those who did not fail.
        QCOMPARE(seen::labels(page).filter("56.5 % lost by then.").size(), 1);
    }

    void whatComesTrueInPart_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("none of the 30") << 0
                                        << QStringList{"Compute|$690B|$660B|−4 %", "Can go round|43 %|45 %|–",
                                                       "Loops of up to 5 steps|2|1|−50 %"};
        QTest::newRow("half of the 30") << 50
                                        << QStringList{"Compute|$690B|$675B|−2 %", "Can go round|43 %|44 %|–",
                                                       "Loops of up to 5 steps|2|2|–"};
        QTest::newRow("all of it") << 100 << QStringList();
    }

    void whatComesTrueInPart()
    {
        QFETCH(int, percent);
        ScenarioPage page(*m_document);
        page.show();
        seen::named<QSlider>(page, "Announced")->setValue(percent);
        QTRY_VERIFY(!page.playing());
        QTEST(seen::rows(page, "The network before and after"), "expected");
    }

    void runway_data()
    {
        QTest::addColumn<QString>("comesIn");
        QTest::addColumn<bool>("carried");
        QTest::addColumn<int>("growth");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QStringList>("years");
        // 330 over two years; 40 come in each, and 73 in hand in the first.
        QTest::newRow("as disclosed") << "" << false << 0 << "On this path O first falls short in 2026. By 2027 it lacks $177B."
                                      << QStringList{"2026|$165B|$40B|$73B|$52B", "2027|$165B|$40B|–|$177B"};
        QTest::newRow("half as much again") << "" << false << 50 << "On this path O first falls short in 2026. By 2027 it lacks $157B."
                                            << QStringList{"2026|$165B|$40B|$73B|$52B", "2027|$165B|$60B|–|$157B"};
        QTest::newRow("200 in the first year, spent")
            << "200" << false << 0 << "On this path O first falls short in 2027. By 2027 it lacks $125B."
            << QStringList{"2026|$165B|$200B *|$73B|–", "2027|$165B|$40B|–|$125B"};
        QTest::newRow("200 in the first year, kept")
            << "200" << true << 0 << "On this path O first falls short in 2027. By 2027 it lacks $17B."
            << QStringList{"2026|$165B|$200B *|$73B|–", "2027|$165B|$40B|–|$17B"};
        QTest::newRow("217 in the first year, kept") << "217" << true << 0 << "On this path O can pay what its contracts ask in every year."
                                                     << QStringList{"2026|$165B|$217B *|$73B|–", "2027|$165B|$40B|–|–"};
    }

    void runway()
    {
        QFETCH(QString, comesIn);
        QFETCH(bool, carried);
        QFETCH(int, growth);
        m_document = seen::opened(sample::disclosing());
        RunwayPage page(*m_document);
        page.show();
        seen::named<QComboBox>(page, "Who is to pay")->setCurrentText("O");
        if (!comesIn.isEmpty())
            QVERIFY(page.funds().setData(page.funds().index(0, models::FundsTable::RevenueColumn), comesIn));
        if (carried)
            seen::button(page, "Carried over")->click();
        seen::named<QDoubleSpinBox>(page, "What comes in grows by, assumed")->setValue(growth);
        QTEST(page.verdict(), "verdict");
        QTEST(seen::rows(page, "Years"), "years");
    }

private:
    std::unique_ptr<document::Document> m_document;
};

DEALSCAPE_TEST(GoldenTest, QApplication)
#include "test_golden.moc"
