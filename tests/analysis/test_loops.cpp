// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"
#include <QElapsedTimer>

#include <QTest>

#include "samples.h"

#include "analysis/loops.h"
#include "analysis/select.h"

#include <algorithm>
#include <set>

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

QString spell(const Dataset &dataset, const Loop &loop)
{
    QString text;
    for (const int organization : loop.organizations)
        text += QString::fromStdString(dataset.organizations[static_cast<std::size_t>(organization)].id.text()) + '>';
    return text.chopped(1);
}

/// Every simple cycle of at most so many legs, by walking from each organisation over larger ones only.
void walk(const FlowGraph &graph, std::vector<int> &path, int longest, std::set<std::vector<int>> &found)
{
    for (const int position : graph.out(path.back())) {
        const int next = graph.arc(position).to;
        if (next == path.front() && path.size() > 1)
            found.insert(path);
        if (next <= path.front() || static_cast<int>(path.size()) == longest || std::ranges::find(path, next) != path.end())
            continue;
        path.push_back(next);
        walk(graph, path, longest, found);
        path.pop_back();
    }
}

std::set<std::vector<int>> naiveLoops(const FlowGraph &graph, int longest)
{
    std::set<std::vector<int>> found;
    for (int start = 0; start < graph.size(); ++start) {
        std::vector<int> path = {start};
        walk(graph, path, longest, found);
    }
    return found;
}

std::vector<int> canonical(std::vector<int> organizations)
{
    std::ranges::rotate(organizations, std::ranges::min_element(organizations));
    return organizations;
}

} // namespace

