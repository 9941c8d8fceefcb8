// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcome.h"

#include "testmain.h"
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <QTest>

#include <cmath>
#include <ostream>
#include <sstream>
#include <streambuf>

using namespace dealscape;

namespace {

QString broken(const QString &name)
{
    return testing::shippedData() + QStringLiteral("/../tests/io/data/") + name;
}

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QStringList keys(const QJsonValue &value)
{
    return value.toObject().keys();
}

/// A disk that is full.
class Full : public std::streambuf {
    int overflow(int) override { return traits_type::eof(); }
};

} // namespace

/// What other programs rely on: exit codes, keys, and that figures of one answer agree with one another.
class TestContract : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void summaryHasItsKeys();
    void sumsAddUp_data();
    void sumsAddUp();
    void tiersAddDeals();
    void geometryHasItsKeys();
    void geometryHoldsTogether_data();
    void geometryHoldsTogether();
    void focusKeepsNeighboursOnly();
    void lensesChangeEdgesAndThemesNothing();
    void everyBrokenFileIsFound();
    void soundFileOpensEverywhere();
    void unreadableInput_data();
    void unreadableInput();
    void warningsDoNotStop();
    void namesOfFilesMayBeOdd();
    void unwritableOutput_data();
    void unwritableOutput();
    void fullDisk_data();
    void fullDisk();
    void exportReplacesAFile();
    void helpOfAllNamesAll();
};

void TestContract::summaryHasItsKeys()
{
    const QJsonObject summary = run("summary --json").json();
    for (const char *key : {"article", "asOf", "claims", "countedWithoutPublishedValue", "deals", "edges", "organizations", "overlapGroups",
                            "power", "sources", "tier", "title", "value"})
        QVERIFY2(summary.contains(QLatin1String(key)), key);
    QCOMPARE(keys(summary["value"]),
             QStringList({"capital", "compute", "data-centre", "energy", "equity-instrument", "guarantee", "hardware", "licence", "policy",
                          "revenue-share"}));
    QCOMPARE(keys(summary["power"]), QStringList({"chips", "cloud", "energy-supply", "site"}));
    for (const char *part : {"value", "power"})
        for (const QJsonValue &total : summary[part].toObject()) {
            QCOMPARE(keys(total), QStringList({"byCertainty", "countedOnce", "gross"}));
            QCOMPARE(keys(total["gross"]), QStringList({"deals", "high", "low", "unpublished"}));
            QCOMPARE(keys(total["byCertainty"]), QStringList({"announced", "binding", "cancelled", "paid", "potential"}));
        }
    QVERIFY(summary["tier"].isNull());
    QCOMPARE(run("summary --tier 2 --json").json()["tier"].toInt(), 2);
}

void TestContract::sumsAddUp_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("all") << QStringList();
    QTest::newRow("tier 1") << QStringList({"--tier", "1"});
    QTest::newRow("tier 2") << QStringList({"--tier", "2"});
    QTest::newRow("another industry") << QStringList({testing::shippedData() + QStringLiteral("/example-offshore-wind.json")});
}

void TestContract::sumsAddUp()
{
    QFETCH(QStringList, arguments);
    const QJsonObject summary = run(QStringList({"summary", "--json"}) + arguments).json();
    double most = 0;
    for (const char *part : {"value", "power"})
        for (const QJsonValue &total : summary[part].toObject())
            for (const char *bound : {"low", "high"}) {
                double sum = 0;
                for (const QJsonValue &certainty : total["byCertainty"].toObject())
                    sum += certainty[bound].toDouble();
                // Every dollar has one certainty, and what counts is no more than what was said.
                QCOMPARE(sum, total["countedOnce"][bound].toDouble());
                QVERIFY(total["countedOnce"][bound].toDouble() <= total["gross"][bound].toDouble());
                QVERIFY(total["gross"]["low"].toDouble() <= total["gross"]["high"].toDouble());
                QVERIFY(total["countedOnce"]["deals"].toInt() <= total["gross"]["deals"].toInt());
                most = std::max(most, sum);
            }
    QVERIFY(most > 0);
    QVERIFY(summary["edges"].toInt() <= summary["deals"].toInt());
}

