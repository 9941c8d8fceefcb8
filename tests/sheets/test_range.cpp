// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "sheets/range.h"

using namespace dealscape::sheets;

class RangeTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void cuts();
};

void RangeTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again");
    QTest::addColumn<qulonglong>("firstRow");
    QTest::addColumn<qulonglong>("lastRow");
    QTest::addColumn<qulonglong>("firstColumn");
    QTest::addColumn<qulonglong>("lastColumn");
    constexpr qulonglong open = Range::open;
    const auto row = [](const char *text, const char *again, qulonglong top, qulonglong bottom, qulonglong left, qulonglong right) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(again) << top << bottom << left << right;
    };
    row("B3:F40", "B3:F40", 3, 40, 2, 6);
    row(" $b$3:f40 ", "B3:F40", 3, 40, 2, 6);
    row("F40:B3", "B3:F40", 3, 40, 2, 6);
    row("B:F", "B:F", 1, open, 2, 6);
    row("3:40", "3:40", 3, 40, 1, open);
    row("AA7", "AA7", 7, open, 27, open);
    row("B3:B3", "B3:B3", 3, 3, 2, 2);
    row("A1", "", 1, open, 1, open);
}

void RangeTest::reads()
{
    QFETCH(QString, text);
    const auto range = parseRange(text.toStdString());
    QVERIFY(range);
    QTEST(QString::fromStdString(rangeText(*range)), "again");
    QTEST(qulonglong(range->firstRow), "firstRow");
    QTEST(qulonglong(range->lastRow), "lastRow");
    QTEST(qulonglong(range->firstColumn), "firstColumn");
    QTEST(qulonglong(range->lastColumn), "lastColumn");
}

void RangeTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "B", "3", "B3:F", "B:4", "B3:F40:G5", "3B", "B0", "all", "B3 F40", "A99999999"})
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
}

void RangeTest::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!parseRange(text.toStdString()));
}

void RangeTest::cuts()
{
    Table table;
    table.name = "S";
    for (const std::size_t number : {1, 3, 4, 9}) {
        Row row;
        row.number = number;
        for (const char *column : {"a", "b", "c"})
            row.cells.push_back(textCell(column + std::to_string(number)));
        table.add(std::move(row));
    }
    const Table kept = cut(table, *parseRange("B3:B4"));
    QCOMPARE(kept.rows.size(), std::size_t(2));
    QCOMPARE(kept.rows.front().number, std::size_t(3));
    QCOMPARE(kept.columns, std::size_t(2));
    QCOMPARE(kept.firstColumn, std::size_t(1));
    QCOMPARE(int(kept.at(0, 0).kind), int(CellKind::Empty));
    QCOMPARE(kept.at(1, 1).text, std::string("b4"));
    QCOMPARE(kept.name, table.name);
    QVERIFY(cut(table, Range()).rows == table.rows);
}

DEALSCAPE_TEST(RangeTest, dealscape::testing::NoApplication)
#include "test_range.moc"
