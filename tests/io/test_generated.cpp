// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "generated.h"
#include "samples.h"

#include "io/jsontext.h"
#include "io/perspectivetext.h"
#include "io/writer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <string>

using namespace dealscape;
using namespace dealscape::io;
using Json = nlohmann::json;

namespace {

/// The same document with the members of every object in another order.
void writeShuffled(const Json &value, std::mt19937 &random, std::string &out)
{
    if (value.is_object()) {
        std::vector<std::string> keys;
        for (const auto &[key, member] : value.items())
            keys.push_back(key);
        for (std::size_t i = keys.size(); i > 1; --i)
            std::swap(keys[i - 1], keys[random() % i]);
        out += '{';
        for (std::size_t i = 0; i < keys.size(); ++i) {
            out += (i ? ", " : "") + Json(keys[i]).dump() + " :";
            writeShuffled(value[keys[i]], random, out);
        }
        out += '}';
    } else if (value.is_array()) {
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            out += i ? "\n,\t" : " ";
            writeShuffled(value[i], random, out);
        }
        out += " ]";
    } else {
        out += value.dump();
    }
}

QString firstIssue(const ReadResult &result)
{
    return samples::described(result).value(0);
}

} // namespace

class GeneratedTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void comeBackTheSame();
    void areWrittenTheSameTwice();
    void areWrittenAsTheLibraryReadsThem();
    void doNotDependOnTheOrderOfMembers();
    void doNotDependOnBlanks();
    void perspectivesComeBackTheSame();
    void damagedPerspectivesAreRefused();
    void seedsDiffer();
    void lostMembersAreNoticed();
    void lostRecordsLeaveNoDanglingIds();
};

