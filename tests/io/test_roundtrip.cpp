// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "io/writer.h"

#include <string>

using namespace dealscape;
using namespace dealscape::io;
using samples::Document;

namespace {

/// A dataset in which nothing has its default.
Dataset everything()
{
    Dataset dataset;
    dataset.title = "Title “quoted” \"plain\" \\ back\tslash\n測試 🚀";
    dataset.description = "Description";
    dataset.example = true;
    dataset.asOf = Date{2026, 7, 3};
    dataset.opening.lens = Lens::Power;
    dataset.opening.layout = LayoutKind::Orbit;
    dataset.opening.asReported = true;
    dataset.opening.arrangeShown = true;
    dataset.opening.focus = Focus{OrganizationId("acme"), 2};
    dataset.opening.expanded = {OrganizationId("bolt")};
    dataset.opening.collapsed = {OrganizationId("acme")};
    dataset.opening.trail = Trail{{OrganizationId("acme"), OrganizationId("bolt")}, true};
    Filter &filter = dataset.opening.filter;
    filter.maximumTier = 2;
    filter.countedOnly = false;
    filter.publishedOnly = false;
    filter.certainties = {Certainty::Paid, Certainty::Cancelled};
    filter.families = {Family::Capital, Family::Energy};
    filter.kinds = {DealKind::Loan, DealKind::Other};
    filter.layers = {LayerId("top"), LayerId("bottom")};
    filter.layerEnds = Ends::Either;
    filter.countries = {"US", "GB"};
    filter.countryEnds = Ends::Either;
    filter.organizations = {OrganizationId("acme"), OrganizationId("bolt")};
    filter.organizationEnds = Ends::Both;
    filter.weakestSources = {SourceBasis::Copy};
    filter.from = Date{2024, 1, 0};
    filter.until = Date{2025, 0, 0};
    filter.atLeast = Money(5);
    filter.text = "needle";
    dataset.layers = {{LayerId("top"), "Top", LayerStyle::Systems, 3, LayerIcon::Ship, Colour{0x0A, 0xFF, 0x00}, {{"x", "1"}}},
                      {LayerId("bottom"), "Bottom", LayerStyle::Energy, 0, {}, {}, {}}};
    dataset.scales = {Thresholds<Money>{Money(1), Money(2), Money(3), Money(4)}, Thresholds<Power>{Power(5), Power(6), Power(7), Power(8)},
                      Money(9)};

    Organization acme;
    acme.id = OrganizationId("acme");
    acme.name = "Acme Incorporated";
    acme.shortName = "Acme";
    acme.kind = "maker";
    acme.layer = LayerId("top");
    acme.country = "US";
    acme.listing = {"listed", "ACM", "NYSE"};
    acme.wikidata = "Q1";
    acme.valuation = Valuation{Money(7), "market cap", Date{2026, 1, 0}, Confidence::High, "page", SourceId("news")};
    acme.note = "note";
    acme.extras = {{"/listing/venue", "\"x\""}, {"colour", "[1,2.50,{\"a\":null}]"}};
    Organization bolt;
    bolt.id = OrganizationId("bolt");
    bolt.name = "Bolt";
    bolt.layer = LayerId("bottom");
    bolt.parent = acme.id;
    dataset.organizations = {acme, bolt};

    Deal deal;
    deal.id = DealId("one");
    deal.headline = "Headline";
    deal.supplier = bolt.id;
    deal.customer = acme.id;
    deal.payer = acme.id;
    deal.payee = bolt.id;
    deal.kind = DealKind::MemorySupply;
    deal.flow = FlowClass::Hardware;
    deal.value = {Money(10), Money(30)};
    deal.paid = Money(4);
    deal.currency = "EUR";
    deal.asAnnounced = "€ 9";
    deal.estimates = {{"somebody", {Money(1), std::nullopt}, SourceId("news")}, {"", {std::nullopt, Money(2)}, std::nullopt}};
    deal.parts = {{Certainty::Paid, MoneyRange::exactly(Money(4))}, {Certainty::Potential, {Money(6), Money(26)}}};
    deal.power = PowerStatement{Power(12), PowerLayer::Chips};
    deal.announced = Date{2025, 3, 1};
    deal.term = {2025, 2030};
    deal.status = DealStatus::InProgress;
    deal.statusDetail = "half done";
    deal.commitment = "contract";
    deal.certainty = Certainty::Binding;
    deal.confidence = Confidence::Low;
    deal.note = "note";
    deal.tier = 3;
    deal.overlap = {GroupId("plan"), OverlapRole::Component, false, DealId("two")};
    deal.reported = Reported{"stated", Money(11), true, "explanation"};
    deal.sources = {SourceId("news"), SourceId("blog")};
    deal.unsourced = {"day", "term"};
    deal.extras = {
        {"/value/estimates/1/deep", "{}"}, {"/value/extra", "true"}, {"/term/~1odd~0", "[]"}, {"last", "\"é\\u00e9\""}, {"/~1slash", "0"}};
    Deal other;
    other.id = DealId("two");
    other.supplier = acme.id;
    other.customer = bolt.id;
    other.announced = Date{2026, 0, 0};
    other.overlap = {GroupId("plan"), OverlapRole::Umbrella, false, std::nullopt};
    other.sources = {SourceId("news")};
    dataset.deals = {deal, other};

    dataset.groups = {{GroupId("plan"), "Why", Umbrella{DealId("two"), "Plan", {acme.id, bolt.id}}, {{"/umbrella/x", "1"}, {"y", "2"}}}};
    dataset.sources = {{SourceId("news"), "News", "Title", Date{2025, 3, 2}, "https://example.org/", SourceBasis::Cited, {{"z", "3"}}},
                       {SourceId("blog"), "Blog", "", std::nullopt, "", SourceBasis::Page, {}}};
    Claim claim;
    claim.id = ClaimId("total");
    claim.kind = "aggregate";
    claim.subject = acme.id;
    claim.statement = "Statement";
    claim.low = 0.1;
    claim.high = 1.0 / 3.0;
    claim.unit = ClaimUnit::Share;
    claim.date = Date{2025, 12, 0};
    claim.confidence = Confidence::High;
    claim.note = "note";
    claim.reported = Reported{"stated", std::nullopt, false, ""};
    claim.deals = {other.id, deal.id};
    claim.flows = {FlowClass::Hardware, FlowClass::Capital};
    claim.sources = {SourceId("blog")};
    claim.extras = {{"/reported/page", "7"}};
    dataset.claims = {claim};
    dataset.articleSource = SourceId("news");
    ArticleItem item;
    item.label = "Item";
    item.statedValue = Money(99);
    item.statedPower = Power(6000);
    item.itemised = true;
    item.mapsTo = {"one", "total"};
    item.verdict = "conflated";
    item.corrected = "in truth";
    item.edges = {{acme.id, bolt.id, FlowClass::Sites, {Money(1), Money(2)}, Power(3)},
                  {bolt.id, acme.id, FlowClass::Policy, {}, std::nullopt}};
    item.extras = {{"/edges/1/style", "\"dashed\""}};
    dataset.article = {item};
    Scene scene;
    scene.name = "One";
    scene.caption = "Caption";
    scene.notes = "Notes";
    scene.perspective.filter.certainties = {};
    scene.perspective.filter.maximumTier = 1;
    scene.highlighted = {"acme", "one"};
    scene.frame = {bolt.id};
    scene.chart = "partner";
    scene.compare = "earlier.json";
    scene.extras = {{"/perspective/zoom", "1.5"}, {"music", "null"}};
    dataset.stories = {{StoryId("tour"), "Tour", {scene, Scene()}, {{"author", "\"me\""}}}, {StoryId("empty"), "Empty", {}, {}}};
    dataset.notes = {"first", "", "third"};
    dataset.extras = {{"/opening/camera", "[0,0]"}, {"vendor", "{\"a\":{\"b\":[]}}"}};
    return dataset;
}

} // namespace

class RoundTripTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void everyMemberSurvives();
    void writtenTextIsStable();
    void shippedDatasetsAreWrittenAsTheyAre_data();
    void shippedDatasetsAreWrittenAsTheyAre();
    void emptyDataset();
    void defaultsAreLeftOut();
    void layersAreWrittenOnlyWhenTheirOwn();
    void orderOfMembersInTheFileDoesNotMatter();
    void unknownMembers_data();
    void unknownMembers();
    void numbersOfUnknownMembersKeepTheirSpelling();
    void controlCharacters();
    void byteOrderMarkAndLineEndsAreTolerated();
    void figuresOfClaims_data();
    void figuresOfClaims();
};

void RoundTripTest::everyMemberSurvives()
{
    const Dataset dataset = everything();
    const std::string text = writeDataset(dataset);
    const ReadResult result = samples::read(text);
    QCOMPARE(samples::described(result), QStringList());
    QVERIFY(result.dataset.has_value());
    QVERIFY(result.dataset->opening == dataset.opening);
    QVERIFY(result.dataset->layers == dataset.layers);
    QVERIFY(result.dataset->organizations == dataset.organizations);
    QVERIFY(result.dataset->deals == dataset.deals);
    QVERIFY(result.dataset->groups == dataset.groups);
    QVERIFY(result.dataset->sources == dataset.sources);
    QVERIFY(result.dataset->claims == dataset.claims);
    QVERIFY(result.dataset->article == dataset.article);
    QVERIFY(result.dataset->stories == dataset.stories);
    QVERIFY(result.dataset->extras == dataset.extras);
    QVERIFY(*result.dataset == dataset);
}

