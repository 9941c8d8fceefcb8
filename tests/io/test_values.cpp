// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include <string>

using namespace dealscape;
using namespace dealscape::io;
using samples::Document;

namespace {

/// Texts of all issues, without their places.
QStringList texts(const ReadResult &result)
{
    QStringList all;
    for (const Issue &issue : result.issues)
        all.append(QString::fromStdString(issue.text));
    return all;
}

} // namespace

class ValuesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void money_data();
    void money();
    void power_data();
    void power();
    void dates_data();
    void dates();
    void scales_data();
    void scales();
    void looksOfLayers_data();
    void looksOfLayers();
    void tiersAndYears_data();
    void tiersAndYears();
    void figures_data();
    void figures();
    void addresses_data();
    void addresses();
    void laterThanTheDataset_data();
    void laterThanTheDataset();
    void everyWrongTypeIsNamed_data();
    void everyWrongTypeIsNamed();
    void nullStandsOnlyForWhatIsNotKnown_data();
    void nullStandsOnlyForWhatIsNotKnown();
    void allFaultsOfARecordAreFound();
    void allFaultsOfAFileAreFound();
    void oneFaultDoesNotCauseAnother();
    void sumsOfPartsNeedSoundParts();
};

void ValuesTest::money_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("issue");
    QTest::newRow("zero") << QByteArray("0") << QString();
    QTest::newRow("minus zero") << QByteArray("-0") << QString();
    QTest::newRow("one") << QByteArray("1") << QString();
    QTest::newRow("maximum") << QByteArray("1000000000000000") << QString();
    QTest::newRow("above") << QByteArray("1000000000000001") << "more than 1000000000000000 dollars is beyond belief";
    QTest::newRow("largest integer") << QByteArray("9223372036854775807") << "more than 1000000000000000 dollars is beyond belief";
    QTest::newRow("first outside") << QByteArray("9223372036854775808") << "expected a whole number, found a number outside 64 bits";
    QTest::newRow("largest unsigned") << QByteArray("18446744073709551615") << "expected a whole number, found a number outside 64 bits";
    QTest::newRow("beyond unsigned") << QByteArray("18446744073709551616") << "expected a whole number, found a number outside 64 bits";
    QTest::newRow("smallest integer") << QByteArray("-9223372036854775808") << "negative number of dollars";
    QTest::newRow("below it") << QByteArray("-9223372036854775809") << "expected a whole number, found a number outside 64 bits";
    QTest::newRow("minus one") << QByteArray("-1") << "negative number of dollars";
    QTest::newRow("fraction") << QByteArray("1.5") << "expected a whole number, found a number with a fraction or exponent";
    QTest::newRow("whole fraction") << QByteArray("1.0") << "expected a whole number, found a number with a fraction or exponent";
    QTest::newRow("exponent") << QByteArray("1e3") << "expected a whole number, found a number with a fraction or exponent";
    QTest::newRow("tiny") << QByteArray("1e-400") << "expected a whole number, found a number with a fraction or exponent";
    QTest::newRow("infinite") << QByteArray("1e309") << "number 1e309 is too large";
    QTest::newRow("minus infinite") << QByteArray("-1e309") << "number -1e309 is too large";
    QTest::newRow("text") << QByteArray("\"1\"") << "expected a whole number, found text";
    QTest::newRow("boolean") << QByteArray("true") << "expected a whole number, found true or false";
}

void ValuesTest::money()
{
    QFETCH(QByteArray, number);
    QFETCH(QString, issue);
    const ReadResult result = samples::read(Document{.value = "\"low\": null, \"high\": " + number.toStdString()}.text());
    QCOMPARE(texts(result), issue.isEmpty() ? QStringList() : QStringList(issue));
    QCOMPARE(result.dataset.has_value(), issue.isEmpty());
    if (result.dataset)
        QCOMPARE(result.dataset->deals[0].value.high->dollars(), std::int64_t(number.toLongLong()));
    else
        QCOMPARE(result.issues[0].pointer, std::string("/deals/0/value/high"));
}