void TestContract::tiersAddDeals()
{
    int before = 0;
    for (const int tier : {1, 2, 3, 9}) {
        const int deals = run(QStringList({"summary", "--json", "--tier", QString::number(tier)})).json()["deals"].toInt();
        QVERIFY(deals >= before);
        before = deals;
    }
    QCOMPARE(before, run(QStringList({"summary", "--json"})).json()["deals"].toInt());
}

void TestContract::geometryHasItsKeys()
{
    const QJsonObject geometry = run("geometry --size 1280x720 --json").json();
    QCOMPARE(geometry.keys(), QStringList({"edges", "frame", "labels", "nodes"}));
    QCOMPARE(keys(geometry["frame"]), QStringList({"h", "w", "x", "y"}));
    for (const QJsonValue &node : geometry["nodes"].toArray())
        QCOMPARE(keys(node), QStringList({"id", "radius", "x", "y"}));
    for (const QJsonValue &label : geometry["labels"].toArray()) {
        QCOMPARE(keys(label), QStringList({"box", "of", "shown", "text"}));
        QCOMPARE(keys(label["box"]), QStringList({"h", "w", "x", "y"}));
        QVERIFY(label["shown"].isBool() && label["text"].isString());
    }
    for (const QJsonValue &edge : geometry["edges"].toArray()) {
        QCOMPARE(keys(edge), QStringList({"deals", "from", "points", "to", "width"}));
        for (const QJsonValue &point : edge["points"].toArray())
            QCOMPARE(point.toArray().size(), 2);
    }
}

void TestContract::geometryHoldsTogether_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("as opened") << QStringList();
    QTest::newRow("tier 1") << QStringList({"--tier", "1"});
    QTest::newRow("power") << QStringList({"--lens", "power"});
    QTest::newRow("supply chain") << QStringList({"--layout", "supply-chain", "--tier", "1"});
    QTest::newRow("small") << QStringList({"--size", "640x400"});
    QTest::newRow("another industry") << QStringList({testing::shippedData() + QStringLiteral("/example-offshore-wind.json")});
}

void TestContract::geometryHoldsTogether()
{
    QFETCH(QStringList, arguments);
    const QJsonObject geometry = run(QStringList({"geometry", "--json"}) + arguments).json();
    QMap<QString, QJsonObject> nodes;
    for (const QJsonValue &node : geometry["nodes"].toArray())
        nodes[node["id"].toString()] = node.toObject();
    QCOMPARE(nodes.size(), geometry["nodes"].toArray().size());
    QVERIFY(nodes.size() > 5);
    const auto distance = [](const QJsonValue &point, const QJsonObject &node) {
        return std::hypot(point[0].toDouble() - node["x"].toDouble(), point[1].toDouble() - node["y"].toDouble());
    };
    QStringList deals;
    for (const QJsonValue &edge : geometry["edges"].toArray()) {
        QVERIFY(nodes.contains(edge["from"].toString()) && nodes.contains(edge["to"].toString()));
        QVERIFY(!edge["deals"].toArray().isEmpty() && edge["width"].toDouble() > 0);
        for (const QJsonValue &deal : edge["deals"].toArray())
            deals += deal.toString();
        const QJsonArray points = edge["points"].toArray();
        QVERIFY(points.size() >= 2);
        for (const auto &[point, id] : {std::pair(points.first(), edge["from"]), std::pair(points.last(), edge["to"])}) {
            const QJsonObject node = nodes[id.toString()];
            const double off = distance(point, node) - node["radius"].toDouble();
            QVERIFY2(off > -1 && off < 40, qPrintable(QStringLiteral("%1 ends %2 off").arg(deals.last()).arg(off)));
        }
    }
    QCOMPARE(deals.removeDuplicates(), 0);
    const QStringList ids = nodes.keys();
    for (int i = 0; i < ids.size(); ++i)
        for (int j = i + 1; j < ids.size(); ++j) {
            const QJsonObject a = nodes[ids[i]];
            const QJsonObject b = nodes[ids[j]];
            const double apart = std::hypot(a["x"].toDouble() - b["x"].toDouble(), a["y"].toDouble() - b["y"].toDouble());
            QVERIFY(apart >= a["radius"].toDouble() + b["radius"].toDouble() - 0.01);
        }
}

