// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QFile>
#include <QTest>

#include "exchange/importing.h"
#include "exchange/records.h"
#include "graphs/writing.h"
#include "io/reader.h"
#include "io/writer.h"
#include "resources/embedded.h"
#include "sheets/writing.h"

#include <algorithm>
#include <random>
#include <string>

using namespace dealscape;
using namespace dealscape::exchange;

class ImportTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void keepsColumnsWithoutARole();
    void refusesEntities();
    void tellsFiguresWithTwoReadings();
    void turnsRangesRound();
    void twiceIsOnce_data();
    void twiceIsOnce();
    void merges();
    void rates();
    void turnsNegativeAmounts();
    void keepsHomonymsApart();
    void leavesOutOnRequest();
    void rememberedMapping();
    void exportComesBack_data();
    void exportComesBack();
    void staysValidWhateverComes();
};

namespace {

Input inputOf(const std::string &bytes, const std::string &name)
{
    auto input = readInput(bytes, name);
    if (!input)
        qFatal("%s", input.error().c_str());
    return *input;
}

std::string fileData(const QString &name)
{
    QFile file(testing::roomData() + QLatin1Char('/') + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no file %s", qPrintable(name));
    return file.readAll().toStdString();
}

Plan planOf(const std::vector<Input> &inputs, const Dataset &into = {}, Choices choices = {})
{
    Mapping mapping = guessAll(inputs);
    mapping.choices = std::move(choices);
    if (!mapping.choices.date)
        mapping.choices.date = Date{2025, 11, 1};
    return plan(inputs, mapping, into);
}

/// Payer > payee and amount of each deal, in order.
QString deals(const Dataset &dataset)
{
    const Index index(dataset);
    QStringList lines;
    for (const Deal &deal : dataset.deals) {
        const auto amount = [](const std::optional<Money> &money) {
            return money ? QString::number(money->dollars()) : QStringLiteral("?");
        };
        QString line = QString::fromStdString(index.organization(deal.tail())->name) +
            (deal.moneyDirectionKnown() ? QLatin1Char('>') : QLatin1Char('-')) +
            QString::fromStdString(index.organization(deal.head())->name) + QLatin1Char(' ');
        line += deal.value.exact() ? amount(deal.value.low) : amount(deal.value.low) + QStringLiteral("..") + amount(deal.value.high);
        if (deal.currency != "USD")
            line += QLatin1Char(' ') + QString::fromStdString(deal.currency);
        if (deal.power)
            line += QStringLiteral(" %1 MW").arg(deal.power->capacity.megawatts());
        lines += line;
    }
    return lines.join(QLatin1Char('\n'));
}

QString findings(const Plan &plan, const std::vector<Input> &inputs, Finding::Weight least)
{
    QStringList lines;
    for (const Finding &finding : plan.findings)
        if (finding.weight >= least)
            lines += QString::fromStdString(describe(finding, inputs));
    return lines.join(QLatin1Char('\n'));
}

/// What the native reader has against a dataset.
QString faults(const Dataset &dataset)
{
    const auto result = io::readDataset(io::writeDataset(dataset), "import");
    QStringList lines;
    for (const io::Issue &issue : result.issues)
        if (issue.severity == io::Severity::Error)
            lines += QString::fromStdString(io::describe(issue));
    return lines.join(QLatin1Char('\n'));
}

Dataset builtIn()
{
    return *io::readDataset(resources::defaultDataset(), "built-in").dataset;
}

} // namespace

void ImportTest::cases_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("told");
    QTest::addColumn<int>("organizations");
    const auto row = [](const char *file, const char *expected, const char *told, int organizations) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromUtf8(expected) << QString::fromUtf8(told) << organizations;
    };
    row("i01-semicolon-decimal-comma-bom.csv", "Überbank>Nordwind ?..? EUR\nNordwind>Kabelwerk ?..? EUR\nKabelwerk>Überbank ?..?",
        "i01-semicolon-decimal-comma-bom.csv:2:C: doubtful: \"1.234,56\" is in EUR, for which no rate is given; it is kept as announced\n"
        "i01-semicolon-decimal-comma-bom.csv:3:C: doubtful: \"0,5\" is in EUR, for which no rate is given; it is kept as announced",
        3);
    row("i02-thousands-comma.csv", "Alpha>Beta 1800\nBeta>Gamma 610086\nGamma>Alpha 1234568\nAlpha>Gamma 1800", "", 3);
    row("i03-amounts-in-words.csv",
        "Alpha>Beta 1200000000\nBeta>Gamma ?..? EUR\nGamma>Delta ?..50000000000\nDelta>Alpha ?..?\nAlpha>Gamma "
        "10000000000..15000000000\nBeta>Delta 2000000000\nGamma>Alpha ?..?\n"
        "Delta>Beta ?..?\nAlpha>Delta 3500000000\nBeta>Alpha ?..? EUR\nGamma>Beta ?..? JPY\nDelta>Gamma ?..?\nAlpha>Beta "
        "1200000000\nBeta>Gamma ?..? GBP\nGamma>Delta 1500000000000\nDelta>Alpha ?..? 10000 MW",
        "i03-amounts-in-words.csv:3:C: doubtful: \"€300m\" is in EUR, for which no rate is given; it is kept as announced\n"
        "i03-amounts-in-words.csv:11:C: doubtful: \"1,2 Mrd. €\" is in EUR, for which no rate is given; it is kept as announced\n"
        "i03-amounts-in-words.csv:12:C: doubtful: \"¥500bn\" is in JPY, for which no rate is given; it is kept as announced\n"
        "i03-amounts-in-words.csv:13:C: not taken: \"(250)\" is negative; it is kept as announced (it can be turned round instead)\n"
        "i03-amounts-in-words.csv:15:C: doubtful: \"at least £40 million\" is in GBP, for which no rate is given; it is kept as announced",
        4);
    row("i04-near-duplicate-names.csv",
        "Hongkong Fund>Acme Inc 100\nHong Kong Fund>Acme, Inc. 200\nHongKong Fund>ACME Inc 300\nHong Kong Fund>Ａｃｍｅ Inc 400\nTianjin "
        "Steel>Acme Inc. 500\n"
        "Tianjing Steel>Acme Incorporated 600\nCafé SA>Acme Inc 700\nCafé SA>Acme Inc 800",
        "i04-near-duplicate-names.csv:10: skipped: both parties are the same organisation, Tianjin Steel", 12);
    row("i06-header-spellings-and-repeats.csv", "a>b ?..?\nb>c ?..?", "", 3);
    row("i07-excel-unicode-text.txt", "Über AG>日本電力 1200", "", 2);
    row("i09-two-encodings-in-one-file.csv", "Zürich Re>Genève SA 5\nZürich Re>Genève SA 6", "", 2);
    row("i13-mixed-direction-parallel-nested.graphml", "g::x>g::y ?..?\nAlpha & Söhne>b 1000\nAlpha & Söhne-b ?..?\nb>Alpha & Söhne 7",
        "i13-mixed-direction-parallel-nested.graphml:2:E: not taken: \"9007199254740993\" is more than 1000000000000000 dollars; it is "
        "kept as announced\n"
        "i13-mixed-direction-parallel-nested.graphml:2:E: not taken: \"-5\" is negative; it is kept as announced (it can be turned round "
        "instead)\n"
        "i13-mixed-direction-parallel-nested.graphml:2:C: skipped: \"nobody\" is no node of the graph",
        5);
    row("i18-spreadsheet-formulas.csv", "=1+1>Beta 5\n+49 GmbH>@at AG 6\n-Minus Ltd>Tab Co 7", "", 6);
}

