// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/thumbnails.h"

#include "charts/comparedslide.h"
#include "charts/slidepainter.h"
#include "present/slides.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace dealscape::present {

namespace {

/// A scene beside what it is compared with, for which letters need a page of full size; null for one that is shown by itself.
QImage comparedThumbnail(const Thumbnails::Compared &compared, const Dataset &dataset, const Scene &scene, style::ThemeKind theme,
                         QSize pixels)
{
    if (!compared || scene.compare.empty())
        return {};
    Story story;
    story.scenes = {scene};
    const Comparisons comparisons = compared(dataset, story);
    const Comparison *comparison = charts::comparisonOf(comparisons, scene);
    return comparison ? charts::comparedImage(*comparison, scene, theme, slides::slideSize(pixels).toSize())
                            .scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                      : QImage();
}

} // namespace

Thumbnails::Thumbnails(QSize pixels, QObject *parent) : QObject(parent), m_pixels(pixels) {}

void Thumbnails::look(document::SnapshotPointer snapshot, int story, style::ThemeKind theme, Compared compared)
{
    const auto &stories = snapshot->dataset().stories;
    const bool known = story >= 0 && story < static_cast<int>(stories.size());
    const std::vector<Scene> &scenes = known ? stories[static_cast<std::size_t>(story)].scenes : std::vector<Scene>();
    const auto same = [&](auto member) { return m_snapshot->dataset().*member == snapshot->dataset().*member; };
    const bool sameDeals = m_snapshot && same(&Dataset::deals) && same(&Dataset::organizations) && same(&Dataset::layers) &&
        same(&Dataset::arrangements) && theme == m_theme;
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        Entry &entry = entries.emplace_back();
        entry = {scenes[i], {static_cast<int>(i) + 1, static_cast<int>(scenes.size())}, {}};
        const auto before = std::ranges::find(m_entries, scenes[i], &Entry::scene);
        if (sameDeals && before != m_entries.end())
            entry.image = before->image;
    }
    m_entries = std::move(entries);
    m_snapshot = std::move(snapshot);
    m_theme = theme;
    m_compared = std::move(compared);
    ++m_round;
    m_busy = false;
    begin();
}

QImage Thumbnails::at(int scene) const
{
    return scene >= 0 && scene < static_cast<int>(m_entries.size()) ? m_entries[static_cast<std::size_t>(scene)].image : QImage();
}

void Thumbnails::begin()
{
    const auto missing = std::ranges::find_if(m_entries, [](const Entry &entry) { return entry.image.isNull(); });
    if (m_busy || missing == m_entries.end())
        return;
    m_busy = true;
    QPointer<Thumbnails> thumbnails(this);
    QThreadPool::globalInstance()->start([thumbnails, snapshot = m_snapshot, scene = missing->scene, place = missing->place,
                                          theme = m_theme, pixels = m_pixels, round = m_round, compared = m_compared] {
        const QImage beside = comparedThumbnail(compared, snapshot->dataset(), scene, theme, pixels);
        auto made = std::make_shared<slides::Slide>(beside.isNull() ? slides::slide(snapshot->index(), scene, place, theme, pixels)
                                                                    : slides::Slide());
        QMetaObject::invokeMethod(qApp, [thumbnails, round, place, made, beside] {
            if (thumbnails)
                thumbnails->finish(round, place.number - 1, std::move(*made), beside);
        });
    });
}

void Thumbnails::finish(int round, int scene, slides::Slide slide, const QImage &compared)
{
    if (round != m_round)
        return;
    QImage image = compared;
    if (image.isNull()) {
        image = QImage(m_pixels, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(m_pixels.width() / slide.size.width(), m_pixels.height() / slide.size.height());
        charts::paintSlide(painter, slide);
    }
    m_entries[static_cast<std::size_t>(scene)].image = image;
    m_busy = false;
    Q_EMIT made(scene);
    begin();
}

} // namespace dealscape::present

#include "moc_thumbnails.cpp"
