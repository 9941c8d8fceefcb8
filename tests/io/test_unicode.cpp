// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "io/jsontext.h"
#include "io/report.h"
#include "io/utf8.h"
#include "io/writer.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string>

using namespace dealscape;
using namespace dealscape::io;

namespace {

std::string titled(const std::string &literal)
{
    return "{\"format\": \"dealscape\", \"version\": 1, \"title\": " + literal + '}';
}

std::string escaped(unsigned unit)
{
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "\\u%04x", unit & 0xFFFFU);
    return buffer.data();
}

/// UTF-8 by the book.
std::string encoded(unsigned point)
{
    const auto byte = [](unsigned value) { return static_cast<char>(value); };
    if (point < 0x80)
        return {byte(point)};
    if (point < 0x800)
        return {byte(0xC0 | point >> 6), byte(0x80 | (point & 0x3F))};
    if (point < 0x10000)
        return {byte(0xE0 | point >> 12), byte(0x80 | (point >> 6 & 0x3F)), byte(0x80 | (point & 0x3F))};
    return {byte(0xF0 | point >> 18), byte(0x80 | (point >> 12 & 0x3F)), byte(0x80 | (point >> 6 & 0x3F)), byte(0x80 | (point & 0x3F))};
}

std::string escapedPoint(unsigned point)
{
    if (point < 0x10000)
        return escaped(point);
    return escaped(0xD800 + ((point - 0x10000) >> 10)) + escaped(0xDC00 + ((point - 0x10000) & 0x3FF));
}

} // namespace

class UnicodeTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void escapes_data();
    void escapes();
    void brokenEscapes_data();
    void brokenEscapes();
    void everyPlaneComesBack();
    void everyUnitAlone();
    void capitalHexDigits();
    void keysMayBeEscaped();
    void idsAreComparedByteByByte();
    void columnsCountCodePoints_data();
    void columnsCountCodePoints();
    void linesEndWithLineFeeds();
    void strayBytesAreNamedWhereTheyStand_data();
    void strayBytesAreNamedWhereTheyStand();
    void writerMendsWhatIsNoText();
    void quotations_data();
    void quotations();
    void longIdsMakeShortMessages();
    void messagesHoldNoControlCharacters();
    void columnsOfManyIssuesAreThoseOfEach();
};

void UnicodeTest::escapes_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("quote") << QByteArray(R"("\"")") << QByteArray("\"");
    QTest::newRow("backslash") << QByteArray(R"("\\")") << QByteArray("\\");
    QTest::newRow("slash") << QByteArray(R"("\/")") << QByteArray("/");
    QTest::newRow("blanks") << QByteArray(R"("\b\f\n\r\t")") << QByteArray("\b\f\n\r\t");
    QTest::newRow("letter") << QByteArray(R"("\u0041")") << QByteArray("A");
    QTest::newRow("accent") << QByteArray(R"("\u00e9")") << QByteArray("é");
    QTest::newRow("combining") << QByteArray(R"("e\u0301")") << QByteArray("e\xCC\x81");
    QTest::newRow("pair") << QByteArray(R"("\ud83d\ude80")") << QByteArray("🚀");
    QTest::newRow("zero") << QByteArray(R"("a\u0000b")") << QByteArray("a\0b", 3);
    QTest::newRow("no escape after a backslash") << QByteArray(R"("\\u0041")") << QByteArray("\\u0041");
    QTest::newRow("three backslashes") << QByteArray(R"("\\\"")") << QByteArray("\\\"");
    QTest::newRow("separators") << QByteArray("\"\xE2\x80\xA8\xE2\x80\xA9\"") << QByteArray("\xE2\x80\xA8\xE2\x80\xA9");
    QTest::newRow("not a character") << QByteArray(R"("\uffff")") << QByteArray("\xEF\xBF\xBF");
    QTest::newRow("right to left") << QByteArray("\"\xD7\x90\xE2\x80\xAE\"") << QByteArray("\xD7\x90\xE2\x80\xAE");
    QTest::newRow("byte order mark inside") << QByteArray("\"a\xEF\xBB\xBF\"") << QByteArray("a\xEF\xBB\xBF");
    QTest::newRow("delete") << QByteArray("\"\x7F\"") << QByteArray("\x7F");
}