void ImportTest::cases()
{
    QFETCH(QString, file);
    const std::vector<Input> inputs = {inputOf(fileData(file), file.toStdString())};
    const Plan made = planOf(inputs);
    QTEST(deals(made.dataset), "expected");
    QTEST(findings(made, inputs, Finding::Weight::Doubt), "told");
    QTEST(int(made.dataset.organizations.size()), "organizations");
    QCOMPARE(faults(made.dataset), QString());
}

void ImportTest::keepsColumnsWithoutARole()
{
    const Plan made = planOf({inputOf(fileData(QStringLiteral("i06-header-spellings-and-repeats.csv")), "i06")});
    const Deal &deal = std::as_const(made.dataset.deals)[0];
    QCOMPARE(deal.headline, std::string("first"));
    const auto columns = std::find_if(deal.extras.begin(), deal.extras.end(), [](const auto &each) { return each.first == "columns"; });
    QVERIFY(columns != deal.extras.end());
    const std::string expected = "{\"WEIGHT\": \"5\", \"Weight\": \"7\", \"Label (2)\": \"second\"}";
    QCOMPARE(columns->second, expected);
}

void ImportTest::refusesEntities()
{
    const auto input = readInput(fileData(QStringLiteral("i14-entity-expansion.graphml")), "i14");
    QVERIFY(!input.has_value());
    QVERIFY(input.error().find("entities") != std::string::npos);
}

