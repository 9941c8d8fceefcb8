// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "io/syntax.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using namespace dealscape::io;

class SyntaxTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void stringsStartAtTheirQuote_data();
    void stringsStartAtTheirQuote();
    void numbersStartAtTheirFirstCharacter_data();
    void numbersStartAtTheirFirstCharacter();
    void everyCutIsFoundAtItsEnd();
    void everyDroppedCharacterIsFoundWhereParsingStops();
    void messagesKeepTheInputOut();
};

void SyntaxTest::stringsStartAtTheirQuote_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("literal");
    const QByteArray literals[] = {R"("")",         R"("a")",           R"("\"")",          R"("\\")",        R"("\\\"")",      R"("\"\"")",
                                   R"("a\"b")",     R"("a\\")",         R"("\"abc")",       R"("\u00e9\"x")", R"("x\\\\")",     R"("é🚀")",
                                   R"("\\\"\\\"")", R"("a, \"b\": c")", R"("{\"k\": []}")", R"("\/\"")",      R"("\n\"\t\"\\")"};
    for (const QByteArray &before :
         {QByteArray(), QByteArray("["), QByteArray(R"({"k\\": )"), QByteArray(R"(["\"",)"), QByteArray(R"(["a\\")")})
        for (const QByteArray &literal : literals)
            QTest::newRow((before + literal).constData()) << before << literal;
}

void SyntaxTest::stringsStartAtTheirQuote()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, literal);
    const std::string text = (before + literal + " , 1").toStdString();
    QCOMPARE(stringStart(text, static_cast<std::size_t>(before.size() + literal.size())), static_cast<std::size_t>(before.size()));
}

void SyntaxTest::numbersStartAtTheirFirstCharacter_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"0", "-1", "12345", "1.5", "-0.25e+10", "1E-9"})
        QTest::newRow(number) << QByteArray(number);
}

void SyntaxTest::numbersStartAtTheirFirstCharacter()
{
    QFETCH(QByteArray, number);
    const auto length = static_cast<std::size_t>(number.size());
    QCOMPARE(numberStart(number.toStdString(), length), std::size_t(0));
    QCOMPARE(numberStart(("[" + number).toStdString(), length + 1), std::size_t(1));
    QCOMPARE(numberStart(("{\"e1\": " + number).toStdString(), length + 7), std::size_t(7));
}

/// Whatever is cut off a sound file, one syntax error stands at the very end.
void SyntaxTest::everyCutIsFoundAtItsEnd()
{
    const std::string whole = samples::testFile("sound.json");
    const std::size_t end = whole.rfind('}');
    for (std::size_t length = whole.find('{') + 1; length < end; length += 3) {
        const std::string cut = whole.substr(0, length);
        const ReadResult result = samples::read(cut);
        QVERIFY(!result.dataset);
        const Issue &last = result.issues.back();
        const auto line = std::count(cut.begin(), cut.end(), '\n') + 1;
        const bool insideSequence = (static_cast<unsigned char>(whole[length]) & 0xC0U) == 0x80U;
        if (insideSequence || last.text != "syntax error: the file ends too early")
            QVERIFY2(insideSequence || last.text.find("number") != std::string::npos || last.text.find("literal") != std::string::npos,
                     (describe(last) + " after " + cut.substr(cut.size() - 10)).c_str());
        QCOMPARE(last.line, static_cast<int>(line));
    }
}

/// Without one structural character, the file is refused no earlier than that character.
void SyntaxTest::everyDroppedCharacterIsFoundWhereParsingStops()
{
    const std::string whole = samples::testFile("sound.json");
    const nlohmann::json reference = nlohmann::json::parse(whole);
    QVERIFY(reference.is_object());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        if (std::string("{}[]:,").find(whole[at]) == std::string::npos)
            continue;
        std::string broken = whole;
        broken.erase(at, 1);
        if (nlohmann::json::accept(broken))
            continue;
        const ReadResult result = samples::read(broken);
        QVERIFY(!result.dataset);
        bool syntax = false;
        for (const Issue &issue : result.issues) {
            const bool here = issue.text.find("syntax error") == 0 || issue.text.find("expected an object at the top") == 0;
            syntax = syntax || here;
            const auto line = std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
            if (here)
                QVERIFY2(issue.line >= line, describe(issue).c_str());
        }
        QVERIFY2(syntax, broken.substr(at > 20 ? at - 20 : 0, 40).c_str());
    }
}

void SyntaxTest::messagesKeepTheInputOut()
{
    const std::string secret(100'000, 'z');
    const ReadResult result = samples::read("{\"format\": \"dealscape\", \"title\": \"" + secret + "\n\"}");
    QCOMPARE(result.issues.size(), std::size_t(1));
    QVERIFY(result.issues[0].text.size() < 200);
    QCOMPARE(result.issues[0].column, 35 + static_cast<int>(secret.size()));
}

DEALSCAPE_TEST(SyntaxTest, dealscape::testing::NoApplication)
#include "test_syntax.moc"