void RoundTripTest::writtenTextIsStable()
{
    const std::string first = writeDataset(everything());
    QCOMPARE(QByteArray::fromStdString(writeDataset(samples::sound(first))), QByteArray::fromStdString(first));
}

void RoundTripTest::shippedDatasetsAreWrittenAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("the network") << QByteArray("ai-infrastructure.json");
    QTest::newRow("the example") << QByteArray("example-offshore-wind.json");
}

void RoundTripTest::shippedDatasetsAreWrittenAsTheyAre()
{
    QFETCH(QByteArray, name);
    const std::string text = samples::dataset(name.constData());
    const ReadResult result = samples::read(text);
    QCOMPARE(samples::described(result), QStringList());
    QVERIFY(result.dataset.has_value());
    QVERIFY(writeDataset(*result.dataset) == text);
}

void RoundTripTest::emptyDataset()
{
    const Dataset dataset;
    QCOMPARE(QByteArray::fromStdString(writeDataset(dataset)),
             QByteArray("{\n  \"format\": \"dealscape\",\n  \"version\": 1,\n  \"layers\": []\n}\n"));
    QVERIFY(samples::sound(writeDataset(dataset)) == dataset);
    const Dataset least = samples::sound(R"({"format":"dealscape","version":1})");
    QVERIFY(least.layers == defaultLayers());
    QVERIFY(least.organizations.empty());
    QCOMPARE(QByteArray::fromStdString(writeDataset(least)), QByteArray("{\n  \"format\": \"dealscape\",\n  \"version\": 1\n}\n"));
}

void RoundTripTest::defaultsAreLeftOut()
{
    const QByteArray text = QByteArray::fromStdString(writeDataset(samples::sound(Document().text())));
    for (const char *absent : {"example", "asOf", "opening", "listing", "valuation", "note", "paid", "currency", "estimates", "parts",
                               "power", "term", "overlap", "reported", "unsourced", "notes", "stories", "claims"})
        QVERIFY2(!text.contains('"' + QByteArray(absent) + '"'), absent);
    for (const char *present : {"format", "version", "payer", "payee", "low", "high", "sources", "tier", "confidence"})
        QVERIFY2(text.contains('"' + QByteArray(present) + '"'), present);
}

void RoundTripTest::layersAreWrittenOnlyWhenTheirOwn()
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    QVERIFY(writeDataset(dataset).find("layers") == std::string::npos);
    dataset.layers.pop_back();
    QVERIFY(writeDataset(dataset).find("layers") != std::string::npos);
    QVERIFY(samples::sound(writeDataset(dataset)) == dataset);
}

void RoundTripTest::orderOfMembersInTheFileDoesNotMatter()
{
    const Dataset forwards = samples::sound(R"({"format":"dealscape","version":1,"odd":1,"asOf":"2026",
        "organizations":[{"id":"a","name":"A","layer":"x","kind":"k","zz":2}],"layers":[{"id":"x","label":"X","style":"chips"}],"opening":{"p":3}})");
    const Dataset backwards = samples::sound(R"({"opening":{"p":3},"layers":[{"style":"chips","label":"X","id":"x"}],
        "organizations":[{"zz":2,"kind":"k","layer":"x","name":"A","id":"a"}],"asOf":"2026","odd":1,"version":1,"format":"dealscape"})");
    QVERIFY(forwards == backwards);
    QVERIFY(writeDataset(forwards) == writeDataset(backwards));
}

