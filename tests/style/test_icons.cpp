// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "style/icons.h"

#include <QPainterPathStroker>

#include <set>

using namespace dealscape;
using namespace dealscape::style;

class TestIcons : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void staysInsideItsSquare_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < iconCount; ++i)
            QTest::addRow("%d", i) << i;
    }
    void staysInsideItsSquare()
    {
        QFETCH(int, number);
        const QPainterPath path = icon(static_cast<Icon>(number));
        QVERIFY(!path.isEmpty());
        const QRectF lines = path.boundingRect().adjusted(-0.75, -0.75, 0.75, 0.75);
        QVERIFY(QRectF(0, 0, iconGrid, iconGrid).contains(lines));
        QVERIFY(std::max(lines.width(), lines.height()) >= 10.5);
    }

    void layersLookDifferent()
    {
        std::set<QByteArray> seen;
        for (const auto &icon : vocabulary<LayerIcon>()) {
            const QImage image = iconImage(iconOf(icon.value), 16, Qt::black);
            QCOMPARE(image.size(), QSize(16, 16));
            seen.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(seen.size(), vocabulary<LayerIcon>().size());
    }

    void imagesFollowTheRatio()
    {
        const QImage image = iconImage(Icon::Search, 20, QColor(10, 20, 30), 2);
        QCOMPARE(image.size(), QSize(40, 40));
        QCOMPARE(image.devicePixelRatio(), 2.0);
        QCOMPARE(image.pixel(0, 0), qRgba(0, 0, 0, 0));
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                inked += image.pixelColor(x, y) == QColor(10, 20, 30);
        QVERIFY(inked > 20);
    }
};

DEALSCAPE_TEST(TestIcons, QCoreApplication)
#include "test_icons.moc"
