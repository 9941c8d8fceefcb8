// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "domain/vocabulary.h"
#include "io/words.h"
#include "io/writer.h"

#include <string>
#include <vector>

using namespace dealscape;
using namespace dealscape::io;

namespace {

/// Rows (name, before, word, after) for every word of one enumeration at one place of a document.
template <class E>
void addWords(const char *place, const std::string &before, const std::string &after)
{
    for (const auto &entry : vocabulary<E>()) {
        const std::string word(entry.word);
        QTest::addRow("%s %s", place, word.c_str())
            << QByteArray::fromStdString(before) << QByteArray::fromStdString(word) << QByteArray::fromStdString(after);
    }
}

const std::string start = R"({"format":"dealscape","version":1,"sources":[{"id":"s","publisher":"P","title":"T"}],)";
const std::string parties = R"("organizations":[{"id":"a","name":"A","layer":"cloud"},{"id":"b","name":"B","layer":"chips"}],)";

std::string dealWith(const std::string &kind, const std::string &flow, const std::string &status, const std::string &certainty,
                     const std::string &rest)
{
    return start + parties + R"("deals":[{"id":"d","supplier":"a","customer":"b","payer":null,"payee":null,"kind":")" + kind +
        R"(","flowClass":")" + flow + R"(","value":{"low":null,"high":null},"announced":"2025","status":")" + status +
        R"(","certainty":")" + certainty + R"(","sources":["s"])" + rest;
}

} // namespace

class WordsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void everyWordRoundTrips_data();
    void everyWordRoundTrips();
    void typingErrorsAreCorrected_data() { everyWordRoundTrips_data(); }
    void typingErrorsAreCorrected();
    void fewWordsAreListed();
    void manyWordsAreNot();
    void longTextsAreCut();
};

void WordsTest::everyWordRoundTrips_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("after");
    const std::string mark = "\x01";
    const auto split = [&](const char *place, const std::string &text, auto tag) {
        const std::size_t at = text.find(mark);
        addWords<decltype(tag)>(place, text.substr(0, at), text.substr(at + 1));
    };
    split("deal kind", dealWith(mark, "capital", "signed", "binding", "}]}"), DealKind());
    split("deal flow", dealWith("loan", mark, "signed", "binding", "}]}"), FlowClass());
    split("deal status", dealWith("loan", "capital", mark, "binding", "}]}"), DealStatus());
    split("deal certainty", dealWith("loan", "capital", "signed", mark, "}]}"), Certainty());
    split("deal confidence", dealWith("loan", "capital", "signed", "binding", R"(,"confidence":")" + mark + "\"}]}"), Confidence());
    split("deal power", dealWith("loan", "capital", "signed", "binding", R"(,"power":{"megawatts":1,"layer":")" + mark + "\"}}]}"),
          PowerLayer());
    split("deal role", dealWith("loan", "capital", "signed", "binding", R"(,"overlap":{"counted":false,"role":")" + mark + "\"}}]}"),
          OverlapRole());
    split("source basis",
          R"({"format":"dealscape","version":1,"sources":[{"id":"s","publisher":"P","title":"T","basis":")" + mark + "\"}]}",
          SourceBasis());
    split("layer style", start + R"("layers":[{"id":"l","label":"L","style":")" + mark + "\"}]}", LayerStyle());
    split("claim unit", start + R"("claims":[{"id":"c","statement":"S","date":"2025","sources":["s"],"unit":")" + mark + "\"}]}",
          ClaimUnit());
    split("claim confidence",
          start + R"("claims":[{"id":"c","statement":"S","date":"2025","sources":["s"],"unit":"gw","confidence":")" + mark + "\"}]}",
          Confidence());
    split("lens", start + R"("opening":{"lens":")" + mark + "\"}}", Lens());
    split("layout", start + R"("opening":{"layout":")" + mark + "\"}}", LayoutKind());
    split("certainty filter", start + R"("opening":{"certainties":[")" + mark + "\"]}}", Certainty());
    split("family filter", start + R"("opening":{"families":[")" + mark + "\"]}}", Family());
    split("kind filter", start + R"("opening":{"kinds":[")" + mark + "\"]}}", DealKind());
    split("article flow", start + parties + R"("article":[{"label":"I","edges":[{"payer":"a","payee":"b","flowClass":")" + mark + "\"}]}]}",
          FlowClass());
}

void WordsTest::everyWordRoundTrips()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, after);
    const Dataset dataset = samples::sound((before + word + after).toStdString());
    const std::string written = writeDataset(dataset);
    QVERIFY(samples::sound(written) == dataset);
    // A default may be left out; every other word must be there.
    const bool standard = word == "value" || word == "web" || word == "component";
    QCOMPARE(written.find('"' + word.toStdString() + '"') != std::string::npos, !standard);
}

void WordsTest::typingErrorsAreCorrected()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, after);
    const QByteArray wrong = word.left(1) + word.mid(2);
    if (word.size() < 4)
        QSKIP("too short to be recognised");
    const ReadResult result = samples::read((before + wrong + after).toStdString());
    QVERIFY(!result.dataset);
    QCOMPARE(result.issues.size(), std::size_t(1));
    const std::string &text = result.issues[0].text;
    QVERIFY2(text.find("unknown ") == 0 && text.find("\"" + wrong.toStdString() + "\"") != std::string::npos, text.c_str());
    QVERIFY2(text.find("did you mean \"" + word.toStdString() + "\"?") != std::string::npos, text.c_str());
    QCOMPARE(result.issues[0].line, 1);
    QCOMPARE(result.issues[0].column, before.size());
}

void WordsTest::fewWordsAreListed()
{
    const std::vector<std::string_view> words = {"one", "two"};
    QCOMPARE(unknownWord("number", "seventeen", words), std::string("unknown number \"seventeen\"; known are \"one\", \"two\""));
    QCOMPARE(unknownWord("number", "onw", words), std::string("unknown number \"onw\"; did you mean \"one\"?"));
}

void WordsTest::manyWordsAreNot()
{
    const std::vector<std::string_view> words(11, "word");
    QCOMPARE(unknownWord("number", "xxxxxxx", words), std::string("unknown number \"xxxxxxx\""));
}

void WordsTest::longTextsAreCut()
{
    const std::vector<std::string_view> words(11, "word");
    QVERIFY(unknownWord("number", std::string(1000, 'x'), words).size() < 80);
}

DEALSCAPE_TEST(WordsTest, dealscape::testing::NoApplication)
#include "test_words.moc"
