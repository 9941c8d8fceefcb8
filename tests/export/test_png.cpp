// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/png.h"

#include "testmain.h"
#include <QBuffer>
#include <QPainter>
#include <QTemporaryDir>

#include <QTest>
#include <QtEndian>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace dealscape;

namespace {

/// Accepts a number of bytes and then fails, as a full disk does.
class FullDevice : public QIODevice {
public:
    explicit FullDevice(qint64 room) : m_room(room) { open(QIODevice::WriteOnly); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        if (size > m_room) {
            setErrorString(QStringLiteral("no space left"));
            return -1;
        }
        m_room -= size;
        return size;
    }

private:
    qint64 m_room;
};

QImage pixels(QImage::Format format)
{
    QImage image(97, 61, format);
    image.fill(format == QImage::Format_ARGB32_Premultiplied ? QColor(Qt::transparent) : QColor(252, 251, 248));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor(36, 115, 200));
    painter.drawEllipse(QRectF(10, 10, 60, 40));
    return image;
}

QByteArray encoded(const QImage &image, const exporting::PngOptions &options = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto result = exporting::writePng(buffer, image, options);
    return result ? buffer.data() : QByteArray();
}

} // namespace

class TestPng : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryPixel_data();
    void keepsEveryPixel();
    void keepsTextsAndDensity();
    void refusesBombs_data();
    void refusesBombs();
    void doesNotWaitForAPipe();
    void givesTheSameBytesTwice();
    void reportsAFullDevice_data();
    void reportsAFullDevice();
    void stopsWhenCancelled();
    void refusesAnEmptyPicture();
    void namesTheFileThatCannotBeWritten();
    void leavesTheOldFileWhenItFails();
};

void TestPng::keepsEveryPixel_data()
{
    QTest::addColumn<QImage::Format>("format");
    QTest::addColumn<bool>("alpha");
    QTest::newRow("opaque") << QImage::Format_RGB32 << false;
    QTest::newRow("with alpha") << QImage::Format_ARGB32_Premultiplied << true;
    QTest::newRow("straight alpha") << QImage::Format_ARGB32 << true;
    QTest::newRow("grey") << QImage::Format_Grayscale8 << false;
}

void TestPng::keepsEveryPixel()
{
    QFETCH(QImage::Format, format);
    QFETCH(bool, alpha);
    const QImage image = pixels(format);
    const QImage read = QImage::fromData(encoded(image), "PNG");
    QCOMPARE(read.size(), image.size());
    QCOMPARE(read.hasAlphaChannel(), alpha);
    QCOMPARE(read.convertToFormat(QImage::Format_RGBA8888), image.convertToFormat(QImage::Format_RGBA8888));
}

void TestPng::keepsTextsAndDensity()
{
    const QString story = QStringLiteral("Größe 尺寸 حجم ") + QString(600, QLatin1Char('x'));
    const QByteArray bytes = encoded(
        pixels(QImage::Format_RGB32),
        {.dotsPerMetre = 11811, .texts = {{QStringLiteral("Title"), QStringLiteral("AI deals")}, {QStringLiteral("Description"), story}}});
    const QImage read = QImage::fromData(bytes, "PNG");
    QCOMPARE(read.dotsPerMeterX(), 11811);
    QCOMPARE(read.dotsPerMeterY(), 11811);
    QCOMPARE(read.text(QStringLiteral("Title")), QStringLiteral("AI deals"));
    QCOMPARE(read.text(QStringLiteral("Description")), story);
}

void TestPng::givesTheSameBytesTwice()
{
    const QImage image = pixels(QImage::Format_RGB32);
    QVERIFY(!encoded(image).isEmpty());
    QCOMPARE(encoded(image), encoded(image));
}

void TestPng::reportsAFullDevice_data()
{
    QTest::addColumn<qint64>("room");
    QTest::newRow("at the signature") << qint64(4);
    QTest::newRow("in the header") << qint64(20);
    QTest::newRow("in the rows") << qint64(80);
}

