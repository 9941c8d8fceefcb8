// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace dealscape;
using namespace dealscape::io;
using samples::Document;

namespace {

std::string repeated(const std::string &text, std::size_t count)
{
    std::string all;
    all.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

} // namespace

class LimitsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void depth_data();
    void depth();
    void bottomlessNesting_data();
    void bottomlessNesting();
    void bytes();
    void issues_data();
    void issues();
    void errorsAreShownBeforeWarnings();
    void valuesOfARecord();
    void manyMembersOfOneObject_data();
    void manyMembersOfOneObject();
    void manyRecordsWithOneFault();
    void strayBytesEverywhere();
    void longTexts();
    void progressRisesToTheEnd();
    void cancelledReadingGivesNothing();
};

void LimitsTest::depth_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("close");
    QTest::addColumn<int>("levels");
    QTest::newRow("lists at the top") << QByteArray(", \"x\": ") << QByteArray("[") << QByteArray("]") << 1;
    QTest::newRow("objects at the top") << QByteArray(", \"x\": ") << QByteArray("{\"a\":") << QByteArray("}") << 1;
}

void LimitsTest::depth()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, open);
    QFETCH(QByteArray, close);
    QFETCH(int, levels);
    for (int depth : {62, 63, 64, 65}) {
        const int more = depth - levels;
        const std::string nest = open.repeated(more).toStdString() + "1" + close.repeated(more).toStdString();
        const ReadResult result = samples::read(Document{.top = before.toStdString() + nest}.text());
        QCOMPARE(result.dataset.has_value(), depth <= 64);
        if (depth > 64) {
            QCOMPARE(result.issues.size(), std::size_t(1));
            QCOMPARE(result.issues[0].text, std::string("nested more than 64 levels deep"));
        }
    }
}

void LimitsTest::bottomlessNesting_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("lists") << QByteArray("[");
    QTest::newRow("objects") << QByteArray("{\"a\":");
    QTest::newRow("both") << QByteArray("[{\"a\":");
}

