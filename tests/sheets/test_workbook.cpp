// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "sheets/reading.h"
#include "sheets/writing.h"

#include <string>

using namespace dealscape::sheets;

class WorkbookTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void readsXlsx();
    void datesThatAreNoneAreTexts();
    void readsWhatOthersWrite_data();
    void readsWhatOthersWrite();
    void readsFlatOds();
    void refuses_data();
    void refuses();
    void refusesALongText();
    void comesBack_data();
    void comesBack();
    void sameBytes();
};

namespace {

std::string zipped(const std::vector<std::pair<std::string, std::string>> &parts)
{
    ZipWriter zip;
    for (const auto &[name, data] : parts)
        zip.add(name, data);
    return zip.take();
}

std::string book(const std::string &sheet, const std::string &strings = {})
{
    return zipped(
        {{"[Content_Types].xml", "<Types/>"},
         {"_rels/.rels",
          R"(<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>)"},
         {"xl/workbook.xml",
          R"(<workbook xmlns:r="u"><sheets><sheet name="S" r:id="a"/><sheet name="H" state="hidden" r:id="b"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="sheet.xml"/><Relationship Id="s" Type="http://x/styles" Target="styles.xml"/><Relationship Id="t" Type="http://x/sharedStrings" Target="strings.xml"/></Relationships>)"},
         {"xl/strings.xml", "<sst>" + strings + "</sst>"},
         {"xl/styles.xml",
          R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$€-407] #,##0"/><numFmt numFmtId="171" formatCode="mmm\ yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>)"},
         {"xl/sheet.xml",
          "<worksheet><sheetData>" + sheet + "</sheetData><mergeCells><mergeCell ref=\"A5:A6\"/></mergeCells></worksheet>"}});
}

} // namespace

void WorkbookTest::readsXlsx()
{
    const auto read =
        readXlsx(book(R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>45937</v></c><c r="D2" s="2"><v>12.5</v></c></row>
        <row r="4"><c t="inlineStr"><is><t>x</t></is></c><c s="3"><v>45931</v></c><c><f>A1+B1</f></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>
        <row r="5"><c r="A5"><v>7</v></c><c r="B5"><v>8</v></c></row><row r="6"><c r="B6"><v>9</v></c></row>)",
                      "<si><r><t xml:space=\"preserve\">a </t></r><r><t>b_x000D_</t></r><rPh><t>no</t></rPh></si>"));
    QVERIFY2(read.has_value(), read ? "" : read.error().c_str());
    const Table &table = read->tables[0];
    QVERIFY(read->tables[1].hidden);
    QCOMPARE(table.rows.size(), std::size_t(4));
    QCOMPARE(table.rows[0].number, std::size_t(2));
    QCOMPARE(table.at(0, 0).text, std::string("a b\r"));
    QCOMPARE(int(table.at(0, 1).kind), int(CellKind::Empty));
    QCOMPARE(table.at(0, 2).text, std::string("2025-10-07"));
    QCOMPARE(table.at(0, 3).text, std::string("12.5"));
    QCOMPARE(std::string(table.at(0, 3).currency.data(), 3), std::string("EUR"));
    QCOMPARE(table.at(1, 1).text, std::string("2025-10"));
    QCOMPARE(table.at(1, 2).text, std::string("=A1+B1"));
    QCOMPARE(table.at(1, 3).text, std::string("true"));
    QCOMPARE(int(table.at(1, 4).kind), int(CellKind::Error));
    QCOMPARE(table.at(3, 0).text, std::string("7"));
    QCOMPARE(read->notices.front().text, std::string("1 formula has no stored result; open and save the file in a spreadsheet program"));
}

/// Where ten bytes of one end within a letter too.
void WorkbookTest::datesThatAreNoneAreTexts()
{
    const auto read = readXlsx(book("<row r=\"1\"><c t=\"d\"><v>2025-10-01T12:00:00</v></c><c t=\"d\"><v>2025-10-0\xC9\xA3"
                                    "00</v></c></row>"));
    QVERIFY2(read.has_value(), read ? "" : read.error().c_str());
    const Table &table = read->tables[0];
    QCOMPARE(int(table.at(0, 0).kind), int(CellKind::Date));
    QCOMPARE(table.at(0, 0).text, std::string("2025-10-01"));
    QCOMPARE(int(table.at(0, 1).kind), int(CellKind::Text));
    QCOMPARE(table.at(0, 1).text,
             std::string("2025-10-0\xC9\xA3"
                         "00"));
}

