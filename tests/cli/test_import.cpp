// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "outcome.h"

using namespace dealscape;

class ImportCommandTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void takesOnlyTheCellsAskedFor();
    void refusesAFalseRange();
    void takesOnlyTheSheetAskedFor();
    void readsInTheEncodingAndDelimiterSaid();
    void mappingComesBack();
    void twiceIsOnce();
};

namespace {

struct Folder {
    QTemporaryDir folder;
    QString at(const char *name) const { return folder.filePath(QLatin1String(name)); }
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(at(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return at(name);
    }
    QJsonObject read(const char *name) const
    {
        QFile file(at(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read");
        return QJsonDocument::fromJson(file.readAll()).object();
    }
};

qsizetype dealsIn(const QJsonObject &dataset)
{
    return dataset[QLatin1String("deals")].toArray().size();
}

} // namespace

void ImportCommandTest::takesOnlyTheCellsAskedFor()
{
    const Folder folder;
    const QString cells = folder.write("cells.csv", "Report,of,2025,x\n,payer,payee,usd\n1,A,B,5\n2,B,C,6\n,Total,All,11\n");
    const Outcome done = run(
        {QStringLiteral("import"), cells, QStringLiteral("-o"), folder.at("out.json"), QStringLiteral("--range"), QStringLiteral("B2:D4")});
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QCOMPARE(dealsIn(folder.read("out.json")), 2);
    QVERIFY(!done.out.contains(QStringLiteral("Column A")));
}

void ImportCommandTest::refusesAFalseRange()
{
    const Folder folder;
    const QString cells = folder.write("cells.csv", "payer,payee,usd\nA,B,5\n");
    const Outcome done =
        run({QStringLiteral("import"), cells, QStringLiteral("--dry-run"), QStringLiteral("--range"), QStringLiteral("B3-F4")});
    QCOMPARE(done.code, 2);
    QVERIFY2(done.err.contains(QStringLiteral("--range is B3:F40, B:F, 3:40 or B3, not 'B3-F4'")), qPrintable(done.err));
}

void ImportCommandTest::takesOnlyTheSheetAskedFor()
{
    const Folder folder;
    const auto sheet = [](const char *name, const char *payer) {
        return QByteArray("<table:table table:name=\"") + name +
            "\"><table:table-row><table:table-cell><text:p>payer</text:p></table:table-cell><table:table-cell><text:p>payee</text:p>"
            "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>" +
            payer + "</text:p></table:table-cell><table:table-cell><text:p>Z</text:p></table:table-cell></table:table-row></table:table>";
    };
    const QString book = folder.write("book.fods",
                                      "<?xml version=\"1.0\"?><office:document xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">"
                                      "<office:body><office:spreadsheet>" +
                                          sheet("One", "A") + sheet("Two", "B") + "</office:spreadsheet></office:body></office:document>");
    const QStringList arguments{QStringLiteral("import"), book, QStringLiteral("-o"), folder.at("out.json")};
    QCOMPARE(run(arguments).code, 0);
    QCOMPARE(dealsIn(folder.read("out.json")), 2);
    QCOMPARE(run(arguments + QStringList{QStringLiteral("--sheet"), QStringLiteral("Two")}).code, 0);
    QCOMPARE(dealsIn(folder.read("out.json")), 1);
    QCOMPARE(run(arguments + QStringList{QStringLiteral("--sheet"), QStringLiteral("Three")}).code, 2);
}

void ImportCommandTest::readsInTheEncodingAndDelimiterSaid()
{
    const Folder folder;
    const QString cells = folder.write("cells.csv", "payer:payee\n\xCC\xE8\xF0:B,C\n");
    const Outcome done = run({QStringLiteral("import"), cells, QStringLiteral("-o"), folder.at("out.json"), QStringLiteral("--encoding"),
                              QStringLiteral("windows-1251"), QStringLiteral("--delimiter"), QStringLiteral(":")});
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QStringList names;
    for (const QJsonValue &each : folder.read("out.json")[QLatin1String("organizations")].toArray())
        names += each[QLatin1String("name")].toString();
    QCOMPARE(names, (QStringList{QStringLiteral("Мир"), QStringLiteral("B,C")}));
}

void ImportCommandTest::mappingComesBack()
{
    const Folder folder;
    const QString cells = folder.write("cells.csv", "who,whom,how much\nA,B,5\n");
    const QStringList dry{QStringLiteral("import"), cells, QStringLiteral("--dry-run")};
    QCOMPARE(run(dry + QStringList{QStringLiteral("--save-map"), folder.at("map.json")}).code, 0);
    QFile file(folder.at("map.json"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray map = file.readAll();
    const qsizetype header = map.indexOf("how much");
    QVERIFY(header > 0);
    QJsonObject object = QJsonDocument::fromJson(map).object();
    QJsonArray tables = object[QLatin1String("tables")].toArray();
    QJsonObject table = tables[0].toObject();
    QJsonArray columns = table[QLatin1String("columns")].toArray();
    QJsonObject column = columns[2].toObject();
    column[QLatin1String("role")] = QStringLiteral("amount");
    column[QLatin1String("powerOfTen")] = 6;
    columns[2] = column;
    table[QLatin1String("columns")] = columns;
    tables[0] = table;
    object[QLatin1String("tables")] = tables;
    folder.write("map.json", QJsonDocument(object).toJson());
    QCOMPARE(
        run({QStringLiteral("import"), cells, QStringLiteral("--map"), folder.at("map.json"), QStringLiteral("-o"), folder.at("out.json")})
            .code,
        0);
    const QJsonObject value = folder.read("out.json")[QLatin1String("deals")].toArray()[0].toObject()[QLatin1String("value")].toObject();
    QCOMPARE(value[QLatin1String("high")].toDouble(), 5e6);
}

void ImportCommandTest::twiceIsOnce()
{
    const Folder folder;
    const QString cells = folder.write("cells.csv", "payer,payee,usd\nA,B,5\nB,C,6\n");
    const QStringList first{QStringLiteral("import"), cells, QStringLiteral("-o"), folder.at("one.json")};
    QCOMPARE(run(first).code, 0);
    const Outcome again = run(
        {QStringLiteral("import"), cells, QStringLiteral("--into"), folder.at("one.json"), QStringLiteral("-o"), folder.at("two.json")});
    QCOMPARE(again.code, 0);
    QVERIFY2(again.out.contains(QStringLiteral("2 rows were there already")), qPrintable(again.out));
    QVERIFY(folder.read("one.json") == folder.read("two.json"));
}

DEALSCAPE_TEST(ImportCommandTest, QGuiApplication)
#include "test_import.moc"
