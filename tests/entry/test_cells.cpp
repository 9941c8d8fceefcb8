// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "entry/cells.h"
#include "entry/members.h"
#include "models/recordtable.h"
#include "panels/tablespanel.h"
#include "resources/embedded.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace dealscape;
using namespace dealscape::entry;

namespace {

struct Tables {
    Tables()
    {
        document.openEmbedded();
        QObject::connect(&panel, &panels::TablesPanel::made, &panel,
                         [this](panels::RecordView *view) { delegate = new CellDelegate(document, *view); });
        panel.resize(1200, 500);
        panel.show();
    }

    QTableView &open(panels::TableId id)
    {
        panel.open(id);
        return panel.current()->table();
    }
    int columnOf(const char *member)
    {
        const QTableView &table = panel.current()->table();
        for (int column = 0; column < table.model()->columnCount(); ++column)
            if (table.model()->index(0, column).data(models::RecordTable::MemberRole).toString() == QLatin1String(member))
                return column;
        return -1;
    }
    QModelIndex cell(int row, const char *member) { return panel.current()->table().model()->index(row, columnOf(member)); }
    /// Begins to edit as F2 does, and gives the editor.
    template <class Editor>
    Editor *edit(const QModelIndex &index)
    {
        QTableView &table = panel.current()->table();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        table.selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        table.edit(index);
        return table.viewport()->findChild<Editor *>();
    }
    void type(const QModelIndex &index, const char *text)
    {
        auto *line = edit<QLineEdit>(index);
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, QString::fromUtf8(text));
        QTest::keyClick(line, Qt::Key_Return);
        // The editor closes first, then the change is made.
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    const Deal &dealOf(const QModelIndex &index)
    {
        return *document.snapshot()->index().deal(std::get<DealId>(index.data(models::RecordTable::KeyRole).value<document::RecordKey>()));
    }

    document::Document document;
    panels::TablesPanel panel{document};
    CellDelegate *delegate = nullptr;
};

} // namespace

/// Cells of the tables take what the fields of the forms take.
class CellsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::loadTypeface(); }
    void everyEditableCellHasItsMember();
    void aCellIsOneStepOfUndo();
    void whatCannotBeReadStays();
    void severalTakeOneValueTogether();
    void oneThatCannotTakeItKeepsAllAsTheyWere();
    void wordsAreChosen();
    void organisationsAndSources();
    void aFaultMakesADraft();
};

/// Every cell that says it can be edited shows and takes back what it shows, and nothing changes by that.
void CellsTest::everyEditableCellHasItsMember()
{
    Tables t;
    for (const auto id : {panels::TableId::Deals, panels::TableId::Organizations, panels::TableId::Sources, panels::TableId::Claims}) {
        const QAbstractItemModel &model = *t.open(id).model();
        int editable = 0;
        for (int column = 0; column < model.columnCount(); ++column)
            for (int row = 0; row < model.rowCount(); row += 7) {
                const QModelIndex index = model.index(row, column);
                if (!index.flags().testFlag(Qt::ItemIsEditable))
                    continue;
                ++editable;
                const auto key = index.data(models::RecordTable::KeyRole).value<document::RecordKey>();
                const QString member = index.data(models::RecordTable::MemberRole).toString();
                const QString shown = cellText(t.document, key, member);
                const CellOutcome outcome = checkCells(t.document, {key}, member, shown);
                QVERIFY2(outcome.taken || !outcome.fault.isEmpty(), qPrintable(member));
                if (!cellOptions(t.document, key, member).isEmpty() || shown.isEmpty())
                    continue;
                QVERIFY2(outcome.taken, qPrintable(member + QStringLiteral(": ") + shown + QStringLiteral(": ") + outcome.fault));
                putCells(t.document, {key}, member, shown);
                QVERIFY2(!t.document.modified(), qPrintable(member + QStringLiteral(": ") + shown));
            }
        QVERIFY(editable > 0);
    }
}

void CellsTest::aCellIsOneStepOfUndo()
{
    Tables t;
    t.open(panels::TableId::Deals);
    const QModelIndex index = t.cell(2, "/headline");
    const DealId id = t.dealOf(index).id;
    const std::string before = t.dealOf(index).headline;
    t.type(index, "Another headline");
    QCOMPARE(t.document.snapshot()->index().deal(id)->headline, std::string("Another headline"));
    QCOMPARE(t.document.undoStack().count(), 1);
    QVERIFY2(t.document.undoStack().undoText().startsWith(QStringLiteral("Edit headline of ")),
             qPrintable(t.document.undoStack().undoText()));
    t.document.undoStack().undo();
    QCOMPARE(t.document.snapshot()->index().deal(id)->headline, before);
    QVERIFY(!t.document.modified());
}

void CellsTest::whatCannotBeReadStays()
{
    Tables t;
    QTableView &table = t.open(panels::TableId::Deals);
    auto *line = t.edit<QLineEdit>(t.cell(0, "/value"));
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("lots"));
    QVERIFY2(line->accessibleDescription().contains(QStringLiteral("\"lots\" is no amount")), qPrintable(line->accessibleDescription()));
    QTest::keyClick(line, Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(table.viewport()->findChild<QLineEdit *>() == line);
    QVERIFY(!t.document.modified());
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("7bn"));
    QCOMPARE(line->accessibleDescription(), QString());
    QTest::keyClick(line, Qt::Key_Escape);
    QCoreApplication::processEvents();
    QVERIFY(!t.document.modified());
}

