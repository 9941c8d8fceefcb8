// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"
#include "drawing/drawing.h"
#include "style/theme.h"

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace dealscape::paint {

/// What the one painter speaks to: a QPainter, or a file that keeps shapes and texts. Lengths are the drawing's logical pixels,
/// colours are opaque. Marks come in the order in which they cover one another.
class Surface {
public:
    Surface() = default;
    Surface(const Surface &) = delete;
    Surface &operator=(const Surface &) = delete;
    virtual ~Surface() = default;

    /// A line with flat ends; dashes in multiples of its width, as QPen has them.
    struct Pen {
        QColor colour;
        double width = 1;
        QList<qreal> dashes = {};
        bool round = false;
    };
    /// A stroke of ground colour round letters; no width for none.
    struct Halo {
        double width = 0;
        QColor ground;
    };
    enum class Role { Mark, Label };

    /// Whether anything in that box can be seen; the painter leaves out what cannot.
    virtual bool shows(const QRectF &) const { return true; }
    /// What follows is seen inside of that area only, until unclip().
    virtual void clip(const QRectF &) {}
    virtual void unclip() {}
    /// What follows stands for the target, until close().
    virtual void open(const drawing::Target &, Role) {}
    virtual void close() {}
    /// What comes after covers what came before. Until then, marks of one call after another may be drawn together.
    virtual void flush() {}

    /// A shape with an optional fill and line; an invalid colour paints none.
    virtual void shape(const QPainterPath &path, const QColor &fill, const Pen &pen) = 0;
    /// The outline of an area, dashed.
    virtual void contour(const QPainterPath &path, const QColor &colour, double width, double on, double off) = 0;
    /// A piece of a ribbon that runs through.
    virtual void line(const QPolygonF &line, const QColor &colour, double width) = 0;
    /// All pieces of one ribbon in the look of its certainty: see Strokes::styled().
    virtual void ribbon(const std::vector<QPolygonF> &pieces, const QColor &colour, double width, Certainty certainty) = 0;
    /// What stands out from behind a ribbon: a line, and a head that is larger by that much on every side.
    virtual void backing(const QPolygonF &line, const QColor &colour, double width) = 0;
    virtual void swollenHead(const QPolygonF &head, const QColor &colour, double reach) = 0;
    virtual void head(const QPolygonF &head, const QColor &colour) = 0;
    /// A disc whose rim lies inside of its radius; no width for none.
    virtual void circle(QPointF centre, double radius, const QColor &fill, const QColor &rim = {}, double rimWidth = 0) = 0;
    virtual void icon(LayerIcon icon, double size, QPointF centre, const QColor &colour) = 0;
    /// A box with rounded corners; the rim lies on its edge.
    virtual void box(const QRectF &box, double radius, const QColor &fill, const QColor &rim = {}, double rimWidth = 0) = 0;
    /// Lines of one text inside a box.
    virtual void text(const std::vector<drawing::TextRun> &runs, const QRectF &box, const Halo &halo) = 0;
    /// A short bold figure of that size in pixels round a point.
    virtual void figure(const QString &text, QPointF centre, int size, const QColor &colour) = 0;
    /// An organisation: a ring of canvas, rim, fill and icon; strength below 1 fades every colour towards the canvas. Unless a
    /// surface knows better it is made of circles and an icon.
    virtual void disc(const drawing::NodeMark &node, const style::Theme &theme, double strength);
};

struct Emphasis;

/// Paints a drawing that lies at the origin: see paint() in painter.h. What a file of shapes and texts is made from.
void paint(Surface &surface, const drawing::Drawing &drawing, const Emphasis &emphasis);

/// The ring of canvas that keeps ribbons off a disc.
inline constexpr double canvasRing = 2;

} // namespace dealscape::paint
