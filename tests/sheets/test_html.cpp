// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "sheets/reading.h"

#include <string>

using namespace dealscape::sheets;

class HtmlTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void takesFiguresWithAllDigits_data();
    void takesFiguresWithAllDigits();
    void tablesStayApart();
    void refuses();
    void isTakenForASheet();
};

namespace {

/// Cells with bars between them, rows with slashes.
QString told(const Table &table)
{
    QStringList rows;
    for (const Row &row : table.rows) {
        QStringList cells;
        for (const Cell &cell : row.cells)
            cells += QString::fromStdString(cell.text);
        rows += cells.join(QLatin1Char('|'));
    }
    return rows.join(QLatin1Char('/')).replace(QLatin1Char('\n'), QLatin1Char('^'));
}

} // namespace

void HtmlTest::reads_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *page, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(page) << QString::fromUtf8(expected);
    };
    row("plain", "<table><tr><td>A</td><td>B</td></tr><tr><th>1</th><td>2</td></tr></table>", "A|B/1|2");
    row("nothing closed", "<TABLE><TR><TD>A<TD>B<TR><TD>1<TD>2</TABLE>", "A|B/1|2");
    row("blanks and breaks", "<table><tr><td>\n A\n  b<br>c <p>d</p></td><td><b>x</b>y</td></tr></table>", "A b^c ^d|xy");
    row("references", "<table><tr><td>A &amp; B&uuml;&#8364;&#x41;&nope; & co</td></tr></table>", "A & Bü€A&nope; & co");
    row("comments, styles, scripts",
        "<style>td{a:<b>}</style><table><!-- <tr><td>no</td></tr> --><tr><td>A<script>if (a<b) \"<td>\"</script></td></tr></table>", "A");
    row("spans", "<table><tr><td rowspan=2>A</td><td colspan=2>B</td><td>C</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>",
        "A|B||C/A|1|2|3");
    row("a table in a cell", "<table><tr><td>A<table><tr><td>in</td></tr></table></td><td>B</td></tr></table>", "Ain|B");
    row("blank rows", "<table><tr><td></td></tr><tr><td>A</td></tr><tr><td> </td></tr></table>", "A");
    row("less than", "<table><tr><td>a < b</td></tr></table>", "a < b");
    row("cut off", "<table><tr><td>A</td><td>B<b", "A|B");
}

void HtmlTest::reads()
{
    QFETCH(QString, page);
    const auto book = readHtml(page.toStdString(), "page");
    QVERIFY2(book, book ? "" : book.error().c_str());
    QCOMPARE(book->tables.size(), std::size_t(1));
    QCOMPARE(book->tables.front().name, std::string("page"));
    QTEST(told(book->tables.front()), "expected");
}

void HtmlTest::takesFiguresWithAllDigits_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("currency");
    const auto row = [](const char *name, const char *cell, CellKind kind, const char *text, const char *currency = "") {
        QTest::newRow(name) << QString::fromUtf8(cell) << int(kind) << QString::fromLatin1(text) << QString::fromLatin1(currency);
    };
    row("LibreOffice", R"(<td sdval="1234.56789" sdnum="1031;">1.234,57</td>)", CellKind::Number, "1234.56789");
    row("LibreOffice, money", R"(<td sdval="5" sdnum="1031;1031;#.##0,00 [$€-407]">5,00 €</td>)", CellKind::Number, "5", "EUR");
    row("LibreOffice, day", R"(<td sdval="45937" sdnum="1033;1033;YYYY-MM-DD">2025-10-07</td>)", CellKind::Date, "2025-10-07");
    row("Excel", R"(<td x:num="0.1">10%</td>)", CellKind::Number, "0.1");
    row("Google", R"(<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1500000.25}">1.5M</td>)", CellKind::Number, "1500000.25");
    row("Google, day", R"(<td data-sheets-value='{"1":3,"3":45937}' data-sheets-numberformat='{"1":5,"2":"d.m.yyyy"}'>7.10.2025</td>)",
        CellKind::Date, "2025-10-07");
    row("Google, truth", R"(<td data-sheets-value='{"1":4,"4":1}'>TRUE</td>)", CellKind::Truth, "true");
    row("Google, text", R"(<td data-sheets-value='{"1":2,"2":"007"}'>007</td>)", CellKind::Text, "007");
    row("no figure", R"(<td sdval="many">7</td>)", CellKind::Text, "7");
}

void HtmlTest::takesFiguresWithAllDigits()
{
    QFETCH(QString, cell);
    const auto book = readHtml(("<table><tr>" + cell + "</tr></table>").toStdString(), "page");
    QVERIFY(book);
    const Cell &read = book->tables.front().at(0, 0);
    QTEST(int(read.kind), "kind");
    QTEST(QString::fromStdString(read.text), "text");
    QTEST(read.currency[0] ? QString::fromLatin1(read.currency.data(), 3) : QString(), "currency");
}

void HtmlTest::tablesStayApart()
{
    const auto book = readHtml("<table><tr><td>A</td></tr></table><table></table><table><tr><td>B</td></tr></table>", "page");
    QVERIFY(book);
    QCOMPARE(book->tables.size(), std::size_t(2));
    QCOMPARE(told(book->tables[1]), QStringLiteral("B"));
}

void HtmlTest::refuses()
{
    QCOMPARE(readHtml("<p>no cells</p>", "page").error(), std::string("it is a page without a table"));
    ReadOptions few;
    few.limits.columns = 2;
    QVERIFY(!readHtml("<table><tr><td>1<td>2<td>3</table>", "page", few));
    few.limits.columns = 100'000;
    few.limits.cells = 10;
    QVERIFY(!readHtml("<table><tr><td colspan=50000>1</table>", "page", few));
    few.limits.text = 3;
    QVERIFY(!readHtml("<table><tr><td>1234</table>", "page", few));
}

void HtmlTest::isTakenForASheet()
{
    QCOMPARE(int(kindOf("<html><body><table><tr><td>A</td></tr></table>")), int(FileKind::Html));
    QCOMPARE(int(kindOf("<?xml version=\"1.0\"?><graphml></graphml>")), int(FileKind::Xml));
    const auto book = readSheets("<html><table><tr><td>A</td></tr></table></html>", "a.xls");
    QVERIFY(book);
    QCOMPARE(book->format, std::string("HTML"));
}

DEALSCAPE_TEST(HtmlTest, dealscape::testing::NoApplication)
#include "test_html.moc"
