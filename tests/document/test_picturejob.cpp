// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "chain.h"
#include "document/dragging.h"
#include "document/lookup.h"
#include "document/picturejob.h"

#include <QSignalSpy>
#include <QThreadPool>

#include <cmath>

using namespace dealscape;
using namespace dealscape::document;

namespace {

std::map<OrganizationId, layout::Point> places(const Placed &placed)
{
    std::map<OrganizationId, layout::Point> found;
    for (std::size_t i = 0; i < placed.placement.nodes.size(); ++i)
        found[organizationOf(*placed.snapshot, placed.network, static_cast<int>(i))] = placed.placement.nodes[i];
    return found;
}

} // namespace

class PictureJobTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void placesOnceThereIsRoom()
    {
        Document document;
        PictureJob job(document);
        QSignalSpy placed(&job, &PictureJob::placedAnew);
        document.openEmbedded();
        QVERIFY(!job.placed());
        job.setRoom({1200, 700});
        QCOMPARE(placed.size(), 1);
        QCOMPARE(job.placed()->placement.nodes.size(), document.network().nodes.size());
        QCOMPARE(job.placed()->placement.routes.size(), document.network().edges.size());
    }

    void aFilterKeepsWhatRemainsInPlace()
    {
        Document document;
        PictureJob job(document);
        document.openEmbedded();
        job.setRoom({1200, 700});
        const auto before = places(*job.placed());
        Perspective next = document.perspective();
        next.filter.certainties = {Certainty::Binding};
        document.setPerspective(next);
        const auto after = places(*job.placed());
        QVERIFY(!after.empty() && after.size() < before.size());
        for (const auto &[id, place] : after)
            QVERIFY(place == before.at(id));
        document.back();
        QVERIFY(places(*job.placed()) == before);
    }

    void theLensMovesNothing()
    {
        Document document;
        PictureJob job(document);
        document.openEmbedded();
        job.setRoom({1200, 700});
        const auto before = places(*job.placed());
        Perspective next = document.perspective();
        next.lens = Lens::Power;
        document.setPerspective(next);
        QVERIFY(places(*job.placed()) == before);
    }

    void backFromALayoutReturnsToTheSamePlaces()
    {
        Document document;
        PictureJob job(document);
        document.openEmbedded();
        job.setRoom({1200, 700});
        const auto web = places(*job.placed());
        Perspective next = document.perspective();
        next.layout = LayoutKind::SupplyChain;
        document.setPerspective(next);
        QVERIFY(places(*job.placed()) != web);
        document.back();
        QVERIFY(places(*job.placed()) == web);
    }

    void aDraggedNodeStaysAndUndoReturnsIt()
    {
        Document document;
        PictureJob job(document);
        document.openEmbedded();
        job.setRoom({1200, 700});
        const auto before = places(*job.placed());
        const OrganizationId nvidia("nvidia");
        Dragging dragging(job.placed(), document.arrangement(LayoutKind::Web), nodeOf(*document.snapshot(), document.network(), nvidia));
        dragging.moveTo({150, 120});
        for (int i = 0; i < 50 && dragging.relax(); ++i) {
        }
        document.arrange(LayoutKind::Web, dragging.arrangement(), "Move Nvidia");
        const layout::Point moved = places(*job.placed()).at(nvidia);
        QVERIFY(std::abs(moved.x - 150) < 1e-6 && std::abs(moved.y - 120) < 1e-6);
        document.undoStack().undo();
        QVERIFY(places(*job.placed()) == before);
    }

    void aSeedIsUsedInARoomOfItsSize_data()
    {
        QTest::addColumn<QSizeF>("room");
        QTest::addColumn<bool>("used");
        QTest::newRow("same") << QSizeF(1200, 700) << true;
        QTest::newRow("nearly") << QSizeF(1230, 690) << true;
        QTest::newRow("other") << QSizeF(800, 700) << false;
    }

    void aSeedIsUsedInARoomOfItsSize()
    {
        QFETCH(QSizeF, room);
        QFETCH(bool, used);
        Document document;
        document.openEmbedded();
        PictureJob elsewhere(document);
        elsewhere.setRoom({1200, 700});
        PictureJob job(document);
        job.seed(*elsewhere.placed());
        job.setRoom(room);
        QCOMPARE(job.placed()->room == QSizeF(1200, 700), used);
        QCOMPARE(places(*job.placed()) == places(*elsewhere.placed()), used);
    }

    void aLargeNetworkIsPlacedElsewhere()
    {
        Document document;
        PictureJob job(document);
        job.setRoom({1200, 700});
        QSignalSpy placed(&job, &PictureJob::placedAnew);
        QSignalSpy started(&job, &PictureJob::started);
        document.adopt("chain", sample::chain(static_cast<int>(PictureJob::immediateNodes()) + 50));
        QCOMPARE(started.size(), 1);
        QVERIFY(job.running());
        QVERIFY(placed.wait(60000));
        QVERIFY(!job.running());
        QCOMPARE(job.placed()->network.nodes.size(), PictureJob::immediateNodes() + 51);
    }

    void aLateResultIsDropped()
    {
        Document document;
        PictureJob job(document);
        job.setRoom({1200, 700});
        QSignalSpy placed(&job, &PictureJob::placedAnew);
        document.adopt("large", sample::chain(600));
        QVERIFY(job.running());
        document.adopt("small", sample::chain(3));
        QCOMPARE(placed.size(), 1);
        QCOMPARE(job.placed()->network.nodes.size(), 4u);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(placed.size(), 1);
        QCOMPARE(job.placed()->network.nodes.size(), 4u);
    }
};

DEALSCAPE_TEST(PictureJobTest, QGuiApplication)
#include "test_picturejob.moc"
