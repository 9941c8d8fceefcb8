// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "domain/dataset.h"

#include <functional>
#include <vector>

using namespace dealscape;

namespace {

/// Every change must be seen by ==, alone and against every other: nothing is left out of a comparison, and no change
/// hides another.
template <class T>
void tellsApart(const std::vector<std::function<void(T &)>> &changes)
{
    std::vector<T> variants = {T()};
    for (const auto &change : changes) {
        variants.emplace_back();
        change(variants.back());
    }
    for (std::size_t i = 0; i < variants.size(); ++i)
        for (std::size_t j = 0; j < variants.size(); ++j)
            QVERIFY2((variants[i] == variants[j]) == (i == j), qPrintable(QStringLiteral("changes %1 and %2").arg(i).arg(j)));
}

} // namespace

class RecordsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void organizations();
    void valuations();
    void listings();
    void layers();
    void sources();
    void claims();
    void articleItems();
    void reportedEdges();
    void groups();
    void filters();
    void focuses();
    void trails();
    void perspectives();
    void scenes();
    void stories();
    void parts();
    void overlapDefaults();
    void claimDefaults();
    void sourceDefaults();
    void placesInOrder();
};

void RecordsTest::organizations()
{
    using T = Organization;
    tellsApart<T>({[](T &o) { o.id = OrganizationId("a"); }, [](T &o) { o.name = "x"; }, [](T &o) { o.shortName = "x"; },
                   [](T &o) { o.kind = "x"; }, [](T &o) { o.layer = LayerId("x"); }, [](T &o) { o.country = "US"; },
                   [](T &o) { o.parent = OrganizationId(); }, [](T &o) { o.parent = OrganizationId("b"); },
                   [](T &o) { o.listing.ticker = "X"; }, [](T &o) { o.wikidata = "Q1"; }, [](T &o) { o.valuation = Valuation(); },
                   [](T &o) { o.note = "x"; }, [](T &o) { o.extras.emplace_back("x", "1"); },
                   [](T &o) { o.extras.emplace_back("x", "2"); }});
}

void RecordsTest::valuations()
{
    using T = Valuation;
    tellsApart<T>({[](T &v) { v.value = Money(1); }, [](T &v) { v.kind = "x"; },
                   [](T &v) {
                       v.asOf = Date{2025, 0, 0};
                   },
                   [](T &v) {
                       v.asOf = Date{2025, 1, 0};
                   },
                   [](T &v) { v.confidence = Confidence::High; }, [](T &v) { v.confidence = Confidence::Low; },
                   [](T &v) { v.basis = "page"; }, [](T &v) { v.source = SourceId("s"); }});
}

void RecordsTest::listings()
{
    using T = Listing;
    tellsApart<T>({[](T &l) { l.status = "x"; }, [](T &l) { l.ticker = "x"; }, [](T &l) { l.exchange = "x"; }});
}

void RecordsTest::layers()
{
    using T = Layer;
    tellsApart<T>({[](T &l) { l.id = LayerId("x"); }, [](T &l) { l.label = "x"; }, [](T &l) { l.style = LayerStyle::Energy; },
                   [](T &l) { l.column = 1; }, [](T &l) { l.column = 63; }, [](T &l) { l.icon = LayerIcon::Ship; },
                   [](T &l) { l.colour = Colour{}; },
                   [](T &l) {
                       l.colour = Colour{0, 0, 1};
                   },
                   [](T &l) { l.extras.emplace_back("x", "1"); }});
}

void RecordsTest::sources()
{
    using T = Source;
    tellsApart<T>({[](T &s) { s.id = SourceId("x"); }, [](T &s) { s.publisher = "x"; }, [](T &s) { s.title = "x"; },
                   [](T &s) { s.date = Date(); },
                   [](T &s) {
                       s.date = Date{2025, 0, 0};
                   },
                   [](T &s) { s.url = "https://example.org"; }, [](T &s) { s.basis = SourceBasis::Cited; },
                   [](T &s) { s.extras.emplace_back("x", "1"); }});
}

