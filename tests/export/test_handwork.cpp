// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "export/handwork.h"

using namespace dealscape;
using namespace dealscape::exporting;

class TestHandwork : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        Handwork handwork;
        handwork.room = {1200, 700};
        handwork.places = {{OrganizationId("a"), 1.5, -20.25, true}, {OrganizationId("größe"), 600, 350, false}};
        handwork.opened = {{OrganizationId("a"), OrganizationId("b"), Family::Energy}};
        QVERIFY(readHandwork(handworkText(handwork)) == handwork);
        QVERIFY(handworkText({}).isEmpty());
        QVERIFY(!handworkText(handwork).contains(u'\n'));
    }

    void keepsItsShapeInAnotherRoom()
    {
        Handwork handwork;
        handwork.room = {1000, 500};
        handwork.places = {{OrganizationId("corner"), 0, 0}, {OrganizationId("middle"), 500, 250}};
        const Handwork larger = handwork.in({2000, 2000});
        const std::vector<KeptPlace> places = {{OrganizationId("corner"), 0, 500}, {OrganizationId("middle"), 1000, 1000}};
        QVERIFY(larger.places == places);
        QVERIFY(handwork.in({}) == handwork);
    }

    void passesOverWhatItCannotRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("ribbons");
        QTest::newRow("nothing") << QString() << 0 << 0;
        QTest::newRow("no JSON") << QStringLiteral("nodes=1") << 0 << 0;
        QTest::newRow("a list") << QStringLiteral("[1]") << 0 << 0;
        QTest::newRow("no room") << QStringLiteral(R"({"nodes": [["a", 1, 2]]})") << 0 << 0;
        QTest::newRow("an empty room") << QStringLiteral(R"({"room": [0, 100], "nodes": [["a", 1, 2]]})") << 0 << 0;
        QTest::newRow("far away") << QStringLiteral(R"({"room": [9, 9], "nodes": [["a", 1e300, 2], ["b", 1, 2]]})") << 1 << 0;
        QTest::newRow("rooms away") << QStringLiteral(R"({"room": [9, 9], "nodes": [["a", 900000, 2], ["b", 140, -140], ["c", 1, 145]]})")
                                    << 1 << 0;
        QTest::newRow("hardly a room") << QStringLiteral(R"({"room": [0.01, 9], "nodes": [["a", 0, 2]]})") << 0 << 0;
        QTest::newRow("not numbers") << QStringLiteral(R"({"room": [9, 9], "nodes": [["a", "x", 2], "b", ["c"], 7]})") << 0 << 0;
        QTest::newRow("strange family") << QStringLiteral(R"({"opened": [["a", "b", "gift"], ["a", "b", "energy"], ["a"]]})") << 0 << 1;
    }
    void passesOverWhatItCannotRead()
    {
        QFETCH(QString, text);
        const Handwork handwork = readHandwork(text);
        QTEST(static_cast<int>(handwork.places.size()), "nodes");
        QTEST(static_cast<int>(handwork.opened.size()), "ribbons");
    }
};

DEALSCAPE_TEST(TestHandwork, QCoreApplication)
#include "test_handwork.moc"
