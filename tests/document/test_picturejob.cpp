// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain.h"
#include "parties.h"
#include "testmain.h"

#include <QTest>

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
        job.setCanvas({1504, 904});
        QCOMPARE(placed.size(), 1);
        QCOMPARE(job.placed()->placement.nodes.size(), document.network().nodes.size());
        QCOMPARE(job.placed()->placement.routes.size(), document.network().edges.size());
    }

    void aFilterKeepsWhatRemainsInPlace()
    {
        Document document;
        PictureJob job(document);
        document.openEmbedded();
        job.setCanvas({1504, 904});
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

    void whatIsShownCanBeArrangedAlone()
    {
        Document document;
        PictureJob job(document);
        document.openEmbedded();
        job.setCanvas({1504, 904});
        Perspective next = document.perspective();
        next.filter.families = {Family::Energy};
        document.setPerspective(next);
        const auto hidden = places(*job.placed());
        next.arrangeShown = true;
        document.setPerspective(next);
        QVERIFY(places(*job.placed()) != hidden);
        document.back();
        QVERIFY(places(*job.placed()) == hidden);
    }

    void theLensMovesNothing()
    {
        Document document;
        PictureJob job(document);
        document.openEmbedded();
        job.setCanvas({1504, 904});
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
        job.setCanvas({1504, 904});
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
        job.setCanvas({1504, 904});
        const auto before = places(*job.placed());
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

    void aSeedIsUsedInACanvasOfItsClass_data()
    {
        QTest::addColumn<QSizeF>("canvas");
        QTest::addColumn<bool>("used");
        QTest::newRow("same") << QSizeF(1504, 904) << true;
        QTest::newRow("smaller") << QSizeF(1280, 720) << true;
        QTest::newRow("square") << QSizeF(900, 900) << false;
    }

    void aSeedIsUsedInACanvasOfItsClass()
    {
        QFETCH(QSizeF, canvas);
        QFETCH(bool, used);
        Document document;
        document.openEmbedded();
        const drawing::Ground ground =
            drawing::groundOf({document.snapshot()->index(), document.perspective(), document.network()}, {1504, 904}, {});
        KnownLayout known{ground.graph, ground.request, drawing::placedFreely(ground)};
        const layout::Point nowhere{12, 34};
        known.placement.nodes.front() = nowhere;
        PictureJob job(document);
        job.seed(known);
        job.setCanvas(canvas);
        QCOMPARE(job.placed()->placement.nodes.front() == nowhere, used);
    }

    void placesDoNotDependOnTheWay_data()
    {
        QTest::addColumn<QList<QSizeF>>("way");
        const QSizeF there(1504, 904);
        QTest::newRow("resized and back") << QList<QSizeF>{there, {800, 900}, there};
        QTest::newRow("from another shape") << QList<QSizeF>{{900, 900}, there};
        QTest::newRow("within its class") << QList<QSizeF>{there, {1280, 720}};
    }

    void placesDoNotDependOnTheWay()
    {
        QFETCH(QList<QSizeF>, way);
        Document document;
        document.openEmbedded();
        PictureJob fresh(document);
        fresh.setCanvas({1504, 904});
        PictureJob job(document);
        for (const QSizeF &canvas : way)
            job.setCanvas(canvas);
        QVERIFY(places(*job.placed()) == places(*fresh.placed()));
    }

    void whoIsPutSomewhereIsThereInEveryShape()
    {
        Document document;
        document.openEmbedded();
        document.arrange(LayoutKind::Web,
                         {{OrganizationId("nvidia"), drawing::handsRoom().width() / 4, drawing::handsRoom().height() / 2, false}},
                         "Move Nvidia");
        for (const QSizeF canvas : {QSizeF(1504, 904), QSizeF(900, 900), QSizeF(720, 1280)}) {
            PictureJob job(document);
            job.setCanvas(canvas);
            const layout::Point at = places(*job.placed()).at(OrganizationId("nvidia"));
            QVERIFY(std::abs(at.x - job.placed()->room.width() / 4) < 1e-6);
            QVERIFY(std::abs(at.y - job.placed()->room.height() / 2) < 1e-6);
        }
    }

    void aLargeNetworkIsPlacedElsewhere()
    {
        Document document;
        PictureJob job(document);
        job.setCanvas({1504, 904});
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
        job.setCanvas({1504, 904});
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