void TestContract::focusKeepsNeighboursOnly()
{
    const auto ids = [](const Outcome &outcome) {
        QSet<QString> found;
        for (const QJsonValue &node : outcome.json()["nodes"].toArray())
            found += node["id"].toString();
        return found;
    };
    QSet<QString> partners = {QStringLiteral("nvidia")};
    for (const QJsonValue &edge : run("geometry --json").json()["edges"].toArray()) {
        if (edge["from"] == QLatin1String("nvidia"))
            partners += edge["to"].toString();
        if (edge["to"] == QLatin1String("nvidia"))
            partners += edge["from"].toString();
    }
    const QSet<QString> one = ids(run("geometry --focus nvidia --json"));
    QCOMPARE(one, partners);
    QCOMPARE(ids(run("geometry --focus nvidia --depth 1 --json")), one);
    const QSet<QString> two = ids(run("geometry --focus nvidia --depth 2 --json"));
    QVERIFY(two.contains(one) && two.size() > one.size());
}

void TestContract::lensesChangeEdgesAndThemesNothing()
{
    const auto edges = [](const char *line) { return run(line).json()["edges"].toArray(); };
    const QJsonArray value = edges("geometry --tier 1 --lens value --json");
    QVERIFY(!value.isEmpty());
    QVERIFY(edges("geometry --tier 1 --lens power --json") != value);
    QCOMPARE(edges("geometry --tier 1 --theme dark --json"), edges("geometry --tier 1 --theme light --json"));
}

void TestContract::everyBrokenFileIsFound()
{
    const QStringList names = QDir(broken("broken")).entryList({"*.json"});
    QVERIFY(names.size() >= 40);
    int refused = 0;
    for (const QString &name : names) {
        const QString path = broken("broken/" + name);
        const Outcome outcome = run({"validate", path});
        QCOMPARE(outcome.code, int(cli::Findings));
        const QStringList lines = outcome.out.split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1);
        static const QRegularExpression form(QStringLiteral("^:\\d+:\\d+: (error|warning): .+ \\[[^\\]]*\\]$"));
        QVERIFY2(lines[0].startsWith(path) && form.match(lines[0].mid(path.size())).hasMatch(), qPrintable(lines[0]));
        const bool error = lines[0].contains(QLatin1String(": error: "));
        for (const char *command : {"summary", "geometry", "loops"}) {
            const Outcome other = run({command, "--json", path});
            QCOMPARE(other.code, int(error ? cli::CannotRead : cli::Ok));
            QVERIFY(other.err.contains(lines[0]) && other.out.isEmpty() == error);
        }
        refused += error;
    }
    QVERIFY(refused >= 40);
}

void TestContract::soundFileOpensEverywhere()
{
    const QString path = broken("sound.json");
    QCOMPARE(run({"validate", path}).out, QStringLiteral("valid: 3 organisations, 2 deals, 2 sources\n"));
    for (const char *command : {"summary", "geometry", "loops", "metrics"})
        QCOMPARE(run({command, "--json", path}).code, int(cli::Ok));
}

void TestContract::unreadableInput_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << ":1:1: error: the file is empty []";
    QTest::newRow("blanks") << QByteArray(" \n\t\n") << ":1:1: error: the file is empty []";
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << ":1:1: error: ";
    QTest::newRow("a list") << QByteArray("[1]") << ":1:1: error: expected an object at the top of the file []";
    QTest::newRow("another program's") << QByteArray("{\"nodes\": []}")
                                       << ":1:1: error: this is no Dealscape file: missing member \"format\" []";
    QTest::newRow("newer") << QByteArray("{\"format\": \"dealscape\", \"version\": 99}") << "made by a newer version of Dealscape";
}

