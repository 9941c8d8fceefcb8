// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "domain/dataset.h"
#include "domain/progress.h"

#include <set>
#include <string>
#include <vector>

using namespace dealscape;

namespace {

Dataset indexed()
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    for (const char *id : {"acme", "bolt", "core"}) {
        Organization organization;
        organization.id = OrganizationId(id);
        organization.name = std::string("Name of ") + id;
        dataset.organizations.push_back(organization);
    }
    Deal deal;
    deal.id = DealId("acme");
    dataset.deals.push_back(deal);
    Source source;
    source.id = SourceId("news");
    dataset.sources.push_back(source);
    OverlapGroup group;
    group.id = GroupId("plan");
    dataset.groups.push_back(group);
    Claim claim;
    claim.id = ClaimId("total");
    dataset.claims.push_back(claim);
    return dataset;
}

} // namespace

class IndexTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void findsEveryKind();
    void pointsIntoTheDataset();
    void unknownIdsGiveNothing();
    void kindsAreApart();
    void positions();
    void theFirstOfDuplicatesWins();
    void emptyDataset();
    void manyIds();
    void defaultLayersCoverEveryStyle();
    void defaultLayersFlowFromCapitalToModels();
    void equality();
    void namesAreToldApart();
    void dealsOfAParty();
    void progressReportsAndStops();
};

void IndexTest::findsEveryKind()
{
    const Dataset dataset = indexed();
    const Index index(dataset);
    QVERIFY(index.organization(OrganizationId("bolt")));
    QVERIFY(index.deal(DealId("acme")));
    QVERIFY(index.source(SourceId("news")));
    QVERIFY(index.group(GroupId("plan")));
    QVERIFY(index.claim(ClaimId("total")));
    QVERIFY(index.layer(LayerId("chips")));
    QCOMPARE(index.organization(OrganizationId("core"))->name, std::string("Name of core"));
}

void IndexTest::pointsIntoTheDataset()
{
    const Dataset dataset = indexed();
    const Index index(dataset);
    QCOMPARE(&index.dataset(), &dataset);
    QCOMPARE(index.organization(OrganizationId("bolt")), &dataset.organizations[1]);
    QCOMPARE(index.deal(DealId("acme")), &dataset.deals[0]);
}

void IndexTest::unknownIdsGiveNothing()
{
    const Dataset dataset = indexed();
    const Index index(dataset);
    QVERIFY(!index.organization(OrganizationId("ACME")));
    QVERIFY(!index.organization(OrganizationId()));
    QVERIFY(!index.deal(DealId("d")));
    QVERIFY(!index.source(SourceId("new")));
    QVERIFY(!index.group(GroupId("plan ")));
    QVERIFY(!index.claim(ClaimId("")));
    QVERIFY(!index.layer(LayerId("people")));
}

void IndexTest::kindsAreApart()
{
    const Dataset dataset = indexed();
    const Index index(dataset);
    QVERIFY(index.organization(OrganizationId("acme")));
    QVERIFY(index.deal(DealId("acme")));
    QVERIFY(!index.claim(ClaimId("acme")));
    QVERIFY(!index.deal(DealId("bolt")));
}

void IndexTest::positions()
{
    const Dataset dataset = indexed();
    const Index index(dataset);
    QCOMPARE(index.position(OrganizationId("acme")), 0);
    QCOMPARE(index.position(OrganizationId("core")), 2);
    QCOMPARE(index.position(OrganizationId("nobody")), -1);
}

void IndexTest::theFirstOfDuplicatesWins()
{
    Dataset dataset = indexed();
    dataset.organizations.push_back(dataset.organizations.front());
    dataset.organizations.back().name = "Second";
    const Index index(dataset);
    QCOMPARE(index.position(OrganizationId("acme")), 0);
    QCOMPARE(index.organization(OrganizationId("acme"))->name, std::string("Name of acme"));
}

void IndexTest::emptyDataset()
{
    const Dataset dataset;
    const Index index(dataset);
    QVERIFY(!index.organization(OrganizationId("acme")));
    QCOMPARE(index.position(OrganizationId()), -1);
}

void IndexTest::manyIds()
{
    Dataset dataset;
    for (int i = 0; i < 20'000; ++i) {
        Deal deal;
        deal.id = DealId("deal-" + std::to_string(i));
        dataset.deals.push_back(deal);
    }
    const Index index(dataset);
    for (int i = 0; i < 20'000; i += 7)
        QCOMPARE(index.deal(DealId("deal-" + std::to_string(i))), &dataset.deals[static_cast<std::size_t>(i)]);
    QVERIFY(!index.deal(DealId("deal-20000")));
}

void IndexTest::defaultLayersCoverEveryStyle()
{
    const auto layers = defaultLayers();
    QCOMPARE(layers.size(), vocabulary<LayerStyle>().size());
    std::set<LayerStyle> styles;
    std::set<LayerId> ids;
    for (const Layer &layer : layers) {
        styles.insert(layer.style);
        ids.insert(layer.id);
        QCOMPARE(layer.id.text(), std::string(word(layer.style)));
        QCOMPARE(layer.label, std::string(label(layer.style)));
        QVERIFY(layer.column >= 0 && layer.column <= 5);
    }
    QCOMPARE(styles.size(), layers.size());
    QCOMPARE(ids.size(), layers.size());
    QVERIFY(layers == defaultLayers());
}

void IndexTest::defaultLayersFlowFromCapitalToModels()
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    const Index index(dataset);
    const auto column = [&](const char *id) { return index.layer(LayerId(id))->column; };
    QCOMPARE(column("capital"), 0);
    QVERIFY(column("capital") < column("chips"));
    QVERIFY(column("chips") < column("systems"));
    QVERIFY(column("systems") < column("data-centre"));
    QVERIFY(column("data-centre") < column("cloud"));
    QVERIFY(column("cloud") < column("models"));
}

