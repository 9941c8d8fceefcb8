// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "sample.h"

#include "diagram/diagramview.h"
#include "diagram/lighting.h"
#include "diagram/telling.h"
#include "document/lookup.h"

#include <QApplication>
#include <QTimer>
#include <QToolTip>

#include <algorithm>

using namespace dealscape;
using namespace dealscape::diagram;
using drawing::Target;
using drawing::TargetKind;

namespace {

struct TellingFixture {
    explicit TellingFixture(const Dataset *dataset = nullptr) : job(document), diagram(document, job)
    {
        diagram.setMotion(Motion::None);
        diagram.resize(1200, 800);
        if (dataset)
            document.adopt(QStringLiteral("own.json"), std::make_shared<document::Snapshot>(std::make_shared<const Dataset>(*dataset), 1),
                           {});
        else
            document.openEmbedded();
        diagram.show();
        if (!QTest::qWaitForWindowExposed(&diagram))
            qFatal("the window was not shown");
        diagram.grab();
        timer = diagram.findChild<Telling *>()->findChild<QTimer *>();
    }

    QPoint pointOf(const char *id) const
    {
        return diagram.stage().screenOf(document::nodeOf(*document.snapshot(), document.network(), OrganizationId(id))).toPoint();
    }
    void rest()
    {
        QTimerEvent event(timer->timerId());
        QCoreApplication::sendEvent(timer, &event);
    }

    document::Document document;
    document::PictureJob job;
    DiagramView diagram;
    QTimer *timer = nullptr;
};

} // namespace

class TellingTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QToolTip::hideText(); }

    void twoLinesAfterARest()
    {
        TellingFixture f;
        QCOMPARE(f.timer->interval(), 400);
        QVERIFY(!f.timer->isActive());
        QTest::mouseMove(&f.diagram, f.pointOf("oracle"));
        QTRY_VERIFY(f.timer->isActive());
        f.rest();
        const QString text = QToolTip::text();
        QVERIFY2(text.startsWith(QStringLiteral("<p>Oracle, Cloud<br>")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(" deals, compute $")), qPrintable(text));
        QCOMPARE(text.count(QStringLiteral("<br>")), 1);
    }

    void namesAreNoMarkup()
    {
        sample::Sample s;
        s.organization("<img src=x>", LayerStyle::Models).organization("b", LayerStyle::Cloud);
        s.deal("<img src=x>", "b", FlowClass::Compute, sample::billions(3));
        TellingFixture f(&s.dataset());
        QTest::mouseMove(&f.diagram, f.pointOf("<img src=x>"));
        QTRY_VERIFY(f.timer->isActive());
        f.rest();
        QVERIFY2(QToolTip::text().startsWith(QStringLiteral("<p>&lt;img src=x&gt;, ")), qPrintable(QToolTip::text()));
    }

    void silentWhereNothingIs_data()
    {
        QTest::addColumn<QString>("deed");
        for (const char *deed : {"leave", "press", "key", "drop"})
            QTest::newRow(deed) << deed;
    }
    void silentWhereNothingIs()
    {
        QFETCH(QString, deed);
        TellingFixture f;
        const QPoint at = f.pointOf("oracle");
        // A pointer that is there already, from the row before, would not move.
        QTest::mouseMove(&f.diagram, {2, 2});
        QTest::mouseMove(&f.diagram, at);
        QTRY_VERIFY(f.timer->isActive());
        if (deed == QLatin1String("leave"))
            QTest::mouseMove(&f.diagram, {2, 2});
        else if (deed == QLatin1String("press"))
            QTest::mousePress(&f.diagram, Qt::LeftButton, {}, at);
        else if (deed == QLatin1String("key"))
            QTest::keyClick(&f.diagram, Qt::Key_Shift);
        else
            f.document.setPerspective([&] {
                Perspective power = f.document.perspective();
                power.lens = Lens::Power;
                return power;
            }());
        QTRY_VERIFY(!f.timer->isActive());
        if (deed == QLatin1String("press"))
            QTest::mouseRelease(&f.diagram, Qt::LeftButton, {}, at);
    }

    void aSelectionLightsItsNeighbourhood()
    {
        TellingFixture f;
        const document::Placed &placed = *f.diagram.stage().placed();
        const int oracle = document::nodeOf(*f.document.snapshot(), placed.network, OrganizationId("oracle"));
        const paint::Emphasis node = emphasis(placed, {}, {TargetKind::Node, oracle});
        QVERIFY(node.fading && node.gently && node.litNodes.contains(oracle));
        for (std::size_t i = 0; i < placed.network.edges.size(); ++i) {
            const network::NetworkEdge &edge = placed.network.edges[i];
            QCOMPARE(node.litEdges.contains(static_cast<int>(i)), edge.from == oracle || edge.to == oracle);
        }
        const paint::Emphasis ribbon = emphasis(placed, {}, {TargetKind::Edge, 0});
        QVERIFY(ribbon.fading && ribbon.gently);
        QCOMPARE(ribbon.litEdges, (std::unordered_set<int>{0}));
        QCOMPARE(ribbon.litNodes, (std::unordered_set<int>{placed.network.edges[0].from, placed.network.edges[0].to}));
        const paint::Emphasis pointed = emphasis(placed, {TargetKind::Family, int(Family::Capital)}, {TargetKind::Node, oracle});
        QVERIFY(pointed.fading && !pointed.gently);
        QVERIFY(!emphasis(placed, {}, {}).fading);
    }

    void theRestIsFaintUntilTheSelectionIsDropped()
    {
        TellingFixture f;
        f.diagram.hover({});
        const QImage before = f.diagram.grab().toImage();
        f.document.select(OrganizationId("amazon"));
        const QImage lit = f.diagram.grab().toImage();
        const document::Placed &placed = *f.diagram.stage().placed();
        const paint::Emphasis light =
            emphasis(placed, {}, {TargetKind::Node, document::nodeOf(*placed.snapshot, placed.network, OrganizationId("amazon"))});
        const auto &marks = f.diagram.stage().drawing().nodes;
        const auto mark = std::ranges::find_if(marks, [&](const drawing::NodeMark &node) {
            return !light.litNodes.contains(node.node) && !node.hollow && node.look.style != LayerStyle::DataCentre;
        });
        QVERIFY(mark != marks.end());
        const QPoint far = (mark->centre + QPointF(-0.75, 0.15) * mark->radius + f.diagram.stage().sight().offset).toPoint();
        const QColor canvas = style::theme(style::ThemeKind::Light).canvas;
        const auto lightness = [&](const QImage &image) { return image.pixelColor(far).lightness(); };
        QVERIFY(lightness(before) < canvas.lightness() - 20);
        QVERIFY(lightness(lit) > lightness(before) + 20 && lightness(lit) < canvas.lightness() - 5);
        f.document.select(std::monostate());
        QCOMPARE(f.diagram.grab().toImage(), before);
    }
};

DEALSCAPE_TEST(TellingTest, QApplication)
#include "test_telling.moc"
