// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "io/reader.h"

using namespace dealscape;

/// What is no dataset is called what it is.
class ForeignTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
};

void ForeignTest::names_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &bytes, const char *said) {
        QTest::newRow(name) << bytes << QString::fromLatin1(said);
    };
    row("CSV", "Payer,Payee,Amount\nOpenAI,Oracle,300bn\n", "this is a CSV file: import it");
    row("CSV of quotes", "\"Payer\";\"Payee\"\r\n\"A\";\"B\"\r\n", "this is a CSV file: import it");
    row("CSV with a mark", "\xEF\xBB\xBFPayer\tPayee\nA\tB\n", "this is a CSV file: import it");
    row("GraphML", "<?xml version=\"1.0\"?>\n<graphml xmlns=\"x\"/>", "this is a GraphML file: import it");
    row("GEXF", "<gexf version=\"1.3\"/>", "this is a GEXF file: import it");
    row("XML", "<html/>", "this is an XML file, not a dataset");
    row("networkx", "{\"directed\": true, \"multigraph\": true, \"graph\": {}, \"nodes\": [{\"id\": 1}], \"links\": []}",
        "this is a graph as networkx writes it (node-link JSON): import it");
    row("XLSX", QByteArray("PK\x03\x04", 4) + "....[Content_Types].xml", "this is a spreadsheet (XLSX): import it");
    row("ODS", QByteArray("PK\x03\x04", 4) + "....mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "this is a spreadsheet (ODS): import it");
    row("ZIP", QByteArray("PK\x03\x04", 4) + "....a.txt", "this is a ZIP archive, not a dataset");
    row("XLS", QByteArray("\xD0\xCF\x11\xE0", 4) + "....", "this is a spreadsheet of an old kind (XLS): save it as XLSX and import that");
    row("PNG", QByteArray("\x89PNG\r\n"), "this is a picture (PNG), not a dataset");
    row("PDF", "%PDF-1.4\n", "this is a PDF file, not a dataset");
    row("UTF-16", QByteArray("\xFF\xFE{\0", 4), "this is text in UTF-16: save it as UTF-8, or import it if it is a table");
    // Faults of datasets stay faults of datasets.
    row("cut dataset", "{\"format\": \"dealscape\", \"version\": 1,", "");
    row("no bracket", "\"format\": \"dealscape\", \"version\": 1\n", "");
    row("nothing", "", "");
    row("a list", "[1, 2]\n[3, 4]", "");
    row("prose", "Not a dataset\n", "");
}

void ForeignTest::names()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    const io::ReadResult read = io::readDataset(bytes.toStdString(), "file");
    QVERIFY(!read.dataset);
    QVERIFY(!read.issues.empty());
    const QString text = QString::fromStdString(read.issues.front().text);
    if (said.isEmpty())
        QVERIFY2(!text.startsWith(QStringLiteral("this is")), qPrintable(text));
    else
        QCOMPARE(text, said);
}

DEALSCAPE_TEST(ForeignTest, QCoreApplication)
#include "test_foreign.moc"
