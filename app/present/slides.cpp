// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/slides.h"

#include "charts/comparedslide.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dealscape::present {

namespace {

/// A slide that is one picture, as those of comparisons are.
PreparedPointer preparedPicture(const QImage &whole, style::ThemeKind theme)
{
    auto result = std::make_shared<Prepared>();
    result->slide.theme = theme;
    result->slide.size = slides::slideSize(whole.size());
    result->slide.chart = slides::SlideChart{{}, QRectF(QPointF(), result->slide.size)};
    result->chart = whole;
    return result;
}

} // namespace

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
    m_work.cancel();
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
    if (m_work.running() || m_pixels.isEmpty() || scene < 0)
        return;
    const slides::ScenePlace place{scene + 1, count()};
    m_work.run<Composed>(
        [snapshot = m_snapshot, comparisons = m_comparisons, shown = story().scenes[static_cast<std::size_t>(scene)], place,
         theme = m_theme, pixels = m_pixels](const Progress &progress) {
            if (const Comparison *comparison = comparisonOf(comparisons, shown))
                return Composed{{}, charts::comparedImage(*comparison, shown, theme, pixels, progress)};
            return Composed{slides::slide(snapshot->index(), shown, place, theme, pixels), {}};
        },
        [this, scene](Composed made) {
            const double scale = m_pixels.width() / made.slide.size.width();
            m_slides[static_cast<std::size_t>(scene)] =
                made.compared.isNull() ? prepared(std::move(made.slide), scale) : preparedPicture(made.compared, m_theme);
            Q_EMIT ready(scene);
            begin();
        });
}

} // namespace dealscape::present

#include "moc_slides.cpp"