void RoundTripTest::unknownMembers_data()
{
    QTest::addColumn<QByteArray>("top");
    QTest::addColumn<QByteArray>("organization");
    QTest::addColumn<QByteArray>("deal");
    QTest::addColumn<QByteArray>("value");
    const QByteArray value = R"("low": 1, "high": 2)";
    QTest::newRow("at the top") << QByteArray(R"(, "mystery": {"a": [1, null, "x"]})") << QByteArray() << QByteArray() << value;
    QTest::newRow("in a record") << QByteArray() << QByteArray(R"(, "mystery": [ ])") << QByteArray() << value;
    QTest::newRow("in a value") << QByteArray() << QByteArray() << QByteArray() << value + R"(, "mystery": { })";
    QTest::newRow("in an estimate") << QByteArray() << QByteArray() << QByteArray()
                                    << value + R"(, "estimates": [{"low": 1}, {"mystery": 1, "high": 2}])";
    QTest::newRow("in an object that holds nothing else")
        << QByteArray() << QByteArray(R"(, "listing": {"mystery": 1})") << QByteArray() << value;
    QTest::newRow("in the overlap") << QByteArray() << QByteArray() << QByteArray(R"(, "overlap": {"mystery": true})") << value;
    QTest::newRow("in the opening") << QByteArray(R"(, "opening": {"mystery": "x"})") << QByteArray() << QByteArray() << value;
    QTest::newRow("with a slash") << QByteArray(R"(, "/mystery": 1, "a/b": 2, "/a/mystery": 3)") << QByteArray(R"(, "/mystery/~": 1)")
                                  << QByteArray() << value;
    QTest::newRow("with a tilde") << QByteArray(R"(, "mystery~1": 1)") << QByteArray(R"(, "listing": {"~0mystery/": 1})") << QByteArray()
                                  << value;
    QTest::newRow("with escapes") << QByteArray(R"(, "my\u0073tery\n\"": "\ud83d\ude80")") << QByteArray() << QByteArray() << value;
    QTest::newRow("with an empty name") << QByteArray(R"(, "": "mystery")") << QByteArray(R"(, "": 1, "listing": {"": 2})") << QByteArray()
                                        << value;
    QTest::newRow("in several") << QByteArray(R"(, "z": "mystery", "a": 1, "opening": {"z": 2}, "m": 3)")
                                << QByteArray(R"(, "b": 1, "listing": {"d": 2, "c": 3}, "a": 4)")
                                << QByteArray(R"(, "term": {"x": [[]]}, "y": 0)") << value;
}

void RoundTripTest::unknownMembers()
{
    QFETCH(QByteArray, top);
    QFETCH(QByteArray, organization);
    QFETCH(QByteArray, deal);
    QFETCH(QByteArray, value);
    const Document document{top.toStdString(), organization.toStdString(), deal.toStdString(), value.toStdString()};
    const Dataset dataset = samples::sound(document.text());
    const std::string written = writeDataset(dataset);
    QVERIFY2(written.find("myst") != std::string::npos || written.find("\"x\"") != std::string::npos, written.c_str());
    QVERIFY2(samples::sound(written) == dataset, written.c_str());
    QVERIFY(!(dataset == samples::sound(Document().text())));
    QVERIFY(writeDataset(samples::sound(written)) == written);
}

void RoundTripTest::numbersOfUnknownMembersKeepTheirSpelling()
{
    const std::string numbers = "[1.50,1e5,-0,123456789012345678901234567890,0.1e-7]";
    const Dataset dataset = samples::sound(Document{.top = ", \"n\": " + numbers}.text());
    QCOMPARE(QByteArray::fromStdString(dataset.extras.at(0).second), QByteArray::fromStdString(numbers));
}

void RoundTripTest::controlCharacters()
{
    Dataset dataset = samples::sound(Document().text());
    std::string all;
    for (char c = 0; c < 0x20; ++c)
        all += c;
    dataset.title = all + "\x7F";
    dataset.notes = {all};
    const std::string text = writeDataset(dataset);
    for (char c : text)
        QVERIFY(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
    QVERIFY(samples::sound(text) == dataset);
}

void RoundTripTest::byteOrderMarkAndLineEndsAreTolerated()
{
    const std::string text = writeDataset(everything());
    QVERIFY(samples::sound("\xEF\xBB\xBF" + text) == everything());
    QVERIFY(samples::sound(QByteArray::fromStdString(text).replace("\n", "\r\n").toStdString()) == everything());
    QVERIFY(samples::sound(" \t\r\n" + text + "\n\n  ") == everything());
    const ReadResult result = samples::read("\xEF\xBB\xBF{ \"format\": 1 }");
    QCOMPARE(result.issues.at(0).column, 13);
}

void RoundTripTest::figuresOfClaims_data()
{
    QTest::addColumn<double>("figure");
    QTest::addColumn<QByteArray>("spelling");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("whole") << 800e9 << QByteArray("800000000000");
    QTest::newRow("fraction") << 1.9 << QByteArray("1.9");
    QTest::newRow("third") << 1.0 / 3.0 << QByteArray("0.3333333333333333");
    QTest::newRow("small") << 1e-9 << QByteArray("1e-09");
    QTest::newRow("largest") << 1e15 << QByteArray("1000000000000000");
}

void RoundTripTest::figuresOfClaims()
{
    QFETCH(double, figure);
    QFETCH(QByteArray, spelling);
    Dataset dataset = samples::sound(Document().text());
    Claim claim;
    claim.id = ClaimId("c");
    claim.date = Date{2025, 0, 0};
    claim.high = figure;
    claim.sources = {SourceId("s")};
    dataset.claims = {claim};
    const std::string text = writeDataset(dataset);
    QVERIFY2(text.find("\"high\": " + spelling.toStdString() + ",") != std::string::npos, text.c_str());
    QVERIFY(samples::sound(text) == dataset);
}

DEALSCAPE_TEST(RoundTripTest, dealscape::testing::NoApplication)
#include "test_roundtrip.moc"
