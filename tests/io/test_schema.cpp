// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "generated.h"
#include "samples.h"

#include "io/writer.h"

#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <vector>

using namespace dealscape;
using namespace dealscape::io;
using Json = nlohmann::json;

namespace {

const Json &schema()
{
    static const Json json = Json::parse(samples::dataset("dealscape.schema.json"));
    return json;
}

/// What a part of the schema says once references are followed.
Json resolved(const Json &part)
{
    Json result = part;
    std::vector<std::string> references;
    if (part.contains("$ref"))
        references.push_back(part["$ref"]);
    if (part.contains("allOf"))
        for (const Json &one : part["allOf"])
            if (one.contains("$ref"))
                references.push_back(one["$ref"]);
    for (const std::string &reference : references)
        result.update(resolved(schema().at(Json::json_pointer(reference.substr(1)))));
    return result;
}

/// Calls with every object of a document, its pointer and what the schema says of it.
template <class Call>
void walk(const Json &value, const Json &part, const std::string &pointer, Call call)
{
    const Json says = resolved(part);
    if (value.is_object()) {
        call(value, says, pointer);
        for (const auto &[key, member] : value.items())
            if (says.contains("properties") && says["properties"].contains(key))
                walk(member, says["properties"][key], pointer + '/' + key, call);
    } else if (value.is_array() && says.contains("items")) {
        for (std::size_t i = 0; i < value.size(); ++i)
            walk(value[i], says["items"], pointer + '/' + std::to_string(i), call);
    }
}

std::set<std::string> requiredBy(const Json &says)
{
    std::set<std::string> keys;
    for (const Json &key : says.value("required", Json::array()))
        keys.insert(key);
    return keys;
}

template <class E>
void compareWords(const char *definition)
{
    std::vector<std::string> words;
    for (const auto &entry : vocabulary<E>())
        words.emplace_back(entry.word);
    const auto known = schema()["definitions"][definition]["enum"].get<std::vector<std::string>>();
    QVERIFY2(known == words, definition);
}

/// Datasets that fill every member between them.
std::vector<Json> documents(unsigned count = 12)
{
    std::vector<Json> all = {Json::parse(samples::testFile("sound.json"))};
    for (unsigned seed = 0; seed < count; ++seed) {
        Dataset dataset = generated::dataset(seed);
        dataset.title = "Title";
        all.push_back(Json::parse(writeDataset(dataset)));
    }
    return all;
}

} // namespace

/// The published schema and the reader say the same, where a schema can say it.
class SchemaTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreTheSame();
    void everyMemberWrittenIsPublished();
    void everyMemberPublishedIsRead();
    void whatIsRequiredIsPublished();
    void whatIsNotRequiredMayBeAbsent();
    void wrongTypesAreRefused();
    void limitsAreTheSame();
    void shippedDatasetsUsePublishedMembersOnly_data();
    void shippedDatasetsUsePublishedMembersOnly();
};

void SchemaTest::wordsAreTheSame()
{
    compareWords<Certainty>("certainty");
    compareWords<FlowClass>("flowClass");
    compareWords<Family>("family");
    compareWords<DealKind>("dealKind");
    compareWords<DealStatus>("status");
    compareWords<Confidence>("confidence");
    compareWords<PowerLayer>("powerLayer");
    compareWords<OverlapRole>("overlapRole");
    compareWords<SourceBasis>("sourceBasis");
    compareWords<LayerStyle>("layerStyle");
    compareWords<LayerIcon>("layerIcon");
    compareWords<ClaimUnit>("claimUnit");
    compareWords<Lens>("lens");
    compareWords<LayoutKind>("layout");
}

void SchemaTest::everyMemberWrittenIsPublished()
{
    for (const Json &document : documents())
        walk(document, schema(), "", [](const Json &object, const Json &says, const std::string &pointer) {
            for (const auto &[key, member] : object.items()) {
                const bool foreign = key == "zz" || key.starts_with("odd");
                QVERIFY2(foreign || says["properties"].contains(key), (pointer + '/' + key).c_str());
            }
        });
}

/// A member that the reader does not know becomes an extra; none that is published may.
void SchemaTest::everyMemberPublishedIsRead()
{
    std::set<std::string> seen;
    for (const Json &document : documents())
        walk(document, schema(), "", [&](const Json &object, const Json &, const std::string &) {
            for (const auto &[key, member] : object.items())
                seen.insert(key);
        });
    const auto properties = [&](const Json &part, auto &&self) -> void {
        if (part.is_object() && part.contains("properties") && part.value("type", "") == "object")
            for (const auto &[key, member] : part["properties"].items())
                QVERIFY2(seen.contains(key), key.c_str());
        if (part.is_structured())
            for (const auto &[key, member] : part.items())
                self(member, self);
    };
    properties(schema(), properties);
    for (const Json &document : documents()) {
        const Dataset dataset = samples::sound(document.dump());
        for (const auto &[key, json] : dataset.extras)
            QVERIFY2(key == "zz" || key.starts_with("odd"), key.c_str());
    }
}

