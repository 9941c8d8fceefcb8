// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "compare/difference.h"
#include "compare/earlier.h"
#include "compare/merge.h"
#include "compare/together.h"
#include "domain/revision.h"
#include "io/reader.h"
#include "io/writer.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

using namespace dealscape;
using namespace dealscape::compare;

namespace {

Dataset published()
{
    io::ReadResult read = io::readFile((dealscape::testing::shippedData() + "/example-offshore-wind.json").toStdString());
    if (!read.dataset)
        qFatal("the example cannot be read");
    return *read.dataset;
}

} // namespace

class CompareTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void scenesFindWhatTheyAreComparedWith();
    void nothingDiffersFromItself();
    void tellsMembersBeforeAndAfter();
    void tellsWhatCameAndWent();
    void knowsARenamedDeal();
    void sumsFollow();
    void theOrderDoesNotMatter();
    void mergesWhatBothChanged();
    void tellsConflicts();
    void keepsTheirAdditionsAndRemovals();
    void aRemovalAgainstAChangeIsAConflict();
    void refusesAnUnsoundWhole();
    void bothStatesInOne();
};

void CompareTest::nothingDiffersFromItself()
{
    const Difference none = difference(published(), published());
    QVERIFY(none.empty());
    QVERIFY(std::ranges::none_of(none.sums, &SumChange::changed));
    const Merge merged = merge(published(), published(), published());
    QVERIFY(merged.dataset && *merged.dataset == published() && merged.conflicts.empty());
}

void CompareTest::tellsMembersBeforeAndAfter()
{
    const Dataset before = published();
    Dataset after = before;
    after.title = "Another";
    after.deals[0].value.high = Money(123);
    after.deals[0].value.low = Money(123);
    const Difference found = difference(before, after);
    QCOMPARE(found.members.size(), std::size_t(1));
    QCOMPARE(found.members[0].pointer, std::string("/title"));
    QCOMPARE(found.members[0].after, std::string("Another"));
    const RecordChange *deal = found.find("deals", before.deals[0].id.text());
    QVERIFY(deal && deal->fate == Fate::Changed);
    QCOMPARE(deal->fields.size(), std::size_t(2));
    QCOMPARE(deal->fields[0].pointer, std::string("/value/low"));
    QCOMPARE(deal->fields[0].after, std::string("123"));
}

void CompareTest::tellsWhatCameAndWent()
{
    const Dataset before = published();
    Dataset after = before;
    Organization organization = std::as_const(after.organizations)[0];
    organization.id = OrganizationId("fresh");
    after.organizations.push_back(organization);
    after.claims.clear();
    const Difference found = difference(before, after);
    QCOMPARE(found.count("organizations", Fate::Added), 1);
    QCOMPARE(found.count("claims", Fate::Removed), static_cast<int>(before.claims.size()));
    QCOMPARE(found.count("deals", Fate::Changed), 0);
    const Difference back = difference(after, before);
    QCOMPARE(back.count("organizations", Fate::Removed), 1);
}

void CompareTest::knowsARenamedDeal()
{
    const Dataset before = published();
    Dataset after = before;
    after.deals[0].id = DealId("called-otherwise");
    after.stories.clear();
    const Difference found = difference(before, after);
    const RecordChange *deal = found.find("deals", "called-otherwise");
    QVERIFY(deal && deal->fate == Fate::Changed);
    QCOMPARE(deal->oldId, before.deals[0].id.text());
    QCOMPARE(found.count("deals", Fate::Added), 0);
    QCOMPARE(found.count("deals", Fate::Removed), 0);
}