void ValuesTest::power_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("sound");
    QTest::newRow("one") << QByteArray("1") << true;
    QTest::newRow("maximum") << QByteArray("10000000") << true;
    QTest::newRow("zero") << QByteArray("0") << false;
    QTest::newRow("negative") << QByteArray("-1") << false;
    QTest::newRow("above") << QByteArray("10000001") << false;
    QTest::newRow("gigawatts by mistake") << QByteArray("4.5") << false;
    QTest::newRow("null") << QByteArray("null") << false;
}

void ValuesTest::power()
{
    QFETCH(QByteArray, number);
    QFETCH(bool, sound);
    const ReadResult result =
        samples::read(Document{.deal = R"(, "power": {"layer": "site", "megawatts": )" + number.toStdString() + "}"}.text());
    QCOMPARE(result.dataset.has_value(), sound);
    if (sound)
        QCOMPARE(result.dataset->deals[0].power->capacity.megawatts(), std::int64_t(number.toInt()));
    else
        QCOMPARE(result.issues[0].pointer, std::string("/deals/0/power/megawatts"));
}

void ValuesTest::scales_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("all") << QByteArray(R"("value": [1, 2, 3, 4], "power": [5, 6, 7, 8], "area": 9)") << QString();
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("three") << QByteArray(R"("value": [1, 2, 3])") << "/scales/value";
    QTest::newRow("five") << QByteArray(R"("power": [1, 2, 3, 4, 5])") << "/scales/power";
    QTest::newRow("level") << QByteArray(R"("value": [1, 2, 2, 4])") << "/scales/value";
    QTest::newRow("falling") << QByteArray(R"("value": [4, 3, 2, 1])") << "/scales/value";
    QTest::newRow("from nothing") << QByteArray(R"("value": [0, 1, 2, 3])") << "/scales/value";
    QTest::newRow("below nothing") << QByteArray(R"("value": [1, 2, 3, -4])") << "/scales/value/3";
    QTest::newRow("no list") << QByteArray(R"("value": 5)") << "/scales/value";
    QTest::newRow("no area") << QByteArray(R"("area": 0)") << "/scales/area";
}

void ValuesTest::scales()
{
    QFETCH(QByteArray, member);
    QFETCH(QString, pointer);
    const ReadResult result = samples::read(R"({"format": "dealscape", "version": 1, "scales": {)" + member.toStdString() + "}}");
    QCOMPARE(result.dataset.has_value(), pointer.isEmpty());
    if (!result.dataset)
        QCOMPARE(QString::fromStdString(result.issues[0].pointer), pointer);
    else if (!member.isEmpty())
        QVERIFY((result.dataset->scales ==
                 FixedScales{Thresholds<Money>{Money(1), Money(2), Money(3), Money(4)},
                             Thresholds<Power>{Power(5), Power(6), Power(7), Power(8)}, Money(9)}));
    else
        QVERIFY(result.dataset->scales == FixedScales());
}

