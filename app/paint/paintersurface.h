// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/letters.h"
#include "paint/sprites.h"
#include "paint/strokes.h"
#include "paint/surface.h"

#include <QPainter>

namespace dealscape::paint {

/// A QPainter as a surface. On raster devices thin lines, texts and icons are drawn together or from images that were kept,
/// which is what makes thousands of marks quick; everywhere else each mark goes to the device as it is.
class PainterSurface : public Surface {
public:
    /// How discs come about: each drawn where it stands, or as images that are off by up to half a device pixel.
    enum class Discing { Exact, Stamped };

    struct Ways {
        /// Lines up to this width are drawn as loose pieces, many with one pen.
        double gatheredUpTo = 2;
        Discing discing = Discing::Exact;
    };

    /// Marks outside of the visible box, in the painter's coordinates, are left out.
    PainterSurface(QPainter &painter, const QRectF &visible, const Ways &ways);

    bool shows(const QRectF &box) const override { return box.intersects(m_visible); }
    void flush() override { m_strokes.flush(); }
    void shape(const QPainterPath &path, const QColor &fill, const Pen &pen) override;
    void contour(const QPainterPath &path, const QColor &colour, double width, double on, double off) override;
    void line(const QPolygonF &line, const QColor &colour, double width) override { m_strokes.solid(line, colour, width); }
    void ribbon(const std::vector<QPolygonF> &pieces, const QColor &colour, double width, Certainty certainty) override
    {
        m_strokes.styled(pieces, colour, width, certainty);
    }
    void backing(const QPolygonF &line, const QColor &colour, double width) override;
    void swollenHead(const QPolygonF &head, const QColor &colour, double reach) override;
    void head(const QPolygonF &head, const QColor &colour) override { m_strokes.filled(head, colour); }
    void circle(QPointF centre, double radius, const QColor &fill, const QColor &rim, double rimWidth) override;
    void icon(LayerIcon icon, double size, QPointF centre, const QColor &colour) override;
    void box(const QRectF &box, double radius, const QColor &fill, const QColor &rim, double rimWidth) override;
    void text(const std::vector<drawing::TextRun> &runs, const QRectF &box, const Halo &halo) override;
    void figure(const QString &text, QPointF centre, int size, const QColor &colour) override;
    void disc(const drawing::NodeMark &node, const style::Theme &theme, double strength) override;

private:
    /// For a drawing that is itself kept as an image.
    explicit PainterSurface(QPainter &image);

    void knockOut(const std::vector<drawing::TextRun> &runs, const QRectF &box, const Halo &halo);

    QPainter &m_painter;
    QRectF m_visible;
    Discing m_discing;
    Sprites m_sprites;
    bool m_keeping;
    Letters m_letters;
    Strokes m_strokes;
};

} // namespace dealscape::paint