void CompareTest::sumsFollow()
{
    const Dataset before = published();
    Dataset after = before;
    const auto counted = std::ranges::find_if(std::as_const(after.deals),
                                              [](const Deal &d) { return d.counted() && d.parts.empty() && d.value.high && d.value.low; });
    const auto at = static_cast<std::size_t>(counted - std::as_const(after.deals).begin());
    after.deals[at].draft = true;
    const Deal &deal = before.deals[at];
    const Difference found = difference(before, after);
    const auto sum =
        std::ranges::find_if(found.sums, [&](const SumChange &s) { return s.flow == deal.flow && s.certainty == deal.certainty; });
    QVERIFY(sum != found.sums.end());
    QCOMPARE((sum->highBefore - sum->highAfter).dollars(), deal.value.high->dollars());
    QCOMPARE(std::ranges::count_if(found.sums, &SumChange::changed), 1);
}

void CompareTest::theOrderDoesNotMatter()
{
    Dataset after = published();
    std::reverse(after.deals.begin(), after.deals.end());
    QVERIFY(difference(published(), after).empty());
}

void CompareTest::mergesWhatBothChanged()
{
    const Dataset base = published();
    Dataset mine = base;
    Dataset theirs = base;
    mine.deals[0].headline = "Mine";
    mine.title = "My title";
    theirs.deals[0].note = "Theirs";
    theirs.deals[1].headline = "Theirs as well";
    const Merge merged = merge(base, mine, theirs);
    QVERIFY(merged.dataset && merged.conflicts.empty());
    QCOMPARE(merged.dataset->deals[0].headline, std::string("Mine"));
    QCOMPARE(merged.dataset->deals[0].note, std::string("Theirs"));
    QCOMPARE(merged.dataset->deals[1].headline, std::string("Theirs as well"));
    QCOMPARE(merged.dataset->title, std::string("My title"));
}

void CompareTest::tellsConflicts()
{
    const Dataset base = published();
    Dataset mine = base;
    Dataset theirs = base;
    mine.deals[0].headline = "Mine";
    theirs.deals[0].headline = "Theirs";
    const Merge merged = merge(base, mine, theirs);
    QCOMPARE(merged.conflicts.size(), std::size_t(1));
    QCOMPARE(merged.conflicts[0].place, "/deals/" + base.deals[0].id.text() + "/headline");
    QCOMPARE(merged.conflicts[0].mine, std::string("Mine"));
    QCOMPARE(merged.conflicts[0].theirs, std::string("Theirs"));
    QCOMPARE(merged.dataset->deals[0].headline, std::string("Mine"));
}

void CompareTest::keepsTheirAdditionsAndRemovals()
{
    const Dataset base = published();
    Dataset mine = base;
    Dataset theirs = base;
    Deal deal = base.deals[0];
    deal.id = DealId("added-by-them");
    theirs.deals.insert(1, deal);
    const std::size_t claims = base.claims.size();
    theirs.claims.erase(0);
    mine.notes.push_back("mine");
    const Merge merged = merge(base, mine, theirs);
    QVERIFY(merged.dataset && merged.conflicts.empty());
    QCOMPARE(merged.dataset->deals[1].id, DealId("added-by-them"));
    QCOMPARE(merged.dataset->claims.size(), claims - 1);
    QCOMPARE(merged.dataset->notes.back(), std::string("mine"));
}

void CompareTest::aRemovalAgainstAChangeIsAConflict()
{
    const Dataset base = published();
    Dataset mine = base;
    Dataset theirs = base;
    mine.claims.erase(0);
    theirs.claims[0].note = "still of use";
    const Merge merged = merge(base, mine, theirs);
    QCOMPARE(merged.conflicts.size(), std::size_t(1));
    QCOMPARE(merged.conflicts[0].place, "/claims/" + base.claims[0].id.text());
    QCOMPARE(merged.dataset->claims.size(), base.claims.size() - 1);
}

void CompareTest::refusesAnUnsoundWhole()
{
    const Dataset base = published();
    Dataset mine = base;
    Dataset theirs = base;
    Organization lone = base.organizations[0];
    lone.id = OrganizationId("lone");
    Dataset ground = base;
    ground.organizations.push_back(lone);
    mine = ground;
    mine.organizations.pop_back();
    theirs = ground;
    theirs.organizations[0].parent = OrganizationId("lone");
    const Merge merged = merge(ground, mine, theirs);
    QVERIFY(!merged.dataset);
    QVERIFY(!merged.issues.empty());
}

