// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "diagram/arrangeoffer.h"
#include "diagram/diagramview.h"
#include "diagram/emptystate.h"
#include "diagram/minimap.h"
#include "diagram/pins.h"
#include "document/editing.h"
#include "document/lookup.h"

#include <QAccessible>
#include <QFile>
#include <QGestureEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWheelEvent>

#include <cmath>

using namespace dealscape;
using namespace dealscape::diagram;
using drawing::Target;
using drawing::TargetKind;

namespace {

/// A document with its diagram in a shown window without motion.
struct Fixture {
    explicit Fixture(QSize size = {1200, 800}) : job(document), diagram(document, job)
    {
        diagram.setMotion(Motion::None);
        diagram.resize(size);
        document.openEmbedded();
        diagram.show();
        if (!QTest::qWaitForWindowExposed(&diagram))
            qFatal("the window was not shown");
        diagram.grab();
    }

    int node(const char *id) const { return document::nodeOf(*document.snapshot(), document.network(), OrganizationId(id)); }
    QPoint pointOf(const char *id) const { return diagram.stage().screenOf(node(id)).toPoint(); }
    QPoint pointOfEdge(int edge) const
    {
        for (const drawing::EdgeMark &mark : diagram.stage().drawing().edges)
            if (mark.edge == edge)
                for (int i = 1; i < 20; ++i) {
                    const QPolygonF &line = mark.centreLine;
                    const QPoint at = (line[line.size() * i / 20] + diagram.stage().sight().offset).toPoint();
                    if (diagram.stage().at(at) == Target{TargetKind::Edge, edge})
                        return at;
                }
        return {};
    }

    document::Document document;
    document::PictureJob job;
    DiagramView diagram;
};

QPoint legendRow(const DiagramView &diagram, Target target)
{
    for (const drawing::ChromeMark &mark : diagram.stage().drawing().chrome)
        if (mark.target == target)
            return mark.hitBox.center().toPoint();
    return {};
}

void type(QWidget &widget, const QList<Qt::Key> &keys)
{
    for (const Qt::Key key : keys)
        QTest::keyClick(&widget, key);
}

} // namespace

class DiagramViewTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void drawsTheNetworkAtOnce()
    {
        Fixture f;
        const network::Network network = network::network(f.document.snapshot()->index(), f.document.perspective());
        QVERIFY(network.nodes.size() > 20);
        QCOMPARE(f.diagram.stage().drawing().nodes.size(), network.nodes.size());
        QCOMPARE(f.diagram.stage().sight().zoom, 1.0);
        const QImage image = f.diagram.grab().toImage();
        const QColor canvas = style::theme(style::ThemeKind::Light).canvas;
        QVERIFY(image.pixelColor(f.pointOf("openai") + QPoint(0, -40)) != canvas);
        QCOMPARE(image.pixelColor(image.width() - 3, 3), canvas);
    }

    void aClickSelectsANode()
    {
        Fixture f;
        QTest::mouseClick(&f.diagram, Qt::LeftButton, {}, f.pointOf("nvidia"));
        QVERIFY(f.document.selection() == document::Selection(OrganizationId("nvidia")));
        QVERIFY((f.diagram.selected() == Target{TargetKind::Node, f.node("nvidia")}));
    }

    void aClickSelectsAnEdgeAndADoubleClickOpensIt()
    {
        Fixture f;
        const document::EdgeKey key{OrganizationId("openai"), OrganizationId("oracle"), Family::Compute};
        const int edge = document::edgeOf(*f.document.snapshot(), f.document.network(), key);
        const QPoint at = f.pointOfEdge(edge);
        QVERIFY(!at.isNull());
        QTest::mouseClick(&f.diagram, Qt::LeftButton, {}, at);
        QVERIFY(f.document.selection() == document::Selection(key));
        QTest::mouseDClick(&f.diagram, Qt::LeftButton, {}, at);
        QVERIFY(f.document.viewpoint().opened.contains(key));
        f.document.back();
        QVERIFY(f.document.viewpoint().opened.empty());
    }

    void aClickOnNothingSelectsNothing()
    {
        Fixture f;
        f.document.select(OrganizationId("nvidia"));
        const QRectF plot = f.diagram.stage().plot();
        QPoint empty;
        for (double x = plot.left() + 2; x < plot.right() && empty.isNull(); x += 7)
            for (double y = plot.top() + 2; y < plot.bottom() && empty.isNull(); y += 7)
                if (f.diagram.stage().at({x, y}).kind == TargetKind::None)
                    empty = QPointF(x, y).toPoint();
        QVERIFY(!empty.isNull());
        QTest::mouseClick(&f.diagram, Qt::LeftButton, {}, empty);
        QVERIFY(f.document.selection() == document::Selection());
    }

    void hoverLightsWithoutSelecting()
    {
        Fixture f;
        QSignalSpy pointed(&f.diagram, &DiagramView::pointed);
        QTest::mouseMove(&f.diagram, f.pointOf("oracle"));
        QTRY_VERIFY((f.diagram.hovered() == Target{TargetKind::Node, f.node("oracle")}));
        QVERIFY(pointed.back().front().toString().startsWith("Oracle, Cloud"));
        QVERIFY(f.document.selection() == document::Selection());
    }

    void theLegendHidesAndShows_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("index");
        QTest::newRow("layer") << static_cast<int>(TargetKind::Layer) << static_cast<int>(LayerStyle::Chips);
        QTest::newRow("family") << static_cast<int>(TargetKind::Family) << static_cast<int>(Family::Capital);
        QTest::newRow("certainty") << static_cast<int>(TargetKind::Certainty) << static_cast<int>(Certainty::Announced);
    }

    void theLegendHidesAndShows()
    {
        QFETCH(int, kind);
        QFETCH(int, index);
        Fixture f({1504, 904});
        const Perspective before = f.document.perspective();
        const Target row{static_cast<TargetKind>(kind), index};
        const QPoint at = legendRow(f.diagram, row);
        QVERIFY(!at.isNull());
        QTest::mouseClick(&f.diagram, Qt::LeftButton, {}, at);
        QVERIFY(f.document.network().deals.size() < 40u);
        QVERIFY(!legendRow(f.diagram, row).isNull());
        QTest::mouseClick(&f.diagram, Qt::LeftButton, {}, legendRow(f.diagram, row));
        QVERIFY(f.document.perspective() == before);
    }

    void dragPans()
    {
        Fixture f;
        const QPoint from(900, 300);
        const QPointF before = f.diagram.stage().screenOf(f.node("openai"));
        QTest::mousePress(&f.diagram, Qt::MiddleButton, {}, from);
        QTest::mouseMove(&f.diagram, from + QPoint(30, 20));
        QTest::mouseMove(&f.diagram, from + QPoint(60, 40));
        QTest::mouseRelease(&f.diagram, Qt::MiddleButton, {}, from + QPoint(60, 40));
        const QPointF after = f.diagram.stage().screenOf(f.node("openai"));
        QVERIFY(QLineF(after, before + QPointF(60, 40)).length() < 0.01);
        QVERIFY(f.document.viewpoint().camera.fit == document::Fit::Free);
        QCOMPARE(f.document.history().size(), 1u);
    }

    void dragMovesANodeAndUndoReturnsIt()
    {
        Fixture f;
        const QPoint from = f.pointOf("nvidia");
        const QPoint to = from + QPoint(90, 30);
        QTest::mousePress(&f.diagram, Qt::LeftButton, {}, from);
        QTest::mouseMove(&f.diagram, from + QPoint(40, 10));
        QTest::mouseMove(&f.diagram, to);
        QTest::mouseRelease(&f.diagram, Qt::LeftButton, {}, to);
        QVERIFY((f.pointOf("nvidia") - to).manhattanLength() <= 2);
        QVERIFY(document::pinned(f.document, OrganizationId("nvidia")));
        f.document.undoStack().undo();
        QVERIFY((f.pointOf("nvidia") - from).manhattanLength() <= 2);
    }

    void aPinStandsAtWhatAHandKeeps()
    {
        Fixture f;
        const std::vector<KeptPlace> moved = {{OrganizationId("nvidia"), 200, 200}};
        QImage picture(f.diagram.size(), QImage::Format_ARGB32_Premultiplied);
        const auto painted = [&](const std::vector<KeptPlace> &arrangement) {
            picture.fill(Qt::transparent);
            QPainter painter(&picture);
            paintPins(painter, f.diagram.stage(), arrangement);
        };
        painted({});
        QCOMPARE(picture.pixelColor(f.pointOf("nvidia")).alpha(), 0);
        const double rim = f.diagram.stage().radiusOf(f.node("nvidia")) * std::sqrt(0.5);
        const QPoint pin = (f.diagram.stage().screenOf(f.node("nvidia")) + QPointF(rim, -rim)).toPoint();
        QCOMPARE(picture.pixelColor(pin).alpha(), 0);
        painted(moved);
        QCOMPARE(picture.pixelColor(pin).alpha(), 255);
        const QPoint other = f.pointOf("oracle");
        QCOMPARE(picture.pixelColor(other).alpha(), 0);
        int alone = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                alone += picture.pixelColor(x, y).alpha() > 0 && (QPoint(x, y) - pin).manhattanLength() > 20;
        QCOMPARE(alone, 0);
    }

    void aChangeEndsTheDragFirst_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change : {"unfocus", "filter", "undo", "layout", "dataset", "digit", "escape"})
            QTest::newRow(change) << change;
    }

    void aChangeEndsTheDragFirst()
    {
        QFETCH(QString, change);
        Fixture f;
        f.document.arrange(LayoutKind::Web, {{OrganizationId("oracle"), 200, 200, false}}, QStringLiteral("Move"));
        f.document.focus(Focus{OrganizationId("nvidia"), 1});
        const QPoint from = f.pointOf("nvidia");
        QTest::mousePress(&f.diagram, Qt::LeftButton, {}, from);
        QTest::mouseMove(&f.diagram, from + QPoint(40, 10));
        QTest::mouseMove(&f.diagram, from + QPoint(60, 20));
        if (change == "unfocus") {
            f.document.focus(std::nullopt);
        } else if (change == "filter") {
            Perspective all = f.document.perspective();
            all.filter.maximumTier = 0;
            f.document.setPerspective(all);
        } else if (change == "undo") {
            f.document.undoStack().undo();
        } else if (change == "layout") {
            Perspective other = f.document.perspective();
            other.layout = LayoutKind::SupplyChain;
            f.document.setPerspective(other);
        } else if (change == "dataset") {
            f.document.openEmbedded();
        } else {
            QTest::keyClick(&f.diagram, change == "digit" ? Qt::Key_3 : Qt::Key_Escape);
        }
        QTest::mouseMove(&f.diagram, from + QPoint(90, 30));
        QTest::mouseRelease(&f.diagram, Qt::LeftButton, {}, from + QPoint(90, 30));
        QCoreApplication::processEvents();
        f.diagram.grab();
        QCOMPARE(f.diagram.stage().placed(), f.job.placed());
        QCOMPARE(f.diagram.stage().placement().nodes.size(), f.document.network().nodes.size());
        const bool kept = change == "unfocus" || change == "filter" || change == "digit";
        QCOMPARE(document::pinned(f.document, OrganizationId("nvidia")), kept);
        QVERIFY(f.document.undoStack().canUndo() == (change != "undo" && change != "dataset"));
    }

    void aPressIsForgottenWhenTheNetworkChanges()
    {
        Fixture f;
        const QPoint at = f.pointOf("nvidia");
        QTest::mousePress(&f.diagram, Qt::LeftButton, {}, at);
        Perspective few = f.document.perspective();
        few.filter.atLeast = Money::billions(200);
        f.document.setPerspective(few);
        QTest::mouseRelease(&f.diagram, Qt::LeftButton, {}, at);
        QVERIFY(std::holds_alternative<std::monostate>(f.document.selection()));
    }

    void theWheelZoomsAtThePointer()
    {
        Fixture f;
        const QPointF pointer = f.pointOf("oracle");
        const QPointF under = toPlaced(f.diagram.stage().sight(), f.diagram.stage().plot(), pointer);
        QWheelEvent wheel(pointer, f.diagram.mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&f.diagram, &wheel);
        QVERIFY(f.diagram.stage().sight().zoom > 1.3);
        const QPointF now = toPlaced(f.diagram.stage().sight(), f.diagram.stage().plot(), pointer);
        QVERIFY(QLineF(under, now).length() < 0.01);
        QTest::keyClick(&f.diagram, Qt::Key_Home);
        QVERIFY(f.document.viewpoint().camera.fit == document::Fit::Shown);
    }

    void shiftAndTheWheelPanSidewards()
    {
        Fixture f;
        const QPoint before = f.pointOf("oracle");
        const double zoom = f.diagram.stage().sight().zoom;
        QWheelEvent wheel(before, f.diagram.mapToGlobal(before), {}, {0, -120}, Qt::NoButton, Qt::ShiftModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&f.diagram, &wheel);
        QCOMPARE(f.diagram.stage().sight().zoom, zoom);
        QCOMPARE(f.pointOf("oracle") - before, QPoint(-48, 0));
    }

    void twoFingersZoomBetweenThem()
    {
        Fixture f;
        const QPointF pointer = f.pointOf("oracle");
        const double zoom = f.diagram.stage().sight().zoom;
        const QPointF under = toPlaced(f.diagram.stage().sight(), f.diagram.stage().plot(), pointer);
        QPinchGesture pinch;
        pinch.setHotSpot(f.diagram.mapToGlobal(pointer));
        pinch.setScaleFactor(1.5);
        QGestureEvent event({&pinch});
        QCoreApplication::sendEvent(&f.diagram, &event);
        QCOMPARE(f.diagram.stage().sight().zoom, 1.5 * zoom);
        const QPointF now = toPlaced(f.diagram.stage().sight(), f.diagram.stage().plot(), pointer);
        QVERIFY(QLineF(under, now).length() < 0.01);
    }

    void theMinimapBringsAPointIntoTheMiddle()
    {
        drawing::Drawing drawing;
        drawing.plot = {20, 30, 800, 600};
        drawing.extent = {20, 30, 1600, 1200};
        drawing.nodes.emplace_back();
        const paint::Shot shot{1.5, {-40, 25}};
        const QRectF map = Minimap::area(drawing);
        // A quarter of the way across the map, and three quarters down, without its margin of 8.
        const QPointF inside(map.left() + 8 + (map.width() - 16) * 0.25, map.top() + 8 + (map.height() - 16) * 0.75);
        const QPointF meant(20 + 1600 * 0.25, 30 + 1200 * 0.75);
        const QPointF offset = Minimap::offsetFor(drawing, shot, inside);
        const QPointF seen = drawing.plot.topLeft() + offset + (meant - drawing.plot.topLeft()) * shot.magnification;
        QVERIFY2(QLineF(seen, drawing.plot.center()).length() < 0.01, qPrintable(QStringLiteral("%1, %2").arg(seen.x()).arg(seen.y())));
    }

    void comesToRestAsIfComposedThere()
    {
        Fixture f;
        const QPointF pointer = f.pointOf("oracle");
        const double before = f.diagram.stage().drawing().zoom;
        QWheelEvent wheel(pointer, f.diagram.mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&f.diagram, &wheel);
        QCOMPARE(f.diagram.stage().drawing().zoom, before);
        const QImage moving = f.diagram.grab().toImage();
        QTRY_COMPARE(f.diagram.stage().drawing().zoom, f.diagram.stage().sight().zoom);
        const QImage rested = f.diagram.grab().toImage();
        QVERIFY(rested != moving);
        QCOMPARE(f.diagram.grab().toImage(), rested);
        QVERIFY(f.diagram.stage().at(f.pointOf("oracle")) == (Target{TargetKind::Node, f.node("oracle")}));
    }

    void keysFocusGrowAndStepOut()
    {
        Fixture f;
        f.document.select(OrganizationId("nvidia"));
        const document::Viewpoint before = f.document.viewpoint();
        type(f.diagram, {Qt::Key_Return});
        QVERIFY((f.document.perspective().focus == Focus{OrganizationId("nvidia"), 1}));
        type(f.diagram, {Qt::Key_3});
        QCOMPARE(f.document.perspective().focus->depth, 3);
        type(f.diagram, {Qt::Key_Minus});
        QCOMPARE(f.document.perspective().focus->depth, 2);
        type(f.diagram, {Qt::Key_Plus});
        QCOMPARE(f.document.perspective().focus->depth, 3);
        type(f.diagram, {Qt::Key_Escape});
        QVERIFY(!f.document.perspective().focus);
        type(f.diagram, {Qt::Key_Escape});
        QVERIFY(f.document.selection() == document::Selection());
        while (f.document.viewpoint() != before && f.document.history().canGoBack())
            f.document.back();
        QVERIFY(f.document.viewpoint() == before);
    }

    void keysWalkFromPartnerToPartner()
    {
        Fixture f;
        type(f.diagram, {Qt::Key_Space});
        QVERIFY(f.document.selection() == document::Selection(OrganizationId("openai")));
        std::set<int> met;
        for (int i = 0; i < 40; ++i) {
            type(f.diagram, {Qt::Key_Down});
            QCOMPARE(f.diagram.selected().kind, TargetKind::Edge);
            met.insert(f.diagram.selected().index);
        }
        int edges = 0;
        for (const network::NetworkEdge &edge : f.document.network().edges)
            edges += edge.from == f.node("openai") || edge.to == f.node("openai") ? 1 : 0;
        QCOMPARE(static_cast<int>(met.size()), edges);
        const int last = f.diagram.selected().index;
        type(f.diagram, {Qt::Key_Right});
        const network::NetworkEdge &edge = f.document.network().edges[static_cast<std::size_t>(last)];
        const int partner = edge.from == f.node("openai") ? edge.to : edge.from;
        QVERIFY((f.diagram.selected() == Target{TargetKind::Node, partner}));
    }

    void arrowsPanWhenNothingIsSelected()
    {
        Fixture f;
        const QPointF before = f.diagram.stage().sight().offset;
        type(f.diagram, {Qt::Key_Right, Qt::Key_Down});
        const QPointF after = f.diagram.stage().sight().offset;
        QVERIFY(after.x() < before.x() && after.y() < before.y());
    }

    void everyMarkHasASpokenName()
    {
        Fixture f;
        QAccessible::setActive(true);
        QAccessibleInterface *diagram = QAccessible::queryAccessibleInterface(&f.diagram);
        QVERIFY(diagram);
        const network::Network &network = f.document.network();
        QCOMPARE(diagram->childCount(), static_cast<int>(network.nodes.size() + network.edges.size()));
        for (int i = 0; i < diagram->childCount(); ++i) {
            QAccessibleInterface *child = diagram->child(i);
            QVERIFY(child && child->isValid());
            QVERIFY(child->text(QAccessible::Name).size() > 10);
            QVERIFY(!child->rect().isEmpty());
            QCOMPARE(diagram->indexOfChild(child), i);
            QVERIFY(!child->state().selected);
        }
        QAccessibleInterface *nvidia = diagram->child(f.node("nvidia"));
        QVERIFY(nvidia->text(QAccessible::Name).startsWith("Nvidia, Chips: "));
        nvidia->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(f.document.selection() == document::Selection(OrganizationId("nvidia")));
        QVERIFY(nvidia->state().selected);
        Perspective next = f.document.perspective();
        next.filter.certainties = {Certainty::Binding};
        f.document.setPerspective(next);
        QCOMPARE(diagram->childCount(), static_cast<int>(f.document.network().nodes.size() + f.document.network().edges.size()));
    }

    void emptinessIsExplained_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("emptiness");
        const QByteArray head = R"({"format":"dealscape","version":1,"title":"T",)";
        const QByteArray one = R"("organizations":[{"id":"a","name":"A","layer":"cloud"}],"deals":[]})";
        QTest::newRow("empty") << head + R"("organizations":[],"deals":[]})" << static_cast<int>(Emptiness::NoDeals);
        QTest::newRow("one node") << head + one << static_cast<int>(Emptiness::None);
        QTest::newRow("one node, first tier") << head + R"("opening":{"tier":1},)" + one << static_cast<int>(Emptiness::NoDeals);
        QTest::newRow("broken") << QByteArray("{\"format\":") << static_cast<int>(Emptiness::Refused);
        QTest::newRow("no file") << QByteArray() << static_cast<int>(Emptiness::Refused);
    }

    void emptinessIsExplained()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, emptiness);
        QTemporaryDir folder;
        const QString path = folder.filePath("file.json");
        if (!bytes.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        document::Document document;
        document::PictureJob job(document);
        DiagramView diagram(document, job);
        diagram.resize(1000, 700);
        diagram.show();
        QVERIFY(QTest::qWaitForWindowExposed(&diagram));
        document.open(path);
        diagram.grab();
        QCOMPARE(static_cast<int>(emptinessOf(document)), emptiness);
        auto *state = diagram.findChild<EmptyState *>();
        if (emptiness == static_cast<int>(Emptiness::None)) {
            QCOMPARE(diagram.stage().drawing().nodes.size(), 1u);
            QVERIFY(!state->isVisible());
        } else {
            QVERIFY(state->isVisible());
            QVERIFY(!state->accessibleName().isEmpty());
        }
        document.openEmbedded();
        QVERIFY(!state->isVisible());
        Perspective nothing = document.perspective();
        nothing.filter.text = "no such word anywhere";
        document.setPerspective(nothing);
        QCOMPARE(emptinessOf(document), Emptiness::FilteredAway);
        QVERIFY(state->isVisible());
    }

    void theEmptyStateLeavesTheLegendAlone()
    {
        document::Document document;
        document::PictureJob job(document);
        DiagramView diagram(document, job);
        diagram.resize(1000, 700);
        diagram.show();
        document.startNew();
        QTRY_VERIFY(diagram.stage().placed());
        auto *state = diagram.findChild<EmptyState *>();
        QVERIFY(state->isVisible());
        QVERIFY(diagram.stage().plot().left() > 0);
        QVERIFY(diagram.stage().plot().toRect().contains(state->geometry()));
    }

    void aLayoutMovesInLessThanHalfASecond()
    {
        Fixture f;
        f.diagram.setMotion(Motion::Full);
        Perspective next = f.document.perspective();
        next.layout = LayoutKind::SupplyChain;
        const auto before = f.diagram.stage().placement().nodes;
        f.document.setPerspective(next);
        QVERIFY(f.diagram.moving());
        const auto after = f.diagram.stage().fitting().into(f.job.placed()->placement).nodes;
        bool between = false;
        QTRY_VERIFY_WITH_TIMEOUT(
            (between = between ||
                 (f.diagram.moving() && f.diagram.stage().placement().nodes != before && f.diagram.stage().placement().nodes != after),
             !f.diagram.moving()),
            3000);
        QVERIFY(between);
        QVERIFY(DiagramView::layoutTime() >= 150 && DiagramView::layoutTime() <= 400);
        QCOMPARE(f.diagram.stage().placement().nodes, after);
        f.diagram.setMotion(Motion::None);
        f.document.back();
        QVERIFY(!f.diagram.moving());
    }

    void whatIsLeftCanBeArranged()
    {
        Fixture f;
        auto *offer = f.diagram.findChild<ArrangeOffer *>();
        QVERIFY(offer && !offer->isVisible());
        const Perspective open = f.document.perspective();
        Perspective few = open;
        few.filter.atLeast = Money::billions(100);
        f.document.setPerspective(few);
        const auto places = f.diagram.stage().placement().nodes;
        QVERIFY(3 * places.size() < f.diagram.stage().placed()->whole->nodes.size());
        QVERIFY(offer->isVisible() && !f.diagram.stage().plot().intersects(QRectF(offer->geometry())));
        offer->click();
        QVERIFY(f.document.perspective().arrangeShown);
        QVERIFY(f.diagram.stage().placement().nodes != places);
        QVERIFY(offer->isVisible());
        f.document.back();
        QVERIFY(f.diagram.stage().placement().nodes == places);
        f.document.setPerspective(open);
        QVERIFY(!offer->isVisible());
    }

    void aSelectionIsRepaintedQuickly()
    {
        Fixture f({1504, 904});
        f.diagram.grab();
        QElapsedTimer clock;
        clock.start();
        f.document.select(OrganizationId("nvidia"));
        QImage image(f.diagram.size(), QImage::Format_ARGB32_Premultiplied);
        f.diagram.render(&image);
        qInfo("selection to pixels: %lld ms", clock.elapsed());
        clock.restart();
        Perspective next = f.document.perspective();
        next.filter.certainties = {Certainty::Binding};
        f.document.setPerspective(next);
        f.diagram.render(&image);
        qInfo("filter to pixels: %lld ms", clock.elapsed());
        QVERIFY(clock.elapsed() < 2000);
    }
};

DEALSCAPE_TEST(DiagramViewTest, QApplication)
#include "test_diagramview.moc"
