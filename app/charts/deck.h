// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/comparison.h"
#include "slides/slide.h"

#include <QSize>
#include <QSizeF>

#include <cstdint>
#include <vector>

class QPainter;

namespace dealscape::charts {

enum class Notes : std::uint8_t { Left, Shown };

/// The scenes of a story as pages, for files. Scenes are composed when they are painted, so memory does not grow with them.
class Deck {
public:
    /// From the scene of that number on. Index and story outlive the deck.
    Deck(const Index &index, const Story &story, int start, style::ThemeKind theme, QSize pixels, Notes notes,
         Comparisons comparisons = {});

    int count() const;
    /// In units of a slide.
    QSizeF pageSize() const;
    void paint(QPainter &painter, int page) const;

private:
    slides::ScenePlace placeOf(int page) const;
    void paintNotes(QPainter &painter, slides::ScenePlace place, QSizeF slide) const;

    const Index &m_index;
    const Story &m_story;
    int m_start;
    style::ThemeKind m_theme;
    QSize m_pixels;
    Notes m_notes;
    Comparisons m_comparisons;
};

} // namespace dealscape::charts
