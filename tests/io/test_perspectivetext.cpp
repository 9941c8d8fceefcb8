// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "io/perspectivetext.h"

using namespace dealscape;
using namespace dealscape::io;

Q_DECLARE_METATYPE(dealscape::Perspective)

class PerspectiveTextTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void survives_data()
    {
        QTest::addColumn<Perspective>("perspective");
        QTest::newRow("default") << Perspective();
        Perspective full;
        full.lens = Lens::Power;
        full.layout = LayoutKind::Orbit;
        full.asReported = true;
        full.arrangeShown = true;
        full.focus = Focus{OrganizationId("a;b=c,d%"), 4};
        full.expanded = {OrganizationId("x"), OrganizationId("y\"z")};
        full.collapsed = {OrganizationId("測試")};
        full.trail = Trail{{OrganizationId("p"), OrganizationId("q")}, true};
        full.filter.maximumTier = 2;
        full.filter.countedOnly = false;
        full.filter.publishedOnly = false;
        full.filter.certainties = {Certainty::Paid, Certainty::Cancelled};
        full.filter.families = {Family::Energy};
        full.filter.kinds = {DealKind::Loan, DealKind::Other};
        full.filter.layers = {LayerId("x,y"), LayerId("z")};
        full.filter.layerEnds = Ends::Either;
        full.filter.countries = {"US", "AE"};
        full.filter.countryEnds = Ends::Either;
        full.filter.organizations = {OrganizationId("o"), OrganizationId("p q")};
        full.filter.organizationEnds = Ends::Both;
        full.filter.weakestSources = {SourceBasis::Cited, SourceBasis::Background};
        full.filter.from = Date{2024, 5, 0};
        full.filter.until = Date{2026, 1, 31};
        full.filter.atLeast = Money::billions(20);
        full.filter.text = "a=b; ünïcode 数据";
        QTest::newRow("everything") << full;
        Perspective path;
        path.trail = Trail{{OrganizationId("p"), OrganizationId("q"), OrganizationId("r")}, false};
        QTest::newRow("open path") << path;
    }

    void survives()
    {
        QFETCH(Perspective, perspective);
        const std::string text = perspectiveText(perspective);
        QVERIFY(text.find('\n') == std::string::npos);
        const auto back = readPerspective(text);
        QVERIFY2(back, back ? "" : back.error().c_str());
        QVERIFY(*back == perspective);
    }

    void writesOnlyWhatDiffers()
    {
        QCOMPARE(perspectiveText(Perspective()), std::string("{}"));
        Perspective power;
        power.lens = Lens::Power;
        power.trail = Trail{{OrganizationId("a"), OrganizationId("b")}, true};
        QCOMPARE(perspectiveText(power), std::string(R"({"lens":"power","trail":{"organizations":["a","b"],"closed":true}})"));
    }

    void passesOverWhatItDoesNotKnow()
    {
        const auto read = readPerspective(R"({"weather":{"wind":[1,2]},"depth":3,"focus":"a"})");
        QVERIFY(read.has_value());
        QVERIFY(read->focus == (Focus{OrganizationId("a"), 3}));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error");
        QTest::newRow("empty") << QByteArray() << "syntax";
        QTest::newRow("cut off") << QByteArray("{\"lens\":") << "syntax";
        QTest::newRow("more after it") << QByteArray("{}}") << "syntax";
        QTest::newRow("second member") << QByteArray("{},\"perspective\":{}") << "perspective";
        QTest::newRow("not UTF-8") << QByteArray("{\"text\":\"\xff\"}") << "UTF-8";
        QTest::newRow("list") << QByteArray("[]") << "object";
        QTest::newRow("unknown lens") << QByteArray("{\"lens\":\"worth\"}") << "[/lens]";
        QTest::newRow("trail of one") << QByteArray("{\"trail\":{\"organizations\":[\"a\"]}}") << "at least two";
        QTest::newRow("trail of none") << QByteArray("{\"trail\":{}}") << "organizations";
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, error);
        const auto read = readPerspective(text.toStdString());
        QVERIFY(!read);
        const QString said = QString::fromStdString(read.error());
        QVERIFY2(said.startsWith("not a perspective: ") && said.contains(error), qPrintable(said));
    }
};

DEALSCAPE_TEST(PerspectiveTextTest, dealscape::testing::NoApplication)

#include "test_perspectivetext.moc"
