// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "generated.h"
#include "samples.h"

#include "io/check.h"
#include "io/writer.h"

#include <string>
#include <vector>

using namespace dealscape;
using namespace dealscape::io;

namespace {

QStringList checked(const Dataset &dataset)
{
    QStringList lines;
    for (const Issue &issue : samples::read(writeDataset(dataset)).issues)
        lines += QString::fromStdString((issue.severity == Severity::Error ? "" : "warning: ") + issue.text + " [" + issue.pointer + ']');
    return lines;
}

/// Deals in a row between two parties, each worth so much.
Dataset deals(int count, Money each)
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    dataset.sources = {{SourceId("s"), "P", "T", std::nullopt, "", SourceBasis::Page, {}}};
    for (const char *id : {"a", "b"}) {
        Organization organization;
        organization.id = OrganizationId(id);
        organization.name = id;
        organization.layer = LayerId("cloud");
        dataset.organizations.push_back(organization);
    }
    for (int i = 0; i < count; ++i) {
        Deal deal;
        deal.id = DealId("d" + std::to_string(i));
        deal.supplier = OrganizationId("a");
        deal.customer = OrganizationId("b");
        deal.value = MoneyRange::exactly(each);
        deal.announced = Date{2025, 0, 0};
        deal.sources = {SourceId("s")};
        dataset.deals.push_back(deal);
    }
    return dataset;
}

Deal &in(Deal &deal, OverlapRole role)
{
    deal.overlap = {GroupId("g"), role, role == OverlapRole::Component, std::nullopt};
    return deal;
}

} // namespace

class CheckTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void amountsThatNoSumHolds_data();
    void amountsThatNoSumHolds();
    void sumsOfArticleEdges();
    void partsThatNoSumHolds();
    void circlesOfParents_data();
    void circlesOfParents();
    void chainsAreNoCircles();
    void circlesOfSuccessors();
    void eachCircleIsReportedOnce();
    void umbrellasHoldTheirMembers_data();
    void umbrellasHoldTheirMembers();
    void umbrellasAreMeasuredWithinOneFlowClass();
    void umbrellasAreMeasuredWithinOnePowerLayer();
    void duplicatesNameTheFirst();
    void idsOfKindsDoNotClash();
    void nearestIdsAreSuggested();
    void emptyIdsPass();
};

void CheckTest::amountsThatNoSumHolds_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("each");
    QTest::addColumn<int>("at");
    const qint64 most = Money::maximum().dollars();
    QTest::newRow("a few") << 5 << most << -1;
    QTest::newRow("as many as fit") << 4000 << most << -1;
    QTest::newRow("one more") << 4001 << most << 4000;
    QTest::newRow("beyond 64 bits") << 9300 << most << 4000;
    QTest::newRow("small ones") << 4100 << most / 3 << -1;
}

void CheckTest::amountsThatNoSumHolds()
{
    QFETCH(int, count);
    QFETCH(qint64, each);
    QFETCH(int, at);
    const QString expected = QStringLiteral("all amounts up to here add up to more than 4000000000000000000 dollars, which is beyond "
                                            "belief [/deals/%1/value]")
                                 .arg(at);
    QCOMPARE(checked(deals(count, Money(each))), at < 0 ? QStringList() : QStringList(expected));
    // What was paid counts where no upper bound is known.
    Dataset paid = deals(count, Money());
    for (Deal &deal : paid.deals) {
        deal.value = {Money(), std::nullopt};
        deal.paid = Money(each);
    }
    QCOMPARE(checked(paid), at < 0 ? QStringList() : QStringList(expected));
}

void CheckTest::sumsOfArticleEdges()
{
    Dataset dataset = deals(1, Money(1));
    ArticleItem item;
    item.label = "x";
    item.edges.resize(4001, {OrganizationId("a"), OrganizationId("b"), FlowClass::Capital, {std::nullopt, Money::maximum()}, {}});
    dataset.article = {item};
    QVERIFY(checked(dataset).value(0).endsWith(QLatin1String("[/article/0/edges/4000]")));
    QCOMPARE(checked(dataset).size(), 1);
    dataset.article[0].edges.pop_back();
    QCOMPARE(checked(dataset), QStringList());
}

