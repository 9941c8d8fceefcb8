// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "analysis/structure.h"

#include <queue>
#include <set>

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

Dataset chain(std::initializer_list<std::pair<const char *, const char *>> ties)
{
    Dataset dataset;
    for (const char *id : {"a", "b", "c", "d", "e", "f"})
        dataset.organizations.push_back(samples::organization(id));
    for (const auto &[from, to] : ties)
        dataset.deals.push_back(samples::deal(std::string(from) + to, from, to, 1));
    return dataset;
}

std::vector<double> betweennessOf(const Dataset &dataset)
{
    return betweenness(Index(dataset), samples::all(dataset));
}

Structure structureOf(const Dataset &dataset)
{
    return structure(Index(dataset), samples::all(dataset));
}

/// Parts of the network once one organisation, or the ties of one pair, are taken out.
int partsWithout(const Dataset &dataset, int gone, std::pair<int, int> tie = {-1, -1})
{
    const Index index(dataset);
    std::vector<std::set<int>> near(dataset.organizations.size());
    for (const Deal &deal : dataset.deals) {
        const int a = index.position(deal.tail());
        const int b = index.position(deal.head());
        if (a == b)
            continue;
        near[static_cast<std::size_t>(a)].insert(b);
        near[static_cast<std::size_t>(b)].insert(a);
    }
    std::set<int> seen;
    int parts = 0;
    for (int start = 0; start < static_cast<int>(near.size()); ++start) {
        if (start == gone || near[static_cast<std::size_t>(start)].empty() || !seen.insert(start).second)
            continue;
        ++parts;
        std::queue<int> queue({start});
        for (; !queue.empty(); queue.pop())
            for (const int next : near[static_cast<std::size_t>(queue.front())])
                if (next != gone &&
                    std::pair(std::minmax(queue.front(), next)) != std::pair<const int &, const int &>(tie.first, tie.second) &&
                    seen.insert(next).second)
                    queue.push(next);
    }
    return parts;
}

} // namespace

class TestStructure : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void chainByHand()
    {
        const Dataset dataset = chain({{"a", "b"}, {"b", "c"}, {"c", "a"}, {"d", "c"}});
        const Structure found = structureOf(dataset);
        QCOMPARE(found.organizations, 4);
        QCOMPARE(found.components, 1);
        QCOMPARE(found.articulationPoints, std::vector<int>{2});
        QCOMPARE(found.bridges, (std::vector<std::pair<int, int>>{{2, 3}}));
        QCOMPARE(betweennessOf(dataset), (std::vector<double>{0, 0, 2.0 / 3, 0, 0, 0}));
    }

    void parallelDealsAreOneTie()
    {
        const Dataset dataset = chain({{"a", "b"}, {"a", "b"}, {"b", "a"}});
        const Structure found = structureOf(dataset);
        QCOMPARE(found.bridges, (std::vector<std::pair<int, int>>{{0, 1}}));
        QVERIFY(found.articulationPoints.empty());
        QCOMPARE(betweennessOf(dataset)[0], 0.0);
    }

    void ringHasNoWeakPoint()
    {
        const Dataset dataset = chain({{"a", "b"}, {"b", "c"}, {"c", "d"}, {"d", "a"}});
        const Structure found = structureOf(dataset);
        QVERIFY(found.bridges.empty());
        QVERIFY(found.articulationPoints.empty());
        QVERIFY(qAbs(betweennessOf(dataset)[0] - 1.0 / 6) < 1e-12);
    }

    void payersNeedNotBeKnown()
    {
        Dataset dataset = chain({{"a", "b"}, {"b", "c"}});
        dataset.deals[0].payer.reset();
        dataset.deals[1].overlap.counted = false;
        QCOMPARE(structureOf(dataset).articulationPoints, std::vector<int>{1});
    }

    void emptyAndLonely()
    {
        const Structure none = structureOf(Dataset());
        QCOMPARE(none.components, 0);
        QVERIFY(betweennessOf(Dataset()).empty());
        const Structure lonely = structureOf(chain({}));
        QCOMPARE(lonely.components, 0);
        QCOMPARE(betweennessOf(chain({})), std::vector<double>(6));
    }

    void tellsItsProgressAndCanBeCancelled()
    {
        const Dataset dataset = samples::random(5, 20, 40);
        const Index index(dataset);
        const std::vector<int> deals = samples::all(dataset);
        std::vector<double> shares;
        const auto whole = betweenness(index, deals, {[&](double share) { shares.push_back(share); }, {}});
        QVERIFY(whole);
        QCOMPARE(*whole, betweenness(index, deals));
        QVERIFY(shares.size() >= 10);
        QVERIFY(std::is_sorted(shares.begin(), shares.end()));
        QVERIFY(shares.front() > 0 && shares.back() <= 1);
        int asked = 0;
        QVERIFY(!betweenness(index, deals, {{}, [&] { return ++asked == 3; }}));
        QCOMPARE(asked, 3);
    }

    void equalsTakingThemOut()
    {
        for (int seed = 1; seed <= 30; ++seed) {
            const Dataset dataset = samples::random(seed, 20, 18 + seed);
            const Structure found = structureOf(dataset);
            QCOMPARE(found.components, partsWithout(dataset, -1));
            std::vector<int> points;
            for (int i = 0; i < 20; ++i)
                if (partsWithout(dataset, i) > found.components)
                    points.push_back(i);
            QCOMPARE(found.articulationPoints, points);
            std::vector<std::pair<int, int>> bridges;
            for (int a = 0; a < 20; ++a)
                for (int b = a + 1; b < 20; ++b)
                    if (partsWithout(dataset, -1, {a, b}) > found.components)
                        bridges.emplace_back(a, b);
            QCOMPARE(found.bridges, bridges);
        }
    }
};

DEALSCAPE_TEST(TestStructure, dealscape::testing::NoApplication)
#include "test_structure.moc"
