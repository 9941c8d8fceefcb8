// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frozen.h"
#include "outcome.h"

#include "resources/embedded.h"
#include "testmain.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRectF>
#include <QSet>
#include <QTemporaryDir>

#include <QTest>

using namespace dealscape;

namespace {

double billions(const QJsonObject &summary, const char *flow, const char *certainty, const char *bound)
{
    return summary[QLatin1String("value")][QLatin1String(flow)][QLatin1String("byCertainty")][QLatin1String(certainty)]
                  [QLatin1String(bound)]
                      .toDouble() /
        1e9;
}

QRectF box(const QJsonValue &value)
{
    return {value[QLatin1String("x")].toDouble(), value[QLatin1String("y")].toDouble(), value[QLatin1String("w")].toDouble(),
            value[QLatin1String("h")].toDouble()};
}

} // namespace

class TestCommands : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void exitsWithTheRightCode_data();
    void exitsWithTheRightCode();
    void helpsWithEveryCommand_data();
    void helpsWithEveryCommand();
    void countsWhatIsThere();
    void sumsTheFirstTierByCertainty();
    void neverAddsAcrossClasses();
    void statesTheArticleAsReportedAndAsCorrected();
    void validatesTheBuiltInDataset();
    void reportsABrokenFileWithItsPlace();
    void exportsTheSizeAsked();
    void exportsThumbnails();
    void thePageOfTheManualIsMadeFromTheTable();
    void exportsSeveralFilesAtOnce();
    void exportsTheViewOfAPicture();
    void leavesPartsOut();
    void describesWhatItDraws();
    void readsAFileOfAnotherIndustry();
    void findsTheKnownLoops();
    void measuresTheNetwork();
    void schedulesWithoutLosingMoney();
    void playsAFailure_data();
    void playsAFailure();
};

void TestCommands::exitsWithTheRightCode_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such command") << "sumary" << int(cli::Usage) << "unknown command \"sumary\"";
    QTest::newRow("unknown option") << "summary --frobnicate" << int(cli::Usage) << "frobnicate";
    QTest::newRow("two files") << "summary a.json b.json" << int(cli::Usage) << "b.json";
    QTest::newRow("tier zero") << "summary --tier 0" << int(cli::Usage) << "--tier";
    QTest::newRow("tier word") << "summary --tier one" << int(cli::Usage) << "--tier";
    QTest::newRow("no output") << "export" << int(cli::Usage) << "-o";
    QTest::newRow("wrong suffix") << "export -o picture.gif" << int(cli::Usage) << ".pdf";
    QTest::newRow("bad size") << "export --size 12 -o p.png" << int(cli::Usage) << "WIDTHxHEIGHT";
    QTest::newRow("huge size") << "export --size 99999x10 -o p.png" << int(cli::Usage) << "WIDTHxHEIGHT";
    QTest::newRow("unknown preset") << "export --preset poster -o p.png" << int(cli::Usage) << "slide-4k";
    QTest::newRow("preset and size") << "export --preset a4 --size 800x600 -o p.png" << int(cli::Usage) << "--size";
    QTest::newRow("paper and pixels") << "export --mm 297x210 --size 800x600 -o p.png" << int(cli::Usage) << "not both";
    QTest::newRow("bad paper") << "export --mm 297 -o p.png" << int(cli::Usage) << "297x210";
    QTest::newRow("huge paper") << "export --mm 9000x9000 -o p.png" << int(cli::Usage) << "300 dpi";
    QTest::newRow("bad density") << "export --dpi 5 -o p.png" << int(cli::Usage) << "--dpi";
    QTest::newRow("unknown part") << "export --without logo -o p.png" << int(cli::Usage) << "as-of";
    QTest::newRow("tiny thumbnail") << "export --thumbnail 3 -o p.png" << int(cli::Usage) << "from 16 to 1024";
    QTest::newRow("thumbnail and size") << "export --thumbnail 64 --size 800x600 -o p.png" << int(cli::Usage) << "--size";
    QTest::newRow("two thumbnails") << "export --thumbnail 64 -o p.png -o q.png" << int(cli::Usage) << "more than one";
    QTest::newRow("like nothing") << "export --like /nowhere.png -o p.png" << int(cli::CannotRead) << "nowhere.png";
    QTest::newRow("unknown lens") << "export --lens volume -o p.png" << int(cli::Usage) << "value, power, deals";
    QTest::newRow("unknown layout") << "geometry --layout tree --json" << int(cli::Usage) << "web, supply-chain, orbit, ring";
    QTest::newRow("unknown theme") << "geometry --theme pink --json" << int(cli::Usage) << "light, dark, print";
    QTest::newRow("unknown focus") << "geometry --focus nobody --json" << int(cli::Usage) << "nobody";
    QTest::newRow("canvas and size") << "geometry --canvas 800x600 --size 800x600 --json" << int(cli::Usage) << "leave --size out";
    QTest::newRow("canvas of no size") << "geometry --canvas 800 --json" << int(cli::Usage) << "--canvas";
    QTest::newRow("depth alone") << "geometry --depth 2 --json" << int(cli::Usage) << "--focus";
    QTest::newRow("loops of one step") << "loops --max-length 1" << int(cli::Usage) << "--max-length";
    QTest::newRow("loops through nobody") << "loops --through nobody" << int(cli::Usage) << "nobody";
    QTest::newRow("bound between") << "metrics --bound middle" << int(cli::Usage) << "--bound";
    QTest::newRow("nobody fails") << "whatif" << int(cli::Usage) << "--fail";
    QTest::newRow("stranger fails") << "whatif --fail nobody" << int(cli::Usage) << "nobody";
    QTest::newRow("recovery beyond all") << "whatif --fail openai --recovery 101" << int(cli::Usage) << "--recovery";
    QTest::newRow("unknown model") << "whatif --fail openai --model guess" << int(cli::Usage) << "debtrank";
    QTest::newRow("schedule of nobody") << "schedule --of nobody" << int(cli::Usage) << "nobody";
    QTest::newRow("missing file") << "summary /nowhere/file.json" << int(cli::CannotRead) << "/nowhere/file.json";
    QTest::newRow("missing file to validate") << "validate /nowhere/file.json" << int(cli::CannotRead) << "/nowhere/file.json";
    QTest::newRow("folder") << "validate /tmp" << int(cli::CannotRead) << "/tmp";
    QTest::newRow("unwritable") << "export -o /nowhere/at/all.png" << int(cli::CannotWrite) << "/nowhere/at/all.png";
    QTest::newRow("version") << "--version" << int(cli::Ok) << "dealscape ";
    QTest::newRow("help") << "--help" << int(cli::Ok) << "validate";
}