void CheckTest::partsThatNoSumHolds()
{
    Dataset dataset = deals(1, Money(7));
    dataset.deals[0].parts.resize(20'000, {Certainty::Paid, MoneyRange::exactly(Money::maximum())});
    QCOMPARE(checked(dataset),
             QStringList("the parts add up to more than 1000000000000000 at the low bound, the value is 7 [/deals/0/parts]"));
}

void CheckTest::circlesOfParents_data()
{
    QTest::addColumn<std::vector<int>>("parents");
    QTest::addColumn<QStringList>("found");
    const auto error = [](int i) { return QStringLiteral("an organisation cannot be above itself [/organizations/%1/parent]").arg(i); };
    QTest::newRow("none") << std::vector<int>{-1, -1, -1} << QStringList();
    QTest::newRow("a chain") << std::vector<int>{1, 2, 3, -1} << QStringList();
    QTest::newRow("a tree") << std::vector<int>{-1, 0, 0, 1, 1} << QStringList();
    QTest::newRow("itself") << std::vector<int>{0, -1} << QStringList(error(0));
    QTest::newRow("two") << std::vector<int>{1, 0} << QStringList(error(0));
    QTest::newRow("five") << std::vector<int>{1, 2, 3, 4, 0} << QStringList(error(0));
    QTest::newRow("a tail into a circle") << std::vector<int>{1, 2, 3, 2} << QStringList(error(2));
    QTest::newRow("two circles") << std::vector<int>{1, 0, 3, 2} << QStringList({error(0), error(2)});
    QTest::newRow("a circle seen before") << std::vector<int>{0, 0, 1} << QStringList(error(0));
}

void CheckTest::circlesOfParents()
{
    QFETCH(std::vector<int>, parents);
    QFETCH(QStringList, found);
    Dataset dataset = deals(0, Money());
    dataset.organizations.resize(parents.size(), dataset.organizations[0]);
    for (std::size_t i = 0; i < parents.size(); ++i) {
        dataset.organizations[i].name = "o" + std::to_string(i);
        dataset.organizations[i].id = OrganizationId(dataset.organizations[i].name);
        if (parents[i] >= 0)
            dataset.organizations[i].parent = OrganizationId("o" + std::to_string(parents[i]));
    }
    QCOMPARE(checked(dataset), found);
}

void CheckTest::chainsAreNoCircles()
{
    // Long enough that looking at each chain anew would be felt.
    Dataset dataset = deals(6000, Money(1));
    for (std::size_t i = 0; i + 1 < dataset.deals.size(); ++i)
        dataset.deals[i].overlap.supersededBy = dataset.deals[i + 1].id;
    QCOMPARE(checked(dataset), QStringList());
}

void CheckTest::circlesOfSuccessors()
{
    Dataset dataset = deals(4, Money(1));
    dataset.deals[1].overlap.supersededBy = DealId("d3");
    dataset.deals[3].overlap.supersededBy = DealId("d2");
    dataset.deals[2].overlap.supersededBy = DealId("d1");
    QCOMPARE(checked(dataset), QStringList("a deal cannot supersede itself [/deals/1/overlap/supersededBy]"));
}

void CheckTest::eachCircleIsReportedOnce()
{
    Dataset dataset = deals(30, Money(1));
    for (std::size_t i = 0; i < 30; ++i)
        dataset.deals[i].overlap.supersededBy = dataset.deals[i / 3 * 3 + (i + 1) % 3].id;
    QCOMPARE(checked(dataset).size(), 10);
}

void CheckTest::umbrellasHoldTheirMembers_data()
{
    QTest::addColumn<qint64>("umbrella");
    QTest::addColumn<bool>("small");
    QTest::newRow("larger") << qint64(31) << false;
    QTest::newRow("equal") << qint64(30) << false;
    QTest::newRow("smaller") << qint64(29) << true;
    QTest::newRow("nothing") << qint64(0) << true;
}

void CheckTest::umbrellasHoldTheirMembers()
{
    QFETCH(qint64, umbrella);
    QFETCH(bool, small);
    Dataset dataset = deals(4, Money(15));
    dataset.groups = {{GroupId("g"), "", std::nullopt, {}}};
    in(dataset.deals[0], OverlapRole::Umbrella).value = MoneyRange::exactly(Money(umbrella));
    in(dataset.deals[1], OverlapRole::Component);
    in(dataset.deals[2], OverlapRole::Component).value.high = Money(1000);
    in(dataset.deals[3], OverlapRole::Restatement);
    const QString warning = "warning: the umbrella is smaller than its counted members, worth at least 30 [/deals/0/value]";
    QCOMPARE(checked(dataset), small ? QStringList(warning) : QStringList());
    // An open end is never too small.
    dataset.deals[0].value.high.reset();
    QCOMPARE(checked(dataset), QStringList());
}

void CheckTest::umbrellasAreMeasuredWithinOneFlowClass()
{
    Dataset dataset = deals(3, Money(15));
    dataset.groups = {{GroupId("g"), "", std::nullopt, {}}};
    in(dataset.deals[0], OverlapRole::Umbrella);
    in(dataset.deals[1], OverlapRole::Component).flow = FlowClass::Compute;
    in(dataset.deals[2], OverlapRole::Component).flow = FlowClass::Capital;
    QCOMPARE(checked(dataset), QStringList());
    dataset.deals[1].flow = FlowClass::Capital;
    QCOMPARE(checked(dataset).size(), 1);
}

void CheckTest::umbrellasAreMeasuredWithinOnePowerLayer()
{
    Dataset dataset = deals(3, Money());
    dataset.groups = {{GroupId("g"), "", std::nullopt, {}}};
    in(dataset.deals[0], OverlapRole::Umbrella).power = PowerStatement{Power(10), PowerLayer::Site};
    in(dataset.deals[1], OverlapRole::Component).power = PowerStatement{Power(6), PowerLayer::Site};
    in(dataset.deals[2], OverlapRole::Component).power = PowerStatement{Power(6), PowerLayer::Cloud};
    QCOMPARE(checked(dataset), QStringList());
    dataset.deals[2].power->layer = PowerLayer::Site;
    QCOMPARE(checked(dataset), QStringList("warning: the umbrella is smaller than its counted members of 12 megawatts [/deals/0/power]"));
    dataset.deals[0].power->layer = PowerLayer::Context;
    QCOMPARE(checked(dataset), QStringList());
}

void CheckTest::duplicatesNameTheFirst()
{
    Dataset dataset = deals(4, Money(1));
    dataset.deals[2].id = dataset.deals[3].id = dataset.deals[1].id;
    dataset.layers.push_back(dataset.layers[0]);
    QCOMPARE(checked(dataset),
             QStringList({"duplicate layer \"models\", already at /layers/0 [/layers/8/id]",
                          "duplicate deal \"d1\", already at /deals/1 [/deals/2/id]",
                          "duplicate deal \"d1\", already at /deals/1 [/deals/3/id]"}));
}

void CheckTest::idsOfKindsDoNotClash()
{
    Dataset dataset = deals(1, Money(1));
    dataset.deals[0].id = DealId("a");
    dataset.sources[0].id = SourceId("a");
    dataset.deals[0].sources = {SourceId("a")};
    dataset.groups = {{GroupId("a"), "", std::nullopt, {}}};
    QCOMPARE(checked(dataset), QStringList());
}

void CheckTest::nearestIdsAreSuggested()
{
    Dataset dataset = deals(1, Money(1));
    dataset.organizations[0].id = OrganizationId("microsoft");
    dataset.deals[0].supplier = OrganizationId("micorsoft");
    QCOMPARE(checked(dataset), QStringList("unknown organisation \"micorsoft\"; did you mean \"microsoft\"? [/deals/0/supplier]"));
    dataset.deals[0].supplier = OrganizationId("somebody else");
    QCOMPARE(checked(dataset), QStringList("unknown organisation \"somebody else\" [/deals/0/supplier]"));
    // Ids are compared byte by byte: case and accents matter.
    dataset.deals[0].supplier = OrganizationId("Microsoft");
    QCOMPARE(checked(dataset), QStringList("unknown organisation \"Microsoft\"; did you mean \"microsoft\"? [/deals/0/supplier]"));
}

void CheckTest::emptyIdsPass()
{
    Dataset dataset = deals(2, Money(1));
    Report report(100);
    const Places places("{}");
    dataset.deals[0].id = dataset.deals[1].id = DealId();
    dataset.deals[0].supplier = OrganizationId();
    checkDataset(dataset, places, report);
    QCOMPARE(report.errorCount(), std::size_t(0));
    dataset.deals[0].customer = OrganizationId("nobody");
    checkDataset(dataset, places, report);
    QCOMPARE(report.errorCount(), std::size_t(1));
}

DEALSCAPE_TEST(CheckTest, dealscape::testing::NoApplication)
#include "test_check.moc"
