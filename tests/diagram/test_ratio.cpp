// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "scenery.h"

#include "paint/painter.h"
#include "style/theme.h"

#include <QImage>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

using namespace dealscape;

namespace {

class Screen : public QWidget {
public:
    Screen(const drawing::Drawing &drawing, QPointF offset) : m_drawing(drawing), m_offset(offset) { resize(drawing.size.toSize()); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), style::theme(m_drawing.theme).canvas);
        paint::paint(painter, m_drawing, m_offset);
    }

private:
    const drawing::Drawing &m_drawing;
    QPointF m_offset;
};

} // namespace

/// Runs on a screen whose ratio of pixels to units is 1 and on one where it is 2.
class RatioTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void theWholeNetworkIsPainted_data()
    {
        QTest::addColumn<QPointF>("offset");
        QTest::newRow("at rest") << QPointF();
        QTest::newRow("panned") << QPointF(-80, 40);
    }

    void theWholeNetworkIsPainted()
    {
        QFETCH(QPointF, offset);
        const drawing::Drawing drawing = sample::embeddedScenery(1).drawing();
        Screen screen(drawing, offset);
        const double ratio = screen.devicePixelRatioF();
        QCOMPARE(ratio, qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")).toDouble());
        QImage shown = screen.grab().toImage().convertToFormat(QImage::Format_RGB32);
        shown.setDevicePixelRatio(1);
        QImage scaled(shown.size(), QImage::Format_RGB32);
        scaled.fill(style::theme(drawing.theme).canvas);
        QPainter painter(&scaled);
        painter.scale(ratio, ratio);
        paint::paint(painter, drawing, offset);
        painter.end();
        QCOMPARE(shown, scaled);
    }
};

DEALSCAPE_TEST(RatioTest, QApplication)
#include "test_ratio.moc"