void WorkbookTest::readsWhatOthersWrite_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("file");
    QTest::newRow("openpyxl") << QStringLiteral(
                                     "import sys,datetime,openpyxl\nw=openpyxl.Workbook()\ns=w.active\n"
                                     "s.append(['a  b\\nc',1.5,datetime.date(2025,10,7),True])\ns['F9']='\u6D4B'\nw.save(sys.argv[1])")
                              << QStringLiteral("t.xlsx");
    QTest::newRow("odfpy")
        << QStringLiteral(
               "import sys\nfrom odf.opendocument import OpenDocumentSpreadsheet\nfrom odf.table import *\nfrom odf.text import P\nfrom "
               "odf import teletype\n"
               "d=OpenDocumentSpreadsheet()\nt=Table(name='S')\n"
               "def row(*cells):\n r=TableRow()\n for c in cells:\n  r.addElement(c)\n return r\n"
               "def text(*lines):\n c=TableCell(valuetype='string')\n for l in lines:\n  p=P()\n  teletype.addTextToElement(p,l)\n  "
               "c.addElement(p)\n return c\n"
               "t.addElement(row(text('a  "
               "b','c'),TableCell(valuetype='float',value='1.5'),TableCell(valuetype='date',datevalue='2025-10-07'),TableCell(valuetype='"
               "boolean',booleanvalue='true')))\n"
               "t.addElement(TableRow(numberrowsrepeated=7))\nt.addElement(row(TableCell(numbercolumnsrepeated=5),text('\u6D4B')))\n"
               "t.addElement(TableRow(numberrowsrepeated=1048567))\nd.spreadsheet.addElement(t)\nd.save(sys.argv[1])")
        << QStringLiteral("t.ods");
}

void WorkbookTest::readsWhatOthersWrite()
{
    QFETCH(QString, script);
    QFETCH(QString, file);
    const QTemporaryDir folder;
    const QString path = folder.filePath(file);
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), script, path});
    if (!python.waitForStarted() || !python.waitForFinished() || python.exitCode() != 0) {
        if (python.readAllStandardError().contains("ModuleNotFoundError") || python.error() == QProcess::FailedToStart)
            QSKIP("python3 or the library is not there");
        QFAIL("the other program failed");
    }
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const auto read = readSheets(written.readAll().toStdString(), "t");
    QVERIFY2(read.has_value(), read ? "" : read.error().c_str());
    const Table &table = read->tables.front();
    QCOMPARE(table.rows.size(), std::size_t(2));
    QCOMPARE(table.at(0, 0).text, std::string("a  b\nc"));
    QCOMPARE(table.at(0, 1).number, 1.5);
    QCOMPARE(table.at(0, 2).text, std::string("2025-10-07"));
    QCOMPARE(table.at(0, 3).text, std::string("true"));
    QCOMPARE(table.rows[1].number, std::size_t(9));
    QCOMPARE(table.at(1, 5).text, std::string("\xE6\xB5\x8B"));
}

void WorkbookTest::readsFlatOds()
{
    const auto read = readSheets(
        R"(<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="t" xmlns:text="x">
<office:body><office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell office:value-type="currency" office:currency="EUR" office:value="5"><text:p>5 EUR</text:p></table:table-cell>
<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>m<text:s text:c="2"/>n</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="6"/><table:covered-table-cell/></table:table-row></table:table></office:spreadsheet></office:body></office:document>)",
        "t");
    QVERIFY2(read.has_value(), read ? "" : read.error().c_str());
    const Table &table = read->tables.front();
    QCOMPARE(table.rows.size(), std::size_t(3));
    QCOMPARE(std::string(table.at(0, 0).currency.data(), 3), std::string("EUR"));
    QCOMPARE(table.at(0, 1).text, std::string("m  n"));
    QCOMPARE(table.at(1, 1).text, std::string("m  n"));
}

void WorkbookTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const std::string &bytes, const char *part) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromLatin1(part);
    };
    row("entities", zipped({{"[Content_Types].xml", ""}, {"_rels/.rels", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}}), "entities");
    row("one endless text", book("<row><c t=\"inlineStr\"><is><t>" + std::string(6 << 20, 'x') + "</t></is></c></row>"),
        "more than can be meant");
    std::string bomb = "<row>";
    while (bomb.size() < (20U << 20U))
        bomb += "<a/><a/><a/><a/><a/><a/><a/><a/>";
    row("a bomb", book(bomb), "more than can be meant");
    row("no workbook", zipped({{"[Content_Types].xml", ""}, {"other", ""}}), "no workbook");
    row("cut off", book("<row><c><v>1</v></c></row>").substr(0, 300), "cut off");
    row("broken", book("<row><c></row>"), "sheet \"S\", line");
    std::string many;
    for (int i = 1; i <= 900; ++i)
        many += "<row r=\"" + std::to_string(i) + "\"><c r=\"XFD" + std::to_string(i) + "\"><v>1</v></c></row>";
    row("cells far apart", book(many), "more than 12000000 cells");
}

void WorkbookTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const auto read = readSheets(bytes.toStdString(), "t");
    QVERIFY(!read.has_value());
    QVERIFY2(QString::fromStdString(read.error()).contains(part), read.error().c_str());
}

void WorkbookTest::refusesALongText()
{
    ReadOptions options;
    options.limits.ratio = 100'000;
    const auto read = readXlsx(book("<row><c t=\"inlineStr\"><is><t>" + std::string(6 << 20, 'x') + "</t></is></c></row>"), options);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().find("one text of the file is too long") != std::string::npos, read.error().c_str());
}

void WorkbookTest::comesBack_data()
{
    QTest::addColumn<bool>("xlsx");
    QTest::newRow("XLSX") << true;
    QTest::newRow("ODS") << false;
}

void WorkbookTest::comesBack()
{
    QFETCH(bool, xlsx);
    Table table;
    table.name = "Deals & more";
    table.add({1, {textCell("name"), textCell("amount"), textCell("day"), textCell("month"), textCell("yes")}});
    table.add({2,
               {textCell(" two  blanks\tand\nlines <&> \"_x000D_\" =1+1 "), numberCell(1234567.5), dateCell("2025-10-07"),
                dateCell("2025-10"), truthCell(true)}});
    table.add({3, {Cell(), numberCell(-3), dateCell("2025"), Cell(), truthCell(false)}});
    const auto bytes = xlsx ? writeXlsx({table, table}) : writeOds({table, table});
    if (xlsx) {
        QVERIFY(!bytes.has_value());
        table.name = "Deals";
    }
    Table second = table;
    second.name = "Second";
    const auto written = xlsx ? writeXlsx({table, second}) : writeOds({table, second});
    QVERIFY2(written.has_value(), written ? "" : written.error().c_str());
    const auto read = readSheets(*written, "t");
    QVERIFY2(read.has_value(), read ? "" : read.error().c_str());
    QCOMPARE(read->tables.size(), std::size_t(2));
    QCOMPARE(read->tables[1].name, std::string("Second"));
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 5; ++column) {
            const Cell &was = table.at(row, column);
            const Cell &is = read->tables[0].at(row, column);
            QCOMPARE(QString::fromStdString(is.text), QString::fromStdString(was.text));
            if (was.kind != CellKind::Date)
                QCOMPARE(int(is.kind), int(was.kind));
        }
}

void WorkbookTest::sameBytes()
{
    Table table;
    table.name = "S";
    table.add({1, {textCell("a"), numberCell(1)}});
    QCOMPARE(*writeXlsx({table}), *writeXlsx({table}));
    QCOMPARE(*writeOds({table}), *writeOds({table}));
}

DEALSCAPE_TEST(WorkbookTest, dealscape::testing::NoApplication)
#include "test_workbook.moc"