void CellsTest::severalTakeOneValueTogether()
{
    Tables t;
    QTableView &table = t.open(panels::TableId::Deals);
    std::vector<DealId> ids;
    table.setCurrentIndex(table.model()->index(1, 0));
    for (const int row : {1, 3, 4}) {
        table.selectionModel()->select(table.model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        ids.push_back(t.dealOf(table.model()->index(row, 0)).id);
    }
    QCOMPARE(t.panel.current()->chosenRecords().size(), std::size_t(3));
    QSignalSpy told(t.delegate, &CellDelegate::told);
    t.type(t.cell(3, "/term"), "2031-2033");
    for (const DealId &id : ids)
        QVERIFY(t.document.snapshot()->index().deal(id)->term == (Term{2031, 2033}));
    QCOMPARE(t.document.undoStack().count(), 1);
    QCOMPARE(t.document.undoStack().undoText(), QStringLiteral("Edit term of 3 records"));
    QCOMPARE(told.size(), 1);
    // They are still chosen, so that another value can follow.
    QCOMPARE(t.panel.current()->chosenRecords().size(), std::size_t(3));
    t.document.undoStack().undo();
    QVERIFY(!t.document.modified());
}

void CellsTest::oneThatCannotTakeItKeepsAllAsTheyWere()
{
    Tables t;
    t.open(panels::TableId::Deals);
    const Deal &first = t.dealOf(t.cell(0, "/payer"));
    const QString payee = cellText(t.document, first.id, QStringLiteral("/payee"));
    const CellOutcome outcome = putCells(t.document, {t.dealOf(t.cell(5, "/payer")).id, first.id}, QStringLiteral("/payer"), payee);
    QVERIFY(!outcome.taken);
    QVERIFY2(outcome.fault.contains(QStringLiteral("same organisation")), qPrintable(outcome.fault));
    QVERIFY(!t.document.modified());
    QVERIFY(putCells(t.document, {first.id}, QStringLiteral("/status"), QStringLiteral("nonsense"))
                .fault.contains(QStringLiteral("\"nonsense\" is none of these: ")));
}

void CellsTest::wordsAreChosen()
{
    Tables t;
    t.open(panels::TableId::Deals);
    const QModelIndex index = t.cell(0, "/tier");
    const DealId id = t.dealOf(index).id;
    auto *box = t.edit<QComboBox>(index);
    QVERIFY(box);
    box->setCurrentIndex(2);
    Q_EMIT box->activated(2);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QCOMPARE(t.document.snapshot()->index().deal(id)->tier, 3);
}

void CellsTest::organisationsAndSources()
{
    Tables t;
    t.open(panels::TableId::Organizations);
    t.type(t.cell(0, "/country"), "fr");
    const auto organization =
        std::get<OrganizationId>(t.cell(0, "/country").data(models::RecordTable::KeyRole).value<document::RecordKey>());
    QCOMPARE(t.document.snapshot()->index().organization(organization)->country, std::string("FR"));
    // Shown as people say it, and taken as that or as the code; a kind that others have is theirs, however it is written.
    const auto now = [&] { return *t.document.snapshot()->index().organization(organization); };
    QCOMPARE(t.cell(0, "/country").data().toString(), QStringLiteral("France"));
    auto *country = t.edit<QLineEdit>(t.cell(0, "/country"));
    QCOMPARE(country->text(), QStringLiteral("France"));
    QTest::keyClick(country, Qt::Key_Escape);
    QCoreApplication::processEvents();
    t.type(t.cell(0, "/country"), "south korea");
    QCOMPARE(now().country, std::string("KR"));
    const CellOutcome nowhere = checkCells(t.document, {organization}, QStringLiteral("/country"), QStringLiteral("Atlantis"));
    QVERIFY(!nowhere.taken && nowhere.fault.contains(QStringLiteral("Atlantis")));
    t.type(t.cell(0, "/kind"), "Chip Vendor");
    QCOMPARE(now().kind, std::string("chip-vendor"));
    QCOMPARE(t.cell(0, "/kind").data().toString(), QStringLiteral("Chip vendor"));
    t.type(t.cell(0, "/kind"), "Orchard");
    QCOMPARE(now().kind, std::string("Orchard"));
    auto *name = t.edit<QLineEdit>(t.cell(0, "/name"));
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QCOMPARE(name->accessibleDescription(), QStringLiteral("must not be empty"));
    QTest::keyClick(name, Qt::Key_Escape);
    QCoreApplication::processEvents();
    t.open(panels::TableId::Sources);
    const auto source = std::get<SourceId>(t.cell(1, "/title").data(models::RecordTable::KeyRole).value<document::RecordKey>());
    t.type(t.cell(1, "/title"), "Another title");
    QCOMPARE(t.document.snapshot()->index().source(source)->title, std::string("Another title"));
    const CellOutcome bad = checkCells(t.document, {source}, QStringLiteral("/url"), QStringLiteral("ftp://example.org"));
    QVERIFY(!bad.taken && bad.fault.contains(QStringLiteral("must start with https://")));
}

void CellsTest::aFaultMakesADraft()
{
    Tables t;
    t.open(panels::TableId::Deals);
    const DealId id = t.dealOf(t.cell(0, "/term")).id;
    const CellOutcome outcome = putCells(t.document, {id}, QStringLiteral("/term"), QStringLiteral("2033-2031"));
    QVERIFY(outcome.taken && !outcome.fault.isEmpty());
    QVERIFY(t.document.snapshot()->index().deal(id)->draft);
    QVERIFY(putCells(t.document, {id}, QStringLiteral("/term"), QStringLiteral("2031-2033")).fault.isEmpty());
    QVERIFY(!t.document.snapshot()->index().deal(id)->draft);
}

DEALSCAPE_TEST(CellsTest, QApplication)
#include "test_cells.moc"
