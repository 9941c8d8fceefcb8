// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "io/suggest.h"

#include <string>
#include <vector>

using namespace dealscape::io;

class SuggestTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void distance_data();
    void distance();
    void nearestOf_data();
    void nearestOf();
    void endlessTextsAreNotCompared();
    void hint();
};

void SuggestTest::distance_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<int>("edits");
    const auto row = [](const char *a, const char *b, int edits) {
        QTest::addRow("%s to %s", a, b) << QByteArray(a) << QByteArray(b) << edits;
    };
    row("", "", 0);
    row("", "abc", 3);
    row("same", "same", 0);
    row("binding", "bindng", 1);
    row("binding", "bindding", 1);
    row("binding", "binxing", 1);
    row("binding", "bniding", 1);
    row("ab", "ba", 1);
    row("abcd", "badc", 2);
    row("kitten", "sitting", 3);
    row("flaw", "lawn", 2);
    row("ca", "abc", 3);
    row("saturday", "sunday", 3);
    row("abc", "xyz", 3);
}

void SuggestTest::distance()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(int, edits);
    QCOMPARE(static_cast<int>(editDistance(a.toStdString(), b.toStdString())), edits);
    QCOMPARE(static_cast<int>(editDistance(b.toStdString(), a.toStdString())), edits);
}

void SuggestTest::nearestOf_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("missing letter", "bindng", "binding");
    row("swapped letters", "pottential", "potential");
    row("capitals", "Paid", "paid");
    row("american spelling", "canceled", "cancelled");
    row("short, one edit", "pid", "paid");
    row("short, two edits", "pd", "");
    row("nothing like it", "rumour", "");
    row("empty", "", "");
    row("exact", "announced", "announced");
    row("plural", "bindings", "binding");
}

void SuggestTest::nearestOf()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const std::vector<std::string_view> words = {"paid", "binding", "announced", "potential", "cancelled"};
    const std::string asked = text.toStdString();
    QCOMPARE(QByteArray::fromStdString(std::string(nearest(asked, words))), expected);
    const std::vector<std::string_view> none;
    QVERIFY(nearest(asked, none).empty());
}

void SuggestTest::endlessTextsAreNotCompared()
{
    const std::string endless(1'000'000, 'a');
    const std::string same = endless;
    const std::vector<std::string_view> words = {same};
    QVERIFY(nearest(endless, words).empty());
}

void SuggestTest::hint()
{
    const std::vector<std::string_view> words = {"alpha", "alphb"};
    QCOMPARE(didYouMean("alphc", words), std::string("; did you mean \"alpha\"?"));
    QCOMPARE(didYouMean("omega!", words), std::string());
}

DEALSCAPE_TEST(SuggestTest, dealscape::testing::NoApplication)
#include "test_suggest.moc"