void UnicodeTest::escapes()
{
    QFETCH(QByteArray, literal);
    QFETCH(QByteArray, text);
    const Dataset dataset = samples::sound(titled(literal.toStdString()));
    QCOMPARE(QByteArray::fromStdString(dataset.title), text);
    const std::string written = writeDataset(dataset);
    QVERIFY(samples::sound(written) == dataset);
    QCOMPARE(QByteArray::fromStdString(nlohmann::json::parse(written)["title"].get<std::string>()), text);
    // A text in an unknown member keeps its spelling.
    const std::string odd = "{\"format\": \"dealscape\", \"version\": 1, \"odd\": " + literal.toStdString() + '}';
    QCOMPARE(samples::sound(odd).extras[0].second, literal.toStdString());
}

void UnicodeTest::brokenEscapes_data()
{
    QTest::addColumn<QByteArray>("literal");
    const char *literals[] = {R"("\x41")",   R"("\u004")",        R"("\u00g0")",       R"("\ud83d")", R"("\ud83d x")", R"("\ud83d\u0041")",
                              R"("\ude80")", R"("\ud83d\ud83d")", R"("\ude80\ud83d")", R"("\U0041")", R"("\'")",       R"("\")",
                              R"("\0")"};
    for (const char *literal : literals)
        QTest::newRow(literal) << QByteArray(literal);
    QTest::newRow("tab") << QByteArray("\"\t\"");
    QTest::newRow("line feed") << QByteArray("\"a\nb\"");
    QTest::newRow("escape character") << QByteArray("\"\x1b\"");
}

void UnicodeTest::brokenEscapes()
{
    QFETCH(QByteArray, literal);
    const std::string text = titled(literal.toStdString());
    QVERIFY(!nlohmann::json::accept(text));
    const ReadResult result = samples::read(text);
    QVERIFY(!result.dataset);
    QCOMPARE(result.issues.size(), std::size_t(1));
    QVERIFY2(result.issues[0].text.starts_with("syntax error"), result.issues[0].text.c_str());
    QVERIFY(result.issues[0].column > static_cast<int>(text.find("\"title\"")) || result.issues[0].line > 1);
}

void UnicodeTest::everyPlaneComesBack()
{
    std::string literal = "\"";
    std::string text;
    for (unsigned point = 0; point < 0x110000; point += point < 0x3000 ? 1 : 61) {
        if (point >= 0xD800 && point < 0xE000)
            continue;
        literal += point % 2 || point < 0x20 || point == '"' || point == '\\' ? escapedPoint(point) : encoded(point);
        text += encoded(point);
    }
    const Dataset dataset = samples::sound(titled(literal + '"'));
    QVERIFY(dataset.title == text);
    QVERIFY(samples::sound(writeDataset(dataset)) == dataset);
    QCOMPARE(firstInvalid(text), text.size());
}

void UnicodeTest::everyUnitAlone()
{
    for (unsigned unit = 0xD700; unit < 0xE100; unit += 7) {
        const bool surrogate = unit >= 0xD800 && unit < 0xE000;
        QCOMPARE(samples::read(titled('"' + escaped(unit) + '"')).dataset.has_value(), !surrogate);
    }
}

void UnicodeTest::capitalHexDigits()
{
    QCOMPARE(samples::sound(titled(R"("\u00E9\u00e9\uABCD\uabcd")")).title, std::string("éé\xEA\xAF\x8D\xEA\xAF\x8D"));
}