void RecordsTest::claims()
{
    using T = Claim;
    tellsApart<T>({[](T &c) { c.id = ClaimId("x"); }, [](T &c) { c.kind = "x"; }, [](T &c) { c.subject = OrganizationId("x"); },
                   [](T &c) { c.statement = "x"; }, [](T &c) { c.low = 0.0; }, [](T &c) { c.low = 1.0; }, [](T &c) { c.high = 0.0; },
                   [](T &c) { c.unit = ClaimUnit::Share; },
                   [](T &c) {
                       c.date = Date{2025, 0, 0};
                   },
                   [](T &c) { c.confidence = Confidence::Low; }, [](T &c) { c.note = "x"; }, [](T &c) { c.reported = Reported(); },
                   [](T &c) { c.sources = {SourceId("s")}; },
                   [](T &c) {
                       c.sources = {SourceId("s"), SourceId("t")};
                   },
                   [](T &c) {
                       c.sources = {SourceId("t"), SourceId("s")};
                   },
                   [](T &c) { c.extras.emplace_back("x", "1"); }});
}

void RecordsTest::articleItems()
{
    using T = ArticleItem;
    tellsApart<T>({[](T &i) { i.label = "x"; }, [](T &i) { i.statedValue = Money(); }, [](T &i) { i.statedPower = Power(); },
                   [](T &i) { i.itemised = true; }, [](T &i) { i.mapsTo = {"d"}; }, [](T &i) { i.verdict = "x"; },
                   [](T &i) { i.corrected = "x"; }, [](T &i) { i.edges.emplace_back(); }, [](T &i) { i.edges.resize(2); },
                   [](T &i) { i.extras.emplace_back("x", "1"); }});
}

void RecordsTest::reportedEdges()
{
    using T = ReportedEdge;
    tellsApart<T>({[](T &e) { e.payer = OrganizationId("x"); }, [](T &e) { e.payee = OrganizationId("x"); },
                   [](T &e) { e.flow = FlowClass::Compute; }, [](T &e) { e.value.low = Money(); }, [](T &e) { e.value.high = Money(); },
                   [](T &e) { e.power = Power(1); }});
}

void RecordsTest::groups()
{
    using T = OverlapGroup;
    tellsApart<T>({[](T &g) { g.id = GroupId("x"); }, [](T &g) { g.explanation = "x"; }, [](T &g) { g.umbrella = Umbrella(); },
                   [](T &g) {
                       g.umbrella = Umbrella{DealId("d"), "", {}};
                   },
                   [](T &g) {
                       g.umbrella = Umbrella{{}, "x", {}};
                   },
                   [](T &g) {
                       g.umbrella = Umbrella{{}, "", {OrganizationId("a")}};
                   },
                   [](T &g) { g.extras.emplace_back("x", "1"); }});
}

void RecordsTest::filters()
{
    using T = Filter;
    tellsApart<T>({[](T &f) { f.maximumTier = 1; }, [](T &f) { f.countedOnly = false; }, [](T &f) { f.publishedOnly = false; },
                   [](T &f) { f.certainties.clear(); }, [](T &f) { f.certainties.insert(Certainty::Cancelled); },
                   [](T &f) { f.families = {Family::Energy}; }, [](T &f) { f.kinds = {DealKind::Loan}; },
                   [](T &f) { f.layers = {LayerId("x")}; }, [](T &f) { f.countries = {"US"}; },
                   [](T &f) {
                       f.from = Date{2025, 0, 0};
                   },
                   [](T &f) {
                       f.until = Date{2025, 0, 0};
                   },
                   [](T &f) { f.atLeast = Money(); }, [](T &f) { f.atLeast = Money(1); }, [](T &f) { f.text = "x"; }});
}

void RecordsTest::focuses()
{
    using T = Focus;
    tellsApart<T>({[](T &f) { f.organization = OrganizationId("a"); }, [](T &f) { f.depth = 2; }, [](T &f) { f.depth = 3; }});
}

void RecordsTest::trails()
{
    using T = Trail;
    const std::vector<OrganizationId> there = {OrganizationId("a"), OrganizationId("b")};
    const std::vector<OrganizationId> back = {OrganizationId("b"), OrganizationId("a")};
    tellsApart<T>({[=](T &t) { t.organizations = there; }, [=](T &t) { t.organizations = back; }, [](T &t) { t.closed = true; },
                   [=](T &t) {
                       t = {there, true};
                   }});
}

