// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "analysis/moneypath.h"
#include "analysis/reach.h"
#include "analysis/select.h"

using namespace dealscape;
using namespace dealscape::analysis;

namespace {

/// A hub with two partners of its own, one shared with a second hub, which has a partner and a far one behind that.
///     a1, a2 - A - s - B - b1 - far
Dataset twoHubs()
{
    Dataset dataset;
    dataset.layers = defaultLayers();
    for (const char *id : {"A", "a1", "a2", "s", "B", "b1", "far"})
        dataset.organizations.push_back(samples::organization(id));
    dataset.deals = {samples::deal("0", "A", "a1", 1), samples::deal("1", "a2", "A", 2), samples::deal("2", "A", "s", 30),
                     samples::deal("3", "s", "B", 40), samples::deal("4", "B", "b1", 5), samples::deal("5", "b1", "far", 6),
                     samples::deal("6", "A", "a1", 70)};
    return dataset;
}

std::set<OrganizationId> ids(std::initializer_list<const char *> names)
{
    std::set<OrganizationId> set;
    for (const char *name : names)
        set.insert(OrganizationId(name));
    return set;
}

QString shownIn(const Dataset &dataset, const Perspective &perspective)
{
    const Index index(dataset);
    const std::vector<Join> joins = joinsOf(index, samples::all(dataset));
    const Reach within = reach(index, joins, perspective);
    QStringList words;
    for (std::size_t i = 0; i < dataset.organizations.size(); ++i)
        if (within.shown[i])
            words << QString::fromStdString(dataset.organizations[i].id.text());
    for (const auto &[organization, count] : within.folded)
        words << QStringLiteral("%1+%2").arg(
            QString::fromStdString(dataset.organizations[static_cast<std::size_t>(organization)].id.text()), QString::number(count));
    return words.join(' ');
}

QString walk(const Dataset &dataset, const char *from, const char *to)
{
    const Index index(dataset);
    const FlowGraph graph(index, samples::all(dataset));
    QString words = QString::fromLatin1(from);
    for (const int arc : moneyPath(graph, index.position(OrganizationId(from)), index.position(OrganizationId(to))))
        words += ' ' + QString::fromStdString(dataset.organizations[static_cast<std::size_t>(graph.arc(arc).to)].id.text());
    return words;
}

} // namespace

Q_DECLARE_METATYPE(Perspective)

class ReachTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void keeps_data()
    {
        QTest::addColumn<Perspective>("perspective");
        QTest::addColumn<QString>("shown");
        Perspective p;
        QTest::newRow("everything") << p << "A a1 a2 s B b1 far";
        p.collapsed = ids({"A"});
        QTest::newRow("one collapsed: its own partners go, the shared one stays") << p << "A s B b1 far A+2";
        p.collapsed = ids({"A", "B"});
        QTest::newRow("shared by two collapsed ones") << p << "A B b1 far A+3 B+1";
        p.collapsed = ids({"a1"});
        QTest::newRow("no partner of its own") << p << "A a1 a2 s B b1 far";
        p.collapsed = ids({"nobody"});
        QTest::newRow("unknown") << p << "A a1 a2 s B b1 far";
        p.collapsed.clear();
        p.focus = Focus{OrganizationId("A"), 1};
        QTest::newRow("focus") << p << "A a1 a2 s";
        p.expanded = ids({"s"});
        QTest::newRow("one more expanded") << p << "A a1 a2 s B";
        p.expanded = ids({"s", "B"});
        QTest::newRow("in a chain") << p << "A a1 a2 s B b1";
        p.collapsed = ids({"A"});
        QTest::newRow("expanded ones are not folded") << p << "A s B b1 A+2";
        p.focus = Focus{OrganizationId("a1"), 1};
        p.expanded.clear();
        QTest::newRow("the focus is not folded") << p << "A a1";
        p.focus = Focus{OrganizationId("nobody"), 3};
        QTest::newRow("unknown focus") << p << "";
    }

    void keeps()
    {
        QFETCH(Perspective, perspective);
        QFETCH(QString, shown);
        QCOMPARE(shownIn(twoHubs(), perspective), shown);
    }

    void dealsFollow()
    {
        const Dataset dataset = twoHubs();
        Perspective perspective;
        perspective.focus = Focus{OrganizationId("A"), 1};
        QCOMPARE(visible(Index(dataset), perspective), (std::vector<int>{0, 1, 2, 6}));
        perspective.expanded = ids({"s"});
        QCOMPARE(visible(Index(dataset), perspective), (std::vector<int>{0, 1, 2, 3, 6}));
        perspective.collapsed = ids({"A"});
        QCOMPARE(visible(Index(dataset), perspective), (std::vector<int>{2, 3}));
    }

    void countsHiddenNeighboursOnce()
    {
        const Dataset dataset = twoHubs();
        const Index index(dataset);
        Perspective perspective;
        perspective.focus = Focus{OrganizationId("s"), 1};
        const std::vector<Join> joins = joinsOf(index, samples::all(dataset));
        const Reach within = reach(index, joins, perspective);
        QCOMPARE(hiddenNeighbours(joins, within, index.position(OrganizationId("A"))), 2);
        QCOMPARE(hiddenNeighbours(joins, within, index.position(OrganizationId("s"))), 0);
    }

    void paths_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("way");
        QTest::newRow("direct") << "O"
                                << "C"
                                << "O C";
        QTest::newRow("two steps") << "X"
                                   << "N"
                                   << "X O N";
        QTest::newRow("only the way of money") << "N"
                                               << "X"
                                               << "N";
        QTest::newRow("to itself") << "O"
                                   << "O"
                                   << "O";
        QTest::newRow("unknown") << "O"
                                 << "nobody"
                                 << "O";
    }

    void paths()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, way);
        QCOMPARE(walk(samples::toy(), qPrintable(from), qPrintable(to)), way);
    }

    void ofShortPathsTheWidest()
    {
        Dataset dataset;
        for (const char *id : {"s", "p", "q", "r", "t", "long"})
            dataset.organizations.push_back(samples::organization(id));
        dataset.deals = {samples::deal("0", "s", "p", 90), samples::deal("1", "p", "t", 10), samples::deal("2", "s", "q", 40),
                         samples::deal("3", "q", "t", 50), samples::deal("4", "s", "r", -1), samples::deal("5", "r", "t", 99)};
        QCOMPARE(walk(dataset, "s", "t"), "s q t");
        dataset.deals[2].value = dataset.deals[3].value = MoneyRange();
        QCOMPARE(walk(dataset, "s", "t"), "s p t");
        dataset.deals.push_back(samples::deal("6", "s", "t", -1));
        QCOMPARE(walk(dataset, "s", "t"), "s t");
    }

    void shortestAgainstPlainSearch()
    {
        for (int seed = 0; seed < 20; ++seed) {
            const Dataset dataset = samples::random(seed, 12, 24);
            const Index index(dataset);
            const FlowGraph graph(index, samples::all(dataset));
            for (int from = 0; from < graph.size(); ++from) {
                std::vector<int> steps(12, 99);
                steps[static_cast<std::size_t>(from)] = 0;
                for (int round = 0; round < 12; ++round)
                    for (const Arc &arc : graph.arcs())
                        steps[static_cast<std::size_t>(arc.to)] =
                            std::min(steps[static_cast<std::size_t>(arc.to)], steps[static_cast<std::size_t>(arc.from)] + 1);
                for (int to = 0; to < graph.size(); ++to) {
                    const int found = static_cast<int>(moneyPath(graph, from, to).size());
                    QCOMPARE(found, steps[static_cast<std::size_t>(to)] < 99 ? steps[static_cast<std::size_t>(to)] : 0);
                }
            }
        }
    }
};

DEALSCAPE_TEST(ReachTest, dealscape::testing::NoApplication)
#include "test_reach.moc"