void TestCommands::exitsWithTheRightCode()
{
    QFETCH(QString, line);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Outcome outcome = run(line);
    QCOMPARE(outcome.code, code);
    QVERIFY2((outcome.out + outcome.err).contains(says), qPrintable(outcome.out + outcome.err));
    QVERIFY(code == cli::Ok || line.startsWith(QLatin1String("validate")) || outcome.out.isEmpty());
}

void TestCommands::helpsWithEveryCommand_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("validate") << "FILE";
    QTest::newRow("summary") << "--tier";
    QTest::newRow("export") << "--theme";
    QTest::newRow("geometry") << "--size";
    QTest::newRow("loops") << "--max-length";
    QTest::newRow("metrics") << "--bound";
    QTest::newRow("schedule") << "--of";
    QTest::newRow("whatif") << "--recovery";
}

void TestCommands::helpsWithEveryCommand()
{
    QFETCH(QString, option);
    const Outcome outcome = run(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(" --help"));
    QCOMPARE(outcome.code, int(cli::Ok));
    QVERIFY2(outcome.out.contains(option), qPrintable(outcome.out));
    QVERIFY(outcome.err.isEmpty());
}

void TestCommands::countsWhatIsThere()
{
    const QJsonObject summary = run(QStringLiteral("summary --json ") + sample::frozenPath()).json();
    QCOMPARE(summary[QLatin1String("organizations")].toInt(), 76);
    QCOMPARE(summary[QLatin1String("deals")].toInt(), 165);
    QCOMPARE(summary[QLatin1String("claims")].toInt(), 37);
    QCOMPARE(summary[QLatin1String("overlapGroups")].toInt(), 56);
    QCOMPARE(run(QStringLiteral("summary --tier 1 --json ") + sample::frozenPath()).json()[QLatin1String("deals")].toInt(), 76);
}

