// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/slides.h"

#include "charts/comparedslide.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>

#include <cmath>

namespace dealscape::present {

PreparedPointer prepared(slides::Slide slide, double scale)
{
    auto result = std::make_shared<Prepared>();
    result->slide = std::move(slide);
    if (!result->slide.chart)
        return result;
    const QRectF frame = result->slide.chart->frame;
    const QSize pixels(static_cast<int>(std::ceil(frame.width() * scale)), static_cast<int>(std::ceil(frame.height() * scale)));
    result->chart = QImage(pixels.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    result->chart.fill(Qt::transparent);
    QPainter painter(&result->chart);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    painter.translate(-frame.topLeft());
    const charts::SlidePlot plot(result->slide);
    plot.paint(painter);
    result->rows = plot.rows();
    return result;
}

PreparedPointer prepared(const QImage &whole, style::ThemeKind theme)
{
    auto result = std::make_shared<Prepared>();
    result->slide.theme = theme;
    result->slide.size = slides::slideSize(whole.size());
    result->slide.chart = slides::SlideChart{{}, QRectF(QPointF(), result->slide.size)};
    result->chart = whole;
    return result;
}

void paintChart(QPainter &painter, const Prepared &prepared)
{
    if (prepared.chart.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(prepared.slide.chart->frame, prepared.chart);
}

void paint(QPainter &painter, const Prepared &prepared)
{
    charts::paintSlide(painter, prepared.slide, nullptr);
    paintChart(painter, prepared);
}

Slides::Slides(document::SnapshotPointer snapshot, int story, style::ThemeKind theme, Comparisons comparisons, QObject *parent)
    : QObject(parent),
      m_snapshot(std::move(snapshot)),
      m_story(story),
      m_theme(theme),
      m_comparisons(std::move(comparisons)),
      m_slides(static_cast<std::size_t>(count()))
{}

void Slides::setPixels(QSize pixels)
{
    if (pixels == m_pixels)
        return;
    m_pixels = pixels;
    ++m_round;
    m_busy = false;
    std::ranges::fill(m_slides, nullptr);
    begin();
}

void Slides::want(int scene)
{
    m_first = scene;
    begin();
}

int Slides::wanted() const
{
    const auto missing = [this](int scene) { return scene >= 0 && scene < count() && !m_slides[static_cast<std::size_t>(scene)]; };
    for (const int scene : {m_first, m_first + 1, m_first - 1})
        if (missing(scene))
            return scene;
    for (int step = 0; step < count(); ++step)
        if (const int scene = (m_first + step) % count(); missing(scene))
            return scene;
    return -1;
}

void Slides::begin()
{
    const int scene = wanted();
    if (m_busy || m_pixels.isEmpty() || scene < 0)
        return;
    m_busy = true;
    QPointer<Slides> slides(this);
    const slides::ScenePlace place{scene + 1, count()};
    QThreadPool::globalInstance()->start([slides, snapshot = m_snapshot, comparisons = m_comparisons, story = m_story, place,
                                          theme = m_theme, pixels = m_pixels, round = m_round] {
        const Scene &shown =
            snapshot->dataset().stories[static_cast<std::size_t>(story)].scenes[static_cast<std::size_t>(place.number - 1)];
        const Comparison *comparison = charts::comparisonOf(comparisons, shown);
        const QImage compared = comparison ? charts::comparedImage(*comparison, shown, theme, pixels) : QImage();
        auto made =
            std::make_shared<slides::Slide>(comparison ? slides::Slide() : slides::slide(snapshot->index(), shown, place, theme, pixels));
        QMetaObject::invokeMethod(qApp, [slides, round, place, made, compared] {
            if (slides)
                slides->finish(round, place.number - 1, std::move(*made), compared);
        });
    });
}

void Slides::finish(int round, int scene, slides::Slide slide, const QImage &compared)
{
    if (round != m_round)
        return;
    const double scale = m_pixels.width() / slide.size.width();
    m_slides[static_cast<std::size_t>(scene)] = compared.isNull() ? prepared(std::move(slide), scale) : prepared(compared, m_theme);
    m_busy = false;
    Q_EMIT ready(scene);
    begin();
}

} // namespace dealscape::present

#include "moc_slides.cpp"
