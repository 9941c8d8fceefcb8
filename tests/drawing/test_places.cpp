// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "drawing/places.h"
#include "network/network.h"
#include "picture/picture.h"
#include "scenery.h"

using namespace dealscape;
using namespace dealscape::drawing;

class PlacesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void canvasesComeInClasses_data()
    {
        QTest::addColumn<QSizeF>("canvas");
        QTest::addColumn<double>("shape");
        QTest::newRow("Full HD") << QSizeF(1920, 1080) << 16.0 / 9;
        QTest::newRow("first window") << QSizeF(1504, 904) << 16.0 / 9;
        QTest::newRow("low") << QSizeF(1280, 600) << 2.0;
        QTest::newRow("very low") << QSizeF(1504, 400) << 8.0 / 3;
        QTest::newRow("square") << QSizeF(900, 900) << 1.0;
        QTest::newRow("half a screen") << QSizeF(960, 1080) << 1.0;
        QTest::newRow("page") << QSizeF(1414, 1000) << 4.0 / 3;
        QTest::newRow("telephone") << QSizeF(1080, 1920) << 9.0 / 16;
        QTest::newRow("nothing") << QSizeF(0, 0) << 1.0;
    }

    void canvasesComeInClasses()
    {
        QFETCH(QSizeF, canvas);
        QFETCH(double, shape);
        const QSizeF known = classOf(canvas);
        QVERIFY(std::abs(known.width() / known.height() - shape) < 1e-9);
        QCOMPARE(classOf(known), known);
        QSizeF room;
        for (const std::size_t organizations : {0u, 20u, 40u, 60u, 80u, 8000u}) {
            const QSizeF next = roomOf(known, LayoutKind::Web, organizations);
            QVERIFY(next.width() >= room.width() && next.height() >= room.height());
            room = next;
        }
        QVERIFY(roomOf(known, LayoutKind::Web, 0).height() > 200);
    }

    void mostFiltersOnlyHide_data()
    {
        QTest::addColumn<Perspective>("other");
        QTest::addColumn<bool>("same");
        const Perspective opening = sample::embedded().opening;
        const auto row = [&](const char *name, bool same, auto change) {
            Perspective other = opening;
            change(other);
            QTest::newRow(name) << other << same;
        };
        row("certainty", true, [](Perspective &p) { p.filter.certainties = {Certainty::Paid}; });
        row("family", true, [](Perspective &p) { p.filter.families = {Family::Capital}; });
        row("kind", true, [](Perspective &p) { p.filter.kinds = {DealKind::Loan}; });
        row("dates", true, [](Perspective &p) { p.filter.until = Date{2025, 1, 0}; });
        row("amount", true, [](Perspective &p) { p.filter.atLeast = Money::billions(1); });
        row("text", true, [](Perspective &p) { p.filter.text = "nvidia"; });
        row("country", true, [](Perspective &p) { p.filter.countries = {"US"}; });
        row("lens", true, [](Perspective &p) { p.lens = Lens::Power; });
        row("trail", true, [](Perspective &p) { p.trail = Trail{{OrganizationId("nvidia"), OrganizationId("openai")}, false}; });
        row("tier", false, [](Perspective &p) { p.filter.maximumTier = 3; });
        row("counted", false, [](Perspective &p) { p.filter.countedOnly = false; });
        row("published", false, [](Perspective &p) { p.filter.publishedOnly = false; });
        row("focus", false, [](Perspective &p) { p.focus = Focus{OrganizationId("oracle"), 1}; });
        row("layout", false, [](Perspective &p) { p.layout = LayoutKind::Orbit; });
        row("as reported", false, [](Perspective &p) { p.asReported = true; });
        row("folded", false, [](Perspective &p) { p.collapsed = {OrganizationId("nvidia")}; });
        row("arranged alone", false, [](Perspective &p) {
            p.filter.families = {Family::Capital};
            p.arrangeShown = true;
        });
    }

    void mostFiltersOnlyHide()
    {
        QFETCH(Perspective, other);
        QFETCH(bool, same);
        QCOMPARE(ground(other) == ground(sample::embedded().opening), same);
    }

    void aPictureOfAPartHasThePlacesOfTheWhole()
    {
        const Dataset dataset = sample::embedded();
        const Index index(dataset);
        picture::PictureRequest request;
        request.perspective = dataset.opening;
        const picture::Picture all = picture::picture(index, request);
        request.perspective.filter.families = {Family::Capital};
        request.perspective.lens = Lens::Deals;
        const picture::Picture part = picture::picture(index, request);
        QVERIFY(!part.network.nodes.empty() && part.network.nodes.size() < all.network.nodes.size());
        QCOMPARE(part.drawing.plot, all.drawing.plot);
        for (const NodeMark &mark : part.drawing.nodes) {
            const int organization = part.network.nodes[static_cast<std::size_t>(mark.node)].organization;
            const NodeMark &there = all.drawing.nodes[static_cast<std::size_t>(all.network.nodeOf(organization))];
            QCOMPARE(mark.centre, there.centre);
            QVERIFY(mark.radius <= there.radius);
        }
        // Ribbons reach the discs, also those that are smaller than the ones they were laid for.
        for (const EdgeMark &mark : part.drawing.edges) {
            const network::NetworkEdge &edge = part.network.edges[static_cast<std::size_t>(mark.edge)];
            const NodeMark &tail = part.drawing.nodes[static_cast<std::size_t>(edge.from)];
            const NodeMark &head = part.drawing.nodes[static_cast<std::size_t>(edge.to)];
            QVERIFY(QLineF(mark.centreLine.first(), tail.centre).length() < tail.radius + 1);
            QVERIFY(QLineF(mark.centreLine.last(), head.centre).length() < head.radius + 1);
        }
    }

    void sizesOfOneClassShowOneArrangement()
    {
        const Dataset dataset = sample::embedded();
        const Index index(dataset);
        picture::PictureRequest request;
        request.perspective = dataset.opening;
        request.exact = true;
        std::vector<picture::Picture> pictures;
        for (const QSize pixels : {QSize(1280, 720), QSize(1504, 904), QSize(1920, 1080)}) {
            request.pixels = pixels;
            pictures.push_back(picture::picture(index, request));
        }
        request.form = picture::Form::Page;
        pictures.push_back(picture::picture(index, request));
        const auto across = [](const picture::Picture &picture, std::size_t i) {
            return picture.placement.nodes[i] - picture.placement.nodes[0];
        };
        for (const picture::Picture &other : pictures) {
            const double factor = layout::length(across(other, 1)) / layout::length(across(pictures[0], 1));
            for (std::size_t i = 0; i < other.placement.nodes.size(); ++i)
                QVERIFY(layout::length(across(other, i) - across(pictures[0], i) * factor) < 1e-6);
        }
    }

    void fittingFillsThePlot()
    {
        const QRectF extent(-100, 20, 1300, 500);
        const QSizeF plot(1000, 800);
        const Fitting fit = fittingInto(extent, plot);
        QCOMPARE(fit.factor, 1000.0 / 1300);
        QCOMPARE(fit.into(extent.center()), QPointF(500, 400));
        QCOMPARE(fit.outOf(fit.into(QPointF(3, 4))), QPointF(3, 4));
        QCOMPARE(fittingInto({}, plot).factor, 1.0);
    }
};

DEALSCAPE_TEST(PlacesTest, QGuiApplication)
#include "test_places.moc"