void TestCommands::sumsTheFirstTierByCertainty()
{
    const QJsonObject summary = run(QStringLiteral("summary --tier 1 --json ") + sample::frozenPath()).json();
    QCOMPARE(billions(summary, "compute", "binding", "low"), 736.7);
    QCOMPARE(billions(summary, "compute", "binding", "high"), 746.7);
    QCOMPARE(billions(summary, "capital", "paid", "low"), 195.375);
    QCOMPARE(billions(summary, "capital", "paid", "high"), 203.575);
    QCOMPARE(billions(summary, "capital", "potential", "high"), 35.0);
    QCOMPARE(billions(summary, "hardware", "announced", "high"), 40.0);
    const auto power = summary[QLatin1String("power")];
    const auto megawatts = [&](const char *layer, const char *certainty) {
        return power[QLatin1String(layer)][QLatin1String("byCertainty")][QLatin1String(certainty)][QLatin1String("high")].toInt();
    };
    QCOMPARE(megawatts("chips", "announced"), 16000);
    QCOMPARE(megawatts("cloud", "binding"), 7250);
    QCOMPARE(megawatts("site", "binding"), 5800);
    QCOMPARE(megawatts("energy-supply", "binding"), 1383);
}

void TestCommands::neverAddsAcrossClasses()
{
    const QJsonObject summary = run(QStringLiteral("summary --json")).json();
    QCOMPARE(summary[QLatin1String("value")].toObject().size(), 10);
    QCOMPARE(summary[QLatin1String("power")].toObject().size(), 4);
    for (const QString &key : summary.keys())
        QVERIFY2(!key.contains(QLatin1String("total"), Qt::CaseInsensitive), qPrintable(key));
}

void TestCommands::statesTheArticleAsReportedAndAsCorrected()
{
    const QString text = run(QStringLiteral("summary ") + sample::frozenPath()).out;
    for (const char *figure : {"$500B", "$100B", "$13B", "6 GW", "10 GW", "$1T", "$3T", "$800B"})
        QVERIFY2(text.contains(QString::fromLatin1(figure)), figure);
    double itemised = 0;
    for (const auto &item : run(QStringLiteral("summary --json ") + sample::frozenPath()).json()[QLatin1String("article")].toArray())
        if (item[QLatin1String("itemised")].toBool())
            itemised += item[QLatin1String("statedValue")].toDouble() / 1e9;
    QCOMPARE(itemised, 713.0);
}

void TestCommands::validatesTheBuiltInDataset()
{
    const Outcome outcome = run(QStringLiteral("validate"));
    const auto read = io::readDataset(resources::defaultDataset(), "embedded");
    QCOMPARE(outcome.out,
             QStringLiteral("valid: %1 organisations, %2 deals, %3 sources\n")
                 .arg(read.dataset->organizations.size())
                 .arg(read.dataset->deals.size())
                 .arg(read.dataset->sources.size()));
    QCOMPARE(outcome.code, int(cli::Ok));
}

void TestCommands::reportsABrokenFileWithItsPlace()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"format\": \"dealscape\",\n  \"version\": 1,\n  \"organizations\": 7\n}\n");
    file.close();
    const Outcome checked = run(QStringLiteral("validate ") + path);
    QCOMPARE(checked.code, int(cli::Findings));
    QVERIFY2(checked.out.contains(path + QStringLiteral(":4:20: error: ")), qPrintable(checked.out));
    QVERIFY2(checked.out.contains(QLatin1String("[/organizations]")), qPrintable(checked.out));
    const Outcome summed = run(QStringLiteral("summary ") + path);
    QCOMPARE(summed.code, int(cli::CannotRead));
    QVERIFY(summed.err.contains(QLatin1String(":4:20: error: ")));
}

void TestCommands::exportsThumbnails()
{
    QTemporaryDir folder;
    // File managers choose names without an ending.
    const QString path = folder.filePath(QStringLiteral("thumbnail"));
    QCOMPARE(run(QStringLiteral("export --thumbnail 96 -o %1").arg(path)).code, int(cli::Ok));
    const QImage picture(path, "png");
    QCOMPARE(picture.size(), QSize(96, 96));
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            colours.insert(picture.pixel(x, y));
    QVERIFY(colours.size() > 100);
}

void TestCommands::thePageOfTheManualIsMadeFromTheTable()
{
    QFile page(QStringLiteral(":/manual/command-line.md"));
    resources::open();
    QVERIFY(page.open(QIODevice::ReadOnly));
    // resources/manual/pictures.sh writes it anew.
    QCOMPARE(QString::fromUtf8(page.readAll()), run("man --markdown").out);
}

