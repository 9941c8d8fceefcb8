// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/painter.h"

#include <QImage>

namespace dealscape::paint {

/// The network of a drawing as pixels, for the frames of a pan or a zoom: what was painted once is moved or magnified, and only
/// what comes into view is painted. Panning by whole device pixels gives the pixels that painting would give; while it is
/// magnified, text grows with the rest and what comes into view has no labels, until somebody paints the drawing anew.
/// A frame costs a copy of the plot and the marks in the strips that were not seen before.
class PanCache {
public:
    /// A drawing magnified or reduced by more than this looks coarse and is better composed anew.
    static constexpr double furthestMagnified = 1.6;

    /// Paints the canvas in the plot, the network and what stands round it. The first frame, and one for another drawing,
    /// emphasis or size, is painted in full.
    void show(QPainter &painter, const drawing::Drawing &drawing, const Shot &shot, const Emphasis &emphasis);
    /// Forgets what was painted: to be called when the drawing or the emphasis is no longer the same.
    void clear() { m_image = {}; }

private:
    void expose(const drawing::Drawing &drawing, const Shot &shot, const Emphasis &emphasis, double ratio);
    /// Moves the exposure by whole device pixels and paints what that uncovers.
    void scroll(const drawing::Drawing &drawing, const Shot &shot, const Emphasis &emphasis, QPoint pixels);
    /// Where the exposure lies on the screen of a shot.
    QRectF areaAt(const drawing::Drawing &drawing, const Shot &shot) const;

    QImage m_image;
    QImage m_spare;
    Shot m_shot;
};

} // namespace dealscape::paint
