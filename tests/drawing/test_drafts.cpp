// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frozen.h"
#include "testmain.h"

#include <QTest>

#include "network/network.h"
#include "picture/picture.h"
#include "resources/embedded.h"

#include <algorithm>
#include <utility>

using namespace dealscape;

namespace {

picture::Picture drawn(const Dataset &dataset, const Perspective &perspective)
{
    picture::PictureRequest request;
    request.perspective = perspective;
    return picture::picture(Index(dataset), request);
}

} // namespace

/// A deal that is not finished is seen to be that: its ribbon is hollow, and it enters no sum.
class DraftsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::loadTypeface(); }

    void aDraftIsHollow()
    {
        Dataset dataset = sample::frozen();
        const picture::Picture before = drawn(dataset, dataset.opening);
        const auto found = std::ranges::find_if(before.drawing.edges, [&](const drawing::EdgeMark &mark) {
            return before.network.edges[at(mark.edge)].deals.size() == 1 && !mark.head.isEmpty() && mark.width > 6;
        });
        QVERIFY(found != before.drawing.edges.end());
        const int deal = before.network.edges[at(found->edge)].deals.front();
        const OrganizationId payer = std::as_const(dataset.deals)[at(deal)].tail();
        dataset.deals[at(deal)].draft = true;
        const picture::Picture after = drawn(dataset, dataset.opening);
        const auto edge =
            std::ranges::find_if(after.network.edges, [&](const network::NetworkEdge &e) { return e.deals == std::vector{deal}; });
        QVERIFY(edge != after.network.edges.end());
        const int position = static_cast<int>(edge - after.network.edges.begin());
        const auto mark = std::ranges::find(after.drawing.edges, position, &drawing::EdgeMark::edge);
        QVERIFY(mark != after.drawing.edges.end());
        QVERIFY(mark->head.isEmpty() && mark->paidEnd.isEmpty() && mark->haloWidth == 0);
        QVERIFY(mark->width < 2);
        QVERIFY(mark->strokes.size() >= 2);
        for (const QPolygonF &stroke : mark->strokes) {
            QCOMPARE(stroke.first(), stroke.last());
            QVERIFY(mark->bounds.contains(stroke.boundingRect()));
        }
        // The sides stand as far apart as the ribbon was wide, or nearly where the scale moved with the sums.
        QVERIFY(mark->strokes.front().boundingRect().width() + mark->strokes.front().boundingRect().height() > found->width);
        const auto turnover = [&](const picture::Picture &picture) {
            const int node = picture.network.nodeOf(Index(dataset).position(payer));
            return picture.network.nodes[at(node)].turnover.value_or(Money());
        };
        QVERIFY(turnover(after) < turnover(before));
    }

    void aFinishedDealBesideADraftIsNot()
    {
        Dataset dataset = sample::frozen();
        const auto model = std::ranges::find_if(std::as_const(dataset.deals), [](const Deal &deal) {
            return deal.counted() && deal.value.exact() && deal.parts.empty() && deal.certainty == Certainty::Binding && deal.payer;
        });
        QVERIFY(model != std::as_const(dataset.deals).end());
        Deal second = *model;
        second.id = DealId("second");
        second.tier = 1;
        dataset.deals.push_back(second);
        const int position = static_cast<int>(dataset.deals.size()) - 1;
        const auto edgeWith = [&](const picture::Picture &picture) {
            const auto found = std::ranges::find_if(
                picture.network.edges, [&](const network::NetworkEdge &e) { return std::ranges::count(e.deals, position) == 1; });
            return static_cast<int>(found - picture.network.edges.begin());
        };
        const picture::Picture before = drawn(dataset, {});
        dataset.deals[at(position)].draft = true;
        const picture::Picture after = drawn(dataset, {});
        const int edge = edgeWith(after);
        const auto mark = std::ranges::find(after.drawing.edges, edge, &drawing::EdgeMark::edge);
        QVERIFY(mark != after.drawing.edges.end() && !mark->head.isEmpty());
        QCOMPARE(before.network.edges[at(edgeWith(before))].value.at(Bound::High) - second.value.at(Bound::High),
                 after.network.edges[at(edge)].value.at(Bound::High));
    }

    /// Somebody who has only begun sees the deal, though it publishes nothing yet.
    void aDraftWithoutAnAmountIsInThePicture()
    {
        Dataset dataset = sample::frozen();
        Deal begun = std::as_const(dataset.deals).front();
        begun.id = DealId("begun");
        begun.draft = true;
        begun.value = {};
        begun.parts.clear();
        begun.paid.reset();
        begun.power.reset();
        begun.overlap = {};
        begun.tier = 1;
        dataset.deals.push_back(begun);
        const picture::Picture picture = drawn(dataset, {});
        const int position = static_cast<int>(dataset.deals.size()) - 1;
        QVERIFY(std::ranges::count(picture.network.deals, position) == 1);
    }
};

DEALSCAPE_TEST(DraftsTest, QGuiApplication)
#include "test_drafts.moc"