void GeneratedTest::comeBackTheSame()
{
    for (unsigned seed = 0; seed < 150; ++seed) {
        const Dataset dataset = generated::dataset(seed);
        const ReadResult result = samples::read(writeDataset(dataset));
        QVERIFY2(result.dataset.has_value(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(firstIssue(result))));
        QVERIFY2(*result.dataset == dataset, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

void GeneratedTest::areWrittenTheSameTwice()
{
    for (unsigned seed = 0; seed < 60; ++seed) {
        const std::string text = writeDataset(generated::dataset(seed));
        QCOMPARE(writeDataset(samples::sound(text)), text);
    }
}

void GeneratedTest::areWrittenAsTheLibraryReadsThem()
{
    for (unsigned seed = 0; seed < 60; ++seed) {
        const Dataset dataset = generated::dataset(seed);
        const Json json = Json::parse(writeDataset(dataset));
        QCOMPARE(json["organizations"].size(), dataset.organizations.size());
        for (std::size_t i = 0; i < dataset.organizations.size(); ++i) {
            QCOMPARE(json["organizations"][i]["id"].get<std::string>(), dataset.organizations[i].id.text());
            QCOMPARE(json["organizations"][i].value("note", ""), dataset.organizations[i].note);
        }
        for (std::size_t i = 0; i < dataset.deals.size(); ++i) {
            const Json &value = json["deals"][i]["value"];
            QCOMPARE(value["low"].is_null(), !dataset.deals[i].value.low.has_value());
            QVERIFY(value["high"].is_null() || value["high"] == dataset.deals[i].value.high->dollars());
        }
        QCOMPARE(json.value("title", ""), dataset.title);
    }
}

void GeneratedTest::doNotDependOnTheOrderOfMembers()
{
    std::mt19937 random(11);
    for (unsigned seed = 0; seed < 80; ++seed) {
        const Json whole = Json::parse(writeDataset(generated::dataset(seed)));
        std::string shuffled;
        writeShuffled(whole, random, shuffled);
        QVERIFY(Json::parse(writeDataset(samples::sound(shuffled))) == whole);
    }
}

void GeneratedTest::doNotDependOnBlanks()
{
    for (unsigned seed = 0; seed < 60; ++seed) {
        const Dataset dataset = generated::dataset(seed);
        QVERIFY(samples::sound(compact(writeDataset(dataset))) == dataset);
    }
}

void GeneratedTest::perspectivesComeBackTheSame()
{
    for (unsigned seed = 0; seed < 150; ++seed) {
        const Perspective perspective = generated::dataset(seed).opening;
        const std::string text = perspectiveText(perspective);
        QVERIFY(text.find('\n') == std::string::npos);
        const auto back = readPerspective(text);
        QVERIFY2(back.has_value(), back ? "" : back.error().c_str());
        QVERIFY2(*back == perspective, text.c_str());
        QCOMPARE(perspectiveText(*back), text);
    }
}

/// Every cut and many changed bytes: never a crash, and either a perspective that comes back or a reason.
void GeneratedTest::damagedPerspectivesAreRefused()
{
    std::mt19937 random(4);
    int refused = 0;
    for (unsigned seed = 0; seed < 15; ++seed) {
        const std::string whole = perspectiveText(generated::dataset(seed).opening);
        for (std::size_t at = 0; at < whole.size(); ++at) {
            std::string text = whole;
            text[at] = static_cast<char>(random() % 256);
            for (const std::string &damaged : {whole.substr(0, at), text}) {
                const auto back = readPerspective(damaged);
                QVERIFY(back || !back.error().empty());
                QVERIFY(!back || readPerspective(perspectiveText(*back)) == back);
                refused += !back;
            }
        }
    }
    QVERIFY(refused > 2000);
    QVERIFY(!readPerspective(""));
    QVERIFY(!readPerspective("[]"));
    QVERIFY(!readPerspective("{} {}"));
    QVERIFY(!readPerspective("{}, \"more\": {\"lens\": \"power\"}"));
    QVERIFY(!readPerspective("{}}"));
}

void GeneratedTest::seedsDiffer()
{
    QVERIFY(generated::dataset(1) == generated::dataset(1));
    int different = 0;
    for (unsigned seed = 1; seed < 20; ++seed)
        different += !(generated::dataset(seed) == generated::dataset(0));
    QCOMPARE(different, 19);
}

/// Whichever member is taken away from a record, either it had its default or the reader says that it is missing.
void GeneratedTest::lostMembersAreNoticed()
{
    int missing = 0;
    int gone = 0;
    for (unsigned seed = 0; seed < 12; ++seed) {
        const Json whole = Json::parse(writeDataset(generated::dataset(seed)));
        const Dataset before = samples::sound(whole.dump());
        for (const char *list : {"organizations", "deals", "sources", "claims"})
            for (const auto &[key, member] : whole[list][0].items()) {
                Json cut = whole;
                cut[list][0].erase(key);
                const ReadResult result = samples::read(cut.dump());
                if (result.dataset) {
                    QVERIFY2(!(*result.dataset == before) || key == "confidence" || key == "basis" || key == "tier", key.c_str());
                    ++gone;
                    continue;
                }
                // An id that is gone is missed where it is used, too.
                const QString text = QStringLiteral("missing member \"%1\" [/%2/0]").arg(QString::fromStdString(key), QLatin1String(list));
                const QStringList issues = samples::described(result);
                QVERIFY2(issues.first().endsWith(text) || issues.filter(text).size() == 1, qPrintable(issues.join('\n')));
                ++missing;
            }
    }
    QVERIFY(missing > 150);
    QVERIFY(gone > 150);
}

/// Whichever record is taken away, what is left either opens with every id resolved or is refused for the ids that hang.
void GeneratedTest::lostRecordsLeaveNoDanglingIds()
{
    int refused = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        Dataset dataset = generated::dataset(seed);
        dataset.organizations.pop_back();
        const ReadResult result = samples::read(writeDataset(dataset));
        if (!result.dataset) {
            for (const Issue &issue : result.issues)
                QVERIFY2(issue.severity == Severity::Warning || issue.text.starts_with("unknown organisation"), issue.text.c_str());
            ++refused;
            continue;
        }
        const Index index(*result.dataset);
        for (const Deal &deal : result.dataset->deals)
            QVERIFY(index.organization(deal.supplier) && index.organization(deal.customer));
    }
    QVERIFY(refused > 20);
}

DEALSCAPE_TEST(GeneratedTest, dealscape::testing::NoApplication)
#include "test_generated.moc"