void TestPng::reportsAFullDevice()
{
    QFETCH(qint64, room);
    FullDevice device(room);
    const auto result = exporting::writePng(device, pixels(QImage::Format_RGB32), {});
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.error()), QStringLiteral("no space left"));
}

void TestPng::stopsWhenCancelled()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Progress progress{{}, [] { return true; }};
    const auto result = exporting::writePng(buffer, pixels(QImage::Format_RGB32), {}, progress);
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.error()), QStringLiteral("cancelled"));
}

void TestPng::refusesAnEmptyPicture()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(!exporting::writePng(buffer, QImage(), {}));
}

void TestPng::namesTheFileThatCannotBeWritten()
{
    const QString path = QStringLiteral("/nowhere/at/all/picture.png");
    const auto result = exporting::writePng(path, pixels(QImage::Format_RGB32), {});
    QVERIFY(!result);
    QVERIFY(QString::fromStdString(result.error()).startsWith(path));
}

void TestPng::leavesTheOldFileWhenItFails()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.png"));
    QVERIFY(exporting::writePng(path, pixels(QImage::Format_RGB32), {}));
    const QImage before(path);
    const Progress progress{{}, [] { return true; }};
    QVERIFY(!exporting::writePng(path, QImage(500, 500, QImage::Format_RGB32), {}, progress));
    QCOMPARE(QImage(path), before);
}

namespace {

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// The check sum of PNG: CRC-32 of ISO 3309.
quint32 checkSum(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFF;
    for (const char c : bytes) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1U) ^ (sum & 1U ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

QByteArray chunk(const QByteArray &kind, const QByteArray &data)
{
    return number(static_cast<quint32>(data.size())) + kind + data + number(checkSum(kind + data));
}

/// A picture of one pixel with these chunks before it.
QByteArray pngOf(const QByteArray &chunks)
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", number(1) + number(1) + QByteArray("\x08\x02\0\0\0", 5)) + chunks +
        chunk("IDAT", qCompress(QByteArray(4, '\0')).mid(4)) + chunk("IEND", {});
}

QByteArray packed(const QByteArray &key, const QByteArray &text)
{
    return chunk("zTXt", key + QByteArray(2, '\0') + qCompress(text, 9).mid(4));
}

} // namespace

void TestPng::refusesBombs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("texts");
    const QByteArray view = packed("Dealscape perspective", "{}");
    QTest::newRow("sound") << pngOf(view) << 1;
    QTest::newRow("large") << pngOf(view + packed("k", QByteArray(1'900'000, ' '))) << 2;
    QTest::newRow("too large") << pngOf(view + packed("k", QByteArray(3'900'000, ' '))) << -1;
    QTest::newRow("2 GiB that are not there") << QByteArray(pngOf({}).left(33) + number(0x7fffffff) + "iTXt" + QByteArray(100, 'x')) << -1;
    QTest::newRow("many") << pngOf(view.repeated(1000)) << -1;
    QTest::newRow("many of other kinds") << pngOf(view + chunk("prVt", QByteArray(1000, 'x')).repeated(1000)) << 1;
    QTest::newRow("cut off") << pngOf(view).left(60) << -1;
}

void TestPng::refusesBombs()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    rusage before = {};
    ::getrusage(RUSAGE_SELF, &before);
    const auto read = exporting::readPngTexts(path);
    rusage after = {};
    ::getrusage(RUSAGE_SELF, &after);
    QFETCH(int, texts);
    QCOMPARE(read ? static_cast<int>(read->size()) : -1, texts);
    QVERIFY2(after.ru_maxrss - before.ru_maxrss < 60'000, qPrintable(QString::number(after.ru_maxrss - before.ru_maxrss)));
}

void TestPng::doesNotWaitForAPipe()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pipe.png"));
    QCOMPARE(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    const auto read = exporting::readPngTexts(path);
    QVERIFY(!read);
    QCOMPARE(read.error(), std::string("pipe.png cannot be read: it is no regular file"));
}

DEALSCAPE_TEST(TestPng, QCoreApplication)
#include "test_png.moc"
