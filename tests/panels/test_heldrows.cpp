// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "panels/filterbar.h"
#include "panels/tablespanel.h"
#include "sample.h"
#include "sights.h"

#include <QTableView>

using namespace dealscape;
using namespace dealscape::panels;
using sample::billions;
using sample::Sample;

/// Rows that are chosen together from elsewhere, or listed alone.
class HeldRowsTest : public dealscape::testing::Case {
    Q_OBJECT

    static document::EdgeKey ribbon() { return {OrganizationId("payer"), OrganizationId("payee"), Family::Compute}; }
    QStringList chosen()
    {
        QStringList names;
        for (const QModelIndex &row : m_panel->current()->table().selectionModel()->selectedRows(12))
            names << row.data().toString();
        names.sort();
        return names;
    }
    QStringList listed()
    {
        QStringList names;
        const QAbstractItemModel &rows = *m_panel->current()->table().model();
        for (int row = 0; row < rows.rowCount(); ++row)
            names << rows.index(row, 12).data().toString();
        return names;
    }
    QString pill()
    {
        sights::settle();
        const auto *found = m_panel->current()->findChild<ChipButton *>();
        return found ? found->accessibleName() : QString();
    }

private Q_SLOTS:
    void init()
    {
        Case::init();
        Sample sample;
        sample.organization("payer", LayerStyle::Models).organization("payee", LayerStyle::Cloud).organization("third", LayerStyle::Chips);
        sample.deal("payer", "payee", FlowClass::Compute, billions(1)).headline = "one";
        sample.deal("payer", "payee", FlowClass::Compute, billions(2)).headline = "two";
        sample.deal("payee", "third", FlowClass::Hardware, billions(3)).headline = "three";
        sample.deal("third", "payer", FlowClass::Capital, billions(4)).headline = "four";
        m_document = sights::opened(sample.dataset());
        m_panel = std::make_unique<TablesPanel>(*m_document);
        m_panel->open(TableId::Deals);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    void dealsOfABarAreChosenTogether()
    {
        m_document->select(DealId("deal-3"));
        QCOMPARE(chosen(), QStringList("four"));
        m_panel->hold({0, 2});
        QCOMPARE(chosen(), QStringList({"one", "three"}));
        // What is looked at has not changed.
        QVERIFY(m_document->selection() == document::Selection(DealId("deal-3")));
        QCOMPARE(m_panel->current()->plainText().count('\n'), 3);
        QCOMPARE(m_panel->current()->chosenRecords().size(), std::size_t(2));
        m_panel->hold({});
        QCOMPARE(chosen(), QStringList("four"));
    }

    void aTableOpenedLaterHoldsThemToo()
    {
        TablesPanel later(*m_document);
        later.hold({1, 3});
        later.open(TableId::Organizations);
        QVERIFY(!later.current()->table().selectionModel()->hasSelection());
        later.open(TableId::Deals);
        QCOMPARE(later.current()->table().selectionModel()->selectedRows().size(), 2);
    }

    void aListingLastsAsLongAsItIsLookedAt_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("the ribbon") << 0 << QStringList({"one", "two"});
        QTest::newRow("one of its deals") << 1 << QStringList({"one", "two"});
        QTest::newRow("another deal") << 2 << QStringList({"one", "two", "three", "four"});
        QTest::newRow("nothing") << 3 << QStringList({"one", "two", "three", "four"});
    }

    void aListingLastsAsLongAsItIsLookedAt()
    {
        QFETCH(int, what);
        QFETCH(QStringList, rows);
        m_panel->narrow({{ribbon(), {DealId("deal-0"), DealId("deal-1")}}});
        QVERIFY(pill().isEmpty());
        const document::Selection selections[] = {ribbon(), DealId("deal-1"), DealId("deal-2"), {}};
        m_document->select(DealId("deal-0"));
        m_document->select(selections[what]);
        QCOMPARE(listed(), rows);
        QCOMPARE(pill(), rows.size() == 2 ? QStringLiteral("Filter Only: payer to payee · 2 of 4") : QString());
        if (rows.size() == 4)
            return;
        auto *button = m_panel->current()->findChild<ChipButton *>();
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Delete);
        QCOMPARE(listed().size(), 4);
        QVERIFY(pill().isEmpty());
        QVERIFY(m_document->selection() == selections[what]);
    }

    void aListingOutsideTheFilterIsNoListing()
    {
        m_panel->narrow({{ribbon(), {DealId("deal-0"), DealId("deal-1")}}});
        m_document->select(ribbon());
        QCOMPARE(listed().size(), 2);
        Perspective next = m_document->perspective();
        next.filter.atLeast = Money::billions(2);
        m_document->setPerspective(next);
        QCOMPARE(listed(), QStringList("two"));
        QCOMPARE(pill(), QStringLiteral("Filter Only: payer to payee · 1 of 3"));
        next.filter.atLeast = Money::billions(3);
        m_document->setPerspective(next);
        QCOMPARE(listed(), QStringList({"three", "four"}));
        QVERIFY(pill().isEmpty());
    }

    /// Rows keep what is chosen of them when the dataset is edited.
    void anEditLeavesRowsChosen()
    {
        QTableView &table = m_panel->current()->table();
        table.setCurrentIndex(table.model()->index(1, 0));
        table.selectionModel()->select(table.model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(chosen(), QStringList({"three", "two"}));
        Dataset next = m_document->dataset();
        next.deals[0].headline = "first of all";
        m_document->edit("Edit", next);
        QCOMPARE(listed().front(), QStringLiteral("first of all"));
        QCOMPARE(chosen(), QStringList({"three", "two"}));
        QCOMPARE(table.currentIndex().row(), 1);
        m_document->undoStack().undo();
        QCOMPARE(listed().front(), QStringLiteral("one"));
        QCOMPARE(chosen(), QStringList({"three", "two"}));
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<TablesPanel> m_panel;
};

DEALSCAPE_TEST(HeldRowsTest, QApplication)
#include "test_heldrows.moc"
