// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "io/json.h"
#include "io/locate.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

using namespace dealscape::io;

namespace {

/// Notes where everything starts, and takes every record.
class Notes : public Receiver {
public:
    explicit Notes(std::string_view bytes) : places(bytes) {}

    int list(std::string_view member) const override { return member == "list" || member == "deals" ? 0 : -1; }
    bool element(int, std::size_t index, Tree &tree) override
    {
        places.addRecord(listName, tree.nodes.front().begin);
        return index == count++;
    }
    bool member(Tree &tree) override
    {
        places.addMember(tree.nodes.front().key, tree.nodes.front().begin);
        return true;
    }

    Places places;
    std::string listName = "list";
    std::size_t count = 0;
};

/// Every pointer of a value with the value itself.
void collect(const nlohmann::ordered_json &value, const std::string &pointer,
             std::vector<std::pair<std::string, nlohmann::ordered_json>> &all)
{
    all.emplace_back(pointer, value);
    if (value.is_object())
        for (const auto &[key, member] : value.items())
            collect(member, pointer + pointerStep(key), all);
    if (value.is_array())
        for (std::size_t i = 0; i < value.size(); ++i)
            collect(value[i], pointer + '/' + std::to_string(i), all);
}

} // namespace

class PlacesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void everyPointerLeadsToItsValue_data();
    void everyPointerLeadsToItsValue();
    void lostPointersLeadNearby();
    void steps_data();
    void steps();
    void treeOfAValue();
    void treeOfABrokenValue();
};

void PlacesTest::everyPointerLeadsToItsValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("kinds")
        << QByteArray(
               R"({"a": null, "b":true , "list" : [ -1, 2.5e3 ,"x\"y", [ [ ], {"k": {}} ], {"~/": "é", "": 0, "n": false} ], "z": "end"})")
        << QByteArray("list");
    QTest::newRow("numbers at ends") << QByteArray("{\"list\":[1,22,333\n,4444]\t,\"a\":5,\"b\":[6],\"c\":{\"d\":7}}")
                                     << QByteArray("list");
    QTest::newRow("escapes") << QByteArray(R"({"list":["\\","\"","a\\\"","\u0041",{"\"\\":"\\\""}],"\u0061b":["\/"]})")
                             << QByteArray("list");
    QTest::newRow("wide") << QByteArray("{\"測\": [\"🚀\", {\"é\": \"é\"}], \"list\": [{\"é\": 1}]}") << QByteArray("list");
    QTest::newRow("sound file") << QByteArray::fromStdString(samples::testFile("sound.json")) << QByteArray("deals");
}

void PlacesTest::everyPointerLeadsToItsValue()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, list);
    const std::string bytes = text.toStdString();
    Report report(10);
    Notes notes(bytes);
    notes.listName = list.toStdString();
    QVERIFY(parseDocument(bytes, {}, ReadLimits(), report, notes) == Parsed::Whole);
    std::vector<std::pair<std::string, nlohmann::ordered_json>> all;
    collect(nlohmann::ordered_json::parse(bytes), "", all);
    QVERIFY(all.size() > 5);
    for (const auto &[pointer, value] : all) {
        if (pointer.empty() || pointer == '/' + notes.listName)
            continue;
        const std::size_t offset = notes.places.offsetOf(pointer);
        // The value that starts there is the one the pointer means.
        Tree tree;
        QVERIFY(parseValue(bytes, offset, tree));
        const Node &root = tree.nodes.front();
        QCOMPARE(static_cast<std::size_t>(root.begin), offset);
        QVERIFY(nlohmann::ordered_json::parse(bytes.substr(root.begin, root.end - root.begin)) == value);
    }
}

void PlacesTest::lostPointersLeadNearby()
{
    const std::string bytes = R"({ "list": [ {"a": [1]}, 2 ], "m": 3 })";
    Report report(10);
    Notes notes(bytes);
    QVERIFY(parseDocument(bytes, {}, ReadLimits(), report, notes) == Parsed::Whole);
    const auto at = [&](const char *pointer) { return notes.places.offsetOf(pointer); };
    QCOMPARE(at(""), std::size_t(0));
    QCOMPARE(at("/none"), std::size_t(0));
    QCOMPARE(at("/list/9"), std::size_t(0));
    QCOMPARE(at("/list/x"), std::size_t(0));
    QCOMPARE(at("/list/0/none"), bytes.find("{\"a\""));
    QCOMPARE(at("/list/0/a/5"), bytes.find("[1]"));
    QCOMPARE(at("/list/1/below"), bytes.find("2 ]"));
    QCOMPARE(at("/m/0/0"), bytes.find("3 }"));
}

void PlacesTest::steps_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("step");
    QTest::newRow("plain") << QByteArray("deals") << QByteArray("/deals");
    QTest::newRow("empty") << QByteArray("") << QByteArray("/");
    QTest::newRow("slash") << QByteArray("a/b") << QByteArray("/a~1b");
    QTest::newRow("tilde") << QByteArray("a~b") << QByteArray("/a~0b");
    QTest::newRow("both") << QByteArray("~1/~0") << QByteArray("/~01~1~00");
    QTest::newRow("wide") << QByteArray("é") << QByteArray("/é");
}

void PlacesTest::steps()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, step);
    QCOMPARE(QByteArray::fromStdString(pointerStep(token.toStdString())), step);
    QCOMPARE(QByteArray::fromStdString(pointerToken(step.mid(1).toStdString())), token);
}

void PlacesTest::treeOfAValue()
{
    const std::string bytes = R"( [{"a":[1,-2],"b":"x\ty"},null] )";
    Tree tree;
    QVERIFY(parseValue(bytes, 1, tree));
    QCOMPARE(tree.nodes.size(), std::size_t(7));
    const Node &root = tree.nodes[0];
    QVERIFY(root.kind == Kind::List);
    QCOMPARE(root.span, 7U);
    std::vector<std::string> pointers;
    for (const Node &node : tree.nodes)
        pointers.push_back(pointerTo(node));
    QVERIFY(pointers == std::vector<std::string>({"", "/0", "/0/a", "/0/a/0", "/0/a/1", "/0/b", "/1"}));
    QCOMPARE(pointerTo(tree.nodes[4], &tree.nodes[1]), std::string("/a/1"));
    QCOMPARE(tree.nodes[4].integer, std::int64_t(-2));
    QCOMPARE(std::string(tree.nodes[5].text), std::string("x\ty"));
    QCOMPARE(std::string(tree.nodes[5].key), std::string("b"));
    QVERIFY(tree.nodes[6].kind == Kind::Null);
    int count = 0;
    for (const Node &child : dealscape::io::children(root))
        count += child.span > 1 ? 10 : 1;
    QCOMPARE(count, 11);
}

void PlacesTest::treeOfABrokenValue()
{
    Tree tree;
    QVERIFY(!parseValue("[1,}", 0, tree));
    tree.clear();
    QVERIFY(!parseValue("", 0, tree));
    tree.clear();
    QVERIFY(!parseValue("[1", 0, tree));
    tree.clear();
    QVERIFY(parseValue("7 trailing", 0, tree));
    QCOMPARE(tree.nodes.front().end, 1U);
}

DEALSCAPE_TEST(PlacesTest, dealscape::testing::NoApplication)
#include "test_places.moc"