/// Whatever the reader misses, the schema requires.
void SchemaTest::whatIsRequiredIsPublished()
{
    int missed = 0;
    for (const Json &document : documents(3))
        walk(document, schema(), "", [&](const Json &object, const Json &says, const std::string &pointer) {
            const std::set<std::string> required = requiredBy(says);
            for (const auto &[key, member] : object.items()) {
                Json cut = document;
                cut[Json::json_pointer(pointer)].erase(key);
                const ReadResult result = samples::read(cut.dump());
                const std::string text = "missing member \"" + key + '"';
                const bool misses = std::any_of(result.issues.begin(), result.issues.end(),
                                                [&](const Issue &issue) { return issue.text.ends_with(text) && issue.pointer == pointer; });
                QVERIFY2(!misses || required.contains(key), (pointer + '/' + key).c_str());
                QVERIFY2(!misses || !result.dataset, (pointer + '/' + key).c_str());
                missed += misses;
            }
        });
    QVERIFY(missed > 80);
}

/// And whatever the schema does not require may be absent, unless a reference or a sum hangs in the air.
void SchemaTest::whatIsNotRequiredMayBeAbsent()
{
    const Json document = Json::parse(samples::testFile("sound.json"));
    walk(document, schema(), "", [&](const Json &object, const Json &says, const std::string &pointer) {
        const std::set<std::string> required = requiredBy(says);
        for (const auto &[key, member] : object.items()) {
            if (required.contains(key))
                continue;
            Json cut = document;
            cut[Json::json_pointer(pointer)].erase(key);
            for (const Issue &issue : samples::read(cut.dump()).issues)
                QVERIFY2(issue.severity == Severity::Warning || issue.text.starts_with("unknown ") ||
                             issue.text.starts_with("the parts add up"),
                         describe(issue).c_str());
        }
    });
}

/// Each value replaced by one of another type: the reader refuses it where it stands, whatever else it finds.
void SchemaTest::wrongTypesAreRefused()
{
    const Json document = Json::parse(samples::testFile("sound.json"));
    int refused = 0;
    walk(document, schema(), "", [&](const Json &object, const Json &, const std::string &pointer) {
        for (const auto &[key, member] : object.items()) {
            for (const Json &wrong : {Json(Json::array({1})), Json(Json::object()), Json("\x1b"), Json(-1), Json(true), Json(0.5)}) {
                if (wrong.type() == member.type() || (wrong.is_number() && member.is_number()))
                    continue;
                Json changed = document;
                const std::string place = pointer + '/' + key;
                changed[Json::json_pointer(place)] = wrong;
                const ReadResult result = samples::read(changed.dump());
                const bool wholeDocument = key == "format" || key == "version";
                const bool figure = member.is_null() || key == "low" || key == "high";
                QVERIFY2(!result.dataset, (place + " " + wrong.dump()).c_str());
                const bool there = std::any_of(result.issues.begin(), result.issues.end(),
                                               [&](const Issue &issue) { return issue.pointer.starts_with(place); });
                QVERIFY2(there || wholeDocument || figure, (place + " " + wrong.dump()).c_str());
                ++refused;
            }
        }
    });
    QVERIFY(refused > 400);
}

void SchemaTest::limitsAreTheSame()
{
    const Json &definitions = schema()["definitions"];
    QCOMPARE(definitions["megawatts"]["maximum"].get<std::int64_t>(), Power::maximum().megawatts());
    QCOMPARE(definitions["megawatts"]["minimum"].get<std::int64_t>(), std::int64_t(1));
    QCOMPARE(definitions["part"]["properties"]["high"]["maximum"].get<std::int64_t>(), Money::maximum().dollars());
    QCOMPARE(definitions["reported"]["properties"]["value"]["maximum"].get<std::int64_t>(), Money::maximum().dollars());
    QCOMPARE(definitions["colour"]["pattern"].get<std::string>(), std::string("^#[0-9A-Fa-f]{6}$"));
    QCOMPARE(definitions["country"]["pattern"].get<std::string>(), std::string("^[A-Z]{2}$"));
    QCOMPARE(resolved(schema()["properties"]["opening"])["properties"]["tier"]["minimum"].get<int>(), 0);
}

void SchemaTest::shippedDatasetsUsePublishedMembersOnly_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"ai-infrastructure.json", "example-offshore-wind.json"})
        QTest::newRow(name) << QByteArray(name);
}

void SchemaTest::shippedDatasetsUsePublishedMembersOnly()
{
    QFETCH(QByteArray, name);
    int objects = 0;
    walk(Json::parse(samples::dataset(name)), schema(), "", [&](const Json &object, const Json &says, const std::string &pointer) {
        for (const auto &[key, member] : object.items())
            QVERIFY2(says["properties"].contains(key), (pointer + '/' + key).c_str());
        for (const std::string &key : requiredBy(says))
            QVERIFY2(object.contains(key), (pointer + '/' + key).c_str());
        ++objects;
    });
    QVERIFY(objects > 100);
}

DEALSCAPE_TEST(SchemaTest, dealscape::testing::NoApplication)
#include "test_schema.moc"