void UnicodeTest::keysMayBeEscaped()
{
    QCOMPARE(samples::sound(R"({"f\u006frmat": "dealsc\u0061pe", "version": 1, "\u0074itle": "T"})").title, std::string("T"));
    // An escaped key is the same key, so it repeats.
    const ReadResult twice = samples::read(R"({"format": "dealscape", "version": 1, "title": "T", "\u0074itle": "U"})");
    QCOMPARE(samples::described(twice), QStringList("test.json:1:53: error: duplicate key \"title\" [/title]"));
}

void UnicodeTest::idsAreComparedByteByByte()
{
    // Composed and decomposed, two ids that look the same.
    const std::string text =
        samples::Document{.organization = R"(, "parent": "e\u0301"}, {"id": "\u00e9", "name": "E", "layer": "cloud")"}.text();
    const ReadResult result = samples::read(text);
    QCOMPARE(result.issues.size(), std::size_t(1));
    QVERIFY(result.issues[0].text.starts_with("unknown organisation"));
}

void UnicodeTest::columnsCountCodePoints_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("column");
    QTest::newRow("nothing") << QByteArray("") << 3;
    QTest::newRow("letters") << QByteArray("abc") << 6;
    QTest::newRow("accents") << QByteArray("éé") << 5;
    QTest::newRow("wide") << QByteArray("測試") << 5;
    QTest::newRow("rocket") << QByteArray("🚀🚀🚀") << 6;
    QTest::newRow("combining") << QByteArray("e\xCC\x81") << 5;
    QTest::newRow("tab") << QByteArray("\\t") << 5;
}

void UnicodeTest::columnsCountCodePoints()
{
    QFETCH(QByteArray, before);
    QFETCH(int, column);
    const std::string text = "{\"format\": \"dealscape\", \"version\": 1, \"notes\": [\n\"" + before.toStdString() + "\" 1]}";
    const ReadResult result = samples::read(text);
    QCOMPARE(result.issues[0].line, 2);
    QCOMPARE(result.issues[0].column, column + 1);
}

void UnicodeTest::linesEndWithLineFeeds()
{
    for (const std::string end : {"\n", "\r\n", "\n\n\n"}) {
        const std::string text = "{\"format\": \"dealscape\"," + end + "\"version\": 1," + end + "\"title\": 5}";
        const ReadResult result = samples::read(text);
        QCOMPARE(result.issues[0].line, end.size() == 3 ? 7 : 3);
        QCOMPARE(result.issues[0].column, 10);
    }
    // A carriage return alone starts no line, as compilers count.
    QCOMPARE(samples::read("{\"format\": \"dealscape\",\r\"version\": 1,\r\"title\": 5}").issues[0].line, 1);
}

void UnicodeTest::strayBytesAreNamedWhereTheyStand_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("continuation alone") << QByteArray("\x80");
    QTest::newRow("lead alone") << QByteArray("\xC3");
    QTest::newRow("overlong") << QByteArray("\xC0\xAF");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80");
    QTest::newRow("beyond the last") << QByteArray("\xF4\x90\x80\x80");
    QTest::newRow("latin") << QByteArray("\xE9t\xE9");
    QTest::newRow("sixteen bits") << QByteArray("\xFF\xFE");
}

void UnicodeTest::strayBytesAreNamedWhereTheyStand()
{
    QFETCH(QByteArray, bytes);
    const ReadResult result = samples::read(titled("\"né" + bytes.toStdString() + "\""));
    QVERIFY(!result.dataset);
    QCOMPARE(result.issues[0].text, std::string("invalid UTF-8"));
    QCOMPARE(result.issues[0].pointer, std::string("/title"));
    QCOMPARE(result.issues[0].column, 51);
    QCOMPARE(result.issues.size(), static_cast<std::size_t>(bytes.count('\xE9') == 2 ? 2 : 1));
}

void UnicodeTest::writerMendsWhatIsNoText()
{
    Dataset dataset;
    dataset.title = "a\xFFz";
    QCOMPARE(samples::sound(writeDataset(dataset)).title, std::string("a\xEF\xBF\xBDz"));
    QCOMPARE(stringLiteral(std::string("\0\x1f", 2)), std::string(R"("\u0000\u001f")"));
}

