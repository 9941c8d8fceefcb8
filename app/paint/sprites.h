// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>
#include <QRectF>
#include <QString>

#include <functional>

namespace dealscape::paint {

/// Small drawings kept as images, for marks that come again and again. They are used only where they cannot be told from
/// drawing: on a raster device that is neither turned nor sheared. Kept for each thread, up to 32 MiB.
class Sprites {
public:
    explicit Sprites(const QPainter &painter);

    /// Whether images may stand for drawings on this painter.
    bool usable() const { return m_usable; }

    /// How near an image comes to its point: to the nearest device pixel, or to an eighth of one, for which there are up
    /// to 64 images of a drawing.
    enum class Precision { Pixel, Eighth };

    /// Puts the drawing that `draw` makes round the origin at a point. `reach` is the box it fills, in logical pixels;
    /// equal keys must mean equal drawings.
    void put(QPainter &painter, const QString &key, const QRectF &reach, QPointF at, Precision precision,
             const std::function<void(QPainter &)> &draw) const;

private:
    bool m_usable = false;
    double m_ratio = 1;
};

} // namespace dealscape::paint
