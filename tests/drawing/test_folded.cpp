// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"
#include <QLineF>

#include <QTest>

#include "scenery.h"

#include "drawing/folded.h"
#include "network/network.h"

using namespace dealscape;
using namespace dealscape::drawing;

class FoldedTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void sayHowManyPartnersAreFoldedAway()
    {
        const OrganizationId folded("softbank");
        const sample::Scenery open = sample::embeddedScenery(1);
        Perspective perspective = open.perspective;
        perspective.collapsed = {folded};
        const sample::Scenery scenery(open.dataset, perspective, open.style);
        const auto fewer = open.network.nodes.size() - scenery.network.nodes.size();
        QVERIFY(fewer > 0);
        const Drawing drawing = scenery.drawing();
        const auto marks = foldedMarks({*scenery.index, perspective, scenery.network}, drawing.nodes, style::ThemeKind::Light);
        QCOMPARE(marks.size(), std::size_t(1));
        QCOMPARE(marks[0].text, QStringLiteral("+%1").arg(fewer));
        const int node = marks[0].target.index;
        QVERIFY(scenery.dataset.organizations[std::size_t(scenery.network.nodes[std::size_t(node)].organization)].id == folded);
        const double away = QLineF(marks[0].box.center(), drawing.nodes[std::size_t(node)].centre).length();
        QVERIFY(away < drawing.nodes[std::size_t(node)].radius + 24);
        QVERIFY(std::any_of(drawing.labels.begin(), drawing.labels.end(),
                            [&](const LabelMark &label) { return label.shown && label.text == marks[0].text; }));
    }

    void labelsKeepClearOfThem_data()
    {
        QTest::addColumn<LayoutKind>("layout");
        QTest::newRow("web") << LayoutKind::Web;
        QTest::newRow("supply chain") << LayoutKind::SupplyChain;
        QTest::newRow("orbit") << LayoutKind::Orbit;
        QTest::newRow("ring") << LayoutKind::Ring;
    }

    void labelsKeepClearOfThem()
    {
        QFETCH(LayoutKind, layout);
        const sample::Scenery open = sample::embeddedScenery(1);
        picture::Style style = open.style;
        style.zoom = 0.7;
        int marked = 0;
        for (const network::NetworkNode &node : open.network.nodes) {
            Perspective perspective = open.perspective;
            perspective.layout = layout;
            perspective.collapsed = {open.dataset.organizations[std::size_t(node.organization)].id};
            const sample::Scenery scenery(open.dataset, perspective, style);
            const Drawing drawing = scenery.drawing();
            for (const LabelMark &plus :
                 foldedMarks({*scenery.index, perspective, scenery.network}, drawing.nodes, style::ThemeKind::Light)) {
                ++marked;
                for (const LabelMark &label : drawing.labels)
                    if (label.shown && label.text != plus.text)
                        QVERIFY2(!label.box.intersects(plus.box), qPrintable(label.text + QStringLiteral(" | ") + plus.text));
            }
        }
        QVERIFY(marked > 3);
    }

    void nothingFoldedDrawsNothing()
    {
        const sample::Scenery scenery = sample::embeddedScenery(1);
        QVERIFY(foldedMarks(scenery.view(), scenery.drawing().nodes, style::ThemeKind::Dark).empty());
    }
};

DEALSCAPE_TEST(FoldedTest, QGuiApplication)
#include "test_folded.moc"
