// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "words/plain.h"

#include <QTextDocumentFragment>

using namespace dealscape;

class PlainTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void shows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a name") << QStringLiteral("Société Générale") << QStringLiteral("Société Générale");
        QTest::newRow("lines stay") << QStringLiteral("a\tb\nc") << QStringLiteral("a\tb\nc");
        QTest::newRow("override") << QStringLiteral("gnp\u202Eexe") << QStringLiteral("gnp[U+202E]exe");
        QTest::newRow("isolate") << QStringLiteral("\u2067a\u2069") << QStringLiteral("[U+2067]a[U+2069]");
        QTest::newRow("escape") << QStringLiteral("\u001b[31mred") << QStringLiteral("[U+001B][31mred");
        QTest::newRow("delete and C1") << QStringLiteral("\u007f\u009b") << QStringLiteral("[U+007F][U+009B]");
        QTest::newRow("joined emoji") << QStringLiteral("👩\u200d🚀") << QStringLiteral("👩\u200d🚀");
        QTest::newRow("Arabic with a mark") << QStringLiteral("شركة\u200f") << QStringLiteral("شركة\u200f");
    }

    void shows()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(words::plain(text), shown);
        QCOMPARE(words::plain(std::string_view(text.toStdString())), shown);
    }

    void blank_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("blank");
        QTest::newRow("empty") << QString() << true;
        QTest::newRow("blanks") << QStringLiteral(" \t\u00a0\u2003") << true;
        QTest::newRow("no width") << QStringLiteral("\u200b\u200d\ufeff\u2060") << true;
        QTest::newRow("filler") << QStringLiteral("\u3164") << true;
        QTest::newRow("a dot") << QStringLiteral(" .") << false;
        QTest::newRow("emoji") << QStringLiteral("🚀") << false;
    }

    void blank()
    {
        QFETCH(QString, text);
        QFETCH(bool, blank);
        QCOMPARE(words::blank(text), blank);
    }

    void isolates()
    {
        QCOMPARE(words::isolated(QStringLiteral("Oracle")), QStringLiteral("Oracle"));
        QCOMPARE(words::isolated(QStringLiteral("אבג")), QStringLiteral("\u2068אבג\u2069"));
    }

    void markupShowsTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << QStringLiteral("Plain words");
        QTest::newRow("tags") << QStringLiteral("<h1>Big</h1> <img src=\"file:///dev/zero\">");
        QTest::newRow("entities alone") << QStringLiteral("a &lt; b & c");
        QTest::newRow("lines") << QStringLiteral("one\ntwo <b>\nthree");
    }

    void markupShowsTheText()
    {
        QFETCH(QString, text);
        const QString markup = words::asMarkup(text);
        QVERIFY(Qt::mightBeRichText(markup));
        QCOMPARE(QTextDocumentFragment::fromHtml(markup).toPlainText(), text);
    }
};

DEALSCAPE_TEST(PlainTest, QCoreApplication)
#include "test_plain.moc"
