// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "models/legstable.h"
#include "models/looplist.h"

#include "document/document.h"
#include "frozen.h"
#include "toynetwork.h"

#include <QAbstractItemModelTester>

using namespace dealscape;
using namespace dealscape::models;
using namespace dealscape::reports;
using sample::ring;

class LoopsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_document = std::make_unique<document::Document>();
        QVERIFY(m_document->open(sample::frozenPath()));
    }

    void listsUnderHeadings()
    {
        LoopList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list.rowCount(), 1);
        list.setFinding(m_document->snapshot(), std::make_shared<LoopFinding>(find({})));
        QCOMPARE(kindOf(list, 0), LoopList::RowKind::Heading);
        QCOMPARE(list.index(0).data().toString(), QStringLiteral("In this filter, up to 5 steps"));
        QCOMPARE(list.index(0).data(LoopList::AmountRole).toString(), QStringLiteral("3 loops"));
        QVERIFY(!(list.flags(list.index(0)) & Qt::ItemIsSelectable));
        const QModelIndex second = list.index(2);
        QCOMPARE(second.data().toString(), QStringLiteral("Nvidia › OpenAI › Oracle › Nvidia"));
        QCOMPARE(second.data(LoopList::AmountRole).toString(), QStringLiteral("$30B"));
        QCOMPARE(second.data(LoopList::ClosureRole).toString(), QStringLiteral("Closure 10 %"));
        QCOMPARE(second.data(LoopList::OrderRole).toString(), QStringLiteral("in reverse order"));
        QCOMPARE(list.indexOf(ring({"oracle", "nvidia", "openai"})), second);
        QVERIFY(!list.indexOf(ring({"oracle", "openai"})).isValid());
    }

    void opensTheRestOfAPlace()
    {
        LoopList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setFinding(m_document->snapshot(), std::make_shared<LoopFinding>(find({})));
        const int before = list.rowCount();
        const QModelIndex more = list.index(before - 1);
        QCOMPARE(kindOf(list, before - 1), LoopList::RowKind::More);
        QCOMPARE(more.data().toString(), QStringLiteral("27 more"));
        list.openRest(more);
        QCOMPARE(list.rowCount(), before + 26);
    }

    void ranks_data()
    {
        QTest::addColumn<LoopRank>("rank");
        QTest::addColumn<QString>("first");
        QTest::newRow("smallest leg") << LoopRank::SmallestLeg << QStringLiteral("Amazon › OpenAI › Amazon");
        QTest::newRow("closure") << LoopRank::Closure << QStringLiteral("Amazon › OpenAI › Amazon");
        QTest::newRow("steps") << LoopRank::Steps << QStringLiteral("Amazon › OpenAI › Amazon");
    }
    void ranks()
    {
        QFETCH(LoopRank, rank);
        LoopList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setFinding(m_document->snapshot(), std::make_shared<LoopFinding>(find({})));
        list.setRank(rank);
        QTEST(list.index(1).data().toString(), "first");
        double before = 1e9;
        for (int row = 1; row <= 3; ++row) {
            const FoundLoop &found = *list.loopAt(list.index(row));
            const double now = rank == LoopRank::SmallestLeg ? found.loop.smallestHigh->inBillions()
                : rank == LoopRank::Closure                  ? *found.loop.closureHigh
                                                             : -static_cast<double>(found.legs.size());
            QVERIFY(now <= before);
            before = now;
        }
    }

    void legsAreListedAndNeverAdded()
    {
        LegsTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setLegs(m_document->snapshot(), find({}).loops[1].legs);
        QCOMPARE(table.rowCount(), 3);
        const auto textAt = [&](int row, int column) { return table.index(row, column).data().toString(); };
        QCOMPARE(textAt(0, LegsTable::NameColumn), QStringLiteral("Nvidia to OpenAI"));
        QCOMPARE(textAt(0, LegsTable::AmountColumn), QStringLiteral("$30B"));
        QCOMPARE(textAt(1, LegsTable::AmountColumn), QStringLiteral("$300B"));
        QCOMPARE(textAt(2, LegsTable::AmountColumn), QStringLiteral("$40B"));
        QCOMPARE(textAt(1, LegsTable::DateColumn), QStringLiteral("22 Jul 2025"));
        QCOMPARE(static_cast<Family>(table.index(2, 0).data(LegsTable::FamilyRole).toInt()), Family::Hardware);
        QVERIFY(table.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("paid")));
    }

private:
    LoopFinding find(const LoopQuestion &question) const
    {
        return findLoops(m_document->snapshot()->index(), m_document->perspective(), question);
    }
    static LoopList::RowKind kindOf(const LoopList &list, int row)
    {
        return static_cast<LoopList::RowKind>(list.index(row).data(LoopList::KindRole).toInt());
    }

    std::unique_ptr<document::Document> m_document;
};

DEALSCAPE_TEST(LoopsTest, QCoreApplication)
#include "test_loops.moc"