void IndexTest::equality()
{
    const Dataset dataset = indexed();
    QVERIFY(dataset == indexed());
    const auto differs = [&](auto change) {
        Dataset other = dataset;
        change(other);
        return !(other == dataset);
    };
    QVERIFY(differs([](Dataset &d) { d.title = "x"; }));
    QVERIFY(differs([](Dataset &d) { d.example = true; }));
    QVERIFY(differs([](Dataset &d) { d.asOf = Date(); }));
    QVERIFY(differs([](Dataset &d) { d.opening.focus = Focus(); }));
    QVERIFY(differs([](Dataset &d) { d.layers.pop_back(); }));
    QVERIFY(differs([](Dataset &d) { d.organizations[0].valuation = Valuation(); }));
    QVERIFY(differs([](Dataset &d) { std::swap(d.organizations[0], d.organizations[1]); }));
    QVERIFY(differs([](Dataset &d) { d.groups[0].umbrella = Umbrella(); }));
    QVERIFY(differs([](Dataset &d) { d.sources[0].url = "https://example.org"; }));
    QVERIFY(differs([](Dataset &d) { d.claims[0].low = 0.0; }));
    QVERIFY(differs([](Dataset &d) { d.article.push_back({}); }));
    QVERIFY(differs([](Dataset &d) { d.articleSource = SourceId("news"); }));
    QVERIFY(differs([](Dataset &d) { d.stories.push_back({}); }));
    QVERIFY(differs([](Dataset &d) { d.notes.push_back({}); }));
    QVERIFY(differs([](Dataset &d) { d.extras.emplace_back("a", "1"); }));
}

void IndexTest::namesAreToldApart()
{
    Dataset dataset = indexed();
    const auto organization = [&](const char *id, const char *name, const char *country, const char *layer) -> void {
        Organization o;
        o.id = OrganizationId(id);
        o.name = name;
        o.country = country;
        o.layer = LayerId(layer);
        dataset.organizations.push_back(o);
    };
    organization("a1", "Alpha", "US", "chips");
    organization("a2", "Alpha", "DE", "chips");
    organization("b1", "Beta", "US", "chips");
    organization("b2", "Beta", "US", "cloud");
    organization("c1", "Gamma", "", "chips");
    organization("c2", "Gamma", "", "chips");
    organization("blank", " \t", "US", "chips");
    const Index index(dataset);
    const auto name = [&](const char *id) { return index.nameOf(*index.organization(OrganizationId(id))); };
    QCOMPARE(name("acme"), std::string("Name of acme"));
    QCOMPARE(name("a1"), std::string("Alpha (US)"));
    QCOMPARE(name("a2"), std::string("Alpha (DE)"));
    QCOMPARE(name("b1"), "Beta (" + index.layer(LayerId("chips"))->label + ")");
    QCOMPARE(name("b2"), "Beta (" + index.layer(LayerId("cloud"))->label + ")");
    QCOMPARE(name("c1"), std::string("Gamma (c1)"));
    QCOMPARE(name("c2"), std::string("Gamma (c2)"));
    QCOMPARE(name("blank"), std::string("blank"));
}

void IndexTest::dealsOfAParty()
{
    Dataset dataset = indexed();
    dataset.deals.clear();
    const auto deal = [&](const char *supplier, const char *customer, const char *payer, const char *payee) {
        Deal d;
        d.id = DealId(std::to_string(dataset.deals.size()));
        d.supplier = OrganizationId(supplier);
        d.customer = OrganizationId(customer);
        if (*payer)
            d.payer = OrganizationId(payer);
        if (*payee)
            d.payee = OrganizationId(payee);
        dataset.deals.push_back(d);
    };
    deal("acme", "bolt", "bolt", "acme");
    deal("bolt", "bolt", "", "");
    deal("bolt", "nobody", "core", "");
    const Index index(dataset);
    QCOMPARE(index.dealsOf(OrganizationId("acme")), std::vector<int>({0}));
    QCOMPARE(index.dealsOf(OrganizationId("bolt")), std::vector<int>({0, 1, 2}));
    QCOMPARE(index.dealsOf(OrganizationId("core")), std::vector<int>({2}));
    QVERIFY(index.dealsOf(OrganizationId("nobody")).empty());
}

void IndexTest::progressReportsAndStops()
{
    const Progress silent;
    silent(0.5);
    QVERIFY(!silent.stop());
    std::vector<double> shares;
    const Progress heard{[&](double share) { shares.push_back(share); }, [&] { return shares.size() >= 2; }};
    heard(0.25);
    QVERIFY(!heard.stop());
    heard(0.75);
    QVERIFY(heard.stop());
    QVERIFY(shares == std::vector<double>({0.25, 0.75}));
}

DEALSCAPE_TEST(IndexTest, dealscape::testing::NoApplication)
#include "test_index.moc"