void ValuesTest::looksOfLayers_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("issue");
    QTest::newRow("neither") << QByteArray() << QString();
    QTest::newRow("both") << QByteArray(R"(, "icon": "ship", "colour": "#1f7F9c")") << QString();
    QTest::newRow("unknown icon") << QByteArray(R"(, "icon": "shp")") << "unknown icon \"shp\"; did you mean \"ship\"?";
    QTest::newRow("name of a colour") << QByteArray(R"(, "colour": "navy")") << "\"navy\" is no colour such as \"#2473C8\"";
    QTest::newRow("short") << QByteArray(R"(, "colour": "#fff")") << "\"#fff\" is no colour such as \"#2473C8\"";
    QTest::newRow("no digit") << QByteArray(R"(, "colour": "#12345G")") << "\"#12345G\" is no colour such as \"#2473C8\"";
}

void ValuesTest::looksOfLayers()
{
    QFETCH(QByteArray, member);
    QFETCH(QString, issue);
    const ReadResult result = samples::read(
        R"({"format": "dealscape", "version": 1, "layers": [{"id": "x", "label": "X", "style": "chips")" + member.toStdString() + "}]}");
    QCOMPARE(texts(result), issue.isEmpty() ? QStringList() : QStringList(issue));
    if (!result.dataset)
        return;
    const LayerLook look = result.dataset->layers[0].look();
    QCOMPARE(look.icon, member.isEmpty() ? LayerIcon::Chip : LayerIcon::Ship);
    QVERIFY(look.colour == (member.isEmpty() ? std::nullopt : std::optional(Colour{0x1F, 0x7F, 0x9C})));
}

void ValuesTest::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fault");
    const QString none;
    const QString noDate = QStringLiteral(" is no date; write 2025, 2025-10 or 2025-10-07");
    const QString farAway = QStringLiteral(" is outside the years from 1900 to 2200");
    QTest::newRow("day") << QByteArray("2024-02-29") << none;
    QTest::newRow("month") << QByteArray("2024-02") << none;
    QTest::newRow("year") << QByteArray("2024") << none;
    QTest::newRow("first") << QByteArray("1900-01-01") << none;
    QTest::newRow("last") << QByteArray("2200-12-31") << none;
    QTest::newRow("no such day") << QByteArray("2023-02-29") << noDate;
    QTest::newRow("no such month") << QByteArray("2023-13") << noDate;
    QTest::newRow("too early") << QByteArray("1899") << farAway;
    QTest::newRow("too late") << QByteArray("2201-01-01") << farAway;
    QTest::newRow("too early, no such month") << QByteArray("1899-13") << noDate;
    QTest::newRow("empty") << QByteArray("") << noDate;
    QTest::newRow("words") << QByteArray("soon") << noDate;
    QTest::newRow("time") << QByteArray("2024-02-28T00:00") << noDate;
}

void ValuesTest::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, fault);
    const ReadResult result = samples::read(Document{.top = R"(, "asOf": ")" + text.toStdString() + '"'}.text());
    if (fault.isEmpty()) {
        QCOMPARE(QByteArray::fromStdString(result.dataset->asOf->iso()), text);
        return;
    }
    QVERIFY(!result.dataset);
    QCOMPARE(texts(result), QStringList('"' + QString::fromUtf8(text) + '"' + fault));
}

void ValuesTest::tiersAndYears_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("sound");
    QTest::newRow("first tier") << QByteArray(R"("tier": 1)") << true;
    QTest::newRow("last tier") << QByteArray(R"("tier": 9)") << true;
    QTest::newRow("tier zero") << QByteArray(R"("tier": 0)") << false;
    QTest::newRow("tier ten") << QByteArray(R"("tier": 10)") << false;
    QTest::newRow("tier beyond 32 bits") << QByteArray(R"("tier": 4294967297)") << false;
    QTest::newRow("open term") << QByteArray(R"("term": {})") << true;
    QTest::newRow("start only") << QByteArray(R"("term": {"start": 1900})") << true;
    QTest::newRow("end only") << QByteArray(R"("term": {"end": 2200})") << true;
    QTest::newRow("one year") << QByteArray(R"("term": {"start": 2025, "end": 2025})") << true;
    QTest::newRow("reversed") << QByteArray(R"("term": {"start": 2026, "end": 2025})") << false;
    QTest::newRow("too early") << QByteArray(R"("term": {"start": 1899})") << false;
    QTest::newRow("too late") << QByteArray(R"("term": {"end": 2201})") << false;
    QTest::newRow("zero") << QByteArray(R"("term": {"end": 0})") << false;
    QTest::newRow("a date") << QByteArray(R"("term": {"end": "2025-01-01"})") << false;
}

void ValuesTest::tiersAndYears()
{
    QFETCH(QByteArray, member);
    QFETCH(bool, sound);
    const ReadResult result = samples::read(Document{.deal = ", " + member.toStdString()}.text());
    QCOMPARE(result.issues.size(), sound ? std::size_t(0) : std::size_t(1));
    QCOMPARE(result.dataset.has_value(), sound);
}

