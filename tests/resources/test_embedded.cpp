// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/embedded.h"

#include "testmain.h"
#include <QFile>
#include <QFont>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QRawFont>

#include <QTest>

using namespace dealscape;

namespace {

QFont face(const QString &family, int weight, qreal pixels)
{
    QFont font(family);
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setPixelSize(static_cast<int>(pixels));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

class TestEmbedded : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void facesAreThere_data();
    void facesAreThere();
    void figuresShareAWidth_data();
    void figuresShareAWidth();
    void sansKeepsProportionsAndKerning();
    void coversTheScripts_data();
    void coversTheScripts();
    void carriesTheLicence();
    void carriesTheDataset();
};

void TestEmbedded::facesAreThere_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<int>("weight");
    for (const char *family : {"Dealscape Sans", "Dealscape Tabular"}) {
        for (int weight : {400, 600})
            QTest::addRow("%s %d", family, weight) << QString::fromLatin1(family) << weight;
    }
}

void TestEmbedded::facesAreThere()
{
    QFETCH(QString, family);
    QFETCH(int, weight);
    const QFontInfo info(face(family, weight, 13));
    QCOMPARE(info.family(), family);
    QCOMPARE(info.weight(), weight);
}

void TestEmbedded::figuresShareAWidth_data()
{
    facesAreThere_data();
}

void TestEmbedded::figuresShareAWidth()
{
    QFETCH(QString, family);
    QFETCH(int, weight);
    for (qreal pixels : {9.0, 11.0, 13.0, 14.0, 40.0}) {
        const QFontMetricsF metrics(face(family, weight, pixels));
        const qreal narrow = metrics.horizontalAdvance(QStringLiteral("$111B"));
        const qreal wide = metrics.horizontalAdvance(QStringLiteral("$888B"));
        if (family == QLatin1String("Dealscape Tabular"))
            QCOMPARE(narrow, wide);
        else
            QVERIFY(narrow < wide);
    }
}

void TestEmbedded::sansKeepsProportionsAndKerning()
{
    const QFont kerned = face(QStringLiteral("Dealscape Sans"), 400, 100);
    QFont loose = kerned;
    loose.setKerning(false);
    const QString pair = QStringLiteral("AVATo");
    QVERIFY(QFontMetricsF(kerned).horizontalAdvance(pair) < QFontMetricsF(loose).horizontalAdvance(pair) - 10);
}

void TestEmbedded::coversTheScripts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("tabularToo");
    QTest::newRow("Latin") << QStringLiteral("Nvidia, Mistral AI, Société Générale") << true;
    QTest::newRow("Latin Extended") << QStringLiteral("Łódź Škoda Çelik Ørsted ſ") << true;
    QTest::newRow("Vietnamese") << QStringLiteral("Nguyễn Việt") << false;
    QTest::newRow("Greek") << QStringLiteral("Ελλάς ΔΕΗ") << false;
    QTest::newRow("Cyrillic") << QStringLiteral("Яндекс Київ") << false;
    QTest::newRow("figures and money") << QStringLiteral("$13–33B €5 £7 ¥9 ₩1 ₹2 4.5 GW") << true;
    QTest::newRow("arrows") << QStringLiteral("←↑→↓↔") << true;
    QTest::newRow("signs") << QStringLiteral("≤≥≈≠×÷±−∞ • … ‘’“” ½ ²") << true;
}

void TestEmbedded::coversTheScripts()
{
    QFETCH(QString, text);
    QFETCH(bool, tabularToo);
    QStringList files = {QStringLiteral(":/fonts/DealscapeSans-Regular.otf"), QStringLiteral(":/fonts/DealscapeSans-SemiBold.otf")};
    if (tabularToo)
        files << QStringLiteral(":/fonts/DealscapeTabular-Regular.otf") << QStringLiteral(":/fonts/DealscapeTabular-SemiBold.otf");
    for (const QString &file : std::as_const(files)) {
        const QRawFont font(file, 20);
        QVERIFY(font.isValid());
        for (QChar character : std::as_const(text))
            QVERIFY2(font.supportsCharacter(character), qPrintable(file + QLatin1Char(' ') + character));
    }
}

void TestEmbedded::carriesTheLicence()
{
    QFile licence(QStringLiteral(":/fonts/OFL-1.1.txt"));
    QVERIFY(licence.open(QIODevice::ReadOnly));
    QVERIFY(licence.readAll().contains("SIL OPEN FONT LICENSE"));
    QFile log(QStringLiteral(":/fonts/FONTLOG.txt"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().contains("The Inter Project Authors"));
}

void TestEmbedded::carriesTheDataset()
{
    QFile file(testing::shippedData() + QStringLiteral("/ai-infrastructure.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string_view embedded = resources::defaultDataset();
    QCOMPARE(QByteArray(embedded.data(), static_cast<qsizetype>(embedded.size())), file.readAll());
    QCOMPARE(resources::defaultDataset().data(), embedded.data());
}

DEALSCAPE_TEST(TestEmbedded, QGuiApplication)
#include "test_embedded.moc"
