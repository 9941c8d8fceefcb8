// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot.h"

#include <QBrush>
#include <QFont>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QSize>
#include <QString>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <vector>

namespace dealscape::charts {

/// A line of text as it was drawn, with the box of its capitals and of what hangs below them.
struct SeenText {
    QString text;
    QPointF baseline;
    double width = 0;
    double pixels = 0;
    QColor colour;

    QRectF box() const { return {baseline.x(), baseline.y() - 0.73 * pixels, width, 0.93 * pixels}; }
};

struct SeenShape {
    QPainterPath path;
    QBrush brush;
    QPen pen;

    QRectF box() const
    {
        const double half = pen.style() == Qt::NoPen ? 0 : pen.widthF() / 2;
        return path.boundingRect().adjusted(-half, -half, half, half);
    }
};

/// What was painted.
struct Seen {
    std::vector<SeenText> texts;
    std::vector<SeenShape> shapes;

    bool says(const QString &text) const { return std::ranges::find(texts, text, &SeenText::text) != texts.end(); }
    const SeenText *saying(const QString &part) const
    {
        const auto found = std::ranges::find_if(texts, [&](const SeenText &seen) { return seen.text.contains(part); });
        return found == texts.end() ? nullptr : &*found;
    }
    /// Shapes filled with a colour, or, without a fill, drawn in it.
    std::vector<SeenShape> filled(const QColor &colour) const
    {
        std::vector<SeenShape> found;
        std::ranges::copy_if(shapes, std::back_inserter(found), [&](const SeenShape &shape) {
            return shape.brush.style() != Qt::NoBrush && shape.brush.color() == colour && !shape.path.isEmpty();
        });
        return found;
    }
    std::vector<SeenShape> drawn(const QColor &colour) const
    {
        std::vector<SeenShape> found;
        std::ranges::copy_if(shapes, std::back_inserter(found),
                             [&](const SeenShape &shape) { return shape.pen.style() != Qt::NoPen && shape.pen.color() == colour; });
        return found;
    }
};

/// Writes down what is painted on it, in the units of the painter's first transform.
class Witness : public QPaintDevice {
public:
    explicit Witness(QSize size) : m_size(size), m_engine(*this) {}

    Seen seen;

    QPaintEngine *paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    class Engine : public QPaintEngine {
    public:
        explicit Engine(Witness &witness) : QPaintEngine(AllFeatures), m_witness(witness) {}

        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        Type type() const override { return User; }
        void updateState(const QPaintEngineState &) override {}
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
        void drawPath(const QPainterPath &path) override
        {
            if (!path.isEmpty())
                m_witness.seen.shapes.push_back({state->transform().map(path), state->brush(), state->pen()});
        }
        void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
        {
            QPainterPath path;
            path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
            if (mode == PolylineMode)
                m_witness.seen.shapes.push_back({state->transform().map(path), Qt::NoBrush, state->pen()});
            else
                drawPath(path);
        }
        void drawTextItem(const QPointF &at, const QTextItem &from) override
        {
            const QPointF baseline = state->transform().map(at);
            const double zoom = state->transform().m11();
            const SeenText item{from.text(), baseline, from.width() * zoom, from.font().pixelSize() * zoom, state->pen().color()};
            if (m_witness.seen.texts.empty() || !joined(m_witness.seen.texts.back(), item))
                m_witness.seen.texts.push_back(item);
        }

    private:
        /// One text comes in as many items as it has scripts and fonts, from either side.
        static bool joined(SeenText &last, const SeenText &item)
        {
            constexpr double gap = 0.1;
            if (std::abs(last.baseline.y() - item.baseline.y()) > gap || last.pixels != item.pixels)
                return false;
            const bool after = std::abs(last.baseline.x() + last.width - item.baseline.x()) < gap;
            const bool before = std::abs(item.baseline.x() + item.width - last.baseline.x()) < gap;
            if (!after && !before)
                return false;
            last.text = after && !item.text.isRightToLeft() ? last.text + item.text
                : before                                    ? last.text + item.text
                                                            : item.text + last.text;
            last.width += item.width;
            last.baseline.setX(std::min(last.baseline.x(), item.baseline.x()));
            return true;
        }

        Witness &m_witness;
    };

    QSize m_size;
    mutable Engine m_engine;
};

inline Seen witnessed(const Plot &plot)
{
    Witness witness(plot.size().toSize());
    QPainter painter(&witness);
    plot.paint(painter);
    return witness.seen;
}

/// What a widget paints by itself, without its children.
inline Seen witnessed(QWidget &widget)
{
    Witness witness(widget.size());
    widget.render(&witness, {}, {}, QWidget::RenderFlags());
    return witness.seen;
}

} // namespace dealscape::charts