void TestContract::unreadableInput()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    QTemporaryDir folder;
    const QString path = written(folder, "file.json", bytes);
    const Outcome checked = run({"validate", path});
    QCOMPARE(checked.code, int(cli::Findings));
    QVERIFY2(checked.out.contains(says), qPrintable(checked.out));
    const Outcome summed = run({"summary", path});
    QCOMPARE(summed.code, int(cli::CannotRead));
    QVERIFY(summed.err.contains(says) && summed.out.isEmpty());
    const Outcome drawn = run({"export", path, "-o", folder.filePath("x.png")});
    QCOMPARE(drawn.code, int(cli::CannotRead));
    QVERIFY(!QFile::exists(folder.filePath("x.png")));
}

void TestContract::warningsDoNotStop()
{
    const QString path = broken("broken/warning-http.json");
    const Outcome outcome = run({"summary", "--json", path});
    QCOMPARE(outcome.code, int(cli::Ok));
    QVERIFY(outcome.err.contains(QLatin1String(": warning: ")));
    QVERIFY(!outcome.json().isEmpty());
}

void TestContract::namesOfFilesMayBeOdd()
{
    QTemporaryDir folder;
    QFile sound(broken("sound.json"));
    QVERIFY(sound.open(QIODevice::ReadOnly));
    const QByteArray bytes = sound.readAll();
    for (const QString &name :
         {QStringLiteral("two words.json"), QStringLiteral("測試 é.json"), QStringLiteral("no suffix"), QStringLiteral("a:1:2.json")})
        QCOMPARE(run({"validate", written(folder, name, bytes)}).code, int(cli::Ok));
    QCOMPARE(run({"validate", "--", written(folder, "-dash.json", bytes)}).code, int(cli::Ok));
}

void TestContract::unwritableOutput_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {"png", "svg", "pdf"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void TestContract::unwritableOutput()
{
    QFETCH(QString, suffix);
    QTemporaryDir folder;
    const QString taken = folder.filePath("taken." + suffix);
    QVERIFY(QDir().mkdir(taken));
    for (const QString &path : {taken, folder.filePath("missing/x." + suffix), taken + "/x." + suffix + "/y." + suffix}) {
        const Outcome outcome = run({"export", "--tier", "1", "-o", path});
        QCOMPARE(outcome.code, int(cli::CannotWrite));
        QVERIFY2(outcome.err.contains(path), qPrintable(outcome.err));
        QVERIFY(outcome.out.isEmpty());
    }
}

void TestContract::fullDisk_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *line : {"validate", "summary", "summary --json", "geometry --json", "loops", "metrics --json", "--help", "--version"})
        QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '));
}

void TestContract::fullDisk()
{
    QFETCH(QStringList, arguments);
    Full full;
    std::ostream out(&full);
    std::ostringstream err;
    QCOMPARE(cli::run(arguments, out, err), int(cli::CannotWrite));
    QCOMPARE(QString::fromStdString(err.str()), QStringLiteral("dealscape: cannot write the output\n"));
}

void TestContract::exportReplacesAFile()
{
    QTemporaryDir folder;
    const QString path = written(folder, "picture.png", "no picture");
    QCOMPARE(run({"export", "--tier", "1", "--size", "400x300", "-o", path}).code, int(cli::Ok));
    QCOMPARE(QImage(path).size(), QSize(400, 300));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("picture.png"));
}

void TestContract::helpOfAllNamesAll()
{
    const QString help = run("--help").out;
    for (const char *command : {"validate", "summary", "export", "geometry", "loops", "metrics", "schedule", "whatif", "chart"})
        QVERIFY2(help.contains(QLatin1String("  ") + QLatin1String(command) + QLatin1Char(' ')), command);
    QVERIFY(help.contains(QLatin1String("Exit codes: 0")));
    QCOMPARE(run("help").out, help);
    QCOMPARE(run(QStringList()).out, help);
}

DEALSCAPE_TEST(TestContract, QApplication)
#include "test_contract.moc"