void LimitsTest::bottomlessNesting()
{
    QFETCH(QByteArray, piece);
    const std::string deep = piece.repeated(300'000).toStdString();
    for (const std::string &text : {deep, "{\"x\":" + deep, "{\"deals\":[" + deep}) {
        const ReadResult result = samples::read(text);
        QVERIFY(!result.dataset);
        QCOMPARE(result.issues.size(), std::size_t(1));
    }
}

void LimitsTest::bytes()
{
    const std::string text = Document().text();
    ReadLimits limits;
    limits.bytes = text.size();
    QVERIFY(readDataset(text, "f", limits).dataset.has_value());
    limits.bytes = text.size() - 1;
    const ReadResult result = readDataset(text, "f", limits);
    QVERIFY(!result.dataset);
    QCOMPARE(samples::described(result), QStringList(QString("f:1:1: error: the file is larger than %1 bytes []").arg(text.size() - 1)));
}

void LimitsTest::issues_data()
{
    QTest::addColumn<int>("faults");
    QTest::addColumn<int>("limit");
    QTest::newRow("below") << 9 << 10;
    QTest::newRow("at") << 10 << 10;
    QTest::newRow("above") << 11 << 10;
    QTest::newRow("far above") << 5000 << 100;
    QTest::newRow("none wanted") << 3 << 0;
}

void LimitsTest::issues()
{
    QFETCH(int, faults);
    QFETCH(int, limit);
    const std::string notes = repeated("1,", static_cast<std::size_t>(faults - 1)) + "1";
    ReadLimits limits;
    limits.issues = static_cast<std::size_t>(limit);
    const ReadResult result = readDataset(Document{.top = ", \"notes\": [" + notes + "]"}.text(), "f", limits);
    QVERIFY(!result.dataset);
    QCOMPARE(static_cast<int>(result.issues.size()), std::min(faults, limit));
    QCOMPARE(result.truncated, faults > limit);
}

void LimitsTest::errorsAreShownBeforeWarnings()
{
    std::string sources = "\"s\"";
    for (int i = 0; i < 200; ++i)
        sources += ", \"s\"";
    std::string text = Document{.top = ", \"notes\": [5]"}.text();
    text.replace(text.find("[\"s\"]"), 5, "[" + sources + "]");
    const ReadResult result = samples::read(text);
    QVERIFY(!result.dataset);
    QVERIFY(result.truncated);
    QCOMPARE(result.issues.size(), std::size_t(100));
    QVERIFY(result.issues.back().severity == Severity::Error);
    QCOMPARE(result.issues.back().pointer, std::string("/notes/0"));
}

void LimitsTest::valuesOfARecord()
{
    ReadLimits limits;
    limits.recordValues = 40;
    const auto read = [&](std::size_t extra) {
        return readDataset(Document{.deal = ", \"x\": [" + repeated("1,", extra) + "1]"}.text(), "f", limits);
    };
    QVERIFY(read(5).dataset.has_value());
    const ReadResult result = read(60);
    QVERIFY(!result.dataset);
    QCOMPARE(result.issues.back().text, std::string("more than 40 values in one record"));
    QCOMPARE(result.issues.back().pointer, std::string("/deals/0/x"));
}

void LimitsTest::manyMembersOfOneObject_data()
{
    QTest::addColumn<bool>("top");
    QTest::newRow("top") << true;
    QTest::newRow("inside") << false;
}

/// Fails by its time limit if looking for duplicates were quadratic.
void LimitsTest::manyMembersOfOneObject()
{
    QFETCH(bool, top);
    std::string members = "\"k\": 0";
    for (int i = 0; i < 200'000; ++i)
        members += ",\"k" + std::to_string(i) + "\":0";
    members += ", \"k7\": 1";
    const ReadResult result = samples::read(Document{.top = top ? "," + members : ", \"x\": {" + members + "}"}.text());
    QVERIFY(!result.dataset);
    QCOMPARE(result.issues.size(), std::size_t(1));
    QCOMPARE(result.issues[0].text, std::string("duplicate key \"k7\""));
    QCOMPARE(result.issues[0].pointer, std::string(top ? "/k7" : "/x/k7"));
}

void LimitsTest::manyRecordsWithOneFault()
{
    std::string organizations;
    for (int i = 0; i < 20'000; ++i)
        organizations += R"(,{"id": "o)" + std::to_string(i) + R"(", "name": "O", "layer": "clod"})";
    const std::string text = R"({"format": "dealscape", "version": 1, "organizations": [)" + organizations.substr(1) + "]}";
    const ReadResult result = samples::read(text);
    QVERIFY(!result.dataset);
    QVERIFY(result.truncated);
    QCOMPARE(result.issues.size(), std::size_t(100));
    QCOMPARE(result.issues[99].pointer, std::string("/organizations/99/layer"));
    QCOMPARE(result.issues[99].text, std::string("unknown layer \"clod\"; did you mean \"cloud\"?"));
}

void LimitsTest::strayBytesEverywhere()
{
    const ReadResult garbage = samples::read(std::string(1'000'000, '\xFF'));
    QCOMPARE(samples::described(garbage), QStringList("test.json:1:1: error: invalid UTF-8 []"));
    const ReadResult text = samples::read(Document{.top = ", \"title\": \"" + repeated("a\xFF", 500) + "\""}.text());
    QVERIFY(!text.dataset);
    QVERIFY(text.truncated);
    QCOMPARE(text.issues.size(), std::size_t(100));
    for (const Issue &issue : text.issues)
        QCOMPARE(issue.pointer, std::string("/title"));
}

void LimitsTest::longTexts()
{
    const std::string text(5'000'000, 'x');
    QCOMPARE(samples::sound(Document{.top = ", \"title\": \"" + text + "\""}.text()).title.size(), text.size());
    const std::string escaped = repeated("\\u00e9", 500'000);
    QCOMPARE(samples::sound(Document{.top = ", \"title\": \"" + escaped + "\""}.text()).title.size(), std::size_t(1'000'000));
    const ReadResult unknown = samples::read(Document{.top = ", \"opening\": {\"lens\": \"" + text + "\"}"}.text());
    QVERIFY(unknown.issues.at(0).text.size() < 200);
}

void LimitsTest::progressRisesToTheEnd()
{
    std::string organizations;
    for (int i = 0; i < 5000; ++i)
        organizations += R"(,{"id": "o)" + std::to_string(i) + R"(", "name": "O", "layer": "cloud"})";
    const std::string text = R"({"format": "dealscape", "version": 1, "organizations": [)" + organizations.substr(1) + "]}";
    std::vector<double> shares;
    const ReadResult result = readDataset(text, "f", {}, {[&](double share) { shares.push_back(share); }, {}});
    QVERIFY(result.dataset.has_value());
    QVERIFY(shares.size() >= 5);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QVERIFY(shares.front() > 0 && shares.front() < 0.2);
    QVERIFY(shares.back() > 0.8 && shares.back() <= 1);
    int asked = 0;
    const ReadResult stopped = readDataset(text, "f", {}, {{}, [&] { return ++asked == 2; }});
    QVERIFY(!stopped.dataset);
    QVERIFY(stopped.issues.empty());
    QCOMPARE(asked, 2);
}

void LimitsTest::cancelledReadingGivesNothing()
{
    std::string organizations;
    for (int i = 0; i < 600; ++i)
        organizations += ",{}";
    const std::string text = R"({"format": "dealscape", "version": 1, "organizations": [)" + organizations.substr(1) + "]}";
    const ReadResult result = readDataset(text, "f", {}, {{}, [] { return true; }});
    QVERIFY(!result.dataset);
    QVERIFY(result.issues.empty());
    QVERIFY(!result.truncated);
}

DEALSCAPE_TEST(LimitsTest, dealscape::testing::NoApplication)
#include "test_limits.moc"
