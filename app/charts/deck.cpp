// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/deck.h"

#include "charts/comparedslide.h"
#include "charts/slidepainter.h"
#include "slides/notes.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace dealscape::charts {

Deck::Deck(const Index &index, const Story &story, int start, style::ThemeKind theme, QSize pixels, Notes notes, Comparisons comparisons)
    : m_index(index),
      m_story(story),
      m_start(std::max(1, start)),
      m_theme(theme),
      m_pixels(pixels),
      m_notes(notes),
      m_comparisons(std::move(comparisons))
{}

int Deck::count() const
{
    return std::max(0, static_cast<int>(m_story.scenes.size()) - m_start + 1);
}

QSizeF Deck::pageSize() const
{
    const QSizeF size = slides::slideSize(m_pixels);
    return m_notes == Notes::Shown ? slides::notesPageSize(size) : size;
}

slides::ScenePlace Deck::placeOf(int page) const
{
    return {m_start + page, static_cast<int>(m_story.scenes.size())};
}

void Deck::paint(QPainter &painter, int page) const
{
    const slides::ScenePlace place = placeOf(page);
    const Scene &scene = m_story.scenes[static_cast<std::size_t>(place.number - 1)];
    if (const Comparison *comparison = comparisonOf(m_comparisons, scene)) {
        const QSizeF size = slides::slideSize(m_pixels);
        painter.drawImage(QRectF(QPointF(), size), comparedImage(*comparison, scene, m_theme, m_pixels));
        paintNotes(painter, place, size);
        return;
    }
    const slides::Slide slide = slides::slide(m_index, scene, place, m_theme, m_pixels);
    paintSlide(painter, slide);
    paintNotes(painter, place, slide.size);
}

void Deck::paintNotes(QPainter &painter, slides::ScenePlace place, QSizeF slide) const
{
    if (m_notes == Notes::Left)
        return;
    for (const slides::SlideLayer &layer : slides::notesLayers(m_story, place, slide))
        paintLayer(painter, layer);
}

} // namespace dealscape::charts