void ValuesTest::figures_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("issue");
    QTest::newRow("none") << QByteArray(R"("unit": "usd")") << QString();
    QTest::newRow("null") << QByteArray(R"("unit": "usd", "low": null, "high": null)") << QString();
    QTest::newRow("whole") << QByteArray(R"("unit": "usd", "low": 1, "high": 2)") << QString();
    QTest::newRow("fractions") << QByteArray(R"("unit": "gw", "low": 0.5, "high": 1.5e1)") << QString();
    QTest::newRow("whole share") << QByteArray(R"("unit": "share", "low": 0, "high": 1)") << QString();
    QTest::newRow("share in percent") << QByteArray(R"("unit": "share", "high": 40)") << "a share must be between 0 and 1";
    QTest::newRow("reversed") << QByteArray(R"("unit": "gw", "low": 2, "high": 1)") << "low is more than high";
    QTest::newRow("negative") << QByteArray(R"("unit": "gw", "low": -1)") << "negative figure";
    QTest::newRow("absurd") << QByteArray(R"("unit": "usd", "high": 1.1e15)") << "a figure above 1e15 is beyond belief";
    QTest::newRow("huge") << QByteArray(R"("unit": "usd", "high": 99999999999999999999)") << "number outside 64 bits";
    QTest::newRow("text") << QByteArray(R"("unit": "usd", "high": "1")") << "expected a number, found text";
    QTest::newRow("no unit") << QByteArray(R"("high": 1)") << "missing member \"unit\"";
}

void ValuesTest::figures()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, issue);
    const std::string claim =
        R"(, "claims": [{"id": "c", "statement": "S", "date": "2025", "sources": ["s"], )" + members.toStdString() + "}]";
    QCOMPARE(texts(samples::read(Document{.top = claim}.text())), issue.isEmpty() ? QStringList() : QStringList(issue));
}

void ValuesTest::addresses_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("found");
    const QString wrong = "error";
    QTest::newRow("https") << QByteArray("https://example.org") << QString();
    QTest::newRow("none") << QByteArray("") << QString();
    QTest::newRow("query and fragment") << QByteArray("https://example.org/a?b=c&d=%20#e") << QString();
    QTest::newRow("wide") << QByteArray("https://例え.jp/é") << QString();
    QTest::newRow("http") << QByteArray("http://example.org") << "warning";
    QTest::newRow("script") << QByteArray("javascript:alert(1)") << wrong;
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << wrong;
    QTest::newRow("capital scheme") << QByteArray("HTTPS://example.org") << wrong;
    QTest::newRow("no scheme") << QByteArray("example.org") << wrong;
    QTest::newRow("no host") << QByteArray("https://") << wrong;
    QTest::newRow("slash for a host") << QByteArray("http:///x") << wrong;
    QTest::newRow("blank") << QByteArray("https://example.org/ x") << wrong;
    QTest::newRow("line feed") << QByteArray("https://example.org/\\n") << wrong;
    QTest::newRow("blank first") << QByteArray(" https://example.org") << wrong;
    QTest::newRow("nested") << QByteArray("data:text/html,https://example.org") << wrong;
}

void ValuesTest::addresses()
{
    QFETCH(QByteArray, url);
    QFETCH(QString, found);
    const std::string text = R"({"format": "dealscape", "version": 1, "sources": [{"id": "s", "publisher": "P", "title": "T", "url": ")" +
        url.toStdString() + "\"}]}";
    const ReadResult result = samples::read(text);
    QCOMPARE(result.issues.size(), found.isEmpty() ? std::size_t(0) : std::size_t(1));
    QCOMPARE(result.dataset.has_value(), found != "error");
    if (!found.isEmpty())
        QCOMPARE(result.issues[0].pointer, std::string("/sources/0/url"));
}