void TestCommands::exportsTheSizeAsked()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.png"));
    for (const QSize size : {QSize(1280, 720), QSize(2560, 1440)}) {
        const Outcome outcome = run(
            QStringLiteral("export --tier 1 --theme dark --lens power --size %1x%2 -o %3").arg(size.width()).arg(size.height()).arg(path));
        QCOMPARE(outcome.code, int(cli::Ok));
        QCOMPARE(QImage(path).size(), size);
    }
}

void TestCommands::exportsSeveralFilesAtOnce()
{
    QTemporaryDir folder;
    const auto path = [&](const char *suffix) { return folder.filePath(QStringLiteral("picture.") + QLatin1String(suffix)); };
    const Outcome outcome = run(QStringLiteral("export --mm 150x100 --dpi 200 --transparent --outlines --title Deals --author Desk "
                                               "-o %1 -o %2 -o %3")
                                    .arg(path("png"), path("svg"), path("pdf")));
    QCOMPARE(outcome.code, int(cli::Ok));
    QCOMPARE(outcome.out.count(u'\n'), 3);
    const QImage image(path("png"));
    QCOMPARE(image.size(), QSize(1181, 787));
    QCOMPARE(image.dotsPerMeterX(), 7874);
    QCOMPARE(image.pixel(0, 0), qRgba(0, 0, 0, 0));
    QFile svg(path("svg"));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    QVERIFY(text.contains("width=\"150mm\"") && text.contains("<title>Deals</title>") && !text.contains("<text"));
    QVERIFY(QFile(path("pdf")).size() > 10000);
}

void TestCommands::exportsTheViewOfAPicture()
{
    QTemporaryDir folder;
    const QString first = folder.filePath(QStringLiteral("first.png"));
    const QString second = folder.filePath(QStringLiteral("second.png"));
    QCOMPARE(run(QStringLiteral("export --lens power --focus oracle --layout orbit --size 960x600 -o %1").arg(first)).code, int(cli::Ok));
    const Outcome again = run(QStringLiteral("export --like %1 --size 960x600 -o %2").arg(first, second));
    QCOMPARE(again.code, int(cli::Ok));
    QVERIFY(again.err.isEmpty());
    QCOMPARE(QImage(second), QImage(first));
    QCOMPARE(run(QStringLiteral("export --like %1 --lens value --size 960x600 -o %2").arg(first, second)).code, int(cli::Ok));
    QVERIFY(QImage(second) != QImage(first));
}

void TestCommands::leavesPartsOut()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.svg"));
    const auto texts = [&](const char *without) {
        const QString line = QStringLiteral("export %1 -o %2").arg(QLatin1String(without), path);
        QFile file(path);
        return run(line).code == cli::Ok && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const QString whole = texts("");
    for (const char *words : {"Organisations, by layer", "As of ", "Sources, numbered on the edges", "Paid, completed"})
        QVERIFY2(whole.contains(QLatin1String(words)), words);
    const QString bare = texts("--without title,strip,legend --without filter,as-of,sources");
    QVERIFY(bare.contains(QStringLiteral("Oracle")));
    for (const char *words : {"Organisations, by layer", "As of ", "Sources, numbered on the edges", "Paid, completed"})
        QVERIFY2(!bare.contains(QLatin1String(words)), words);
    QVERIFY(texts("--whole").size() > whole.size());
}

void TestCommands::describesWhatItDraws()
{
    const QJsonObject geometry = run(QStringLiteral("geometry --tier 1 --size 1920x1080 --json ") + sample::frozenPath()).json();
    const QJsonArray nodes = geometry[QLatin1String("nodes")].toArray();
    QCOMPARE(nodes.size(), 26);
    QCOMPARE(geometry[QLatin1String("edges")].toArray().size(), 34);
    const QRectF frame = box(geometry[QLatin1String("frame")]);
    QVERIFY(QRectF(0, 0, 1920, 1080).contains(frame));
    for (const auto &node : nodes) {
        const double r = node[QLatin1String("radius")].toDouble();
        const QPointF centre(node[QLatin1String("x")].toDouble(), node[QLatin1String("y")].toDouble());
        QVERIFY(r > 0 && frame.contains(QRectF(centre - QPointF(r, r), QSizeF(2 * r, 2 * r))));
    }
    for (const auto &label : geometry[QLatin1String("labels")].toArray())
        QVERIFY(!label[QLatin1String("shown")].toBool() || frame.contains(box(label[QLatin1String("box")])));
    QCOMPARE(run(QStringLiteral("geometry --tier 1 --size 1920x1080 --json ") + sample::frozenPath()).json(), geometry);
}