/// Each file is read once, below the folder of the dataset's own; what cannot be read is told, and the scene does without.
void CompareTest::scenesFindWhatTheyAreComparedWith()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("old")));
    const Dataset before = published();
    QVERIFY(io::saveFile((folder.path() + QStringLiteral("/old/state.json")).toStdString(), before));
    Dataset now = before;
    now.deals[0].value = MoneyRange::exactly(Money(123));
    Story story;
    for (const char *file : {"", "old/state.json", "missing.json", "old/state.json"}) {
        story.scenes.emplace_back();
        story.scenes.back().compare = file;
    }
    const EarlierStates states = earlierStates(now, story, folder.filePath(QStringLiteral("now.json")).toStdString());
    QCOMPARE(states.comparisons.size(), std::size_t(1));
    const Comparison &comparison = *states.comparisons.at("old/state.json");
    QCOMPARE(comparison.news.deals.size(), comparison.both.deals.size());
    QCOMPARE(comparison.news.deals[0], Novelty::Changed);
    QCOMPARE(states.faults.size(), std::size_t(1));
    QVERIFY(states.faults[0].find("missing.json") != std::string::npos);
    QCOMPARE(earlierStates(now, story, {}).faults.size(), std::size_t(2));
    QVERIFY(earlierStates(now, story, {}).comparisons.empty());
}

void CompareTest::bothStatesInOne()
{
    const Dataset before = published();
    const Together same = together(before, before);
    QVERIFY(same.dataset == before);
    QVERIFY(std::ranges::all_of(same.news.deals, [](Novelty novelty) { return novelty == Novelty::None; }));

    Dataset after = before;
    const OrganizationId left = std::as_const(after.organizations).front().id;
    const Index old(before);
    const auto gone = static_cast<std::ptrdiff_t>(old.dealsOf(left).size());
    QVERIFY(gone > 0);
    removeOrganization(after, left);
    Deal added = std::as_const(after.deals).front();
    added.id = DealId("added");
    added.announced = {2020, 1, 1};
    after.deals.push_back(added);
    after.deals[0].note = "not drawn";
    const DealId changed = std::as_const(after.deals)[1].id;
    after.deals[1].value = MoneyRange::exactly(Money(123));
    const Together both = together(before, after);
    const Index index(both.dataset);
    QCOMPARE(both.news.deals.size(), both.dataset.deals.size());
    QCOMPARE(both.news.before.size(), both.dataset.deals.size());
    QCOMPARE(both.news.organizations.size(), both.dataset.organizations.size());
    QCOMPARE(both.news.organizations[at(index.position(left))], Novelty::Gone);
    QCOMPARE(both.news.deals[at(index.position(added.id))], Novelty::New);
    QCOMPARE(both.news.deals[at(index.position(changed))], Novelty::Changed);
    QVERIFY(both.news.before[at(index.position(changed))] == old.deal(changed)->value);
    QCOMPARE(both.news.deals[0], Novelty::None);
    QVERIFY(std::ranges::count(both.news.deals, Novelty::Gone) > 0);
    QCOMPARE(std::ranges::count(both.news.deals, Novelty::New), 1);
    for (std::size_t i = 0; i < both.dataset.deals.size(); ++i) {
        const Deal &deal = std::as_const(both.dataset.deals)[i];
        QVERIFY(index.organization(deal.tail()) && index.organization(deal.head()));
        QVERIFY(both.news.deals[i] != Novelty::Gone || deal.certainty == Certainty::Cancelled);
    }
}

DEALSCAPE_TEST(CompareTest, dealscape::testing::NoApplication)
#include "test_compare.moc"
