// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exhibit.h"
#include "io/reader.h"
#include "resources/embedded.h"
#include "style/text.h"

#include "testmain.h"
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <QTest>

#include <algorithm>

using namespace dealscape;
using namespace dealscape::exporting;

namespace {

/// Everything that a run of letters touches, in pixels of the picture.
QRect inkOf(const drawing::TextRun &run, double magnification)
{
    constexpr double reach = 4;
    const double height = style::capHeight(run.font);
    const QRectF box(run.position.x(), run.position.y() - height, style::textWidth(run.text, run.font), height);
    return QRectF(box.topLeft() * magnification, box.size() * magnification).adjusted(-reach, -reach, reach, reach).toAlignedRect();
}

std::vector<QRect> letterBoxes(const picture::Picture &picture)
{
    std::vector<QRect> boxes;
    for (const drawing::LabelMark &label : picture.drawing.labels) {
        if (!label.shown)
            continue;
        for (const drawing::TextRun &run : label.runs)
            boxes.push_back(inkOf(run, picture.magnification));
        if (label.badge)
            boxes.push_back(QRectF((label.badgeCentre - QPointF(9, 9)) * picture.magnification, QSizeF(18, 18) * picture.magnification)
                                .toAlignedRect());
    }
    for (const auto *marks : {&picture.drawing.chrome, &picture.drawing.columns})
        for (const drawing::ChromeMark &mark : *marks)
            for (const drawing::TextRun &run : mark.runs)
                boxes.push_back(inkOf(run, picture.magnification));
    return boxes;
}

int distance(QRgb a, QRgb b)
{
    return std::max({qAbs(qRed(a) - qRed(b)), qAbs(qGreen(a) - qGreen(b)), qAbs(qBlue(a) - qBlue(b))});
}

/// How much darker or lighter than the ground the pixels of a box are, together.
double inkIn(const QImage &image, const QRect &box, QRgb ground)
{
    double ink = 0;
    const QRect inside = box & image.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        for (int x = inside.left(); x <= inside.right(); ++x)
            ink += distance(image.pixel(x, y), ground);
    return ink;
}

/// Share of the pixels outside of all boxes that differ by more than what two ways of smoothing an edge make of it.
double shareOfMarksThatDiffer(const QImage &a, const QImage &b, const std::vector<QRect> &boxes)
{
    constexpr int smoothing = 64;
    QImage letters(a.size(), QImage::Format_Grayscale8);
    letters.fill(0);
    QPainter painter(&letters);
    for (const QRect &box : boxes)
        painter.fillRect(box, Qt::white);
    painter.end();
    int differ = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            differ += qGray(letters.pixel(x, y)) == 0 && distance(a.pixel(x, y), b.pixel(x, y)) > smoothing;
    return static_cast<double>(differ) / (a.width() * a.height());
}

} // namespace

/// Another program's picture of the SVG against the PNG. Looked at in their difference, discs, ribbons and signs are the same but
/// for the smoothing of their edges. Letters stand up to half a pixel higher or lower, since the toolkit puts the baselines of text
/// on whole pixels and librsvg does not, and the toolkit's are all a little heavier than plain shapes. So marks are compared pixel by
/// pixel outside of the letters, and letters by the ink in their boxes: it changes by about the same factor for all, unless one is
/// cut off, missing, misplaced or in another face.
class TestRenderers : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("rsvg-convert")).isEmpty())
            QSKIP("rsvg-convert is missing");
        QVERIFY(resources::loadTypeface());
        m_dataset = *io::readDataset(resources::defaultDataset(), "ai-infrastructure.json").dataset;
        m_index = std::make_unique<Index>(m_dataset);
    }

    void drawTheSame_data()
    {
        QTest::addColumn<Letters>("letters");
        QTest::addColumn<style::ThemeKind>("theme");
        QTest::addColumn<LayoutKind>("layout");
        /// By how much the change of ink may differ between texts.
        QTest::addColumn<double>("ink");
        QTest::newRow("outlines") << Letters::Outlines << style::ThemeKind::Light << LayoutKind::Web << 0.15;
        QTest::newRow("outlines, dark") << Letters::Outlines << style::ThemeKind::Dark << LayoutKind::Web << 0.2;
        QTest::newRow("outlines, columns") << Letters::Outlines << style::ThemeKind::Light << LayoutKind::SupplyChain << 0.15;
        QTest::newRow("text, in whatever face there is") << Letters::Text << style::ThemeKind::Light << LayoutKind::Web << 0.3;
    }

    void drawTheSame()
    {
        QFETCH(Letters, letters);
        QFETCH(style::ThemeKind, theme);
        QFETCH(LayoutKind, layout);
        QFETCH(double, ink);
        QTemporaryDir folder;
        PictureOptions options;
        options.letters = letters;
        options.theme = theme;
        Sight sight;
        sight.perspective = m_dataset.opening;
        sight.perspective.layout = layout;
        Exhibit exhibit(*m_index, options, sight);
        const QString svg = folder.filePath(QStringLiteral("p.svg"));
        const QString drawn = folder.filePath(QStringLiteral("drawn.png"));
        QVERIFY(exhibit.write(svg));
        QCOMPARE(QProcess::execute(QStringLiteral("rsvg-convert"), {QStringLiteral("-o"), drawn, svg}), 0);
        const QImage other = QImage(drawn).convertToFormat(QImage::Format_RGB32);
        const QImage &ours = exhibit.image();
        QCOMPARE(other.size(), ours.size());

        const std::vector<QRect> boxes = letterBoxes(exhibit.picture());
        const double marks = shareOfMarksThatDiffer(ours, other, boxes);
        std::vector<double> ratios;
        for (const QRect &box : boxes)
            if (const double before = inkIn(ours, box, ours.pixel(0, 0)); before > 0)
                ratios.push_back(inkIn(other, box, other.pixel(0, 0)) / before);
        std::ranges::sort(ratios);
        const double usual = ratios[ratios.size() / 2];
        const double least = ratios[ratios.size() / 20] / usual;
        const double most = ratios[ratios.size() * 19 / 20] / usual;
        const QByteArray numbers = QByteArray::number(marks) + " of the marks differ; ink is " + QByteArray::number(usual) +
            " of ours, for nine texts of ten " + QByteArray::number(least) + " to " + QByteArray::number(most) + " of that, at the ends " +
            QByteArray::number(ratios.front() / usual) + " and " + QByteArray::number(ratios.back() / usual);
        qInfo("%s", numbers.constData());
        QVERIFY2(marks < 0.0002, numbers.constData());
        QVERIFY2(least > 1 - ink && most < 1 + ink, numbers.constData());
        QVERIFY2(usual > 0.5 && usual < 2, numbers.constData());
    }

private:
    Dataset m_dataset;
    std::unique_ptr<Index> m_index;
};

DEALSCAPE_TEST(TestRenderers, QGuiApplication)
#include "test_renderers.moc"