class TestLoops : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void goldenLoops()
    {
        const Dataset dataset = samples::toy();
        const LoopSearch search = findLoops(samples::graphOf(dataset));
        QCOMPARE(search.completion, Completion::Complete);
        QCOMPARE(search.loops.size(), std::size_t(2));
        QCOMPARE(spell(dataset, search.loops[0]), QString("N>O>C"));
        QCOMPARE(*search.loops[0].smallestHigh, Money::billions(100));
        QVERIFY(qAbs(*search.loops[0].closureHigh - 1.0 / 3) < 1e-12);
        QCOMPARE(spell(dataset, search.loops[1]), QString("O>N"));
        QCOMPARE(*search.loops[1].smallestLow, Money::billions(30));
        QVERIFY(qAbs(*search.loops[1].closureLow - 0.3) < 1e-12);
    }

    void shortestLengthCounts()
    {
        const FlowGraph graph = samples::graphOf(samples::toy());
        QCOMPARE(findLoops(graph, {.maximumLength = 2, .through = {}}).loops.size(), std::size_t(1));
        QVERIFY(findLoops(graph, {.maximumLength = 1, .through = {}}).loops.empty());
        QVERIFY(findLoops(graph, {.maximumLength = -3, .through = {}}).loops.empty());
    }

    void onlyThroughOne()
    {
        const Dataset dataset = samples::toy();
        const FlowGraph graph = samples::graphOf(dataset);
        QCOMPARE(findLoops(graph, {.through = 2}).loops.size(), std::size_t(1));
        QVERIFY(findLoops(graph, {.through = 3}).loops.empty());
    }

    void unknownLegsComeLast()
    {
        Dataset dataset = samples::toy();
        dataset.deals.push_back(samples::deal("ox", "O", "X", -1));
        const LoopSearch search = findLoops(samples::graphOf(dataset));
        QCOMPARE(search.loops.size(), std::size_t(3));
        const Loop &unknown = search.loops.back();
        QCOMPARE(spell(dataset, unknown), QString("O>X"));
        QCOMPARE(unknown.unknownLegs, 1);
        QVERIFY(!unknown.smallestHigh && !unknown.smallestLow && !unknown.closureHigh);
        dataset.deals.push_back(samples::deal("ox2", "O", "X", 1));
        QCOMPARE(findLoops(samples::graphOf(dataset)).loops.back().unknownLegs, 0);
    }

    void boundsMayDiffer()
    {
        Dataset dataset = samples::toy();
        dataset.deals = {samples::deal("ab", "O", "N", 138), samples::deal("ba", "N", "O", 0)};
        dataset.deals[1].value = {Money::billions(15), Money::billions(50)};
        dataset.deals[1].parts = {{Certainty::Paid, MoneyRange::exactly(Money::billions(15))},
                                  {Certainty::Potential, {Money(), Money::billions(35)}}};
        dataset.deals[1].certainty = Certainty::Paid;
        const FlowGraph graph = samples::graphOf(dataset);
        const Loop high = findLoops(graph).loops.front();
        QCOMPARE(spell(dataset, high), QString("N>O"));
        QCOMPARE(*high.smallest(Bound::Low), Money::billions(15));
        QCOMPARE(*high.smallest(Bound::High), Money::billions(50));
        QVERIFY(qAbs(*high.closure(Bound::Low) - 15.0 / 138) < 1e-12);
        QCOMPARE(high.weakest, Certainty::Potential);
        QCOMPARE(findLoops(graph, {.bound = Bound::Low, .through = {}}).loops.front().weakest, Certainty::Binding);
    }

    void datesAlongTheLoop_data()
    {
        QTest::addColumn<QList<int>>("years");
        QTest::addColumn<int>("order");
        QTest::newRow("forwards") << QList<int>{2020, 2022, 2024} << static_cast<int>(DateOrder::Forwards);
        QTest::newRow("all at once") << QList<int>{2020, 2020, 2020} << static_cast<int>(DateOrder::Forwards);
        QTest::newRow("backwards") << QList<int>{2024, 2022, 2020} << static_cast<int>(DateOrder::Backwards);
        QTest::newRow("mixed") << QList<int>{2022, 2024, 2020} << static_cast<int>(DateOrder::Mixed);
    }

    void datesAlongTheLoop()
    {
        QFETCH(QList<int>, years);
        QFETCH(int, order);
        Dataset dataset = samples::toy();
        dataset.deals.resize(3);
        for (std::size_t i = 0; i < 3; ++i)
            dataset.deals[i].announced = Date{years[static_cast<int>(i)], 0, 0};
        QCOMPARE(static_cast<int>(findLoops(samples::graphOf(dataset)).loops.front().dates), order);
    }

    void aLegOfManyDealsSpansItsDates()
    {
        Dataset dataset = samples::toy();
        dataset.deals = {samples::deal("a", "N", "O", 1), samples::deal("b", "O", "N", 2), samples::deal("c", "O", "N", 2)};
        dataset.deals[1].announced = Date{2024, 1, 1};
        dataset.deals[2].announced = Date{2026, 1, 1};
        QCOMPARE(findLoops(samples::graphOf(dataset)).loops.front().dates, DateOrder::Mixed);
    }

    void equalsNaiveEnumeration_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("longest");
        for (int seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %d", seed) << seed << 2 + seed % 7;
    }

    void equalsNaiveEnumeration()
    {
        QFETCH(int, seed);
        QFETCH(int, longest);
        const Dataset dataset = samples::random(seed, 6 + seed % 9, 20 + seed);
        const FlowGraph graph = samples::graphOf(dataset);
        LoopOptions options;
        options.maximumLength = longest;
        options.bound = seed % 2 ? Bound::High : Bound::Low;
        const LoopSearch search = findLoops(graph, options);
        QCOMPARE(search.completion, Completion::Complete);
        std::set<std::vector<int>> found;
        for (const Loop &loop : search.loops)
            QVERIFY(found.insert(canonical(loop.organizations)).second);
        QVERIFY(found == naiveLoops(graph, longest));
        for (std::size_t i = 0; i < search.loops.size(); ++i) {
            const Loop &loop = search.loops[i];
            for (const int leg : loop.legs)
                QVERIFY(!loop.smallest(options.bound) || graph.arc(leg).at(options.bound) >= *loop.smallest(options.bound));
            if (loop.smallest(options.bound))
                QCOMPARE(graph.arc(loop.legs.front()).at(options.bound), *loop.smallest(options.bound));
            if (i > 0 && loop.smallest(options.bound))
                QVERIFY(*search.loops[i - 1].smallest(options.bound) >= *loop.smallest(options.bound));
        }
    }

    void aLimitKeepsTheBest()
    {
        const Dataset dataset = samples::random(7, 12, 60);
        const FlowGraph graph = samples::graphOf(dataset);
        const LoopSearch whole = findLoops(graph);
        QVERIFY(whole.loops.size() > 20);
        LoopOptions options;
        options.limit = 10;
        const LoopSearch part = findLoops(graph, options);
        QCOMPARE(part.completion, Completion::LimitReached);
        QCOMPARE(part.loops.size(), std::size_t(10));
        for (std::size_t i = 0; i < 10; ++i)
            QCOMPARE(part.loops[i].smallestHigh, whole.loops[i].smallestHigh);
        options.limit = whole.loops.size();
        QCOMPARE(findLoops(graph, options).completion, Completion::Complete);
    }

    void stopsWhenToldTo()
    {
        const Dataset dataset = samples::random(3, 300, 12'000);
        const FlowGraph graph = samples::graphOf(dataset);
        LoopOptions options;
        options.limit = 50'000'000;
        int asked = 0;
        const Progress progress{{}, [&] { return ++asked == 3; }};
        QCOMPARE(findLoops(graph, options, progress).completion, Completion::Cancelled);
        options.maximumSteps = 1000;
        QCOMPARE(findLoops(graph, options).completion, Completion::StepsExhausted);
    }

    void progressRises()
    {
        double last = -1;
        bool rising = true;
        const Progress progress{[&](double share) {
                                    rising = rising && share >= last && share <= 1;
                                    last = share;
                                },
                                {}};
        findLoops(samples::graphOf(samples::random(5, 400, 1500)), {}, progress);
        QVERIFY(rising);
        QCOMPARE(last, 1.0);
    }

    void emptyAndLonely()
    {
        QVERIFY(findLoops(samples::graphOf(Dataset())).loops.empty());
        Dataset single;
        single.organizations = {samples::organization("a")};
        single.deals = {samples::deal("aa", "a", "a", 5)};
        QVERIFY(findLoops(samples::graphOf(single)).loops.empty());
        QVERIFY(samples::graphOf(single).arcs().empty());
    }

    void largeNetworks_data()
    {
        QTest::addColumn<bool>("hubs");
        QTest::newRow("even") << false;
        QTest::newRow("hubs") << true;
    }

    /// 10,000 organisations, 30,000 deals, five legs: 5 s is promised, sanitizers may take longer.
    void largeNetworks()
    {
        QFETCH(bool, hubs);
        const Dataset dataset = hubs ? samples::hubs(11, 10'000, 30'000) : samples::random(11, 10'000, 30'000);
        const FlowGraph graph = samples::graphOf(dataset);
        QElapsedTimer timer;
        timer.start();
        const LoopSearch search = findLoops(graph);
        const qint64 spent = timer.elapsed();
        qInfo("%zu loops in %lld ms", search.loops.size(), static_cast<long long>(spent));
        QVERIFY(search.completion == Completion::Complete || search.loops.size() == LoopOptions().limit);
#if defined(__OPTIMIZE__) && !defined(DEALSCAPE_SANITIZED)
        QVERIFY(spent < 5000);
#endif
    }
};

DEALSCAPE_TEST(TestLoops, dealscape::testing::NoApplication)
#include "test_loops.moc"
