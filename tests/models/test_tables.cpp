// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "models/issuestable.h"
#include "models/recordsorter.h"
#include "models/recordtable.h"

#include "document/wording.h"
#include "drawing/edges.h"
#include "reports/chartground.h"
#include "words/numbers.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSet>
#include <QStandardItemModel>
#include <QTemporaryDir>

using namespace dealscape;
using namespace dealscape::models;

using RecipeFunction = Recipe (*)();
Q_DECLARE_METATYPE(RecipeFunction)

class TablesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void models_data()
    {
        QTest::addColumn<RecipeFunction>("recipe");
        QTest::addColumn<int>("rows");
        document::Document document;
        document.openEmbedded();
        const auto count = [](const auto &list) { return static_cast<int>(list.size()); };
        QTest::newRow("deals") << &dealsRecipe << count(document.network().deals);
        QTest::newRow("organisations") << &organizationsRecipe << count(document.network().nodes);
        QTest::newRow("sources") << &sourcesRecipe << document.network().sources;
        QTest::newRow("claims") << &claimsRecipe << count(document.dataset().claims);
    }

    void models()
    {
        QFETCH(RecipeFunction, recipe);
        QFETCH(int, rows);
        document::Document document;
        RecordTable table(document, recipe());
        RecordSorter sorter;
        sorter.setSourceModel(&table);
        QAbstractItemModelTester tableTester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester sorterTester(&sorter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table.rowCount(), 0);
        document.openEmbedded();
        QCOMPARE(table.rowCount(), rows);
        for (int column = 0; column < table.columnCount(); ++column) {
            QVERIFY(!table.headerData(column, Qt::Horizontal).toString().isEmpty());
            sorter.sort(column, Qt::DescendingOrder);
            sorter.sort(column, Qt::AscendingOrder);
        }
        Perspective next = document.perspective();
        next.filter.maximumTier = 0;
        document.setPerspective(next);
        QVERIFY(table.rowCount() >= rows);
        document.back();
        QCOMPARE(table.rowCount(), rows);
    }

    /// Cells, tips and what is saved of a table have the words of people: no word of the format, no code of a country or a layer.
    void noCodeShowsThrough()
    {
        document::Document document;
        document.openEmbedded();
        Perspective all = document.perspective();
        all.filter = Filter();
        all.filter.countedOnly = false;
        all.filter.publishedOnly = false;
        all.filter.certainties.clear();
        document.setPerspective(all);
        QSet<QString> codes;
        const auto add = [&codes](const auto &list) {
            for (const auto &entry : list)
                if (entry.word.find('-') != std::string_view::npos)
                    codes << QString::fromLatin1(entry.word.data(), static_cast<qsizetype>(entry.word.size()));
        };
        add(vocabulary<DealKind>());
        add(vocabulary<DealStatus>());
        add(vocabulary<OverlapRole>());
        add(vocabulary<FlowClass>());
        add(vocabulary<ClaimUnit>());
        for (const Organization &o : document.dataset().organizations) {
            codes << QString::fromStdString(o.country) << QString::fromStdString(o.layer.text());
            if (o.kind.find('-') != std::string::npos)
                codes << QString::fromStdString(o.kind);
        }
        QVERIFY(codes.contains("ai-lab") && codes.contains("AE") && codes.contains("jv-stake"));
        for (const RecipeFunction recipe : {&dealsRecipe, &organizationsRecipe, &sourcesRecipe, &claimsRecipe}) {
            RecordTable table(document, recipe());
            QVERIFY(table.rowCount() > 0);
            for (int row = 0; row < table.rowCount(); ++row)
                for (int column = 0; column < table.columnCount(); ++column)
                    for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::ToolTipRole)}) {
                        const QString shown = table.index(row, column).data(role).toString();
                        QVERIFY2(!codes.contains(shown), qPrintable(table.name() + ": " + shown));
                    }
        }
        RecordTable organizations(document, organizationsRecipe());
        RecordSorter sorter;
        sorter.setSourceModel(&organizations);
        const QString csv = asCsv(sorter, {}, {0, 1, 2, 3});
        QVERIFY2(csv.contains(",AI lab,United States\r\n") && !csv.contains("ai-lab"), qPrintable(csv.left(400)));
    }

    /// Of a deal that is 10 paid and up to 15 potential, the picture, the table and a chart hold what the filter admits.
    void partsAgreeEverywhere_data()
    {
        QTest::addColumn<std::set<Certainty>>("certainties");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<int>("high");
        QTest::newRow("standard") << Filter().certainties << QStringLiteral("$10–25B") << 25;
        QTest::newRow("paid") << std::set{Certainty::Paid} << QStringLiteral("$10B") << 10;
        QTest::newRow("potential") << std::set{Certainty::Potential} << QStringLiteral("≤$15B") << 15;
    }

    void partsAgreeEverywhere()
    {
        QFETCH(std::set<Certainty>, certainties);
        QFETCH(QString, amount);
        QFETCH(int, high);
        io::ReadResult read;
        Dataset dataset;
        dataset.layers = defaultLayers();
        for (const char *id : {"amazon", "anthropic"}) {
            Organization organization;
            organization.id = OrganizationId(id);
            organization.name = id;
            organization.layer = LayerId("models");
            dataset.organizations.push_back(organization);
        }
        Deal deal;
        deal.id = DealId("stake");
        deal.supplier = OrganizationId("amazon");
        deal.customer = OrganizationId("anthropic");
        deal.payer = deal.supplier;
        deal.payee = deal.customer;
        deal.announced = Date{2026, 4, 20};
        deal.flow = FlowClass::Capital;
        deal.value = {Money::billions(10), Money::billions(25)};
        deal.paid = Money::billions(10);
        deal.certainty = Certainty::Paid;
        deal.parts = {{Certainty::Paid, MoneyRange::exactly(Money::billions(10))}, {Certainty::Potential, {Money(), Money::billions(15)}}};
        dataset.deals = {deal};
        read.dataset = dataset;
        document::Document document;
        QVERIFY(document.adopt(QStringLiteral("stake"), std::move(read)));
        RecordTable table(document, dealsRecipe());
        Perspective asked = document.perspective();
        asked.filter.certainties = certainties;
        document.setPerspective(asked);
        QCOMPARE(document.network().edges.size(), std::size_t(1));
        QCOMPARE(words::money(document.network().edges.front().value), amount);
        QCOMPARE(drawing::flowOf(document.shown()->dataset(), document.network().edges.front()).value.at(Bound::High),
                 Money::billions(high));
        QCOMPARE(document::describeSums(*document.shown(), document.network().deals, 3), QStringLiteral("capital ") + amount);
        QStringList row;
        for (int column = 0; column < table.columnCount(); ++column)
            row << table.index(0, column).data().toString();
        QVERIFY2(row.contains(amount), qPrintable(row.join(u'|')));
        reports::ChartQuestion question;
        const reports::ChartTable chart = reports::chartTable(reports::ChartGround(document.shown()->index(), asked), question);
        QCOMPARE(chart.groups.front().rows.front().amount.high, std::optional(Money::billions(high).dollars()));
        QCOMPARE(document.dataset().deals.front(), deal);
    }

    void issues()
    {
        QTemporaryDir folder;
        document::Document document;
        IssuesTable table(document);
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QFile file(folder.filePath("broken.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n  \"format\": 7\n}");
        file.close();
        QVERIFY(!document.open(file.fileName()));
        QVERIFY(table.rowCount() > 0);
        QCOMPARE(table.index(0, IssuesTable::SeverityColumn).data().toString(), "Error");
        QCOMPARE(table.index(0, IssuesTable::LineColumn).data().toInt(), 2);
    }

    void sortsByAmountWithUnknownLast_data()
    {
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::newRow("ascending") << Qt::AscendingOrder;
        QTest::newRow("descending") << Qt::DescendingOrder;
    }

    void sortsByAmountWithUnknownLast()
    {
        QFETCH(Qt::SortOrder, order);
        document::Document document;
        document.openEmbedded();
        RecordTable table(document, dealsRecipe());
        RecordSorter sorter;
        sorter.setSourceModel(&table);
        constexpr int amount = 3;
        sorter.sort(amount, order);
        bool unknown = false;
        QVariant before;
        for (int row = 0; row < sorter.rowCount(); ++row) {
            const QVariant now = sorter.index(row, amount).data(RecordTable::SortRole);
            QVERIFY(now.isValid() ? !unknown : true);
            unknown = unknown || !now.isValid();
            if (now.isValid() && before.isValid())
                QVERIFY(order == Qt::AscendingOrder ? before.toLongLong() <= now.toLongLong() : before.toLongLong() >= now.toLongLong());
            before = now;
        }
        QVERIFY(unknown);
    }

    void selectionsAndRowsAgree()
    {
        document::Document document;
        document.openEmbedded();
        RecordTable deals(document, dealsRecipe());
        for (int row = 0; row < deals.rowCount(); ++row)
            QCOMPARE(deals.rowOf(deals.selectionAt(row)), row);
        QCOMPARE(deals.rowOf({}), -1);
        QCOMPARE(deals.rowOf(OrganizationId("openai")), -1);
        QVERIFY(deals.rowOf(document::EdgeKey{OrganizationId("openai"), OrganizationId("oracle"), Family::Compute}) >= 0);
        QVERIFY(deals.selectionAt(-1) == document::Selection());
    }

    void filtersByAllWords()
    {
        document::Document document;
        document.openEmbedded();
        RecordTable deals(document, dealsRecipe());
        RecordSorter sorter;
        sorter.setSourceModel(&deals);
        sorter.setWords("oracle OPENAI");
        QVERIFY(sorter.rowCount() > 0 && sorter.rowCount() < deals.rowCount());
        sorter.setWords("oracle zzz");
        QCOMPARE(sorter.rowCount(), 0);
        sorter.setWords("  ");
        QCOMPARE(sorter.rowCount(), deals.rowCount());
    }

    void writesCells_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << "Oracle"
                               << "Oracle"
                               << "Oracle";
        QTest::newRow("comma") << "a, b"
                               << "\"a, b\""
                               << "a, b";
        QTest::newRow("quote") << "a \"b\""
                               << "\"a \"\"b\"\"\""
                               << "a \"b\"";
        QTest::newRow("line") << "a\nb"
                              << "\"a\nb\""
                              << "a b";
        QTest::newRow("tab") << "a\tb"
                             << "a\tb"
                             << "a b";
        QTest::newRow("formula") << "=1+1"
                                 << "'=1+1"
                                 << "=1+1";
        QTest::newRow("minus") << "-2+3"
                               << "'-2+3"
                               << "-2+3";
        // A number is no formula, and is kept one for whoever adds it up.
        QTest::newRow("number") << "-2"
                                << "-2"
                                << "-2";
        QTest::newRow("at") << "@SUM(A1),2"
                            << "\"'@SUM(A1),2\""
                            << "@SUM(A1),2";
    }

    void writesCells()
    {
        QFETCH(QString, cell);
        QFETCH(QString, csv);
        QFETCH(QString, text);
        QStandardItemModel model(1, 2);
        model.setHorizontalHeaderLabels({"A", "B"});
        model.setItem(0, 0, new QStandardItem(cell));
        model.setItem(0, 1, new QStandardItem("x"));
        QCOMPARE(asCsv(model, {}, {}), "A,B\r\n" + csv + ",x\r\n");
        QCOMPARE(asText(model, {}, {}), "A\tB\n" + text + "\tx\n");
        QCOMPARE(asCsv(model, {0}, {1}), "B\r\nx\r\n");
    }
};

DEALSCAPE_TEST(TablesTest, QGuiApplication)
#include "test_tables.moc"
