// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "io/jsontext.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <string>

using namespace dealscape::io;
using Presence = JsonText::Presence;

class JsonTextTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void quotes_data();
    void quotes();
    void quotedTextsParseBack();
    void spells_data();
    void spells();
    void spelledNumbersReadBack();
    void compacts_data();
    void compacts();
    void indentsLikeTheLibrary_data();
    void indentsLikeTheLibrary();
    void optionalObjectsNeedAMember();
    void optionalObjectsNest();
    void emptyContainers();
};

void JsonTextTest::quotes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("literal");
    QTest::newRow("nothing") << QByteArray("") << QByteArray(R"("")");
    QTest::newRow("plain") << QByteArray("abc") << QByteArray(R"("abc")");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray(R"("a\"b")");
    QTest::newRow("backslash") << QByteArray("a\\b") << QByteArray(R"("a\\b")");
    QTest::newRow("slash stays") << QByteArray("a/b") << QByteArray(R"("a/b")");
    QTest::newRow("line, tab, return") << QByteArray("\n\t\r") << QByteArray(R"("\n\t\r")");
    QTest::newRow("other control") << QByteArray("\x01\x1f") << QByteArray(R"("\u0001\u001f")");
    QTest::newRow("zero") << QByteArray("\0", 1) << QByteArray(R"("\u0000")");
    QTest::newRow("delete stays") << QByteArray("\x7f") << QByteArray("\"\x7f\"");
    QTest::newRow("UTF-8 stays") << QByteArray("é測🚀") << QByteArray("\"é測🚀\"");
    QTest::newRow("no UTF-8") << QByteArray("a\xff") << QByteArray("\"a\uFFFD\"");
}

void JsonTextTest::quotes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, literal);
    QCOMPARE(QByteArray::fromStdString(stringLiteral(text.toStdString())), literal);
}

void JsonTextTest::quotedTextsParseBack()
{
    std::mt19937 random(7);
    std::uniform_int_distribution<int> character(0, 127);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (int j = 0; j < i % 40; ++j)
            text += static_cast<char>(character(random));
        QCOMPARE(nlohmann::json::parse(stringLiteral(text)).get<std::string>(), text);
    }
}

void JsonTextTest::spells_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("spelling");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("negative") << -3.0 << QByteArray("-3");
    QTest::newRow("whole") << 3e12 << QByteArray("3000000000000");
    QTest::newRow("last exact") << 9007199254740992.0 << QByteArray("9007199254740992");
    QTest::newRow("tenth") << 0.1 << QByteArray("0.1");
    QTest::newRow("sum") << 0.1 + 0.2 << QByteArray("0.30000000000000004");
    QTest::newRow("large") << 1e300 << QByteArray("1e+300");
}

void JsonTextTest::spells()
{
    QFETCH(double, number);
    QFETCH(QByteArray, spelling);
    QCOMPARE(QByteArray::fromStdString(spelled(number)), spelling);
}

void JsonTextTest::spelledNumbersReadBack()
{
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> mantissa(-1, 1);
    std::uniform_int_distribution<int> exponent(-300, 300);
    for (int i = 0; i < 5000; ++i) {
        const double number = std::ldexp(mantissa(random), exponent(random));
        if (nlohmann::json::parse(spelled(number)).get<double>() != number)
            QFAIL(spelled(number).c_str());
    }
    QVERIFY(nlohmann::json::parse(spelled(std::numeric_limits<double>::max())).get<double>() == std::numeric_limits<double>::max());
}

void JsonTextTest::compacts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("compacted");
    QTest::newRow("nothing to do") << QByteArray("[1,2]") << QByteArray("[1,2]");
    QTest::newRow("blanks") << QByteArray(" { \"a\" :\t1 ,\r\n \"b\" : [ ] } ") << QByteArray(R"({"a":1,"b":[]})");
    QTest::newRow("blanks in text stay") << QByteArray(R"([ "a b", "c\" d ", "\\" ])") << QByteArray(R"(["a b","c\" d ","\\"])");
    QTest::newRow("spelling stays") << QByteArray(R"([ 1.50, 1E5, "\u00e9" ])") << QByteArray(R"([1.50,1E5,"\u00e9"])");
    QTest::newRow("literal") << QByteArray(" null ") << QByteArray("null");
}

void JsonTextTest::compacts()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, compacted);
    QCOMPARE(QByteArray::fromStdString(compact(json.toStdString())), compacted);
    QCOMPARE(QByteArray::fromStdString(compact(compacted.toStdString())), compacted);
}

void JsonTextTest::indentsLikeTheLibrary_data()
{
    QTest::addColumn<QByteArray>("json");
    const char *texts[] = {"1",
                           "[]",
                           "{}",
                           "[[],{}]",
                           "[1,[2,[3,{}]],\"a\"]",
                           R"({"a":{"b":{"c":[1,2,{"d":null}]}},"e":[]})",
                           R"(["[","]","{","}",",",":","\"","\\"])",
                           R"({"{":"}","[":[["]"]]})",
                           "[[[[]]],[[{}]]]"};
    for (const char *text : texts)
        QTest::newRow(text) << QByteArray(text);
}

void JsonTextTest::indentsLikeTheLibrary()
{
    QFETCH(QByteArray, json);
    const std::string text = json.toStdString();
    JsonText alone;
    alone.json(text);
    QCOMPARE(alone.take(), nlohmann::ordered_json::parse(text).dump(2) + "\n");
    JsonText inside;
    inside.openObject();
    inside.key("list");
    inside.openList();
    inside.json(text);
    inside.value(1);
    inside.close();
    inside.close();
    QCOMPARE(inside.take(), nlohmann::ordered_json::parse("{\"list\":[" + text + ",1]}").dump(2) + "\n");
}

void JsonTextTest::optionalObjectsNeedAMember()
{
    JsonText text;
    text.openObject();
    text.key("absent");
    text.openObject(Presence::IfNotEmpty);
    text.close();
    text.key("present");
    text.openObject(Presence::IfNotEmpty);
    text.key("a");
    text.value(true);
    text.close();
    text.key("list");
    text.openList(Presence::IfNotEmpty);
    text.close();
    text.key("last");
    text.null();
    text.close();
    QCOMPARE(text.take(), nlohmann::ordered_json::parse(R"({"present":{"a":true},"last":null})").dump(2) + "\n");
}

void JsonTextTest::optionalObjectsNest()
{
    JsonText text;
    text.openObject();
    for (const char *key : {"empty", "full"}) {
        text.key(key);
        text.openObject(Presence::IfNotEmpty);
        text.key("inner");
        text.openList(Presence::IfNotEmpty);
        text.openObject(Presence::IfNotEmpty);
        if (key == std::string("full")) {
            text.key("x");
            text.value(0.5);
        }
        text.close();
        text.close();
        text.close();
    }
    text.close();
    QCOMPARE(text.take(), nlohmann::ordered_json::parse(R"({"full":{"inner":[{"x":0.5}]}})").dump(2) + "\n");
}

void JsonTextTest::emptyContainers()
{
    JsonText text;
    text.openObject();
    text.key("a");
    text.openObject();
    text.close();
    text.key("b");
    text.openList();
    text.close();
    text.close();
    QCOMPARE(text.take(), std::string("{\n  \"a\": {},\n  \"b\": []\n}\n"));
}

DEALSCAPE_TEST(JsonTextTest, dealscape::testing::NoApplication)
#include "test_jsontext.moc"
