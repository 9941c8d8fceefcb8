// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include <string>

using namespace dealscape::io;

class UnknownTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void warnsOfANearMiss_data();
    void warnsOfANearMiss();
    void staysSilent_data();
    void staysSilent();
    void realDatasetsAreClean_data();
    void realDatasetsAreClean();
    void namesTheNulByte_data();
    void namesTheNulByte();
};

void UnknownTest::warnsOfANearMiss_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const samples::Document &document, const char *says) {
        QTest::newRow(name) << QString::fromStdString(document.text()) << QString::fromUtf8(says);
    };
    row("deal", {.deal = R"(, "parst": [])"}, "warning: unknown member \"parst\", kept as it is; did you mean \"parts\"? [/deals/0/parst]");
    row("value", {.value = R"("low": 1, "high": 2, "payd": 1)"},
        "warning: unknown member \"payd\", kept as it is; did you mean \"paid\"? [/deals/0/value/payd]");
    row("organisation", {.organization = R"(, "countri": "US")"},
        "warning: unknown member \"countri\", kept as it is; did you mean \"country\"? [/organizations/0/countri]");
    row("document", {.top = R"(, "storys": [])"}, "warning: unknown member \"storys\", kept as it is; did you mean \"stories\"? [/storys]");
}

void UnknownTest::warnsOfANearMiss()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const ReadResult result = samples::read(text.toStdString());
    QVERIFY(result.dataset);
    const QStringList issues = samples::described(result);
    QCOMPARE(issues.size(), 1);
    QVERIFY2(issues[0].endsWith(says), qPrintable(issues[0]));
}

void UnknownTest::staysSilent_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const samples::Document &document) {
        QTest::newRow(name) << QString::fromStdString(document.text());
    };
    row("names of another program", {.top = R"(, "zz": 1)", .organization = R"(, "crmNumber": 7)", .deal = R"(, "oddity": {"parst": 1})"});
    row("near to a member that is there", {.deal = R"(, "payers": "b", "kinds": 1)"});
}

void UnknownTest::staysSilent()
{
    QFETCH(QString, text);
    const ReadResult result = samples::read(text.toStdString());
    QVERIFY(result.dataset);
    QCOMPARE(samples::described(result), QStringList());
}

void UnknownTest::realDatasetsAreClean_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"ai-infrastructure.json", "example-offshore-wind.json"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void UnknownTest::realDatasetsAreClean()
{
    QFETCH(QString, name);
    QCOMPARE(samples::described(samples::read(samples::dataset(qPrintable(name)))), QStringList());
}

void UnknownTest::namesTheNulByte_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("before a key") << QByteArray("{\"format\": \"dealscape\",\n  ") << QByteArray("\"version\": 1}");
    QTest::newRow("before a value") << QByteArray("{\"format\": \"dealscape\",\n  \"version\": ") << QByteArray("1}");
    QTest::newRow("before a comma") << QByteArray("{\"format\": \"dealscape\"") << QByteArray(", \"version\": 1}");
    QTest::newRow("in a text") << QByteArray("{\"format\": \"dealscape\",\n\"title\": \"a") << QByteArray("b\"}");
}

void UnknownTest::namesTheNulByte()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const ReadResult result = samples::read((before + '\0' + after).toStdString());
    QVERIFY(!result.dataset);
    const Issue &issue = result.issues.back();
    QVERIFY2(issue.text.find("control character U+0000 (NUL)") != std::string::npos, describe(issue).c_str());
    QCOMPARE(issue.line, static_cast<int>(before.count('\n')) + 1);
    QCOMPARE(issue.column, static_cast<int>(before.size() - before.lastIndexOf('\n')));
}

DEALSCAPE_TEST(UnknownTest, dealscape::testing::NoApplication)
#include "test_unknown.moc"
