// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "io/migrate.h"

#include <array>
#include <string>

using namespace dealscape::io;

namespace {

std::string appendA(std::string_view document)
{
    return std::string(document) + "a";
}

std::string appendB(std::string_view document)
{
    return std::string(document) + "b";
}

/// Out of order, and without a step from 5.
constexpr std::array<Migration, 3> steps = {Migration{4, appendA}, Migration{3, appendB}, Migration{6, appendA}};

} // namespace

class MigrateTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreTakenInTurn_data();
    void stepsAreTakenInTurn();
    void theOnlyVersionNeedsNoStep();
    void versionsOfFiles_data();
    void versionsOfFiles();
    void versionSilencesOtherIssues();
    void versionMayStandAnywhere();
};

void MigrateTest::stepsAreTakenInTurn_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("none") << 4 << 4 << QByteArray("x") << QByteArray();
    QTest::newRow("one") << 4 << 5 << QByteArray("xa") << QByteArray();
    QTest::newRow("two") << 3 << 5 << QByteArray("xba") << QByteArray();
    QTest::newRow("gap") << 3 << 7 << QByteArray() << QByteArray("format version 5 cannot be read");
    QTest::newRow("too old") << 1 << 5 << QByteArray() << QByteArray("format version 1 cannot be read");
    QTest::newRow("never was") << -1 << 5 << QByteArray() << QByteArray("format version -1 cannot be read");
    QTest::newRow("newer") << 6 << 5 << QByteArray() << QByteArray("format version 6 is newer than 5");
}

void MigrateTest::stepsAreTakenInTurn()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, error);
    const auto result = migrate("x", from, to, steps);
    QCOMPARE(result.has_value(), error.isEmpty());
    if (result)
        QCOMPARE(QByteArray::fromStdString(*result), document);
    else
        QCOMPARE(QByteArray::fromStdString(result.error()), error);
}

void MigrateTest::theOnlyVersionNeedsNoStep()
{
    QCOMPARE(currentVersion, 1);
    QVERIFY(migrations().empty());
    QCOMPARE(migrate("x", currentVersion).value(), std::string("x"));
    QVERIFY(!migrate("x", 0));
}

void MigrateTest::versionsOfFiles_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("issue");
    QTest::newRow("current") << QByteArray("1") << QByteArray();
    QTest::newRow("next") << QByteArray("2")
                          << QByteArray("error: made by a newer version of Dealscape: format version 2, this one reads up to 1 [/version]");
    QTest::newRow("far")
        << QByteArray("99999999999")
        << QByteArray("error: made by a newer version of Dealscape: format version 99999999999, this one reads up to 1 [/version]");
    QTest::newRow("zero") << QByteArray("0") << QByteArray("error: format version 0 cannot be read [/version]");
    QTest::newRow("negative") << QByteArray("-1") << QByteArray("error: format version -1 cannot be read [/version]");
    QTest::newRow("fraction") << QByteArray("1.0")
                              << QByteArray("error: expected a whole number, found a number with a fraction or exponent [/version]");
    QTest::newRow("text") << QByteArray("\"1\"") << QByteArray("error: expected a whole number, found text [/version]");
    QTest::newRow("huge") << QByteArray("99999999999999999999")
                          << QByteArray("error: expected a whole number, found a number outside 64 bits [/version]");
}

void MigrateTest::versionsOfFiles()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, issue);
    const ReadResult result = samples::read("{\"format\": \"dealscape\",\n  \"version\": " + version.toStdString() + "}");
    QCOMPARE(result.dataset.has_value(), issue.isEmpty());
    QCOMPARE(samples::described(result), issue.isEmpty() ? QStringList() : QStringList("test.json:2:14: " + QString::fromUtf8(issue)));
}

void MigrateTest::versionSilencesOtherIssues()
{
    // What a newer version means by its members is not known here.
    const ReadResult result = samples::read(R"({"format": "dealscape", "title": 5, "deals": [7, {}], "version": 3, "notes": 1})");
    QCOMPARE(result.issues.size(), std::size_t(1));
    QCOMPARE(result.issues[0].pointer, std::string("/version"));
}

void MigrateTest::versionMayStandAnywhere()
{
    QVERIFY(samples::read(R"({"title": "T", "version": 1, "format": "dealscape"})").dataset.has_value());
    QCOMPARE(samples::described(samples::read("{\"version\": 1}")),
             QStringList("test.json:1:1: error: this is no Dealscape file: missing member \"format\" []"));
    QCOMPARE(samples::described(samples::read("{\"type\": \"FeatureCollection\", \"format\": 3}")),
             QStringList("test.json:1:41: error: this is no Dealscape file: its format must be \"dealscape\" [/format]"));
}

DEALSCAPE_TEST(MigrateTest, dealscape::testing::NoApplication)
#include "test_migrate.moc"
