// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include "importing/importtables.h"
#include "importing/importwindow.h"

#include <memory>
#include <string>

using namespace dealscape;
using namespace dealscape::importing;

class TestImport : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatRowsBecome();
    void takesARoleFromTheHeader();
    void leavesRowsOutAndKeepsRepeats();
    void changesACell();
    void mergesNames();
    void addsToWhatIsOpen();
    void takesOnlyTheCellsChosen();
    void readsATextInAnotherWay();
    void showsEveryRow();
    void tablesAreModels();
};

namespace {

constexpr int patience = 20'000;

std::vector<exchange::Input> cells(const std::string &text)
{
    auto input = exchange::readInput(text, "cells.csv");
    return {*input};
}

exchange::Mapping guessed(const std::vector<exchange::Input> &inputs)
{
    exchange::Mapping mapping = exchange::guessAll(inputs);
    mapping.choices.date = Date{2025, 0, 0};
    return mapping;
}

/// A window over cells whose first computation is done.
std::unique_ptr<ImportWindow> windowOn(const std::string &text, document::SnapshotPointer open = nullptr)
{
    auto inputs = cells(text);
    auto mapping = guessed(inputs);
    auto window = std::make_unique<ImportWindow>(std::move(inputs), std::move(mapping), std::move(open));
    QSignalSpy spy(window.get(), &ImportWindow::computed);
    if (!window->plan())
        spy.wait(patience);
    return window;
}

template <class Change>
bool after(ImportWindow &window, Change change)
{
    QSignalSpy spy(&window, &ImportWindow::computed);
    change();
    return spy.wait(patience);
}

} // namespace

void TestImport::showsWhatRowsBecome()
{
    const auto window = windowOn("payer,payee,amount\nA,B,$5m\nA,A,1\nA,B,$5m\n");
    QVERIFY(window->plan());
    const auto *table = window->findChild<ImportTable *>();
    QCOMPARE(table->headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("amount\nAmount \u25BE"));
    const auto becomes = [&](int row) { return table->index(row, 0).data().toString(); };
    QCOMPARE(becomes(0), QStringLiteral("header"));
    QCOMPARE(becomes(1), QStringLiteral("made"));
    QCOMPARE(becomes(2), QStringLiteral("skipped"));
    QCOMPARE(becomes(3), QStringLiteral("skipped"));
    QCOMPARE(table->index(1, 3).data().toString(), QStringLiteral("$5m"));
    const auto *issues = window->findChild<ImportIssues *>();
    QCOMPARE(issues->rowCount(), 2);
    QCOMPARE(issues->index(0, 2).data().toString(), QStringLiteral("Skipped: both parties are the same organisation, A"));
    QCOMPARE(issues->index(0, 2).data(Qt::ToolTipRole), issues->index(0, 2).data());
}

void TestImport::takesARoleFromTheHeader()
{
    const auto window = windowOn("one,two,three\nA,B,1.500\n");
    QVERIFY(window->plan());
    QCOMPARE(window->plan()->unpublished, std::size_t(1));
    QVERIFY(after(*window, [&] { window->setRole(2, exchange::Role::Amount); }));
    QCOMPARE(window->plan()->unpublished, std::size_t(0));
    QVERIFY(window->mapping().tables[0].columns[2].asks);
    QCOMPARE(window->findChild<ImportTable *>()->headerData(3, Qt::Horizontal, Qt::ToolTipRole).toString(),
             QStringLiteral("\"1.500\" may have a decimal point or parted thousands"));
    QVERIFY(after(*window, [&] { window->setRole(0, exchange::Role::Payer); }));
    QVERIFY(after(*window, [&] { window->setRole(1, exchange::Role::Payer); }));
    QCOMPARE(int(window->mapping().tables[0].columns[0].role), int(exchange::Role::Extra));
    QCOMPARE(window->plan()->count(exchange::Outcome::Skipped), std::size_t(1));
}

void TestImport::leavesRowsOutAndKeepsRepeats()
{
    const auto window = windowOn("payer,payee,amount\nA,B,1\nA,B,1\nC,D,2\n");
    QVERIFY(window->plan());
    auto *table = window->findChild<ImportTable *>();
    QCOMPARE(window->plan()->dealsMade, std::size_t(2));
    QVERIFY(after(*window, [&] { table->setData(table->index(2, 0), Qt::Checked, Qt::CheckStateRole); }));
    QCOMPARE(window->plan()->dealsMade, std::size_t(3));
    QVERIFY(after(*window, [&] { table->setData(table->index(3, 0), Qt::Unchecked, Qt::CheckStateRole); }));
    QCOMPARE(window->plan()->dealsMade, std::size_t(2));
    QCOMPARE(table->index(3, 0).data().toString(), QStringLiteral("left out"));
}

void TestImport::changesACell()
{
    const auto window = windowOn("payer,payee,amount\nA,,1\n");
    QVERIFY(window->plan());
    auto *table = window->findChild<ImportTable *>();
    QCOMPARE(window->plan()->dealsMade, std::size_t(0));
    QVERIFY(after(*window, [&] { table->setData(table->index(1, 2), QStringLiteral("B"), Qt::EditRole); }));
    QCOMPARE(window->plan()->dealsMade, std::size_t(1));
}