void TestCommands::readsAFileOfAnotherIndustry()
{
    const QString path = testing::shippedData() + QStringLiteral("/example-offshore-wind.json");
    QCOMPARE(run(QStringLiteral("validate ") + path).code, int(cli::Ok));
    const QJsonObject geometry = run(QStringLiteral("geometry --json ") + path).json();
    QVERIFY(geometry[QLatin1String("nodes")].toArray().size() >= 10);
}

void TestCommands::findsTheKnownLoops()
{
    const QJsonArray loops = run(QStringLiteral("loops --json ") + sample::frozenPath()).json()[QLatin1String("loops")].toArray();
    QCOMPARE(loops.size(), 36);
    int known = 0;
    QStringList leading;
    for (const auto &loop : loops) {
        if (loop[QLatin1String("smallestLeg")].isNull())
            continue;
        ++known;
        QStringList names{QString::number(loop[QLatin1String("smallestLeg")].toDouble() / 1e9)};
        for (const auto &id : loop[QLatin1String("organizations")].toArray())
            names += id.toString();
        QCOMPARE(loop[QLatin1String("legs")].toArray().size(), names.size() - 1);
        if (leading.size() < 5)
            leading += names.join(QLatin1Char(' '));
    }
    QCOMPARE(known, 11);
    QCOMPARE(leading,
             (QStringList{QStringLiteral("50 amazon openai"), QStringLiteral("40 google anthropic"), QStringLiteral("33 amazon anthropic"),
                          QStringLiteral("30 nvidia openai oracle"), QStringLiteral("13 microsoft openai")}));
}

void TestCommands::measuresTheNetwork()
{
    const QJsonObject metrics = run(QStringLiteral("metrics --json")).json();
    for (const char *key : {"circularity", "reciprocity", "finnCyclingIndex"}) {
        const double share = metrics[QLatin1String(key)].toDouble(-1);
        QVERIFY2(share > 0 && share < 1, key);
    }
    QVERIFY(metrics[QLatin1String("circularity")].toDouble() >= metrics[QLatin1String("reciprocity")].toDouble());
    bool openai = false;
    for (const auto &party : metrics[QLatin1String("organizations")].toArray())
        openai = openai || (party[QLatin1String("id")] == QLatin1String("openai") && party[QLatin1String("returnShare")].toDouble() > 0);
    QVERIFY(openai);
    QVERIFY(run(QStringLiteral("metrics")).out.contains(QLatin1String("circularity")));
}

void TestCommands::schedulesWithoutLosingMoney()
{
    const auto compute =
        run(QStringLiteral("schedule --of openai --json ") + sample::frozenPath()).json()[QLatin1String("value")][QLatin1String("compute")];
    double sum = 0;
    for (const auto &year : compute[QLatin1String("years")].toArray())
        sum += year[QLatin1String("high")].toDouble() / 1e9;
    // Oracle 300, Amazon 38 and 100, CoreWeave 11.9 and 4, Cerebras 30: those with a value and a complete term.
    QCOMPARE(sum, 483.9);
    QVERIFY(!compute[QLatin1String("unscheduled")].toArray().isEmpty());
}

void TestCommands::playsAFailure_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("measure");
    QTest::newRow("direct") << "losses"
                            << "unpaid";
    QTest::newRow("clearing") << "parties"
                              << "paid";
    QTest::newRow("debtrank") << "parties"
                              << "distress";
}

void TestCommands::playsAFailure()
{
    QFETCH(QString, list);
    QFETCH(QString, measure);
    const QString line = QStringLiteral("whatif --fail openai --model %1").arg(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(run(line).out.startsWith(QLatin1String("Scenario: OpenAI fails")));
    const QJsonObject result = run(line + QStringLiteral(" --json")).json();
    QCOMPARE(result[QLatin1String("scenario")][QLatin1String("fails")].toString(), QStringLiteral("openai"));
    const QJsonArray rows = result[list].toArray();
    QVERIFY(rows.size() > 1);
    bool oracle = false;
    for (const auto &row : rows) {
        QVERIFY(!row[measure].isUndefined());
        oracle = oracle || row[QLatin1String("id")] == QLatin1String("oracle");
    }
    QVERIFY(oracle);
}

DEALSCAPE_TEST(TestCommands, QApplication)
#include "test_commands.moc"
