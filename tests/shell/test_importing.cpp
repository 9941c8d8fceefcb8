// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QRadioButton>
#include <QSignalSpy>
#include <QUndoStack>

#include "importing/importtables.h"
#include "importing/importwindow.h"
#include "shell/importing.h"

using namespace dealscape;
using namespace dealscape::shell;

class ImportingTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void pastesTwentyRows_data();
    void pastesTwentyRows();
    void takesADroppedGraph();
    void importedTwiceNothingIsDoubled();
    void remembersWhatColumnsMean();
};

namespace {

/// The import window that stands open, with its result.
importing::ImportWindow *opened(ShownWindow &shown)
{
    importing::ImportWindow *import = nullptr;
    const bool there = QTest::qWaitFor(
        [&] {
            for (importing::ImportWindow *each : shown.window->findChildren<importing::ImportWindow *>())
                import = each->isVisible() ? each : import;
            return import && import->plan() && !import->computing();
        },
        patience);
    return there ? import : nullptr;
}

importing::ImportWindow *dropped(ShownWindow &shown, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent entered(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(shown.window.get(), &entered);
    QDropEvent event(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(shown.window.get(), &event);
    return opened(shown);
}

QString written(const ShownWindow &shown, const char *name, const QByteArray &bytes)
{
    const QString path = shown.folder.filePath(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return path;
}

void chooseGoal(importing::ImportWindow &import, importing::ImportWindow::Goal goal)
{
    for (QRadioButton *button : import.findChildren<QRadioButton *>())
        if (import.goal() != goal && !button->isChecked()) {
            QSignalSpy computed(&import, &importing::ImportWindow::computed);
            button->click();
            QVERIFY(computed.wait(patience));
        }
    QCOMPARE(int(import.goal()), int(goal));
}

} // namespace

void ImportingTest::pastesTwentyRows_data()
{
    QTest::addColumn<bool>("asPage");
    QTest::newRow("text") << false;
    QTest::newRow("page") << true;
}

void ImportingTest::pastesTwentyRows()
{
    QFETCH(bool, asPage);
    ShownWindow shown;
    const std::size_t before = shown.document().dataset().deals.size();
    QString page = QStringLiteral("<html><body><table><tr><td>payer</td><td>payee</td><td>usd</td></tr>");
    QString text = QStringLiteral("payer\tpayee\tusd\n");
    for (int i = 1; i <= 20; ++i) {
        // What a sheet shows has fewer digits than what it holds.
        const qint64 amount = 1'000'000'000 + i;
        page += QStringLiteral("<tr><td>Buyer %1</td><td>Seller</td><td sdval=\"%2\">1,0 Mrd.</td></tr>").arg(i).arg(amount);
        text += QStringLiteral("Buyer %1\tSeller\t%2\n").arg(i).arg(asPage ? qint64(1'000'000'000) : amount);
    }
    auto *cells = new QMimeData;
    cells->setText(text);
    if (asPage)
        cells->setHtml(page + QStringLiteral("</table></body></html>"));
    QGuiApplication::clipboard()->setMimeData(cells);
    shown.action(ActionId::PasteCells).trigger();
    importing::ImportWindow *import = opened(shown);
    QVERIFY(import);
    QCOMPARE(import->plan()->dealsMade, std::size_t(20));
    chooseGoal(*import, importing::ImportWindow::Goal::Add);
    import->accept();
    const auto &deals = shown.document().dataset().deals;
    QCOMPARE(deals.size(), before + 20);
    QCOMPARE(deals[before + 19].value.high->dollars(), std::int64_t(1'000'000'020));
    shown.action(ActionId::Undo).trigger();
    QCOMPARE(shown.document().dataset().deals.size(), before);
}

void ImportingTest::takesADroppedGraph()
{
    ShownWindow shown;
    QByteArray graph = "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\"><graph defaultedgetype=\"directed\"><nodes>";
    for (int i = 0; i < 5; ++i)
        graph += "<node id=\"n" + QByteArray::number(i) + "\" label=\"Node " + QByteArray::number(i) + "\"/>";
    graph += "</nodes><edges><edge id=\"0\" source=\"n0\" target=\"n1\"/><edge id=\"1\" source=\"n0\" target=\"n1\"/>"
             "<edge id=\"2\" source=\"n1\" target=\"n2\"/></edges></graph></gexf>";
    importing::ImportWindow *import = dropped(shown, written(shown, "graph.gexf", graph));
    QVERIFY(import);
    chooseGoal(*import, importing::ImportWindow::Goal::New);
    QCOMPARE(import->plan()->dealsMade, std::size_t(3));
    QCOMPARE(import->plan()->organizationsMade, std::size_t(5));
    import->accept();
    QCOMPARE(shown.document().dataset().organizations.size(), std::size_t(5));
    QCOMPARE(shown.document().dataset().deals.size(), std::size_t(3));
}

void ImportingTest::importedTwiceNothingIsDoubled()
{
    ShownWindow shown;
    const QString path = written(shown, "deals.csv", "payer;payee;amount\nÜberbank;Nord;1.234,50\nNord;Kabel;7\nKabel;Kabel;1\n");
    importing::ImportWindow *import = dropped(shown, path);
    QVERIFY(import);
    chooseGoal(*import, importing::ImportWindow::Goal::Add);
    QCOMPARE(import->plan()->dealsMade, std::size_t(2));
    QCOMPARE(import->plan()->count(exchange::Outcome::Skipped), std::size_t(1));
    import->accept();
    const Dataset once = shown.document().dataset();
    import = dropped(shown, path);
    QVERIFY(import);
    chooseGoal(*import, importing::ImportWindow::Goal::Add);
    QCOMPARE(import->plan()->dealsMade, std::size_t(0));
    QCOMPARE(import->plan()->count(exchange::Outcome::Unchanged), std::size_t(2));
    QVERIFY(import->plan()->dataset == once);
    import->reject();
    QVERIFY(shown.document().dataset() == once);
}

void ImportingTest::remembersWhatColumnsMean()
{
    ShownWindow shown;
    importing::ImportWindow *import = dropped(shown, written(shown, "one.csv", "who,whom,sum of it\nA,B,5\n"));
    QVERIFY(import);
    QSignalSpy computed(import, &importing::ImportWindow::computed);
    import->setRole(2, exchange::Role::Paid);
    QVERIFY(computed.wait(patience));
    chooseGoal(*import, importing::ImportWindow::Goal::Add);
    import->accept();
    import = dropped(shown, written(shown, "two.csv", "who,whom,sum of it\nC,D,6\n"));
    QVERIFY(import);
    QCOMPARE(int(import->mapping().tables.front().columns[2].role), int(exchange::Role::Paid));
}

DEALSCAPE_TEST(ImportingTest, StyledApplication)
#include "test_importing.moc"