void RecordsTest::perspectives()
{
    using T = Perspective;
    tellsApart<T>({[](T &p) { p.lens = Lens::Power; }, [](T &p) { p.lens = Lens::Deals; }, [](T &p) { p.layout = LayoutKind::Orbit; },
                   [](T &p) { p.filter.text = "x"; }, [](T &p) { p.focus = Focus(); }, [](T &p) { p.expanded = {OrganizationId("a")}; },
                   [](T &p) { p.collapsed = {OrganizationId("a")}; }, [](T &p) { p.trail = Trail(); }, [](T &p) { p.asReported = true; }});
}

void RecordsTest::scenes()
{
    using T = Scene;
    tellsApart<T>({[](T &s) { s.name = "x"; }, [](T &s) { s.caption = "x"; }, [](T &s) { s.notes = "x"; },
                   [](T &s) { s.perspective.asReported = true; }, [](T &s) { s.highlighted = {"a"}; },
                   [](T &s) { s.frame = {OrganizationId("a")}; }, [](T &s) { s.chart = "partner"; },
                   [](T &s) { s.compare = "earlier.json"; }, [](T &s) { s.extras.emplace_back("x", "1"); }});
}

void RecordsTest::stories()
{
    using T = Story;
    tellsApart<T>({[](T &s) { s.id = StoryId("x"); }, [](T &s) { s.title = "x"; }, [](T &s) { s.scenes.emplace_back(); },
                   [](T &s) { s.extras.emplace_back("x", "1"); }});
}

void RecordsTest::parts()
{
    using Part = CertaintyPart;
    tellsApart<Part>({[](Part &p) { p.certainty = Certainty::Paid; }, [](Part &p) { p.value.high = Money(1); }});
    tellsApart<Estimate>(
        {[](Estimate &e) { e.label = "x"; }, [](Estimate &e) { e.value.low = Money(1); }, [](Estimate &e) { e.source = SourceId("s"); }});
    tellsApart<Reported>({[](Reported &r) { r.stated = "x"; }, [](Reported &r) { r.value = Money(); },
                          [](Reported &r) { r.differs = true; }, [](Reported &r) { r.explanation = "x"; }});
    tellsApart<Term>({[](Term &t) { t.start = 2025; }, [](Term &t) { t.end = 2025; }, [](Term &t) { t = {2025, 2025}; }});
}

void RecordsTest::overlapDefaults()
{
    using T = Overlap;
    tellsApart<T>({[](T &o) { o.group = GroupId("g"); }, [](T &o) { o.role = OverlapRole::Umbrella; }, [](T &o) { o.counted = false; },
                   [](T &o) { o.supersededBy = DealId("d"); }});
    QVERIFY(Overlap().counted);
    QVERIFY(Overlap().role == OverlapRole::Component);
    QVERIFY(Overlap().group.empty());
}

void RecordsTest::claimDefaults()
{
    const Claim claim;
    QVERIFY(claim.unit == ClaimUnit::Dollars);
    QVERIFY(claim.confidence == Confidence::Medium);
    QVERIFY(!claim.low && !claim.high && !claim.subject && !claim.reported);
}

void RecordsTest::sourceDefaults()
{
    const Source source;
    QVERIFY(source.basis == SourceBasis::Page);
    QVERIFY(!source.date);
    QVERIFY(source.url.empty());
    QVERIFY(!Dataset().example);
    QVERIFY(Dataset().opening == Perspective());
}

void RecordsTest::placesInOrder()
{
    const OrganizationId a("a");
    const OrganizationId b("b");
    const std::vector<KeptPlace> wanted = {{a, 5, 6, false}, {b, 1, 2, true}};
    QVERIFY(inOrder({{b, 1, 2}, {a, 3, 4}, {a, 5, 6, false}}) == wanted);
    QVERIFY(inOrder(wanted) == wanted);
}

DEALSCAPE_TEST(RecordsTest, dealscape::testing::NoApplication)
#include "test_records.moc"