void ValuesTest::laterThanTheDataset_data()
{
    QTest::addColumn<QByteArray>("asOf");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<bool>("later");
    const auto row = [](const char *asOf, const char *date, bool later) {
        QTest::addRow("%s at %s", date, asOf) << QByteArray(asOf) << QByteArray(date) << later;
    };
    row("2026-07-03", "2026-07-03", false);
    row("2026-07-03", "2026-07-04", true);
    row("2026-07-03", "2026-07", false);
    row("2026-07-03", "2026-08", true);
    row("2026-07-03", "2026-06-30", false);
    row("2026-07-03", "2026", false);
    row("2026-07-03", "2027", true);
    row("2026-07", "2026-07-31", false);
    row("2026-07", "2026-08-01", true);
    row("2026", "2026-12-31", false);
    row("2026", "2027-01-01", true);
    row("2026-07-03", "2025-12-31", false);
}

void ValuesTest::laterThanTheDataset()
{
    QFETCH(QByteArray, asOf);
    QFETCH(QByteArray, date);
    QFETCH(bool, later);
    Document document{.top = R"(, "asOf": ")" + asOf.toStdString() + '"'};
    std::string text = document.text();
    const std::string announced = "\"announced\": \"2025\"";
    text.replace(text.find(announced), announced.size(), "\"announced\": \"" + date.toStdString() + '"');
    const ReadResult result = samples::read(text);
    QVERIFY(result.dataset.has_value());
    QCOMPARE(result.issues.size(), later ? std::size_t(1) : std::size_t(0));
    if (later)
        QCOMPARE(result.issues[0].pointer, std::string("/deals/0/announced"));
}

void ValuesTest::everyWrongTypeIsNamed_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("name");
    QTest::newRow("null") << QByteArray("null") << "null";
    QTest::newRow("boolean") << QByteArray("false") << "true or false";
    QTest::newRow("integer") << QByteArray("-7") << "a whole number";
    QTest::newRow("real") << QByteArray("0.5") << "a number with a fraction or exponent";
    QTest::newRow("huge") << QByteArray("123456789012345678901") << "a number outside 64 bits";
    QTest::newRow("list") << QByteArray("[\"x\"]") << "a list";
    QTest::newRow("object") << QByteArray("{\"x\": 1}") << "an object";
}

void ValuesTest::everyWrongTypeIsNamed()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, name);
    const ReadResult result = samples::read(Document{.top = ", \"title\":  " + value.toStdString()}.text());
    QCOMPARE(texts(result), QStringList("expected text, found " + name));
    QCOMPARE(result.issues[0].pointer, std::string("/title"));
}

void ValuesTest::nullStandsOnlyForWhatIsNotKnown_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("sound");
    QTest::newRow("value reported") << QByteArray(R"("reported": {"stated": "x", "value": null})") << true;
    QTest::newRow("bounds of a part")
        << QByteArray(R"("parts": [{"certainty": "paid", "low": null, "high": null}, {"certainty": "binding", "low": 1, "high": 2}])")
        << true;
    QTest::newRow("note") << QByteArray(R"("note": null)") << false;
    QTest::newRow("power") << QByteArray(R"("power": null)") << false;
    QTest::newRow("term") << QByteArray(R"("term": {"start": null})") << false;
    QTest::newRow("successor") << QByteArray(R"("overlap": {"supersededBy": null})") << false;
    QTest::newRow("confidence") << QByteArray(R"("confidence": null)") << false;
    QTest::newRow("unknown member") << QByteArray(R"("whatever": null)") << true;
}

void ValuesTest::nullStandsOnlyForWhatIsNotKnown()
{
    QFETCH(QByteArray, member);
    QFETCH(bool, sound);
    QCOMPARE(samples::read(Document{.deal = ", " + member.toStdString()}.text()).dataset.has_value(), sound);
}

