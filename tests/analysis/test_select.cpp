// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "analysis/fold.h"
#include "analysis/select.h"

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

/// Five deals, each with one property the others lack.
Dataset varied()
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    dataset.organizations = {samples::organization("alpha", "models", "US"), samples::organization("beta", "cloud", "US"),
                             samples::organization("gamma", "chips", "JP"), samples::organization("delta", "capital", "")};
    dataset.organizations[2].name = "Ölwerke Größe ΑΘΗΝΑ";
    dataset.organizations[2].shortName = "Москва";
    dataset.deals = {samples::deal("d0", "alpha", "beta", 10), samples::deal("d1", "beta", "gamma", 20),
                     samples::deal("d2", "gamma", "alpha", -1), samples::deal("d3", "delta", "alpha", 50),
                     samples::deal("d4", "alpha", "beta", -1)};
    auto &deals = dataset.deals;
    deals[0].tier = 2;
    deals[0].announced = Date{2024, 0, 0};
    deals[1].overlap.counted = false;
    deals[1].flow = FlowClass::Hardware;
    deals[1].kind = DealKind::ChipSupply;
    deals[1].note = "Delivered by rail";
    deals[2].power = PowerStatement{Power(500), PowerLayer::Chips};
    deals[2].certainty = Certainty::Cancelled;
    deals[2].announced = Date{2025, 12, 31};
    deals[3].parts = {{Certainty::Paid, MoneyRange::exactly(Money::billions(15))},
                      {Certainty::Potential, MoneyRange::exactly(Money::billions(35))}};
    deals[3].certainty = Certainty::Paid;
    deals[3].flow = FlowClass::Capital;
    deals[3].kind = DealKind::EquityInvestment;
    deals[3].headline = "A GREAT Round";
    deals[4].power = PowerStatement{Power(900), PowerLayer::Context};
    const auto source = [](const char *id, SourceBasis basis) { return Source{SourceId(id), id, id, {}, {}, basis, {}}; };
    dataset.sources = {source("page", SourceBasis::Page), source("cited", SourceBasis::Cited)};
    deals[0].sources = {SourceId("page")};
    deals[1].sources = {SourceId("page"), SourceId("cited")};
    deals[2].sources = {SourceId("cited"), SourceId("lost")};
    deals[3].sources = {SourceId("page")};
    deals[4].announced = Date{2025, 12, 0};
    return dataset;
}

Filter with(void (*change)(Filter &))
{
    Filter filter = everything();
    change(filter);
    return filter;
}

} // namespace

Q_DECLARE_METATYPE(Filter)

