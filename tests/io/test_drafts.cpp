// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "io/writer.h"

#include <string>

using namespace dealscape;
using namespace dealscape::io;

class DraftsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void aDraftMayBreakRules_data();
    void aDraftMayBreakRules();
    void aDraftNamesWhatExists();
    void whatFollowsADraftIsHeldToTheRules();
    void arrangementsComeBack();
    void comparedFilesLieBelowTheFolder_data();
    void comparedFilesLieBelowTheFolder();
    void faultyArrangements_data();
    void faultyArrangements();
};

void DraftsTest::aDraftMayBreakRules_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("text");
    QTest::addRow("no source") << R"(["s"])"
                               << "[]"
                               << "a deal needs at least one source";
    QTest::addRow("bounds") << R"("low": 1, "high": 2)"
                            << R"("low": 3, "high": 2)"
                            << "low is more than high";
    QTest::addRow("paid") << R"("high": 2)"
                          << R"("high": 2, "paid": 3)"
                          << "paid is more than the high value";
    QTest::addRow("parts") << R"("status")"
                           << R"("parts": [{"certainty": "paid", "low": 7, "high": 7}], "status")"
                           << "the parts add up to 7 at the low bound, the value is 1";
    QTest::addRow("term") << R"("status")"
                          << R"("term": {"start": 2027, "end": 2026}, "status")"
                          << "the term ends before it starts";
}

void DraftsTest::aDraftMayBreakRules()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, text);
    QString whole = QString::fromStdString(samples::Document{}.text());
    QVERIFY(whole.contains(from));
    whole.replace(from, to);
    const ReadResult refused = samples::read(whole.toStdString());
    QVERIFY(!refused.dataset);
    QVERIFY2(samples::described(refused).join('\n').contains("error: " + text), qPrintable(samples::described(refused).join('\n')));

    whole.replace(R"("id": "d")", R"("id": "d", "draft": true)");
    const ReadResult read = samples::read(whole.toStdString());
    QVERIFY(read.dataset);
    QVERIFY2(samples::described(read).join('\n').contains("warning: " + text), qPrintable(samples::described(read).join('\n')));
    QVERIFY(read.dataset->deals[0].draft);
    QVERIFY(!read.dataset->deals[0].counted());
    QCOMPARE(samples::sound(writeDataset(*read.dataset)), *read.dataset);
}

void DraftsTest::aDraftNamesWhatExists()
{
    const std::string text = samples::Document{.deal = R"(, "draft": true, "overlap": {"group": "g"})"}.text();
    QVERIFY(samples::described(samples::read(text)).join('\n').contains("error: unknown overlap group"));
}

void DraftsTest::whatFollowsADraftIsHeldToTheRules()
{
    const std::string text =
        samples::Document{.deal = R"(, "draft": true}, {"id": "e", "supplier": "a", "customer": "b", "payer": null, "payee": null,
            "kind": "loan", "flowClass": "capital", "value": {"low": 1, "high": 2}, "announced": "2025", "status": "signed",
            "certainty": "binding", "sources": [])"}
            .text();
    const ReadResult read = samples::read(text);
    QVERIFY(!read.dataset);
    QVERIFY(samples::described(read).join('\n').contains("error: a deal needs at least one source [/deals/1/sources]"));
}

void DraftsTest::arrangementsComeBack()
{
    const std::string text =
        samples::Document{.top = R"(, "arrangements": [{"layout": "ring", "places": [{"organization": "a", "x": 12.25, "y": -7},
            {"organization": "b", "x": 0.1, "y": 3, "pinned": false}], "by": "hand"}])"}
            .text();
    const Dataset read = samples::sound(text);
    QCOMPARE(read.arrangements.size(), std::size_t(1));
    QCOMPARE(read.arrangements[0].layout, LayoutKind::Ring);
    const KeptPlace first{OrganizationId("a"), 12.25, -7, true};
    const KeptPlace second{OrganizationId("b"), 0.1, 3, false};
    QVERIFY(read.arrangements[0].places == std::vector<KeptPlace>({first, second}));
    QCOMPARE(samples::sound(writeDataset(read)), read);
    QVERIFY(writeDataset(read).find(R"("by": "hand")") != std::string::npos);
}

/// A scene names a file beside its own: whoever opens a file of somebody else's is not made to read from elsewhere.
void DraftsTest::comparedFilesLieBelowTheFolder_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("allowed");
    QTest::addRow("beside") << "earlier.json" << true;
    QTest::addRow("below") << "2025/earlier state.json" << true;
    QTest::addRow("dots in a name") << "a..b.json" << true;
    QTest::addRow("above") << "../earlier.json" << false;
    QTest::addRow("above by way of below") << "a/../../earlier.json" << false;
    QTest::addRow("root") << "/etc/passwd" << false;
    QTest::addRow("folder") << "earlier/" << false;
    QTest::addRow("empty step") << "a//b" << false;
    QTest::addRow("drive") << "c:earlier.json" << false;
    QTest::addRow("backwards") << "..\\\\earlier.json" << false;
}

void DraftsTest::comparedFilesLieBelowTheFolder()
{
    QFETCH(QString, path);
    QFETCH(bool, allowed);
    const std::string text =
        samples::Document{.top = R"(, "stories": [{"id": "s", "title": "S", "scenes": [{"compare": ")" + path.toStdString() + R"("}]}])"}
            .text();
    const ReadResult read = samples::read(text);
    QCOMPARE(read.dataset.has_value(), allowed);
    if (allowed)
        QCOMPARE(samples::sound(writeDataset(*read.dataset)).stories[0].scenes[0].compare, path.toStdString());
    else
        QVERIFY2(samples::described(read).join('\n').contains("names a file in the folder of this one"),
                 qPrintable(samples::described(read).join('\n')));
}

void DraftsTest::faultyArrangements_data()
{
    QTest::addColumn<QString>("arrangements");
    QTest::addColumn<QString>("text");
    QTest::addRow("nobody") << R"([{"layout": "web", "places": [{"organization": "z", "x": 0, "y": 0}]}])"
                            << R"(unknown organisation "z")";
    QTest::addRow("twice")
        << R"([{"layout": "web", "places": [{"organization": "a", "x": 0, "y": 0}, {"organization": "a", "x": 1, "y": 0}]}])"
        << R"(organisation "a" stands at two places)";
    QTest::addRow("layout twice") << R"([{"layout": "web"}, {"layout": "web"}])"
                                  << R"(a second arrangement of the layout "web")";
    QTest::addRow("far away") << R"([{"layout": "web", "places": [{"organization": "a", "x": 1e7, "y": 0}]}])"
                              << "a place must be between -1e6 and 1e6";
}

void DraftsTest::faultyArrangements()
{
    QFETCH(QString, arrangements);
    QFETCH(QString, text);
    const ReadResult read = samples::read(samples::Document{.top = R"(, "arrangements": )" + arrangements.toStdString()}.text());
    QVERIFY(!read.dataset);
    QVERIFY2(samples::described(read).join('\n').contains("error: " + text), qPrintable(samples::described(read).join('\n')));
}

DEALSCAPE_TEST(DraftsTest, dealscape::testing::NoApplication)
#include "test_drafts.moc"