void ImportTest::tellsFiguresWithTwoReadings()
{
    const std::vector<Input> inputs = {inputOf("payer,payee,amount,date\nA,B,1.500,03/04/2025\nB,C,2,13/04/2025\n", "two.csv")};
    QCOMPARE(findings(planOf(inputs), inputs, Finding::Weight::Doubt),
             QStringLiteral("two.csv:2:C: doubtful: \"1.500\" may have a decimal point or parted thousands; read with a decimal sign"));
    const std::vector<Input> decided = {inputOf("payer,payee,amount\nA,B,1.500\nB,C,\"2,5\"\n", "one.csv")};
    QCOMPARE(findings(planOf(decided), decided, Finding::Weight::Doubt), QString());
    QCOMPARE(deals(planOf(decided).dataset), QStringLiteral("A>B 1500\nB>C 3"));
}

void ImportTest::turnsRangesRound()
{
    const std::vector<Input> inputs = {inputOf("payer,payee,amount\nA,B,300-100m\n", "range.csv")};
    QCOMPARE(deals(planOf(inputs).dataset), QStringLiteral("A>B 100000000..300000000"));
    QCOMPARE(findings(planOf(inputs), inputs, Finding::Weight::Doubt),
             QStringLiteral("range.csv:2:C: doubtful: \"300-100m\" the low bound is above the high one; they were changed round"));
}

void ImportTest::twiceIsOnce_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"i01-semicolon-decimal-comma-bom.csv", "i03-amounts-in-words.csv", "i04-near-duplicate-names.csv",
                             "i13-mixed-direction-parallel-nested.graphml"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void ImportTest::twiceIsOnce()
{
    QFETCH(QString, file);
    const std::vector<Input> inputs = {inputOf(fileData(file), file.toStdString())};
    const Plan once = planOf(inputs);
    const Plan twice = planOf(inputs, once.dataset);
    QVERIFY(once.dealsMade > 0);
    QCOMPARE(twice.dealsMade, std::size_t(0));
    QCOMPARE(twice.organizationsMade, std::size_t(0));
    QCOMPARE(io::writeDataset(twice.dataset), io::writeDataset(once.dataset));
}

void ImportTest::merges()
{
    const std::vector<Input> inputs = {inputOf(fileData(QStringLiteral("i04-near-duplicate-names.csv")), "i04")};
    const Plan apart = planOf(inputs);
    QVERIFY(!apart.offers.empty());
    Choices choices;
    for (const MergeOffer &offer : apart.offers)
        choices.merges.push_back({apart.parties[offer.other].name, apart.parties[offer.keep].name});
    const Plan together = planOf(inputs, {}, choices);
    QCOMPARE(together.dataset.organizations.size(), std::size_t(4));
    QCOMPARE(together.dealsMade, apart.dealsMade);
    // Into nothing is no merge.
    Choices nothing;
    nothing.merges = {{apart.parties.front().name, " "}};
    const Plan kept = planOf(inputs, {}, nothing);
    QCOMPARE(faults(kept.dataset), QString());
    QCOMPARE(kept.dataset.organizations.size(), apart.dataset.organizations.size());
}

