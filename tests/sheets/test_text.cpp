// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "sheets/encoding.h"
#include "sheets/reading.h"
#include "sheets/writing.h"

#include <string>

using namespace dealscape::sheets;

class TextTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void tellsLinesOfAnotherEncoding();
    void namesAnUnclosedQuote();
    void refuses_data();
    void refuses();
    void countsBlankRows();
    void writesBack_data();
    void writesBack();
    void staysLinearWithQuotes();
};

namespace {

QString cells(const Workbook &book)
{
    QStringList rows;
    for (const Row &row : book.tables.front().rows) {
        QStringList texts;
        for (const Cell &cell : row.cells)
            texts += QString::fromStdString(cell.text);
        rows += QString::number(row.number) + QLatin1Char(':') + texts.join(QLatin1Char('~'));
    }
    return rows.join(QLatin1Char('/'));
}

} // namespace

void TextTest::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("encoding");
    const auto row = [](const char *name, const QByteArray &bytes, const char *expected, const char *encoding = "UTF-8") {
        QTest::newRow(name) << bytes << QString::fromUtf8(expected) << QString::fromLatin1(encoding);
    };
    row("commas", "a,b\n1,2\n", "1:a~b/2:1~2");
    row("semicolons with decimal commas", "a;b\n1,5;2,5\n3,5;4\n", "1:a~b/2:1,5~2,5/3:3,5~4");
    row("tabs", "a\tb\r\nc,d\te\r\n", "1:a~b/2:c,d~e");
    row("bars", "a|b\nc|d\n", "1:a~b/2:c~d");
    row("stated delimiter", "sep=;\na,x;b\n1;2\n", "2:a,x~b/3:1~2");
    row("old line ends", "a,b\rc,d\r", "1:a~b/2:c~d");
    row("no line end", "a,b\nc,d", "1:a~b/2:c~d");
    row("quotes", "\"a,1\",\"b\"\"2\"\n", "1:a,1~b\"2");
    row("line breaks in quotes", "a,\"b\nc\"\nd,e\n", "1:a~b\nc/3:d~e");
    row("text behind a quote", "\"a\"b,c\n", "1:ab~c");
    row("a quote inside a field", "5\" disk,c\nd,e\n", "1:5\" disk~c/2:d~e");
    row("empty fields", "a,,b\n,,\n1,2,3\n", "1:a~~b/3:1~2~3");
    row("mark of UTF-8", "\xEF\xBB\xBF\xC3\x9C,b\nc,d\n", "1:\xC3\x9C~b/2:c~d");
    row("UTF-16 with a mark", QByteArray("\xFF\xFE\xDC\0,\0b\0\n\0", 10), "1:\xC3\x9C~b", "UTF-16");
    row("UTF-16 without a mark", QByteArray("a\0,\0b\0\n\0c\0,\0d\0\n\0", 16), "1:a~b/2:c~d", "UTF-16");
    row("Windows-1252",
        "Z\xFCrich,\x80"
        "5\n",
        "1:Z\xC3\xBCrich~\xE2\x82\xAC"
        "5",
        "Windows-1252");
    row("one column", "a\nb\n", "1:a/2:b");
    row("nothing", "", "");
}

void TextTest::reads()
{
    QFETCH(QByteArray, bytes);
    const auto book = readText(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), "t");
    QVERIFY(book.has_value());
    QTEST(cells(*book), "expected");
    QTEST(QString::fromStdString(book->encoding), "encoding");
}

void TextTest::tellsLinesOfAnotherEncoding()
{
    const auto book = readText("a,b\nZ\xC3\xBCrich,1\nZ\xFCrich,2\n", "t");
    QVERIFY(book.has_value());
    QCOMPARE(cells(*book), QStringLiteral("1:a~b/2:Z\u00FCrich~1/3:Z\u00FCrich~2"));
    QCOMPARE(book->notices.size(), std::size_t(1));
    QCOMPARE(book->notices.front().row, std::size_t(3));
}

void TextTest::namesAnUnclosedQuote()
{
    const auto book = readText("a,b\n\"c,d\ne,f\n", "t");
    QVERIFY(book.has_value());
    QCOMPARE(cells(*book), QStringLiteral("1:a~b/2:\"c~d/3:e~f"));
    QCOMPARE(book->notices.front().row, std::size_t(2));
}

void TextTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QByteArray &bytes, const char *part) {
        QTest::newRow(name) << bytes << QString::fromLatin1(part);
    };
    row("zeros", QByteArray("a,b,c,d\0e,f,g", 13), "bytes of zero");
    row("a million columns", QByteArray(1'000'000, ','), "more than 16384 fields");
    row("an old workbook", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8), "save it as .xlsx");
    row("a picture", QByteArray("\x89PNG\r\n", 6), "picture");
    row("a cut-off workbook", QByteArray("PK\3\4 xl/workbook.xml", 21), "cut off or damaged");
    row("one endless text", QByteArray(5 << 20, 'x'), "holds a text of more than");
}

void TextTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const auto book = readSheets(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), "t");
    QVERIFY(!book.has_value());
    QVERIFY2(QString::fromStdString(book.error()).contains(part), book.error().c_str());
}

void TextTest::countsBlankRows()
{
    const auto book = readText("a,b\n\n , \n1,2\n\n", "t");
    QVERIFY(book.has_value());
    QCOMPARE(book->tables.front().blankRows, std::size_t(2));
    QCOMPARE(book->tables.front().rows.size(), std::size_t(2));
}

void TextTest::writesBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("guarded");
    QTest::newRow("plain") << QByteArray("Alpha") << false;
    QTest::newRow("formula") << QByteArray("=1+1") << true;
    QTest::newRow("plus") << QByteArray("+49 GmbH") << true;
    QTest::newRow("minus") << QByteArray("-Minus Ltd") << true;
    QTest::newRow("negative number") << QByteArray("-2.5") << false;
    QTest::newRow("at") << QByteArray("@at") << true;
    QTest::newRow("tab") << QByteArray("\tx") << true;
    QTest::newRow("apostrophe before a formula") << QByteArray("'=1") << true;
    QTest::newRow("apostrophe") << QByteArray("'tis") << false;
    QTest::newRow("quotes and breaks") << QByteArray("a \"b\"\r\nc,d;e") << false;
    QTest::newRow("blanks at the ends") << QByteArray(" a ") << false;
}

void TextTest::writesBack()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, guarded);
    Table table;
    table.add({1, {textCell("head"), textCell("x")}});
    table.add({2, {textCell(text.toStdString()), textCell("y")}});
    const std::string csv = writeCsv(table);
    QCOMPARE(csv.substr(0, 3), std::string("\xEF\xBB\xBF"));
    const auto book = readText(csv, "t");
    QVERIFY(book.has_value());
    const std::string &read = book->tables.front().at(1, 0).text;
    QCOMPARE(QByteArray::fromStdString(std::string(unguarded(read))), text);
    QCOMPARE(read != text.toStdString(), guarded);
}

void TextTest::staysLinearWithQuotes()
{
    std::string text;
    for (int i = 0; i < 200'000; ++i)
        text += "\"a,b\n";
    text += "\"";
    QVERIFY(readText(text, "t").has_value());
}

DEALSCAPE_TEST(TextTest, dealscape::testing::NoApplication)
#include "test_text.moc"