void ValuesTest::allFaultsOfARecordAreFound()
{
    const ReadResult result = samples::read(Document{.deal = R"(, "tier": 0, "power": {"megawatts": 0}, "confidence": "hgh", "note": 1,
        "term": {"start": 2030, "end": 2029}, "overlap": {"group": "none"}, "reported": {"value": -1})",
                                                     .value = R"("low": 3, "high": 2, "paid": 4, "currency": "eur")"}
                                                .text());
    QVERIFY(!result.dataset);
    const QStringList expected = {"low is more than high",
                                  "paid is more than the high value",
                                  "\"eur\" is no currency code of three capital letters",
                                  "a tier must be between 1 and 9",
                                  "missing member \"layer\"",
                                  "a capacity of 0 megawatts; leave it out instead",
                                  "unknown confidence \"hgh\"; did you mean \"high\"?",
                                  "expected text, found a whole number",
                                  "the term ends before it starts",
                                  "unknown overlap group \"none\"",
                                  "negative number of dollars"};
    QCOMPARE(texts(result), expected);
}

void ValuesTest::allFaultsOfAFileAreFound()
{
    const ReadResult result =
        samples::read(Document{.top = R"(, "stories": [{"id": "x", "title": "T", "scenes": [{"frame": ["nobody"]}]}], "asOf": "never",
        "notes": [1, "two", 3], "notes": [], "opening": {"lens": "vlaue", "layers": ["nowhere"]}, "layers": "none", "claims": [{}, 5])",
                               .organization = R"(, "parent": "b2", "valuation": {})"}
                          .text());
    QVERIFY(!result.dataset);
    // The layers are not readable, so nothing can be said about references to them.
    for (const QString &text : {QString("unknown organisation \"b2\"; did you mean \"b\"?"), QString("missing member \"usd\""),
                                QString("missing member \"asOf\""), QString("unknown organisation \"nobody\""),
                                QString("\"never\" is no date; write 2025, 2025-10 or 2025-10-07"), QString("duplicate key \"notes\""),
                                QString("unknown lens \"vlaue\"; did you mean \"value\"?"), QString("expected a list, found text"),
                                QString("missing member \"statement\""), QString("expected an object, found a whole number")})
        QVERIFY2(texts(result).count(text) == 1, qPrintable(text + "\n" + texts(result).join("\n")));
    QCOMPARE(texts(result).count("expected text, found a whole number"), 2);
    for (std::size_t i = 1; i < result.issues.size(); ++i)
        QVERIFY(std::pair(result.issues[i - 1].line, result.issues[i - 1].column) <=
                std::pair(result.issues[i].line, result.issues[i].column));
}

void ValuesTest::oneFaultDoesNotCauseAnother()
{
    // A syntax error late in the file says nothing about what would have followed it.
    const std::string text = Document().text();
    const ReadResult cut = samples::read(text.substr(0, text.find("\"sources\": [{")));
    QCOMPARE(texts(cut), QStringList("syntax error: the file ends too early"));
    // An id of the wrong type is one fault, not one for each place that names it.
    std::string wrong = Document().text();
    wrong.replace(wrong.find("\"id\": \"b\""), 9, "\"id\": [ ]");
    wrong.replace(wrong.find("\"customer\": \"b\""), 15, "\"customer\": \"\"");
    wrong.replace(wrong.find("\"payer\": \"b\""), 12, "\"payer\": null");
    QCOMPARE(texts(samples::read(wrong)), QStringList({"expected text, found a list", "must not be empty"}));
}

void ValuesTest::sumsOfPartsNeedSoundParts()
{
    const auto issues = [](const std::string &parts) { return texts(samples::read(Document{.deal = ", \"parts\": " + parts}.text())); };
    QCOMPARE(issues("[]"), QStringList());
    QCOMPARE(issues(R"([{"certainty": "paid", "low": 1, "high": 2}])"), QStringList());
    QCOMPARE(issues(R"([{"certainty": "paid", "low": 1, "high": 1}, {"certainty": "potential", "high": 1}])"), QStringList());
    QCOMPARE(issues(R"([{"certainty": "paid", "low": 1}])"), QStringList("the parts add up to 1 at the high bound, the value is 2"));
    QCOMPARE(issues(R"([{"certainty": "paid", "low": "1"}])"), QStringList("expected a whole number, found text"));
}

DEALSCAPE_TEST(ValuesTest, dealscape::testing::NoApplication)
#include "test_values.moc"
