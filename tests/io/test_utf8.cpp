// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "io/utf8.h"

#include <string>

using namespace dealscape::io;

class Utf8Test : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void sequences_data();
    void sequences();
    void everyCodePointIsWellFormed();
    void everyCutSequenceIsNot();
    void longAsciiRuns();
    void searchGoesOnFromAnOffset();
    void replacement_data();
    void replacement();
};

void Utf8Test::sequences_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("invalid");
    QTest::addColumn<int>("points");
    const auto row = [](const char *name, const QByteArray &bytes, int invalid, int points) {
        QTest::newRow(name) << bytes << invalid << points;
    };
    row("nothing", "", 0, 0);
    row("letters", "abc", 3, 3);
    row("two bytes", "\xC3\xA9", 2, 1);
    row("three bytes", "\xE6\xB8\xAC", 3, 1);
    row("four bytes", "\xF0\x9F\x9A\x80", 4, 1);
    row("mixed", "a\xC3\xA9z\xF0\x9F\x9A\x80", 8, 4);
    row("stray continuation", "ab\x80", 2, 3);
    row("stray FF", "\xFF", 0, 1);
    row("stray FE", "a\xFE", 1, 2);
    row("overlong slash", "\xC0\xAF", 0, 2);
    row("overlong two bytes", "\xC1\xBF", 0, 2);
    row("overlong three bytes", "\xE0\x9F\xBF", 0, 3);
    row("overlong four bytes", "\xF0\x8F\xBF\xBF", 0, 4);
    row("smallest three bytes", "\xE0\xA0\x80", 3, 1);
    row("smallest four bytes", "\xF0\x90\x80\x80", 4, 1);
    row("largest", "\xF4\x8F\xBF\xBF", 4, 1);
    row("above the largest", "\xF4\x90\x80\x80", 0, 4);
    row("five bytes", "\xF8\x88\x80\x80\x80", 0, 5);
    row("first surrogate", "\xED\xA0\x80", 0, 3);
    row("last surrogate", "\xED\xBF\xBF", 0, 3);
    row("before the surrogates", "\xED\x9F\xBF", 3, 1);
    row("after the surrogates", "\xEE\x80\x80", 3, 1);
    row("byte order mark", "\xEF\xBB\xBF", 3, 1);
    row("cut two bytes", "a\xC3", 1, 2);
    row("cut three bytes", "a\xE6\xB8", 1, 3);
    row("cut four bytes", "a\xF0\x9F\x9A", 1, 4);
    row("letter in a sequence", "\xE6\x41\xAC", 0, 3);
}

void Utf8Test::sequences()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, invalid);
    QFETCH(int, points);
    const std::string text = bytes.toStdString();
    QCOMPARE(static_cast<int>(firstInvalid(text)), invalid);
    QCOMPARE(static_cast<int>(codePoints(text)), points);
    // The same behind enough ASCII to pass through the fast path at every alignment.
    for (std::size_t pad = 1; pad < 20; ++pad) {
        const std::string padded = std::string(pad, 'x') + text;
        QCOMPARE(firstInvalid(padded), static_cast<std::size_t>(invalid) + pad);
        QCOMPARE(codePoints(padded), static_cast<std::size_t>(points) + pad);
    }
}

void Utf8Test::everyCodePointIsWellFormed()
{
    for (char32_t point = 1; point <= 0x10FFFF; ++point) {
        // Qt takes U+FEFF for a byte order mark and drops it.
        if ((point >= 0xD800 && point <= 0xDFFF) || point == 0xFEFF)
            continue;
        const std::string text = QString::fromUcs4(&point, 1).toStdString();
        if (firstInvalid(text) != text.size() || codePoints(text) != 1)
            QFAIL(QByteArray::number(static_cast<uint>(point), 16).constData());
    }
}

void Utf8Test::everyCutSequenceIsNot()
{
    for (char32_t point : {U'é', U'測', U'🚀', U'\uFFFD', U'\U0010FFFF'}) {
        const std::string text = QString::fromUcs4(&point, 1).toStdString();
        for (std::size_t length = 1; length < text.size(); ++length) {
            QCOMPARE(firstInvalid(text.substr(0, length)), std::size_t(0));
            QCOMPARE(firstInvalid(text.substr(length)), std::size_t(0));
            QCOMPARE(firstInvalid(text.substr(0, length) + text), std::size_t(0));
        }
    }
}

void Utf8Test::longAsciiRuns()
{
    std::string text(100'000, 'a');
    QCOMPARE(firstInvalid(text), text.size());
    QCOMPARE(codePoints(text), text.size());
    for (std::size_t at : {0, 1, 7, 8, 9, 99'999}) {
        std::string broken = text;
        broken[at] = '\xFF';
        QCOMPARE(firstInvalid(broken), at);
    }
}

void Utf8Test::searchGoesOnFromAnOffset()
{
    const std::string text = "a\xFF"
                             "b\xFE\xFE";
    QCOMPARE(firstInvalid(text), std::size_t(1));
    QCOMPARE(firstInvalid(text, 2), std::size_t(3));
    QCOMPARE(firstInvalid(text, 4), std::size_t(4));
    QCOMPARE(firstInvalid(text, 5), std::size_t(5));
}

void Utf8Test::replacement_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("sound") << QByteArray("a\xC3\xA9") << QStringLiteral("aé");
    QTest::newRow("one") << QByteArray("a\xFFz") << QStringLiteral("a\uFFFDz");
    QTest::newRow("two at the end") << QByteArray("a\xC0\xAF") << QStringLiteral("a\uFFFD\uFFFD");
    QTest::newRow("alone") << QByteArray("\x80") << QStringLiteral("\uFFFD");
}

void Utf8Test::replacement()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const std::string mended = wellFormed(bytes.toStdString());
    QCOMPARE(QString::fromStdString(mended), text);
    QCOMPARE(firstInvalid(mended), mended.size());
}

DEALSCAPE_TEST(Utf8Test, dealscape::testing::NoApplication)
#include "test_utf8.moc"