void TestImport::mergesNames()
{
    const auto window = windowOn("payer,payee,amount\nAcme Inc,B,1\nACME Inc.,C,2\n");
    QVERIFY(window->plan());
    auto *names = window->findChild<ImportNames *>();
    QCOMPARE(names->rowCount(), 1);
    QCOMPARE(names->index(0, 2).data().toString(), QStringLiteral("99 % alike"));
    QVERIFY(after(*window, [&] { names->setData(names->index(0, 0), Qt::Checked, Qt::CheckStateRole); }));
    QCOMPARE(window->plan()->organizationsMade, std::size_t(3));
    QCOMPARE(names->index(0, 2).data().toString(), QStringLiteral("merged"));
    QVERIFY(after(*window, [&] { names->setData(names->index(0, 0), Qt::Unchecked, Qt::CheckStateRole); }));
    QCOMPARE(window->plan()->organizationsMade, std::size_t(4));
}

void TestImport::addsToWhatIsOpen()
{
    const std::string text = "payer,payee,amount\nA,B,1\n";
    const auto inputs = cells(text);
    const exchange::Plan made = exchange::plan(inputs, guessed(inputs));
    const auto snapshot = std::make_shared<document::Snapshot>(std::make_shared<const Dataset>(made.dataset), 1);
    const auto window = windowOn(text + "B,C,2\n", snapshot);
    QVERIFY(window->plan());
    QCOMPARE(window->plan()->dealsMade, std::size_t(2));
    QRadioButton *add = nullptr;
    for (QRadioButton *button : window->findChildren<QRadioButton *>())
        add = button->isChecked() ? add : button;
    QVERIFY(add);
    QVERIFY(after(*window, [&] { add->setChecked(true); }));
    QCOMPARE(window->plan()->dealsMade, std::size_t(1));
    QCOMPARE(int(window->goal()), int(ImportWindow::Goal::Add));
}

void TestImport::takesOnlyTheCellsChosen()
{
    const auto window = windowOn("Report,,,\n,payer,payee,amount\n1,A,B,1\n2,B,C,2\n,Sum,All,3\n");
    QVERIFY(window->plan());
    const auto *rows = window->findChild<ImportTable *>();
    QCOMPARE(rows->index(0, 0).data().toString(), QStringLiteral("above the header"));
    QVERIFY(!window->chooseCells(QStringLiteral("B2-D4")));
    QVERIFY(after(*window, [&] { QVERIFY(window->chooseCells(QStringLiteral("b2:d4"))); }));
    QCOMPARE(window->plan()->dealsMade, std::size_t(2));
    auto *table = window->findChild<ImportTable *>();
    QCOMPARE(table->rowCount(), 3);
    // A changed cell stays changed when other cells are chosen.
    QVERIFY(after(*window, [&] { table->setData(table->index(1, 4), QStringLiteral("7"), Qt::EditRole); }));
    QVERIFY(after(*window, [&] { QVERIFY(window->chooseCells(QString())); }));
    QCOMPARE(table->rowCount(), 5);
    QCOMPARE(table->index(2, 4).data().toString(), QStringLiteral("7"));
}

void TestImport::readsATextInAnotherWay()
{
    const std::string text = "payer:payee\n\xCC\xE8\xF0:B,C\n";
    auto inputs = cells(text);
    inputs.front().bytes = std::make_shared<const std::string>(text);
    auto mapping = guessed(inputs);
    ImportWindow window(std::move(inputs), std::move(mapping), nullptr);
    QVERIFY(after(window, [&] { window.readAs(QStringLiteral("Windows-1251"), ':'); }));
    QCOMPARE(window.plan()->dealsMade, std::size_t(1));
    QCOMPARE(QString::fromStdString(window.plan()->dataset.organizations[0].name), QStringLiteral("Мир"));
    QCOMPARE(QString::fromStdString(window.plan()->dataset.organizations[1].name), QStringLiteral("B,C"));
    // What cannot be read leaves everything as it is.
    QVERIFY(after(window, [&] { window.readAs(QStringLiteral("no such encoding"), 0); }));
    QCOMPARE(window.plan()->dealsMade, std::size_t(1));
}

void TestImport::showsEveryRow()
{
    std::string text = "payer,payee,amount\n";
    for (int i = 0; i < 300; ++i)
        text += "A" + std::to_string(i) + ",B,1\n";
    const auto window = windowOn(text);
    QVERIFY(window->plan());
    auto *table = window->findChild<ImportTable *>();
    QCOMPARE(table->rowCount(), 301);
    QVERIFY(after(*window, [&] { table->setData(table->index(300, 0), Qt::Unchecked, Qt::CheckStateRole); }));
    QCOMPARE(window->plan()->dealsMade, std::size_t(299));
}

void TestImport::tablesAreModels()
{
    ImportState state;
    state.inputs = std::make_shared<std::vector<exchange::Input>>(cells("payer,payee,amount\nAcme Inc,B,1\nACME Inc.,C,2\nD,D,3\n"));
    state.mapping = guessed(*state.inputs);
    ImportTable table(state);
    ImportIssues issues(state);
    ImportNames names(state);
    const QAbstractItemModelTester ofTable(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester ofIssues(&issues, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester ofNames(&names, QAbstractItemModelTester::FailureReportingMode::QtTest);
    state.plan = std::make_shared<const exchange::Plan>(exchange::plan(*state.inputs, state.mapping));
    table.refresh();
    issues.refresh();
    names.refresh();
    QCOMPARE(names.rowCount(), 1);
    QVERIFY(names.setData(names.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(table.setData(table.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    table.show(0);
}

DEALSCAPE_TEST(TestImport, QApplication)
#include "test_import.moc"
