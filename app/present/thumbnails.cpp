// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/thumbnails.h"

#include "charts/comparedslide.h"
#include "charts/slidepainter.h"
#include "present/slides.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace dealscape::present {

namespace {

/// A scene beside what it is compared with, for which letters need a page of full size; null for one that is shown by itself.
QImage comparedThumbnail(const Comparing &comparing, const Dataset &dataset, const Scene &scene, style::ThemeKind theme, QSize pixels,
                         const Progress &progress)
{
    if (!comparing || scene.compare.empty())
        return {};
    Story story;
    story.scenes = {scene};
    const Comparisons comparisons = comparing(dataset, story);
    const Comparison *comparison = comparisonOf(comparisons, scene);
    if (!comparison)
        return {};
    const QImage whole = charts::comparedImage(*comparison, scene, theme, slides::slideSize(pixels).toSize(), progress);
    return whole.isNull() ? whole : whole.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

Thumbnails::Thumbnails(QSize pixels, QObject *parent) : QObject(parent), m_pixels(pixels) {}

void Thumbnails::look(document::SnapshotPointer snapshot, int story, style::ThemeKind theme, Comparing comparing)
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
    m_comparing = std::move(comparing);
    m_work.cancel();
    begin();
}

QImage Thumbnails::at(int scene) const
{
    return scene >= 0 && scene < static_cast<int>(m_entries.size()) ? m_entries[static_cast<std::size_t>(scene)].image : QImage();
}

void Thumbnails::begin()
{
    const auto missing = std::ranges::find_if(m_entries, [](const Entry &entry) { return entry.image.isNull(); });
    if (m_work.running() || missing == m_entries.end())
        return;
    m_work.run<Composed>(
        [snapshot = m_snapshot, scene = missing->scene, place = missing->place, theme = m_theme, pixels = m_pixels,
         comparing = m_comparing](const Progress &progress) {
            Composed made{{}, comparedThumbnail(comparing, snapshot->dataset(), scene, theme, pixels, progress)};
            if (made.compared.isNull() && !progress.stop())
                made.slide = slides::slide(snapshot->index(), scene, place, theme, pixels);
            return made;
        },
        [this, scene = static_cast<int>(missing - m_entries.begin())](const Composed &composed) {
            m_entries[static_cast<std::size_t>(scene)].image = composed.compared.isNull() ? imageOf(composed.slide) : composed.compared;
            Q_EMIT made(scene);
            begin();
        });
}

QImage Thumbnails::imageOf(const slides::Slide &slide) const
{
    QImage image(m_pixels, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(m_pixels.width() / slide.size.width(), m_pixels.height() / slide.size.height());
    charts::paintSlide(painter, slide);
    return image;
}

} // namespace dealscape::present

#include "moc_thumbnails.cpp"
