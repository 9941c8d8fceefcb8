// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "reports/measures.h"

#include "frozen.h"
#include "toynetwork.h"

#include <algorithm>

using namespace dealscape;
using namespace dealscape::reports;

class MeasuresTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void measuresEqualTheGoldenNumbers()
    {
        const Dataset toy = sample::toy();
        const Index index(toy);
        const auto network = networkMeasures(index, Perspective());
        QVERIFY(network);
        const auto figure = [](const MeasureGroup &group, const QString &name) {
            const auto found = std::ranges::find(group.measures, name, &Measure::name);
            return found == group.measures.end() ? QString() : found->figure;
        };
        QCOMPARE(figure(*network, QStringLiteral("Circularity")), QStringLiteral("43 %"));
        QCOMPARE(figure(*network, QStringLiteral("Reciprocity")), QStringLiteral("8.7 %"));
        QCOMPARE(figure(*network, QStringLiteral("Finn cycling index")), QStringLiteral("27 %"));
        const auto party = partyMeasures(index, Perspective(), OrganizationId("O"));
        QCOMPARE(figure(*party, QStringLiteral("Comes back")), QStringLiteral("30 %"));
        QCOMPARE(figure(*party, QStringLiteral("Holds it together")), QStringLiteral("yes"));
        QCOMPARE(figure(*party, QStringLiteral("Compute, concentration of payees")), QStringLiteral("8,347"));
        for (const MeasureGroup *group : {&*network, &*party})
            for (const Measure &measure : group->measures)
                QVERIFY2(measure.sentence.endsWith(u'.') && !measure.definition.isEmpty(), qPrintable(measure.name));
        QCOMPARE(cutBetween(index, Perspective(), OrganizationId("X"), OrganizationId("N")).figure, QStringLiteral("$60B"));
        QVERIFY(!networkMeasures(index, Perspective(), {{}, [] { return true; }}));
    }

    void statesAreTold()
    {
        const Index index(sample::frozen());
        Perspective everybody = sample::frozen().opening;
        everybody.filter.maximumTier = 0;
        const MeasureGroup states = stateMeasures(index, everybody);
        QVERIFY(states.measures.size() >= 2);
        QVERIFY(
            std::ranges::any_of(states.measures, [](const Measure &m) { return m.name == QStringLiteral("Owned or backed by a state"); }));
        const Dataset toy = sample::toy();
        QVERIFY(stateMeasures(Index(toy), Perspective()).measures.empty());
    }
};

DEALSCAPE_TEST(MeasuresTest, QCoreApplication)
#include "test_measures.moc"
