// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "io/writer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace dealscape;
using namespace dealscape::io;

namespace {

using Random = std::mt19937;

std::size_t below(Random &random, std::size_t count)
{
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

/// One damage of the kinds that files suffer.
void damage(std::string &text, Random &random)
{
    static const std::vector<std::string> pieces = {
        "{",    "}",    "[",       "]",    ",",    ":",  "\"",         "\\",   "null", "-1",       "1e999",   "0.5", "9999999999999999999",
        "true", "\"\"", "\\u0000", "\xFF", "\xC3", "\n", "\"low\": 3", "[[[[", "{}",   "\"acme\"", "\\ud800", "/*",  "1e-5"};
    if (text.empty())
        return;
    const std::size_t at = below(random, text.size());
    switch (below(random, 7)) {
    case 0:
        text[at] = static_cast<char>(below(random, 256));
        break;
    case 1:
        text[at] = static_cast<char>(text[at] ^ static_cast<char>(1U << below(random, 8)));
        break;
    case 2:
        text.erase(at, 1 + below(random, 12));
        break;
    case 3:
        text.insert(at, pieces[below(random, pieces.size())]);
        break;
    case 4:
        text.resize(at);
        break;
    case 5: {
        const std::string copy = text.substr(below(random, text.size()), below(random, 60));
        text.insert(at, copy);
        break;
    }
    default:
        std::swap(text[at], text[below(random, text.size())]);
    }
}

/// What must hold of every reading, whatever was read. Empty when it does.
std::string brokenPromise(const std::string &text, const ReadResult &result)
{
    const bool refused =
        std::any_of(result.issues.begin(), result.issues.end(), [](const Issue &issue) { return issue.severity == Severity::Error; });
    if (refused == result.dataset.has_value())
        return "a dataset beside an error, or neither";
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    int line = 1;
    for (const Issue &issue : result.issues) {
        if (issue.line < line || issue.line > lines || issue.column < 1 || issue.column > static_cast<int>(text.size()) + 1)
            return "misplaced: " + describe(issue);
        if (issue.text.empty() || issue.text.size() > 1000)
            return "no message: " + describe(issue);
        line = issue.line;
    }
    if (!result.dataset)
        return {};
    if (!nlohmann::json::accept(text))
        return "accepted what is no JSON";
    const ReadResult again = samples::read(writeDataset(*result.dataset));
    if (!again.dataset || !(*again.dataset == *result.dataset))
        return "changed by a round trip";
    return {};
}

} // namespace

class FuzzTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void damagedFiles_data();
    void damagedFiles();
    void everyByteOnce();
    void randomTokens();
};

void FuzzTest::damagedFiles_data()
{
    QTest::addColumn<int>("damages");
    QTest::addColumn<unsigned>("seed");
    QTest::newRow("one") << 1 << 1U;
    QTest::newRow("two") << 2 << 2U;
    QTest::newRow("five") << 5 << 3U;
    QTest::newRow("thirty") << 30 << 4U;
}

void FuzzTest::damagedFiles()
{
    QFETCH(int, damages);
    QFETCH(unsigned, seed);
    const std::string whole = samples::testFile("sound.json");
    Random random(seed);
    int sound = 0;
    int refused = 0;
    for (int i = 0; i < 1000; ++i) {
        std::string text = whole;
        for (int j = 0; j < damages; ++j)
            damage(text, random);
        const ReadResult result = samples::read(text);
        const std::string promise = brokenPromise(text, result);
        if (!promise.empty())
            QFAIL((promise + "\n" + text).c_str());
        ++(result.dataset ? sound : refused);
    }
    QVERIFY(refused > 300);
    QVERIFY(damages > 1 || sound > 50);
}

/// Each byte replaced by one that cannot stand there.
void FuzzTest::everyByteOnce()
{
    const std::string whole = samples::testFile("sound.json");
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string text = whole;
        text[at] = at % 2 ? '\xFF' : '\0';
        const ReadResult result = samples::read(text);
        const std::string promise = brokenPromise(text, result);
        if (!promise.empty())
            QFAIL(promise.c_str());
        QVERIFY(!result.dataset);
    }
}

/// Tokens in no order at all: mostly syntax errors at every place the grammar has.
void FuzzTest::randomTokens()
{
    const std::vector<std::string> tokens = {
        "{",           "}",         "[",      "]",    ",",    ":", "1",  "-2.5",        "\"format\"", "\"dealscape\"",
        "\"version\"", "\"deals\"", "\"id\"", "null", "true", " ", "\n", "\"stories\"", "\"scenes\"", "\"value\""};
    Random random(5);
    for (int i = 0; i < 8'000; ++i) {
        std::string text = "{\"format\":\"dealscape\",\"version\":1,\"deals\":";
        const std::size_t length = below(random, 12);
        for (std::size_t j = 0; j < length; ++j)
            text += tokens[below(random, tokens.size())];
        const std::string promise = brokenPromise(text, samples::read(text));
        if (!promise.empty())
            QFAIL((promise + "\n" + text).c_str());
    }
}

DEALSCAPE_TEST(FuzzTest, dealscape::testing::NoApplication)
#include "test_fuzz.moc"
