// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "stage.h"

#include "drawing/chromesheet.h"
#include "network/network.h"
#include "slides/legend.h"
#include "slides/slide.h"

#include <algorithm>
#include <functional>

using namespace dealscape;
using namespace dealscape::slides;

namespace {

network::NetworkEdge edgeOf(Family family, Certainty certainty, std::int64_t amount = 30)
{
    network::NetworkEdge edge;
    edge.family = family;
    edge.certainty = certainty;
    edge.value = amount > 0 ? MoneyRange::exactly(Money::billions(amount)) : MoneyRange();
    return edge;
}

QStringList wordsOf(const std::vector<SlideSign> &signs)
{
    QStringList words;
    for (const SlideSign &sign : signs)
        words << sign.words;
    return words;
}

bool isCertainty(const SlideSign &sign)
{
    return QStringList{QStringLiteral("Paid"), QStringLiteral("Binding"), QStringLiteral("Announced"), QStringLiteral("Potential")}
        .contains(sign.words);
}

} // namespace

class SlideLegendTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sample::published().organizations.empty()); }

    void anAnnouncedSignShowsTwoDashes_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("width");
        QTest::newRow("tightest row of a slide") << 30.5 << 5.0;
        QTest::newRow("tight row") << 44.5 << 5.0;
        QTest::newRow("row with room") << 51.0 << 5.0;
        QTest::newRow("window") << 34.0 << 2.5;
    }
    void anAnnouncedSignShowsTwoDashes()
    {
        QFETCH(double, length);
        QFETCH(double, width);
        drawing::ChromeSheet sheet(style::ThemeKind::Light);
        sheet.arrow({length, 0}, length, width, Certainty::Announced, Qt::black);
        std::vector<double> dashes;
        for (const QPolygonF &dash : sheet.take().front().path.toSubpathPolygons())
            dashes.push_back(dash.boundingRect().width());
        std::ranges::sort(dashes, std::greater<>());
        QVERIFY(dashes.size() >= 2);
        QVERIFY2(dashes[1] >= dashes[0] / 2, qPrintable(QString::number(dashes[1])));
    }

    void certaintiesHaveNoFamilyAmongSeveral()
    {
        network::Network loop;
        loop.edges = {edgeOf(Family::Capital, Certainty::Paid), edgeOf(Family::Compute, Certainty::Binding),
                      edgeOf(Family::Hardware, Certainty::Announced)};
        const auto signs = slideSigns(loop, Lens::Value);
        QCOMPARE(wordsOf(signs),
                 (QStringList{QStringLiteral("Compute, sites"), QStringLiteral("Capital"), QStringLiteral("Hardware"),
                              QStringLiteral("Paid"), QStringLiteral("Binding"), QStringLiteral("Announced")}));
        for (const SlideSign &sign : signs)
            QCOMPARE(sign.family.has_value(), !isCertainty(sign));
    }

    void amountsHaveNoFamilyAmongSeveral()
    {
        network::Network network;
        network.edges = {edgeOf(Family::Capital, Certainty::Binding), edgeOf(Family::Compute, Certainty::Binding, 0)};
        network.edges.front().value = {Money::billions(10), Money::billions(20)};
        const auto signs = slideSigns(network, Lens::Value);
        QCOMPARE(std::ranges::count_if(signs, [](const SlideSign &sign) { return !sign.family; }), 2);
        QVERIFY(std::ranges::none_of(signs, isCertainty));
        QCOMPARE(slideSigns(network, Lens::Power).size(), std::size_t(2));
    }

    void oneFamilyKeepsItsColour()
    {
        network::Network network;
        network.edges = {edgeOf(Family::Energy, Certainty::Potential), edgeOf(Family::Energy, Certainty::Binding)};
        const auto signs = slideSigns(network, Lens::Value);
        QCOMPARE(wordsOf(signs),
                 (QStringList{QStringLiteral("Money, payer to payee"), QStringLiteral("Binding"), QStringLiteral("Potential")}));
        for (const SlideSign &sign : signs)
            QCOMPARE(sign.family, std::optional(Family::Energy));
    }

    void bindingIsNotNamedAlone()
    {
        network::Network network;
        QVERIFY(slideSigns(network, Lens::Value).empty());
        network.edges = {edgeOf(Family::Compute, Certainty::Binding)};
        QCOMPARE(wordsOf(slideSigns(network, Lens::Value)), QStringList{QStringLiteral("Money, payer to payee")});
        network.edges = {edgeOf(Family::Compute, Certainty::Announced)};
        QVERIFY(!wordsOf(slideSigns(network, Lens::Value)).contains(QStringLiteral("Binding")));
    }

    /// The slide of a whole network has its signs in one row, which the last of them may be too long for.
    void rowsHaveRoomForStyles()
    {
        const Dataset &dataset = sample::published();
        const Index index(dataset);
        const Slide made = slide(index, dataset.stories.front().scenes.front(), {1, 12}, style::ThemeKind::Light, {1920, 1080});
        QStringList said;
        for (const SlideLayer &layer : made.words)
            for (const drawing::ChromeMark &mark : layer.drawing.chrome)
                for (const drawing::TextRun &run : mark.runs)
                    said << run.text;
        const auto signs = slideSigns(made.network, Lens::Value);
        QVERIFY(signs.size() > 6);
        for (const SlideSign &sign : signs)
            QVERIFY2(sign.kind == SlideSign::Kind::Unknown || said.contains(sign.words), qPrintable(sign.words));
    }
};

DEALSCAPE_TEST(SlideLegendTest, QGuiApplication)
#include "test_legend.moc"