void UnicodeTest::quotations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const QByteArray fifty(50, 'x');
    QTest::newRow("empty") << QByteArray() << QByteArray("\"\"");
    QTest::newRow("word") << QByteArray("é") << QByteArray("\"é\"");
    QTest::newRow("as long as may be") << fifty << '"' + fifty + '"';
    QTest::newRow("longer") << fifty + 'y' << '"' + fifty + "…\"";
    QTest::newRow("cut before a character") << fifty.left(49) + "é!" << '"' + fifty.left(49) + "…\"";
    QTest::newRow("cut before a rocket") << fifty.left(47) + "🚀" << '"' + fifty.left(47) + "…\"";
    QTest::newRow("control characters") << QByteArray("a\nb\x1b\x7F")
                                        << QByteArray("\"a\xEF\xBF\xBD"
                                                      "b\xEF\xBF\xBD\xEF\xBF\xBD\"");
    QTest::newRow("continuations alone") << QByteArray(60, '\x80') << QByteArray("\"…\"");
}

void UnicodeTest::quotations()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(quotation(text.toStdString())), shown);
}

void UnicodeTest::longIdsMakeShortMessages()
{
    std::string id;
    for (int i = 0; i < 5000; ++i)
        id += "é測🚀";
    for (const std::string &text :
         {samples::Document{.organization = ", \"parent\": \"" + id + '"'}.text(),
          samples::Document{.deal = ", \"certainty\": \"" + id + '"'}.text(), samples::Document{.top = ", \"asOf\": \"" + id + '"'}.text(),
          samples::Document{.top = ", \"x\": {\"" + id + "\": 1, \"" + id + "\": 2}"}.text(),
          samples::Document{.value = "\"low\": null, \"high\": 1" + std::string(4000, '0') + "e9"}.text()})
    {
        const ReadResult result = samples::read(text);
        QVERIFY(!result.issues.empty());
        for (const Issue &issue : result.issues) {
            QVERIFY2(issue.text.size() < 200, issue.text.c_str());
            QCOMPARE(firstInvalid(issue.text), issue.text.size());
        }
    }
}

void UnicodeTest::messagesHoldNoControlCharacters()
{
    const ReadResult result = samples::read(
        samples::Document{.top = R"(, "a\n\u001b[31m": {"b": 1, "b": 2})", .organization = R"(, "parent": "\u001b]0;\u0007")"}.text());
    const QStringList lines = samples::described(result);
    QCOMPARE(lines.size(), 3);
    for (const QString &line : lines)
        for (const QChar c : line)
            QVERIFY(c >= QLatin1Char(' ') && c != QChar(0x7F));
    QCOMPARE(lines.filter(QStringLiteral("warning: holds the control character U+001B [/organizations/0/parent]")).size(), 1);
    // The pointer itself stays exact.
    QCOMPARE(result.issues[2].pointer, std::string("/a\n\x1b[31m/b"));
}

void UnicodeTest::columnsOfManyIssuesAreThoseOfEach()
{
    std::string text;
    for (int i = 0; i < 400; ++i)
        text += i % 37 == 0 ? "\n" : i % 3 ? "é測" : "🚀a\r";
    Report all(1000);
    std::vector<std::size_t> offsets;
    for (std::size_t at = 0; at <= text.size(); ++at)
        if (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U)
            offsets.push_back(at);
    for (const std::size_t at : offsets)
        all.error(at, "x", "");
    const auto issues = all.issues(text, "f");
    for (std::size_t i = 0; i < issues.size(); ++i) {
        Report one(1);
        one.error(offsets[i], "x", "");
        QVERIFY(one.issues(text, "f").front() == issues[i]);
    }
    QCOMPARE(issues.size(), offsets.size() > 1000 ? std::size_t(1000) : offsets.size());
}

DEALSCAPE_TEST(UnicodeTest, dealscape::testing::NoApplication)
#include "test_unicode.moc"
