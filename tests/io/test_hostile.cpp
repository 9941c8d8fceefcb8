// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "io/perspectivetext.h"
#include "io/writer.h"

#include <ctime>
#include <string>

#include <sys/resource.h>

using namespace dealscape;
using namespace dealscape::io;

namespace {

std::string times(int count, const std::string &piece)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += (i ? "," : "") + piece;
    return text;
}

std::string numbered(int count, const std::string &before)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += (i ? "," : "") + ('"' + before + std::to_string(i) + '"');
    return text;
}

/// Processor seconds that reading a text takes.
double secondsOf(const std::string &text)
{
    const std::clock_t begin = std::clock();
    const ReadResult result = samples::read(text);
    const std::clock_t end = std::clock();
    return result.issues.empty() && !result.dataset ? -1 : static_cast<double>(end - begin) / CLOCKS_PER_SEC;
}

std::string dealWith(const std::string &inner)
{
    return samples::Document{.deal = inner}.text();
}

} // namespace

/// Files made to cost more than they are long.
class HostileTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void manyFaultsInOneRecord_data();
    void manyFaultsInOneRecord();
    void faultyRecordsAreNotKept();
    void roomIsNotSetAsideForShortSamples();
    void manyUnknownMembersAreWrittenAtOnce();
    void issuesOfAFullReportAreCounted();
    void unfinishedWordsOfALibrary();
    void longSearchesAreRefused();
};

/// Ten times the faults must not take a hundred times as long: each of these took minutes at the larger size.
void HostileTest::manyFaultsInOneRecord_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const std::string &text) { QTest::newRow(name) << QByteArray::fromStdString(text); };
    constexpr int many = 30'000;
    row("stories of one id", samples::Document{.top = R"(,"stories":[)" + times(many, R"({"id":"s","title":"T"})") + ']'}.text());
    row("unknown targets", samples::Document{.top = R"(,"article":[)" + times(many, R"({"label":"T","mapsTo":["u"]})") + ']'}.text());
    row("unknown sources",
        dealWith(R"(,"unsourced":[],"parts":[],"term":{},"extra":0)")
            .replace(dealWith("").find(R"(["s"])"), 5, '[' + numbered(many, "u") + ']'));
    row("sources named twice", dealWith("").replace(dealWith("").find(R"(["s"])"), 5, '[' + times(many, R"("s")") + ']'));
    row("numbers for texts", samples::Document{.top = R"(,"notes":[)" + times(10 * many, "1") + ']'}.text());
    row("zeros for stories", samples::Document{.top = R"(,"stories":[)" + times(20 * many, "0") + ']'}.text());
    row("strangers in estimates",
        samples::Document{.value = R"("low":1,"high":1,"estimates":[)" + times(3 * many, R"({"label":"e","x":1})") + ']'}.text());
}

void HostileTest::manyFaultsInOneRecord()
{
    QFETCH(QByteArray, text);
    const double seconds = secondsOf(text.toStdString());
    QVERIFY(seconds >= 0);
    // Generous, since tests run with sanitizers on busy machines; quadratic would be beyond it all the same.
    QVERIFY2(seconds < 6, qPrintable(QString::number(seconds)));
}

void HostileTest::faultyRecordsAreNotKept()
{
    const auto peak = [] {
        rusage usage = {};
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss;
    };
    for (const char *list : {"deals", "organizations", "sources", "claims"}) {
        const std::string text = R"({"format":"dealscape","version":1,")" + std::string(list) + "\":[" + times(500'000, "0") + "]}";
        const long before = peak();
        const ReadResult result = samples::read(text);
        QVERIFY(!result.dataset && result.truncated);
        QCOMPARE(result.issues.size(), ReadLimits().issues);
        // A record takes from 400 to 800 bytes; half a million of them took 200 MB and more.
        QVERIFY2(peak() - before < 60'000, qPrintable(QString::number(peak() - before)));
    }
}

void HostileTest::roomIsNotSetAsideForShortSamples()
{
    const std::string text =
        R"({"format":"dealscape","version":1,"deals":[)" + times(64, "0") + R"(],"notes":[")" + std::string(20 << 20, 'x') + "\"]}";
    rlimit before = {};
    ::getrlimit(RLIMIT_AS, &before);
#ifndef DEALSCAPE_SANITIZED
    const rlimit limit{rlim_t(1) << 30, before.rlim_max};
    ::setrlimit(RLIMIT_AS, &limit);
#endif
    const ReadResult result = samples::read(text);
    ::setrlimit(RLIMIT_AS, &before);
    QCOMPARE(result.issues.size(), std::size_t(64));
    QCOMPARE(result.issues.front().text, std::string("expected an object, found a whole number"));
}

void HostileTest::manyUnknownMembersAreWrittenAtOnce()
{
    const std::string text =
        samples::Document{.value = R"("low":1,"high":1,"estimates":[)" + times(50'000, R"({"label":"e","x":1})") + ']'}.text();
    const Dataset dataset = samples::sound(text);
    const std::clock_t begin = std::clock();
    const std::string written = writeDataset(dataset);
    QVERIFY(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 6);
    QVERIFY(samples::sound(written) == dataset);
}

void HostileTest::issuesOfAFullReportAreCounted()
{
    const ReadResult result = samples::read(samples::Document{.top = R"(,"notes":[)" + times(150, "1") + ']'}.text());
    QCOMPARE(result.issues.size(), std::size_t(100));
    QVERIFY(result.truncated);
    QCOMPARE(result.issues.back().pointer, std::string("/notes/99"));
}

void HostileTest::unfinishedWordsOfALibrary()
{
    for (const char *text : {"{\"number overflow", "{\"lens\":\"number overflow", "number overflow", "\"number overflow\x01\"", "1e999"}) {
        QVERIFY(!samples::read(text).dataset);
        const auto perspective = readPerspective(text);
        QVERIFY(!perspective);
        QVERIFY(QString::fromStdString(perspective.error()).startsWith(QStringLiteral("not a perspective: ")));
    }
    // Every cut of a text that holds them, at every length.
    const std::string whole =
        R"({"format":"dealscape","version":1,"title":"number overflow","notes":["1e999",1.5e3,"\u00e9number overflow"]})";
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const ReadResult result = samples::read(whole.substr(0, length));
        QVERIFY(!result.dataset);
        QVERIFY2(result.issues.back().text.find("too large") == std::string::npos, describe(result.issues.back()).c_str());
    }
}

void HostileTest::longSearchesAreRefused()
{
    QVERIFY(readPerspective(R"({"text":")" + std::string(2000, 'x') + "\"}"));
    const auto refused = readPerspective(R"({"text":")" + std::string(2001, 'x') + "\"}");
    QVERIFY(!refused);
    QCOMPARE(QString::fromStdString(refused.error()),
             QStringLiteral("not a perspective: a text to look for is at most 2000 bytes long [/text]"));
}

DEALSCAPE_TEST(HostileTest, dealscape::testing::NoApplication)
#include "test_hostile.moc"