class TestSelect : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void dealsByTheirParts_data()
    {
        using enum Certainty;
        QTest::addColumn<std::set<Certainty>>("asked");
        QTest::addColumn<int>("low");
        QTest::addColumn<int>("high");
        QTest::addColumn<int>("paid");
        QTest::addColumn<Certainty>("certainty");
        QTest::addColumn<int>("parts");
        QTest::newRow("all") << std::set<Certainty>() << 16 << 51 << 15 << Binding << 3;
        QTest::newRow("paid") << std::set{Paid} << 15 << 15 << 15 << Paid << 0;
        QTest::newRow("binding") << std::set{Binding} << 1 << 1 << 0 << Binding << 0;
        QTest::newRow("potential") << std::set{Potential} << 0 << 35 << 0 << Potential << 0;
        QTest::newRow("paid and potential") << std::set{Paid, Potential} << 15 << 50 << 15 << Paid << 2;
        QTest::newRow("none of them") << std::set{Announced} << 16 << 51 << 15 << Binding << 3;
    }

    void dealsByTheirParts()
    {
        QFETCH(std::set<Certainty>, asked);
        QFETCH(int, low);
        QFETCH(int, high);
        QFETCH(int, paid);
        Deal deal = samples::deal("d", "alpha", "beta", 0);
        deal.value = {Money::billions(16), Money::billions(51)};
        deal.paid = Money::billions(15);
        deal.certainty = Certainty::Binding;
        deal.parts = {{Certainty::Paid, MoneyRange::exactly(Money::billions(15))},
                      {Certainty::Binding, MoneyRange::exactly(Money::billions(1))},
                      {Certainty::Potential, {Money(), Money::billions(35)}}};
        const Deal part = withParts(deal, asked);
        QCOMPARE(part.value.at(Bound::Low), Money::billions(low));
        QCOMPARE(part.value.at(Bound::High), Money::billions(high));
        QCOMPARE(part.paid.value_or(Money()), Money::billions(paid));
        QTEST(part.certainty, "certainty");
        QTEST(static_cast<int>(part.parts.size()), "parts");
        QVERIFY(part.value.low || part.certainty == Certainty::Potential);
        Dataset dataset = varied();
        dataset.deals[3] = deal;
        const auto whole = withParts(dataset, asked);
        QCOMPARE(whole.has_value(), part.parts != deal.parts);
        QVERIFY(!whole || (whole->deals[3] == part && whole->deals[0] == dataset.deals[0]));
    }

    void filters_data()
    {
        using Deals = std::vector<int>;
        QTest::addColumn<Filter>("filter");
        QTest::addColumn<Deals>("expected");
        QTest::newRow("everything") << everything() << Deals{0, 1, 2, 3, 4};
        QTest::newRow("as it opens") << Filter() << Deals{0, 3};
        QTest::newRow("tier") << with([](Filter &f) { f.maximumTier = 1; }) << Deals{1, 2, 3, 4};
        QTest::newRow("counted") << with([](Filter &f) { f.countedOnly = true; }) << Deals{0, 2, 3, 4};
        QTest::newRow("published: context power is not") << with([](Filter &f) { f.publishedOnly = true; }) << Deals{0, 1, 2, 3};
        QTest::newRow("a part is enough") << with([](Filter &f) { f.certainties = {Certainty::Potential}; }) << Deals{3};
        QTest::newRow("binding") << with([](Filter &f) { f.certainties = {Certainty::Binding}; }) << Deals{0, 1, 4};
        QTest::newRow("family") << with([](Filter &f) { f.families = {Family::Capital, Family::Hardware}; }) << Deals{1, 3};
        QTest::newRow("kind") << with([](Filter &f) { f.kinds = {DealKind::ChipSupply}; }) << Deals{1};
        QTest::newRow("one layer has no inner deal") << with([](Filter &f) { f.layers = {LayerId("models")}; }) << Deals{};
        QTest::newRow("two layers") << with([](Filter &f) { f.layers = {LayerId("models"), LayerId("cloud")}; }) << Deals{0, 4};
        QTest::newRow("country") << with([](Filter &f) { f.countries = {"US"}; }) << Deals{0, 4};
        QTest::newRow("country unknown") << with([](Filter &f) { f.countries = {"US", ""}; }) << Deals{0, 3, 4};
        QTest::newRow("layer at either end") << with([](Filter &f) {
            f.layers = {LayerId("cloud")};
            f.layerEnds = Ends::Either;
        }) << Deals{0, 1, 4};
        QTest::newRow("country at either end") << with([](Filter &f) {
            f.countries = {"JP"};
            f.countryEnds = Ends::Either;
        }) << Deals{1, 2};
        QTest::newRow("country and layer at ends of their own") << with([](Filter &f) {
            f.countries = {"JP"};
            f.countryEnds = Ends::Either;
            f.layers = {LayerId("models")};
            f.layerEnds = Ends::Either;
        }) << Deals{2};
        QTest::newRow("deals of one") << with([](Filter &f) { f.organizations = {OrganizationId("beta")}; }) << Deals{0, 1, 4};
        QTest::newRow("deals of two") << with([](Filter &f) {
            f.organizations = {OrganizationId("gamma"), OrganizationId("delta")};
        }) << Deals{1, 2, 3};
        QTest::newRow("deals among three") << with([](Filter &f) {
            f.organizations = {OrganizationId("alpha"), OrganizationId("gamma"), OrganizationId("delta")};
            f.organizationEnds = Ends::Both;
        }) << Deals{2, 3};
        QTest::newRow("weakest source read") << with([](Filter &f) { f.weakestSources = {SourceBasis::Page}; }) << Deals{0, 3};
        QTest::newRow("weakest source only cited") << with([](Filter &f) { f.weakestSources = {SourceBasis::Cited}; }) << Deals{1, 2};
        QTest::newRow("from") << with([](Filter &f) { f.from = Date{2025, 12, 2}; }) << Deals{2};
        QTest::newRow("from a month") << with([](Filter &f) { f.from = Date{2025, 12, 0}; }) << Deals{2, 4};
        QTest::newRow("until a year") << with([](Filter &f) { f.until = Date{2024, 0, 0}; }) << Deals{0};
        QTest::newRow("until a month") << with([](Filter &f) { f.until = Date{2025, 12, 0}; }) << Deals{0, 1, 2, 3, 4};
        QTest::newRow("until a day") << with([](Filter &f) { f.until = Date{2025, 12, 30}; }) << Deals{0, 1, 3, 4};
        QTest::newRow("at least") << with([](Filter &f) { f.atLeast = Money::billions(20); }) << Deals{1, 3};
        QTest::newRow("text in a headline") << with([](Filter &f) { f.text = "great ROUND"; }) << Deals{3};
        QTest::newRow("text in a note") << with([](Filter &f) { f.text = "RAIL"; }) << Deals{1};
        QTest::newRow("text in a name") << with([](Filter &f) { f.text = "öLWERKE GRÖß"; }) << Deals{1, 2};
        QTest::newRow("text in Greek") << with([](Filter &f) { f.text = "αθηνα"; }) << Deals{1, 2};
        QTest::newRow("text in a short name") << with([](Filter &f) { f.text = "МОСК"; }) << Deals{1, 2};
        QTest::newRow("text nowhere") << with([](Filter &f) { f.text = "zeta"; }) << Deals{};
    }

    void filters()
    {
        QFETCH(Filter, filter);
        QFETCH(std::vector<int>, expected);
        const Dataset dataset = varied();
        QCOMPARE(select(Index(dataset), filter), expected);
    }

    void emptyDataset()
    {
        const Dataset dataset;
        const Index index(dataset);
        QVERIFY(select(index, everything()).empty());
        QVERIFY(neighbourhood(index, {}, {OrganizationId("alpha"), 1}).empty());
    }

    void neighbourhoods_data()
    {
        QTest::addColumn<QString>("organization");
        QTest::addColumn<int>("depth");
        QTest::addColumn<std::vector<int>>("expected");
        QTest::newRow("one step holds what lies between neighbours") << "a" << 1 << std::vector<int>{0, 1, 2};
        QTest::newRow("two steps") << "a" << 2 << std::vector<int>{0, 1, 2, 3};
        QTest::newRow("against the arrows") << "e" << 1 << std::vector<int>{4};
        QTest::newRow("far") << "e" << 9 << std::vector<int>{0, 1, 2, 3, 4};
        QTest::newRow("no step") << "a" << 0 << std::vector<int>{};
        QTest::newRow("unknown") << "nobody" << 3 << std::vector<int>{};
        QTest::newRow("alone") << "f" << 3 << std::vector<int>{};
    }

    void neighbourhoods()
    {
        QFETCH(QString, organization);
        QFETCH(int, depth);
        QFETCH(std::vector<int>, expected);
        Dataset dataset;
        for (const char *id : {"a", "b", "c", "d", "e", "f"})
            dataset.organizations.push_back(samples::organization(id));
        dataset.deals = {samples::deal("ab", "a", "b", 1), samples::deal("bc", "b", "c", 1), samples::deal("ca", "c", "a", 1),
                         samples::deal("cd", "c", "d", 1), samples::deal("de", "d", "e", 1)};
        const Focus focus{OrganizationId(organization.toStdString()), depth};
        QCOMPARE(neighbourhood(Index(dataset), samples::all(dataset), focus), expected);
    }

    void focusNarrowsThePerspective()
    {
        const Dataset dataset = samples::toy();
        Perspective perspective;
        perspective.focus = Focus{OrganizationId("X"), 1};
        QCOMPARE(visible(Index(dataset), perspective), std::vector<int>{4});
        perspective.focus.reset();
        QCOMPARE(visible(Index(dataset), perspective).size(), std::size_t(5));
    }

    void firmness_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("expected");
        for (const auto &entry : vocabulary<DealStatus>()) {
            const bool weak = entry.value == DealStatus::LetterOfIntent || entry.value == DealStatus::Potential ||
                entry.value == DealStatus::Rumoured || entry.value == DealStatus::Cancelled;
            QTest::newRow(entry.word.data()) << static_cast<int>(entry.value) << !weak;
        }
    }

    void firmness()
    {
        QFETCH(int, status);
        QFETCH(bool, expected);
        Deal deal = samples::deal("d", "a", "b", -1);
        deal.status = static_cast<DealStatus>(status);
        QCOMPARE(firmEnough(deal), expected);
        deal.overlap.counted = false;
        QVERIFY(!firmEnough(deal));
        deal.overlap.counted = true;
        deal.payee.reset();
        QVERIFY(!firmEnough(deal));
    }

    void folding_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("ascii") << QByteArray("Az09[]") << QByteArray("az09[]");
        QTest::newRow("latin") << QByteArray("ÀÖ×ØÞß÷ÿŸĀāĹĺŊŽ") << QByteArray("àö×øþß÷ÿÿāāĺĺŋž");
        QTest::newRow("dotted and dotless i, kra") << QByteArray("İıĸŉſ") << QByteArray("İıĸŉſ");
        QTest::newRow("vietnamese") << QByteArray("ẾẠỸ") << QByteArray("ếạỹ");
        QTest::newRow("greek") << QByteArray("ΣΆΈΌΎΏας") << QByteArray("σάέόύώασ");
        QTest::newRow("cyrillic") << QByteArray("ЁЙЯҐӁѢ") << QByteArray("ёйяґӂѣ");
        QTest::newRow("armenian") << QByteArray("ԱՖ") << QByteArray("աֆ");
        QTest::newRow("full width") << QByteArray("Ａｚ") << QByteArray("ａｚ");
        QTest::newRow("no case") << QByteArray("中国 العربية 🙂") << QByteArray("中国 العربية 🙂");
        QTest::newRow("broken utf-8") << QByteArray("\xC3"
                                                    "A\xE2\x82")
                                      << QByteArray("\xC3"
                                                    "a\xE2\x82");
    }

    void folding()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(fold(text.toStdString())), expected);
        QCOMPARE(QByteArray::fromStdString(fold(expected.toStdString())), expected);
    }
};

DEALSCAPE_TEST(TestSelect, dealscape::testing::NoApplication)
#include "test_select.moc"