void ImportTest::rates()
{
    const std::vector<Input> inputs = {inputOf("payer,payee,amount,date\nA,B,€100m,2024-05-01\nA,C,€100m,2025-05-01\n", "t.csv")};
    Choices choices;
    choices.rates = {{"EUR", 1.1, {}}, {"EUR", 1.2, Date{2025, 1, 0}}};
    const Plan made = planOf(inputs, {}, choices);
    QCOMPARE(deals(made.dataset), QStringLiteral("A>B 110000000 EUR\nA>C 120000000 EUR"));
    QCOMPARE(std::as_const(made.dataset.deals)[1].asAnnounced,
             std::string("\u20AC"
                         "100m"));
    QCOMPARE(std::as_const(made.dataset.deals)[1].extras.front().second, std::string("1.2"));
}

void ImportTest::turnsNegativeAmounts()
{
    const std::vector<Input> inputs = {inputOf("payer,payee,usd\nA,B,-5\n", "t.csv")};
    QCOMPARE(deals(planOf(inputs).dataset), QStringLiteral("A>B ?..?"));
    Choices choices;
    choices.turnNegative = true;
    QCOMPARE(deals(planOf(inputs, {}, choices).dataset), QStringLiteral("B>A 5"));
}

void ImportTest::keepsHomonymsApart()
{
    const std::vector<Input> inputs = {
        inputOf("payer,payer country,payee,usd\nDelta,US,Beta,1\nDelta,GR,Beta,2\nDelta,US,Beta,3\n", "t.csv")};
    const Plan made = planOf(inputs);
    QCOMPARE(made.organizationsMade, std::size_t(3));
    QVERIFY(made.offers.empty());
}

void ImportTest::leavesOutOnRequest()
{
    const std::vector<Input> inputs = {inputOf("payer,payee,usd\nA,B,1\nA,B,1\nC,D,2\n", "t.csv")};
    Mapping mapping = guessAll(inputs);
    mapping.choices.date = Date{2025, 0, 0};
    RowChoices rows;
    const Plan plain = plan(inputs, mapping, {}, rows);
    QCOMPARE(plain.dealsMade, std::size_t(2));
    QCOMPARE(plain.count(Outcome::Skipped), std::size_t(1));
    rows.kept.insert({0, 2});
    rows.leftOut.insert({0, 3});
    const Plan chosen = plan(inputs, mapping, {}, rows);
    QCOMPARE(deals(chosen.dataset), QStringLiteral("A>B 1\nA>B 1"));
    QCOMPARE(chosen.count(Outcome::LeftOut), std::size_t(1));
}

void ImportTest::rememberedMapping()
{
    const std::vector<Input> inputs = {inputOf("who,whom,how much\nA,B,1.500\n", "t.csv")};
    Mapping mapping = guessAll(inputs);
    mapping.tables[0].columns[2].role = Role::Amount;
    mapping.tables[0].columns[2].mark = Mark::Comma;
    mapping.tables[0].columns[2].scale = 6;
    mapping.choices.rates.push_back({"EUR", 1.25, Date{2025, 3, 0}});
    mapping.choices.merges.push_back({"A", "Alpha"});
    const auto read = readMapping(writeMapping(mapping));
    QVERIFY2(read.has_value(), read ? "" : read.error().c_str());
    Mapping again = guessAll(inputs);
    QCOMPARE(apply(*read, again), 1);
    again.choices.date = Date{2025, 0, 0};
    QCOMPARE(deals(plan(inputs, again).dataset), QStringLiteral("Alpha>B 1500000000"));
    QCOMPARE(again.choices.rates.front().from->iso(), std::string("2025-03"));
    QVERIFY(!readMapping("{\"format\": \"dealscape-mapping\", \"version\": 1, \"tables\": [{\"columns\": [{\"header\": \"x\", \"role\": "
                         "\"nonsense\"}]}]}")
                 .has_value());
}

