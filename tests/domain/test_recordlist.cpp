// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "domain/dataset.h"

#include <memory>
#include <random>
#include <ranges>
#include <string>
#include <unordered_map>
#include <vector>

using namespace dealscape;

namespace {

static_assert(std::random_access_iterator<RecordList<Deal>::iterator>);
static_assert(std::random_access_iterator<RecordList<Deal>::const_iterator>);
static_assert(std::ranges::random_access_range<const RecordList<Deal>>);

Deal dealNamed(int number)
{
    Deal deal;
    deal.id = DealId("deal-" + std::to_string(number));
    return deal;
}

RecordList<Deal> deals(int count)
{
    RecordList<Deal> list;
    for (int i = 0; i < count; ++i)
        list.push_back(dealNamed(i));
    return list;
}

/// Replaces, inserts, appends or removes at a random place of both.
void changeOnce(std::mt19937 &random, int &fresh, RecordList<Deal> &list, std::vector<Deal> &model)
{
    const std::size_t at = model.empty() ? 0 : random() % model.size();
    const Deal record = dealNamed(fresh++);
    switch (model.empty() ? 1 : random() % 5) {
    case 0:
        list[at].headline = record.id.text();
        model[at].headline = record.id.text();
        return;
    case 1:
        list.insert(at, record);
        model.insert(model.begin() + static_cast<std::ptrdiff_t>(at), record);
        return;
    case 2:
        list.push_back(record);
        model.push_back(record);
        return;
    case 3:
        list[at] = record;
        model[at] = record;
        return;
    default:
        list.erase(at);
        model.erase(model.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

} // namespace

class RecordListTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void behavesAsAVector_data();
    void behavesAsAVector();
    void copiesKeepTheirRecords();
    void sharesWhatDidNotChange();
    void growsAndShrinks();
    void sortsAndSearches();
    void indexFollowsChanges();
    void indexOfIdsThatStandTwice();
};

void RecordListTest::behavesAsAVector_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 127, 128, 129, 1000})
        QTest::addRow("%d", count) << count;
}

void RecordListTest::behavesAsAVector()
{
    QFETCH(int, count);
    std::mt19937 random(static_cast<unsigned>(count));
    RecordList<Deal> list = deals(count);
    std::vector<Deal> model(std::as_const(list).begin(), std::as_const(list).end());
    int fresh = count;
    for (int i = 0; i < 600; ++i) {
        changeOnce(random, fresh, list, model);
        QVERIFY2(std::ranges::equal(std::as_const(list), model), qPrintable(QString::number(i)));
    }
    QVERIFY(list == RecordList<Deal>(model));
    QCOMPARE(list.size(), model.size());
}

void RecordListTest::copiesKeepTheirRecords()
{
    std::mt19937 random(4);
    RecordList<Deal> list = deals(300);
    std::vector<Deal> model(std::as_const(list).begin(), std::as_const(list).end());
    std::vector<std::pair<RecordList<Deal>, std::vector<Deal>>> states;
    int fresh = 300;
    for (int i = 0; i < 400; ++i) {
        states.emplace_back(list, model);
        changeOnce(random, fresh, list, model);
    }
    for (const auto &[then, expected] : states)
        QVERIFY(std::ranges::equal(then, expected));
}

void RecordListTest::sharesWhatDidNotChange()
{
    const RecordList<Deal> before = deals(1000);
    RecordList<Deal> after = before;
    after[500].headline = "changed";
    int moved = 0;
    for (std::size_t i = 0; i < before.size(); ++i)
        moved += &before[i] != &std::as_const(after)[i];
    QVERIFY2(moved > 0 && moved <= 256, qPrintable(QString::number(moved)));
    const auto change = after.changeSince(before);
    QVERIFY(change.first <= 500 && change.end > 500 && change.end == change.oldEnd);
    QCOMPARE(static_cast<int>(change.end - change.first), moved);
    const auto none = before.changeSince(RecordList<Deal>(before));
    QVERIFY(none.first == none.end && none.first == none.oldEnd);
}

void RecordListTest::growsAndShrinks()
{
    RecordList<Deal> list;
    QVERIFY(list.empty() && list.begin() == list.end());
    list.resize(300, dealNamed(7));
    QCOMPARE(list.size(), std::size_t(300));
    QVERIFY(list.front() == list.back());
    list.emplace_back().headline = "last";
    QCOMPARE(list.back().headline, std::string("last"));
    list.resize(1);
    QCOMPARE(list.size(), std::size_t(1));
    list.clear();
    QVERIFY(list.empty());
    QVERIFY(RecordList<Deal>({dealNamed(1), dealNamed(2)})[1].id == DealId("deal-2"));
}

void RecordListTest::sortsAndSearches()
{
    RecordList<Deal> list = deals(400);
    std::ranges::sort(list, std::greater(), &Deal::id);
    QVERIFY(std::ranges::is_sorted(list, std::greater(), &Deal::id));
    const auto found = std::ranges::find(list, DealId("deal-250"), &Deal::id);
    QVERIFY(found != list.end());
    QCOMPARE(&list[static_cast<std::size_t>(found - list.begin())], &*found);
    RecordList<Deal>::const_iterator constant = found;
    QCOMPARE(constant->id, found->id);
}

void RecordListTest::indexFollowsChanges()
{
    std::mt19937 random(11);
    auto now = std::make_shared<Dataset>();
    now->deals = deals(700);
    std::vector<Deal> model(std::as_const(now->deals).begin(), std::as_const(now->deals).end());
    auto index = std::make_shared<Index>(*now);
    int fresh = 700;
    for (int i = 0; i < 200; ++i) {
        auto next = std::make_shared<Dataset>(*now);
        changeOnce(random, fresh, next->deals, model);
        auto after = std::make_shared<Index>(*next, *index);
        std::unordered_map<DealId, int> expected;
        for (std::size_t at = 0; at < model.size(); ++at)
            expected.emplace(model[at].id, static_cast<int>(at));
        for (int id = 0; id < fresh; ++id) {
            const DealId wanted("deal-" + std::to_string(id));
            const int at = expected.contains(wanted) ? expected[wanted] : -1;
            if (after->position(wanted) != at)
                QFAIL(qPrintable(QStringLiteral("change %1: deal %2 at %3").arg(i).arg(id).arg(after->position(wanted))));
        }
        now = next;
        index = after;
    }
}

void RecordListTest::indexOfIdsThatStandTwice()
{
    Dataset before;
    before.deals = deals(600);
    before.deals[20].id = DealId("deal-500");
    const Index first(before);
    QCOMPARE(first.position(DealId("deal-500")), 20);
    Dataset after = before;
    after.deals.erase(20);
    QCOMPARE(Index(after, first).position(DealId("deal-500")), 499);
    Dataset third = after;
    third.deals[100].id = DealId("deal-3");
    QCOMPARE(Index(third, Index(after)).position(DealId("deal-3")), 3);
}

DEALSCAPE_TEST(RecordListTest, dealscape::testing::NoApplication)
#include "test_recordlist.moc"