void ImportTest::exportComesBack_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"csv", "xlsx", "ods", "graphml", "gexf", "node-link"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void ImportTest::exportComesBack()
{
    QFETCH(QString, format);
    const Dataset dataset = builtIn();
    const Index index(dataset);
    const Extract all = everything(dataset);
    std::vector<Input> inputs;
    if (format == QLatin1String("csv")) {
        inputs.push_back(inputOf(sheets::writeCsv(dealsTable(index, all)), "deals.csv"));
        inputs.push_back(inputOf(sheets::writeCsv(organizationsTable(index, all)), "organisations.csv"));
    } else if (format == QLatin1String("xlsx") || format == QLatin1String("ods")) {
        const std::vector<sheets::Table> tables = {dealsTable(index, all), organizationsTable(index, all)};
        const auto bytes = format == QLatin1String("xlsx") ? sheets::writeXlsx(tables) : sheets::writeOds(tables);
        QVERIFY2(bytes.has_value(), bytes ? "" : bytes.error().c_str());
        inputs.push_back(inputOf(*bytes, "book"));
    } else {
        const graphs::Graph graph = graphOf(index, all);
        inputs.push_back(inputOf(format == QLatin1String("graphml")    ? graphs::writeGraphMl(graph)
                                     : format == QLatin1String("gexf") ? graphs::writeGexf(graph)
                                                                       : graphs::writeNodeLink(graph),
                                 "graph"));
    }
    const Plan made = planOf(inputs);
    QCOMPARE(findings(made, inputs, Finding::Weight::Doubt), QString());
    QCOMPARE(made.dataset.deals.size(), dataset.deals.size());
    QCOMPARE(made.dataset.organizations.size(), dataset.organizations.size());
    for (std::size_t i = 0; i < dataset.organizations.size(); ++i)
        QVERIFY2(std::as_const(made.dataset.organizations)[i] == dataset.organizations[i], dataset.organizations[i].id.text().c_str());
    const Index again(made.dataset);
    for (const Deal &deal : dataset.deals) {
        const Deal *read = again.deal(deal.id);
        QVERIFY2(read && *read == deal, deal.id.text().c_str());
        for (const SourceId &id : deal.sources)
            QVERIFY2(*again.source(id) == *index.source(id), id.text().c_str());
    }
    for (const OverlapGroup &group : dataset.groups)
        if (const OverlapGroup *read = again.group(group.id))
            QVERIFY2(read->explanation == group.explanation && read->umbrella == group.umbrella, group.id.text().c_str());
    QCOMPARE(faults(made.dataset), QString());
    const Plan update = planOf(inputs, dataset);
    QCOMPARE(io::writeDataset(update.dataset), io::writeDataset(dataset));
}

void ImportTest::staysValidWhateverComes()
{
    std::mt19937 chance(7);
    const std::vector<std::string> words = {"Alpha", "Beta AG", "", "-", "1.5", "(3)", "$2bn", "10 GW", "2025", "31/12/2024", "13/13/13",
                                            "yes", "EUR", "€5", "loan", "signed", "https://x.y/z", "a|b\\",
                                            "{\"parts\":[{\"certainty\":\"paid\",\"low\":5}]}", "{\"extras\":[[\"id\",\"1\"]]}",
                                            "9999999999999999999", "\xC3\x9C", "=1+1", "umbrella", "d1", "2.500", "not", "-7",
                                            // No-break and other spaces beyond ASCII, and what ASCII has beside the space
                                            "\xC2\xA0", "\xE3\x80\x80 \v", "\f"};
    for (int round = 0; round < 300; ++round) {
        sheets::Table table;
        table.name = "t";
        sheets::Row head{1, {}};
        std::vector<Role> picked;
        for (int i = 0; i < 9; ++i) {
            const RoleInfo &role = roles()[chance() % roles().size()];
            head.cells.push_back(sheets::textCell(std::string(role.label)));
        }
        head.cells.push_back(sheets::textCell("Payer"));
        head.cells.push_back(sheets::textCell("Payee"));
        table.add(head);
        for (std::size_t i = 2; i < 12; ++i) {
            sheets::Row row{i, {}};
            for (int j = 0; j < 11; ++j)
                row.cells.push_back(sheets::textCell(words[chance() % words.size()]));
            table.add(row);
        }
        Input input;
        input.name = "random";
        input.book.tables.push_back(table);
        const Plan made = planOf({input});
        QCOMPARE(faults(made.dataset), QString());
    }
}

DEALSCAPE_TEST(ImportTest, dealscape::testing::NoApplication)
#include "test_import.moc"
